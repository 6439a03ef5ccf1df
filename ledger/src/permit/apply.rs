//! Applying for a permit, and the check of equipment and fire precautions that comes before its approval.

use redline_domain::{
    AttachmentPurpose, PermitKind, PermitState, Refusal, Trait,
    ids::Noun,
    permission::Action,
    permit::{self as rules, Somebody},
};
use redline_entity::{certificate, permit, person};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::{NewPermit, asker, certificate_of, days, load, must_be, note, operator, sits_in, unfit};
use crate::{
    Context, Result, attachment,
    checks::{self, Checks},
    organization::allowed,
};

/// Applies for a permit. Anybody who holds a position in the enterprise may.
///
/// # Errors
/// `GUARDIAN_MISSING`, `GUARDIAN_IS_OPERATOR`, `CERTIFICATE_NOT_VALID`, `CERTIFICATE_WRONG_KIND`, `UNKNOWN_CERTIFICATE`,
/// `CONTRACT_NOT_IN_FORCE`, `SPAN_TOO_LONG`, `PERMIT_BACKDATED`, `NOT_AN_ENTERPRISE`, and what is wrong with texts.
pub async fn apply(db: &impl ConnectionTrait, ctx: &Context, new: NewPermit) -> Result<permit::Model> {
    let organization = allowed(db, ctx, new.organization, Action::SeeRecords).await?;
    sits_in(ctx, &organization)?;
    checks::not_closed(&organization)?;
    checks::is_enterprise(&organization)?;
    let mut checks = Checks::default();
    let place = checks.text("place", &new.place, checks::TITLE);
    let work = checks.text("work", &new.work, checks::TEXT);
    let span = rules::span(new.level, new.from, new.until, ctx.now);
    let bad_span = span.is_some();
    span.into_iter().for_each(|refusal| checks.refuse(refusal));
    let (first, last) = days(ctx, new.from, new.until);
    let guardian_name = match new.guardian {
        Some(id) => {
            checks.held_position(db, "guardianId", id, &organization, ctx.today()).await?;
            person::Entity::find_by_id(id).one(db).await?.map(|person| person.name).unwrap_or_default()
        }
        None => checks.optional("guardianName", new.guardian_name.as_deref(), checks::TITLE).unwrap_or_default(),
    };
    if guardian_name.is_empty() && new.guardian.is_none() {
        let zh = "未明确现场监护人。动火作业必须明确现场监护人员，全程监护。";
        let en = "No guardian is named. Hot work needs a guardian on site who watches over all of it.";
        checks.refuse(Refusal::new("GUARDIAN_MISSING", zh, en).field("guardianName").clause("2.1.3"));
    }
    let certificate = certificate::Entity::find_by_id(new.operator_certificate).one(db).await?;
    // A span that is wrong itself says nothing about the days on which a certificate is needed.
    if !bad_span {
        unfit(db, organization.id, certificate.as_ref(), (first, last)).await?.into_iter().for_each(|refusal| checks.refuse(refusal));
    }
    let guardian = Somebody { id: new.guardian, name: &guardian_name };
    if certificate.as_ref().is_some_and(|row| row.organization_id == organization.id && operator(row).is(&guardian)) {
        let zh = "监护人不能是作业人员本人。请另行指定现场监护人。";
        let en = "The operator cannot be his own guardian. Name somebody else.";
        let field = if new.guardian.is_some() { "guardianId" } else { "guardianName" };
        checks.refuse(Refusal::new("GUARDIAN_IS_OPERATOR", zh, en).field(field).clause("2.1.3"));
    }
    checks.finish()?;
    let row = permit::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        kind: Set(PermitKind::HotWork),
        level: Set(new.level),
        place: Set(place),
        work: Set(work),
        planned_from: Set(new.from),
        planned_until: Set(new.until),
        operator_certificate_id: Set(new.operator_certificate),
        guardian_name: Set(guardian_name),
        guardian_id: Set(new.guardian),
        state: Set(PermitState::Applied),
        applied_by: Set(ctx.actor.person),
        applied_at: Set(ctx.now),
        equipment_checked_by: Set(None),
        equipment_checked_at: Set(None),
        equipment_note: Set(None),
        decided_by: Set(None),
        decided_at: Set(None),
        refused_reason: Set(None),
        closed_by: Set(None),
        closed_at: Set(None),
        closing_note: Set(None),
    };
    let permit = row.insert(db).await?;
    attachment::attach(db, ctx, &new.photos, (Noun::Permit, permit.id), AttachmentPurpose::Photo, "photoIds").await?;
    let data = json!({
        "kind": permit.kind, "level": permit.level, "place": permit.place, "work": permit.work, "from": permit.planned_from, "until": permit.planned_until,
        "certificate": permit.operator_certificate_id, "operator": certificate.map(|row| row.holder_name), "guardian": permit.guardian_name,
        "traitOnRecord": organization.traits.0.contains(&Trait::HotWork),
    });
    note(db, ctx, &permit, "PERMIT_APPLIED", data).await?;
    Ok(permit)
}

/// Writes down that equipment and fire precautions were checked before the work, by somebody of the enterprise other than the operator.
///
/// # Errors
/// `OPERATOR_CHECKS_HIMSELF`, `WRONG_STATE`.
pub async fn check_equipment(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, what: &str, photos: &[Uuid]) -> Result<permit::Model> {
    let (permit, organization) = load(db, ctx, id).await?;
    sits_in(ctx, &organization)?;
    must_be(&permit, &[PermitState::Applied])?;
    let certificate = certificate_of(db, &permit).await?;
    let mut checks = Checks::default();
    if asker(db, ctx).await?.is_some_and(|(id, name)| operator(&certificate).is(&Somebody { id: Some(id), name: &name })) {
        let zh = "动火设备和消防措施应由作业人员以外的人检查。";
        let en = "Equipment and fire precautions are checked by somebody other than the operator.";
        checks.refuse(Refusal::new("OPERATOR_CHECKS_HIMSELF", zh, en).clause("2.1.3"));
    }
    let what = checks.text("note", what, checks::TEXT);
    checks.finish()?;
    let mut row = permit.into_active_model();
    row.equipment_checked_by = Set(ctx.actor.person);
    row.equipment_checked_at = Set(Some(ctx.now));
    row.equipment_note = Set(Some(what.clone()));
    let permit = row.update(db).await?;
    attachment::attach(db, ctx, photos, (Noun::Permit, id), AttachmentPurpose::Photo, "photoIds").await?;
    note(db, ctx, &permit, "PERMIT_EQUIPMENT_CHECKED", json!({ "note": what })).await?;
    Ok(permit)
}
