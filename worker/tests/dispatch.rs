//! A large claim on its way: few mails are ever handed over and not yet written down, and what was not begun goes back untried.

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use crate::common::{Township, day, engine_claiming};
use crate::smtp::{MailServer, Script};
use chrono::{DateTime, Utc};
use redline_domain::{Language, MailState};
use redline_entity::{ledger_event, mail, mail_body};
use redline_ledger::person::{NewPerson, create};
use redline_worker::{
    deliver::LEASE,
    engine::Engine,
    mail::{Smtp, Transport},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

/// How many mails wait.
const MAILS: usize = 50;

/// How many connections there are to the mail server.
const CONNECTIONS: usize = 4;

/// How many mails may be handed over and not yet written down.
const ROOM: usize = CONNECTIONS * 6;

/// A township with a full outbox, a mail server, and a deliverer between them.
struct Post {
    township: Township,
    server: MailServer,
    engine: Arc<Engine>,
    now: DateTime<Utc>,
}

impl Post {
    async fn new(script: Script) -> Self {
        Self::of(script, MAILS, 500).await
    }

    /// With so many mails, of which so many are claimed at once.
    async fn of(script: Script, mails: usize, batch: u64) -> Self {
        let (township, server) = (Township::new().await, MailServer::start(script).await);
        let now = township.site.zone.at(day("2023-06-01"), 9);
        let ctx = township.operator("2023-06-01");
        let filled = township.change(async |tx| {
            for number in 0..mails {
                let email = format!("p{number:02}@example.test");
                let new = NewPerson { name: format!("第{number}人"), phone: None, email: Some(email.clone()), language: Language::Zh, morning_hour: None };
                let person = create(tx, &ctx, new).await?.id;
                let id = township.site.ids.next(now);
                mail::Entity::insert(queued(id, person, email, now)).exec_without_returning(tx).await?;
                let body = mail_body::Model { mail_id: id, text: "催办".to_owned(), html: "<p>催办</p>".to_owned() };
                mail_body::Entity::insert(body.into_active_model()).exec_without_returning(tx).await?;
            }
            Ok(())
        });
        filled.await.expect("filled");
        let settings = redline_ledger::settings::Smtp { connections: CONNECTIONS as u32, ..server.settings(false) };
        let engine = Arc::new(engine_claiming(&township, Transport::Smtp(Smtp::new(&settings).expect("settings")), now, batch));
        Self { township, server, engine, now }
    }

    /// The mails, in the order in which they were put there.
    async fn mails(&self) -> Vec<mail::Model> {
        mail::Entity::find().order_by_asc(mail::Column::Address).all(self.township.db.read()).await.expect("mails")
    }

    /// The addresses of the mails in a state.
    async fn addressed(&self, state: MailState) -> BTreeSet<String> {
        self.mails().await.into_iter().filter(|mail| mail.state == state).map(|mail| mail.address).collect()
    }

    /// To whom the server accepted something.
    fn accepted(&self) -> BTreeSet<String> {
        let accepted = self.server.accepted();
        let people: BTreeSet<String> = accepted.iter().map(|(to, _)| to.clone()).collect();
        assert_eq!(people.len(), accepted.len(), "a mail came twice");
        people
    }

    /// Waits until the server accepted so many.
    async fn until_accepted(&self, count: usize) {
        let since = Instant::now();
        while self.server.accepted().len() < count {
            assert!(since.elapsed() < Duration::from_secs(20), "{} of {count} came", self.server.accepted().len());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Whoever was not begun waits as before.
    async fn assert_untried(&self, addresses: &BTreeSet<String>) {
        for mail in self.mails().await.iter().filter(|mail| addresses.contains(&mail.address)) {
            let waits = (mail.state, mail.attempts, mail.claim, mail.claimed_until, mail.next_attempt_at, mail.answer.as_deref());
            assert_eq!(waits, (MailState::Queued, 0, None, None, self.now, None), "{mail:?}");
        }
    }

    async fn run(&self, sql: &str) {
        self.township.change(async |tx| Ok(tx.execute_unprepared(sql).await.map(drop)?)).await.expect("done");
    }
}

fn queued(id: Uuid, person: Uuid, address: String, now: DateTime<Utc>) -> mail::ActiveModel {
    mail::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        address: Set(address),
        template: Set("DIGEST".to_owned()),
        language: Set(Language::Zh),
        subject: Set("催办".to_owned()),
        message_id: Set(format!("<{id}@redline.test>")),
        created_at: Set(now),
        ..mail::new(now)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_mails_are_handed_over_and_not_written_down_than_there_is_room_for() {
    let post = Post::new(Script { holds: true, ..Script::default() }).await;
    let (engine, now) = (Arc::clone(&post.engine), post.now);
    let delivery = tokio::spawn(async move { engine.deliver(now, 500).await });
    while post.addressed(MailState::Sending).await.len() < MAILS || post.server.connections() < CONNECTIONS {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // From now on nothing can be written down: on SQLite there is one writer, and on PostgreSQL the table is taken.
    let busy = post.township.db.begin().await.expect("a transaction");
    if post.township.db.backend() == DbBackend::Postgres {
        busy.execute_unprepared("LOCK TABLE ledger_event IN EXCLUSIVE MODE").await.expect("locked");
    }
    post.server.says(Script::default());
    post.until_accepted(ROOM).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(post.accepted().len(), ROOM, "handed over, and nothing written down");
    assert_eq!(post.addressed(MailState::Sent).await.len(), 0);
    busy.rollback().await.expect("ended");
    let report = delivery.await.expect("ended").expect("delivered");
    assert_eq!((report.claimed, report.sent, report.stale), (MAILS as u64, MAILS as u64, 0), "{report:?}");
    assert_eq!(post.accepted().len(), MAILS);
    let told = ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("MAIL_SENT")).count(post.township.db.read()).await.expect("counted");
    assert_eq!(told, MAILS as u64);
}

#[tokio::test(flavor = "multi_thread")]
async fn once_something_cannot_be_written_down_nothing_more_is_begun() {
    let post = Post::new(Script::default()).await;
    let (never, again) = if post.township.db.backend() == DbBackend::Postgres {
        ("ALTER TABLE mail ADD CONSTRAINT never CHECK (state <> 'SENT')", "ALTER TABLE mail DROP CONSTRAINT never")
    } else {
        ("CREATE TRIGGER never BEFORE UPDATE ON mail WHEN NEW.state = 'SENT' BEGIN SELECT RAISE(ABORT, 'never'); END", "DROP TRIGGER never")
    };
    post.run(never).await;
    post.engine.deliver(post.now, 500).await.expect_err("it cannot be written down");
    let accepted = post.accepted();
    assert!(!accepted.is_empty() && accepted.len() <= ROOM, "{accepted:?}");
    assert_eq!(post.addressed(MailState::Sending).await, accepted, "theirs until the lease ends");
    post.assert_untried(&post.addressed(MailState::Queued).await).await;
    post.run(again).await;
    let first = post.server.accepted();
    let report = post.engine.deliver(post.now + LEASE + chrono::Duration::seconds(1), 500).await.expect("delivered");
    assert_eq!(report.sent, MAILS as u64);
    let all = post.server.accepted();
    assert_eq!(all.len(), MAILS + first.len(), "those and no others come twice");
    assert!(first.iter().all(|letter| all.iter().filter(|other| *other == letter).count() == 2), "as they came first");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_halts_us_in_the_middle_of_a_claim_is_asked_nothing_more() {
    let recipients = vec![("p20@".to_owned(), "535 5.7.8 authentication failed")];
    let post = Post::new(Script { recipients, ..Script::default() }).await;
    let report = post.engine.deliver(post.now, 500).await.expect("delivered");
    let accepted = post.accepted();
    assert_eq!((report.claimed, report.later, report.halted.as_deref()), (MAILS as u64, 1, Some("535 5.7.8 authentication failed")));
    assert!(accepted.len() as u64 == report.sent && (20..=20 + ROOM).contains(&accepted.len()), "{} came", accepted.len());
    assert_eq!(post.addressed(MailState::Sent).await, accepted);
    let mut untried = post.addressed(MailState::Queued).await;
    assert!(untried.remove("p20@example.test") && untried.len() == MAILS - 1 - accepted.len(), "{untried:?}");
    post.assert_untried(&untried).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_told_to_end_in_the_middle_of_a_claim_ends_what_was_begun_and_gives_back_the_rest() {
    let post = Post::new(Script { holds: true, ..Script::default() }).await;
    let (engine, now) = (Arc::clone(&post.engine), post.now);
    let delivery = tokio::spawn(async move { engine.deliver(now, 500).await });
    while post.server.connections() < CONNECTIONS {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    post.engine.end();
    post.server.says(Script::default());
    let report = delivery.await.expect("ended").expect("delivered");
    assert_eq!((report.claimed, report.sent), (MAILS as u64, CONNECTIONS as u64), "{report:?}");
    assert_eq!(post.addressed(MailState::Sent).await, post.accepted());
    let untried = post.addressed(MailState::Queued).await;
    assert_eq!(untried.len(), MAILS - CONNECTIONS);
    post.assert_untried(&untried).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_mails_are_claimed_while_the_last_ones_leave_and_each_leaves_once() {
    let post = Post::of(Script { thinks: Duration::from_millis(10), ..Script::default() }, 300, 150).await;
    let (engine, now) = (Arc::clone(&post.engine), post.now);
    let delivery = tokio::spawn(async move { engine.deliver_all(|| now).await });
    let mut most = 0;
    while !delivery.is_finished() {
        most = most.max(post.addressed(MailState::Sending).await.len());
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let report = delivery.await.expect("ended").expect("delivered");
    assert_eq!((report.claimed, report.sent, report.stale), (300, 300, 0), "{report:?}");
    assert!(most > 150, "{most} were claimed at most");
    assert_eq!(post.accepted().len(), 300);
    assert!(post.server.connections() <= CONNECTIONS);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_claimed_ahead_is_given_back_where_the_server_halts_us() {
    let recipients = vec![("p140@".to_owned(), "535 5.7.8 authentication failed")];
    let post = Post::of(Script { recipients, thinks: Duration::from_millis(20), ..Script::default() }, 300, 150).await;
    let now = post.now;
    let report = post.engine.deliver_all(|| now).await.expect("delivered");
    assert_eq!((report.claimed, report.later, report.halted.as_deref()), (300, 1, Some("535 5.7.8 authentication failed")));
    let accepted = post.accepted();
    assert!(accepted.len() as u64 == report.sent && accepted.len() <= 140 + ROOM, "{} came", accepted.len());
    let mut untried = post.addressed(MailState::Queued).await;
    assert!(untried.remove("p140@example.test") && untried.len() == 299 - accepted.len(), "{untried:?}");
    post.assert_untried(&untried).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_claimed_ahead_is_given_back_by_who_is_told_to_end() {
    let post = Post::of(Script { thinks: Duration::from_millis(20), ..Script::default() }, 300, 150).await;
    let (engine, now) = (Arc::clone(&post.engine), post.now);
    let delivery = tokio::spawn(async move { engine.deliver_all(|| now).await });
    while post.addressed(MailState::Sending).await.len() <= 150 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    post.engine.end();
    let report = delivery.await.expect("ended").expect("delivered");
    assert!(report.claimed == 300 && report.sent < 150, "{report:?}");
    assert_eq!(post.addressed(MailState::Sent).await, post.accepted());
    post.assert_untried(&post.addressed(MailState::Queued).await).await;
    assert_eq!(post.addressed(MailState::Sending).await.len(), 0);
}
