//! Time. Nothing else in the project reads the machine's clock.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// Tells the present moment.
pub trait Clock: Send + Sync {
    /// The present moment, to the millisecond.
    fn now(&self) -> DateTime<Utc>;

    /// How far it is ahead of the machine's clock, with which it runs. None: it does not run with it.
    fn shift(&self) -> Option<Duration> {
        None
    }
}

/// A clock that can be handed around.
pub type SharedClock = Arc<dyn Clock>;

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> DateTime<Utc> {
        to_millis(Utc::now())
    }

    fn shift(&self) -> Option<Duration> {
        Some(Duration::zero())
    }
}

/// The machine's clock, shifted: the demo's clock goes on from the demo date.
#[derive(Clone, Copy, Debug)]
pub struct ShiftedClock {
    shift: Duration,
}

impl ShiftedClock {
    /// A clock that is ahead of the machine's by `shift`, or behind it.
    pub fn by(shift: Duration) -> Self {
        Self { shift }
    }

    /// A clock that shows `start` now and runs on from there.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self { shift: start - SystemClock.now() }
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.shift
    }

    fn shift(&self) -> Option<Duration> {
        Some(self.shift)
    }
}

/// A clock that stands still until it is told otherwise: for tests and for the replay.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that shows `now`.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(AtomicI64::new(now.timestamp_millis()))
    }

    /// Sets it to `now`.
    pub fn set(&self, now: DateTime<Utc>) {
        self.0.store(now.timestamp_millis(), Ordering::SeqCst);
    }

    /// Moves it by `by`, ahead or back.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

fn to_millis(t: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(t.timestamp_millis()).unwrap_or(t)
}

/// The zone of the site, in which all dates are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(pub Tz);

impl Default for Zone {
    fn default() -> Self {
        Self(chrono_tz::Asia::Shanghai)
    }
}

impl Zone {
    /// The calendar date at the site at a moment.
    pub fn date(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.0).date_naive()
    }

    /// The first moment of a date at the site.
    pub fn start_of(self, date: NaiveDate) -> DateTime<Utc> {
        self.at(date, 0)
    }

    /// The moment at which a date at the site reaches an hour. Where daylight saving skips or repeats that hour, the
    /// earliest moment at or after it.
    pub fn at(self, date: NaiveDate, hour: u32) -> DateTime<Utc> {
        let wall = date.and_time(NaiveTime::from_hms_opt(hour.min(23), 0, 0).unwrap_or_default());
        (0..=4)
            .find_map(|half_hours| self.0.from_local_datetime(&(wall + Duration::minutes(30 * half_hours))).earliest())
            .map_or_else(|| wall.and_utc(), |local| local.with_timezone(&Utc))
    }
}
