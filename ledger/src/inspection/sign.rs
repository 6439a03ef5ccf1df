//! Signing and voiding.

use redline_domain::{FoundBy, RecordKind, RecordState, ids::Noun};
use redline_entity::{finding, inspection};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::{
    Part,
    check::is_safety_office,
    correct, is_own, load,
    seal::{self, Parts},
    still_draft, took_no_part,
};
use crate::{
    Context, Result, actor, checks,
    event::{self, NewEvent},
    evidence,
    hazard::{self, NewHazard},
    signature::{self, Confirmed, Content},
};

/// Signs an inspection (签名): it is sealed, its findings become hazards, and it counts. One that corrects another takes its place.
///
/// # Errors
/// `TOOK_NO_PART`, `SEALED`, `ALREADY_VOIDED`, `CORRECTED_ONE_VOIDED`.
pub async fn sign(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, confirmed: &Confirmed) -> Result<inspection::Model> {
    let (mut inspection, organization, part) = load(db, ctx, id).await?;
    if !part.officer && !part.leader {
        return Err(took_no_part().into());
    }
    still_draft(&inspection)?;
    let parts = Parts::of(db, &[id]).await?.remove(&id).unwrap_or_default();
    if let Some(older) = inspection.corrects_id {
        inspection.first_signed_at = correct::first_signed_at(db, older).await?;
    }
    let facts = seal::facts(&inspection, &parts);
    let content = Content { organization: organization.id, noun: Noun::Inspection, subject: id, act: seal::ACT, facts };
    let signature = signature::sign(db, ctx, confirmed, content).await?;
    let mut row = inspection.clone().into_active_model();
    row.state = Set(RecordState::Signed);
    row.first_signed_at = Set(inspection.first_signed_at);
    row.signed_by = Set(ctx.actor.person);
    row.signed_at = Set(Some(ctx.now));
    row.seal = Set(Some(signature.hash.clone()));
    let inspection = row.update(db).await?;
    let data = json!({ "seal": signature.hash, "signature": signature.id, "findings": parts.findings.len(), "corrects": inspection.corrects_id });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Inspection, id, "INSPECTION_SIGNED", data)).await?;
    if let Some(older) = inspection.corrects_id {
        correct::replace(db, ctx, older, &inspection).await?;
    }
    report_findings(db, ctx, &inspection, parts.findings).await?;
    recount(db, ctx, &inspection).await?;
    Ok(inspection)
}

/// Reports what was found as hazards; what an older version has reported already is not reported twice.
async fn report_findings(db: &impl ConnectionTrait, ctx: &Context, inspection: &inspection::Model, findings: Vec<finding::Model>) -> Result<()> {
    for finding in findings.into_iter().filter(|finding| finding.hazard_id.is_none()) {
        let new = NewHazard {
            organization: inspection.organization_id,
            description: finding.description.clone(),
            location: finding.location.clone(),
            sector: None,
            found_by: if is_own(inspection.kind) { FoundBy::SelfCheck } else { FoundBy::Inspection },
            found_on: inspection.occurred_on,
            finding: Some(finding.id),
        };
        // Who may sign the inspection may report what it found.
        let hazard = hazard::report_finding(db, ctx, new, inspection.inspector_id).await?;
        let mut row = finding.into_active_model();
        row.hazard_id = Set(Some(hazard.id));
        row.update(db).await?;
    }
    Ok(())
}

/// Voids an inspection (作废): it stays visible and counts no longer. A draft is voided by who made it; a signed one, with the
/// reason, by an officer of the inspecting organization or of the safety office. Hazards that it found stay until they are closed.
pub async fn void(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<inspection::Model> {
    let (inspection, organization, part) = load(db, ctx, id).await?;
    let Part { officer, .. } = part;
    let reason = match inspection.state {
        RecordState::Draft if !part.made_it() => return Err(took_no_part().into()),
        RecordState::Signed if !officer && !is_safety_office(ctx, &organization) => return Err(may_not_void().into()),
        RecordState::Voided => return Err(checks::already_voided().into()),
        RecordState::Draft if reason.trim().is_empty() => None,
        RecordState::Draft | RecordState::Signed => Some(checks::reason(reason)?),
    };
    let was = inspection.state;
    let mut row = inspection.into_active_model();
    row.state = Set(RecordState::Voided);
    row.voided_reason = Set(reason.clone());
    let inspection = row.update(db).await?;
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Inspection, id, "INSPECTION_VOIDED", json!({ "was": was, "reason": reason }))).await?;
    if was == RecordState::Signed {
        recount(db, ctx, &inspection).await?;
    }
    Ok(inspection)
}

async fn recount(db: &impl ConnectionTrait, ctx: &Context, inspection: &inspection::Model) -> Result<()> {
    let inspector = actor::organization(db, inspection.inspector_id).await?;
    evidence::rematch(db, ctx, &inspector, Some(RecordKind::Inspection)).await
}

fn may_not_void() -> redline_domain::Refusal {
    let zh = "已签名封存的检查记录，只能由检查单位的负责人、安全管理人员或镇安委办作废。";
    let en =
        "A signed and sealed inspection can be voided only by the head, a deputy or safety officer of the inspecting organization, or by the safety office.";
    redline_domain::Refusal::new("MAY_NOT_VOID", zh, en).clause("2.2.5")
}
