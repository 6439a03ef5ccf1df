//! New identifiers: UUIDv7 from the injected clock, and random bits that a replay can repeat.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use uuid::Uuid;

/// Makes identifiers. Those of one moment sort in the order in which they were made.
pub struct Ids(Mutex<State>);

struct State {
    noise: StdRng,
    millis: u64,
    made: u32,
}

impl Ids {
    /// Identifiers that nobody can foresee.
    pub fn random() -> Self {
        Self::with(rand::make_rng())
    }

    /// The same identifiers each time, for replays and tests.
    pub fn seeded(seed: u64) -> Self {
        Self::with(StdRng::seed_from_u64(seed))
    }

    fn with(noise: StdRng) -> Self {
        Self(Mutex::new(State { noise, millis: 0, made: 0 }))
    }

    /// A new identifier that sorts by `now`, and after those that were made before it at the same moment.
    pub fn next(&self, now: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        let mut state = self.state();
        state.made = if state.millis == millis { state.made.wrapping_add(1) } else { 0 };
        state.millis = millis;
        let mut noise: [u8; 10] = state.noise.random();
        // 24 bits count; version and variant take the upper bits of the first and third byte.
        let made = state.made;
        noise[0] = (made >> 20) as u8 & 0x0f;
        noise[1] = (made >> 12) as u8;
        noise[2] = (made >> 6) as u8 & 0x3f;
        noise[3] = (made << 2) as u8 | noise[3] & 0x03;
        uuid::Builder::from_unix_timestamp_millis(millis, &noise).into_uuid()
    }

    /// Random bytes, for tokens.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        self.state().noise.random()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_identifiers_of_one_moment_sort_as_they_were_made() {
        let ids = Ids::seeded(7);
        let now = DateTime::from_timestamp_millis(1_684_684_800_000).expect("a moment");
        let made: Vec<Uuid> = (0..10_000).map(|_| ids.next(now)).collect();
        assert!(made.is_sorted());
        assert_eq!(made.iter().collect::<std::collections::HashSet<_>>().len(), made.len());
        assert!(ids.next(now + chrono::Duration::milliseconds(1)) > made[9_999]);
    }

    #[test]
    fn the_same_seed_makes_the_same_identifiers_of_version_7() {
        let now = DateTime::from_timestamp_millis(1_684_684_800_000).expect("a moment");
        let (one, other) = (Ids::seeded(7), Ids::seeded(7));
        for _ in 0..100 {
            let id = one.next(now);
            assert_eq!(id, other.next(now));
            assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
        }
        assert_ne!(one.next(now), Ids::seeded(8).next(now));
    }
}
