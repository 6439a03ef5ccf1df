//! Reports (报告): declarations, tables, summaries, statistics and bulletins about a period. Each is signed by who submits it, with
//! the figures as they were; a correction is a new version that names the old (4.3).

mod contacts;
mod content;
mod correct;
mod review;
mod seal;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{
    AttachmentPurpose, OrganizationKind, RecordKind, RecordState, Refusal, ReportKind, Rulebook, Word, contacts::GivenContacts, figures::Snapshot, ids::Noun,
    permission::Action, rulebook::Evidence,
};
use redline_entity::{attachment as attachment_row, organization, report, signature as signature_row};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, attachment,
    checks::{self, Checks},
    event::{self, NewEvent},
    evidence,
    organization::allowed,
    signature::{self, Confirmed, Content},
};

pub use contacts::latest as latest_contacts;
pub use correct::{Correction, correct};
pub use review::review;
pub use seal::is_intact;

/// A report before being submitted.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// Whose.
    pub organization: Uuid,
    /// Its kind.
    pub kind: ReportKind,
    /// Any day of the period that it is about.
    pub period_on: NaiveDate,
    /// What it says; where the ledger has the figures a remark, which may be empty.
    pub content: String,
    /// The contacts that go with the mobilisation report (annex 4).
    pub contacts: Option<GivenContacts>,
    /// Of a declaration of the ledger: whether no major hazard was found.
    pub none_found: Option<bool>,
    /// Of a progress table: what needs coordination from above (需上级协调事项).
    pub coordination: Option<String>,
    /// Its documents, uploaded before; none given: those of the version that it corrects.
    pub documents: Option<Vec<Uuid>>,
}

impl NewReport {
    /// A report that has neither contacts nor a declaration, nor documents.
    pub fn new(organization: Uuid, kind: ReportKind, period_on: NaiveDate, content: impl Into<String>) -> Self {
        Self { organization, kind, period_on, content: content.into(), contacts: None, none_found: None, coordination: None, documents: None }
    }
}

/// The kinds of report that the rulebook asks of a kind of organization.
pub fn kinds(rulebook: &Rulebook, organization: OrganizationKind) -> Vec<ReportKind> {
    let asked = rulebook.rules.iter().filter(|rule| rule.applies.kind == organization).flat_map(|rule| &rule.evidence);
    let kinds: BTreeSet<ReportKind> = asked.filter_map(|evidence| if let Evidence::Report { kind } = evidence { Some(*kind) } else { None }).collect();
    kinds.into_iter().collect()
}

/// The figures that a report had when it was submitted.
///
/// # Errors
/// `Inconsistent` if they can no longer be read.
pub fn snapshot(report: &report::Model) -> Result<Option<Snapshot>> {
    let read = |value: &serde_json::Value| serde_json::from_value(value.clone()).map_err(|error| Error::Inconsistent(format!("a snapshot: {error}")));
    report.snapshot.as_ref().map(read).transpose()
}

/// Submits and signs a report. Its period may still run: a weekly table is due on the week's last day. What the ledger knows is
/// taken from it at this moment and kept.
///
/// # Errors
/// `KIND_NOT_ASKED`, `DATE_IN_FUTURE`, `BEFORE_THE_ACTION`, and what the kind asks for: a text, `CONTACTS_MISSING` and what
/// [`GivenContacts::check`] refuses, `NONE_FOUND_MISSING`, `LEDGER_HAS_HAZARDS`, `NOTHING_TO_DECLARE`, `UNGRADED_HAZARDS`, `HEAD_SIGNS`,
/// `NOT_OF_THIS_KIND`; what attaching refuses.
pub async fn submit(db: &impl ConnectionTrait, ctx: &Context, new: NewReport, confirmed: &Confirmed) -> Result<report::Model> {
    let organization = allowed(db, ctx, new.organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    let mut checks = Checks::default();
    let asked = kinds(&ctx.site.rulebook, organization.kind);
    if !asked.contains(&new.kind) {
        checks.refuse(wrong_kind(organization.kind, new.kind, &asked));
    }
    checks.day(ctx, "periodOn", new.period_on);
    let (report, signature) = write(db, ctx, &organization, new, checks, None, confirmed).await?;
    let data = json!({
        "kind": report.kind, "periodOn": report.period_on, "noneFound": report.none_found,
        "signature": signature.id, "seal": signature.hash,
    });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Report, report.id, "REPORT_SUBMITTED", data)).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::Report)).await?;
    Ok(report)
}

