//! Reporting a hazard (上报隐患).

use chrono::NaiveDate;
use redline_domain::{
    FoundBy, HazardEventKind, HazardState, Refusal, Sector,
    permission::{Action, decide},
};
use redline_entity::{hazard, organization};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};
use serde_json::json;
use uuid::Uuid;

use super::{note, notify};
use crate::{
    Context, Result, actor,
    checks::{Checks, TEXT, TITLE, not_closed},
};

/// A hazard before it is reported.
#[derive(Clone, Debug)]
pub struct NewHazard {
    /// Where it is.
    pub organization: Uuid,
    /// What is wrong.
    pub description: String,
    /// Where exactly.
    pub location: Option<String>,
    /// The sector that it belongs to; none: the organization's, if it has one only.
    pub sector: Option<Sector>,
    /// How it was found.
    pub found_by: FoundBy,
    /// When it was found.
    pub found_on: NaiveDate,
    /// The inspection's finding that it comes from.
    pub finding: Option<Uuid>,
}

/// Reports a hazard. Self-found and inspection-found are counted apart, so only the organization itself says "self-check", and
/// only who may inspect it from outside says "inspection".
///
/// # Errors
/// `FOUND_BY_NOT_SELF`, `FOUND_BY_NOT_INSPECTOR`, and what [`report_unchecked`] refuses.
pub async fn report(db: &impl ConnectionTrait, ctx: &Context, new: NewHazard) -> Result<hazard::Model> {
    let organization = actor::organization(db, new.organization).await?;
    ctx.allow(Action::ReportHazard, &actor::subject(&organization))?;
    let own = ctx.actor.operator || ctx.actor.seats.iter().any(|seat| seat.organization == organization.id);
    let inspects = decide(&ctx.actor, Action::Inspect, &actor::subject(&organization)).is_allowed();
    match new.found_by {
        FoundBy::SelfCheck if !own => {
            let zh = "只有本单位人员可以按“企业自查”上报；检查中发现的，应按“检查发现”上报。";
            let en = "Only the organization's own people report a self-check; right would be \"inspection\" for what an inspection found.";
            Err(Refusal::new("FOUND_BY_NOT_SELF", zh, en).field("foundBy").clause("2.1.1").into())
        }
        FoundBy::Inspection if !inspects => {
            let zh = "只有属地、行业监管单位、镇安委办等检查人员可以按“检查发现”上报；本单位发现的，应按“企业自查”上报。";
            let en = "Only who inspects the organization from outside reports an inspection; right would be \"self-check\" for what you found yourselves.";
            Err(Refusal::new("FOUND_BY_NOT_INSPECTOR", zh, en).field("foundBy").clause("2.2.5").into())
        }
        _ => enter(db, ctx, &organization, new).await,
    }
}

/// Reports a hazard without asking who may: for the findings of an inspection that its inspector has signed.
///
/// # Errors
/// A missing or overlong text, a day in the future, `CLOSED`.
pub async fn report_unchecked(db: &impl ConnectionTrait, ctx: &Context, new: NewHazard) -> Result<hazard::Model> {
    let organization = actor::organization(db, new.organization).await?;
    enter(db, ctx, &organization, new).await
}

async fn enter(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, new: NewHazard) -> Result<hazard::Model> {
    not_closed(organization)?;
    let mut checks = Checks::default();
    let description = checks.text("description", &new.description, TEXT);
    let location = checks.optional("location", new.location.as_deref(), TITLE);
    checks.day(ctx, "foundOn", new.found_on);
    checks.finish()?;
    let sector = new.sector.or(match organization.sectors.0.as_slice() {
        [only] => Some(*only),
        _ => None,
    });
    let row = hazard::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        description: Set(description),
        location: Set(location),
        sector: Set(sector),
        state: Set(HazardState::Reported),
        grade: Set(None),
        criterion: Set(None),
        grade_reason: Set(None),
        found_by: Set(new.found_by),
        found_on: Set(new.found_on),
        finding_id: Set(new.finding),
        reported_by: Set(ctx.actor.person),
        reported_at: Set(ctx.now),
        graded_on: Set(None),
        told_regulator_on: Set(None),
        deadline_on: Set(None),
        rectified_by: Set(None),
        rectified_on: Set(None),
        rectification: Set(None),
        applied_on: Set(None),
        acceptance_due_on: Set(None),
        accepted_by: Set(None),
        closed_on: Set(None),
        rejections: Set(0),
        overdue_noted: Set(false),
        step_taken: Set(None),
        check_after: Set(None),
        failures: Set(0),
    };
    let hazard = row.insert(db).await?;
    note(db, ctx, &hazard, "HAZARD_REPORTED", json!({ "foundBy": hazard.found_by, "foundOn": hazard.found_on, "finding": hazard.finding_id })).await?;
    notify::tell(db, ctx, &hazard, organization, HazardEventKind::Reported, None).await?;
    Ok(hazard)
}
