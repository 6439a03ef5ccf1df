//! What becomes of a mail when the mail server accepts it, is busy, knows nobody of that name, or does not let us in.

use std::sync::Arc;

use crate::common::{Story, Township, day, engine};
use crate::smtp::{MailServer, Script};
use chrono::Duration;
use redline_domain::{AddressState, MailState, NoticeState};
use redline_entity::{ledger_event, mail, notice, person};
use redline_ledger::mail_halt;
use redline_worker::{
    deliver::LEASE,
    mail::{Memory, Smtp, Transport},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

/// 赵敏 of the plant, as the tests' township makes addresses.
const OFFICER: &str = "p8d75654f@example.test";

/// The morning of 2023-06-21, on which the plant's officer is reminded; nothing is delivered yet.
async fn morning(server: &MailServer, password: bool) -> Story {
    let transport = Transport::Smtp(Smtp::new(&server.settings(password)).expect("settings"));
    let story = Story::with(Township::new().await, transport, Memory::new());
    // What came before goes nowhere: this is about one morning.
    for date in day("2023-05-22").iter_days().take_while(|date| *date <= day("2023-06-21")) {
        story.engine.cycle(story.at(&date.to_string(), 8)).await.expect("a cycle");
        if date < day("2023-06-21") {
            let forgotten = story.township.change(async |tx| {
                mail::Entity::update_many()
                    .col_expr(mail::Column::State, sea_orm::sea_query::Expr::value(redline_domain::Word::code(MailState::Cancelled)))
                    .exec(tx)
                    .await?;
                Ok(())
            });
            forgotten.await.expect("forgotten");
        }
    }
    story
}

async fn mail_to(story: &Story, address: &str) -> mail::Model {
    mail::Entity::find()
        .filter(mail::Column::Address.eq(address))
        .filter(mail::Column::State.ne(MailState::Cancelled))
        .one(story.township.db.read())
        .await
        .expect("asked")
        .expect("a mail")
}

async fn states(story: &Story, mail: &mail::Model) -> Vec<NoticeState> {
    let mut states: Vec<_> = notice::Entity::find()
        .filter(notice::Column::MailId.eq(mail.id))
        .all(story.township.db.read())
        .await
        .expect("notices")
        .into_iter()
        .map(|notice| notice.state)
        .collect();
    states.dedup();
    states
}

#[tokio::test]
async fn a_mail_goes_to_a_real_server_once_and_its_answer_is_kept() {
    let server = MailServer::start(Script { auth: Some("235 2.7.0 welcome"), ..Script::default() }).await;
    let story = morning(&server, true).await;
    let now = story.at("2023-06-21", 8);
    let report = story.engine.drain(now).await.expect("delivered");
    assert!(report.sent > 0 && report.sent == report.claimed && report.halted.is_none(), "{report:?}");
    let mail = mail_to(&story, OFFICER).await;
    assert_eq!((mail.state, mail.attempts, mail.sent_at, mail.claim), (MailState::Sent, 1, Some(now), None));
    assert_eq!(mail.answer.as_deref(), Some("250 2.0.0 queued as 4711"));
    assert_eq!(states(&story, &mail).await, [NoticeState::Sent]);
    let accepted = server.accepted();
    assert_eq!(accepted.len() as u64, report.sent);
    let (_, message) = accepted.iter().find(|(to, _)| to == OFFICER).expect("the officer's mail");
    for header in [
        format!("Message-ID: {}", mail.message_id),
        "Auto-Submitted: auto-generated".to_owned(),
        "Date: Wed, 21 Jun 2023 00:00:00 +0000".to_owned(),
        "MIME-Version: 1.0".to_owned(),
    ] {
        assert!(message.contains(&header), "{header} in {message}");
    }
    assert_eq!(story.engine.drain(now).await.expect("delivered").claimed, 0, "nothing is sent twice");
    assert_eq!(events(&story, "MAIL_SENT").await as u64, report.sent);
}

async fn events(story: &Story, action: &str) -> usize {
    ledger_event::Entity::find().filter(ledger_event::Column::Action.eq(action)).all(story.township.db.read()).await.expect("events").len()
}

#[tokio::test]
async fn who_is_unknown_to_the_server_bounces_and_the_next_person_is_told() {
    let server = MailServer::start(Script { recipients: vec![(OFFICER.to_owned(), "550 5.1.1 no such user")], ..Script::default() }).await;
    let story = morning(&server, false).await;
    let now = story.at("2023-06-21", 8);
    let report = story.engine.drain(now).await.expect("delivered");
    assert_eq!(report.failed, 1);
    let mail = mail_to(&story, OFFICER).await;
    assert_eq!((mail.state, mail.answer.as_deref()), (MailState::Failed, Some("550 5.1.1 no such user")));
    assert_eq!(states(&story, &mail).await, [NoticeState::Failed]);
    assert_eq!(events(&story, "MAIL_FAILED").await, 1);
    let officer = person::Entity::find_by_id(story.township.plant.officer).one(story.township.db.read()).await.expect("asked").expect("an officer");
    assert_eq!(officer.email_state, AddressState::Bouncing);
    // The next one at that step is the head; he is told in the same morning.
    story.engine.cycle(now + Duration::minutes(1)).await.expect("a cycle");
    story.engine.drain(now + Duration::minutes(1)).await.expect("delivered");
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    let told: Vec<_> = story.notices(june.id).await.into_iter().map(|notice| (notice.person_id, notice.state)).collect();
    assert_eq!(told, [(story.township.plant.officer, NoticeState::Failed), (story.township.plant.head, NoticeState::Sent)]);
}

#[tokio::test]
async fn a_busy_server_is_asked_again_later_and_never_given_up() {
    let server = MailServer::start(Script { message: Some("451 4.3.0 try again later"), ..Script::default() }).await;
    let story = morning(&server, false).await;
    let mut now = story.at("2023-06-21", 8);
    for attempt in 1..=12 {
        assert!(story.engine.drain(now).await.expect("delivered").later > 0, "attempt {attempt}");
        let mail = mail_to(&story, OFFICER).await;
        assert_eq!((mail.state, mail.attempts, mail.claim), (MailState::Queued, attempt, None));
        let pause = mail.next_attempt_at - now;
        assert!(pause > Duration::seconds(20) && pause <= Duration::minutes(4), "attempt {attempt}: {pause}");
        let early = story.engine.deliver(mail.next_attempt_at - Duration::milliseconds(1), 0).await.expect("delivered");
        assert_eq!(early.claimed, 0);
        now += Duration::minutes(4);
    }
    assert_eq!(states(&story, &mail_to(&story, OFFICER).await).await, [NoticeState::Gathered]);
    server.says(Script::default());
    let before = mail_to(&story, OFFICER).await.message_id;
    story.engine.drain(now).await.expect("delivered");
    let mail = mail_to(&story, OFFICER).await;
    assert_eq!((mail.state, mail.message_id), (MailState::Sent, before), "the Message-ID stays");
    assert_eq!(server.accepted().iter().filter(|(to, _)| to == OFFICER).count(), 1);
}

#[tokio::test]
async fn a_wrong_password_halts_the_mail_and_condemns_nobody() {
    let server = MailServer::start(Script { auth: Some("535 5.7.8 authentication failed"), ..Script::default() }).await;
    let story = morning(&server, true).await;
    let now = story.at("2023-06-21", 8);
    let report = story.engine.drain(now).await.expect("delivered");
    assert_eq!((report.sent, report.failed), (0, 0));
    assert_eq!(report.halted.as_deref(), Some("535 5.7.8 authentication failed"));
    let tried = server.logins();
    let soon = now + Duration::minutes(2);
    assert_eq!(story.engine.drain(soon).await.expect("delivered").claimed, 0, "the server is left alone");
    let cycle = story.engine.cycle(soon).await.expect("a cycle");
    assert_eq!(cycle.alarms, ["mail is halted: 535 5.7.8 authentication failed"]);
    assert_eq!(server.logins(), tried);
    let halt = mail_halt::current(story.township.db.read()).await.expect("asked").expect("other programs can see it");
    assert_eq!((halt.since, halt.until, halt.answer.as_str()), (now, now + Duration::minutes(5), "535 5.7.8 authentication failed"));
    let again = now + Duration::minutes(5);
    assert!(story.engine.drain(again).await.expect("delivered").halted.is_some(), "it is tried again");
    let halt = mail_halt::current(story.township.db.read()).await.expect("asked").expect("it still is");
    assert_eq!((halt.since, halt.until), (now, again + Duration::minutes(5)));
    assert_eq!((events(&story, "MAIL_HALTED").await, events(&story, "MAIL_RESUMED").await), (1, 0), "the ledger is told once");
    let bouncing = person::Entity::find().filter(person::Column::EmailState.eq(AddressState::Bouncing)).all(story.township.db.read()).await.expect("people");
    assert!(bouncing.is_empty(), "{bouncing:?}");
    server.says(Script { auth: Some("235 2.7.0 welcome"), ..Script::default() });
    let later = again + Duration::minutes(5);
    assert!(story.engine.drain(later).await.expect("delivered").sent > 0);
    assert_eq!(mail_to(&story, OFFICER).await.state, MailState::Sent);
    assert_eq!(mail_halt::current(story.township.db.read()).await.expect("asked"), None);
    assert_eq!((events(&story, "MAIL_HALTED").await, events(&story, "MAIL_RESUMED").await), (1, 1));
}

#[tokio::test]
async fn who_is_not_welcome_as_a_sender_condemns_nobody_either() {
    let server = MailServer::start(Script { sender: Some("553 5.1.8 sender address rejected"), ..Script::default() }).await;
    let story = morning(&server, false).await;
    let report = story.engine.drain(story.at("2023-06-21", 8)).await.expect("delivered");
    assert_eq!((report.sent, report.failed, report.halted.as_deref()), (0, 0, Some("553 5.1.8 sender address rejected")));
    assert_eq!(mail_to(&story, OFFICER).await.state, MailState::Queued);
}

#[tokio::test]
async fn a_connection_on_which_one_mail_was_refused_carries_the_next() {
    let server = MailServer::start(Script { recipients: vec![(OFFICER.to_owned(), "550 no such user")], ..Script::default() }).await;
    let mut settings = server.settings(false);
    settings.connections = 1;
    let story = morning(&server, false).await;
    let single = engine(&story.township, Transport::Smtp(Smtp::new(&settings).expect("settings")), story.at("2023-06-21", 8));
    let report = single.drain(story.at("2023-06-21", 8)).await.expect("delivered");
    assert!(report.failed == 1 && report.sent > 2, "{report:?}");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_server_that_is_away_costs_nothing_but_time() {
    let server = MailServer::start(Script::default()).await;
    let mut settings = server.settings(false);
    settings.port = {
        // A port on which nobody listens.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.local_addr().expect("an address").port()
    };
    let story = morning(&server, false).await;
    let away = engine(&story.township, Transport::Smtp(Smtp::new(&settings).expect("settings")), story.at("2023-06-21", 8));
    let now = story.at("2023-06-21", 8);
    let report = away.drain(now).await.expect("delivered");
    assert!(report.later > 0 && report.later == report.claimed, "{report:?}");
    assert!(story.engine.drain(now + Duration::minutes(10)).await.expect("delivered").sent > 0);
}

#[tokio::test]
async fn an_outcome_that_comes_after_the_lease_is_refused() {
    let story = Story::new().await;
    story.engine.cycle(story.at("2023-06-21", 8)).await.expect("a cycle");
    let now = story.at("2023-06-21", 8);
    let mail = mail_to(&story, OFFICER).await;
    // A deliverer claimed it and died: until its lease is over nobody else takes it, then somebody does.
    let claimed = |until| {
        let mail = mail.clone();
        let (township, token) = (&story.township, story.township.site.ids.next(now));
        async move {
            let changed = township.change(async |tx| {
                let mut row = mail.into_active_model();
                row.state = Set(MailState::Sending);
                row.claim = Set(Some(token));
                row.claimed_until = Set(Some(until));
                row.update(tx).await?;
                Ok(())
            });
            changed.await.expect("claimed");
        }
    };
    claimed(now + LEASE).await;
    story.engine.drain(now + LEASE).await.expect("delivered");
    assert_eq!(mail_to(&story, OFFICER).await.state, MailState::Sending, "the lease holds to its end");
    story.engine.drain(now + LEASE + Duration::milliseconds(1)).await.expect("delivered");
    assert_eq!(mail_to(&story, OFFICER).await.state, MailState::Sent);
}

/// Two deliverers, the first of which is so slow that its lease runs out.
#[tokio::test]
async fn the_slow_deliverer_does_not_overwrite_what_the_quick_one_recorded() {
    let server = MailServer::start(Script::default()).await;
    let story = morning(&server, false).await;
    let now = story.at("2023-06-21", 8);
    let slow = Arc::new(engine(&story.township, Transport::Smtp(Smtp::new(&stalled().await).expect("settings")), now));
    let slow_delivery = {
        let slow = Arc::clone(&slow);
        tokio::spawn(async move { slow.deliver(now, 4).await.expect("delivered") })
    };
    while story.mails().await.iter().filter(|mail| mail.state == MailState::Sending).count() == 0 {
        tokio::task::yield_now().await;
    }
    let quick = story.engine.drain(now + LEASE + Duration::milliseconds(1)).await.expect("delivered");
    assert!(quick.sent > 0);
    let report = slow_delivery.await.expect("ended");
    assert_eq!((report.stale, report.later), (report.claimed, 0), "{report:?}");
    for mail in story.mails().await.iter().filter(|mail| mail.state != MailState::Cancelled) {
        assert_eq!((mail.state, mail.attempts), (MailState::Sent, 1));
    }
}

/// A server that answers nothing, and a client that waits one second for it.
async fn stalled() -> redline_ledger::settings::Smtp {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        let mut silent = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            silent.push(stream);
        }
    });
    let template = redline_ledger::settings::Settings::defaults().mail.smtp;
    redline_ledger::settings::Smtp {
        host: Some("127.0.0.1".to_owned()),
        port,
        security: redline_ledger::settings::Security::None,
        timeout_seconds: 1,
        ..template
    }
}
