//! Recording and amending drafts.

use redline_domain::{RecordState, Word, ids::Noun};
use redline_entity::{finding, inspection};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use serde_json::json;
use uuid::Uuid;

use super::{Amendment, NewFinding, NewInspection, check, load, still_draft, took_no_part};
use crate::{
    Context, Result,
    event::{self, NewEvent},
};

/// Records an inspection as a draft. It counts once it is signed.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, mut new: NewInspection) -> Result<inspection::Model> {
    check::check(db, ctx, &mut new).await?;
    let row = inspection::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(new.kind),
        organization_id: Set(new.organization),
        inspector_id: Set(new.inspector),
        leader_id: Set(new.leader),
        occurred_on: Set(new.occurred_on),
        modes: Set(new.modes.into()),
        scopes: Set(new.scopes.into()),
        summary: Set(new.summary),
        state: Set(RecordState::Draft),
        signed_by: Set(None),
        signed_at: Set(None),
        seal: Set(None),
        voided_reason: Set(None),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    let inspection = row.insert(db).await?;
    write_findings(db, ctx, inspection.id, new.findings).await?;
    noted(db, ctx, &inspection, "INSPECTION_RECORDED").await?;
    Ok(inspection)
}

/// Changes a draft. What is signed is sealed and cannot be changed.
pub async fn amend(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, amendment: Amendment) -> Result<inspection::Model> {
    let (inspection, _, part) = load(db, ctx, id).await?;
    if !part.made_it() {
        return Err(took_no_part().into());
    }
    still_draft(&inspection)?;
    let findings = match &amendment.findings {
        Some(findings) => findings.clone(),
        None => findings_of(db, id).await?.into_iter().map(|row| NewFinding { description: row.description, location: row.location }).collect(),
    };
    let mut new = NewInspection {
        organization: inspection.organization_id,
        inspector: inspection.inspector_id,
        kind: amendment.kind.unwrap_or(inspection.kind),
        leader: amendment.leader.unwrap_or(inspection.leader_id),
        occurred_on: amendment.occurred_on.unwrap_or(inspection.occurred_on),
        modes: amendment.modes.unwrap_or_else(|| inspection.modes.0.clone()),
        scopes: amendment.scopes.unwrap_or_else(|| inspection.scopes.0.clone()),
        summary: amendment.summary.unwrap_or_else(|| inspection.summary.clone()),
        findings,
    };
    check::check(db, ctx, &mut new).await?;
    let mut row = inspection.into_active_model();
    row.kind = Set(new.kind);
    row.leader_id = Set(new.leader);
    row.occurred_on = Set(new.occurred_on);
    row.modes = Set(new.modes.into());
    row.scopes = Set(new.scopes.into());
    row.summary = Set(new.summary);
    let inspection = row.update(db).await?;
    if amendment.findings.is_some() {
        finding::Entity::delete_many().filter(finding::Column::InspectionId.eq(id)).exec(db).await?;
        write_findings(db, ctx, id, new.findings).await?;
    }
    noted(db, ctx, &inspection, "INSPECTION_AMENDED").await?;
    Ok(inspection)
}

/// The findings of an inspection, in order.
pub(super) async fn findings_of(db: &impl ConnectionTrait, inspection: Uuid) -> Result<Vec<finding::Model>> {
    Ok(finding::Entity::find().filter(finding::Column::InspectionId.eq(inspection)).order_by_asc(finding::Column::Ordinal).all(db).await?)
}

async fn write_findings(db: &impl ConnectionTrait, ctx: &Context, inspection: Uuid, findings: Vec<NewFinding>) -> Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let rows = (1..).zip(findings).map(|(ordinal, finding)| finding::ActiveModel {
        id: Set(ctx.id()),
        inspection_id: Set(inspection),
        ordinal: Set(ordinal),
        description: Set(finding.description),
        location: Set(finding.location),
        hazard_id: Set(None),
    });
    finding::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

async fn noted(db: &impl ConnectionTrait, ctx: &Context, inspection: &inspection::Model, action: &'static str) -> Result<()> {
    let data = json!({ "kind": inspection.kind.code(), "on": inspection.occurred_on, "inspector": inspection.inspector_id, "leader": inspection.leader_id });
    let on = ctx.site.zone.start_of(inspection.occurred_on);
    event::append(db, ctx, NewEvent::new(Some(inspection.organization_id), Noun::Inspection, inspection.id, action, data).true_at(on)).await
}
