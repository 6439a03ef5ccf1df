//! A township with as many enterprises as a test needs, and a clock that its programs go by.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use redline_domain::{
    Clock, Language, MailState, NoticeState, OrganizationKind, Position, Sector, Trait, UnifiedSocialCreditCode,
    clock::{ShiftedClock, SystemClock},
};
use redline_entity::{mail, notice, window};
use redline_ledger::{
    Context, audit, mail_halt,
    organization::{NewOrganization, register},
    person::{NewPerson, appoint, create},
    site::{self, CLOCK_SHIFT},
};
use redline_worker::{
    engine::{Engine, EngineSettings},
    mail::{Memory, Sender, Transport},
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    smtp::MailServer,
    township::{Body, Township, VILLAGE, day},
};

/// How many enterprises are registered in one transaction.
const CHUNK: usize = 50;

/// A Wednesday: what fell due in June is told of by nine in the morning.
pub const MORNING: &str = "2023-07-05";

/// The township.
pub struct Town {
    /// With its first two enterprises.
    pub township: Township,
    /// The enterprises that were added.
    pub enterprises: Vec<Body>,
}

impl Town {
    /// With so many more enterprises.
    pub async fn with(enterprises: usize) -> Self {
        Self::on(Township::new().await, enterprises).await
    }

    /// With so many more enterprises than a township has.
    pub async fn on(township: Township, enterprises: usize) -> Self {
        let mut town = Self { township, enterprises: Vec::with_capacity(enterprises) };
        town.grow(enterprises).await;
        town
    }

    /// With so many windows to be looked at in that morning, or a few more.
    pub async fn due(windows: u64) -> Self {
        let mut town = Self::with(1).await;
        town.grow_to(windows).await;
        town
    }

    /// Adds enterprises like the first one, until there are so many windows to be looked at in that morning.
    pub async fn grow_to(&mut self, windows: u64) {
        let all = self.due_windows(self.morning()).await;
        let each = window::Entity::find()
            .filter(window::Column::OrganizationId.eq(self.enterprises[0].id))
            .filter(window::Column::CheckAfter.lte(self.morning()))
            .count(self.township.db.read())
            .await
            .expect("counted");
        self.grow(usize::try_from(windows.saturating_sub(all).div_ceil(each)).expect("a number")).await;
    }

    async fn grow(&mut self, more: usize) {
        let ctx = Context::operator(Arc::clone(&self.township.site), self.township.site.zone.at(day("2023-05-22"), 8));
        let until = self.enterprises.len() + more;
        while self.enterprises.len() < until {
            let first = self.enterprises.len();
            let (village, last) = (self.township.village.id, until.min(first + CHUNK));
            let added = self.township.change(async |tx| {
                let mut added = Vec::new();
                for number in first..last {
                    added.push(enterprise(tx, &ctx, village, number).await);
                }
                Ok(added)
            });
            self.enterprises.extend(added.await.expect("registered"));
        }
    }

    /// Nine o'clock of the morning.
    pub fn morning(&self) -> DateTime<Utc> {
        self.township.site.zone.at(day(MORNING), 9)
    }

    /// From now on, programs that start go by a clock that shows this moment now: by this one.
    pub async fn clock_shows(&self, moment: DateTime<Utc>) -> ShiftedClock {
        let shift = (moment - SystemClock.now()).num_seconds();
        self.township.change(async |tx| site::set_fact(tx, CLOCK_SHIFT, &shift.to_string()).await).await.expect("the clock is set");
        ShiftedClock::by(Duration::seconds(shift))
    }

    /// How many windows are to be looked at by a moment.
    pub async fn due_windows(&self, now: DateTime<Utc>) -> u64 {
        window::Entity::find().filter(window::Column::CheckAfter.lte(now)).count(self.township.db.read()).await.expect("counted")
    }

    /// What is still to be done by a moment: windows, notices, mails.
    pub async fn left(&self, now: DateTime<Utc>) -> [u64; 3] {
        let db = self.township.db.read();
        let pending = notice::Entity::find().filter(notice::Column::State.eq(NoticeState::Pending)).filter(notice::Column::SendAfter.lte(now));
        [self.due_windows(now).await, pending.count(db).await.expect("counted"), self.mails(&[MailState::Queued, MailState::Sending]).await]
    }

    /// How many mails are in one of these states.
    pub async fn mails(&self, states: &[MailState]) -> u64 {
        mail::Entity::find().filter(mail::Column::State.is_in(states.iter().copied())).count(self.township.db.read()).await.expect("counted")
    }

    /// Whether the ledger's chains are whole.
    pub async fn is_whole(&self) -> bool {
        let view = self.township.db.snapshot().await.expect("a view");
        audit::verify(&view, audit::Trust::default()).await.expect("walked").is_intact()
    }

    /// Why mail is halted, if it is.
    pub async fn halt(&self) -> Option<mail_halt::MailHalt> {
        mail_halt::current(self.township.db.read()).await.expect("asked")
    }

    /// An engine of this test's own, with mail by a server.
    pub fn engine(&self, name: &str, transport: Transport, batch: u64) -> Engine {
        let settings = EngineSettings { batch, delivery_batch: 50, interval_seconds: 30, name: name.to_owned(), signer: None };
        let from = Sender::parse("红线 Redline <redline@redline.test>").expect("a sender");
        Engine::new(self.township.db.clone(), Arc::clone(&self.township.site), transport, from, settings, self.morning())
    }

    /// An engine whose mail stays in memory.
    pub fn quiet(&self, batch: u64) -> Engine {
        self.engine("quiet", Transport::Memory(Memory::new()), batch)
    }
}

/// An engine's way to a mail server, by so many connections, with so many seconds for an answer.
pub fn by(server: &MailServer, connections: u32, timeout_seconds: u64) -> Transport {
    let settings = redline_ledger::settings::Smtp { connections, timeout_seconds, ..server.settings(false) };
    Transport::Smtp(redline_worker::mail::Smtp::new(&settings).expect("settings"))
}

async fn enterprise(tx: &DatabaseTransaction, ctx: &Context, village: Uuid, number: usize) -> Body {
    let new = NewOrganization {
        kind: OrganizationKind::Enterprise,
        name: format!("第{number}化工有限公司"),
        credit_code: Some(UnifiedSocialCreditCode::make(&format!("91150626MA1N{number:04}")).expect("a credit code").to_string()),
        jurisdiction_path: VILLAGE.to_owned(),
        village: Some(village),
        address: None,
        sectors: vec![Sector::HazardousChemicals],
        traits: vec![Trait::Deputies, Trait::HotWork],
        joined_on: day("2023-05-22"),
    };
    let id = register(tx, ctx, new).await.expect("registered").id;
    let mut seated = [Uuid::nil(); 4];
    for (seat, (word, position)) in
        seated.iter_mut().zip([("head", Position::Head), ("deputy", Position::Deputy), ("officer", Position::SafetyOfficer), ("staff", Position::Staff)])
    {
        let email = Some(format!("{word}{number}@example.test"));
        let new = NewPerson { name: format!("{word}{number}"), phone: None, email, language: Language::Zh, morning_hour: None };
        *seat = create(tx, ctx, new).await.expect("a person").id;
        appoint(tx, ctx, *seat, id, position, None, day("2020-01-01")).await.expect("appointed");
    }
    let [head, deputy, officer, staff] = seated;
    Body { id, head, deputy, officer, staff }
}
