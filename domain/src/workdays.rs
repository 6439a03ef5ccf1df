//! Working days (工作日), as the ladder needs them. Which days they are is the affair of whoever implements this.

use chrono::{Days, NaiveDate};

/// No holiday is as long as this: a search that goes on longer would never end.
const LONGEST_SEARCH: u64 = 366;

/// Tells working days from holidays.
pub trait Workdays {
    /// Whether people work on that day (是否工作日).
    fn is_workday(&self, date: NaiveDate) -> bool;

    /// That day if it is a working day, else the last working day before it.
    fn on_or_before(&self, date: NaiveDate) -> NaiveDate {
        (0..LONGEST_SEARCH).map_while(|days| date.checked_sub_days(Days::new(days))).find(|&day| self.is_workday(day)).unwrap_or(date)
    }

    /// That day if it is a working day, else the first working day after it.
    fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        (0..LONGEST_SEARCH).map_while(|days| date.checked_add_days(Days::new(days))).find(|&day| self.is_workday(day)).unwrap_or(date)
    }

    /// The `n`-th working day strictly after that day; the day itself for 0.
    fn nth_after(&self, date: NaiveDate, n: u32) -> NaiveDate {
        (0..n).fold(date, |day, _| day.succ_opt().map_or(day, |next| self.on_or_after(next)))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};

    use super::*;

    struct Weekdays;
    impl Workdays for Weekdays {
        fn is_workday(&self, date: NaiveDate) -> bool {
            !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
        }
    }

    struct NeverWorks;
    impl Workdays for NeverWorks {
        fn is_workday(&self, _: NaiveDate) -> bool {
            false
        }
    }

    fn june(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 6, day).expect("a day of June")
    }

    #[test]
    fn a_working_day_is_itself_and_a_weekend_moves_either_way() {
        assert_eq!((Weekdays.on_or_before(june(9)), Weekdays.on_or_after(june(9))), (june(9), june(9)));
        for weekend in [june(10), june(11)] {
            assert_eq!((Weekdays.on_or_before(weekend), Weekdays.on_or_after(weekend)), (june(9), june(12)));
        }
    }

    #[test]
    fn the_nth_working_day_is_strictly_after_and_skips_the_weekend() {
        let counted: Vec<_> = (0..=3).map(|n| Weekdays.nth_after(june(8), n)).collect();
        assert_eq!(counted, [june(8), june(9), june(12), june(13)]);
        assert_eq!(Weekdays.nth_after(june(10), 1), june(12));
    }

    #[test]
    fn a_calendar_without_working_days_ends_the_search() {
        assert_eq!((NeverWorks.on_or_before(june(9)), NeverWorks.on_or_after(june(9))), (june(9), june(9)));
        assert_eq!(NeverWorks.nth_after(june(9), 2), june(11));
    }
}
