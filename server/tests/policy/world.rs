//! A world of tenants and of people who stand to them in every way (租户、角色), with a session of each.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use redline_domain::{
    OrganizationKind, Position, Sector, Trait, UnifiedSocialCreditCode,
    ids::{self, Noun},
    permission::Actor,
};
use redline_entity::account as account_row;
use redline_ledger::{Context, account, actor};
use redline_server::{App, http::router};
use sea_orm::EntityTrait;
use serde_json::{Map, Value, json};
use tower::ServiceExt;
use uuid::Uuid;

use super::{
    founding::{left, organization, places, somebody},
    goods,
    log::Log,
    seed,
    support::{Answer, PASSWORD, Server, day, door, moment},
    table::{Row, Table},
    things::Things,
};

/// The argon2id hash of `support::PASSWORD` at the least cost there is: hundreds of signatures are confirmed.
const HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$cG9saWN5cG9saWN5$jhc5XlUxq/Fp8Mjbs5khYoMAzmnH/+yO+AHE/U7/weU";
/// An enterprise; one of the same village in another sector; one of another village in the same sector; one of another town.
pub const TENANTS: [&str; 4] = ["own", "sibling", "neighbour", "foreign"];

/// An enterprise with one thing of each kind.
pub struct Tenant {
    pub name: &'static str,
    /// What stands in every text of this tenant and in no other.
    pub canary: String,
    pub organization: Uuid,
    pub village: Uuid,
    pub village_path: &'static str,
    /// The safety office above it.
    pub office: Uuid,
    pub head: Uuid,
    /// Its things, by the names that the table gives them: `Hazard:major`.
    pub things: BTreeMap<&'static str, (Noun, Uuid)>,
}

impl Tenant {
    pub fn keep(&mut self, name: &'static str, noun: Noun, id: Uuid) -> Uuid {
        self.things.insert(name, (noun, id));
        id
    }

    /// The identifier of one of its things.
    pub fn id(&self, name: &str) -> String {
        let (noun, id) = self.things.get(name).unwrap_or_else(|| panic!("{} has no {name}", self.name));
        ids::encode(*noun, *id)
    }
}

/// Somebody who asks.
pub struct Role {
    pub name: &'static str,
    pub actor: Actor,
    pub token: Option<String>,
}

/// Who stands how to the tenants: each with the organizations in which he or she sits, as what.
type Seats = Vec<(Uuid, Position)>;

pub struct World {
    pub server: Server,
    /// The same server with a door that lets everybody ask as much as he likes.
    router: Router,
    log: Log,
    pub table: Table,
    pub tenants: Vec<Tenant>,
    pub roles: Vec<Role>,
    pub things: Things,
    /// An alert and a key period, which are nobody's.
    pub shared: BTreeMap<&'static str, (Noun, Uuid)>,
}

