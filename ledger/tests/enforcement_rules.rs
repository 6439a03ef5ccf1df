//! What the notice says that no calendar shows, of penalties: none for what the enterprise found itself, two where rectification
//! failed, none without enforcement power, and none that closes a hazard.

use crate::common::{Township, day, refused, telling};
use crate::hazards::{found, look, major, plan, rectified};
use crate::penalties::{all, events, fine, head, recorded, take};
use redline_domain::{
    EnforcementBasis, EnforcementKind, EnforcementState, FoundBy, HazardState, InspectionKind, Language, Position,
    enforcement::{Fen, exemption::ExemptionGap},
};
use redline_entity::membership;
use redline_ledger::{
    Error,
    enforcement::{HeadPenalty, NewEnforcement, penalty_check},
    hazard::{self, NewHazard},
    person,
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// A major hazard of the plant that it found itself on 06-05 and graded at once.
async fn self_found(town: &Township) -> Uuid {
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    town.change(async |tx| {
        let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id;
        hazard::grade(tx, &officer, id, major()).await?;
        Ok(id)
    })
    .await
    .expect("graded")
}

/// It was reported on that day, and is planned to be removed by 06-20.
async fn exempt(town: &Township) -> Uuid {
    let id = self_found(town).await;
    tell(town, id, "2023-06-06").await;
    let officer = town.person(town.plant.officer, "2023-06-07").await;
    town.change(async |tx| hazard::submit_plan(tx, &officer, id, plan("2023-06-20")).await).await.expect("planned");
    id
}

/// The membership of the plant's head.
async fn seat_of_head(town: &Township) -> Uuid {
    let seats = membership::Entity::find().filter(membership::Column::PersonId.eq(town.plant.head));
    seats.filter(membership::Column::OrganizationId.eq(town.plant.id)).one(town.db.read()).await.expect("asked").expect("a seat").id
}

async fn tell(town: &Township, id: Uuid, on: &str) {
    let officer = town.person(town.plant.officer, on).await;
    town.change(async |tx| hazard::tell_regulator(tx, &officer, id, None).await).await.expect("told");
}

/// A fine for a hazard of the plant.
fn fine_for(town: &Township, hazard: Uuid, on: &str) -> NewEnforcement {
    NewEnforcement { hazard: Some(hazard), apart_from_hazards: false, ..fine(town.plant.id, on) }
}

#[tokio::test]
async fn a_penalty_on_a_self_found_hazard_is_refused_by_the_clause() {
    let town = Township::new().await;
    let id = exempt(&town).await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    for kind in [EnforcementKind::Warning, EnforcementKind::Fine, EnforcementKind::Suspension, EnforcementKind::Licence] {
        let new = NewEnforcement { kind, amount: (kind == EnforcementKind::Fine).then_some(Fen(100)), ..fine_for(&town, id, "2023-06-15") };
        let Err(Error::Refused(refusals)) = take(&town, &officer, new).await else { panic!("{kind} was not refused") };
        let [refusal] = refusals.as_slice() else { panic!("{refusals:?}") };
        assert_eq!((refusal.code, refusal.clause, refusal.field.as_deref()), ("NO_PENALTY_FOR_SELF_FOUND", Some("2.2.3"), Some("hazardId")));
        assert!(
            refusal.message(Language::Zh).contains("由企业自查发现，已于2023-06-06按规定报告，正在按治理方案整改（期限2023-06-20，未逾期），依法不予行政处罚")
        );
    }
    // What is no penalty is not barred by it, nor is a penalty for an accident.
    let order = NewEnforcement { kind: EnforcementKind::CorrectionOrder, amount: None, ..fine_for(&town, id, "2023-06-15") };
    recorded(&town, &officer, order).await;
    let accident = NewEnforcement { basis: EnforcementBasis::Accident, head: Some(head(town.plant.head)), ..fine_for(&town, id, "2023-06-15") };
    recorded(&town, &officer, accident).await;
    assert_eq!(all(&town).await.len(), 3);
}

#[tokio::test]
async fn the_exemption_holds_on_the_last_day_of_the_plan_and_ends_with_it() {
    let town = Township::new().await;
    let id = exempt(&town).await;
    for (on, expected) in [("2023-06-20", false), ("2023-06-21", true)] {
        let officer = town.person(town.regulator.officer, on).await;
        let check = penalty_check(town.db.read(), &officer, id, None, EnforcementBasis::Violation).await.expect("checked");
        assert_eq!(check.refusal.is_none(), expected, "{on}");
        assert_eq!(check.gaps, Vec::from_iter(expected.then_some(ExemptionGap::DeadlinePassed)));
        let with_head = NewEnforcement { head: Some(head(town.plant.head)), ..fine_for(&town, id, on) };
        match take(&town, &officer, with_head).await {
            Ok(_) => assert!(expected, "{on}"),
            refusal => assert_eq!((refused(refusal), expected), (vec!["NO_PENALTY_FOR_SELF_FOUND"], false)),
        }
    }
}

#[tokio::test]
async fn a_report_a_day_late_or_none_gives_no_exemption() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    for (told_on, expected) in [(Some("2023-06-06"), None), (Some("2023-06-07"), Some(ExemptionGap::ReportedLate)), (None, Some(ExemptionGap::NotReported))] {
        let id = self_found(&town).await;
        if let Some(on) = told_on {
            tell(&town, id, on).await;
        }
        let planner = town.person(town.plant.officer, "2023-06-07").await;
        town.change(async |tx| hazard::submit_plan(tx, &planner, id, plan("2023-06-20")).await).await.expect("planned");
        let check = penalty_check(town.db.read(), &officer, id, None, EnforcementBasis::Violation).await.expect("checked");
        assert_eq!(check.gaps, Vec::from_iter(expected), "{told_on:?}");
        assert_eq!(take(&town, &officer, fine_for(&town, id, "2023-06-15")).await.is_ok(), expected.is_some());
    }
}

