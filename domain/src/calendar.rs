//! Calendar periods (周期): weeks from Monday to Sunday, months, quarters, half-years and years.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::words;

words! {
    /// A calendar period (周期), never a rolling span.
    Period {
        Week = "WEEK", "周", "Week";
        Month = "MONTH", "月", "Month";
        Quarter = "QUARTER", "季度", "Quarter";
        HalfYear = "HALF_YEAR", "半年", "Half-year";
        Year = "YEAR", "年", "Year";
    }
}

impl Period {
    /// The first day of the period that contains `date`.
    pub fn first_day(self, date: NaiveDate) -> NaiveDate {
        match self {
            Self::Week => date - Days::new(u64::from(date.weekday().num_days_from_monday())),
            _ => {
                let months = self.months();
                let first = date.month0() / months * months;
                date - Days::new(u64::from(date.day0())) - Months::new(date.month0() - first)
            }
        }
    }

    /// The first day of the period after the one that begins on `first`.
    pub fn next_first_day(self, first: NaiveDate) -> NaiveDate {
        match self {
            Self::Week => first + Days::new(7),
            _ => first + Months::new(self.months()),
        }
    }

    /// The last day of the period that contains `date`.
    pub fn last_day(self, date: NaiveDate) -> NaiveDate {
        self.next_first_day(self.first_day(date)) - Days::new(1)
    }

    fn months(self) -> u32 {
        match self {
            Self::Week | Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}
