//! The sectors of an organization, one row each, for searching and scoping.

use redline_domain::Sector;
use sea_orm::entity::prelude::*;

/// The sectors of an organization, one row each, for searching and scoping.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization_sector")]
pub struct Model {
    /// Which organization.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// Which sector.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sector: Sector,
}

impl ActiveModelBehavior for ActiveModel {}
