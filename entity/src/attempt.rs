//! That somebody did something of which the number in an hour is limited (频次). It names no report, no login and no address.

use sea_orm::entity::prelude::*;

/// That somebody did something of which the number in an hour is limited (频次). It names no report, no login and no address.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attempt")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What, e.g. `SUBMITTED` for a report by the public or `SIGN_IN`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// A keyed hash of who did it, e.g. of an address and the day, which nobody can turn back.
    #[sea_orm(column_type = "Text")]
    pub who_hash: String,
    /// When.
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
