//! Strange texts (异常文本): what is a weapon elsewhere is a text here, or no text at all, wherever one can be given.

use serde_json::{Map, Value, json};

use super::{
    schema::Schema,
    table::{Row, Rule},
    world::{Role, World},
};

/// Quotes and comments of SQL, its wildcards, marks that turn the direction of writing, line breaks with a header behind them.
const TEXTS: [&str; 5] = [
    "'; DROP TABLE hazard; --",
    "\" OR 1=1 /* $1 ? :x ${x}",
    "100%_\\\\%",
    "\u{202e}反着写\u{2066}的\u{200f}字\u{2069}",
    "甲\r\nBcc: other@example.test\r\n\r\n<script>alert(1)</script>",
];
/// What a terminal takes amiss: no text of a record has it.
const CONTROL: &str = "\u{1b}[31m红";
/// What a database takes amiss: no request has it.
const NUL: &str = "甲\u{0}乙";

/// Those who see and do most.
const ROLES: [&str; 4] = ["head", "village", "regulator", "safety office"];

/// The fields of an input that take any text, all given the same; none if it takes none.
fn given(schema: &Schema, row: &Row, mut input: Map<String, Value>, text: &str) -> Option<Map<String, Value>> {
    let of = schema.field(&row.path)?.arguments.get("input")?.trim_end_matches('!').to_owned();
    let texts: Vec<&String> =
        schema.inputs.get(&of)?.iter().filter(|(name, of)| of.trim_end_matches('!') == "String" && *name != "requestId").map(|(name, _)| name).collect();
    for name in &texts {
        input.insert((*name).clone(), json!(text));
    }
    Some(input).filter(|_| !texts.is_empty())
}

fn faults<'a>(answer: &'a Value, text: &str) -> Vec<&'a str> {
    if text == NUL {
        let right = answer["errors"][0]["extensions"]["code"] == "BAD_REQUEST";
        return if right { Vec::new() } else { vec!["NUL"] };
    }
    let codes = answer["errors"].as_array().into_iter().flatten().filter_map(|error| error["extensions"]["code"].as_str());
    codes.filter(|code| !["FORBIDDEN", "UNAUTHENTICATED", "BAD_USER_INPUT"].contains(code)).collect()
}

#[tokio::test]
async fn every_change_takes_any_text_or_says_what_is_wrong_with_it() {
    let (world, schema) = (World::found().await, Schema::read());
    let rows: Vec<&Row> = world.table.fields_of("Mutation").filter(|row| row.rule != Rule::Own).collect();
    let (mut asked, mut wrong) = (0, Vec::new());
    for text in TEXTS.into_iter().chain([CONTROL, NUL]) {
        for (role, row) in ROLES.iter().flat_map(|name| rows.iter().map(|row| (world.role(name), *row))) {
            let Some(input) = given(&schema, row, world.input(row, role, &world.tenants[0], None), text) else { continue };
            let kind = &schema.field(&row.path).unwrap().arguments["input"];
            let document = format!("mutation($input: {kind}) {{ {}(input: $input) {{ userErrors {{ code message }} }} }}", row.field());
            let answer = world.ask(role, &document, json!({ "input": input })).await;
            asked += 1;
            if answer.status.is_server_error() || !faults(&answer.json(), text).is_empty() {
                wrong.push(format!("{} {} {text:?}: {}", role.name, row.path, answer.text()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
    assert!(asked > 800, "{asked}");
    // And all is there as it was.
    assert!(world.data(world.role("safety office"), "{ hazards { totalCount } }", json!({})).await["hazards"]["totalCount"].as_u64().unwrap() >= 3);
}

#[tokio::test]
async fn every_search_takes_any_text() {
    let (world, schema) = (World::found().await, Schema::read());
    let (mut asked, mut wrong) = (0, Vec::new());
    for row in world.table.fields_of("Query") {
        let Some(field) = schema.field(&row.path).filter(|field| field.rows().is_some()) else { continue };
        let ways = field.arguments.iter().flat_map(|(argument, of)| {
            let texts = schema.inputs.get(of.trim_end_matches('!')).into_iter().flatten().filter(|(_, of)| *of == "String");
            texts.map(move |(name, _)| (argument.clone(), name.clone()))
        });
        for (argument, name) in ways {
            for text in TEXTS.into_iter().chain([CONTROL, NUL]) {
                let document = format!("query($text: String) {{ {}({argument}: {{ {name}: $text }}) {{ nodes {{ __typename }} }} }}", row.field());
                let answer = world.ask(world.role("safety office"), &document, json!({ "text": text })).await;
                asked += 1;
                let json = answer.json();
                if answer.status.is_server_error()
                    || !faults(&json, text).is_empty()
                    || json["data"][row.field()]["nodes"].as_array().is_some_and(|rows| !rows.is_empty())
                {
                    wrong.push(format!("{} {name} {text:?}: {}", row.path, answer.text()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {wrong:#?}", wrong.len());
    assert!(asked > 50, "{asked}");
}

#[tokio::test]
async fn a_text_is_kept_as_it_was_given() {
    let world = World::found().await;
    let head: &Role = world.role("head");
    let report = "mutation($o: ID!, $t: String!) { reportHazard(input: {organizationId: $o, description: $t, location: $t, foundBy: SELF_CHECK}) { hazard { id description location } userErrors { code field } } }";
    let organization = world.tenants[0].id("Organization");
    for text in TEXTS {
        let told = world.data(head, report, json!({ "o": organization, "t": text })).await["reportHazard"].clone();
        assert_eq!((&told["hazard"]["description"], &told["hazard"]["location"]), (&json!(text), &json!(text)), "{told}");
        let found = world.data(head, "query($id: ID!) { hazard(id: $id) { description } }", json!({ "id": told["hazard"]["id"] })).await;
        assert_eq!(found["hazard"]["description"], text);
    }
    let told = world.data(head, report, json!({ "o": organization, "t": CONTROL })).await["reportHazard"].clone();
    assert_eq!(told["userErrors"][0], json!({ "code": "BAD_TEXT", "field": "description" }), "{told}");
    let written = format!(
        "mutation {{ reportHazard(input: {{organizationId: \"{organization}\", description: \"a\\u0000b\", foundBy: SELF_CHECK}}) {{ userErrors {{ code }} }} }}"
    );
    for (document, variables) in [(report, json!({ "o": organization, "t": NUL })), (&written, json!({}))] {
        assert_eq!(world.ask(head, document, variables).await.code(), "BAD_REQUEST");
    }
}
