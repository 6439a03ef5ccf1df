//! Every refusal has a test that names it.

use std::{collections::BTreeMap, path::PathBuf};

use crate::source::{code, is_code, sources, tests, words};

/// The codes of the refusals that a text makes: the first literal after `Refusal::new(`.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split("Refusal::new(").skip(1).filter_map(|rest| {
        let literal = rest.trim_start().strip_prefix('"')?;
        Some(&literal[..literal.find('"')?]).filter(|code| is_code(code))
    })
}

#[test]
fn every_refusal_is_named_by_a_test() {
    let mut made: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (path, text) in sources(&["domain/src", "ledger/src", "server/src", "worker/src", "src"]) {
        for found in codes(code(&path, &text)) {
            made.entry(found.to_owned()).or_insert_with(|| path.clone());
        }
    }
    assert!(made.len() > 70, "the refusals are not where this test looks for them: {}", made.len());
    let tests = tests();
    let named = words(&tests);
    let untested: Vec<String> =
        made.iter().filter(|(code, _)| !named.contains(code.as_str())).map(|(code, path)| format!("{code} of {}", path.display())).collect();
    assert!(untested.is_empty(), "no test names these refusals: {untested:#?}");
}
