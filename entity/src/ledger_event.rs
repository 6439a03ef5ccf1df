//! A change in the ledger (留痕): what, by whom, when it was true and when it was recorded. Append-only.

use sea_orm::entity::prelude::*;

/// A change in the ledger (留痕): what, by whom, when it was true and when it was recorded. Append-only.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose matter it is.
    pub organization_id: Option<Uuid>,
    /// What kind of thing changed.
    #[sea_orm(column_type = "Text")]
    pub subject_kind: String,
    /// Which.
    pub subject_id: Uuid,
    /// What happened, in SCREAMING_SNAKE_CASE.
    #[sea_orm(column_type = "Text")]
    pub action: String,
    /// The person who did it; none: the engine or the command line.
    pub actor_id: Option<Uuid>,
    /// The facts of the change.
    #[sea_orm(column_type = "JsonBinary")]
    pub data: Json,
    /// When it became true.
    pub true_at: DateTimeUtc,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
