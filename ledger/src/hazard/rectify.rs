//! Rectifying a hazard (整改), and telling the regulator of it.

use chrono::NaiveDate;
use redline_domain::{
    AttachmentPurpose, HazardEventKind, HazardGrade, HazardState, PlanConsent, Refusal,
    hazard::life::{self, HazardStep},
    ids::Noun,
    permission::Action,
};
use redline_entity::{hazard, hazard_plan, organization};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{CLAUSE, advance, check_day, consent, grade::acceptance_due, held, keep, note, note_of, notify, windows, written};
use crate::{
    Context, Result, attachment,
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

/// The photographs of a fix on the spot (整改前后照片), by the keys under which they were uploaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Photographs {
    /// Of how it was (整改前).
    pub before: Vec<Uuid>,
    /// Of how it is now (整改后).
    pub after: Vec<Uuid>,
}

/// How a rectification goes on (整改进展).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What was done since.
    pub text: String,
    /// Photographs of it, by the keys under which they were uploaded.
    pub photographs: Vec<Uuid>,
}

impl From<&str> for Progress {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), photographs: Vec::new() }
    }
}

/// An application for acceptance (申请验收).
#[derive(Clone, Debug, Default)]
pub struct Application {
    /// What was done; not needed again after a fix on the spot.
    pub done: Option<Rectified>,
    /// Photographs of how it is now, by the keys under which they were uploaded.
    pub photographs: Vec<Uuid>,
}

impl From<Option<Rectified>> for Application {
    fn from(done: Option<Rectified>) -> Self {
        Self { done, photographs: Vec::new() }
    }
}

/// Records that a hazard was fixed on the spot (当场整改), with photographs of before and after. It needs no plan, but an acceptance
/// like any other.
///
/// # Errors
/// `PHOTO_MISSING`, a missing text, `BAD_DATE`, `NO_POSITION`, what [`attachment::attach`] refuses, and what [`life::after`] refuses.
pub async fn fix_on_spot(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, done: Rectified, photographs: &Photographs) -> Result<hazard::Model> {
    let (mut hazard, organization) = held(db, ctx, id, Action::RectifyHazard).await?;
    hazard.state = life::after(hazard.state, HazardStep::FixOnSpot)?;
    let mut checks = Checks::default();
    for (given, field, zh, en) in
        [(&photographs.before, "beforePhotoIds", "整改前", "before the rectification"), (&photographs.after, "afterPhotoIds", "整改后", "after it")]
    {
        if given.is_empty() {
            let refusal =
                Refusal::new("PHOTO_MISSING", format!("当场整改应附{zh}照片，至少一张。"), format!("A fix on the spot needs a photograph {en}, one at least."));
            checks.refuse(refusal.field(field).clause(CLAUSE));
        }
    }
    rectify(db, ctx, &mut hazard, &organization, done, checks).await?;
    let subject = (Noun::Hazard, id);
    let before = attachment::attach(db, ctx, &photographs.before, subject, AttachmentPurpose::Before, "beforePhotoIds").await?;
    let after = attachment::attach(db, ctx, &photographs.after, subject, AttachmentPurpose::After, "afterPhotoIds").await?;
    consent::lapse(db, ctx, id).await?;
    let hazard = keep(db, hazard).await?;
    let data = json!({
        "rectification": hazard.rectification, "on": hazard.rectified_on, "by": hazard.rectified_by,
        "before": attachment::facts(&before), "after": attachment::facts(&after),
    });
    note_of(db, ctx, &hazard, hazard.rectified_on.unwrap_or(ctx.today()), "HAZARD_FIXED_ON_SPOT", data).await?;
    windows::excuse_plan(db, ctx, &hazard).await?;
    Ok(hazard)
}

