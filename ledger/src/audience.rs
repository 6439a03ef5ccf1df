//! Who is meant by an audience of the ladder (通知对象), for one organization on one day.

use chrono::NaiveDate;
use redline_domain::{AddressState, Audience, OrganizationKind, OrganizationState, Position};
use redline_entity::{membership, organization, organization_sector, person};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query};
use uuid::Uuid;

use crate::{Result, actor::held_on};

/// Those of one body who may be told, the first one first. Of each such list one person is told.
pub type Ranked = Vec<person::Model>;

/// Who is meant by an audience: a list for each body that it names. An empty answer means that nobody is there to be told.
pub async fn resolve(
    db: &impl ConnectionTrait,
    audience: Audience,
    organization: &organization::Model,
    owner: Option<Uuid>,
    on: NaiveDate,
) -> Result<Vec<Ranked>> {
    const OFFICER_FIRST: &[Position] = &[Position::SafetyOfficer, Position::Head, Position::Deputy];
    const HEAD_FIRST: &[Position] = &[Position::Head];
    let mut lists = Vec::new();
    match audience {
        Audience::Responsible => {
            let mut list = ranked(db, organization.id, OFFICER_FIRST, on).await?;
            if let Some(owner) = owner {
                match list.iter().position(|person| person.id == owner) {
                    Some(at) => list[..=at].rotate_right(1),
                    None => list.splice(0..0, person::Entity::find_by_id(owner).one(db).await?).for_each(drop),
                }
            }
            lists.push(list);
        }
        Audience::Head => lists.push(ranked(db, organization.id, HEAD_FIRST, on).await?),
        Audience::Village => {
            if let Some(village) = organization.village_id {
                lists.push(ranked(db, village, OFFICER_FIRST, on).await?);
            }
        }
        Audience::Regulator => {
            for unit in regulators(db, organization).await? {
                lists.push(ranked(db, unit, OFFICER_FIRST, on).await?);
            }
        }
        Audience::SafetyOffice => lists.extend(office(db, OrganizationKind::SafetyOffice, organization, OFFICER_FIRST, on).await?),
        Audience::DisciplineOffice => lists.extend(office(db, OrganizationKind::DisciplineOffice, organization, OFFICER_FIRST, on).await?),
    }
    lists.retain(|list| !list.is_empty());
    Ok(lists)
}

/// The regulators (监管单位) of an enterprise: the units of a jurisdiction above it that watch over one of its sectors.
pub async fn regulators(db: &impl ConnectionTrait, enterprise: &organization::Model) -> Result<Vec<Uuid>> {
    if enterprise.kind != OrganizationKind::Enterprise {
        return Ok(Vec::new());
    }
    let with_sector = Query::select()
        .column(organization_sector::Column::OrganizationId)
        .from(organization_sector::Entity)
        .and_where(organization_sector::Column::Sector.is_in(enterprise.sectors.0.iter().copied()))
        .to_owned();
    let units = organization::Entity::find()
        .filter(organization::Column::Kind.eq(OrganizationKind::Unit))
        .filter(organization::Column::State.eq(OrganizationState::Active))
        .filter(organization::Column::Id.in_subquery(with_sector))
        .order_by_asc(organization::Column::Id)
        .all(db)
        .await?;
    Ok(units.into_iter().filter(|unit| enterprise.jurisdiction_path.starts_with(&unit.jurisdiction_path)).map(|unit| unit.id).collect())
}

async fn office(
    db: &impl ConnectionTrait,
    kind: OrganizationKind,
    organization: &organization::Model,
    order: &[Position],
    on: NaiveDate,
) -> Result<Vec<Ranked>> {
    let offices = organization::Entity::find().filter(organization::Column::Kind.eq(kind)).order_by_asc(organization::Column::Id).all(db).await?;
    let mut lists = Vec::new();
    for office in offices.into_iter().filter(|office| organization.jurisdiction_path.starts_with(&office.jurisdiction_path)) {
        lists.push(ranked(db, office.id, order, on).await?);
    }
    Ok(lists)
}

/// The people of an organization in those positions who can be reached by mail, in the order of the positions.
async fn ranked(db: &impl ConnectionTrait, organization: Uuid, order: &[Position], on: NaiveDate) -> Result<Ranked> {
    let mut seats: Vec<(Position, chrono::NaiveDate, Uuid, Uuid)> = membership::Entity::find()
        .select_only()
        .columns([membership::Column::Position, membership::Column::Since, membership::Column::Id, membership::Column::PersonId])
        .filter(membership::Column::OrganizationId.eq(organization))
        .filter(membership::Column::Position.is_in(order.iter().copied()))
        .filter(held_on(on))
        .into_tuple()
        .all(db)
        .await?;
    seats.sort_by_key(|&(position, since, id, _)| (order.iter().position(|&p| p == position), since, id));
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(seats.iter().map(|seat| seat.3)))
        .filter(person::Column::Email.is_not_null())
        .filter(person::Column::EmailState.eq(AddressState::Good))
        .all(db)
        .await?;
    let mut list = Ranked::new();
    for (.., id) in seats {
        if let Some(person) = people.iter().find(|person| person.id == id)
            && !list.iter().any(|known| known.id == id)
        {
            list.push(person.clone());
        }
    }
    Ok(list)
}
