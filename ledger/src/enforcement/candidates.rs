//! Closure candidates (提请关闭对象): enterprises that were penalised again and again while a major hazard is still there, clause 2.2.3.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use redline_domain::{
    EnforcementKind, EnforcementState, HazardGrade, HazardState, Word,
    enforcement::closure::{Candidacy, OpenHazard, Penalty, closure_candidate},
    permission::Scope,
};
use redline_entity::{enforcement, hazard, organization, scoped};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::SelectStatement};
use uuid::Uuid;

use crate::Result;

/// An enterprise that is to be referred for closure, with why.
#[derive(Clone, Debug)]
pub struct ClosureCandidate {
    /// Which.
    pub organization: organization::Model,
    /// Why.
    pub candidacy: Candidacy,
    /// The penalties of the span.
    pub penalties: Vec<enforcement::Model>,
    /// The major hazards that are still open.
    pub hazards: Vec<hazard::Model>,
}

/// The closure candidates of a day within a scope, by the day of their last penalty, the latest first. By how many statements it
/// is answered does not depend on how many there are.
pub async fn candidates(db: &impl ConnectionTrait, within: &Scope, on: NaiveDate) -> Result<Vec<ClosureCandidate>> {
    let within = scoped::organization_ids(within, None);
    let penalised = penalised(within, on);
    let penalties = by_organization(penalties(penalised.clone(), on).all(db).await?, |row| row.organization_id);
    let hazards = by_organization(open_hazards(penalised, on).all(db).await?, |row| row.organization_id);
    let mut found: Vec<(Uuid, Candidacy)> = penalties.iter().filter_map(|(&id, penalties)| Some((id, candidacy(penalties, hazards.get(&id)?, on)?))).collect();
    found.sort_by_key(|(id, candidacy)| (std::cmp::Reverse(candidacy.until()), *id));
    let rows = organization::Entity::find().filter(organization::Column::Id.is_in(found.iter().map(|(id, _)| *id))).all(db).await?;
    let mut rows: HashMap<Uuid, organization::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    let of = |(id, candidacy): (Uuid, Candidacy)| {
        let cited = |row: &&enforcement::Model| candidacy.penalties.iter().any(|(penalty, _)| *penalty == row.id);
        Some(ClosureCandidate {
            organization: rows.remove(&id)?,
            penalties: penalties.get(&id)?.iter().filter(cited).cloned().collect(),
            hazards: hazards.get(&id)?.iter().filter(|row| candidacy.hazards.contains(&row.id)).cloned().collect(),
            candidacy,
        })
    };
    Ok(found.into_iter().filter_map(of).collect())
}

/// Whether one enterprise is a closure candidate on a day.
pub async fn candidate(db: &impl ConnectionTrait, organization: Uuid, on: NaiveDate) -> Result<Option<Candidacy>> {
    let only = Scope { organizations: vec![organization], ..Scope::default() };
    let penalised = penalised(scoped::organization_ids(&only, None), on);
    Ok(candidacy(&penalties(penalised.clone(), on).all(db).await?, &open_hazards(penalised, on).all(db).await?, on))
}

fn candidacy(penalties: &[enforcement::Model], hazards: &[hazard::Model], on: NaiveDate) -> Option<Candidacy> {
    let penalties: Vec<Penalty> =
        penalties.iter().map(|row| Penalty { id: row.id, decided_on: row.decided_on, pair: row.pair_id, number: row.number.clone() }).collect();
    let hazards: Vec<OpenHazard> = hazards.iter().map(|row| OpenHazard { id: row.id, found_on: row.found_on }).collect();
    closure_candidate(&penalties, &hazards, on)
}

/// The penalties of the enterprises themselves that are in force; the head's halves of pairs are not among them.
fn in_force(on: NaiveDate) -> Condition {
    let kinds = EnforcementKind::ALL.iter().copied().filter(|kind| kind.is_penalty());
    Condition::all()
        .add(enforcement::Column::State.eq(EnforcementState::InForce))
        .add(enforcement::Column::Kind.is_in(kinds))
        .add(enforcement::Column::PersonId.is_null())
        .add(enforcement::Column::PersonName.is_null())
        .add(enforcement::Column::DecidedOn.lte(on))
}

/// The organizations with so many penalties that the law may name them.
fn penalised(within: Option<SelectStatement>, on: NaiveDate) -> SelectStatement {
    let mut select = enforcement::Entity::find().select_only().column(enforcement::Column::OrganizationId).filter(in_force(on));
    if let Some(within) = within {
        select = select.filter(enforcement::Column::OrganizationId.in_subquery(within));
    }
    select.group_by(enforcement::Column::OrganizationId).having(enforcement::Column::Id.count().gte(3)).into_query()
}

fn penalties(penalised: SelectStatement, on: NaiveDate) -> sea_orm::Select<enforcement::Entity> {
    enforcement::Entity::find()
        .filter(in_force(on))
        .filter(enforcement::Column::OrganizationId.in_subquery(penalised))
        .order_by_asc(enforcement::Column::DecidedOn)
        .order_by_asc(enforcement::Column::Id)
}

fn open_hazards(penalised: SelectStatement, on: NaiveDate) -> sea_orm::Select<hazard::Entity> {
    let open = Condition::any().add(hazard::Column::State.ne(HazardState::Closed)).add(hazard::Column::ClosedOn.gt(on));
    hazard::Entity::find()
        .filter(hazard::Column::Grade.eq(HazardGrade::Major))
        .filter(open)
        .filter(hazard::Column::OrganizationId.in_subquery(penalised))
        .order_by_asc(hazard::Column::FoundOn)
        .order_by_asc(hazard::Column::Id)
}

fn by_organization<T>(rows: Vec<T>, organization: impl Fn(&T) -> Uuid) -> BTreeMap<Uuid, Vec<T>> {
    let mut lists: BTreeMap<Uuid, Vec<T>> = BTreeMap::new();
    for row in rows {
        lists.entry(organization(&row)).or_default().push(row);
    }
    lists
}
