//! The seal (封存校验值) of a signed inspection: when an accident comes, it proves that the record is as it was signed.

use std::collections::HashMap;

use redline_domain::canonical::canonical;
use redline_entity::{attachment, finding, inspection, inspection_contract, signature};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Result, attachment as attachments,
    signature::{self as signatures},
};

/// What is done by signing an inspection.
pub const ACT: &str = "INSPECTION_SIGNED";

/// What belongs to an inspection besides its row, and is signed with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What was wrong, in order.
    pub findings: Vec<finding::Model>,
    /// The contracts that it looked at.
    pub contracts: Vec<Uuid>,
    /// Its photographs.
    pub attachments: Vec<attachment::Model>,
    /// Its signatures.
    pub signatures: Vec<signature::Model>,
}

impl Parts {
    /// What belongs to inspections, read in one go for all of them.
    pub async fn of(db: &impl ConnectionTrait, inspections: &[Uuid]) -> Result<HashMap<Uuid, Self>> {
        let among = || inspections.iter().copied();
        let mut parts: HashMap<Uuid, Self> = among().map(|id| (id, Self::default())).collect();
        for row in finding::Entity::find().filter(finding::Column::InspectionId.is_in(among())).order_by_asc(finding::Column::Ordinal).all(db).await? {
            parts.entry(row.inspection_id).or_default().findings.push(row);
        }
        let contracts = inspection_contract::Entity::find().filter(inspection_contract::Column::InspectionId.is_in(among()));
        for row in contracts.order_by_asc(inspection_contract::Column::ContractId).all(db).await? {
            parts.entry(row.inspection_id).or_default().contracts.push(row.contract_id);
        }
        for row in attachments::of_all(db, inspections).await? {
            if let Some(subject) = row.subject_id {
                parts.entry(subject).or_default().attachments.push(row);
            }
        }
        for row in signatures::of_all(db, inspections).await? {
            parts.entry(row.subject_id).or_default().signatures.push(row);
        }
        Ok(parts)
    }
}

/// All that the signer of an inspection answers for. Which hazards the findings became is no part of it, nor what became of the
/// inspection later.
pub fn facts(inspection: &inspection::Model, parts: &Parts) -> Value {
    let findings: Value =
        parts.findings.iter().map(|finding| json!({ "description": finding.description, "location": finding.location, "ordinal": finding.ordinal })).collect();
    json!({
        "alert": inspection.alert_id,
        "attachments": attachments::facts(&parts.attachments),
        "contracts": parts.contracts,
        "correctionReason": inspection.correction_reason,
        "corrects": inspection.corrects_id,
        "findings": findings,
        "firstSignedAt": inspection.first_signed_at.map(|at| at.timestamp_millis()),
        "inspector": inspection.inspector_id,
        "kind": inspection.kind,
        "leader": inspection.leader_id,
        "members": inspection.members,
        "modes": inspection.modes,
        "occurredOn": inspection.occurred_on,
        "organization": inspection.organization_id,
        "recordedAt": inspection.recorded_at.timestamp_millis(),
        "recordedBy": inspection.recorded_by,
        "scopes": inspection.scopes,
        "summary": inspection.summary,
    })
}

/// Whether a signed inspection is still as it was signed; none for what was never signed.
pub fn is_intact(inspection: &inspection::Model, parts: &Parts) -> Option<bool> {
    if inspection.seal.is_none() && inspection.signed_at.is_none() && parts.signatures.is_empty() {
        return None;
    }
    let Some(signature) = parts.signatures.iter().find(|signature| signature.act == ACT) else { return Some(false) };
    let same_signer =
        signature.signer_id == inspection.signed_by && inspection.signed_at.is_some_and(|at| at.timestamp_millis() == signature.signed_at.timestamp_millis());
    let sealed = inspection.seal.as_ref() == Some(&signature.hash) && same_signer && signatures::is_intact(signature);
    Some(sealed && signatures::facts(signature).is_some_and(|signed| canonical(&signed) == canonical(&facts(inspection, parts))))
}
