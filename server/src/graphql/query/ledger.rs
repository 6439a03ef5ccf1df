//! The ledger's events, and the state of the system.

use async_graphql::{Context, ID, InputObject, Object};
use redline_domain::{
    ids::Noun,
    permission::{self, Action, Decision},
};
use redline_entity::{checkpoint, ledger_event};
use redline_ledger::system;
use sea_orm::{ColumnTrait, ExprTrait, QueryFilter, sea_query::Expr};

use crate::graphql::{
    ask::Ask,
    checkpoint::Checkpoint,
    connection::{self, Connection, Order, Page, cost},
    date::Date,
    error::{Answer, Fault},
    id,
    ledger_event::LedgerEvent,
    query::organizations::{contains, pattern},
    system::{SystemDetails, SystemStatus},
    visible,
};

/// Which events (留痕筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct LedgerEventFilter {
    /// Of this thing (对象).
    subject: Option<ID>,
    /// Of things of one of these kinds (对象类别).
    subject_kind: Option<Vec<Noun>>,
    /// Of this organization's matters (单位).
    organization: Option<ID>,
    /// By this person (操作人).
    actor: Option<ID>,
    /// Only by the engine and the command line, or only by people (由系统记录).
    by_program: Option<bool>,
    /// Of one of these actions (动作), e.g. `WINDOW_ENDED`.
    action: Option<Vec<String>>,
    /// Recorded on this day or later (记录不早于).
    from: Option<Date>,
    /// Recorded on this day or earlier (记录不晚于).
    until: Option<Date>,
    /// That became true on this day or later (发生不早于).
    true_from: Option<Date>,
    /// That became true on this day or earlier (发生不晚于).
    true_until: Option<Date>,
    /// Of this number in its chain (链上序号).
    sequence: Option<i64>,
    /// Whose action or content contains this (文字). It reads every event that the rest of the filter leaves: name an organization or days besides.
    search: Option<String>,
}

/// Questions about the ledger's events and the system.
#[derive(Default)]
pub struct LedgerQuery;

#[Object]
impl LedgerQuery {
    /// What changed, by whom, when it was true and when it was recorded; the latest first (留痕列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    async fn ledger_events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: LedgerEventFilter,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<LedgerEvent>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let zone = ctx.ledger().site.zone;
        let mut select = visible::ledger_events(ctx.ledger());
        if let Some(subject) = &filter.subject {
            let (noun, id) = id::take_any(subject, "filter.subject")?;
            select = select.filter(ledger_event::Column::SubjectId.eq(id)).filter(ledger_event::Column::SubjectKind.eq(noun.to_string()));
        }
        if let Some(id) = id::take_optional(Noun::Organization, filter.organization.as_ref(), "filter.organization")? {
            select = select.filter(ledger_event::Column::OrganizationId.eq(id));
        }
        if let Some(id) = id::take_optional(Noun::Person, filter.actor.as_ref(), "filter.actor")? {
            select = select.filter(ledger_event::Column::ActorId.eq(id));
        }
        if let Some(actions) = &filter.action {
            select = select.filter(ledger_event::Column::Action.is_in(actions.iter().map(String::as_str)));
        }
        if let Some(kinds) = &filter.subject_kind {
            select = select.filter(ledger_event::Column::SubjectKind.is_in(kinds.iter().map(Noun::to_string)));
        }
        if let Some(by_program) = filter.by_program {
            let actor = ledger_event::Column::ActorId;
            select = select.filter(if by_program { actor.is_null() } else { actor.is_not_null() });
        }
        for (column, from, until, field) in [
            (ledger_event::Column::RecordedAt, filter.from, filter.until, "filter.until"),
            (ledger_event::Column::TrueAt, filter.true_from, filter.true_until, "filter.trueUntil"),
        ] {
            if let Some(Date(day)) = from {
                select = select.filter(column.gte(zone.start_of(day)));
            }
            if let Some(Date(day)) = until {
                let next = day.succ_opt().ok_or_else(|| Fault::bad_argument(field, "日期过大。", "The day is too late."))?;
                select = select.filter(column.lt(zone.start_of(next)));
            }
        }
        if let Some(sequence) = filter.sequence {
            select = select.filter(ledger_event::Column::Sequence.eq(sequence));
        }
        if let Some(text) = filter.search.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let data = Expr::col((ledger_event::Entity, ledger_event::Column::Data)).cast_as("text");
            select = select.filter(contains(&[ledger_event::Column::Action], text).add(data.like(pattern(text))));
        }
        connection::page(ctx, select, &Order::descending(ledger_event::Column::RecordedAt), &page).await
    }

    /// The daily checkpoints of the ledger, the latest first (留痕封存点列表). For the officers of the safety and the discipline office.
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    async fn checkpoints(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Checkpoint>> {
        ctx.member()?;
        permission::decide_sitewide(&ctx.ledger().actor, Action::SeeCheckpoints).or_refuse().map_err(redline_ledger::Error::from)?;
        let page = Page::new(first, after, last, before)?;
        connection::page(ctx, visible::checkpoints(ctx.ledger()), &Order::descending(checkpoint::Column::Day), &page).await
    }

    /// Whether the system works (系统状态). Everybody sees that; what waits is for the safety office's officers.
    #[graphql(complexity = "child_complexity + 10")]
    async fn system_status(&self, ctx: &Context<'_>) -> Answer<SystemStatus> {
        let (ledger, app) = (ctx.ledger(), &ctx.asker().app);
        let status = system::status(&app.db, &ledger.site, &*app.clock).await?;
        let trusted = permission::decide_sitewide(&ledger.actor, Action::SeeSystem) == Decision::Allow;
        Ok(SystemStatus {
            now: ledger.now,
            today: ctx.today().into(),
            timezone: ledger.site.zone.0.name().to_owned(),
            version: env!("CARGO_PKG_VERSION"),
            healthy: status.healthy,
            details: trusted.then(|| SystemDetails::of(status, ctx.language())),
        })
    }
}
