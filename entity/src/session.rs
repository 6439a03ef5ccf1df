//! A login (会话). The token itself is known only to who logged in.

use sea_orm::entity::prelude::*;

/// A login (会话). The token itself is known only to who logged in.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub account_id: Uuid,
    /// SHA-256 of the token.
    #[sea_orm(unique, column_type = "Text")]
    pub token_hash: String,
    /// When it began.
    pub created_at: DateTimeUtc,
    /// When it ends by itself.
    pub expires_at: DateTimeUtc,
    /// When it was ended.
    pub revoked_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
