//! The list of major hazards (全镇重大事故隐患问题清单), annex 3 of the notice: what its columns say of each hazard, for many by the
//! same number of statements.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use redline_domain::{Criterion, OrganizationKind, OrganizationState, PlanConsent, Position, Sector, SuspensionExtent, Word, ids::Noun};
use redline_entity::{finding, hazard, hazard_plan, inspection, ledger_event, membership, organization, person, supervision, suspension};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use crate::{Context, Result, actor::held_on, criterion};

/// What the columns of annex 3 say of a hazard besides its own row.
#[derive(Clone, Debug)]
pub struct Line {
    /// The enterprise (企业).
    pub enterprise: String,
    /// Its village (嘎查村).
    pub village: Option<String>,
    /// The hazard's sector, or else those of the enterprise (行业领域).
    pub sectors: Vec<Sector>,
    /// The criterion by which it is major (判定依据).
    pub criterion: Option<Arc<Criterion>>,
    /// Who led and who signed the inspection that found it (检查人).
    pub inspectors: Vec<String>,
    /// The plan that is in force (责任人、措施、资金、期限、应急预案).
    pub plan: Option<hazard_plan::Model>,
    /// The regulators, each with its head (监管单位、监管责任人).
    pub regulators: Vec<(String, Option<String>)>,
    /// How much production is suspended now (是否停产).
    pub suspended: Option<SuspensionExtent>,
    /// The listing for supervision that is in force, or else the last one (督办).
    pub supervision: Option<supervision::Model>,
    /// What was last said of the rectification (整改进展).
    pub progress: Option<String>,
    /// Who accepted it (复查人).
    pub accepter: Option<String>,
    /// The conclusion of the acceptance (复查结论).
    pub conclusion: Option<String>,
    /// How often its deadline was extended (延期次数).
    pub extensions: u64,
}

/// All that the lines of some hazards need.
struct Facts {
    organizations: BTreeMap<Uuid, organization::Model>,
    units: Vec<organization::Model>,
    heads: BTreeMap<Uuid, Uuid>,
    criteria: BTreeMap<String, Arc<Criterion>>,
    inspections: BTreeMap<Uuid, inspection::Model>,
    inspection_of: BTreeMap<Uuid, Uuid>,
    plans: BTreeMap<Uuid, hazard_plan::Model>,
    suspensions: BTreeMap<Uuid, SuspensionExtent>,
    supervisions: BTreeMap<Uuid, supervision::Model>,
    events: BTreeMap<Uuid, Vec<ledger_event::Model>>,
    people: BTreeMap<Uuid, String>,
}

/// The lines of some hazards, each by its hazard's key.
pub async fn lines(db: &impl ConnectionTrait, ctx: &Context, hazards: &[hazard::Model]) -> Result<BTreeMap<Uuid, Line>> {
    if hazards.is_empty() {
        return Ok(BTreeMap::new());
    }
    let facts = Facts::read(db, ctx, hazards).await?;
    Ok(hazards.iter().filter_map(|row| Some((row.id, facts.line(row)?))).collect())
}

impl Facts {
    async fn read(db: &impl ConnectionTrait, ctx: &Context, hazards: &[hazard::Model]) -> Result<Self> {
        let ids: Vec<Uuid> = hazards.iter().map(|row| row.id).collect();
        let mut organizations = organizations(db, hazards.iter().map(|row| row.organization_id).collect()).await?;
        let villages = organizations.values().filter_map(|row| row.village_id).collect();
        organizations.extend(self::organizations(db, villages).await?);
        let units = organization::Entity::find()
            .filter(organization::Column::Kind.eq(OrganizationKind::Unit))
            .filter(organization::Column::State.eq(OrganizationState::Active))
            .order_by_asc(organization::Column::Name)
            .order_by_asc(organization::Column::Id)
            .all(db)
            .await?;
        let seats = membership::Entity::find()
            .filter(membership::Column::OrganizationId.is_in(units.iter().map(|unit| unit.id)))
            .filter(membership::Column::Position.eq(Position::Head))
            .filter(held_on(ctx.today()))
            .order_by_asc(membership::Column::Id)
            .all(db)
            .await?;
        let findings = finding::Entity::find().filter(finding::Column::Id.is_in(hazards.iter().filter_map(|row| row.finding_id))).all(db).await?;
        let inspection_of: BTreeMap<Uuid, Uuid> = findings.into_iter().map(|row| (row.id, row.inspection_id)).collect();
        let inspections = inspection::Entity::find().filter(inspection::Column::Id.is_in(inspection_of.values().copied())).all(db).await?;
        let codes: Vec<&str> = hazards.iter().filter_map(|row| row.criterion.as_deref()).collect();
        let mut facts = Self {
            organizations,
            heads: seats.iter().map(|seat| (seat.organization_id, seat.person_id)).collect(),
            criteria: criterion::of_codes(db, &codes).await?,
            inspections: inspections.into_iter().map(|row| (row.id, row)).collect(),
            inspection_of,
            plans: plans(db, &ids).await?,
            suspensions: suspensions(db, &ids).await?,
            supervisions: supervisions(db, &ids).await?,
            events: events(db, &ids).await?,
            units,
            people: BTreeMap::new(),
        };
        facts.people = people(db, facts.everybody(hazards)).await?;
        Ok(facts)
    }

    fn everybody(&self, hazards: &[hazard::Model]) -> BTreeSet<Uuid> {
        let inspectors = self.inspections.values().flat_map(|row| [Some(row.leader_id), row.signed_by]).flatten();
        let accepters = hazards.iter().filter_map(|row| row.accepted_by);
        inspectors.chain(accepters).chain(self.heads.values().copied()).collect()
    }

