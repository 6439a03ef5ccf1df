//! The directory (名册) of those who may be told: read for many organizations by a fixed number of statements, and asked as often as
//! one likes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use redline_domain::{AddressState, Audience, OrganizationKind, OrganizationState, Position};
use redline_entity::{membership, organization, person};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Ranked;
use crate::{Result, actor::held_on};

/// How many keys a statement names at most.
const CHUNK: usize = 1_000;

const OFFICER_FIRST: &[Position] = &[Position::SafetyOfficer, Position::Head, Position::Deputy];
const HEAD_ONLY: &[Position] = &[Position::Head];

/// A position that somebody holds: as what, since when, which, who.
type Seat = (Position, NaiveDate, Uuid, Uuid);

/// Who may be told of the matters of some organizations on one day.
pub struct Directory {
    /// The units and offices of the jurisdictions above them, in the order of their keys.
    above: Vec<organization::Model>,
    seats: BTreeMap<Uuid, Vec<Seat>>,
    people: BTreeMap<Uuid, person::Model>,
}

impl Directory {
    /// Reads whom these audiences mean for these organizations, and those who own a duty of theirs.
    pub async fn of(
        db: &impl ConnectionTrait,
        audiences: &[Audience],
        organizations: impl IntoIterator<Item = &organization::Model> + Clone,
        owners: impl IntoIterator<Item = Uuid>,
        on: NaiveDate,
    ) -> Result<Self> {
        let mut directory = Self { above: above(db, audiences, organizations.clone()).await?, seats: BTreeMap::new(), people: BTreeMap::new() };
        let mut bodies: BTreeSet<Uuid> = directory.above.iter().map(|body| body.id).collect();
        for organization in organizations {
            if audiences.iter().any(|audience| matches!(audience, Audience::Responsible | Audience::Head)) {
                bodies.insert(organization.id);
            }
            bodies.extend(organization.village_id.filter(|_| audiences.contains(&Audience::Village)));
        }
        for bodies in chunks(bodies) {
            let seats: Vec<(Uuid, Position, NaiveDate, Uuid, Uuid)> = membership::Entity::find()
                .select_only()
                .column(membership::Column::OrganizationId)
                .columns([membership::Column::Position, membership::Column::Since, membership::Column::Id, membership::Column::PersonId])
                .filter(membership::Column::OrganizationId.is_in(bodies))
                .filter(membership::Column::Position.is_in(OFFICER_FIRST.iter().copied()))
                .filter(held_on(on))
                .into_tuple()
                .all(db)
                .await?;
            for (body, position, since, id, person) in seats {
                directory.seats.entry(body).or_default().push((position, since, id, person));
            }
        }
        let holders = directory.seats.values().flatten().map(|seat| seat.3).collect();
        directory.read_people(db, holders, true).await?;
        // Whoever owns a duty is told by name, whatever is known of the address.
        let unknown = owners.into_iter().filter(|owner| !directory.people.contains_key(owner)).collect();
        directory.read_people(db, unknown, false).await?;
        Ok(directory)
    }

    async fn read_people(&mut self, db: &impl ConnectionTrait, ids: BTreeSet<Uuid>, reachable: bool) -> Result<()> {
        for ids in chunks(ids) {
            let mut people = person::Entity::find().filter(person::Column::Id.is_in(ids));
            if reachable {
                people = people.filter(person::Column::Email.is_not_null()).filter(person::Column::EmailState.eq(AddressState::Good));
            }
            self.people.extend(people.all(db).await?.into_iter().map(|person| (person.id, person)));
        }
        Ok(())
    }

