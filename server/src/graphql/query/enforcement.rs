//! Questions about enforcement actions, closure candidates, and whether a penalty may be imposed.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use redline_domain::{EnforcementBasis, EnforcementKind, EnforcementState, Sector, Word, ids::Noun, permission::Action};
use redline_entity::enforcement;
use redline_ledger::enforcement::{candidates, penalty_check};
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    date::Date,
    enforcement::{
        Enforcement,
        closure::{ClosureCandidate, PenaltyCheck},
    },
    error::Answer,
    id,
    query::organizations::{contains, whereabouts},
    visible,
};

/// Which enforcement actions (执法措施筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct EnforcementFilter {
    /// Whose reason, legal basis or number contains this (文字).
    pub text: Option<String>,
    /// Against this organization (被执法单位).
    pub organization: Option<ID>,
    /// Taken by this organization (作出单位).
    pub authority: Option<ID>,
    /// Of one of these kinds (措施类别).
    pub kind: Option<Vec<EnforcementKind>>,
    /// Only administrative penalties, or only others (是否行政处罚).
    pub penalty: Option<bool>,
    /// Taken for one of these (事由).
    pub basis: Option<Vec<EnforcementBasis>>,
    /// For this hazard (相关隐患).
    pub hazard: Option<ID>,
    /// Decided on this day or later (决定日期起).
    pub from: Option<Date>,
    /// Decided on this day or earlier (决定日期止).
    pub until: Option<Date>,
    /// Only halves of paired penalties, or only others (是否一案双罚).
    pub paired: Option<bool>,
    /// Only those against heads, or only others (是否对主要负责人的处罚).
    pub of_head: Option<bool>,
    /// In one of these states (状态).
    pub state: Option<Vec<EnforcementState>>,
    /// Against enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Against organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Against enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
}

impl EnforcementFilter {
    fn condition(&self) -> Answer<Condition> {
        use enforcement::Column as C;
        let mut all = Condition::all();
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            all = all.add(contains(&[C::Reason, C::LegalBasis, C::Number], text));
        }
        for (noun, id, field, column) in [
            (Noun::Organization, &self.organization, "filter.organization", C::OrganizationId),
            (Noun::Organization, &self.authority, "filter.authority", C::AuthorityId),
            (Noun::Hazard, &self.hazard, "filter.hazard", C::HazardId),
        ] {
            all = all.add_option(id::take_optional(noun, id.as_ref(), field)?.map(|id| column.eq(id)));
        }
        if let Some(kinds) = &self.kind {
            all = all.add(C::Kind.is_in(kinds.iter().copied()));
        }
        if let Some(penalty) = self.penalty {
            all = all.add(C::Kind.is_in(EnforcementKind::ALL.iter().copied().filter(|kind| kind.is_penalty() == penalty)));
        }
        if let Some(bases) = &self.basis {
            all = all.add(C::Basis.is_in(bases.iter().copied()));
        }
        if let Some(states) = &self.state {
            all = all.add(C::State.is_in(states.iter().copied()));
        }
        all = all.add_option(self.from.map(|from| C::DecidedOn.gte(from.0))).add_option(self.until.map(|until| C::DecidedOn.lte(until.0)));
        if let Some(paired) = self.paired {
            all = all.add(if paired { C::PairId.is_not_null() } else { C::PairId.is_null() });
        }
        if let Some(of_head) = self.of_head {
            let either = Condition::any().add(C::PersonId.is_not_null()).add(C::PersonName.is_not_null());
            all = all.add(if of_head { either } else { either.not() });
        }
        Ok(all)
    }
}

/// By what enforcement actions are sorted (执法措施排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum EnforcementOrder {
    /// The latest decided first (最近决定在前).
    #[default]
    LatestFirst,
    /// The earliest decided first (最早决定在前).
    EarliestFirst,
    /// The latest recorded first (最近登记在前).
    RecordedAtDesc,
}

impl EnforcementOrder {
    fn order(self) -> Order<enforcement::Column> {
        match self {
            Self::LatestFirst => Order::descending(enforcement::Column::DecidedOn),
            Self::EarliestFirst => Order::ascending(enforcement::Column::DecidedOn),
            Self::RecordedAtDesc => Order::descending(enforcement::Column::RecordedAt),
        }
    }
}

/// Questions about enforcement actions.
#[derive(Default)]
pub struct EnforcementQuery;

#[Object]
impl EnforcementQuery {
    /// An enforcement action, if one may see it (执法措施).
    async fn enforcement(&self, ctx: &Context<'_>, #[graphql(desc = "The identifier (编号).")] id: ID) -> Answer<Option<Enforcement>> {
        ctx.member()?;
        Enforcement::find(ctx, id::take(Noun::Enforcement, &id, "id")?).await
    }

    /// The enforcement actions that one may see: those against whose records one may see, and those that one's own organization took (执法措施列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn enforcements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: EnforcementFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: EnforcementOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Enforcement>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::enforcements(ctx.ledger(), places).filter(filter.condition()?);
        let list = connection::page(ctx, select, &order_by.order(), &page).await?;
        Enforcement::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The enterprises, of those whose records one may see, that are to be referred for closure, the latest penalised first (提请关闭对象).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    async fn closure_candidates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<ClosureCandidate>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let _reading = ctx.loaders().reading();
        let found = candidates(ctx.db(), &ctx.scope(Action::SeeRecords), ctx.today()).await?;
        connection::within(found.into_iter().map(ClosureCandidate).collect(), |row| row.0.organization.id.to_string(), &page)
    }

    /// Whether a penalty may be imposed for a hazard today: none is for what the enterprise found itself, reported and is effectively
    /// removing, clause 2.2.3 (处罚预检).
    async fn penalty_check(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The hazard (隐患).")] hazard_id: ID,
        #[graphql(desc = "The inspection on which the penalty would rest (依据的检查).")] inspection_id: Option<ID>,
        #[graphql(desc = "What it would be for; a violation if not given (事由).", default_with = "EnforcementBasis::Violation")] basis: EnforcementBasis,
    ) -> Answer<PenaltyCheck> {
        ctx.member()?;
        let hazard = id::take(Noun::Hazard, &hazard_id, "hazardId")?;
        let inspection = id::take_optional(Noun::Inspection, inspection_id.as_ref(), "inspectionId")?;
        let _reading = ctx.loaders().reading();
        Ok(PenaltyCheck::of(ctx, penalty_check(ctx.db(), ctx.ledger(), hazard, inspection, basis).await?))
    }
}
