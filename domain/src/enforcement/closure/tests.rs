use chrono::Days;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn penalty(id: u128, decided_on: NaiveDate) -> Penalty {
    Penalty { id: Uuid::from_u128(id), decided_on, pair: None, number: None }
}

/// Penalties so many days after 2023-01-10.
fn after(days: &[u64]) -> Vec<Penalty> {
    days.iter().zip(1..).map(|(&days, id)| penalty(id, day("2023-01-10") + Days::new(days))).collect()
}

fn hazard(found_on: &str) -> OpenHazard {
    OpenHazard { id: Uuid::from_u128(900), found_on: day(found_on) }
}

fn ground_of(days: &[u64]) -> Option<ClosureGround> {
    closure_candidate(&after(days), &[hazard("2023-01-01")], day("2024-12-31")).map(|candidacy| candidacy.ground)
}

const THREE: Option<ClosureGround> = Some(ClosureGround::ThreeWithin180Days);
const FOUR: Option<ClosureGround> = Some(ClosureGround::FourWithinOneYear);

#[test]
fn three_within_180_days_make_a_candidate_and_two_or_181_days_do_not() {
    assert_eq!(ground_of(&[0, 90, 180]), THREE);
    assert_eq!(ground_of(&[0, 90, 181]), None);
    assert_eq!(ground_of(&[0, 1]), None);
    assert_eq!(ground_of(&[0, 0, 0]), THREE, "three decisions of one day are three");
    assert_eq!(ground_of(&[]), None);
}

#[test]
fn four_within_a_year_make_a_candidate_and_three_or_a_day_more_do_not() {
    assert_eq!(ground_of(&[0, 90, 275, 365]), FOUR);
    assert_eq!(ground_of(&[0, 90, 275, 366]), None);
    assert_eq!(ground_of(&[0, 182, 365]), None);
}

#[test]
fn a_year_ends_with_the_same_date_in_leap_years_too() {
    let four = |dates: [&str; 4]| {
        let penalties: Vec<_> = dates.iter().zip(1..).map(|(date, id)| penalty(id, day(date))).collect();
        closure_candidate(&penalties, &[hazard("2023-01-01")], day("2026-01-01")).map(|candidacy| candidacy.ground)
    };
    assert_eq!(four(["2023-09-01", "2023-12-31", "2024-06-29", "2024-09-01"]), FOUR, "366 days, but one year");
    assert_eq!(four(["2023-09-01", "2023-12-31", "2024-06-29", "2024-09-02"]), None);
    assert_eq!(four(["2024-02-29", "2024-06-01", "2024-12-01", "2025-02-28"]), FOUR, "where there is no such day, the month's last");
    assert_eq!(four(["2024-02-29", "2024-06-01", "2024-12-01", "2025-03-01"]), None);
}

#[test]
fn who_was_penalised_thrice_does_not_escape_by_waiting() {
    assert_eq!(ground_of(&[0, 90, 180, 600]), THREE);
    let candidacy = closure_candidate(&after(&[0, 90, 180, 600]), &[hazard("2023-01-01")], day("2024-12-31")).expect("a candidate");
    assert_eq!(candidacy.penalties.iter().map(|(id, _)| id.as_u128()).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!((candidacy.from(), candidacy.until()), (Some(day("2023-01-10")), Some(day("2023-01-10") + Days::new(180))));
}

#[test]
fn a_major_hazard_must_be_open_and_have_been_there_by_the_last_penalty() {
    let last = day("2023-01-10") + Days::new(20);
    let on = day("2023-12-31");
    let candidate = |hazards: &[OpenHazard]| closure_candidate(&after(&[0, 10, 20]), hazards, on);
    assert_eq!(candidate(&[]), None);
    assert!(candidate(&[OpenHazard { id: Uuid::from_u128(1), found_on: last }]).is_some());
    assert_eq!(candidate(&[OpenHazard { id: Uuid::from_u128(1), found_on: last + Days::new(1) }]), None);
}

#[test]
fn penalties_after_the_day_of_the_question_do_not_count_yet() {
    let candidate = |on: &str| closure_candidate(&after(&[0, 10, 20]), &[hazard("2023-01-01")], day(on)).is_some();
    assert!(candidate("2023-01-30"));
    assert!(!candidate("2023-01-29"));
}

#[test]
fn a_pair_counts_once_and_so_does_a_document() {
    let mut penalties = after(&[0, 0, 10]);
    assert!(closure_candidate(&penalties, &[hazard("2023-01-01")], day("2023-12-31")).is_some());
    (penalties[0].pair, penalties[1].pair) = (Some(penalties[1].id), Some(penalties[0].id));
    assert_eq!(closure_candidate(&penalties, &[hazard("2023-01-01")], day("2023-12-31")), None);

    let mut penalties = after(&[0, 0, 10]);
    (penalties[0].number, penalties[1].number) = (Some("罚〔2023〕1号".to_owned()), Some(" 罚〔2023〕1号".to_owned()));
    assert_eq!(closure_candidate(&penalties, &[hazard("2023-01-01")], day("2023-12-31")), None);
    penalties[1].number = Some("罚〔2023〕2号".to_owned());
    assert!(closure_candidate(&penalties, &[hazard("2023-01-01")], day("2023-12-31")).is_some());
    (penalties[0].number, penalties[1].number) = (Some(" ".to_owned()), Some(String::new()));
    assert!(closure_candidate(&penalties, &[hazard("2023-01-01")], day("2023-12-31")).is_some(), "no number is no document");
}

#[test]
fn it_is_explained_by_the_penalties_the_span_and_the_hazards() {
    let later = OpenHazard { id: Uuid::from_u128(901), found_on: day("2023-01-05") };
    let candidacy = closure_candidate(&after(&[0, 10, 20]), &[later, hazard("2023-01-01")], day("2023-12-31")).expect("a candidate");
    assert_eq!(candidacy.hazards, [Uuid::from_u128(900), Uuid::from_u128(901)]);
    assert_eq!(
        candidacy.in_words(Language::Zh),
        "180日内3次行政处罚：2023-01-10、2023-01-20、2023-01-30受到行政处罚共3次，仍有2项重大隐患未销号，符合《安全生产法》第113条第（一）项，应依法提请关闭。"
    );
    assert!(
        candidacy.in_words(Language::En).starts_with("3 penalties within 180 days: penalised 3 times, on 2023-01-10, 2023-01-20, 2023-01-30, with 2 major")
    );
}
