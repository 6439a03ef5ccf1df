//! A record that counts for a window (履职记录).

use redline_domain::RecordKind;
use sea_orm::entity::prelude::*;

/// A record that counts for a window (履职记录).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// For which window.
    pub window_id: Uuid,
    /// What kind of record.
    pub record_kind: RecordKind,
    /// Which record.
    pub record_id: Uuid,
    /// Which of the rule's requirements it meets, from 0.
    pub requirement: i32,
    /// The day on which it happened.
    pub done_on: Date,
    /// Whether that was after the due date.
    pub late: bool,
    /// When the record was made.
    pub recorded_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