#[tokio::test]
async fn a_report_on_the_day_of_the_inspection_comes_too_late_and_one_the_day_before_does_not() {
    let town = Township::new().await;
    let id = exempt(&town).await;
    for (on, allowed) in [("2023-06-06", true), ("2023-06-07", false)] {
        let officer = town.person(town.regulator.officer, on).await;
        let visit = telling::inspected(town.plant.id, town.regulator.officer, InspectionKind::Enforcement, on);
        let visit = telling::signed(&town, &officer, redline_ledger::inspection::NewInspection { inspector: town.regulator.id, ..visit }).await;
        let officer = town.person(town.regulator.officer, "2023-06-15").await;
        let new = NewEnforcement { inspection: Some(visit), ..fine_for(&town, id, "2023-06-15") };
        match take(&town, &officer, new).await {
            Ok(row) => assert!(allowed && row.inspection_id == Some(visit)),
            refusal => assert_eq!((refused(refusal), allowed), (vec!["NO_PENALTY_FOR_SELF_FOUND"], false)),
        }
    }
}

#[tokio::test]
async fn what_an_inspection_found_or_has_no_plan_or_was_refused_acceptance_may_be_punished() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let check = async |id: Uuid| penalty_check(town.db.read(), &officer, id, None, EnforcementBasis::Violation).await.expect("checked").gaps;
    let unplanned = self_found(&town).await;
    tell(&town, unplanned, "2023-06-06").await;
    assert_eq!(check(unplanned).await, [ExemptionGap::NoMeasures]);

    let rejected = exempt(&town).await;
    let planner = town.person(town.plant.officer, "2023-06-08").await;
    let judge = town.person(town.regulator.officer, "2023-06-09").await;
    town.change(async |tx| {
        hazard::record_progress(tx, &planner, rejected, "已完成").await?;
        hazard::apply_for_acceptance(tx, &planner, rejected, Some(rectified("2023-06-08"))).await?;
        hazard::reject(tx, &judge, rejected, "未接入控制室").await
    })
    .await
    .expect("rejected");
    assert_eq!(check(rejected).await, [ExemptionGap::AcceptanceRefused]);

    let regulator = town.person(town.regulator.officer, "2023-06-05").await;
    let inspected = town
        .change(async |tx| {
            let id = hazard::report(tx, &regulator, NewHazard { found_by: FoundBy::Inspection, ..found(town.plant.id, "2023-06-05") }).await?.id;
            hazard::grade(tx, &regulator, id, major()).await?;
            Ok(id)
        })
        .await
        .expect("graded");
    tell(&town, inspected, "2023-06-06").await;
    let planner = town.person(town.plant.officer, "2023-06-07").await;
    town.change(async |tx| hazard::submit_plan(tx, &planner, inspected, plan("2023-06-20")).await).await.expect("planned");
    assert_eq!(check(inspected).await, [ExemptionGap::NotSelfFound]);
    for id in [unplanned, rejected, inspected] {
        recorded(&town, &officer, NewEnforcement { number: Some(id.to_string()), ..fine_for(&town, id, "2023-06-15") }).await;
    }
    let stranger = town.person(town.trader.head, "2023-06-15").await;
    assert!(matches!(penalty_check(town.db.read(), &stranger, inspected, None, EnforcementBasis::Violation).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn where_rectification_failed_the_enterprise_and_its_head_are_both_penalised() {
    let town = Township::new().await;
    let id = exempt(&town).await;
    let officer = town.person(town.regulator.officer, "2023-06-26").await;
    let new = || NewEnforcement { basis: EnforcementBasis::RectificationFailed, ..fine_for(&town, id, "2023-06-26") };
    let Err(Error::Refused(refusals)) = take(&town, &officer, new()).await else { panic!("not refused") };
    assert_eq!(refusals.iter().map(|refusal| (refusal.code, refusal.clause)).collect::<Vec<_>>(), [("PAIRED_PENALTY_MISSING", Some("2.2.3"))]);
    assert!(all(&town).await.is_empty(), "nothing of it was written");
    assert_eq!(refused(take(&town, &officer, NewEnforcement { hazard: None, head: Some(head(town.plant.head)), ..new() }).await), ["HAZARD_MISSING"]);

    let taken = recorded(&town, &officer, NewEnforcement { head: Some(head(town.plant.head)), ..new() }).await;
    let [enterprise, of_head] = all(&town).await.try_into().expect("two rows");
    assert_eq!((taken.id, enterprise.pair_id, of_head.pair_id), (enterprise.id, Some(of_head.id), Some(enterprise.id)));
    assert_eq!((enterprise.person_id, of_head.person_id, of_head.person_name.as_deref()), (None, Some(town.plant.head), None));
    assert_eq!((enterprise.amount_fen, of_head.amount_fen), (Some(2_000_000), Some(500_000)));
    assert_eq!((of_head.organization_id, of_head.hazard_id, of_head.decided_on), (town.plant.id, Some(id), day("2023-06-26")));
    assert_eq!(of_head.number, enterprise.number, "without a number of its own it has the enterprise's");
    for row in [&enterprise, &of_head] {
        assert_eq!(events(&town, row.id).await, [("ENFORCEMENT".to_owned(), "ENFORCEMENT_TAKEN".to_owned(), Some(town.regulator.officer))]);
    }
}

#[tokio::test]
async fn past_the_deadline_the_head_is_penalised_too_whatever_reason_is_given() {
    let town = Township::new().await;
    let id = exempt(&town).await;
    let unplanned = self_found(&town).await;
    for (hazard, on, expected) in
        [(unplanned, "2023-06-20", None), (id, "2023-06-20", Some("NO_PENALTY_FOR_SELF_FOUND")), (id, "2023-06-21", Some("PAIRED_PENALTY_MISSING"))]
    {
        for basis in [EnforcementBasis::Violation, EnforcementBasis::Other] {
            let officer = town.person(town.regulator.officer, on).await;
            let outcome = take(&town, &officer, NewEnforcement { basis, ..fine_for(&town, hazard, on) }).await;
            assert_eq!(expected, outcome.is_err().then(|| refused(outcome)[0]), "{on} {basis}");
        }
    }
}

#[tokio::test]
async fn that_rectification_failed_is_refused_while_it_has_not() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let failed = |hazard: Uuid| NewEnforcement {
        basis: EnforcementBasis::RectificationFailed,
        head: Some(head(town.plant.head)),
        ..fine_for(&town, hazard, "2023-06-15")
    };
    let id = exempt(&town).await;
    assert_eq!(refused(take(&town, &officer, failed(id)).await), ["NO_PENALTY_FOR_SELF_FOUND", "RECTIFICATION_NOT_FAILED"]);
    let without_plan = self_found(&town).await;
    recorded(&town, &officer, failed(without_plan)).await;
}

#[tokio::test]
async fn who_enters_the_report_only_after_the_inspection_has_no_exemption_whichever_day_he_names() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-08").await;
    let visit = telling::inspected(town.plant.id, town.regulator.officer, InspectionKind::Enforcement, "2023-06-08");
    let visit = telling::signed(&town, &officer, redline_ledger::inspection::NewInspection { inspector: town.regulator.id, ..visit }).await;
    let later = town.person(town.regulator.officer, "2023-06-15").await;
    for (entered, expected) in [("2023-06-07", vec![]), ("2023-06-08", vec![ExemptionGap::ReportedAfterInspection])] {
        let id = self_found(&town).await;
        let enters = town.person(town.plant.officer, entered).await;
        town.change(async |tx| {
            hazard::tell_regulator(tx, &enters, id, Some(day("2023-06-06"))).await?;
            hazard::submit_plan(tx, &enters, id, plan("2023-06-20")).await
        })
        .await
        .expect("told");
        let check = penalty_check(town.db.read(), &later, id, Some(visit), EnforcementBasis::Violation).await.expect("checked");
        assert_eq!(check.gaps, expected, "{entered}");
        let told = crate::hazards::event(&town, id, "HAZARD_TOLD_REGULATOR").await;
        assert_eq!((told.true_at, told.recorded_at), (town.site.zone.start_of(day("2023-06-06")), enters.now));
    }
}