    /// Who is meant by an audience: a list for each body that it names, the first one first. An empty answer means that nobody is
    /// there to be told.
    pub fn meant(&self, audience: Audience, organization: &organization::Model, owner: Option<Uuid>) -> Vec<Vec<&person::Model>> {
        let mut lists = match audience {
            Audience::Responsible => {
                let mut list = self.ranked(organization.id, OFFICER_FIRST);
                if let Some(owner) = owner {
                    match list.iter().position(|person| person.id == owner) {
                        Some(at) => list[..=at].rotate_right(1),
                        None => list.splice(0..0, self.people.get(&owner)).for_each(drop),
                    }
                }
                vec![list]
            }
            Audience::Head => vec![self.ranked(organization.id, HEAD_ONLY)],
            Audience::Village => organization.village_id.map(|village| self.ranked(village, OFFICER_FIRST)).into_iter().collect(),
            Audience::Regulator => self
                .above(OrganizationKind::Unit, organization)
                .filter(|unit| regulates(unit, organization))
                .map(|unit| self.ranked(unit.id, OFFICER_FIRST))
                .collect(),
            Audience::SafetyOffice => self.above(OrganizationKind::SafetyOffice, organization).map(|office| self.ranked(office.id, OFFICER_FIRST)).collect(),
            Audience::DisciplineOffice => {
                self.above(OrganizationKind::DisciplineOffice, organization).map(|office| self.ranked(office.id, OFFICER_FIRST)).collect()
            }
        };
        lists.retain(|list| !list.is_empty());
        lists
    }

    /// The same, to keep.
    pub(super) fn cloned(&self, audience: Audience, organization: &organization::Model, owner: Option<Uuid>) -> Vec<Ranked> {
        self.meant(audience, organization, owner).into_iter().map(|list| list.into_iter().cloned().collect()).collect()
    }

    fn above(&self, kind: OrganizationKind, organization: &organization::Model) -> impl Iterator<Item = &organization::Model> {
        self.above.iter().filter(move |body| body.kind == kind && organization.jurisdiction_path.starts_with(&body.jurisdiction_path))
    }

    /// The people of a body in those positions who can be reached by mail, in the order of the positions.
    fn ranked(&self, body: Uuid, order: &[Position]) -> Vec<&person::Model> {
        let mut seats: Vec<(usize, &Seat)> =
            self.seats.get(&body).into_iter().flatten().filter_map(|seat| Some((order.iter().position(|&position| position == seat.0)?, seat))).collect();
        seats.sort_by_key(|(rank, (_, since, id, _))| (*rank, *since, *id));
        let mut list: Vec<&person::Model> = Vec::new();
        for (_, (.., holder)) in seats {
            let Some(person) = self.people.get(holder).filter(|person| is_reachable(person)) else { continue };
            if !list.iter().any(|known| known.id == person.id) {
                list.push(person);
            }
        }
        list
    }
}

/// Whether mail can reach a person. Who owns a duty is in the directory even if it cannot.
fn is_reachable(person: &person::Model) -> bool {
    person.email.is_some() && person.email_state == AddressState::Good
}

/// Whether a unit watches over a sector of an enterprise.
fn regulates(unit: &organization::Model, enterprise: &organization::Model) -> bool {
    enterprise.kind == OrganizationKind::Enterprise && unit.sectors.0.iter().any(|sector| enterprise.sectors.0.contains(sector))
}

/// The units and offices that these audiences can mean, in the jurisdictions in which the organizations lie and in those above.
async fn above<'a>(
    db: &impl ConnectionTrait,
    audiences: &[Audience],
    organizations: impl IntoIterator<Item = &'a organization::Model>,
) -> Result<Vec<organization::Model>> {
    let kind = organization::Column::Kind;
    let mut kinds = Condition::any();
    for audience in audiences {
        kinds = match audience {
            Audience::Regulator => {
                kinds.add(Condition::all().add(kind.eq(OrganizationKind::Unit)).add(organization::Column::State.eq(OrganizationState::Active)))
            }
            Audience::SafetyOffice => kinds.add(kind.eq(OrganizationKind::SafetyOffice)),
            Audience::DisciplineOffice => kinds.add(kind.eq(OrganizationKind::DisciplineOffice)),
            Audience::Responsible | Audience::Head | Audience::Village => kinds,
        };
    }
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let mut paths = BTreeSet::new();
    for organization in organizations {
        let path = &organization.jurisdiction_path;
        paths.extend(path.match_indices('/').map(|(at, _)| path[..=at].to_owned()));
    }
    let mut bodies = Vec::new();
    for paths in chunks(paths) {
        bodies.extend(organization::Entity::find().filter(kinds.clone()).filter(organization::Column::JurisdictionPath.is_in(paths)).all(db).await?);
    }
    bodies.sort_by_key(|body| body.id);
    Ok(bodies)
}

fn chunks<T: Clone>(all: BTreeSet<T>) -> Vec<Vec<T>> {
    let all: Vec<T> = all.into_iter().collect();
    all.chunks(CHUNK).map(<[T]>::to_vec).collect()
}
