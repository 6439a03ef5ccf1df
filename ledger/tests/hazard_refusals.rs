//! What cannot be done to a hazard, and by its side what can.

use crate::common::{Township, day, refused};
use crate::hazards::{found, general, look, major, plan, rectified};
use redline_domain::{FoundBy, HazardGrade, HazardState, Language};
use redline_ledger::{
    Context, Error,
    hazard::{self, GradeInput, NewHazard, Photographs, PlanElements},
    signature::Confirmed,
};
use uuid::Uuid;

/// A hazard of the plant that was found on 2023-06-05, and graded so.
async fn graded(town: &Township, grade: GradeInput) -> Uuid {
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    town.change(async |tx| {
        let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id;
        hazard::grade(tx, &officer, id, grade).await?;
        Ok(id)
    })
    .await
    .expect("graded")
}

async fn reported(town: &Township, who: &Context, new: NewHazard) -> Vec<&'static str> {
    match town.change(async |tx| hazard::report(tx, who, new).await).await {
        Ok(_) => Vec::new(),
        refusal => refused(refusal),
    }
}

#[tokio::test]
async fn found_by_a_self_check_says_only_the_enterprise_and_by_an_inspection_only_who_inspects() {
    let town = Township::new().await;
    let of = |found_by| NewHazard { found_by, ..found(town.plant.id, "2023-06-05") };
    for (who, own) in
        [(town.plant.staff, true), (town.plant.head, true), (town.village.staff, false), (town.regulator.officer, false), (town.safety_office.staff, false)]
    {
        let who = town.person(who, "2023-06-05").await;
        let self_check: &[&str] = if own { &[] } else { &["FOUND_BY_NOT_SELF"] };
        let inspection: &[&str] = if own { &["FOUND_BY_NOT_INSPECTOR"] } else { &[] };
        assert_eq!(reported(&town, &who, of(FoundBy::SelfCheck)).await, self_check);
        assert_eq!(reported(&town, &who, of(FoundBy::Inspection)).await, inspection);
        assert!(reported(&town, &who, of(FoundBy::PublicReport)).await.is_empty());
    }
    let stranger = town.person(town.trader.head, "2023-06-05").await;
    assert_eq!(reported(&town, &stranger, of(FoundBy::PublicReport)).await, ["NOT_FOUND"], "what one may not see does not exist");
    assert_eq!(reported(&town, &town.nobody("2023-06-05"), of(FoundBy::PublicReport)).await, ["NOT_FOUND"]);
    let auditor = town.person(town.discipline_office.officer, "2023-06-05").await;
    assert_eq!(reported(&town, &auditor, of(FoundBy::Inspection)).await, ["FORBIDDEN"]);
}

#[tokio::test]
async fn a_hazard_is_described_and_was_found_today_at_the_latest() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    let new = || found(town.plant.id, "2023-06-05");
    assert!(reported(&town, &officer, new()).await.is_empty(), "today");
    assert_eq!(reported(&town, &officer, NewHazard { found_on: day("2023-06-06"), ..new() }).await, ["DATE_IN_FUTURE"]);
    assert_eq!(reported(&town, &officer, NewHazard { description: " \u{3000}".to_owned(), ..new() }).await, ["TEXT_MISSING"]);
    assert!(reported(&town, &officer, NewHazard { location: Some("甲".repeat(200)), ..new() }).await.is_empty());
    assert_eq!(reported(&town, &officer, NewHazard { location: Some("甲".repeat(201)), ..new() }).await, ["TEXT_TOO_LONG"]);
}

#[tokio::test]
async fn findings_are_entered_without_asking_who_may() {
    let town = Township::new().await;
    let nobody = town.nobody("2023-06-05");
    let new = NewHazard { found_by: FoundBy::Inspection, finding: Some(Uuid::from_u128(7)), ..found(town.plant.id, "2023-06-05") };
    let hazard = town.change(async |tx| hazard::report_unchecked(tx, &nobody, new).await).await.expect("entered");
    assert_eq!((hazard.finding_id, hazard.found_by), (Some(Uuid::from_u128(7)), FoundBy::Inspection));
}

#[tokio::test]
async fn a_criterion_counts_from_the_day_of_its_force_on() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-09-25").await;
    let gas = || GradeInput { grade: HazardGrade::Major, criterion: Some(" GAS-2023/5/1 ".to_owned()), reason: String::new(), no_criterion_found: false };
    for (found_on, expected) in [("2023-09-20", Some("CRITERION_NOT_IN_FORCE")), ("2023-09-21", None)] {
        let id = town.change(async |tx| Ok(hazard::report(tx, &officer, found(town.plant.id, found_on)).await?.id)).await.expect("reported");
        let outcome = town.change(async |tx| hazard::grade(tx, &officer, id, gas()).await).await;
        match expected {
            Some(code) => assert_eq!(refused(outcome), [code]),
            None => assert_eq!(outcome.expect("graded").criterion.as_deref(), Some("GAS-2023/5/1")),
        }
    }
}

