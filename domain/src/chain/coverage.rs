//! Which days no checkpoint seals yet (未封存日期).

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

/// How many days old the last checkpoint may be.
const FRESH: u64 = 2;

/// The days that no checkpoint seals yet, neither their own nor a later one (未封存日期).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsealed {
    /// The day of the last checkpoint.
    pub last: NaiveDate,
    /// The first day that is not sealed.
    pub from: NaiveDate,
    /// Yesterday, the last day that could be.
    pub until: NaiveDate,
    /// Whether the last checkpoint is older than two days.
    pub stale: bool,
}

/// What is not sealed yet of the days from the first checkpoint to yesterday. A checkpoint of a day that has not come, made under a
/// clock that was ahead, seals none of them.
pub fn unsealed(sealed: &BTreeSet<NaiveDate>, today: NaiveDate) -> Option<Unsealed> {
    let last = *sealed.range(..today).next_back()?;
    let (from, until) = (last.checked_add_days(Days::new(1))?, today.pred_opt()?);
    let stale = last.checked_add_days(Days::new(FRESH)).is_some_and(|fresh| fresh < today);
    (from <= until).then_some(Unsealed { last, from, until, stale })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn june(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 6, day).expect("a day")
    }

    fn found(sealed: &[u32], today: u32) -> Option<(u32, u32, bool)> {
        use chrono::Datelike;
        let days = sealed.iter().map(|&day| june(day)).collect();
        unsealed(&days, june(today)).map(|unsealed| (unsealed.from.day(), unsealed.until.day(), unsealed.stale))
    }

    #[test]
    fn where_yesterday_is_sealed_nothing_is_missing_whatever_days_were_skipped() {
        assert_eq!(found(&[1, 2, 3], 4), None);
        assert_eq!(found(&[1, 9], 10), None, "the later one seals the days between");
        assert_eq!(found(&[9], 9), None, "a day is sealed when it is over");
        assert_eq!(found(&[], 10), None, "nothing was sealed yet");
    }

    #[test]
    fn what_no_later_one_seals_is_missing_and_the_last_one_is_stale_after_two_days() {
        assert_eq!(found(&[1, 2], 4), Some((3, 3, false)));
        assert_eq!(found(&[1, 2], 5), Some((3, 4, true)));
        assert_eq!(found(&[1, 2, 30], 5), Some((3, 4, true)), "one of a day to come seals nothing");
    }
}
