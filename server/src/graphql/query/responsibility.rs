//! Questions about responsibility lists.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use redline_domain::{RecordState, ResponsibilityListKind, Sector, ids::Noun};
use redline_entity::{post, responsibility_list};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    error::Answer,
    id,
    query::{
        dates::DateSpan,
        organizations::{contains, whereabouts},
    },
    responsibility::ResponsibilityList,
    visible,
};

/// Which responsibility lists (责任清单筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ResponsibilityListFilter {
    /// Of one of these kinds (清单类别).
    pub kind: Option<Vec<ResponsibilityListKind>>,
    /// Only those whose posts are all acknowledged, or only others (是否落实完毕).
    pub complete: Option<bool>,
    /// Whose title contains this (文字).
    pub text: Option<String>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of this deputy head (分管负责人).
    pub deputy: Option<ID>,
    /// With a post that is assigned to this person (责任人).
    pub assignee: Option<ID>,
    /// In one of these states; a voided list counts no longer (状态).
    pub state: Option<Vec<RecordState>>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
    /// Drawn up within this span (编制日期).
    pub drawn_up: Option<DateSpan>,
}

impl ResponsibilityListFilter {
    fn condition(&self) -> Answer<Condition> {
        let mut all = Condition::all();
        if let Some(kinds) = &self.kind {
            all = all.add(responsibility_list::Column::Kind.is_in(kinds.iter().copied()));
        }
        if let Some(complete) = self.complete {
            let on = responsibility_list::Column::CompleteOn;
            all = all.add(if complete { on.is_not_null() } else { on.is_null() });
        }
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            all = all.add(contains(&[responsibility_list::Column::Title], text));
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            all = all.add(responsibility_list::Column::OrganizationId.eq(organization));
        }
        if let Some(deputy) = id::take_optional(Noun::Person, self.deputy.as_ref(), "filter.deputy")? {
            all = all.add(responsibility_list::Column::DeputyId.eq(deputy));
        }
        if let Some(assignee) = id::take_optional(Noun::Person, self.assignee.as_ref(), "filter.assignee")? {
            let those = post::Entity::find().select_only().column(post::Column::ListId).filter(post::Column::AssigneeId.eq(assignee)).into_query();
            all = all.add(responsibility_list::Column::Id.in_subquery(those));
        }
        if let Some(states) = &self.state {
            all = all.add(responsibility_list::Column::State.is_in(states.iter().copied()));
        }
        if let Some(drawn_up) = self.drawn_up {
            all = all.add(drawn_up.condition(responsibility_list::Column::DrawnUpOn));
        }
        Ok(all)
    }
}

/// By what responsibility lists are sorted (责任清单排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum ResponsibilityListOrder {
    /// The latest first (最近编制在前).
    #[default]
    DrawnUpOnDesc,
    /// The earliest first (最早编制在前).
    DrawnUpOn,
    /// By title (名称).
    Title,
}

impl ResponsibilityListOrder {
    fn order(self) -> Order<responsibility_list::Column> {
        match self {
            Self::DrawnUpOnDesc => Order::descending(responsibility_list::Column::DrawnUpOn),
            Self::DrawnUpOn => Order::ascending(responsibility_list::Column::DrawnUpOn),
            Self::Title => Order::ascending(responsibility_list::Column::Title),
        }
    }
}

/// Questions about responsibility lists.
#[derive(Default)]
pub struct ResponsibilityQuery;

#[Object]
impl ResponsibilityQuery {
    /// A responsibility list, if one may see it (责任清单).
    async fn responsibility_list(&self, ctx: &Context<'_>, #[graphql(desc = "The identifier (编号).")] id: ID) -> Answer<Option<ResponsibilityList>> {
        ctx.member()?;
        ResponsibilityList::find(ctx, id::take(Noun::ResponsibilityList, &id, "id")?).await
    }

    /// The responsibility lists that one may see (责任清单列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn responsibility_lists(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: ResponsibilityListFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: ResponsibilityListOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<ResponsibilityList>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::responsibility_lists(ctx.ledger(), places).filter(filter.condition()?);
        let list = connection::page(ctx, select, &order_by.order(), &page).await?;
        ResponsibilityList::ahead(ctx, &list).await?;
        Ok(list)
    }
}
