//! R4: for forty days there is no worker.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use redline_entity::{ledger_event, mail, notice, window};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    books::Books,
    size::{seen, size},
    town::Town,
    township::day,
};

/// The worker's last day before it was away, and the day on which it came back.
const LAST: &str = "2023-06-10";
const BACK: &str = "2023-07-20";

/// Cycles just after midnight and in the morning of each day of a time.
async fn days(town: &Town, from: &str, until: &str) {
    let engine = town.quiet(1_000);
    for date in day(from).iter_days().take_while(|date| *date <= day(until)) {
        for hour in [0, 9] {
            let now = town.township.site.zone.at(date, hour);
            let report = engine.cycle(now).await.expect("a cycle");
            assert!(report.alarms.is_empty(), "{report:?}");
            engine.drain(now).await.expect("delivered");
        }
    }
}

/// What the engine keeps of each window.
async fn kept(town: &Town) -> Vec<(Uuid, bool, bool, Option<i32>, Option<DateTime<Utc>>)> {
    let rows = window::Entity::find().order_by_asc(window::Column::Id).all(town.township.db.read()).await.expect("windows");
    rows.into_iter().map(|row| (row.id, row.opened_noted, row.overdue_noted, row.step_taken, row.check_after)).collect()
}

#[tokio::test]
async fn after_forty_days_without_a_worker_the_history_is_the_true_one_and_nobody_gets_two_mails() {
    let enterprises = size(3, 40);
    let (town, twin) = (Town::with(enterprises).await, Town::with(enterprises).await);
    assert_eq!((day(BACK) - day(LAST)).num_days(), 40);
    days(&twin, "2023-05-22", BACK).await;
    days(&town, "2023-05-22", LAST).await;
    let back = town.township.site.zone.at(day(BACK), 9);
    let engine = town.quiet(1_000);
    let report = engine.cycle(back).await.expect("a cycle");
    assert!(report.alarms.is_empty() && report.windows.done > 0, "{report:?}");
    engine.drain(back).await.expect("delivered");

    let (books, daily) = (Books::of(&town).await, Books::of(&twin).await);
    assert!(books.events == daily.events, "{} events, and with a worker {}", books.events.len(), daily.events.len());
    assert!(kept(&town).await == kept(&twin).await, "the windows are not as they would be");
    let told: BTreeSet<_> = daily.notices.iter().collect();
    assert!(books.notices.iter().all(|notice| told.contains(notice)), "somebody was told of what nobody would have been told");

    let db = town.township.db.read();
    let late = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectKind.eq("WINDOW"))
        .filter(ledger_event::Column::TrueAt.gt(town.township.site.zone.at(day(LAST), 9)))
        .all(db)
        .await
        .expect("events");
    assert!(!late.is_empty() && late.iter().all(|event| event.recorded_at == back && event.true_at < back), "they are not marked as noticed late");
    let notices = notice::Entity::find().filter(notice::Column::NoticedAt.eq(back)).all(db).await.expect("notices");
    assert!(!notices.is_empty() && notices.iter().all(|notice| notice.true_at < back));
    let mut mails: BTreeMap<Uuid, usize> = BTreeMap::new();
    for mail in mail::Entity::find().filter(mail::Column::CreatedAt.eq(back)).all(db).await.expect("mails") {
        *mails.entry(mail.person_id).or_default() += 1;
    }
    assert!(!mails.is_empty() && mails.values().all(|&count| count == 1), "{mails:?}");
    assert!(town.is_whole().await, "the ledger is broken");
    seen(
        "R4",
        format!(
            "40 days without a worker: {} events noticed late, all as they were; {} notices in one mail for each of {} people",
            late.len(),
            notices.len(),
            mails.len()
        ),
    );
}
