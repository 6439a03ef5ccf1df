use chrono::NaiveDate;

use super::*;
use crate::Language;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, day).expect("a day of June")
}

fn code(outcome: Result<(), Refusal>) -> Option<&'static str> {
    outcome.err().map(|refusal| refusal.code)
}

#[test]
fn an_extension_is_later_than_the_deadline_and_not_over_yet() {
    for (until, today, late_enough) in [(20, 10, false), (21, 10, true), (24, 25, false), (25, 25, true)] {
        let refused = check_extension(day(20), day(until), day(today), "until");
        assert_eq!(refused.is_ok(), late_enough, "{until} on {today}");
    }
    let refusal = check_extension(day(20), day(20), day(10), "deadline").expect_err("a refusal");
    assert_eq!((refusal.code, refusal.field.as_deref()), ("EXTENSION_NOT_LATER", Some("deadline")));
    assert_eq!(refusal.message(Language::Zh), "延期后的期限应为 2023-06-21 或以后（现期限为 2023-06-20）。");
}

#[test]
fn a_request_for_an_extension_says_why_and_what_keeps_it_safe_and_all_that_it_lacks_is_named_at_once() {
    let request =
        |until, reason: &str, measures: &str| ExtensionRequest { until: day(until), reason: reason.to_owned(), interim_measures: measures.to_owned() };
    assert_eq!(request(21, "设备未到货", "专人值守").check(day(20), day(10)), Ok(()));
    let refusals = request(20, " ", "\u{3000}").check(day(20), day(10)).expect_err("refusals");
    let named: Vec<_> = refusals.iter().map(|refusal| (refusal.code, refusal.field.as_deref())).collect();
    let missing = "EXTENSION_ELEMENT_MISSING";
    assert_eq!(named, [("EXTENSION_NOT_LATER", Some("until")), (missing, Some("reason")), (missing, Some("interimMeasures"))]);
    assert_eq!(refusals[2].message(Language::Zh), "延期申请缺少延期期间的临时管控措施。");
}

#[test]
fn production_is_suspended_while_a_hazard_is_open_and_once_only_but_in_whole_after_in_part() {
    use SuspensionExtent::{Part, Whole};
    for &state in HazardState::ALL {
        let expected = (state == HazardState::Closed).then_some("HAZARD_CLOSED");
        assert_eq!(code(check_suspension(state, None, Part)), expected, "{state}");
    }
    for (running, extent, expected) in [
        (None, Whole, None),
        (Some(Part), Whole, None),
        (Some(Part), Part, Some("ALREADY_SUSPENDED")),
        (Some(Whole), Part, Some("ALREADY_SUSPENDED")),
        (Some(Whole), Whole, Some("ALREADY_SUSPENDED")),
    ] {
        assert_eq!(code(check_suspension(HazardState::Rectifying, running, extent)), expected, "{running:?} then {extent}");
    }
}

#[test]
fn production_is_resumed_after_the_acceptance_alone_and_by_those_who_suspended_it() {
    for &state in HazardState::ALL {
        let expected = (state != HazardState::Closed).then_some("RESUMPTION_BEFORE_ACCEPTANCE");
        assert_eq!(code(check_resumption(state, By::Enterprise, By::Enterprise)), expected, "{state}");
        assert_eq!(code(check_resumption(state, By::Supervisor, By::Supervisor)), expected, "{state}");
    }
    assert_eq!(code(check_resumption(HazardState::Closed, By::Supervisor, By::Enterprise)), Some("SUPERVISOR_RESUMES"));
    assert_eq!(code(check_resumption(HazardState::Closed, By::Enterprise, By::Supervisor)), Some("ENTERPRISE_RESUMES"));
}

#[test]
fn only_a_major_hazard_that_is_open_is_listed_for_supervision() {
    for (state, grade, expected) in [
        (HazardState::Graded, Some(HazardGrade::Major), None),
        (HazardState::AwaitingAcceptance, Some(HazardGrade::Major), None),
        (HazardState::Graded, Some(HazardGrade::General), Some("ONLY_MAJOR")),
        (HazardState::Reported, None, Some("ONLY_MAJOR")),
        (HazardState::Closed, Some(HazardGrade::Major), Some("HAZARD_CLOSED")),
    ] {
        assert_eq!(code(check_listing(state, grade)), expected, "{state} {grade:?}");
    }
}

#[test]
fn a_deadline_of_supervision_lies_between_today_and_the_deadline_of_the_rectification_unless_that_has_passed() {
    for (deadline, rectification, expected) in [
        (9, None, Some("SUPERVISION_DEADLINE_PAST")),
        (10, None, None),
        (10, Some(20), None),
        (20, Some(20), None),
        (21, Some(20), Some("SUPERVISION_DEADLINE_LATE")),
        (10, Some(10), None),
        (11, Some(10), Some("SUPERVISION_DEADLINE_LATE")),
        (25, Some(9), None),
        (9, Some(9), Some("SUPERVISION_DEADLINE_PAST")),
    ] {
        assert_eq!(code(check_supervision_deadline(day(deadline), rectification.map(day), day(10))), expected, "{deadline} {rectification:?}");
    }
    let late = check_supervision_deadline(day(21), Some(day(20)), day(10)).expect_err("a refusal");
    assert_eq!(late.message(Language::Zh), "督办期限（2023-06-21）不能晚于整改期限，应在 2023-06-10 至 2023-06-20 之间。");
}
