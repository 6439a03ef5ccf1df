//! When mails left to people lately, or are to leave.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use redline_domain::pace;
use redline_entity::mail;
use redline_ledger::{Context, Result};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// Mails that were made longer ago are not looked at.
const LOOK_BACK: Duration = Duration::days(2);

/// The moments at which mails left or are to leave to each of these people. One that should be gone by now may leave at any moment.
pub(super) async fn of(db: &impl ConnectionTrait, ctx: &Context, people: impl Iterator<Item = Uuid>) -> Result<BTreeMap<Uuid, Vec<DateTime<Utc>>>> {
    let lately = Condition::any().add(mail::is_unsent()).add(mail::Column::SentAt.gt(ctx.now - pace::MEMORY));
    let mails: Vec<(Uuid, Option<DateTime<Utc>>, DateTime<Utc>)> = mail::Entity::find()
        .select_only()
        .columns([mail::Column::PersonId, mail::Column::SentAt, mail::Column::NextAttemptAt])
        .filter(mail::Column::PersonId.is_in(people))
        .filter(mail::Column::CreatedAt.gt(ctx.now - LOOK_BACK))
        .filter(lately)
        .into_tuple()
        .all(db)
        .await?;
    let mut departures: BTreeMap<Uuid, Vec<DateTime<Utc>>> = BTreeMap::new();
    for (person, sent_at, next) in mails {
        departures.entry(person).or_default().push(sent_at.unwrap_or(next.max(ctx.now)));
    }
    Ok(departures)
}
