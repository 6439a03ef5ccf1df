//! The ledger's events (留痕) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Json, Object};
use chrono::{DateTime, Utc};
use redline_domain::ids::Noun;
use redline_entity::ledger_event;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        error::Answer,
        id,
        node::{self, Node},
        organization::Organization,
        participant::Participant,
    },
    loaders::LedgerEventKey,
};

/// A change in the ledger (留痕): what, by whom, when it was true and when it was recorded.
#[derive(Clone)]
pub struct LedgerEvent(pub Arc<ledger_event::Model>);

impl From<ledger_event::Model> for LedgerEvent {
    fn from(row: ledger_event::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl LedgerEvent {
    /// The event, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(LedgerEventKey(id)).await?.map(Self))
    }

    fn noun(&self) -> Option<Noun> {
        self.0.subject_kind.parse().ok()
    }
}

/// A change in the ledger (留痕): what, by whom, when it was true and when it was recorded. Append-only.
#[Object]
impl LedgerEvent {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::LedgerEvent, self.0.id)
    }

    /// What happened (动作), e.g. `WINDOW_ENDED`.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// What kind of thing changed (对象类别).
    async fn subject_kind(&self) -> Option<Noun> {
        self.noun()
    }

    /// The identifier of what changed (对象编号).
    async fn subject_id(&self) -> Option<ID> {
        self.noun().map(|noun| id::give(noun, self.0.subject_id))
    }

    /// What changed, if one may see it (对象).
    async fn subject(&self, ctx: &Context<'_>) -> Answer<Option<Node>> {
        match self.noun() {
            Some(noun) => node::of(ctx, noun, self.0.subject_id).await,
            None => Ok(None),
        }
    }

    /// Whose matter it is (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        match self.0.organization_id {
            Some(id) => Organization::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Who did it; none: the engine or the command line (操作人).
    async fn actor(&self, ctx: &Context<'_>) -> Option<Participant> {
        let on = ctx.ledger().site.zone.date(self.0.recorded_at);
        self.0.actor_id.map(|id| Participant::new(id, on))
    }

    /// The facts of the change (内容).
    async fn data(&self) -> Json<serde_json::Value> {
        Json(self.0.data.clone())
    }

    /// When it became true (发生时间).
    async fn true_at(&self) -> DateTime<Utc> {
        self.0.true_at
    }

    /// When it was recorded (记录时间).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }

    /// Its number in the chain of its organization, from 1, without gaps; events of no organization have a chain of their own (链上序号).
    async fn sequence(&self) -> i64 {
        self.0.sequence
    }

    /// The hash of the event before it in the chain; of the first one: 64 zeros (前一条哈希).
    async fn previous_hash(&self) -> &str {
        &self.0.previous_hash
    }

    /// The SHA-256 over all that it says and its place in the chain (哈希).
    async fn hash(&self) -> &str {
        &self.0.hash
    }
}
