//! Questions about inspections.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use redline_domain::{InspectionKind, InspectionMode, RecordState, Sector, ids::Noun};
use redline_entity::{finding, inspection};
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::Expr};

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    error::Answer,
    id,
    inspection::Inspection,
    query::{
        dates::DateSpan,
        organizations::{contains, whereabouts},
    },
    visible,
};

/// Which inspections (检查筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct InspectionFilter {
    /// Of one of these kinds (检查类别).
    pub kind: Option<Vec<InspectionKind>>,
    /// Whose summary contains this (文字).
    pub text: Option<String>,
    /// Of this organization (被检查单位).
    pub organization: Option<ID>,
    /// By this organization (检查单位).
    pub inspector: Option<ID>,
    /// Led by this person (带队人).
    pub leader: Option<ID>,
    /// In one of these states (签署状态).
    pub state: Option<Vec<RecordState>>,
    /// Carried out in one of these ways (检查方式).
    pub mode: Option<Vec<InspectionMode>>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
    /// Only those that found something, or only those that found nothing (有无问题).
    pub with_findings: Option<bool>,
    /// Carried out within this span (检查日期).
    pub occurred: Option<DateSpan>,
}

impl InspectionFilter {
    fn condition(&self) -> Answer<Condition> {
        let mut all = Condition::all();
        if let Some(kinds) = &self.kind {
            all = all.add(inspection::Column::Kind.is_in(kinds.iter().copied()));
        }
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            all = all.add(contains(&[inspection::Column::Summary], text));
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            all = all.add(inspection::Column::OrganizationId.eq(organization));
        }
        if let Some(inspector) = id::take_optional(Noun::Organization, self.inspector.as_ref(), "filter.inspector")? {
            all = all.add(inspection::Column::InspectorId.eq(inspector));
        }
        if let Some(leader) = id::take_optional(Noun::Person, self.leader.as_ref(), "filter.leader")? {
            all = all.add(inspection::Column::LeaderId.eq(leader));
        }
        if let Some(states) = &self.state {
            all = all.add(inspection::Column::State.is_in(states.iter().copied()));
        }
        if let Some(modes) = &self.mode {
            // The list of modes is short and its codes do not contain one another, quotes included.
            let text = || Expr::col((inspection::Entity, inspection::Column::Modes)).cast_as("text");
            all = all.add(modes.iter().fold(Condition::any(), |any, mode| any.add(text().like(format!("%\"{mode}\"%")))));
        }
        if let Some(with) = self.with_findings {
            let found = finding::Entity::find().select_only().column(finding::Column::InspectionId).into_query();
            all = all.add(if with { inspection::Column::Id.in_subquery(found) } else { inspection::Column::Id.not_in_subquery(found) });
        }
        if let Some(occurred) = self.occurred {
            all = all.add(occurred.condition(inspection::Column::OccurredOn));
        }
        Ok(all)
    }
}

/// By what inspections are sorted (检查排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum InspectionOrder {
    /// The latest first (最近检查在前).
    #[default]
    OccurredOnDesc,
    /// The earliest first (最早检查在前).
    OccurredOn,
    /// The latest recorded first (最近登记在前).
    RecordedAtDesc,
}

impl InspectionOrder {
    fn order(self) -> Order<inspection::Column> {
        match self {
            Self::OccurredOnDesc => Order::descending(inspection::Column::OccurredOn),
            Self::OccurredOn => Order::ascending(inspection::Column::OccurredOn),
            Self::RecordedAtDesc => Order::descending(inspection::Column::RecordedAt),
        }
    }
}

/// Questions about inspections.
#[derive(Default)]
pub struct InspectionQuery;

#[Object]
impl InspectionQuery {
    /// An inspection, if one may see it (检查).
    async fn inspection(&self, ctx: &Context<'_>, #[graphql(desc = "The identifier (编号).")] id: ID) -> Answer<Option<Inspection>> {
        ctx.member()?;
        Inspection::find(ctx, id::take(Noun::Inspection, &id, "id")?).await
    }

    /// The inspections that one may see: the logs of enterprises, and those from outside (检查列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn inspections(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: InspectionFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: InspectionOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Inspection>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::inspections(ctx.ledger(), places).filter(filter.condition()?);
        let list = connection::page(ctx, select, &order_by.order(), &page).await?;
        Inspection::ahead(ctx, &list).await?;
        Ok(list)
    }
}
