use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;

const TOWN: &str = "/150626/wushenzhao/";
const VILLAGE: &str = "/150626/wushenzhao/bayin/";
const NEXT_TOWN: &str = "/150626/wushenzhaoxi/";

const ENTERPRISE: Uuid = Uuid::from_u128(1);
const ITS_VILLAGE: Uuid = Uuid::from_u128(2);
const ELSEWHERE: Uuid = Uuid::from_u128(9);

fn seat(organization: Uuid, kind: OrganizationKind, position: Position) -> Seat {
    Seat { organization, kind, position, jurisdiction: TOWN.to_owned(), sectors: vec![Sector::Gas, Sector::Transport], enforcement_power: true }
}

fn actor(seats: impl IntoIterator<Item = Seat>) -> Actor {
    Actor { person: Some(Uuid::from_u128(77)), seats: seats.into_iter().collect(), operator: false }
}

fn enterprise() -> Subject<'static> {
    Subject {
        organization: ENTERPRISE,
        kind: OrganizationKind::Enterprise,
        village: Some(ITS_VILLAGE),
        jurisdiction: VILLAGE,
        sectors: &[Sector::Transport, Sector::FireSafety],
    }
}

/// Somebody who stands in that relation to [`enterprise`].
fn in_relation(relation: Relation, position: Position) -> Actor {
    let (organization, kind) = match relation {
        Relation::Own => (ENTERPRISE, OrganizationKind::Enterprise),
        Relation::VillageOf => (ITS_VILLAGE, OrganizationKind::Village),
        Relation::Regulates => (ELSEWHERE, OrganizationKind::Unit),
        Relation::Oversees => (ELSEWHERE, OrganizationKind::SafetyOffice),
        Relation::Audits => (ELSEWHERE, OrganizationKind::DisciplineOffice),
        Relation::Counts => (ELSEWHERE, OrganizationKind::PartyOffice),
        Relation::None => (ELSEWHERE, OrganizationKind::Enterprise),
    };
    actor([seat(organization, kind, position)])
}

/// The whole table a second time, by hand. H head, D deputy, O safety officer, S staff.
const GRID: &str = "
                     OWN   VILLAGE_OF  REGULATES  OVERSEES  AUDITS  COUNTS  NONE
SEE_ORGANIZATION     HDOS  HDOS        HDOS       HDOS      HDOS    HDOS    ----
SEE_DUTIES           HDOS  HDOS        HDOS       HDOS      HDOS    HDOS    ----
SEE_PEOPLE           HDOS  HDOS        HDOS       HDOS      HDOS    ----    ----
SEE_CONTACTS         HDO-  HDOS        HDOS       HDOS      HDOS    ----    ----
SEE_RECORDS          HDOS  HDOS        HDOS       HDOS      HDOS    ----    ----
SEE_HAZARDS          HDOS  HDOS        HDOS       HDOS      HDOS    ----    ----
SEE_NOTICES          HDO-  ----        ----       HDOS      HDOS    ----    ----
SEE_LEDGER           HDO-  ----        ----       HDOS      HDOS    ----    ----
RECORD               HDO-  ----        ----       ----      ----    ----    ----
INSPECT              ----  HDOS        HDOS       HDOS      HDOS    ----    ----
REPORT_HAZARD        HDOS  HDOS        HDOS       HDOS      ----    ----    ----
GRADE_HAZARD         HDO-  ----        HDO-       HDO-      ----    ----    ----
RECTIFY_HAZARD       HDO-  ----        ----       ----      ----    ----    ----
ACCEPT_GENERAL       HDO-  HDO-        HDO-       HDO-      ----    ----    ----
ACCEPT_MAJOR         ----  ----        HDO-       HDO-      ----    ----    ----
EXCUSE_WINDOW        ----  ----        ----       HDO-      ----    ----    ----
GRANT_EXTENSION      ----  ----        ----       HDO-      ----    ----    ----
MANAGE_ORGANIZATION  ----  ----        ----       HDO-      ----    ----    ----
MANAGE_PEOPLE        HDO-  ----        ----       HDO-      ----    ----    ----
ACKNOWLEDGE          HDOS  ----        ----       ----      ----    ----    ----
SEE_SYSTEM           ----  ----        ----       HDO-      ----    ----    ----
SEE_ALL_NOTICES      ----  ----        ----       HDO-      HDO-    ----    ----
SUSPEND_PRODUCTION   HDO-  ----        HDO-       HDO-      ----    ----    ----
CONSENT_TO_PLAN      ----  ----        HDO-       HDO-      ----    ----    ----
LIST_FOR_SUPERVISION ----  ----        ----       HDO-      ----    ----    ----
ENFORCE              ----  ----        HDO-       HDO-      HDO-    ----    ----
ISSUE_ALERT          ----  ----        ----       HDO-      ----    ----    ----
DECLARE_KEY_PERIOD   ----  ----        ----       HDO-      ----    ----    ----
SEE_TIPS             ----  ----        ----       HDO-      HDO-    ----    ----
HANDLE_TIPS          ----  ----        ----       HDO-      ----    ----    ----
SEE_INFORMANTS       ----  ----        ----       HDO-      ----    ----    ----
SEE_CHECKPOINTS      ----  ----        ----       HDO-      HDO-    ----    ----
";

