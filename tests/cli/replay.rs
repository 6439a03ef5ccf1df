use std::{collections::BTreeMap, fs, path::Path};

use super::{redline, text};

/// Every file under a folder, save the database, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !path.to_string_lossy().contains("redline.db") {
            found.insert(path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("it is read"));
        }
    }
    found
}

#[test]
fn three_weeks_lived_through_twice_are_the_same_byte_for_byte_and_another_seed_is_another_world() {
    let run = |seed: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let output = redline(folder.path(), &["replay", "--to", "2023-06-11", "--seed", seed, "--out", "out"], "");
        assert!(output.status.success(), "{}", text(&output.stderr));
        (text(&output.stdout).to_owned(), files(&folder.path().join("out")))
    };
    let (first, again, other) = (run("7"), run("7"), run("8"));
    assert_eq!(first.0, again.0);
    assert_eq!(first.1.keys().collect::<Vec<_>>(), again.1.keys().collect::<Vec<_>>());
    for (name, content) in &first.1 {
        assert!(again.1[name] == *content, "{name} differs");
    }
    assert!(first.1.contains_key("events.jsonl"));
    assert!(first.1.keys().filter(|name| name.ends_with(".eml")).count() > 100, "a mail for everybody who is concerned");
    assert_ne!(first.1["events.jsonl"], other.1["events.jsonl"]);
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("mine.txt"), "keep").expect("written");
    let output = redline(folder.path(), &["replay", "--out", "."], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "redline: . holds something already; name an empty folder or a new one\n");
}

#[test]
fn days_outside_the_action_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline(folder.path(), &["replay", "--to", "2023-05-01"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("right would be days from 2023-05-22 on"), "{}", text(&output.stderr));
}
