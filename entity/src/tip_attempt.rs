//! That an address did something of which the number in an hour is limited (频次). It names no report, and no address.

use sea_orm::entity::prelude::*;

/// That an address did something of which the number in an hour is limited (频次). It names no report, and no address.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tip_attempt")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What: `SUBMITTED`, `ADDED` or `WRONG_RECEIPT`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// A keyed hash of the address and the day, which nobody can turn back.
    #[sea_orm(column_type = "Text")]
    pub address_hash: String,
    /// When.
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
