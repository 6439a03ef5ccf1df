//! The enterprises that an activity names, e.g. those told of the criteria.

use sea_orm::entity::prelude::*;

/// The enterprises that an activity names, e.g. those told of the criteria.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "activity_enterprise")]
pub struct Model {
    /// Which activity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub activity_id: Uuid,
    /// Which enterprise.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