/// The older version of a correction.
struct Older {
    id: Uuid,
    reason: String,
    first_submitted_at: DateTime<Utc>,
}

/// Checks, signs and writes a report, and answers it with its signature.
async fn write(
    db: &impl ConnectionTrait,
    ctx: &Context,
    organization: &organization::Model,
    new: NewReport,
    mut checks: Checks,
    older: Option<Older>,
    confirmed: &Confirmed,
) -> Result<(report::Model, signature_row::Model)> {
    let checked = content::check(db, ctx, organization, new, &mut checks).await?;
    checks.finish()?;
    let snapshot = content::snapshot(db, ctx, organization, &checked).await?;
    let (NewReport { kind, period_on, none_found, documents, .. }, text, contacts) = (checked.new, checked.content, checked.contacts);
    let id = ctx.id();
    let documents = documents_of(db, ctx, id, documents, older.as_ref()).await?;
    let mut report = report::Model {
        id,
        organization_id: organization.id,
        kind,
        period_on,
        content: text,
        submitted_on: ctx.today(),
        // Who submits it answers for it: nothing of it can change afterwards.
        state: RecordState::Signed,
        voided_reason: None,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.person,
        snapshot,
        contacts,
        none_found,
        corrects_id: older.as_ref().map(|older| older.id),
        corrected_by_id: None,
        signature_id: None,
        reviewed_by_id: None,
        first_submitted_at: older.as_ref().map(|older| older.first_submitted_at),
    };
    let facts = seal::facts(&report, &documents, older.as_ref().map(|older| older.reason.as_str()));
    let content = Content { organization: organization.id, noun: Noun::Report, subject: report.id, act: seal::ACT, facts };
    let signature = signature::sign(db, ctx, confirmed, content).await?;
    report.signature_id = Some(signature.id);
    Ok((report.into_active_model().reset_all().insert(db).await?, signature))
}

/// Attaches the documents of a new report; a correction for which none are given has those of the older version.
async fn documents_of(
    db: &impl ConnectionTrait,
    ctx: &Context,
    report: Uuid,
    given: Option<Vec<Uuid>>,
    older: Option<&Older>,
) -> Result<Vec<attachment_row::Model>> {
    let of = (Noun::Report, report);
    match (given, older) {
        (Some(ids), _) => drop(attachment::attach(db, ctx, &ids, of, AttachmentPurpose::Document, "documentIds").await?),
        (None, Some(older)) => attachment::copy(db, ctx, older.id, of).await?,
        (None, None) => return Ok(Vec::new()),
    }
    attachment::of(db, report).await
}

/// Voids a report: it stays visible and counts no longer.
pub async fn void(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<report::Model> {
    let (report, organization) = own(db, ctx, id).await?;
    let reason = checks::reason(reason)?;
    let mut row = report.into_active_model();
    row.state = Set(RecordState::Voided);
    row.voided_reason = Set(Some(reason.clone()));
    let report = row.update(db).await?;
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Report, id, "REPORT_VOIDED", json!({ "reason": reason }))).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::Report)).await?;
    Ok(report)
}

/// A report that the actor may change, which is not voided, held until the transaction ends.
async fn own(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<(report::Model, organization::Model)> {
    let report = report::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = allowed(db, ctx, report.organization_id, Action::Record).await?;
    if report.state == RecordState::Voided {
        return Err(checks::already_voided().into());
    }
    Ok((report, organization))
}

fn wrong_kind(organization: OrganizationKind, kind: ReportKind, asked: &[ReportKind]) -> Refusal {
    let zh: Vec<_> = asked.iter().map(|kind| kind.zh()).collect();
    let en: Vec<_> = asked.iter().map(|kind| kind.en()).collect();
    let (zh, en) = if asked.is_empty() { ("无".to_owned(), "none".to_owned()) } else { (zh.join("、"), en.join("; ")) };
    Refusal::new(
        "KIND_NOT_ASKED",
        format!("方案没有要求{}报送“{}”。可报送：{zh}。", organization.zh(), kind.zh()),
        format!("The rulebook asks no such report ({}) of this kind of organization ({}). It asks for: {en}.", kind.en(), organization.en()),
    )
    .field("kind")
}
