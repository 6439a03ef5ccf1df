//! What the stories stand on: a township with a server, an engine and a mail server, and a clock that moves when told.

pub mod bodies;
pub mod smtp;
pub mod watcher;

use std::{collections::HashMap, future::pending, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use chrono::{Days, NaiveDate};
use redline_domain::{Clock, MailState, NoticeState, WorkCalendar, Zone, clock::ManualClock};
use redline_entity::{mail, notice};
use redline_ledger::{
    Context, Db, Site,
    ids::Ids,
    rulebook,
    settings::{SecondFactor, Security, Settings, Smtp as SmtpSettings},
};
use redline_server::{App, door::Door, store::Store};
use redline_test_database::TestDatabase;
use redline_worker::{
    engine::{Engine, EngineSettings},
    mail::{Sender, Smtp, Transport},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower::ServiceExt;

use bodies::Bodies;
pub use smtp::{Arrived, MailServer};
pub use watcher::Watcher;

/// The password of everybody in the stories.
pub const PASSWORD: &str = "a story's own password";

/// A mail and the day on which it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The day at the site.
    pub on: NaiveDate,
    /// The mail.
    pub mail: Arrived,
}

/// A township with its server, its engine and its mail.
pub struct Town {
    database: TestDatabase,
    /// The database, for what no API shows.
    pub db: Db,
    /// The installation.
    pub site: Arc<Site>,
    /// The clock.
    pub clock: Arc<ManualClock>,
    /// The engine.
    pub engine: Engine,
    /// The organizations and people of the stories.
    pub bodies: Bodies,
    /// Every mail that came so far.
    pub mails: Vec<Received>,
    server: MailServer,
    /// What its servers need.
    pub app: App,
    api: Router,
    tokens: HashMap<String, String>,
    today: NaiveDate,
}

/// A day: `day("2023-06-20")`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

impl Town {
    /// The township at noon of a day, with the shipped rulebook.
    pub async fn on(start: &str) -> Self {
        Self::over(TestDatabase::new().await, start).await
    }

    /// The same in a database of that kind.
    pub async fn over(database: TestDatabase, start: &str) -> Self {
        let today = day(start);
        let db = database.db.clone();
        let zone = Zone::default();
        let now = zone.at(today, 12);
        let clock = Arc::new(ManualClock::at(now));
        let ids = Ids::seeded(2023);
        let source = redline_domain::Rulebook::builtin("wushenzhao-2023").expect("the shipped rulebook");
        let tx = db.begin().await.expect("a transaction");
        let rulebook = rulebook::activate(&tx, &ids, now, source).await.expect("activated");
        tx.commit().await.expect("committed");
        let site = Arc::new(Site {
            zone,
            rulebook,
            workdays: WorkCalendar::builtin(),
            base_url: "http://redline.example".to_owned(),
            tips: Settings::defaults().tips,
            second_factor: SecondFactor::Optional,
            ids,
        });
        let bodies = Bodies::seed(&db, &Context::operator(Arc::clone(&site), now)).await;
        let server = MailServer::start().await;
        let settings = SmtpSettings {
            host: Some(server.address.ip().to_string()),
            port: server.address.port(),
            security: Security::None,
            username: None,
            password: None,
            root_certificate: None,
            timeout_seconds: 15,
            connections: 2,
        };
        let transport = Transport::Smtp(Smtp::new(&settings).expect("a transport"));
        let from = Sender::parse("红线 Redline <redline@redline.example>").expect("a sender");
        let own = EngineSettings { batch: 500, delivery_batch: 50, interval_seconds: 30, name: "story".to_owned(), signer: None };
        let engine = Engine::new(db.clone(), Arc::clone(&site), transport, from, own, now);
        let shared_clock: Arc<dyn Clock> = Arc::<ManualClock>::clone(&clock);
        let store = Store::in_folder(&database.folder().join("attachments"), 1 << 20).expect("a store");
        // A story asks as much within its moment as a town does in a day.
        let mut open = Settings::defaults();
        open.server.requests_per_minute = 1_000_000;
        let app = App { db: db.clone(), site: Arc::clone(&site), clock: shared_clock, store, door: Arc::new(Door::new(&open)) };
        let api = redline_server::http::router(app.clone());
        Self { database, app, db, site, clock, engine, bodies, mails: Vec::new(), server, api, tokens: HashMap::new(), today }
    }

    /// Lets the days pass until noon of a day: a cycle after midnight, and one in the morning, in which mail goes out.
    pub async fn pass_to(&mut self, date: &str) {
        let until = day(date);
        while self.today < until {
            self.today = self.today + Days::new(1);
            self.clock.set(self.site.zone.at(self.today, 0) + chrono::Duration::minutes(5));
            self.cycle().await;
            self.clock.set(self.site.zone.at(self.today, 8));
            self.cycle().await;
            self.clock.set(self.site.zone.at(self.today, 12));
        }
    }

    /// One cycle of the engine and one delivery, now.
    pub async fn cycle(&mut self) {
        let now = self.clock.now();
        let report = self.engine.cycle(now).await.expect("a cycle");
        assert!(report.alarms.is_empty(), "alarms: {:?}", report.alarms);
        self.engine.drain(now).await.expect("a delivery");
        let on = self.site.zone.date(now);
        self.mails.extend(self.server.take().into_iter().map(|mail| Received { on, mail }));
    }

    /// The mails that came to an address, as `day: subject`.
    pub fn mails_to(&self, address: &str) -> Vec<String> {
        self.mails.iter().filter(|received| received.mail.to == address).map(|received| format!("{}: {}", received.on, received.mail.subject)).collect()
    }

    /// Asks the API as somebody, by login, or as nobody.
    pub async fn ask(&mut self, who: Option<&str>, query: &str, variables: Value) -> Value {
        let token = match who {
            Some(login) => Some(self.token(login).await),
            None => None,
        };
        self.post(token.as_deref(), query, variables).await
    }

    /// Asks the API as somebody and expects data without errors.
    pub async fn data(&mut self, who: &str, query: &str, variables: Value) -> Value {
        let answer = self.ask(Some(who), query, variables).await;
        assert!(answer.get("errors").is_none(), "{query}\n{answer:#}");
        answer["data"].clone()
    }

    /// Sends a mutation as somebody, and expects that it was carried out.
    pub async fn change(&mut self, who: &str, query: &str, variables: Value) -> Value {
        let data = self.data(who, query, variables).await;
        for (name, payload) in data.as_object().expect("an object") {
            assert_eq!(payload["userErrors"], json!([]), "{name} was refused");
        }
        data
    }

    /// Sends a mutation as somebody, and expects that it was refused.
    pub async fn refused(&mut self, who: &str, query: &str, variables: Value) -> Value {
        let data = self.data(who, query, variables).await;
        let payload = data.as_object().and_then(|data| data.values().next()).expect("a payload");
        assert_ne!(payload["userErrors"], json!([]), "it was not refused");
        payload["userErrors"].clone()
    }

    /// A server of its own on the same database, as it would run on another machine: with connections of its own, for whoever comes by
    /// the network.
    pub async fn serve(&self) -> SocketAddr {
        let db = Db::connect(self.database.url()).await.expect("a database");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(redline_server::serve(App { db, ..self.app.clone() }, listener, pending()));
        address
    }

    /// A client of a server that watches as somebody, by login.
    pub async fn watcher(&mut self, server: SocketAddr, login: &str) -> Watcher {
        let token = self.token(login).await;
        Watcher::known(server, &token).await
    }

    /// Somebody's token, by login.
    pub async fn token(&mut self, login: &str) -> String {
        // A session lasts shorter than a story.
        let key = format!("{login} {}", self.today);
        if let Some(token) = self.tokens.get(&key) {
            return token.clone();
        }
        let query = "mutation($login: String!, $password: String!) { login(input: { login: $login, password: $password }) { token userErrors { message } } }";
        let answer = self.post(None, query, json!({ "login": login, "password": PASSWORD })).await;
        let token = answer["data"]["login"]["token"].as_str().unwrap_or_else(|| panic!("{login} cannot log in: {answer:#}")).to_owned();
        self.tokens.insert(key, token.clone());
        token
    }

    async fn post(&self, token: Option<&str>, query: &str, variables: Value) -> Value {
        let mut request = Request::post("/graphql")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json")
            .header(header::ACCEPT_LANGUAGE, "en");
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let body = Body::from(json!({ "query": query, "variables": variables }).to_string());
        let response = self.api.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer");
        let bytes = to_bytes(response.into_body(), 16 << 20).await.expect("a body");
        serde_json::from_slice(&bytes).expect("JSON")
    }

    /// Ends a story: nothing that was due may be left unsent.
    pub async fn end(self) {
        let now = self.clock.now();
        let waiting = notice::Entity::find()
            .filter(notice::Column::State.eq(NoticeState::Pending))
            .filter(notice::Column::SendAfter.lte(now))
            .count(self.db.read())
            .await
            .expect("a count");
        let queued =
            mail::Entity::find().filter(mail::Column::State.is_in([MailState::Queued, MailState::Sending])).count(self.db.read()).await.expect("a count");
        assert_eq!((waiting, queued), (0, 0), "notices that are due, mails in the outbox");
    }
}
