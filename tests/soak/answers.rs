//! R7: the mail server says 550 of some, 451 of others, and at first 535 to us.

use std::collections::BTreeSet;

use chrono::Duration;
use redline_domain::{AddressState, MailState, NoticeState};
use redline_entity::{ledger_event, mail, notice, person};
use redline_worker::mail::{Smtp, Transport};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    size::{seen, size},
    smtp::{MailServer, Script},
    town::Town,
};

const WELCOME: Option<&str> = Some("235 2.7.0 welcome");

async fn events(town: &Town, action: &str) -> u64 {
    ledger_event::Entity::find().filter(ledger_event::Column::Action.eq(action)).count(town.township.db.read()).await.expect("counted")
}

/// The people who were to get a mail and whose address fits.
async fn addressed(town: &Town, fits: impl Fn(&str) -> bool) -> BTreeSet<Uuid> {
    mail::Entity::find().all(town.township.db.read()).await.expect("mails").into_iter().filter(|mail| fits(&mail.address)).map(|mail| mail.person_id).collect()
}

#[tokio::test]
async fn who_is_unknown_bounces_and_the_next_one_is_told_who_is_busy_is_asked_again_and_a_wrong_password_halts_everything() {
    let enterprises = size(6, 100);
    let town = Town::with(enterprises).await;
    let db = town.township.db.read();
    let server = MailServer::start(Script { auth: Some("535 5.7.8 authentication failed"), ..Script::default() }).await;
    let engine = town.engine("answers", Transport::Smtp(Smtp::new(&server.settings(true)).expect("settings")), 500);
    let now = town.morning();
    engine.cycle(now).await.expect("a cycle");
    let all = town.mails(&[MailState::Queued]).await;

    // 535: nothing goes, nobody is condemned, and it shows.
    assert!(engine.drain(now).await.expect("delivered").halted.is_some());
    let (halt, logins) = (town.halt().await.expect("halted"), server.logins());
    assert_eq!((halt.until - now, halt.answer.as_str()), (Duration::minutes(5), "535 5.7.8 authentication failed"));
    let cycle = engine.cycle(now + Duration::minutes(1)).await.expect("a cycle");
    assert_eq!(cycle.alarms, ["mail is halted: 535 5.7.8 authentication failed"]);
    assert_eq!(engine.drain(now + Duration::minutes(4)).await.expect("delivered").claimed, 0);
    assert_eq!((server.logins(), town.mails(&[MailState::Queued]).await, events(&town, "MAIL_HALTED").await), (logins, all, 1));

    // 550 for the officers with an even number, 451 for the others.
    let unknown = |address: &str| is_officer(address, 0);
    let busy = |address: &str| is_officer(address, 1);
    let mut recipients = Vec::new();
    for number in 0..enterprises {
        let answer = if number % 2 == 0 { "550 5.1.1 no such user" } else { "451 4.3.0 later" };
        recipients.push((format!("officer{number}@example.test"), answer));
    }
    let (unknown, busy) = (addressed(&town, unknown).await, addressed(&town, busy).await);
    assert!(unknown.len() >= enterprises / 2 && busy.len() >= enterprises / 2);
    server.says(Script { auth: WELCOME, recipients, ..Script::default() });
    let again = now + Duration::minutes(6);
    let report = engine.drain(again).await.expect("delivered");
    assert_eq!((report.failed, report.later), (unknown.len() as u64, busy.len() as u64), "{report:?}");
    assert_eq!((town.halt().await, events(&town, "MAIL_RESUMED").await, events(&town, "MAIL_HALTED").await), (None, 1, 1));
    let bouncing: BTreeSet<Uuid> = person::Entity::find()
        .filter(person::Column::EmailState.eq(AddressState::Bouncing))
        .all(db)
        .await
        .expect("people")
        .into_iter()
        .map(|row| row.id)
        .collect();
    assert!(bouncing == unknown, "{} addresses bounce, {} are unknown", bouncing.len(), unknown.len());

    // The next person is told, and the busy ones in their time.
    server.says(Script { auth: WELCOME, ..Script::default() });
    for minutes in (7..40).step_by(3) {
        engine.cycle(now + Duration::minutes(minutes)).await.expect("a cycle");
        engine.drain(now + Duration::minutes(minutes)).await.expect("delivered");
    }
    assert_eq!((town.mails(&[MailState::Queued, MailState::Sending]).await, town.mails(&[MailState::Failed]).await), (0, unknown.len() as u64));
    let notices = notice::Entity::find().all(db).await.expect("notices");
    let sent: BTreeSet<(Uuid, &str)> =
        notices.iter().filter(|notice| notice.state == NoticeState::Sent).map(|notice| (notice.subject_id, notice.step.as_str())).collect();
    let failed: Vec<_> = notices.iter().filter(|notice| notice.state == NoticeState::Failed).collect();
    assert!(!failed.is_empty() && failed.iter().all(|notice| unknown.contains(&notice.person_id)));
    assert!(failed.iter().all(|notice| sent.contains(&(notice.subject_id, notice.step.as_str()))), "nobody was told instead");
    let to_busy: Vec<_> = notices.iter().filter(|notice| busy.contains(&notice.person_id)).collect();
    assert!(to_busy.iter().all(|notice| notice.state == NoticeState::Sent), "who was busy was given up");
    seen(
        "R7",
        format!(
            "535: halted, in the ledger once, shown; 550: {} addresses bounce, {} notices told to the next person; 451: {} people told later",
            unknown.len(),
            failed.len(),
            busy.len()
        ),
    );
}

/// Whether an address is that of an added enterprise's officer, whose number leaves this rest by two.
fn is_officer(address: &str, rest: usize) -> bool {
    let number = address.strip_prefix("officer").and_then(|rest| rest.strip_suffix("@example.test")).and_then(|number| number.parse::<usize>().ok());
    number.is_some_and(|number| number % 2 == rest)
}
