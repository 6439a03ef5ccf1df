//! The closed loop of a hazard, from its report to its closing.

use crate::common::{Township, day};
use crate::hazards::{each, events, found, general, look, major, photographs, plan, rectified, told};
use redline_domain::{FoundBy, HazardGrade, HazardState, NoticeKind, Sector, window::EndedAs};
use redline_entity::notice;
use redline_ledger::{
    hazard::{self, GradeInput, NewHazard},
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// What is told besides that it was reported and graded.
async fn answers(town: &Township, id: Uuid) -> Vec<(String, Uuid)> {
    told(town, id).await.into_iter().filter(|(step, _)| step != "REPORTED" && !step.starts_with("GRADED")).collect()
}

#[tokio::test]
async fn a_major_hazard_goes_from_its_report_to_its_closing_and_each_step_tells_whom_it_concerns() {
    let town = Township::new().await;
    let plant = town.plant;
    let officer = town.person(plant.officer, "2023-06-02").await;
    let id = town.change(async |tx| hazard::report(tx, &officer, found(plant.id, "2023-06-01")).await).await.expect("reported").id;
    let seen = look(&town, id).await;
    assert_eq!(
        (seen.state, seen.sector, seen.location.as_deref(), seen.check_after),
        (HazardState::Reported, Some(Sector::HazardousChemicals), Some("甲类储罐区"), None)
    );
    assert_eq!(told(&town, id).await, each("REPORTED", &[plant.officer, plant.head]));

    let officer = town.person(plant.officer, "2023-06-05").await;
    town.change(async |tx| hazard::grade(tx, &officer, id, major()).await).await.expect("graded");
    let graded: Vec<_> = told(&town, id).await.into_iter().filter(|(step, _)| step == "GRADED#1").collect();
    assert_eq!(graded, each("GRADED#1", &[plant.head, town.village.officer, town.regulator.officer, town.safety_office.officer]));
    let (plan_window, report_window) = (town.windows(plant.id, "E03").await.remove(0), town.windows(plant.id, "E04").await.remove(0));
    for (window, due) in [(&plan_window, "2023-06-12"), (&report_window, "2023-06-06")] {
        assert_eq!((window.hazard_id, window.starts_on, window.opens_on), (Some(id), day("2023-06-05"), day("2023-06-05")));
        assert_eq!((window.closes_on, window.due_on, window.check_after), (day(due), day(due), Some(officer.now)));
    }

    let officer = town.person(plant.officer, "2023-06-06").await;
    town.change(async |tx| hazard::tell_regulator(tx, &officer, id, None).await).await.expect("told");
    assert_eq!(town.windows(plant.id, "E04").await[0].fulfilled_on, Some(day("2023-06-06")));

    let head = town.person(plant.head, "2023-06-12").await;
    town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-06-20")).await).await.expect("planned");
    assert_eq!(town.windows(plant.id, "E03").await[0].fulfilled_on, Some(day("2023-06-12")));
    let planned = look(&town, id).await;
    assert_eq!((planned.state, planned.deadline_on, planned.check_after), (HazardState::Planned, Some(day("2023-06-20")), Some(head.now)));

    let officer = town.person(plant.officer, "2023-06-13").await;
    town.change(async |tx| hazard::record_progress(tx, &officer, id, "检测器已到货").await).await.expect("recorded");
    assert_eq!(look(&town, id).await.state, HazardState::Rectifying);

    let officer = town.person(plant.officer, "2023-06-19").await;
    town.change(async |tx| hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-18"))).await).await.expect("applied");
    let applied = look(&town, id).await;
    assert_eq!(
        (applied.state, applied.acceptance_due_on, applied.rectified_by),
        (HazardState::AwaitingAcceptance, Some(day("2023-06-29")), Some(plant.officer))
    );
    let first: Vec<_> = told(&town, id).await.into_iter().filter(|(step, _)| step.starts_with("APPLIED")).collect();
    assert_eq!(first, each("APPLIED#1", &[town.regulator.officer, town.safety_office.officer]));

    let regulator = town.person(town.regulator.head, "2023-06-20").await;
    town.change(async |tx| hazard::reject(tx, &regulator, id, "联锁未投用").await).await.expect("rejected");
    let rejected = look(&town, id).await;
    assert_eq!((rejected.state, rejected.rejections, rejected.applied_on, rejected.rectified_on), (HazardState::Rectifying, 1, None, None));
    assert_eq!((rejected.deadline_on, rejected.overdue_noted), (Some(day("2023-06-20")), false), "the deadline did not move");
    assert_eq!(answers(&town, id).await, each("REJECTED#1", &[plant.officer, plant.head]), "the application is no news any more");

    let engine = town.operator("2023-06-21");
    town.change(async |tx| hazard::advance(tx, &engine, rejected).await).await.expect("advanced");
    let overdue: Vec<_> = told(&town, id).await.into_iter().filter(|(step, _)| step.starts_with("OVERDUE")).collect();
    assert_eq!(overdue, each("OVERDUE+1@2023-06-20", &[plant.officer, plant.head]));

    let deputy = town.person(plant.deputy, "2023-06-25").await;
    town.change(async |tx| hazard::apply_for_acceptance(tx, &deputy, id, Some(rectified("2023-06-25"))).await).await.expect("applied again");
    let second: Vec<_> = answers(&town, id).await.into_iter().filter(|(step, _)| !step.starts_with("REJECTED")).collect();
    assert_eq!(second, each("APPLIED#2", &[town.regulator.officer, town.safety_office.officer]), "the ladder of the old deadline is taken back");

    let regulator = town.person(town.regulator.officer, "2023-06-26").await;
    town.change(async |tx| hazard::accept(tx, &regulator, id, None, &Confirmed::by_program(&regulator)).await).await.expect("accepted");
    let closed = look(&town, id).await;
    assert_eq!(
        (closed.state, closed.accepted_by, closed.closed_on, closed.check_after),
        (HazardState::Closed, Some(town.regulator.officer), Some(day("2023-06-26")), None)
    );
    assert_eq!(hazard::deadline(&closed), None);
    assert_eq!(answers(&town, id).await, each("ACCEPTED", &[plant.officer, plant.head]));
    assert_eq!(
        events(&town, id).await,
        [
            "HAZARD_REPORTED",
            "HAZARD_GRADED",
            "HAZARD_TOLD_REGULATOR",
            "HAZARD_PLANNED",
            "HAZARD_PROGRESS",
            "HAZARD_APPLIED",
            "HAZARD_REJECTED",
            "HAZARD_OVERDUE",
            "HAZARD_APPLIED",
            "HAZARD_ACCEPTED"
        ]
    );
}

#[tokio::test]
async fn a_general_hazard_is_fixed_on_the_spot_and_accepted_by_another_of_its_own_people() {
    let town = Township::new().await;
    let trader = town.trader;
    let officer = town.person(trader.officer, "2023-06-05").await;
    let id = town
        .change(async |tx| {
            let id = hazard::report(tx, &officer, found(trader.id, "2023-06-05")).await?.id;
            hazard::grade(tx, &officer, id, general()).await?;
            hazard::fix_on_spot(tx, &officer, id, rectified("2023-06-05"), &photographs(tx, &officer, trader.id).await).await?;
            hazard::apply_for_acceptance(tx, &officer, id, None).await?;
            Ok(id)
        })
        .await
        .expect("applied");
    assert!(town.windows(trader.id, "E03").await.is_empty() && town.windows(trader.id, "E04").await.is_empty(), "it owes neither plan nor report");
    let applied = look(&town, id).await;
    assert_eq!((applied.state, applied.acceptance_due_on, applied.check_after), (HazardState::AwaitingAcceptance, None, None));
    let told: Vec<_> = told(&town, id).await.into_iter().filter(|(step, _)| step != "REPORTED").collect();
    assert_eq!(told, each("APPLIED#1", &[trader.head]), "a general grading is nobody's news");
    let head = town.person(trader.head, "2023-06-06").await;
    town.change(async |tx| hazard::accept(tx, &head, id, None, &Confirmed::by_program(&head)).await).await.expect("accepted");
    assert_eq!(look(&town, id).await.state, HazardState::Closed);
}

#[tokio::test]
async fn a_general_hazard_goes_through_a_simple_deadline() {
    let town = Township::new().await;
    let officer = town.person(town.trader.officer, "2023-06-05").await;
    let id = town
        .change(async |tx| {
            let id = hazard::report(tx, &officer, found(town.trader.id, "2023-06-05")).await?.id;
            hazard::grade(tx, &officer, id, general()).await?;
            hazard::set_deadline(tx, &officer, id, day("2023-06-09")).await?;
            hazard::record_progress(tx, &officer, id, "已联系维修").await?;
            hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-05"))).await?;
            Ok(id)
        })
        .await
        .expect("applied");
    assert_eq!((look(&town, id).await.state, look(&town, id).await.deadline_on), (HazardState::AwaitingAcceptance, Some(day("2023-06-09"))));
}

#[tokio::test]
async fn what_the_public_reports_is_told_to_the_regulator_too() {
    let town = Township::new().await;
    let staff = town.person(town.plant.staff, "2023-06-05").await;
    let new = NewHazard { found_by: FoundBy::PublicReport, ..found(town.plant.id, "2023-06-05") };
    let id = town.change(async |tx| hazard::report(tx, &staff, new).await).await.expect("reported").id;
    assert_eq!(told(&town, id).await, each("REPORTED", &[town.plant.officer, town.plant.head, town.regulator.officer]));
}

#[tokio::test]
async fn a_fix_on_the_spot_excuses_the_plan_and_its_rejection_owes_it_anew() {
    let town = Township::new().await;
    let plant = town.plant;
    let officer = town.person(plant.officer, "2023-06-05").await;
    let id = town
        .change(async |tx| {
            let id = hazard::report(tx, &officer, found(plant.id, "2023-06-05")).await?.id;
            hazard::grade(tx, &officer, id, major()).await?;
            hazard::fix_on_spot(tx, &officer, id, rectified("2023-06-05"), &photographs(tx, &officer, plant.id).await).await?;
            hazard::apply_for_acceptance(tx, &officer, id, None).await?;
            Ok(id)
        })
        .await
        .expect("applied");
    let excused = town.windows(plant.id, "E03").await.remove(0);
    assert_eq!((excused.ended_on, excused.ended_as, excused.check_after), (Some(day("2023-06-05")), Some(EndedAs::Excused), None));
    assert_eq!(town.windows(plant.id, "E04").await[0].ended_on, None, "the regulator is still to be told");

    let office = town.person(town.safety_office.officer, "2023-06-12").await;
    town.change(async |tx| hazard::reject(tx, &office, id, "只作了临时封堵").await).await.expect("rejected");
    let owed = town.windows(plant.id, "E03").await;
    assert_eq!((owed.len(), owed[0].ended_on, owed[0].starts_on, owed[0].due_on), (1, None, day("2023-06-12"), day("2023-06-19")));
    let head = town.person(plant.head, "2023-06-20").await;
    town.change(async |tx| hazard::submit_plan(tx, &head, id, plan("2023-07-10")).await).await.expect("planned");
    assert_eq!(town.windows(plant.id, "E03").await[0].fulfilled_on, Some(day("2023-06-20")), "a day late");
}

#[tokio::test]
async fn grading_down_supersedes_what_was_owed_and_grading_up_again_owes_it_anew() {
    let town = Township::new().await;
    let plant = town.plant;
    let office = town.person(town.regulator.officer, "2023-06-05").await;
    let new = NewHazard { found_by: FoundBy::Inspection, ..found(plant.id, "2023-06-05") };
    let id = town.change(async |tx| hazard::report(tx, &office, new).await).await.expect("reported").id;
    let by_reason = |grade| GradeInput { grade, criterion: None, reason: "现场复核".to_owned(), no_criterion_found: false };
    town.change(async |tx| hazard::grade(tx, &office, id, by_reason(HazardGrade::Major)).await).await.expect("graded");
    let later = town.person(town.regulator.officer, "2023-06-06").await;
    town.change(async |tx| hazard::grade(tx, &later, id, major()).await).await.expect("better founded");
    assert_eq!(look(&town, id).await.graded_on, Some(day("2023-06-05")), "a grade that is only better founded is as old as it was");
    town.change(async |tx| hazard::grade(tx, &later, id, by_reason(HazardGrade::General)).await).await.expect("graded down");
    for rule in ["E03", "E04"] {
        let ended = town.windows(plant.id, rule).await.remove(0);
        assert_eq!((ended.ended_on, ended.ended_as, ended.ended_reason.as_deref()), (Some(day("2023-06-06")), Some(EndedAs::Superseded), Some("现场复核")));
    }
    let officer = town.person(plant.officer, "2023-06-07").await;
    town.change(async |tx| hazard::tell_regulator(tx, &officer, id, None).await).await.expect("told");
    assert_eq!(town.windows(plant.id, "E04").await[0].fulfilled_on, None, "of a general hazard nothing is owed");
    let again = town.person(town.regulator.officer, "2023-06-08").await;
    town.change(async |tx| hazard::grade(tx, &again, id, major()).await).await.expect("graded up");
    let (owed, told_before) = (town.windows(plant.id, "E03").await.remove(0), town.windows(plant.id, "E04").await.remove(0));
    assert_eq!((owed.ended_on, owed.due_on), (None, day("2023-06-15")));
    assert_eq!((told_before.ended_on, told_before.fulfilled_on), (None, Some(day("2023-06-07"))), "what was done before counts");
    let kinds: Vec<_> = notice::Entity::find()
        .filter(notice::Column::HazardId.eq(id))
        .filter(notice::Column::Kind.eq(NoticeKind::HazardGraded))
        .all(town.db.read())
        .await
        .expect("notices");
    let mut steps: Vec<_> = kinds.into_iter().map(|notice| notice.step).collect();
    steps.sort();
    steps.dedup();
    assert_eq!(steps, ["GRADED#1", "GRADED#4"]);
}

#[tokio::test]
async fn a_suspension_excuses_what_is_owed_for_hazards_too() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    town.change(async |tx| {
        let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id;
        hazard::grade(tx, &officer, id, major()).await
    })
    .await
    .expect("graded");
    let office = town.person(town.safety_office.head, "2023-06-08").await;
    town.change(async |tx| redline_ledger::organization::suspend(tx, &office, town.plant.id, day("2023-06-08"), "停产整顿").await).await.expect("suspended");
    let (plan_window, report_window) = (town.windows(town.plant.id, "E03").await.remove(0), town.windows(town.plant.id, "E04").await.remove(0));
    assert_eq!((plan_window.ended_on, plan_window.ended_as), (Some(day("2023-06-08")), Some(EndedAs::Excused)));
    assert_eq!(report_window.ended_on, None, "it was over on 06-06 and is owed as it was");
}
