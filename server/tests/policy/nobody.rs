//! Every question and every change without a session (未登录): told to log in, but for what the table calls public.

use redline_domain::ids::Noun;
use serde_json::{Map, Value, json};

use super::{
    lists::made_up,
    schema::Schema,
    table::{Row, Rule},
    world::World,
};

/// A document that asks for the field of a row, and its variables: what it names is made up.
fn asked(world: &World, schema: &Schema, row: &Row, kind: &str) -> (String, Value) {
    let field = schema.field(&row.path).unwrap();
    let mut input = row.input.clone();
    if let Some((argument, name)) = &row.names {
        input.insert(argument.clone(), json!(made_up(if name == "ApiKey" { Noun::ApiKey } else { world.noun(name) })));
    }
    if let Some(argument) = row.word("at") {
        input.insert(argument.to_owned(), json!("/county/town/"));
    }
    let given: Map<String, Value> =
        if kind == "mutation" && !field.arguments.is_empty() { Map::from_iter([("input".to_owned(), Value::Object(input))]) } else { input };
    let declared: Vec<String> = given.keys().map(|name| format!("${name}: {}", field.arguments[name])).collect();
    let passed: Vec<String> = given.keys().map(|name| format!("{name}: ${name}")).collect();
    let brackets = |list: Vec<String>| if list.is_empty() { String::new() } else { format!("({})", list.join(", ")) };
    let of = if schema.kinds.contains_key(field.named()) || schema.abstracts.contains(field.named()) { "{ __typename }" } else { "" };
    (format!("{kind}{} {{ {}{} {of} }}", brackets(declared), row.field(), brackets(passed)), Value::Object(given))
}

#[tokio::test]
async fn a_visitor_is_told_to_log_in_but_for_what_is_public() {
    let (world, schema) = (World::found().await, Schema::read());
    let nobody = world.role("nobody");
    let mut told = 0;
    for (kind, root) in [("query", "Query"), ("mutation", "Mutation")] {
        for row in world.table.fields_of(root) {
            let (document, variables) = asked(&world, &schema, row, kind);
            let mut variables = variables;
            blank(&mut variables);
            let answer = world.ask(nobody, &document, variables).await.json();
            let code = answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_default();
            let expected = row.rule != Rule::Public;
            assert_eq!(code == "UNAUTHENTICATED", expected, "{}: {document}: {answer}", row.path);
            if !expected {
                assert!(answer.get("errors").is_none(), "{}: {answer}", row.path);
            }
            told += usize::from(expected);
        }
    }
    assert!(told > 100, "{told}");
}

/// A visitor has nothing to fill in.
fn blank(value: &mut Value) {
    match value {
        Value::String(text) if text.starts_with('@') => *text = made_up(Noun::Person),
        Value::Array(list) => list.iter_mut().for_each(blank),
        Value::Object(map) => map.values_mut().for_each(blank),
        _ => {}
    }
}

/// What a visitor sees of the system is that it works; of the rest, only the safety office's officers see more.
#[tokio::test]
async fn the_state_of_the_system_has_its_details_for_those_only_whom_the_table_names() {
    let world = World::found().await;
    let Rule::By(action) = world.table.0.iter().find(|row| row.path == "SystemStatus.details").unwrap().rule else { panic!("no action") };
    for role in &world.roles {
        let data = world.data(role, "{ systemStatus { healthy details { pendingNotices } } }", json!({})).await;
        let expected = redline_domain::permission::decide_sitewide(&role.actor, action).is_allowed();
        assert_eq!(data["systemStatus"]["details"].is_object(), expected, "{}", role.name);
    }
}
