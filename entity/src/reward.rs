//! A reward for a report (举报奖励).

use sea_orm::entity::prelude::*;

/// A reward for a report (举报奖励).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reward")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// For which report.
    #[sea_orm(unique)]
    pub tip_id: Uuid,
    /// How much, in yuan.
    pub amount_yuan: i64,
    /// By which rule, or why.
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// Who decided on it.
    pub decided_by: Option<Uuid>,
    /// When.
    pub decided_on: Date,
    /// When it was paid.
    pub paid_on: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}
