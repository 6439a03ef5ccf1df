//! The remediation plan (治理方案) and the deadline (期限) of a hazard.

use chrono::NaiveDate;
use redline_domain::{
    HazardGrade, HazardState, PlanConsent, Refusal, Word,
    hazard::{
        life::{self, HazardStep, check_revised_deadline, consent_needed, latest_deadline},
        measures::check_extension,
    },
    permission::Action,
};
use redline_entity::{hazard, hazard_plan};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::json;
use uuid::Uuid;

pub use redline_domain::hazard::life::PlanElements;

use super::{CLAUSE, advance, consent, extension, held, keep, note, notify};
use crate::{
    Context, Result, checks,
    evidence::{self, HazardEvidence},
};

/// Submits the plan of a hazard, or a revised one. Its deadline binds; a later one than that in force is an extension. A plan
/// whose deadline lies beyond the rulebook's bound is complete, and in force once a supervisor consents. It takes the place of one
/// that still waits for that.
///
/// # Errors
/// What [`PlanElements::check`], [`check_revised_deadline`] and [`life::after`] refuse.
pub async fn submit_plan(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, elements: PlanElements) -> Result<hazard_plan::Model> {
    let (mut hazard, organization) = held(db, ctx, id, Action::RectifyHazard).await?;
    let state = life::after(hazard.state, HazardStep::Plan)?;
    let today = ctx.today();
    let versions = hazard_plan::Entity::find().filter(hazard_plan::Column::HazardId.eq(id)).order_by_asc(hazard_plan::Column::Version).all(db).await?;
    let first = versions.iter().find(|plan| plan.consent.is_in_force());
    let planned_on = first.map_or(today, |first| first.submitted_on);
    // A deadline that has passed already can still be kept in a plan: it is late, but complete.
    let plan = elements.check(hazard.deadline_on.map_or(planned_on, |deadline| deadline.min(planned_on)))?;
    if let Some(in_force) = hazard.deadline_on {
        check_revised_deadline(in_force, plan.deadline)?;
    }
    let latest = latest_deadline(hazard.graded_on.unwrap_or(today), ctx.site.rulebook.settings.hazard.plan_days);
    let consent = consent_needed(plan.deadline, latest, first.is_some());
    consent::lapse(db, ctx, id).await?;
    let row = hazard_plan::ActiveModel {
        id: Set(ctx.id()),
        hazard_id: Set(id),
        version: Set(versions.last().map_or(1, |last| last.version + 1)),
        responsible: Set(plan.responsible),
        measures: Set(plan.measures),
        funding_yuan: Set(plan.funding_yuan),
        deadline_on: Set(plan.deadline),
        emergency_plan: Set(plan.emergency_plan),
        submitted_on: Set(today),
        submitted_by: Set(ctx.actor.person),
        recorded_at: Set(ctx.now),
        consent: Set(consent),
        consent_by: Set(None),
        consent_on: Set(None),
        consent_reason: Set(None),
    };
    let plan = row.insert(db).await?;
    let data = json!({
        "plan": plan.id, "version": plan.version, "consent": plan.consent,
        "responsible": plan.responsible, "measures": plan.measures, "fundingYuan": plan.funding_yuan,
        "deadlineOn": plan.deadline_on, "emergencyPlan": plan.emergency_plan,
    });
    if consent == PlanConsent::Asked {
        note(db, ctx, &hazard, "HAZARD_PLAN_SUBMITTED", data).await?;
        consent::ask(db, ctx, (&hazard, &organization), &plan, latest).await?;
        return Ok(plan);
    }
    hazard.state = state;
    let hazard = put_in_force(db, ctx, hazard, &plan).await?;
    note(db, ctx, &hazard, "HAZARD_PLANNED", data).await?;
    Ok(plan)
}

/// Puts a plan in force: its deadline binds, and the duty to plan is done as of the day on which it was submitted.
pub(super) async fn put_in_force(db: &impl ConnectionTrait, ctx: &Context, mut hazard: hazard::Model, plan: &hazard_plan::Model) -> Result<hazard::Model> {
    set(db, ctx, &mut hazard, plan.deadline_on).await?;
    let hazard = keep(db, hazard).await?;
    if hazard.grade == Some(HazardGrade::Major) {
        evidence::fulfil_hazard_recorded(db, ctx, hazard.id, HazardEvidence::Plan, plan.submitted_on, plan.recorded_at).await?;
    }
    Ok(hazard)
}

