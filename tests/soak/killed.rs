//! R1: a worker is killed again and again, wherever it stands.

use std::{collections::BTreeSet, time::Duration};

use rand::RngExt;
use redline_domain::MailState;
use redline_entity::mail;
use redline_worker::deliver::LEASE;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    books::{Books, all_told, message_id},
    program::{Program, finish},
    size::{seen, size},
    smtp::{MailServer, Script},
    town::Town,
};

/// How many mails are in flight at most, which is handed over and not yet written down: six for each of the four connections.
const UNWRITTEN: usize = 24;

/// How many of these letters are not written down as sent.
async fn unwritten(town: &Town, letters: &[(String, String)]) -> usize {
    let sent = mail::Entity::find().filter(mail::Column::State.eq(MailState::Sent)).all(town.township.db.read()).await.expect("mails");
    let sent: BTreeSet<&str> = sent.iter().map(|mail| mail.message_id.as_str()).collect();
    letters.iter().filter(|(_, message)| !sent.contains(message_id(message))).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_is_killed_at_any_point_loses_nothing_and_writes_nothing_twice() {
    let (kills, windows, longest) = size((10, 500, 450), (100, 5_000, 550));
    let town = Town::due(windows).await;
    let undisturbed = Books::undisturbed(&town).await;
    let server = MailServer::start(Script { thinks: Duration::from_millis(150), ..Script::default() }).await;
    let settings = [("worker.batch", "25")];
    let (mut now, mut at_work, mut most) = (town.morning(), 0, 0);
    let due = town.due_windows(now).await;
    for _ in 0..kills {
        town.clock_shows(now).await;
        let before = server.accepted().len();
        let worker = Program::worker(&town, &server, &settings);
        tokio::time::sleep(Duration::from_millis(rand::rng().random_range(50..longest))).await;
        worker.kill();
        let lost = unwritten(&town, &server.accepted()[before..]).await;
        assert!(lost <= UNWRITTEN, "{lost} mails were handed over and not written down");
        most = most.max(lost);
        at_work += usize::from(town.left(now).await != [0, 0, 0]);
        // What it held is free for the next one.
        now += LEASE + chrono::Duration::seconds(5);
    }
    finish(&town, &server, now, &settings).await;
    Books::of(&town).await.assert_same(&undisturbed);
    let twice = all_told(&town, &server).await;
    assert!(twice <= kills * UNWRITTEN, "{twice} mails came twice");
    assert!(at_work * 2 >= kills, "only {at_work} of {kills} kills met a worker that had something to do");
    assert!(town.is_whole().await, "the ledger is broken");
    let (notices, mails) = (undisturbed.notices.len(), server.accepted().len() - twice);
    seen(
        "R1",
        format!(
            "{kills} kills ({at_work} at work) over {due} windows: {notices} notices in {mails} mails, 0 lost, 0 rows twice, {twice} mails twice under their Message-ID, {most} at one kill at most"
        ),
    );
}
