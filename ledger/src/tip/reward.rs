//! Rewards for reports (举报奖励, clause 2.3.3): decided on for a report that was accepted, and paid to who shows the receipt code.

use chrono::NaiveDate;
use redline_domain::{Refusal, TipState};
use redline_entity::reward;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use super::{CLAUSE, held, note};
use crate::{
    Context, Result,
    checks::{Checks, TEXT},
};

/// The largest reward: the national rules for rewards end at 300,000 yuan; this leaves room.
const MOST_YUAN: i64 = 1_000_000;

/// A reward before it is decided on.
#[derive(Clone, Debug)]
pub struct NewReward {
    /// How much, in yuan.
    pub amount_yuan: i64,
    /// By which rule, or why.
    pub note: Option<String>,
}

/// Decides on the reward of a report.
///
/// # Errors
/// `FORBIDDEN`, `TIP_NOT_ACCEPTED`, `ALREADY_REWARDED`, `BAD_AMOUNT`.
pub async fn reward(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, new: NewReward) -> Result<reward::Model> {
    let tip = held(db, ctx, id).await?;
    if tip.state != TipState::Accepted {
        let zh = "只有已受理的举报可以奖励，请先受理。";
        return Err(Refusal::new("TIP_NOT_ACCEPTED", zh, "Only a report that was accepted is rewarded; accept it first.").clause(CLAUSE).into());
    }
    if of(db, id).await?.is_some() {
        let zh = "该举报已登记奖励，不重复奖励。";
        return Err(Refusal::new("ALREADY_REWARDED", zh, "This report has its reward; it is rewarded once.").clause(CLAUSE).into());
    }
    let mut checks = Checks::default();
    let because = checks.optional("note", new.note.as_deref(), TEXT);
    if !(1..=MOST_YUAN).contains(&new.amount_yuan) {
        let zh = format!("奖励金额应为 1 至 {MOST_YUAN} 元。");
        checks.refuse(Refusal::new("BAD_AMOUNT", zh, format!("A reward is 1 to {MOST_YUAN} yuan.")).field("amountYuan"));
    }
    checks.finish()?;
    let row = reward::ActiveModel {
        id: Set(ctx.id()),
        tip_id: Set(id),
        amount_yuan: Set(new.amount_yuan),
        note: Set(because),
        decided_by: Set(ctx.actor.person),
        decided_on: Set(ctx.today()),
        paid_on: Set(None),
    };
    let row = row.insert(db).await?;
    note(db, ctx, id, "TIP_REWARDED", json!({ "amountYuan": row.amount_yuan, "note": row.note })).await?;
    Ok(row)
}

/// Records that the reward of a report was paid (奖励发放).
///
/// # Errors
/// `FORBIDDEN`, `NOT_REWARDED`, `ALREADY_PAID`, `BAD_DATE`.
pub async fn pay(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, on: NaiveDate) -> Result<reward::Model> {
    held(db, ctx, id).await?;
    let Some(mut row) = of(db, id).await? else {
        return Err(Refusal::new("NOT_REWARDED", "该举报尚未登记奖励，请先登记。", "This report has no reward yet; decide on it first.").clause(CLAUSE).into());
    };
    if let Some(paid_on) = row.paid_on {
        let en = format!("The reward was paid on {paid_on}.");
        return Err(Refusal::new("ALREADY_PAID", format!("该奖励已于 {paid_on} 发放。"), en).clause(CLAUSE).into());
    }
    let (first, today) = (row.decided_on, ctx.today());
    if !(first..=today).contains(&on) {
        let zh = format!("发放日期应在决定奖励之日（{first}）至今天（{today}）之间。");
        let en = format!("The day must lie between {first}, when the reward was decided on, and today ({today}).");
        return Err(Refusal::new("BAD_DATE", zh, en).field("paidOn").into());
    }
    row.paid_on = Some(on);
    let row = row.into_active_model().reset_all().update(db).await?;
    note(db, ctx, id, "TIP_REWARD_PAID", json!({ "paidOn": on })).await?;
    Ok(row)
}

async fn of(db: &impl ConnectionTrait, tip: Uuid) -> Result<Option<reward::Model>> {
    Ok(reward::Entity::find().filter(reward::Column::TipId.eq(tip)).one(db).await?)
}
