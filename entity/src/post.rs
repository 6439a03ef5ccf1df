//! A post (岗位) of a responsibility list.

use redline_domain::PostKind;
use sea_orm::entity::prelude::*;

/// A post (岗位) of a responsibility list.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "post")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of which list.
    pub list_id: Uuid,
    /// Its place in the list, from 1.
    pub ordinal: i32,
    /// Who fills it: from the head to the front line, dispatched workers and interns included.
    pub kind: PostKind,
    /// The post in words.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// What the post answers for.
    #[sea_orm(column_type = "Text")]
    pub duties: String,
    /// The person, where known to the ledger.
    pub assignee_id: Option<Uuid>,
    /// The person's name, where not.
    #[sea_orm(column_type = "Text", nullable)]
    pub assignee_name: Option<String>,
    /// Since when.
    pub assigned_on: Option<Date>,
    /// The day on which the person acknowledged it.
    pub acknowledged_on: Option<Date>,
    /// When that was recorded.
    pub acknowledged_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
