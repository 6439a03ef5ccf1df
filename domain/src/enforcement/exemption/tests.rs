use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Self-found and graded on 06-05, due to be reported by 06-06 and reported then, planned until 06-30.
fn exempt() -> HazardFacts {
    HazardFacts {
        grade: Some(HazardGrade::Major),
        found_by: FoundBy::SelfCheck,
        state: HazardState::Rectifying,
        told_on: Some(day("2023-06-06")),
        told_recorded_on: Some(day("2023-06-06")),
        report_due_on: Some(day("2023-06-06")),
        deadline_on: Some(day("2023-06-30")),
        applied_on: None,
        rejections: 0,
    }
}

fn on(decided_on: &str) -> Considered {
    Considered { basis: EnforcementBasis::Violation, decided_on: day(decided_on), inspected_on: None }
}

fn after_inspection(inspected_on: &str) -> Considered {
    Considered { inspected_on: Some(day(inspected_on)), ..on("2023-06-15") }
}

#[test]
fn what_was_self_found_reported_and_is_being_removed_is_exempt_with_the_clause_and_the_reason() {
    let refusal = penalty_on_hazard(&exempt(), &on("2023-06-15")).expect_err("a refusal");
    assert_eq!((refusal.code, refusal.clause, refusal.field.as_deref()), ("NO_PENALTY_FOR_SELF_FOUND", Some("2.2.3"), Some("hazardId")));
    assert_eq!(
        refusal.message(Language::Zh),
        "该重大隐患由企业自查发现，已于2023-06-06按规定报告，正在按治理方案整改（期限2023-06-30，未逾期），依法不予行政处罚。可以责令限期改正；企业整改逾期、验收不通过或发生事故的，可以处罚。"
    );
    assert!(
        refusal.message(Language::En).contains("reported it as required on 2023-06-06 and is removing it by a plan whose deadline, 2023-06-30, has not passed")
    );
}

#[test]
fn what_others_found_is_not_exempt() {
    for &found_by in FoundBy::ALL {
        let gaps = gaps(&HazardFacts { found_by, ..exempt() }, &on("2023-06-15"));
        assert_eq!(gaps.is_empty(), found_by == FoundBy::SelfCheck, "{found_by}");
    }
}

#[test]
fn the_clause_speaks_of_major_hazards() {
    for (grade, expected) in
        [(Some(HazardGrade::Major), None), (Some(HazardGrade::General), Some(ExemptionGap::NotMajor)), (None, Some(ExemptionGap::NotMajor))]
    {
        assert_eq!(gaps(&HazardFacts { grade, ..exempt() }, &on("2023-06-15")), Vec::from_iter(expected));
    }
}

#[test]
fn a_report_by_the_day_on_which_it_is_due_is_in_time_and_one_a_day_later_is_not() {
    let told = |told_on: Option<&str>| gaps(&HazardFacts { told_on: told_on.map(day), ..exempt() }, &on("2023-06-15"));
    assert!(told(Some("2023-06-06")).is_empty());
    assert_eq!(told(Some("2023-06-07")), [ExemptionGap::ReportedLate]);
    assert_eq!(told(None), [ExemptionGap::NotReported]);
    let without_rule = HazardFacts { told_on: Some(day("2023-06-14")), report_due_on: None, ..exempt() };
    assert!(gaps(&without_rule, &on("2023-06-15")).is_empty(), "where no day is set, any report is in time");
}

#[test]
fn a_report_on_the_day_before_the_inspection_precedes_it_and_one_on_its_day_does_not() {
    assert!(gaps(&exempt(), &after_inspection("2023-06-07")).is_empty());
    assert_eq!(gaps(&exempt(), &after_inspection("2023-06-06")), [ExemptionGap::ReportedAfterInspection]);
}

#[test]
fn a_report_on_the_day_of_the_decision_stands_and_one_after_it_does_not() {
    assert!(gaps(&exempt(), &on("2023-06-06")).is_empty());
    assert_eq!(gaps(&exempt(), &on("2023-06-05")), [ExemptionGap::NotReported]);
}

#[test]
fn the_day_of_the_deadline_still_counts_and_the_next_does_not() {
    assert!(gaps(&exempt(), &on("2023-06-30")).is_empty());
    assert_eq!(gaps(&exempt(), &on("2023-07-01")), [ExemptionGap::DeadlinePassed]);
}

#[test]
fn an_application_by_the_deadline_keeps_the_exemption_and_a_later_one_does_not() {
    let applied = |applied_on| HazardFacts { state: HazardState::AwaitingAcceptance, applied_on: Some(day(applied_on)), ..exempt() };
    assert!(gaps(&applied("2023-06-30"), &on("2023-07-08")).is_empty());
    assert_eq!(gaps(&applied("2023-07-01"), &on("2023-07-08")), [ExemptionGap::DeadlinePassed]);
    assert!(gaps(&HazardFacts { state: HazardState::Closed, ..applied("2023-06-30") }, &on("2023-07-20")).is_empty());
    assert!(gaps(&applied("2023-07-05"), &on("2023-06-20")).is_empty(), "on the day of the decision it was not late yet");
}

