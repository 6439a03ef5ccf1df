//! The beat of a worker (心跳), by which others see that it lives.

use sea_orm::entity::prelude::*;

/// The beat of a worker (心跳), by which others see that it lives.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "worker_beat")]
pub struct Model {
    /// The worker's name, unique for each start.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub name: String,
    /// The program's version.
    #[sea_orm(column_type = "Text")]
    pub version: String,
    /// How far apart its cycles are meant to be.
    pub interval_seconds: i32,
    /// When the program started.
    pub started_at: DateTimeUtc,
    /// When its last cycle started.
    pub cycle_started_at: Option<DateTimeUtc>,
    /// When a cycle last ended well.
    pub cycle_ended_at: Option<DateTimeUtc>,
    /// The sweep that is under way.
    #[sea_orm(column_type = "Text", nullable)]
    pub sweep: Option<String>,
    /// What that cycle did.
    #[sea_orm(column_type = "JsonBinary")]
    pub summary: Json,
    /// When it was shut down in order.
    pub stopped_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
