//! Something wrong that an inspection found (检查发现). Each becomes a hazard.

use sea_orm::entity::prelude::*;

/// Something wrong that an inspection found (检查发现). Each becomes a hazard.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "finding")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// In which inspection.
    pub inspection_id: Uuid,
    /// Its number in the inspection, from 1.
    pub ordinal: i32,
    /// What is wrong.
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// Where.
    #[sea_orm(column_type = "Text", nullable)]
    pub location: Option<String>,
    /// The hazard that it became.
    pub hazard_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