impl World {
    pub async fn found() -> Self {
        let server = Server::start().await;
        let ctx = server.operator();
        let db = server.app.db.begin().await.unwrap();
        places(&db, &ctx).await;
        let organ = async |kind, name: &str, path: &str, sectors: &[Sector], traits: &[Trait]| {
            organization(&db, &ctx, kind, name.to_owned(), path, None, sectors, traits).await
        };
        use OrganizationKind::{DisciplineOffice, PartyOffice, SafetyOffice, Unit, Village};
        const CHEMICALS: [Sector; 1] = [Sector::HazardousChemicals];
        const TRADE: [Sector; 1] = [Sector::IndustryAndTrade];
        let safety = organ(SafetyOffice, "安委办", "/county/town/", &[], &[]).await;
        let discipline = organ(DisciplineOffice, "纪委监察办", "/county/town/", &[], &[]).await;
        let party = organ(PartyOffice, "基层党建办", "/county/town/", &[], &[]).await;
        let unit = organ(Unit, "应急管理站", "/county/town/", &CHEMICALS, &[Trait::EnforcementPower]).await;
        let weak_unit = organ(Unit, "化工服务站", "/county/town/", &CHEMICALS, &[]).await;
        let other_unit = organ(Unit, "市场监管所", "/county/town/", &TRADE, &[Trait::EnforcementPower]).await;
        let villages = [
            organ(Village, "嘎查〇", "/county/town/v0/", &[], &[]).await,
            organ(Village, "嘎查一", "/county/town/v1/", &[], &[]).await,
            organ(Village, "嘎查九", "/county/next/v9/", &[], &[]).await,
        ];
        let next_safety = organ(SafetyOffice, "邻镇安委办", "/county/next/", &[], &[]).await;

        let mut tenants = Vec::new();
        for (at, (village, path, office, sectors)) in [
            (villages[0], "/county/town/v0/", safety, CHEMICALS),
            (villages[0], "/county/town/v0/", safety, TRADE),
            (villages[1], "/county/town/v1/", safety, CHEMICALS),
            (villages[2], "/county/next/v9/", next_safety, CHEMICALS),
        ]
        .into_iter()
        .enumerate()
        {
            let canary = format!("CANARY-{}", TENANTS[at].to_ascii_uppercase());
            let code = UnifiedSocialCreditCode::make(&format!("91150626MA0N000{at}")).unwrap().to_string();
            let organization =
                organization(&db, &ctx, OrganizationKind::Enterprise, format!("{canary} 有限公司"), "", Some((village, code)), &sectors, &[]).await;
            let head = somebody(&db, &ctx, &format!("{canary} 负责人"), &[(organization, Position::Head)]).await;
            let tenant = Tenant { name: TENANTS[at], canary, organization, village, village_path: path, office, head, things: BTreeMap::new() };
            tenants.push(tenant);
        }
        let shared = seed::shared(&db, &ctx, safety, next_safety, villages[0]).await;
        for tenant in &mut tenants {
            goods::tenant(&db, &ctx, tenant, shared["KeyPeriod"].1).await;
        }
        // What an organization made elsewhere it always sees: nobody else has a part in it, and it tells nothing of the tenant.
        seed::made(&db, &ctx, tenants[3].organization, unit).await;
        seed::mixed_mail(&db, &ctx, villages[0], &tenants[0], &tenants[3]).await;

        let (own, sibling) = (tenants[0].organization, tenants[1].organization);
        use Position::{Deputy, Head, SafetyOfficer, Staff};
        let roles: Vec<(&'static str, Seats)> = vec![
            ("deputy", vec![(own, Deputy)]),
            ("officer", vec![(own, SafetyOfficer)]),
            ("staff", vec![(own, Staff)]),
            ("village", vec![(villages[0], Head)]),
            ("village staff", vec![(villages[0], Staff)]),
            ("other village", vec![(villages[1], Head)]),
            ("regulator", vec![(unit, SafetyOfficer)]),
            ("regulator staff", vec![(unit, Staff)]),
            ("regulator without power", vec![(weak_unit, SafetyOfficer)]),
            ("regulator of another sector", vec![(other_unit, Head)]),
            ("safety office", vec![(safety, SafetyOfficer)]),
            ("safety office staff", vec![(safety, Staff)]),
            ("next safety office", vec![(next_safety, Head)]),
            ("discipline office", vec![(discipline, Head)]),
            ("discipline office staff", vec![(discipline, Staff)]),
            ("party office", vec![(party, Head)]),
            // Who sits in an enterprise and in the office above it: he sees as the office, and does to his own no more than his own.
            ("torn", vec![(sibling, Staff), (safety, SafetyOfficer)]),
            ("nowhere", vec![]),
        ];
        let mut people: Vec<(&'static str, Uuid)> =
            ["head", "sibling head", "neighbour head", "foreign head"].into_iter().zip(tenants.iter().map(|tenant| tenant.head)).collect();
        for (name, seats) in roles {
            people.push((name, somebody(&db, &ctx, name, &seats).await));
        }
        people.push(("who left", left(&db, &ctx, own).await));
        let now = Context::operator(server.app.site.clone(), moment("2023-07-05T03:00:00Z"));
        let mut roles = vec![Role { name: "nobody", actor: Actor::nobody(), token: None }];
        for (at, (name, person)) in people.into_iter().enumerate() {
            let id = account::open(&db, &ctx, person, &format!("login{at}"), HASH.to_owned()).await.unwrap();
            let account = account_row::Entity::find_by_id(id).one(&db).await.unwrap().unwrap();
            let token = account::session::begin(&db, &now, &account).await.unwrap().token;
            roles.push(Role { name, actor: actor::load(&db, person, day("2023-07-05")).await.unwrap(), token: Some(token) });
        }
        db.commit().await.unwrap();
        let things = Things::read(server.app.db.read()).await;
        let router = router(App { door: door(|server| server.requests_per_minute = u32::MAX), ..server.app.clone() });
        Self { server, router, log: Log::keep(), table: Table::read(), tenants, roles, things, shared }
    }

    pub fn role(&self, name: &str) -> &Role {
        self.roles.iter().find(|role| role.name == name).unwrap()
    }

    /// Asks as somebody; the log must have no word of a tenant.
    pub async fn ask(&self, role: &Role, query: &str, variables: Value) -> Answer {
        let mut request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT_LANGUAGE, "en");
        if let Some(token) = &role.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request.body(Body::from(json!({ "query": query, "variables": variables }).to_string())).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let answer = Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap().to_vec() };
        let said = self.log.of_a_request();
        assert!(!said.to_ascii_uppercase().contains("CANARY-"), "{}: {query}: {said}", role.name);
        answer
    }

    /// What is answered to a question that has no faults.
    pub async fn data(&self, role: &Role, query: &str, variables: Value) -> Value {
        let answer = self.ask(role, query, variables).await.json();
        assert!(answer.get("errors").is_none(), "{}: {query}: {answer:#}", role.name);
        answer["data"].clone()
    }

    /// The input of a row for somebody and a tenant, with what it names, or with `id` in its place.
    pub fn input(&self, row: &Row, role: &Role, tenant: &Tenant, id: Option<&str>) -> Map<String, Value> {
        let mut input = row.input.clone();
        let person = |id: Option<Uuid>| ids::encode(Noun::Person, id.unwrap_or_default());
        for value in input.values_mut() {
            fill(value, &|name| match name {
                "me" => person(role.actor.person),
                "seat" => ids::encode(Noun::Organization, role.actor.seats.last().map(|seat| seat.organization).unwrap_or_default()),
                "head" => person(Some(tenant.head)),
                "organization" => tenant.id("Organization"),
                "password" => PASSWORD.to_owned(),
                name => self.id(tenant, name),
            });
        }
        if let Some((argument, name)) = &row.names {
            input.insert(argument.clone(), json!(id.map_or_else(|| self.id(tenant, name), str::to_owned)));
        }
        if let Some(argument) = row.word("at") {
            input.insert(argument.to_owned(), json!(tenant.village_path));
        }
        input
    }

    /// Of which kind a thing is, by the name that the table gives it.
    pub fn noun(&self, name: &str) -> Noun {
        self.shared.get(name).map_or_else(|| self.tenants[0].things[name].0, |(noun, _)| *noun)
    }

    /// A thing of the tenant, or one that is everybody's.
    pub fn id(&self, tenant: &Tenant, name: &str) -> String {
        self.shared.get(name).map_or_else(|| tenant.id(name), |(noun, id)| ids::encode(*noun, *id))
    }
}

fn fill(value: &mut Value, with: &impl Fn(&str) -> String) {
    match value {
        Value::String(text) => {
            if let Some(name) = text.strip_prefix('@') {
                *text = with(name);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| fill(value, with)),
        Value::Object(map) => map.values_mut().for_each(|value| fill(value, with)),
        _ => {}
    }
}
