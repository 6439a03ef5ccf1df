//! The state of a window (期次状态): computed from its facts and a day, never stored.

use chrono::{Days, NaiveDate};

use super::{Ended, EndedAs};
use crate::words;

words! {
    /// The state of a window (期次状态).
    WindowStatus {
        Upcoming = "UPCOMING", "未开始", "Upcoming";
        Open = "OPEN", "进行中", "Open";
        DueSoon = "DUE_SOON", "即将到期", "Due soon";
        Overdue = "OVERDUE", "已逾期", "Overdue";
        Fulfilled = "FULFILLED", "已完成", "Fulfilled";
        FulfilledLate = "FULFILLED_LATE", "逾期完成", "Fulfilled late";
        Excused = "EXCUSED", "免除", "Excused";
        Superseded = "SUPERSEDED", "取代", "Superseded";
    }
}

/// What is known of a window (期次事实).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowFacts {
    /// Its first day.
    pub opens_on: NaiveDate,
    /// Its last day.
    pub closes_on: NaiveDate,
    /// The day by the end of which it is owed.
    pub due_on: NaiveDate,
    /// The day on which what fulfils it was done.
    pub fulfilled_on: Option<NaiveDate>,
    /// The day on which that was recorded; none: on the day itself.
    pub fulfilled_recorded_on: Option<NaiveDate>,
    /// Its end before its time.
    pub ended: Option<Ended>,
}

impl WindowFacts {
    /// Its end, if that has come by the end of `today`.
    pub fn ended_by(&self, today: NaiveDate) -> Option<Ended> {
        self.ended.filter(|ended| ended.on <= today)
    }

    fn recorded_on(&self) -> Option<NaiveDate> {
        self.fulfilled_recorded_on.or(self.fulfilled_on)
    }
}

/// The state on a day. What was fulfilled stays fulfilled, whatever ended afterwards.
pub fn status(facts: &WindowFacts, today: NaiveDate, due_soon_days: u32) -> WindowStatus {
    if let Some(done) = facts.fulfilled_on {
        return if done <= facts.due_on { WindowStatus::Fulfilled } else { WindowStatus::FulfilledLate };
    }
    match facts.ended_by(today).map(|ended| ended.how) {
        Some(EndedAs::Excused) => WindowStatus::Excused,
        Some(EndedAs::Superseded) => WindowStatus::Superseded,
        None if today < facts.opens_on => WindowStatus::Upcoming,
        None if today > facts.due_on => WindowStatus::Overdue,
        None if facts.due_on.checked_sub_days(Days::new(u64::from(due_soon_days))).is_none_or(|soon| today >= soon) => WindowStatus::DueSoon,
        None => WindowStatus::Open,
    }
}

/// The state as it was known at the end of a day: what was recorded only afterwards does not count.
pub fn status_as_of(facts: &WindowFacts, day: NaiveDate, due_soon_days: u32) -> WindowStatus {
    let known = facts.recorded_on().is_some_and(|recorded| recorded <= day);
    status(&WindowFacts { fulfilled_on: facts.fulfilled_on.filter(|_| known), ..*facts }, day, due_soon_days)
}

/// Whether it was done in time, but recorded only after it was due (补录). That stays visible.
pub fn recorded_late(facts: &WindowFacts) -> bool {
    facts.fulfilled_on.is_some_and(|done| done <= facts.due_on) && facts.recorded_on().is_some_and(|recorded| recorded > facts.due_on)
}

#[cfg(test)]
mod tests {
    use super::{WindowStatus::*, *};
    use crate::window::fixture::day;

    fn june() -> WindowFacts {
        WindowFacts {
            opens_on: day("2023-06-01"),
            closes_on: day("2023-06-30"),
            due_on: day("2023-06-30"),
            fulfilled_on: None,
            fulfilled_recorded_on: None,
            ended: None,
        }
    }

    fn fulfilled(on: &str, recorded: &str) -> WindowFacts {
        WindowFacts { fulfilled_on: Some(day(on)), fulfilled_recorded_on: Some(day(recorded)), ..june() }
    }

    fn ended(on: &str, how: EndedAs) -> WindowFacts {
        WindowFacts { ended: Some(Ended { on: day(on), how }), ..june() }
    }

    #[test]
    fn an_open_window_goes_from_upcoming_to_overdue_with_the_days() {
        for (today, expected) in [
            ("2023-05-31", Upcoming),
            ("2023-06-01", Open),
            ("2023-06-22", Open),
            ("2023-06-23", DueSoon),
            ("2023-06-30", DueSoon),
            ("2023-07-01", Overdue),
            ("2024-06-30", Overdue),
        ] {
            assert_eq!(status(&june(), day(today), 7), expected, "{today}");
        }
        assert_eq!(status(&june(), day("2023-06-29"), 0), Open);
        assert_eq!(status(&june(), day("2023-06-30"), 0), DueSoon);
        assert_eq!(status(&june(), day("2023-06-01"), u32::MAX), DueSoon);
    }

    #[test]
    fn what_is_done_on_the_due_date_is_in_time_and_a_day_later_it_is_late() {
        assert_eq!(status(&fulfilled("2023-06-30", "2023-06-30"), day("2023-07-09"), 7), Fulfilled);
        assert_eq!(status(&fulfilled("2023-07-01", "2023-07-01"), day("2023-07-09"), 7), FulfilledLate);
    }

    #[test]
    fn a_record_made_after_the_due_date_about_a_day_within_it_is_recorded_late() {
        assert!(!recorded_late(&fulfilled("2023-06-30", "2023-06-30")));
        assert!(recorded_late(&fulfilled("2023-06-30", "2023-07-01")));
        assert!(!recorded_late(&fulfilled("2023-07-01", "2023-07-01")), "that is late itself");
        assert!(!recorded_late(&june()));
    }

    #[test]
    fn an_ended_window_is_ended_from_that_day_on_and_not_before() {
        let facts = ended("2023-06-10", EndedAs::Superseded);
        assert_eq!(status(&facts, day("2023-06-09"), 7), Open);
        assert_eq!(status(&facts, day("2023-06-10"), 7), Superseded);
        assert_eq!(status(&ended("2023-06-10", EndedAs::Excused), day("2023-08-01"), 7), Excused);
    }

    #[test]
    fn a_window_fulfilled_before_it_ended_stays_fulfilled() {
        let facts = WindowFacts { ended: ended("2023-06-10", EndedAs::Excused).ended, ..fulfilled("2023-06-05", "2023-06-05") };
        assert_eq!(status(&facts, day("2023-06-20"), 7), Fulfilled);
    }

    #[test]
    fn as_of_a_past_day_only_what_was_recorded_by_then_counts() {
        let facts = fulfilled("2023-06-20", "2023-07-02");
        assert_eq!(status_as_of(&facts, day("2023-06-21"), 7), Open);
        assert_eq!(status_as_of(&facts, day("2023-07-01"), 7), Overdue);
        assert_eq!(status_as_of(&facts, day("2023-07-02"), 7), Fulfilled);
        assert_eq!(status_as_of(&ended("2023-06-10", EndedAs::Excused), day("2023-06-09"), 7), Open);
        assert_eq!(status_as_of(&ended("2023-06-10", EndedAs::Excused), day("2023-06-10"), 7), Excused);
    }
}
