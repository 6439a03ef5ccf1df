use chrono::Days;
use proptest::prelude::*;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1).expect("a date").iter_days().take_while(move |day| day.year() == year)
}

fn refused(text: &str) -> String {
    let refusal = WorkCalendar::default().with_year(text).expect_err("a refusal");
    assert_eq!(refusal.code, "BAD_WORKDAYS");
    refusal.to_string()
}

#[test]
fn each_published_year_has_the_number_of_workdays_that_the_notice_gives() {
    let calendar = WorkCalendar::builtin();
    for (year, workdays) in [(2023, 249), (2024, 251), (2025, 248), (2026, 248)] {
        assert!(calendar.knows(year));
        assert!(calendar.source(year).is_some_and(|source| source.contains(&format!("关于{year}年部分节假日安排的通知"))), "{year}");
        assert_eq!(days_of(year).filter(|&day| calendar.is_workday(day)).count(), workdays, "{year}");
    }
}

/// The sums were computed from two independent published tables of these years, which agree with each other day by day.
#[test]
fn no_workday_of_a_published_year_lies_on_another_day_than_in_independent_tables() {
    let calendar = WorkCalendar::builtin();
    for (year, sum_of_squared_ordinals) in [(2023, 11_173_775), (2024, 11_349_569), (2025, 11_269_600), (2026, 11_299_596)] {
        let sum: u32 = days_of(year).filter(|&day| calendar.is_workday(day)).map(|day| day.ordinal().pow(2)).sum();
        assert_eq!(sum, sum_of_squared_ordinals, "{year}");
    }
}

#[test]
fn the_days_around_the_holidays_of_2023_are_as_published() {
    let calendar = WorkCalendar::builtin();
    for (day, worked, holiday) in [
        ("2023-01-02", false, Some("元旦")),
        ("2023-01-03", true, None),
        ("2023-06-21", true, None),
        ("2023-06-22", false, Some("端午节")),
        ("2023-06-23", false, Some("端午节")),
        ("2023-06-24", false, Some("端午节")),
        ("2023-06-25", true, None),
        ("2023-06-26", true, None),
        ("2023-09-28", true, None),
        ("2023-09-29", false, Some("中秋节、国庆节")),
        ("2023-10-01", false, Some("中秋节、国庆节")),
        ("2023-10-06", false, Some("中秋节、国庆节")),
        ("2023-10-07", true, None),
        ("2023-10-08", true, None),
        ("2023-10-09", true, None),
        ("2023-10-14", false, None),
        ("2023-12-30", false, None),
        ("2023-12-31", false, None),
    ] {
        assert_eq!((calendar.is_workday(date(day)), calendar.holiday(date(day))), (worked, holiday), "{day}");
    }
}

#[test]
fn in_a_year_not_yet_published_plain_weekdays_are_worked_and_callers_can_tell() {
    let calendar = WorkCalendar::builtin();
    assert!(!calendar.knows(2022) && !calendar.knows(2027));
    assert!(calendar.is_workday(date("2027-10-01")));
    assert!(!calendar.is_workday(date("2027-10-02")));
    assert_eq!(calendar.source(2027), None);
}

#[test]
fn a_year_given_at_run_time_is_used_and_replaces_a_known_one() {
    let text = "year = 2027\nsource = \"通知\"\nworkdays = [2027-09-26]\n[[holiday]]\nname = \"国庆节\"\nfrom = \"2027-10-01\"\nto = 2027-10-07\n";
    let calendar = WorkCalendar::builtin().with_year(text).expect("a year");
    assert!(calendar.knows(2027));
    assert!(!calendar.is_workday(date("2027-10-07")));
    assert!(calendar.is_workday(date("2027-09-26")));
    let amended = calendar.with_year("year = 2027\nsource = \"更正\"\n").expect("a year");
    assert!(amended.is_workday(date("2027-10-07")));
    assert_eq!(amended.source(2027), Some("更正"));
}

#[test]
fn a_wrong_file_is_refused_by_its_line_with_what_would_be_right() {
    let head = "year = 2027\nsource = \"通知\"\n";
    let holiday = |from: &str, to: &str| format!("{head}[[holiday]]\nname = \"国庆节\"\nfrom = \"{from}\"\nto = \"{to}\"\n");
    for (text, expected) in [
        (holiday("2026-10-01", "2027-10-07"), "line 5: 2026-10-01 is not in 2027; right would be the file of 2026"),
        (holiday("2027-10-07", "2027-10-01"), "line 6: 国庆节 is from 2027-10-07 to 2027-10-01; right would be the first day as `from` and the last as `to`"),
        (holiday("2027-13-01", "2027-10-07"), "line 5: `2027-13-01` is no date; right would be e.g. \"2027-10-01\""),
        (
            holiday("2027-10-01", "2027-10-07") + "[[holiday]]\nname = \"中秋节\"\nfrom = \"2027-10-07\"\nto = \"2027-10-08\"\n",
            "line 9: 中秋节 overlaps 国庆节 (2027-10-01 to 2027-10-07); right would be one entry for both, or other dates",
        ),
        (format!("{head}workdays = [\n\"2027-10-08\",\n]\n"), "line 4: 2027-10-08 is a Friday; `workdays` lists only Saturdays and Sundays that are worked"),
        (format!("{head}workdays = [\"2027-10-09\",\n\"2027-10-09\"]\n"), "line 4: 2027-10-09 is listed twice; right would be once"),
        (format!("{head}workdays = [1]\n"), "line 3: `1` is no date; right would be e.g. \"2027-10-01\""),
        (
            holiday("2027-10-01", "2027-10-07").replace("[[holiday]]", "workdays = [\"2027-10-02\"]\n[[holiday]]"),
            "line 3: 2027-10-02 lies in 国庆节 (2027-10-01 to 2027-10-07) and cannot be worked; take it out of one of them",
        ),
        ("year = 27\nsource = \"\"\n".to_owned(), "line 1: 27 is no year; right would be e.g. 2027"),
    ] {
        assert_eq!(refused(&text), expected);
    }
    assert!(refused("year = 2027\nsource = \"\"\nholidays = []\n").starts_with("line 3: unknown field `holidays`"));
}

proptest! {
    #[test]
    fn the_nth_workday_after_a_day_has_n_workdays_up_to_it(offset in 0u64..1800, n in 1u32..60) {
        let calendar = WorkCalendar::builtin();
        let from = date("2022-11-01") + Days::new(offset);
        let nth = calendar.nth_after(from, n);
        prop_assert!(calendar.is_workday(nth));
        let between = from.iter_days().skip(1).take_while(|&day| day <= nth).filter(|&day| calendar.is_workday(day)).count();
        prop_assert_eq!(between, n as usize);
        let (before, after) = (calendar.on_or_before(from), calendar.on_or_after(from));
        prop_assert!(before <= from && from <= after && calendar.is_workday(before) && calendar.is_workday(after));
    }
}
