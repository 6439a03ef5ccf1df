//! How much of what was due was done, computed by hand for a small township.

use crate::common::{Body, TOWN, Township, VILLAGE, day};
use redline_domain::{
    InspectionKind, JurisdictionKind, OrganizationKind, Sector, UnifiedSocialCreditCode,
    permission::{Action, Scope, scope},
};
use redline_entity::jurisdiction;
use redline_ledger::{
    Context,
    compliance::{ComplianceRow, GroupBy, GroupKey, compliance},
    drill::{self, NewDrill},
    inspection::{self, NewInspection},
    organization::{NewOrganization, register},
    signature::Confirmed,
    window,
};
use sea_orm::{ActiveModelTrait, Set};
use uuid::Uuid;

async fn head_led(town: &Township, body: Body, occurred_on: &str, recorded_on: &str) {
    let head = town.person(body.head, recorded_on).await;
    let new = NewInspection {
        organization: body.id,
        inspector: body.id,
        kind: InspectionKind::HeadLed,
        leader: body.head,
        occurred_on: day(occurred_on),
        modes: Vec::new(),
        scopes: Vec::new(),
        summary: "检查储罐区和装卸区。".to_owned(),
        findings: Vec::new(),
        alert: None,
        contracts: Vec::new(),
        photos: Vec::new(),
        members: Vec::new(),
    };
    town.change(async |tx| {
        let draft = inspection::record(tx, &head, new).await?;
        inspection::sign(tx, &head, draft.id, &Confirmed::by_program(&head)).await
    })
    .await
    .expect("signed");
}

async fn drilled(town: &Township, body: Body, on: &str) {
    let officer = town.person(body.officer, on).await;
    let new = NewDrill {
        organization: body.id,
        title: "泄漏处置演练".to_owned(),
        scenario: "储罐区法兰泄漏".to_owned(),
        occurred_on: day(on),
        participants: 30,
        led_by: None,
        review: Some("疏散用时 6 分钟。".to_owned()),
        plan: None,
        scope: None,
        form: None,
        attendees: Vec::new(),
        improvements: Vec::new(),
        photos: Vec::new(),
        documents: Vec::new(),
    };
    town.change(async |tx| drill::record(tx, &officer, new).await).await.expect("recorded");
}

/// The plant drilled on 06-10; its head inspected on 06-20, which was recorded on 07-03 only. The trader's head inspected on
/// 07-05, for the second quarter too late. The village was excused from the safety month on 06-28.
async fn campaign() -> Township {
    let town = Township::new().await;
    drilled(&town, town.plant, "2023-06-10").await;
    let office = town.person(town.safety_office.head, "2023-06-28").await;
    let safety_month = town.window(town.village.id, "V06", "2023-06-15").await;
    town.change(async |tx| window::excuse(tx, &office, safety_month.id, "与镇里合办").await).await.expect("excused");
    head_led(&town, town.plant, "2023-06-20", "2023-07-03").await;
    head_led(&town, town.trader, "2023-07-05", "2023-07-05").await;
    town
}

async fn figures(town: &Township, group_by: GroupBy, as_of: &str, within: &Scope) -> Vec<ComplianceRow> {
    compliance(town.db.read(), &town.operator("2023-07-12"), group_by, day(as_of), within).await.expect("figures")
}

async fn all(town: &Township, group_by: GroupBy, as_of: &str) -> Vec<ComplianceRow> {
    figures(town, group_by, as_of, &Scope { everything: true, ..Scope::default() }).await
}

/// Organizations, due, fulfilled, late, overdue, excused.
fn numbers(row: &ComplianceRow) -> [i64; 6] {
    [row.organizations, row.due, row.fulfilled, row.late, row.overdue, row.excused]
}

fn of(rows: &[ComplianceRow], key: &GroupKey) -> Option<[i64; 6]> {
    rows.iter().find(|row| row.key == *key).map(numbers)
}

