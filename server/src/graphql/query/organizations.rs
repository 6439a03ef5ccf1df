//! Organizations, people and places.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use redline_domain::{OrganizationKind, OrganizationState, Sector, Trait, ids::Noun, permission::Scope};
use redline_entity::{jurisdiction, membership, organization, organization_sector, person, scoped};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, LikeExpr},
};

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    error::Answer,
    id,
    jurisdiction::Jurisdiction,
    organization::Organization,
    person::Person,
    visible,
};

/// Which organizations (单位筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct OrganizationFilter {
    /// Of one of these kinds (单位类别).
    pub kind: Option<Vec<OrganizationKind>>,
    /// Whose name, credit code or address contains this (文字).
    pub text: Option<String>,
    /// Enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// With one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
    /// With one of these traits (特征).
    pub r#trait: Option<Vec<Trait>>,
    /// Only high-hazard enterprises, or only others (高危行业领域).
    pub high_hazard: Option<bool>,
    /// In one of these states (状态).
    pub state: Option<Vec<OrganizationState>>,
}

impl OrganizationFilter {
    /// The filter as a condition on organizations.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for what is no identifier.
    pub async fn condition(&self, ctx: &Context<'_>) -> Answer<Condition> {
        let mut all = Condition::all();
        if let Some(kinds) = &self.kind {
            all = all.add(organization::Column::Kind.is_in(kinds.iter().copied()));
        }
        if let Some(states) = &self.state {
            all = all.add(organization::Column::State.is_in(states.iter().copied()));
        }
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let columns = [organization::Column::Name, organization::Column::CreditCode, organization::Column::Address];
            all = all.add(contains(&columns, text));
        }
        all = all.add(whereabouts(ctx, self.village.as_ref(), self.sector.as_deref(), self.unit.as_ref()).await?.unwrap_or_else(Condition::all));
        if let Some(traits) = &self.r#trait {
            // The list of traits is short and its codes do not contain one another, quotes included.
            all = all.add(traits.iter().fold(Condition::any(), |any, word| any.add(trait_text().like(format!("%\"{word}\"%")))));
        }
        if let Some(high) = self.high_hazard {
            let sectors: Vec<Sector> = ctx.ledger().site.rulebook.sectors.iter().filter(|entry| entry.high_hazard).map(|entry| entry.code).collect();
            let is = Condition::all().add(organization::Column::Kind.eq(OrganizationKind::Enterprise)).add(with_sector(&sectors));
            all = all.add(if high { is } else { is.not() });
        }
        Ok(all)
    }
}

fn trait_text() -> Expr {
    Expr::col((organization::Entity, organization::Column::Traits)).cast_as("text")
}

fn with_sector(sectors: &[Sector]) -> Condition {
    let those = organization_sector::Entity::find()
        .select_only()
        .column(organization_sector::Column::OrganizationId)
        .filter(organization_sector::Column::Sector.is_in(sectors.iter().copied()))
        .into_query();
    Condition::all().add(organization::Column::Id.in_subquery(those))
}

/// What contains a text, with `%` and `_` meant as they are.
pub fn pattern(text: &str) -> LikeExpr {
    let escaped: String = text.chars().take(200).flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c])).collect();
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}

/// Any of the columns contains a text, with `%` and `_` meant as they are.
pub fn contains<C: ColumnTrait>(columns: &[C], text: &str) -> Condition {
    let pattern = pattern(text);
    columns.iter().fold(Condition::any(), |any, column| any.add(column.like(pattern.clone())))
}

