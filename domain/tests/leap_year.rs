//! 29 February and the ends of months: nothing is skipped and nothing is doubled.

use chrono::{Datelike, Days, NaiveDate};
use redline_domain::{
    OrganizationKind, Period, Rulebook, Sector,
    rulebook::Cadence,
    window::{Profile, windows},
};

/// The shipped campaign, if it had gone on through the leap year 2024.
fn longer() -> Rulebook {
    let text = Rulebook::builtin("wushenzhao-2023").expect("it is shipped");
    let longer = text.replace("ends_on = 2023-12-31", "ends_on = 2024-12-31").replace("\nuntil = 2023-12-31", "\nuntil = 2024-12-31");
    Rulebook::parse("longer", &longer).expect("it is valid")
}

#[test]
fn the_windows_of_a_recurring_rule_follow_one_another_through_a_leap_year_without_a_gap() {
    let book = longer();
    let leap = NaiveDate::from_ymd_opt(2024, 2, 29).expect("a leap day");
    let mut seen = 0;
    for kind in [OrganizationKind::Enterprise, OrganizationKind::Unit, OrganizationKind::SafetyOffice, OrganizationKind::Village] {
        let profile = Profile { kind, sectors: vec![Sector::HazardousChemicals], traits: Vec::new(), from: book.begins_on, until: None, changes: Vec::new() };
        for rule in book.rules.iter().filter(|rule| rule.applies.kind == kind) {
            let Cadence::Every { period, .. } = rule.cadence else { continue };
            let mut spans: Vec<_> = windows(&book, &profile).iter().filter(|it| it.rule == rule.code).map(|it| (it.opens_on, it.closes_on)).collect();
            spans.sort_unstable();
            assert!(spans.windows(2).all(|two| two[0].1 + Days::new(1) == two[1].0), "{}: {spans:?}", rule.code);
            if spans.is_empty() {
                continue;
            }
            assert_eq!(spans.iter().filter(|(opens, closes)| *opens <= leap && leap <= *closes).count(), 1, "{}", rule.code);
            let ends = spans.iter().filter(|(_, closes)| closes.month() == 2 && closes.year() == 2024 && period != Period::Week).count();
            assert_eq!(spans.iter().filter(|(_, closes)| *closes == leap).count(), ends, "{}: February ends on its 29th", rule.code);
            seen += ends;
        }
    }
    assert!(seen > 0, "some rule is monthly");
}
