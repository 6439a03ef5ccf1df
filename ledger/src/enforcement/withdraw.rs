//! Withdrawing an enforcement action (撤销执法措施): it stays visible and counts no longer.

use redline_domain::{EnforcementState, Refusal, ids::Noun, permission::Action};
use redline_entity::enforcement;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::{
    authority::is_officer_of,
    record::{target, with_pair},
    tell,
};
use crate::{
    Context, Error, Result, actor, checks,
    event::{self, NewEvent},
};

/// Withdraws an enforcement action, by an officer of the body that took it. The halves of a paired penalty stand and fall
/// together (一案双罚): what is to stand alone is recorded anew.
///
/// # Errors
/// `NOT_THE_AUTHORITY`, `ALREADY_WITHDRAWN`, `REASON_MISSING`.
pub async fn withdraw(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<enforcement::Model> {
    let rows = with_pair(db, id).await?;
    let first = rows.first().filter(|row| row.id == id).ok_or(Error::NotFound)?;
    let organization = target(db, first).await?;
    if !ctx.actor.seats.iter().any(|seat| seat.organization == first.authority_id) {
        ctx.allow(Action::SeeRecords, &actor::subject(&organization))?;
    }
    if !is_officer_of(ctx, first.authority_id) {
        let zh = "执法措施只能由作出单位的负责人、分管负责人或安全管理人员撤销。";
        let en = "Only the head, a deputy or a safety officer of the organization that took an action withdraws it.";
        return Err(Refusal::new("NOT_THE_AUTHORITY", zh, en).clause("3.3").into());
    }
    if first.state == EnforcementState::Withdrawn {
        return Err(Refusal::new("ALREADY_WITHDRAWN", "该执法措施已撤销。", "This action is withdrawn.").into());
    }
    let reason = checks::reason(reason)?;
    let mut withdrawn = Vec::with_capacity(rows.len());
    for row in rows {
        let mut row = row.into_active_model();
        row.state = Set(EnforcementState::Withdrawn);
        row.withdrawn_reason = Set(Some(reason.clone()));
        row.withdrawn_on = Set(Some(ctx.today()));
        row.withdrawn_by = Set(ctx.actor.person);
        let row = row.update(db).await?;
        let data = json!({ "kind": row.kind, "reason": reason, "pair": row.pair_id });
        event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Enforcement, row.id, "ENFORCEMENT_WITHDRAWN", data)).await?;
        withdrawn.push(row);
    }
    // Of a pair one notice tells, that of the enterprise's half, as when it was taken.
    if let Some(row) = withdrawn.iter().find(|row| !row.is_of_head()) {
        tell::withdrawn(db, ctx, row, &organization, &reason).await?;
    }
    Ok(withdrawn.swap_remove(0))
}