#[test]
fn every_cell_of_the_table_is_as_written_here_by_hand() {
    let mut lines = GRID.trim_matches('\n').lines();
    let columns: Vec<Relation> = lines.next().expect("a head").split_whitespace().map(|code| code.parse().expect("a relation")).collect();
    assert_eq!(columns, Relation::ALL);
    let mut rows = Vec::new();
    for line in lines {
        let mut words = line.split_whitespace();
        let action: Action = words.next().expect("an action").parse().expect("an action");
        rows.push(action);
        let cells: Vec<&str> = words.collect();
        assert_eq!(cells.len(), columns.len(), "{line}");
        for (&relation, cell) in columns.iter().zip(cells) {
            for (&position, letter) in Position::ALL.iter().zip("HDOS".chars()) {
                let decision = decide(&in_relation(relation, position), action, &enterprise());
                assert_eq!(decision.is_allowed(), cell.contains(letter), "{action} {relation} {position}");
            }
        }
    }
    assert_eq!(rows, Action::ALL);
}

#[test]
fn nobody_may_do_what_he_may_not_see() {
    for &action in Action::ALL {
        for (&relation, &position) in Relation::ALL.iter().flat_map(|relation| Position::ALL.iter().map(move |position| (relation, position))) {
            let (may, sees) = (who(action, relation).includes(position), who(action.presupposes(), relation).includes(position));
            assert!(!may || sees, "{action} {relation} {position}");
        }
    }
}

#[test]
fn what_may_not_be_seen_is_invisible_and_what_may_be_seen_is_forbidden_saying_who_may() {
    let subject = enterprise();
    let invisible = Decision::Deny(Reason::Invisible);
    assert_eq!(decide(&in_relation(Relation::None, Position::Head), Action::ExcuseWindow, &subject), invisible);
    assert_eq!(decide(&Actor::nobody(), Action::SeeOrganization, &subject), invisible);
    // The party office sees the enterprise, but a refusal about a hazard must not tell it that the hazard is there.
    assert_eq!(decide(&in_relation(Relation::Counts, Position::Head), Action::SeeHazards, &subject), invisible);
    assert_eq!(decide(&in_relation(Relation::Counts, Position::Head), Action::AcceptMajor, &subject), invisible);
    assert_eq!(invisible.or_refuse().expect_err("a refusal").code, "NOT_FOUND");

    let refusal = decide(&in_relation(Relation::Own, Position::Head), Action::AcceptMajor, &subject).or_refuse().expect_err("a refusal");
    assert_eq!(refusal.code, "FORBIDDEN");
    assert_eq!(
        refusal.message(Language::Zh),
        "您无权“验收重大隐患”，可由以下人员办理：行业监管单位（负责人或安全管理人员）、镇安委办（负责人或安全管理人员）。在本单位任职的人员除外。"
    );
    assert_eq!(
        refusal.message(Language::En),
        "You may not do this (Accept a major hazard). Who may: A regulator of the enterprise's sectors (head, deputy or safety officer); The safety office above it (head, deputy or safety officer). Not if they sit in the organization itself."
    );
    assert!(decide(&in_relation(Relation::Own, Position::Staff), Action::Record, &subject).or_refuse().is_err_and(|refusal| refusal.code == "FORBIDDEN"));
}

