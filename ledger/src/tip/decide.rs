//! What the safety office does with a report (办理举报): it becomes a hazard, or is dismissed, and is answered.

use redline_domain::{
    FoundBy, Refusal, Sector, TipState, Word,
    permission::{Action, tip_scope},
};
use redline_entity::tip;
use sea_orm::ConnectionTrait;
use serde_json::json;
use uuid::Uuid;

use super::{CLAUSE, held, keep, note, say};
use crate::{
    Context, Result, actor,
    checks::{self, Checks, TEXT},
    hazard::{self, NewHazard},
};

/// What is said to who reported when nothing else is: the receipt shows it, in the language of the notice.
const ACCEPTED: &str = "您反映的情况已受理，并已作为隐患督促整改。感谢您的监督。";

/// How a report is accepted: the hazard that it becomes, in the office's own words.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// Where the hazard is.
    pub organization: Uuid,
    /// What is wrong, without what would betray who reported.
    pub description: String,
    /// Where exactly.
    pub location: Option<String>,
    /// The sector that it belongs to.
    pub sector: Option<Sector>,
    /// What is said to who reported; none: that it was accepted.
    pub answer: Option<String>,
}

/// Accepts a report (受理): it becomes a hazard that was found by a report of the public on the day of its receipt.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `TIP_DECIDED`, `CONFLICT_OF_INTEREST`, and what a hazard's report refuses.
pub async fn accept(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, acceptance: Acceptance) -> Result<tip::Model> {
    let mut tip = undecided(db, ctx, id).await?;
    let organization = actor::organization(db, acceptance.organization).await?;
    ctx.allow(Action::ReportHazard, &actor::subject(&organization))?;
    if !tip_scope(&ctx.actor, Action::HandleTips).includes(&actor::subject(&organization)) {
        return Err(conflict(&organization.name).into());
    }
    let mut checks = Checks::default();
    let answer = checks.optional("answer", acceptance.answer.as_deref(), TEXT).unwrap_or_else(|| ACCEPTED.to_owned());
    checks.finish()?;
    let new = NewHazard {
        organization: organization.id,
        description: acceptance.description,
        location: acceptance.location,
        sector: acceptance.sector,
        found_by: FoundBy::PublicReport,
        found_on: ctx.site.zone.date(tip.received_at),
        finding: None,
    };
    let hazard = hazard::report_anonymously(db, ctx, new).await?;
    tip.hazard_id = Some(hazard.id);
    decided(db, ctx, tip, TipState::Accepted, answer, json!({ "hazard": hazard.id, "organization": organization.id })).await
}

/// Dismisses a report (不予受理), with the reason that who reported reads.
///
/// # Errors
/// `FORBIDDEN`, `TIP_DECIDED`, `REASON_MISSING`.
pub async fn dismiss(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<tip::Model> {
    let tip = undecided(db, ctx, id).await?;
    let reason = checks::reason(reason)?;
    let data = json!({ "reason": reason });
    decided(db, ctx, tip, TipState::Dismissed, reason, data).await
}

/// Answers who reported (答复), whatever has become of the report.
///
/// # Errors
/// `FORBIDDEN`, a missing or overlong text.
pub async fn answer(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, text: &str) -> Result<tip::Model> {
    let mut tip = held(db, ctx, id).await?;
    let mut checks = Checks::default();
    let text = checks.text("text", text, TEXT);
    checks.finish()?;
    tip.answer = Some(text.clone());
    let tip = keep(db, tip).await?;
    say(db, ctx, id, false, text.clone()).await?;
    note(db, ctx, id, "TIP_ANSWERED", json!({ "text": text })).await?;
    Ok(tip)
}

/// A report that named nobody may turn out to be about where its reader sits.
fn conflict(name: &str) -> Refusal {
    let zh = format!("您在“{name}”任职，应当回避，请由安委办其他人员办理。");
    let en = format!("You hold a position in \"{name}\" and have to stand aside; right would be somebody else of the safety office.");
    Refusal::new("CONFLICT_OF_INTEREST", zh, en).field("organizationId").clause(CLAUSE)
}

async fn undecided(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<tip::Model> {
    let tip = held(db, ctx, id).await?;
    if tip.state == TipState::Received {
        return Ok(tip);
    }
    let zh = format!("该举报已办理（{}），不能重复办理；可以继续答复举报人。", tip.state.zh());
    let en = format!("This report was decided on ({}) and is not decided on again; who reported can still be answered.", tip.state.en());
    Err(Refusal::new("TIP_DECIDED", zh, en).clause(CLAUSE).into())
}

async fn decided(
    db: &impl ConnectionTrait,
    ctx: &Context,
    mut tip: tip::Model,
    state: TipState,
    answer: String,
    data: serde_json::Value,
) -> Result<tip::Model> {
    (tip.state, tip.decided_by, tip.decided_at) = (state, ctx.actor.person, Some(ctx.now));
    tip.answer = Some(answer.clone());
    let tip = keep(db, tip).await?;
    say(db, ctx, tip.id, false, answer).await?;
    note(db, ctx, tip.id, if state == TipState::Accepted { "TIP_ACCEPTED" } else { "TIP_DISMISSED" }, data).await?;
    Ok(tip)
}
