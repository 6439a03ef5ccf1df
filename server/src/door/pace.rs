//! How many requests in a minute (限速).

use std::{
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
};

use governor::{Quota, RateLimiter, clock::MonotonicClock, state::keyed::DashMapStateStore};

use super::Guest;

/// After so many requests those are forgotten who have asked for nothing of late.
const SWEEP: u32 = 10_000;

/// The pace of each asker: what was not used for a minute may come at once.
pub struct Pace {
    limiter: RateLimiter<Guest, DashMapStateStore<Guest>, MonotonicClock>,
    since_swept: AtomicU32,
}

impl Pace {
    /// So many in a minute.
    pub fn new(in_a_minute: u32) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(in_a_minute).unwrap_or(NonZeroU32::MIN));
        Self { limiter: RateLimiter::new(quota, DashMapStateStore::default(), MonotonicClock), since_swept: AtomicU32::new(0) }
    }

    /// Whether so many more may come now.
    pub fn take(&self, guest: &Guest, many: u32) -> bool {
        if self.since_swept.fetch_add(1, Ordering::Relaxed) == SWEEP {
            self.since_swept.store(0, Ordering::Relaxed);
            self.limiter.retain_recent();
        }
        let Some(many) = NonZeroU32::new(many) else { return true };
        // What can never be had at once is refused like what cannot be had now.
        matches!(self.limiter.check_key_n(guest, many), Ok(Ok(())))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn each_asker_has_a_pace_of_his_own() {
        let pace = Pace::new(10);
        let (one, other) = (Guest::Person(Uuid::from_u128(1)), Guest::Visitor("192.0.2.7".to_owned()));
        assert!(pace.take(&one, 10));
        assert!(!pace.take(&one, 1));
        assert!(pace.take(&other, 9) && pace.take(&other, 1) && !pace.take(&other, 1));
        assert!(!Pace::new(10).take(&one, 11), "more than a minute's at once");
    }
}