#[test]
fn a_village_sees_its_own_enterprises_only_and_neither_villages_nor_units_see_each_other() {
    let village = in_relation(Relation::VillageOf, Position::Head);
    assert!(!decide(&village, Action::SeeDuties, &Subject { village: Some(ELSEWHERE), ..enterprise() }).is_allowed());
    assert!(!decide(&village, Action::SeeDuties, &Subject { village: None, ..enterprise() }).is_allowed());
    for kind in [OrganizationKind::Village, OrganizationKind::Unit, OrganizationKind::SafetyOffice] {
        let organ = Subject { organization: Uuid::from_u128(50), kind, ..enterprise() };
        assert!(!decide(&village, Action::SeeOrganization, &organ).is_allowed());
        assert!(!decide(&in_relation(Relation::Regulates, Position::Head), Action::SeeOrganization, &organ).is_allowed());
        assert!(decide(&in_relation(Relation::Oversees, Position::Staff), Action::Inspect, &organ).is_allowed());
        assert!(decide(&in_relation(Relation::Audits, Position::Staff), Action::Inspect, &organ).is_allowed());
    }
}

#[test]
fn a_regulator_needs_a_common_sector_and_its_jurisdiction() {
    let unit = in_relation(Relation::Regulates, Position::SafetyOfficer);
    assert!(decide(&unit, Action::SeeHazards, &enterprise()).is_allowed());
    assert!(!decide(&unit, Action::SeeHazards, &Subject { sectors: &[Sector::FireSafety], ..enterprise() }).is_allowed());
    assert!(!decide(&unit, Action::SeeHazards, &Subject { sectors: &[], ..enterprise() }).is_allowed());
    assert!(!decide(&unit, Action::SeeHazards, &Subject { jurisdiction: NEXT_TOWN, ..enterprise() }).is_allowed());
}

#[test]
fn a_jurisdiction_reaches_down_and_never_to_a_neighbour_whose_name_begins_alike() {
    for (path, reaches) in [
        (TOWN, true),
        (VILLAGE, true),
        ("/", true),
        ("/150626/", true),
        (NEXT_TOWN, false),
        ("", false),
        ("/150626/wushenzhao", false),
        ("/150626/wushen", false),
    ] {
        let office = actor([Seat { jurisdiction: path.to_owned(), ..seat(ELSEWHERE, OrganizationKind::SafetyOffice, Position::Head) }]);
        assert_eq!(decide(&office, Action::SeeDuties, &enterprise()).is_allowed(), reaches, "{path}");
    }
}

#[test]
fn nobody_acts_from_outside_on_an_organization_in_which_he_sits_himself() {
    let office = Subject { organization: ELSEWHERE, kind: OrganizationKind::SafetyOffice, ..enterprise() };
    let officer = in_relation(Relation::Oversees, Position::Head);
    assert!(decide(&officer, Action::SeeDuties, &office).is_allowed());
    assert!(!decide(&officer, Action::ExcuseWindow, &office).is_allowed());
    let both = actor([seat(ENTERPRISE, OrganizationKind::Enterprise, Position::Staff), seat(ELSEWHERE, OrganizationKind::SafetyOffice, Position::Head)]);
    for action in [Action::ExcuseWindow, Action::AcceptMajor, Action::AcceptGeneral, Action::Inspect, Action::ManageOrganization] {
        assert!(!decide(&both, action, &enterprise()).is_allowed(), "{action}");
        assert!(decide(&both, action, &Subject { organization: Uuid::from_u128(51), ..enterprise() }).is_allowed(), "{action}");
    }
    assert!(decide(&both, Action::SeeLedger, &enterprise()).is_allowed());
}

#[test]
fn the_operator_may_do_everything_and_nobody_nothing() {
    for &action in Action::ALL {
        assert!(decide(&Actor::operator(), action, &enterprise()).is_allowed());
        assert!(scope(&Actor::operator(), action).everything);
        assert!(!decide(&Actor::nobody(), action, &enterprise()).is_allowed());
        assert!(scope(&Actor::nobody(), action).is_nothing());
    }
}

