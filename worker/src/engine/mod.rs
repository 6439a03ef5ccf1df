//! The engine (引擎): an ordered list of sweeps, with a time-out and a panic guard around each. It reads the time once in a
//! cycle, finds everything that is due, and remembers in the database what it did: twice the same cycle changes nothing the
//! second time, and any number of workers may run it.

mod certificates;
pub mod checkpoints;
pub mod digests;
pub mod handing;
mod hazards;
pub mod report;
pub mod windows;

mod guard;
mod patience;
mod poison;
mod rows;

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use chrono::{DateTime, Utc};
use redline_domain::{Clock, clock::ManualClock};
use redline_entity::{certificate, hazard};
use redline_ledger::{
    Context, Db, Result, Site,
    audit::Signer,
    db::LONGEST_SWEEP,
    mail_halt, persist, settings,
    site::{self, LAST_CYCLE},
    system::{LARGEST_SKEW, LARGEST_STEP_BACK, clock_ahead},
};

use crate::{
    beat::Beat,
    deliver::Halt,
    mail::{Sender, Transport},
    ping::Ping,
};

pub use report::{CycleReport, SweepReport};

/// A sweep that takes longer is named in the beat. For each of the short ones it would cost a write that waits for the disk.
const SHORT_SWEEP: std::time::Duration = std::time::Duration::from_secs(2);

/// The clocks are compared at the start and then after so many cycles.
const COMPARE_EVERY: u64 = 20;

/// How an engine works.
#[derive(Clone, Debug)]
pub struct EngineSettings {
    /// How many rows are taken in one transaction.
    pub batch: u64,
    /// How many mails are claimed at once.
    pub delivery_batch: u64,
    /// How far apart the cycles are meant to be, for whoever watches the beat.
    pub interval_seconds: u64,
    /// The name under which its beat is written; unique for each start.
    pub name: String,
    /// Who signs the daily checkpoints of the ledger; none: there are none, as in tests of other things.
    pub signer: Option<Signer>,
}

impl EngineSettings {
    /// The settings of a worker that starts now.
    pub fn new(settings: &settings::Settings, site: &Site, now: DateTime<Utc>) -> Self {
        let name = format!("worker-{}", site.ids.next(now).simple());
        let settings::Worker { batch, delivery_batch, interval_seconds, .. } = settings.worker;
        Self { batch, delivery_batch, interval_seconds, name, signer: Some(Signer::File(settings.audit.key_file.clone())) }
    }
}

/// The engine, with the database that is its memory.
pub struct Engine {
    pub(crate) db: Db,
    pub(crate) site: Arc<Site>,
    pub(crate) transport: Transport,
    pub(crate) from: Sender,
    pub(crate) settings: EngineSettings,
    pub(crate) halt: Mutex<Option<Halt>>,
    pub(crate) ending: AtomicBool,
    beat: Beat,
    ping: Option<Ping>,
    comparisons: AtomicU64,
    clock_ahead: Mutex<Option<chrono::Duration>>,
}

impl Engine {
    /// An engine that starts now.
    pub fn new(db: Db, site: Arc<Site>, transport: Transport, from: Sender, settings: EngineSettings, now: DateTime<Utc>) -> Self {
        let beat = Beat::new(&settings, now);
        let (comparisons, clock_ahead) = (AtomicU64::new(0), Mutex::new(None));
        Self { db, site, transport, from, settings, halt: Mutex::new(None), ending: AtomicBool::new(false), beat, ping: None, comparisons, clock_ahead }
    }

    /// An engine as the settings want it.
    ///
    /// # Errors
    /// A sentence that names what cannot be used.
    pub fn open(db: Db, site: Arc<Site>, settings: &settings::Settings, now: DateTime<Utc>) -> anyhow::Result<Self> {
        let transport = Transport::new(&settings.mail)?;
        let from = Sender::parse(&settings.mail.from)?;
        let own = EngineSettings::new(settings, &site, now);
        let engine = Self::new(db, site, transport, from, own, now);
        match &settings.worker.ping_url {
            Some(url) => engine.pinging(url.expose()),
            None => Ok(engine),
        }
    }

    /// The same, asking for an address after each good cycle.
    ///
    /// # Errors
    /// If there can be no client.
    pub fn pinging(mut self, url: &str) -> anyhow::Result<Self> {
        self.ping = Some(Ping::new(url)?);
        Ok(self)
    }

    /// The same, with another signer of the checkpoints.
    #[must_use]
    pub fn signed_by(mut self, signer: Signer) -> Self {
        self.settings.signer = Some(signer);
        self
    }

    /// The transport by which its mail leaves.
    pub fn transport(&self) -> &Transport {
        &self.transport
    }

    pub(crate) fn context(&self, now: DateTime<Utc>) -> Context {
        Context::operator(Arc::clone(&self.site), now)
    }

    /// Does all that is due by now, where time stands still meanwhile: in a replay, or in a test.
    ///
    /// # Errors
    /// As [`Self::cycle_by`].
    pub async fn cycle(&self, now: DateTime<Utc>) -> Result<CycleReport> {
        self.cycle_by(&ManualClock::at(now)).await
    }

