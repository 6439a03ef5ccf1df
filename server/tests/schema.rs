//! The schema: as committed, and described throughout.

use crate::support::Server;
use serde_json::{Value, json};

#[test]
fn the_committed_schema_is_the_one_that_the_server_runs() {
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../schema.graphql")).unwrap_or_default();
    let current = redline_server::graphql::sdl();
    assert!(committed == current, "schema.graphql is out of date; refresh it: cargo run -p redline-server -- --print-schema > schema.graphql");
}

#[tokio::test]
async fn every_type_field_argument_and_value_is_described_in_both_languages() {
    let server = Server::start().await;
    let query = include_str!("support/introspection.graphql");
    let schema = server.ask(None, query, json!({ "operationName": "IntrospectionQuery" })).await.data()["__schema"].clone();
    let mut bare = Vec::new();
    let mut look = |path: String, of: &Value| {
        let text = of["description"].as_str().unwrap_or_default();
        if text.is_empty() {
            bare.push(path);
        }
    };
    for kind in schema["types"].as_array().unwrap() {
        let name = kind["name"].as_str().unwrap();
        if name.starts_with("__") {
            continue;
        }
        look(name.to_owned(), kind);
        for part in ["fields", "inputFields", "enumValues"] {
            for field in kind[part].as_array().into_iter().flatten() {
                let path = format!("{name}.{}", field["name"].as_str().unwrap());
                look(path.clone(), field);
                for argument in field["args"].as_array().into_iter().flatten() {
                    look(format!("{path}({})", argument["name"].as_str().unwrap()), argument);
                }
            }
        }
    }
    assert!(bare.is_empty(), "without a description: {bare:#?}");
}
