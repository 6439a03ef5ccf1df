//! Recording and amending drafts.

use redline_domain::{AttachmentPurpose, RecordState, Word, correction, ids::Noun};
use redline_entity::{finding, inspection};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use serde_json::json;
use uuid::Uuid;

use super::{Amendment, NewFinding, NewInspection, check, cites, load, still_draft, took_no_part};
use crate::{
    Context, Result, attachment,
    event::{self, NewEvent},
};

/// Records an inspection as a draft. It counts once it is signed.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, mut new: NewInspection) -> Result<inspection::Model> {
    check::check(db, ctx, &mut new).await?;
    let photos = std::mem::take(&mut new.photos);
    let inspection = write(db, ctx, new, None).await?;
    attachment::attach(db, ctx, &photos, (Noun::Inspection, inspection.id), AttachmentPurpose::Photo, "photoIds").await?;
    noted(db, ctx, &inspection, "INSPECTION_RECORDED").await?;
    Ok(inspection)
}

/// Writes a draft that was checked; it may correct an older inspection for a reason. Its photographs are the caller's.
pub(super) async fn write(db: &impl ConnectionTrait, ctx: &Context, new: NewInspection, corrects: Option<(Uuid, String)>) -> Result<inspection::Model> {
    let (corrects, reason) = corrects.unzip();
    let row = inspection::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(new.kind),
        organization_id: Set(new.organization),
        inspector_id: Set(new.inspector),
        leader_id: Set(new.leader),
        members: Set(new.members.into()),
        occurred_on: Set(new.occurred_on),
        modes: Set(new.modes.into()),
        scopes: Set(new.scopes.into()),
        summary: Set(new.summary),
        state: Set(RecordState::Draft),
        signed_by: Set(None),
        signed_at: Set(None),
        seal: Set(None),
        voided_reason: Set(None),
        alert_id: Set(new.alert),
        corrects_id: Set(corrects),
        corrected_by_id: Set(None),
        first_signed_at: Set(None),
        correction_reason: Set(reason),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    let inspection = row.insert(db).await?;
    write_findings(db, ctx, &inspection, new.findings).await?;
    cites::write(db, inspection.id, &new.contracts).await?;
    Ok(inspection)
}

/// Changes a draft. What is signed is sealed and cannot be changed.
pub async fn amend(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, amendment: Amendment) -> Result<inspection::Model> {
    let (inspection, _, part) = load(db, ctx, id).await?;
    if !part.made_it() {
        return Err(took_no_part().into());
    }
    still_draft(&inspection)?;
    let (findings, photos) = (amendment.findings.is_some(), amendment.photos.clone());
    let mut new = amended(db, &inspection, amendment).await?;
    check::check(db, ctx, &mut new).await?;
    let mut row = inspection.into_active_model();
    row.kind = Set(new.kind);
    row.leader_id = Set(new.leader);
    row.members = Set(new.members.into());
    row.occurred_on = Set(new.occurred_on);
    row.modes = Set(new.modes.into());
    row.scopes = Set(new.scopes.into());
    row.summary = Set(new.summary);
    row.alert_id = Set(new.alert);
    let inspection = row.update(db).await?;
    if findings {
        finding::Entity::delete_many().filter(finding::Column::InspectionId.eq(id)).exec(db).await?;
        write_findings(db, ctx, &inspection, new.findings).await?;
    }
    cites::write(db, id, &new.contracts).await?;
    if let Some(photos) = photos {
        attachment::replace(db, ctx, &photos, (Noun::Inspection, id), AttachmentPurpose::Photo, "photoIds").await?;
    }
    noted(db, ctx, &inspection, "INSPECTION_AMENDED").await?;
    Ok(inspection)
}

/// An inspection with what changes in it; what is not given is copied, but for the photographs.
pub(super) async fn amended(db: &impl ConnectionTrait, inspection: &inspection::Model, amendment: Amendment) -> Result<NewInspection> {
    let findings = match amendment.findings {
        Some(findings) => findings,
        None => findings_of(db, inspection.id).await?.into_iter().map(|row| NewFinding { description: row.description, location: row.location }).collect(),
    };
    let contracts = match amendment.contracts {
        Some(contracts) => contracts,
        None => cites::contracts_of(db, inspection.id).await?,
    };
    Ok(NewInspection {
        organization: inspection.organization_id,
        inspector: inspection.inspector_id,
        kind: amendment.kind.unwrap_or(inspection.kind),
        leader: amendment.leader.unwrap_or(inspection.leader_id),
        members: amendment.members.unwrap_or_else(|| inspection.members.0.clone()),
        occurred_on: amendment.occurred_on.unwrap_or(inspection.occurred_on),
        modes: amendment.modes.unwrap_or_else(|| inspection.modes.0.clone()),
        scopes: amendment.scopes.unwrap_or_else(|| inspection.scopes.0.clone()),
        summary: amendment.summary.unwrap_or_else(|| inspection.summary.clone()),
        findings,
        alert: amendment.alert.or(inspection.alert_id),
        contracts,
        photos: Vec::new(),
    })
}

/// The findings of an inspection, in order.
async fn findings_of(db: &impl ConnectionTrait, inspection: Uuid) -> Result<Vec<finding::Model>> {
    Ok(finding::Entity::find().filter(finding::Column::InspectionId.eq(inspection)).order_by_asc(finding::Column::Ordinal).all(db).await?)
}

/// Writes the findings of a draft. Those that the corrected version has too name the hazards that they became.
async fn write_findings(db: &impl ConnectionTrait, ctx: &Context, inspection: &inspection::Model, findings: Vec<NewFinding>) -> Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let old = match inspection.corrects_id {
        Some(older) => findings_of(db, older).await?,
        None => Vec::new(),
    };
    let known: Vec<NewFinding> = old.iter().map(|row| NewFinding { description: row.description.clone(), location: row.location.clone() }).collect();
    let carried = correction::carried(&known, &findings);
    let rows = (1..).zip(findings).zip(carried).map(|((ordinal, finding), carried)| finding::ActiveModel {
        id: Set(ctx.id()),
        inspection_id: Set(inspection.id),
        ordinal: Set(ordinal),
        description: Set(finding.description),
        location: Set(finding.location),
        hazard_id: Set(carried.and_then(|at| old[at].hazard_id)),
    });
    finding::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Writes what happened to a draft, with all that it says.
pub(super) async fn noted(db: &impl ConnectionTrait, ctx: &Context, inspection: &inspection::Model, action: &'static str) -> Result<()> {
    let findings = findings_of(db, inspection.id).await?;
    let findings: Vec<_> = findings.iter().map(|row| json!({ "description": row.description, "location": row.location })).collect();
    let data = json!({
        "kind": inspection.kind.code(), "on": inspection.occurred_on, "inspector": inspection.inspector_id, "leader": inspection.leader_id,
        "members": inspection.members, "summary": inspection.summary, "findings": findings,
        "corrects": inspection.corrects_id, "reason": inspection.correction_reason,
    });
    let on = ctx.site.zone.start_of(inspection.occurred_on);
    event::append(db, ctx, NewEvent::new(Some(inspection.organization_id), Noun::Inspection, inspection.id, action, data).true_at(on)).await
}
