//! Accident alerts and the check for the same hazard that they set off (E06).

use crate::common::{
    Township, day, refused,
    telling::{inspected, said, signed},
};
use redline_domain::{EndedAs, InspectionKind, NoticeKind, RecordKind, Sector, ids::Noun};
use redline_entity::{alert, evidence, ledger_event, notice, window};
use redline_ledger::{
    Context,
    alert::{NewAlert, exists, issue, withdraw},
    inspection::{self, NewInspection},
    organization::suspend,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

fn explosion() -> NewAlert {
    NewAlert {
        title: "某地储罐爆炸事故".to_owned(),
        happened_on: day("2023-06-09"),
        place: "邻近旗县".to_owned(),
        summary: "检维修中违规动火引发爆炸。".to_owned(),
        lessons: "动火前吹扫置换并检测。".to_owned(),
        sectors: vec![Sector::HazardousChemicals, Sector::HazardousChemicals],
        number: None,
    }
}

async fn issued(town: &Township) -> alert::Model {
    let office = town.person(town.safety_office.officer, "2023-06-12").await;
    town.change(async |tx| issue(tx, &office, explosion()).await).await.expect("issued")
}

async fn owed(town: &Township) -> window::Model {
    let windows = town.windows(town.plant.id, "E06").await;
    assert_eq!(windows.len(), 1);
    windows[0].clone()
}

async fn citing(town: &Township, alert: Option<Uuid>, kind: InspectionKind, on: &str, recorded: &str) -> Uuid {
    let ctx = town.person(town.plant.head, recorded).await;
    signed(town, &ctx, NewInspection { alert, ..inspected(town.plant.id, town.plant.head, kind, on) }).await
}

async fn events_of(town: &Township, subject: Uuid) -> Vec<(String, String, Option<Uuid>)> {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(subject)).order_by_asc(ledger_event::Column::Id);
    rows.all(town.db.read()).await.expect("events").into_iter().map(|row| (row.subject_kind, row.action, row.actor_id)).collect()
}

#[tokio::test]
async fn an_alert_is_owed_by_the_enterprises_of_its_sectors_and_they_are_told() {
    let town = Township::new().await;
    let alert = issued(&town).await;
    assert!(exists(town.db.read(), alert.id).await.expect("asked") && !exists(town.db.read(), town.plant.id).await.expect("asked"));
    assert_eq!(
        (alert.due_on, alert.issued_by_organization, alert.sectors.0.clone()),
        (Some(day("2023-06-22")), Some(town.safety_office.id), vec![Sector::HazardousChemicals])
    );
    let window = owed(&town).await;
    assert_eq!(
        (window.cause_id, window.opens_on, window.closes_on, window.due_on, window.required),
        (Some(alert.id), day("2023-06-12"), day("2023-06-22"), day("2023-06-22"), 1)
    );
    assert!(town.windows(town.trader.id, "E06").await.is_empty(), "of another sector");
    let told =
        notice::Entity::find().filter(notice::Column::SubjectId.eq(alert.id)).order_by_asc(notice::Column::Id).all(town.db.read()).await.expect("notices");
    let told: Vec<_> = told.into_iter().map(|row| (row.kind, row.person_id, row.tale.is_some_and(|tale| tale.0.paragraphs.len() == 3))).collect();
    assert_eq!(told, [(NoticeKind::AlertIssued, town.plant.officer, true), (NoticeKind::AlertIssued, town.plant.head, true)]);
    assert_eq!(events_of(&town, alert.id).await, [("ALERT".to_owned(), "ALERT_ISSUED".to_owned(), Some(town.safety_office.officer))]);
    assert_eq!(events_of(&town, window.id).await[0].1, "WINDOW_SET_OFF");
}

#[tokio::test]
async fn only_the_safety_office_issues_and_an_alert_says_all_that_it_has_to() {
    let town = Township::new().await;
    for (person, on) in [(town.plant.head, "2023-06-12"), (town.regulator.head, "2023-06-12"), (town.safety_office.staff, "2023-06-12")] {
        let ctx = town.person(person, on).await;
        assert_eq!(refused(town.change(async |tx| issue(tx, &ctx, explosion()).await).await), ["FORBIDDEN"]);
    }
    let office = town.person(town.safety_office.head, "2023-06-08").await;
    let wrong = NewAlert { lessons: " ".to_owned(), sectors: Vec::new(), ..explosion() };
    assert_eq!(refused(town.change(async |tx| issue(tx, &office, wrong).await).await), ["DATE_IN_FUTURE", "TEXT_MISSING", "SECTOR_MISSING"]);
}

#[tokio::test]
async fn a_signed_check_that_cites_the_alert_fulfils_it_and_no_other_does() {
    let town = Township::new().await;
    let alert = issued(&town).await;
    citing(&town, None, InspectionKind::SelfCheck, "2023-06-14", "2023-06-14").await;
    assert_eq!(owed(&town).await.fulfilled_on, None);
    // Another alert of the same day sets off a window of the same days, and its check counts for it alone.
    let other = issued_again(&town).await;
    citing(&town, Some(other), InspectionKind::SelfCheck, "2023-06-15", "2023-06-15").await;
    let by_cause = async |cause: Uuid| town.windows(town.plant.id, "E06").await.into_iter().find(|row| row.cause_id == Some(cause)).expect("a window");
    assert_eq!((by_cause(alert.id).await.fulfilled_on, by_cause(other).await.fulfilled_on), (None, Some(day("2023-06-15"))));
    let right = citing(&town, Some(alert.id), InspectionKind::HeadLed, "2023-06-16", "2023-06-16").await;
    let window = by_cause(alert.id).await;
    assert_eq!(window.fulfilled_on, Some(day("2023-06-16")));
    let links = evidence::Entity::find().filter(evidence::Column::WindowId.eq(window.id)).all(town.db.read()).await.expect("links");
    assert_eq!(links.iter().map(|row| (row.record_kind, row.record_id, row.late)).collect::<Vec<_>>(), [(RecordKind::Inspection, right, false)]);
    // What is voided counts no longer.
    let ctx = town.operator("2023-06-17");
    town.change(async |tx| inspection::void(tx, &ctx, right, "未实际开展").await).await.expect("voided");
    assert_eq!(by_cause(alert.id).await.fulfilled_on, None);
}

