//! R13: who let its lease run out tells of its claim all the same.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use rand::{RngExt, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use redline_domain::MailState;
use redline_entity::{ledger_event, mail, mail_body};
use redline_worker::{
    deliver::{DeliveryReport, LEASE},
    engine::Engine,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set, sea_query::Expr};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::{
    program::until,
    size::{seen, size},
    smtp::{MailServer, Script},
    town::{Town, by},
};

/// When the first one tells of its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    /// Before anybody else claims it.
    First,
    /// While another one holds it.
    Between,
    /// After the other one has told.
    Last,
}

const ANSWERS: [Option<&str>; 3] = [None, Some("550 5.1.1 no such user"), Some("451 4.3.0 later")];

fn holding() -> Script {
    Script { holds: true, ..Script::default() }
}

/// One of the two deliverers, with a mail server of its own.
struct Deliverer {
    engine: Arc<Engine>,
    server: MailServer,
}

impl Deliverer {
    async fn new(town: &Town, name: &str) -> Self {
        let server = MailServer::start(holding()).await;
        Self { engine: Arc::new(town.engine(name, by(&server, 4, 15), 50)), server }
    }

    /// Claims, and waits for its mail server.
    fn claims(&self, now: DateTime<Utc>) -> JoinHandle<DeliveryReport> {
        self.server.says(holding());
        let engine = Arc::clone(&self.engine);
        tokio::spawn(async move { engine.deliver(now, 50).await.expect("delivered") })
    }

    /// Is answered, and tells.
    async fn tells(&self, claimed: JoinHandle<DeliveryReport>, answer: Option<&'static str>) -> DeliveryReport {
        self.server.says(Script { message: answer, ..Script::default() });
        claimed.await.expect("told")
    }
}

/// A mail for each of some people in the outbox, and nothing else.
async fn outbox(town: &Town, like: &mail::Model, people: &[Uuid], now: DateTime<Utc>) -> Vec<Uuid> {
    let ids: Vec<Uuid> = people.iter().map(|_| town.township.site.ids.next(now)).collect();
    let rows = ids.iter().zip(people).map(|(&id, &person)| {
        let mut row = like.clone().into_active_model();
        row.id = Set(id);
        row.person_id = Set(person);
        row.message_id = Set(format!("<{id}@redline.test>"));
        row.next_attempt_at = Set(now);
        row
    });
    let filled = town.township.change(async |tx| {
        let waiting = mail::Column::State.is_in([MailState::Queued, MailState::Sending]);
        mail::Entity::update_many().col_expr(mail::Column::State, Expr::value("CANCELLED")).filter(waiting).exec(tx).await?;
        mail::Entity::insert_many(rows).exec_without_returning(tx).await?;
        let body = |&mail_id| mail_body::Model { mail_id, text: "催办".to_owned(), html: "<p>催办</p>".to_owned() }.into_active_model();
        mail_body::Entity::insert_many(ids.iter().map(body)).exec_without_returning(tx).await?;
        Ok(())
    });
    filled.await.expect("filled");
    ids
}

async fn claims(town: &Town, ids: &[Uuid]) -> BTreeSet<Option<Uuid>> {
    let rows = mail::Entity::find().filter(mail::Column::Id.is_in(ids.iter().copied())).all(town.township.db.read()).await.expect("mails");
    rows.into_iter().map(|row| row.claim).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lost_its_claim_is_refused_whenever_it_tells_and_whatever_it_has_to_tell() {
    let town = Town::with(1).await;
    let db = town.township.db.read();
    town.quiet(500).cycle(town.morning()).await.expect("a cycle");
    let like = mail::Entity::find().one(db).await.expect("asked").expect("a mail");
    let plant = town.township.plant;
    let people = [plant.head, plant.deputy, plant.officer, plant.staff];
    let (slow, quick) = (Deliverer::new(&town, "slow").await, Deliverer::new(&town, "quick").await);
    let (cases, soon) = (size(60, 1_000), Duration::from_secs(10));
    let mut chance = StdRng::seed_from_u64(13);
    let mut refused = 0;
    for case in 0..cases {
        let now = town.morning() + chrono::Duration::hours(case);
        let count = chance.random_range(1..=4_usize);
        let tells = *[Tells::First, Tells::Between, Tells::Last].choose(&mut chance).expect("one");
        let (says, other) = (*ANSWERS.choose(&mut chance).expect("one"), *ANSWERS.choose(&mut chance).expect("one"));
        let beyond = chrono::Duration::milliseconds(chance.random_range(1..10_000));
        let ids = outbox(&town, &like, &people[..count], now).await;
        let all = count as u64;

        let first = slow.claims(now);
        until("the first claims", soon, async || claims(&town, &ids).await.iter().all(Option::is_some)).await;
        // To its last moment the lease holds.
        assert_eq!(quick.claims(now + LEASE).await.expect("asked").claimed, 0);
        let (told, winner) = if tells == Tells::First {
            (slow.tells(first, says).await, says)
        } else {
            let held = claims(&town, &ids).await;
            let second = quick.claims(now + LEASE + beyond);
            until("the second claims", soon, async || claims(&town, &ids).await.is_disjoint(&held)).await;
            let (late, won) = if tells == Tells::Between {
                let late = slow.tells(first, says).await;
                (late, quick.tells(second, other).await)
            } else {
                let won = quick.tells(second, other).await;
                (slow.tells(first, says).await, won)
            };
            assert_eq!((won.claimed, won.stale), (all, 0), "case {case}");
            (late, other)
        };
        let lost = if tells == Tells::First { 0 } else { all };
        assert_eq!((told.claimed, told.stale, told.sent + told.failed + told.later), (all, lost, all - lost), "case {case}: {tells:?}");
        refused += lost;

        let state = match winner {
            None => MailState::Sent,
            Some(answer) if answer.starts_with('5') => MailState::Failed,
            Some(_) => MailState::Queued,
        };
        let rows = mail::Entity::find().filter(mail::Column::Id.is_in(ids.iter().copied())).all(db).await.expect("mails");
        assert!(rows.iter().all(|row| (row.state, row.attempts, row.claim) == (state, 1, None)), "case {case}: {rows:?}");
        let events = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.is_in(ids.iter().copied())).all(db).await.expect("events");
        let expected = match state {
            MailState::Sent => vec!["MAIL_SENT"; count],
            MailState::Failed => vec!["MAIL_FAILED"; count],
            _ => Vec::new(),
        };
        assert_eq!(events.iter().map(|event| event.action.as_str()).collect::<Vec<_>>(), expected, "case {case}");
    }
    assert!(refused > 0);
    seen("R13", format!("{cases} interleavings of two deliverers: {refused} outcomes of lost claims, each refused"));
}
