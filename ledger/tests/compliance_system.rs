//! The state of the system: a dead worker is noticed by others.

use crate::common::{Township, day};
use chrono::{DateTime, Duration, Utc};
use redline_domain::{Audience, Language, NoticeKind, clock::ManualClock};
use redline_entity::{person, worker_beat};
use redline_ledger::{
    mail_halt,
    notice::{self, About, NewNotice, When},
    site::{LAST_CYCLE, set_fact},
    system::{Finding, Level, PATIENCE, SystemStatus, readiness, status, verdict},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

async fn state(town: &Township, now: DateTime<Utc>) -> SystemStatus {
    status(&town.db, &town.site, &ManualClock::at(now)).await.expect("a status")
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
        sweep: Set(None),
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

/// The codes of what is found, with their levels.
fn found(status: &SystemStatus) -> Vec<(&'static str, Level)> {
    status.findings().iter().map(|finding| (finding.code, finding.level)).collect()
}

/// A worker whose last cycle told this.
async fn told(town: &Township, name: &str, ended: DateTime<Utc>, running: Option<(DateTime<Utc>, &str)>, summary: serde_json::Value) {
    beat(town, name, ended, Some(ended), None).await;
    let change = town.change(async |tx| {
        let mut row = worker_beat::Entity::find_by_id(name).one(tx).await?.ok_or(redline_ledger::Error::NotFound)?.into_active_model();
        row.summary = Set(summary);
        if let Some((since, sweep)) = running {
            row.cycle_started_at = Set(Some(since));
            row.sweep = Set(Some(sweep.to_owned()));
        }
        Ok(row.update(tx).await?)
    });
    change.await.expect("a beat");
}

#[tokio::test]
async fn a_worker_that_died_is_told_of_after_two_intervals_and_not_before() {
    let town = Township::new().await;
    let died = town.operator("2023-05-22").now;
    told(&town, "first", died, None, serde_json::json!({})).await;
    let codes = async |after: i64| {
        let now = died + Duration::seconds(after);
        (state(&town, now).await.findings().iter().map(|finding| finding.code).collect::<Vec<_>>(), readiness(&town.db, &ManualClock::at(now)).await.len())
    };
    assert_eq!(codes(120).await.1, 0);
    assert!(!codes(120).await.0.contains(&"NO_WORKER"));
    assert!(codes(121).await.0.contains(&"NO_WORKER"));
    assert_eq!(codes(121).await.1, 1);
    // Another one takes over: the dead one is still spoken of, for an hour.
    told(&town, "second", died + Duration::seconds(100), None, serde_json::json!({})).await;
    assert!(codes(121).await.0.contains(&"WORKER_SILENT") && !codes(121).await.0.contains(&"NO_WORKER"));
    assert_eq!(verdict(&readiness(&town.db, &ManualClock::at(died + Duration::seconds(121))).await), Level::Warning);
    let silent = |finding: &Finding| finding.sentence(Language::En).to_owned();
    let sentences: Vec<String> = readiness(&town.db, &ManualClock::at(died + Duration::seconds(121))).await.iter().map(silent).collect();
    assert_eq!(sentences, ["first has finished no cycle for 2 minutes; another one works."]);
}

#[tokio::test]
async fn a_cycle_that_does_not_end_is_told_of_with_the_sweep_in_which_it_is_stuck() {
    let town = Township::new().await;
    let ended = town.operator("2023-05-22").now;
    told(&town, "stuck", ended, Some((ended + Duration::seconds(60), "digests")), serde_json::json!({})).await;
    let at = async |seconds: i64| readiness(&town.db, &ManualClock::at(ended + Duration::seconds(seconds))).await;
    assert_eq!(at(120).await, []);
    assert_eq!(at(180).await.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["NO_WORKER"]);
    let stuck = at(181).await;
    assert_eq!(stuck.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["NO_WORKER", "CYCLE_LONG"]);
    assert!(stuck[1].sentence(Language::En).ends_with("under way for 2 minutes, in the sweep of digests."), "{stuck:?}");
}

#[tokio::test]
async fn what_the_last_cycle_told_is_found_and_how_badly_it_is() {
    let town = Township::new().await;
    let now = town.site.zone.start_of(day("2023-05-22"));
    let summary = serde_json::json!({
        "alarms": ["mail is halted: 535 no", "the key is gone"], "clock_ahead_ms": -5001, "ping_failed": "refused", "windows": {},
    });
    told(&town, "worker", now, None, summary).await;
    let halts = town.change(async |tx| mail_halt::note(tx, &town.operator("2023-05-22"), town.plant.id, now, "535 no").await);
    halts.await.expect("halted");
    let seen = state(&town, now).await;
    let expected = [("MAIL_HALTED", Level::Critical), ("ALARMS", Level::Warning), ("PING_FAILED", Level::Warning), ("CLOCK_SKEW", Level::Warning)];
    assert_eq!(found(&seen), expected);
    let details: Vec<_> = seen.findings().into_iter().map(|finding| finding.detail).collect();
    assert_eq!(details, [Some("535 no".to_owned()), Some("the key is gone".to_owned()), Some("refused".to_owned()), None]);
    // Mail goes again, whatever a worker told before.
    let goes = town.change(async |tx| mail_halt::clear(tx, &town.operator("2023-05-22"), town.plant.id).await);
    goes.await.expect("resumed");
    assert!(!found(&state(&town, now).await).contains(&("MAIL_HALTED", Level::Critical)));
    for (ahead, expected) in [(5_000, None), (5_001, Some(Level::Warning)), (60_000, Some(Level::Warning)), (60_001, Some(Level::Critical))] {
        told_again(&town, "worker", serde_json::json!({ "clock_ahead_ms": ahead })).await;
        assert_eq!(found(&state(&town, now).await).first().map(|(_, level)| *level), expected, "{ahead}");
    }
}

#[tokio::test]
async fn a_server_whose_clock_is_behind_the_last_cycle_is_told_so() {
    let town = Township::new().await;
    let cycle = town.site.zone.start_of(day("2023-05-22"));
    told(&town, "worker", cycle, None, serde_json::json!({})).await;
    town.change(async |tx| set_fact(tx, LAST_CYCLE, &cycle.to_rfc3339()).await).await.expect("a cycle");
    let skew = |findings: Vec<Finding>| findings.into_iter().find(|finding| finding.code == "CLOCK_SKEW").map(|finding| finding.level);
    for (behind, expected) in [
        (-60, None),
        (5, None),
        (6, Some(Level::Warning)),
        (3_600, Some(Level::Warning)),
        (3_601, Some(Level::Critical)),
        (400 * 86_400, Some(Level::Critical)),
    ] {
        let now = cycle - Duration::seconds(behind);
        let seen = state(&town, now).await;
        assert_eq!(skew(seen.findings()), expected, "{behind}");
        assert_eq!(skew(readiness(&town.db, &ManualClock::at(now)).await), expected, "{behind}");
        // A beat of a time to come is no sign of life.
        assert_eq!(seen.healthy, behind <= 120, "{behind}");
    }
    let seen = readiness(&town.db, &ManualClock::at(cycle - Duration::minutes(30))).await;
    let said = seen.iter().find(|finding| finding.code == "CLOCK_SKEW").map(|finding| finding.sentence(Language::En));
    assert_eq!(said, Some("The clock of this machine is 30 minutes behind the last cycle of a worker: set it right."));
}

async fn told_again(town: &Township, name: &str, summary: serde_json::Value) {
    let change = town.change(async |tx| {
        let mut row = worker_beat::Entity::find_by_id(name).one(tx).await?.ok_or(redline_ledger::Error::NotFound)?.into_active_model();
        row.summary = Set(summary);
        Ok(row.update(tx).await?)
    });
    change.await.expect("a beat");
}

#[tokio::test]
async fn what_waits_is_told_of_after_ten_minutes_and_is_stuck_after_an_hour() {
    let town = Township::new().await;
    let start = town.site.zone.start_of(day("2023-05-22"));
    let due = async |after: Duration| {
        let found = found(&state(&town, start + after).await);
        found.into_iter().find(|(code, _)| *code == "DUE_WAITS").map(|(_, level)| level)
    };
    assert_eq!(due(Duration::minutes(10)).await, None);
    assert_eq!(due(Duration::minutes(10) + Duration::milliseconds(1)).await, Some(Level::Warning));
    assert_eq!(due(Duration::hours(1)).await, Some(Level::Warning));
    assert_eq!(due(Duration::hours(1) + Duration::milliseconds(1)).await, Some(Level::Critical));
    let row = town.window(town.plant.id, "E01", "2023-06-15").await;
    let aside = town.change(async |tx| {
        let mut row = row.into_active_model();
        (row.failures, row.check_after) = (Set(PATIENCE), Set(None));
        Ok(row.update(tx).await?)
    });
    aside.await.expect("set aside");
    let seen = state(&town, start).await;
    assert_eq!(seen.waiting.set_aside, 1);
    assert!(found(&seen).contains(&("SET_ASIDE", Level::Warning)));
}

#[tokio::test]
async fn what_waits_is_counted_and_the_oldest_of_it_is_timed() {
    let town = Township::new().await;
    let start = town.site.zone.start_of(day("2023-05-22"));
    assert_eq!(state(&town, start - Duration::seconds(1)).await.waiting.oldest_due(), None);
    let later = state(&town, start + Duration::hours(30)).await;
    assert!(later.waiting.oldest_due().is_some_and(|lag| lag >= Duration::hours(30)), "the first windows opened when the action began");
    assert_eq!((later.waiting.pending_notices, later.waiting.queued_mails, later.waiting.failed_mails), (0, 0, 0));
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
    assert_eq!(state(&town, ctx.now).await.waiting.pending_notices, 1);
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
