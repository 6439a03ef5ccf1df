use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, day).expect("a day of June")
}

/// The state after each step, by hand; a dot where the step is refused.
const GRID: &str = "
                     GRADE                FIX_ON_SPOT    PLAN        PROGRESS    APPLY                ACCEPT  REJECT
REPORTED             GRADED               .              .           .           .                    .       .
GRADED               GRADED               FIXED_ON_SPOT  PLANNED     .           .                    .       .
FIXED_ON_SPOT        FIXED_ON_SPOT        .              .           .           AWAITING_ACCEPTANCE  .       .
PLANNED              PLANNED              .              PLANNED     RECTIFYING  .                    .       .
RECTIFYING           RECTIFYING           .              RECTIFYING  RECTIFYING  AWAITING_ACCEPTANCE  .       .
AWAITING_ACCEPTANCE  AWAITING_ACCEPTANCE  .              .           .           .                    CLOSED  RECTIFYING
CLOSED               .                    .              .           .           .                    .       .
";

#[test]
fn every_step_in_every_state_leads_where_it_is_written_here_by_hand() {
    let mut lines = GRID.trim_matches('\n').lines();
    let steps: Vec<HazardStep> = lines.next().expect("a head").split_whitespace().map(|code| code.parse().expect("a step")).collect();
    assert_eq!(steps, HazardStep::ALL);
    let mut states = Vec::new();
    for line in lines {
        let mut words = line.split_whitespace();
        let state: HazardState = words.next().expect("a state").parse().expect("a state");
        states.push(state);
        for &step in &steps {
            let expected = words.next().expect("a cell").parse::<HazardState>().ok();
            match after(state, step) {
                Ok(next) => assert_eq!(Some(next), expected, "{state} {step}"),
                Err(refusal) => assert_eq!((refusal.code, expected), ("BAD_HAZARD_STEP", None), "{state} {step}"),
            }
        }
    }
    assert_eq!(states, HazardState::ALL);
}

#[test]
fn a_refused_step_names_the_state_and_what_can_be_done_in_it() {
    let refusal = after(HazardState::FixedOnSpot, HazardStep::Accept).expect_err("a refusal");
    assert_eq!(refusal.message(Language::Zh), "隐患处于“当场整改”状态，不能“验收通过”；现在可以：判定级别、申请验收。");
    assert_eq!(
        refusal.message(Language::En),
        "The hazard is in the state \"Fixed on the spot\", in which this cannot be done: Accept; what can be done now: Grade, Apply for acceptance."
    );
    let closed = after(HazardState::Closed, HazardStep::Grade).expect_err("a refusal");
    assert_eq!(closed.message(Language::Zh), "隐患处于“已销号”状态，不能“判定级别”；已办结，如再次发现应另行上报。");
    assert!(closed.to_string().ends_with("its life is over; found again, it is reported as a new one."));
}

proptest! {
    #[test]
    fn whatever_the_steps_a_hazard_is_closed_only_by_an_acceptance_after_an_application(steps in prop::collection::vec(select(HazardStep::ALL), 0..40)) {
        let (mut state, mut taken) = (HazardState::Reported, Vec::new());
        for step in steps {
            if let Ok(next) = after(state, step) {
                state = next;
                taken.push(step);
            }
        }
        if state == HazardState::Closed {
            prop_assert_eq!(taken.last(), Some(&HazardStep::Accept));
            prop_assert!(taken.contains(&HazardStep::Apply) && taken[0] == HazardStep::Grade);
        }
    }
}

fn plan() -> PlanElements {
    PlanElements {
        responsible: "包格日乐".to_owned(),
        measures: " 更换防爆电机 ".to_owned(),
        funding_yuan: Some(0),
        deadline: Some(day(10)),
        emergency_plan: "停机并疏散".to_owned(),
    }
}

#[test]
fn a_plan_with_all_five_elements_is_complete() {
    let complete = plan().check(day(10)).expect("a plan");
    assert_eq!((complete.measures.as_str(), complete.funding_yuan, complete.deadline), ("更换防爆电机", 0, day(10)));
}

#[test]
fn each_missing_element_of_a_plan_is_named_and_all_of_them_at_once() {
    let fields = |plan: PlanElements| -> Vec<(String, String)> {
        let refusals = plan.check(day(10)).expect_err("refusals");
        assert!(refusals.iter().all(|refusal| refusal.clause == Some("2.1.1") && refusal.code == "PLAN_ELEMENT_MISSING"));
        refusals.iter().map(|refusal| (refusal.field.clone().unwrap_or_default(), refusal.message(Language::Zh).to_owned())).collect()
    };
    let missing = |field: &str, zh: &str| (format!("plan.{field}"), format!("治理方案缺少{zh}。"));
    let five = [
        (missing("responsible", "责任人"), PlanElements { responsible: " ".to_owned(), ..plan() }),
        (missing("measures", "措施"), PlanElements { measures: String::new(), ..plan() }),
        (missing("fundingYuan", "资金（不需要资金的填0）"), PlanElements { funding_yuan: None, ..plan() }),
        (missing("deadline", "期限"), PlanElements { deadline: None, ..plan() }),
        (missing("emergencyPlan", "应急预案"), PlanElements { emergency_plan: "\u{3000}".to_owned(), ..plan() }),
    ];
    for (expected, plan) in &five {
        assert_eq!(fields(plan.clone()), std::slice::from_ref(expected));
    }
    assert_eq!(fields(PlanElements::default()), five.map(|(expected, _)| expected));
}

