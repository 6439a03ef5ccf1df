//! Acknowledging a post (岗位确认): by the person; where only a name is known, by an officer on the person's behalf.

use chrono::NaiveDate;
use redline_domain::{Refusal, ids::Noun, permission::Action};
use redline_entity::post;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use super::{load_post, settle};
use crate::{
    Context, Result, actor,
    checks::Checks,
    event::{self, NewEvent},
};

/// Acknowledges a post on a day. With the last open post the list is complete and counts.
pub async fn acknowledge(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, on: NaiveDate) -> Result<post::Model> {
    let (post, list, organization) = load_post(db, ctx, id, Action::Acknowledge).await?;
    let Some(assigned_on) = post.assigned_on else {
        return Err(Refusal::new("NOT_ASSIGNED", "该岗位尚未落实到人。", "This post is not assigned to anybody yet.").clause("2.1.2").into());
    };
    match post.assignee_id {
        Some(assignee) if !ctx.actor.operator && ctx.actor.person != Some(assignee) => {
            let (zh, en) = ("岗位责任应由本人确认，他人不能代为确认。", "A post is acknowledged by the person to whom it is assigned, and by nobody else.");
            return Err(Refusal::new("NOT_THE_ASSIGNEE", zh, en).clause("2.1.2").into());
        }
        Some(_) => {}
        None => ctx.allow(Action::Record, &actor::subject(&organization))?,
    }
    if let Some(day) = post.acknowledged_on {
        return Err(Refusal::new("ALREADY_ACKNOWLEDGED", format!("该岗位已于 {day} 确认。"), format!("This post was acknowledged on {day}.")).into());
    }
    let mut checks = Checks::default();
    checks.day(ctx, "on", on);
    if on < assigned_on {
        let zh = format!("确认日期不能早于落实到人的日期 {assigned_on}。");
        checks.refuse(Refusal::new("BEFORE_ASSIGNMENT", zh, format!("A post cannot be acknowledged before it was assigned on {assigned_on}.")).field("on"));
    }
    checks.finish()?;
    let mut row = post.into_active_model();
    row.acknowledged_on = Set(Some(on));
    row.acknowledged_at = Set(Some(ctx.now));
    let post = row.update(db).await?;
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Post, id, "POST_ACKNOWLEDGED", json!({ "on": on })).true_at(ctx.site.zone.start_of(on)))
        .await?;
    settle(db, ctx, &organization, list).await?;
    Ok(post)
}
