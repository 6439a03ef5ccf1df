//! A challenge that was used for a report (已用挑战): remembered until it expires, so that no proof of work counts twice.

use sea_orm::entity::prelude::*;

/// A challenge that was used for a report (已用挑战): remembered until it expires, so that no proof of work counts twice.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tip_challenge")]
pub struct Model {
    /// The SHA-256 of the challenge.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub challenge_hash: String,
    /// When it need not be remembered any more.
    pub expires_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
