//! Reports (报告): tables, summaries, statistics and bulletins about a period.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use redline_domain::{OrganizationKind, RecordKind, RecordState, Refusal, ReportKind, Rulebook, Word, ids::Noun, permission::Action, rulebook::Evidence};
use redline_entity::report;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    checks::{self, Checks},
    event::{self, NewEvent},
    evidence,
    organization::allowed,
};

/// A report before being submitted.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// Whose.
    pub organization: Uuid,
    /// Its kind.
    pub kind: ReportKind,
    /// Any day of the period that it is about.
    pub period_on: NaiveDate,
    /// What it says.
    pub content: String,
}

/// The kinds of report that the rulebook asks of a kind of organization.
pub fn kinds(rulebook: &Rulebook, organization: OrganizationKind) -> Vec<ReportKind> {
    let asked = rulebook.rules.iter().filter(|rule| rule.applies.kind == organization).flat_map(|rule| &rule.evidence);
    let kinds: BTreeSet<ReportKind> = asked.filter_map(|evidence| if let Evidence::Report { kind } = evidence { Some(*kind) } else { None }).collect();
    kinds.into_iter().collect()
}

/// Submits a report. Its period may still run: a weekly table is due on the week's last day.
pub async fn submit(db: &impl ConnectionTrait, ctx: &Context, new: NewReport) -> Result<report::Model> {
    let organization = allowed(db, ctx, new.organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    let mut checks = Checks::default();
    let asked = kinds(&ctx.site.rulebook, organization.kind);
    if !asked.contains(&new.kind) {
        checks.refuse(wrong_kind(organization.kind, new.kind, &asked));
    }
    checks.day(ctx, "periodOn", new.period_on);
    let content = checks.text("content", &new.content, checks::LONG_TEXT);
    checks.finish()?;
    let row = report::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        kind: Set(new.kind),
        period_on: Set(new.period_on),
        content: Set(content),
        submitted_on: Set(ctx.today()),
        // Who submits it answers for it: nothing of it can change afterwards.
        state: Set(RecordState::Signed),
        voided_reason: Set(None),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    let report = row.insert(db).await?;
    let data = json!({ "kind": report.kind, "periodOn": report.period_on });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Report, report.id, "REPORT_SUBMITTED", data)).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::Report)).await?;
    Ok(report)
}

/// Voids a report: it stays visible and counts no longer. A corrected one is submitted anew.
pub async fn void(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<report::Model> {
    let report = report::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = allowed(db, ctx, report.organization_id, Action::Record).await?;
    if report.state == RecordState::Voided {
        return Err(checks::already_voided().into());
    }
    let reason = checks::reason(reason)?;
    let mut row = report.into_active_model();
    row.state = Set(RecordState::Voided);
    row.voided_reason = Set(Some(reason.clone()));
    let report = row.update(db).await?;
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Report, id, "REPORT_VOIDED", json!({ "reason": reason }))).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::Report)).await?;
    Ok(report)
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
