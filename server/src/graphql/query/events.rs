//! Questions about accident alerts, key periods, who was on duty, and tasks.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use chrono::NaiveDate;
use redline_domain::{OnDutyState, Sector, TaskState, ids::Noun};
use redline_entity::{alert, key_period, on_duty, task};
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::graphql::{
    alert::Alert,
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    error::Answer,
    id,
    key_period::KeyPeriod,
    on_duty::OnDuty,
    query::{
        dates::DateSpan,
        organizations::{contains, whereabouts},
    },
    task::Task,
    visible,
};

/// Which accident alerts (事故警示筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AlertFilter {
    /// Whose words contain this (文字).
    pub text: Option<String>,
    /// Issued within this span of days (发布日期).
    pub issued_on: Option<DateSpan>,
    /// Withdrawn, or not (是否撤销).
    pub withdrawn: Option<bool>,
}

/// Which key periods (关键时间节点筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct KeyPeriodFilter {
    /// Whose words contain this (文字).
    pub text: Option<String>,
    /// With a day in this span (日期).
    pub on: Option<DateSpan>,
    /// Withdrawn, or not (是否撤销).
    pub withdrawn: Option<bool>,
}

/// Which entries of the on-duty roster (在岗值守筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct OnDutyFilter {
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of this key period (关键时间节点).
    pub key_period: Option<ID>,
    /// Of a day in this span (日期).
    pub day: Option<DateSpan>,
    /// In one of these states (值守状态).
    pub state: Option<Vec<OnDutyState>>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
}

/// Which tasks (改进事项筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct TaskFilter {
    /// In one of these states now: open, overdue, done, dropped (状态).
    pub state: Option<Vec<TaskState>>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Left by this drill (演练).
    pub drill: Option<ID>,
    /// Due within this span of days (完成期限).
    pub due_on: Option<DateSpan>,
    /// Whose words contain this (文字).
    pub text: Option<String>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
}

/// By what alerts and key periods are sorted (排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum EventOrder {
    /// The latest first (最近在前).
    #[default]
    LatestFirst,
    /// The earliest first (最早在前).
    EarliestFirst,
}

impl EventOrder {
    fn order<C>(self, day: C) -> Order<C> {
        match self {
            Self::LatestFirst => Order::descending(day),
            Self::EarliestFirst => Order::ascending(day),
        }
    }
}

/// By what tasks are sorted (改进事项排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum TaskOrder {
    /// What is due first comes first (先到期在前).
    #[default]
    DueOnAsc,
    /// What is due last comes first (后到期在前).
    DueOnDesc,
}

impl TaskFilter {
    fn condition(&self, today: NaiveDate) -> Answer<Condition> {
        let mut all = Condition::all();
        if let Some(states) = &self.state {
            // Of no states there are no tasks.
            all = all.add(states.iter().fold(Condition::any().add(task::Column::Id.is_null()), |any, &state| any.add(in_state(state, today))));
        }
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            all = all.add(contains(&[task::Column::Description, task::Column::ResponsibleName], text));
        }
        let organization = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")?;
        let drill = id::take_optional(Noun::Drill, self.drill.as_ref(), "filter.drill")?;
        Ok(all
            .add_option(organization.map(|id| task::Column::OrganizationId.eq(id)))
            .add_option(drill.map(|id| task::Column::DrillId.eq(id)))
            .add_option(self.due_on.map(|span| span.condition(task::Column::DueOn))))
    }
}

/// The tasks that are in a state on a day; the same as `redline_domain::task::state` says of each.
fn in_state(state: TaskState, today: NaiveDate) -> Condition {
    use task::Column;
    let running = || Condition::all().add(Column::DoneOn.is_null()).add(Column::DroppedOn.is_null());
    match state {
        TaskState::Open => running().add(Column::DueOn.gte(today)),
        TaskState::Overdue => running().add(Column::DueOn.lt(today)),
        TaskState::Done => Condition::all().add(Column::DoneOn.is_not_null()),
        TaskState::Dropped => Condition::all().add(Column::DoneOn.is_null()).add(Column::DroppedOn.is_not_null()),
    }
}

fn withdrawn(column: impl ColumnTrait, wanted: bool) -> Condition {
    Condition::all().add(if wanted { column.is_not_null() } else { column.is_null() })
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Questions about accident alerts, key periods, who was on duty, and tasks.
#[derive(Default)]
pub struct EventQuery;

#[Object]
impl EventQuery {
    /// The accident alerts, which everybody sees (事故警示列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn alerts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: AlertFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: EventOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Alert>> {
        use alert::Column;
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let which = Condition::all()
            .add_option(given(filter.text.as_deref()).map(|text| contains(&[Column::Title, Column::Place, Column::Summary, Column::Lessons], text)))
            .add_option(filter.issued_on.map(|span| span.condition(Column::IssuedOn)))
            .add_option(filter.withdrawn.map(|wanted| withdrawn(Column::WithdrawnOn, wanted)));
        let list = connection::page(ctx, visible::alerts().filter(which), &order_by.order(Column::IssuedOn), &page).await?;
        Alert::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The key periods, which everybody sees (关键时间节点列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn key_periods(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: KeyPeriodFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: EventOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<KeyPeriod>> {
        use key_period::Column;
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let on = filter.on.unwrap_or_default();
        let which = Condition::all()
            .add_option(given(filter.text.as_deref()).map(|text| contains(&[Column::Name, Column::Reason], text)))
            .add_option(on.from.map(|from| Column::UntilOn.gte(from.0)))
            .add_option(on.until.map(|until| Column::FromOn.lte(until.0)))
            .add_option(filter.withdrawn.map(|wanted| withdrawn(Column::WithdrawnOn, wanted)));
        let list = connection::page(ctx, visible::key_periods().filter(which), &order_by.order(Column::FromOn), &page).await?;
        KeyPeriod::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// Who is and was on duty in key periods, of what one may see, day by day (在岗值守列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn on_duty(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: OnDutyFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: EventOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<OnDuty>> {
        use on_duty::Column;
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let which = Condition::all()
            .add_option(id::take_optional(Noun::Organization, filter.organization.as_ref(), "filter.organization")?.map(|id| Column::OrganizationId.eq(id)))
            .add_option(id::take_optional(Noun::KeyPeriod, filter.key_period.as_ref(), "filter.keyPeriod")?.map(|id| Column::KeyPeriodId.eq(id)))
            .add_option(filter.day.map(|span| span.condition(Column::Day)))
            .add_option(filter.state.map(|states| Column::State.is_in(states)));
        let list = connection::page(ctx, visible::on_duty(ctx.ledger(), places).filter(which), &order_by.order(Column::Day), &page).await?;
        OnDuty::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The tasks that drills left, of what one may see (改进事项列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: TaskFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: TaskOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Task>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let order = match order_by {
            TaskOrder::DueOnAsc => Order::ascending(task::Column::DueOn),
            TaskOrder::DueOnDesc => Order::descending(task::Column::DueOn),
        };
        let list = connection::page(ctx, visible::tasks(ctx.ledger(), places).filter(filter.condition(ctx.today())?), &order, &page).await?;
        Task::ahead(ctx, &list).await?;
        Ok(list)
    }
}