/// Records how the rectification goes on (整改进展). Who does so takes part in it.
///
/// # Errors
/// A missing text, what [`attachment::attach`] refuses, and what [`life::after`] refuses.
pub async fn record_progress(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, progress: impl Into<Progress>) -> Result<hazard::Model> {
    let (mut hazard, _) = held(db, ctx, id, Action::RectifyHazard).await?;
    hazard.state = life::after(hazard.state, HazardStep::Progress)?;
    let progress = progress.into();
    let text = written(&progress.text, "text")?;
    let photographs = attachment::attach(db, ctx, &progress.photographs, (Noun::Hazard, id), AttachmentPurpose::Photo, "photoIds").await?;
    let hazard = keep(db, hazard).await?;
    let data = json!({ "text": text, "by": ctx.actor.person, "photographs": attachment::facts(&photographs) });
    note(db, ctx, &hazard, "HAZARD_PROGRESS", data).await?;
    Ok(hazard)
}

/// Applies for acceptance (申请验收). A hazard that was fixed on the spot may say again what was done, and need not.
///
/// # Errors
/// `PLAN_MISSING`, `RECTIFICATION_MISSING`, `BAD_DATE`, `NO_POSITION`, what [`attachment::attach`] refuses, and what [`life::after`]
/// refuses.
pub async fn apply_for_acceptance(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, application: impl Into<Application>) -> Result<hazard::Model> {
    let (mut hazard, organization) = held(db, ctx, id, Action::RectifyHazard).await?;
    let state = life::after(hazard.state, HazardStep::Apply)?;
    let Application { done, photographs } = application.into();
    let plans = hazard_plan::Entity::find().filter(hazard_plan::Column::HazardId.eq(id)).filter(hazard_plan::Column::Consent.is_in(PlanConsent::IN_FORCE));
    let planned = plans.count(db).await? > 0;
    if hazard.grade == Some(HazardGrade::Major) && hazard.state == HazardState::Rectifying && !planned {
        let zh = "重大隐患未能当场整改的，应先提交包含五项要素的治理方案，再申请验收。";
        let en = "A major hazard that was not fixed at once needs its plan with the five elements before acceptance is applied for.";
        return Err(Refusal::new("PLAN_MISSING", zh, en).clause(CLAUSE).into());
    }
    match done {
        Some(done) => rectify(db, ctx, &mut hazard, &organization, done, Checks::default()).await?,
        None if hazard.rectification.is_some() => {}
        None => {
            let refusal = Refusal::new("RECTIFICATION_MISSING", "请写明整改情况，再申请验收。", "Say what was done before you apply for acceptance.");
            return Err(refusal.field("rectification").clause(CLAUSE).into());
        }
    }
    let photographs = attachment::attach(db, ctx, &photographs, (Noun::Hazard, id), AttachmentPurpose::After, "photoIds").await?;
    consent::lapse(db, ctx, id).await?;
    advance::note_overdue(db, ctx, &mut hazard).await?;
    notify::take_back_ladder(db, id).await?;
    hazard.state = state;
    hazard.applied_on = Some(ctx.today());
    hazard.acceptance_due_on = acceptance_due(ctx, &hazard);
    advance::watch(ctx, &mut hazard)?;
    let hazard = keep(db, hazard).await?;
    let data = json!({
        "rectification": hazard.rectification, "on": hazard.rectified_on, "by": hazard.rectified_by,
        "acceptanceDueOn": hazard.acceptance_due_on, "photographs": attachment::facts(&photographs),
    });
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
    (hazard.told_regulator_on, hazard.told_regulator_at) = (Some(on), Some(ctx.now));
    let hazard = keep(db, hazard).await?;
    note_of(db, ctx, &hazard, on, "HAZARD_TOLD_REGULATOR", json!({ "on": on })).await?;
    if hazard.grade == Some(HazardGrade::Major) {
        evidence::fulfil_hazard(db, ctx, id, HazardEvidence::Report, on).await?;
    }
    Ok(hazard)
}

/// Writes down what was done, if nothing is wrong with it or was found wrong before.
async fn rectify(
    db: &impl ConnectionTrait,
    ctx: &Context,
    hazard: &mut hazard::Model,
    organization: &organization::Model,
    done: Rectified,
    mut checks: Checks,
) -> Result<()> {
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