    fn line(&self, row: &hazard::Model) -> Option<Line> {
        let enterprise = self.organizations.get(&row.organization_id)?;
        let name = |id: Uuid| self.people.get(&id).cloned();
        let inspection = row.finding_id.and_then(|finding| self.inspections.get(self.inspection_of.get(&finding)?));
        let inspectors: Vec<Uuid> = inspection.map_or_else(Vec::new, |it| {
            let signer = it.signed_by.filter(|signer| *signer != it.leader_id);
            std::iter::once(it.leader_id).chain(signer).collect()
        });
        let watches = |unit: &&organization::Model| {
            enterprise.jurisdiction_path.starts_with(&unit.jurisdiction_path) && enterprise.sectors.0.iter().any(|sector| unit.sectors.0.contains(sector))
        };
        let events = self.events.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let last = |action: &str, fact: &str| {
            events.iter().rev().find(|event| event.action == action).and_then(|event| event.data.get(fact).and_then(Value::as_str)).map(str::to_owned)
        };
        Some(Line {
            enterprise: enterprise.name.clone(),
            village: enterprise.village_id.and_then(|id| self.organizations.get(&id)).map(|village| village.name.clone()),
            sectors: row.sector.map_or_else(|| enterprise.sectors.0.clone(), |sector| vec![sector]),
            criterion: row.criterion.as_deref().and_then(|code| self.criteria.get(code)).cloned(),
            inspectors: inspectors.into_iter().filter_map(name).collect(),
            plan: self.plans.get(&row.id).cloned(),
            regulators: self.units.iter().filter(watches).map(|unit| (unit.name.clone(), self.heads.get(&unit.id).and_then(|head| name(*head)))).collect(),
            suspended: self.suspensions.get(&row.id).copied(),
            supervision: self.supervisions.get(&row.id).cloned(),
            progress: last("HAZARD_PROGRESS", "text"),
            accepter: row.accepted_by.and_then(name),
            conclusion: row.closed_on.and_then(|_| last("HAZARD_ACCEPTED", "conclusion")),
            extensions: events.iter().filter(|event| event.action == "HAZARD_EXTENDED").count() as u64,
        })
    }
}

async fn organizations(db: &impl ConnectionTrait, ids: BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, organization::Model>> {
    let rows = organization::Entity::find().filter(organization::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

async fn people(db: &impl ConnectionTrait, ids: BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, String>> {
    let names = person::Entity::find().select_only().columns([person::Column::Id, person::Column::Name]);
    let rows: Vec<(Uuid, String)> = names.filter(person::Column::Id.is_in(ids)).into_tuple().all(db).await?;
    Ok(rows.into_iter().collect())
}

/// The last plan of each hazard that is in force.
async fn plans(db: &impl ConnectionTrait, hazards: &[Uuid]) -> Result<BTreeMap<Uuid, hazard_plan::Model>> {
    let rows = hazard_plan::Entity::find()
        .filter(hazard_plan::Column::HazardId.is_in(hazards.iter().copied()))
        .filter(hazard_plan::Column::Consent.is_in(PlanConsent::IN_FORCE))
        .order_by_asc(hazard_plan::Column::Version)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.hazard_id, row)).collect())
}

/// How much production is suspended because of each hazard: in whole before in part.
async fn suspensions(db: &impl ConnectionTrait, hazards: &[Uuid]) -> Result<BTreeMap<Uuid, SuspensionExtent>> {
    let rows = suspension::Entity::find()
        .filter(suspension::Column::HazardId.is_in(hazards.iter().copied()))
        .filter(suspension::Column::ResumedOn.is_null())
        .filter(suspension::Column::ReplacedBy.is_null())
        .all(db)
        .await?;
    let mut all = BTreeMap::new();
    for row in rows {
        let extent = all.entry(row.hazard_id).or_insert(row.extent);
        if row.extent == SuspensionExtent::Whole {
            *extent = row.extent;
        }
    }
    Ok(all)
}

/// The listing of each hazard that is in force, or else the last one.
async fn supervisions(db: &impl ConnectionTrait, hazards: &[Uuid]) -> Result<BTreeMap<Uuid, supervision::Model>> {
    let mut rows = supervision::Entity::find().filter(supervision::Column::HazardId.is_in(hazards.iter().copied())).all(db).await?;
    rows.sort_by_key(|row| (row.lifted_on.is_none(), row.listed_on, row.id));
    Ok(rows.into_iter().map(|row| (row.hazard_id, row)).collect())
}

/// What happened to each hazard that the list tells, in the order in which it did.
async fn events(db: &impl ConnectionTrait, hazards: &[Uuid]) -> Result<BTreeMap<Uuid, Vec<ledger_event::Model>>> {
    let rows = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectKind.eq(Noun::Hazard.code()))
        .filter(ledger_event::Column::SubjectId.is_in(hazards.iter().copied()))
        .filter(ledger_event::Column::Action.is_in(["HAZARD_PROGRESS", "HAZARD_ACCEPTED", "HAZARD_EXTENDED"]))
        .order_by_asc(ledger_event::Column::RecordedAt)
        .order_by_asc(ledger_event::Column::Id)
        .all(db)
        .await?;
    let mut all: BTreeMap<Uuid, Vec<ledger_event::Model>> = BTreeMap::new();
    for row in rows {
        all.entry(row.subject_id).or_default().push(row);
    }
    Ok(all)
}