    /// Does all that is due by the moment at which it starts, and says what it did. A sweep that fails is reported and does not keep the
    /// others from their work. The beat says when it started and when it ended.
    ///
    /// # Errors
    /// If the database is away.
    pub async fn cycle_by(&self, clock: &dyn Clock) -> Result<CycleReport> {
        let now = clock.now();
        let mut report = CycleReport { started_at: now, ..CycleReport::default() };
        if let Some(last) = self.step_back(now).await? {
            let alarm = format!("the clock shows {now}, more than an hour before the last cycle of {last}; nothing is done until it is set right");
            tracing::error!(%now, %last, "refused a cycle: the clock went back");
            report.alarms.push(alarm);
            self.beat.refused(&self.db, &report).await?;
            return Ok(report);
        }
        self.beat.started(&self.db, now).await?;
        let (ctx, mut alarms, mut unsealed) = (self.context(now), Vec::new(), Vec::new());
        // Before anything else is written, so that a checkpoint ends with its day.
        report.checkpoints = self.sweep("checkpoints", checkpoints::sweep(self, &ctx, &mut unsealed), &mut alarms).await?;
        alarms.append(&mut unsealed);
        report.windows = self.sweep("windows", windows::sweep(self, &ctx), &mut alarms).await?;
        report.hazards = self.sweep("hazards", rows::sweep::<hazard::Entity>(self, &ctx), &mut alarms).await?;
        report.certificates = self.sweep("certificates", rows::sweep::<certificate::Entity>(self, &ctx), &mut alarms).await?;
        report.digests = self.sweep("digests", digests::sweep(self, &ctx), &mut alarms).await?;
        report.alarms = alarms;
        self.watch(&mut report).await?;
        self.beat.ended(&self.db, &report, clock.now()).await?;
        if let Some(ping) = self.ping.as_ref().filter(|_| report.alarms.is_empty()) {
            ping.send();
        }
        if !report.is_quiet() {
            tracing::info!(
                windows = report.windows.done,
                hazards = report.hazards.done,
                certificates = report.certificates.done,
                mails = report.digests.done,
                alarms = report.alarms.len(),
                "cycle"
            );
        }
        Ok(report)
    }

    async fn sweep(&self, name: &str, sweep: impl Future<Output = Result<SweepReport>>, alarms: &mut Vec<String>) -> Result<SweepReport> {
        // On the heap: sweeps are large, and whoever runs cycles should not need a large stack for them.
        let sweep = guard::sweep(name, LONGEST_SWEEP, Box::pin(sweep), alarms);
        tokio::pin!(sweep);
        tokio::select! {
            biased;
            outcome = &mut sweep => outcome,
            () = tokio::time::sleep(SHORT_SWEEP) => {
                let (named, outcome) = tokio::join!(self.beat.sweeps(&self.db, name), sweep);
                if let Err(error) = named {
                    tracing::warn!(%error, sweep = name, "a long sweep could not be named");
                }
                outcome
            }
        }
    }

    /// Adds what is known of the ways out of this process and of its clock.
    async fn watch(&self, report: &mut CycleReport) -> Result<()> {
        // Whichever worker met with it.
        if let Some(halt) = mail_halt::current(self.db.read()).await? {
            report.alarms.push(format!("mail is halted: {}", halt.answer));
        }
        report.ping_failed = self.ping.as_ref().and_then(Ping::failed);
        let ahead = *self.clock_ahead.lock().unwrap_or_else(PoisonError::into_inner);
        report.clock_ahead_ms = ahead.map(|ahead| ahead.num_milliseconds());
        if let Some(ahead) = ahead.filter(|ahead| ahead.abs() > LARGEST_SKEW) {
            report.alarms.push(format!("this machine's clock is {} s ahead of the database's: set both right", ahead.num_seconds()));
        }
        Ok(())
    }

    /// Compares the clock with the database's, if it is time for that. Where the database is away, the next cycle tells.
    pub async fn compare_clocks(&self, clock: &dyn Clock) {
        if self.comparisons.fetch_add(1, Ordering::Relaxed).is_multiple_of(COMPARE_EVERY)
            && let Ok(ahead) = clock_ahead(&self.db, clock).await
        {
            *self.clock_ahead.lock().unwrap_or_else(PoisonError::into_inner) = ahead;
        }
    }

    /// Writes down that this worker stops in order.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn stop(&self, now: DateTime<Utc>) -> Result<()> {
        self.transport.close().await;
        if let Some(ping) = &self.ping {
            ping.close().await;
        }
        self.beat.stopped(&self.db, now).await
    }

    /// When the last cycle started, if the clock stands far behind it; else notes that one starts now.
    async fn step_back(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        persist(|| async {
            let txn = self.db.begin().await?;
            let last = site::last_cycle(&txn).await?;
            if let Some(last) = last.filter(|last| now < *last - LARGEST_STEP_BACK) {
                return Ok(Some(last));
            }
            // Of two workers whose clocks differ a little the later one is kept.
            if last.is_none_or(|last| last < now) {
                site::set_fact(&txn, LAST_CYCLE, &now.to_rfc3339()).await?;
            }
            txn.commit().await?;
            Ok(None)
        })
        .await
    }

    /// Accepts the clock as it is, for an operator who has set it right after it was wrong.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn accept_clock(&self, now: DateTime<Utc>) -> Result<()> {
        persist(|| async {
            let txn = self.db.begin().await?;
            site::set_fact(&txn, LAST_CYCLE, &now.to_rfc3339()).await?;
            txn.commit().await?;
            Ok(())
        })
        .await
    }
}
