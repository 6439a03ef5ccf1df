//! Closure candidates: 3 penalties within 180 days or 4 within a year, and a major hazard still open.

use crate::common::{Township, day};
use crate::hazards::{found, general, major, plan, rectified};
use crate::penalties::{fine, head, recorded};
use redline_domain::{
    EnforcementKind, FoundBy, Language,
    enforcement::closure::ClosureGround,
    permission::{Action, scope},
};
use redline_entity::ledger_event;
use redline_ledger::{
    enforcement::{self, ClosureCandidate, NewEnforcement, candidates},
    hazard::{self, GradeInput, NewHazard},
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// A hazard that the regulator found in the plant.
async fn hazard_of(town: &Township, on: &str, grade: GradeInput) -> Uuid {
    let regulator = town.person(town.regulator.officer, on).await;
    town.change(async |tx| {
        let id = hazard::report(tx, &regulator, NewHazard { found_by: FoundBy::Inspection, ..found(town.plant.id, on) }).await?.id;
        hazard::grade(tx, &regulator, id, grade).await?;
        Ok(id)
    })
    .await
    .expect("graded")
}

/// A fine with a number of its own, so that it is a decision of its own.
async fn penalised(town: &Township, on: &str) -> Uuid {
    let regulator = town.person(town.regulator.officer, on).await;
    recorded(town, &regulator, NewEnforcement { number: Some(format!("罚〔{on}〕")), ..fine(town.plant.id, on) }).await.id
}

async fn seen_by(town: &Township, person: Uuid, on: &str) -> Vec<ClosureCandidate> {
    let ctx = town.person(person, on).await;
    candidates(town.db.read(), &scope(&ctx.actor, Action::SeeRecords), day(on)).await.expect("candidates")
}

#[tokio::test]
async fn three_penalties_within_180_days_and_an_open_major_hazard_make_a_candidate_that_is_explained() {
    let town = Township::new().await;
    let hazard = hazard_of(&town, "2023-06-01", major()).await;
    let mut penalties = vec![penalised(&town, "2023-06-05").await, penalised(&town, "2023-09-05").await];
    assert!(seen_by(&town, town.safety_office.head, "2023-09-05").await.is_empty(), "two are not three");
    // 2023-12-02 is the 180th day after 06-05.
    penalties.push(penalised(&town, "2023-12-02").await);
    assert!(seen_by(&town, town.safety_office.head, "2023-12-01").await.is_empty(), "the third has not been decided yet");
    let [candidate] = seen_by(&town, town.safety_office.head, "2023-12-02").await.try_into().expect("one candidate");
    assert_eq!((candidate.organization.id, candidate.candidacy.ground), (town.plant.id, ClosureGround::ThreeWithin180Days));
    assert_eq!(candidate.penalties.iter().map(|row| row.id).collect::<Vec<_>>(), penalties);
    assert_eq!(candidate.hazards.iter().map(|row| row.id).collect::<Vec<_>>(), [hazard]);
    assert_eq!(
        candidate.candidacy.in_words(Language::Zh),
        "180日内3次行政处罚：2023-06-05、2023-09-05、2023-12-02受到行政处罚共3次，仍有1项重大隐患未销号，符合《安全生产法》第113条第（一）项，应依法提请关闭。"
    );
}

#[tokio::test]
async fn a_day_more_than_180_makes_no_candidate_and_a_fourth_within_the_year_does() {
    let town = Township::new().await;
    hazard_of(&town, "2023-06-01", major()).await;
    for on in ["2023-06-05", "2023-09-05", "2023-12-03"] {
        penalised(&town, on).await;
    }
    assert!(seen_by(&town, town.safety_office.head, "2023-12-03").await.is_empty());
    penalised(&town, "2024-06-05").await;
    let found = seen_by(&town, town.safety_office.head, "2024-06-05").await;
    assert_eq!(found.iter().map(|row| row.candidacy.ground).collect::<Vec<_>>(), [ClosureGround::FourWithinOneYear]);
}

#[tokio::test]
async fn a_pair_counts_once_a_withdrawn_penalty_not_at_all_and_what_is_no_penalty_neither() {
    let town = Township::new().await;
    hazard_of(&town, "2023-06-01", major()).await;
    let regulator = town.person(town.regulator.officer, "2023-06-05").await;
    let paired = NewEnforcement { head: Some(head(town.plant.head)), ..fine(town.plant.id, "2023-06-05") };
    recorded(&town, &regulator, paired).await;
    let order = NewEnforcement { kind: EnforcementKind::CorrectionOrder, amount: None, number: None, ..fine(town.plant.id, "2023-06-05") };
    recorded(&town, &regulator, order).await;
    let second = penalised(&town, "2023-06-06").await;
    let count = async |on: &str| seen_by(&town, town.safety_office.head, on).await.len();
    assert_eq!(count("2023-06-06").await, 0, "a pair and one more are two");
    penalised(&town, "2023-06-07").await;
    assert_eq!(count("2023-06-07").await, 1);
    town.change(async |tx| enforcement::withdraw(tx, &regulator, second, "事实不清").await).await.expect("withdrawn");
    assert_eq!(count("2023-06-07").await, 0);
}

#[tokio::test]
async fn the_hazard_must_be_major_and_open_and_its_acceptance_ends_the_candidacy() {
    let town = Township::new().await;
    hazard_of(&town, "2023-06-01", general()).await;
    for on in ["2023-06-05", "2023-06-06", "2023-06-07"] {
        penalised(&town, on).await;
    }
    let count = async || seen_by(&town, town.safety_office.head, "2023-06-30").await.len();
    assert_eq!(count().await, 0, "a general hazard is none");
    hazard_of(&town, "2023-06-08", major()).await;
    assert_eq!(count().await, 0, "it came after the last of the penalties");
    let id = hazard_of(&town, "2023-06-07", major()).await;
    assert_eq!(count().await, 1);
    let planner = town.person(town.plant.officer, "2023-06-10").await;
    let judge = town.person(town.regulator.officer, "2023-06-11").await;
    town.change(async |tx| {
        hazard::submit_plan(tx, &planner, id, plan("2023-06-20")).await?;
        hazard::record_progress(tx, &planner, id, "已完成").await?;
        hazard::apply_for_acceptance(tx, &planner, id, Some(rectified("2023-06-10"))).await?;
        hazard::accept(tx, &judge, id, None, &Confirmed::by_program(&judge)).await
    })
    .await
    .expect("accepted");
    assert_eq!(count().await, 0);
}

#[tokio::test]
async fn one_sees_the_candidates_whose_records_one_sees() {
    let town = Township::new().await;
    hazard_of(&town, "2023-06-01", major()).await;
    for on in ["2023-06-05", "2023-06-06", "2023-06-07"] {
        penalised(&town, on).await;
    }
    for (who, sees) in [
        (town.plant.staff, 1),
        (town.village.head, 1),
        (town.regulator.staff, 1),
        (town.safety_office.staff, 1),
        (town.discipline_office.staff, 1),
        (town.party_office.head, 0),
        (town.trader.head, 0),
    ] {
        assert_eq!(seen_by(&town, who, "2023-06-30").await.len(), sees);
    }
}

#[tokio::test]
async fn a_referral_for_closure_notes_the_ground_that_it_rests_on() {
    let town = Township::new().await;
    hazard_of(&town, "2023-06-01", major()).await;
    let refer = async |on: &str| {
        let regulator = town.person(town.regulator.officer, on).await;
        let referral = NewEnforcement { kind: EnforcementKind::ClosureReferral, amount: None, number: None, ..fine(town.plant.id, on) };
        let id = recorded(&town, &regulator, referral).await.id;
        let event = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).one(town.db.read()).await.expect("asked").expect("an event");
        event.data.get("closureGround").and_then(|ground| ground.as_str().map(str::to_owned))
    };
    assert_eq!(refer("2023-06-04").await, None, "on other grounds, which its reason gives");
    for on in ["2023-06-05", "2023-06-06", "2023-06-07"] {
        penalised(&town, on).await;
    }
    assert_eq!(refer("2023-06-08").await.as_deref(), Some("THREE_WITHIN_180_DAYS"));
}
