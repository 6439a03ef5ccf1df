//! A rulebook (方案) as loaded: the file's own text, so that every server and worker reads the same.

use sea_orm::entity::prelude::*;

/// A rulebook (方案) as loaded: the file's own text, so that every server and worker reads the same.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rulebook")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique, column_type = "Text")]
    pub code: String,
    /// The TOML text.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// SHA-256 of the text.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// Whether the campaign runs by it.
    pub active: bool,
    /// When it was loaded.
    pub loaded_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