async fn issued_again(town: &Township) -> Uuid {
    let office = town.person(town.safety_office.officer, "2023-06-12").await;
    town.change(async |tx| issue(tx, &office, NewAlert { title: "另一起事故".to_owned(), ..explosion() }).await).await.expect("issued").id
}

#[tokio::test]
async fn a_check_counts_from_the_day_of_the_accident_on_and_late_ones_count_late() {
    let town = Township::new().await;
    let alert = issued(&town).await;
    citing(&town, Some(alert.id), InspectionKind::SelfCheck, "2023-06-08", "2023-06-13").await;
    assert_eq!(owed(&town).await.fulfilled_on, None, "before the accident");
    citing(&town, Some(alert.id), InspectionKind::SelfCheck, "2023-06-09", "2023-06-13").await;
    assert_eq!(owed(&town).await.fulfilled_on, Some(day("2023-06-09")), "between the accident and the alert");

    let town = Township::new().await;
    let alert = issued(&town).await;
    let late = citing(&town, Some(alert.id), InspectionKind::SelfCheck, "2023-06-23", "2023-06-23").await;
    let window = owed(&town).await;
    assert_eq!(window.fulfilled_on, Some(day("2023-06-23")));
    let link = evidence::Entity::find().filter(evidence::Column::RecordId.eq(late)).filter(evidence::Column::WindowId.eq(window.id)).one(town.db.read()).await;
    assert!(link.expect("asked").expect("a link").late);
}

#[tokio::test]
async fn withdrawing_ends_what_is_still_owed_once_and_for_a_reason() {
    let town = Township::new().await;
    let alert = issued(&town).await;
    let office = town.person(town.safety_office.head, "2023-06-13").await;
    let plant = town.person(town.plant.head, "2023-06-13").await;
    assert_eq!(refused(town.change(async |tx| withdraw(tx, &plant, alert.id, "有误").await).await), ["FORBIDDEN"]);
    assert_eq!(refused(town.change(async |tx| withdraw(tx, &office, alert.id, " ").await).await), ["REASON_MISSING"]);
    assert_eq!(refused(town.change(async |tx| withdraw(tx, &office, town.plant.id, "有误").await).await), ["NOT_FOUND"]);
    town.change(async |tx| withdraw(tx, &office, alert.id, "信息有误").await).await.expect("withdrawn");
    let window = owed(&town).await;
    assert_eq!((window.ended_as, window.ended_on, window.check_after), (Some(EndedAs::Superseded), Some(day("2023-06-13")), None));
    assert_eq!(refused(town.change(async |tx| withdraw(tx, &office, alert.id, "再次").await).await), ["ALREADY_WITHDRAWN"]);
    assert_eq!(events_of(&town, alert.id).await[1], ("ALERT".to_owned(), "ALERT_WITHDRAWN".to_owned(), Some(town.safety_office.head)));
}

#[tokio::test]
async fn a_suspension_excuses_it_and_a_classification_leaves_it_alone() {
    let town = Township::new().await;
    issued(&town).await;
    let ctx: Context = town.operator("2023-06-15");
    let classify = redline_ledger::organization::classify;
    town.change(async |tx| classify(tx, &ctx, town.plant.id, day("2023-06-15"), &[Sector::IndustryAndTrade], &[], "复核").await).await.expect("classified");
    assert_eq!((owed(&town).await.ended_on, owed(&town).await.cause_id.is_some()), (None, true), "it was owed when the alert came");
    town.change(async |tx| suspend(tx, &ctx, town.plant.id, day("2023-06-15"), "停产整顿").await).await.expect("suspended");
    let window = owed(&town).await;
    assert_eq!((window.ended_as, window.ended_on), (Some(EndedAs::Excused), Some(day("2023-06-15"))));
}

#[tokio::test]
async fn the_explanation_names_the_alert_and_says_why_a_check_does_not_count() {
    let town = Township::new().await;
    let alert = issued(&town).await;
    citing(&town, None, InspectionKind::SelfCheck, "2023-06-14", "2023-06-14").await;
    citing(&town, Some(alert.id), InspectionKind::SelfCheck, "2023-06-08", "2023-06-14").await;
    let ctx = town.person(town.plant.head, "2023-06-15").await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E06", "2023-06-15").await;
    assert!(zh.contains(&"所涉事故警示：“某地储罐爆炸事故”（2023-06-09 发生，2023-06-12 发布）。".to_owned()), "{zh:#?}");
    assert!(zh.contains(&"2023-06-14 的企业自查没有引用事故警示，不计入（2.1.1）。".to_owned()), "{zh:#?}");
    assert!(en.contains(&"The self-check of 2023-06-14 cites no accident alert; it does not count (2.1.1).".to_owned()), "{en:#?}");
    citing(&town, Some(alert.id), InspectionKind::SelfCheck, "2023-06-15", "2023-06-15").await;
    let (_, en) = said(&town, &ctx, town.plant.id, "E06", "2023-06-15").await;
    assert!(en.iter().any(|sentence| sentence.starts_with("Counted: the self-check of 2023-06-15")), "{en:#?}");
    assert_eq!(Noun::Alert.prefix(), "alert");
}
