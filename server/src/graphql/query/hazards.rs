//! Questions about hazards.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use chrono::NaiveDate;
use redline_domain::{ExtensionState, FoundBy, HazardGrade, HazardState, Sector, ids::Noun};
use redline_entity::{extension, finding, hazard, inspection, organization_sector, supervision, suspension};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{SelectStatement, SimpleExpr},
};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Order, Page, cost},
    cursor::Key,
    error::Answer,
    hazard::Hazard,
    id,
    query::{
        dates::DateSpan,
        organizations::{contains, whereabouts},
    },
    visible,
};

/// Which hazards (隐患筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct HazardFilter {
    /// Whose description, location or rectification contains this (文字).
    pub text: Option<String>,
    /// In one of these states (状态).
    pub state: Option<Vec<HazardState>>,
    /// Only those that are closed, or only those that are not (是否销号).
    pub closed: Option<bool>,
    /// General or major (级别).
    pub grade: Option<HazardGrade>,
    /// Found in one of these ways (发现来源).
    pub found_by: Option<Vec<FoundBy>>,
    /// Found by inspections of this organization (检查发现单位).
    pub found_by_organization: Option<ID>,
    /// Only those that are one again that was closed within the year before, or only others (是否复发).
    pub recurrence: Option<bool>,
    /// Of one of these sectors; where a hazard says nothing, its organization's (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// In enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// In enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
    /// In this organization (单位).
    pub organization: Option<ID>,
    /// Found by this inspection (来源检查).
    pub inspection: Option<ID>,
    /// Only those whose rectification or acceptance is overdue today, or only others (是否逾期).
    pub overdue: Option<bool>,
    /// Found within this span (发现日期).
    pub found: Option<DateSpan>,
    /// To be rectified within this span (整改期限).
    pub deadline: Option<DateSpan>,
    /// Only those that are listed for supervision now, or only others (是否挂牌督办).
    pub under_supervision: Option<bool>,
    /// Only those because of which production is suspended now, or only others (是否停产停业).
    pub suspended: Option<bool>,
    /// Only those whose extension is requested and not decided on, or only others (是否申请延期).
    pub extension_requested: Option<bool>,
}

impl HazardFilter {
    fn condition(&self, today: NaiveDate) -> Answer<Condition> {
        let mut all = Condition::all();
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            all = all.add(contains(&[hazard::Column::Description, hazard::Column::Location, hazard::Column::Rectification], text));
        }
        if let Some(states) = &self.state {
            all = all.add(hazard::Column::State.is_in(states.iter().copied()));
        }
        if let Some(closed) = self.closed {
            all = all.add(if closed { hazard::Column::State.eq(HazardState::Closed) } else { hazard::Column::State.ne(HazardState::Closed) });
        }
        if let Some(grade) = self.grade {
            all = all.add(hazard::Column::Grade.eq(grade));
        }
        if let Some(found_by) = &self.found_by {
            all = all.add(hazard::Column::FoundBy.is_in(found_by.iter().copied()));
        }
        if let Some(inspector) = id::take_optional(Noun::Organization, self.found_by_organization.as_ref(), "filter.foundByOrganization")? {
            all = all.add(hazard::Column::FoundByOrganizationId.eq(inspector));
        }
        if let Some(recurrence) = self.recurrence {
            let forerunner = hazard::Column::RecurrenceOfId;
            all = all.add(if recurrence { forerunner.is_not_null() } else { forerunner.is_null() });
        }
        if let Some(organization) = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")? {
            all = all.add(hazard::Column::OrganizationId.eq(organization));
        }
        if let Some(overdue) = self.overdue {
            all = all.add(is_overdue(today, overdue));
        }
        if let Some(found) = self.found {
            all = all.add(found.condition(hazard::Column::FoundOn));
        }
        if let Some(deadline) = self.deadline {
            all = all.add(deadline.condition(hazard::Column::DeadlineOn));
        }
        if let Some(listed) = self.under_supervision {
            let open = supervision::Entity::find().select_only().column(supervision::Column::HazardId).filter(supervision::Column::LiftedOn.is_null());
            all = all.add(is_among(open.into_query(), listed));
        }
        if let Some(suspended) = self.suspended {
            let running = suspension::Entity::find()
                .select_only()
                .column(suspension::Column::HazardId)
                .filter(suspension::Column::ResumedOn.is_null())
                .filter(suspension::Column::ReplacedBy.is_null());
            all = all.add(is_among(running.into_query(), suspended));
        }
        if let Some(requested) = self.extension_requested {
            let open = extension::Entity::find().select_only().column(extension::Column::HazardId);
            all = all.add(is_among(open.filter(extension::Column::State.eq(ExtensionState::Requested)).into_query(), requested));
        }
        Ok(all)
    }
}

