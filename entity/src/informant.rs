//! Who made a report (举报人), if it was said. In a table of its own, which only the safety office's questions read.

use sea_orm::entity::prelude::*;

/// Who made a report (举报人), if it was said. In a table of its own, which only the safety office's questions read.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "informant")]
pub struct Model {
    /// Which report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub tip_id: Uuid,
    /// The name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name: Option<String>,
    /// How to be reached.
    #[sea_orm(column_type = "Text", nullable)]
    pub contact: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