#[test]
fn site_wide_actions_ask_for_no_subject_and_others_are_not_site_wide() {
    assert!(decide_sitewide(&in_relation(Relation::Oversees, Position::Head), Action::SeeSystem).is_allowed());
    assert!(!decide_sitewide(&in_relation(Relation::Audits, Position::Head), Action::SeeSystem).is_allowed());
    assert!(!decide_sitewide(&in_relation(Relation::Oversees, Position::Head), Action::SeeLedger).is_allowed());
    assert!(decide_sitewide(&Actor::nobody(), Action::SeeSystem).or_refuse().is_err_and(|refusal| refusal.code == "FORBIDDEN"));
}

#[test]
fn each_kind_of_inspection_is_for_those_who_carry_it_out() {
    use InspectionKind::{Assistance, Enforcement, HeadLed, SelfCheck, SpotCheck, Supervision};
    for (relation, kinds) in [
        (Relation::Own, &[SelfCheck, HeadLed][..]),
        (Relation::VillageOf, &[SpotCheck, Assistance]),
        (Relation::Regulates, &[SpotCheck, Enforcement, Assistance]),
        (Relation::Oversees, &[SpotCheck, Assistance, Supervision]),
        (Relation::Audits, &[Supervision]),
        (Relation::Counts, &[]),
        (Relation::None, &[]),
    ] {
        let actor = in_relation(relation, Position::Head);
        let allowed: Vec<_> = InspectionKind::ALL.iter().copied().filter(|&kind| decide_inspection(&actor, kind, &enterprise()).is_allowed()).collect();
        assert_eq!(allowed, kinds, "{relation}");
    }
    let powerless = actor([Seat { enforcement_power: false, ..seat(ELSEWHERE, OrganizationKind::Unit, Position::Head) }]);
    assert!(decide_inspection(&powerless, SpotCheck, &enterprise()).is_allowed());
    let refusal = decide_inspection(&powerless, Enforcement, &enterprise()).or_refuse().expect_err("a refusal");
    assert_eq!(refusal.message(Language::Zh), "您不能对该单位进行执法检查，应由有执法权的行业监管单位进行。");
    assert!(decide_inspection(&Actor::operator(), Enforcement, &enterprise()).is_allowed());
}

fn some_id() -> impl Strategy<Value = Uuid> {
    (1u128..5).prop_map(Uuid::from_u128)
}

fn some_path() -> impl Strategy<Value = &'static str> {
    select(vec!["", "/", "/150626/", TOWN, VILLAGE, NEXT_TOWN, "/150626/wushenzhao"])
}

fn some_sectors() -> impl Strategy<Value = Vec<Sector>> {
    subsequence(Sector::ALL[..4].to_vec(), 0..=4)
}

prop_compose! {
    fn some_seat()(
        organization in some_id(), kind in select(OrganizationKind::ALL), position in select(Position::ALL),
        jurisdiction in some_path(), sectors in some_sectors(), enforcement_power in any::<bool>(),
    ) -> Seat {
        Seat { organization, kind, position, jurisdiction: jurisdiction.to_owned(), sectors, enforcement_power }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn the_scope_of_an_action_is_exactly_what_is_allowed(
        seats in prop::collection::vec(some_seat(), 0..4), operator in prop::bool::weighted(0.05), organization in some_id(),
        kind in select(OrganizationKind::ALL), village in prop::option::of(some_id()), jurisdiction in some_path(), sectors in some_sectors(),
    ) {
        let actor = Actor { person: None, seats, operator };
        let subject = Subject { organization, kind, village, jurisdiction, sectors: &sectors };
        for &action in Action::ALL {
            let (scope, decision) = (scope(&actor, action), decide(&actor, action, &subject));
            prop_assert_eq!(scope.includes(&subject), matches!(decision, Decision::Allow), "{} {:?}", action, scope);
            prop_assert!(!action.only_sees() || scope.except.is_empty());
            prop_assert!(!decision.is_allowed() || action.is_sitewide() || decide(&actor, action.presupposes(), &subject).is_allowed());
        }
    }
}
