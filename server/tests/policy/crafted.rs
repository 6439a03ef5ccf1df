//! Crafted questions (构造的请求): identifiers of others in filters, of other kinds, cursors of other lists. All are answered as those of what
//! does not exist.

use redline_domain::{
    ids::{Noun, decode, encode},
    permission::Action,
};
use serde_json::{Map, Value, json};

use super::{
    lists::made_up,
    schema::Schema,
    table::{Row, Rule},
    world::{Role, Tenant, World},
};

/// What an identifier in a filter names, by the name of the filter's field, as far as it is a tenant's.
fn named(field: &str) -> Option<&'static str> {
    Some(match field {
        "organization" | "inspector" | "authority" | "foundByOrganization" | "unit" => "Organization",
        "village" => "Village",
        "leader" | "deputy" | "assignee" | "actor" => "Person",
        "hazard" | "subject" => "Hazard",
        "inspection" => "Inspection",
        "window" => "Window",
        "contract" => "Contract",
        "certificate" => "Certificate",
        "drill" => "Drill",
        // Alerts and key periods are everybody's.
        "alert" | "keyPeriod" => return None,
        field => panic!("what does the filter `{field}` name?"),
    })
}

/// Every way in which a question is narrowed by an identifier: the row, and the path of the argument.
fn ways<'a>(world: &'a World, schema: &Schema) -> Vec<(&'a Row, Option<String>, String)> {
    let mut ways = Vec::new();
    for row in world.table.fields_of("Query") {
        let Some(field) = schema.field(&row.path).filter(|field| field.rows().is_some() || row.field() == "hazardCounts") else { continue };
        for (argument, of) in &field.arguments {
            if of == "ID" {
                ways.push((row, None, argument.clone()));
            }
            for (name, _) in schema.inputs.get(of.trim_end_matches('!')).into_iter().flatten().filter(|(_, of)| *of == "ID") {
                ways.push((row, Some(argument.clone()), name.clone()));
            }
        }
    }
    ways.retain(|(row, _, name)| row.rule != Rule::Public && named(name).is_some());
    ways
}

/// The tenants of which somebody sees nothing whatever, not even what his own organization made there.
fn strangers<'a>(world: &'a World, role: &'a Role) -> impl Iterator<Item = &'a Tenant> {
    let seen = |tenant: &Tenant| world.things.all.values().any(|thing| thing.of.contains(&tenant.organization) && world.sees(role, thing));
    world.tenants.iter().filter(move |tenant| !seen(tenant))
}

/// Whether somebody sees an enterprise of the tenant's village: then the village's identifier narrows a list to what he may see anyway.
fn knows_village(world: &World, role: &Role, tenant: &Tenant) -> bool {
    world.things.organizations.values().any(|row| row.village_id == Some(tenant.village) && world.things.may(&role.actor, Action::SeeOrganization, row.id))
}