/// Whether a hazard is among some.
fn is_among(hazards: SelectStatement, among: bool) -> SimpleExpr {
    if among { hazard::Column::Id.in_subquery(hazards) } else { hazard::Column::Id.not_in_subquery(hazards) }
}

/// The states in which a hazard is still to be rectified.
const TO_RECTIFY: [HazardState; 4] = [HazardState::Reported, HazardState::Graded, HazardState::Planned, HazardState::Rectifying];

/// What `ledger::hazard::deadline` says of one hazard, for a list.
fn is_overdue(today: NaiveDate, overdue: bool) -> Condition {
    let when = |states: &[HazardState], due: Condition| Condition::all().add(hazard::Column::State.is_in(states.iter().copied())).add(due);
    let due = |column: hazard::Column| match overdue {
        true => Condition::all().add(column.lt(today)),
        false => Condition::any().add(column.is_null()).add(column.gte(today)),
    };
    let either = Condition::any()
        .add(when(&TO_RECTIFY, due(hazard::Column::DeadlineOn)))
        .add(when(&[HazardState::AwaitingAcceptance], due(hazard::Column::AcceptanceDueOn)));
    if overdue { either } else { either.add(hazard::Column::State.is_in([HazardState::FixedOnSpot, HazardState::Closed])) }
}

/// Of one of these sectors; where a hazard says nothing, its organization's.
fn of_sectors(sectors: &[Sector]) -> Condition {
    let organizations = organization_sector::Entity::find()
        .select_only()
        .column(organization_sector::Column::OrganizationId)
        .filter(organization_sector::Column::Sector.is_in(sectors.iter().copied()))
        .into_query();
    Condition::any()
        .add(hazard::Column::Sector.is_in(sectors.iter().copied()))
        .add(Condition::all().add(hazard::Column::Sector.is_null()).add(hazard::Column::OrganizationId.in_subquery(organizations)))
}

/// Found by an inspection that one may see.
fn found_by(ctx: &Context<'_>, inspection: Uuid) -> Condition {
    let inspections =
        visible::inspections(ctx.ledger(), None).select_only().column(inspection::Column::Id).filter(inspection::Column::Id.eq(inspection)).into_query();
    let findings =
        finding::Entity::find().select_only().column(finding::Column::Id).filter(finding::Column::InspectionId.in_subquery(inspections)).into_query();
    Condition::all().add(hazard::Column::FindingId.in_subquery(findings))
}

/// By what hazards are sorted (隐患排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum HazardOrder {
    /// The latest found first (最近发现在前).
    #[default]
    FoundOnDesc,
    /// The earliest found first (最早发现在前).
    FoundOn,
    /// The nearest deadline first, those without one last (期限最近在前).
    DeadlineOn,
    /// The latest recorded first (最近上报在前).
    ReportedAtDesc,
}

impl HazardOrder {
    fn order(self) -> Order<hazard::Column> {
        match self {
            Self::FoundOnDesc => Order::descending(hazard::Column::FoundOn),
            Self::FoundOn => Order::ascending(hazard::Column::FoundOn),
            Self::DeadlineOn => Order::ascending(hazard::Column::DeadlineOn).empty_as(Key::Day(never())),
            Self::ReportedAtDesc => Order::descending(hazard::Column::ReportedAt),
        }
    }
}

/// A day after every deadline.
fn never() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// A page of hazards, with what its rows refer to read ahead.
///
/// # Errors
/// `BAD_USER_INPUT` for a cursor that is not of this list, and for what is no identifier.
pub async fn hazards(ctx: &Context<'_>, filter: &HazardFilter, order: HazardOrder, page: &Page) -> Answer<Connection<Hazard>> {
    let places = whereabouts(ctx, filter.village.as_ref(), None, filter.unit.as_ref()).await?;
    let mut select = visible::hazards(ctx.ledger(), places).filter(filter.condition(ctx.today())?);
    if let Some(sectors) = &filter.sector {
        select = select.filter(of_sectors(sectors));
    }
    if let Some(inspection) = id::take_optional(Noun::Inspection, filter.inspection.as_ref(), "filter.inspection")? {
        select = select.filter(found_by(ctx, inspection));
    }
    let list = connection::page(ctx, select, &order.order(), page).await?;
    Hazard::ahead(ctx, &list).await?;
    Ok(list)
}

/// Questions about hazards.
#[derive(Default)]
pub struct HazardQuery;

#[Object]
impl HazardQuery {
    /// A hazard, if one may see it (隐患).
    async fn hazard(&self, ctx: &Context<'_>, #[graphql(desc = "The identifier (编号).")] id: ID) -> Answer<Option<Hazard>> {
        ctx.member()?;
        Hazard::find(ctx, id::take(Noun::Hazard, &id, "id")?).await
    }

    /// The hazards that one may see (隐患列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn hazards(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: HazardFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: HazardOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Hazard>> {
        ctx.member()?;
        hazards(ctx, &filter, order_by, &Page::new(first, after, last, before)?).await
    }
}
