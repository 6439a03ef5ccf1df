//! A key period (关键时间节点): days on which the heads of the enterprises have to be on duty.

use sea_orm::entity::prelude::*;

/// A key period (关键时间节点): days on which the heads of the enterprises have to be on duty.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_period")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name, e.g. 端午节假期.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Its first day.
    pub from_on: Date,
    /// Its last day.
    pub until_on: Date,
    /// Why it is one.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Which office declared it.
    pub declared_by_organization: Option<Uuid>,
    /// Who declared it.
    pub declared_by: Option<Uuid>,
    /// The day on which it was declared.
    pub declared_on: Date,
    /// The moment at which it was declared.
    pub declared_at: DateTimeUtc,
    /// The day on which it was withdrawn.
    pub withdrawn_on: Option<Date>,
    /// Why it was withdrawn.
    #[sea_orm(column_type = "Text", nullable)]
    pub withdrawn_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
