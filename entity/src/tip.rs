//! A report by the public or an employee (举报). Who made it is not here: see [`crate::informant`].

use redline_domain::TipState;
use sea_orm::entity::prelude::*;

/// A report by the public or an employee (举报). Who made it is not here: see [`crate::informant`].
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tip")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The SHA-256 of the receipt code.
    #[sea_orm(unique, column_type = "Text")]
    pub receipt_hash: String,
    /// About which organization, if the reporter said so.
    pub organization_id: Option<Uuid>,
    /// Where, in words.
    #[sea_orm(column_type = "Text", nullable)]
    pub place: Option<String>,
    /// What is reported.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// When it happened.
    pub happened_on: Option<Date>,
    /// Whether the reporter works there (内部吹哨人).
    pub employee: bool,
    /// Received, accepted or dismissed. Done is not kept: it is when the hazard is closed.
    pub state: TipState,
    /// The hazard that it became.
    pub hazard_id: Option<Uuid>,
    /// The office's latest answer.
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    /// When it was received.
    pub received_at: DateTimeUtc,
    /// Who accepted or dismissed it.
    pub decided_by: Option<Uuid>,
    /// When.
    pub decided_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
