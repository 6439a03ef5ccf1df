//! What each enterprise did in a span, summed up by the database: one statement for each kind of record.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use redline_domain::{
    ActivityKind, FoundBy, HazardGrade, InspectionKind, InspectionScope, PlanConsent, Position, RecordState, Word,
    figures::{BySource, Counts, EnforcementCounts, Handled, Share, Span},
};
use redline_entity::{activity, drill, hazard, hazard_plan, inspection, membership, tip};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr},
};
use uuid::Uuid;

use super::{count, impossible, roster::Enterprise, unpunished};
use crate::{Context, Result, compliance::count_where};

/// What one enterprise did in a span.
#[derive(Clone, Default)]
struct Tally {
    own: Own,
    drills: u64,
    warning_sessions: u64,
    general: BySource,
    major: BySource,
    ungraded: u64,
    five_elements: u64,
    tips: u64,
    unpunished: u64,
}

#[derive(Clone, Default)]
struct Own {
    checks: u64,
    head_led: u64,
    hot_work: u64,
    contractors: u64,
}

/// What the enterprises did in a span.
pub(super) struct Tallies {
    span: Span,
    of: BTreeMap<Uuid, Tally>,
    tips_of_nobody: u64,
}

#[derive(FromQueryResult)]
struct Checks {
    organization_id: Uuid,
    checks: i64,
    head_led: i64,
    hot_work: i64,
    contractors: i64,
}

#[derive(FromQueryResult)]
struct Hazards {
    organization_id: Uuid,
    grade: Option<HazardGrade>,
    found_by: FoundBy,
    found: i64,
    rectified: i64,
    both: i64,
}

impl Tallies {
    /// Reads them, by at most nine statements.
    pub(super) async fn read(db: &impl ConnectionTrait, ctx: &Context, enterprises: &SelectStatement, span: Span) -> Result<Self> {
        let mut all = Self { span, of: BTreeMap::new(), tips_of_nobody: 0 };
        for row in checks(enterprises, span).all(db).await? {
            all.tally(row.organization_id).own =
                Own { checks: count(row.checks), head_led: count(row.head_led), hot_work: count(row.hot_work), contractors: count(row.contractors) };
        }
        for (organization, drills) in drills(enterprises, span).all(db).await? {
            all.tally(organization).drills = count(drills);
        }
        for (organization, sessions) in warnings(enterprises, span).all(db).await? {
            all.tally(organization).warning_sessions = count(sessions);
        }
        for row in hazards(enterprises, span).all(db).await? {
            let handled = Handled::new(count(row.found), count(row.rectified), count(row.both)).map_err(impossible)?;
            let tally = all.tally(row.organization_id);
            match row.grade {
                Some(HazardGrade::General) => *tally.general.of(row.found_by) = handled,
                Some(HazardGrade::Major) => *tally.major.of(row.found_by) = handled,
                None => tally.ungraded += handled.found(),
            }
        }
        for (organization, _, planned_on) in planned(enterprises, span).all(db).await? {
            if span.contains(planned_on) {
                all.tally(organization).five_elements += 1;
            }
        }
        for (organization, tips) in tips(ctx, enterprises, span).all(db).await? {
            match organization {
                Some(organization) => all.tally(organization).tips = count(tips),
                None => all.tips_of_nobody = count(tips),
            }
        }
        for organization in unpunished::organizations(db, ctx, enterprises, span).await? {
            all.tally(organization).unpunished += 1;
        }
        Ok(all)
    }

    fn tally(&mut self, organization: Uuid) -> &mut Tally {
        self.of.entry(organization).or_default()
    }

    /// Reports by the public that name no organization: they are the township's.
    pub(super) fn tips_of_nobody(&self) -> u64 {
        self.tips_of_nobody
    }

