//! Every change, by every role, to what is every tenant's (操作): made by those of whom the table says so, refused to those who may only see it,
//! and to all others as if the thing were not there.

use redline_domain::{
    OrganizationKind, Position, Sector,
    ids::Noun,
    permission::{Action, Actor, Decision, Reason, Subject, decide, decide_enforcement, decide_inspection, decide_sitewide},
};
use redline_ledger::actor;
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    lists::made_up,
    schema::Schema,
    table::{Row, Rule},
    world::{Role, Tenant, World},
};

/// How many kinds of changes are sent together, each to every tenant.
const TOGETHER: usize = 6;
/// What nobody may be answered who may do it.
const DENIED: [&str; 3] = ["NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED"];

/// What the table says of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is made, or refused for another reason.
    Allowed,
    /// The thing may be seen, but this not done to it: one of these codes.
    Refused(Vec<String>),
    /// As if there were no such thing.
    NotFound,
}

impl World {
    /// Has the database take back every change at its last step, when the request is remembered that asked for it: so it is carried out to
    /// the end, and changes nothing for the next.
    async fn take_back(&self) {
        let db = self.server.app.db.begin().await.unwrap();
        let statements: &[&str] = match db.get_database_backend() {
            sea_orm::DbBackend::Postgres => &[
                "CREATE FUNCTION take_back() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'taken back'; END $$",
                "CREATE TRIGGER take_back BEFORE INSERT ON request FOR EACH ROW EXECUTE FUNCTION take_back()",
            ],
            _ => &["CREATE TRIGGER take_back BEFORE INSERT ON request BEGIN SELECT RAISE(ABORT, 'taken back'); END"],
        };
        for statement in statements {
            db.execute_unprepared(statement).await.unwrap();
        }
        db.commit().await.unwrap();
    }

    fn verdict(&self, role: &Role, tenant: &Tenant, row: &Row) -> Verdict {
        let decision = self.decision(&role.actor, tenant, row);
        let also = row.word("may-not").map(str::to_owned);
        match decision {
            Decision::Deny(Reason::Invisible) => Verdict::NotFound,
            Decision::Deny(Reason::Forbidden(refusal)) => Verdict::Refused([refusal.code.to_owned()].into_iter().chain(also).collect()),
            Decision::Allow => match row.word("by").and_then(|by| by.split_once(':')) {
                Some((who, code)) if !self.is_among(who, &role.actor, tenant, row) => Verdict::Refused(vec![code.to_owned()]),
                _ => Verdict::Allowed,
            },
        }
    }

    fn decision(&self, by: &Actor, tenant: &Tenant, row: &Row) -> Decision {
        let Rule::By(action) = row.rule else { return Decision::Allow };
        let kind = row.input.get("kind").and_then(Value::as_str).unwrap_or_default();
        let organization = &self.things.organizations[&tenant.organization];
        let new = Subject { organization: Uuid::nil(), kind: OrganizationKind::Village, village: None, jurisdiction: tenant.village_path, sectors: &[] };
        match (row.field(), action) {
            _ if row.has("at") => decide(by, action, &new),
            _ if row.has("new") => {
                let sectors = [Sector::Gas];
                decide(by, action, &Subject { kind: OrganizationKind::Enterprise, village: Some(tenant.village), sectors: &sectors, ..new })
            }
            (_, Action::HandleTips) => match decide_sitewide(by, action) {
                // Nobody hears of a report about where he sits himself, or of another office's.
                Decision::Allow if !self.things.may_with_tip(by, action, &self.things.all[&tenant.things["Tip"]]) => Decision::Deny(Reason::Invisible),
                decision => decision,
            },
            ("recordInspection", _) => decide_inspection(by, kind.parse().unwrap(), &actor::subject(organization)),
            ("recordEnforcement", _) => decide_enforcement(by, kind.parse().unwrap(), &actor::subject(organization)),
            _ => decide(by, action, &actor::subject(organization)),
        }
    }

