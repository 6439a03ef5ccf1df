//! R10: fifty rows with which nothing can be done, among good ones.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use redline_entity::{ledger_event, window};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, sea_query::Expr};

use crate::{
    size::{seen, size},
    town::Town,
};

const ROTTEN: usize = 50;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_rotten_rows_are_set_aside_after_three_tries_and_hold_the_others_up_for_less_than_five_seconds() {
    let town = Arc::new(Town::due(size(1_000, 10_000)).await);
    let now = town.morning();
    let db = town.township.db.read();
    let due = window::Entity::find().filter(window::Column::CheckAfter.lte(now)).order_by_asc(window::Column::Id).all(db).await.expect("windows");
    let rotten: Vec<_> = due.iter().step_by(due.len() / ROTTEN).take(ROTTEN).map(|row| row.id).collect();
    let spoilt = town.township.change(async |tx| {
        window::Entity::update_many().col_expr(window::Column::RuleCode, Expr::value("E99")).filter(window::Column::Id.is_in(rotten.clone())).exec(tx).await?;
        Ok(())
    });
    spoilt.await.expect("spoilt");

    let good = due.len() - ROTTEN;
    let over = Arc::new(AtomicBool::new(false));
    let (watched, ended, since) = (Arc::clone(&town), Arc::clone(&over), Instant::now());
    let watching = tokio::spawn(async move {
        let mut almost_all = None;
        while almost_all.is_none() && !ended.load(Ordering::Relaxed) {
            let left = window::Entity::find().filter(window::Column::CheckAfter.lte(now)).filter(window::Column::RuleCode.ne("E99"));
            let left = left.count(watched.township.db.read()).await.expect("counted");
            if left * 100 <= good as u64 {
                almost_all = Some(since.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        almost_all.unwrap_or_else(|| since.elapsed())
    });
    let engine = town.quiet(500);
    let first = engine.cycle(now).await.expect("a cycle");
    over.store(true, Ordering::Relaxed);
    let p99 = watching.await.expect("watched");
    assert_eq!((first.windows.done, first.windows.pushed, first.windows.set_aside), (good as u64, ROTTEN as u64, 0), "{first:?}");
    let second = engine.cycle(now + chrono::Duration::hours(1)).await.expect("a cycle").windows;
    assert_eq!((second.pushed, second.set_aside), (ROTTEN as u64, 0));
    let third = engine.cycle(now + chrono::Duration::hours(2)).await.expect("a cycle").windows;
    assert_eq!((third.pushed, third.set_aside), (0, ROTTEN as u64));
    let reported = ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("WINDOW_SET_ASIDE")).all(db).await.expect("events");
    assert_eq!(reported.len(), ROTTEN);
    assert!(reported.iter().all(|event| rotten.contains(&event.subject_id)));
    assert!(engine.cycle(now + chrono::Duration::hours(3)).await.expect("a cycle").is_quiet(), "they are left alone");
    assert!(town.is_whole().await, "the ledger is broken");
    assert!(p99 < Duration::from_secs(5), "99 of 100 good rows of {good} were done only after {p99:?}");
    seen("R10", format!("{ROTTEN} rotten rows among {good} good ones: set aside the third time and reported; 99 of 100 good ones done after {p99:.2?}"));
}
