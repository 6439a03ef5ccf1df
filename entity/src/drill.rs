//! An emergency drill (应急演练).

use redline_domain::{DrillForm, DrillScope, RecordState};
use sea_orm::entity::prelude::*;

/// An emergency drill (应急演练).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drill")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub organization_id: Uuid,
    /// What was drilled.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// The scenario.
    #[sea_orm(column_type = "Text")]
    pub scenario: String,
    /// The emergency plan that it tried out, in words.
    #[sea_orm(column_type = "Text", nullable)]
    pub plan: Option<String>,
    /// What kind of plan that is.
    pub scope: Option<DrillScope>,
    /// How it was held.
    pub form: Option<DrillForm>,
    /// The day on which it was held.
    pub occurred_on: Date,
    /// How many took part.
    pub participants: i32,
    /// Who led it.
    pub led_by: Option<Uuid>,
    /// What was learnt; without it the drill does not count.
    #[sea_orm(column_type = "Text", nullable)]
    pub review: Option<String>,
    /// When the review was recorded; from then on the drill counts.
    pub reviewed_at: Option<DateTimeUtc>,
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
