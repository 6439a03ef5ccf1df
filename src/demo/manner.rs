//! How the organizations of the township are, and what follows from it: when they do what they owe, if they do it.

use chrono::{Days, NaiveDate};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use redline_domain::{WorkCalendar, Workdays as _, window::PlannedWindow};

use super::{
    places,
    township::{ENTERPRISES, UNITS, VILLAGES},
};

/// How an organization is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Everything is done in time.
    Diligent,
    /// Much is done late.
    Late,
    /// Little is done.
    Negligent,
}

impl Manner {
    /// How the organization at a place of the township is.
    pub fn of(at: usize, seed: u64) -> Self {
        let chance = rng(seed, at, 1).random_range(0..100);
        match at {
            // Each of these has a story, which its manner must not spoil.
            _ if at == ENTERPRISES + places::CHEMICAL_PLANT => Self::Late,
            _ if [places::DEPUTY_LED, places::HEAD_LEFT, places::RECLASSIFIED, places::SUSPENDED].iter().any(|&story| at == ENTERPRISES + story) => {
                Self::Diligent
            }
            0..VILLAGES => Self::Diligent,
            // The village and the unit that have logins are good ones; of the others one in four is late.
            VILLAGES | UNITS => Self::Diligent,
            _ if at < ENTERPRISES && chance < 75 => Self::Diligent,
            _ if at < ENTERPRISES => Self::Late,
            _ if chance < 50 => Self::Diligent,
            _ if chance < 82 => Self::Late,
            _ => Self::Negligent,
        }
    }

    /// On which day a window's duty is done; none: not at all.
    pub fn day(self, rng: &mut StdRng, window: &PlannedWindow<'_>, begins_on: NaiveDate, workdays: &WorkCalendar) -> Option<NaiveDate> {
        let start = window.opens_on.max(begins_on);
        let span = u64::try_from((window.due_on - start).num_days()).unwrap_or(0);
        let in_time = |rng: &mut StdRng, from: u64, to: u64| {
            let share = if from < to { rng.random_range(from..to) } else { from };
            let day = workdays.on_or_after(start + Days::new(span * share / 100));
            // What a holiday would make late is done before it.
            if day > window.due_on { workdays.on_or_before(window.due_on).max(start) } else { day }
        };
        let weekly = span <= 7;
        let chance = rng.random_range(0..100);
        let late = |rng: &mut StdRng, least: u32, most: u32| workdays.nth_after(window.due_on, rng.random_range(least..=most));
        match self {
            Self::Diligent if weekly => Some(in_time(rng, 60, 100)),
            Self::Diligent => Some(in_time(rng, 5, 85)),
            Self::Late if chance < 55 => Some(in_time(rng, 70, 100)),
            Self::Late if chance < 88 => Some(late(rng, 1, if weekly { 3 } else { 9 })),
            Self::Negligent if chance < 18 => Some(in_time(rng, 60, 100)),
            Self::Negligent if chance < 40 => Some(late(rng, 4, 15)),
            Self::Late | Self::Negligent => None,
        }
    }
}

/// Chance for one organization and one purpose: what happens elsewhere does not change it.
pub fn rng(seed: u64, body: usize, purpose: u64) -> StdRng {
    StdRng::seed_from_u64(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ ((body as u64) << 20) ^ purpose)
}
