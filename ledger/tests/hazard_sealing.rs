//! Acceptances are signed, and what was accepted is sealed.

use crate::common::{Township, refused};
use crate::hazards::{found, look, major, plan, rectified};
use redline_domain::HazardState;
use redline_entity::{hazard as row, hazard_plan, ledger_event};
use redline_ledger::{
    attachment,
    hazard::{self, seal},
    signature::{Confirmed, of},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;

/// A major hazard of the plant that awaits acceptance.
async fn applied(town: &Township) -> Uuid {
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    town.change(async |tx| {
        let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id;
        hazard::grade(tx, &officer, id, major()).await?;
        hazard::submit_plan(tx, &officer, id, plan("2023-06-30")).await?;
        hazard::record_progress(tx, &officer, id, "已完成").await?;
        hazard::apply_for_acceptance(tx, &officer, id, Some(rectified("2023-06-05"))).await?;
        Ok(id)
    })
    .await
    .expect("applied")
}

async fn is_intact(town: &Township, hazard: &row::Model) -> Option<bool> {
    let db = town.db.read();
    let plan = hazard_plan::Entity::find().filter(hazard_plan::Column::HazardId.eq(hazard.id)).one(db).await.expect("asked");
    let attached = attachment::of(db, hazard.id).await.expect("attachments");
    seal::acceptance_is_intact(hazard, plan.as_ref(), &attached, &of(db, hazard.id).await.expect("signatures"))
}

#[tokio::test]
async fn an_acceptance_is_signed_with_all_that_the_accepter_answers_for() {
    let town = Township::new().await;
    let id = applied(&town).await;
    assert_eq!(is_intact(&town, &look(&town, id).await).await, None, "not yet accepted");
    let regulator = town.person(town.regulator.officer, "2023-06-07").await;
    let confirmed = Confirmed::by_program(&regulator);
    let accept = async |conclusion: &str| town.change(async |tx| hazard::accept(tx, &regulator, id, Some(conclusion), &confirmed).await).await;
    assert_eq!(refused(accept(&"长".repeat(4_001)).await), ["TEXT_TOO_LONG"]);
    assert_eq!(look(&town, id).await.state, HazardState::AwaitingAcceptance);
    let closed = accept(&"长".repeat(4_000)).await.expect("accepted");

    let signed = of(town.db.read(), id).await.expect("signatures");
    assert_eq!((signed.len(), signed[0].act.as_str(), signed[0].signer_id), (1, "HAZARD_ACCEPTED", Some(town.regulator.officer)));
    assert_eq!(seal::conclusion(&signed).map(|text| text.chars().count()), Some(4_000));
    let content: Value = serde_json::from_str(&signed[0].content).expect("JSON");
    assert_eq!((&content["facts"]["plan"]["version"], &content["facts"]["hazard"]["grade"]), (&1.into(), &"MAJOR".into()));
    assert_eq!(content["facts"]["rectifiers"][0], town.plant.officer.to_string());
    assert_eq!(is_intact(&town, &closed).await, Some(true));
    let told =
        ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("HAZARD_ACCEPTED")).one(town.db.read()).await.expect("asked").expect("there");
    assert_eq!((told.subject_id, told.actor_id, told.data["seal"].as_str()), (id, Some(town.regulator.officer), Some(signed[0].hash.as_str())));
}

#[tokio::test]
async fn what_was_changed_behind_the_ledgers_back_is_told() {
    let town = Township::new().await;
    let id = applied(&town).await;
    let regulator = town.person(town.regulator.officer, "2023-06-07").await;
    let confirmed = Confirmed::by_program(&regulator);
    let closed = town.change(async |tx| hazard::accept(tx, &regulator, id, None, &confirmed).await).await.expect("accepted");
    assert_eq!(seal::conclusion(&of(town.db.read(), id).await.expect("signatures")), None);
    assert_eq!(is_intact(&town, &closed).await, Some(true), "read back");
    assert_eq!(is_intact(&town, &row::Model { rectification: Some("未更换".to_owned()), ..closed.clone() }).await, Some(false));
    assert_eq!(is_intact(&town, &row::Model { rectified_by: Some(town.plant.head), ..closed.clone() }).await, Some(false));
    assert_eq!(seal::acceptance_is_intact(&closed, None, &[], &of(town.db.read(), id).await.expect("signatures")), Some(false), "the plan is gone");
    assert_eq!(seal::acceptance_is_intact(&closed, None, &[], &[]), Some(false), "the signature is gone");
}

#[tokio::test]
async fn a_rejection_is_no_signature() {
    let town = Township::new().await;
    let id = applied(&town).await;
    let regulator = town.person(town.regulator.officer, "2023-06-07").await;
    town.change(async |tx| hazard::reject(tx, &regulator, id, "未达标").await).await.expect("rejected");
    assert!(of(town.db.read(), id).await.expect("signatures").is_empty());
}
