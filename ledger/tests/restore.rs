//! Backups are restored wholly or not at all.

use std::{fs, path::Path};

use redline_ledger::{
    Db,
    audit::Trust,
    backup::{self, Audit, Made, Manifest, Restored},
};
use redline_migration::{Migrator, MigratorTrait};
use redline_test_database::{Release, TestDatabase};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

use crate::backups::*;

#[tokio::test]
async fn in_a_restored_database_references_and_the_guards_of_the_ledger_hold_as_before() {
    let database = site().await;
    let made = make(&database, database.folder()).await;
    let target = Target::new().await;
    restore(&made.folder, &target.url).await.expect("restored");
    let other = target.open().await;
    for refused in [
        "UPDATE ledger_event SET action = 'FORGED'",
        "DELETE FROM signature",
        "DELETE FROM organization WHERE kind = 'SAFETY_OFFICE'",
        "INSERT INTO organization_sector (organization_id, sector) SELECT id, 'GAS' FROM person",
    ] {
        let tx = other.begin().await.expect("a transaction");
        let done = tx.execute_unprepared(refused).await;
        // A reference that waited for the end of the transaction would be refused by this.
        assert!(done.is_err(), "{refused}");
        tx.rollback().await.expect("ended");
    }
}

#[tokio::test]
async fn a_backup_that_was_cut_short_or_edited_is_refused_by_the_name_of_the_file() {
    let database = site().await;
    let attachments = attachments_of(&database).await;
    let made = backup::make(&database.db, database.folder(), Some(&attachments), Trust::default(), now()).await.expect("a backup");
    let picture = names(&made.folder.join("attachments")).into_iter().find(|name| !name.contains('.')).expect("an attachment");
    let target = file_of(&database.folder().join("target").join("redline.db"));
    for name in ["redline.db", "SHA256SUMS", &format!("attachments/{picture}")] {
        let file = made.folder.join(name);
        let whole = fs::read(&file).expect("read");
        let mut edited = whole.clone();
        let middle = edited.len() / 2;
        edited[middle] ^= 1;
        for broken in [&whole[..whole.len() - 1], &edited] {
            fs::write(&file, broken).expect("broken");
            let refused = backup::restore(&made.folder, &target, None, Trust::default()).await.expect_err("refused").to_string();
            assert_eq!(refused, format!("{}: it is not as it was when the backup was made (cut short, or changed)", file.display()));
        }
        fs::remove_file(&file).expect("removed");
        let refused = restore(&made.folder, &target).await.expect_err("refused");
        assert!(refused.starts_with(&file.display().to_string()), "{refused}");
        fs::write(&file, whole).expect("as it was");
    }
    let manifest = made.folder.join("MANIFEST.json");
    let whole = fs::read_to_string(&manifest).expect("read");
    for (broken, said) in [
        (whole[..whole.len() / 2].to_owned(), "it is no manifest of a backup"),
        (whole.replace("\"redlineBackup\": 1", "\"redlineBackup\": 2"), "it was made by a newer version of Redline"),
        (
            whole.replace(&made.manifest.schema, "m2999_01_01_000001_later"),
            "the backup was made by a newer version of Redline (schema m2999_01_01_000001_later)",
        ),
        (whole.replace(&made.manifest.sums, &"0".repeat(64)), "it is not as it was when the backup was made"),
    ] {
        assert_ne!(broken, whole);
        fs::write(&manifest, broken).expect("broken");
        let refused = restore(&made.folder, &target).await.expect_err("refused");
        assert!(refused.contains(said), "{refused}");
    }
    fs::remove_file(&manifest).expect("removed");
    let refused = restore(&made.folder, &target).await.expect_err("refused");
    assert!(refused.contains("right would be a folder redline-backup-… that `redline backup` made"), "{refused}");
    assert!(!database.folder().join("target").join("redline.db").exists(), "nothing was made");
}

