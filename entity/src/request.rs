//! A mutation that was carried out (请求), so that the same `requestId` is not carried out twice.

use sea_orm::entity::prelude::*;

/// A mutation that was carried out (请求), so that the same `requestId` is not carried out twice.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request")]
pub struct Model {
    /// Who asked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// The id that the client gave.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub request_id: String,
    /// Which mutation.
    #[sea_orm(column_type = "Text")]
    pub operation: String,
    /// What came of it.
    pub subject_id: Option<Uuid>,
    /// When.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
