//! The beat (心跳) of a worker, in the database, so that something else notices when it is dead.

use chrono::{DateTime, Utc};
use redline_entity::worker_beat;
use redline_ledger::{Db, Error, Result, persist};
use sea_orm::{EntityTrait, Set, sea_query::OnConflict};
use serde_json::{Value, json};

use crate::engine::{CycleReport, EngineSettings};

/// The beat of one worker.
#[derive(Clone, Debug)]
pub(crate) struct Beat {
    name: String,
    interval_seconds: i32,
    started_at: DateTime<Utc>,
}

impl Beat {
    pub(crate) fn new(settings: &EngineSettings, now: DateTime<Utc>) -> Self {
        Self { name: settings.name.clone(), interval_seconds: i32::try_from(settings.interval_seconds).unwrap_or(i32::MAX), started_at: now }
    }

    pub(crate) async fn started(&self, db: &Db, now: DateTime<Utc>) -> Result<()> {
        let row = worker_beat::ActiveModel { cycle_started_at: Set(Some(now)), ..self.row() };
        self.write(db, row, &[worker_beat::Column::CycleStartedAt]).await
    }

    /// It is in that sweep from now on. Where it stays there, others see where it is stuck.
    pub(crate) async fn sweeps(&self, db: &Db, sweep: &str) -> Result<()> {
        let row = worker_beat::ActiveModel { sweep: Set(Some(sweep.to_owned())), ..self.row() };
        self.write(db, row, &[worker_beat::Column::Sweep]).await
    }

    pub(crate) async fn ended(&self, db: &Db, report: &CycleReport, now: DateTime<Utc>) -> Result<()> {
        let row = worker_beat::ActiveModel { cycle_ended_at: Set(Some(now)), summary: Set(summary(report)?), ..self.row() };
        self.write(db, row, &[worker_beat::Column::CycleEndedAt, worker_beat::Column::Sweep, worker_beat::Column::Summary]).await
    }

    /// A cycle that was refused started, and did not end well.
    pub(crate) async fn refused(&self, db: &Db, report: &CycleReport) -> Result<()> {
        let row = worker_beat::ActiveModel { cycle_started_at: Set(Some(report.started_at)), summary: Set(summary(report)?), ..self.row() };
        self.write(db, row, &[worker_beat::Column::CycleStartedAt, worker_beat::Column::Sweep, worker_beat::Column::Summary]).await
    }

    pub(crate) async fn stopped(&self, db: &Db, now: DateTime<Utc>) -> Result<()> {
        let row = worker_beat::ActiveModel { stopped_at: Set(Some(now)), ..self.row() };
        self.write(db, row, &[worker_beat::Column::StoppedAt]).await
    }

    fn row(&self) -> worker_beat::ActiveModel {
        worker_beat::ActiveModel {
            name: Set(self.name.clone()),
            version: Set(env!("CARGO_PKG_VERSION").to_owned()),
            interval_seconds: Set(self.interval_seconds),
            started_at: Set(self.started_at),
            cycle_started_at: Set(None),
            cycle_ended_at: Set(None),
            sweep: Set(None),
            summary: Set(json!({})),
            stopped_at: Set(None),
        }
    }

    async fn write(&self, db: &Db, row: worker_beat::ActiveModel, columns: &[worker_beat::Column]) -> Result<()> {
        persist(|| async {
            let txn = db.begin().await?;
            let or_update = OnConflict::column(worker_beat::Column::Name).update_columns(columns.iter().copied()).to_owned();
            worker_beat::Entity::insert(row.clone()).on_conflict(or_update).exec_without_returning(&txn).await?;
            txn.commit().await?;
            Ok(())
        })
        .await
    }
}

fn summary(report: &CycleReport) -> Result<Value> {
    serde_json::to_value(report).map_err(|error| Error::Inconsistent(error.to_string()))
}
