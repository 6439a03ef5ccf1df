use std::path::Path;

use super::{redline, text};

const INIT: [&str; 11] =
    ["init", "--county", "乌审旗", "--county-code", "wushen", "--town", "乌审召镇", "--town-code", "wushenzhao", "--office", "乌审召镇安委会办公室"];

fn succeeds(folder: &Path, arguments: &[&str], input: &str) -> String {
    let output = redline(folder, arguments, input);
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout).to_owned()
}

fn add_the_head(folder: &Path) -> std::process::Output {
    let arguments = ["user", "add", "--name", "王建国", "--login", "wang", "--organization", "乌审召镇安委会办公室", "--position", "HEAD", "--password-stdin"];
    redline(folder, &arguments, "long enough for anybody\n")
}

#[test]
fn a_new_site_begins_with_its_safety_office_and_the_first_person_of_it() {
    let folder = tempfile::tempdir().expect("a folder");
    succeeds(folder.path(), &["migrate"], "");
    assert!(!add_the_head(folder.path()).status.success(), "there is no office yet");
    assert!(succeeds(folder.path(), &INIT, "").starts_with("乌审召镇安委会办公室 is registered for 乌审召镇."));
    let added = add_the_head(folder.path());
    assert!(added.status.success(), "{}", text(&added.stderr));
    assert!(text(&added.stdout).contains("may log in as wang"));
}

#[test]
fn a_site_is_begun_once() {
    let folder = tempfile::tempdir().expect("a folder");
    succeeds(folder.path(), &["migrate"], "");
    succeeds(folder.path(), &INIT, "");
    let again = redline(folder.path(), &INIT, "");
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("already has 1 organizations"), "{}", text(&again.stderr));
}

#[test]
fn a_site_is_begun_while_another_program_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    succeeds(folder.path(), &["migrate"], "");
    assert!(!add_the_head(folder.path()).status.success(), "there is no office yet");
    let url = format!("sqlite://{}", folder.path().join("var/redline.db").display());
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = redline_ledger::Db::connect(&url).await.expect("it opens");
        let writes = db.begin().await.expect("a transaction");
        let at = folder.path().to_owned();
        let init = tokio::task::spawn_blocking(move || redline(&at, &INIT, ""));
        // Longer than SQLite itself waits for its lock.
        tokio::time::sleep(std::time::Duration::from_secs(7)).await;
        assert!(!init.is_finished(), "it waits");
        writes.rollback().await.expect("ended");
        let output = init.await.expect("it ended");
        assert!(output.status.success(), "{}", text(&output.stderr));
        db.close().await.expect("closed");
    });
}

#[test]
fn a_code_that_is_no_code_is_refused_with_what_would_be_right() {
    let folder = tempfile::tempdir().expect("a folder");
    succeeds(folder.path(), &["migrate"], "");
    let mut arguments = INIT;
    arguments[4] = "Wushen/";
    let refused = redline(folder.path(), &arguments, "");
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("A code has 1 to 40 small letters, digits or hyphens"), "{}", text(&refused.stderr));
}
