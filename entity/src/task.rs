//! What a drill showed to be improved (改进事项): by whom and by when.

use sea_orm::entity::prelude::*;

/// What a drill showed to be improved (改进事项): by whom and by when.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose (copied from the drill).
    pub organization_id: Uuid,
    /// Which drill left it.
    pub drill_id: Uuid,
    /// What is to be improved.
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// Who answers for it, where known to the ledger.
    pub responsible_id: Option<Uuid>,
    /// The name of who answers for it, where not.
    #[sea_orm(column_type = "Text", nullable)]
    pub responsible_name: Option<String>,
    /// The day by whose end it is due.
    pub due_on: Date,
    /// The day on which it was done.
    pub done_on: Option<Date>,
    /// What was done.
    #[sea_orm(column_type = "Text", nullable)]
    pub done_note: Option<String>,
    /// Who recorded that it was done.
    pub done_by: Option<Uuid>,
    /// When that was recorded.
    pub done_at: Option<DateTimeUtc>,
    /// The day on which its drill was voided, and it with it.
    pub dropped_on: Option<Date>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// Who recorded it.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
