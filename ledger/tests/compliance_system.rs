//! The state of the system: a dead worker is noticed by others.

#[expect(dead_code, reason = "each test file uses a part of it")]
mod common;

use chrono::{DateTime, Duration, Utc};
use common::{Township, day};
use redline_domain::{Audience, NoticeKind};
use redline_entity::{person, worker_beat};
use redline_ledger::{
    notice::{self, About, NewNotice, When},
    system::{SystemStatus, status},
};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

async fn state(town: &Township, now: DateTime<Utc>) -> SystemStatus {
    status(town.db.read(), &town.site, now).await.expect("a status")
}

async fn beat(town: &Township, name: &str, started: DateTime<Utc>, ended: Option<DateTime<Utc>>, stopped: Option<DateTime<Utc>>) {
    let row = worker_beat::ActiveModel {
        name: Set(name.to_owned()),
        version: Set("0.1.0".to_owned()),
        interval_seconds: Set(60),
        started_at: Set(started),
        cycle_started_at: Set(ended),
        cycle_ended_at: Set(ended),
        summary: Set(serde_json::json!({})),
        stopped_at: Set(stopped),
    };
    town.change(async |tx| Ok(row.insert(tx).await?)).await.expect("a beat");
}

#[tokio::test]
async fn a_worker_lives_as_long_as_a_cycle_ended_within_two_intervals() {
    let town = Township::new().await;
    let now = town.operator("2023-07-12").now;
    assert!(!state(&town, now).await.healthy, "without a worker nothing is enforced");
    let ago = |seconds: i64| now - Duration::seconds(seconds);
    beat(&town, "late", ago(400), Some(ago(120) - Duration::milliseconds(1)), None).await;
    beat(&town, "stopped", ago(300), Some(ago(1)), Some(ago(1))).await;
    assert!(!state(&town, now).await.healthy);
    beat(&town, "just", ago(200), Some(ago(120)), None).await;
    beat(&town, "new", ago(120), None, None).await;
    beat(&town, "stillborn", ago(121), None, None).await;
    let seen = state(&town, now).await;
    let workers: Vec<_> = seen.workers.iter().map(|worker| (worker.name.as_str(), worker.alive)).collect();
    assert_eq!(workers, [("new", true), ("stillborn", false), ("just", true), ("stopped", false), ("late", false)]);
    assert!(seen.healthy);
    assert_eq!((seen.workers[2].interval, seen.workers[2].last_cycle_ended_at), (Duration::seconds(60), Some(ago(120))));
    assert!(!state(&town, now + Duration::seconds(1)).await.healthy);
}

#[tokio::test]
async fn what_waits_is_counted_and_the_oldest_of_it_is_timed() {
    let town = Township::new().await;
    let start = town.site.zone.start_of(day("2023-05-22"));
    assert_eq!(state(&town, start - Duration::seconds(1)).await.oldest_due, None);
    let later = state(&town, start + Duration::hours(30)).await;
    assert!(later.oldest_due.is_some_and(|lag| lag >= Duration::hours(30)), "the first windows opened when the action began");
    assert_eq!((later.pending_notices, later.queued_mails, later.failed_mails), (0, 0, 0));
    let ctx = town.operator("2023-05-23");
    let to = person::Entity::find_by_id(town.plant.officer).one(town.db.read()).await.expect("asked").expect("a person");
    let new = NewNotice {
        kind: NoticeKind::Welcome,
        about: About::Account(to.id),
        step: "WELCOME".to_owned(),
        organization: town.plant.id,
        audience: Some(Audience::Responsible),
        proposes: None,
        alone: true,
        true_at: ctx.now,
        when: When::Now,
        tale: None,
    };
    town.change(async |tx| notice::plan(tx, &ctx, &new, &to).await).await.expect("planned");
    assert_eq!(state(&town, ctx.now).await.pending_notices, 1);
}

#[tokio::test]
async fn a_year_whose_working_days_are_not_known_is_named_from_december_before_it_on() {
    let town = Township::new().await;
    for (on, expected) in
        [("2023-07-12", Vec::new()), ("2026-11-30", Vec::new()), ("2026-12-01", vec![2027]), ("2027-06-01", vec![2027]), ("2027-12-01", vec![2027, 2028])]
    {
        assert_eq!(state(&town, town.operator(on).now).await.unpublished_workday_years, expected, "{on}");
    }
}
