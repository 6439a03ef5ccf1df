//! Changes that stand in each other's way are tried again; a PostgreSQL that is slow or away is told from what is really wrong.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use redline_ledger::{
    Db, Error, Passing,
    db::Use,
    persist,
    settings::{Database, Settings},
};
use redline_test_database::{OwnPostgres, TestDatabase};
use sea_orm::{ConnectionTrait, DbErr};
use tokio::sync::Barrier;

fn settings(url: &str) -> Database {
    Database { url: url.to_owned(), statement_timeout_seconds: 1, lock_timeout_seconds: 1, ..Settings::defaults().database }
}

async fn run(db: &Db, sql: &str) -> Result<(), DbErr> {
    let txn = db.begin().await?;
    txn.execute_unprepared(sql).await?;
    txn.commit().await
}

/// Adds to two numbers, the one before the other; the first time it waits between them until the other change is there too.
async fn add(db: &Db, order: [u8; 2], barrier: &Barrier, attempts: &AtomicU32) -> Result<(), Error> {
    persist(|| async {
        let first = attempts.fetch_add(1, Ordering::Relaxed) == 0;
        let txn = db.begin().await?;
        txn.execute_unprepared(&format!("UPDATE numbers SET n = n + 1 WHERE id = {}", order[0])).await?;
        if first {
            // On SQLite there is one writer at a time, so that nobody else comes.
            drop(tokio::time::timeout(Duration::from_millis(300), barrier.wait()).await);
        }
        txn.execute_unprepared(&format!("UPDATE numbers SET n = n + 1 WHERE id = {}", order[1])).await?;
        txn.commit().await?;
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_changes_that_wait_for_each_other_in_a_circle_are_both_made_in_the_end() {
    let test = TestDatabase::new().await;
    let db = &test.db;
    run(db, "CREATE TABLE numbers (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)").await.expect("a table");
    run(db, "INSERT INTO numbers VALUES (1, 0), (2, 0)").await.expect("rows");
    let (barrier, here, there) = (Barrier::new(2), AtomicU32::new(0), AtomicU32::new(0));
    let (one, other) = tokio::join!(add(db, [1, 2], &barrier, &here), add(db, [2, 1], &barrier, &there));
    one.expect("made");
    other.expect("made");
    let sum = db.read().query_one_raw(sea_orm::Statement::from_string(db.backend(), "SELECT CAST(sum(n) AS BIGINT) AS n FROM numbers")).await;
    assert_eq!(sum.expect("asked").expect("a row").try_get::<i64>("", "n").expect("a number"), 4);
    let attempts = here.into_inner() + there.into_inner();
    assert_eq!(attempts, if test.is_postgres() { 3 } else { 2 }, "PostgreSQL took one of them back");
}

#[tokio::test]
async fn what_is_really_wrong_is_not_tried_again() {
    let attempts = AtomicU32::new(0);
    let outcome: Result<(), Error> = persist(|| async {
        attempts.fetch_add(1, Ordering::Relaxed);
        Err(Error::NotFound)
    })
    .await;
    assert!(matches!(outcome, Err(Error::NotFound)));
    assert_eq!(attempts.into_inner(), 1);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn a_statement_or_a_lock_that_takes_too_long_is_broken_off_for_requests_and_not_for_upkeep() {
    let postgres = OwnPostgres::start();
    let (requests, upkeep) = (Db::open(&settings(&postgres.url()), Use::Requests).await.expect("open"), Db::connect(&postgres.url()).await.expect("open"));
    let slow = run(&requests, "SELECT pg_sleep(1.5)").await.expect_err("too slow");
    assert_eq!(Passing::of(&slow), Some(Passing::Slow), "{slow}");
    run(&upkeep, "SELECT pg_sleep(1.5)").await.expect("as long as it takes");
    run(&upkeep, "CREATE TABLE numbers (id INTEGER PRIMARY KEY)").await.expect("a table");
    let holds = upkeep.begin().await.expect("a transaction");
    holds.execute_unprepared("LOCK TABLE numbers").await.expect("locked");
    let locked = run(&requests, "INSERT INTO numbers VALUES (1)").await.expect_err("locked");
    assert_eq!(Passing::of(&locked), Some(Passing::Slow), "{locked}");
    holds.commit().await.expect("committed");
    run(&requests, "INSERT INTO numbers VALUES (1)").await.expect("free again");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn a_postgresql_that_is_away_is_waited_for_a_few_seconds_and_used_again_when_it_is_back() {
    let postgres = OwnPostgres::start();
    let postgres = Arc::new(postgres);
    let db = Db::open(&settings(&postgres.url()), Use::Requests).await.expect("open");
    run(&db, "CREATE TABLE numbers (id INTEGER PRIMARY KEY)").await.expect("a table");
    postgres.kill();
    let begun = Instant::now();
    let away = run(&db, "INSERT INTO numbers VALUES (1)").await.expect_err("away");
    assert_eq!(Passing::of(&away), Some(Passing::Away), "{away}");
    let away = run(&db, "INSERT INTO numbers VALUES (1)").await.expect_err("away");
    assert_eq!(Passing::of(&away), Some(Passing::Away), "{away}");
    assert!(begun.elapsed() < Duration::from_secs(10), "nobody is left waiting: {:?}", begun.elapsed());
    postgres.start_again();
    run(&db, "INSERT INTO numbers VALUES (1)").await.expect("it is back");
}
