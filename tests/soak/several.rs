//! R2: workers beside each other on one database.

use std::time::Instant;

use crate::{
    books::{Books, all_told},
    program::{FAREWELL, Program, finish, settled},
    size::{seen, size},
    smtp::{MailServer, Script},
    town::Town,
};

#[tokio::test(flavor = "multi_thread")]
async fn one_two_or_four_workers_do_everything_once() {
    let mut undisturbed = None;
    for workers in [1, 2, 4] {
        let town = Town::due(size(1_000, 10_000)).await;
        if undisturbed.is_none() {
            undisturbed = Some(Books::undisturbed(&town).await);
        }
        let server = MailServer::start(Script::default()).await;
        let now = town.morning();
        let due = town.due_windows(now).await;
        town.clock_shows(now).await;
        let since = Instant::now();
        let running: Vec<Program> = (0..workers).map(|_| Program::worker(&town, &server, &[])).collect();
        let done = settled(&town, now).await;
        let took = since.elapsed();
        for worker in running {
            let (status, took) = worker.end().await;
            assert!(status.success() && took < FAREWELL, "{status} after {took:?}");
        }
        if !done {
            finish(&town, &server, now + chrono::Duration::minutes(10), &[]).await;
        }
        let books = Books::of(&town).await;
        books.assert_same(undisturbed.as_ref().expect("made before"));
        assert_eq!(all_told(&town, &server).await, 0, "mails came twice");
        assert!(town.is_whole().await, "the ledger is broken");
        let mails = server.accepted().len();
        seen(
            "R2",
            format!("{workers} workers, {due} windows in {took:.1?}: {} events, {} notices, {mails} mails, each once", books.events.len(), books.notices.len()),
        );
    }
}
