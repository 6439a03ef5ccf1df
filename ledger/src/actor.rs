//! Who asks: a person with the seats that he or she holds today.

use chrono::NaiveDate;
use redline_domain::permission::{Actor, Seat, Subject};
use redline_domain::{OrganizationState, Trait};
use redline_entity::{membership, organization};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{Error, Result};

/// The actor that a person is on a day: every position held then, each with what its organization is.
pub async fn load(db: &impl ConnectionTrait, person: Uuid, on: NaiveDate) -> Result<Actor> {
    let memberships =
        membership::Entity::find().filter(membership::Column::PersonId.eq(person)).filter(held_on(on)).order_by_asc(membership::Column::Id).all(db).await?;
    let organizations = organization::Entity::find().filter(organization::Column::Id.is_in(memberships.iter().map(|m| m.organization_id))).all(db).await?;
    let seats = memberships
        .iter()
        .filter_map(|membership| {
            let organization = organizations.iter().find(|o| o.id == membership.organization_id && o.state != OrganizationState::Closed)?;
            Some(Seat {
                organization: organization.id,
                kind: organization.kind,
                position: membership.position,
                jurisdiction: organization.jurisdiction_path.clone(),
                sectors: organization.sectors.0.clone(),
                enforcement_power: organization.traits.0.contains(&Trait::EnforcementPower),
            })
        })
        .collect();
    Ok(Actor { person: Some(person), seats, operator: false })
}

/// The memberships that were held on a day.
pub fn held_on(day: NaiveDate) -> Condition {
    Condition::all()
        .add(membership::Column::Since.lte(day))
        .add(Condition::any().add(membership::Column::Until.is_null()).add(membership::Column::Until.gt(day)))
}

/// An organization as that which something concerns.
pub fn subject(organization: &organization::Model) -> Subject<'_> {
    Subject {
        organization: organization.id,
        kind: organization.kind,
        village: organization.village_id,
        jurisdiction: &organization.jurisdiction_path,
        sectors: &organization.sectors.0,
    }
}

/// An organization by its key.
pub async fn organization(db: &impl ConnectionTrait, id: Uuid) -> Result<organization::Model> {
    organization::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}
