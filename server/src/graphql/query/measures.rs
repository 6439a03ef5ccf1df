//! Questions about extensions (延期) and listed supervision (挂牌督办).

use async_graphql::{Context, Enum, ID, InputObject, Object};
use chrono::NaiveDate;
use redline_domain::{ExtensionState, Sector, SupervisionLevel, ids::Noun};
use redline_entity::{extension, supervision};
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    error::Answer,
    hazard::{extension::Extension, supervision::Supervision},
    id,
    query::{
        dates::DateSpan,
        organizations::{contains, whereabouts},
    },
    visible,
};

/// Which listings for supervision (挂牌督办筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct SupervisionFilter {
    /// Only those that are not lifted yet, or only those that are (是否督办中).
    pub open: Option<bool>,
    /// Only those that are open and whose deadline has passed, or only others (是否逾期).
    pub overdue: Option<bool>,
    /// At one of these levels (督办级别).
    pub level: Option<Vec<SupervisionLevel>>,
    /// Whose body, number or requirements contain this (文字).
    pub text: Option<String>,
    /// Of this hazard (隐患).
    pub hazard: Option<ID>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
    /// Listed within this span (挂牌日期).
    pub listed: Option<DateSpan>,
    /// With a deadline within this span (督办期限).
    pub deadline: Option<DateSpan>,
}

impl SupervisionFilter {
    fn condition(&self, today: NaiveDate) -> Answer<Condition> {
        use supervision::Column;
        let mut all = Condition::all();
        if let Some(open) = self.open {
            all = all.add(if open { Column::LiftedOn.is_null() } else { Column::LiftedOn.is_not_null() });
        }
        if let Some(overdue) = self.overdue {
            all = all.add(match overdue {
                true => Condition::all().add(Column::LiftedOn.is_null()).add(Column::DeadlineOn.lt(today)),
                false => Condition::any().add(Column::LiftedOn.is_not_null()).add(Column::DeadlineOn.gte(today)),
            });
        }
        if let Some(levels) = &self.level {
            all = all.add(Column::Level.is_in(levels.iter().copied()));
        }
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            all = all.add(contains(&[Column::Body, Column::Number, Column::Requirements], text));
        }
        if let Some(hazard) = id::take_optional(Noun::Hazard, self.hazard.as_ref(), "filter.hazard")? {
            all = all.add(Column::HazardId.eq(hazard));
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            all = all.add(Column::OrganizationId.eq(organization));
        }
        if let Some(listed) = self.listed {
            all = all.add(listed.condition(Column::ListedOn));
        }
        if let Some(deadline) = self.deadline {
            all = all.add(deadline.condition(Column::DeadlineOn));
        }
        Ok(all)
    }
}

/// By what listings for supervision are sorted (挂牌督办排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum SupervisionOrder {
    /// The latest listed first (最近挂牌在前).
    #[default]
    ListedOnDesc,
    /// The nearest deadline first (期限最近在前).
    DeadlineOn,
}

impl SupervisionOrder {
    fn order(self) -> Order<supervision::Column> {
        match self {
            Self::ListedOnDesc => Order::descending(supervision::Column::ListedOn),
            Self::DeadlineOn => Order::ascending(supervision::Column::DeadlineOn),
        }
    }
}

/// Which requests for an extension (延期申请筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ExtensionFilter {
    /// In one of these states (状态).
    pub state: Option<Vec<ExtensionState>>,
    /// Of this hazard (隐患).
    pub hazard: Option<ID>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
}

impl ExtensionFilter {
    fn condition(&self) -> Answer<Condition> {
        use extension::Column;
        let mut all = Condition::all();
        if let Some(states) = &self.state {
            all = all.add(Column::State.is_in(states.iter().copied()));
        }
        if let Some(hazard) = id::take_optional(Noun::Hazard, self.hazard.as_ref(), "filter.hazard")? {
            all = all.add(Column::HazardId.eq(hazard));
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            all = all.add(Column::OrganizationId.eq(organization));
        }
        Ok(all)
    }
}

/// By what requests for an extension are sorted (延期申请排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum ExtensionOrder {
    /// The latest requested first (最近申请在前).
    #[default]
    RequestedAtDesc,
    /// The earliest requested first (最早申请在前).
    RequestedAt,
}

impl ExtensionOrder {
    fn order(self) -> Order<extension::Column> {
        match self {
            Self::RequestedAtDesc => Order::descending(extension::Column::RequestedAt),
            Self::RequestedAt => Order::ascending(extension::Column::RequestedAt),
        }
    }
}

/// Questions about extensions and listed supervision.
#[derive(Default)]
pub struct MeasureQuery;

#[Object]
impl MeasureQuery {
    /// The listings for supervision that one may see (挂牌督办列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn supervisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: SupervisionFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: SupervisionOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Supervision>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::supervisions(ctx.ledger(), places).filter(filter.condition(ctx.today())?);
        let list = connection::page(ctx, select, &order_by.order(), &page).await?;
        Supervision::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The requests for an extension that one may see (延期申请列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn extensions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: ExtensionFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: ExtensionOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Extension>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::extensions(ctx.ledger(), places).filter(filter.condition()?);
        let list = connection::page(ctx, select, &order_by.order(), &page).await?;
        Extension::ahead(ctx, &list).await?;
        Ok(list)
    }
}
