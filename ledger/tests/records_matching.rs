//! Records are linked by themselves to the windows that they count for.

use crate::common::{Township, day, person, refused};
use chrono::NaiveDate;
use redline_domain::{ActivityKind, InspectionKind, Position, RecordKind, ReportKind};
use redline_entity::{drill, evidence, inspection};
use redline_ledger::{
    Context, Result,
    activity::{self, NewActivity},
    drill::NewDrill,
    inspection::{NewInspection, record, sign},
    person::{appoint, dismiss},
    report::{self, NewReport},
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

fn a_drill(organization: Uuid, on: &str) -> NewDrill {
    NewDrill {
        organization,
        title: "泄漏处置演练".to_owned(),
        scenario: "储罐区法兰泄漏".to_owned(),
        occurred_on: day(on),
        participants: 30,
        led_by: None,
        review: Some("疏散用时 6 分钟，集合点需增设标识。".to_owned()),
        plan: None,
        scope: None,
        form: None,
        attendees: Vec::new(),
        improvements: Vec::new(),
        photos: Vec::new(),
        documents: Vec::new(),
    }
}

fn head_led(organization: Uuid, leader: Uuid, on: &str) -> NewInspection {
    NewInspection {
        organization,
        inspector: organization,
        kind: InspectionKind::HeadLed,
        leader,
        occurred_on: day(on),
        modes: Vec::new(),
        scopes: Vec::new(),
        summary: "检查储罐区和装卸区。".to_owned(),
        findings: Vec::new(),
        alert: None,
        contracts: Vec::new(),
        photos: Vec::new(),
        members: Vec::new(),
    }
}

async fn drilled(town: &Township, ctx: &Context, new: NewDrill) -> Result<drill::Model> {
    town.change(async |tx| redline_ledger::drill::record(tx, ctx, new).await).await
}

/// Records and signs an inspection.
async fn inspected(town: &Township, ctx: &Context, new: NewInspection) -> inspection::Model {
    town.change(async |tx| {
        let draft = record(tx, ctx, new).await?;
        sign(tx, ctx, draft.id, &Confirmed::by_program(ctx)).await
    })
    .await
    .expect("signed")
}

async fn evidence_of(town: &Township, window: Uuid) -> Vec<(RecordKind, Uuid, bool)> {
    let rows = evidence::Entity::find().filter(evidence::Column::WindowId.eq(window)).all(town.db.read()).await.expect("evidence");
    rows.into_iter().map(|row| (row.record_kind, row.record_id, row.late)).collect()
}

async fn fulfilled_on(town: &Township, organization: Uuid, rule: &str, on: &str) -> Option<NaiveDate> {
    town.window(organization, rule, on).await.fulfilled_on
}

#[tokio::test]
async fn a_drill_in_march_fulfils_the_first_half() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-05-24").await;
    let drill = drilled(&town, &ctx, a_drill(town.plant.id, "2023-03-10")).await.expect("recorded");
    let [first, second] = <[_; 2]>::try_from(town.windows(town.plant.id, "E16").await).expect("two half-years");
    assert_eq!(first.fulfilled_on, Some(day("2023-03-10")));
    assert_eq!(first.fulfilled_recorded_at, Some(ctx.now));
    assert_eq!(evidence_of(&town, first.id).await, [(RecordKind::Drill, drill.id, false)]);
    assert_eq!((second.fulfilled_on, first.check_after), (None, None));
}

