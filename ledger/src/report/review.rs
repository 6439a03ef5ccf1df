//! The review (审核) of a report: the head or a deputy, who did not submit it, signs that it was looked through.

use redline_domain::{Position, Refusal, ids::Noun};
use redline_entity::{report, signature as signature_row};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::own;
use crate::{
    Context, Result,
    event::{self, NewEvent},
    signature::{self, Confirmed, Content},
};

/// Signs as the reviewer (审核人) of a report. Nothing of the report changes.
///
/// # Errors
/// `ALREADY_VOIDED`, `ALREADY_REVIEWED`, `REVIEWER_SUBMITTED`, `REVIEWER_POSITION`.
pub async fn review(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, confirmed: &Confirmed) -> Result<report::Model> {
    let (report, organization) = own(db, ctx, id).await?;
    let refuse = |code, zh: &str, en: &str| Err(Refusal::new(code, zh, en).clause("4.3").into());
    if report.reviewed_by_id.is_some() {
        return refuse("ALREADY_REVIEWED", "该报告已审核。", "This report has been reviewed.");
    }
    if report.recorded_by == ctx.actor.person {
        return refuse(
            "REVIEWER_SUBMITTED",
            "填报人不能审核本人填报的报告，应由主要负责人或分管负责人审核。",
            "Who submitted a report does not review it; right would be the head or a deputy.",
        );
    }
    let reviews = |position: Position| matches!(position, Position::Head | Position::Deputy);
    if !ctx.actor.seats.iter().any(|seat| seat.organization == organization.id && reviews(seat.position)) {
        return refuse("REVIEWER_POSITION", "报告应由主要负责人或分管负责人审核。", "A report is reviewed by the head or a deputy.");
    }
    // The reviewer signs the very thing that was signed by who submitted it.
    let sealed = match report.signature_id {
        Some(signature) => signature_row::Entity::find_by_id(signature).one(db).await?.map(|row| row.hash),
        None => None,
    };
    let facts = json!({ "report": id, "sealed": sealed });
    let content = Content { organization: organization.id, noun: Noun::Report, subject: id, act: "REPORT_REVIEWED", facts };
    let signature = signature::sign(db, ctx, confirmed, content).await?;
    let mut row = report.into_active_model();
    row.reviewed_by_id = Set(ctx.actor.person);
    let report = row.update(db).await?;
    let data = json!({ "by": report.reviewed_by_id, "signature": signature.id, "seal": signature.hash });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Report, id, "REPORT_REVIEWED", data)).await?;
    Ok(report)
}