/// Sets the day by whose end a general hazard is to be rectified; it needs no plan.
///
/// # Errors
/// `MAJOR_NEEDS_PLAN`, `PLAN_DEADLINE_PAST`, and what [`check_revised_deadline`] and [`life::after`] refuse.
pub async fn set_deadline(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, deadline: NaiveDate) -> Result<hazard::Model> {
    let (mut hazard, _) = held(db, ctx, id, Action::RectifyHazard).await?;
    hazard.state = life::after(hazard.state, HazardStep::Plan)?;
    let refuse = |code, zh: String, en: String| Refusal::new(code, zh, en).field("deadline").clause(CLAUSE);
    if hazard.grade == Some(HazardGrade::Major) {
        let zh = "重大隐患应提交包含责任人、措施、资金、期限和应急预案的治理方案。".to_owned();
        let en = "A major hazard needs a plan with person responsible, measures, funds, deadline and emergency plan.".to_owned();
        return Err(refuse("MAJOR_NEEDS_PLAN", zh, en).into());
    }
    let today = ctx.today();
    if deadline < today {
        let zh = format!("整改期限（{deadline}）不能早于今天（{today}）。");
        return Err(refuse("PLAN_DEADLINE_PAST", zh, format!("The deadline ({deadline}) cannot lie before today ({today}).")).into());
    }
    if let Some(in_force) = hazard.deadline_on {
        check_revised_deadline(in_force, deadline).map_err(|refusal| refusal.field("deadline"))?;
    }
    set(db, ctx, &mut hazard, deadline).await?;
    consent::lapse(db, ctx, id).await?;
    let hazard = keep(db, hazard).await?;
    note(db, ctx, &hazard, "HAZARD_DEADLINE_SET", json!({ "deadlineOn": deadline })).await?;
    Ok(hazard)
}

/// Grants an extension (延期) of the office's own motion: the rectification is due on a later day. Who is told when is planned anew
/// at once. What the head has requested is decided by [`super::decide_extension`].
///
/// # Errors
/// `DECIDE_THE_REQUEST`, `NOTHING_TO_EXTEND`, `EXTENSION_NOT_LATER`, `REASON_MISSING`.
pub async fn grant_extension(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, new_deadline: NaiveDate, reason: &str) -> Result<hazard::Model> {
    let (hazard, _) = held(db, ctx, id, Action::GrantExtension).await?;
    if let Some(open) = extension::open_request(db, id).await? {
        let zh = format!("企业已申请延期至 {}，请先对该申请作出决定（批准或不批准）。", open.until_on);
        let en = format!("The enterprise has requested an extension to {}; right would be to decide on that request.", open.until_on);
        return Err(Refusal::new("DECIDE_THE_REQUEST", zh, en).clause(CLAUSE).into());
    }
    let in_force = extendable(&hazard)?;
    check_extension(in_force, new_deadline, ctx.today(), "deadline")?;
    let reason = checks::reason(reason)?;
    let hazard = extend(db, ctx, hazard, new_deadline).await?;
    note(db, ctx, &hazard, "HAZARD_EXTENDED", json!({ "from": in_force, "deadlineOn": new_deadline, "reason": reason })).await?;
    Ok(hazard)
}

/// The deadline that can be extended: after the planning, and before acceptance was applied for.
///
/// # Errors
/// `NOTHING_TO_EXTEND`.
pub(super) fn extendable(hazard: &hazard::Model) -> Result<NaiveDate, Refusal> {
    let in_force = hazard.deadline_on.filter(|_| matches!(hazard.state, HazardState::Graded | HazardState::Planned | HazardState::Rectifying));
    in_force.ok_or_else(|| {
        let zh = format!("隐患处于“{}”状态，没有可以延长的整改期限；应在制定方案之后、申请验收之前申请延期。", hazard.state.zh());
        let en = format!(
            "The hazard is in the state \"{}\" and has no deadline to extend; right would be after its planning and before its acceptance.",
            hazard.state.en()
        );
        Refusal::new("NOTHING_TO_EXTEND", zh, en).clause(CLAUSE)
    })
}

/// Moves the deadline to a later day.
pub(super) async fn extend(db: &impl ConnectionTrait, ctx: &Context, mut hazard: hazard::Model, until: NaiveDate) -> Result<hazard::Model> {
    set(db, ctx, &mut hazard, until).await?;
    keep(db, hazard).await
}

/// Puts another deadline in force. That the old one had passed stays in the ledger.
async fn set(db: &impl ConnectionTrait, ctx: &Context, hazard: &mut hazard::Model, deadline: NaiveDate) -> Result<()> {
    if hazard.deadline_on == Some(deadline) {
        return Ok(());
    }
    advance::note_overdue(db, ctx, hazard).await?;
    notify::take_back_ladder(db, hazard.id).await?;
    hazard.deadline_on = Some(deadline);
    advance::watch(ctx, hazard)
}
