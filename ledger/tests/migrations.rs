//! From every released schema with data in it, forth and back.

use redline_ledger::{
    Db,
    audit::{self, Trust},
    backup::{self, Contents},
    db::{CannotGoBack, OpenError},
};
use redline_migration::{EARLIEST, Migrator, MigratorTrait};
use redline_test_database::{Release, TestDatabase};
use sea_orm::{ConnectionTrait, Statement};

const RELEASES: [Release; 2] = [Release::First, Release::Second];

/// How many rows a table of any schema has.
async fn count(db: &Db, table: &str) -> i64 {
    let question = Statement::from_string(db.backend(), format!("SELECT count(*) AS rows FROM \"{table}\""));
    db.read().query_one_raw(question).await.expect("asked").expect("a row").try_get("", "rows").expect("a number")
}

/// The tables of a schema, whichever it is, with what they hold.
async fn counts(db: &Db) -> Vec<(String, i64)> {
    let mut counts = Vec::new();
    for table in backup::TABLES {
        if has_table(db, table).await {
            counts.push(((*table).to_owned(), count(db, table).await));
        }
    }
    counts
}

async fn has_table(db: &Db, table: &str) -> bool {
    let question = if db.backend() == sea_orm::DbBackend::Postgres {
        format!("SELECT 1 AS one FROM pg_tables WHERE schemaname = current_schema() AND tablename = '{table}'")
    } else {
        format!("SELECT 1 AS one FROM sqlite_master WHERE type = 'table' AND name = '{table}'")
    };
    db.read().query_one_raw(Statement::from_string(db.backend(), question)).await.expect("asked").is_some()
}

/// What every entity reads.
async fn contents(db: &Db) -> Contents {
    let snapshot = db.snapshot().await.expect("a snapshot");
    let contents = backup::read(&snapshot).await.expect("every row is read");
    snapshot.rollback().await.expect("ended");
    contents
}

async fn intact(db: &Db) -> audit::Report {
    let snapshot = db.snapshot().await.expect("a snapshot");
    let report = audit::verify(&snapshot, Trust::default()).await.expect("walked");
    snapshot.rollback().await.expect("ended");
    assert!(report.is_intact(), "{:?}", report.findings);
    report
}

async fn text(db: &Db, question: &str) -> Vec<String> {
    let rows = db.read().query_all_raw(Statement::from_string(db.backend(), question)).await.expect("asked");
    rows.iter().map(|row| row.try_get("", "answer").expect("a text")).collect()
}

#[tokio::test]
async fn what_a_released_program_wrote_is_all_there_after_the_migration_and_every_entity_reads_it() {
    for release in RELEASES {
        let database = TestDatabase::released(release).await;
        let before = counts(&database.db).await;
        assert!(before.iter().all(|(_, rows)| *rows > 0), "each table of the fixture has a row: {before:?}");
        database.db.migrate().await.expect("migrated");
        database.db.check_schema().await.expect("this program's");
        let after = contents(&database.db).await;
        for (table, rows) in &before {
            // The heads of the chains are new where events were not chained before.
            assert_eq!(i64::try_from(after.tables[table].rows).expect("few"), *rows, "{table} after {release:?}");
        }
        let report = intact(&database.db).await;
        assert_eq!(report.events, after.tables["ledger_event"].rows);
    }
}

#[tokio::test]
async fn events_from_before_the_chain_are_chained_in_the_order_in_which_they_were_recorded() {
    let database = TestDatabase::released(Release::First).await;
    let question = "SELECT action AS answer FROM ledger_event WHERE organization_id IS NOT NULL ORDER BY organization_id, recorded_at, id";
    let before = text(&database.db, question).await;
    database.db.migrate().await.expect("migrated");
    let chained = text(&database.db, "SELECT action AS answer FROM ledger_event WHERE organization_id IS NOT NULL ORDER BY chain_id, sequence").await;
    assert_eq!(chained, before);
    let report = intact(&database.db).await;
    assert_eq!((report.chains, report.signatures), (8, 0), "seven organizations and the site");
}

#[tokio::test]
async fn what_was_there_before_a_column_came_has_the_value_that_it_means() {
    let database = TestDatabase::released(Release::First).await;
    database.db.migrate().await.expect("migrated");
    assert_eq!(text(&database.db, "SELECT DISTINCT consent AS answer FROM hazard_plan").await, ["NOT_NEEDED"], "what was planned is in force");
    for (what, none) in [
        ("no inspection corrects another", "SELECT kind AS answer FROM inspection WHERE correction_reason IS NOT NULL"),
        ("no hazard had a criterion looked for", "SELECT state AS answer FROM hazard WHERE no_criterion_found"),
        ("no report had been reviewed", "SELECT kind AS answer FROM report WHERE reviewed_by_id IS NOT NULL"),
    ] {
        assert!(text(&database.db, none).await.is_empty(), "{what}");
    }
}

