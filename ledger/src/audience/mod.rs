//! Who is meant by an audience of the ladder (通知对象), for one organization on one day.

mod directory;

use chrono::NaiveDate;
use redline_domain::{Audience, OrganizationKind, OrganizationState};
use redline_entity::{organization, organization_sector, person};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Query};
use uuid::Uuid;

use crate::Result;

pub use directory::Directory;

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
    Ok(Directory::of(db, &[audience], [organization], owner, on).await?.cloned(audience, organization, owner))
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
