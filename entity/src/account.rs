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
    /// The argon2id hash of the password.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// Since when it is closed.
    pub disabled_at: Option<DateTimeUtc>,
    /// When it was opened.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
