//! A person's position in an organization over a span of time (任职). History is kept.

use redline_domain::Position;
use sea_orm::entity::prelude::*;

/// A person's position in an organization over a span of time (任职). History is kept.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who.
    pub person_id: Uuid,
    /// Where.
    pub organization_id: Uuid,
    /// As what.
    pub position: Position,
    /// The title in words, e.g. 总经理.
    #[sea_orm(column_type = "Text", nullable)]
    pub title: Option<String>,
    /// The first day.
    pub since: Date,
    /// The first day on which the position is no longer held.
    pub until: Option<Date>,
    /// When it was recorded.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
