use serde_json::Value;

use super::{
    audit::{begun, forge, says},
    redline, text,
};

/// A site with Wang, who may log in as `wang`.
fn with_wang() -> tempfile::TempDir {
    let folder = begun();
    let arguments = ["user", "add", "--name", "王建国", "--login", "wang", "--organization", "乌审召镇安委办", "--position", "DEPUTY", "--password-stdin"];
    let output = redline(folder.path(), &arguments, "a cold kettle sings at six\n");
    assert!(output.status.success(), "{}", text(&output.stderr));
    folder
}

#[test]
fn a_person_gets_a_copy_and_is_erased_after_leaving() {
    let folder = with_wang();
    let (code, copy) = says(folder.path(), &["user", "export", "--login", "wang"]);
    assert_eq!(code, Some(0), "{copy}");
    let copy: Value = serde_json::from_str(&copy).expect("JSON and nothing else");
    assert_eq!((&copy["person"]["name"], &copy["positions"][0]["position"]), (&"王建国".into(), &"DEPUTY".into()));
    let id = copy["person"]["id"].as_str().expect("an id").to_owned();

    let (code, said) = says(folder.path(), &["user", "erase", "--login", "wang"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("王建国") && said.contains("--yes"), "{said}");
    let (code, said) = says(folder.path(), &["user", "erase", "--login", "wang", "--yes"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("still holds a position"), "{said}");
    forge(folder.path(), "UPDATE membership SET until = since WHERE position = 'DEPUTY'");
    let (code, said) = says(folder.path(), &["user", "erase", "--person", &id, "--yes"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(&id) && !said.contains("王建国"), "{said}");
    assert!(says(folder.path(), &["user", "export", "--login", "wang"]).1.contains("there is no login \"wang\""));
    let (code, said) = says(folder.path(), &["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_name_that_was_changed_in_the_database_is_told_by_the_audit() {
    let folder = with_wang();
    forge(folder.path(), "UPDATE person SET name = '他人' WHERE name = '王建国'");
    let (code, said) = says(folder.path(), &["audit", "verify"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("person_") && said.contains("the name is not the one that was recorded"), "{said}");
}

#[test]
fn who_is_meant_is_said_by_login_or_id() {
    let folder = with_wang();
    for (arguments, sentence) in [
        (&["user", "export"][..], "--login"),
        (&["user", "export", "--login", "wang", "--person", "person_01"], "cannot be used with"),
        (&["user", "export", "--person", "wang"], "right would be an id"),
        (&["user", "erase", "--login", "nobody"], "there is no login \"nobody\""),
    ] {
        let (code, said) = says(folder.path(), arguments);
        assert_ne!(code, Some(0), "{arguments:?}");
        assert!(said.contains(sentence), "{arguments:?}: {said}");
    }
}
