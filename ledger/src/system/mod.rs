//! The state of the system (系统状态): whether workers live, and what waits. Something other than the worker notices its death.
//! `/healthz`, `/readyz`, `systemStatus` and `redline doctor` all read it here, so that they never disagree.

mod finding;
mod skew;
mod waiting;
mod worker;

use std::time::Duration as Limit;

use chrono::{DateTime, Datelike, Duration, Utc};
use redline_domain::{
    Clock,
    chain::{Unsealed, unsealed},
};
use redline_entity::checkpoint;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Db, Result, Site,
    db::OpenError,
    mail_halt::{self, MailHalt},
    site,
};

pub use finding::{Finding, LARGEST_SKEW, LARGEST_STEP_BACK, Level, verdict};
pub use skew::clock_ahead;
pub use waiting::{PATIENCE, Waiting};
pub use worker::{Told, Worker};

/// How long the database is waited for by those who ask whether the system is well.
const LONGEST: Limit = Limit::from_secs(5);

/// The state of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemStatus {
    /// At which moment.
    pub now: DateTime<Utc>,
    /// The workers, those that started last first.
    pub workers: Vec<Worker>,
    /// Whether at least one worker lives.
    pub healthy: bool,
    /// What waits.
    pub waiting: Waiting,
    /// Why no mail goes out, if so.
    pub halt: Option<MailHalt>,
    /// By how much the clock of this machine is ahead of the database's, if they can be compared.
    pub clock_ahead: Option<Duration>,
    /// When a worker last started a cycle, by its own clock.
    pub last_cycle: Option<DateTime<Utc>>,
    /// Which days of the ledger no checkpoint seals yet.
    pub unsealed: Option<Unsealed>,
    /// The years of the campaign, this year and the next one from December on, whose working days are not known: Monday to Friday
    /// are taken for them.
    pub unpublished_workday_years: Vec<i32>,
}

impl SystemStatus {
    /// What is wrong, the worst first.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = finding::of_workers(&self.workers, self.halt.as_ref(), self.now);
        findings.extend(finding::of_clocks(self.clock_ahead, self.last_cycle, self.now));
        findings.extend(finding::of_halt(self.halt.as_ref()));
        findings.extend(finding::of_waiting(&self.waiting));
        findings.extend(finding::of_calendar(self.unsealed.as_ref(), &self.unpublished_workday_years));
        sorted(findings)
    }
}

/// The state of the system now, as a machine with that clock sees it. It holds no personal data; who may see it is for the caller.
///
/// # Errors
/// If the database fails.
pub async fn status(db: &Db, here: &Site, clock: &dyn Clock) -> Result<SystemStatus> {
    let (clock_ahead, now, db) = (clock_ahead(db, clock).await?, clock.now(), db.read());
    let workers = worker::all(db, now).await?;
    let today = here.zone.date(now);
    let last = checkpoint::Entity::find().filter(checkpoint::Column::Day.lt(today)).order_by_desc(checkpoint::Column::Day).limit(1).one(db).await?;
    Ok(SystemStatus {
        now,
        healthy: workers.iter().any(|worker| worker.alive),
        workers,
        waiting: Waiting::of(db, now).await?,
        halt: mail_halt::current(db).await?,
        clock_ahead,
        last_cycle: site::last_cycle(db).await?,
        unsealed: unsealed(&last.iter().map(|checkpoint| checkpoint.day).collect(), today),
        unpublished_workday_years: unpublished(here, now),
    })
}

/// Whether a server with that clock may get requests: what keeps it from that is critical. The database answers, the schema is this
/// program's, the clocks are right, by which everything is dated, and a worker lives, without whom nothing falls due and nothing is sent.
pub async fn readiness(db: &Db, clock: &dyn Clock) -> Vec<Finding> {
    let asked = async {
        db.check_schema().await.map_err(|error| schema(&error))?;
        let away = |error| Finding::database_away(&error);
        let ahead = clock_ahead(db, clock).await.map_err(away)?;
        let now = clock.now();
        let workers = worker::all(db.read(), now).await.map_err(away)?;
        let mut findings = finding::of_workers(&workers, None, now);
        let last_cycle = site::last_cycle(db.read()).await.map_err(away)?;
        findings.extend(finding::of_clocks(ahead, last_cycle, now));
        Ok(sorted(findings))
    };
    within(asked).await
}

/// What is wrong with the whole installation, the worst first, and its state if it could be found out.
pub async fn health(db: &Db, site: &Site, clock: &dyn Clock) -> (Vec<Finding>, Option<SystemStatus>) {
    let mut state = None;
    let asked = async {
        db.check_schema().await.map_err(|error| schema(&error))?;
        let status = status(db, site, clock).await.map_err(|error| Finding::database_away(&error))?;
        let findings = status.findings();
        state = Some(status);
        Ok(findings)
    };
    let findings = within(asked).await;
    (findings, state)
}

async fn within(asked: impl Future<Output = Result<Vec<Finding>, Finding>>) -> Vec<Finding> {
    match tokio::time::timeout(LONGEST, asked).await {
        Ok(Ok(findings)) => findings,
        Ok(Err(finding)) => vec![finding],
        Err(_) => vec![Finding::database_away(&format!("no answer within {} s", LONGEST.as_secs()))],
    }
}

fn schema(error: &OpenError) -> Finding {
    match error {
        OpenError::Unreachable { .. } => Finding::database_away(error),
        OpenError::Older { .. } | OpenError::Newer { .. } => Finding::schema(error),
    }
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    findings
}

fn unpublished(site: &Site, now: DateTime<Utc>) -> Vec<i32> {
    let today = site.zone.date(now);
    // The General Office publishes the next year in November; by December it is missed.
    let last = if today.month() == 12 { today.year() + 1 } else { today.year() };
    let campaign = site.rulebook.begins_on.year()..=site.rulebook.ends_on.year();
    let mut years: Vec<i32> = campaign.chain(today.year()..=last).filter(|&year| !site.workdays.knows(year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}
