//! One claim on its way (发送): its mails are handed over, several at a time, and what comes of them is written down meanwhile. Few
//! mails are ever handed over and not yet written down, since those come twice if the worker is killed.

use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use futures::{StreamExt, future, stream};
use redline_entity::mail;
use redline_ledger::{mail_halt, persist};
use tokio::{
    sync::{Notify, Semaphore, SemaphorePermit, mpsc},
    task::JoinSet,
};
use uuid::Uuid;

use super::{
    DeliveryReport, LEASE,
    claim::{self, Claimed},
    record::{self, RECORDING},
};
use crate::{
    engine::Engine,
    mail::{Message, NotSent, Sender, Transport, Verdict},
};

/// No mail is begun later than this after it was claimed: it would not be written down before its lease ends.
const LAST_BEGIN: Duration = Duration::from_secs(LEASE.num_seconds().unsigned_abs() - 1).saturating_sub(Transport::LONGEST_SEND).saturating_sub(RECORDING);

/// When so few mails of a claim are left that were not begun, the next ones are claimed.
const FEW: usize = 100;

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
    /// How many were not begun yet.
    waiting: AtomicUsize,
    /// Told when few are left.
    nearly: Notify,
    /// Whether the database said at some time of this claim that mail is halted.
    pub halted: AtomicBool,
}

/// What came of one mail.
pub(super) struct Outcome<'a> {
    pub mail: mail::Model,
    pub result: Result<String, NotSent>,
    /// Given back when it is written down.
    _place: SemaphorePermit<'a>,
}

impl<'a> Dispatch<'a> {
    /// Claims mails that wait, if there are any.
    pub async fn claim(engine: &'a Engine, now: DateTime<Utc>, limit: u64) -> redline_ledger::Result<Option<(Self, Vec<Claimed>)>> {
        let (token, since) = (engine.site.ids.next(now), Instant::now());
        let mails = persist(|| claim::take(&engine.db, token, now, limit)).await?;
        if mails.is_empty() {
            return Ok(None);
        }
        let dispatch = Self {
            engine,
            now,
            token,
            since,
            room: Semaphore::new(engine.transport.room()),
            over: AtomicBool::new(false),
            waiting: AtomicUsize::new(mails.len()),
            nearly: Notify::new(),
            halted: AtomicBool::new(mail_halt::current(engine.db.read()).await?.is_some()),
        };
        Ok(Some((dispatch, mails)))
    }

    /// Hands the mails over and writes down what came of each; gives back what was not begun.
    pub async fn run(&self, mails: Vec<Claimed>) -> redline_ledger::Result<DeliveryReport> {
        let claimed = mails.len() as u64;
        let (tell, told) = mpsc::unbounded_channel();
        let (untried, recorded) = future::join(self.hand_over(mails, tell), record::as_it_comes(self, told)).await;
        let given_back = record::give_back(self, &untried).await;
        self.end();
        self.nearly.notify_one();
        given_back?;
        Ok(DeliveryReport { claimed, ..recorded? })
    }

    /// Waits until few mails are left that were not begun.
    pub async fn nears_its_end(&self) {
        self.nearly.notified().await;
    }

    /// Whether nothing more is begun.
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
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
        !self.is_over() && !self.engine.is_ending() && self.since.elapsed() <= LAST_BEGIN
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
    async fn send(&self, claimed: Claimed) -> Result<Outcome<'_>, Uuid> {
        let mail = claimed.mail.clone();
        let Some(place) = self.room.acquire().await.ok().filter(|_| self.may_begin()) else { return Err(mail.id) };
        if self.waiting.fetch_sub(1, Ordering::Relaxed) == FEW {
            self.nearly.notify_one();
        }
        let handed = handed_over(claimed, self.engine.from.clone(), self.engine.transport.clone(), self.now);
        let result = if self.engine.transport.keeps_order() { handed.await } else { apart(handed).await };
        if matches!(result, Err(NotSent { verdict: Verdict::Halted, .. })) {
            self.end();
        }
        Ok(Outcome { mail, result, _place: place })
    }
}

async fn handed_over(Claimed { mail, body, name }: Claimed, from: Sender, transport: Transport, now: DateTime<Utc>) -> Result<String, NotSent> {
    match Message::build(&mail, &body, &name, &from) {
        Ok(message) => transport.send(&message, now).await,
        Err(error) => Err(NotSent { verdict: Verdict::Refused, answer: format!("no mail can be made for this address: {error}") }),
    }
}

/// Does it on whichever core is free. It ends with whoever waits for it.
async fn apart(handed: impl Future<Output = Result<String, NotSent>> + Send + 'static) -> Result<String, NotSent> {
    let mut task = JoinSet::new();
    task.spawn(handed);
    match task.join_next().await {
        Some(Ok(result)) => result,
        failed => Err(NotSent::later(format!("handing it over broke off: {failed:?}"))),
    }
}
