//! What was said after a report was made (补充、答复): by the reporter, or by the office.

use sea_orm::entity::prelude::*;

/// What was said after a report was made (补充、答复): by the reporter, or by the office.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tip_addition")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// To which report.
    pub tip_id: Uuid,
    /// Whether the reporter said it; else the office.
    pub from_reporter: bool,
    /// What was said.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// When.
    pub added_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
