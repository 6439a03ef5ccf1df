use uuid::Uuid;

use super::*;
use crate::{Language, OrganizationKind, Position, Sector};

const ENTERPRISE: Uuid = Uuid::from_u128(1);
const ITS_VILLAGE: Uuid = Uuid::from_u128(2);
const ELSEWHERE: Uuid = Uuid::from_u128(9);

fn enterprise() -> Subject<'static> {
    Subject {
        organization: ENTERPRISE,
        kind: OrganizationKind::Enterprise,
        village: Some(ITS_VILLAGE),
        jurisdiction: "/150626/wushenzhao/bayin/",
        sectors: &[Sector::Transport],
    }
}

fn actor(organization: Uuid, kind: OrganizationKind, position: Position, enforcement_power: bool) -> Actor {
    let seat = Seat { organization, kind, position, jurisdiction: "/150626/wushenzhao/".to_owned(), sectors: vec![Sector::Transport], enforcement_power };
    Actor { person: Some(Uuid::from_u128(77)), seats: vec![seat], operator: false }
}

/// The columns of the grid: who asks, from the best placed to the worst.
fn column(name: &str, position: Position) -> Actor {
    use OrganizationKind::{DisciplineOffice, Enterprise, PartyOffice, SafetyOffice, Unit, Village};
    match name {
        "POWER" => actor(ELSEWHERE, Unit, position, true),
        "POWERLESS" => actor(ELSEWHERE, Unit, position, false),
        "SAFETY" => actor(ELSEWHERE, SafetyOffice, position, false),
        "DISCIPLINE" => actor(ELSEWHERE, DisciplineOffice, position, false),
        "PARTY" => actor(ELSEWHERE, PartyOffice, position, false),
        "VILLAGE" => actor(ITS_VILLAGE, Village, position, false),
        "OWN" => actor(ENTERPRISE, Enterprise, position, false),
        _ => actor(ELSEWHERE, Enterprise, position, false),
    }
}

/// Y: its officers may. P: refused for want of power. F: forbidden. -: it is as if the enterprise did not exist.
const GRID: &str = "
                  POWER  POWERLESS  SAFETY  DISCIPLINE  VILLAGE  OWN  PARTY  NONE
WARNING           Y      P          P       P           P        P    -      -
CORRECTION_ORDER  Y      P          P       P           P        P    -      -
SUSPENSION        Y      P          P       P           P        P    -      -
FINE              Y      P          P       P           P        P    -      -
LICENCE           Y      P          P       P           P        P    -      -
CLOSURE_REFERRAL  Y      P          P       P           P        P    -      -
JUDICIAL_REFERRAL Y      P          P       P           P        P    -      -
INTERVIEW         Y      F          Y       Y           F        F    -      -
BULLETIN_NAMING   Y      F          Y       Y           F        F    -      -
ACCOUNTABILITY    F      F          F       Y           F        F    -      -
";

#[test]
fn every_cell_of_who_takes_which_action_is_as_written_here_by_hand() {
    let mut lines = GRID.trim_matches('\n').lines();
    let columns: Vec<&str> = lines.next().expect("a head").split_whitespace().collect();
    let mut kinds = Vec::new();
    for line in lines {
        let mut words = line.split_whitespace();
        let kind: EnforcementKind = words.next().expect("a kind").parse().expect("a kind");
        kinds.push(kind);
        let cells: Vec<&str> = words.collect();
        assert_eq!(cells.len(), columns.len(), "{line}");
        for (&name, cell) in columns.iter().zip(cells) {
            for &position in Position::ALL {
                let answer = match decide_enforcement(&column(name, position), kind, &enterprise()) {
                    Decision::Allow => "Y",
                    Decision::Deny(Reason::Invisible) => "-",
                    Decision::Deny(Reason::Forbidden(refusal)) if refusal.code == "NO_ENFORCEMENT_POWER" => "P",
                    Decision::Deny(Reason::Forbidden(_)) => "F",
                };
                // The staff of who may are not among its officers.
                let expected = if cell == "Y" && position == Position::Staff { "F" } else { cell };
                assert_eq!(answer, expected, "{kind} {name} {position}");
            }
        }
    }
    assert_eq!(kinds, EnforcementKind::ALL);
}

#[test]
fn the_refusal_quotes_the_clause_and_says_who_would_be_right() {
    let refused = |name: &str, kind| decide_enforcement(&column(name, Position::Head), kind, &enterprise()).or_refuse().expect_err("a refusal");
    let fine = refused("POWERLESS", EnforcementKind::Fine);
    assert_eq!((fine.code, fine.clause), ("NO_ENFORCEMENT_POWER", Some("3.3")));
    assert_eq!(
        fine.message(Language::Zh),
        "您不能对该单位采取“罚款”，应由对该企业有执法权的行业监管单位作出。实施方案三（三）：“有执法权力的相关二级单位……开展精准执法检查”，“无执法权力的相关部门要积极配合上级有关部门”。由作出单位的负责人、分管负责人或安全管理人员登记。"
    );
    assert_eq!(refused("VILLAGE", EnforcementKind::Interview).clause, Some("2.2.5"));
    assert_eq!(refused("SAFETY", EnforcementKind::Accountability).clause, Some("2.2.5"));
}

#[test]
fn a_regulator_with_power_elsewhere_or_of_another_sector_has_none_here() {
    let power = |jurisdiction: &str, sector| {
        let mut actor = column("POWER", Position::Head);
        actor.seats[0].jurisdiction = jurisdiction.to_owned();
        actor.seats[0].sectors = vec![sector];
        decide_enforcement(&actor, EnforcementKind::Fine, &enterprise())
    };
    assert!(power("/150626/wushenzhao/", Sector::Transport).is_allowed());
    assert_eq!(power("/150626/wushenzhaoxi/", Sector::Transport), Decision::Deny(Reason::Invisible));
    assert_eq!(power("/150626/wushenzhao/", Sector::Gas), Decision::Deny(Reason::Invisible));
}

#[test]
fn the_offices_interview_and_hold_to_account_units_and_villages_too() {
    let unit = Subject { organization: Uuid::from_u128(50), kind: OrganizationKind::Unit, village: None, jurisdiction: "/150626/wushenzhao/", sectors: &[] };
    let may = |name: &str, kind| decide_enforcement(&column(name, Position::Head), kind, &unit).is_allowed();
    assert!(may("SAFETY", EnforcementKind::Interview));
    assert!(may("DISCIPLINE", EnforcementKind::Accountability));
    assert!(!may("SAFETY", EnforcementKind::Accountability));
    assert!(!may("POWER", EnforcementKind::Fine), "a unit is no enterprise");
}

#[test]
fn who_sits_in_the_enterprise_does_not_act_on_it_from_outside() {
    let mut both = column("POWER", Position::Head);
    both.seats.extend(column("OWN", Position::Staff).seats);
    let refusal = decide_enforcement(&both, EnforcementKind::Fine, &enterprise()).or_refuse().expect_err("a refusal");
    assert_eq!(refusal.code, "FORBIDDEN");
    assert!(decide_enforcement(&Actor::operator(), EnforcementKind::Fine, &enterprise()).is_allowed());
    assert_eq!(decide_enforcement(&Actor::nobody(), EnforcementKind::Fine, &enterprise()), Decision::Deny(Reason::Invisible));
}
