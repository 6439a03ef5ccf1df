//! Questions about drills, activities and reports.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use redline_domain::{ActivityKind, RecordState, ReportKind, Sector, ids::Noun};
use redline_entity::{activity, drill, report};
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::graphql::{
    activity::Activity,
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    drill::Drill,
    error::Answer,
    id,
    query::{
        dates::DateSpan,
        organizations::{contains, whereabouts},
    },
    report::Report,
    visible,
};

/// Which records of a kind (履职记录筛选). What is not given does not restrict.
macro_rules! record_filter {
    ($(#[$doc:meta])* $name:ident on $entity:ident { $day:ident, [$($text:ident),+] $(, kind: $kind:ty)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, InputObject)]
        pub struct $name {
            $(
                /// Of one of these kinds (类别).
                pub kind: Option<Vec<$kind>>,
            )?
            /// Whose words contain this (文字).
            pub text: Option<String>,
            /// Of this organization (单位).
            pub organization: Option<ID>,
            /// In one of these states (签署状态).
            pub state: Option<Vec<RecordState>>,
            /// Of enterprises of this village organization (属地嘎查村社区).
            pub village: Option<ID>,
            /// Of organizations with one of these sectors (行业领域).
            pub sector: Option<Vec<Sector>>,
            /// Of enterprises that this regulator watches over (监管单位).
            pub unit: Option<ID>,
            /// Whose day lies within this span; for a report the day of the period that it is about (日期).
            pub on: Option<DateSpan>,
        }

        impl $name {
            async fn places(&self, ctx: &Context<'_>) -> Answer<Option<Condition>> {
                whereabouts(ctx, self.village.as_ref(), self.sector.as_deref(), self.unit.as_ref()).await
            }

            fn condition(&self) -> Answer<Condition> {
                let mut all = Condition::all();
                $(
                    let kinds: &Option<Vec<$kind>> = &self.kind;
                    if let Some(kinds) = kinds {
                        all = all.add($entity::Column::Kind.is_in(kinds.iter().copied()));
                    }
                )?
                if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
                    all = all.add(contains(&[$($entity::Column::$text),+], text));
                }
                if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
                    all = all.add($entity::Column::OrganizationId.eq(organization));
                }
                if let Some(states) = &self.state {
                    all = all.add($entity::Column::State.is_in(states.iter().copied()));
                }
                if let Some(on) = self.on {
                    all = all.add(on.condition($entity::Column::$day));
                }
                Ok(all)
            }
        }
    };
}

record_filter! {
    /// Which drills (演练筛选). What is not given does not restrict.
    DrillFilter on drill { OccurredOn, [Title, Scenario, Review] }
}
record_filter! {
    /// Which activities (活动筛选). What is not given does not restrict.
    ActivityFilter on activity { OccurredOn, [Title, Summary], kind: ActivityKind }
}
record_filter! {
    /// Which reports (报告筛选). What is not given does not restrict.
    ReportFilter on report { PeriodOn, [Content], kind: ReportKind }
}

/// By what drills, activities and reports are sorted (履职记录排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum RecordOrder {
    /// The latest day first (最近在前).
    #[default]
    LatestFirst,
    /// The earliest day first (最早在前).
    EarliestFirst,
    /// The latest recorded first (最近登记在前).
    RecordedAtDesc,
}

impl RecordOrder {
    fn order<C>(self, day: C, recorded_at: C) -> Order<C> {
        match self {
            Self::LatestFirst => Order::descending(day),
            Self::EarliestFirst => Order::ascending(day),
            Self::RecordedAtDesc => Order::descending(recorded_at),
        }
    }
}

/// Questions about drills, activities and reports.
#[derive(Default)]
pub struct RecordQuery;

#[Object]
impl RecordQuery {
    /// The emergency drills that one may see (应急演练列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn drills(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: DrillFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: RecordOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Drill>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let select = visible::drills(ctx.ledger(), filter.places(ctx).await?).filter(filter.condition()?);
        let list = connection::page(ctx, select, &order_by.order(drill::Column::OccurredOn, drill::Column::RecordedAt), &page).await?;
        Drill::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The meetings, studies, trainings and other activities that one may see (活动列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn activities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: ActivityFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: RecordOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Activity>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let select = visible::activities(ctx.ledger(), filter.places(ctx).await?).filter(filter.condition()?);
        let list = connection::page(ctx, select, &order_by.order(activity::Column::OccurredOn, activity::Column::RecordedAt), &page).await?;
        Activity::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The reports that one may see: tables, summaries, statistics, bulletins (报告列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn reports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: ReportFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: RecordOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Report>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let select = visible::reports(ctx.ledger(), filter.places(ctx).await?).filter(filter.condition()?);
        let list = connection::page(ctx, select, &order_by.order(report::Column::PeriodOn, report::Column::RecordedAt), &page).await?;
        Report::ahead(ctx, &list).await?;
        Ok(list)
    }
}
