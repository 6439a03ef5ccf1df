//! Grading a hazard (判定级别): general or major, by a criterion or by a supervisor with a reason.

use chrono::Days;
use redline_domain::{
    HazardEventKind, HazardGrade, HazardState, Refusal,
    hazard::life::{self, Grading, HazardStep},
    ids::Noun,
    permission::Action,
};
use redline_entity::{hazard, ledger_event};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{CLAUSE, advance, held, is_supervisor, keep, note, notify, similar, windows};
use crate::{Context, Result, criterion::catalogue};

/// A grading as it is asked for.
#[derive(Clone, Debug)]
pub struct GradeInput {
    /// General or major.
    pub grade: HazardGrade,
    /// The code of the criterion (判定标准) that it is major by, e.g. `GONGMAO-2023/3/1`.
    pub criterion: Option<String>,
    /// Why; a supervisor who cites no criterion must say so.
    pub reason: String,
    /// That the criteria were searched and none was found to fit. Of a major hazard without one it goes without saying.
    pub no_criterion_found: bool,
}

/// Grades a hazard, or grades it anew. A hazard that becomes major is owed a plan and a report to its regulator; one that no
/// longer is, is not.
///
/// # Errors
/// `UNKNOWN_CRITERION`, `CRITERION_NOT_IN_FORCE`, `CRITERION_MEANS_MAJOR`, `CRITERION_FOUND`, and what [`Grading::check`] and [`life::after`] refuse.
pub async fn grade(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, input: GradeInput) -> Result<hazard::Model> {
    let (mut hazard, organization) = held(db, ctx, id, Action::GradeHazard).await?;
    let state = life::after(hazard.state, HazardStep::Grade)?;
    let criterion = criterion(db, &hazard, &input).await?;
    let previous = hazard.grade;
    let by_supervisor = is_supervisor(ctx, &organization);
    Grading { previous, grade: input.grade, by_criterion: criterion.is_some(), by_supervisor, reason: &input.reason }.check()?;

    let today = ctx.today();
    let reason = Some(input.reason.trim()).filter(|reason| !reason.is_empty());
    let changed = previous != Some(input.grade);
    hazard.state = state;
    hazard.grade = Some(input.grade);
    hazard.criterion = criterion;
    hazard.grade_reason = reason.map(str::to_owned);
    hazard.no_criterion_found = hazard.criterion.is_none() && (input.no_criterion_found || input.grade == HazardGrade::Major);
    // A hazard that was worded anew may be known again by its criterion only.
    let known_again = match hazard.recurrence_of_id.is_none() && hazard.criterion.is_some() {
        true => similar::forerunner(db, &hazard).await?,
        false => None,
    };
    hazard.recurrence_of_id = hazard.recurrence_of_id.or(known_again);
    // A grade that is only better founded is as old as it was.
    if changed {
        hazard.graded_on = Some(today);
    }
    if changed && hazard.state == HazardState::AwaitingAcceptance {
        advance::note_overdue(db, ctx, &mut hazard).await?;
        notify::take_back_ladder(db, hazard.id).await?;
        hazard.acceptance_due_on = acceptance_due(ctx, &hazard);
        advance::watch(ctx, &mut hazard)?;
    }
    let hazard = keep(db, hazard).await?;
    let data = json!({
        "grade": hazard.grade,
        "previous": previous,
        "criterion": hazard.criterion,
        "noCriterionFound": hazard.no_criterion_found,
        "reason": reason,
        "bySupervisor": by_supervisor,
        "recurrenceOf": known_again,
    });
    note(db, ctx, &hazard, "HAZARD_GRADED", data).await?;
    match (previous, input.grade) {
        (_, HazardGrade::Major) if changed => {
            windows::open(db, ctx, &hazard, today).await?;
            let time = gradings(db, &hazard).await?;
            notify::tell(db, ctx, &hazard, &organization, HazardEventKind::Graded, Some(time)).await?;
        }
        (Some(HazardGrade::Major), HazardGrade::General) => windows::supersede(db, ctx, &hazard, reason.unwrap_or_default()).await?,
        _ => {}
    }
    Ok(hazard)
}

