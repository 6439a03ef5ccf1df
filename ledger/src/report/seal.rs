//! The seal (封存) of a report: what its signer answers for, and whether it is still as it was signed.

use redline_domain::canonical::canonical;
use redline_entity::{attachment, report, signature};
use serde_json::{Value, json};

use crate::{attachment as attachments, signature as signatures};

/// What is done by signing a report.
pub const ACT: &str = "REPORT_SUBMITTED";

/// All that the signer answers for. That a report was voided, corrected or reviewed afterwards is no part of it.
pub(super) fn facts(report: &report::Model, documents: &[attachment::Model], reason: Option<&str>) -> Value {
    json!({
        "attachments": attachments::facts(documents),
        "contacts": report.contacts,
        "content": report.content,
        "corrects": report.corrects_id,
        "firstSubmittedAt": report.first_submitted_at.map(|at| at.timestamp_millis()),
        "kind": report.kind,
        "noneFound": report.none_found,
        "organization": report.organization_id,
        "periodOn": report.period_on,
        "reason": reason,
        "recordedBy": report.recorded_by,
        "snapshot": report.snapshot,
        "submittedOn": report.submitted_on,
    })
}

/// Whether a report is still as it was signed, its documents included.
pub fn is_intact(report: &report::Model, documents: &[attachment::Model], signature: &signature::Model) -> bool {
    let signed = signatures::facts(signature);
    let reason = signed.as_ref().and_then(|facts| facts.get("reason")?.as_str());
    let now = facts(report, documents, reason);
    signature.subject_id == report.id
        && signature.act == ACT
        && signatures::is_intact(signature)
        && signed.as_ref().is_some_and(|signed| canonical(signed) == canonical(&now))
}
