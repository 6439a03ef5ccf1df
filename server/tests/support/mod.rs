//! A small township behind a router, for the tests of the server.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{JurisdictionKind, Language, OrganizationKind, Position, Rulebook, Sector, Trait, Zone, clock::ManualClock, ids, workday::WorkCalendar};
use redline_entity::{json::Traits, jurisdiction, organization as organization_row};
use redline_ledger::{
    Context, Site, account,
    ids::Ids,
    organization::{NewOrganization, register},
    person::{NewPerson, appoint, create},
    settings::{self, SecondFactor, Settings, Tips},
};
use redline_server::{App, door::Door, http::router, store::Store};
use redline_test_database::TestDatabase;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;

/// The password of everybody.
pub const PASSWORD: &str = "correct horse battery staple";
/// The largest attachment of the tests, in bytes.
pub const LARGEST: usize = 1 << 20;
const TOWN: &str = "/county/town/";

/// A door as the settings want it, but for what a test changes.
pub fn door(change: impl FnOnce(&mut settings::Server)) -> Arc<Door> {
    let mut settings = Settings::defaults();
    change(&mut settings.server);
    Arc::new(Door::new(&settings))
}

/// A server on a database of its own.
pub struct Server {
    pub app: App,
    pub clock: Arc<ManualClock>,
    router: Router,
    _database: TestDatabase,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(&self.body)))
    }

    /// The data, if there are no errors.
    pub fn data(&self) -> Value {
        let json = self.json();
        assert!(json.get("errors").is_none(), "{json:#}");
        json["data"].clone()
    }

    /// The code of the first error.
    pub fn code(&self) -> String {
        let json = self.json();
        json["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("no code: {json}")).to_owned()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

impl Server {
    /// A server at noon of 2023-07-05, with a migrated database.
    pub async fn start() -> Self {
        Self::on(TestDatabase::new().await).await
    }

    /// The same on a database of that kind.
    pub async fn on(database: TestDatabase) -> Self {
        let (db, folder) = (database.db.clone(), database.folder().to_owned());
        let clock = Arc::new(ManualClock::at(moment("2023-07-05T04:00:00Z")));
        let rulebook = Rulebook::parse("rulebook", Rulebook::builtin("wushenzhao-2023").unwrap()).unwrap();
        let site = Arc::new(Site {
            zone: Zone::default(),
            rulebook,
            workdays: WorkCalendar::builtin(),
            base_url: "http://localhost".to_owned(),
            tips: Tips { difficulty: 4, per_address_per_hour: 5, per_hour: 12 },
            second_factor: SecondFactor::Optional,
            ids: Ids::seeded(1),
        });
        let store = Store::in_folder(&folder.join("attachments"), LARGEST).unwrap();
        let app = App { db, site, clock: clock.clone(), store, door: Arc::default() };
        Self { router: router(app.clone()), app, clock, _database: database }
    }

    /// The program itself, at a moment.
    pub fn operator(&self) -> Context {
        Context::operator(self.app.site.clone(), moment("2023-05-22T01:00:00Z"))
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap().to_vec() }
    }

    /// Asks as somebody, or as a visitor.
    pub async fn ask(&self, token: Option<&str>, query: &str, variables: Value) -> Answer {
        let mut request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT_LANGUAGE, "en");
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        self.send(request.body(Body::from(json!({ "query": query, "variables": variables }).to_string())).unwrap()).await
    }

    /// The token of a login.
    pub async fn login(&self, login: &str) -> String {
        let query = "mutation($l: String!, $p: String!) { login(input: {login: $l, password: $p}) { token userErrors { code } } }";
        let data = self.ask(None, query, json!({ "l": login, "p": PASSWORD })).await.data();
        data["login"]["token"].as_str().unwrap_or_else(|| panic!("{data}")).to_owned()
    }

    /// How many statements it takes to answer.
    pub async fn statements(&self, token: &str, query: &str, variables: Value) -> u64 {
        let before = self.app.db.statements();
        self.ask(Some(token), query, variables).await.data();
        self.app.db.statements() - before
    }
}

