//! A meeting, study, training or other activity (活动).

use redline_domain::{ActivityKind, RecordState};
use sea_orm::entity::prelude::*;

/// A meeting, study, training or other activity (活动).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "activity")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub organization_id: Uuid,
    /// Its kind.
    pub kind: ActivityKind,
    /// What it was.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// The day on which it was held.
    pub occurred_on: Date,
    /// How many took part.
    pub participants: i32,
    /// How many were expected.
    pub expected: Option<i32>,
    /// Who led it.
    pub led_by: Option<Uuid>,
    /// What was done.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    /// Draft, signed or voided.
    pub state: RecordState,
    /// Why it was voided.
    #[sea_orm(column_type = "Text", nullable)]
    pub voided_reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// Who recorded it.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
