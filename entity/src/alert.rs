//! An accident alert (事故警示): a typical accident from which the enterprises of some sectors are to learn.

use sea_orm::entity::prelude::*;

use crate::json::Sectors;

/// An accident alert (事故警示): a typical accident from which the enterprises of some sectors are to learn.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "alert")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The accident in a few words.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// The day of the accident.
    pub happened_on: Date,
    /// Where it happened.
    #[sea_orm(column_type = "Text")]
    pub place: String,
    /// What happened.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    /// What is to be learnt from it.
    #[sea_orm(column_type = "Text")]
    pub lessons: String,
    /// The sectors whose enterprises are to check themselves.
    #[sea_orm(column_type = "JsonBinary")]
    pub sectors: Sectors,
    /// The number of the document.
    #[sea_orm(column_type = "Text", nullable)]
    pub number: Option<String>,
    /// Which office issued it.
    pub issued_by_organization: Option<Uuid>,
    /// Who issued it.
    pub issued_by: Option<Uuid>,
    /// The day on which it was issued.
    pub issued_on: Date,
    /// The moment at which it was issued.
    pub issued_at: DateTimeUtc,
    /// The day by whose end the checks are due; none where the rulebook asks for none.
    pub due_on: Option<Date>,
    /// The day on which it was withdrawn.
    pub withdrawn_on: Option<Date>,
    /// Why it was withdrawn.
    #[sea_orm(column_type = "Text", nullable)]
    pub withdrawn_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
