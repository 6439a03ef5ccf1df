//! Who is told of what.

use std::time::Duration;

use redline_tests::{Town, day};
use serde_json::{Value, json};

use super::{HAZARDS, report};

#[tokio::test(flavor = "multi_thread")]
async fn a_hazard_is_told_to_those_who_may_see_it_and_to_nobody_else() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    let mut watchers = Vec::new();
    for login in ["plant.head", "village.head", "regulator.officer", "office.head", "stranger.head", "neighbour.head", "industry.head"] {
        let mut watcher = town.watcher(server, login).await;
        watcher.subscribe("hazards", HAZARDS, json!({})).await;
        watchers.push((login, watcher));
    }
    report(&mut town, "plant", "罐区报警器失效").await;
    report(&mut town, "stranger", "配电箱无防护").await;
    let of = |description: &str, name: &str| json!({ "hazardChanged": { "description": description, "state": "REPORTED", "organization": { "name": name } } });
    let (plant, stranger) = (of("罐区报警器失效", "蓝湖化工有限公司"), of("配电箱无防护", "远山建材有限公司"));
    for (login, mut watcher) in watchers {
        // Whoever is told of the second one only was not told of the first, which was committed before.
        let expected: &[&Value] = match login {
            "office.head" => &[&plant, &stranger],
            "plant.head" | "village.head" | "regulator.officer" => &[&plant],
            _ => &[&stranger],
        };
        for expected in expected {
            assert_eq!(&watcher.told("hazards").await, *expected, "{login}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_asked_for_is_told_in_the_order_in_which_it_was_asked_for() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    let mut watcher = town.watcher(server, "office.head").await;
    watcher.subscribe("one", HAZARDS, json!({ "of": town.bodies.organization("stranger") })).await;
    let query = "subscription { changed: hazardChanged { state ...who id: description } } fragment who on Hazard { organization { kind name } }";
    watcher.subscribe("all", query, json!({})).await;
    report(&mut town, "plant", "罐区报警器失效").await;
    watcher.told("all").await;
    let told = r#"{"changed":{"state":"REPORTED","organization":{"kind":"ENTERPRISE","name":"蓝湖化工有限公司"},"id":"罐区报警器失效"}}"#;
    assert_eq!(watcher.last, format!(r#"{{"type":"next","id":"all","payload":{{"data":{told}}}}}"#));
    // Ended by the client, it hears no more, and the name is free again.
    watcher.say(&json!({ "type": "complete", "id": "all" })).await;
    watcher.subscribe("all", "subscription { windowChanged { id } }", json!({})).await;
    report(&mut town, "stranger", "配电箱无防护").await;
    assert_eq!(watcher.told("one").await["hazardChanged"]["description"], "配电箱无防护");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_engine_notices_and_the_mails_that_it_sends_are_told() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    town.pass_to("2023-06-30").await;
    // A session lasts half a day.
    town.clock.set(town.site.zone.at(day("2023-06-30"), 23));
    let windows = "subscription($of: ID) { windowChanged(organization: $of) { ruleCode status dueOn organization { name } } }";
    let notices = "subscription { noticeDelivered(mine: true) { kind state recipient { name } mail { state } } }";
    let mut head = town.watcher(server, "plant.head").await;
    head.subscribe("windows", windows, json!({})).await;
    let mut stranger = town.watcher(server, "stranger.head").await;
    stranger.subscribe("windows", windows, json!({ "of": town.bodies.organization("plant") })).await;
    town.clock.set(town.site.zone.at(day("2023-07-01"), 0));
    town.cycle().await;

    let mut told = Vec::new();
    while let Some(message) = head.hear_within(Duration::from_secs(2)).await {
        let window = &message["payload"]["data"]["windowChanged"];
        assert_eq!(window["organization"]["name"], "蓝湖化工有限公司", "{message:#}");
        told.push(format!(
            "{} {} {}",
            window["ruleCode"].as_str().unwrap_or_default(),
            window["status"].as_str().unwrap_or_default(),
            window["dueOn"].as_str().unwrap_or_default()
        ));
    }
    told.sort();
    let query = "query($of: ID) { windows(first: 100, filter: { organization: $of }) { nodes { ruleCode status opensOn dueOn } } }";
    let expected = town.data("plant.head", query, json!({ "of": town.bodies.organization("plant") })).await;
    let mut expected: Vec<String> = expected["windows"]["nodes"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|window| (window["status"] == "OVERDUE" && window["dueOn"] == "2023-06-30") || window["opensOn"] == "2023-07-01")
        .map(|window| {
            format!(
                "{} {} {}",
                window["ruleCode"].as_str().unwrap_or_default(),
                window["status"].as_str().unwrap_or_default(),
                window["dueOn"].as_str().unwrap_or_default()
            )
        })
        .collect();
    expected.sort();
    assert!(!expected.is_empty(), "something became overdue");
    assert_eq!(told, expected, "each window that fell overdue or began once, and no other");

    assert_eq!(stranger.hear_within(Duration::from_millis(1)).await, None, "a stranger hears nothing of the plant");

    // What fell overdue on a Saturday is told on Monday morning.
    town.pass_to("2023-07-02").await;
    town.clock.set(town.site.zone.at(day("2023-07-02"), 23));
    let mut own = town.watcher(server, "plant.head").await;
    own.subscribe("notices", notices, json!({})).await;
    for hour in [0, 8] {
        town.clock.set(town.site.zone.at(day("2023-07-03"), hour));
        town.cycle().await;
    }
    let told = own.told("notices").await["noticeDelivered"].clone();
    assert_eq!((&told["state"], &told["mail"]["state"]), (&json!("SENT"), &json!("SENT")), "{told:#}");
    let name = town.data("plant.head", "{ viewer { person { name } } }", json!({})).await["viewer"]["person"]["name"].clone();
    assert_eq!(told["recipient"]["name"], name);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_logged_out_is_told_no_more() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    let mut leaving = town.watcher(server, "office.head").await;
    leaving.subscribe("hazards", HAZARDS, json!({})).await;
    report(&mut town, "plant", "罐区报警器失效").await;
    leaving.told("hazards").await;
    town.change("office.head", "mutation { logout { userErrors { code } } }", json!({})).await;
    report(&mut town, "plant", "消防栓无水").await;
    assert_eq!(leaving.over("hazards").await, "UNAUTHENTICATED");
}