#[tokio::test]
async fn major_is_what_a_criterion_or_a_supervisor_with_a_reason_says() {
    let town = Township::new().await;
    let grade = async |who: Uuid, input: GradeInput| {
        let officer = town.person(town.plant.officer, "2023-06-05").await;
        let id = town.change(async |tx| Ok(hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id)).await.expect("reported");
        let who = town.person(who, "2023-06-05").await;
        match town.change(async |tx| hazard::grade(tx, &who, id, input).await).await {
            Ok(hazard) => {
                assert_eq!((hazard.state, hazard.graded_on), (HazardState::Graded, Some(day("2023-06-05"))));
                Vec::new()
            }
            refusal => refused(refusal),
        }
    };
    let without = |grade, reason: &str| GradeInput { grade, criterion: None, reason: reason.to_owned(), no_criterion_found: false };
    let citing = |grade, code: &str| GradeInput { grade, criterion: Some(code.to_owned()), reason: String::new(), no_criterion_found: false };
    assert_eq!(grade(town.plant.head, without(HazardGrade::Major, "看着危险")).await, ["GRADING_NEEDS_CRITERION"]);
    assert!(grade(town.plant.head, citing(HazardGrade::Major, "HAZCHEM-2017/2")).await.is_empty());
    assert_eq!(grade(town.plant.head, citing(HazardGrade::Major, "HAZCHEM-2017/99")).await, ["UNKNOWN_CRITERION"]);
    assert_eq!(grade(town.plant.head, citing(HazardGrade::General, "HAZCHEM-2017/2")).await, ["CRITERION_MEANS_MAJOR"]);
    assert!(grade(town.regulator.officer, without(HazardGrade::Major, "看着危险")).await.is_empty());
    assert_eq!(grade(town.safety_office.head, without(HazardGrade::Major, " ")).await, ["GRADING_NEEDS_REASON"]);
    assert_eq!(grade(town.plant.staff, without(HazardGrade::General, "")).await, ["FORBIDDEN"]);
    assert_eq!(grade(town.village.head, without(HazardGrade::General, "")).await, ["FORBIDDEN"]);
    assert_eq!(grade(town.trader.head, without(HazardGrade::General, "")).await, ["NOT_FOUND"]);
    assert!(grade(town.plant.officer, without(HazardGrade::General, "")).await.is_empty());
}

