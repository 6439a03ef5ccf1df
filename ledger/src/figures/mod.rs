//! The figures (统计数据) of annexes 1 and 2, of the weekly statistics and of the monthly bulletin, computed from the ledger: for a
//! period and since the action began, by when things happened. However large the township, the number of statements is the same.

mod bulletin;
mod enforcement;
mod named;
mod organs;
mod progress;
mod roster;
mod tallies;
mod unpunished;

pub mod hazard_list;

use redline_domain::{
    OrganizationKind, Period, Refusal,
    figures::{Impossible, Progress, Span},
    permission::{Action, Scope, scope, sees_tip_counts},
};
use redline_entity::organization;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{Context, Error, Result, actor};

pub use bulletin::{bulletin, statistics};

/// What the figures are drawn from (统计范围).
#[derive(Clone, Debug)]
pub struct View {
    /// The organizations that are counted.
    pub counted: Scope,
    /// The organizations whose hazards are named.
    pub named: Scope,
    /// Whether the reports by the public are counted (举报线索数).
    pub tips: bool,
}

impl View {
    /// All below an office: what it publishes.
    pub fn of_office(office: &organization::Model) -> Self {
        let below = Scope { subtrees: vec![office.jurisdiction_path.clone()], ..Scope::default() };
        Self { counted: below.clone(), named: below, tips: true }
    }

    /// What the actor may see: an office all below it, an organ its own row, an enterprise itself, but not how often it was reported.
    pub fn of_actor(ctx: &Context) -> Self {
        Self { counted: scope(&ctx.actor, Action::SeeDuties), named: scope(&ctx.actor, Action::SeeHazards), tips: sees_tip_counts(&ctx.actor) }
    }

    fn is_township(&self) -> bool {
        self.counted.everything || !self.counted.subtrees.is_empty()
    }
}

/// The calendar period that has a day, from the first day of the action on.
///
/// # Errors
/// `BEFORE_THE_ACTION` if it was over before the action began, `DATE_IN_FUTURE` if it has not begun yet.
pub fn span(ctx: &Context, period: Period, day: chrono::NaiveDate) -> Result<Span> {
    match Span::of(period, day, ctx.site.rulebook.begins_on) {
        Some(span) => begun(ctx, span, "periodOn"),
        None => Err(too_early(ctx, "periodOn")),
    }
}

/// A span of days, from the first day of the action on.
///
/// # Errors
/// `BAD_SPAN` if it ends before it begins, and as [`span`].
pub fn span_between(ctx: &Context, from: chrono::NaiveDate, until: chrono::NaiveDate) -> Result<Span> {
    let begins_on = ctx.site.rulebook.begins_on;
    if until < from {
        let zh = format!("统计周期的止日（{until}）不能早于起日（{from}）。");
        return Err(Refusal::new("BAD_SPAN", zh, format!("The last day ({until}) lies before the first ({from}).")).field("until").into());
    }
    if until < begins_on {
        return Err(too_early(ctx, "until"));
    }
    begun(ctx, Span { from: from.max(begins_on), until }, "from")
}

fn begun(ctx: &Context, span: Span, field: &str) -> Result<Span> {
    let today = ctx.today();
    if span.from <= today {
        return Ok(span);
    }
    let zh = format!("该统计周期自 {} 开始，尚未到来（今天是 {today}）。", span.from);
    let en = format!("The period begins on {} and has not come yet (today is {today}).", span.from);
    Err(Refusal::new("DATE_IN_FUTURE", zh, en).field(field).into())
}

fn too_early(ctx: &Context, field: &str) -> Error {
    let begins_on = ctx.site.rulebook.begins_on;
    let zh = format!("专项行动自 {begins_on} 开始，此前没有统计数据。");
    let en = format!("The action began on {begins_on}; there are no figures of a period before it.");
    Refusal::new("BEFORE_THE_ACTION", zh, en).field(field).clause("4.3").into()
}

/// The row of annex 1 or 2 of an organ that the actor may see, for a span; without the reports by the public, if the actor sits in an
/// enterprise.
///
/// # Errors
/// `NOT_FOUND`, `NO_TABLE` for what is neither a village nor a regulator.
pub async fn progress_table(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid, span: Span) -> Result<Progress> {
    let organ = actor::organization(db, organization).await?;
    ctx.allow(Action::SeeRecords, &actor::subject(&organ))?;
    let row = progress_of(db, ctx, &organ, span).await?;
    Ok(if sees_tip_counts(&ctx.actor) { row } else { row.without_tips() })
}

/// The row of annex 1 or 2 of an organ, for a span.
///
/// # Errors
/// `NO_TABLE` for what is neither a village nor a regulator.
pub async fn progress_of(db: &impl ConnectionTrait, ctx: &Context, organ: &organization::Model, span: Span) -> Result<Progress> {
    if !matches!(organ.kind, OrganizationKind::Village | OrganizationKind::Unit) {
        let zh = "进展情况调度表由嘎查村社区（附件1）和二级单位（附件2）报送。";
        let en = "The progress table is that of a village (annex 1) or of a regulator (annex 2).";
        return Err(Refusal::new("NO_TABLE", zh, en).field("organizationId").clause("4.3").into());
    }
    let scope = match organ.kind {
        OrganizationKind::Village => Scope { villages: vec![organ.id], ..Scope::default() },
        _ => Scope { sectors: vec![(organ.jurisdiction_path.clone(), organ.sectors.0.clone())], ..Scope::default() },
    };
    let rows = progress::rows(db, ctx, (&scope, false), vec![organ.clone()], span).await?;
    rows.organs.into_iter().next().ok_or_else(|| Error::Inconsistent("an organ without figures".to_owned()))
}

/// A count as databases give it.
pub(crate) fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// Figures that cannot be are a mistake of the program.
pub(crate) fn impossible(what: Impossible) -> Error {
    Error::Inconsistent(format!("figures: {what}"))
}
