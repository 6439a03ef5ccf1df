//! How an organization was classified from a day on (分类历史). Its duties follow from all of these rows.

use sea_orm::entity::prelude::*;

use crate::json::{Sectors, Traits};

/// How an organization was classified from a day on (分类历史). Its duties follow from all of these rows.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "classification")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which organization.
    pub organization_id: Uuid,
    /// The first day on which it holds.
    pub effective_on: Date,
    /// Its sectors from then on.
    #[sea_orm(column_type = "JsonBinary")]
    pub sectors: Sectors,
    /// Its traits from then on.
    #[sea_orm(column_type = "JsonBinary")]
    pub traits: Traits,
    /// Why it changed.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// The person who recorded it.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
