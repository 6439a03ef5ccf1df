//! A supervisor's consent (同意) to a plan whose deadline lies beyond the rulebook's bound. Until then the plan is not in force.

use chrono::NaiveDate;
use redline_domain::{
    Audience, NoticeKind, PlanConsent, Refusal, Tale, Word,
    hazard::life::{self, HazardStep},
    permission::Action,
};
use redline_entity::{hazard, hazard_plan, notice as notice_row, organization};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::{CLAUSE, held, note, plan::put_in_force};
use crate::{
    Context, Error, Result,
    checks::{self, Checks, TEXT},
    notice::{self, About},
};

/// Consents to a plan's long deadline, or does not (同意或不同意治理方案期限). With the consent the plan is in force as if submitted so;
/// without it another one can be submitted.
///
/// # Errors
/// `PLAN_NOT_ASKED`, `REASON_MISSING` for a refusal, and what [`life::after`] refuses.
pub async fn decide_plan(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, consent: bool, reason: Option<&str>) -> Result<hazard_plan::Model> {
    let hazard_id = hazard_plan::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?.hazard_id;
    let (mut hazard, organization) = held(db, ctx, hazard_id, Action::ConsentToPlan).await?;
    let plan = hazard_plan::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if plan.consent != PlanConsent::Asked {
        let zh = format!("该治理方案（第{}版）的期限为“{}”，不是待同意的方案。", plan.version, plan.consent.zh());
        let en = format!("The consent to this plan (version {}) is: {}. Right would be a plan whose consent is asked for.", plan.version, plan.consent.en());
        return Err(Refusal::new("PLAN_NOT_ASKED", zh, en).field("planId").clause(CLAUSE).into());
    }
    let reason = if consent {
        let mut checks = Checks::default();
        let reason = checks.optional("reason", reason, TEXT);
        checks.finish()?;
        reason
    } else {
        Some(checks::reason(reason.unwrap_or_default())?)
    };
    let state = if consent { life::after(hazard.state, HazardStep::Plan)? } else { hazard.state };
    let mut row = plan.into_active_model();
    row.consent = Set(if consent { PlanConsent::Given } else { PlanConsent::Refused });
    row.consent_by = Set(ctx.actor.person);
    row.consent_on = Set(Some(ctx.today()));
    row.consent_reason = Set(reason.clone());
    let plan = row.update(db).await?;
    withdraw(db, hazard_id).await?;
    if consent {
        hazard.state = state;
        hazard = put_in_force(db, ctx, hazard, &plan).await?;
    }
    let action = if consent { "HAZARD_PLAN_CONSENTED" } else { "HAZARD_PLAN_REFUSED" };
    note(db, ctx, &hazard, action, json!({ "plan": plan.id, "version": plan.version, "deadlineOn": plan.deadline_on, "reason": reason })).await?;
    let (zh, en) = match consent {
        true => ("治理方案的期限已获同意，方案即日起执行。", "The deadline of the plan was consented to; the plan is in force from today on."),
        false => ("治理方案的期限未获同意，请修改后重新提交。", "The deadline of the plan was not consented to; revise the plan and submit it again."),
    };
    let tale = about(
        &hazard,
        Tale::new(
            if consent { "治理方案期限已同意" } else { "治理方案期限未同意" },
            if consent { "Plan's deadline consented to" } else { "Plan's deadline refused" },
        ),
    )
    .says(zh, en)
    .fact("方案期限", "Deadline of the plan", plan.deadline_on.to_string());
    let tale = reason.iter().fold(tale, |tale, reason| tale.fact("理由", "Reason", reason.as_str()));
    let step = format!("{}#{}", NoticeKind::PlanConsentDecided, plan.version);
    let told = (NoticeKind::PlanConsentDecided, About::Hazard(hazard.id), step.as_str());
    notice::tell(db, ctx, told, &organization, &[Audience::Head, Audience::Responsible], &tale).await?;
    Ok(plan)
}

/// Asks the supervisors for their consent to a plan.
pub(super) async fn ask(
    db: &impl ConnectionTrait,
    ctx: &Context,
    (hazard, organization): (&hazard::Model, &organization::Model),
    plan: &hazard_plan::Model,
    latest: NaiveDate,
) -> Result<()> {
    let tale = about(hazard, Tale::new("治理方案期限待同意", "A plan's deadline needs your consent"))
        .says(
            format!("企业提交的治理方案期限为 {}，晚于 {latest}，须经行业监管单位或镇安委办同意后方可执行。请审查并答复。", plan.deadline_on),
            format!(
                "The enterprise's plan has the deadline {}, later than {latest}; it is in force only once a regulator or the safety office consents. Look into it and decide.",
                plan.deadline_on
            ),
        )
        .fact("措施", "Measures", plan.measures.as_str())
        .fact("责任人", "Person responsible", plan.responsible.as_str())
        .fact("应急预案", "Emergency plan", plan.emergency_plan.as_str());
    let step = format!("{}#{}", NoticeKind::PlanConsentAsked, plan.version);
    let told = (NoticeKind::PlanConsentAsked, About::Hazard(hazard.id), step.as_str());
    notice::tell(db, ctx, told, organization, &[Audience::Regulator, Audience::SafetyOffice], &tale).await
}

/// Ends the question whether a supervisor consents, since another step was taken.
pub(super) async fn lapse(db: &impl ConnectionTrait, ctx: &Context, hazard: Uuid) -> Result<()> {
    let lapsed = hazard_plan::Entity::update_many()
        .col_expr(hazard_plan::Column::Consent, Expr::value(PlanConsent::Lapsed))
        .col_expr(hazard_plan::Column::ConsentOn, Expr::value(ctx.today()))
        .filter(hazard_plan::Column::HazardId.eq(hazard))
        .filter(hazard_plan::Column::Consent.eq(PlanConsent::Asked))
        .exec(db)
        .await?;
    if lapsed.rows_affected > 0 { withdraw(db, hazard).await } else { Ok(()) }
}

/// Takes back the question where it was not yet sent.
async fn withdraw(db: &impl ConnectionTrait, hazard: Uuid) -> Result<()> {
    let asked = Condition::all().add(notice_row::Column::HazardId.eq(hazard)).add(notice_row::Column::Kind.eq(NoticeKind::PlanConsentAsked));
    notice::cancel_where(db, asked, "DECIDED").await?;
    Ok(())
}

/// A tale that names the hazard that it is about.
pub(super) fn about(hazard: &hazard::Model, tale: Tale) -> Tale {
    tale.fact("隐患", "Hazard", hazard.description.as_str()).clause(CLAUSE)
}