#[tokio::test]
async fn a_village_is_the_sum_of_its_enterprises_as_it_was_known_on_each_day() {
    let town = campaign().await;
    // Due on 06-30: the plant's June and first half-year, the trader's second quarter.
    for (as_of, expected) in [
        ("2023-06-09", [2, 0, 0, 0, 0, 0]),
        ("2023-06-29", [2, 0, 0, 0, 0, 0]),
        ("2023-06-30", [2, 3, 1, 0, 0, 0]),
        ("2023-07-01", [2, 3, 1, 0, 2, 0]),
        ("2023-07-02", [2, 3, 1, 0, 2, 0]),
        ("2023-07-03", [2, 3, 2, 0, 1, 0]),
        ("2023-07-04", [2, 3, 2, 0, 1, 0]),
        ("2023-07-05", [2, 3, 2, 1, 0, 0]),
        ("2023-07-12", [2, 3, 2, 1, 0, 0]),
    ] {
        let rows = all(&town, GroupBy::Village, as_of).await;
        assert_eq!(rows.iter().map(numbers).collect::<Vec<_>>(), [expected], "{as_of}");
        assert_eq!((&rows[0].key, rows[0].label.zh.as_str()), (&GroupKey::Organization(town.village.id), "巴音嘎查"));
        let rate = (expected[1] > 0).then(|| f64::from(i32::try_from(expected[2]).unwrap()) / f64::from(i32::try_from(expected[1]).unwrap()));
        assert_eq!(rows[0].rate(), rate);
    }
    assert!(all(&town, GroupBy::Village, "2023-05-21").await.is_empty(), "nothing was owed before the action began");
}

#[tokio::test]
async fn sectors_and_regulators_have_their_own_enterprises() {
    let town = campaign().await;
    let sectors = all(&town, GroupBy::Sector, "2023-07-04").await;
    let keys: Vec<_> = sectors.iter().map(|row| (row.key.clone(), row.label.zh.as_str(), row.label.en.as_str(), numbers(row))).collect();
    assert_eq!(
        keys,
        [
            (GroupKey::Sector(Sector::HazardousChemicals), "危险化学品", "Hazardous chemicals", [1, 2, 2, 0, 0, 0]),
            (GroupKey::Sector(Sector::IndustryAndTrade), "工贸", "Industry and trade (scrap recycling included)", [1, 1, 0, 0, 1, 0])
        ]
    );
    let units = all(&town, GroupBy::Unit, "2023-07-04").await;
    assert_eq!(units.len(), 1, "nobody regulates the trader");
    assert_eq!(
        (&units[0].key, units[0].label.zh.as_str(), numbers(&units[0])),
        (&GroupKey::Organization(town.regulator.id), "乌审召镇应急管理站", [1, 2, 2, 0, 0, 0])
    );
}

#[tokio::test]
async fn rules_are_summed_over_all_who_owe_them() {
    let town = campaign().await;
    let rows = all(&town, GroupBy::Rule, "2023-07-05").await;
    let rule = |code: &str| of(&rows, &GroupKey::Rule(code.to_owned()));
    assert_eq!(rule("E05"), Some([2, 2, 1, 1, 0, 0]));
    assert_eq!(rule("E16"), Some([2, 1, 1, 0, 0, 0]), "the trader's drill is due at the end of the year");
    assert_eq!(rule("E01"), Some([2, 0, 0, 0, 0, 0]));
    assert_eq!(rule("V06"), Some([1, 0, 0, 0, 0, 1]));
    assert_eq!(rule("V04"), Some([1, 6, 0, 0, 6, 0]), "the weeks that ended on 05-28 to 07-02");
    assert_eq!(rule("O02"), Some([1, 1, 0, 0, 0, 0]), "due on this very day: not yet overdue");
    assert_eq!(rule("E03"), None, "no hazard was graded major");
    let keys: Vec<_> = rows.iter().map(|row| if let GroupKey::Rule(code) = &row.key { code.as_str() } else { "" }).collect();
    assert!(keys.is_sorted());
    let first = rows.iter().find(|row| row.key == GroupKey::Rule("E05".to_owned())).expect("E05");
    assert_eq!((first.label.zh.as_str(), first.label.en.as_str()), ("主要负责人带队检查", "Head-led inspection"));
    let before = all(&town, GroupBy::Rule, "2023-06-27").await;
    assert_eq!(of(&before, &GroupKey::Rule("V06".to_owned())), Some([1, 0, 0, 0, 0, 0]), "the day before it was excused");
}

