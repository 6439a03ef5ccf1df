//! Drills with plan, people and the tasks that they leave.

use crate::common::{Township, day, refused};
use redline_domain::{DrillForm, DrillScope, TaskState};
use redline_entity::{attendance, drill, ledger_event, task};
use redline_ledger::{
    attendance::Attendee,
    drill::{NewDrill, add_review, record, void},
    task::{NewTask, complete, state},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

fn improvement(responsible: Option<Uuid>, name: Option<&str>, due_on: &str) -> NewTask {
    NewTask { description: "堵漏器材补充两套".to_owned(), responsible, responsible_name: name.map(str::to_owned), due_on: day(due_on) }
}

fn a_drill(town: &Township) -> NewDrill {
    NewDrill {
        organization: town.plant.id,
        title: "储罐泄漏应急演练".to_owned(),
        scenario: "阀门泄漏，疏散并堵漏。".to_owned(),
        occurred_on: day("2023-06-20"),
        participants: 2,
        led_by: None,
        review: Some("疏散及时。".to_owned()),
        plan: Some("危险化学品泄漏专项预案".to_owned()),
        scope: Some(DrillScope::Special),
        form: Some(DrillForm::Field),
        attendees: vec![
            Attendee { person: Some(town.plant.head), name: Some("别名".to_owned()), role: Some("总指挥".to_owned()) },
            Attendee { name: Some("班长一名".to_owned()), ..Attendee::default() },
        ],
        improvements: vec![improvement(Some(town.plant.staff), Some("不用"), "2023-07-20"), improvement(None, Some("张某"), "2023-06-20")],
        photos: Vec::new(),
        documents: Vec::new(),
    }
}

async fn drilled(town: &Township, new: NewDrill) -> redline_ledger::Result<drill::Model> {
    let ctx = town.person(town.plant.officer, "2023-06-21").await;
    town.change(async |tx| record(tx, &ctx, new).await).await
}

async fn tasks(town: &Township) -> Vec<task::Model> {
    task::Entity::find().order_by_asc(task::Column::Id).all(town.db.read()).await.expect("tasks")
}

#[tokio::test]
async fn a_drill_keeps_its_plan_and_people_and_its_improvements_become_tasks() {
    let town = Township::new().await;
    let drill = drilled(&town, a_drill(&town)).await.expect("recorded");
    assert_eq!((drill.plan.as_deref(), drill.scope, drill.form), (Some("危险化学品泄漏专项预案"), Some(DrillScope::Special), Some(DrillForm::Field)));
    let people = attendance::Entity::find().order_by_asc(attendance::Column::Ordinal).all(town.db.read()).await.expect("people");
    let named: Vec<_> = people.iter().map(|row| (row.drill_id, row.name.as_str(), row.person_id, row.role.as_deref())).collect();
    let expected = [(Some(drill.id), "李建国", Some(town.plant.head), Some("总指挥")), (Some(drill.id), "班长一名", None, None)];
    assert_eq!(named, expected, "who is known is named as in the ledger");
    let tasks = tasks(&town).await;
    let said: Vec<_> = tasks.iter().map(|row| (row.drill_id, row.responsible_id, row.responsible_name.as_deref(), row.due_on)).collect();
    assert_eq!(said, [(drill.id, Some(town.plant.staff), None, day("2023-07-20")), (drill.id, None, Some("张某"), day("2023-06-20"))]);
    assert_eq!(tasks.iter().map(|row| state(row, day("2023-06-21"))).collect::<Vec<_>>(), [TaskState::Open, TaskState::Overdue]);
    let event =
        ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(tasks[0].id)).one(town.db.read()).await.expect("asked").expect("an event");
    assert_eq!((event.subject_kind.as_str(), event.action.as_str(), event.actor_id), ("TASK", "TASK_RECORDED", Some(town.plant.officer)));
}

