//! The ledger's chain and its checkpoints in the API, and the ledger asked by who, what and when.

use crate::support::{Server, Town, day, moment, type_id};
use redline_domain::ids::Noun;
use redline_ledger::{
    Context,
    audit::{Signer, checkpoint},
    event::{NewEvent, append_all},
};
use serde_json::{Value, json};

async fn sealed() -> (Server, Town, String) {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let ctx = Context::operator(server.app.site.clone(), moment("2023-05-22T16:30:00Z"));
    let db = server.app.db.begin().await.expect("a transaction");
    let key = Signer::Simulated(1).key().expect("a key");
    let row = checkpoint::seal(&db, &ctx, &key, day("2023-05-22")).await.expect("asked").expect("sealed");
    db.commit().await.expect("committed");
    (server, town, type_id(Noun::Checkpoint, row.id))
}

async fn events(server: &Server, token: &str, filter: Value) -> Vec<Value> {
    let query = "query($filter: LedgerEventFilter!) { ledgerEvents(first: 100, filter: $filter) { nodes { action sequence previousHash hash data subjectKind actor { name } organization { id } } } }";
    let data = server.ask(Some(token), query, json!({ "filter": filter })).await.data();
    data["ledgerEvents"]["nodes"].as_array().expect("rows").clone()
}

#[tokio::test]
async fn an_event_shows_its_place_in_the_chain() {
    let (server, town, _) = sealed().await;
    let token = server.login("office").await;
    let mut rows = events(&server, &token, json!({ "organization": type_id(Noun::Organization, town.enterprises[0]) })).await;
    rows.sort_by_key(|row| row["sequence"].as_i64());
    assert!(rows.len() > 1);
    assert_eq!(rows[0]["previousHash"], "0".repeat(64));
    for (at, pair) in rows.windows(2).enumerate() {
        assert_eq!(pair[0]["sequence"], at + 1);
        assert_eq!(pair[1]["previousHash"], pair[0]["hash"]);
    }
}

#[tokio::test]
async fn the_ledger_is_asked_by_who_what_and_when() {
    let (server, town, _) = sealed().await;
    let organization = town.enterprises[0];
    let mut ctx = Context::operator(server.app.site.clone(), moment("2023-06-10T02:00:00Z"));
    let happened = |text: &str| NewEvent::new(Some(organization), Noun::Hazard, ctx.id(), "HAZARD_TESTED", json!({ "note": text }));
    let late = happened("100%_合格").true_at(moment("2023-06-01T02:00:00Z"));
    let by_hand = happened("另一条");
    let db = server.app.db.begin().await.expect("a transaction");
    append_all(&db, &ctx, [late]).await.expect("written");
    ctx.actor = std::sync::Arc::new(redline_domain::permission::Actor { person: Some(town.person("head0")), ..Default::default() });
    append_all(&db, &ctx, [by_hand]).await.expect("written");
    db.commit().await.expect("committed");
    let token = server.login("office").await;
    let notes = async |filter: Value| -> Vec<Value> { events(&server, &token, filter).await.iter().map(|row| row["data"]["note"].clone()).collect() };
    assert_eq!(notes(json!({ "search": "100%_合" })).await, ["100%_合格"]);
    assert_eq!(notes(json!({ "search": "100__合" })).await, [Value::Null; 0], "signs of patterns are meant as they are");
    assert_eq!(notes(json!({ "search": "HAZARD_TES" })).await.len(), 2, "in actions as well");
    assert_eq!(notes(json!({ "subjectKind": ["HAZARD"], "byProgram": true })).await, ["100%_合格"]);
    assert_eq!(notes(json!({ "subjectKind": ["HAZARD"], "byProgram": false })).await, ["另一条"]);
    assert_eq!(notes(json!({ "subjectKind": ["HAZARD"], "trueFrom": "2023-06-01", "trueUntil": "2023-06-01" })).await, ["100%_合格"]);
    assert_eq!(notes(json!({ "subjectKind": ["HAZARD"], "from": "2023-06-10", "until": "2023-06-10" })).await.len(), 2);
    assert_eq!(notes(json!({ "subjectKind": ["HAZARD"], "until": "2023-06-09" })).await.len(), 0);
    let first = events(&server, &token, json!({ "organization": type_id(Noun::Organization, organization), "sequence": 1 })).await;
    assert_eq!((first.len(), &first[0]["sequence"]), (1, &json!(1)));
    let outsider = server.login("head1").await;
    assert_eq!(events(&server, &outsider, json!({ "search": "100%" })).await.len(), 0, "a search finds nothing of others");
}

#[tokio::test]
async fn checkpoints_are_for_the_officers_of_the_safety_and_the_discipline_office() {
    const LIST: &str = "{ checkpoints(first: 5) { totalCount nodes { id day madeAt chains events digest publicKey signature seal } } }";
    const NODE: &str = "query($id: ID!) { node(id: $id) { id ... on Checkpoint { day events } } }";
    let (server, _, id) = sealed().await;
    let office = server.login("office").await;
    let data = server.ask(Some(&office), LIST, json!({})).await.data();
    let row = &data["checkpoints"]["nodes"][0];
    assert_eq!((&row["id"], &row["day"], &data["checkpoints"]["totalCount"]), (&json!(id), &json!("2023-05-22"), &json!(1)));
    let seal = redline_ledger::audit::Seal::find_all(row["seal"].as_str().expect("a seal"));
    assert!(seal[0].is_genuine() && seal[0].digest == row["digest"] && seal[0].signature == row["signature"]);
    let node = server.ask(Some(&office), NODE, json!({ "id": id })).await.data();
    assert_eq!(node["node"]["events"], row["events"]);
    for login in ["head0", "village0", "unit"] {
        let token = server.login(login).await;
        assert_eq!(server.ask(Some(&token), LIST, json!({})).await.code(), "FORBIDDEN", "{login}");
        assert_eq!(server.ask(Some(&token), NODE, json!({ "id": id })).await.data()["node"], Value::Null, "{login}");
    }
    assert_eq!(server.ask(None, LIST, json!({})).await.code(), "UNAUTHENTICATED");
}
