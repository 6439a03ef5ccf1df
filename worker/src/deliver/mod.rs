//! Delivery (投递): mails are claimed with a lease, handed over, and what came of it is recorded. At least once, with a Message-ID
//! fixed by the row, so that a duplicate after a crash is recognised as one.

pub mod backoff;
mod claim;
mod dispatch;
mod record;

pub use claim::LEASE;

use std::sync::{PoisonError, atomic::Ordering};

use chrono::{DateTime, Utc};
use dispatch::Dispatch;
use futures::future;
use redline_entity::mail;
use redline_ledger::Result;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

use crate::engine::Engine;

/// After an answer that nothing will go through, the mail server is left alone for so long: who tries a wrong password too
/// often is locked out.
pub(crate) const HALT: chrono::Duration = chrono::Duration::minutes(5);

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

impl Engine {
    /// Delivers up to `limit` mails that wait, and writes down what came of them while it goes on. What could not be begun in good time
    /// before the lease ends is given back.
    ///
    /// # Errors
    /// If the database fails. What the mail server says is never an error here, but recorded on the mail.
    pub async fn deliver(&self, now: DateTime<Utc>, limit: u64) -> Result<DeliveryReport> {
        if let Some(answer) = self.halted(now) {
            return Ok(DeliveryReport { halted: Some(answer), ..DeliveryReport::default() });
        }
        match Dispatch::claim(self, now, limit).await? {
            Some((dispatch, mails)) => dispatch.run(mails).await,
            None => Ok(DeliveryReport::default()),
        }
    }

    /// Delivers until nothing waits that may be tried now, or it is told to end. While the last mails of a claim leave, the next ones are
    /// claimed. The time is read anew for each claim, since a lease begins with it.
    ///
    /// # Errors
    /// As [`Self::deliver`].
    pub async fn deliver_all(&self, now: impl Fn() -> DateTime<Utc>) -> Result<DeliveryReport> {
        let limit = self.settings.delivery_batch;
        let mut report = DeliveryReport::default();
        let (mut next, mut failed) = (None, None);
        loop {
            let (dispatch, mails) = match next.take() {
                Some(claimed) => claimed,
                None if failed.is_some() || self.is_ending() => break,
                None => {
                    let now = now();
                    if let Some(answer) = self.halted(now) {
                        report.halted = Some(answer);
                        break;
                    }
                    let Some(claimed) = Dispatch::claim(self, now, limit).await? else { break };
                    claimed
                }
            };
            // After a claim that was not full, it may be that nothing waits.
            let more = mails.len() as u64 == limit && !self.transport.keeps_order();
            let ahead = async {
                dispatch.nears_its_end().await;
                if more && !dispatch.is_over() { Dispatch::claim(self, now(), limit).await } else { Ok(None) }
            };
            let (done, claimed) = future::join(dispatch.run(mails), ahead).await;
            match done {
                Ok(done) => report += done,
                Err(error) => failed = failed.or(Some(error)),
            }
            match claimed {
                Ok(claimed) => next = claimed,
                Err(error) => failed = failed.or(Some(error)),
            }
            // What was claimed ahead is given back by its own run.
            if let Some((next, _)) = next.as_ref().filter(|_| failed.is_some() || report.halted.is_some()) {
                next.end();
            }
        }
        failed.map_or(Ok(report), Err)
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
            report += self.deliver_all(|| at).await?;
            match self.spaced(at, now + SPACED).await? {
                Some(next) if report.halted.is_none() => at = next,
                _ => return Ok(report),
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
