//! Which record counts for which window: the boundaries, and the laws.

use chrono::{Days, NaiveDate};
use proptest::{collection::vec, option, prelude::*};
use redline_domain::evidence::{Assignment, Candidate, WindowSpan, assign};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    format!("2023-{text}").parse().expect("a date")
}

fn window(id: u128, opens: &str, closes: &str) -> WindowSpan {
    let closes_on = day(closes);
    WindowSpan { id: Uuid::from_u128(id), opens_on: day(opens), closes_on, due_on: closes_on, required: 1, ended_on: None, requirements: 1 }
}

fn months() -> [WindowSpan; 3] {
    [window(6, "06-01", "06-30"), window(7, "07-01", "07-31"), window(8, "08-01", "08-31")]
}

fn record(id: u128, done: &str) -> Candidate {
    let on = day(done);
    Candidate { record: Uuid::from_u128(id), counts_on: on, done_on: on, recorded_on: on, requirement: 0, by_period: false }
}

fn report(id: u128, of: &str, submitted: &str) -> Candidate {
    Candidate { counts_on: day(of), by_period: true, ..record(id, submitted) }
}

/// Of each window: its records, `!` where late, and the day on which it was fulfilled.
fn told(assignments: &[Assignment]) -> Vec<String> {
    let link = |it: &redline_domain::evidence::Link| format!("{}{}", it.record.as_u128(), if it.late { "!" } else { "" });
    assignments
        .iter()
        .map(|it| {
            let links = it.links.iter().map(link).collect::<Vec<_>>().join(",");
            format!("{links} {}", it.fulfilled_on.map_or("-".to_owned(), |on| on.format("%m-%d").to_string()))
        })
        .collect()
}

#[test]
fn a_drill_in_march_fulfils_the_first_half_although_the_action_began_in_may() {
    let halves = [window(1, "01-01", "06-30"), window(2, "07-01", "12-31")];
    assert_eq!(told(&assign(&halves, &[record(1, "03-15")])), ["1 03-15", " -"]);
    assert_eq!(told(&assign(&halves, &[record(1, "01-01"), record(2, "12-31")])), ["1 01-01", "2 12-31"]);
}

#[test]
fn an_inspection_on_the_due_date_is_in_time_and_a_day_later_it_makes_good_late() {
    assert_eq!(told(&assign(&months(), &[record(1, "06-30")])), ["1 06-30", " -", " -"]);
    assert_eq!(told(&assign(&months(), &[record(1, "07-01")])), ["1! 07-01", "1 07-01", " -"]);
}

#[test]
fn one_record_makes_good_only_the_oldest_missed_window() {
    assert_eq!(told(&assign(&months(), &[record(1, "08-05")])), ["1! 08-05", " -", "1 08-05"]);
    assert_eq!(told(&assign(&months(), &[record(1, "08-05"), record(2, "08-06")])), ["1! 08-05", "2! 08-06", "1,2 08-05"]);
    let three = [record(1, "08-05"), record(2, "08-06"), record(3, "08-07")];
    assert_eq!(told(&assign(&months(), &three)), ["1! 08-05", "2! 08-06", "1,2,3 08-05"]);
}

#[test]
fn a_record_of_an_earlier_day_that_comes_in_later_frees_the_one_that_had_made_good() {
    let missed = [record(1, "08-05"), record(2, "06-20")];
    assert_eq!(told(&assign(&months(), &missed)), ["2 06-20", "1! 08-05", "1 08-05"]);
}

#[test]
fn a_report_counts_for_its_own_period_only_and_late_where_it_was_submitted_late() {
    let bulletin = |id, opens: &str, closes: &str, due: &str| WindowSpan { due_on: day(due), ..window(id, opens, closes) };
    let bulletins = [bulletin(6, "06-01", "06-30", "07-05"), bulletin(7, "07-01", "07-31", "08-05")];
    assert_eq!(told(&assign(&bulletins, &[report(1, "06-15", "07-05")])), ["1 07-05", " -"]);
    assert_eq!(told(&assign(&bulletins, &[report(1, "06-30", "07-06")])), ["1! 07-06", " -"]);
    assert_eq!(told(&assign(&bulletins, &[report(1, "07-31", "08-09")])), [" -", "1! 08-09"], "June stays missed");
}

#[test]
fn between_the_last_day_and_the_due_date_nothing_is_missed_yet() {
    let june = [WindowSpan { due_on: day("07-05"), ..window(6, "06-01", "06-30") }];
    assert_eq!(told(&assign(&june, &[record(1, "07-05")])), [" -"]);
    assert_eq!(told(&assign(&june, &[record(1, "07-06")])), ["1! 07-06"]);
}

#[test]
fn an_ended_window_takes_only_what_was_done_before_its_end() {
    let ended = [WindowSpan { ended_on: Some(day("06-10")), ..window(1, "06-01", "06-30") }];
    assert_eq!(told(&assign(&ended, &[record(1, "06-09")])), ["1 06-09"]);
    assert_eq!(told(&assign(&ended, &[record(1, "06-10")])), [" -"]);
    assert_eq!(told(&assign(&ended, &[record(1, "07-10")])), [" -"], "and is not made good");
}

