//! Questions about reports by the public: the challenge and the receipt for anybody, the list for the offices.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use redline_domain::{
    HazardState, TipState,
    ids::Noun,
    permission::{Action, decide_sitewide},
};
use redline_entity::{hazard, tip};
use redline_ledger::{self as ledger, tip as tips};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    error::Answer,
    id,
    query::{dates::DateSpan, organizations::contains},
    tip::{Tip, TipChallenge, TipReceipt},
    visible,
};

/// Which reports by the public (举报筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct TipFilter {
    /// Whose words or place contain this (文字).
    pub text: Option<String>,
    /// In one of these states (状态).
    pub state: Option<Vec<TipState>>,
    /// About this organization (单位).
    pub organization: Option<ID>,
    /// Only those of people who work there, or only others (是否内部吹哨人).
    pub employee: Option<bool>,
    /// About what happened within this span (发生日期).
    pub happened: Option<DateSpan>,
}

impl TipFilter {
    fn condition(&self) -> Answer<Condition> {
        let mut all = Condition::all();
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            all = all.add(contains(&[tip::Column::Text, tip::Column::Place], text));
        }
        if let Some(states) = &self.state {
            all = all.add(states.iter().fold(Condition::any(), |any, &state| any.add(is_in(state))).add(tip::Column::Id.is_in(Vec::<uuid::Uuid>::new())));
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            all = all.add(tip::Column::OrganizationId.eq(organization));
        }
        if let Some(employee) = self.employee {
            all = all.add(tip::Column::Employee.eq(employee));
        }
        if let Some(happened) = self.happened {
            all = all.add(happened.condition(tip::Column::HappenedOn));
        }
        Ok(all)
    }
}

/// What [`tips::state`] says of one report, for a list.
fn is_in(state: TipState) -> Condition {
    let closed = || hazard::Entity::find().select_only().column(hazard::Column::Id).filter(hazard::Column::State.eq(HazardState::Closed)).into_query();
    let accepted = Condition::all().add(tip::Column::State.eq(TipState::Accepted));
    match state {
        TipState::Received | TipState::Dismissed => Condition::all().add(tip::Column::State.eq(state)),
        TipState::Accepted => accepted.add(tip::Column::HazardId.not_in_subquery(closed())),
        TipState::Done => accepted.add(tip::Column::HazardId.in_subquery(closed())),
    }
}

/// By what reports by the public are sorted (举报排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum TipOrder {
    /// The latest received first (最近收到在前).
    #[default]
    ReceivedAtDesc,
    /// The earliest received first (最早收到在前).
    ReceivedAt,
}

/// Questions about reports by the public.
#[derive(Default)]
pub struct TipQuery;

#[Object]
impl TipQuery {
    /// A challenge for making a report, for anybody (举报验证题).
    async fn tip_challenge(&self, ctx: &Context<'_>) -> Answer<TipChallenge> {
        Ok(tips::challenge(&ctx.asker().app.db, ctx.ledger()).await?.into())
    }

    /// What has become of a report, for anybody with its receipt code; none: there is no such code (凭码查询举报). Wrong codes are
    /// limited by address.
    #[graphql(complexity = "5 * child_complexity + 20")]
    async fn tip(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The receipt code, e.g. RL-7K2M-9QXA-B3TD (查询码).")] receipt: String,
    ) -> Answer<Option<TipReceipt>> {
        let followed = tips::follow(&ctx.asker().app.db, ctx.ledger(), ctx.asker().address, &receipt).await?;
        Ok(followed.map(TipReceipt))
    }

    /// The reports by the public, for the safety office and the discipline office (举报列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn tips(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: TipFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: TipOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Tip>> {
        ctx.member()?;
        decide_sitewide(&ctx.ledger().actor, Action::SeeTips).or_refuse().map_err(ledger::Error::from)?;
        let page = Page::new(first, after, last, before)?;
        let order = match order_by {
            TipOrder::ReceivedAtDesc => Order::descending(tip::Column::ReceivedAt),
            TipOrder::ReceivedAt => Order::ascending(tip::Column::ReceivedAt),
        };
        let list = connection::page(ctx, visible::tips(ctx.ledger()).filter(filter.condition()?), &order, &page).await?;
        Tip::ahead(ctx, &list).await?;
        Ok(list)
    }
}
