use super::{GOOD, mistakes};
use crate::Rulebook;

#[test]
fn the_good_rulebook_has_no_mistake() {
    assert_eq!(mistakes(&[]), Vec::<String>::new());
}

#[test]
fn each_mistake_is_told_with_its_line_and_what_would_be_right() {
    let told: Vec<_> = CASES.iter().map(|(from, to, _)| format!("{from} -> {to}\n{}", mistakes(&[(from, to)]).join("\n"))).collect();
    let expected: Vec<_> = CASES.iter().map(|(from, to, expected)| format!("{from} -> {to}\n{expected}")).collect();
    assert_eq!(told, expected);
}

#[test]
fn all_mistakes_are_told_in_one_run_in_the_order_of_the_lines() {
    let told = mistakes(&[
        ("kind = \"VILLAGE\"", "kind = \"CITY\""),
        ("morning_hour = 8", "morning_hour = 24\nnoon = 12"),
        ("by = 2023-12-09", "by = 2023-02-30"),
        ("code = \"A3\"", "code = \"A1\""),
        ("quote = \"方案\"\n", ""),
        ("ladder = \"usual\"\n\n[[rule]]\ncode = \"A2\"", "ladder = \"unusual\"\n\n[[rule]]\ncode = \"A2\""),
    ]);
    assert_eq!(
        told,
        [
            "10: `morning_hour` is 24; it must be from 0 to 23",
            "11: unknown key `noon`; known: min_days_of_begun_period, min_days_for_late_joiner, due_soon_days, morning_hour, certificate_days, hazard",
            "56: unknown ladder \"unusual\"; known: usual",
            "64: `kind`: unknown value \"CITY\"; known: ENTERPRISE, VILLAGE, UNIT, SAFETY_OFFICE, DISCIPLINE_OFFICE, PARTY_OFFICE",
            "65: `by` is 2023-02-30, which is not a date of the calendar; give one such as 2023-05-22",
            "69: missing key `quote`",
            "70: duplicate rule \"A1\"; the first is on line 48",
        ]
    );
}

#[test]
fn a_mistake_has_its_column_and_its_path() {
    let broken = GOOD.replace("\"HEAD_LED\"", "\"HEAD\"");
    let told = Rulebook::parse("small.toml", &broken).expect_err("broken");
    let places: Vec<_> = told.iter().map(|told| (told.file.as_str(), told.line, told.column, told.path.as_str())).collect();
    assert_eq!(places, [("small.toml", 54, 47, "rule[A1].evidence[#1].kinds[#1]")]);
}

#[test]
fn broken_syntax_is_the_only_mistake_told() {
    assert_eq!(
        mistakes(&[("until = 2023-07-31", "until 2023-07-31"), ("morning_hour = 8", "morning_hour = 24")]),
        ["19: not TOML: key with no value, expected `=`"]
    );
}

#[test]
fn an_empty_file_is_told_what_it_lacks() {
    let told: Vec<_> = Rulebook::parse("f", "").expect_err("empty").iter().map(|told| told.message.clone()).collect();
    let keys = ["code", "title", "begins_on", "ends_on", "phase", "sector", "ladder", "settings", "rule"];
    assert_eq!(told, keys.map(|key| format!("missing key `{key}`")));
}

#[test]
fn a_file_that_breaks_off_is_refused_wherever_it_does() {
    for end in (0..GOOD.len()).filter(|end| GOOD.is_char_boundary(*end)) {
        // A cut between two rules leaves a rulebook with fewer of them.
        let rest = GOOD[end..].trim_start();
        let whole = GOOD[..end].contains("[[rule]]") && (rest.is_empty() || rest.starts_with("[[rule]]"));
        match Rulebook::parse("f", &GOOD[..end]) {
            Ok(_) => assert!(whole, "the cut at {end} passed"),
            Err(told) => assert!(!told.is_empty() && !whole, "the cut at {end} is refused for nothing"),
        }
    }
}

