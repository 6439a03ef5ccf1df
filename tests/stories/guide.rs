//! The guide to the API is run as it is written: every request of docs/api.md, in its order.

use std::collections::BTreeMap;

use redline_tests::{PASSWORD, Town};
use serde_json::Value;

const GUIDE: &str = include_str!("../../docs/api.md");

/// What the guide's logins are called in the stories.
const LOGINS: [(&str, &str); 4] = [("officer", "plant.officer"), ("head", "plant.head"), ("unit", "regulator.head"), ("office", "office.head")];

/// One request of the guide.
#[derive(Debug)]
struct Step {
    who: &'static str,
    query: String,
    variables: String,
    refused: Option<String>,
    keeps: Vec<(String, String)>,
}

fn steps() -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let (mut who, mut refused, mut fence) = ("plant.officer", None, None::<(String, String)>);
    for line in GUIDE.lines() {
        if let Some((language, text)) = &mut fence {
            if line != "```" {
                text.push_str(line);
                text.push('\n');
                continue;
            }
            match language.as_str() {
                "graphql" => steps.push(Step { who, query: text.clone(), variables: "{}".to_owned(), refused: refused.take(), keeps: Vec::new() }),
                "json" => steps.last_mut().expect("a request before its variables").variables = text.clone(),
                _ => {}
            }
            fence = None;
        } else if let Some(language) = line.strip_prefix("```") {
            fence = Some((language.to_owned(), String::new()));
        } else if let Some(code) = line.strip_prefix("<!-- refused ") {
            refused = code.strip_suffix(" -->").map(str::to_owned);
        } else if let Some(kept) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            let (name, path) = kept.split_once(" = ").expect("NAME = path");
            steps.last_mut().expect("a request before what is kept of it").keeps.push((name.to_owned(), path.to_owned()));
        } else if let Some((_, login)) = LOGINS.iter().find(|(login, _)| line.to_lowercase().contains(&format!("as `{login}`"))) {
            who = login;
        }
    }
    steps
}

#[tokio::test]
async fn every_request_of_the_guide_does_what_the_guide_says() {
    let mut town = Town::on("2023-07-12").await;
    let mut kept: BTreeMap<String, String> = BTreeMap::from([("PASSWORD".to_owned(), PASSWORD.to_owned())]);
    let steps = steps();
    assert!(steps.len() > 18, "{}", steps.len());
    for step in steps {
        let mut variables = step.variables.clone();
        for (name, value) in &kept {
            variables = variables.replace(&format!("\"{name}\""), &format!("\"{value}\""));
        }
        let variables: Value = serde_json::from_str(&variables).unwrap_or_else(|error| panic!("{error}: {variables}"));
        let data = town.data(step.who, &step.query, variables).await;
        let payload = data.as_object().and_then(|data| data.values().next()).expect("an answer");
        match (&step.refused, payload.get("userErrors").and_then(Value::as_array)) {
            (Some(code), Some(errors)) => assert!(errors.iter().any(|error| error["code"] == code.as_str()), "{code}: {errors:?}"),
            (None, Some(errors)) => assert!(errors.is_empty(), "{}\n{errors:#?}", step.query),
            (refused, None) => assert_eq!(*refused, None, "{}", step.query),
        }
        // A search of the guide finds something.
        if let Some(nodes) = payload.get("nodes").and_then(Value::as_array) {
            assert!(!nodes.is_empty(), "{}", step.query);
        }
        for (name, path) in step.keeps {
            let value = data.pointer(&format!("/{}", path.replace('.', "/"))).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} in {data:#}"));
            kept.insert(name, value.to_owned());
        }
    }
    let closed = town.data("office.head", "query($id: ID!) { hazard(id: $id) { state } }", serde_json::json!({ "id": kept["HAZARD"] })).await;
    assert_eq!(closed["hazard"]["state"], "CLOSED");
}