    /// What became of some enterprises that a regulator's columns tell: closed by enforcement, and not penalised for what they found and reported.
    pub(super) fn add_outcomes<'a>(&self, counts: &mut EnforcementCounts, enterprises: impl Iterator<Item = &'a Enterprise>) {
        for it in enterprises {
            counts.closures += u64::from(it.closed_by_enforcement_on().is_some_and(|on| self.span.contains(on)));
            counts.unpunished += self.of.get(&it.id).map_or(0, |tally| tally.unpunished);
        }
    }

    /// The figures of some enterprises together.
    pub(super) fn sum<'a>(&self, enterprises: impl Iterator<Item = &'a Enterprise> + Clone) -> Counts {
        let until = self.span.until;
        let none = Tally::default();
        let of = |it: &Enterprise| self.of.get(&it.id).unwrap_or(&none);
        let mut counts = Counts {
            enterprises: enterprises.clone().filter(|it| it.is_on_rolls(until)).count() as u64,
            checked: Share::of(enterprises.clone().filter(|it| it.is_to_check(until)), |it| of(it).own.checks > 0),
            ..Counts::default()
        };
        let mut tips = 0;
        for tally in enterprises.map(of) {
            tips += tally.tips;
            counts.head_led += tally.own.head_led;
            counts.hot_work += u64::from(tally.own.hot_work > 0);
            counts.contractors += u64::from(tally.own.contractors > 0);
            counts.drilled += u64::from(tally.drills > 0);
            counts.warning_sessions += tally.warning_sessions;
            counts.general = counts.general.plus(tally.general);
            counts.major = counts.major.plus(tally.major);
            counts.ungraded += tally.ungraded;
            counts.five_elements += tally.five_elements;
        }
        counts.tips = Some(tips);
        counts
    }
}

/// Signed inspections of enterprises by themselves.
fn checks(enterprises: &SelectStatement, span: Span) -> sea_orm::Selector<sea_orm::SelectModel<Checks>> {
    use inspection::Column;
    let scope = |scope: InspectionScope| Expr::col((inspection::Entity, Column::Scopes)).cast_as("text").like(format!("%\"{}\"%", scope.code()));
    let any = |all: [SimpleExpr; 2]| all.into_iter().fold(Condition::any(), Condition::add);
    inspection::Entity::find()
        .select_only()
        .column(Column::OrganizationId)
        .column_as(count_where(Condition::all().add(Column::Kind.is_in([InspectionKind::SelfCheck, InspectionKind::HeadLed]))), "checks")
        .column_as(count_where(Condition::all().add(Column::Kind.eq(InspectionKind::HeadLed)).add(led_by_head())), "head_led")
        .column_as(count_where(any([scope(InspectionScope::WeldingEquipment), scope(InspectionScope::KeyPostStaff)])), "hot_work")
        .column_as(count_where(Condition::all().add(scope(InspectionScope::Contractors))), "contractors")
        .filter(Column::OrganizationId.in_subquery(enterprises.clone()))
        .filter(Expr::col((inspection::Entity, Column::InspectorId)).equals((inspection::Entity, Column::OrganizationId)))
        .filter(Column::State.eq(RecordState::Signed))
        .filter(Column::OccurredOn.between(span.from, span.until))
        .group_by(Column::OrganizationId)
        .into_model::<Checks>()
}

/// Whether who led an inspection was head of the inspecting organization on that day.
fn led_by_head() -> SimpleExpr {
    use membership::Column;
    let here = |column: Column| Expr::col((membership::Entity, column));
    let there = |column: inspection::Column| Expr::col((inspection::Entity, column));
    let held = Query::select()
        .expr(Expr::cust("1"))
        .from(membership::Entity)
        .cond_where(
            Condition::all()
                .add(here(Column::PersonId).eq(there(inspection::Column::LeaderId)))
                .add(here(Column::OrganizationId).eq(there(inspection::Column::InspectorId)))
                .add(Column::Position.eq(Position::Head))
                .add(here(Column::Since).lte(there(inspection::Column::OccurredOn)))
                .add(Condition::any().add(Column::Until.is_null()).add(here(Column::Until).gt(there(inspection::Column::OccurredOn)))),
        )
        .to_owned();
    Expr::exists(held)
}

type Grouped = sea_orm::Selector<sea_orm::SelectGetableTuple<(Uuid, i64)>>;

