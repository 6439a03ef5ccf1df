//! Who may accept a rectification, and what it takes to apply for it.

use crate::common::{Township, day, refused};
use crate::hazards::{found, general, look, major, photographs, plan, rectified};
use redline_domain::{HazardGrade, HazardState};
use redline_ledger::{
    hazard::{self, GradeInput, Rectified},
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

/// A major hazard that the plant's safety officer says to have rectified, and that awaits acceptance.
async fn applied(town: &Township, grade: GradeInput) -> Uuid {
    let id = graded(town, grade).await;
    let officer = town.person(town.plant.officer, "2023-06-06").await;
    town.change(async |tx| {
        hazard::submit_plan(tx, &officer, id, plan("2023-06-30")).await?;
        hazard::record_progress(tx, &officer, id, "已完成").await?;
        hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-06"))).await
    })
    .await
    .expect("applied");
    id
}

#[tokio::test]
async fn who_rectified_does_not_accept_and_a_major_hazard_is_accepted_by_a_supervisor() {
    let town = Township::new().await;
    let accept = async |id, who: Uuid| {
        let who = town.person(who, "2023-06-07").await;
        match town.change(async |tx| hazard::accept(tx, &who, id, None, &Confirmed::by_program(&who)).await).await {
            Ok(_) => Vec::new(),
            refusal => refused(refusal),
        }
    };
    let id = applied(&town, major()).await;
    assert_eq!(accept(id, town.plant.officer).await, ["ACCEPTER_RECTIFIED"]);
    assert_eq!(accept(id, town.plant.head).await, ["ACCEPTER_NOT_SUPERVISOR"]);
    assert_eq!(accept(id, town.village.head).await, ["ACCEPTER_NOT_SUPERVISOR"]);
    assert_eq!(accept(id, town.regulator.staff).await, ["FORBIDDEN"]);
    assert_eq!(accept(id, town.trader.head).await, ["NOT_FOUND"]);
    assert_eq!(look(&town, id).await.state, HazardState::AwaitingAcceptance);
    assert!(accept(id, town.safety_office.officer).await.is_empty());
    assert_eq!(accept(id, town.safety_office.officer).await, ["BAD_HAZARD_STEP"], "once");
    let id = applied(&town, general()).await;
    assert_eq!(accept(id, town.plant.officer).await, ["ACCEPTER_RECTIFIED"]);
    assert!(accept(id, town.village.officer).await.is_empty());
}

#[tokio::test]
async fn who_took_part_in_an_earlier_round_does_not_accept_in_a_later_one() {
    let town = Township::new().await;
    let id = applied(&town, general()).await;
    let village = town.person(town.village.officer, "2023-06-07").await;
    assert_eq!(refused(town.change(async |tx| hazard::reject(tx, &village, id, "\t").await).await), ["REASON_MISSING"]);
    town.change(async |tx| hazard::reject(tx, &village, id, "未达标").await).await.expect("rejected");
    let deputy = town.person(town.plant.deputy, "2023-06-08").await;
    town.change(async |tx| hazard::apply_for_acceptance(tx, &deputy, id, Some(rectified("2023-06-08"))).await).await.expect("applied again");
    let officer = town.person(town.plant.officer, "2023-06-09").await;
    assert_eq!(refused(town.change(async |tx| hazard::accept(tx, &officer, id, None, &Confirmed::by_program(&officer)).await).await), ["ACCEPTER_RECTIFIED"]);
    let head = town.person(town.plant.head, "2023-06-09").await;
    town.change(async |tx| hazard::accept(tx, &head, id, None, &Confirmed::by_program(&head)).await).await.expect("accepted");
}

#[tokio::test]
async fn a_rectification_lies_between_the_finding_and_today_and_its_doer_is_of_the_organization() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-07").await;
    let fix = async |done: Rectified| {
        let id = graded(&town, general()).await;
        match town.change(async |tx| hazard::fix_on_spot(tx, &officer, id, done, &photographs(tx, &officer, town.plant.id).await).await).await {
            Ok(hazard) => vec![if hazard.rectified_by == Some(town.plant.officer) { "BY_WHO_ASKS" } else { "BY_ANOTHER" }],
            refusal => refused(refusal),
        }
    };
    assert_eq!(fix(rectified("2023-06-04")).await, ["BAD_DATE"]);
    assert_eq!(fix(rectified("2023-06-05")).await, ["BY_WHO_ASKS"]);
    assert_eq!(fix(rectified("2023-06-07")).await, ["BY_WHO_ASKS"]);
    assert_eq!(fix(rectified("2023-06-08")).await, ["BAD_DATE"]);
    assert_eq!(fix(Rectified { rectification: String::new(), ..rectified("2023-06-07") }).await, ["TEXT_MISSING"]);
    assert_eq!(fix(Rectified { by: Some(town.plant.staff), ..rectified("2023-06-07") }).await, ["BY_ANOTHER"]);
    assert_eq!(fix(Rectified { by: Some(town.trader.staff), ..rectified("2023-06-07") }).await, ["NO_POSITION"]);
}

