//! Organizations that take part no longer (停产停业、关闭), for a while or for good.

use chrono::NaiveDate;
use redline_domain::{OrganizationState, Refusal, Word, ids::Noun};
use redline_entity::organization;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::{managed, settle};
use crate::{
    Context, Result, cause, certificate,
    event::{self, NewEvent},
    hazard,
};

/// Suspends an organization (停产停业) from a day on: what it owes from then on is excused.
pub async fn suspend(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, on: NaiveDate, reason: &str) -> Result<organization::Model> {
    leave(db, ctx, id, on, reason, OrganizationState::Suspended).await
}

/// Closes an organization (关闭) from a day on.
pub async fn close(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, on: NaiveDate, reason: &str) -> Result<organization::Model> {
    leave(db, ctx, id, on, reason, OrganizationState::Closed).await
}

/// Lets a suspended organization take part again (复产) from a day on; not while its production is suspended in whole because of a
/// hazard, which is resumed after the hazard's acceptance only.
///
/// # Errors
/// `NOT_SUSPENDED`, `RESUMPTION_BEFORE_ACCEPTANCE`, `BAD_DATE`.
pub async fn resume(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, on: NaiveDate) -> Result<organization::Model> {
    let organization = managed(db, ctx, id).await?;
    let left = match organization.left_on {
        Some(left) if organization.state == OrganizationState::Suspended => left,
        _ => return Err(Refusal::new("NOT_SUSPENDED", "该单位未被停产停业。", "This organization is not suspended.").into()),
    };
    if on > ctx.today() || on < left {
        return Err(Refusal::new("BAD_DATE", format!("复产日期应在 {left} 至今天之间。"), format!("The day must lie between {left} and today."))
            .field("on")
            .into());
    }
    if hazard::is_suspended_in_whole(db, id).await? {
        let zh = "该单位因隐患处于全部停产停业，隐患验收销号并恢复生产后，方可复产。";
        let en = "Its production is suspended in whole because of a hazard; right would be to resume that first, after the hazard's acceptance.";
        return Err(Refusal::new("RESUMPTION_BEFORE_ACCEPTANCE", zh, en).clause("2.1.1").into());
    }
    let mut row = organization.into_active_model();
    row.state = Set(OrganizationState::Active);
    row.joined_on = Set(on);
    row.left_on = Set(None);
    let organization = row.update(db).await?;
    event::append(db, ctx, NewEvent::new(Some(id), Noun::Organization, id, "ORGANIZATION_RESUMED", json!({ "on": on })).true_at(ctx.site.zone.start_of(on)))
        .await?;
    settle(db, ctx, &organization, "").await?;
    certificate::follow(db, ctx, &organization).await?;
    Ok(organization)
}

async fn leave(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, on: NaiveDate, reason: &str, state: OrganizationState) -> Result<organization::Model> {
    let organization = managed(db, ctx, id).await?;
    if reason.trim().is_empty() {
        return Err(Refusal::new("REASON_MISSING", "请写明原因。", "Give the reason.").field("reason").into());
    }
    if organization.state == state {
        return Err(Refusal::new("ALREADY_SO", format!("该单位已是“{}”。", state.zh()), format!("The organization already is: {}.", state.en())).into());
    }
    if on > ctx.today() || on < organization.joined_on {
        return Err(Refusal::new(
            "BAD_DATE",
            format!("日期应在 {} 至今天之间。", organization.joined_on),
            format!("The day must lie between {} and today.", organization.joined_on),
        )
        .field("on")
        .into());
    }
    // Who was suspended and is now closed left on the earlier day.
    let left_on = organization.left_on.map_or(on, |left| left.min(on));
    let mut row = organization.into_active_model();
    row.state = Set(state);
    row.left_on = Set(Some(left_on));
    let organization = row.update(db).await?;
    event::append(
        db,
        ctx,
        NewEvent::new(Some(id), Noun::Organization, id, "ORGANIZATION_LEFT", json!({ "on": on, "state": state, "reason": reason }))
            .true_at(ctx.site.zone.start_of(on)),
    )
    .await?;
    settle(db, ctx, &organization, reason).await?;
    certificate::follow(db, ctx, &organization).await?;
    hazard::excuse_windows(db, ctx, &organization, left_on, reason).await?;
    cause::excuse_all(db, ctx, &organization, left_on, reason).await?;
    Ok(organization)
}