#[test]
fn measures_are_a_fix_on_the_spot_or_a_plan() {
    for &state in HazardState::ALL {
        let gaps = gaps(&HazardFacts { state, ..exempt() }, &on("2023-06-15"));
        let none = matches!(state, HazardState::Reported | HazardState::Graded);
        assert_eq!(gaps, Vec::from_iter(none.then_some(ExemptionGap::NoMeasures)), "{state}");
    }
    let fixed = HazardFacts { state: HazardState::FixedOnSpot, deadline_on: None, ..exempt() };
    assert!(gaps(&fixed, &on("2023-06-15")).is_empty());
    let unplanned = HazardFacts { state: HazardState::Rectifying, deadline_on: None, ..exempt() };
    assert_eq!(gaps(&unplanned, &on("2023-06-15")), [ExemptionGap::NoMeasures]);
}

#[test]
fn what_was_refused_acceptance_is_not_effectively_removed() {
    assert_eq!(gaps(&HazardFacts { rejections: 1, ..exempt() }, &on("2023-06-15")), [ExemptionGap::AcceptanceRefused]);
    assert!(gaps(&HazardFacts { rejections: 0, ..exempt() }, &on("2023-06-15")).is_empty());
}

#[test]
fn an_accident_is_punished_whatever_the_hazard() {
    for &basis in EnforcementBasis::ALL {
        let gaps = gaps(&exempt(), &Considered { basis, ..on("2023-06-15") });
        assert_eq!(gaps, Vec::from_iter((basis == EnforcementBasis::Accident).then_some(ExemptionGap::AccidentHappened)), "{basis}");
    }
}

#[test]
fn all_that_is_missing_is_said_at_once() {
    let hazard = HazardFacts { found_by: FoundBy::Inspection, told_on: None, state: HazardState::Graded, deadline_on: None, ..exempt() };
    let gaps = penalty_on_hazard(&hazard, &on("2023-06-15")).expect("allowed");
    assert_eq!(gaps, [ExemptionGap::NotSelfFound, ExemptionGap::NotReported, ExemptionGap::NoMeasures]);
    assert_eq!(in_words(&gaps, Language::Zh), "可以处罚，不符合“依法不予行政处罚”的条件：不是企业自查发现；未向监管部门报告；没有当场整改，也没有治理方案。");
}

#[test]
fn a_report_that_was_entered_only_after_the_inspection_proves_nothing() {
    for (recorded, expected) in [("2023-06-09", vec![]), ("2023-06-10", vec![ExemptionGap::ReportedAfterInspection])] {
        let hazard = HazardFacts { told_recorded_on: Some(day(recorded)), ..exempt() };
        assert_eq!(gaps(&hazard, &after_inspection("2023-06-10")), expected, "{recorded}");
    }
}

#[test]
fn a_major_hazard_is_overdue_from_the_day_after_its_deadline_while_it_is_being_rectified() {
    assert!(!is_overdue(&exempt(), day("2023-06-30")));
    assert!(is_overdue(&exempt(), day("2023-07-01")));
    for (state, expected) in [(HazardState::Planned, true), (HazardState::AwaitingAcceptance, false), (HazardState::Closed, false)] {
        assert_eq!(is_overdue(&HazardFacts { state, ..exempt() }, day("2023-07-01")), expected, "{state}");
    }
    assert!(!is_overdue(&HazardFacts { grade: Some(HazardGrade::General), ..exempt() }, day("2023-07-01")));
}

#[test]
fn that_rectification_failed_is_said_of_a_major_hazard_that_is_still_there() {
    let failed = |hazard: HazardFacts, decided_on: &str| {
        let penalty = Considered { basis: EnforcementBasis::RectificationFailed, ..on(decided_on) };
        check_failed(&hazard, &penalty).map_err(|refusal| (refusal.code, refusal.clause))
    };
    let refused = Err(("RECTIFICATION_NOT_FAILED", Some("2.2.3")));
    assert_eq!(failed(exempt(), "2023-06-30"), refused);
    assert_eq!(failed(exempt(), "2023-07-01"), Ok(()));
    assert_eq!(failed(HazardFacts { state: HazardState::Graded, deadline_on: None, ..exempt() }, "2023-06-15"), Ok(()));
    assert_eq!(failed(HazardFacts { rejections: 1, ..exempt() }, "2023-06-15"), Ok(()));
    for state in [HazardState::AwaitingAcceptance, HazardState::Closed] {
        assert_eq!(failed(HazardFacts { state, rejections: 1, ..exempt() }, "2023-06-15"), refused);
    }
    assert_eq!(failed(HazardFacts { grade: Some(HazardGrade::General), ..exempt() }, "2023-07-01"), refused);
    assert_eq!(check_failed(&exempt(), &on("2023-06-15")), Ok(()), "other reasons are not measured by it");
}
