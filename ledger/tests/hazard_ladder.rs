//! What the engine does with a hazard whose deadline nears and passes.

use crate::common::{Township, day};
use crate::hazards::{each, events, found, general, look, major, plan, rectified, told};
use chrono::{DateTime, Utc};
use redline_domain::{NoticeKind, Proposal, rulebook::StepKind};
use redline_entity::{ledger_event, notice};
use redline_ledger::{Context, hazard, person::dismiss};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A major hazard of the plant that was found and graded on 2023-06-05 and planned on a day.
async fn planned(town: &Township, on: &str, deadline: &str) -> Uuid {
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    let planner = town.person(town.plant.officer, on).await;
    town.change(async |tx| {
        let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id;
        hazard::grade(tx, &officer, id, major()).await?;
        hazard::submit_plan(tx, &planner, id, plan(deadline)).await?;
        Ok(id)
    })
    .await
    .expect("planned")
}

async fn advance(town: &Township, id: Uuid, now: DateTime<Utc>) {
    let engine = Context::operator(town.site.clone(), now);
    let row = look(town, id).await;
    town.change(async |tx| hazard::advance(tx, &engine, row).await).await.expect("advanced");
}

/// Runs the engine at each moment that the hazard asks for, and says on which days that was.
async fn run(town: &Township, id: Uuid) -> Vec<String> {
    let mut days = Vec::new();
    while let Some(at) = look(town, id).await.check_after {
        days.push(town.site.zone.date(at).to_string());
        assert!(days.len() < 20, "the engine never comes to rest: {days:?}");
        advance(town, id, at).await;
    }
    days
}

async fn notices(town: &Township, id: Uuid) -> Vec<notice::Model> {
    let mut rows =
        notice::Entity::find().filter(notice::Column::HazardId.eq(id)).filter(notice::Column::Step.contains("@")).all(town.db.read()).await.expect("notices");
    rows.sort_by_key(|row| (row.send_after, row.step.clone(), row.person_id));
    rows
}

#[tokio::test]
async fn the_ladder_is_climbed_on_working_days_and_the_fall_overdue_is_noted_once() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-30").await;
    // 06-23 is a holiday, so the first reminder comes on 06-21; 07-01 is a Saturday.
    let days = run(&town, id).await;
    assert_eq!(days, ["2023-06-12", "2023-06-21", "2023-06-27", "2023-06-29", "2023-07-01", "2023-07-03", "2023-07-05", "2023-07-11", "2023-07-20"]);
    let (plant, zone) = (town.plant, town.site.zone);
    let seen: Vec<_> = notices(&town, id)
        .await
        .into_iter()
        .map(|row| (zone.date(row.send_after).to_string(), row.step, row.kind, row.person_id, row.alone, row.proposes))
        .collect();
    let line = |on: &str, step: &str, kind, person, alone, proposes| (on.to_owned(), format!("{step}@2023-06-30"), kind, person, alone, proposes);
    let mut expected = vec![
        line("2023-06-21", "REMIND-7", NoticeKind::HazardDeadlineNear, plant.officer, false, None),
        line("2023-06-27", "REMIND-3", NoticeKind::HazardDeadlineNear, plant.officer, false, None),
        line("2023-06-29", "REMIND-1", NoticeKind::HazardDeadlineNear, plant.officer, false, None),
        line("2023-07-03", "OVERDUE+1", NoticeKind::HazardOverdue, plant.head, true, None),
        line("2023-07-03", "OVERDUE+1", NoticeKind::HazardOverdue, plant.officer, true, None),
        line("2023-07-05", "ESCALATE_SUPERVISORS+3", NoticeKind::EscalatedSupervisors, town.village.officer, false, None),
        line("2023-07-05", "ESCALATE_SUPERVISORS+3", NoticeKind::EscalatedSupervisors, town.regulator.officer, false, None),
        line("2023-07-11", "ESCALATE_OFFICE+7", NoticeKind::EscalatedOffice, town.safety_office.officer, false, Some(Proposal::Supervision)),
        line("2023-07-20", "ESCALATE_DISCIPLINE+14", NoticeKind::EscalatedDiscipline, town.discipline_office.officer, false, Some(Proposal::Interview)),
    ];
    expected.sort_by_key(|line| (line.0.clone(), line.1.clone(), line.3));
    assert_eq!(seen, expected);
    let overdue = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectId.eq(id))
        .filter(ledger_event::Column::Action.eq("HAZARD_OVERDUE"))
        .order_by_asc(ledger_event::Column::Id)
        .all(town.db.read())
        .await
        .expect("events");
    assert_eq!(overdue.iter().map(|event| event.true_at).collect::<Vec<_>>(), [zone.start_of(day("2023-07-01"))]);
}

