//! Canaries (金丝雀): every text of a tenant has a word that no other tenant has. Whoever may see nothing of it never meets that word, by
//! whatever field, however deep; and no edge leads to a thing that may not be seen.

use redline_domain::{
    ids::{decode, encode},
    permission::Action,
};
use serde_json::{Map, Value, json};

use super::{
    schema::Schema,
    table::{Row, Rule},
    world::{Role, Tenant, World},
};

/// How many words one document may have; the server's guard counts a few more.
const WORDS: usize = 700;

/// What a text that follows a canary is, and for whom; what is not named is one of the tenant's records.
const TEXTS: [(&str, Action); 9] = [
    (" 有限公司", Action::SeeOrganization),
    (" 负责人", Action::SeePeople),
    (" 工人", Action::SeePeople),
    (" 邮件", Action::SeeNotices),
    (" 举报人", Action::SeeInformants),
    (" 电话", Action::SeeInformants),
    (" 举报", Action::SeeTips),
    (" 补充", Action::SeeTips),
    (" 办理", Action::SeeTips),
];

/// Who listens and asks crafted questions: of those who see alike, one.
const LISTENERS: [&str; 11] =
    ["head", "staff", "sibling head", "foreign head", "village", "regulator", "safety office", "discipline office", "party office", "torn", "who left"];

impl World {
    pub fn listeners(&self) -> impl Iterator<Item = &Role> {
        LISTENERS.iter().map(|name| self.role(name))
    }

    /// Whether somebody may meet a text of a tenant.
    fn may_meet(&self, role: &Role, tenant: &Tenant, text: &str) -> bool {
        let action = TEXTS.iter().find(|(start, _)| text.starts_with(start)).map_or(Action::SeeRecords, |(_, action)| *action);
        let own = role.actor.person == Some(tenant.head) && matches!(action, Action::SeePeople | Action::SeeNotices);
        let tip = &self.things.all[&tenant.things["Tip"]];
        own || if action.is_sitewide() { self.things.may_with_tip(&role.actor, action, tip) } else { self.things.may(&role.actor, action, tenant.organization) }
    }

    /// What of an answer is not for whom it was given to.
    fn leaks(&self, role: &Role, asked: &str, answer: &Value, into: &mut Vec<String>) {
        let text = answer.to_string();
        for tenant in &self.tenants {
            for (at, canary) in text.match_indices(&tenant.canary) {
                let rest = &text[at + canary.len()..];
                if !self.may_meet(role, tenant, rest) {
                    into.push(format!("{} meets {canary}{} by {asked}", role.name, rest.chars().take(12).collect::<String>()));
                }
            }
            if text.contains(&tenant.canary.to_ascii_lowercase()) && !self.may_meet(role, tenant, " 工人") && role.actor.person != Some(tenant.head) {
                into.push(format!("{} meets an address of {} by {asked}", role.name, tenant.name));
            }
        }
        self.strays(role, asked, answer, into);
    }

    /// Things in an answer that are out of sight.
    fn strays(&self, role: &Role, asked: &str, answer: &Value, into: &mut Vec<String>) {
        match answer {
            Value::Array(list) => list.iter().for_each(|value| self.strays(role, asked, value, into)),
            Value::Object(map) => {
                if let Some(Ok(key)) = map.get("id").and_then(Value::as_str).map(decode)
                    && self.things.all.get(&key).is_some_and(|thing| !self.sees(role, thing))
                {
                    into.push(format!("{} is led to {key:?} by {asked}", role.name));
                }
                map.values().for_each(|value| self.strays(role, asked, value, into));
            }
            _ => {}
        }
    }
}

/// Field selections in as many documents as they need.
fn packed(parts: &[String]) -> Vec<String> {
    let mut documents = vec![(0, String::new())];
    for part in parts {
        let words = part.split_whitespace().count();
        if documents.last().is_some_and(|(full, _)| full + words > WORDS) {
            documents.push((0, String::new()));
        }
        if let Some((full, text)) = documents.last_mut() {
            *full += words;
            *text += &format!("{part} ");
        }
    }
    documents.into_iter().map(|(_, text)| text).collect()
}

#[tokio::test]
async fn no_field_of_any_thing_tells_or_leads_to_what_may_not_be_seen() {
    let (world, schema) = (World::found().await, Schema::read());
    let mut leaks = Vec::new();
    let mut met = 0;
    for role in world.listeners() {
        for name in world.tenants[0].things.keys() {
            let kind = format!("{:?}", world.noun(name));
            if !schema.kinds.get(&kind).is_some_and(|kind| kind.is_node) {
                continue;
            }
            // Those that are out of sight are asked for as well.
            let nodes: String = world.tenants.iter().map(|tenant| format!("{}: node(id: \"{}\") {{ ...F }} ", tenant.name, tenant.id(name))).collect();
            for document in packed(&schema.selections(&kind, 1)) {
                let data = world.data(role, &format!("{{ {nodes} }} fragment F on {kind} {{ {document} }}"), json!({})).await;
                met += data.to_string().matches("CANARY-").count();
                world.leaks(role, name, &data, &mut leaks);
            }
        }
    }
    assert!(leaks.is_empty(), "{}: {leaks:#?}", leaks.len());
    assert!(met > 1_000, "the canaries sing where they may: {met}");
}

