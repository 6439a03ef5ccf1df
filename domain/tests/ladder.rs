//! The ladder: its days around the holidays of 2023, what is reached, and the laws that keep it quiet.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::{option, prelude::*};
use redline_domain::{
    Audience, Rulebook, WorkCalendar, Workdays,
    ladder::{DatedStep, Done, Item, LadderWindow, Pending, Reached, agenda, audiences, next_check, pending, reached, steps},
    rulebook::Ladder,
    window::{Ended, EndedAs, WindowFacts},
};

fn ladder() -> Ladder {
    let code = "wushenzhao-2023";
    let book = Rulebook::parse(code, Rulebook::builtin(code).expect("it is shipped")).expect("it is valid");
    book.ladder("enterprise").expect("it is there").clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn facts(opens_on: &str, due_on: &str) -> WindowFacts {
    let due_on = day(due_on);
    WindowFacts { opens_on: day(opens_on), closes_on: due_on, due_on, fulfilled_on: None, fulfilled_recorded_on: None, ended: None }
}

fn june() -> WindowFacts {
    facts("2023-06-01", "2023-06-30")
}

fn dated(facts: &WindowFacts, starts_on: NaiveDate, days: &dyn Workdays) -> Vec<DatedStep> {
    steps(&ladder(), &LadderWindow { starts_on, due_on: facts.due_on }, days)
}

fn climbed(facts: &WindowFacts) -> Vec<DatedStep> {
    dated(facts, facts.opens_on, &WorkCalendar::builtin())
}

fn days_of(steps: &[DatedStep]) -> Vec<(usize, String)> {
    steps.iter().map(|step| (step.index, step.on.format("%m-%d").to_string())).collect()
}

fn on(days: &[(usize, &str)]) -> Vec<(usize, String)> {
    days.iter().map(|&(index, day)| (index, day.to_owned())).collect()
}

#[test]
fn reminders_move_to_the_last_working_day_before_and_the_days_after_are_working_days() {
    // 06-23 lies in the Dragon Boat holiday; 07-01 is a Saturday.
    let expected = [(0, "06-21"), (1, "06-27"), (2, "06-29"), (3, "07-03"), (4, "07-05"), (5, "07-11"), (6, "07-20")];
    assert_eq!(days_of(&climbed(&june())), on(&expected));
}

#[test]
fn a_due_date_on_a_holiday_stays_and_of_reminders_on_one_day_the_last_remains() {
    // The National Day holiday is 09-29 to 10-06; Saturday 10-07 and Sunday 10-08 are worked.
    let steps = climbed(&facts("2023-09-01", "2023-10-02"));
    assert_eq!(days_of(&steps)[..4], on(&[(0, "09-25"), (2, "09-28"), (3, "10-07"), (4, "10-09")]));
}

#[test]
fn steps_longer_than_the_window_are_dropped() {
    let reminders = |starts_on: &str| {
        let steps = dated(&june(), day(starts_on), &WorkCalendar::builtin());
        steps.iter().filter(|step| step.reminds).map(|step| step.index).collect::<Vec<_>>()
    };
    assert_eq!(reminders("2023-06-21"), [0, 1, 2]);
    assert_eq!(reminders("2023-06-22"), [1, 2], "its working day came before the start");
    assert_eq!(reminders("2023-06-27"), [1, 2]);
    assert_eq!(reminders("2023-06-28"), [2]);
    assert_eq!(reminders("2023-06-30"), [0; 0]);
}

#[test]
fn each_step_is_reached_on_its_day_and_not_the_day_before() {
    let (facts, steps) = (june(), climbed(&june()));
    let at = |today: &str, taken| reached(&steps, taken, day(today), facts.due_on).map(|it| (it.step, it.skipped));
    assert_eq!(at("2023-06-20", None), None);
    assert_eq!(at("2023-06-21", None), Some((0, vec![])));
    assert_eq!(at("2023-06-21", Some(0)), None);
    assert_eq!(at("2023-07-02", Some(2)), None);
    assert_eq!(at("2023-07-03", Some(2)), Some((3, vec![])));
    assert_eq!(at("2023-07-04", Some(3)), None);
    assert_eq!(at("2023-07-05", Some(3)), Some((4, vec![])));
}

#[test]
fn missed_steps_collapse_to_the_highest_and_no_reminder_comes_after_the_due_date() {
    let (facts, steps) = (june(), climbed(&june()));
    let at = |today: &str, taken| reached(&steps, taken, day(today), facts.due_on).map(|it| (it.step, it.skipped));
    assert_eq!(at("2023-06-30", None), Some((2, vec![0, 1])));
    assert_eq!(at("2023-07-01", None), None, "no stale reminder");
    assert_eq!(at("2023-07-12", Some(1)), Some((5, vec![2, 3, 4])));
    assert_eq!(at("2024-07-12", None), Some((6, vec![0, 1, 2, 3, 4, 5])));
}

#[test]
fn all_whom_the_skipped_steps_after_the_due_date_name_are_told_once() {
    use Audience::{DisciplineOffice, Head, Regulator, Responsible, SafetyOffice, Village};
    let told = |step, skipped: &[usize]| audiences(&ladder(), &Reached { step, skipped: skipped.to_vec() });
    assert_eq!(told(2, &[0, 1]), [Responsible]);
    assert_eq!(told(4, &[1, 2]), [Village, Regulator], "a skipped reminder is forgotten");
    assert_eq!(told(6, &[2, 3, 4, 5]), [Responsible, Head, Village, Regulator, SafetyOffice, DisciplineOffice]);
}

#[test]
fn the_agenda_is_in_order_and_knows_that_it_falls_due_on_a_day_off_too() {
    let facts = facts("2023-06-26", "2023-06-30");
    let items: Vec<_> = agenda(&facts, &climbed(&facts)).into_iter().map(|(on, item)| (on.format("%m-%d").to_string(), item)).collect();
    let expected = [
        ("06-26", Item::Opens),
        ("06-27", Item::Step(1)),
        ("06-29", Item::Step(2)),
        ("07-01", Item::FallsDue),
        ("07-03", Item::Step(3)),
        ("07-05", Item::Step(4)),
        ("07-11", Item::Step(5)),
        ("07-20", Item::Step(6)),
    ];
    assert_eq!(items, expected.map(|(on, item)| (on.to_owned(), item)));
}

#[test]
fn on_one_day_the_overdue_is_noted_before_its_step_is_taken() {
    let facts = facts("2023-06-01", "2023-06-29");
    let items = agenda(&facts, &climbed(&facts));
    let on_friday: Vec<_> = items.iter().filter(|it| it.0 == day("2023-06-30")).map(|it| it.1).collect();
    assert_eq!(on_friday, [Item::FallsDue, Item::Step(3)]);
}

#[test]
fn the_worker_is_called_on_every_day_of_the_agenda_and_never_in_between() {
    let (facts, steps) = (june(), climbed(&june()));
    let (mut done, mut today, mut called) = (Done::default(), day("2023-05-22"), Vec::new());
    while let Some(next) = next_check(&facts, &steps, done, today) {
        today = next;
        called.push(today);
        done = pending(&facts, &steps, done, today).acted_on(done);
    }
    assert_eq!(called, agenda(&facts, &steps).into_iter().map(|it| it.0).collect::<Vec<_>>());
}

#[test]
fn nothing_is_to_be_done_once_it_is_fulfilled_or_ended() {
    let steps = climbed(&june());
    let fulfilled = WindowFacts { fulfilled_on: Some(day("2023-06-05")), ..june() };
    let ended = WindowFacts { ended: Some(Ended { on: day("2023-06-29"), how: EndedAs::Excused }), ..june() };
    for (facts, today) in [(fulfilled, "2023-06-05"), (ended, "2023-06-29"), (ended, "2023-07-20")] {
        assert!(pending(&facts, &steps, Done::default(), day(today)).is_empty());
        assert_eq!(next_check(&facts, &steps, Done::default(), day(today)), None);
    }
    let (before, done) = (day("2023-06-28"), Done { opened: true, overdue: false, step: Some(1) });
    assert_eq!(next_check(&ended, &steps, done, before), None, "what remained lies after its end");
}

#[test]
fn an_extension_lets_the_ladder_be_climbed_anew() {
    let done = Done { opened: true, overdue: true, step: Some(3) };
    let extended = facts("2023-06-01", "2023-07-14");
    let steps = climbed(&extended);
    assert_eq!(next_check(&extended, &steps, done.replanned(), day("2023-07-04")), Some(day("2023-07-07")));
}

struct Week;
impl Workdays for Week {
    fn is_workday(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
    }
}

prop_compose! {
    fn any_window()(opens in 0u64..300, length in 0u64..60, starts in 0u64..40, ended in option::weighted(0.2, 1u64..80))
        -> (WindowFacts, Vec<DatedStep>)
    {
        let opens_on = day("2023-03-01") + Days::new(opens);
        let due_on = opens_on + Days::new(length);
        let ended = ended.map(|after| Ended { on: opens_on + Days::new(after), how: EndedAs::Superseded });
        let facts = WindowFacts { opens_on, closes_on: due_on, due_on, fulfilled_on: None, fulfilled_recorded_on: None, ended };
        let starts_on = opens_on + Days::new(starts.min(length));
        (facts, dated(&facts, starts_on, &Week))
    }
}

proptest! {
    #[test]
    fn steps_are_strictly_ordered_on_working_days_and_none_before_the_window_starts(
        (facts, _) in any_window(), starts in 0u64..40,
    ) {
        let starts_on = facts.opens_on + Days::new(starts);
        let steps = dated(&facts, starts_on, &Week);
        prop_assert!(steps.is_sorted_by(|a, b| a.on < b.on && a.index < b.index));
        for step in steps {
            prop_assert!(Week.is_workday(step.on));
            prop_assert_eq!(step.reminds, step.on <= facts.due_on);
            prop_assert!(!step.reminds || step.on >= starts_on);
        }
    }

    #[test]
    fn asking_again_after_acting_yields_nothing_until_the_next_check((facts, steps) in any_window(), offset in 0u64..150) {
        let today = facts.opens_on + Days::new(offset) - Days::new(20);
        let done = pending(&facts, &steps, Done::default(), today).acted_on(Done::default());
        prop_assert_eq!(pending(&facts, &steps, done, today), Pending::default());
        let next = next_check(&facts, &steps, done, today);
        prop_assert!(next.is_none_or(|next| next > today));
        let quiet_until = next.unwrap_or(today + Days::new(200));
        for quiet in today.iter_days().take_while(|day| *day < quiet_until) {
            prop_assert!(pending(&facts, &steps, done, quiet).is_empty(), "{} before {:?}", quiet, next);
        }
        if let Some(next) = next {
            prop_assert!(!pending(&facts, &steps, done, next).is_empty());
        }
    }

    #[test]
    fn however_seldom_the_worker_runs_the_ladder_only_goes_up((facts, steps) in any_window(), pauses in proptest::collection::vec(1u64..30, 1..12)) {
        let (mut done, mut today) = (Done::default(), facts.opens_on - Days::new(5));
        for pause in pauses {
            today = today + Days::new(pause);
            let now = pending(&facts, &steps, done, today);
            let after = now.acted_on(done);
            prop_assert!(after.step >= done.step && after.opened >= done.opened && after.overdue >= done.overdue);
            let reminded = now.step.is_some_and(|it| steps.iter().any(|step| step.index == it.step && step.reminds));
            prop_assert!(!reminded || today <= facts.due_on);
            done = after;
        }
    }
}
