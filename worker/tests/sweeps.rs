//! What the engine does with rows that are rotten, clocks that go back, and names that are meant badly.

use std::sync::Arc;

use crate::common::{Story, Township, day};
use chrono::Duration;
use redline_domain::{FoundBy, HazardGrade, HazardState, Language, MailState, Word};
use redline_entity::{mail, mail_body, window, worker_beat};
use redline_ledger::{
    hazard,
    site::{self, LAST_CYCLE},
};
use redline_worker::{
    mail::{Folder, Memory, Message, Sender, Transport},
    shell::{ShellSettings, run},
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Set};

#[tokio::test]
async fn a_rotten_row_never_stops_the_sweep_and_is_set_aside_the_third_time() {
    let story = Story::new().await;
    let rotten = story.township.window(story.township.plant.id, "E01", "2023-06-15").await;
    let id = rotten.id;
    let changed = story.township.change(async |tx| {
        let mut row = rotten.into_active_model();
        row.rule_code = Set("E99".to_owned());
        row.update(tx).await?;
        Ok(())
    });
    changed.await.expect("changed");
    let start = story.at("2023-06-01", 0);
    let first = story.engine.cycle(start).await.expect("a cycle");
    assert_eq!((first.windows.pushed, first.windows.set_aside), (1, 0));
    assert!(first.windows.done > 20, "the others are dealt with: {first:?}");
    assert!(story.township.window(story.township.plant.id, "E05", "2023-06-15").await.opened_noted);
    assert_eq!(story.engine.cycle(start + Duration::minutes(59)).await.expect("a cycle").windows.pushed, 0, "it waits an hour");
    assert_eq!(story.engine.cycle(start + Duration::minutes(60)).await.expect("a cycle").windows.pushed, 1);
    let third = story.engine.cycle(start + Duration::minutes(120)).await.expect("a cycle");
    assert_eq!((third.windows.pushed, third.windows.set_aside), (0, 1));
    let row = story.window(id).await;
    assert_eq!((row.check_after, row.failures), (None, 3));
    assert_eq!(story.events(id).await, [("WINDOW_SET_ASIDE".to_owned(), day("2023-06-01"))]);
    assert!(story.engine.cycle(start + Duration::minutes(180)).await.expect("a cycle").is_quiet());
}

#[tokio::test]
async fn a_hazard_whose_deadline_nears_and_passes_is_told_and_what_is_newly_overdue_goes_alone() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-05-25").await;
    let plant = story.township.plant;
    let ctx = story.township.operator("2023-05-25");
    let new = hazard::NewHazard {
        organization: plant.id,
        description: "2号储罐区可燃气体报警器失效".to_owned(),
        location: Some("2号储罐区".to_owned()),
        sector: None,
        found_by: FoundBy::AccidentReview,
        found_on: day("2023-05-25"),
        finding: None,
    };
    let reported = story.township.change(async |tx| hazard::report_unchecked(tx, &ctx, new).await).await.expect("reported");
    // A major one with a deadline, as the safety office would make it.
    let id = reported.id;
    let watched = story.township.change(async |tx| {
        let mut row = reported.into_active_model();
        row.state = Set(HazardState::Rectifying);
        row.grade = Set(Some(HazardGrade::Major));
        row.deadline_on = Set(Some(day("2023-06-07")));
        row.check_after = Set(Some(ctx.now));
        row.update(tx).await?;
        Ok(())
    });
    watched.await.expect("watched");
    story.days("2023-05-26", "2023-06-08").await;
    let about: Vec<_> = story.told(&redline_domain::ids::encode(redline_domain::ids::Noun::Hazard, id)).await.into_iter().map(|(date, _)| date).collect();
    assert_eq!(about, ["2023-05-26", "2023-05-26", "2023-05-31", "2023-06-02", "2023-06-06", "2023-06-08", "2023-06-08"]);
    let alone = story.mails().await.into_iter().filter(|mail| mail.template == "HAZARD_OVERDUE").count();
    assert_eq!(alone, 2, "to the responsible person and to the head");
}