#[tokio::test]
async fn what_is_wrong_with_people_and_improvements_is_told_at_once() {
    let town = Township::new().await;
    let twice = Attendee { person: Some(town.plant.head), ..Attendee::default() };
    let stranger = Attendee { person: Some(town.trader.head), ..Attendee::default() };
    let wrong = NewDrill {
        participants: 2,
        attendees: vec![twice.clone(), twice, stranger, Attendee::default()],
        improvements: vec![improvement(None, Some(" "), "2023-06-19")],
        ..a_drill(&town)
    };
    let codes = ["NO_POSITION", "TEXT_MISSING", "LISTED_TWICE", "FEWER_THAN_LISTED", "RESPONSIBLE_MISSING", "DUE_BEFORE_THE_DRILL"];
    let mut found = refused(drilled(&town, wrong).await);
    found.sort_unstable();
    let mut expected = codes.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    drilled(&town, NewDrill { attendees: Vec::new(), improvements: Vec::new(), participants: 1, ..a_drill(&town) }).await.expect("without names");
}

#[tokio::test]
async fn a_drill_leaves_fifty_tasks_at_most() {
    let town = Township::new().await;
    let with = |count: usize| NewDrill { improvements: vec![improvement(Some(town.plant.staff), None, "2023-07-20"); count], ..a_drill(&town) };
    assert_eq!(refused(drilled(&town, with(51)).await), ["TOO_MANY_TASKS"]);
    drilled(&town, with(50)).await.expect("recorded");
    assert_eq!(tasks(&town).await.len(), 50);
}

#[tokio::test]
async fn the_review_may_bring_the_improvements() {
    let town = Township::new().await;
    let drill = drilled(&town, NewDrill { review: None, improvements: Vec::new(), ..a_drill(&town) }).await.expect("recorded");
    let ctx = town.person(town.plant.officer, "2023-06-25").await;
    let new = vec![improvement(Some(town.plant.officer), None, "2023-06-30")];
    town.change(async |tx| add_review(tx, &ctx, drill.id, "集合点需增设标识。", new).await).await.expect("reviewed");
    assert_eq!(tasks(&town).await.len(), 1);
}

#[tokio::test]
async fn a_task_is_done_by_who_answers_for_it_or_an_officer_once_and_not_before_the_drill() {
    let town = Township::new().await;
    drilled(&town, a_drill(&town)).await.expect("recorded");
    let id = tasks(&town).await[0].id;
    let staff = town.person(town.plant.staff, "2023-07-10").await;
    let done = async |ctx: &redline_ledger::Context, id: Uuid, on: &str| {
        let on = day(on);
        town.change(async |tx| complete(tx, ctx, id, ("已补充。", on), &[]).await).await
    };
    assert_eq!(refused(done(&staff, id, "2023-06-19").await), ["BEFORE_THE_DRILL"]);
    assert_eq!(refused(done(&staff, id, "2023-07-11").await), ["DATE_IN_FUTURE"]);
    assert_eq!(refused(done(&staff, tasks(&town).await[1].id, "2023-07-10").await), ["FORBIDDEN"], "somebody else's");
    let trader = town.person(town.trader.officer, "2023-07-10").await;
    assert_eq!(refused(done(&trader, id, "2023-07-10").await), ["NOT_FOUND"]);
    let task = done(&staff, id, "2023-07-10").await.expect("done");
    assert_eq!((state(&task, day("2023-08-01")), task.done_by), (TaskState::Done, Some(town.plant.staff)));
    assert_eq!(refused(done(&staff, id, "2023-07-10").await), ["ALREADY_DONE"]);
    let events = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).order_by_asc(ledger_event::Column::Id).all(town.db.read()).await;
    assert_eq!(events.expect("events").last().map(|row| (row.action.clone(), row.actor_id)), Some(("TASK_COMPLETED".to_owned(), Some(town.plant.staff))));
}

#[tokio::test]
async fn a_voided_drill_drops_its_open_tasks() {
    let town = Township::new().await;
    let drill = drilled(&town, a_drill(&town)).await.expect("recorded");
    let officer = town.person(town.plant.officer, "2023-06-22").await;
    let open = tasks(&town).await;
    town.change(async |tx| complete(tx, &officer, open[1].id, ("已完成。", day("2023-06-22")), &[]).await).await.expect("done");
    town.change(async |tx| void(tx, &officer, drill.id, "登记有误").await).await.expect("voided");
    let states: Vec<_> = tasks(&town).await.iter().map(|row| state(row, day("2023-08-01"))).collect();
    assert_eq!(states, [TaskState::Dropped, TaskState::Done]);
    assert_eq!(refused(town.change(async |tx| complete(tx, &officer, open[0].id, ("x", day("2023-06-22")), &[]).await).await), ["DROPPED"]);
}
