//! Claiming (认领): a mail is one deliverer's for a while, by a conditional update.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use redline_domain::{MailState, pace};
use redline_entity::{mail, mail_body, person};
use redline_ledger::{Db, Result, account::link, secret::Secret};
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, LockBehavior, LockType, SelectStatement},
};
use uuid::Uuid;

use super::record::RECORDING;
use crate::mail::Transport;

/// How long a claim (认领) holds. Who died with it loses it then, and another finishes it within a minute of that death, its tick
/// and its own sending included. It is longer than a mail takes to be handed over and written down, or it would be sent twice.
pub const LEASE: chrono::Duration = chrono::Duration::seconds(40);

const _: () = assert!(Transport::LONGEST_SEND.as_secs() + RECORDING.as_secs() < LEASE.num_seconds().unsigned_abs());

/// A mail that was claimed, with its words and the name of who is to get it.
pub(super) struct Claimed {
    pub mail: mail::Model,
    pub body: mail_body::Model,
    pub name: String,
}

/// Claims up to `limit` mails, the longest waiting first. The transaction ends before anything is sent.
pub(super) async fn take(db: &Db, token: Uuid, now: DateTime<Utc>, limit: u64) -> Result<Vec<Claimed>> {
    let txn = db.begin().await?;
    let mut waiting = mail::Entity::find()
        .select_only()
        .columns([mail::Column::Id, mail::Column::PersonId])
        .filter(claimable(now))
        // Who is just getting one gets the next one later.
        .filter(mail::Column::PersonId.not_in_subquery(being_sent_to(now)))
        .order_by_asc(mail::Column::NextAttemptAt)
        .order_by_asc(mail::Column::Id)
        .limit(limit);
    if db.backend() == DbBackend::Postgres {
        waiting = waiting.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let found: Vec<(Uuid, Uuid)> = waiting.into_tuple().all(&txn).await?;
    let mut people = BTreeSet::new();
    let ids: Vec<Uuid> = found.into_iter().filter(|(_, person)| people.insert(*person)).map(|(id, _)| id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut mails = mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(MailState::Sending.to_value()))
        .col_expr(mail::Column::Claim, Expr::value(token))
        .col_expr(mail::Column::ClaimedUntil, Expr::value(now + LEASE))
        // Nobody else can have taken them meanwhile: PostgreSQL locked them, and SQLite has one writer.
        .filter(mail::Column::Id.is_in(ids.iter().copied()))
        .exec_with_returning(&txn)
        .await?;
    // Who is to get one gets the next one later.
    let next = now + pace::SHORTEST;
    mail::Entity::update_many()
        .col_expr(mail::Column::NextAttemptAt, Expr::value(next))
        .filter(mail::Column::PersonId.is_in(people.iter().copied()))
        .filter(mail::is_queued())
        .filter(mail::Column::NextAttemptAt.lt(next))
        .exec(&txn)
        .await?;
    let bodies = mail_body::Entity::find().filter(mail_body::Column::MailId.is_in(ids)).all(&txn).await?;
    let mut bodies: BTreeMap<Uuid, mail_body::Model> = bodies.into_iter().map(|body| (body.mail_id, body)).collect();
    let named = person::Entity::find().select_only().columns([person::Column::Id, person::Column::Name]).filter(person::Column::Id.is_in(people));
    let mut names: BTreeMap<Uuid, String> = named.into_tuple::<(Uuid, String)>().all(&txn).await?.into_iter().collect();
    if mails.iter().any(|mail| link::is_in(&mail.template))
        && let Some(secret) = Secret::known(&txn).await?
    {
        // The codes of links stand nowhere but in the mail itself.
        for mail in mails.iter().filter(|mail| link::is_in(&mail.template)) {
            if let Some(body) = bodies.get_mut(&mail.id) {
                body.text = link::complete(&secret, mail.person_id, &body.text)?;
                body.html = link::complete(&secret, mail.person_id, &body.html)?;
            }
        }
    }
    txn.commit().await?;
    mails.sort_unstable_by_key(|mail| (mail.next_attempt_at, mail.id));
    let claimed = mails.into_iter().filter_map(|mail| {
        let body = bodies.remove(&mail.id);
        if body.is_none() {
            tracing::error!(mail = %mail.id, "a mail has no words; it stays in the outbox");
        }
        Some(Claimed { body: body?, name: names.remove(&mail.person_id).unwrap_or_default(), mail })
    });
    Ok(claimed.collect())
}

/// Whether a mail waits, which nobody holds then, or its deliverer let the lease run out.
fn claimable(now: DateTime<Utc>) -> Condition {
    let free = Condition::any().add(mail::Column::ClaimedUntil.is_null()).add(mail::Column::ClaimedUntil.lt(now));
    Condition::all().add(mail::is_unsent()).add(mail::Column::NextAttemptAt.lte(now)).add(free)
}

/// The people to whom a mail is on its way.
fn being_sent_to(now: DateTime<Utc>) -> SelectStatement {
    mail::Entity::find().select_only().column(mail::Column::PersonId).filter(mail::is_sending()).filter(mail::Column::ClaimedUntil.gte(now)).into_query()
}
