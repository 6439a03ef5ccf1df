//! Duties, windows, what is overdue, compliance.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use redline_domain::{Sector, WindowStatus, ids::Noun, permission::Action};
use redline_entity::{duty, organization, window};
use redline_ledger::{compliance, overdue::overdue_windows};
use sea_orm::{ColumnTrait, Condition, QueryFilter, Select};

use crate::{
    graphql::{
        ask::Ask,
        compliance::{ComplianceGroup, ComplianceRow},
        connection::{self, Connection, Order, Page, cost},
        date::Date,
        duty::Duty,
        error::{Answer, Fault},
        id,
        overdue::Overdue,
        query::organizations::{contains, whereabouts},
        visible,
        window::Window,
    },
    loaders::{
        DutyKey, EvidenceOf, NoticesOf, OrganizationKey,
        events::{AlertKey, KeyPeriodKey},
        windows::in_states,
    },
};

/// Which windows (期次筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct WindowFilter {
    /// In one of these states now (状态).
    pub status: Option<Vec<WindowStatus>>,
    /// Of one of these rules, by code (条款代码).
    pub rule: Option<Vec<String>>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
    /// Set off by this accident alert (事故警示).
    pub alert: Option<ID>,
    /// Set off by this key period (关键时间节点).
    pub key_period: Option<ID>,
    /// Due on this day or later (到期不早于).
    pub due_from: Option<Date>,
    /// Due on this day or earlier (到期不晚于).
    pub due_until: Option<Date>,
    /// Only what is overdue now (仅逾期).
    pub overdue: Option<bool>,
    /// Whose organization's name, or whose rule's code, title or quotation, contains this (文字).
    pub text: Option<String>,
}

impl WindowFilter {
    /// The windows that the person may see and that are meant.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for what is no identifier.
    pub async fn select(&self, ctx: &Context<'_>) -> Answer<Select<window::Entity>> {
        let place = whereabouts(ctx, self.village.as_ref(), self.sector.as_deref(), self.unit.as_ref()).await?;
        let mut select = visible::windows(ctx.ledger(), place);
        if let Some(states) = &self.status {
            select = select.filter(in_states(ctx.ledger(), states));
        }
        if let Some(rules) = &self.rule {
            select = select.filter(window::Column::RuleCode.is_in(rules.iter().map(String::as_str)));
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            select = select.filter(window::Column::OrganizationId.eq(organization));
        }
        for (noun, cause, field) in [(Noun::Alert, &self.alert, "filter.alert"), (Noun::KeyPeriod, &self.key_period, "filter.keyPeriod")] {
            if let Some(id) = id::take_optional(noun, cause.as_ref(), field)? {
                select = select.filter(window::Column::CauseId.eq(id));
            }
        }
        if let Some(from) = self.due_from {
            select = select.filter(window::Column::DueOn.gte(from.0));
        }
        if let Some(until) = self.due_until {
            select = select.filter(window::Column::DueOn.lte(until.0));
        }
        match self.overdue {
            Some(true) => select = select.filter(overdue_windows(ctx.today())),
            Some(false) => select = select.filter(overdue_windows(ctx.today()).not()),
            None => {}
        }
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            select = select.filter(about(ctx, text));
        }
        Ok(select)
    }
}

/// The windows of organizations whose name contains a text, and those of rules that speak of it.
fn about(ctx: &Context<'_>, text: &str) -> Condition {
    let lower = text.to_lowercase();
    let speaks = |words: &str| words.to_lowercase().contains(&lower);
    let rules =
        ctx.ledger().site.rulebook.rules.iter().filter(|rule| [&rule.code, &rule.title.zh, &rule.title.en, &rule.quote].into_iter().any(|words| speaks(words)));
    let named = sea_orm::QueryTrait::into_query(sea_orm::QuerySelect::column(
        sea_orm::QuerySelect::select_only(visible::organizations(ctx.ledger())).filter(contains(&[organization::Column::Name], text)),
        organization::Column::Id,
    ));
    Condition::any().add(window::Column::RuleCode.is_in(rules.map(|rule| rule.code.as_str()))).add(window::Column::OrganizationId.in_subquery(named))
}

/// By what windows are sorted (期次排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum WindowOrder {
    /// What is due first comes first (到期日期，先到期在前).
    #[default]
    DueOnAsc,
    /// What is due last comes first (到期日期，后到期在前).
    DueOnDesc,
    /// What opens first comes first (期次首日，先开始在前).
    OpensOnAsc,
    /// What opens last comes first (期次首日，后开始在前).
    OpensOnDesc,
    /// Together by organization, those registered first in front (单位).
    Organization,
}

