//! The ledger's events (留痕): what changed, by whom, when it was true and when it was recorded. Append-only, and chained for
//! each organization, so that a change of what was written shows.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use redline_domain::{
    chain::{Fact, Head, Heads, Link},
    ids::Noun,
};
use redline_entity::{chain_head, ledger_event};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{LockBehavior, LockType, OnConflict},
};
use serde_json::Value;
use uuid::Uuid;

use crate::{Context, Result, change};

/// How many events are written by one statement.
const EVENTS: usize = 500;
/// How many heads are read or written by one statement.
const HEADS: usize = 1_000;

/// Something that happened, before it is written.
pub struct NewEvent {
    /// Whose matter it is.
    pub organization: Option<Uuid>,
    /// What kind of thing changed.
    pub noun: Noun,
    /// Which.
    pub subject: Uuid,
    /// What happened, in SCREAMING_SNAKE_CASE.
    pub action: &'static str,
    /// The facts.
    pub data: Value,
    /// When it became true, if not now.
    pub true_at: Option<DateTime<Utc>>,
}

impl NewEvent {
    /// Something that happened just now.
    pub fn new(organization: Option<Uuid>, noun: Noun, subject: Uuid, action: &'static str, data: Value) -> Self {
        Self { organization, noun, subject, action, data, true_at: None }
    }

    /// Something that was true before it was noticed.
    #[must_use]
    pub fn true_at(mut self, at: DateTime<Utc>) -> Self {
        self.true_at = Some(at);
        self
    }

    fn fact(self, ctx: &Context) -> Fact {
        let fact = Fact {
            id: ctx.id(),
            organization: self.organization,
            subject_kind: self.noun.to_string(),
            subject: self.subject,
            action: self.action.to_owned(),
            actor: ctx.actor.person,
            data: self.data,
            true_at: self.true_at.unwrap_or(ctx.now),
            recorded_at: ctx.now,
        };
        fact.to_microseconds()
    }
}

/// Writes an event.
pub async fn append(db: &impl ConnectionTrait, ctx: &Context, event: NewEvent) -> Result<()> {
    append_all(db, ctx, [event]).await
}

/// Writes many events by few statements, in the order given. The chains that they lengthen are locked until the transaction ends.
pub async fn append_all(db: &impl ConnectionTrait, ctx: &Context, events: impl IntoIterator<Item = NewEvent>) -> Result<()> {
    append_facts(db, events.into_iter().map(|event| event.fact(ctx)).collect()).await
}

/// Writes what happened at the ends of its chains, in the order given, and has those told who watch what changed by it.
pub async fn append_facts(db: &impl ConnectionTrait, facts: Vec<Fact>) -> Result<()> {
    let changes = change::to_announce(db, &facts);
    let chains: BTreeSet<Uuid> = facts.iter().map(Fact::chain).collect();
    let mut heads = lock(db, chains.into_iter().collect()).await?;
    let mut rows = Vec::with_capacity(facts.len());
    for fact in facts {
        let head = heads.entry(fact.chain()).or_default();
        let link = Link::after(head, fact);
        *head = link.head();
        rows.push(ledger_event::Model::from(link).into_active_model());
    }
    for rows in rows.chunks(EVENTS) {
        ledger_event::Entity::insert_many(rows.to_vec()).exec_without_returning(db).await?;
    }
    let heads: Vec<_> = heads.into_iter().map(|(chain, head)| head_row(chain, head)).collect();
    for heads in heads.chunks(HEADS) {
        let newer = OnConflict::column(chain_head::Column::ChainId).update_columns([chain_head::Column::Sequence, chain_head::Column::Hash]).to_owned();
        chain_head::Entity::insert_many(heads.to_vec()).on_conflict(newer).exec_without_returning(db).await?;
    }
    change::announce(db, changes).await
}

/// Locks the chains of organizations until the transaction ends, as far as nobody else has them, and answers whose it could: for
/// the engine, which locks rows before it writes of them. Changes that people make lock the chain first and then the rows, and
/// who waited the other way round would wait for them in a circle.
pub async fn lock_free_chains(db: &impl ConnectionTrait, organizations: impl IntoIterator<Item = Uuid>) -> Result<BTreeSet<Uuid>> {
    let organizations: BTreeSet<Uuid> = organizations.into_iter().collect();
    // On SQLite there is one writer.
    if db.get_database_backend() != DbBackend::Postgres {
        return Ok(organizations);
    }
    let free = chain_head::Entity::find()
        .select_only()
        .column(chain_head::Column::ChainId)
        .filter(chain_head::Column::ChainId.is_in(organizations))
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .into_tuple::<Uuid>();
    Ok(free.all(db).await?.into_iter().collect())
}

/// The heads of chains, each locked. All who lock several do so in the order of their keys, and none waits for the other in a circle.
async fn lock(db: &impl ConnectionTrait, chains: Vec<Uuid>) -> Result<Heads> {
    let mut heads = Heads::new();
    for chains in chains.chunks(HEADS) {
        heads.extend(locked(db, chains).await?);
        let new: Vec<_> = chains.iter().filter(|chain| !heads.contains_key(chain)).map(|&chain| head_row(chain, Head::default())).collect();
        if !new.is_empty() {
            // A chain that begins is there for others to wait for before its first event is numbered.
            chain_head::Entity::insert_many(new).on_conflict_do_nothing_on([chain_head::Column::ChainId]).exec_without_returning(db).await?;
            heads.extend(locked(db, chains).await?);
        }
    }
    Ok(heads)
}

async fn locked(db: &impl ConnectionTrait, chains: &[Uuid]) -> Result<Heads> {
    let rows = chain_head::Entity::find()
        .filter(chain_head::Column::ChainId.is_in(chains.iter().copied()))
        .order_by_asc(chain_head::Column::ChainId)
        .lock_exclusive()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.chain_id, Head { sequence: row.sequence, hash: row.hash })).collect())
}

fn head_row(chain: Uuid, head: Head) -> chain_head::ActiveModel {
    chain_head::ActiveModel { chain_id: Set(chain), sequence: Set(head.sequence), hash: Set(head.hash) }
}