#[tokio::test]
async fn a_rotten_hazard_is_set_aside_the_third_time() {
    let story = Story::new().await;
    let ctx = story.township.operator("2023-05-25");
    let new = hazard::NewHazard {
        organization: story.township.plant.id,
        description: "储罐液位计失灵".to_owned(),
        location: None,
        sector: None,
        found_by: FoundBy::AccidentReview,
        found_on: day("2023-05-25"),
        finding: None,
    };
    let id = story.township.change(async |tx| hazard::report_unchecked(tx, &ctx, new).await).await.expect("reported").id;
    let tx = story.township.db.begin().await.expect("a transaction");
    // A state that no program of this version knows.
    tx.execute_unprepared("UPDATE hazard SET state = 'MELTED', check_after = '2023-05-25T00:00:00+00:00'").await.expect("spoilt");
    tx.commit().await.expect("committed");
    let start = story.at("2023-05-26", 0);
    for (hours, expected) in [(0, (1, 0)), (1, (1, 0)), (2, (0, 1)), (3, (0, 0))] {
        let report = story.engine.cycle(start + Duration::hours(hours)).await.expect("a cycle").hazards;
        assert_eq!((report.pushed, report.set_aside), expected, "after {hours} hours");
    }
    assert_eq!(story.events(id).await.last(), Some(&("HAZARD_SET_ASIDE".to_owned(), day("2023-05-26"))));
}

#[tokio::test]
async fn a_clock_that_went_back_by_more_than_an_hour_is_not_believed() {
    let story = Story::new().await;
    let now = story.at("2023-06-21", 8);
    story.engine.cycle(now).await.expect("a cycle");
    let rows = story.rows().await;
    assert_eq!(story.engine.cycle(now - Duration::minutes(60)).await.expect("a cycle").alarms, [""; 0]);
    let refused = story.engine.cycle(now - Duration::minutes(60) - Duration::milliseconds(1)).await.expect("an answer");
    assert_eq!(refused.alarms.len(), 1, "{refused:?}");
    assert_eq!(story.rows().await, rows);
    let beat = worker_beat::Entity::find().one(story.township.db.read()).await.expect("asked").expect("a beat");
    assert!(beat.summary["alarms"][0].as_str().is_some_and(|alarm| alarm.contains("more than an hour before the last cycle")), "{beat:?}");
    assert_eq!(beat.cycle_ended_at, Some(now - Duration::minutes(60)), "the refused one did not end well");
    story.engine.accept_clock(now - Duration::days(2)).await.expect("accepted");
    assert_eq!(story.engine.cycle(now - Duration::days(2)).await.expect("a cycle").alarms, [""; 0]);
}

#[tokio::test]
async fn the_last_cycle_is_kept_where_a_later_one_can_find_it() {
    let story = Story::new().await;
    let now = story.at("2023-06-21", 8);
    story.engine.cycle(now).await.expect("a cycle");
    assert_eq!(site::fact(story.township.db.read(), LAST_CYCLE).await.expect("asked"), Some(now.to_rfc3339()));
}