    /// Whether somebody is among those whom a use case lets do it, of all who may see the thing.
    fn is_among(&self, who: &str, by: &Actor, tenant: &Tenant, row: &Row) -> bool {
        let sits = |organization, position: fn(Position) -> bool| by.seats.iter().any(|seat| seat.organization == organization && position(seat.position));
        let officer: fn(Position) -> bool = |position| position != Position::Staff;
        let thing = row.names.as_ref().and_then(|(_, name)| self.things.all.get(tenant.things.get(name.as_str())?));
        let made = thing.and_then(|thing| thing.made_by).is_some_and(|maker| sits(maker, officer));
        match who {
            "maker" => made,
            "maker-or-office" => made || self.things.may(by, Action::ExcuseWindow, tenant.organization),
            "own" => sits(tenant.organization, |_| true),
            "officer" => sits(tenant.organization, officer),
            "head" => sits(tenant.organization, |position| position == Position::Head),
            "power" => by.seats.iter().any(|seat| {
                let alone = Actor { person: by.person, seats: vec![seat.clone()], operator: false };
                let may = self.things.may(&alone, Action::SuspendProduction, tenant.organization);
                may && (seat.kind != OrganizationKind::Unit || seat.enforcement_power)
            }),
            who => panic!("{}: who is {who}?", row.path),
        }
    }

    /// Sends changes in one document: what each is answered, with its refusals.
    async fn change(&self, schema: &Schema, role: &Role, changes: &[(&Row, Map<String, Value>)]) -> Value {
        let (mut declared, mut parts, mut variables) = (String::new(), String::new(), Map::new());
        for (at, (row, input)) in changes.iter().enumerate() {
            let kind = &schema.field(&row.path).unwrap().arguments["input"];
            declared += &format!("$i{at}: {kind} ");
            parts += &format!("c{at}: {}(input: $i{at}) {{ userErrors {{ code field message clause }} }} ", row.field());
            let mut input = input.clone();
            input.insert("requestId".to_owned(), json!(format!("{}-{at}", row.path)));
            variables.insert(format!("i{at}"), Value::Object(input));
        }
        self.ask(role, &format!("mutation({declared}) {{ {parts} }}"), Value::Object(variables)).await.json()
    }
}

/// How many cells were allowed, of them carried out to the end, refused, and not found.
#[derive(Default)]
struct Cells {
    allowed: usize,
    done: usize,
    refused: usize,
    not_found: usize,
    wrong: Vec<String>,
}

impl Cells {
    /// None is wrong, and there are more than so many that were allowed, done, refused and not found.
    fn are_right_and_more_than(&self, least: [usize; 4]) {
        assert!(self.wrong.is_empty(), "{}: {:#?}", self.wrong.len(), self.wrong);
        let counts = [self.allowed, self.done, self.refused, self.not_found];
        assert!(counts.iter().zip(least).all(|(count, least)| *count > least), "{counts:?}");
    }
}

async fn cells(among: impl Fn(&Role) -> bool) -> Cells {
    let (world, schema) = (World::found().await, Schema::read());
    world.take_back().await;
    let rows: Vec<&Row> = world.table.fields_of("Mutation").filter(|row| matches!(row.rule, Rule::By(_))).collect();
    let mut cells = Cells::default();
    for role in world.members().filter(|role| among(role)) {
        for some in rows.chunks(TOGETHER) {
            let mut denied = Vec::new();
            for row in some {
                for tenant in &world.tenants {
                    match world.verdict(role, tenant, row) {
                        Verdict::Allowed => {
                            let answer = world.change(&schema, role, &[(row, world.input(row, role, tenant, None))]).await;
                            allowed(&mut cells, &answer, &format!("{} {} {}", role.name, tenant.name, row.path));
                        }
                        verdict => denied.push((*row, tenant, verdict)),
                    }
                }
            }
            if !denied.is_empty() {
                refused(&mut cells, &world, &schema, role, &denied).await;
            }
        }
    }
    cells
}

