//! Clocks that jump, and zones in which hours are left out or come twice: nothing is doubled, nothing is skipped, and the worker lives.

use std::collections::BTreeMap;

use crate::common::{Story, day};
use chrono::{DateTime, Duration, Utc};
use redline_domain::{
    Clock, Language, Zone,
    clock::{ManualClock, ShiftedClock, SystemClock},
};
use redline_entity::{ledger_event, notice, window, worker_beat};
use redline_ledger::{
    Db,
    system::{Level, clock_ahead, readiness, verdict},
};
use redline_test_database::{OwnPostgres, TestDatabase};
use sea_orm::EntityTrait;
use uuid::Uuid;

/// Holds whatever the clock did: what was noted of a window was noted once, and what is due by then was.
async fn once_each(story: &Story, now: DateTime<Utc>) {
    let db = story.township.db.read();
    let mut noted: BTreeMap<(Uuid, String), usize> = BTreeMap::new();
    for event in ledger_event::Entity::find().all(db).await.expect("events") {
        if ["WINDOW_OPENED", "WINDOW_OVERDUE"].contains(&event.action.as_str()) {
            *noted.entry((event.subject_id, event.action)).or_default() += 1;
        }
    }
    assert!(!noted.is_empty() && noted.values().all(|times| *times == 1), "{noted:?}");
    let today = story.township.site.zone.date(now);
    for row in window::Entity::find().all(db).await.expect("windows") {
        let ended = row.ended_on.is_some_and(|on| on <= today);
        assert!(row.opened_noted || row.starts_on > today || ended, "not opened: {row:?}");
        assert!(row.overdue_noted || row.due_on >= today || row.fulfilled_on.is_some() || ended, "not overdue: {row:?}");
        for (action, is_noted) in [("WINDOW_OPENED", row.opened_noted), ("WINDOW_OVERDUE", row.overdue_noted)] {
            assert_eq!(noted.contains_key(&(row.id, action.to_owned())), is_noted, "{action} {row:?}");
        }
    }
    let mut told: BTreeMap<_, usize> = BTreeMap::new();
    for row in notice::Entity::find().all(db).await.expect("notices") {
        *told.entry((row.subject_id, row.step, row.person_id)).or_default() += 1;
    }
    assert!(told.values().all(|times| *times == 1));
    let mut sent: Vec<String> = story.mails().await.into_iter().map(|mail| mail.message_id).collect();
    let mails = sent.len();
    sent.sort();
    sent.dedup();
    assert_eq!((sent.len(), story.memory.sent().len()), (mails, mails), "each mail left once");
}

#[tokio::test]
async fn a_clock_that_jumps_ahead_or_back_doubles_and_skips_nothing() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-06-10").await;
    let now = story.at("2023-06-10", 12);
    for (jump, believed) in
        [(Duration::hours(-1), true), (Duration::days(-30), false), (Duration::zero(), true), (Duration::hours(1), true), (Duration::days(365), true)]
    {
        let at = now + jump;
        let before = story.rows().await;
        let report = story.engine.cycle(at).await.expect("the worker lives");
        assert_eq!(report.alarms.is_empty(), believed, "{jump}: {report:?}");
        if believed {
            story.engine.drain(at).await.expect("delivered");
            once_each(&story, at.max(now)).await;
        } else {
            assert_eq!(story.rows().await, before, "nothing is done");
        }
        let again = story.rows().await;
        assert_eq!(story.engine.cycle(at).await.expect("the worker lives").alarms.is_empty(), believed);
        assert_eq!(story.rows().await, again, "twice the same cycle changes nothing");
    }
    // The clock is set right again, a year back: refused until an operator says that it is right now.
    let rows = story.rows().await;
    assert_eq!(story.engine.cycle(now).await.expect("the worker lives").alarms.len(), 1);
    story.engine.accept_clock(now).await.expect("accepted");
    story.days("2023-06-11", "2023-06-20").await;
    once_each(&story, now + Duration::days(365)).await;
    assert_eq!(story.rows().await[3], rows[3], "what the wrong clock did is done");
}

