//! Backups: made while others write, and the same on both databases.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::Duration;
use redline_ledger::{
    Db,
    audit::Trust,
    backup::{self, Audit, TABLES},
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sha2::{Digest, Sha256};

use crate::backups::*;

#[tokio::test]
async fn the_list_of_tables_is_the_schema() {
    let database = site().await;
    let question = match database.db.backend() {
        DbBackend::Postgres => "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()",
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    };
    let rows = database.db.read().query_all_raw(Statement::from_string(database.db.backend(), question)).await.expect("asked");
    let mut there: Vec<String> = rows.iter().map(|row| row.try_get("", "name").expect("a name")).collect();
    there.retain(|name| name != "seaql_migrations");
    there.sort();
    let mut listed = TABLES.to_vec();
    listed.sort_unstable();
    assert_eq!(there, listed, "a table is missing in ledger/src/backup/tables.rs, or is no more");
}

#[tokio::test]
async fn a_backup_holds_every_row_as_it_is_and_comes_back_the_same_into_either_database() {
    let database = site().await;
    let original = contents(&database.db).await;
    assert!(original.tables.values().all(|table| table.rows > 0), "each table has a row: {original:?}");
    let made = make(&database, database.folder()).await;
    assert_eq!(made.folder.file_name().and_then(|name| name.to_str()), Some("redline-backup-2026-11-25T093000Z"));
    assert_eq!(made.manifest.audit, Audit::Intact);
    assert_eq!(made.manifest.rows, original.tables.values().map(|table| table.rows).sum::<u64>());

    // Into a file, from there into the kind of database that it came from, and into a file again.
    let file = database.folder().join("restored").join("first.db");
    let restored = restore(&made.folder, &file_of(&file)).await.expect("restored");
    assert_eq!((restored.rows, restored.events, restored.queued_mails, restored.migrated), (made.manifest.rows, 472, 1, 0));
    let first = Db::connect(&file_of(&file)).await.expect("opened");
    first.check_schema().await.expect("this program's");
    assert_eq!(contents(&first).await, original);
    assert_intact(&first).await;
    first.close().await.expect("closed");

    let target = Target::new().await;
    restore(&made.folder, &target.url).await.expect("restored");
    let other = target.open().await;
    assert_eq!(contents(&other).await, original);
    assert_intact(&other).await;

    let again = backup::make(&other, target.database.folder(), None, Trust::default(), now()).await.expect("a backup");
    assert_eq!(again.manifest.rows, made.manifest.rows);
    let file = target.database.folder().join("second.db");
    restore(&again.folder, &file_of(&file)).await.expect("restored");
    let second = Db::connect(&file_of(&file)).await.expect("opened");
    assert_eq!(contents(&second).await, original);
    assert_intact(&second).await;
    second.close().await.expect("closed");
}

#[tokio::test]
async fn a_backup_that_is_made_while_others_write_is_of_one_moment() {
    let database = site().await;
    // Each change writes two rows that belong together, and takes one away that was there.
    execute(&database.db, "INSERT INTO site (name, value) VALUES ('left', '0'), ('right', '0')").await;
    let over = Arc::new(AtomicBool::new(false));
    let mut writers = Vec::new();
    for _ in 0..2 {
        let (db, over) = (Db::connect(database.url()).await.expect("connected"), Arc::clone(&over));
        writers.push(tokio::spawn(async move {
            let mut changes = 0;
            while !over.load(Ordering::Relaxed) {
                let tx = db.begin().await.expect("a transaction");
                // Always in the same order, so that none waits for the other in a circle.
                for name in ["left", "right"] {
                    let add = format!("UPDATE site SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = '{name}'");
                    tx.execute_unprepared(&add).await.expect("written");
                }
                tx.commit().await.expect("no writer is hindered");
                changes += 1;
            }
            db.close().await.expect("closed");
            changes
        }));
    }
    let mut seen = Vec::new();
    for number in 0..5 {
        let made = backup::make(&database.db, database.folder(), None, Trust::default(), now() + Duration::seconds(number)).await.expect("a backup");
        let file = database.folder().join(format!("restored-{number}.db"));
        restore(&made.folder, &file_of(&file)).await.expect("restored");
        let copy = Db::connect(&file_of(&file)).await.expect("opened");
        let pair = [redline_ledger::site::fact(copy.read(), "left").await, redline_ledger::site::fact(copy.read(), "right").await];
        let [left, right] = pair.map(|fact| fact.expect("asked").expect("there").parse::<u64>().expect("a number"));
        assert_eq!(left, right, "of one moment");
        assert_intact(&copy).await;
        copy.close().await.expect("closed");
        seen.push(left);
    }
    over.store(true, Ordering::Relaxed);
    let mut changes = 0;
    for writer in writers {
        changes += writer.await.expect("no error reached it");
    }
    assert!(seen.is_sorted() && seen.last() <= Some(&changes), "{seen:?} of {changes}");
    assert!(changes > 0);
}

#[tokio::test]
async fn the_attachments_that_rows_name_go_along_by_their_hashes_and_what_is_missing_is_told() {
    let database = site().await;
    let store = attachments_of(&database).await;
    let made = backup::make(&database.db, database.folder(), Some(&store), Trust::default(), now()).await.expect("a backup");
    let told = made.manifest.attachments.clone().expect("attachments");
    assert_eq!((told.files, told.bytes, told.missing.len()), (3, 28, 0));
    assert_eq!(names(&made.folder.join("attachments")).len(), 4, "three files and a thumbnail, and none that no row names");

    let (target, into) = (Target::new().await, database.folder().join("restored-store"));
    let restored = backup::restore(&made.folder, &target.url, Some(&into), Trust::default()).await.expect("restored");
    assert_eq!(restored.attachments, Some(3));
    for name in names(&into) {
        assert_eq!(fs::read(into.join(&name)).expect("read"), fs::read(store.join(&name)).expect("read"));
    }
    assert_eq!(names(&into).len(), 4);

    let (picture, document) = (hex::encode(Sha256::digest("a picture")), hex::encode(Sha256::digest("a document")));
    fs::remove_file(store.join(&picture)).expect("lost");
    fs::write(store.join(&document), "forged").expect("changed");
    let made = backup::make(&database.db, database.folder(), Some(&store), Trust::default(), now()).await.expect("a backup");
    let told = made.manifest.attachments.expect("attachments");
    let mut missing = vec![picture, document];
    missing.sort();
    assert_eq!((told.files, told.missing), (1, missing));
    assert_eq!(made.folder.file_name().and_then(|name| name.to_str()), Some("redline-backup-2026-11-25T093000Z-2"), "of the same second");
}

#[tokio::test]
async fn the_latest_backups_are_kept_and_what_is_none_is_left_alone() {
    let database = site().await;
    let into = database.folder().join("backups");
    let mut made = backup::make(&database.db, &into, None, Trust::default(), now()).await.expect("a backup");
    for number in 1..4 {
        made = backup::make(&database.db, &into, None, Trust::default(), now() + Duration::days(number)).await.expect("a backup");
    }
    fs::create_dir(into.join("redline-backup-of-mine")).expect("made");
    fs::write(into.join("notes.txt"), "keep").expect("written");
    assert_eq!(backup::keep(&made, 2).expect("kept").len(), 2);
    let left = ["notes.txt", "redline-backup-2026-11-27T093000Z", "redline-backup-2026-11-28T093000Z", "redline-backup-of-mine"];
    assert_eq!(names(&into), left);
    assert!(backup::keep(&made, 2).expect("kept").is_empty());
    // What a backup left that was cut short goes away with the next one.
    fs::create_dir(into.join("redline-backup-2026-11-20T093000Z.unfinished")).expect("left");
    make(&database, &into).await;
    assert!(!into.join("redline-backup-2026-11-20T093000Z.unfinished").exists());
}

#[tokio::test]
async fn the_backup_that_was_just_made_and_the_last_good_one_are_never_removed() {
    let database = site().await;
    let into = database.folder().join("backups");
    let make = async |day: i64| backup::make(&database.db, &into, None, Trust::default(), now() + Duration::days(day)).await.expect("a backup");
    // A clock that was a year ahead for a while: what is made after it was set right seems older.
    make(365).await;
    let made = make(0).await;
    assert_eq!(backup::keep(&made, 1).expect("kept").len(), 1);
    assert_eq!(names(&into), ["redline-backup-2026-11-25T093000Z"]);
    // From now on the ledger is broken, and so is each further backup.
    let tx = database.db.begin().await.expect("a transaction");
    database.unguard(&tx, "ledger_event").await.expect("unguarded");
    tx.execute_unprepared("UPDATE ledger_event SET action = 'FORGED' WHERE sequence = 2").await.expect("forged");
    tx.commit().await.expect("committed");
    for (day, left) in [(1, ["2026-11-25", "2026-11-26"]), (2, ["2026-11-25", "2026-11-27"]), (3, ["2026-11-25", "2026-11-28"])] {
        let made = make(day).await;
        assert_eq!(made.manifest.audit, Audit::Broken);
        backup::keep(&made, 1).expect("kept");
        assert_eq!(names(&into), left.map(|day| format!("redline-backup-{day}T093000Z")));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_backup_is_for_the_eyes_of_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let database = site().await;
    let store = attachments_of(&database).await;
    let made = backup::make(&database.db, database.folder(), Some(&store), Trust::default(), now()).await.expect("a backup");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&made.folder), mode(&made.folder.join("attachments"))), (0o700, 0o700));
    for folder in [made.folder.clone(), made.folder.join("attachments")] {
        for file in names(&folder).into_iter().map(|name| folder.join(name)).filter(|path| path.is_file()) {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
    }
}
