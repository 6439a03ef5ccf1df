//! A hot-work permit (动火作业票), clause 2.1.3.

use redline_domain::{PermitKind, PermitLevel, PermitState};
use sea_orm::entity::prelude::*;

/// A hot-work permit (动火作业票), clause 2.1.3.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Where the work is done.
    pub organization_id: Uuid,
    /// What it is for.
    pub kind: PermitKind,
    /// How dangerous the place is.
    pub level: PermitLevel,
    /// Where.
    #[sea_orm(column_type = "Text")]
    pub place: String,
    /// What is done.
    #[sea_orm(column_type = "Text")]
    pub work: String,
    /// From when.
    pub planned_from: DateTimeUtc,
    /// Until when.
    pub planned_until: DateTimeUtc,
    /// The certificate of who does it.
    pub operator_certificate_id: Uuid,
    /// Who watches over it on site.
    #[sea_orm(column_type = "Text")]
    pub guardian_name: String,
    /// The same, if on record.
    pub guardian_id: Option<Uuid>,
    /// Where it is in its life.
    pub state: PermitState,
    /// Who applied for it.
    pub applied_by: Option<Uuid>,
    /// When.
    pub applied_at: DateTimeUtc,
    /// Who checked equipment and fire precautions.
    pub equipment_checked_by: Option<Uuid>,
    /// When.
    pub equipment_checked_at: Option<DateTimeUtc>,
    /// What was found.
    #[sea_orm(column_type = "Text", nullable)]
    pub equipment_note: Option<String>,
    /// Who approved or refused it.
    pub decided_by: Option<Uuid>,
    /// When.
    pub decided_at: Option<DateTimeUtc>,
    /// Why it was refused.
    #[sea_orm(column_type = "Text", nullable)]
    pub refused_reason: Option<String>,
    /// Who closed or cancelled it.
    pub closed_by: Option<Uuid>,
    /// When.
    pub closed_at: Option<DateTimeUtc>,
    /// What the check of the site found; why it was cancelled.
    #[sea_orm(column_type = "Text", nullable)]
    pub closing_note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