/// Drills with their review.
fn drills(enterprises: &SelectStatement, span: Span) -> Grouped {
    use drill::Column;
    drill::Entity::find()
        .select_only()
        .column(Column::OrganizationId)
        .column_as(Column::Id.count(), "n")
        .filter(Column::OrganizationId.in_subquery(enterprises.clone()))
        .filter(Column::State.eq(RecordState::Signed))
        .filter(Column::OccurredOn.between(span.from, span.until))
        .group_by(Column::OrganizationId)
        .into_tuple()
}

/// Sessions of warning education.
fn warnings(enterprises: &SelectStatement, span: Span) -> Grouped {
    use activity::Column;
    activity::Entity::find()
        .select_only()
        .column(Column::OrganizationId)
        .column_as(Column::Id.count(), "n")
        .filter(Column::OrganizationId.in_subquery(enterprises.clone()))
        .filter(Column::Kind.eq(ActivityKind::WarningEducation))
        .filter(Column::State.eq(RecordState::Signed))
        .filter(Column::OccurredOn.between(span.from, span.until))
        .group_by(Column::OrganizationId)
        .into_tuple()
}

/// Hazards found and closed, by grade and by how they were found. Which grade one has is what it has now.
fn hazards(enterprises: &SelectStatement, span: Span) -> sea_orm::Selector<sea_orm::SelectModel<Hazards>> {
    use hazard::Column;
    let found = || Column::FoundOn.between(span.from, span.until);
    let closed = || Column::ClosedOn.between(span.from, span.until);
    hazard::Entity::find()
        .select_only()
        .columns([Column::OrganizationId, Column::Grade, Column::FoundBy])
        .column_as(count_where(Condition::all().add(found())), "found")
        .column_as(count_where(Condition::all().add(closed())), "rectified")
        .column_as(count_where(Condition::all().add(found()).add(closed())), "both")
        .filter(Column::OrganizationId.in_subquery(enterprises.clone()))
        .filter(Condition::any().add(found()).add(closed()))
        .group_by(Column::OrganizationId)
        .group_by(Column::Grade)
        .group_by(Column::FoundBy)
        .into_model::<Hazards>()
}

/// Major hazards with the day from which a plan was in force. A plan has all five elements or is refused.
fn planned(enterprises: &SelectStatement, span: Span) -> sea_orm::Selector<sea_orm::SelectGetableTuple<(Uuid, Uuid, NaiveDate)>> {
    let plan = |column: hazard_plan::Column| Expr::col((hazard_plan::Entity, column));
    let first = Func::min(Func::coalesce([plan(hazard_plan::Column::ConsentOn), plan(hazard_plan::Column::SubmittedOn)]));
    hazard::Entity::find()
        .select_only()
        .columns([hazard::Column::OrganizationId, hazard::Column::Id])
        .column_as(SimpleExpr::from(first), "first")
        .join(JoinType::InnerJoin, hazard::Entity::belongs_to(hazard_plan::Entity).from(hazard::Column::Id).to(hazard_plan::Column::HazardId).into())
        .filter(hazard::Column::OrganizationId.in_subquery(enterprises.clone()))
        .filter(hazard::Column::Grade.eq(HazardGrade::Major))
        .filter(hazard_plan::Column::Consent.is_in(PlanConsent::IN_FORCE))
        .filter(hazard_plan::Column::SubmittedOn.lte(span.until))
        .group_by(hazard::Column::OrganizationId)
        .group_by(hazard::Column::Id)
        .into_tuple()
}

/// Reports by the public, by the organization that they are about.
fn tips(ctx: &Context, enterprises: &SelectStatement, span: Span) -> sea_orm::Selector<sea_orm::SelectGetableTuple<(Option<Uuid>, i64)>> {
    use tip::Column;
    let after = span.until.succ_opt().unwrap_or(span.until);
    tip::Entity::find()
        .select_only()
        .column(Column::OrganizationId)
        .column_as(Column::Id.count(), "n")
        .filter(Condition::any().add(Column::OrganizationId.is_null()).add(Column::OrganizationId.in_subquery(enterprises.clone())))
        .filter(Column::ReceivedAt.gte(ctx.site.zone.start_of(span.from)))
        .filter(Column::ReceivedAt.lt(ctx.site.zone.start_of(after)))
        .group_by(Column::OrganizationId)
        .into_tuple()
}
