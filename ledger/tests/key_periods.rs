//! Key periods, the roster, and the days on which the head was on duty (E07).

use crate::common::{Township, day, refused, telling::said};
use redline_domain::{EndedAs, NoticeKind, OnDutyState};
use redline_entity::{key_period, ledger_event, notice, on_duty, window};
use redline_ledger::{
    key_period::{NewKeyPeriod, declare, withdraw},
    on_duty::{Entry, NewOnDuty, plan, record, void},
    person::{appoint, dismiss},
    window::facts,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

fn dragon_boat() -> NewKeyPeriod {
    NewKeyPeriod { name: "端午节假期".to_owned(), from: day("2023-06-22"), until: day("2023-06-24"), reason: "节假日值守".to_owned() }
}

async fn declared(town: &Township) -> key_period::Model {
    let office = town.person(town.safety_office.officer, "2023-06-16").await;
    town.change(async |tx| declare(tx, &office, dragon_boat()).await).await.expect("declared")
}

fn there(town: &Township, period: Uuid, on: &str, person: Uuid) -> NewOnDuty {
    NewOnDuty { organization: town.plant.id, key_period: period, day: day(on), person, note: None, photos: Vec::new() }
}

async fn recorded(town: &Township, period: Uuid, on: &str, person: Uuid, when: &str) -> on_duty::Model {
    let ctx = town.person(town.plant.officer, when).await;
    let new = there(town, period, on, person);
    town.change(async |tx| record(tx, &ctx, new).await).await.expect("recorded")
}

async fn owed(town: &Township) -> window::Model {
    town.windows(town.plant.id, "E07").await.remove(0)
}

async fn roster(town: &Township) -> Vec<(String, Uuid, bool, OnDutyState)> {
    let rows = on_duty::Entity::find().order_by_asc(on_duty::Column::Day).order_by_asc(on_duty::Column::Id).all(town.db.read()).await.expect("rows");
    rows.into_iter().map(|row| (row.day.to_string(), row.person_id, row.planned, row.state)).collect()
}

#[tokio::test]
async fn a_key_period_is_owed_by_every_enterprise_for_each_of_its_days() {
    let town = Township::new().await;
    let period = declared(&town).await;
    for enterprise in [&town.plant, &town.trader] {
        let windows = town.windows(enterprise.id, "E07").await;
        assert_eq!(windows.len(), 1);
        let row = &windows[0];
        assert_eq!((row.opens_on, row.closes_on, row.due_on, row.required), (day("2023-06-22"), day("2023-06-24"), day("2023-06-24"), 3));
        assert_eq!((row.cause_id, row.check_after), (Some(period.id), Some(town.site.zone.start_of(day("2023-06-22")))));
    }
    let told = notice::Entity::find().filter(notice::Column::SubjectId.eq(period.id)).all(town.db.read()).await.expect("notices");
    assert!(told.len() == 4 && told.iter().all(|row| row.kind == NoticeKind::KeyPeriodDeclared), "{told:?}");
    let event = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(period.id)).one(town.db.read()).await.expect("asked").expect("an event");
    assert_eq!((event.subject_kind.as_str(), event.action.as_str(), event.actor_id), ("KEY_PERIOD", "KEY_PERIOD_DECLARED", Some(town.safety_office.officer)));
}

#[tokio::test]
async fn a_key_period_begins_today_or_later_and_only_the_office_declares_it() {
    let town = Township::new().await;
    let office = town.person(town.safety_office.officer, "2023-06-22").await;
    let past = NewKeyPeriod { from: day("2023-06-21"), ..dragon_boat() };
    assert_eq!(refused(town.change(async |tx| declare(tx, &office, past).await).await), ["BEGINS_IN_THE_PAST"]);
    let nameless = NewKeyPeriod { name: String::new(), until: day("2023-07-23"), ..dragon_boat() };
    assert_eq!(refused(town.change(async |tx| declare(tx, &office, nameless).await).await), ["TEXT_MISSING", "TOO_LONG"]);
    town.change(async |tx| declare(tx, &office, dragon_boat()).await).await.expect("from today on");
    let plant = town.person(town.plant.head, "2023-06-16").await;
    assert_eq!(refused(town.change(async |tx| declare(tx, &plant, dragon_boat()).await).await), ["FORBIDDEN"]);
}