/// What is replaced, by what, and what is told of it.
const CASES: &[(&str, &str, &str)] = &[
    // The action, its phases and settings.
    ("ends_on = 2023-12-31", "ends_on = 2022-12-31", "4: `ends_on` is 2022-12-31, before `begins_on`, 2023-05-22"),
    ("begins_on = 2023-05-22", "begins_on = 2023-05-22T08:00:00", "3: `begins_on` has a time of day; give the date only"),
    (
        "begins_on = 2023-05-22",
        "begins_on = \"2023-02-30\"",
        "3: `begins_on` is \"2023-02-30\", which is not a date of the calendar; give one such as 2023-05-22",
    ),
    ("begins_on = 2023-05-22", "begins_on = 2023", "3: `begins_on` is of type integer; a date such as 2023-05-22 is needed"),
    ("title = { zh = \"小方案\", en = \"A small one\" }", "title = \"x\"", "2: `title` is of type string; a table is needed"),
    ("en = \"A small one\"", "fr = \"x\", en = \"x\"", "2: unknown key `fr`; known: zh, en"),
    ("en = \"A small one\"", "en = \" \"", "2: `en` is empty; it must have a text"),
    ("code = \"small\"", "code = \"小\"", "1: `code` is \"小\"; it may have ASCII letters, digits and hyphens only"),
    ("code = \"small\"", "code = \"small\"\ncode = \"large\"", "2: `code` is given twice; keep one of them"),
    ("due_soon_days = 7", "due_soon_days = -1", "9: `due_soon_days` is -1; it must be from 0 to 366"),
    ("due_soon_days = 7", "due_soon_days = \"7\"", "9: `due_soon_days` is of type string; a whole number is needed"),
    ("due_soon_days = 7\n", "", "6: missing key `due_soon_days`"),
    ("[60, 30, 7]", "[60, 7, 30]", "11: 30 stands after 7; the numbers of `certificate_days` go down, each once"),
    ("[60, 30, 7]", "[60, 60]", "11: 60 stands after 60; the numbers of `certificate_days` go down, each once"),
    ("[60, 30, 7]", "[366, 0]", "11: `certificate_days[#1]` is 366; it must be from 1 to 365\n11: `certificate_days[#2]` is 0; it must be from 1 to 365"),
    ("[60, 30, 7]", "[]", "11: `certificate_days` is empty; name at least one"),
    ("[60, 30, 7]", "30", "11: `certificate_days` is of type integer; a list is needed"),
    ("certificate_days = [60, 30, 7]\n", "\n", "6: missing key `certificate_days`"),
    ("acceptance_days = 10\nladder = \"usual\"", "acceptance_days = 10\nladder = \"none\"", "14: unknown ladder \"none\"; known: usual"),
    ("plan_days = 90", "plan_days = 0", "15: `plan_days` is 0; it must be from 1 to 366"),
    ("until = 2023-07-31", "until = 2024-01-31", "19: `until` is 2024-01-31, outside the action (2023-05-22 to 2023-12-31)"),
    ("until = 2023-07-31", "until = 2023-05-21", "19: `until` is 2023-05-21, outside the action (2023-05-22 to 2023-12-31)"),
    ("until = 2023-07-31", "until = 2023-12-31", "24: `until` is 2023-12-31, but the phase before lasts until 2023-12-31: phases may not overlap"),
    ("until = \"2023-12-31\"", "until = 2023-12-30", "24: the last phase ends on 2023-12-30; it must end with the action, on 2023-12-31"),
    ("code = \"second\"", "code = \"first\"", "22: duplicate phase \"first\"; the first is on line 17"),
    // Sectors and ladders.
    (
        "code = \"GAS\"",
        "code = \"LPG\"",
        "27: `code`: unknown value \"LPG\"; known: NON_COAL_MINING, HAZARDOUS_CHEMICALS, FIREWORKS, SELF_BUILT_HOUSING, TRANSPORT, CONSTRUCTION, FIRE_SAFETY, AGRICULTURAL_MACHINERY, GAS, INDUSTRY_AND_TRADE, NEW_BUSINESS_FORMS",
    ),
    ("code = \"GAS\"", "code = \"TRANSPORT\"", "30: duplicate sector \"TRANSPORT\"; the first is on line 27"),
    ("[[sector]]\ncode = \"GAS\"\n\n[[sector]]\ncode = \"TRANSPORT\"\nhigh_hazard = true", "", "1: missing key `sector`"),
    ("high_hazard = true", "high_hazard = \"yes\"", "31: `high_hazard` is of type string; true or false is needed"),
    ("before = 3", "before = 3\nafter = 3", "39: the step has both `before` and `after`; keep one of them"),
    ("before = 3\n", "", "36: missing key `before` or `after`: the step has no day"),
    ("before = 3", "after = 3", "38: a REMIND step stands before the due date; use `before`"),
    ("after = 1", "before = 1", "43: a step of kind OVERDUE stands after the due date; use `after`"),
    ("after = 1", "after = 0", "43: `after` is 0; it must be from 1 to 366"),
    ("to = [\"RESPONSIBLE\"]", "to = []", "39: `to` is empty; name at least one"),
    ("to = [\"RESPONSIBLE\"]", "to = \"HEAD\"", "39: `to` is of type string; a list is needed"),
    ("[\"RESPONSIBLE\", \"HEAD\"]", "[\"HEAD\", \"HEAD\"]", "44: `to` names HEAD twice"),
    (
        "to = [\"RESPONSIBLE\"]",
        "to = [\"RESPONSIBLE\"]\n[[ladder.step]]\nkind = \"REMIND\"\nbefore = 7\nto = [\"HEAD\"]",
        "40: the step of 7 days before stands after the step of 3 days before; steps go from the earliest to the last",
    ),
    (
        "to = [\"RESPONSIBLE\"]",
        "to = [\"RESPONSIBLE\"]\n[[ladder.step]]\nkind = \"REMIND\"\nbefore = 3\nto = [\"HEAD\"]",
        "40: two steps on the same day (3 days before); give it all its recipients in one",
    ),
    ("to = [\"RESPONSIBLE\"]", "to = [\"RESPONSIBLE\"]\nproposes = \"FINE\"", "40: `proposes`: unknown value \"FINE\"; known: SUPERVISION, INTERVIEW"),
    // Rules.
    ("quote = \"检查\"\n", "", "46: missing key `quote`"),
    ("quote = \"检查\"", "quote = \"\"", "51: `quote` is empty; it must have a text"),
    ("\"2.1.1\", \"3\"", "\"2.1.1\", \"3.\"", "48: \"3.\" is no path of a clause; write digits with dots, e.g. \"2.1.5\" for 二(一)5"),
    (
        "[\"HOT_WORK\"]",
        "[\"COLD_WORK\"]",
        "52: `any_trait[#1]`: unknown value \"COLD_WORK\"; known: HOT_WORK, SPECIAL_POSTS, CONTRACTORS, MAJOR_INSTALLATION, DEPUTIES, ENFORCEMENT_POWER",
    ),
    ("evidence = [{ record = \"report\", kind = \"IMPLEMENTATION\" }]\n", "", "57: missing key `evidence`: name the record that fulfils the rule"),
    ("ladder = \"usual\"\n\n[[rule]]\ncode = \"A4\"", "\n[[rule]]\ncode = \"A4\"", "68: missing key `ladder`: name the ladder that an overdue window climbs"),
    ("{ type = \"standing\" }", "{ type = \"standing\" }\nladder = \"usual\"", "87: a standing rule is never overdue; leave `ladder` out"),
    (
        "{ type = \"standing\" }",
        "{ type = \"standing\" }\nevidence = [{ record = \"drill\" }]",
        "87: a standing rule has no window that evidence could fulfil; leave `evidence` out",
    ),
    // Cadences.
    ("type = \"standing\"", "type = \"always\", x = 1", "86: `type`: unknown value \"always\"; known: every, once, each_phase, event, standing"),
    (
        "type = \"standing\"",
        "type = \"each_phase\", x = 1",
        "79: missing key `evidence`: name the record that fulfils the rule\n79: missing key `ladder`: name the ladder that an overdue window climbs\n86: unknown key `x`; known: type",
    ),
    ("period = \"QUARTER\"", "period = \"DECADE\"", "53: `period`: unknown value \"DECADE\"; known: WEEK, MONTH, QUARTER, HALF_YEAR, YEAR"),
    ("period = \"QUARTER\"", "period = \"MONTH\"", "53: `high_hazard` is MONTH, as `period` is; leave it out"),
    ("due_day_of_next_month = 5", "due_day_of_next_month = 29", "53: `due_day_of_next_month` is 29; it must be from 1 to 28"),
    ("period = \"QUARTER\"", "period = \"WEEK\"", "53: a week is due on its last day; leave `due_day_of_next_month` out"),
    ("kind = \"ENTERPRISE\", any_trait", "kind = \"UNIT\", any_trait", "53: `high_hazard` is for enterprises only; the rule applies to UNIT"),
    ("{ by = 2023-08-09 }", "{ by = 2023-05-21 }", "64: `by` is 2023-05-21, outside the action (2023-05-22 to 2023-12-31)"),
    (
        "opens_on = 2023-08-10",
        "opens_on = 2023-08-09",
        "64: the date opens on 2023-08-09, but the one before is due on 2023-08-09; dates go in order and may not overlap",
    ),
    ("opens_on = 2023-08-10", "opens_on = 2023-12-10", "64: the date is due on 2023-12-09, before it opens on 2023-12-10"),
    ("opens_on = 2023-08-10, ", "", "64: missing key `opens_on`: only the first date may open with the duty"),
    ("on = \"MAJOR_HAZARD_GRADED\", days = 7", "on = \"MAJOR_HAZARD_GRADED\"", "75: missing key `days`: within how many days of MAJOR_HAZARD_GRADED"),
    (", days = 7", ", days = 0", "75: `days` is 0; it must be from 1 to 366"),
    // Evidence.
    (
        "record = \"hazard_plan\"",
        "record = \"plan\"",
        "76: `record`: unknown value \"plan\"; known: inspection, drill, activity, report, responsibility_list, hazard_plan, hazard_report, on_duty",
    ),
    ("record = \"hazard_plan\"", "record = \"on_duty\"", "76: `on_duty` is evidence only under a cadence of type \"event\" on KEY_PERIOD"),
    ("led_by_head = true", "cites_alert = true", "54: `cites_alert` is evidence only under a cadence of type \"event\" on ACCIDENT_ALERT"),
    ("record = \"hazard_plan\"", "record = \"drill\", x = 1", "76: unknown key `x`; known: record"),
    (
        "record = \"hazard_plan\"",
        "record = \"responsibility_list\", kind = \"ALL_STAFF\", per_deputy = true",
        "76: `per_deputy` is for lists of kind DEPUTY only",
    ),
];
