//! The protocol, as its clients expect it.

use redline_tests::{PASSWORD, Town, Watcher};
use serde_json::{Value, json};

use super::{HAZARDS, report};

/// How the server takes leave of who says that.
async fn farewell(town: &Town, messages: &[Value]) -> Value {
    let mut watcher = Watcher::connect(town.serve().await).await;
    for message in messages {
        watcher.say(message).await;
    }
    loop {
        let heard = watcher.hear().await;
        if heard.get("type").is_none() {
            return heard["close"].clone();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_keep_to_the_protocol_is_told_so_by_its_codes() {
    let town = Town::on("2023-06-12").await;
    let init = json!({ "type": "connection_init" });
    let subscribe = json!({ "type": "subscribe", "id": "1", "payload": { "query": "subscription { hazardChanged { id } }" } });
    for (messages, code) in [
        (vec![subscribe.clone()], 4401),
        (vec![init.clone(), init.clone()], 4429),
        (vec![json!({ "type": "connection_init", "payload": { "authorization": "Bearer nonsense" } })], 4403),
        (vec![json!({ "type": "connection_init", "payload": { "Authorization": 7 } })], 4403),
        (vec![init.clone(), json!({ "type": "subscribe" })], 4400),
        (vec![json!({ "type": "dance" })], 4400),
        (vec![json!(7)], 4400),
    ] {
        assert_eq!(farewell(&town, &messages).await, json!(code), "{messages:?}");
    }
    for protocol in [None, Some("graphql-ws")] {
        assert!(Watcher::speaking(town.serve().await, protocol).await.is_err(), "{protocol:?} is not spoken");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_leave_is_answered() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    assert_eq!(Watcher::connect(server).await.leave().await, Some(1000), "before it is known");
    let mut watcher = town.watcher(server, "plant.head").await;
    watcher.subscribe("1", HAZARDS, json!({})).await;
    assert_eq!(watcher.leave().await, Some(1000));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_taken_until_its_request_has_ended() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    let mut watcher = town.watcher(server, "plant.head").await;
    watcher.subscribe("1", HAZARDS, json!({})).await;
    watcher.request("1", HAZARDS, json!({})).await;
    assert_eq!(watcher.hear().await, json!({ "close": 4409, "reason": "Subscriber for 1 already exists" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_and_changes_are_answered_over_the_same_connection() {
    let mut town = Town::on("2023-06-12").await;
    let mut watcher = Watcher::connect(town.serve().await).await;
    watcher.say(&json!({ "type": "ping", "payload": { "at": 7 } })).await;
    assert_eq!(watcher.hear().await, json!({ "type": "pong", "payload": { "at": 7 } }), "before it is known");
    watcher.say(&json!({ "type": "connection_init" })).await;
    assert_eq!(watcher.hear().await, json!({ "type": "connection_ack" }));
    let login = "mutation($p: String!) { login(input: { login: \"plant.head\", password: $p }) { token userErrors { code } } }";
    watcher.request("login", login, json!({ "p": PASSWORD })).await;
    let token = watcher.told("login").await["login"]["token"].as_str().expect("a token").to_owned();
    assert_eq!(watcher.hear().await, json!({ "type": "complete", "id": "login" }));

    let mut known = Watcher::known(town.serve().await, &token).await;
    known.request("who", "{ viewer { person { name } } organizations(first: 1) { nodes { name nothing } } }", json!({})).await;
    assert_eq!(known.over("who").await, "GRAPHQL_VALIDATION_FAILED");
    known.request("who", "{ viewer { person { name } } }", json!({})).await;
    let name = town.data("plant.head", "{ viewer { person { name } } }", json!({})).await;
    assert_eq!(known.told("who").await, name);
    assert_eq!(known.hear().await, json!({ "type": "complete", "id": "who" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subscription_that_cannot_be_is_refused_at_once() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    let mut visitor = Watcher::connect(server).await;
    visitor.say(&json!({ "type": "connection_init", "payload": {} })).await;
    visitor.hear().await;
    visitor.request("1", HAZARDS, json!({})).await;
    assert_eq!(visitor.over("1").await, "UNAUTHENTICATED");

    let mut watcher = town.watcher(server, "plant.head").await;
    let deep = format!("subscription {{ hazardChanged {}id{} }}", "{ organization { hazards(first: 1) { nodes ".repeat(12), "} } }".repeat(12) + "}");
    for (query, variables, code) in [
        ("subscription { hazardChanged { nothing } }", json!({}), "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { hazardChanged { id } windowChanged { id } }", json!({}), "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { hazardChanged { id }", json!({}), "GRAPHQL_PARSE_FAILED"),
        ("", json!({}), "BAD_REQUEST"),
        (deep.as_str(), json!({}), "DOCUMENT_TOO_LARGE"),
        (HAZARDS, json!({ "of": "window_1" }), "BAD_USER_INPUT"),
        (HAZARDS, json!({ "of": [[7]] }), "GRAPHQL_VALIDATION_FAILED"),
    ] {
        watcher.request("1", query, variables).await;
        assert_eq!(watcher.over("1").await, code, "{query}");
    }
    let over_http = town.ask(Some("plant.head"), "subscription { hazardChanged { id } }", json!({})).await;
    assert_eq!(over_http["errors"][0]["message"], "Subscriptions are had by a WebSocket, at /graphql.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_has_fifty_requests_under_way_and_a_person_twenty_connections() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    let mut watcher = town.watcher(server, "plant.head").await;
    for number in 0..50 {
        watcher.subscribe(&number.to_string(), HAZARDS, json!({})).await;
    }
    watcher.request("50", HAZARDS, json!({})).await;
    assert_eq!(watcher.over("50").await, "TOO_MANY_REQUESTS");
    watcher.say(&json!({ "type": "complete", "id": "7" })).await;
    watcher.subscribe("50", HAZARDS, json!({})).await;
    report(&mut town, "plant", "罐区报警器失效").await;
    let mut told: Vec<u32> = Vec::new();
    for _ in 0..50 {
        told.push(watcher.hear().await["id"].as_str().and_then(|id| id.parse().ok()).expect("a number"));
    }
    told.sort_unstable();
    assert_eq!(told, (0..=50).filter(|number| *number != 7).collect::<Vec<_>>());

    let token = town.token("plant.head").await;
    let mut others = Vec::new();
    for _ in 1..20 {
        others.push(Watcher::known(server, &token).await);
    }
    let mut last = Watcher::connect(server).await;
    last.say(&json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {token}") } })).await;
    assert_eq!(last.hear().await, json!({ "close": 4429, "reason": "Too many connections" }));
}
