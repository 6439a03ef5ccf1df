//! Key periods (关键时间节点): days on which heads have to be on duty, such as holidays and great meetings (clause 2.1.1).

use chrono::NaiveDate;

use crate::Refusal;

/// How many days a key period has at most.
pub const MOST_DAYS: i64 = 31;

/// What is wrong with the days of a key period that is declared on a day: it begins on that day or later, does not end before it
/// begins, and has 31 days at most.
pub fn check(from: NaiveDate, until: NaiveDate, today: NaiveDate) -> Option<Refusal> {
    if from < today {
        let zh = format!("开始日期不能早于今天（{today}）。");
        return Some(Refusal::new("BEGINS_IN_THE_PAST", zh, format!("It cannot begin before today ({today}).")).field("from"));
    }
    if until < from {
        let zh = format!("结束日期不能早于开始日期（{from}）。");
        return Some(Refusal::new("ENDS_BEFORE_IT_BEGINS", zh, format!("It cannot end before it begins ({from}).")).field("until"));
    }
    let days = days(from, until);
    (days > MOST_DAYS).then(|| {
        let zh = format!("关键时间节点最长 {MOST_DAYS} 天，现为 {days} 天；请分段公布。");
        let en = format!("A key period has {MOST_DAYS} days at most, this one has {days}; declare it in parts.");
        Refusal::new("TOO_LONG", zh, en).field("until")
    })
}

/// How many days it has, both ends included.
pub fn days(from: NaiveDate, until: NaiveDate) -> i64 {
    (until - from).num_days() + 1
}

/// The days of a key period of which nobody is known to have been on duty.
pub fn missing(from: NaiveDate, until: NaiveDate, on_duty: impl Fn(NaiveDate) -> bool) -> Vec<NaiveDate> {
    from.iter_days().take_while(|day| *day <= until).filter(|day| !on_duty(*day)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn code(from: &str, until: &str) -> Option<&'static str> {
        check(day(from), day(until), day("2023-06-20")).map(|refusal| refusal.code)
    }

    #[test]
    fn it_begins_today_or_later() {
        assert_eq!(code("2023-06-19", "2023-06-24"), Some("BEGINS_IN_THE_PAST"));
        assert_eq!(code("2023-06-20", "2023-06-24"), None);
    }

    #[test]
    fn it_has_one_day_to_thirty_one() {
        assert_eq!(code("2023-06-22", "2023-06-21"), Some("ENDS_BEFORE_IT_BEGINS"));
        assert_eq!(code("2023-06-22", "2023-06-22"), None);
        assert_eq!(code("2023-07-01", "2023-07-31"), None);
        assert_eq!(code("2023-07-01", "2023-08-01"), Some("TOO_LONG"));
        assert_eq!(days(day("2023-06-22"), day("2023-06-24")), 3);
    }

    #[test]
    fn the_days_without_anybody_are_told() {
        assert_eq!(missing(day("2023-06-22"), day("2023-06-24"), |on| on == day("2023-06-23")), [day("2023-06-22"), day("2023-06-24")]);
    }
}
