//! Rectifying a hazard (整改), and telling the regulator of it.

use chrono::NaiveDate;
use redline_domain::{
    HazardEventKind, HazardGrade, HazardState, Refusal,
    hazard::life::{self, HazardStep},
    permission::Action,
};
use redline_entity::{hazard, hazard_plan, organization};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{CLAUSE, advance, check_day, grade::acceptance_due, held, keep, note, notify, windows, written};
use crate::{
    Context, Result,
    checks::{Checks, TEXT},
    evidence::{self, HazardEvidence},
};

/// What was done to a hazard (整改情况).
#[derive(Clone, Debug)]
pub struct Rectified {
    /// What was done.
    pub rectification: String,
    /// When it was done.
    pub on: NaiveDate,
    /// Who did it, somebody of the organization; none: who asks. That person may not accept it.
    pub by: Option<Uuid>,
}

/// Records that a hazard was fixed on the spot (当场整改). It needs no plan, but an acceptance like any other.
///
/// # Errors
/// A missing text, `BAD_DATE`, `NO_POSITION`, and what [`life::after`] refuses.
pub async fn fix_on_spot(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, done: Rectified) -> Result<hazard::Model> {
    let (mut hazard, organization) = held(db, ctx, id, Action::RectifyHazard).await?;
    hazard.state = life::after(hazard.state, HazardStep::FixOnSpot)?;
    rectify(db, ctx, &mut hazard, &organization, done).await?;
    let hazard = keep(db, hazard).await?;
    let data = json!({ "rectification": hazard.rectification, "on": hazard.rectified_on, "by": hazard.rectified_by });
    note(db, ctx, &hazard, "HAZARD_FIXED_ON_SPOT", data).await?;
    windows::excuse_plan(db, ctx, &hazard).await?;
    Ok(hazard)
}

/// Records how the rectification goes on (整改进展). Who does so takes part in it.
///
/// # Errors
/// A missing text, and what [`life::after`] refuses.
pub async fn record_progress(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, text: &str) -> Result<hazard::Model> {
    let (mut hazard, _) = held(db, ctx, id, Action::RectifyHazard).await?;
    hazard.state = life::after(hazard.state, HazardStep::Progress)?;
    let text = written(text, "text")?;
    let hazard = keep(db, hazard).await?;
    note(db, ctx, &hazard, "HAZARD_PROGRESS", json!({ "text": text, "by": ctx.actor.person })).await?;
    Ok(hazard)
}

/// Applies for acceptance (申请验收). A hazard that was fixed on the spot may say again what was done, and need not.
///
/// # Errors
/// `PLAN_MISSING`, `RECTIFICATION_MISSING`, `BAD_DATE`, `NO_POSITION`, and what [`life::after`] refuses.
pub async fn apply_for_acceptance(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, done: Option<Rectified>) -> Result<hazard::Model> {
    let (mut hazard, organization) = held(db, ctx, id, Action::RectifyHazard).await?;
    let state = life::after(hazard.state, HazardStep::Apply)?;
    let planned = hazard_plan::Entity::find().filter(hazard_plan::Column::HazardId.eq(id)).count(db).await? > 0;
    if hazard.grade == Some(HazardGrade::Major) && hazard.state == HazardState::Rectifying && !planned {
        let zh = "重大隐患未能当场整改的，应先提交包含五项要素的治理方案，再申请验收。";
        let en = "A major hazard that was not fixed at once needs its plan with the five elements before acceptance is applied for.";
        return Err(Refusal::new("PLAN_MISSING", zh, en).clause(CLAUSE).into());
    }
    match done {
        Some(done) => rectify(db, ctx, &mut hazard, &organization, done).await?,
        None if hazard.rectification.is_some() => {}
        None => {
            let refusal = Refusal::new("RECTIFICATION_MISSING", "请写明整改情况，再申请验收。", "Say what was done before you apply for acceptance.");
            return Err(refusal.field("rectification").clause(CLAUSE).into());
        }
    }
    advance::note_overdue(db, ctx, &mut hazard).await?;
    notify::take_back_ladder(db, id).await?;
    hazard.state = state;
    hazard.applied_on = Some(ctx.today());
    hazard.acceptance_due_on = acceptance_due(ctx, &hazard);
    advance::watch(ctx, &mut hazard)?;
    let hazard = keep(db, hazard).await?;
    let data =
        json!({ "rectification": hazard.rectification, "on": hazard.rectified_on, "by": hazard.rectified_by, "acceptanceDueOn": hazard.acceptance_due_on });
    note(db, ctx, &hazard, "HAZARD_APPLIED", data).await?;
    notify::tell(db, ctx, &hazard, &organization, HazardEventKind::Applied, Some(hazard.rejections + 1)).await?;
    Ok(hazard)
}

/// Records that the hazard was reported to the regulator (向监管部门报告) on a day; none: today. It may come late, and stays
/// visible as late, even when the hazard is closed.
///
/// # Errors
/// `ALREADY_TOLD`, `BAD_DATE`.
pub async fn tell_regulator(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, told_on: Option<NaiveDate>) -> Result<hazard::Model> {
    let (mut hazard, _) = held(db, ctx, id, Action::RectifyHazard).await?;
    if let Some(on) = hazard.told_regulator_on {
        let refusal = Refusal::new("ALREADY_TOLD", format!("已于 {on} 向监管部门报告。"), format!("It was reported to the regulator on {on} already."));
        return Err(refusal.clause(CLAUSE).into());
    }
    let on = told_on.unwrap_or(ctx.today());
    let mut checks = Checks::default();
    check_day(&mut checks, ctx, &hazard, on, "toldOn");
    checks.finish()?;
    hazard.told_regulator_on = Some(on);
    let hazard = keep(db, hazard).await?;
    note(db, ctx, &hazard, "HAZARD_TOLD_REGULATOR", json!({ "on": on })).await?;
    if hazard.grade == Some(HazardGrade::Major) {
        evidence::fulfil_hazard(db, ctx, id, HazardEvidence::Report, on).await?;
    }
    Ok(hazard)
}

async fn rectify(db: &impl ConnectionTrait, ctx: &Context, hazard: &mut hazard::Model, organization: &organization::Model, done: Rectified) -> Result<()> {
    let mut checks = Checks::default();
    let text = checks.text("rectification", &done.rectification, TEXT);
    check_day(&mut checks, ctx, hazard, done.on, "rectifiedOn");
    if let Some(person) = done.by {
        checks.held_position(db, "rectifiedBy", person, organization, done.on).await?;
    }
    checks.finish()?;
    hazard.rectification = Some(text);
    hazard.rectified_on = Some(done.on);
    hazard.rectified_by = done.by.or(ctx.actor.person);
    Ok(())
}
