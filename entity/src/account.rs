//! What a person logs in with (账号).

use sea_orm::entity::prelude::*;

/// What a person logs in with (账号).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    #[sea_orm(unique)]
    pub person_id: Uuid,
    /// The name to log in with.
    #[sea_orm(unique, column_type = "Text")]
    pub login: String,
    /// The argon2id hash of the password; empty: none was set yet.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// Since when it is closed.
    pub disabled_at: Option<DateTimeUtc>,
    /// When it was opened.
    pub created_at: DateTimeUtc,
    /// The secret of the second factor, in Base32; it counts from `totp_since` on.
    #[sea_orm(column_type = "Text", nullable)]
    pub totp_secret: Option<String>,
    /// Since when a second factor is asked for.
    pub totp_since: Option<DateTimeUtc>,
    /// The time step of the last code that was taken: no code is taken twice.
    pub totp_step: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
