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
mod poison;
mod rows;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use redline_entity::{certificate, hazard};
use redline_ledger::{Context, Db, Result, Site, audit::Signer, settings, site};

use crate::{
    beat::Beat,
    deliver::Halt,
    mail::{Sender, Transport},
};

pub use report::{CycleReport, SweepReport};

/// The fact by whose name the database says when the last cycle started.
pub const LAST_CYCLE: &str = "last_cycle";

/// A clock that is further behind than this is wrong: an engine that believed it would tell people of the past.
const LARGEST_STEP_BACK: chrono::Duration = chrono::Duration::hours(1);

/// No sweep takes longer than this; what it did not come to, the next cycle does.
const LONGEST_SWEEP: Duration = Duration::from_secs(300);

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
        let settings::Worker { batch, delivery_batch, interval_seconds } = settings.worker;
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
    beat: Beat,
}

impl Engine {
    /// An engine that starts now.
    pub fn new(db: Db, site: Arc<Site>, transport: Transport, from: Sender, settings: EngineSettings, now: DateTime<Utc>) -> Self {
        let beat = Beat::new(&settings, now);
        Self { db, site, transport, from, settings, halt: Mutex::new(None), beat }
    }

    /// An engine as the settings want it.
    ///
    /// # Errors
    /// A sentence that names what cannot be used.
    pub fn open(db: Db, site: Arc<Site>, settings: &settings::Settings, now: DateTime<Utc>) -> anyhow::Result<Self> {
        let transport = Transport::new(&settings.mail)?;
        let from = Sender::parse(&settings.mail.from)?;
        let own = EngineSettings::new(settings, &site, now);
        Ok(Self::new(db, site, transport, from, own, now))
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

    /// Does all that is due by now, and says what it did. A sweep that fails is reported and does not keep the others from
    /// their work.
    ///
    /// # Errors
    /// If the database is away.
    pub async fn cycle(&self, now: DateTime<Utc>) -> Result<CycleReport> {
        let mut report = CycleReport { started_at: now, ..CycleReport::default() };
        if let Some(last) = self.step_back(now).await? {
            let alarm = format!("the clock shows {now}, more than an hour before the last cycle of {last}; nothing is done until it is set right");
            tracing::error!(%now, %last, "refused a cycle: the clock went back");
            report.alarms.push(alarm);
            self.beat.refused(&self.db, &report).await?;
            return Ok(report);
        }
        self.beat.started(&self.db, now).await?;
        let ctx = self.context(now);
        // Before anything else is written, so that a checkpoint ends with its day.
        let mut unsealed = Vec::new();
        report.checkpoints = guard::sweep("checkpoints", LONGEST_SWEEP, checkpoints::sweep(self, &ctx, &mut unsealed), &mut report.alarms).await?;
        report.alarms.extend(unsealed);
        report.windows = guard::sweep("windows", LONGEST_SWEEP, windows::sweep(self, &ctx), &mut report.alarms).await?;
        report.hazards = guard::sweep("hazards", LONGEST_SWEEP, rows::sweep::<hazard::Entity>(self, &ctx), &mut report.alarms).await?;
        report.certificates = guard::sweep("certificates", LONGEST_SWEEP, rows::sweep::<certificate::Entity>(self, &ctx), &mut report.alarms).await?;
        report.digests = guard::sweep("digests", LONGEST_SWEEP, digests::sweep(self, &ctx), &mut report.alarms).await?;
        if let Some(halt) = self.halt.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            report.alarms.push(format!("mail is halted: {}", halt.answer));
        }
        self.beat.ended(&self.db, &report).await?;
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

    /// Writes down that this worker stops in order.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn stop(&self, now: DateTime<Utc>) -> Result<()> {
        self.transport.close().await;
        self.beat.stopped(&self.db, now).await
    }

    /// When the last cycle started, if the clock stands far behind it; else notes that one starts now.
    async fn step_back(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        let txn = self.db.begin().await?;
        let last = site::fact(&txn, LAST_CYCLE).await?.and_then(|text| text.parse::<DateTime<Utc>>().ok());
        if let Some(last) = last.filter(|last| now < *last - LARGEST_STEP_BACK) {
            return Ok(Some(last));
        }
        // Of two workers whose clocks differ a little the later one is kept.
        if last.is_none_or(|last| last < now) {
            site::set_fact(&txn, LAST_CYCLE, &now.to_rfc3339()).await?;
        }
        txn.commit().await?;
        Ok(None)
    }

    /// Accepts the clock as it is, for an operator who has set it right after it was wrong.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn accept_clock(&self, now: DateTime<Utc>) -> Result<()> {
        let txn = self.db.begin().await?;
        site::set_fact(&txn, LAST_CYCLE, &now.to_rfc3339()).await?;
        txn.commit().await?;
        Ok(())
    }
}