#[tokio::test]
async fn what_was_missed_collapses_into_the_highest_step_and_tells_everybody_once() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-30").await;
    let saturday = town.operator("2023-07-15").now;
    advance(&town, id, saturday).await;
    let zone = town.site.zone;
    let seen = notices(&town, id).await;
    let mut steps: Vec<_> = seen.iter().map(|row| (row.step.clone(), row.person_id)).collect();
    steps.sort();
    let mut expected = each("OVERDUE+1@2023-06-30", &[town.plant.officer, town.plant.head]);
    expected.extend(each("ESCALATE_SUPERVISORS+3@2023-06-30", &[town.village.officer, town.regulator.officer]));
    expected.extend(each("ESCALATE_OFFICE+7@2023-06-30", &[town.safety_office.officer]));
    expected.sort();
    assert_eq!(steps, expected, "no stale reminder");
    assert!(seen.iter().all(|row| zone.date(row.send_after) == day("2023-07-17")), "on the Monday, and not on a Saturday");
    let overdue =
        ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("HAZARD_OVERDUE")).one(town.db.read()).await.expect("asked").expect("an event");
    assert_eq!((overdue.true_at, overdue.recorded_at), (zone.start_of(day("2023-07-01")), saturday));
    let before = look(&town, id).await;
    advance(&town, id, saturday).await;
    assert_eq!((look(&town, id).await, notices(&town, id).await.len()), (before, seen.len()), "twice the same changes nothing");
}

#[tokio::test]
async fn a_deadline_in_five_days_has_no_reminder_of_seven_days() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-17").await;
    assert_eq!(run(&town, id).await[..3], ["2023-06-12", "2023-06-14", "2023-06-16"]);
    let reminders: Vec<_> = notices(&town, id).await.into_iter().filter(|row| row.kind == NoticeKind::HazardDeadlineNear).map(|row| row.step).collect();
    assert_eq!(reminders, ["REMIND-3@2023-06-17", "REMIND-1@2023-06-17"]);
}

#[tokio::test]
async fn a_deadline_in_exactly_seven_days_has_it() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-19").await;
    advance(&town, id, look(&town, id).await.check_after.expect("a moment")).await;
    assert_eq!(notices(&town, id).await.into_iter().map(|row| row.step).collect::<Vec<_>>(), ["REMIND-7@2023-06-19"]);
}

#[tokio::test]
async fn an_extension_takes_back_what_was_planned_and_begins_the_ladder_anew() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-30").await;
    advance(&town, id, town.operator("2023-07-03").now).await;
    assert_eq!(notices(&town, id).await.len(), 2, "officer and head are to be told");
    let office = town.person(town.safety_office.head, "2023-07-03").await;
    town.change(async |tx| hazard::grant_extension(tx, &office, id, day("2023-07-20"), "设备采购周期").await).await.expect("granted");
    let extended = look(&town, id).await;
    assert_eq!(
        (extended.deadline_on, extended.overdue_noted, extended.step_taken, extended.check_after),
        (Some(day("2023-07-20")), false, None, Some(office.now))
    );
    assert!(notices(&town, id).await.is_empty());
    assert_eq!(run(&town, id).await[1..4], ["2023-07-13", "2023-07-17", "2023-07-19"]);
    assert_eq!(notices(&town, id).await[0].step, "REMIND-7@2023-07-20");
    let said: Vec<_> = events(&town, id).await.into_iter().filter(|action| action == "HAZARD_OVERDUE").collect();
    assert_eq!(said.len(), 2, "each deadline that passed is noted");
}

#[tokio::test]
async fn an_extension_before_the_engine_came_still_leaves_it_in_the_ledger_that_the_deadline_had_passed() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-30").await;
    let office = town.person(town.safety_office.head, "2023-07-01").await;
    town.change(async |tx| hazard::grant_extension(tx, &office, id, day("2023-07-20"), "设备采购周期").await).await.expect("granted");
    assert!(events(&town, id).await.contains(&"HAZARD_OVERDUE".to_owned()));
    let id = planned(&town, "2023-06-12", "2023-07-01").await;
    town.change(async |tx| hazard::grant_extension(tx, &office, id, day("2023-07-20"), "设备采购周期").await).await.expect("granted");
    assert!(!events(&town, id).await.contains(&"HAZARD_OVERDUE".to_owned()), "on its last day it has not passed");
}

#[tokio::test]
async fn the_acceptance_of_a_major_hazard_is_its_regulators_deadline() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-30").await;
    let officer = town.person(town.plant.officer, "2023-06-13").await;
    town.change(async |tx| {
        hazard::record_progress(tx, &officer, id, "已完成").await?;
        hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-13"))).await
    })
    .await
    .expect("applied");
    assert_eq!(hazard::deadline(&look(&town, id).await), Some(day("2023-06-23")));
    run(&town, id).await;
    let seen = notices(&town, id).await;
    assert!(
        seen.iter().all(|row| row.step.starts_with("ACCEPTANCE_") && !row.alone && row.person_id != town.plant.officer && row.person_id != town.plant.head)
    );
    assert_eq!((seen[0].step.as_str(), seen[0].person_id), ("ACCEPTANCE_REMIND-7@2023-06-23", town.regulator.officer));
    let said = events(&town, id).await;
    assert!(said.contains(&"HAZARD_ACCEPTANCE_OVERDUE".to_owned()) && !said.contains(&"HAZARD_OVERDUE".to_owned()));
}

