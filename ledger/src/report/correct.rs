//! Corrections (更正): a new version that names the old. The old one stays visible, voided with the reason.

use redline_domain::{RecordKind, RecordState, contacts::GivenContacts, ids::Noun};
use redline_entity::report;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::{NewReport, Older, own, write};
use crate::{
    Context, Result,
    checks::{self, Checks},
    event::{self, NewEvent},
    evidence,
    signature::Confirmed,
};

/// What a new version says. Organization, kind and period are those of the old one: a report about another period is another
/// report.
#[derive(Clone, Debug, Default)]
pub struct Correction {
    /// What it says; where the ledger has the figures a remark, which may be empty.
    pub content: String,
    /// The contacts that go with the mobilisation report.
    pub contacts: Option<GivenContacts>,
    /// Of a declaration: whether no major hazard was found.
    pub none_found: Option<bool>,
    /// Of a progress table: what needs coordination from above.
    pub coordination: Option<String>,
    /// Its documents, in place of those of the old version; none given: those stay.
    pub documents: Option<Vec<Uuid>>,
}

/// Corrects a report: the new version has the figures of now and the signature of who corrects it. It is as timely as the first
/// version was, since it is about the same period; when it was made stands beside.
///
/// # Errors
/// `ALREADY_VOIDED`, `REASON_MISSING`, and what [`super::submit`] refuses.
pub async fn correct(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, new: Correction, reason: &str, confirmed: &Confirmed) -> Result<report::Model> {
    let (old, organization) = own(db, ctx, id).await?;
    checks::not_closed(&organization)?;
    let reason = checks::reason(reason)?;
    let older = Older { id, reason: reason.clone(), first_submitted_at: old.first_submitted_at.unwrap_or(old.recorded_at) };
    let new = NewReport {
        organization: organization.id,
        kind: old.kind,
        period_on: old.period_on,
        content: new.content,
        contacts: new.contacts,
        none_found: new.none_found,
        coordination: new.coordination,
        documents: new.documents,
    };
    let (report, signature) = write(db, ctx, &organization, new, Checks::default(), Some(older), confirmed).await?;
    let mut row = old.into_active_model();
    row.state = Set(RecordState::Voided);
    row.voided_reason = Set(Some(reason.clone()));
    row.corrected_by_id = Set(Some(report.id));
    row.update(db).await?;
    let voided = NewEvent::new(Some(organization.id), Noun::Report, id, "REPORT_VOIDED", json!({ "reason": reason, "correctedBy": report.id }));
    let data = json!({
        "corrects": id, "reason": reason, "kind": report.kind, "periodOn": report.period_on, "noneFound": report.none_found,
        "signature": signature.id, "seal": signature.hash,
    });
    let corrected = NewEvent::new(Some(organization.id), Noun::Report, report.id, "REPORT_CORRECTED", data);
    event::append_all(db, ctx, [voided, corrected]).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::Report)).await?;
    Ok(report)
}
