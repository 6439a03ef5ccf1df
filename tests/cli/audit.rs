use std::{fs, path::Path};

use redline_entity::{checkpoint, mail_body};
use redline_ledger::Db;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{redline, text};

/// A site that has just begun.
pub fn begun() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let init = ["init", "--county", "乌审旗", "--county-code", "wushen", "--town", "乌审召镇", "--town-code", "wsz", "--office", "乌审召镇安委办"];
    for arguments in [&["migrate"][..], &init] {
        let output = redline(folder.path(), arguments, "");
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
    folder
}

/// What it says, and how it ends.
pub fn says(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = redline(folder, arguments, "");
    (output.status.code(), format!("{}{}", text(&output.stdout), text(&output.stderr)))
}

/// Forges the database of a folder.
pub fn forge(folder: &Path, statement: &str) {
    let url = format!("sqlite://{}", folder.join("var/redline.db").display());
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = Db::connect(&url).await.expect("it opens");
        let txn = db.begin().await.expect("a transaction");
        txn.execute_unprepared(statement).await.expect("it is done");
        txn.commit().await.expect("it is kept");
        db.close().await.expect("it closes");
    });
}

#[test]
fn an_untouched_ledger_is_intact_and_so_is_its_export_elsewhere() {
    let folder = begun();
    let (code, said) = says(folder.path(), &["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("INTACT 完好: 2 chains, "), "{said}");
    assert!(said.contains("no checkpoint yet"), "{said}");
    let (code, said) = says(folder.path(), &["audit", "export", "ledger.ndjson"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(says(folder.path(), &["audit", "export", "ledger.ndjson"]).0, Some(2), "a file that is there is left alone");
    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::copy(folder.path().join("ledger.ndjson"), elsewhere.path().join("ledger.ndjson")).expect("copied");
    let (code, said) = says(elsewhere.path(), &["audit", "verify", "--export", "ledger.ndjson"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!elsewhere.path().join("var").exists());
}

#[test]
fn a_forged_ledger_is_told_by_organization_number_and_flaw() {
    let folder = begun();
    forge(folder.path(), "DROP TRIGGER ledger_event_no_update; UPDATE ledger_event SET action = 'FORGED' WHERE sequence = 2 AND chain_id <> zeroblob(16)");
    let (code, said) = says(folder.path(), &["audit", "verify"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.starts_with("BROKEN 断链"), "{said}");
    assert!(said.contains("乌审召镇安委办 (organization_") && said.contains("event 2: CHANGED 内容被改 (changed)"), "{said}");
    says(folder.path(), &["audit", "export", "ledger.ndjson"]);
    let (code, said) = says(folder.path(), &["audit", "verify", "--export", "ledger.ndjson"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("乌审召镇安委办 (organization_") && said.contains("event 2: CHANGED"), "{said}");
}

#[test]
fn what_cannot_be_read_is_a_break_that_is_named() {
    for value in ["data = '{bad'", "recorded_at = 'x'", "sequence = 'zz'"] {
        let folder = begun();
        forge(folder.path(), &format!("DROP TRIGGER ledger_event_no_update; UPDATE ledger_event SET {value} WHERE sequence = 2 AND chain_id <> zeroblob(16)"));
        let (code, said) = says(folder.path(), &["audit", "verify"]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("乌审召镇安委办 (organization_") && said.contains("event 2: CHANGED 内容被改 (changed)"), "{said}");
        let (code, said) = says(folder.path(), &["audit", "export", "ledger.ndjson"]);
        assert!(code == Some(2) && said.contains("`redline audit verify` names it"), "{said}");
    }
}

#[test]
fn what_cannot_be_verified_ends_with_two() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(says(folder.path(), &["audit", "verify"]), (Some(2), "redline: there is no database var/redline.db\n".to_owned()));
    assert!(!folder.path().join("var").exists(), "none is made");
    fs::write(folder.path().join("notes.txt"), "nothing").expect("written");
    let (code, said) = says(folder.path(), &["audit", "verify", "--export", "notes.txt"]);
    assert_eq!(
        (code, said.as_str()),
        (Some(2), "redline: notes.txt: it is no export of a ledger that this program knows: its first line is not that of an export\n")
    );
    let (code, said) = says(folder.path(), &["audit", "verify", "--checkpoint", "notes.txt"]);
    assert_eq!((code, said.as_str()), (Some(2), "redline: notes.txt holds no seal (封印); right would be a mail about a daily checkpoint\n"));
    let (code, said) = says(folder.path(), &["audit", "verify", "--key", "abc"]);
    assert_eq!((code, said.as_str()), (Some(2), "redline: --key abc: right would be the 64 hexadecimal digits that `redline audit key` prints\n"));
}

#[test]
fn the_public_key_is_the_same_each_time_it_is_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, key) = says(folder.path(), &["audit", "key"]);
    assert_eq!((code, key.trim().len()), (Some(0), 64), "{key}");
    assert_eq!(says(folder.path(), &["audit", "key"]).1, key);
    assert!(folder.path().join("var/audit.key").is_file());
}

#[test]
fn a_mailed_checkpoint_proves_the_ledger_of_its_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline(folder.path(), &["replay", "--to", "2023-05-25", "--out", "var"], "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(!folder.path().join("var/audit.key").exists(), "a simulated campaign has a key of its own");
    let url = format!("sqlite://{}", folder.path().join("var/redline.db").display());
    let (sealed, row) = tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = Db::connect(&url).await.expect("it opens");
        let sealed = mail_body::Entity::find().filter(mail_body::Column::Text.contains("redline-seal:")).one(db.read()).await.expect("asked").expect("a mail");
        let row = checkpoint::Entity::find().one(db.read()).await.expect("asked").expect("a checkpoint");
        db.close().await.expect("it closes");
        (sealed, row)
    });
    let id = redline_domain::ids::encode(redline_domain::ids::Noun::Mail, sealed.mail_id);
    let eml =
        fs::read_dir(folder.path().join("var/mail")).expect("mails").filter_map(Result::ok).find(|entry| entry.file_name().to_string_lossy().contains(&id));
    fs::copy(eml.expect("it left").path(), folder.path().join("kept.eml")).expect("kept");
    fs::write(folder.path().join("kept.txt"), &sealed.text).expect("kept");
    for kept in ["kept.eml", "kept.txt"] {
        let (code, said) = says(folder.path(), &["audit", "verify", "--checkpoint", kept]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains(&format!("It holds everything that was sealed on {}", row.day)), "{said}");
    }
    let (code, said) = says(folder.path(), &["audit", "verify"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(&format!("checked with the key that stands beside them, {}", row.public_key)), "{said}");
    // That was years ago, and nothing was sealed since.
    let (code, said) = says(folder.path(), &["audit", "verify", "--key", &row.public_key]);
    assert_eq!((code, said.lines().count()), (Some(0), 3), "{said}");
    assert!(said.contains("WARNING 提醒: 2023-05-25 至 ") && said.contains("No checkpoint seals 2023-05-25 to "), "{said}");
    assert!(said.contains("The last checkpoint is that of 2023-05-24, more than two days old"), "{said}");
    let (_, other) = says(folder.path(), &["audit", "key"]);
    let (code, said) = says(folder.path(), &["audit", "verify", "--key", other.trim()]);
    assert_eq!(code, Some(1));
    assert!(said.contains("it is signed with a key that is not the site's"), "{said}");
}
