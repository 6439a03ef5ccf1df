//! A worker as its beat shows it (后台程序).

use chrono::{DateTime, Duration, Utc};
use redline_entity::worker_beat;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, QuerySelect};
use serde::Deserialize;

use crate::Result;

/// How many workers are shown, the latest first: a worker has a new name at each start.
const SHOWN: u64 = 50;

/// A worker as its beat shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Its name.
    pub name: String,
    /// The program's version.
    pub version: String,
    /// How far apart its cycles are meant to be.
    pub interval: Duration,
    /// When it started.
    pub started_at: DateTime<Utc>,
    /// When a cycle last ended well.
    pub last_cycle_ended_at: Option<DateTime<Utc>>,
    /// When it was shut down in order.
    pub stopped_at: Option<DateTime<Utc>>,
    /// Whether it lives: it was not stopped, and a cycle ended within two intervals (before the first one: it started then).
    pub alive: bool,
    /// For how long a cycle has been under way, if it takes longer than two intervals.
    pub cycle_runs_for: Option<Duration>,
    /// In which sweep it is.
    pub sweep: Option<String>,
    /// What its last cycle told.
    pub told: Told,
}

/// What a cycle tells of itself to whoever watches (the summary of a beat holds more).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Told {
    /// What the operator must know.
    pub alarms: Vec<String>,
    /// By how many milliseconds its machine's clock is ahead of the database's, if they were compared.
    pub clock_ahead_ms: Option<i64>,
    /// Why the address of `worker.ping_url` could not be asked for, if so.
    pub ping_failed: Option<String>,
}

impl Worker {
    fn of(beat: worker_beat::Model, now: DateTime<Utc>) -> Self {
        let interval = Duration::seconds(beat.interval_seconds.into());
        let last = beat.cycle_ended_at.unwrap_or(beat.started_at);
        let runs_for = beat.cycle_started_at.filter(|_| beat.sweep.is_some() && beat.stopped_at.is_none()).map(|start| now - start);
        Self {
            // One in the time to come is of a clock that was wrong, and of no worker that lives now.
            alive: beat.stopped_at.is_none() && (now - last).abs() <= interval * 2,
            name: beat.name,
            version: beat.version,
            interval,
            started_at: beat.started_at,
            last_cycle_ended_at: beat.cycle_ended_at,
            stopped_at: beat.stopped_at,
            cycle_runs_for: runs_for.filter(|&runs_for| runs_for > interval * 2),
            sweep: beat.sweep,
            told: serde_json::from_value(beat.summary).unwrap_or_default(),
        }
    }

    /// When it last gave a sign of life.
    pub fn last_seen(&self) -> DateTime<Utc> {
        self.last_cycle_ended_at.unwrap_or(self.started_at)
    }
}

/// The workers, those that started last first.
pub(super) async fn all(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Worker>> {
    let beats = worker_beat::Entity::find().order_by_desc(worker_beat::Column::StartedAt).order_by_asc(worker_beat::Column::Name).limit(SHOWN).all(db).await?;
    Ok(beats.into_iter().map(|beat| Worker::of(beat, now)).collect())
}
