//! What is overdue (逾期) in the API.

use async_graphql::{Context, Object};
use redline_entity::{hazard, window};
use redline_ledger::overdue::{overdue_hazards, overdue_windows};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::graphql::{
    ask::Ask,
    connection::{Connection, Page, cost},
    error::Answer,
    hazard::Hazard,
    query::{
        hazards::{HazardFilter, HazardOrder, hazards},
        windows::{WindowFilter, WindowOrder, windows},
    },
    visible,
    window::Window,
};

/// What is overdue now, of what one may see (逾期).
pub struct Overdue;

/// What is overdue now, of what one may see (逾期).
#[Object]
impl Overdue {
    /// How many windows are overdue (逾期期次数).
    async fn window_count(&self, ctx: &Context<'_>) -> Answer<i64> {
        let select = visible::windows(ctx.ledger(), None).filter(overdue_windows(ctx.today()));
        Ok(select.select_only().column_as(window::Column::Id.count(), "n").into_tuple().one(ctx.db()).await?.unwrap_or_default())
    }

    /// The windows that are overdue, those due first in front (逾期期次).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn windows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them (筛选).", default)] filter: WindowFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: WindowOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Window>> {
        let filter = WindowFilter { overdue: Some(true), ..filter };
        windows(ctx, &filter, order_by, &Page::new(first, after, last, before)?).await
    }

    /// How many hazards are past the deadline of their rectification or acceptance (逾期隐患数).
    async fn hazard_count(&self, ctx: &Context<'_>) -> Answer<i64> {
        let select = visible::hazards(ctx.ledger(), None).filter(overdue_hazards(ctx.today()));
        Ok(select.select_only().column_as(hazard::Column::Id.count(), "n").into_tuple().one(ctx.db()).await?.unwrap_or_default())
    }

    /// The hazards that are past the deadline of their rectification or acceptance, the nearest deadline first (逾期隐患).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn hazards(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them (筛选).", default)] filter: HazardFilter,
        #[graphql(desc = "In which order (排序).", default_with = "HazardOrder::DeadlineOn")] order_by: HazardOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Hazard>> {
        let filter = HazardFilter { overdue: Some(true), ..filter };
        hazards(ctx, &filter, order_by, &Page::new(first, after, last, before)?).await
    }
}