/// A township: an office, two villages, a regulator, an enterprise in each village, and somebody in each.
pub struct Town {
    pub office: Uuid,
    pub villages: [Uuid; 2],
    pub unit: Uuid,
    pub enterprises: [Uuid; 2],
    /// The people, by login: `office`, `village0`, `village1`, `unit`, `head0`, `head1`, `staff0`.
    pub people: Vec<(&'static str, Uuid)>,
}

impl Town {
    pub async fn found(server: &Server) -> Self {
        let ctx = server.operator();
        let db = server.app.db.begin().await.unwrap();
        for (path, kind) in [
            ("/county/", JurisdictionKind::County),
            (TOWN, JurisdictionKind::Town),
            ("/county/town/v0/", JurisdictionKind::Village),
            ("/county/town/v1/", JurisdictionKind::Village),
        ] {
            let row =
                jurisdiction::ActiveModel { id: Set(ctx.id()), parent_id: Set(None), kind: Set(kind), name: Set(path.to_owned()), path: Set(path.to_owned()) };
            row.insert(&db).await.unwrap();
        }
        let office = organization(&db, &ctx, OrganizationKind::SafetyOffice, "安委办", TOWN, None, None, &[]).await;
        let mut villages = [Uuid::nil(); 2];
        let mut enterprises = [Uuid::nil(); 2];
        let unit = organization(&db, &ctx, OrganizationKind::Unit, "应急管理办", TOWN, None, None, &[Sector::HazardousChemicals]).await;
        for at in 0..2 {
            villages[at] = organization(&db, &ctx, OrganizationKind::Village, &format!("嘎查{at}"), &format!("/county/town/v{at}/"), None, None, &[]).await;
            let (code, sector) = [("91150626MA0N3XQK3P", Sector::HazardousChemicals), ("91150626MA0N3XR44K", Sector::IndustryAndTrade)][at];
            enterprises[at] = organization(&db, &ctx, OrganizationKind::Enterprise, &format!("企业{at}"), "", Some(villages[at]), Some(code), &[sector]).await;
        }
        let hash = account::hash_password(PASSWORD).unwrap();
        let mut people = Vec::new();
        for (login, organization, position) in [
            ("office", office, Position::SafetyOfficer),
            ("village0", villages[0], Position::Head),
            ("village1", villages[1], Position::Head),
            ("unit", unit, Position::SafetyOfficer),
            ("head0", enterprises[0], Position::Head),
            ("head1", enterprises[1], Position::Head),
            ("staff0", enterprises[0], Position::Staff),
        ] {
            let new =
                NewPerson { name: login.to_owned(), phone: None, email: Some(format!("{login}@example.com")), language: Language::En, morning_hour: None };
            let person = create(&db, &ctx, new).await.unwrap().id;
            appoint(&db, &ctx, person, organization, position, None, day("2023-05-01")).await.unwrap();
            account::open(&db, &ctx, person, login, hash.clone()).await.unwrap();
            people.push((login, person));
        }
        db.commit().await.unwrap();
        Self { office, villages, unit, enterprises, people }
    }

    /// Gives the unit enforcement power.
    pub async fn empower(&self, server: &Server) {
        let db = server.app.db.begin().await.unwrap();
        let mut unit = organization_row::Entity::find_by_id(self.unit).one(&db).await.unwrap().unwrap().into_active_model();
        unit.traits = Set(Traits(vec![Trait::EnforcementPower]));
        unit.update(&db).await.unwrap();
        db.commit().await.unwrap();
    }

    pub fn person(&self, login: &str) -> Uuid {
        self.people.iter().find(|(known, _)| *known == login).unwrap().1
    }
}

#[expect(clippy::too_many_arguments, reason = "what an organization has")]
async fn organization(
    db: &DatabaseTransaction,
    ctx: &Context,
    kind: OrganizationKind,
    name: &str,
    path: &str,
    village: Option<Uuid>,
    code: Option<&str>,
    sectors: &[Sector],
) -> Uuid {
    let code = code.map(good_code);
    let new = NewOrganization {
        kind,
        name: name.to_owned(),
        credit_code: code,
        jurisdiction_path: path.to_owned(),
        village,
        address: None,
        sectors: sectors.to_vec(),
        traits: Vec::<Trait>::new(),
        joined_on: day("2023-05-22"),
    };
    let found: organization_row::Model = register(db, ctx, new).await.unwrap();
    found.id
}

/// The code with the two check characters that belong to its first sixteen.
pub fn good_code(code: &str) -> String {
    const DIGITS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let codes = DIGITS.chars().flat_map(|inner| DIGITS.chars().map(move |outer| format!("{}{inner}{outer}", &code[..16])));
    codes.into_iter().find(|code| redline_domain::UnifiedSocialCreditCode::parse(code).is_ok()).expect("one of them is right")
}

pub fn type_id(noun: ids::Noun, id: Uuid) -> String {
    ids::encode(noun, id)
}
