//! What a cycle did, for the log, the beat and tests.

use chrono::{DateTime, Utc};
use serde::Serialize;

/// What a cycle did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CycleReport {
    /// When it started.
    pub started_at: DateTime<Utc>,
    /// How many days of the ledger were sealed.
    pub checkpoints: SweepReport,
    /// What was done to windows.
    pub windows: SweepReport,
    /// What was done to hazards.
    pub hazards: SweepReport,
    /// What was done to certificates.
    pub certificates: SweepReport,
    /// How many mails were made.
    pub digests: SweepReport,
    /// What the operator must know.
    pub alarms: Vec<String>,
    /// By how many milliseconds this machine's clock is ahead of the database's, if they were compared.
    pub clock_ahead_ms: Option<i64>,
    /// Why the address of `worker.ping_url` could not be asked for after an earlier cycle, if so.
    pub ping_failed: Option<String>,
}

impl CycleReport {
    /// Whether nothing was done.
    pub fn is_quiet(&self) -> bool {
        [&self.checkpoints, &self.windows, &self.hazards, &self.certificates, &self.digests].iter().all(|sweep| **sweep == SweepReport::default())
            && self.alarms.is_empty()
    }
}

/// What a sweep did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SweepReport {
    /// How many rows were dealt with.
    pub done: u64,
    /// How many notices were planned, or gathered.
    pub notices: u64,
    /// How many steps found nobody to tell.
    pub gaps: u64,
    /// How many rows failed and were pushed ahead.
    pub pushed: u64,
    /// How many rows were set aside for good.
    pub set_aside: u64,
}

impl std::ops::AddAssign for SweepReport {
    fn add_assign(&mut self, other: Self) {
        self.done += other.done;
        self.notices += other.notices;
        self.gaps += other.gaps;
        self.pushed += other.pushed;
        self.set_aside += other.set_aside;
    }
}
