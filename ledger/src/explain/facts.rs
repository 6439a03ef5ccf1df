//! All that the explanations of many windows need, read by a fixed number of statements.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use redline_domain::{OnDutyState, OrganizationKind, OrganizationState, RecordKind, Rulebook, rulebook::Evidence};
use redline_entity::{
    activity, alert, contract, drill, evidence, hazard, inspection, key_period, membership, on_duty, organization, person, report, responsibility_list, window,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::{
    Result,
    evidence::{contracts, judge::Positions, publicity, record_kind},
    responsibility::{self, Coverage},
};

/// What is known of the windows that are explained.
#[derive(Default)]
pub(super) struct Facts {
    pub organizations: BTreeMap<Uuid, organization::Model>,
    pub links: BTreeMap<Uuid, Vec<evidence::Model>>,
    pub inspections: BTreeMap<Uuid, Vec<inspection::Model>>,
    pub drills: BTreeMap<Uuid, Vec<drill::Model>>,
    pub activities: BTreeMap<Uuid, Vec<activity::Model>>,
    pub reports: BTreeMap<Uuid, Vec<report::Model>>,
    pub lists: BTreeMap<Uuid, Vec<responsibility_list::Model>>,
    pub coverage: BTreeMap<Uuid, Coverage>,
    /// The enterprises that each activity names.
    pub named: BTreeMap<Uuid, Vec<Uuid>>,
    /// The contracts of each organization, and those that each inspection names.
    pub contracts: BTreeMap<Uuid, Vec<contract::Model>>,
    pub checked: BTreeMap<Uuid, Vec<Uuid>>,
    pub hazards: BTreeMap<Uuid, hazard::Model>,
    pub alerts: BTreeMap<Uuid, alert::Model>,
    pub key_periods: BTreeMap<Uuid, key_period::Model>,
    pub on_duty: BTreeMap<Uuid, Vec<on_duty::Model>>,
    /// Those who are to be told, helped, inspected or supervised.
    pub concerned: Vec<organization::Model>,
    memberships: Vec<membership::Model>,
    names: BTreeMap<Uuid, String>,
}

/// Reads the rows of a table that belong to one of the organizations, and groups them.
macro_rules! by_organization {
    ($db:expr, $table:ident, $column:ident, $field:ident, $organizations:expr, $further:expr) => {{
        let select = $table::Entity::find().filter($table::Column::$column.is_in($organizations.iter().copied()));
        let mut grouped = BTreeMap::new();
        for row in $further(select).order_by_asc($table::Column::Id).all($db).await? {
            grouped.entry(row.$field).or_insert_with(Vec::new).push(row);
        }
        grouped
    }};
}

impl Facts {
    /// Reads them. How many statements it takes depends on what kinds of record the rules ask for, not on how many windows there are.
    pub(super) async fn read(db: &impl ConnectionTrait, rulebook: &Rulebook, windows: &[window::Model]) -> Result<Self> {
        let organizations: BTreeSet<Uuid> = windows.iter().map(|window| window.organization_id).collect();
        let rules: BTreeSet<&str> = windows.iter().map(|window| window.rule_code.as_str()).collect();
        let asked: Vec<&Evidence> = rules.iter().filter_map(|code| rulebook.rule(code)).flat_map(|rule| &rule.evidence).collect();
        let asks = |kind: RecordKind| asked.iter().any(|evidence| record_kind(evidence) == Some(kind));
        let first = windows.iter().map(|window| window.opens_on).min().and_then(|day| day.checked_sub_months(Months::new(12))).unwrap_or_default();

        let mut facts = Self::default();
        for row in organization::Entity::find().filter(organization::Column::Id.is_in(organizations.iter().copied())).all(db).await? {
            facts.organizations.insert(row.id, row);
        }
        for row in evidence::Entity::find()
            .filter(evidence::Column::WindowId.is_in(windows.iter().map(|window| window.id)))
            .order_by_asc(evidence::Column::Id)
            .all(db)
            .await?
        {
            facts.links.entry(row.window_id).or_default().push(row);
        }
        if asks(RecordKind::Inspection) {
            facts.inspections = by_organization!(db, inspection, InspectorId, inspector_id, organizations, |select: sea_orm::Select<_>| select
                .filter(inspection::Column::OccurredOn.gte(first)));
        }
        if asks(RecordKind::Drill) {
            facts.drills = by_organization!(db, drill, OrganizationId, organization_id, organizations, |select: sea_orm::Select<_>| select
                .filter(drill::Column::OccurredOn.gte(first)));
        }
        if asks(RecordKind::Activity) {
            facts.activities = by_organization!(db, activity, OrganizationId, organization_id, organizations, |select: sea_orm::Select<_>| select
                .filter(activity::Column::OccurredOn.gte(first)));
        }
        if asks(RecordKind::Report) {
            facts.reports = by_organization!(db, report, OrganizationId, organization_id, organizations, |select: sea_orm::Select<_>| select
                .filter(report::Column::SubmittedOn.gte(first)));
        }
        if asks(RecordKind::ResponsibilityList) {
            facts.lists = by_organization!(db, responsibility_list, OrganizationId, organization_id, organizations, |select| select);
            let lists: Vec<Uuid> = facts.lists.values().flatten().map(|list| list.id).collect();
            facts.coverage = responsibility::coverage(db, &lists).await?;
        }
        if asked.iter().any(|evidence| matches!(evidence, Evidence::Inspection { covers_every_contract: true, .. })) {
            facts.contracts = by_organization!(db, contract, OrganizationId, organization_id, organizations, |select| select);
            facts.checked = contracts::named(db, facts.inspections.values().flatten().map(|inspection| inspection.id)).await?;
        }
        if asked.iter().any(|evidence| matches!(evidence, Evidence::Activity { names_every_enterprise: true, .. })) {
            facts.named = publicity::named(db, facts.activities.values().flatten().map(|activity| activity.id)).await?;
        }
        if asked
            .iter()
            .any(|evidence| matches!(evidence, Evidence::Activity { names_every_enterprise: true, .. } | Evidence::Inspection { coverage_shown: true, .. }))
        {
            facts.concerned = organization::Entity::find()
                .filter(organization::Column::State.eq(OrganizationState::Active))
                .filter(organization::Column::Kind.is_in([OrganizationKind::Enterprise, OrganizationKind::Village, OrganizationKind::Unit]))
                .order_by_asc(organization::Column::Name)
                .order_by_asc(organization::Column::Id)
                .all(db)
                .await?;
        }
        if asked.iter().any(|evidence| matches!(evidence, Evidence::HazardPlan {} | Evidence::HazardReport {})) {
            for row in hazard::Entity::find().filter(hazard::Column::Id.is_in(windows.iter().filter_map(|window| window.hazard_id))).all(db).await? {
                facts.hazards.insert(row.id, row);
            }
        }
        facts.causes(db, windows).await?;
        facts.people(db, &organizations).await?;
        Ok(facts)
    }

    /// The alerts and key periods that set windows off, and who was on duty in the latter.
    async fn causes(&mut self, db: &impl ConnectionTrait, windows: &[window::Model]) -> Result<()> {
        let causes: BTreeSet<Uuid> = windows.iter().filter_map(|window| window.cause_id).collect();
        if causes.is_empty() {
            return Ok(());
        }
        let alerts = alert::Entity::find().filter(alert::Column::Id.is_in(causes.iter().copied())).all(db).await?;
        self.alerts = alerts.into_iter().map(|row| (row.id, row)).collect();
        let periods = key_period::Entity::find().filter(key_period::Column::Id.is_in(causes.iter().copied())).all(db).await?;
        self.key_periods = periods.into_iter().map(|row| (row.id, row)).collect();
        let rows = on_duty::Entity::find()
            .filter(on_duty::Column::KeyPeriodId.is_in(self.key_periods.keys().copied()))
            .filter(on_duty::Column::OrganizationId.is_in(windows.iter().filter(|window| window.cause_id.is_some()).map(|window| window.organization_id)))
            .filter(on_duty::Column::State.ne(OnDutyState::Planned))
            .order_by_asc(on_duty::Column::Id);
        for row in rows.all(db).await? {
            self.on_duty.entry(row.organization_id).or_default().push(row);
        }
        Ok(())
    }

    async fn people(&mut self, db: &impl ConnectionTrait, organizations: &BTreeSet<Uuid>) -> Result<()> {
        let here = membership::Column::OrganizationId.is_in(organizations.iter().copied());
        self.memberships =
            membership::Entity::find().filter(here.clone()).order_by_asc(membership::Column::Since).order_by_asc(membership::Column::Id).all(db).await?;
        let people = membership::Entity::find().select_only().column(membership::Column::PersonId).filter(here).into_query();
        let names: Vec<(Uuid, String)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::Name])
            .filter(person::Column::Id.in_subquery(people))
            .into_tuple()
            .all(db)
            .await?;
        self.names = names.into_iter().collect();
        Ok(())
    }

    /// Who holds and held which position.
    pub(super) fn positions(&self) -> Positions<'_> {
        Positions(&self.memberships)
    }

    /// The positions of one organization.
    pub(super) fn positions_in(&self, organization: Uuid) -> Vec<membership::Model> {
        self.memberships.iter().filter(|row| row.organization_id == organization).cloned().collect()
    }

    /// A person's name.
    pub(super) fn name(&self, person: Uuid) -> &str {
        self.names.get(&person).map_or("—", String::as_str)
    }

    /// Those whom an organization is to reach: a village its enterprises, a regulator those of its sectors, the safety office the
    /// villages and units below it.
    pub(super) fn concerned_by(&self, organization: &organization::Model) -> Vec<&organization::Model> {
        let below = |it: &organization::Model| it.jurisdiction_path.starts_with(&organization.jurisdiction_path);
        let reaches = |it: &&organization::Model| match organization.kind {
            OrganizationKind::Village => it.kind == OrganizationKind::Enterprise && it.village_id == Some(organization.id),
            OrganizationKind::Unit => {
                it.kind == OrganizationKind::Enterprise && below(it) && it.sectors.0.iter().any(|sector| organization.sectors.0.contains(sector))
            }
            _ => it.kind != OrganizationKind::Enterprise && below(it) && it.id != organization.id,
        };
        self.concerned.iter().filter(reaches).collect()
    }
}

/// Whether a day lies in the period of a window.
pub(super) fn in_period(window: &window::Model, day: NaiveDate) -> bool {
    (window.opens_on..=window.closes_on).contains(&day)
}
