//! A worker over a township, under a clock that the test moves, with mail into memory.

#[expect(dead_code, reason = "the tests of the ledger use the rest of it")]
#[path = "../../../ledger/tests/common/mod.rs"]
pub mod township;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{InspectionKind, Zone, clock::ManualClock};
use redline_entity::{ledger_event, mail, notice, person, window};
use redline_ledger::{Context, actor, inspection, signature};
use redline_test_database::TestDatabase;
use redline_worker::{
    engine::{Engine, EngineSettings},
    mail::{Delivered, Memory, Sender, Transport},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

pub use township::{Body, Township, day};

/// A township with its worker.
pub struct Story {
    /// The township.
    pub township: Township,
    /// The worker.
    pub engine: Arc<Engine>,
    /// The mails.
    pub memory: Memory,
    /// The clock.
    pub clock: Arc<ManualClock>,
}

/// A mail as a test reads it: the day, and who got it.
pub type Told = (String, String);

impl Story {
    /// On the first day of the action, before anything happened.
    pub async fn new() -> Self {
        let memory = Memory::new();
        Self::with(Township::new().await, Transport::Memory(memory.clone()), memory)
    }

    /// The same in another zone of the world.
    pub async fn in_zone(zone: Zone) -> Self {
        let memory = Memory::new();
        Self::with(Township::on(TestDatabase::new().await, zone).await, Transport::Memory(memory.clone()), memory)
    }

    /// With another way for the mail.
    pub fn with(township: Township, transport: Transport, memory: Memory) -> Self {
        let start = township.site.zone.at(day("2023-05-22"), 8);
        let engine = Arc::new(engine(&township, transport, start));
        Self { township, engine, memory, clock: Arc::new(ManualClock::at(start)) }
    }

    /// The moment of an hour of a day.
    pub fn at(&self, date: &str, hour: u32) -> DateTime<Utc> {
        self.township.site.zone.at(day(date), hour)
    }

    /// A cycle with its delivery, at an hour of a day.
    pub async fn cycle(&self, date: &str, hour: u32) {
        let now = self.at(date, hour);
        let report = self.engine.cycle(now).await.expect("a cycle");
        assert_eq!(report.alarms, [""; 0], "{date}");
        self.engine.drain(now).await.expect("delivered");
    }

    /// A cycle each day just after midnight and at eight, from a day up to another, both included.
    pub async fn days(&self, from: &str, until: &str) {
        for date in day(from).iter_days().take_while(|date| *date <= day(until)) {
            self.cycle(&date.to_string(), 0).await;
            self.cycle(&date.to_string(), 8).await;
        }
    }

    /// The mails in which a sentence stands: when, and to whom.
    pub async fn told(&self, sentence: &str) -> Vec<Told> {
        let people = person::Entity::find().all(self.township.db.read()).await.expect("people");
        let name = |mail: &Delivered| people.iter().find(|person| person.email.as_ref() == Some(&mail.to)).map(|person| person.name.clone()).expect("a person");
        let about = |mail: &&Delivered| mail.text.contains(sentence);
        let mut told: Vec<Told> = self.memory.sent().iter().filter(about).map(|mail| (self.township.site.zone.date(mail.at).to_string(), name(mail))).collect();
        told.sort();
        told
    }

    /// The row of a window.
    pub async fn window(&self, id: Uuid) -> window::Model {
        window::Entity::find_by_id(id).one(self.township.db.read()).await.expect("asked").expect("a window")
    }

    /// The notices about something, by step; those that failed come first.
    pub async fn notices(&self, subject: Uuid) -> Vec<notice::Model> {
        let rows = notice::Entity::find().filter(notice::Column::SubjectId.eq(subject)).order_by_asc(notice::Column::Step).order_by_asc(notice::Column::State);
        rows.order_by_asc(notice::Column::Id).all(self.township.db.read()).await.expect("notices")
    }

    /// All mails, the oldest first.
    pub async fn mails(&self) -> Vec<mail::Model> {
        mail::Entity::find().order_by_asc(mail::Column::Id).all(self.township.db.read()).await.expect("mails")
    }

    /// What the ledger says of something: action and the day on which it was true.
    pub async fn events(&self, subject: Uuid) -> Vec<(String, NaiveDate)> {
        let rows = ledger_event::Entity::find()
            .filter(ledger_event::Column::SubjectId.eq(subject))
            .order_by_asc(ledger_event::Column::RecordedAt)
            .order_by_asc(ledger_event::Column::Id)
            .all(self.township.db.read())
            .await
            .expect("events");
        let mut events: Vec<_> = rows.into_iter().map(|row| (row.action, self.township.site.zone.date(row.true_at))).collect();
        events.sort_by_key(|event| event.1);
        events
    }

    /// How many rows there are that a cycle could add to or change.
    pub async fn rows(&self) -> [u64; 4] {
        let db = self.township.db.read();
        [
            notice::Entity::find().count(db).await.expect("counted"),
            mail::Entity::find().count(db).await.expect("counted"),
            ledger_event::Entity::find().count(db).await.expect("counted"),
            window::Entity::find().filter(window::Column::CheckAfter.is_not_null()).count(db).await.expect("counted"),
        ]
    }

    /// The head of an enterprise leads an inspection on a day, and signs it at nine.
    pub async fn head_led(&self, enterprise: &Body, date: &str) -> Uuid {
        let township = &self.township;
        let actor = actor::load(township.db.read(), enterprise.head, day(date)).await.expect("an actor");
        let ctx = Context::new(Arc::clone(&township.site), Arc::new(actor), self.at(date, 9));
        let new = inspection::NewInspection {
            organization: enterprise.id,
            inspector: enterprise.id,
            kind: InspectionKind::HeadLed,
            leader: enterprise.head,
            occurred_on: day(date),
            modes: Vec::new(),
            scopes: Vec::new(),
            summary: "检查了储罐区和装卸区，未发现重大隐患。".to_owned(),
            findings: Vec::new(),
            alert: None,
            contracts: Vec::new(),
            photos: Vec::new(),
            members: Vec::new(),
        };
        let inspected = township
            .change(async |tx| {
                let draft = inspection::record(tx, &ctx, new).await?;
                inspection::sign(tx, &ctx, draft.id, &signature::Confirmed::by_program(&ctx)).await
            })
            .await;
        inspected.expect("signed").id
    }
}

/// An engine over a township.
pub fn engine(township: &Township, transport: Transport, start: DateTime<Utc>) -> Engine {
    engine_claiming(township, transport, start, 50)
}

/// The same, with so many mails claimed at once.
pub fn engine_claiming(township: &Township, transport: Transport, start: DateTime<Utc>, delivery_batch: u64) -> Engine {
    let settings = EngineSettings { batch: 50, delivery_batch, interval_seconds: 30, name: "worker-test".to_owned(), signer: None };
    let from = Sender::parse("红线 Redline <redline@redline.test>").expect("a sender");
    Engine::new(township.db.clone(), Arc::clone(&township.site), transport, from, settings, start)
}