#[tokio::test]
async fn a_list_of_hashes_that_leads_out_of_the_folder_is_refused() {
    let database = site().await;
    let made = make(&database, database.folder()).await;
    fs::write(database.folder().join("secret"), "x").expect("written");
    let list = format!("{}{}  ../secret\n", fs::read_to_string(made.folder.join("SHA256SUMS")).expect("read"), hex::encode(Sha256::digest("x")));
    fs::write(made.folder.join("SHA256SUMS"), &list).expect("written");
    let manifest = fs::read_to_string(made.folder.join("MANIFEST.json")).expect("read");
    fs::write(made.folder.join("MANIFEST.json"), manifest.replace(&made.manifest.sums, &hex::encode(Sha256::digest(&list)))).expect("written");
    let refused = restore(&made.folder, &file_of(&database.folder().join("target.db"))).await.expect_err("refused");
    assert!(refused.contains("SHA256SUMS: it is not as it was"), "{refused}");
}

#[tokio::test]
async fn a_ledger_that_was_forged_in_the_backup_is_refused_and_one_that_was_broken_before_is_told() {
    let database = site().await;
    let made = make(&database, database.folder()).await;
    // Whoever edits the copy can make the hashes right again, but not the chain.
    let copy = Db::connect(&file_of(&made.folder.join("redline.db"))).await.expect("opened");
    for change in ["update", "delete", "replace"] {
        execute(&copy, &format!("DROP TRIGGER ledger_event_no_{change}")).await;
    }
    execute(&copy, "UPDATE ledger_event SET action = 'FORGED' WHERE sequence = 2").await;
    copy.close().await.expect("closed");
    rehash(&made);
    let target = Target::new().await;
    let refused = restore(&made.folder, &target.url).await.expect_err("refused");
    assert!(refused.starts_with("the ledger in the backup is broken (断链)"), "{refused}");

    // A site whose own ledger is broken still has backups, which say so.
    let broken = site().await;
    let tx = broken.db.begin().await.expect("a transaction");
    broken.unguard(&tx, "ledger_event").await.expect("unguarded");
    tx.execute_unprepared("UPDATE ledger_event SET action = 'FORGED' WHERE sequence = 2").await.expect("forged");
    tx.commit().await.expect("kept");
    let made = make(&broken, broken.folder()).await;
    assert_eq!(made.manifest.audit, Audit::Broken);
    let restored = restore(&made.folder, &target.url).await.expect("restored");
    assert_eq!(restored.audit, Audit::Broken);
}

#[tokio::test]
async fn a_database_that_holds_something_is_left_alone_and_a_migrated_one_without_rows_is_taken() {
    let database = site().await;
    let made = make(&database, database.folder()).await;
    let before = contents(&database.db).await;
    let refused = restore(&made.folder, database.url()).await.expect_err("refused");
    assert!(refused.contains("holds something already (table ") && refused.contains("new or empty database only"), "{refused}");
    assert_eq!(contents(&database.db).await, before);

    let foreign = TestDatabase::empty().await;
    execute(&foreign.db, "CREATE TABLE somebody_elses (note TEXT)").await;
    execute(&foreign.db, "INSERT INTO somebody_elses (note) VALUES ('keep')").await;
    let refused = restore(&made.folder, foreign.url()).await.expect_err("refused");
    assert!(refused.contains("(table somebody_elses)"), "{refused}");

    let migrated = TestDatabase::new().await;
    if migrated.is_postgres() {
        restore(&made.folder, migrated.url()).await.expect("restored");
        assert_eq!(contents(&migrated.db).await, before);
    } else {
        let refused = restore(&made.folder, migrated.url()).await;
        assert!(refused.is_err_and(|sentence| sentence.contains("a program has")), "somebody has it open");
        migrated.db.clone().close().await.expect("closed");
        restore(&made.folder, migrated.url()).await.expect("restored");
        let db = Db::connect(migrated.url()).await.expect("opened");
        assert_eq!(contents(&db).await, before);
        db.close().await.expect("closed");
    }
}

