//! Somebody whom a drill or an activity names (参加人员).

use sea_orm::entity::prelude::*;

/// Somebody whom a drill or an activity names (参加人员).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attendance")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which activity, if it is one.
    pub activity_id: Option<Uuid>,
    /// Which drill, if it is one.
    pub drill_id: Option<Uuid>,
    /// The place in the list, from 1.
    pub ordinal: i32,
    /// The name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The person, where known to the ledger.
    pub person_id: Option<Uuid>,
    /// As what.
    #[sea_orm(column_type = "Text", nullable)]
    pub role: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