#[tokio::test]
async fn everybody_gets_the_figures_of_what_he_may_see() {
    let town = campaign().await;
    for (who, organizations) in [(town.plant.head, 1), (town.regulator.staff, 1), (town.village.head, 2), (town.safety_office.staff, 2)] {
        let within = scope(&town.person(who, "2023-07-12").await.actor, Action::SeeDuties);
        let rows = figures(&town, GroupBy::Village, "2023-07-12", &within).await;
        assert_eq!(rows.iter().map(|row| row.organizations).collect::<Vec<_>>(), [organizations]);
    }
    assert!(figures(&town, GroupBy::Rule, "2023-07-12", &Scope::default()).await.is_empty());
}

async fn registered(town: &Township, ctx: &Context, kind: OrganizationKind, name: &str, path: &str, sectors: &[Sector]) -> Uuid {
    let enterprise = kind == OrganizationKind::Enterprise;
    let new = NewOrganization {
        kind,
        name: name.to_owned(),
        credit_code: enterprise.then(|| UnifiedSocialCreditCode::make("91150626MA0N0003").expect("a credit code").to_string()),
        jurisdiction_path: path.to_owned(),
        village: enterprise.then_some(town.village.id),
        address: None,
        sectors: sectors.to_vec(),
        traits: Vec::new(),
        joined_on: day("2023-05-22"),
    };
    town.change(async |tx| register(tx, ctx, new).await).await.expect("registered").id
}

#[tokio::test]
async fn an_enterprise_counts_once_for_a_regulator_of_two_of_its_sectors_and_in_each_of_its_sectors() {
    let town = campaign().await;
    let ctx = town.operator("2023-05-22");
    let two = [Sector::HazardousChemicals, Sector::IndustryAndTrade];
    let both = registered(&town, &ctx, OrganizationKind::Unit, "乌审召镇经济发展办", TOWN, &two).await;
    // A neighbour's path that begins alike, and one that lies beside.
    for path in ["/150626/wushenzhao/bay/", "/150626/wushenzhao/bayan/yi/"] {
        let row = jurisdiction::ActiveModel {
            id: Set(ctx.id()),
            parent_id: Set(None),
            kind: Set(JurisdictionKind::Village),
            name: Set(path.to_owned()),
            path: Set(path.to_owned()),
        };
        town.change(async |tx| Ok(row.insert(tx).await?)).await.expect("a jurisdiction");
        registered(&town, &ctx, OrganizationKind::Unit, path, path, &two).await;
    }
    registered(&town, &ctx, OrganizationKind::Enterprise, "双源化工商贸有限公司", VILLAGE, &two).await;
    let units = all(&town, GroupBy::Unit, "2023-07-05").await;
    assert_eq!(units.len(), 2);
    assert_eq!(of(&units, &GroupKey::Organization(both)), Some([3, 5, 2, 1, 2, 0]));
    assert_eq!(of(&units, &GroupKey::Organization(town.regulator.id)), Some([2, 4, 2, 0, 2, 0]));
    let sectors = all(&town, GroupBy::Sector, "2023-07-05").await;
    assert_eq!(of(&sectors, &GroupKey::Sector(Sector::HazardousChemicals)), Some([2, 4, 2, 0, 2, 0]));
    assert_eq!(of(&sectors, &GroupKey::Sector(Sector::IndustryAndTrade)), Some([2, 3, 0, 1, 2, 0]));
}

#[tokio::test]
async fn the_number_of_statements_does_not_grow_with_the_township() {
    let town = campaign().await;
    let count = async |group_by| {
        let before = town.db.statements();
        all(&town, group_by, "2023-07-05").await;
        town.db.statements() - before
    };
    let groups = [GroupBy::Village, GroupBy::Unit, GroupBy::Sector, GroupBy::Rule];
    let mut small = Vec::new();
    for group_by in groups {
        small.push(count(group_by).await);
    }
    assert_eq!(small, [2, 2, 1, 1]);
    registered(&town, &town.operator("2023-05-22"), OrganizationKind::Enterprise, "双源化工商贸有限公司", VILLAGE, &[Sector::Gas, Sector::Transport]).await;
    for (group_by, small) in groups.into_iter().zip(small) {
        assert_eq!(count(group_by).await, small);
    }
}
