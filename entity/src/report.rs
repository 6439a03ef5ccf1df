//! A report (报告) of an organization about a period.

use redline_domain::{RecordState, ReportKind};
use sea_orm::entity::prelude::*;

/// A report (报告) of an organization about a period.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub organization_id: Uuid,
    /// Its kind.
    pub kind: ReportKind,
    /// A day of the period that it is about.
    pub period_on: Date,
    /// What it says.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// The day on which it was submitted.
    pub submitted_on: Date,
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
