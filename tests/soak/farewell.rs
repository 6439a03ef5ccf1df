//! R11: a worker is told to end while it sends.

use std::time::Duration;

use rand::RngExt;
use redline_domain::MailState;

use crate::{
    books::{Books, all_told},
    program::{FAREWELL, Program, finish, until},
    size::{seen, size},
    smtp::{Away, MailServer, Script},
    town::Town,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_is_told_to_end_while_it_sends_leaves_nothing_half_done() {
    let (rounds, windows) = size((3, 300), (20, 3_000));
    let town = Town::due(windows).await;
    let undisturbed = Books::undisturbed(&town).await;
    let server = MailServer::start(Script { thinks: Duration::from_millis(400), ..Script::default() }).await;
    let (mut now, mut longest) = (town.morning(), Duration::ZERO);
    for round in 0..rounds {
        town.clock_shows(now).await;
        let before = server.accepted().len();
        let worker = Program::worker(&town, &server, &[]);
        let some = before + rand::rng().random_range(1..6);
        until("it sends", Duration::from_secs(60), async || server.accepted().len() >= some).await;
        let (status, took) = worker.end().await;
        assert!(status.success() && took < FAREWELL, "{status} after {took:?}");
        assert_eq!(town.mails(&[MailState::Sending]).await, 0, "round {round}: a mail is left in the air");
        longest = longest.max(took);
        now += chrono::Duration::minutes(1);
    }
    assert!(town.left(now).await != [0, 0, 0], "it was never told to end while it had something to do");
    server.says(Script::default());
    finish(&town, &server, now, &[]).await;
    Books::of(&town).await.assert_same(&undisturbed);
    assert_eq!(all_told(&town, &server).await, 0, "mails came twice");
    seen("R11", format!("{rounds} times SIGTERM while sending: ended within {longest:.1?}, 0 lost, 0 doubled"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_says_nothing_does_not_keep_a_worker_from_ending() {
    let town = Town::with(2).await;
    let undisturbed = Books::undisturbed(&town).await;
    let server = MailServer::start(Script { away: Some(Away::Hangs), ..Script::default() }).await;
    town.clock_shows(town.morning()).await;
    let worker = Program::worker(&town, &server, &[]);
    until("it waits for the mail server", Duration::from_secs(30), async || server.connections() > 0).await;
    let (status, took) = worker.end().await;
    assert!(status.success() && took < FAREWELL, "{status} after {took:?}");
    assert_eq!(town.mails(&[MailState::Sending]).await, 0, "a mail is left in the air");
    server.says(Script::default());
    finish(&town, &server, town.morning() + chrono::Duration::minutes(5), &[]).await;
    Books::of(&town).await.assert_same(&undisturbed);
    assert_eq!(all_told(&town, &server).await, 0, "mails came twice");
    seen("R11", format!("SIGTERM while the mail server says nothing: ended within {took:.1?}, 0 lost, 0 doubled"));
}
