//! The head of an organization's chain of events (链头): how many there are, and the hash of the last one.

use sea_orm::entity::prelude::*;

/// The head of an organization's chain of events (链头): how many there are, and the hash of the last one.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "chain_head")]
pub struct Model {
    /// The chain: an organization's key; nil for the events of no organization.
    #[sea_orm(primary_key, auto_increment = false)]
    pub chain_id: Uuid,
    /// The number of the last event.
    pub sequence: i64,
    /// Its hash.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
