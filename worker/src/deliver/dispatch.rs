//! One claim on its way (发送): its mails are handed over, several at a time, and what comes of them is written down meanwhile. Few
//! mails are ever handed over and not yet written down, since those come twice if the worker is killed.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use futures::{StreamExt, future, stream};
use redline_entity::mail;
use redline_ledger::Result;
use tokio::sync::{Semaphore, SemaphorePermit, mpsc};
use uuid::Uuid;

use super::{
    DeliveryReport, LEASE,
    claim::Claimed,
    record::{self, RECORDING},
};
use crate::{
    engine::Engine,
    mail::{Message, NotSent, Transport, Verdict},
};

/// No mail is begun later than this after it was claimed: it would not be written down before its lease ends.
const LAST_BEGIN: Duration = Duration::from_secs(LEASE.num_seconds().unsigned_abs() - 1).saturating_sub(Transport::LONGEST_SEND).saturating_sub(RECORDING);

/// A claim whose mails are being sent.
pub(super) struct Dispatch<'a> {
    pub engine: &'a Engine,
    pub now: DateTime<Utc>,
    /// By which the claim is known.
    pub token: Uuid,
    /// When it was claimed; a lease ends by the clock on the wall.
    since: Instant,
    /// Room for mails that are handed over and not yet written down.
    room: Semaphore,
    /// Whether nothing more is to be begun.
    over: AtomicBool,
}

/// What came of one mail.
pub(super) struct Outcome<'a> {
    pub mail: mail::Model,
    pub result: std::result::Result<String, NotSent>,
    /// Given back when it is written down.
    _place: SemaphorePermit<'a>,
}

impl<'a> Dispatch<'a> {
    /// A claim that is about to be made.
    pub fn new(engine: &'a Engine, now: DateTime<Utc>) -> Self {
        let room = Semaphore::new(engine.transport.room());
        Self { engine, now, token: engine.site.ids.next(now), since: Instant::now(), room, over: AtomicBool::new(false) }
    }

    /// Hands the mails over and writes down what came of each; gives back what was not begun.
    pub async fn run(&self, mails: Vec<Claimed>) -> Result<DeliveryReport> {
        let claimed = mails.len() as u64;
        let (tell, told) = mpsc::unbounded_channel();
        let (untried, recorded) = future::join(self.hand_over(mails, tell), record::as_it_comes(self, told)).await;
        record::give_back(self, &untried).await?;
        Ok(DeliveryReport { claimed, ..recorded? })
    }

    /// Has nothing more of this claim begun.
    pub fn end(&self) {
        self.over.store(true, Ordering::Relaxed);
    }

    /// Until when it is tried to write something down.
    pub fn deadline(&self) -> Instant {
        self.since + LAST_BEGIN + Transport::LONGEST_SEND + RECORDING
    }

    fn may_begin(&self) -> bool {
        !self.over.load(Ordering::Relaxed) && !self.engine.is_ending() && self.since.elapsed() <= LAST_BEGIN
    }

    /// Hands the mails over as long as it may, and answers which were not begun.
    async fn hand_over<'b>(&'b self, mails: Vec<Claimed>, tell: mpsc::UnboundedSender<Outcome<'b>>) -> Vec<Uuid> {
        let sends = stream::iter(mails).map(|claimed| self.send(claimed));
        let transport = &self.engine.transport;
        let mut sent = if transport.keeps_order() {
            sends.buffered(transport.concurrency()).left_stream()
        } else {
            // A mail about which the server thinks for long holds no other one up.
            sends.buffer_unordered(transport.concurrency()).right_stream()
        };
        let mut untried = Vec::new();
        while let Some(sent) = sent.next().await {
            match sent {
                // Whoever writes it down listens to the end.
                Ok(outcome) => drop(tell.send(outcome)),
                Err(mail) => untried.push(mail),
            }
        }
        untried
    }

    /// Hands one mail over, or answers that it was not begun.
    async fn send(&self, Claimed { mail, name }: Claimed) -> std::result::Result<Outcome<'_>, Uuid> {
        let Some(place) = self.room.acquire().await.ok().filter(|_| self.may_begin()) else { return Err(mail.id) };
        let result = match Message::build(&mail, &name, &self.engine.from) {
            Ok(message) => self.engine.transport.send(&message, self.now).await,
            Err(error) => Err(NotSent { verdict: Verdict::Refused, answer: format!("no mail can be made for this address: {error}") }),
        };
        if matches!(result, Err(NotSent { verdict: Verdict::Halted, .. })) {
            self.end();
        }
        Ok(Outcome { mail, result, _place: place })
    }
}