#[tokio::test]
async fn a_worker_whose_cycles_are_refused_is_red_after_two_intervals() {
    let story = Story::new().await;
    let now = story.at("2023-06-10", 12);
    story.engine.cycle(now).await.expect("a cycle");
    let level = async |at: DateTime<Utc>| verdict(&readiness(&story.township.db, &ManualClock::at(at)).await);
    assert_eq!(level(now + Duration::seconds(60)).await, Level::Well);
    assert_eq!(level(now + Duration::milliseconds(60_001)).await, Level::Critical);
    // The clock is back, so the beat of the other time is of no use, and its own words say why.
    story.engine.accept_clock(now + Duration::hours(2)).await.expect("accepted");
    let refused = story.engine.cycle(now + Duration::seconds(90)).await.expect("an answer");
    assert_eq!(refused.alarms.len(), 1);
    let findings = readiness(&story.township.db, &ManualClock::at(now + Duration::seconds(90))).await;
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["NO_WORKER", "CLOCK_SKEW", "ALARMS"]);
    assert!(findings[2].detail.as_ref().is_some_and(|detail| detail.contains("more than an hour before the last cycle")));
}

/// A clock by which everything takes ten seconds.
struct Slow(ManualClock);

impl Clock for Slow {
    fn now(&self) -> DateTime<Utc> {
        self.0.advance(Duration::seconds(10));
        self.0.now()
    }
}

#[tokio::test]
async fn a_cycle_that_takes_long_is_counted_from_its_end() {
    let story = Story::new().await;
    let start = story.at("2023-06-10", 12);
    let clock = Slow(ManualClock::at(start - Duration::seconds(10)));
    let report = story.engine.cycle_by(&clock).await.expect("a cycle");
    let took = clock.0.now() - start;
    assert!(report.started_at == start && took >= Duration::seconds(10), "{took}");
    let beat = worker_beat::Entity::find().one(story.township.db.read()).await.expect("asked").expect("a beat");
    assert_eq!((beat.cycle_started_at, beat.cycle_ended_at), (Some(start), Some(start + took)));
    // What is due is what was due when it started, for whoever compares the clocks afterwards.
    assert_eq!(redline_ledger::site::last_cycle(story.township.db.read()).await.expect("asked"), Some(start));
    let level = async |at: DateTime<Utc>| verdict(&readiness(&story.township.db, &ManualClock::at(at)).await);
    assert_eq!(level(start + took + Duration::seconds(60)).await, Level::Well);
    assert_eq!(level(start + took + Duration::milliseconds(60_001)).await, Level::Critical);
}

/// What was noted and told, by the calendar of the site: what, of which rule and due on which day; when it was true, and when noted.
async fn by_the_calendar(story: &Story) -> Vec<(String, String, String, String)> {
    let (db, zone) = (story.township.db.read(), story.township.site.zone);
    let of = |row: &window::Model| format!("{} {} {}", row.rule_code, row.starts_on, row.due_on);
    let windows: BTreeMap<Uuid, String> = window::Entity::find().all(db).await.expect("windows").iter().map(|row| (row.id, of(row))).collect();
    let events = ledger_event::Entity::find().all(db).await.expect("events").into_iter().filter(|event| event.action.starts_with("WINDOW_"));
    let mut all: Vec<_> = events
        .map(|event| {
            let about = windows.get(&event.subject_id).cloned().unwrap_or_default();
            (event.action, about, zone.date(event.true_at).to_string(), zone.date(event.recorded_at).to_string())
        })
        .collect();
    for row in notice::Entity::find().all(db).await.expect("notices") {
        let about = windows.get(&row.subject_id).cloned().unwrap_or_default();
        all.push((row.step, about, zone.date(row.true_at).to_string(), zone.date(row.send_after).to_string()));
    }
    all.sort();
    all
}

