//! Each subscription, each role (订阅权限): whoever listens is told all that he may see of what changed, and nothing else.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    time::Duration,
};

use redline_tests::{Town, Watcher, day};
use serde_json::json;

use super::report;

/// Some of each kind of organization, of the plant's side and of others', and of each position somebody.
const ROLES: [&str; 12] = [
    "plant.head",
    "plant.deputy",
    "plant.officer",
    "plant.staff",
    "trader.head",
    "stranger.head",
    "village.head",
    "neighbour.staff",
    "regulator.officer",
    "industry.head",
    "office.head",
    "discipline.head",
];

type Heard = BTreeMap<&'static str, BTreeSet<String>>;

/// Everybody who listens at one door.
async fn listeners(town: &mut Town, server: SocketAddr, field: &str) -> Vec<(&'static str, Watcher)> {
    let mut listeners = Vec::new();
    for login in ROLES {
        let mut watcher = town.watcher(server, login).await;
        watcher.subscribe("1", &format!("subscription {{ {field} {{ id }} }}"), json!({})).await;
        listeners.push((login, watcher));
    }
    listeners
}

/// What each of them is told.
async fn heard(listeners: &mut [(&'static str, Watcher)], field: &str) -> Heard {
    let mut heard = Heard::new();
    let mut patience = Duration::from_millis(2_000);
    for (login, watcher) in listeners {
        let ids = heard.entry(login).or_default();
        // What the first one did not hear in all that time, the others will not hear either.
        while let Some(message) = watcher.hear_within(patience).await {
            ids.insert(message["payload"]["data"][field]["id"].as_str().unwrap_or_else(|| panic!("{login} {message:#}")).to_owned());
        }
        patience = Duration::from_millis(300);
    }
    heard
}

/// Whether each was told what he may ask for, of all that anybody was told.
async fn as_he_may_see(town: &mut Town, heard: &Heard, field: &str) {
    let all: Vec<&String> = heard.values().flatten().collect::<BTreeSet<_>>().into_iter().collect();
    assert!(!all.is_empty(), "{field}: something changed");
    let mut deaf = 0;
    for (login, told) in heard {
        let mut seen = BTreeSet::new();
        for ids in all.chunks(100) {
            let data = town.data(login, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", json!({ "ids": ids })).await;
            seen.extend(data["nodes"].as_array().expect("a list").iter().filter_map(|node| node["id"].as_str().map(str::to_owned)));
        }
        assert_eq!(told, &seen, "{login} {field}");
        deaf += usize::from(told.len() < all.len());
    }
    assert!(deaf > ROLES.len() / 2, "{field}: most may not see everything");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_subscription_tells_each_role_what_it_may_see_and_nothing_else() {
    let mut town = Town::on("2023-06-12").await;
    let server = town.serve().await;
    town.pass_to("2023-06-30").await;
    // A session lasts half a day.
    town.clock.set(town.site.zone.at(day("2023-06-30"), 23));
    let mut of_hazards = listeners(&mut town, server, "hazardChanged").await;
    let mut of_windows = listeners(&mut town, server, "windowChanged").await;
    for enterprise in ["plant", "trader", "stranger"] {
        report(&mut town, enterprise, "罐区报警器失效").await;
    }
    town.clock.set(town.site.zone.at(day("2023-07-01"), 0));
    town.cycle().await;
    for (listeners, field) in [(&mut of_hazards, "hazardChanged"), (&mut of_windows, "windowChanged")] {
        let heard = heard(listeners, field).await;
        as_he_may_see(&mut town, &heard, field).await;
    }
    drop((of_hazards, of_windows));

    // What fell overdue on a Saturday is told on Monday morning.
    town.pass_to("2023-07-02").await;
    town.clock.set(town.site.zone.at(day("2023-07-02"), 23));
    let mut of_notices = listeners(&mut town, server, "noticeDelivered").await;
    for hour in [0, 8] {
        town.clock.set(town.site.zone.at(day("2023-07-03"), hour));
        town.cycle().await;
    }
    let heard = heard(&mut of_notices, "noticeDelivered").await;
    as_he_may_see(&mut town, &heard, "noticeDelivered").await;
}
