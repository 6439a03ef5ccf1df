//! How often a person is written to (限频): whatever happens, nobody is flooded.

use chrono::{DateTime, Duration, Utc};

/// No two mails to a person come closer together.
pub const SHORTEST: Duration = Duration::minutes(3);

/// At most so many mails to a person within so long.
pub const LIMITS: [(usize, Duration); 3] = [(1, SHORTEST), (3, Duration::minutes(20)), (8, Duration::hours(2))];

/// What left longer ago than this no longer counts.
pub const MEMORY: Duration = Duration::hours(2);

/// The earliest moment, from `now` on, at which one more mail may leave to a person whose mails left, or are to leave, at those moments.
pub fn next(departures: &[DateTime<Utc>], now: DateTime<Utc>) -> DateTime<Utc> {
    let mut latest = departures.to_vec();
    latest.sort_unstable_by(|a, b| b.cmp(a));
    LIMITS.iter().filter_map(|&(most, within)| latest.get(most - 1).map(|left| *left + within)).fold(now, DateTime::max)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn minute(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_684_684_800 + minutes * 60, 0).expect("a moment")
    }

    #[test]
    fn mails_leave_three_minutes_apart_three_in_twenty_and_eight_in_two_hours() {
        let mut left = Vec::new();
        for _ in 0..10 {
            left.push(next(&left, minute(0)));
        }
        let minutes: Vec<i64> = left.iter().map(|at| (*at - minute(0)).num_minutes()).collect();
        assert_eq!(minutes, [0, 3, 6, 20, 23, 26, 40, 43, 120, 123]);
    }

    #[test]
    fn what_left_long_enough_ago_does_not_count() {
        assert_eq!(next(&[minute(0)], minute(2)), minute(3));
        assert_eq!(next(&[minute(0)], minute(3)), minute(3));
        assert_eq!(next(&[], minute(3)), minute(3));
    }

    proptest! {
        #[test]
        fn no_span_ever_holds_more_than_its_limit(waits in prop::collection::vec(0_i64..30, 1..40)) {
            let (mut left, mut now) = (Vec::new(), minute(0));
            for wait in waits {
                now += Duration::minutes(wait);
                let at = next(&left, now);
                prop_assert!(at >= now);
                left.push(at);
            }
            for (most, within) in LIMITS {
                for from in &left {
                    prop_assert!(left.iter().filter(|at| *from <= **at && **at < *from + within).count() <= most);
                }
            }
        }
    }
}
