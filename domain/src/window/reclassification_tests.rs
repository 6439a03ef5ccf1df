//! What a change of sector or trait, a suspension or a closure does to the windows.

use super::{
    EndedAs, InForce, Profile,
    fixture::{day, enterprise, lines, organization, profile, rulebook},
    plan, windows,
};
use crate::Period;

fn changing(sectors: &str, traits: &str, until: &str, changes: &str) -> Profile {
    profile(&format!(r#"{{"kind":"ENTERPRISE","sectors":[{sectors}],"traits":[{traits}],"from":"2023-05-22","until":{until},"changes":[{changes}]}}"#))
}

const HIGH: &str = r#""HAZARDOUS_CHEMICALS""#;
const LOW: &str = r#""GAS""#;

#[test]
fn an_enterprise_that_ceases_to_be_high_hazard_goes_on_by_quarters_and_by_the_year() {
    let book = rulebook();
    let profile = profile(
        r#"{"kind":"ENTERPRISE","sectors":["HAZARDOUS_CHEMICALS"],"traits":["HOT_WORK"],"from":"2023-05-22","until":null,
            "changes":[{"on":"2023-09-10","sectors":["INDUSTRY_AND_TRADE"],"traits":[]}]}"#,
    );
    assert_eq!(
        lines(&book, &profile, "E05"),
        [
            "2023-06-01 2023-06-30",
            "2023-07-01 2023-07-31",
            "2023-07-01 2023-09-30",
            "2023-08-01 2023-08-31",
            "2023-09-01 2023-09-30 SUPERSEDED on 2023-09-10",
            "2023-10-01 2023-12-31",
        ]
    );
    assert_eq!(lines(&book, &profile, "E16"), ["2023-01-01 2023-06-30", "2023-01-01 2023-12-31", "2023-07-01 2023-12-31 SUPERSEDED on 2023-09-10"]);
    assert_eq!(lines(&book, &profile, "E13"), ["2023-05-22 2023-07-31"], "it was over by then");
    let duties: Vec<_> = plan(&book, &profile)
        .iter()
        .filter(|duty| duty.rule == "E05")
        .map(|duty| (duty.in_force, duty.begins_on.to_string(), duty.ended.map(|it| it.how)))
        .collect();
    assert_eq!(
        duties,
        [(InForce::Every(Period::Month), "2023-05-22".to_owned(), Some(EndedAs::Superseded)), (InForce::Every(Period::Quarter), "2023-09-10".to_owned(), None)]
    );
}

#[test]
fn a_window_is_ended_up_to_its_last_day_and_not_on_the_day_after() {
    let last = |on: &str| lines(&rulebook(), &changing(HIGH, "", "null", &format!(r#"{{"on":"{on}","sectors":[{LOW}]}}"#)), "E05");
    assert_eq!(last("2023-08-31")[3], "2023-08-01 2023-08-31 SUPERSEDED on 2023-08-31");
    assert_eq!(last("2023-09-01")[3], "2023-08-01 2023-08-31");
    assert!(!last("2023-09-01").iter().any(|line| line.starts_with("2023-09-01")), "September never began as a month");
    assert_eq!(last("2023-09-02")[4], "2023-09-01 2023-09-30 SUPERSEDED on 2023-09-02");
}

#[test]
fn the_new_cadence_takes_the_period_under_way_by_the_fourteen_days() {
    let quarters = |on: &str| {
        let lines = lines(&rulebook(), &changing(HIGH, "", "null", &format!(r#"{{"on":"{on}","sectors":[{LOW}]}}"#)), "E05");
        lines.iter().filter(|line| line.as_str() == "2023-07-01 2023-09-30").count()
    };
    assert_eq!((quarters("2023-09-17"), quarters("2023-09-18")), (1, 0));
}

#[test]
fn a_change_that_leaves_the_cadence_as_it_was_changes_nothing() {
    let book = rulebook();
    let (steady_high, steady_low) = (changing(HIGH, "", "null", ""), changing(LOW, "", "null", ""));
    for (steady, change) in [
        (&steady_high, r#"{"on":"2023-09-10","sectors":["FIREWORKS","GAS"]}"#),
        (&steady_high, r#"{"on":"2023-09-10"}"#),
        (&steady_low, r#"{"on":"2023-09-10","sectors":[]}"#),
    ] {
        let changed = Profile { changes: vec![serde_json::from_str(change).expect("a change")], ..steady.clone() };
        assert_eq!(windows(&book, &changed), windows(&book, steady), "{change}");
    }
    let [hot_work, special_posts] = ["HOT_WORK", "SPECIAL_POSTS"].map(|it| format!("\"{it}\""));
    let either = changing(LOW, &hot_work, "null", &format!(r#"{{"on":"2023-06-10","traits":[{special_posts}]}}"#));
    assert_eq!(lines(&book, &either, "E14"), ["2023-05-22 2023-07-31"], "either trait is enough");
    assert_eq!(lines(&book, &either, "E13"), ["2023-05-22 2023-07-31 SUPERSEDED on 2023-06-10"]);
}

#[test]
fn a_trait_gained_later_begins_its_duties_then_and_one_regained_begins_them_anew() {
    let book = rulebook();
    let gained = changing(LOW, "", "null", r#"{"on":"2023-08-01","traits":["CONTRACTORS"]}"#);
    assert_eq!(lines(&book, &gained, "E15"), ["2023-08-01 2023-08-14"]);
    let regained = changing(LOW, r#""HOT_WORK""#, "null", r#"{"on":"2023-06-10","traits":[]},{"on":"2023-07-25","traits":["HOT_WORK"]}"#);
    assert_eq!(lines(&book, &regained, "E13"), ["2023-05-22 2023-07-31 SUPERSEDED on 2023-06-10", "2023-07-25 2023-08-07"]);
}

#[test]
fn of_two_changes_on_one_day_the_one_given_last_wins_and_their_order_by_day_does_not_matter() {
    let book = rulebook();
    let toggled = changing(HIGH, "", "null", &format!(r#"{{"on":"2023-09-10","sectors":[{LOW}]}},{{"on":"2023-09-10","sectors":[{HIGH}]}}"#));
    assert_eq!(windows(&book, &toggled), windows(&book, &changing(HIGH, "", "null", "")));
    let (first, second) = (format!(r#"{{"on":"2023-07-10","sectors":[{LOW}]}}"#), format!(r#"{{"on":"2023-09-10","sectors":[{HIGH}]}}"#));
    assert_eq!(
        windows(&book, &changing(HIGH, "", "null", &format!("{second},{first}"))),
        windows(&book, &changing(HIGH, "", "null", &format!("{first},{second}")))
    );
}

#[test]
fn a_change_before_the_beginning_is_so_from_the_beginning_and_one_at_the_end_is_ignored() {
    let book = rulebook();
    for on in ["2020-01-01", "2023-05-22"] {
        let changed = changing(HIGH, "", "null", &format!(r#"{{"on":"{on}","sectors":[{LOW}]}}"#));
        assert_eq!(windows(&book, &changed), windows(&book, &changing(LOW, "", "null", "")), "{on}");
    }
    for on in ["2023-09-10", "2023-10-01"] {
        let changed = changing(HIGH, "", r#""2023-09-10""#, &format!(r#"{{"on":"{on}","sectors":[{LOW}]}}"#));
        assert_eq!(windows(&book, &changed), windows(&book, &changing(HIGH, "", r#""2023-09-10""#, "")), "{on}");
    }
}

#[test]
fn closing_excuses_what_is_open_and_leaves_what_was_over() {
    let book = rulebook();
    let closed = changing(HIGH, "", r#""2023-07-15""#, "");
    assert_eq!(lines(&book, &closed, "E05"), ["2023-06-01 2023-06-30", "2023-07-01 2023-07-31 EXCUSED on 2023-07-15"]);
    assert_eq!(lines(&book, &closed, "E16"), ["2023-01-01 2023-06-30", "2023-07-01 2023-12-31 EXCUSED on 2023-07-15"]);
    assert_eq!(lines(&book, &closed, "E01"), ["2023-05-22 2023-07-31 EXCUSED on 2023-07-15"]);
    let office = Profile { until: Some(day("2023-07-02")), ..organization("SAFETY_OFFICE", "2023-05-22") };
    assert_eq!(lines(&book, &office, "O02"), ["2023-06-01 2023-06-30 due 2023-07-05", "2023-07-01 2023-07-31 due 2023-08-05 EXCUSED on 2023-07-02"]);
    assert_eq!(lines(&book, &office, "O03"), ["2023-05-22 2023-05-30", "2023-05-31 2023-07-31 EXCUSED on 2023-07-02"]);
}

#[test]
fn who_closes_on_the_named_first_day_does_not_owe_it_any_more() {
    let safety_month = |until| lines(&rulebook(), &Profile { until: Some(day(until)), ..organization("VILLAGE", "2023-05-22") }, "V06");
    assert_eq!(safety_month("2023-06-01"), [""; 0]);
    assert_eq!(safety_month("2023-06-02"), ["2023-06-01 2023-06-30 EXCUSED on 2023-06-02"]);
}

#[test]
fn leaving_on_the_last_day_ends_windows_and_leaving_after_the_action_ends_nothing() {
    let book = rulebook();
    let left = |until: &str| windows(&book, &changing(LOW, "", &format!("\"{until}\""), "")).iter().filter(|it| it.ended.is_some()).count();
    assert_eq!((left("2023-12-31"), left("2024-01-01"), left("2024-02-01")), (2, 0, 0));
    assert_eq!(windows(&book, &changing(LOW, "", r#""2024-01-01""#, "")), windows(&book, &enterprise("GAS", &[], "2023-05-22")));
}

#[test]
fn the_sectors_of_a_regulator_make_no_high_hazard_enterprise_of_it() {
    let mut book = rulebook();
    let table = book.rules.iter_mut().find(|rule| rule.code == "R04").expect("R04");
    table.cadence = crate::rulebook::Cadence::Every { period: Period::Quarter, high_hazard: Some(Period::Month), due_day_of_next_month: Some(31) };
    let unit = profile(r#"{"kind":"UNIT","sectors":["FIREWORKS"],"from":"2023-10-01"}"#);
    assert_eq!(lines(&book, &unit, "R04"), ["2023-10-01 2023-12-31 due 2024-01-31"]);
    book.ends_on = day("2024-03-31");
    assert_eq!(lines(&book, &unit, "R04")[1], "2024-01-01 2024-03-31 due 2024-04-30", "April has no 31st");
}
