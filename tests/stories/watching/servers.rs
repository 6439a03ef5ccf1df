//! Several servers on one database, and what happens when it goes away.

use std::time::Duration;

use redline_test_database::{OwnPostgres, TestDatabase};
use redline_tests::{Town, Watcher};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;

use super::{HAZARDS, report};

async fn watching(town: &mut Town, login: &str) -> Watcher {
    let server = town.serve().await;
    let mut watcher = town.watcher(server, login).await;
    watcher.subscribe("hazards", HAZARDS, json!({})).await;
    watcher
}

/// The description of the next hazard that is told. Where the database was away, some that were told before may come again.
async fn next(watcher: &mut Watcher, before: &[&str]) -> String {
    loop {
        let told = watcher.told("hazards").await["hazardChanged"]["description"].as_str().expect("a description").to_owned();
        if !before.contains(&told.as_str()) {
            return told;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_server_is_told_the_clients_of_every_server_hear() {
    let mut town = Town::on("2023-06-12").await;
    let mut watchers = [watching(&mut town, "office.head").await, watching(&mut town, "regulator.head").await, watching(&mut town, "plant.head").await];
    // By the server that none of them is connected to.
    report(&mut town, "plant", "罐区报警器失效").await;
    report(&mut town, "plant", "消防栓无水").await;
    for watcher in &mut watchers {
        assert_eq!(next(watcher, &[]).await, "罐区报警器失效");
        assert_eq!(next(watcher, &[]).await, "消防栓无水");
    }
}

// An SQLite file is looked into: there is nobody who could be deaf.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn what_was_committed_while_a_server_was_deaf_is_told_when_it_hears_again() {
    let mut town = Town::on("2023-06-12").await;
    let mut watcher = watching(&mut town, "office.head").await;
    report(&mut town, "plant", "罐区报警器失效").await;
    assert_eq!(next(&mut watcher, &[]).await, "罐区报警器失效");
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'LISTEN%'";
    let cut = town.db.read().query_all_raw(Statement::from_string(DbBackend::Postgres, cut)).await.expect("cut");
    assert_eq!(cut.len(), 1, "the ear of the one server");
    report(&mut town, "plant", "消防栓无水").await;
    assert_eq!(next(&mut watcher, &["罐区报警器失效"]).await, "消防栓无水");
    report(&mut town, "plant", "安全阀超期").await;
    assert_eq!(next(&mut watcher, &["罐区报警器失效", "消防栓无水"]).await, "安全阀超期");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn a_subscription_outlives_a_postgresql_that_is_started_anew() {
    let postgres = OwnPostgres::start();
    let mut town = Town::over(TestDatabase::of(&postgres).await, "2023-06-12").await;
    let mut watcher = watching(&mut town, "office.head").await;
    for (before, description) in [(&[][..], "罐区报警器失效"), (&["罐区报警器失效"], "消防栓无水")] {
        report(&mut town, "plant", description).await;
        assert_eq!(next(&mut watcher, before).await, description);
        postgres.kill();
        tokio::time::sleep(Duration::from_secs(2)).await;
        postgres.start_again();
        // Until the pool has connections that live.
        while town.ask(None, "{ rulebook { code } }", json!({})).await.get("errors").is_some() {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
    report(&mut town, "plant", "安全阀超期").await;
    assert_eq!(next(&mut watcher, &["罐区报警器失效", "消防栓无水"]).await, "安全阀超期");
}