#[tokio::test]
async fn to_find_a_self_found_hazard_once_more_takes_the_exemption_from_nobody() {
    let town = Township::new().await;
    let own = exempt(&town).await;
    let inspector = town.person(town.regulator.officer, "2023-06-15").await;
    let again = async |description: &str| {
        let new = NewHazard { found_by: FoundBy::Inspection, description: description.to_owned(), ..found(town.plant.id, "2023-06-15") };
        town.change(async |tx| {
            let id = hazard::report(tx, &inspector, new).await?.id;
            // By another article of the standard.
            hazard::grade(tx, &inspector, id, hazard::GradeInput { criterion: Some("HAZCHEM-2017/8".to_owned()), ..major() }).await?;
            Ok(id)
        })
        .await
        .expect("graded")
    };
    let same = again(&look(&town, own).await.description).await;
    assert_eq!(refused(take(&town, &inspector, fine_for(&town, same, "2023-06-15")).await), ["NO_PENALTY_FOR_SELF_FOUND"]);
    let check = penalty_check(town.db.read(), &inspector, same, None, EnforcementBasis::Violation).await.expect("checked");
    assert_eq!(check.refusal.map(|refusal| refusal.code), Some("NO_PENALTY_FOR_SELF_FOUND"));
    let other = again("防爆区内使用非防爆电气设备").await;
    recorded(&town, &inspector, fine_for(&town, other, "2023-06-15")).await;
}