#[tokio::test]
async fn it_is_fulfilled_when_the_head_was_there_on_each_day_and_a_deputy_does_not_count() {
    let town = Township::new().await;
    let period = declared(&town).await;
    recorded(&town, period.id, "2023-06-22", town.plant.head, "2023-06-22").await;
    recorded(&town, period.id, "2023-06-23", town.plant.deputy, "2023-06-23").await;
    let third = recorded(&town, period.id, "2023-06-24", town.plant.head, "2023-06-24").await;
    assert_eq!(owed(&town).await.fulfilled_on, None);
    let ctx = town.person(town.plant.head, "2023-06-24").await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E07", "2023-06-24").await;
    assert!(
        zh.contains(&"2023-06-23 的在岗值守登记的是王强，其当日任分管负责人，不是主要负责人；由他人代班的不计为主要负责人在岗（2.1.1）。".to_owned()),
        "{zh:#?}"
    );
    assert!(zh.contains(&"共 3 天，尚缺 1 天的主要负责人在岗记录：2023-06-23。".to_owned()), "{zh:#?}");
    assert!(en.contains(&"Counted: the on-duty record of 2023-06-22, 李建国 on duty.".to_owned()), "{en:#?}");
    recorded(&town, period.id, "2023-06-23", town.plant.head, "2023-06-24").await;
    let window = owed(&town).await;
    assert_eq!(window.fulfilled_on, Some(day("2023-06-24")));
    assert!(!redline_domain::window::recorded_late(&facts(town.site.zone, &window)));
    // What is voided counts no longer.
    let officer = town.person(town.plant.officer, "2023-06-24").await;
    town.change(async |tx| void(tx, &officer, third.id, "登记有误").await).await.expect("voided");
    assert_eq!(owed(&town).await.fulfilled_on, None);
    assert_eq!(refused(town.change(async |tx| void(tx, &officer, third.id, "再次").await).await), ["ALREADY_VOIDED"]);
}

#[tokio::test]
async fn a_day_recorded_after_the_due_date_fulfils_it_and_stays_visible_as_recorded_late() {
    let town = Township::new().await;
    let period = declared(&town).await;
    for (on, when) in [("2023-06-22", "2023-06-22"), ("2023-06-23", "2023-06-26"), ("2023-06-24", "2023-06-24")] {
        recorded(&town, period.id, on, town.plant.head, when).await;
    }
    let window = owed(&town).await;
    assert_eq!(window.fulfilled_on, Some(day("2023-06-24")));
    assert!(redline_domain::window::recorded_late(&facts(town.site.zone, &window)));
}

#[tokio::test]
async fn who_became_head_within_the_period_counts_from_that_day_on() {
    let town = Township::new().await;
    let period = declared(&town).await;
    let operator = town.operator("2023-06-16");
    let seat = redline_entity::membership::Entity::find()
        .filter(redline_entity::membership::Column::PersonId.eq(town.plant.head))
        .one(town.db.read())
        .await
        .expect("asked")
        .expect("a seat");
    town.change(async |tx| {
        dismiss(tx, &operator, seat.id, day("2023-06-23")).await?;
        appoint(tx, &operator, town.plant.deputy, town.plant.id, redline_domain::Position::Head, None, day("2023-06-23")).await
    })
    .await
    .expect("succeeded");
    recorded(&town, period.id, "2023-06-22", town.plant.head, "2023-06-22").await;
    recorded(&town, period.id, "2023-06-23", town.plant.deputy, "2023-06-23").await;
    recorded(&town, period.id, "2023-06-24", town.plant.deputy, "2023-06-24").await;
    assert_eq!(owed(&town).await.fulfilled_on, Some(day("2023-06-24")));
}

#[tokio::test]
async fn a_day_is_recorded_within_the_period_when_it_has_come_of_somebody_in_office_and_once() {
    let town = Township::new().await;
    let period = declared(&town).await;
    let officer = town.person(town.plant.officer, "2023-06-22").await;
    let attempt = async |new: NewOnDuty| town.change(async |tx| record(tx, &officer, new).await).await;
    assert_eq!(refused(attempt(there(&town, period.id, "2023-06-21", town.plant.head)).await), ["OUT_OF_PERIOD"]);
    assert_eq!(refused(attempt(there(&town, period.id, "2023-06-23", town.plant.head)).await), ["DATE_IN_FUTURE"]);
    assert_eq!(refused(attempt(there(&town, period.id, "2023-06-25", town.trader.head)).await), ["OUT_OF_PERIOD", "DATE_IN_FUTURE", "NO_POSITION"]);
    assert_eq!(refused(attempt(there(&town, town.plant.id, "2023-06-22", town.plant.head)).await), ["UNKNOWN_KEY_PERIOD"]);
    let row = attempt(there(&town, period.id, "2023-06-22", town.plant.head)).await.expect("today");
    assert_eq!(refused(attempt(there(&town, period.id, "2023-06-22", town.plant.head)).await), ["ALREADY_RECORDED"]);
    for (who, code) in [(town.trader.officer, "NOT_FOUND"), (town.village.head, "FORBIDDEN"), (town.plant.staff, "FORBIDDEN")] {
        let other = town.person(who, "2023-06-22").await;
        assert_eq!(refused(town.change(async |tx| record(tx, &other, there(&town, period.id, "2023-06-22", town.plant.deputy)).await).await), [code]);
    }
    let event = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(row.id)).one(town.db.read()).await.expect("asked").expect("an event");
    assert_eq!((event.subject_kind.as_str(), event.action.as_str(), event.actor_id), ("ON_DUTY", "ON_DUTY_RECORDED", Some(town.plant.officer)));
}