/// The day by whose end a hazard's acceptance is due: of a general one none is set.
pub(super) fn acceptance_due(ctx: &Context, hazard: &hazard::Model) -> Option<chrono::NaiveDate> {
    let days = Days::new(ctx.site.rulebook.settings.hazard.acceptance_days.into());
    (hazard.grade == Some(HazardGrade::Major)).then(|| ctx.today().checked_add_days(days)).flatten()
}

/// The code of the criterion that is cited, if it counts on the day on which the hazard was found.
async fn criterion(db: &impl ConnectionTrait, hazard: &hazard::Model, input: &GradeInput) -> Result<Option<String>> {
    let Some(code) = input.criterion.as_deref().map(str::trim).filter(|code| !code.is_empty()) else { return Ok(None) };
    let refuse = |kind, zh: String, en: String| Err(Refusal::new(kind, zh, en).field("criterion").clause(CLAUSE).into());
    if input.no_criterion_found {
        let zh = "已引用判定标准，就不能同时登记“未找到对应标准”，请二者择一。".to_owned();
        let en = "A criterion is cited and none was found: these cannot both be; right would be one of them.".to_owned();
        return refuse("CRITERION_FOUND", zh, en);
    }
    let catalogue = catalogue(db).await?;
    let Some(found) = catalogue.find(code) else {
        let zh = format!("没有编号为“{code}”的判定标准，编号应如 GONGMAO-2023/3/1。");
        return refuse("UNKNOWN_CRITERION", zh, format!("There is no criterion \"{code}\"; right would be a code such as GONGMAO-2023/3/1."));
    };
    let (found_on, from) = (hazard.found_on, found.effective_from);
    if found_on < from {
        let zh = format!("该判定标准自 {from} 起施行，不适用于 {found_on} 发现的隐患，应引用当日有效的标准。");
        let en = format!("This criterion is in force from {from}, not yet on {found_on} when the hazard was found; right would be one in force on that day.");
        return refuse("CRITERION_NOT_IN_FORCE", zh, en);
    }
    if let Some(last) = found.effective_to.filter(|last| *last < found_on) {
        let zh = format!("该判定标准施行至 {last}，不适用于 {found_on} 发现的隐患，应引用当日有效的标准。");
        let en =
            format!("This criterion was in force until {last}, no longer on {found_on} when the hazard was found; right would be one in force on that day.");
        return refuse("CRITERION_NOT_IN_FORCE", zh, en);
    }
    if let Some(by) = catalogue.successor_on(found, found_on) {
        let zh = format!("该判定标准在 {found_on} 发现隐患时已被“{by}”替代，应引用后者。");
        let en = format!("On {found_on}, when the hazard was found, \"{by}\" had taken the place of this criterion; right would be that one.");
        return refuse("CRITERION_NOT_IN_FORCE", zh, en);
    }
    if input.grade == HazardGrade::General {
        let zh = "符合重大事故隐患判定标准的应判定为重大隐患；判定为一般隐患的，不引用判定标准。".to_owned();
        let en = "What meets a criterion is a major hazard; a grading as general cites none.".to_owned();
        return refuse("CRITERION_MEANS_MAJOR", zh, en);
    }
    Ok(Some(found.code()))
}

/// How often a hazard was graded so far.
async fn gradings(db: &impl ConnectionTrait, hazard: &hazard::Model) -> Result<i32> {
    let count = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectKind.eq(Noun::Hazard.to_string()))
        .filter(ledger_event::Column::SubjectId.eq(hazard.id))
        .filter(ledger_event::Column::Action.eq("HAZARD_GRADED"))
        .count(db)
        .await?;
    Ok(i32::try_from(count).unwrap_or(i32::MAX))
}
