//! What a damaged backup is refused for, though its hashes were made right again; and that the database into which it should go is as it
//! was, whether it was empty or had its schema already.

use std::fs;

use redline_ledger::backup::Made;
use redline_test_database::TestDatabase;
use sea_orm::{ConnectOptions, ConnectionTrait, Database};

use crate::backups::*;

/// Changes the copy in a backup as whoever has the file can, and makes its hashes right again.
async fn edited(made: &Made, statements: &[&str]) {
    let mut options = ConnectOptions::new(file_of(&made.folder.join("redline.db")));
    options.max_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(|sqlite| sqlite.foreign_keys(false));
    let copy = Database::connect(options).await.expect("opened");
    for statement in statements {
        copy.execute_unprepared(statement).await.expect("done");
    }
    copy.close().await.expect("closed");
    rehash(made);
}

#[tokio::test]
async fn a_backup_that_lacks_a_table_or_a_row_leaves_the_target_as_it_was_and_it_is_told_why() {
    let database = site().await;
    let made = make(&database, database.folder()).await;
    let (file, before) = (made.folder.join("redline.db"), made.manifest.rows);
    let whole = fs::read(&file).expect("read");
    let migrated = TestDatabase::new().await;
    let schema = migrated.db.schema().await.expect("asked");
    if !migrated.is_postgres() {
        migrated.db.clone().close().await.expect("closed");
    }
    let bytes = |database: &TestDatabase| (!database.is_postgres()).then(|| fs::read(database.folder().join("redline.db")).expect("a file"));
    let untouched = bytes(&migrated);

    let (rows, lacks, dangling) = (format!("it has {} rows, and had {before}", before - 1), "it has no table alert", "a row of ");
    for (statements, said) in [
        (&["DELETE FROM request WHERE rowid = (SELECT min(rowid) FROM request)"][..], rows.as_str()),
        (&["DROP TABLE alert"], "rows, and had"),
        // Somebody who makes the numbers right as well.
        (&["INSERT INTO site (name, value) SELECT 'filler ' || id, '' FROM alert", "DROP TABLE alert"], lacks),
        (&["UPDATE membership SET person_id = randomblob(16) WHERE id = (SELECT id FROM membership LIMIT 1)"], dangling),
        (
            &["DELETE FROM seaql_migrations WHERE version = (SELECT max(version) FROM seaql_migrations)"],
            "its schema is m2026_11_29_000001_person_erasure, and was ",
        ),
    ] {
        fs::write(&file, &whole).expect("as it was");
        edited(&made, statements).await;
        let empty = Target::new().await;
        for url in [empty.url.as_str(), migrated.url()] {
            let refused = restore(&made.folder, url).await.expect_err("refused");
            assert!(refused.starts_with("the database of the backup is ") && refused.contains(said), "{statements:?}: {refused}");
        }
        if empty.database.is_postgres() {
            assert!(empty.database.db.schema().await.expect("asked").iter().all(|(_, made)| !made), "no table is left");
            assert_eq!(migrated.db.schema().await.expect("asked"), schema);
            assert!(contents(&migrated.db).await.tables.values().all(|table| table.rows == 0), "no row is left");
        } else {
            assert_eq!(names(&empty.database.folder().join("target")), [""; 0], "no file is left");
            assert_eq!(bytes(&migrated), untouched);
        }
    }
    // The same target takes the backup as it was made.
    fs::write(&file, &whole).expect("as it was");
    rehash(&made);
    restore(&made.folder, migrated.url()).await.expect("restored");
}
