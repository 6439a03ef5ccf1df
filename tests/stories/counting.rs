//! What counts as evidence, and what does not, and that the API says why.

use redline_tests::Town;
use serde_json::json;

use crate::deeds::{draft_inspection, drill, inspect, window, windows};

#[tokio::test]
async fn a_trade_enterprise_owes_an_inspection_each_quarter_and_a_chemical_plant_each_month() {
    let mut town = Town::on("2023-05-22").await;
    let due = |windows: Vec<serde_json::Value>| windows.iter().map(|window| window["dueOn"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>();
    assert_eq!(due(windows(&mut town, "trader.head", "trader", "E05").await), ["2023-06-30", "2023-09-30", "2023-12-31"]);
    // Of May only ten days remain when the action begins.
    assert_eq!(
        due(windows(&mut town, "plant.head", "plant", "E05").await),
        ["2023-06-30", "2023-07-31", "2023-08-31", "2023-09-30", "2023-10-31", "2023-11-30", "2023-12-31"]
    );
    town.end().await;
}

#[tokio::test]
async fn a_drill_in_march_fulfils_the_first_half() {
    let mut town = Town::on("2023-05-22").await;
    drill(&mut town, "plant.officer", "plant", "2023-03-16").await;
    let first = window(&mut town, "plant.head", "plant", "E16", "2023-06-30").await;
    assert_eq!((first["status"].as_str(), first["fulfilledOn"].as_str()), (Some("FULFILLED"), Some("2023-03-16")));
    assert_eq!(window(&mut town, "plant.head", "plant", "E16", "2023-12-31").await["status"], "UPCOMING");
    town.end().await;
}

#[tokio::test]
async fn a_deputys_inspection_does_not_count_as_head_led_and_the_api_says_why() {
    let mut town = Town::on("2023-06-12").await;
    inspect(&mut town, "plant.officer", "plant", "HEAD_LED", "plant.deputy", "2023-06-09").await;
    let june = window(&mut town, "plant.head", "plant", "E05", "2023-06-30").await;
    assert_eq!(june["status"], "OPEN");
    let why = june["explain"]["sentences"].to_string();
    assert!(why.contains("2023-06-09") && why.contains("2.1.1"), "{why}");
    insta::assert_json_snapshot!("why_a_deputys_inspection_does_not_count", june["explain"]);
    inspect(&mut town, "plant.officer", "plant", "HEAD_LED", "plant.head", "2023-06-10").await;
    assert_eq!(window(&mut town, "plant.head", "plant", "E05", "2023-06-30").await["status"], "FULFILLED");
    town.end().await;
}

#[tokio::test]
async fn an_inspection_counts_once_it_is_signed() {
    let mut town = Town::on("2023-06-12").await;
    draft_inspection(&mut town, "plant.officer", "plant", "HEAD_LED", "plant.head", "2023-06-09").await;
    assert_eq!(window(&mut town, "plant.head", "plant", "E05", "2023-06-30").await["status"], "OPEN");
    town.end().await;
}

#[tokio::test]
async fn a_head_who_left_in_may_does_not_count_in_june() {
    let mut town = Town::on("2023-06-12").await;
    let query = "query($id: ID!) { organization(id: $id) { memberships { id position person { id } } } }";
    let data = town.data("plant.officer", query, json!({ "id": town.bodies.organization("plant") })).await;
    let head = town.bodies.person("plant.head");
    let membership =
        data["organization"]["memberships"].as_array().expect("a list").iter().find(|m| m["person"]["id"] == head.as_str()).expect("the head")["id"].clone();
    let dismiss = "mutation($input: DismissInput!) { dismiss(input: $input) { membership { until } userErrors { code field message } } }";
    town.change("plant.officer", dismiss, json!({ "input": { "membershipId": membership, "until": "2023-05-31" } })).await;
    let appoint = "mutation($input: AppointInput!) { appoint(input: $input) { membership { id } userErrors { code field message } } }";
    town.change(
        "plant.officer",
        appoint,
        json!({ "input": { "personId": town.bodies.person("plant.deputy"), "organizationId": town.bodies.organization("plant"), "position": "HEAD", "since": "2023-05-31" } }),
    )
    .await;

    // Who left on 05-31 leads nothing in June; whoever is head then does.
    let record = "mutation($input: RecordInspectionInput!) { recordInspection(input: $input) { inspection { id } userErrors { code field message } } }";
    let by_the_old_head = json!({ "organizationId": town.bodies.organization("plant"), "kind": "HEAD_LED", "leaderId": head, "occurredOn": "2023-06-08", "summary": "检查了罐区。" });
    let refused = town.refused("plant.officer", record, json!({ "input": by_the_old_head })).await;
    assert_eq!(refused[0]["field"], "leaderId");
    assert_eq!(window(&mut town, "plant.officer", "plant", "E05", "2023-06-30").await["status"], "OPEN");
    inspect(&mut town, "plant.officer", "plant", "HEAD_LED", "plant.deputy", "2023-06-08").await;
    assert_eq!(window(&mut town, "plant.officer", "plant", "E05", "2023-06-30").await["status"], "FULFILLED");
    town.end().await;
}

#[tokio::test]
async fn a_record_made_late_of_a_deed_in_time_fulfils_and_says_so() {
    let mut town = Town::on("2023-07-03").await;
    inspect(&mut town, "plant.officer", "plant", "HEAD_LED", "plant.head", "2023-06-30").await;
    let june = window(&mut town, "plant.head", "plant", "E05", "2023-06-30").await;
    assert_eq!((june["status"].as_str(), june["recordedLate"].as_bool()), (Some("FULFILLED"), Some(true)));
    town.end().await;
}

#[tokio::test]
async fn reclassification_ends_the_running_windows_and_opens_those_of_the_new_cadence() {
    let mut town = Town::on("2023-09-10").await;
    let classify =
        "mutation($input: ClassifyOrganizationInput!) { classifyOrganization(input: $input) { organization { sectors } userErrors { code field message } } }";
    let input = json!({ "organizationId": town.bodies.organization("plant"), "effectiveOn": "2023-09-10", "sectors": ["INDUSTRY_AND_TRADE"], "traits": ["DEPUTIES"], "reason": "已停止危险化学品生产" });
    town.change("office.head", classify, json!({ "input": input })).await;
    let windows = windows(&mut town, "plant.head", "plant", "E05").await;
    let seen: Vec<(&str, &str, &str)> = windows
        .iter()
        .map(|w| (w["opensOn"].as_str().unwrap_or_default(), w["closesOn"].as_str().unwrap_or_default(), w["status"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(
        seen,
        [
            ("2023-06-01", "2023-06-30", "OVERDUE"),
            ("2023-07-01", "2023-07-31", "OVERDUE"),
            ("2023-08-01", "2023-08-31", "OVERDUE"),
            ("2023-09-01", "2023-09-30", "SUPERSEDED"),
            ("2023-07-01", "2023-09-30", "OPEN"),
            ("2023-10-01", "2023-12-31", "UPCOMING"),
        ]
    );
    town.end().await;
}