#[tokio::test]
async fn for_other_reasons_the_head_may_be_penalised_and_need_not_and_only_along_with_a_penalty() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-26").await;
    let with_head = |kind, amount| NewEnforcement { kind, amount, head: Some(head(town.plant.head)), ..fine(town.plant.id, "2023-06-26") };
    assert!(recorded(&town, &officer, fine(town.plant.id, "2023-06-26")).await.pair_id.is_none());
    assert!(recorded(&town, &officer, with_head(EnforcementKind::Warning, None)).await.pair_id.is_some());
    assert_eq!(refused(take(&town, &officer, with_head(EnforcementKind::CorrectionOrder, None)).await), ["PAIR_NEEDS_PENALTY"]);
    let suspended = HeadPenalty { kind: Some(EnforcementKind::Suspension), amount: None, ..head(town.plant.head) };
    let new = NewEnforcement { head: Some(suspended), ..fine(town.plant.id, "2023-06-26") };
    assert_eq!(refused(take(&town, &officer, new).await), ["BAD_HEAD_PENALTY"]);
}

#[tokio::test]
async fn who_was_the_head_on_the_day_of_the_decision_or_of_the_violation_is_penalised_and_nobody_else() {
    let town = Township::new().await;
    let id = exempt(&town).await;
    // The head of the violation's day, 06-05, left on 06-10; a successor came on 06-12 and left on 06-24; another came on 06-24.
    let office = town.operator("2023-06-10");
    let membership = seat_of_head(&town).await;
    let (between, now) = town
        .change(async |tx| {
            person::dismiss(tx, &office, membership, day("2023-06-10")).await?;
            let (between, now) = (crate::common::person(tx, &office, "钱中").await, crate::common::person(tx, &office, "孙今").await);
            let seat = person::appoint(tx, &office, between, town.plant.id, Position::Head, None, day("2023-06-12")).await?;
            person::dismiss(tx, &office, seat.id, day("2023-06-24")).await?;
            person::appoint(tx, &office, now, town.plant.id, Position::Head, None, day("2023-06-24")).await?;
            Ok((between, now))
        })
        .await
        .expect("appointed");
    let officer = town.person(town.regulator.officer, "2023-06-26").await;
    let against = |head: HeadPenalty| NewEnforcement { basis: EnforcementBasis::RectificationFailed, head: Some(head), ..fine_for(&town, id, "2023-06-26") };
    let named = |name: &str| HeadPenalty { person: None, name: Some(name.to_owned()), ..head(now) };
    recorded(&town, &officer, against(head(town.plant.head))).await;
    recorded(&town, &officer, against(head(now))).await;
    let by_name = recorded(&town, &officer, against(named("孙今"))).await;
    let half = all(&town).await.into_iter().find(|row| Some(row.id) == by_name.pair_id).expect("the head's half");
    assert_eq!((half.person_id, half.person_name), (Some(now), None), "who is known by name is the known person");
    assert_eq!(refused(take(&town, &officer, against(head(between))).await), ["NOT_THE_HEAD"]);
    assert_eq!(refused(take(&town, &officer, against(head(town.plant.deputy))).await), ["NOT_THE_HEAD"]);
    let Err(Error::Refused(refusals)) = take(&town, &officer, against(named("钱中"))).await else { panic!("not refused") };
    assert_eq!((refusals[0].code, refusals[0].field.as_deref()), ("NOT_THE_HEAD", Some("headPenalty.name")));
    assert!(refusals[0].message(Language::Zh).contains("主要负责人为孙今、李建国"), "{}", refusals[0].message(Language::Zh));
    assert_eq!(refused(take(&town, &officer, against(HeadPenalty { name: Some("孙今".to_owned()), ..head(now) })).await), ["TWO_HEADS"]);
    assert_eq!(refused(take(&town, &officer, against(HeadPenalty { person: None, ..head(now) })).await), ["HEAD_MISSING"]);
}