#[test]
fn what_was_made_good_before_the_window_was_excused_stays_so() {
    let excused = [WindowSpan { ended_on: Some(day("07-10")), ..window(1, "06-01", "06-30") }];
    assert_eq!(told(&assign(&excused, &[record(1, "07-09")])), ["1! 07-09"]);
    assert_eq!(told(&assign(&excused, &[record(1, "07-10")])), [" -"]);
}

#[test]
fn every_requirement_needs_its_count_and_the_last_of_them_decides() {
    let meeting = [WindowSpan { requirements: 2, required: 2, ..window(1, "05-22", "05-30") }];
    let second = |id, done| Candidate { requirement: 1, ..record(id, done) };
    let mut records = vec![record(1, "05-23"), record(2, "05-24"), record(3, "05-25"), second(4, "05-23")];
    assert_eq!(told(&assign(&meeting, &records)), ["1,4,2,3 -"]);
    records.push(second(5, "05-31"));
    assert_eq!(told(&assign(&meeting, &records)), ["1,4,2,3,5! 05-31"]);
    records.push(Candidate { requirement: 2, ..record(6, "05-23") });
    assert_eq!(told(&assign(&meeting, &records)), ["1,4,2,3,5! 05-31"], "the rule has no third entry");
}

#[test]
fn it_is_known_fulfilled_from_the_day_on_which_enough_was_recorded() {
    let late = Candidate { recorded_on: day("07-20"), ..record(1, "06-10") };
    let known = |records: &[Candidate]| assign(&months()[..1], records)[0].fulfilled_recorded_on;
    assert_eq!(known(&[late]), Some(day("07-20")));
    assert_eq!(known(&[late, record(2, "06-25")]), Some(day("06-25")), "the other record was there in time");
    assert_eq!(known(&[]), None);
}

prop_compose! {
    fn spans()(months in vec((0u64..10, 1u64..30, 0u64..6, option::weighted(0.2, 1u64..60)), 1..6), required in 1u32..3, requirements in 1usize..3)
        -> Vec<WindowSpan>
    {
        let mut opens_on = day("01-01");
        let mut spans = Vec::new();
        for (index, (gap, length, grace, ended)) in months.into_iter().enumerate() {
            let closes_on = opens_on + Days::new(length);
            let ended_on = ended.map(|after| opens_on + Days::new(after));
            let id = Uuid::from_u128(index as u128);
            spans.push(WindowSpan { id, opens_on, closes_on, due_on: closes_on + Days::new(grace), required, ended_on, requirements });
            opens_on = closes_on + Days::new(gap);
        }
        spans
    }
}

fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let one = (0u64..150, 0u64..20, 0u64..20, 0usize..2, proptest::bool::weighted(0.3));
    vec(one, 0..14).prop_map(|all| {
        let candidate = |(id, (on, submitted, recorded, requirement, by_period)): (usize, (u64, u64, u64, usize, bool))| {
            let counts_on = day("01-01") + Days::new(on);
            let done_on = if by_period { counts_on + Days::new(submitted) } else { counts_on };
            Candidate { record: Uuid::from_u128(id as u128), counts_on, done_on, recorded_on: done_on + Days::new(recorded), requirement, by_period }
        };
        all.into_iter().enumerate().map(candidate).collect()
    })
}

proptest! {
    #[test]
    fn the_order_of_what_is_given_does_not_matter_and_twice_the_same_record_counts_once(
        (spans, shuffled) in spans().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
        (records, mixed) in candidates().prop_flat_map(|it| (Just(it.clone()), Just([it.clone(), it].concat()).prop_shuffle())),
    ) {
        prop_assert_eq!(assign(&spans, &records), assign(&shuffled, &mixed));
    }

    #[test]
    fn one_more_record_never_unfulfils_a_window_nor_fulfils_it_later(spans in spans(), records in candidates(), drop in any::<prop::sample::Index>()) {
        let mut fewer = records.clone();
        if !fewer.is_empty() {
            fewer.remove(drop.index(records.len()));
        }
        for (before, after) in assign(&spans, &fewer).into_iter().zip(assign(&spans, &records)) {
            prop_assert_eq!(before.window, after.window);
            if let Some(on) = before.fulfilled_on {
                prop_assert!(after.fulfilled_on.is_some_and(|now| now <= on));
            }
        }
    }

    #[test]
    fn a_record_makes_good_one_window_at_most_and_a_report_none(spans in spans(), records in candidates()) {
        let assignments = assign(&spans, &records);
        for record in &records {
            let of = |it: &&Assignment| it.links.iter().any(|link| link.record == record.record && link.late);
            let late: Vec<_> = assignments.iter().filter(of).collect();
            let outside = |id| spans.iter().any(|span| span.id == id && !(span.opens_on..=span.closes_on).contains(&record.counts_on));
            if record.by_period {
                prop_assert!(!late.iter().any(|it| outside(it.window)));
            } else {
                prop_assert!(late.len() <= 1);
            }
        }
    }

    #[test]
    fn a_window_is_fulfilled_exactly_when_every_requirement_has_its_count(spans in spans(), records in candidates()) {
        for (span, it) in spans.iter().zip(assign(&spans, &records)) {
            let enough = (0..span.requirements).all(|entry| it.links.iter().filter(|link| link.requirement == entry).count() >= span.required as usize);
            prop_assert_eq!(it.fulfilled_on.is_some(), enough);
            prop_assert_eq!(it.fulfilled_recorded_on.is_some(), enough);
            prop_assert!(it.fulfilled_recorded_on >= it.fulfilled_on);
        }
    }
}
