//! Acceptance (验收): the only thing that closes a hazard. No penalty does (严禁以罚代管).

use std::collections::BTreeSet;

use redline_domain::{
    HazardEventKind, HazardGrade, HazardState, PlanConsent,
    hazard::life::{self, HazardStep, check_acceptance},
    ids::Noun,
    permission::{Action, decide},
};
use redline_entity::{hazard, hazard_plan, ledger_event, organization};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::{advance, extension, held, is_supervisor, keep, note, notify, seal, supervision, windows};
use crate::{
    Context, Result, actor, attachment,
    checks::{self, Checks, TEXT},
    signature::{self, Confirmed, Content},
};

/// Accepts a rectification and closes the hazard (验收销号). Who accepts signs for it, with a conclusion if there is something to say.
///
/// # Errors
/// An overlong conclusion, and what [`check_acceptance`] and [`life::after`] refuse.
pub async fn accept(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, conclusion: Option<&str>, confirmed: &Confirmed) -> Result<hazard::Model> {
    let (mut hazard, organization) = acceptable(db, ctx, id, HazardStep::Accept).await?;
    let mut checks = Checks::default();
    let conclusion = checks.optional("conclusion", conclusion, TEXT);
    checks.finish()?;
    advance::note_overdue(db, ctx, &mut hazard).await?;
    notify::cancel_stale(db, id, "CLOSED").await?;
    hazard.state = HazardState::Closed;
    hazard.accepted_by = ctx.actor.person;
    hazard.closed_on = Some(ctx.today());
    hazard.check_after = None;
    let hazard = keep(db, hazard).await?;
    let plans = hazard_plan::Entity::find().filter(hazard_plan::Column::HazardId.eq(id)).filter(hazard_plan::Column::Consent.is_in(PlanConsent::IN_FORCE));
    let plan = plans.order_by_desc(hazard_plan::Column::Version).one(db).await?;
    let attached = attachment::of(db, id).await?;
    let facts = seal::facts(&hazard, plan.as_ref(), &attached, &rectifiers(db, &hazard).await?, conclusion.as_deref());
    let content = Content { organization: organization.id, noun: Noun::Hazard, subject: id, act: seal::ACT, facts };
    let signature = signature::sign(db, ctx, confirmed, content).await?;
    let data = json!({ "closedOn": hazard.closed_on, "conclusion": conclusion, "seal": signature.hash, "signature": signature.id });
    note(db, ctx, &hazard, "HAZARD_ACCEPTED", data).await?;
    supervision::lift_on_closing(db, ctx, &hazard).await?;
    extension::lapse_on_closing(db, ctx, &hazard).await?;
    notify::tell(db, ctx, &hazard, &organization, HazardEventKind::Accepted, None).await?;
    Ok(hazard)
}

/// Refuses to accept a rectification (验收不通过): it goes on, and its deadline is still the one that it was.
///
/// # Errors
/// `REASON_MISSING`, and what [`check_acceptance`] and [`life::after`] refuse.
pub async fn reject(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reasons: &str) -> Result<hazard::Model> {
    let (mut hazard, organization) = acceptable(db, ctx, id, HazardStep::Reject).await?;
    let reasons = checks::reason(reasons)?;
    advance::note_overdue(db, ctx, &mut hazard).await?;
    notify::take_back_ladder(db, id).await?;
    notify::cancel_stale(db, id, "REJECTED").await?;
    // What was overdue when acceptance was applied for stands in the ledger already.
    let noted = hazard.deadline_on.zip(hazard.applied_on).is_some_and(|(deadline, applied)| deadline < applied);
    hazard.state = HazardState::Rectifying;
    hazard.rejections += 1;
    (hazard.rectified_by, hazard.rectified_on, hazard.rectification) = (None, None, None);
    (hazard.applied_on, hazard.acceptance_due_on) = (None, None);
    advance::watch(ctx, &mut hazard)?;
    hazard.overdue_noted = noted;
    let hazard = keep(db, hazard).await?;
    note(db, ctx, &hazard, "HAZARD_REJECTED", json!({ "reasons": reasons, "rejections": hazard.rejections })).await?;
    // A fix on the spot that was none needs the plan that it still lacks.
    windows::open(db, ctx, &hazard, ctx.today()).await?;
    notify::tell(db, ctx, &hazard, &organization, HazardEventKind::Rejected, Some(hazard.rejections)).await?;
    Ok(hazard)
}

async fn acceptable(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, step: HazardStep) -> Result<(hazard::Model, organization::Model)> {
    let (hazard, organization) = held(db, ctx, id, Action::SeeHazards).await?;
    life::after(hazard.state, step)?;
    let grade = hazard.grade.unwrap_or(HazardGrade::General);
    let subject = actor::subject(&organization);
    let action = if grade == HazardGrade::Major { Action::AcceptMajor } else { Action::AcceptGeneral };
    // Who could accept a general hazard is told by the notice's clause why not this one; anybody else, who may.
    if let Some(person) = ctx.actor.person
        && decide(&ctx.actor, Action::AcceptGeneral, &subject).is_allowed()
    {
        check_acceptance(grade, &rectifiers(db, &hazard).await?, person, is_supervisor(ctx, &organization))?;
    }
    ctx.allow(action, &subject)?;
    Ok((hazard, organization))
}

/// All who took part in the rectification, in earlier rounds too, each once.
async fn rectifiers(db: &impl ConnectionTrait, hazard: &hazard::Model) -> Result<Vec<Uuid>> {
    let events = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectKind.eq(Noun::Hazard.to_string()))
        .filter(ledger_event::Column::SubjectId.eq(hazard.id))
        .filter(ledger_event::Column::Action.is_in(["HAZARD_PROGRESS", "HAZARD_FIXED_ON_SPOT", "HAZARD_APPLIED"]))
        .order_by_asc(ledger_event::Column::Id)
        .all(db)
        .await?;
    let from_ledger = events.iter().filter_map(|event| event.data.get("by")?.as_str()?.parse().ok());
    // Who names a colleague and applies takes part as well.
    let applicants = events.iter().filter_map(|event| event.actor_id);
    let all: BTreeSet<Uuid> = hazard.rectified_by.into_iter().chain(from_ledger).chain(applicants).collect();
    Ok(all.into_iter().collect())
}
