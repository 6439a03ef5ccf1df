use std::{fs, path::Path};

use super::{redline, text};

/// A site with a day of its campaign.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, said) = says(folder.path(), &["replay", "--to", "2023-05-24", "--out", "var"]);
    assert_eq!(code, Some(0), "{said}");
    folder
}

/// What it says, and how it ends.
fn says(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = redline(folder, arguments, "");
    (output.status.code(), format!("{}{}", text(&output.stdout), text(&output.stderr)))
}

/// The only backup in a folder.
fn only(folder: &Path) -> String {
    let names = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let backups: Vec<String> = names.filter(|name| name.starts_with("redline-backup-")).collect();
    assert_eq!(backups.len(), 1, "{backups:?}");
    folder.join(&backups[0]).display().to_string()
}

#[test]
fn a_restored_backup_is_the_site_again_and_its_ledger_is_whole() {
    let folder = site();
    let (code, said) = says(folder.path(), &["backup", "kept"]);
    assert_eq!(code, Some(0), "{said}");
    let backup = only(&folder.path().join("kept"));
    #[cfg(unix)]
    for (name, mode) in [("", 0o700), ("redline.db", 0o600), ("SHA256SUMS", 0o600), ("MANIFEST.json", 0o600)] {
        use std::os::unix::fs::PermissionsExt as _;
        let found = fs::metadata(Path::new(&backup).join(name)).expect("it is there").permissions().mode() & 0o777;
        assert_eq!(found, mode, "{name}");
    }
    let (code, said) = says(folder.path(), &["restore", &backup, "--database", "sqlite://again.db"]);
    assert_eq!(code, Some(0), "{said}");
    let export = |database: &str, to: &str| {
        let (code, said) = says(folder.path(), &["audit", "verify", "--database", database]);
        assert!(code == Some(0) && said.starts_with("INTACT"), "{said}");
        let (code, said) = says(folder.path(), &["audit", "export", to, "--database", database]);
        assert_eq!(code, Some(0), "{said}");
        let export = fs::read_to_string(folder.path().join(to)).expect("an export");
        // Its first line says when it was made.
        export.split_once('\n').map(|(_, events)| events.to_owned()).expect("events")
    };
    let events = export("sqlite://var/redline.db", "first.ndjson");
    assert!(events == export("sqlite://again.db", "second.ndjson"), "not the same events");
    let (code, said) = says(folder.path(), &["restore", &backup, "--database", "sqlite://again.db"]);
    assert!(code != Some(0) && said.contains("holds something already"), "{said}");
}

#[test]
fn a_backup_that_is_not_as_it_was_made_is_refused_by_the_name_of_its_file() {
    let folder = site();
    assert_eq!(says(folder.path(), &["backup", "kept"]).0, Some(0));
    let backup = only(&folder.path().join("kept"));
    let refused = |reason: &str| {
        let (code, said) = says(folder.path(), &["restore", &backup, "--database", "sqlite://again.db"]);
        assert!(code != Some(0) && said.contains(reason), "{said}");
        assert!(!folder.path().join("again.db").exists(), "nothing is left of it");
    };
    let at = |name: &str| Path::new(&backup).join(name);
    let manifest = fs::read_to_string(at("MANIFEST.json")).expect("a manifest");
    fs::write(at("MANIFEST.json"), manifest.replace("\"schema\": \"m2026", "\"schema\": \"m2999")).expect("written");
    refused("newer version of Redline");
    fs::remove_file(at("MANIFEST.json")).expect("removed");
    refused("MANIFEST.json");
    fs::write(at("MANIFEST.json"), &manifest).expect("written");
    let database = fs::read(at("redline.db")).expect("a database");
    fs::write(at("redline.db"), &database[..database.len() / 2]).expect("written");
    refused("redline.db: it is not as it was when the backup was made");
    let mut edited = database.clone();
    edited[database.len() / 2] ^= 1;
    fs::write(at("redline.db"), edited).expect("written");
    refused("redline.db: it is not as it was when the backup was made");
    fs::write(at("redline.db"), database).expect("written");
    let (code, said) = says(folder.path(), &["restore", &backup, "--database", "sqlite://again.db"]);
    assert_eq!(code, Some(0), "{said}");
}

#[tokio::test]
async fn a_backup_of_sqlite_is_restored_into_the_other_database_and_backed_up_from_there() {
    let other = redline_test_database::TestDatabase::new().await;
    let url = other.url().to_owned();
    other.db.clone().close().await.expect("it closes");
    let folder = site();
    let (code, said) = says(folder.path(), &["backup", "kept"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = says(folder.path(), &["restore", &only(&folder.path().join("kept")), "--database", &url]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = says(folder.path(), &["audit", "verify", "--database", &url]);
    assert!(code == Some(0) && said.starts_with("INTACT"), "{said}");
    let (code, said) = says(folder.path(), &["backup", "from-there", "--database", &url]);
    assert_eq!(code, Some(0), "{said}");
    let rows = |folder: &Path| {
        let manifest = fs::read_to_string(Path::new(&only(folder)).join("MANIFEST.json")).expect("a manifest");
        serde_json::from_str::<serde_json::Value>(&manifest).expect("JSON")["rows"].as_u64().expect("a number")
    };
    assert_eq!(rows(&folder.path().join("from-there")), rows(&folder.path().join("kept")));
}

#[test]
fn a_program_refuses_a_schema_that_is_newer_than_its_own() {
    let folder = site();
    let url = format!("sqlite://{}", folder.path().join("var/redline.db").display());
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = redline_ledger::Db::connect(&url).await.expect("it opens");
        let txn = db.begin().await.expect("a transaction");
        let later = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_01_01_000001_later', 0)";
        sea_orm::ConnectionTrait::execute_unprepared(&txn, later).await.expect("it is done");
        txn.commit().await.expect("it is kept");
        db.close().await.expect("it closes");
    });
    for arguments in [&["backup", "kept"][..], &["migrate"], &["migrate", "--status"], &["audit", "verify"]] {
        let (code, said) = says(folder.path(), arguments);
        assert!(code != Some(0) && said.contains("m2999_01_01_000001_later"), "{arguments:?}: {said}");
    }
}
