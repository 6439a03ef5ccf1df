//! R6: the mail server is away for ten minutes.

use std::collections::BTreeSet;

use chrono::Duration;
use redline_domain::MailState;
use redline_entity::mail;
use sea_orm::EntityTrait;

use crate::{
    books::{all_told, message_id},
    size::{seen, size},
    smtp::{Away, MailServer, Script},
    town::{Town, by},
};

/// How often a worker looks into the outbox.
const TICK: Duration = Duration::seconds(5);

async fn ten_minutes(away: Away) {
    // Each try of one that says nothing takes a second that passes.
    let (enterprises, connections) = size((if away == Away::Hangs { 1 } else { 4 }, 16), (100, 64));
    let town = Town::with(enterprises).await;
    let server = MailServer::start(Script { away: Some(away), ..Script::default() }).await;
    let engine = town.engine("outage", by(&server, connections, 1), 500);
    let mut now = town.morning();
    engine.cycle(now).await.expect("a cycle");
    let queued = town.mails(&[MailState::Queued]).await;
    assert!(queued > enterprises as u64);
    let mut tried = 0;
    while now < town.morning() + Duration::minutes(10) {
        tried += engine.drain(now).await.expect("delivered").later;
        now += TICK;
    }
    assert_eq!(town.mails(&[MailState::Queued]).await, queued, "lost, or given up");
    assert!(tried >= queued * 4, "{tried} tries for {queued} mails");
    assert_eq!(town.halt().await, None, "a server that is away is no reason to halt");
    server.says(Script::default());
    let back = now;
    while town.mails(&[MailState::Sent]).await < queued {
        assert!(now - back <= Duration::minutes(5), "{} of {queued} are sent", town.mails(&[MailState::Sent]).await);
        engine.drain(now).await.expect("delivered");
        now += TICK;
    }
    assert_eq!(all_told(&town, &server).await, 0, "mails came twice");
    // What it took without a word came again, under the same Message-ID.
    let rows = mail::Entity::find().all(town.township.db.read()).await.expect("mails");
    let known: BTreeSet<&str> = rows.iter().map(|mail| mail.message_id.as_str()).collect();
    let unanswered = server.unanswered();
    assert!(unanswered.iter().all(|(_, message)| known.contains(message_id(message))));
    assert_eq!(unanswered.is_empty(), away != Away::HangsUp);
    seen(
        "R6",
        format!("{away:?} for 10 minutes: {queued} mails, {tried} tries, 0 lost, 0 given up, all sent within {} s of its return", (now - back).num_seconds()),
    );
}

#[tokio::test]
async fn a_mail_server_that_refuses_connections_has_everything_within_five_minutes_of_its_return() {
    ten_minutes(Away::Refuses).await;
}

#[tokio::test]
async fn a_mail_server_that_says_nothing_has_everything_within_five_minutes_of_its_return() {
    ten_minutes(Away::Hangs).await;
}

#[tokio::test]
async fn a_mail_server_that_is_closing_has_everything_within_five_minutes_of_its_return() {
    ten_minutes(Away::Busy).await;
}

#[tokio::test]
async fn a_mail_server_that_hangs_up_on_messages_has_everything_within_five_minutes_of_its_return() {
    ten_minutes(Away::HangsUp).await;
}
