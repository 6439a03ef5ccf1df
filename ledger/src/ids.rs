//! New identifiers: UUIDv7 from the injected clock, and random bits that a replay can repeat.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use uuid::Uuid;

/// Makes identifiers.
pub struct Ids(Mutex<StdRng>);

impl Ids {
    /// Identifiers that nobody can foresee.
    pub fn random() -> Self {
        Self(Mutex::new(rand::make_rng()))
    }

    /// The same identifiers each time, for replays and tests.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// A new identifier that sorts by `now`.
    pub fn next(&self, now: DateTime<Utc>) -> Uuid {
        let noise: [u8; 10] = self.0.lock().unwrap_or_else(PoisonError::into_inner).random();
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(now.timestamp_millis()).unwrap_or_default(), &noise).into_uuid()
    }

    /// Random bytes, for tokens.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).random()
    }
}