#[tokio::test]
async fn a_plan_lacks_none_of_its_five_elements_and_each_one_is_named_with_its_clause() {
    let town = Township::new().await;
    let id = graded(&town, major()).await;
    let head = town.person(town.plant.head, "2023-06-06").await;
    let lacking = PlanElements { funding_yuan: None, emergency_plan: " ".to_owned(), ..plan("2023-06-06") };
    let Err(Error::Refused(refusals)) = town.change(async |tx| hazard::submit_plan(tx, &head, id, lacking).await).await else { panic!("it was not refused") };
    let named: Vec<_> = refusals.iter().map(|refusal| (refusal.code, refusal.field.as_deref(), refusal.clause)).collect();
    assert_eq!(named, [("PLAN_ELEMENT_MISSING", Some("plan.fundingYuan"), Some("2.1.1")), ("PLAN_ELEMENT_MISSING", Some("plan.emergencyPlan"), Some("2.1.1"))]);
    assert!(refusals[1].message(Language::Zh).contains("应急预案"));
    assert_eq!(town.windows(town.plant.id, "E03").await[0].fulfilled_on, None, "a refused plan fulfils nothing");
    assert_eq!(refused(town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-06-05")).await).await), ["PLAN_DEADLINE_PAST"]);
    assert_eq!(town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-06-06")).await).await.expect("planned").version, 1);
}

#[tokio::test]
async fn a_revised_plan_keeps_the_deadline_even_after_it_has_passed() {
    let town = Township::new().await;
    let id = graded(&town, major()).await;
    let head = town.person(town.plant.head, "2023-06-06").await;
    town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-06-20")).await).await.expect("planned");
    let head = town.person(town.plant.head, "2023-06-25").await;
    assert_eq!(refused(town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-06-21")).await).await), ["PLAN_DEADLINE_LATER"]);
    let revised = town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-06-20")).await).await.expect("revised");
    assert_eq!(revised.version, 2);
}

#[tokio::test]
async fn a_general_hazard_whose_deadline_has_passed_can_still_be_planned_once_it_is_major() {
    let town = Township::new().await;
    let id = graded(&town, general()).await;
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    town.change(async |tx| hazard::set_deadline(tx, &officer, id, day("2023-06-10")).await).await.expect("set");
    let officer = town.person(town.plant.officer, "2023-06-15").await;
    town.change(async |tx| hazard::grade(tx, &officer, id, major()).await).await.expect("graded");
    town.change(async |tx| hazard::submit_plan(tx, &officer, id, plan("2023-06-10")).await).await.expect("late, but complete");
    assert_eq!(town.windows(town.plant.id, "E03").await[0].fulfilled_on, Some(day("2023-06-15")));
}

#[tokio::test]
async fn a_simple_deadline_is_for_a_general_hazard_and_not_in_the_past() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-06").await;
    let set = async |id, deadline: &str| {
        let deadline = day(deadline);
        match town.change(async |tx| hazard::set_deadline(tx, &officer, id, deadline).await).await {
            Ok(_) => Vec::new(),
            refusal => refused(refusal),
        }
    };
    assert_eq!(set(graded(&town, major()).await, "2023-06-30").await, ["MAJOR_NEEDS_PLAN"]);
    let id = graded(&town, general()).await;
    assert_eq!(set(id, "2023-06-05").await, ["PLAN_DEADLINE_PAST"]);
    assert!(set(id, "2023-06-08").await.is_empty());
    assert!(set(id, "2023-06-06").await.is_empty(), "earlier is welcome");
    assert_eq!(set(id, "2023-06-07").await, ["PLAN_DEADLINE_LATER"]);
}

#[tokio::test]
async fn an_extension_is_later_than_the_deadline_and_granted_by_the_safety_office_alone() {
    let town = Township::new().await;
    let id = graded(&town, major()).await;
    let office = town.person(town.safety_office.officer, "2023-06-06").await;
    let grant = async |who: &Context, deadline: &str, reason: &str| {
        let deadline = day(deadline);
        match town.change(async |tx| hazard::grant_extension(tx, who, id, deadline, reason).await).await {
            Ok(_) => Vec::new(),
            refusal => refused(refusal),
        }
    };
    assert_eq!(grant(&office, "2023-06-30", "采购").await, ["NOTHING_TO_EXTEND"], "there is no deadline yet");
    let head = town.person(town.plant.head, "2023-06-06").await;
    town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-06-20")).await).await.expect("planned");
    assert_eq!(grant(&head, "2023-06-30", "采购").await, ["FORBIDDEN"]);
    let regulator = town.person(town.regulator.head, "2023-06-06").await;
    assert_eq!(grant(&regulator, "2023-06-30", "采购").await, ["FORBIDDEN"]);
    assert_eq!(grant(&office, "2023-06-20", "采购").await, ["EXTENSION_NOT_LATER"]);
    assert_eq!(grant(&office, "2023-06-21", " ").await, ["REASON_MISSING"]);
    assert!(grant(&office, "2023-06-21", "采购").await.is_empty());
    let later = town.person(town.safety_office.officer, "2023-06-25").await;
    assert_eq!(grant(&later, "2023-06-24", "采购").await, ["EXTENSION_NOT_LATER"], "over already");
    assert!(grant(&later, "2023-06-25", "采购").await.is_empty());
    let officer = town.person(town.plant.officer, "2023-06-25").await;
    town.change(async |tx| {
        hazard::record_progress(tx, &officer, id, "已完成").await?;
        hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-25"))).await
    })
    .await
    .expect("applied");
    assert_eq!(grant(&later, "2023-06-30", "采购").await, ["NOTHING_TO_EXTEND"], "it is rectified");
}

#[tokio::test]
async fn a_step_that_the_state_does_not_allow_is_refused_by_name_and_changes_nothing() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-06").await;
    let id = town.change(async |tx| Ok(hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id)).await.expect("reported");
    let before = look(&town, id).await;
    assert_eq!(refused(town.change(async |tx| hazard::submit_plan(tx, &officer, id, plan("2023-06-30")).await).await), ["BAD_HAZARD_STEP"]);
    assert_eq!(refused(town.change(async |tx| hazard::set_deadline(tx, &officer, id, day("2023-06-30")).await).await), ["BAD_HAZARD_STEP"]);
    assert_eq!(
        refused(town.change(async |tx| hazard::fix_on_spot(tx, &officer, id, rectified("2023-06-06"), &Photographs::default()).await).await),
        ["BAD_HAZARD_STEP"]
    );
    assert_eq!(refused(town.change(async |tx| hazard::record_progress(tx, &officer, id, "…").await).await), ["BAD_HAZARD_STEP"]);
    assert_eq!(refused(town.change(async |tx| hazard::apply_for_acceptance(tx, &officer, id, None).await).await), ["BAD_HAZARD_STEP"]);
    let office = town.person(town.safety_office.head, "2023-06-06").await;
    assert_eq!(refused(town.change(async |tx| hazard::accept(tx, &office, id, None, &Confirmed::by_program(&office)).await).await), ["BAD_HAZARD_STEP"]);
    assert_eq!(refused(town.change(async |tx| hazard::reject(tx, &office, id, "…").await).await), ["BAD_HAZARD_STEP"]);
    let stranger = town.person(town.trader.head, "2023-06-06").await;
    assert_eq!(
        refused(town.change(async |tx| hazard::fix_on_spot(tx, &stranger, id, rectified("2023-06-06"), &Photographs::default()).await).await),
        ["NOT_FOUND"]
    );
    assert_eq!(look(&town, id).await, before);
}
