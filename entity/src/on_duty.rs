//! Who is to be and who was on duty on a day of a key period (在岗值守).

use redline_domain::OnDutyState;
use sea_orm::entity::prelude::*;

/// Who is to be and who was on duty on a day of a key period (在岗值守).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "on_duty")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub organization_id: Uuid,
    /// In which key period.
    pub key_period_id: Uuid,
    /// On which day.
    pub day: Date,
    /// Who.
    pub person_id: Uuid,
    /// Whether the roster had it so.
    pub planned: bool,
    /// Planned, recorded or voided.
    pub state: OnDutyState,
    /// What was done and dealt with.
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// When it was first written down.
    pub entered_at: DateTimeUtc,
    /// By whom.
    pub entered_by: Option<Uuid>,
    /// When it was recorded that the person was there.
    pub recorded_at: Option<DateTimeUtc>,
    /// Who recorded that.
    pub recorded_by: Option<Uuid>,
    /// Why it was voided.
    #[sea_orm(column_type = "Text", nullable)]
    pub voided_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
