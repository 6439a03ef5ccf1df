//! The seal (封存校验值) of an acceptance: what the accepter signed for, and whether the hazard is still as it was accepted.

use redline_domain::canonical::canonical;
use redline_entity::{attachment, hazard, hazard_plan, signature};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    attachment as attachments,
    signature::{self as signatures},
};

/// What is done by signing an acceptance.
pub const ACT: &str = "HAZARD_ACCEPTED";

/// All that the accepter answers for: the hazard as it is closed, the plan in force, the attachments, everybody who took part in the
/// rectification, and the conclusion.
pub(super) fn facts(
    hazard: &hazard::Model,
    plan: Option<&hazard_plan::Model>,
    attached: &[attachment::Model],
    rectifiers: &[Uuid],
    conclusion: Option<&str>,
) -> Value {
    json!({
        "attachments": attachments::facts(attached),
        "conclusion": conclusion,
        "hazard": of_hazard(hazard),
        "plan": of_plan(plan),
        "rectifiers": rectifiers,
    })
}

fn of_hazard(hazard: &hazard::Model) -> Value {
    json!({
        "acceptedBy": hazard.accepted_by,
        "appliedOn": hazard.applied_on,
        "closedOn": hazard.closed_on,
        "criterion": hazard.criterion,
        "deadlineOn": hazard.deadline_on,
        "description": hazard.description,
        "foundBy": hazard.found_by,
        "foundOn": hazard.found_on,
        "grade": hazard.grade,
        "gradeReason": hazard.grade_reason,
        "location": hazard.location,
        "organization": hazard.organization_id,
        "rectification": hazard.rectification,
        "rectifiedBy": hazard.rectified_by,
        "rectifiedOn": hazard.rectified_on,
        "rejections": hazard.rejections,
    })
}

fn of_plan(plan: Option<&hazard_plan::Model>) -> Value {
    let Some(plan) = plan else { return Value::Null };
    json!({
        "deadlineOn": plan.deadline_on,
        "emergencyPlan": plan.emergency_plan,
        "fundingYuan": plan.funding_yuan,
        "measures": plan.measures,
        "responsible": plan.responsible,
        "version": plan.version,
    })
}

/// Whether a closed hazard is still as it was accepted; none for what was never accepted.
pub fn acceptance_is_intact(
    hazard: &hazard::Model,
    plan: Option<&hazard_plan::Model>,
    attached: &[attachment::Model],
    signed: &[signature::Model],
) -> Option<bool> {
    let signature = signed.iter().rfind(|signature| signature.act == ACT);
    if signature.is_none() && hazard.closed_on.is_none() && hazard.accepted_by.is_none() {
        return None;
    }
    let Some(signature) = signature.filter(|signature| signatures::is_intact(signature)) else { return Some(false) };
    let Some(facts) = signatures::facts(signature) else { return Some(false) };
    let same = |name: &str, now: Value| facts.get(name).is_some_and(|then| canonical(then) == canonical(&now));
    // What is attached later does not change what was accepted.
    let now = attachments::facts(attached);
    let kept = facts["attachments"].as_array().zip(now.as_array()).is_some_and(|(then, now)| then.iter().all(|one| now.contains(one)));
    Some(same("hazard", of_hazard(hazard)) && same("plan", of_plan(plan)) && kept)
}

/// The conclusion that the accepter gave, as it was signed (验收结论).
pub fn conclusion(signed: &[signature::Model]) -> Option<String> {
    let signature = signed.iter().rfind(|signature| signature.act == ACT)?;
    signatures::facts(signature)?.get("conclusion")?.as_str().map(str::to_owned)
}
