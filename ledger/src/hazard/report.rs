//! Reporting a hazard (上报隐患).

use chrono::NaiveDate;
use redline_domain::{
    FoundBy, HazardEventKind, HazardState, Refusal, Sector,
    permission::{Action, Actor, Seat, decide},
};
use redline_entity::{hazard, organization};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{note_of, notify, similar};
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

/// What of a new hazard does not come from its reporter.
#[derive(Clone, Copy, Debug, Default)]
struct Origin {
    /// The organization whose inspection found it.
    inspector: Option<Uuid>,
    /// Who reported it; none: the program, or somebody whose identity is not for everybody.
    reporter: Option<Uuid>,
}

/// Reports a hazard. Self-found and inspection-found are counted apart, so only the organization itself says "self-check", and
/// only who may inspect it from outside says "inspection"; the inspection is then that person's organization's.
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
        found_by => {
            let inspector = (found_by == FoundBy::Inspection).then(|| inspector(ctx, &organization)).flatten();
            enter(db, ctx, &organization, new, Origin { inspector, reporter: ctx.actor.person }).await
        }
    }
}

/// The organization for which the actor may inspect another: the first of those in which he or she sits, if there are several.
fn inspector(ctx: &Context, organization: &organization::Model) -> Option<Uuid> {
    let alone = |seat: &Seat| Actor { person: ctx.actor.person, seats: vec![seat.clone()], operator: false };
    let may = |seat: &&Seat| decide(&alone(seat), Action::Inspect, &actor::subject(organization)).is_allowed();
    ctx.actor.seats.iter().find(may).map(|seat| seat.organization)
}

/// Reports a hazard without asking who may: for the findings of an inspection that its inspector has signed.
///
/// # Errors
/// A missing or overlong text, a day in the future, `CLOSED`.
pub async fn report_unchecked(db: &impl ConnectionTrait, ctx: &Context, new: NewHazard) -> Result<hazard::Model> {
    let organization = actor::organization(db, new.organization).await?;
    enter(db, ctx, &organization, new, Origin { inspector: None, reporter: ctx.actor.person }).await
}

/// Reports what the inspection of an organization found, when it is signed: who may sign it may report that.
///
/// # Errors
/// What [`report_unchecked`] refuses.
pub async fn report_finding(db: &impl ConnectionTrait, ctx: &Context, new: NewHazard, inspector: Uuid) -> Result<hazard::Model> {
    let organization = actor::organization(db, new.organization).await?;
    let inspector = (new.found_by == FoundBy::Inspection).then_some(inspector);
    enter(db, ctx, &organization, new, Origin { inspector, reporter: ctx.actor.person }).await
}

/// Reports what somebody of the public or an employee told the safety office: who that was stays out of the hazard.
///
/// # Errors
/// What [`report_unchecked`] refuses.
pub async fn report_anonymously(db: &impl ConnectionTrait, ctx: &Context, new: NewHazard) -> Result<hazard::Model> {
    let organization = actor::organization(db, new.organization).await?;
    enter(db, ctx, &organization, new, Origin::default()).await
}

async fn enter(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, new: NewHazard, origin: Origin) -> Result<hazard::Model> {
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
    let mut hazard = hazard::Model {
        id: ctx.id(),
        organization_id: organization.id,
        description,
        location,
        sector,
        state: HazardState::Reported,
        grade: None,
        criterion: None,
        grade_reason: None,
        no_criterion_found: false,
        found_by: new.found_by,
        found_on: new.found_on,
        found_by_organization_id: origin.inspector,
        recurrence_of_id: None,
        finding_id: new.finding,
        reported_by: origin.reporter,
        reported_at: ctx.now,
        graded_on: None,
        told_regulator_on: None,
        told_regulator_at: None,
        deadline_on: None,
        rectified_by: None,
        rectified_on: None,
        rectification: None,
        applied_on: None,
        acceptance_due_on: None,
        accepted_by: None,
        closed_on: None,
        rejections: 0,
        overdue_noted: false,
        step_taken: None,
        check_after: None,
        failures: 0,
    };
    hazard.recurrence_of_id = similar::forerunner(db, &hazard).await?;
    let hazard = hazard.into_active_model().reset_all().insert(db).await?;
    let data = json!({
        "description": hazard.description,
        "location": hazard.location,
        "foundBy": hazard.found_by,
        "foundOn": hazard.found_on,
        "finding": hazard.finding_id,
        "foundByOrganization": hazard.found_by_organization_id,
        "recurrenceOf": hazard.recurrence_of_id,
    });
    note_of(db, ctx, &hazard, hazard.found_on, "HAZARD_REPORTED", data).await?;
    notify::tell(db, ctx, &hazard, organization, HazardEventKind::Reported, None).await?;
    Ok(hazard)
}