#[tokio::test]
async fn the_roster_is_planned_anew_and_what_is_recorded_stays() {
    let town = Township::new().await;
    let period = declared(&town).await;
    let officer = town.person(town.plant.officer, "2023-06-22").await;
    let (head, deputy) = (town.plant.head, town.plant.deputy);
    let entry = |on: &str, person: Uuid| Entry { day: day(on), person };
    let planned = async |entries: Vec<Entry>| town.change(async |tx| plan(tx, &officer, town.plant.id, period.id, entries).await).await;
    planned(vec![entry("2023-06-22", head), entry("2023-06-22", head), entry("2023-06-23", deputy)]).await.expect("planned");
    let first = recorded(&town, period.id, "2023-06-22", head, "2023-06-22").await;
    planned(vec![entry("2023-06-23", head)]).await.expect("planned anew");
    let expected = [("2023-06-22".to_owned(), head, false, OnDutyState::Recorded), ("2023-06-23".to_owned(), head, true, OnDutyState::Planned)];
    assert_eq!(roster(&town).await, expected);
    planned(vec![entry("2023-06-22", head)]).await.expect("planned again");
    town.change(async |tx| void(tx, &officer, first.id, "登记有误").await).await.expect("voided");
    let expected = [("2023-06-22".to_owned(), head, true, OnDutyState::Voided), ("2023-06-22".to_owned(), head, true, OnDutyState::Planned)];
    assert_eq!(roster(&town).await, expected, "the roster stays as it was planned");
    let events = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(first.id)).order_by_asc(ledger_event::Column::Sequence);
    let events = events.all(town.db.read()).await.expect("events");
    let said: Vec<_> = events.iter().map(|event| (event.action.as_str(), event.actor_id)).collect();
    assert_eq!(said, [("ON_DUTY_RECORDED", Some(town.plant.officer)), ("ON_DUTY_VOIDED", Some(town.plant.officer))]);
    let rows = on_duty::Entity::find().filter(on_duty::Column::State.eq(OnDutyState::Planned)).all(town.db.read()).await.expect("rows");
    assert_eq!(refused(town.change(async |tx| void(tx, &officer, rows[0].id, "登记有误").await).await), ["NOT_RECORDED"]);
    let wrong = planned(vec![entry("2023-06-25", head), entry("2023-06-23", town.trader.head)]).await;
    assert_eq!(refused(wrong), ["NO_POSITION", "OUT_OF_PERIOD"]);
    let strangers = |count: u128| (1..=count).map(|at| entry("2023-06-22", Uuid::from_u128(at))).collect::<Vec<_>>();
    assert!(refused(planned(strangers(310)).await).iter().all(|code| *code == "NO_POSITION"), "as many as a roster has");
    assert_eq!(refused(planned(strangers(311)).await), ["ROSTER_TOO_LONG"]);
    let event = ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("ON_DUTY_PLANNED")).one(town.db.read()).await.expect("asked").expect("one");
    assert_eq!((event.subject_id, event.organization_id, event.actor_id), (period.id, Some(town.plant.id), Some(town.plant.officer)));
}

#[tokio::test]
async fn a_withdrawn_key_period_is_owed_no_longer_and_takes_no_records() {
    let town = Township::new().await;
    let period = declared(&town).await;
    let office = town.person(town.safety_office.head, "2023-06-21").await;
    town.change(async |tx| withdraw(tx, &office, period.id, "活动取消").await).await.expect("withdrawn");
    let window = owed(&town).await;
    assert_eq!((window.ended_as, window.ended_on), (Some(EndedAs::Superseded), Some(day("2023-06-21"))));
    let officer = town.person(town.plant.officer, "2023-06-22").await;
    let late = town.change(async |tx| record(tx, &officer, there(&town, period.id, "2023-06-22", town.plant.head)).await).await;
    assert_eq!(refused(late), ["KEY_PERIOD_WITHDRAWN"]);
    assert_eq!(refused(town.change(async |tx| withdraw(tx, &office, period.id, "再次").await).await), ["ALREADY_WITHDRAWN"]);
    let (zh, _) = said(&town, &officer, town.plant.id, "E07", "2023-06-22").await;
    assert_eq!(zh[0], "事由已撤销，自 2023-06-21 起不再要求，原因：活动取消。");
}
