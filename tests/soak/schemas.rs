//! Programs meet a schema that is not theirs, or change it at the same moment.

use std::{
    process::{Command, Stdio},
    time::Duration,
};

use redline_ledger::backup;
use redline_migration::{Migrator, MigratorTrait};
use redline_test_database::TestDatabase;
use sea_orm::ConnectionTrait;

use crate::program::told;

/// A program with these arguments, on a database.
async fn says(database: &TestDatabase, program: &str, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(program);
    command.env_clear().current_dir(database.folder()).stdin(Stdio::null()).arg("--set").arg(format!("database.url={}", database.url())).args(arguments);
    // One that should have refused is not waited for for ever.
    let said = tokio::time::timeout(Duration::from_secs(60), told(command)).await;
    said.unwrap_or_else(|_| panic!("{program} {arguments:?} runs"))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_program_touches_a_database_that_a_newer_version_wrote() {
    let database = TestDatabase::new().await;
    let redline = env!("CARGO_BIN_EXE_soak-redline");
    let begun = ["init", "--county", "乌审旗", "--county-code", "w", "--town", "乌审召镇", "--town-code", "t", "--office", "乌审召镇安委会办公室"];
    let (well, said) = says(&database, redline, &begun).await;
    assert!(well, "{said}");
    let (well, said) = says(&database, redline, &["backup", "kept"]).await;
    assert!(well, "{said}");
    let later = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m2999_01_01_000001_later', 0)";
    let tx = database.db.begin().await.expect("a transaction");
    tx.execute_unprepared(later).await.expect("written");
    tx.commit().await.expect("committed");
    let contents = async || {
        let view = database.db.snapshot().await.expect("a view");
        let contents = backup::read(&view).await.expect("every row is read");
        view.rollback().await.expect("ended");
        contents
    };
    let before = contents().await;

    let user = ["user", "add", "--name", "王建国", "--login", "w", "--organization", "乌审召镇安委会办公室", "--position", "HEAD", "--password-stdin"];
    let (server, worker) = (env!("CARGO_BIN_EXE_soak-server"), env!("CARGO_BIN_EXE_soak-worker"));
    let commands: [(&str, &[&str]); 12] = [
        (server, &["--set", "server.listen=127.0.0.1:0"]),
        (worker, &[]),
        (worker, &["--once"]),
        (redline, &["migrate"]),
        (redline, &["migrate", "--status"]),
        (redline, &["migrate", "--down-to", "m2026_11_25_000002_indexes", "--backup", "kept"]),
        (redline, &begun),
        (redline, &user),
        (redline, &["audit", "verify"]),
        (redline, &["audit", "export", "ledger.ndjson"]),
        (redline, &["backup", "kept"]),
        (redline, &["doctor"]),
    ];
    for (program, arguments) in commands {
        let (well, said) = says(&database, program, arguments).await;
        let sentence =
            "the database was written by a newer version of Redline (m2999_01_01_000001_later): use that version, or restore a backup made before it";
        assert!(!well && said.contains(sentence), "{program} {arguments:?}: {said}");
    }
    assert_eq!(contents().await, before);
    assert_eq!(std::fs::read_dir(database.folder().join("kept")).expect("a folder").filter(is_backup).count(), 1, "no further backup");
    assert!(!database.folder().join("ledger.ndjson").exists());
}

fn is_backup(entry: &std::io::Result<std::fs::DirEntry>) -> bool {
    entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("redline-backup-"))
}

#[tokio::test(flavor = "multi_thread")]
async fn of_programs_that_change_the_schema_at_once_one_says_that_it_did() {
    let database = TestDatabase::empty().await;
    // All of them see what is missing, and then wait for each other: nobody may write yet.
    let holds = database.db.begin().await.expect("a transaction");
    if database.is_postgres() {
        holds.execute_unprepared("SELECT pg_advisory_xact_lock(7305404530114117)").await.expect("locked");
    }
    let migrate = async || says(&database, env!("CARGO_BIN_EXE_soak-redline"), &["migrate"]).await;
    let release = async {
        tokio::time::sleep(Duration::from_secs(3)).await;
        holds.rollback().await.expect("ended");
    };
    let (first, second, third, ()) = tokio::join!(migrate(), migrate(), migrate(), release);
    let mut said: Vec<String> = [first, second, third].into_iter().map(|(well, said)| if well { said } else { panic!("{said}") }).collect();
    said.sort();
    let changes = Migrator::migrations().len();
    let other = "Another program has just made the changes; the schema is up to date.\n";
    let mut expected = [format!("{changes} changes were made; the schema is up to date.\n"), other.to_owned(), other.to_owned()];
    expected.sort();
    assert_eq!(said, expected);
    database.db.check_schema().await.expect("this program's");
    let (well, said) = says(&database, env!("CARGO_BIN_EXE_soak-redline"), &["migrate"]).await;
    assert_eq!((well, said.as_str()), (true, "The schema is up to date.\n"));
}