#[tokio::test]
async fn a_rejection_after_the_deadline_does_not_note_twice_what_was_noted_when_acceptance_was_applied_for() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-20").await;
    let officer = town.person(town.plant.officer, "2023-06-21").await;
    town.change(async |tx| {
        hazard::record_progress(tx, &officer, id, "已完成").await?;
        hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-21"))).await
    })
    .await
    .expect("applied");
    let office = town.person(town.safety_office.officer, "2023-06-26").await;
    town.change(async |tx| hazard::reject(tx, &office, id, "未达标").await).await.expect("rejected");
    run(&town, id).await;
    assert_eq!(events(&town, id).await.into_iter().filter(|action| action == "HAZARD_OVERDUE").count(), 1);
    let steps: Vec<_> = notices(&town, id).await.into_iter().map(|row| row.step).collect();
    assert!(steps.contains(&"OVERDUE+1@2023-06-20".to_owned()) && steps.contains(&"ESCALATE_OFFICE+7@2023-06-20".to_owned()), "{steps:?}");
}

#[tokio::test]
async fn a_general_hazard_is_never_sent_alone() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-12").await;
    let id = town
        .change(async |tx| {
            let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-12")).await?.id;
            hazard::grade(tx, &officer, id, general()).await?;
            hazard::set_deadline(tx, &officer, id, day("2023-06-20")).await?;
            Ok(id)
        })
        .await
        .expect("set");
    run(&town, id).await;
    let seen = notices(&town, id).await;
    assert!(seen.iter().any(|row| row.kind == NoticeKind::HazardOverdue) && seen.iter().all(|row| !row.alone));
}

#[tokio::test]
async fn where_a_step_finds_nobody_the_next_is_taken_at_once_and_the_safety_office_hears_of_the_gap() {
    let town = Township::new().await;
    let id = planned(&town, "2023-06-12", "2023-06-20").await;
    let office = town.person(town.safety_office.head, "2023-06-15").await;
    town.change(async |tx| {
        for seat in redline_entity::membership::Entity::find().filter(redline_entity::membership::Column::OrganizationId.eq(town.plant.id)).all(tx).await? {
            dismiss(tx, &office, seat.id, day("2023-06-15")).await?;
        }
        Ok(())
    })
    .await
    .expect("dismissed");
    advance(&town, id, town.operator("2023-06-21").now).await;
    assert_eq!(told(&town, id).await.into_iter().filter(|(step, _)| step.contains('@')).collect::<Vec<_>>(), {
        let mut expected = each("ESCALATE_SUPERVISORS+3@2023-06-20", &[town.village.officer, town.regulator.officer]);
        expected.extend(each("MISSING-OVERDUE+1@2023-06-20", &[town.safety_office.officer]));
        expected.sort();
        expected
    });
    assert_eq!(look(&town, id).await.step_taken, Some(4));
    let gaps = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).filter(ledger_event::Column::Action.eq("HAZARD_AUDIENCE_MISSING"));
    let gaps = gaps.all(town.db.read()).await.expect("events");
    assert_eq!(gaps.iter().map(|event| &event.data["step"]).collect::<Vec<_>>(), ["OVERDUE+1@2023-06-20"]);
}

#[tokio::test]
async fn the_window_of_a_plan_says_that_the_plan_is_missing_and_other_windows_do_not() {
    let town = Township::new().await;
    let rule = |code: &str| town.site.rulebook.rules.iter().find(|rule| rule.code == code).expect("a rule");
    for (code, step, kind) in [
        ("E03", StepKind::Remind, NoticeKind::HazardPlanMissing),
        ("E03", StepKind::Overdue, NoticeKind::HazardPlanMissing),
        ("E03", StepKind::EscalateSupervisors, NoticeKind::EscalatedSupervisors),
        ("E04", StepKind::Remind, NoticeKind::DueSoon),
        ("E04", StepKind::Overdue, NoticeKind::Overdue),
        ("E05", StepKind::EscalateOffice, NoticeKind::EscalatedOffice),
        ("E05", StepKind::EscalateDiscipline, NoticeKind::EscalatedDiscipline),
    ] {
        assert_eq!(hazard::window_notice_kind(rule(code), step), kind, "{code} {step}");
    }
}

#[tokio::test]
async fn a_hazard_without_a_deadline_asks_for_no_further_look() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-12").await;
    let id = town.change(async |tx| Ok(hazard::report(tx, &officer, found(town.plant.id, "2023-06-12")).await?.id)).await.expect("reported");
    advance(&town, id, officer.now).await;
    assert_eq!((look(&town, id).await.check_after, notices(&town, id).await.len()), (None, 0));
}
