//! Questions about the figures: progress tables, statistics, bulletins, contacts and the list of major hazards, annexes 1 to 4.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use chrono::NaiveDate;
use redline_domain::{FoundBy, HazardGrade, Period, Sector, figures::Span, ids::Noun};
use redline_entity::{hazard, report};
use redline_ledger::{
    figures::{self, View},
    report::latest_contacts,
};
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, Select};

use crate::{
    graphql::{
        ask::Ask,
        connection::{self, Connection, Order, Page, cost, rows_select},
        date::Date,
        error::{Answer, Fault},
        figures::{bulletin::Bulletin, hazard_list::MajorHazard, progress::ProgressTable, statistics::Statistics},
        id,
        query::{dates::DateSpan, organizations::whereabouts},
        report::Report,
        visible,
    },
    loaders::figures::LineOf,
};

/// Which major hazards (重大隐患清单筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct MajorHazardFilter {
    /// Only those that are closed, or only those that are not (是否销号).
    pub closed: Option<bool>,
    /// Found in one of these ways (发现来源).
    pub found_by: Option<Vec<FoundBy>>,
    /// In this organization (企业).
    pub organization: Option<ID>,
    /// In enterprises of this village organization (嘎查村).
    pub village: Option<ID>,
    /// In enterprises with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// In enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
    /// Found within this span (发现日期).
    pub found: Option<DateSpan>,
}

impl MajorHazardFilter {
    async fn select(&self, ctx: &Context<'_>) -> Answer<Select<hazard::Entity>> {
        let places = whereabouts(ctx, self.village.as_ref(), self.sector.as_deref(), self.unit.as_ref()).await?;
        let mut select = visible::hazards(ctx.ledger(), places).filter(hazard::Column::Grade.eq(HazardGrade::Major));
        if let Some(closed) = self.closed {
            select = select.filter(if closed { hazard::Column::ClosedOn.is_not_null() } else { hazard::Column::ClosedOn.is_null() });
        }
        if let Some(found_by) = &self.found_by {
            select = select.filter(hazard::Column::FoundBy.is_in(found_by.iter().copied()));
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            select = select.filter(hazard::Column::OrganizationId.eq(organization));
        }
        if let Some(found) = self.found {
            select = select.filter(found.condition(hazard::Column::FoundOn));
        }
        Ok(select)
    }
}

/// In which order the list of major hazards stands (重大隐患清单排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum MajorHazardOrder {
    /// The first found first (发现在先).
    #[default]
    FoundOnAsc,
    /// The latest found first (最近发现在前).
    FoundOnDesc,
}

/// The span of a period that has a day; today's, if none is given.
fn span(ctx: &Context<'_>, period: Period, day: Option<Date>) -> Answer<Span> {
    Ok(figures::span(ctx.ledger(), period, day.map_or_else(|| ctx.today(), NaiveDate::from))?)
}

/// Questions about the figures.
#[derive(Default)]
pub struct FiguresQuery;

#[Object]
impl FiguresQuery {
    /// The row of a village (annex 1) or of a regulator (annex 2), already filled in from the ledger: what its progress table would
    /// say if it were submitted now (进展情况调度表草稿). For the week that has `periodOn` (this week, if neither is given), or for the span `from` to `until`.
    #[graphql(complexity = "child_complexity + 50")]
    async fn progress_table(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The village or regulator (单位).")] organization_id: ID,
        #[graphql(desc = "Any day of the week (所报期间).")] period_on: Option<Date>,
        #[graphql(desc = "The first day of a span, with `until` (统计周期起).")] from: Option<Date>,
        #[graphql(desc = "The last day of the span (统计周期止).")] until: Option<Date>,
    ) -> Answer<ProgressTable> {
        ctx.member()?;
        let organization = id::take(Noun::Organization, &organization_id, "organizationId")?;
        let span = match (from, until) {
            (None, None) => span(ctx, Period::Week, period_on)?,
            (Some(Date(from)), Some(Date(until))) if period_on.is_none() => figures::span_between(ctx.ledger(), from, until)?,
            _ => {
                let zh = "请给出 periodOn（所报周内任一天），或同时给出 from 和 until。";
                return Err(Fault::bad_argument("from", zh, "Give either `periodOn`, a day of the week, or both `from` and `until`."));
            }
        };
        Ok(ProgressTable(figures::progress_table(ctx.db(), ctx.ledger(), organization, span).await?))
    }

    /// The weekly statistics, filled in from the ledger, of what one may see: an office the township, a village or a regulator its own
    /// row (周统计草稿).
    #[graphql(complexity = "child_complexity + 50")]
    async fn statistics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Any day of the week; today if not given (周内任一天).")] week: Option<Date>,
    ) -> Answer<Statistics> {
        ctx.member()?;
        let day = week.map_or_else(|| ctx.today(), NaiveDate::from);
        Ok(Statistics(figures::statistics(ctx.db(), ctx.ledger(), day, &View::of_actor(ctx.ledger())).await?))
    }

    /// The monthly bulletin, filled in from the ledger, of what one may see (月通报草稿). A bulletin that was submitted is in `reports`, for everybody.
    #[graphql(complexity = "child_complexity + 50")]
    async fn bulletin(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Any day of the month; today if not given (月内任一天).")] month: Option<Date>,
    ) -> Answer<Bulletin> {
        ctx.member()?;
        let day = month.map_or_else(|| ctx.today(), NaiveDate::from);
        Ok(Bulletin(figures::bulletin(ctx.db(), ctx.ledger(), day, &View::of_actor(ctx.ledger())).await?))
    }

    /// The contacts of all organs that one may see, annex 4: the latest report of each that has them, the latest first (联系人回执).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    async fn contacts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Report>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let select = visible::reports(ctx.ledger(), None).filter(latest_contacts());
        let list = connection::page(ctx, select, &Order::descending(report::Column::RecordedAt), &page).await?;
        Report::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The list of major hazards that one may see, annex 3 (重大事故隐患问题清单).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn major_hazard_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: MajorHazardFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: MajorHazardOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<MajorHazard>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let select = filter.select(ctx).await?;
        let order = match order_by {
            MajorHazardOrder::FoundOnAsc => Order::ascending(hazard::Column::FoundOn),
            MajorHazardOrder::FoundOnDesc => Order::descending(hazard::Column::FoundOn),
        };
        let list: Connection<MajorHazard> = connection::page(ctx, select.clone(), &order, &page).await?;
        if rows_select(ctx, "number") {
            number(ctx, select, order_by, &list).await?;
        }
        ctx.loaders().ahead(list.rows().map(|row| LineOf(row.row().id))).await?;
        Ok(list)
    }
}

/// Numbers the rows of a page by how many stand before it in the whole list.
async fn number(ctx: &Context<'_>, select: Select<hazard::Entity>, order: MajorHazardOrder, list: &Connection<MajorHazard>) -> Answer<()> {
    use hazard::Column;
    let Some(first) = list.rows().next().map(MajorHazard::row) else { return Ok(()) };
    let (earlier, same) = match order {
        MajorHazardOrder::FoundOnAsc => (Column::FoundOn.lt(first.found_on), Column::Id.lt(first.id)),
        MajorHazardOrder::FoundOnDesc => (Column::FoundOn.gt(first.found_on), Column::Id.gt(first.id)),
    };
    let same = Condition::all().add(Column::FoundOn.eq(first.found_on)).add(same);
    let before = select.filter(Condition::any().add(earlier).add(same)).count(ctx.db()).await?;
    for (at, row) in (before + 1..).zip(list.rows()) {
        row.set_number(at);
    }
    Ok(())
}
