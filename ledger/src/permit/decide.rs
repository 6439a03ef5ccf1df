//! Approving, refusing, closing and cancelling a permit.

use redline_domain::{
    AttachmentPurpose, PermitState, Position, Refusal,
    ids::Noun,
    permission::Action,
    permit::{self as rules, Part, Somebody},
};
use redline_entity::{organization, permit};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::{asker, certificate_of, days, load, must_be, note, operator, unfit};
use crate::{
    Context, Result, actor, attachment,
    checks::{self, Checks},
};

/// Approves a permit: the work may be done from now on. An officer does so who has no other part in it, once the equipment is
/// checked, and only while the operator's certificate is still valid.
///
/// # Errors
/// `OWN_PERMIT`, `EQUIPMENT_UNCHECKED`, `PERMIT_PAST_END`, `CERTIFICATE_NOT_VALID`, `CONTRACT_NOT_IN_FORCE`, `WRONG_STATE`.
pub async fn approve(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<permit::Model> {
    let (permit, organization) = decidable(db, ctx, id).await?;
    checks::not_closed(&organization)?;
    let certificate = certificate_of(db, &permit).await?;
    let asker = asker(db, ctx).await?;
    let is = |somebody: &Somebody<'_, Uuid>| asker.as_ref().is_some_and(|(id, name)| Somebody { id: Some(*id), name }.is(somebody));
    let part = Part {
        applicant: asker.is_some() && ctx.actor.person == permit.applied_by,
        operator: is(&operator(&certificate)),
        guardian: is(&Somebody { id: permit.guardian_id, name: &permit.guardian_name }),
    };
    let mut checks = Checks::default();
    let against = rules::approval(part, permit.equipment_checked_at.is_some(), permit.planned_until, ctx.now);
    against.into_iter().for_each(|refusal| checks.refuse(refusal));
    // What was valid at the application may be revoked by now; days that are over matter no more.
    let (first, last) = days(ctx, permit.planned_from, permit.planned_until);
    let left = (first.max(ctx.today()).min(last), last);
    unfit(db, organization.id, Some(&certificate), left).await?.into_iter().for_each(|refusal| checks.refuse(refusal));
    checks.finish()?;
    let mut row = permit.into_active_model();
    row.state = Set(PermitState::Approved);
    row.decided_by = Set(ctx.actor.person);
    row.decided_at = Set(Some(ctx.now));
    let permit = row.update(db).await?;
    let data = json!({ "certificate": certificate.id, "validUntil": certificate.last_valid_on });
    note(db, ctx, &permit, "PERMIT_APPROVED", data).await?;
    Ok(permit)
}

/// Refuses a permit (不予批准).
///
/// # Errors
/// `REASON_MISSING`, `WRONG_STATE`.
pub async fn refuse(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<permit::Model> {
    let (permit, _) = decidable(db, ctx, id).await?;
    let reason = checks::reason(reason)?;
    let mut row = permit.into_active_model();
    row.state = Set(PermitState::Refused);
    row.decided_by = Set(ctx.actor.person);
    row.decided_at = Set(Some(ctx.now));
    row.refused_reason = Set(Some(reason.clone()));
    let permit = row.update(db).await?;
    note(db, ctx, &permit, "PERMIT_REFUSED", json!({ "reason": reason })).await?;
    Ok(permit)
}

/// Closes a permit: the work is done and the site was checked for what still glows, by the guardian or an officer.
///
/// # Errors
/// `NOT_GUARDIAN`, `PERMIT_NOT_BEGUN`, `WRONG_STATE`, and what is wrong with the text.
pub async fn close(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, what: &str, photos: &[Uuid]) -> Result<permit::Model> {
    let (permit, organization) = load(db, ctx, id).await?;
    let asker = asker(db, ctx).await?;
    let guardian = Somebody { id: permit.guardian_id, name: &permit.guardian_name };
    let sits = ctx.actor.seats.iter().any(|seat| seat.organization == organization.id);
    let is_guardian = sits && asker.as_ref().is_some_and(|(id, name)| Somebody { id: Some(*id), name }.is(&guardian));
    if !is_guardian && !is_officer(ctx, &organization) {
        let zh = "作业结束后应由现场监护人或本单位负责人、安全管理人员确认现场后关闭。";
        let en = "After the work the site is checked and the permit closed by the guardian, or by a head, deputy or safety officer of the enterprise.";
        return Err(Refusal::new("NOT_GUARDIAN", zh, en).clause("2.1.3").into());
    }
    must_be(&permit, &[PermitState::Approved])?;
    let mut checks = Checks::default();
    rules::closing(permit.planned_from, ctx.now).into_iter().for_each(|refusal| checks.refuse(refusal));
    let what = checks.text("note", what, checks::TEXT);
    checks.finish()?;
    let permit = end(db, ctx, permit, PermitState::Closed, &what).await?;
    attachment::attach(db, ctx, photos, (Noun::Permit, id), AttachmentPurpose::Photo, "photoIds").await?;
    note(db, ctx, &permit, "PERMIT_CLOSED", json!({ "note": what })).await?;
    Ok(permit)
}

/// Cancels a permit whose work is not done, by who applied for it or an officer.
///
/// # Errors
/// `NOT_YOUR_PERMIT`, `REASON_MISSING`, `WRONG_STATE`.
pub async fn cancel(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<permit::Model> {
    let (permit, organization) = load(db, ctx, id).await?;
    let applicant = ctx.actor.person.is_some() && ctx.actor.person == permit.applied_by;
    if !applicant && !is_officer(ctx, &organization) {
        let zh = "只有申请人或本单位负责人、安全管理人员可以取消作业票。";
        let en = "Only who applied for a permit, or a head, deputy or safety officer of the enterprise, may cancel it.";
        return Err(Refusal::new("NOT_YOUR_PERMIT", zh, en).into());
    }
    must_be(&permit, &[PermitState::Applied, PermitState::Approved])?;
    let reason = checks::reason(reason)?;
    let permit = end(db, ctx, permit, PermitState::Cancelled, &reason).await?;
    note(db, ctx, &permit, "PERMIT_CANCELLED", json!({ "reason": reason })).await?;
    Ok(permit)
}

/// A permit that awaits a decision of the actor.
async fn decidable(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<(permit::Model, organization::Model)> {
    let (permit, organization) = load(db, ctx, id).await?;
    ctx.allow(Action::Record, &actor::subject(&organization))?;
    must_be(&permit, &[PermitState::Applied])?;
    Ok((permit, organization))
}

fn is_officer(ctx: &Context, organization: &organization::Model) -> bool {
    ctx.actor.operator || ctx.actor.seats.iter().any(|seat| seat.organization == organization.id && seat.position != Position::Staff)
}

async fn end(db: &impl ConnectionTrait, ctx: &Context, permit: permit::Model, state: PermitState, note: &str) -> Result<permit::Model> {
    let mut row = permit.into_active_model();
    row.state = Set(state);
    row.closed_by = Set(ctx.actor.person);
    row.closed_at = Set(Some(ctx.now));
    row.closing_note = Set(Some(note.to_owned()));
    Ok(row.update(db).await?)
}
