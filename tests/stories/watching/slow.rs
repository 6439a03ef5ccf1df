//! Who does not keep up.

use redline_domain::ids::{self, Noun};
use redline_ledger::{
    Context,
    event::{self, NewEvent},
};
use redline_tests::Town;
use sea_orm::DbBackend;
use serde_json::json;
use uuid::Uuid;

use super::{HAZARDS, report};

/// Writes that a hazard of the plant has changed, so many times by one commit.
async fn change(town: &Town, hazard: &str, times: usize) {
    let ctx = Context::operator(town.site.clone(), redline_domain::Clock::now(&*town.clock));
    let of = |noun, id: &str| ids::decode_as(noun, id).expect("an id");
    let (plant, hazard): (Uuid, Uuid) = (of(Noun::Organization, &town.bodies.organization("plant")), of(Noun::Hazard, hazard));
    let tx = town.db.begin().await.expect("a transaction");
    let events = (0..times).map(|_| NewEvent::new(Some(plant), Noun::Hazard, hazard, "HAZARD_PROGRESSED", json!({})));
    event::append_all(&tx, &ctx, events).await.expect("written");
    tx.commit().await.expect("committed");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_take_what_is_sent_is_told_that_changes_were_missed() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    let hazard = report(&mut town, "plant", &"阀".repeat(1_500)).await;
    let mut slow = town.watcher(server, "office.head").await;
    let many: String = (0..60).map(|number| format!("d{number}: description ")).collect();
    slow.subscribe("slow", &format!("subscription {{ hazardChanged {{ id {many} }} }}"), json!({})).await;
    let mut quick = town.watcher(server, "regulator.head").await;
    quick.subscribe("quick", "subscription { hazardChanged { id } }", json!({})).await;
    let changes = if town.db.backend() == DbBackend::Postgres { 1_000 } else { 1 };
    if changes > 1 {
        // Each commit is told by itself. The quick one takes them meanwhile, the slow one nothing.
        for _ in 0..changes {
            change(&town, &hazard, 1).await;
        }
        assert_eq!(quick.told("quick").await, json!({ "hazardChanged": { "id": hazard } }));
    } else {
        // An SQLite file is looked into, and what has gathered is told at once. More than could be read in time is not told at all.
        change(&town, &hazard, 10_001).await;
    }
    let mut told = 0;
    let over = loop {
        let message = slow.hear().await;
        if message["type"] != "next" {
            break message;
        }
        told += 1;
    };
    assert_eq!((&over["id"], &over["payload"][0]["extensions"]["code"]), (&json!("slow"), &json!("CHANGES_MISSED")), "{over:#}");
    assert!(told < changes, "{told} of {changes} were sent to who did not take them");
    // The connection is there as before.
    slow.subscribe("slow", HAZARDS, json!({})).await;
    report(&mut town, "plant", "消防栓无水").await;
    assert_eq!(slow.told("slow").await["hazardChanged"]["description"], "消防栓无水");
}