#[tokio::test]
async fn a_drill_counts_from_its_review_on_and_as_recorded_then() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let drill = drilled(&town, &ctx, NewDrill { review: None, ..a_drill(town.plant.id, "2023-06-20") }).await.expect("recorded");
    assert_eq!(fulfilled_on(&town, town.plant.id, "E16", "2023-06-20").await, None);
    let later = town.person(town.plant.officer, "2023-07-03").await;
    assert_eq!(refused(town.change(async |tx| redline_ledger::drill::add_review(tx, &later, drill.id, "  ", Vec::new()).await).await), ["TEXT_MISSING"]);
    town.change(async |tx| redline_ledger::drill::add_review(tx, &later, drill.id, "集合点需增设标识。", Vec::new()).await).await.expect("reviewed");
    let window = town.window(town.plant.id, "E16", "2023-06-20").await;
    assert_eq!((window.fulfilled_on, window.fulfilled_recorded_at), (Some(day("2023-06-20")), Some(later.now)));
    assert_eq!(
        refused(town.change(async |tx| redline_ledger::drill::add_review(tx, &later, drill.id, "再次评估。", Vec::new()).await).await),
        ["ALREADY_REVIEWED"]
    );
}

#[tokio::test]
async fn voiding_a_record_takes_the_fulfilment_back() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let drill = drilled(&town, &ctx, a_drill(town.plant.id, "2023-06-20")).await.expect("recorded");
    assert!(fulfilled_on(&town, town.plant.id, "E16", "2023-06-20").await.is_some());
    let later = town.person(town.plant.officer, "2023-06-25").await;
    assert_eq!(refused(town.change(async |tx| redline_ledger::drill::void(tx, &later, drill.id, " ").await).await), ["REASON_MISSING"]);
    town.change(async |tx| redline_ledger::drill::void(tx, &later, drill.id, "登记错误").await).await.expect("voided");
    let window = town.window(town.plant.id, "E16", "2023-06-20").await;
    assert_eq!((window.fulfilled_on, window.fulfilled_recorded_at), (None, None));
    assert_eq!(window.check_after, Some(later.now), "the engine looks at it at once");
    assert_eq!(evidence_of(&town, window.id).await, []);
    assert_eq!(refused(town.change(async |tx| redline_ledger::drill::void(tx, &later, drill.id, "登记错误").await).await), ["ALREADY_VOIDED"]);
}

#[tokio::test]
async fn what_cannot_have_been_is_refused_naming_every_field() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let wrong = NewDrill {
        title: " ".to_owned(),
        participants: 0,
        occurred_on: day("2023-06-21"),
        led_by: Some(town.trader.head),
        ..a_drill(town.plant.id, "2023-06-20")
    };
    assert_eq!(refused(drilled(&town, &ctx, wrong).await), ["TEXT_MISSING", "DATE_IN_FUTURE", "BAD_PARTICIPANTS", "NO_POSITION"]);
    assert_eq!(refused(drilled(&town, &ctx, a_drill(town.plant.id, "2021-12-31")).await), ["DATE_TOO_EARLY"]);
    drilled(&town, &ctx, a_drill(town.plant.id, "2022-01-01")).await.expect("last year's drill");
    drilled(&town, &ctx, NewDrill { participants: 1, ..a_drill(town.plant.id, "2023-06-20") }).await.expect("today's drill");
}

#[tokio::test]
async fn only_the_organizations_own_officers_make_its_records() {
    let town = Township::new().await;
    for (who, expected) in
        [(town.plant.staff, "FORBIDDEN"), (town.village.head, "FORBIDDEN"), (town.trader.head, "NOT_FOUND"), (town.party_office.head, "NOT_FOUND")]
    {
        let ctx = town.person(who, "2023-06-20").await;
        assert_eq!(refused(drilled(&town, &ctx, a_drill(town.plant.id, "2023-06-20")).await), [expected]);
    }
    assert_eq!(refused(drilled(&town, &town.nobody("2023-06-20"), a_drill(town.plant.id, "2023-06-20")).await), ["NOT_FOUND"]);
}

#[tokio::test]
async fn a_head_led_inspection_counts_only_if_the_leader_was_head_on_that_day() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    inspected(&town, &ctx, head_led(town.plant.id, town.plant.deputy, "2023-06-19")).await;
    assert_eq!(fulfilled_on(&town, town.plant.id, "E05", "2023-06-20").await, None);
    inspected(&town, &ctx, head_led(town.plant.id, town.plant.head, "2023-06-20")).await;
    assert_eq!(fulfilled_on(&town, town.plant.id, "E05", "2023-06-20").await, Some(day("2023-06-20")));
}