#[tokio::test]
async fn a_backup_of_an_older_schema_is_restored_and_brought_up_to_date() {
    // Such a backup was made by the program of that time: a file of its schema, with the manifest that it wrote.
    let older = TestDatabase::sqlite().await;
    let made = make(&older, older.folder()).await;
    let file = made.folder.join("redline.db");
    fs::remove_file(&file).expect("removed");
    let old = Db::connect(&file_of(&file)).await.expect("made");
    let tx = old.begin().await.expect("a transaction");
    Migrator::up(&tx, Some(7)).await.expect("its schema");
    tx.execute_unprepared("PRAGMA defer_foreign_keys = ON").await.expect("deferred");
    tx.execute_unprepared(include_str!("../../migration/tests/released/m2026_11_23_000007_ledger.sql")).await.expect("its rows");
    tx.commit().await.expect("committed");
    let rows = rows(&old).await;
    old.close().await.expect("closed");
    rehash(&Made { manifest: Manifest { schema: Release::First.schema().to_owned(), rows, ..made.manifest }, folder: made.folder.clone() });

    let target = Target::new().await;
    let restored = restore(&made.folder, &target.url).await.expect("restored");
    assert_eq!(restored.migrated, Migrator::migrations().len() - 7);
    assert_eq!(restored.events, 394);
    let db = target.open().await;
    assert_intact(&db).await;
    db.close().await.expect("closed");
    assert_eq!(Manifest::of(&made.folder).expect("read").schema, Release::First.schema(), "the backup itself is as it was");
}

#[tokio::test]
async fn what_fails_in_the_middle_leaves_nothing_behind() {
    let database = site().await;
    let store = attachments_of(&database).await;
    let made = backup::make(&database.db, database.folder(), Some(&store), Trust::default(), now()).await.expect("a backup");

    // The database takes the backup until the very end, when one row is refused.
    let target = TestDatabase::empty().await;
    let into = database.folder().join("restored-store");
    if target.is_postgres() {
        let refusing = "CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN \
                        IF EXISTS (SELECT 1 FROM pg_event_trigger_ddl_commands() WHERE command_tag = 'CREATE TABLE' AND object_identity LIKE '%task') \
                        THEN RAISE EXCEPTION 'no more'; END IF; END $$";
        execute(&target.db, refusing).await;
        execute(&target.db, "CREATE EVENT TRIGGER refuse ON ddl_command_end EXECUTE FUNCTION refuse()").await;
        restore_into(&made.folder, target.url(), &into).await.expect_err("refused");
        assert!(target.db.schema().await.expect("asked").iter().all(|(_, made)| !made), "no table is left");
    } else {
        // A folder stands where the file should be.
        let file = database.folder().join("occupied");
        fs::create_dir_all(file.join("redline.db")).expect("made");
        restore_into(&made.folder, &file_of(&file.join("redline.db")), &into).await.expect_err("refused");
        assert_eq!(names(&file), ["redline.db"], "nothing else is left");
    }
    assert!(!into.exists() || names(&into).is_empty(), "no attachment is left");

    // A backup that cannot be ended, since an attachment cannot be read.
    let picture = store.join(hex::encode(Sha256::digest("a picture")));
    fs::remove_file(&picture).expect("removed");
    fs::create_dir(&picture).expect("a folder in its place");
    let before = names(database.folder());
    backup::make(&database.db, database.folder(), Some(&store), Trust::default(), now()).await.expect_err("it cannot be read");
    assert_eq!(names(database.folder()), before);
}

async fn restore_into(folder: &Path, url: &str, attachments: &Path) -> Result<Restored, String> {
    backup::restore(folder, url, Some(attachments), Trust::default()).await.map_err(|error| error.to_string())
}
