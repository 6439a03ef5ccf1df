//! A change in the ledger (留痕): what, by whom, when it was true and when it was recorded. Append-only.

use redline_domain::chain::{Fact, Link};
use sea_orm::entity::prelude::*;

/// A change in the ledger (留痕): what, by whom, when it was true and when it was recorded. Append-only.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_event")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose matter it is.
    pub organization_id: Option<Uuid>,
    /// What kind of thing changed.
    #[sea_orm(column_type = "Text")]
    pub subject_kind: String,
    /// Which.
    pub subject_id: Uuid,
    /// What happened, in SCREAMING_SNAKE_CASE.
    #[sea_orm(column_type = "Text")]
    pub action: String,
    /// The person who did it; none: the engine or the command line.
    pub actor_id: Option<Uuid>,
    /// The facts of the change.
    #[sea_orm(column_type = "JsonBinary")]
    pub data: Json,
    /// When it became true.
    pub true_at: DateTimeUtc,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// The chain in which it stands: its organization's; nil for the events of no organization.
    pub chain_id: Uuid,
    /// Its number in the chain, from 1, without gaps.
    pub sequence: i64,
    /// The hash of the event before it in the chain.
    #[sea_orm(column_type = "Text")]
    pub previous_hash: String,
    /// The hash of all that it says and of its place.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl From<Link> for Model {
    fn from(Link { chain, sequence, previous_hash, hash, fact }: Link) -> Self {
        Self {
            id: fact.id,
            organization_id: fact.organization,
            subject_kind: fact.subject_kind,
            subject_id: fact.subject,
            action: fact.action,
            actor_id: fact.actor,
            data: fact.data,
            true_at: fact.true_at,
            recorded_at: fact.recorded_at,
            chain_id: chain,
            sequence,
            previous_hash,
            hash,
        }
    }
}

impl From<Model> for Link {
    fn from(row: Model) -> Self {
        let fact = Fact {
            id: row.id,
            organization: row.organization_id,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            action: row.action,
            actor: row.actor_id,
            data: row.data,
            true_at: row.true_at,
            recorded_at: row.recorded_at,
        };
        Self { chain: row.chain_id, sequence: row.sequence, previous_hash: row.previous_hash, hash: row.hash, fact }
    }
}