#[tokio::test]
async fn a_head_who_left_in_may_does_not_count_in_june_and_the_new_one_does() {
    let town = Township::new().await;
    let operator = town.operator("2023-05-26");
    let new_head = town
        .change(async |tx| {
            let seats = redline_entity::membership::Entity::find().filter(redline_entity::membership::Column::PersonId.eq(town.plant.head)).all(tx).await?;
            dismiss(tx, &operator, seats[0].id, day("2023-05-26")).await?;
            // He stays as an adviser, so that he can lead inspections still.
            appoint(tx, &operator, town.plant.head, town.plant.id, Position::Staff, None, day("2023-05-26")).await?;
            let new_head = person(tx, &operator, "张伟").await;
            appoint(tx, &operator, new_head, town.plant.id, Position::Head, None, day("2023-05-26")).await?;
            Ok(new_head)
        })
        .await
        .expect("a new head");
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    inspected(&town, &ctx, head_led(town.plant.id, town.plant.head, "2023-06-19")).await;
    assert_eq!(fulfilled_on(&town, town.plant.id, "E05", "2023-06-20").await, None);
    inspected(&town, &ctx, head_led(town.plant.id, new_head, "2023-06-20")).await;
    assert_eq!(fulfilled_on(&town, town.plant.id, "E05", "2023-06-20").await, Some(day("2023-06-20")));
}

#[tokio::test]
async fn a_correction_of_who_was_head_counts_at_once() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    inspected(&town, &ctx, head_led(town.plant.id, town.plant.deputy, "2023-06-19")).await;
    let operator = town.operator("2023-06-21");
    town.change(async |tx| appoint(tx, &operator, town.plant.deputy, town.plant.id, Position::Head, None, day("2023-06-19")).await).await.expect("appointed");
    assert_eq!(fulfilled_on(&town, town.plant.id, "E05", "2023-06-20").await, Some(day("2023-06-19")));
}

#[tokio::test]
async fn late_evidence_fulfils_late_and_late_records_stay_visible() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-07-05").await;
    // About July, but June was missed: it makes good June, late, and counts for July.
    let late = inspected(&town, &ctx, head_led(town.plant.id, town.plant.head, "2023-07-05")).await;
    let june = town.window(town.plant.id, "E05", "2023-06-20").await;
    assert_eq!((june.fulfilled_on, evidence_of(&town, june.id).await), (Some(day("2023-07-05")), vec![(RecordKind::Inspection, late.id, true)]));
    assert_eq!(fulfilled_on(&town, town.plant.id, "E05", "2023-07-05").await, Some(day("2023-07-05")));
    // One of June turns up: June was fulfilled in time after all, recorded late.
    let found = inspected(&town, &ctx, head_led(town.plant.id, town.plant.head, "2023-06-30")).await;
    let june = town.window(town.plant.id, "E05", "2023-06-20").await;
    assert_eq!((june.fulfilled_on, june.fulfilled_recorded_at), (Some(day("2023-06-30")), Some(ctx.now)));
    assert_eq!(evidence_of(&town, june.id).await, [(RecordKind::Inspection, found.id, false)]);
}

fn publicity(unit: Uuid, on: &str, enterprises: &[Uuid]) -> NewActivity {
    NewActivity {
        organization: unit,
        kind: ActivityKind::Publicity,
        title: "判定标准宣讲".to_owned(),
        occurred_on: day(on),
        participants: 10,
        led_by: None,
        summary: "逐条解读判定标准。".to_owned(),
        enterprises: enterprises.to_vec(),
        attendees: Vec::new(),
        expected: None,
        photos: Vec::new(),
        documents: Vec::new(),
    }
}