/// The condition on organizations that village, sectors and regulator make, which many lists are filtered by; none if none
/// of them is given.
///
/// # Errors
/// `BAD_USER_INPUT` for what is no identifier.
pub async fn whereabouts(ctx: &Context<'_>, village: Option<&ID>, sectors: Option<&[Sector]>, unit: Option<&ID>) -> Answer<Option<Condition>> {
    let mut all = Condition::all();
    if let Some(village) = id::take_optional(Noun::Organization, village, "filter.village")? {
        all = all.add(organization::Column::VillageId.eq(village));
    }
    if let Some(sectors) = sectors {
        all = all.add(with_sector(sectors));
    }
    if let Some(unit) = id::take_optional(Noun::Organization, unit, "filter.unit")? {
        // A regulator that one may not see watches over nothing that one may know of.
        let found = Organization::find(ctx, unit).await?.filter(|unit| unit.0.kind == OrganizationKind::Unit);
        let scope =
            found.map_or_else(Scope::default, |unit| Scope { sectors: vec![(unit.0.jurisdiction_path.clone(), unit.0.sectors.0.clone())], ..Scope::default() });
        all = all.add(scoped::organizations(&scope));
    }
    Ok(if all.is_empty() { None } else { Some(all) })
}

/// By what organizations are sorted (单位排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum OrganizationOrder {
    /// By name (名称).
    #[default]
    Name,
    /// The latest to join first (最近纳入在前).
    JoinedOnDesc,
    /// By kind (单位类别).
    Kind,
}

impl OrganizationOrder {
    fn order(self) -> Order<organization::Column> {
        match self {
            Self::Name => Order::ascending(organization::Column::Name),
            Self::JoinedOnDesc => Order::descending(organization::Column::JoinedOn),
            Self::Kind => Order::ascending(organization::Column::Kind),
        }
    }
}

/// Questions about organizations, people and places.
#[derive(Default)]
pub struct OrganizationQuery;

#[Object]
impl OrganizationQuery {
    /// An organization, if one may see it (单位).
    async fn organization(&self, ctx: &Context<'_>, #[graphql(desc = "The identifier (编号).")] id: ID) -> Answer<Option<Organization>> {
        ctx.member()?;
        Organization::find(ctx, id::take(Noun::Organization, &id, "id")?).await
    }

    /// The organizations that one may see, of all kinds (单位列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn organizations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: OrganizationFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: OrganizationOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Organization>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let select = visible::organizations(ctx.ledger()).filter(filter.condition(ctx).await?);
        connection::page(ctx, select, &order_by.order(), &page).await
    }

    /// The enterprises that one may see (企业列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn enterprises(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: OrganizationFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: OrganizationOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Organization>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let select =
            visible::organizations(ctx.ledger()).filter(organization::Column::Kind.eq(OrganizationKind::Enterprise)).filter(filter.condition(ctx).await?);
        connection::page(ctx, select, &order_by.order(), &page).await
    }

    /// A person, if one may see him or her (人员).
    async fn person(&self, ctx: &Context<'_>, #[graphql(desc = "The identifier (编号).")] id: ID) -> Answer<Option<Person>> {
        ctx.member()?;
        Person::find(ctx, id::take(Noun::Person, &id, "id")?).await
    }

    /// The people that one may see, by name (人员列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only who holds a position in this organization now or held one (单位).")] organization: Option<ID>,
        #[graphql(desc = "Only whose name contains this (姓名).")] text: Option<String>,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Person>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let mut select = visible::people(ctx.ledger());
        if let Some(organization) = id::take_optional(Noun::Organization, organization.as_ref(), "organization")? {
            // Only by memberships that one may see: else this would tell who works elsewhere.
            let there = visible::memberships(ctx.ledger())
                .select_only()
                .column(membership::Column::PersonId)
                .filter(membership::Column::OrganizationId.eq(organization))
                .into_query();
            select = select.filter(person::Column::Id.in_subquery(there));
        }
        if let Some(text) = text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            select = select.filter(contains(&[person::Column::Name], text));
        }
        connection::page(ctx, select, &Order::ascending(person::Column::Name), &page).await
    }

    /// The tree of jurisdictions, each after the one above it (辖区).
    async fn jurisdictions(&self, ctx: &Context<'_>) -> Answer<Vec<Jurisdiction>> {
        let rows = visible::jurisdictions().order_by_asc(jurisdiction::Column::Path).all(ctx.db()).await?;
        Ok(rows.into_iter().map(Jurisdiction::from).collect())
    }
}