#[tokio::test]
async fn each_step_from_the_first_release_keeps_every_row() {
    let database = TestDatabase::released(Release::First).await;
    let first = counts(&database.db).await;
    let missing = Migrator::migrations().len() - redline_migration::applied(database.db.read()).await.expect("read").len();
    for step in 1..=missing {
        let tx = database.db.begin().await.expect("a transaction");
        Migrator::up(&tx, Some(1)).await.expect("one step");
        tx.commit().await.expect("committed");
        let now = counts(&database.db).await;
        for pair in &first {
            assert!(now.contains(pair), "{pair:?} after step {step}");
        }
    }
    database.db.check_schema().await.expect("this program's");
    intact(&database.db).await;
}

#[tokio::test]
async fn from_the_latest_schema_one_goes_back_step_by_step_to_the_earliest_and_forth_again_and_the_ledger_stays_intact() {
    for release in RELEASES {
        let database = TestDatabase::released(release).await;
        database.db.migrate().await.expect("migrated");
        let before = contents(&database.db).await;
        let names: Vec<String> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
        for name in names.iter().rev().skip(1).filter(|name| name.as_str() >= EARLIEST) {
            assert_eq!(database.db.migrate_down_to(name).await.expect(name), 1, "{name}");
            assert_eq!(redline_migration::applied(database.db.read()).await.expect("read").last(), Some(name));
        }
        // Nothing of what is proved goes away on the way.
        for table in ["ledger_event", "chain_head", "checkpoint", "signature", "organization", "person", "hazard", "inspection", "mail"] {
            assert_eq!(count(&database.db, table).await, i64::try_from(before.tables[table].rows).expect("few"), "{table}");
        }
        database.db.migrate().await.expect("forth again");
        intact(&database.db).await;
        let after = contents(&database.db).await;
        let kept = ["ledger_event", "chain_head", "checkpoint", "signature", "organization", "person", "membership", "mail", "duty", "attachment", "request"];
        for table in kept {
            assert_eq!(after.tables[table], before.tables[table], "{table} of {release:?} is as it was");
        }
    }
}

#[tokio::test]
async fn one_does_not_go_back_to_where_signatures_and_chains_would_be_lost() {
    let database = TestDatabase::released(Release::Second).await;
    database.db.migrate().await.expect("migrated");
    for name in ["m2026_11_24_000003_inspections", "m2026_11_24_000001_chain", "m2026_11_23_000007_ledger"] {
        let refused = database.db.migrate_down_to(name).await.expect_err("refused");
        assert!(refused.to_string().starts_with(&format!("what people signed would be lost on the way to {name}; the earliest schema")), "{refused}");
    }
    let refused = database.db.migrate_down_to("m2027_01_01_000001_later").await.expect_err("refused");
    assert!(matches!(&refused, CannotGoBack::Refused(sentence) if sentence.contains("the database has no schema m2027_01_01_000001_later")), "{refused}");
    database.db.check_schema().await.expect("nothing was taken back");
}

#[tokio::test]
async fn programs_that_migrate_at_once_all_end_well_and_every_change_is_made_once() {
    let database = TestDatabase::released(Release::First).await;
    let missing = Migrator::migrations().len() - redline_migration::applied(database.db.read()).await.expect("read").len();
    let mut others = Vec::new();
    for _ in 0..4 {
        let db = Db::connect(database.url()).await.expect("connected");
        others.push(tokio::spawn(async move {
            let made = db.migrate().await.expect("migrated, or waited for who did");
            db.check_schema().await.expect("this program's");
            db.close().await.expect("closed");
            made
        }));
    }
    let mut made = Vec::new();
    for other in others {
        made.push(other.await.expect("it ended well"));
    }
    made.sort_unstable();
    assert_eq!(made, [0, 0, 0, missing], "one of them made all changes, and says so");
    assert_eq!(redline_migration::applied(database.db.read()).await.expect("read").len(), Migrator::migrations().len());
    intact(&database.db).await;
}

#[tokio::test]
async fn a_migration_that_fails_leaves_schema_and_rows_as_they_were() {
    let database = TestDatabase::released(Release::First).await;
    let before = counts(&database.db).await;
    // In the way of the last change, after all others were made.
    let tx = database.db.begin().await.expect("a transaction");
    tx.execute_unprepared("CREATE INDEX ix_report_kind_state_period_on ON report (kind)").await.expect("made");
    tx.commit().await.expect("committed");
    database.db.migrate().await.expect_err("the index is there already");
    assert_eq!(redline_migration::applied(database.db.read()).await.expect("read").last().map(String::as_str), Some(Release::First.schema()));
    assert_eq!(counts(&database.db).await, before);
    let tx = database.db.begin().await.expect("a transaction");
    tx.execute_unprepared("DROP INDEX ix_report_kind_state_period_on").await.expect("dropped");
    tx.commit().await.expect("committed");
    database.db.migrate().await.expect("now it can");
    intact(&database.db).await;
}

#[tokio::test]
async fn asking_whether_the_schema_is_this_programs_changes_nothing() {
    let database = TestDatabase::empty().await;
    assert!(matches!(database.db.check_schema().await, Err(OpenError::Older { pending }) if pending == Migrator::migrations().len()));
    assert!(!has_table(&database.db, "seaql_migrations").await, "no table is made");
    assert!(database.db.schema().await.expect("listed").iter().all(|(_, made)| !made));
}