#[tokio::test]
async fn a_filter_by_what_may_not_be_seen_finds_what_a_filter_by_nothing_finds() {
    let (world, schema) = (World::found().await, Schema::read());
    let ways = ways(&world, &schema);
    assert!(ways.len() > 60, "{}", ways.len());
    let (mut cells, mut wrong) = (0, Vec::new());
    for role in world.listeners() {
        for tenant in strangers(&world, role) {
            let ways: Vec<_> = ways.iter().filter(|(_, _, name)| name != "village" || !knows_village(&world, role, tenant)).collect();
            for some in ways.chunks(20) {
                let (mut parts, mut variables, mut declared) = (String::new(), Map::new(), String::new());
                for (at, (row, within, name)) in some.iter().enumerate() {
                    let what = named(name).unwrap();
                    for (of, id) in [("t", tenant.id(what)), ("m", made_up(world.noun(what)))] {
                        let variable = format!("{of}{at}");
                        let given = format!("{name}: ${variable}");
                        let given = within.as_ref().map_or_else(|| given.clone(), |within| format!("{within}: {{{given}}}"));
                        let selected = if row.field() == "hazardCounts" { "found rectified" } else { "totalCount edges { cursor }" };
                        parts += &format!("{variable}: {}({given}) {{ {selected} }} ", row.field());
                        declared += &format!("${variable}: ID ");
                        variables.insert(variable, json!(id));
                    }
                }
                let answer = world.ask(role, &format!("query({declared}) {{ {parts} }}"), Value::Object(variables)).await.json();
                for (at, (row, _, name)) in some.iter().enumerate() {
                    cells += 1;
                    let (theirs, nothing) = (&answer["data"][format!("t{at}")], &answer["data"][format!("m{at}")]);
                    if theirs != nothing {
                        wrong.push(format!("{} {} {} by {name}: {theirs}, of what is made up {nothing}", role.name, tenant.name, row.path));
                    }
                }
                let codes = answer["errors"].as_array().into_iter().flatten().map(|error| error["extensions"]["code"].clone());
                assert!(codes.into_iter().all(|code| code == "FORBIDDEN"), "{answer:#}");
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
    assert!(cells > 1_000, "{cells}");
}

#[tokio::test]
async fn an_identifier_of_another_kind_is_refused_alike_whether_there_is_such_a_thing() {
    let (world, schema) = (World::found().await, Schema::read());
    let asked = world.table.fields_of("Query").filter_map(|row| row.names.as_ref().zip(schema.field(&row.path)).map(|(names, field)| (row, names, field)));
    for (row, (argument, name), field) in asked.filter(|(row, ..)| row.field() != "node") {
        for role in ["head", "regulator", "safety office", "nowhere"].map(|name| world.role(name)) {
            // A drill's identifier where something else is asked for.
            let other = if world.noun(name) == Noun::Drill { "Contract" } else { "Drill" };
            let rest: String = row.input.iter().map(|(name, value)| format!(", {name}: {value}")).collect();
            let of = if schema.kinds.contains_key(field.named()) { "{ __typename }" } else { "" };
            let query = format!("query($i: ID!) {{ {}({argument}: $i{rest}) {of} }}", row.field());
            let mut told = Vec::new();
            for id in [world.tenants[3].id(other), world.tenants[0].id(other), made_up(world.noun(other))] {
                let answer = world.ask(role, &query, json!({ "i": id })).await;
                assert_eq!(answer.code(), "BAD_USER_INPUT", "{} {}", role.name, row.path);
                told.push(answer.text().replace(&id, "it"));
            }
            assert!(told.iter().all(|one| *one == told[0]), "{} {}: {told:#?}", role.name, row.path);
        }
    }
}

#[tokio::test]
async fn a_cursor_of_another_persons_list_opens_nothing_and_one_of_another_list_is_refused() {
    let (world, schema) = (World::found().await, Schema::read());
    let lists: Vec<&Row> = world
        .table
        .fields_of("Query")
        .filter(|row| schema.field(&row.path).is_some_and(|field| field.rows().is_some_and(|rows| schema.kinds[rows].is_node)))
        .collect();
    let safety = world.role("safety office");
    for row in &lists {
        let list = row.field();
        let all = world.data(safety, &format!("{{ {list}(first: 100) {{ edges {{ cursor }} }} }}"), json!({})).await;
        let cursors: Vec<String> = all[list]["edges"].as_array().unwrap().iter().map(|edge| edge["cursor"].as_str().unwrap().to_owned()).collect();
        let Some(first) = cursors.first() else { continue };
        for role in ["head", "staff", "foreign head", "regulator", "party office", "nowhere"].map(|name| world.role(name)) {
            let asked = format!(
                "query($a: String) {{ all: {list} {{ totalCount }} after: {list}(after: $a, first: 100) {{ totalCount nodes {{ id }} }} before: {list}(before: $a, last: 100) {{ totalCount nodes {{ id }} }} }}"
            );
            let answer = world.ask(role, &asked, json!({ "a": first })).await.json();
            if answer["errors"][0]["extensions"]["code"] == json!("FORBIDDEN") {
                continue;
            }
            for part in ["after", "before"] {
                assert_eq!(answer["data"][part]["totalCount"], answer["data"]["all"]["totalCount"], "{} {list}: {answer}", role.name);
                for node in answer["data"][part]["nodes"].as_array().unwrap() {
                    let key = decode(node["id"].as_str().unwrap()).unwrap();
                    assert!(world.sees(role, &world.things.all[&key]), "{} {list} {}", role.name, encode(key.0, key.1));
                }
            }
        }
        let other = if list == "alerts" { "hazards" } else { "alerts" };
        let query = format!("query($a: String) {{ {other}(after: $a) {{ totalCount nodes {{ id }} }} }}");
        let answer = world.ask(safety, &query, json!({ "a": first })).await;
        assert_eq!(answer.code(), "BAD_USER_INPUT", "a cursor of {list} in {other}");
    }
}
