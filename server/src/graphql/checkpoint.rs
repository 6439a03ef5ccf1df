//! The ledger's checkpoints (留痕封存点) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::ids::Noun;
use redline_entity::checkpoint;
use redline_ledger::audit::Seal;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, date::Date, error::Answer, id},
    loaders::CheckpointKey,
};

/// A checkpoint of the ledger (留痕封存点): the heads of all its chains on a day, signed with a key that is not in the database.
#[derive(Clone)]
pub struct Checkpoint(pub Arc<checkpoint::Model>);

impl From<checkpoint::Model> for Checkpoint {
    fn from(row: checkpoint::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Checkpoint {
    /// The checkpoint, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(CheckpointKey(id)).await?.map(Self))
    }
}

/// A checkpoint of the ledger (留痕封存点): the heads of all its chains on a day, signed with a key that is not in the database.
#[Object]
impl Checkpoint {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Checkpoint, self.0.id)
    }

    /// The last whole day that it seals (封存日期).
    async fn day(&self) -> Date {
        self.0.day.into()
    }

    /// When it was made (封存时间).
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    /// How many chains there were: one for each organization with events, and the site's own (链数).
    async fn chains(&self) -> usize {
        self.0.heads.0.len()
    }

    /// How many events there were (留痕条数).
    async fn events(&self) -> i64 {
        self.0.events
    }

    /// The SHA-256 over the heads of all chains: 64 hexadecimal digits (总摘要).
    async fn digest(&self) -> &str {
        &self.0.digest
    }

    /// The public key with which the signature is checked: 64 hexadecimal digits (公钥).
    async fn public_key(&self) -> &str {
        &self.0.public_key
    }

    /// The Ed25519 signature: 128 hexadecimal digits (签名).
    async fn signature(&self) -> &str {
        &self.0.signature
    }

    /// The line that was mailed, which proves the state of that day later: `redline audit verify --checkpoint` takes it (封印).
    async fn seal(&self) -> String {
        Seal::from(&*self.0).line()
    }
}