#[tokio::test]
async fn acceptance_is_applied_for_only_with_what_was_done_and_of_a_major_hazard_with_its_plan() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-06").await;
    let id = graded(&town, general()).await;
    town.change(async |tx| {
        hazard::set_deadline(tx, &officer, id, day("2023-06-10")).await?;
        hazard::record_progress(tx, &officer, id, "已完成").await
    })
    .await
    .expect("in progress");
    assert_eq!(refused(town.change(async |tx| hazard::apply_for_acceptance(tx, &officer, id, None).await).await), ["RECTIFICATION_MISSING"]);
    town.change(async |tx| hazard::grade(tx, &officer, id, major()).await).await.expect("graded up");
    let apply = async || town.change(async |tx| hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-06"))).await).await;
    assert_eq!(refused(apply().await), ["PLAN_MISSING"]);
    town.change(async |tx| hazard::submit_plan(tx, &officer, id, plan("2023-06-10")).await).await.expect("planned");
    assert_eq!(apply().await.expect("applied").acceptance_due_on, Some(day("2023-06-16")));
}

#[tokio::test]
async fn a_regrading_while_acceptance_is_awaited_sets_and_drops_its_deadline() {
    let town = Township::new().await;
    let id = applied(&town, general()).await;
    assert_eq!(hazard::deadline(&look(&town, id).await), None);
    let regulator = town.person(town.regulator.officer, "2023-06-08").await;
    town.change(async |tx| hazard::grade(tx, &regulator, id, major()).await).await.expect("graded up");
    let up = look(&town, id).await;
    assert_eq!((up.state, up.acceptance_due_on, up.check_after), (HazardState::AwaitingAcceptance, Some(day("2023-06-18")), Some(regulator.now)));
    assert!(town.windows(town.plant.id, "E03").await.is_empty(), "no plan is owed for what is rectified");
    let down = GradeInput { grade: HazardGrade::General, criterion: None, reason: "复核".to_owned(), no_criterion_found: false };
    town.change(async |tx| hazard::grade(tx, &regulator, id, down).await).await.expect("graded down");
    let down = look(&town, id).await;
    assert_eq!((down.acceptance_due_on, down.check_after), (None, None));
}

#[tokio::test]
async fn the_regulator_is_told_once_and_a_late_report_is_late() {
    let town = Township::new().await;
    for (on, told_on, late) in [("2023-06-06", None, false), ("2023-06-08", Some("2023-06-06"), false), ("2023-06-07", None, true)] {
        let id = graded(&town, major()).await;
        let officer = town.person(town.plant.officer, on).await;
        let tell = async || town.change(async |tx| hazard::tell_regulator(tx, &officer, id, told_on.map(day)).await).await;
        tell().await.expect("told");
        assert_eq!(refused(tell().await), ["ALREADY_TOLD"]);
        let window = town.windows(town.plant.id, "E04").await.into_iter().find(|window| window.hazard_id == Some(id)).expect("a window");
        assert_eq!((window.fulfilled_on > Some(window.due_on), window.check_after), (late, None), "{on}");
        assert_eq!(window.fulfilled_recorded_at, Some(officer.now));
    }
    let id = graded(&town, major()).await;
    let officer = town.person(town.plant.officer, "2023-06-07").await;
    for on in ["2023-06-04", "2023-06-08"] {
        assert_eq!(refused(town.change(async |tx| hazard::tell_regulator(tx, &officer, id, Some(day(on))).await).await), ["BAD_DATE"]);
    }
}