#[tokio::test]
async fn a_head_whom_nobody_recorded_is_penalised_by_name() {
    let town = Township::new().await;
    let office = town.operator("2023-05-22");
    let membership = seat_of_head(&town).await;
    town.change(async |tx| person::dismiss(tx, &office, membership, day("2023-05-22")).await).await.expect("dismissed");
    let officer = town.person(town.regulator.officer, "2023-06-26").await;
    let named = HeadPenalty { person: None, name: Some(" 周某 ".to_owned()), ..head(town.plant.head) };
    recorded(&town, &officer, NewEnforcement { head: Some(named), ..fine(town.plant.id, "2023-06-26") }).await;
    let rows = all(&town).await;
    assert_eq!((rows[1].person_id, rows[1].person_name.as_deref()), (None, Some("周某")));
}

#[tokio::test]
async fn a_penalty_never_closes_a_hazard_and_only_acceptance_does() {
    let town = Township::new().await;
    let id = exempt(&town).await;
    let before = look(&town, id).await;
    let officer = town.person(town.regulator.officer, "2023-06-26").await;
    for kind in
        [EnforcementKind::Fine, EnforcementKind::Suspension, EnforcementKind::Licence, EnforcementKind::ClosureReferral, EnforcementKind::JudicialReferral]
    {
        let amount = (kind == EnforcementKind::Fine).then_some(Fen(9_900_000_000));
        let head = kind.is_penalty().then(|| head(town.plant.head));
        recorded(&town, &officer, NewEnforcement { kind, amount, head, ..fine_for(&town, id, "2023-06-26") }).await;
        assert_eq!(look(&town, id).await, before, "{kind} left the hazard as it was");
    }
    let planner = town.person(town.plant.officer, "2023-06-27").await;
    let judge = town.person(town.regulator.officer, "2023-06-28").await;
    let closed = town
        .change(async |tx| {
            hazard::record_progress(tx, &planner, id, "已完成").await?;
            hazard::apply_for_acceptance(tx, &planner, id, Some(rectified("2023-06-27"))).await?;
            hazard::accept(tx, &judge, id, None, &Confirmed::by_program(&judge)).await
        })
        .await
        .expect("accepted");
    assert_eq!(closed.state, HazardState::Closed);
    assert!(all(&town).await.iter().all(|row| row.state == EnforcementState::InForce), "nor does the acceptance undo a penalty");
}