#[tokio::test]
async fn two_workers_in_turn_tell_everybody_once() {
    let story = Story::new().await;
    let other = crate::common::engine(&story.township, Transport::Memory(story.memory.clone()), story.at("2023-05-22", 8));
    let alone = Story::new().await;
    for date in day("2023-05-22").iter_days().take_while(|date| *date <= day("2023-07-05")) {
        // What fell due in the night is all noticed before the first digest is made, whichever worker noticed what.
        for hour in [0, 8] {
            let now = story.at(&date.to_string(), hour);
            let (first, second) = tokio::join!(story.engine.cycle(now), other.cycle(now));
            assert_eq!((first.expect("a cycle").alarms, second.expect("a cycle").alarms), (Vec::new(), Vec::new()));
            let (first, second) = tokio::join!(story.engine.drain(now), other.drain(now));
            first.expect("delivered");
            second.expect("delivered");
            alone.cycle(&date.to_string(), hour).await;
        }
    }
    let sorted = |story: &Story| {
        let mut sent: Vec<_> = story.memory.sent().into_iter().map(|mail| (mail.at, mail.to, mail.subject)).collect();
        sent.sort();
        sent
    };
    assert_eq!(sorted(&story), sorted(&alone));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_and_the_engine_never_wait_for_each_other_in_a_circle() {
    let story = Story::new().await;
    let engine = Arc::clone(&story.engine);
    let start = story.at("2023-06-01", 0);
    let works = tokio::spawn(async move {
        let mut alarms = Vec::new();
        for days in 0..60 {
            alarms.extend(engine.cycle(start + Duration::days(days)).await.expect("a cycle").alarms);
        }
        alarms
    });
    for date in 1..=30 {
        story.head_led(&story.township.plant, &format!("2023-06-{date:02}")).await;
    }
    assert_eq!(works.await.expect("it ended"), [""; 0]);
}

#[tokio::test]
async fn a_replay_with_the_same_seed_is_the_same_to_the_byte() {
    let mut replays = Vec::new();
    for _ in 0..2 {
        let story = Story::new().await;
        story.days("2023-05-22", "2023-07-05").await;
        replays.push(story.memory.sent());
    }
    assert!(replays[0].len() > 50);
    assert!(replays[0] == replays[1], "they differ");
}

#[tokio::test]
async fn a_mail_in_the_folder_is_whole_and_written_again_under_the_same_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let story = Story::with(Township::new().await, Transport::Folder(Folder::new(folder.path()).expect("writable")), Memory::new());
    story.cycle("2023-06-21", 8).await;
    let names = || {
        let mut names: Vec<String> =
            std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let written = names();
    let mails = story.mails().await;
    assert_eq!(written.len(), mails.len());
    assert!(written.iter().all(|name| name.starts_with("20230621T000000Z-mail_") && name.ends_with(".eml")), "{written:?}");
    let again = mails[0].clone();
    let changed = story.township.change(async |tx| {
        let mut row = again.into_active_model();
        row.state = Set(MailState::Queued);
        row.update(tx).await?;
        Ok(())
    });
    changed.await.expect("queued again");
    story.engine.drain(story.at("2023-06-21", 9)).await.expect("delivered");
    assert_eq!(names(), written);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_to_is_named() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let refused = Folder::new(file.path()).expect_err("a file is no folder");
    assert!(refused.to_string().contains("cannot be written to; set mail.folder"), "{refused}");
}

#[test]
fn a_line_break_in_a_name_or_subject_adds_no_header() {
    let from = Sender::parse("红线\r\nBcc: evil@example.cn <redline@example.cn>").expect("a sender");
    let now = "2023-06-21T00:00:00Z".parse().expect("a moment");
    let row = mail::Model {
        id: uuid::Uuid::from_u128(1),
        person_id: uuid::Uuid::from_u128(2),
        address: "zhao@example.cn".to_owned(),
        template: "DUE_SOON".to_owned(),
        language: Language::Zh,
        subject: "提醒\r\nBcc: evil@example.cn\r\n\r\n<p>".to_owned(),
        message_id: "<mail_1@example.cn>".to_owned(),
        state: MailState::Queued,
        attempts: 0,
        next_attempt_at: now,
        claimed_until: None,
        claim: None,
        answer: None,
        sent_at: None,
        created_at: now,
    };
    let body = mail_body::Model { mail_id: row.id, text: ".\r\nQUIT\r\n".to_owned(), html: "<p>红线</p>".to_owned() };
    for name in ["赵敏\r\nBcc: evil@example.cn", "Zhao\nBcc: evil@example.cn\n\nHello", "a\u{2028}b\u{0}c", "\"; Bcc: <evil@example.cn>", ""] {
        let message = Message::build(&row, &body, name, &from).expect("a message");
        let raw = String::from_utf8(message.raw.clone()).expect("text");
        let head = raw.split("\r\n\r\n").next().expect("headers");
        // A folded line begins with a blank.
        let names: Vec<&str> =
            head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])).map(|line| line.split(':').next().unwrap_or_default()).collect();
        let known = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"];
        assert!(names.iter().all(|name| known.contains(name)) && names.len() == known.len(), "{names:?}");
        assert_eq!(message.envelope.to().iter().map(ToString::to_string).collect::<Vec<_>>(), ["zhao@example.cn"]);
        assert!(Message::build(&row, &body, name, &from).expect("a message").raw == message.raw, "the same to the byte");
    }
}

#[test]
fn an_address_that_is_none_makes_no_message() {
    for text in ["nobody", "", "a@b@c", "redline@example.cn\r\nBcc: x@example.cn"] {
        assert!(Sender::parse(text).is_err(), "{text}");
    }
}

#[tokio::test]
async fn the_shell_ticks_delivers_and_ends_in_order() {
    let story = Story::new().await;
    story.clock.set(story.at("2023-06-21", 9));
    let (told, memory) = (Arc::clone(&story.engine), story.memory.clone());
    let soon = ShellSettings { cycle_every: std::time::Duration::from_millis(20), deliver_every: std::time::Duration::from_millis(20) };
    let until_mail = async move {
        while memory.sent().is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    let clock: redline_domain::SharedClock = story.clock.clone();
    run(told, clock, soon, until_mail).await.expect("ended in order");
    let beat = worker_beat::Entity::find().one(story.township.db.read()).await.expect("asked").expect("a beat");
    assert_eq!((beat.stopped_at, beat.cycle_ended_at), (Some(story.at("2023-06-21", 9)), Some(story.at("2023-06-21", 9))));
    let sending = window::Entity::find().all(story.township.db.read()).await.expect("windows").len();
    assert!(sending > 0 && MailState::ALL.len() == 5);
}
