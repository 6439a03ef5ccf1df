//! Laws of planning, held against a slow reading of the calendar rules that goes day by day.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::{collection::vec, option, prelude::*, sample::select};
use redline_domain::{
    OrganizationKind, Period, Rulebook, Sector, Trait, Word,
    rulebook::Cadence,
    window::{Change, Ended, EndedAs, Profile, plan, windows},
};

fn rulebook() -> Rulebook {
    let code = "wushenzhao-2023";
    Rulebook::parse(code, Rulebook::builtin(code).expect("it is shipped")).expect("it is valid")
}

prop_compose! {
    /// Days from some weeks before the action to some weeks after it.
    fn dates()(offset in 0u64..300) -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 4, 10).expect("a date") + Days::new(offset)
    }
}

fn sectors() -> impl Strategy<Value = Vec<Sector>> {
    vec(select(Sector::ALL), 0..3)
}

fn traits() -> impl Strategy<Value = Vec<Trait>> {
    vec(select(Trait::ALL), 0..3)
}

prop_compose! {
    fn changes()(on in dates(), sectors in option::of(sectors()), traits in option::of(traits())) -> Change {
        Change { on, sectors, traits }
    }
}

prop_compose! {
    fn profiles()(
        kind in prop_oneof![3 => Just(OrganizationKind::Enterprise), 1 => select(OrganizationKind::ALL)],
        sectors in sectors(), traits in traits(), from in dates(), until in option::of(dates()), changes in vec(changes(), 0..4),
    ) -> Profile {
        Profile { kind, sectors, traits, from, until, changes }
    }
}

/// What the organization is on a day: its sectors and traits, if it takes part in the action then.
fn on_day<'p>(book: &Rulebook, profile: &'p Profile, day: NaiveDate) -> Option<(&'p [Sector], &'p [Trait])> {
    if day < profile.from.max(book.begins_on) || day > book.ends_on || profile.until.is_some_and(|until| day >= until) {
        return None;
    }
    let (mut sectors, mut traits) = (&profile.sectors, &profile.traits);
    let mut changes: Vec<_> = profile.changes.iter().filter(|change| change.on <= day).collect();
    changes.sort_by_key(|change| change.on);
    for change in changes {
        (sectors, traits) = (change.sectors.as_ref().unwrap_or(sectors), change.traits.as_ref().unwrap_or(traits));
    }
    Some((sectors, traits))
}

type Row = (String, NaiveDate, NaiveDate, Option<Ended>);

/// The windows of the recurring rules, by going through the action day by day.
fn recurring_day_by_day(book: &Rulebook, profile: &Profile) -> Vec<Row> {
    let mut rows = Vec::new();
    for rule in book.rules.iter().filter(|rule| rule.applies.kind == profile.kind) {
        let Cadence::Every { period, high_hazard, .. } = rule.cadence else { continue };
        let period_on = |day| {
            let (sectors, traits) = on_day(book, profile, day)?;
            let wanted = &rule.applies.any_trait;
            let applies = wanted.is_empty() || wanted.iter().any(|it| traits.contains(it));
            applies.then(|| high_hazard.filter(|_| book.is_high_hazard(sectors)).unwrap_or(period))
        };
        let days: Vec<NaiveDate> = book.begins_on.iter_days().take_while(|day| *day <= book.ends_on).collect();
        for span in days.chunk_by(|a, b| period_on(*a) == period_on(*b)) {
            let Some(period) = period_on(span[0]) else { continue };
            let until = span[span.len() - 1] + Days::new(1);
            let how = if profile.until == Some(until) { EndedAs::Excused } else { EndedAs::Superseded };
            for first in span.iter().map(|day| period.first_day(*day)).collect::<BTreeSet<_>>() {
                let last = period.last_day(first);
                let left = last.signed_duration_since(span[0]).num_days() + 1;
                if first >= span[0] || period == Period::Week || left >= i64::from(book.settings.min_days_of_begun_period) {
                    let ended = (until <= book.ends_on && until <= last).then_some(Ended { on: until, how });
                    rows.push((rule.code.clone(), first, last, ended));
                }
            }
        }
    }
    rows.sort_by_key(|row| (row.0.clone(), row.1, row.2));
    rows
}

