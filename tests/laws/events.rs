//! Every event of the ledger has a test that names it, and every mutation a test that sends it.

use std::collections::BTreeMap;

use crate::source::{code, is_code, root, sources, tests, words};

/// The ways in which the ledger writes an event: the first code after the opening parenthesis is what happened.
const WRITTEN_BY: [&str; 5] = ["NewEvent::new(", "note(", "noted(", "changed(", "told("];

/// The codes of the events that a text writes.
fn actions(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for way in WRITTEN_BY {
        for rest in text.split(way).skip(1) {
            let call = &rest[..end_of_call(rest)];
            found.extend(call.split('"').skip(1).step_by(2).find(|literal| is_code(literal) && literal.contains('_')));
        }
    }
    found
}

/// Where the parenthesis that is open at the beginning is closed.
fn end_of_call(text: &str) -> usize {
    let mut open = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return at;
        }
    }
    text.len()
}

#[test]
fn every_event_of_the_ledger_is_named_by_a_test() {
    let mut written = BTreeMap::new();
    for (path, text) in sources(&["ledger/src", "worker/src"]) {
        for action in actions(code(&path, &text)) {
            written.entry(action.to_owned()).or_insert_with(|| path.clone());
        }
    }
    assert!(written.len() > 80, "the events are not where this test looks for them: {}", written.len());
    let tests = tests();
    let named = words(&tests);
    let untested: Vec<String> =
        written.iter().filter(|(action, _)| !named.contains(action.as_str())).map(|(action, path)| format!("{action} of {}", path.display())).collect();
    assert!(untested.is_empty(), "no test names these events: {untested:#?}");
}

#[test]
fn every_mutation_is_sent_by_a_test() {
    let schema = std::fs::read_to_string(root().join("schema.graphql")).expect("the schema");
    let mutations = schema.split("\ntype Mutation {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("mutations");
    let names: Vec<&str> = mutations
        .lines()
        .filter_map(|line| line.strip_prefix('\t')?.split_once('('))
        .map(|(name, _)| name)
        .filter(|name| name.chars().all(char::is_alphanumeric))
        .collect();
    assert!(names.len() > 70, "{}", names.len());
    let tests = tests();
    let sent = words(&tests);
    let unsent: Vec<&&str> = names.iter().filter(|name| !sent.contains(**name)).collect();
    assert!(unsent.is_empty(), "no test sends these mutations: {unsent:#?}");
}
