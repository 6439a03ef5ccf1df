//! A report (报告) of an organization about a period.

use redline_domain::{RecordState, ReportKind};
use sea_orm::entity::prelude::*;

use crate::json::ContactSheet;

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
    /// The figures as they were when it was submitted; see [`redline_domain::figures::Snapshot`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub snapshot: Option<Json>,
    /// The contacts (联系人回执) of annex 4.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub contacts: Option<ContactSheet>,
    /// Of a declaration: whether it says that no major hazard was found (零申报).
    pub none_found: Option<bool>,
    /// The report that it corrects (更正), the older version.
    pub corrects_id: Option<Uuid>,
    /// The report that corrects it, the newer version.
    pub corrected_by_id: Option<Uuid>,
    /// The signature of who submitted it.
    pub signature_id: Option<Uuid>,
    /// Who reviewed it (审核人).
    pub reviewed_by_id: Option<Uuid>,
    /// Of a correction: when the first version was submitted, which decides whether it is late.
    pub first_submitted_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