#[test]
fn a_plan_may_end_on_the_day_of_planning_but_not_before_and_funds_are_not_negative() {
    let codes = |plan: PlanElements| plan.check(day(10)).map_err(|refusals| refusals.iter().map(|refusal| refusal.code).collect::<Vec<_>>());
    assert!(codes(plan()).is_ok());
    assert_eq!(codes(PlanElements { deadline: Some(day(9)), ..plan() }), Err(vec!["PLAN_DEADLINE_PAST"]));
    assert_eq!(codes(PlanElements { funding_yuan: Some(-1), ..plan() }), Err(vec!["PLAN_FUNDING_NEGATIVE"]));
}

#[test]
fn a_revised_plan_may_bring_the_deadline_forward_but_not_put_it_off() {
    assert_eq!(check_revised_deadline(day(10), day(9)), Ok(()));
    assert_eq!(check_revised_deadline(day(10), day(10)), Ok(()));
    assert_eq!(check_revised_deadline(day(10), day(11)).expect_err("a refusal").code, "PLAN_DEADLINE_LATER");
}

#[test]
fn a_plan_within_the_bound_needs_no_consent_and_a_day_later_it_does_unless_one_is_in_force() {
    use crate::hazard::measures::PlanConsent::{Asked, NotNeeded};
    let latest = latest_deadline(day(1), 9);
    assert_eq!(latest, day(10));
    assert_eq!(consent_needed(day(10), latest, false), NotNeeded);
    assert_eq!(consent_needed(day(11), latest, false), Asked);
    assert_eq!(consent_needed(day(11), latest, true), NotNeeded);
    assert_eq!(latest_deadline(NaiveDate::MAX, 90), NaiveDate::MAX);
}

#[test]
fn who_rectified_may_not_accept_and_a_major_hazard_is_accepted_by_a_supervisor() {
    let (rectifier, helper, other) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
    let code = |grade, accepter, supervisor| check_acceptance(grade, &[rectifier, helper], accepter, supervisor).err().map(|refusal| refusal.code);
    assert_eq!(code(HazardGrade::General, other, false), None);
    assert_eq!(code(HazardGrade::General, rectifier, false), Some("ACCEPTER_RECTIFIED"));
    assert_eq!(code(HazardGrade::General, helper, true), Some("ACCEPTER_RECTIFIED"));
    assert_eq!(code(HazardGrade::Major, other, true), None);
    assert_eq!(code(HazardGrade::Major, other, false), Some("ACCEPTER_NOT_SUPERVISOR"));
    assert_eq!(code(HazardGrade::Major, rectifier, true), Some("ACCEPTER_RECTIFIED"));
}

#[test]
fn a_grading_as_major_needs_a_criterion_or_a_supervisor_with_a_reason_and_only_the_latter_leads_back() {
    use HazardGrade::{General, Major};
    const CRITERION: Option<&str> = Some("GRADING_NEEDS_CRITERION");
    const REASON: Option<&str> = Some("GRADING_NEEDS_REASON");
    const SUPERVISOR: Option<&str> = Some("GRADING_NEEDS_SUPERVISOR");
    for (previous, grade, by_criterion, by_supervisor, reason, expected) in [
        (None, General, false, false, "", None),
        (None, Major, true, false, "", None),
        (None, Major, false, false, "", CRITERION),
        (None, Major, false, false, "看着危险", CRITERION),
        (None, Major, false, true, " ", REASON),
        (None, Major, false, true, "看着危险", None),
        (Some(General), Major, true, false, "", None),
        (Some(General), Major, false, false, "看着危险", CRITERION),
        (Some(General), General, false, false, "", None),
        (Some(Major), Major, true, false, "", None),
        (Some(Major), General, true, false, "不符合", SUPERVISOR),
        (Some(Major), General, true, true, "", REASON),
        (Some(Major), General, false, true, "不符合第3条", None),
    ] {
        let grading = Grading { previous, grade, by_criterion, by_supervisor, reason };
        assert_eq!(grading.check().err().map(|refusal| refusal.code), expected, "{grading:?}");
    }
}
