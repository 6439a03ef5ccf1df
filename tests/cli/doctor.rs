use std::path::Path;

use serde_json::Value;

use super::{redline, redline_with, text};

/// The exit code, and the codes of what was found.
fn found(folder: &Path, arguments: &[&str]) -> (Option<i32>, Vec<String>) {
    let output = redline(folder, &[&["doctor", "--json"], arguments].concat(), "");
    let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {}{}", text(&output.stdout), text(&output.stderr)));
    let codes = told["findings"].as_array().expect("findings").iter().map(|finding| finding["code"].as_str().expect("a code").to_owned());
    (output.status.code(), codes.collect())
}

#[test]
fn what_is_missing_is_named_in_turn_and_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(found(folder.path(), &[]), (Some(2), vec!["NO_DATABASE".to_owned()]));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    assert!(redline(folder.path(), &["migrate"], "").status.success());
    assert_eq!(found(folder.path(), &[]), (Some(2), vec!["NOT_BEGUN".to_owned()]));
    let begun = ["init", "--county", "乌审旗", "--county-code", "w", "--town", "乌审召镇", "--town-code", "t", "--office", "乌审召镇安委会办公室"];
    assert!(redline(folder.path(), &begun, "").status.success());
    let (code, codes) = found(folder.path(), &[]);
    assert_eq!(code, Some(2));
    assert!(codes.contains(&"NO_WORKER".to_owned()), "{codes:?}");
    let told = redline(folder.path(), &["doctor"], "");
    let told = text(&told.stdout);
    assert!(told.starts_with("CRITICAL 严重: ") && told.contains("- CRITICAL 严重 NO_WORKER: 没有后台在运行。"), "{told}");
    assert!(told.contains("workers 后台: 0 alive\n"), "{told}");
}

#[test]
fn a_postgresql_elsewhere_that_is_not_protected_and_does_not_answer_is_both_told() {
    let folder = tempfile::tempdir().expect("a folder");
    // This machine by another name, at a port on which nobody listens.
    let url = "postgres://redline:topsecret@0.0.0.0:1/redline";
    assert_eq!(found(folder.path(), &["--database", url]), (Some(2), vec!["DATABASE_AWAY".to_owned(), "DATABASE_UNPROTECTED".to_owned()]));
    let told = redline(folder.path(), &["doctor", "--database", url], "");
    assert!(!text(&told.stdout).contains("topsecret"));
}

#[test]
fn what_cannot_be_found_out_for_a_mistake_in_the_settings_ends_with_3() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline_with(folder.path(), &["doctor"], "", &[("REDLINE_WORKER__BATCH", "0")]);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(text(&output.stderr), "redline: worker.batch is 0; right would be 1 to 10000\n");
}
