//! Lists: pages forwards and backwards, cursors, filters, sizes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Server, Town, type_id};
use redline_domain::ids::Noun;
use serde_json::{Value, json};

const PAGE: &str = "query($f: Int, $a: String, $l: Int, $b: String, $o: WindowOrder! = DUE_ON_ASC, $filter: WindowFilter! = {}) {
  windows(first: $f, after: $a, last: $l, before: $b, orderBy: $o, filter: $filter) { totalCount edges { cursor node { id dueOn } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

fn ids(page: &Value) -> Vec<String> {
    page["edges"].as_array().unwrap().iter().map(|edge| edge["node"]["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_pages_of_a_list_hold_every_row_once_in_either_direction_and_any_order() {
    let server = Server::start().await;
    Town::found(&server).await;
    let token = server.login("office").await;
    for order in ["DUE_ON_ASC", "DUE_ON_DESC", "OPENS_ON_ASC", "OPENS_ON_DESC", "ORGANIZATION"] {
        let (mut forward, mut after) = (Vec::new(), Value::Null);
        let total = loop {
            let page = server.ask(Some(&token), PAGE, json!({ "f": 37, "a": after, "o": order })).await.data()["windows"].clone();
            forward.extend(ids(&page));
            assert_eq!(page["pageInfo"]["hasPreviousPage"], json!(!after.is_null()));
            if page["pageInfo"]["hasNextPage"] == json!(false) {
                break page["totalCount"].as_u64().unwrap();
            }
            after = page["pageInfo"]["endCursor"].clone();
        };
        let (mut backward, mut before) = (Vec::new(), Value::Null);
        loop {
            let page = server.ask(Some(&token), PAGE, json!({ "l": 41, "b": before, "o": order })).await.data()["windows"].clone();
            backward.splice(0..0, ids(&page));
            if page["pageInfo"]["hasPreviousPage"] == json!(false) {
                break;
            }
            before = page["pageInfo"]["startCursor"].clone();
        }
        assert_eq!(forward, backward, "{order}");
        assert_eq!(forward.len() as u64, total, "{order}");
        let mut distinct = forward.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), forward.len(), "{order}");
    }
}

#[tokio::test]
async fn sizes_and_cursors_that_make_no_sense_are_refused_by_name() {
    let server = Server::start().await;
    Town::found(&server).await;
    let token = server.login("office").await;
    let cursor = server.ask(Some(&token), PAGE, json!({ "f": 1 })).await.data()["windows"]["pageInfo"]["endCursor"].clone();
    for (variables, field) in [
        (json!({ "f": -1 }), "first"),
        (json!({ "l": -1 }), "last"),
        (json!({ "f": 1, "l": 1 }), "last"),
        (json!({ "a": "nonsense" }), "after"),
        (json!({ "b": "" }), "before"),
        (json!({ "a": cursor, "o": "OPENS_ON_ASC" }), "after"),
        (json!({ "filter": { "organization": "hazard_01h2xcejqtf2nbrexx3vqjhp41" } }), "filter.organization"),
    ] {
        let answer = server.ask(Some(&token), PAGE, variables.clone()).await;
        assert_eq!(answer.code(), "BAD_USER_INPUT", "{variables}");
        assert_eq!(answer.json()["errors"][0]["extensions"]["field"], field, "{variables}");
    }
    for (size, rows) in [(0, 1), (1, 1), (100, 100), (101, 100), (i32::MAX, 100)] {
        let page = server.ask(Some(&token), PAGE, json!({ "f": size })).await.data()["windows"].clone();
        assert_eq!(ids(&page).len(), rows, "first: {size}");
    }
    assert_eq!(ids(&server.ask(Some(&token), PAGE, json!({})).await.data()["windows"]).len(), 20, "no size at all");
}

#[tokio::test]
async fn windows_are_filtered_by_what_a_user_would_want() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let token = server.login("office").await;
    let count = async |filter: Value| server.ask(Some(&token), PAGE, json!({ "filter": filter })).await.data()["windows"]["totalCount"].as_u64().unwrap();
    let all = count(json!({})).await;
    let mut by_status = 0;
    for status in ["UPCOMING", "OPEN", "DUE_SOON", "OVERDUE", "FULFILLED", "FULFILLED_LATE", "EXCUSED", "SUPERSEDED"] {
        by_status += count(json!({ "status": [status] })).await;
    }
    assert_eq!(by_status, all, "every window is in exactly one state");
    assert_eq!(count(json!({ "status": [] })).await, 0);
    assert_eq!(count(json!({ "overdue": true })).await, count(json!({ "status": ["OVERDUE"] })).await);
    assert_eq!(count(json!({ "overdue": true })).await + count(json!({ "overdue": false })).await, all);
    let of = |at: usize| json!({ "organization": type_id(Noun::Organization, town.enterprises[at]) });
    let village = |at: usize| json!({ "village": type_id(Noun::Organization, town.villages[at]) });
    assert_eq!(count(village(0)).await, count(of(0)).await);
    assert_eq!(count(json!({ "unit": type_id(Noun::Organization, town.unit) })).await, count(of(0)).await);
    assert_eq!(count(json!({ "sector": ["INDUSTRY_AND_TRADE"] })).await, count(of(1)).await);
    assert_eq!(count(json!({ "text": "企业0" })).await, count(of(0)).await);
    assert_eq!(count(json!({ "text": "%" })).await, 0, "a percent sign is a percent sign");
    assert_eq!(count(json!({ "rule": ["E05"], "organization": type_id(Noun::Organization, town.enterprises[0]) })).await, 7, "June to December");
    assert_eq!(count(json!({ "dueFrom": "2023-06-30", "dueUntil": "2023-06-30", "rule": ["E05"] })).await, 2, "a month for the one, a quarter for the other");
}

#[tokio::test]
async fn criteria_are_searched_and_paged() {
    let server = Server::start().await;
    let query = "query($a: String, $f: CriterionFilter! = {}) { criteria(first: 100, after: $a, filter: $f) { totalCount nodes { code } pageInfo { hasNextPage endCursor } } }";
    let first = server.ask(None, query, json!({})).await.data()["criteria"].clone();
    assert_eq!((first["totalCount"].as_u64(), first["pageInfo"]["hasNextPage"].as_bool()), (Some(127), Some(true)));
    let second = server.ask(None, query, json!({ "a": first["pageInfo"]["endCursor"] })).await.data()["criteria"].clone();
    assert_eq!(second["nodes"].as_array().unwrap().len(), 27);
    let gas = server.ask(None, query, json!({ "f": { "sector": ["GAS"], "effectiveOn": "2023-07-05" } })).await.data()["criteria"].clone();
    assert_eq!(gas["totalCount"], 0, "not in force yet");
}
