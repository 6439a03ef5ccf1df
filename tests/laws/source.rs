//! Reading the source of the workspace.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// The sources and snapshots below some folders, with their text.
pub fn sources(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in folders {
        below(&root().join(folder), &mut found);
    }
    found
}

fn below(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            below(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "rs" || extension == "snap") {
            let text = fs::read_to_string(&entry).expect("a source");
            found.push((entry, text));
        }
    }
}

fn is_test(path: &Path) -> bool {
    let in_folder = path.components().any(|part| part.as_os_str() == "tests");
    in_folder || path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"))
}

/// What of a file is no test: all of it up to its test module.
pub fn code<'a>(path: &Path, text: &'a str) -> &'a str {
    if is_test(path) { "" } else { text.split_once("#[cfg(test)]\nmod").map_or(text, |(code, _)| code) }
}

/// All that is tested anywhere, in one text.
pub fn tests() -> String {
    const FOLDERS: [&str; 6] = ["domain", "ledger", "server", "worker", "tests/stories", "tests/cli"];
    let mut all = String::new();
    for (path, text) in sources(&FOLDERS) {
        all.push_str(if is_test(&path) { &text } else { text.split_once("#[cfg(test)]").map_or("", |(_, tests)| tests) });
        all.push('\n');
    }
    all
}

/// The words of a text: what letters, digits and underscores make.
pub fn words(text: &str) -> std::collections::BTreeSet<&str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect()
}

/// Whether a text is a code in `SCREAMING_SNAKE_CASE`.
pub fn is_code(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}
