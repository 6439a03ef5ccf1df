//! A PostgreSQL that goes away under the worker: nothing is lost, nothing is set aside, and it goes on by itself.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use crate::common::{Story, Township, engine};
use redline_domain::{SharedClock, Zone};
use redline_entity::{mail, window, worker_beat};
use redline_ledger::{Passing, system::Waiting};
use redline_test_database::{OwnPostgres, TestDatabase};
use redline_worker::{
    engine::Engine,
    mail::{Memory, Transport},
    shell::{ShellSettings, run},
};
use sea_orm::{EntityTrait, PaginatorTrait};
use tokio::sync::oneshot;

/// A story whose township is on a PostgreSQL that can be stopped.
async fn story() -> (Arc<OwnPostgres>, Story) {
    let postgres = Arc::new(OwnPostgres::start());
    let memory = Memory::new();
    let township = Township::on(TestDatabase::of(&postgres).await, Zone::default()).await;
    (postgres, Story::with(township, Transport::Memory(memory.clone()), memory))
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn a_cycle_while_the_database_is_away_fails_as_a_whole_and_the_next_one_does_all() {
    let (postgres, story) = story().await;
    let now = story.at("2023-06-21", 8);
    postgres.kill();
    let away = story.engine.cycle(now).await.expect_err("away");
    assert_eq!(away.passing(), Some(Passing::Away), "{away}");
    postgres.start_again();
    // Connections of before the crash are found dead one by one.
    let mut report = story.engine.cycle(now).await;
    for _ in 0..8 {
        if report.is_err() {
            report = story.engine.cycle(now).await;
        }
    }
    let report = report.expect("it is back");
    assert!(report.windows.done > 0 && report.alarms.is_empty(), "{report:?}");
    story.engine.drain(now).await.expect("delivered");
    assert!(!story.memory.sent().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn a_worker_whose_database_is_restarted_again_and_again_goes_on_by_itself_within_ten_seconds() {
    let (postgres, story) = story().await;
    let clock: SharedClock = story.clock.clone();
    let soon = ShellSettings { cycle_every: Duration::from_millis(50), deliver_every: Duration::from_millis(50) };
    let (end, ended) = oneshot::channel::<()>();
    let engine: Arc<Engine> = Arc::new(engine(&story.township, Transport::Memory(story.memory.clone()), story.at("2023-05-22", 8)));
    let works = tokio::spawn(run(engine, clock, soon, async move {
        drop(ended.await);
    }));
    let db = story.township.db.clone();
    for (at, date) in ["2023-05-30", "2023-06-16", "2023-06-20", "2023-06-21", "2023-06-30"].into_iter().enumerate() {
        if at % 2 == 0 {
            postgres.kill()
        } else {
            postgres.stop()
        }
        postgres.start_again();
        let now = story.at(date, 9);
        story.clock.set(now);
        let back = Instant::now();
        loop {
            // The first questions after a restart meet connections that are no more.
            let beat = worker_beat::Entity::find().one(db.read()).await.ok().flatten();
            if beat.is_some_and(|beat| beat.cycle_ended_at == Some(now)) {
                break;
            }
            assert!(back.elapsed() < Duration::from_secs(10), "restart {at}: no cycle since the database is back");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    let begun = Instant::now();
    while Waiting::of(db.read(), story.at("2023-06-30", 9)).await.is_ok_and(|waiting| waiting.queued_mails > 0) {
        assert!(begun.elapsed() < Duration::from_secs(60), "the mails leave");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    end.send(()).expect("it works still");
    works.await.expect("no panic").expect("ended in order");
    let failed = window::Entity::find().all(db.read()).await.expect("windows").into_iter().filter(|row| row.failures > 0).count();
    assert_eq!(failed, 0, "a database that is away is no fault of a row");
    let mails = mail::Entity::find().count(db.read()).await.expect("counted");
    assert!(mails > 0);
    assert!(story.memory.sent().len() as u64 >= mails, "none is lost");
}