proptest! {
    #[test]
    fn recurring_windows_are_those_of_a_reading_day_by_day(profile in profiles()) {
        let book = rulebook();
        let is_recurring = |code: &str| matches!(book.rule(code).map(|rule| &rule.cadence), Some(Cadence::Every { .. }));
        let planned: Vec<Row> = windows(&book, &profile)
            .into_iter()
            .filter(|it| is_recurring(it.rule))
            .map(|it| (it.rule.to_owned(), it.opens_on, it.closes_on, it.ended))
            .collect();
        prop_assert_eq!(planned, recurring_day_by_day(&book, &profile));
    }

    #[test]
    fn every_window_is_in_order_and_ends_within_itself(profile in profiles()) {
        let book = rulebook();
        let all = windows(&book, &profile);
        prop_assert!(all.is_sorted_by_key(|it| (it.rule, it.opens_on, it.closes_on, it.due_on)));
        for it in &all {
            prop_assert!(it.opens_on <= it.closes_on && it.closes_on <= it.due_on, "{:?}", it);
            prop_assert!(it.ended.is_none_or(|ended| it.opens_on < ended.on && ended.on <= it.closes_on && ended.on <= book.ends_on), "{:?}", it);
        }
    }

    #[test]
    fn a_once_duty_leaves_fourteen_days_or_all_that_is_left_of_the_action(profile in profiles()) {
        let book = rulebook();
        for duty in plan(&book, &profile) {
            let Some(rule) = book.rule(duty.rule) else { continue };
            if !matches!(rule.cadence, Cadence::Once { .. } | Cadence::EachPhase) || duty.begins_on == book.begins_on {
                continue;
            }
            for window in &duty.windows {
                prop_assert!(window.due_on >= (duty.begins_on + Days::new(13)).min(book.ends_on) && window.due_on <= book.ends_on, "{:?}", window);
            }
        }
    }

    #[test]
    fn the_duties_of_a_rule_follow_one_another_and_hold_every_window(profile in profiles()) {
        let book = rulebook();
        let duties = plan(&book, &profile);
        for pair in duties.windows(2).filter(|pair| pair[0].rule == pair[1].rule) {
            prop_assert!(pair[0].ended.is_some_and(|ended| ended.on <= pair[1].begins_on && ended.how == EndedAs::Superseded));
        }
        let mut held: Vec<_> = duties.into_iter().flat_map(|duty| duty.windows).collect();
        held.sort_by_key(|it| (it.rule, it.opens_on, it.closes_on, it.due_on));
        prop_assert_eq!(held, windows(&book, &profile));
    }

    #[test]
    fn a_change_to_what_already_is_changes_nothing(profile in profiles(), on in dates()) {
        let book = rulebook();
        let Some((sectors, traits)) = on_day(&book, &profile, on) else { return Ok(()) };
        let same = Change { on, sectors: Some(sectors.to_vec()), traits: Some(traits.to_vec()) };
        let mut told = profile.clone();
        told.changes.push(same);
        prop_assert_eq!(windows(&book, &told), windows(&book, &profile));
    }

    #[test]
    fn written_as_json_the_dates_are_those_of_the_plan(profile in profiles()) {
        let book = rulebook();
        for window in windows(&book, &profile) {
            let written: serde_json::Value = serde_json::to_value(window).expect("JSON");
            prop_assert_eq!(&written["opens_on"], &window.opens_on.to_string());
            prop_assert_eq!(&written["closes_on"], &window.closes_on.to_string());
            prop_assert_eq!(&written["due_on"], &window.due_on.to_string());
            match window.ended {
                Some(ended) => prop_assert_eq!(&written["ended"], &serde_json::json!({"on": ended.on.to_string(), "as": ended.how.code()})),
                None => prop_assert!(written["ended"].is_null()),
            }
        }
    }
}
