//! Whether every enterprise of a regulator's sectors was told (宣传覆盖).

use std::collections::{BTreeMap, BTreeSet};

use redline_domain::{OrganizationKind, OrganizationState};
use redline_entity::{activity, activity_enterprise, organization, organization_sector};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Query};
use uuid::Uuid;

use crate::Result;

/// Those activities, in the order in which they were held, by each of which, together with those before it, every enterprise of
/// the unit's sectors that had joined by then was named.
pub(super) async fn naming_all<'a>(db: &impl ConnectionTrait, unit: &organization::Model, rows: Vec<&'a activity::Model>) -> Result<Vec<&'a activity::Model>> {
    if rows.is_empty() {
        return Ok(rows);
    }
    let mut named = named(db, rows.iter().map(|row| row.id)).await?;
    let enterprises = regulated(db, unit).await?;
    let mut seen = BTreeSet::new();
    let mut complete = Vec::new();
    for row in rows {
        seen.extend(named.remove(&row.id).unwrap_or_default());
        if enterprises.iter().filter(|enterprise| enterprise.joined_on <= row.occurred_on).all(|enterprise| seen.contains(&enterprise.id)) {
            complete.push(row);
        }
    }
    Ok(complete)
}

/// The enterprises that each activity names.
pub(crate) async fn named(db: &impl ConnectionTrait, activities: impl Iterator<Item = Uuid>) -> Result<BTreeMap<Uuid, Vec<Uuid>>> {
    let mut named: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for row in activity_enterprise::Entity::find().filter(activity_enterprise::Column::ActivityId.is_in(activities)).all(db).await? {
        named.entry(row.activity_id).or_default().push(row.organization_id);
    }
    Ok(named)
}

/// The enterprises that a regulator watches over: those in its jurisdiction with one of its sectors.
pub async fn regulated(db: &impl ConnectionTrait, unit: &organization::Model) -> Result<Vec<organization::Model>> {
    let with_sector = Query::select()
        .column(organization_sector::Column::OrganizationId)
        .from(organization_sector::Entity)
        .and_where(organization_sector::Column::Sector.is_in(unit.sectors.0.iter().copied()))
        .to_owned();
    let mut enterprises = organization::Entity::find()
        .filter(organization::Column::Kind.eq(OrganizationKind::Enterprise))
        .filter(organization::Column::State.eq(OrganizationState::Active))
        .filter(organization::Column::JurisdictionPath.starts_with(&unit.jurisdiction_path))
        .filter(organization::Column::Id.in_subquery(with_sector))
        .order_by_asc(organization::Column::Id)
        .all(db)
        .await?;
    // `LIKE` takes `_` and `%` of a path for any character.
    enterprises.retain(|enterprise| enterprise.jurisdiction_path.starts_with(&unit.jurisdiction_path));
    Ok(enterprises)
}