#[tokio::test]
async fn the_criteria_are_made_known_once_every_enterprise_of_the_sector_was_named() {
    let town = Township::new().await;
    let ctx = town.person(town.regulator.officer, "2023-05-25").await;
    let done = async |new: NewActivity| town.change(async |tx| activity::record(tx, &ctx, new).await).await;
    done(publicity(town.regulator.id, "2023-05-24", &[])).await.expect("recorded");
    assert_eq!(fulfilled_on(&town, town.regulator.id, "R02", "2023-05-24").await, None);
    assert_eq!(refused(done(publicity(town.regulator.id, "2023-05-25", &[town.trader.id])).await), ["UNKNOWN_ENTERPRISE"], "of another sector: unseen");
    assert_eq!(refused(done(publicity(town.regulator.id, "2023-05-25", &[town.village.id])).await), ["UNKNOWN_ENTERPRISE"], "no enterprise");
    done(publicity(town.regulator.id, "2023-05-25", &[town.plant.id, town.plant.id])).await.expect("recorded");
    assert_eq!(fulfilled_on(&town, town.regulator.id, "R02", "2023-05-24").await, Some(day("2023-05-25")));
}

#[tokio::test]
async fn both_records_of_a_rule_are_needed() {
    let town = Township::new().await;
    let ctx = town.person(town.regulator.officer, "2023-05-25").await;
    for (kind, expected) in [(ActivityKind::DivisionOfLabour, None), (ActivityKind::MobilisationMeeting, Some(day("2023-05-25")))] {
        let new = NewActivity { kind, ..publicity(town.regulator.id, "2023-05-25", &[]) };
        town.change(async |tx| activity::record(tx, &ctx, new).await).await.expect("recorded");
        assert_eq!(fulfilled_on(&town, town.regulator.id, "R01", "2023-05-25").await, expected, "{kind}");
    }
}

#[tokio::test]
async fn a_report_counts_for_the_period_that_it_is_about_and_for_no_other() {
    let town = Township::new().await;
    let submit = async |on: &str, period_on: &str| {
        let ctx = town.person(town.village.officer, on).await;
        let new = NewReport::new(town.village.id, ReportKind::ProgressTable, day(period_on), "本周进展。");
        town.change(async |tx| report::submit(tx, &ctx, new, &Confirmed::by_program(&ctx)).await).await
    };
    submit("2023-06-11", "2023-06-11").await.expect("on the last day of its week");
    assert_eq!(fulfilled_on(&town, town.village.id, "V04", "2023-06-05").await, Some(day("2023-06-11")));
    assert_eq!(fulfilled_on(&town, town.village.id, "V04", "2023-06-04").await, None);
    assert_eq!(refused(submit("2023-06-11", "2023-06-12").await), ["DATE_IN_FUTURE"]);
    submit("2023-06-12", "2023-06-04").await.expect("of the week before last");
    let late = town.window(town.village.id, "V04", "2023-06-04").await;
    assert_eq!(late.fulfilled_on, Some(day("2023-06-12")));
}

#[tokio::test]
async fn only_what_the_rulebook_asks_of_such_an_organization_is_taken() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-11").await;
    let table = NewReport::new(town.plant.id, ReportKind::ProgressTable, day("2023-06-11"), "本周进展。");
    let Err(redline_ledger::Error::Refused(refusals)) = town.change(async |tx| report::submit(tx, &ctx, table, &Confirmed::by_program(&ctx)).await).await
    else {
        panic!("refused")
    };
    assert_eq!(refusals[0].code, "KIND_NOT_ASKED");
    assert_eq!(refusals[0].message(redline_domain::Language::Zh), "方案没有要求企业报送“进展情况调度表”。可报送：重大隐患台账申报、专项行动开展情况报告。");
    let training = NewActivity { kind: ActivityKind::Training, ..publicity(town.plant.id, "2023-06-11", &[]) };
    assert_eq!(refused(town.change(async |tx| activity::record(tx, &ctx, training).await).await), ["KIND_NOT_ASKED"]);
}
