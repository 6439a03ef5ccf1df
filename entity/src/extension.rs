//! A request for an extension (延期申请) of a hazard's deadline, and what became of it.

use redline_domain::ExtensionState;
use sea_orm::entity::prelude::*;

/// A request for an extension (延期申请) of a hazard's deadline, and what became of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "extension")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of which hazard.
    pub hazard_id: Uuid,
    /// Whose matter it is.
    pub organization_id: Uuid,
    /// The deadline when it was requested.
    pub from_on: Date,
    /// The deadline that is asked for.
    pub until_on: Date,
    /// Why (延期理由).
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// What keeps it safe meanwhile (临时管控措施).
    #[sea_orm(column_type = "Text")]
    pub interim_measures: String,
    /// What became of it.
    pub state: ExtensionState,
    /// The head who requested it.
    pub requested_by: Option<Uuid>,
    /// When.
    pub requested_at: DateTimeUtc,
    /// The head's signature.
    pub signature_id: Option<Uuid>,
    /// Who decided on it.
    pub decided_by: Option<Uuid>,
    /// When it was decided on, or lapsed.
    pub decided_at: Option<DateTimeUtc>,
    /// Why it was decided so.
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