/// Sends what is denied in one document, and of each change a twin that names what is made up: where a thing is out of sight, nobody can tell
/// it from that.
async fn refused(cells: &mut Cells, world: &World, schema: &Schema, role: &Role, denied: &[(&Row, &Tenant, Verdict)]) {
    let mut changes: Vec<_> = denied.iter().map(|(row, tenant, _)| (*row, world.input(row, role, tenant, None))).collect();
    let mut twins: Vec<(&Row, usize)> = Vec::new();
    for (row, tenant, _) in denied {
        if twins.last().is_none_or(|(last, _)| !std::ptr::eq(*last, *row)) {
            let made_up = row.names.as_ref().map(|(_, name)| made_up(world.noun(name)));
            twins.push((*row, changes.len()));
            changes.push((row, world.input(row, role, tenant, made_up.as_deref())));
        }
    }
    let answer = world.change(schema, role, &changes).await;
    let told = |at: usize| &answer["data"][format!("c{at}")]["userErrors"];
    for (at, (row, tenant, verdict)) in denied.iter().enumerate() {
        let twin = twins.iter().find(|(of, _)| std::ptr::eq(*of, *row)).map_or(&Value::Null, |(_, at)| told(*at));
        let codes: Vec<&str> = told(at).as_array().into_iter().flatten().filter_map(|error| error["code"].as_str()).collect();
        let right = match verdict {
            Verdict::Refused(either) => codes.len() == 1 && either.iter().any(|code| code == codes[0]),
            _ => codes == ["NOT_FOUND"] && (row.names.is_none() || told(at) == twin),
        };
        *if *verdict == Verdict::NotFound { &mut cells.not_found } else { &mut cells.refused } += 1;
        if !right {
            let (told, errors) = (told(at), &answer["errors"]);
            cells.wrong.push(format!("{} {} {} {verdict:?}, but {told}, and of what is made up {twin} {errors}", role.name, tenant.name, row.path));
        }
    }
}

fn allowed(cells: &mut Cells, answer: &Value, cell: &str) {
    cells.allowed += 1;
    // Taken back at its last step.
    if answer["errors"][0]["extensions"]["code"] == json!("INTERNAL") {
        cells.done += 1;
        return;
    }
    let told = &answer["data"]["c0"]["userErrors"];
    let codes: Vec<&str> = told.as_array().into_iter().flatten().filter_map(|error| error["code"].as_str()).collect();
    if codes.is_empty() || codes.iter().any(|code| DENIED.contains(code)) {
        cells.wrong.push(format!("{cell}: may be done, but {answer}"));
    }
}

fn sits_in_enterprise(role: &Role) -> bool {
    role.actor.seats.iter().any(|seat| seat.kind == OrganizationKind::Enterprise)
}

#[tokio::test]
async fn people_of_enterprises_change_what_the_table_lets_them_and_learn_of_nothing_else() {
    cells(sits_in_enterprise).await.are_right_and_more_than([300, 200, 50, 1_500]);
}

#[tokio::test]
async fn villages_regulators_and_offices_change_what_the_table_lets_them_and_learn_of_nothing_else() {
    cells(|role| !sits_in_enterprise(role)).await.are_right_and_more_than([100, 50, 1_000, 1_000]);
}

/// Another's key is as unknown as one that is made up.
#[tokio::test]
async fn nobody_ends_the_key_of_another() {
    let world = World::found().await;
    let (head, staff) = (world.role("head"), world.role("staff"));
    let make = "mutation($p: String!) { createApiKey(input: {name: \"x\", until: \"2023-08-01\", password: $p}) { apiKey { id } userErrors { code } } }";
    let key = world.data(head, make, json!({ "p": crate::support::PASSWORD })).await["createApiKey"]["apiKey"]["id"].clone();
    let end = "mutation($k: ID!) { revokeApiKey(input: {apiKeyId: $k}) { userErrors { code field message } } }";
    let told = world.data(staff, end, json!({ "k": key })).await;
    assert_eq!(told, world.data(staff, end, json!({ "k": made_up(Noun::ApiKey) })).await);
    assert_eq!(told["revokeApiKey"]["userErrors"][0]["code"], "NOT_FOUND");
    let keys = "{ viewer { apiKeys { id } } }";
    assert_eq!(world.data(staff, keys, json!({})).await["viewer"]["apiKeys"], json!([]));
    assert_eq!(world.data(head, keys, json!({})).await["viewer"]["apiKeys"], json!([{ "id": key }]));
}
