//! Hazards as the tests report, grade, plan and rectify them.

use redline_domain::{FoundBy, HazardGrade, NoticeState};
use redline_entity::{hazard as row, ledger_event, notice};
use redline_ledger::hazard::{GradeInput, NewHazard, PlanElements, Rectified};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::common::{Township, day};

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
    GradeInput { grade: HazardGrade::Major, criterion: Some("HAZCHEM-2017/2".to_owned()), reason: String::new() }
}

/// General.
pub fn general() -> GradeInput {
    GradeInput { grade: HazardGrade::General, criterion: None, reason: String::new() }
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

/// Every test file uses a part of this helper and says that it expects dead code. This is dead in each, so that each is right.
fn dead_everywhere() {}
