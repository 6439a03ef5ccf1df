//! Hazards as the tests report, grade, plan and rectify them.

use redline_domain::{FoundBy, HazardGrade, NoticeState};
use redline_entity::{hazard as row, ledger_event, notice};
use redline_ledger::{
    Context,
    attachment::{self, NewAttachment},
    hazard::{self, GradeInput, NewHazard, Photographs, PlanElements, Rectified},
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::common::{Township, day, refused};

/// A hazard as the organization itself finds it.
pub fn found(organization: Uuid, on: &str) -> NewHazard {
    NewHazard {
        organization,
        description: "储罐区可燃气体检测报警装置未投用".to_owned(),
        location: Some(" 甲类储罐区 ".to_owned()),
        sector: None,
        found_by: FoundBy::SelfCheck,
        found_on: day(on),
        finding: None,
    }
}

/// Major, by a criterion.
pub fn major() -> GradeInput {
    GradeInput { grade: HazardGrade::Major, criterion: Some("HAZCHEM-2017/2".to_owned()), reason: String::new(), no_criterion_found: false }
}

/// General.
pub fn general() -> GradeInput {
    GradeInput { grade: HazardGrade::General, criterion: None, reason: String::new(), no_criterion_found: false }
}

/// A plan with all five elements.
pub fn plan(deadline: &str) -> PlanElements {
    PlanElements {
        responsible: "赵敏".to_owned(),
        measures: "更换检测器并联锁".to_owned(),
        funding_yuan: Some(80_000),
        deadline: Some(day(deadline)),
        emergency_plan: "停止装卸，人工巡检".to_owned(),
    }
}

/// What was done, by who asks.
pub fn rectified(on: &str) -> Rectified {
    Rectified { rectification: "已更换并试验合格".to_owned(), on: day(on), by: None }
}

/// The hazard as it now is.
pub async fn look(town: &Township, id: Uuid) -> row::Model {
    row::Entity::find_by_id(id).one(town.db.read()).await.expect("asked").expect("a hazard")
}

/// What the ledger says of it, in order of time.
pub async fn events(town: &Township, id: Uuid) -> Vec<String> {
    let rows = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectId.eq(id))
        .order_by_asc(ledger_event::Column::RecordedAt)
        .all(town.db.read())
        .await
        .expect("events");
    rows.into_iter().map(|event| event.action).collect()
}

/// Who is told of what, in the order of the steps' names; what was cancelled is left out.
pub async fn told(town: &Township, id: Uuid) -> Vec<(String, Uuid)> {
    let rows = notice::Entity::find()
        .filter(notice::Column::HazardId.eq(id))
        .filter(notice::Column::State.eq(NoticeState::Pending))
        .all(town.db.read())
        .await
        .expect("notices");
    let mut told: Vec<_> = rows.into_iter().map(|notice| (notice.step, notice.person_id)).collect();
    told.sort();
    told
}

/// The same step for each of the people.
pub fn each(step: &str, people: &[Uuid]) -> Vec<(String, Uuid)> {
    let mut all: Vec<_> = people.iter().map(|&person| (step.to_owned(), person)).collect();
    all.sort();
    all
}

/// A photograph that who asks has uploaded.
pub async fn photograph(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid) -> Uuid {
    let new = NewAttachment {
        organization,
        file_name: "现场.jpg".to_owned(),
        media_type: "image/jpeg",
        bytes: 3,
        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned(),
        pixels: Some((1, 1)),
    };
    attachment::upload(db, ctx, new).await.expect("uploaded").id
}

/// A photograph of before and one of after.
pub async fn photographs(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid) -> Photographs {
    Photographs { before: vec![photograph(db, ctx, organization).await], after: vec![photograph(db, ctx, organization).await] }
}

/// A major hazard of the plant that was found, and graded, on 2023-06-05.
pub async fn graded_major(town: &Township) -> Uuid {
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    town.change(async |tx| {
        let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id;
        hazard::grade(tx, &officer, id, major()).await?;
        Ok(id)
    })
    .await
    .expect("graded")
}

/// A major hazard of the plant with a plan that is in force since 2023-06-06.
pub async fn planned_major(town: &Township, deadline: &str) -> Uuid {
    let id = graded_major(town).await;
    let officer = town.person(town.plant.officer, "2023-06-06").await;
    town.change(async |tx| hazard::submit_plan(tx, &officer, id, plan(deadline)).await).await.expect("planned");
    id
}

/// Rectifies a planned hazard of the plant on a day, and applies for its acceptance.
pub async fn apply(town: &Township, id: Uuid, on: &str) {
    let officer = town.person(town.plant.officer, on).await;
    town.change(async |tx| {
        hazard::record_progress(tx, &officer, id, "已完成").await?;
        hazard::apply_for_acceptance(tx, &officer, id, Some(rectified(on))).await
    })
    .await
    .expect("applied");
}

/// Rectifies a planned hazard of the plant on a day, and has its regulator accept it.
pub async fn close(town: &Township, id: Uuid, on: &str) {
    apply(town, id, on).await;
    let regulator = town.person(town.regulator.officer, on).await;
    town.change(async |tx| hazard::accept(tx, &regulator, id, None, &Confirmed::by_program(&regulator)).await).await.expect("accepted");
}

/// The last event of a kind about a hazard.
pub async fn event(town: &Township, id: Uuid, action: &str) -> ledger_event::Model {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).filter(ledger_event::Column::Action.eq(action));
    let last = rows.order_by_desc(ledger_event::Column::RecordedAt).one(town.db.read()).await.expect("asked").expect(action);
    assert_eq!(last.subject_kind, "HAZARD");
    last
}

/// The outcome of a change: nothing, or the codes of its refusals.
pub fn codes<T: std::fmt::Debug>(outcome: redline_ledger::Result<T>) -> Vec<&'static str> {
    if outcome.is_ok() { Vec::new() } else { refused(outcome) }
}
