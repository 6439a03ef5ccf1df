//! One period of a duty (期次). Facts only: its status is computed from the clock.

use redline_domain::EndedAs;
use sea_orm::entity::prelude::*;

/// One period of a duty (期次). Facts only: its status is computed from the clock.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "window")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of which duty.
    pub duty_id: Uuid,
    /// Who owes it (copied from the duty).
    pub organization_id: Uuid,
    /// Which rule (copied from the duty).
    #[sea_orm(column_type = "Text")]
    pub rule_code: String,
    /// The hazard that an event duty is about.
    pub hazard_id: Option<Uuid>,
    /// The accident alert or key period that set it off.
    pub cause_id: Option<Uuid>,
    /// The first day on which it is owed: the later of `opens_on` and the duty's first day.
    pub starts_on: Date,
    /// The first day of its period.
    pub opens_on: Date,
    /// The last day of its period.
    pub closes_on: Date,
    /// The day by whose end it is due.
    pub due_on: Date,
    /// How many records of each kind fulfil it.
    pub required: i32,
    /// The day on which what fulfilled it happened.
    pub fulfilled_on: Option<Date>,
    /// When that was recorded.
    pub fulfilled_recorded_at: Option<DateTimeUtc>,
    /// The day on which it was ended without being fulfilled.
    pub ended_on: Option<Date>,
    /// Whether it was superseded or excused.
    pub ended_as: Option<EndedAs>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub ended_reason: Option<String>,
    /// Whether its opening stands in the ledger.
    pub opened_noted: bool,
    /// Whether its falling overdue stands in the ledger.
    pub overdue_noted: bool,
    /// The highest step of the ladder that was taken.
    pub step_taken: Option<i32>,
    /// When something is next to be done; a cache, derived anew before acting.
    pub check_after: Option<DateTimeUtc>,
    /// How often in a row the sweep failed on it.
    pub failures: i32,
    /// When it was planned.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
