//! The state of the system (系统状态): whether workers live, and what waits. Something other than the worker notices its death.

use chrono::{DateTime, Datelike, Duration, Utc};
use redline_domain::{MailState, NoticeState};
use redline_entity::{hazard, mail, notice, window, worker_beat};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{Result, Site};

/// How many workers are shown, the latest first: a worker has a new name at each start.
const SHOWN: u64 = 50;

/// The state of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemStatus {
    /// At which moment.
    pub now: DateTime<Utc>,
    /// The workers, those that started last first.
    pub workers: Vec<Worker>,
    /// Whether at least one worker lives.
    pub healthy: bool,
    /// Notices that wait for their morning.
    pub pending_notices: u64,
    /// Mails that wait in the outbox or are on their way.
    pub queued_mails: u64,
    /// Mails that were given up.
    pub failed_mails: u64,
    /// How long the oldest thing that is due has been waiting for a worker; none: nothing is waiting.
    pub oldest_due: Option<Duration>,
    /// The years of the campaign, this year and the next one from December on, whose working days are not known: Monday to Friday
    /// are taken for them.
    pub unpublished_workday_years: Vec<i32>,
}

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
}

impl Worker {
    fn of(beat: worker_beat::Model, now: DateTime<Utc>) -> Self {
        let interval = Duration::seconds(beat.interval_seconds.into());
        let last = beat.cycle_ended_at.unwrap_or(beat.started_at);
        Self {
            alive: beat.stopped_at.is_none() && now - last <= interval * 2,
            name: beat.name,
            version: beat.version,
            interval,
            started_at: beat.started_at,
            last_cycle_ended_at: beat.cycle_ended_at,
            stopped_at: beat.stopped_at,
        }
    }
}

/// The state of the system at a moment. It holds no personal data; who may see it is for the caller.
pub async fn status(db: &impl ConnectionTrait, site: &Site, now: DateTime<Utc>) -> Result<SystemStatus> {
    let beats = worker_beat::Entity::find().order_by_desc(worker_beat::Column::StartedAt).order_by_asc(worker_beat::Column::Name).limit(SHOWN).all(db).await?;
    let workers: Vec<Worker> = beats.into_iter().map(|beat| Worker::of(beat, now)).collect();
    let due_window = first_due(db, window::Entity::find().select_only().column(window::Column::CheckAfter), window::Column::CheckAfter, now).await?;
    let due_hazard = first_due(db, hazard::Entity::find().select_only().column(hazard::Column::CheckAfter), hazard::Column::CheckAfter, now).await?;
    Ok(SystemStatus {
        now,
        healthy: workers.iter().any(|worker| worker.alive),
        workers,
        pending_notices: notice::Entity::find().filter(notice::Column::State.eq(NoticeState::Pending)).count(db).await?,
        queued_mails: mail::Entity::find().filter(mail::Column::State.is_in([MailState::Queued, MailState::Sending])).count(db).await?,
        failed_mails: mail::Entity::find().filter(mail::Column::State.eq(MailState::Failed)).count(db).await?,
        oldest_due: due_window.into_iter().chain(due_hazard).min().map(|due| now - due),
        unpublished_workday_years: unpublished(site, now),
    })
}

/// The earliest moment that has come, by the index on it.
async fn first_due<E: EntityTrait>(
    db: &impl ConnectionTrait,
    select: sea_orm::Select<E>,
    column: E::Column,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let first: Option<Option<DateTime<Utc>>> = select.filter(column.lte(now)).order_by_asc(column).limit(1).into_tuple().one(db).await?;
    Ok(first.flatten())
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
