//! A key (接口密钥) by which a program asks in a person's name. The token itself is known only to who had it made.

use sea_orm::entity::prelude::*;

/// A key (接口密钥) by which a program asks in a person's name. The token itself is known only to who had it made.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_key")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub account_id: Uuid,
    /// What it is for, in words.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// SHA-256 of the token.
    #[sea_orm(unique, column_type = "Text")]
    pub token_hash: String,
    /// Whether it may change anything.
    pub may_write: bool,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it ends by itself.
    pub expires_at: DateTimeUtc,
    /// When it was ended.
    pub revoked_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