impl WindowOrder {
    fn order(self) -> Order<window::Column> {
        match self {
            Self::DueOnAsc => Order::ascending(window::Column::DueOn),
            Self::DueOnDesc => Order::descending(window::Column::DueOn),
            Self::OpensOnAsc => Order::ascending(window::Column::OpensOn),
            Self::OpensOnDesc => Order::descending(window::Column::OpensOn),
            Self::Organization => Order::ascending(window::Column::OrganizationId),
        }
    }
}

/// A page of windows, with what its rows refer to read ahead in one batch for each kind.
///
/// # Errors
/// `BAD_USER_INPUT` for a cursor that is not of this list.
pub async fn windows(ctx: &Context<'_>, filter: &WindowFilter, order: WindowOrder, page: &Page) -> Answer<Connection<Window>> {
    let found: Connection<Window> = connection::page(ctx, filter.select(ctx).await?, &order.order(), page).await?;
    let wants = |field| connection::rows_select(ctx, field);
    if wants("organization") {
        ctx.loaders().ahead(found.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
    }
    if wants("duty") {
        ctx.loaders().ahead(found.rows().map(|row| DutyKey(row.0.duty_id))).await?;
    }
    if wants("evidence") {
        ctx.loaders().ahead(found.rows().map(|row| EvidenceOf(row.0.id))).await?;
    }
    if wants("alert") {
        ctx.loaders().ahead(found.rows().filter_map(|row| row.0.cause_id).map(AlertKey)).await?;
    }
    if wants("keyPeriod") {
        ctx.loaders().ahead(found.rows().filter_map(|row| row.0.cause_id).map(KeyPeriodKey)).await?;
    }
    if wants("notices") {
        ctx.loaders().ahead(found.rows().map(|row| NoticesOf(row.0.id))).await?;
    }
    Ok(found)
}

/// Questions about duties, windows and compliance.
#[derive(Default)]
pub struct WindowQuery;

#[Object]
impl WindowQuery {
    /// The duties that one may see, in the order in which they began (职责列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn duties(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of this organization (单位).")] organization: Option<ID>,
        #[graphql(desc = "Only of these rules, by code (条款代码).")] rule: Option<Vec<String>>,
        #[graphql(desc = "Only those in force on this day (有效日期).")] in_force_on: Option<Date>,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Duty>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let mut select = visible::duties(ctx.ledger(), None);
        if let Some(organization) = id::take_optional(Noun::Organization, organization.as_ref(), "organization")? {
            select = select.filter(duty::Column::OrganizationId.eq(organization));
        }
        if let Some(rules) = &rule {
            select = select.filter(duty::Column::RuleCode.is_in(rules.iter().map(String::as_str)));
        }
        if let Some(Date(day)) = in_force_on {
            select =
                select.filter(duty::Column::BeginsOn.lte(day)).filter(Condition::any().add(duty::Column::EndedOn.is_null()).add(duty::Column::EndedOn.gt(day)));
        }
        connection::page(ctx, select, &Order::ascending(duty::Column::BeginsOn), &page).await
    }

    /// The windows that one may see: what is owed, by when, and what became of it (期次列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn windows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: WindowFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: WindowOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Window>> {
        ctx.member()?;
        windows(ctx, &filter, order_by, &Page::new(first, after, last, before)?).await
    }

    /// What is overdue now, of what one may see (逾期).
    async fn overdue(&self, ctx: &Context<'_>) -> Answer<Overdue> {
        ctx.member()?;
        Ok(Overdue)
    }

    /// How much of what was due was done, by group, as it was known at the end of a day (履职情况).
    #[graphql(complexity = "50 * child_complexity + 10")]
    async fn compliance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "By what it is grouped (汇总方式).")] group_by: ComplianceGroup,
        #[graphql(desc = "The day, today if not given; no later (截至日期).")] as_of: Option<Date>,
    ) -> Answer<Vec<ComplianceRow>> {
        ctx.member()?;
        let today = ctx.today();
        let day = as_of.map_or(today, |day| day.0);
        if day > today {
            return Err(Fault::bad_argument("asOf", format!("截至日期不能晚于今天（{today}）。"), format!("The day cannot be later than today ({today}).")));
        }
        let rows = compliance::compliance(ctx.db(), ctx.ledger(), group_by.into(), day, &ctx.scope(Action::SeeDuties)).await?;
        if ctx.selects("organization") {
            let ids = rows.iter().filter_map(|row| if let compliance::GroupKey::Organization(id) = row.key { Some(OrganizationKey(id)) } else { None });
            ctx.loaders().ahead(ids).await?;
        }
        Ok(rows.into_iter().map(ComplianceRow).collect())
    }
}
