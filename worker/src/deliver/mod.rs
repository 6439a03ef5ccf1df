//! Delivery (投递): mails are claimed with a lease, handed over, and what came of it is recorded. At least once, with a Message-ID
//! fixed by the row, so that a duplicate after a crash is recognised as one.

pub mod backoff;
mod claim;
mod record;

pub use claim::LEASE;

use std::{
    collections::BTreeMap,
    sync::{PoisonError, atomic::Ordering},
    time::Instant,
};

use chrono::{DateTime, Utc};
use futures::{StreamExt, stream};
use redline_entity::{mail, person};
use redline_ledger::{Error, Result, persist};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    engine::Engine,
    mail::{Message, NotSent, Transport, Verdict},
};

/// After an answer that nothing will go through, the mail server is left alone for so long: who tries a wrong password too
/// often is locked out.
pub(crate) const HALT: chrono::Duration = chrono::Duration::minutes(5);

/// No mail is begun later than this after it was claimed: it would not be written down before its lease ends.
const LAST_BEGIN: std::time::Duration =
    std::time::Duration::from_secs(LEASE.num_seconds().unsigned_abs() - 1).saturating_sub(Transport::LONGEST_SEND).saturating_sub(record::RECORDING);

/// Where time stands still, the mails that leave so soon after each other leave together.
const SPACED: chrono::Duration = chrono::Duration::minutes(30);

/// That nothing goes through (停发), and until when nothing is tried.
#[derive(Clone, Debug)]
pub(crate) struct Halt {
    pub until: DateTime<Utc>,
    pub answer: String,
}

/// What a delivery did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DeliveryReport {
    /// How many mails were claimed.
    pub claimed: u64,
    /// How many were accepted.
    pub sent: u64,
    /// How many are to be tried again.
    pub later: u64,
    /// How many were given up, since the address takes no mail.
    pub failed: u64,
    /// How many outcomes were refused, since the claim had passed to another deliverer.
    pub stale: u64,
    /// Why nothing goes through, if so.
    pub halted: Option<String>,
}

impl std::ops::AddAssign for DeliveryReport {
    fn add_assign(&mut self, other: Self) {
        self.claimed += other.claimed;
        self.sent += other.sent;
        self.later += other.later;
        self.failed += other.failed;
        self.stale += other.stale;
        self.halted = other.halted.or(self.halted.take());
    }
}

/// What came of one mail.
struct Outcome {
    mail: mail::Model,
    result: std::result::Result<String, NotSent>,
}

impl Engine {
    /// Delivers mails that wait: no more than `limit`, and no more than can be under way at once, since those that were handed over and
    /// are not yet written down come twice if the worker is killed. What could not be begun in good time before the lease ends is given
    /// back. Whoever wants more asks again, with the time as it is then.
    ///
    /// # Errors
    /// If the database fails. What the mail server says is never an error here, but recorded on the mail.
    pub async fn deliver(&self, now: DateTime<Utc>, limit: u64) -> Result<DeliveryReport> {
        if let Some(answer) = self.halted(now) {
            return Ok(DeliveryReport { halted: Some(answer), ..DeliveryReport::default() });
        }
        let (token, since) = (self.site.ids.next(now), Instant::now());
        let room = limit.min(self.transport.concurrency() as u64);
        let claimed = persist(|| claim::take(&self.db, token, now, room)).await?;
        if claimed.is_empty() {
            return Ok(DeliveryReport::default());
        }
        let count = claimed.len() as u64;
        let outcomes = self.hand_over(claimed, now, since).await?;
        let mut report = record::surely(self, now, token, &outcomes).await?;
        report.claimed = count;
        Ok(report)
    }

    /// Has this worker begin nothing more: what is under way is ended, what waits stays in the outbox.
    pub fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    /// Whether it was told to end.
    pub fn is_ending(&self) -> bool {
        self.ending.load(Ordering::Relaxed)
    }

    /// Delivers until nothing waits that may be tried now, where time stands still: in a replay, or in a test. The minutes that lie between
    /// two mails to one person pass within it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drain(&self, now: DateTime<Utc>) -> Result<DeliveryReport> {
        let mut report = DeliveryReport::default();
        let mut at = now;
        loop {
            let done = self.deliver(at, self.settings.delivery_batch).await?;
            let (none, halted) = (done.claimed == 0, done.halted.is_some());
            report += done;
            match self.spaced(at, now + SPACED).await? {
                _ if halted => return Ok(report),
                Some(next) if none => at = next,
                None if none => return Ok(report),
                _ => {}
            }
        }
    }

    /// When the next mail leaves that only waits since its person has just got another one.
    async fn spaced(&self, after: DateTime<Utc>, until: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let next = mail::Entity::find()
            .select_only()
            .column(mail::Column::NextAttemptAt)
            .filter(mail::is_queued())
            .filter(mail::Column::Attempts.eq(0))
            .filter(mail::Column::NextAttemptAt.gt(after))
            .filter(mail::Column::NextAttemptAt.lte(until))
            .order_by_asc(mail::Column::NextAttemptAt)
            .limit(1);
        Ok(next.into_tuple().one(self.db.read()).await?)
    }

    /// Hands the mails over, several at a time; what came of them is in their order.
    async fn hand_over(&self, mails: Vec<mail::Model>, now: DateTime<Utc>, since: Instant) -> Result<Vec<Outcome>> {
        let names = self.names(&mails).await?;
        let sends = mails.into_iter().map(|mail| {
            let name = names.get(&mail.person_id).map(String::as_str).unwrap_or_default();
            async move {
                if self.is_ending() || since.elapsed() > LAST_BEGIN {
                    return Outcome { mail, result: Err(NotSent { verdict: Verdict::NotTried, answer: String::new() }) };
                }
                let result = match Message::build(&mail, name, &self.from) {
                    Ok(message) => self.transport.send(&message, now).await,
                    Err(error) => Err(NotSent { verdict: Verdict::Refused, answer: format!("no mail can be made for this address: {error}") }),
                };
                Outcome { mail, result }
            }
        });
        Ok(stream::iter(sends).buffered(self.transport.concurrency()).collect().await)
    }

    async fn names(&self, mails: &[mail::Model]) -> Result<BTreeMap<Uuid, String>, Error> {
        let ids = mails.iter().map(|mail| mail.person_id);
        let people = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(self.db.read()).await?;
        Ok(people.into_iter().map(|person| (person.id, person.name)).collect())
    }

    /// Why nothing is tried for now.
    fn halted(&self, now: DateTime<Utc>) -> Option<String> {
        let mut halt = self.halt.lock().unwrap_or_else(PoisonError::into_inner);
        if halt.as_ref().is_some_and(|halt| halt.until <= now) {
            *halt = None;
        }
        halt.as_ref().map(|halt| halt.answer.clone())
    }

    fn note_halt(&self, now: DateTime<Utc>, answer: &str) {
        tracing::error!(answer, "the mail server accepts nothing from us; mails wait until that is set right");
        *self.halt.lock().unwrap_or_else(PoisonError::into_inner) = Some(Halt { until: now + HALT, answer: answer.to_owned() });
    }
}
