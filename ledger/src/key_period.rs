//! Key periods (关键时间节点): days on which the heads of all enterprises are on duty (clause 2.1.1).

use chrono::NaiveDate;
use redline_domain::{
    NoticeKind, Tale,
    ids::Noun,
    key_period as rules,
    permission::{Action, decide_sitewide},
    rulebook::Trigger,
};
use redline_entity::key_period;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    alert::{already_withdrawn, office, organizations},
    broadcast,
    cause::{self, Cause, Span},
    checks::{self, Checks},
    event::{self, NewEvent},
    notice::{self, About},
};

/// A key period before being declared.
#[derive(Clone, Debug)]
pub struct NewKeyPeriod {
    /// Its name, e.g. 端午节假期.
    pub name: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Why it is one.
    pub reason: String,
}

/// Declares a key period (公布关键时间节点): every enterprise that takes part today owes an on-duty record of its head for each of its
/// days, and its responsible person and head are told. Who is registered afterwards does not owe it.
///
/// # Errors
/// `FORBIDDEN`, `BEGINS_IN_THE_PAST`, `ENDS_BEFORE_IT_BEGINS`, `TOO_LONG`, a text missing.
pub async fn declare(db: &impl ConnectionTrait, ctx: &Context, new: NewKeyPeriod) -> Result<key_period::Model> {
    decide_sitewide(&ctx.actor, Action::DeclareKeyPeriod).or_refuse()?;
    let mut checks = Checks::default();
    let name = checks.text("name", &new.name, checks::TITLE);
    let reason = checks.text("reason", &new.reason, checks::TEXT);
    if let Some(refusal) = rules::check(new.from, new.until, ctx.today()) {
        checks.refuse(refusal);
    }
    checks.finish()?;
    let row = key_period::ActiveModel {
        id: Set(ctx.id()),
        name: Set(name),
        from_on: Set(new.from),
        until_on: Set(new.until),
        reason: Set(reason),
        declared_by_organization: Set(office(ctx)),
        declared_by: Set(ctx.actor.person),
        declared_on: Set(ctx.today()),
        declared_at: Set(ctx.now),
        withdrawn_on: Set(None),
        withdrawn_reason: Set(None),
    };
    let period = row.insert(db).await?;
    let mut enterprises = cause::enterprises(db, ctx).await?;
    let cause = Cause { noun: Noun::KeyPeriod, id: period.id, trigger: Trigger::KeyPeriod };
    let days = i32::try_from(rules::days(period.from_on, period.until_on)).unwrap_or(i32::MAX);
    let span = |_: Option<u32>| Span { opens_on: period.from_on, due_on: period.until_on, required: days };
    let owing = cause::open(db, ctx, cause, &enterprises, span).await?;
    let data = json!({ "name": period.name, "from": period.from_on, "until": period.until_on, "reason": period.reason, "enterprises": owing.len() });
    event::append(db, ctx, NewEvent::new(period.declared_by_organization, Noun::KeyPeriod, period.id, "KEY_PERIOD_DECLARED", data)).await?;
    enterprises.retain(|enterprise| owing.binary_search(&enterprise.id).is_ok());
    let about = About::Thing(Noun::KeyPeriod, period.id);
    broadcast::tell(db, ctx, (NoticeKind::KeyPeriodDeclared, about, "DECLARED"), &enterprises, &tale(&period)).await?;
    Ok(period)
}

/// Withdraws a key period (撤销关键时间节点): what is still owed for it ends as superseded, and those enterprises are told. What was
/// recorded stays.
///
/// # Errors
/// `FORBIDDEN`, `ALREADY_WITHDRAWN`, `REASON_MISSING`.
pub async fn withdraw(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<key_period::Model> {
    decide_sitewide(&ctx.actor, Action::DeclareKeyPeriod).or_refuse()?;
    let period = key_period::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if let Some(on) = period.withdrawn_on {
        return Err(already_withdrawn(on).into());
    }
    let reason = checks::reason(reason)?;
    let mut row = period.into_active_model();
    row.withdrawn_on = Set(Some(ctx.today()));
    row.withdrawn_reason = Set(Some(reason.clone()));
    let period = row.update(db).await?;
    let about = About::Thing(Noun::KeyPeriod, id);
    notice::cancel(db, about, "WITHDRAWN").await?;
    let freed = cause::supersede(db, ctx, id, &reason).await?;
    let data = json!({ "reason": reason, "enterprises": freed.len() });
    event::append(db, ctx, NewEvent::new(period.declared_by_organization, Noun::KeyPeriod, id, "KEY_PERIOD_WITHDRAWN", data)).await?;
    let name = &period.name;
    let tale = Tale::new(format!("关键时间节点已撤销：{name}"), format!("Key period withdrawn: {name}"))
        .says("不再要求逐日登记在岗记录。", "On-duty records are no longer asked for.")
        .fact("原因", "Reason", reason);
    broadcast::tell(db, ctx, (NoticeKind::KeyPeriodDeclared, about, "WITHDRAWN"), &organizations(db, freed).await?, &tale).await?;
    Ok(period)
}

fn tale(period: &key_period::Model) -> Tale {
    let (name, from, until, days) = (&period.name, period.from_on, period.until_on, rules::days(period.from_on, period.until_on));
    Tale::new(name, name)
        .says(
            format!("{from} 至 {until}（共 {days} 天）为关键时间节点：主要负责人应每日在岗在位、盯守现场，并逐日登记在岗记录。"),
            format!("From {from} to {until} ({days} days) is a key period: the head is on duty on site each day, and each day is recorded."),
        )
        .says("请先排定值守表；由他人代班的，不计为主要负责人在岗。", "Plan the roster first; a day on which somebody stands in for the head does not count.")
        .fact("起止日期", "Days", format!("{from} – {until}"))
        .fact("说明", "Why", &period.reason)
        .clause("2.1.1")
}
