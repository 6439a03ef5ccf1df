//! The calendar rules of the catalogue, case by case.

use super::{
    InForce,
    fixture::{day, enterprise, lines, organization, profile, rulebook},
    plan, windows,
};
use crate::Period;

const HIGH: &str = "HAZARDOUS_CHEMICALS";
const LOW: &str = "INDUSTRY_AND_TRADE";

fn opens(rule: &str, sector: &str, from: &str) -> Vec<String> {
    let mut lines = lines(&rulebook(), &enterprise(sector, &[], from), rule);
    lines.iter_mut().for_each(|line| line.truncate("2023-05-22".len()));
    lines
}

#[test]
fn a_window_is_written_with_its_keys_in_this_order() {
    let book = rulebook();
    let until = profile(r#"{"kind":"ENTERPRISE","sectors":["GAS"],"from":"2023-05-22","until":"2023-06-10"}"#);
    let written = |profile: &super::Profile| serde_json::to_string(windows(&book, profile).iter().find(|it| it.rule == "E05").expect("an E05")).expect("JSON");
    assert_eq!(
        written(&enterprise(LOW, &[], "2023-05-22")),
        r#"{"rule":"E05","opens_on":"2023-04-01","closes_on":"2023-06-30","due_on":"2023-06-30","ended":null}"#
    );
    assert_eq!(
        written(&until),
        r#"{"rule":"E05","opens_on":"2023-04-01","closes_on":"2023-06-30","due_on":"2023-06-30","ended":{"on":"2023-06-10","as":"EXCUSED"}}"#
    );
}

#[test]
fn a_profile_with_an_unknown_field_is_refused() {
    for json in
        [r#"{"kind":"VILLAGE","from":"2023-05-22","sector":[]}"#, r#"{"kind":"VILLAGE","from":"2023-05-22","changes":[{"on":"2023-06-01","trait":[]}]}"#]
    {
        assert!(serde_json::from_str::<super::Profile>(json).is_err(), "{json}");
    }
}

#[test]
fn who_is_there_from_the_first_day_owes_the_quarter_and_the_half_year_under_way_but_not_may() {
    let (book, high, low) = (rulebook(), enterprise(HIGH, &[], "2023-05-22"), enterprise(LOW, &[], "2023-05-22"));
    let months: Vec<_> =
        ["06-01 2023-06-30", "07-01 2023-07-31", "08-01 2023-08-31", "09-01 2023-09-30", "10-01 2023-10-31", "11-01 2023-11-30", "12-01 2023-12-31"]
            .map(|month| format!("2023-{month}"))
            .into();
    assert_eq!(lines(&book, &high, "E05"), months);
    assert_eq!(lines(&book, &low, "E05"), ["2023-04-01 2023-06-30", "2023-07-01 2023-09-30", "2023-10-01 2023-12-31"]);
    assert_eq!(lines(&book, &high, "E16"), ["2023-01-01 2023-06-30", "2023-07-01 2023-12-31"]);
    assert_eq!(lines(&book, &low, "E16"), ["2023-01-01 2023-12-31"]);
}

#[test]
fn having_taken_part_before_the_action_changes_nothing() {
    for json in [r#"{"kind":"VILLAGE","from":"FROM"}"#, r#"{"kind":"ENTERPRISE","sectors":["FIREWORKS"],"traits":["HOT_WORK"],"from":"FROM"}"#] {
        let book = rulebook();
        let [before, first] = ["2019-01-01", "2023-05-22"].map(|from| profile(&json.replace("FROM", from)));
        assert_eq!(windows(&book, &before), windows(&book, &first));
    }
}

#[test]
fn a_period_under_way_counts_with_fourteen_days_left_and_not_with_thirteen() {
    for (rule, sector, fourteen, thirteen, opened) in [
        ("E05", HIGH, "2023-06-17", "2023-06-18", "2023-06-01"),
        ("E05", HIGH, "2023-07-18", "2023-07-19", "2023-07-01"),
        ("E05", LOW, "2023-09-17", "2023-09-18", "2023-07-01"),
        ("E16", HIGH, "2023-06-17", "2023-06-18", "2023-01-01"),
        ("E16", LOW, "2023-12-18", "2023-12-19", "2023-01-01"),
    ] {
        assert_eq!(opens(rule, sector, fourteen).first().map(String::as_str), Some(opened), "{rule} {fourteen}");
        assert!(!opens(rule, sector, thirteen).contains(&opened.to_owned()), "{rule} {thirteen}");
    }
}

#[test]
fn joining_on_the_first_day_of_a_period_takes_all_of_it_and_on_its_last_day_none() {
    assert_eq!(opens("E05", HIGH, "2023-12-01"), ["2023-12-01"]);
    assert_eq!(opens("E05", HIGH, "2023-11-30"), ["2023-12-01"]);
    assert_eq!(opens("E05", LOW, "2023-10-01"), ["2023-10-01"]);
    assert_eq!(opens("E05", LOW, "2023-09-30"), ["2023-10-01"]);
    assert_eq!(opens("E16", HIGH, "2023-07-01"), ["2023-07-01"]);
    assert_eq!(opens("E16", HIGH, "2023-06-30"), ["2023-07-01"]);
    assert!(opens("E05", HIGH, "2023-12-31").is_empty());
    assert!(opens("E16", LOW, "2023-12-31").is_empty());
}

#[test]
fn the_weekly_table_begins_in_the_week_of_the_first_day_and_ends_with_the_year() {
    let book = rulebook();
    for (kind, rule) in [("VILLAGE", "V04"), ("UNIT", "R04"), ("SAFETY_OFFICE", "O01")] {
        let weeks = lines(&book, &organization(kind, "2023-05-22"), rule);
        assert_eq!((weeks.len(), weeks[0].as_str(), weeks[31].as_str()), (32, "2023-05-22 2023-05-28", "2023-12-25 2023-12-31"), "{rule}");
    }
}

#[test]
fn a_week_counts_even_when_only_its_sunday_is_left() {
    assert_eq!(lines(&rulebook(), &organization("VILLAGE", "2023-06-04"), "V04")[0], "2023-05-29 2023-06-04");
    assert_eq!(lines(&rulebook(), &organization("VILLAGE", "2023-06-05"), "V04")[0], "2023-06-05 2023-06-11");
    assert_eq!(lines(&rulebook(), &organization("VILLAGE", "2023-12-31"), "V04"), ["2023-12-25 2023-12-31"]);
}

#[test]
fn the_first_bulletin_is_of_june_and_the_last_is_due_in_the_new_year() {
    let bulletins = lines(&rulebook(), &organization("SAFETY_OFFICE", "2023-05-22"), "O02");
    assert_eq!(bulletins.len(), 7);
    assert_eq!(bulletins[0], "2023-06-01 2023-06-30 due 2023-07-05");
    assert_eq!(bulletins[6], "2023-12-01 2023-12-31 due 2024-01-05");
}

#[test]
fn every_once_duty_has_the_dates_of_the_table() {
    let book = rulebook();
    let all = ["HOT_WORK", "SPECIAL_POSTS", "CONTRACTORS", "MAJOR_INSTALLATION", "DEPUTIES"];
    for rule in ["E01", "E02", "E08", "E09", "E10", "E11", "E12", "E13", "E14", "E15", "E17"] {
        assert_eq!(lines(&book, &enterprise(LOW, &all, "2023-05-22"), rule), ["2023-05-22 2023-07-31"], "{rule}");
    }
    let unit = profile(r#"{"kind":"UNIT","traits":["ENFORCEMENT_POWER"],"from":"2023-05-22"}"#);
    let [village, office, party] = ["VILLAGE", "SAFETY_OFFICE", "PARTY_OFFICE"].map(|kind| organization(kind, "2023-05-22"));
    let halves: &[&str] = &["2023-05-22 2023-08-09", "2023-08-10 2023-12-09"];
    let phases: &[&str] = &["2023-05-22 2023-05-30", "2023-05-31 2023-07-31", "2023-08-01 2023-10-31", "2023-11-01 2023-12-31"];
    let tables: [(&super::Profile, &str, &[&str]); _] = [
        (&village, "V01", &["2023-05-22 2023-05-30"]),
        (&village, "V02", &["2023-05-22 2023-05-30"]),
        (&village, "V03", &["2023-05-22 2023-05-25"]),
        (&village, "V05", halves),
        (&village, "V06", &["2023-06-01 2023-06-30"]),
        (&village, "V07", &["2023-05-22 2023-07-31"]),
        (&village, "V08", &["2023-05-22 2023-07-31"]),
        (&village, "V09", &["2023-05-22 2023-12-31"]),
        (&unit, "R01", &["2023-05-22 2023-05-30"]),
        (&unit, "R02", &["2023-05-22 2023-05-30"]),
        (&unit, "R03", &["2023-05-22 2023-05-25"]),
        (&unit, "R05", &["2023-05-22 2023-07-31"]),
        (&unit, "R06", &["2023-05-22 2023-07-31"]),
        (&unit, "R07", &["2023-08-01 2023-10-31"]),
        (&unit, "R08", halves),
        (&unit, "R09", &["2023-05-22 2023-12-31"]),
        (&office, "O03", phases),
        (&party, "P01", &["2023-05-22 2023-12-31"]),
    ];
    for (profile, rule, expected) in tables {
        assert_eq!(lines(&book, profile, rule), expected, "{rule}");
    }
}

#[test]
fn who_joins_late_has_fourteen_days_but_not_past_the_end_of_the_action() {
    for (from, expected) in [
        ("2023-05-23", "2023-05-23 2023-07-31"),
        ("2023-07-18", "2023-07-18 2023-07-31"),
        ("2023-07-19", "2023-07-19 2023-08-01"),
        ("2023-08-01", "2023-08-01 2023-08-14"),
        ("2023-12-18", "2023-12-18 2023-12-31"),
        ("2023-12-28", "2023-12-28 2023-12-31"),
        ("2023-12-31", "2023-12-31 2023-12-31"),
    ] {
        assert_eq!(lines(&rulebook(), &enterprise(LOW, &[], from), "E01"), [expected]);
    }
}

#[test]
fn a_named_first_day_stays_where_it_is_for_who_joins_late() {
    let (book, late) = (rulebook(), |from| organization("VILLAGE", from));
    assert_eq!(lines(&book, &late("2023-05-23"), "V01"), ["2023-05-23 2023-06-05"]);
    assert_eq!(lines(&book, &late("2023-06-20"), "V06"), ["2023-06-01 2023-07-03"]);
    assert_eq!(
        lines(&book, &late("2023-09-01"), "V05"),
        ["2023-09-01 2023-09-14", "2023-08-10 2023-12-09"].map(str::to_owned).into_iter().rev().collect::<Vec<_>>()
    );
    assert_eq!(lines(&book, &late("2023-12-01"), "V05"), ["2023-08-10 2023-12-14", "2023-12-01 2023-12-14"]);
    assert_eq!(
        lines(&book, &organization("SAFETY_OFFICE", "2023-07-25"), "O03"),
        ["2023-05-22 2023-08-07", "2023-05-31 2023-08-07", "2023-08-01 2023-10-31", "2023-11-01 2023-12-31"]
    );
}

#[test]
fn outside_the_action_there_is_nothing() {
    let book = rulebook();
    for json in [
        r#"{"kind":"VILLAGE","from":"2024-01-01"}"#,
        r#"{"kind":"VILLAGE","from":"2022-01-01","until":"2023-05-22"}"#,
        r#"{"kind":"VILLAGE","from":"2023-07-01","until":"2023-07-01"}"#,
        r#"{"kind":"VILLAGE","from":"2023-07-02","until":"2023-07-01"}"#,
        r#"{"kind":"DISCIPLINE_OFFICE","from":"2023-05-22"}"#,
    ] {
        assert!(windows(&book, &profile(json)).is_empty(), "{json}");
    }
    assert!(!windows(&book, &profile(r#"{"kind":"VILLAGE","from":"2022-01-01","until":"2023-05-23"}"#)).is_empty());
}

#[test]
fn a_plan_names_event_and_standing_duties_too_without_windows() {
    let (book, from) = (rulebook(), day("2023-05-22"));
    let enterprise = enterprise(HIGH, &[], "2023-05-22");
    let of = |rule: &str| {
        plan(&book, &enterprise).into_iter().find(|duty| duty.rule == rule).map(|duty| (duty.in_force, duty.begins_on, duty.ended, duty.windows.len()))
    };
    assert_eq!(of("E04"), Some((InForce::Event, from, None, 0)));
    assert_eq!(of("E05"), Some((InForce::Every(Period::Month), from, None, 7)));
    assert_eq!(of("E01"), Some((InForce::Once, from, None, 1)));
    assert_eq!(of("E13"), None, "no hot work");
    let office = organization("SAFETY_OFFICE", "2023-05-22");
    let in_force: Vec<_> = plan(&book, &office).iter().map(|duty| (duty.in_force, duty.windows.len())).collect();
    assert_eq!(in_force, [(InForce::Every(Period::Week), 32), (InForce::Every(Period::Month), 7), (InForce::EachPhase, 4), (InForce::Standing, 0)]);
}
