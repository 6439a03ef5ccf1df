//! R3: a worker dies and holds claims.

use std::time::{Duration, Instant};

use redline_domain::MailState;
use redline_entity::mail;
use redline_worker::deliver::LEASE;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    program::{Program, until},
    size::{seen, size},
    smtp::{Away, MailServer, Script},
    town::Town,
};

#[tokio::test(flavor = "multi_thread")]
async fn another_worker_finishes_the_claims_of_a_dead_one_within_a_minute_and_not_before_they_end() {
    let town = Town::with(2).await;
    let server = MailServer::start(Script { away: Some(Away::Hangs), ..Script::default() }).await;
    town.clock_shows(town.morning()).await;
    let since = Instant::now();
    let dying = Program::worker(&town, &server, &[]);
    until("the first worker holds claims", Duration::from_secs(30), async || town.mails(&[MailState::Sending]).await > 0).await;
    dying.kill();
    let died = Instant::now();
    let db = town.township.db.read();
    let held = mail::Entity::find().filter(mail::Column::State.eq(MailState::Sending)).all(db).await.expect("mails");
    server.says(Script::default());
    // In the short run the other worker's clock is ahead, and it waits the less.
    let ahead = size(Duration::from_secs(30), Duration::ZERO);
    town.clock_shows(town.morning() + chrono::Duration::from_std(since.elapsed() + ahead).expect("a duration")).await;
    let other = Program::worker(&town, &server, &[]);
    let ids: Vec<_> = held.iter().map(|mail| mail.id).collect();
    let finished = async || mail::Entity::find().filter(mail::Column::Id.is_in(ids.clone())).all(db).await.expect("mails");
    until("the claims are finished", Duration::from_secs(60) - ahead, async || finished().await.iter().all(|mail| mail.state == MailState::Sent)).await;
    let took = died.elapsed() + ahead;
    assert!(other.end().await.0.success());
    for (before, after) in held.iter().zip(finished().await) {
        assert!(after.sent_at >= before.claimed_until, "{after:?} was taken from who held it");
        assert_eq!(server.accepted().iter().filter(|(_, message)| message.contains(&before.message_id)).count(), 1);
    }
    seen("R3", format!("{} claims of {LEASE} were finished by another worker {took:.1?} after the death of the first", ids.len()));
}
