//! A checkpoint of the ledger (封存点): the heads of all chains on a day, signed with a key that is not in the database. Append-only.

use sea_orm::entity::prelude::*;

use crate::json::SealedHeads;

/// A checkpoint of the ledger (封存点): the heads of all chains on a day, signed with a key that is not in the database. Append-only.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "checkpoint")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The last whole day that it seals.
    pub day: Date,
    /// When it was made; all events up to then are in it.
    pub made_at: DateTimeUtc,
    /// The address of the site, as it was signed.
    #[sea_orm(column_type = "Text")]
    pub site: String,
    /// The head of each chain.
    #[sea_orm(column_type = "JsonBinary")]
    pub heads: SealedHeads,
    /// How many events there were.
    pub events: i64,
    /// The SHA-256 of the canonical heads.
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    /// The public key with which the signature is checked: 32 bytes in hexadecimal digits.
    #[sea_orm(column_type = "Text")]
    pub public_key: String,
    /// The Ed25519 signature: 64 bytes in hexadecimal digits.
    #[sea_orm(column_type = "Text")]
    pub signature: String,
}

impl ActiveModelBehavior for ActiveModel {}
