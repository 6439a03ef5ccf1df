//! The ledger's events (留痕): what changed, by whom, when it was true and when it was recorded. Append-only.

use chrono::{DateTime, Utc};
use redline_domain::ids::Noun;
use redline_entity::ledger_event;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, Set};
use serde_json::Value;
use uuid::Uuid;

use crate::{Context, Result};

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

    fn row(self, ctx: &Context) -> ledger_event::ActiveModel {
        ledger_event::ActiveModel {
            id: Set(ctx.id()),
            organization_id: Set(self.organization),
            subject_kind: Set(self.noun.to_string()),
            subject_id: Set(self.subject),
            action: Set(self.action.to_owned()),
            actor_id: Set(ctx.actor.person),
            data: Set(self.data),
            true_at: Set(self.true_at.unwrap_or(ctx.now)),
            recorded_at: Set(ctx.now),
        }
    }
}

/// Writes an event.
pub async fn append(db: &impl ConnectionTrait, ctx: &Context, event: NewEvent) -> Result<()> {
    event.row(ctx).insert(db).await?;
    Ok(())
}

/// Writes many events by few statements.
pub async fn append_all(db: &impl ConnectionTrait, ctx: &Context, events: impl IntoIterator<Item = NewEvent>) -> Result<()> {
    let mut rows: Vec<_> = events.into_iter().map(|event| event.row(ctx)).collect();
    while !rows.is_empty() {
        let rest = rows.split_off(rows.len().min(200));
        ledger_event::Entity::insert_many(rows).exec_without_returning(db).await?;
        rows = rest;
    }
    Ok(())
}