/// Lives through the weeks around a change of the clocks, hour by hour on the days about it.
async fn around(zone: Zone, change: &str) -> Story {
    let story = Story::in_zone(zone).await;
    let change = day(change);
    let days: Vec<_> = day("2023-05-22").iter_days().take_while(|date| *date <= change + Duration::days(7)).collect();
    for date in days {
        if (date - change).num_days().abs() > 1 {
            story.cycle(&date.to_string(), 0).await;
            story.cycle(&date.to_string(), 8).await;
            continue;
        }
        let mut now = zone.start_of(date);
        while now < zone.start_of(date.succ_opt().expect("a day")) {
            assert_eq!(story.engine.cycle(now).await.expect("the worker lives").alarms, [""; 0], "{now}");
            story.engine.drain(now).await.expect("delivered");
            now += Duration::hours(1);
        }
    }
    once_each(&story, zone.at(change + Duration::days(7), 8)).await;
    story
}

#[tokio::test]
async fn where_hours_are_left_out_or_come_twice_the_same_happens_on_the_same_days() {
    // In Santiago the hour after midnight was left out, in Havana it came twice; in Berlin and New York it is a later one.
    for (zone, change) in [
        (chrono_tz::America::Santiago, "2023-09-03"),
        (chrono_tz::America::Havana, "2023-11-05"),
        (chrono_tz::Europe::Berlin, "2023-10-29"),
        (chrono_tz::America::New_York, "2023-11-05"),
    ] {
        let (there, here) = (around(Zone(zone), change).await, around(Zone::default(), change).await);
        let (there, here) = (by_the_calendar(&there).await, by_the_calendar(&here).await);
        assert!(there.len() > 100);
        assert_eq!(there, here, "{zone}");
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn a_machine_whose_clock_is_not_that_of_the_database_is_told_of_and_a_shifted_or_simulated_clock_is_none() {
    let postgres = OwnPostgres::start();
    let db = Db::connect(&postgres.url()).await.expect("open");
    /// A machine's clock that is wrong.
    struct Wrong(Duration);
    impl Clock for Wrong {
        fn now(&self) -> DateTime<Utc> {
            SystemClock.now() + self.0
        }
        fn shift(&self) -> Option<Duration> {
            Some(Duration::zero())
        }
    }
    let seconds = async |clock: &dyn Clock| clock_ahead(&db, clock).await.expect("asked").map(|ahead| (ahead.num_milliseconds() as f64 / 1000.0).round());
    assert_eq!(seconds(&SystemClock).await, Some(0.0));
    assert_eq!(seconds(&Wrong(Duration::seconds(90))).await, Some(90.0));
    assert_eq!(seconds(&Wrong(Duration::seconds(-90))).await, Some(-90.0));
    assert_eq!(seconds(&ShiftedClock::by(Duration::days(-1000))).await, Some(0.0));
    assert_eq!(seconds(&ManualClock::at(SystemClock.now())).await, None);
    // A server on such a machine is told so, and is not ready where it is far off.
    for (off, expected) in [(0, None), (20, Some(Level::Warning)), (-20, Some(Level::Warning)), (90, Some(Level::Critical))] {
        let own = TestDatabase::of(&postgres).await;
        let findings = readiness(&own.db, &Wrong(Duration::seconds(off))).await;
        let skew = findings.iter().find(|finding| finding.code == "CLOCK_SKEW");
        assert_eq!(skew.map(|finding| finding.level), expected, "{off}");
        assert!(skew.is_none_or(|finding| finding.sentence(Language::En).starts_with("The clock of this machine is ")), "{skew:?}");
        own.db.clone().close().await.expect("closed");
    }
    // The engine notes it, raises an alarm, and is not told twice before some cycles have passed.
    let story = Story::new().await;
    let now = story.at("2023-06-10", 12);
    story.engine.compare_clocks(&Wrong(Duration::seconds(90))).await;
    let report = story.engine.cycle(now).await.expect("a cycle");
    assert!(report.clock_ahead_ms.is_some_and(|ahead| (80_000..100_000).contains(&ahead)), "{report:?}");
    assert!(report.alarms.iter().any(|alarm| alarm.contains("s ahead of the database's")), "{report:?}");
    let codes: Vec<_> = readiness(&story.township.db, &ManualClock::at(now)).await.into_iter().map(|finding| (finding.code, finding.level)).collect();
    assert!(codes.contains(&("CLOCK_SKEW", Level::Critical)), "{codes:?}");
}
