//! The seal (封存校验值) of a signed inspection: when an accident comes, it proves that the record is as it was signed.

use std::collections::BTreeMap;

use redline_domain::Word;
use redline_entity::{finding, inspection};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The SHA-256, in hexadecimal digits, of what was signed: its content as JSON with sorted keys. Which hazards the findings
/// became is no part of it.
pub fn seal_of(inspection: &inspection::Model, findings: &[finding::Model]) -> String {
    let findings: Vec<_> = findings
        .iter()
        .map(|finding| {
            BTreeMap::from([("description", json!(finding.description)), ("location", json!(finding.location)), ("ordinal", json!(finding.ordinal))])
        })
        .collect();
    let content: BTreeMap<&str, Value> = BTreeMap::from([
        ("findings", json!(findings)),
        ("id", json!(inspection.id)),
        ("inspector", json!(inspection.inspector_id)),
        ("kind", json!(inspection.kind.code())),
        ("leader", json!(inspection.leader_id)),
        ("modes", json!(inspection.modes.0)),
        ("occurredOn", json!(inspection.occurred_on)),
        ("organization", json!(inspection.organization_id)),
        ("recordedAt", json!(inspection.recorded_at.timestamp_millis())),
        ("recordedBy", json!(inspection.recorded_by)),
        ("scopes", json!(inspection.scopes.0)),
        ("signedAt", json!(inspection.signed_at.map(|at| at.timestamp_millis()))),
        ("signedBy", json!(inspection.signed_by)),
        ("summary", json!(inspection.summary)),
    ]);
    // Maps of texts and plain values can always be written.
    let canonical = serde_json::to_string(&content).unwrap_or_default();
    hex::encode(Sha256::digest(canonical))
}

/// Whether a signed inspection is still as it was signed; none for what was never signed.
pub fn is_intact(inspection: &inspection::Model, findings: &[finding::Model]) -> Option<bool> {
    inspection.seal.as_ref().map(|seal| *seal == seal_of(inspection, findings))
}