/// A question by its row, with the arguments that it needs, and all that it answers. What a thing itself says is asked of it by its
/// identifier, so that of a list of things the rows are enough.
fn question(world: &World, schema: &Schema, row: &Row, tenant: &Tenant, role: &Role) -> Vec<(String, Value)> {
    let field = schema.field(&row.path).unwrap();
    let given: Map<String, Value> = world.input(row, role, tenant, None);
    let mut passed: Vec<String> = given.keys().map(|name| format!("{name}: ${name}")).collect();
    let declared: Vec<String> = given.keys().map(|name| format!("${name}: {}", field.arguments[name])).collect();
    let (kind, rows) = field.rows().map_or((field.named(), false), |rows| (rows, true));
    if rows {
        passed.push("first: 20".to_owned());
    }
    let brackets = |list: &[String]| if list.is_empty() { String::new() } else { format!("({})", list.join(", ")) };
    let ask = |selected: &str| {
        let selected = if rows { format!("totalCount nodes {{ {selected} }}") } else { selected.to_owned() };
        (format!("query{} {{ {}{} {{ {selected} }} }}", brackets(&declared), row.field(), brackets(&passed)), Value::Object(given.clone()))
    };
    let deep = usize::from(!schema.kinds[kind].is_node);
    packed(&schema.selections(kind, deep)).iter().map(|selected| ask(selected)).collect()
}

#[tokio::test]
async fn no_list_and_no_figures_tell_or_lead_to_what_may_not_be_seen() {
    let (world, schema) = (World::found().await, Schema::read());
    let mut leaks = Vec::new();
    for role in world.listeners() {
        for row in world.table.fields_of("Query").filter(|row| row.rule != Rule::Public || row.field() == "viewer") {
            if !schema.kinds.contains_key(schema.field(&row.path).unwrap().named()) {
                continue;
            }
            // What is asked about somebody else's is asked about each of them.
            let tenants = if row.names.is_some() { &world.tenants[..] } else { &world.tenants[..1] };
            for tenant in tenants {
                for (query, variables) in question(&world, &schema, row, tenant, role) {
                    let answer = world.ask(role, &query, variables).await.json();
                    if let Some(error) = answer["errors"][0]["extensions"]["code"].as_str() {
                        assert!(["FORBIDDEN", "NOT_FOUND"].contains(&error), "{} {query}: {answer}", role.name);
                    }
                    world.leaks(role, &row.path, &answer, &mut leaks);
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{}: {leaks:#?}", leaks.len());
}

/// A search finds in what may be seen only: no word of another tells by a number that it is there.
#[tokio::test]
async fn a_search_for_the_word_of_a_tenant_finds_nothing_where_nothing_may_be_seen() {
    let (world, schema) = (World::found().await, Schema::read());
    let searched: Vec<(&Row, &str)> = world
        .table
        .fields_of("Query")
        .filter_map(|row| {
            let field = schema.field(&row.path)?;
            let filter = field.rows().and(field.arguments.get("filter")).map(|filter| &schema.inputs[filter.trim_end_matches('!')]);
            let by = ["text", "search"].into_iter().find(|by| filter.is_some_and(|filter| filter.contains_key(*by)));
            by.filter(|_| row.rule != Rule::Public).map(|by| (row, by))
        })
        .collect();
    assert!(searched.len() >= 14, "{}", searched.len());
    let mut wrong = Vec::new();
    for role in world.members() {
        for tenant in world.tenants.iter().filter(|tenant| !world.things.may(&role.actor, Action::SeeOrganization, tenant.organization)) {
            let parts: String = searched.iter().map(|(row, by)| format!("{0}: {0}(filter: {{{by}: $t}}) {{ totalCount }} ", row.field())).collect();
            let answer =
                world.ask(role, &format!("query($t: String) {{ {parts} people(text: $t) {{ totalCount }} }}"), json!({ "t": tenant.canary })).await.json();
            for (list, found) in answer["data"].as_object().into_iter().flatten() {
                if found["totalCount"] != json!(0) {
                    wrong.push(format!("{} finds {} of {} in {list}", role.name, found["totalCount"], tenant.name));
                }
            }
            let refused = answer["errors"][0]["extensions"]["code"].as_str();
            assert!(refused.is_none_or(|code| code == "FORBIDDEN"), "{answer}");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What the outbox has for somebody speaks of nothing that the reader may not see. (The mails themselves are the worker's; here they are rows.)
#[tokio::test]
async fn a_mail_is_seen_whole_or_not_at_all() {
    let world = World::found().await;
    for role in world.members() {
        let data = world.data(role, "{ mails { nodes { id subject text html address serverAnswer recipient { name } } } }", json!({})).await;
        for mail in data["mails"]["nodes"].as_array().unwrap() {
            let (noun, id) = decode(mail["id"].as_str().unwrap()).unwrap();
            let thing = &world.things.all[&(noun, id)];
            assert!(world.sees(role, thing), "{} {}", role.name, encode(noun, id));
            let strange = world.tenants.iter().filter(|tenant| !thing.of.contains(&tenant.organization));
            assert!(strange.into_iter().all(|tenant| !mail.to_string().contains(&tenant.canary)), "{mail}");
        }
    }
}
