//! A database for one test. It is SQLite in a folder of its own, or, where `REDLINE_TEST_POSTGRES` names a server (`tests/with-postgres`
//! starts one), a database of its own there. So the same tests run on both.

mod own;

use std::path::Path;

use redline_ledger::{Db, db::Use, settings};
use redline_migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};
use tempfile::TempDir;

pub use own::OwnPostgres;

/// The environment variable that names the PostgreSQL server of the tests, without a database.
const SERVER: &str = "REDLINE_TEST_POSTGRES";

/// A database with the schema of this program, gone when it is dropped.
pub struct TestDatabase {
    /// The database.
    pub db: Db,
    url: String,
    folder: TempDir,
    postgres: Option<(String, String)>,
}

impl TestDatabase {
    /// A new one.
    pub async fn new() -> Self {
        match server() {
            Some(server) => Self::on(server).await,
            None => Self::sqlite().await,
        }
    }

    /// A new one on a PostgreSQL server.
    pub async fn on(server: String) -> Self {
        let admin = maintenance(&server).await.expect("the PostgreSQL server of the tests");
        let template = template(&admin, &server).await.expect("a template");
        Self::postgres(server, &admin, &template).await
    }

    /// One without any schema, such as an operator begins with.
    pub async fn empty() -> Self {
        let Some(server) = server() else { return Self::file().await };
        let admin = maintenance(&server).await.expect("the PostgreSQL server of the tests");
        Self::postgres(server, &admin, "template0").await
    }

    /// One with the schema of a released program, and with what that program wrote into it.
    pub async fn released(release: Release) -> Self {
        let database = Self::empty().await;
        let steps = Migrator::migrations().iter().position(|migration| migration.name() == release.schema()).expect("a migration") + 1;
        let tx = database.db.begin().await.expect("a transaction");
        Migrator::up(&tx, Some(u32::try_from(steps).expect("few"))).await.expect("its schema");
        if database.is_postgres() {
            // Rows come table by table, whichever they refer to.
            tx.execute_unprepared("SET LOCAL session_replication_role = replica").await.expect("by the superuser of the tests");
            tx.execute_unprepared(&with_uuids(release.rows())).await.expect("its rows");
        } else {
            tx.execute_unprepared("PRAGMA defer_foreign_keys = ON").await.expect("deferred");
            tx.execute_unprepared(release.rows()).await.expect("its rows");
        }
        tx.commit().await.expect("committed");
        database
    }

    async fn postgres(server: String, admin: &DatabaseConnection, template: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        // No two folders of this machine have the same name at one time.
        let unique = folder.path().file_name().map(|name| name.as_encoded_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>());
        let name = format!("t_{}", unique.unwrap_or_default());
        admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.expect("a database");
        let url = format!("{server}/{name}");
        let db = Db::connect(&url).await.expect("a database");
        Self { db, url, folder, postgres: Some((server, name)) }
    }

    /// SQLite whatever the environment says, for what PostgreSQL cannot hold: its columns take no values of another type.
    pub async fn sqlite() -> Self {
        let database = Self::file().await;
        database.db.migrate().await.expect("migrated");
        database
    }

    async fn file() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("redline.db").display());
        let db = Db::connect(&url).await.expect("a database");
        Self { db, url, folder, postgres: None }
    }

    /// The one of a PostgreSQL that the test can stop, as a server opens it.
    pub async fn of(own: &OwnPostgres) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = settings::Database { url: own.url(), ..settings::Settings::defaults().database };
        let db = Db::open(&settings, Use::Requests).await.expect("a database");
        db.migrate().await.expect("migrated");
        Self { db, url: own.url(), folder, postgres: None }
    }

    /// Takes the triggers off a table that refuse to change what was written, as whoever owns the database can.
    ///
    /// # Errors
    /// What the database says.
    pub async fn unguard(&self, db: &impl ConnectionTrait, table: &str) -> Result<(), DbErr> {
        if self.is_postgres() {
            return db.execute_unprepared(&format!("DROP TRIGGER append_only ON {table}")).await.map(drop);
        }
        for change in ["update", "delete", "replace"] {
            db.execute_unprepared(&format!("DROP TRIGGER {table}_no_{change}")).await?;
        }
        Ok(())
    }

    /// Its address, for a second connection.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A folder that is gone with it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        !self.url.starts_with("sqlite")
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((server, name)) = self.postgres.take() else { return };
        // A destructor cannot wait in the runtime of its test, so it has one of its own.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let admin = maintenance(&server).await?;
                admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await?;
                admin.close().await
            })?;
            Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
        });
        // What is left goes with the server.
        drop(dropped.join());
    }
}

/// A program that was released, by the schema that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// The first one: the tables of the action, before events were chained.
    First,
    /// The second one: every record and rule of the notice, signed, sealed and chained.
    Second,
}

impl Release {
    /// Its last migration.
    pub fn schema(self) -> &'static str {
        match self {
            Self::First => "m2026_11_23_000007_ledger",
            Self::Second => "m2026_11_24_000011_reports",
        }
    }

    /// What it wrote in seven weeks of its demonstration, as SQL.
    fn rows(self) -> &'static str {
        match self {
            Self::First => include_str!("../../../migration/tests/released/m2026_11_23_000007_ledger.sql"),
            Self::Second => include_str!("../../../migration/tests/released/m2026_11_24_000011_reports.sql"),
        }
    }
}

fn server() -> Option<String> {
    std::env::var(SERVER).ok().filter(|server| !server.is_empty())
}

/// SQLite's keys, which are bytes, as PostgreSQL's. No text holds what is taken for one: its quotes are doubled.
fn with_uuids(rows: &str) -> String {
    const DIGITS: usize = 32;
    let mut parts = rows.split("X'");
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_key = part.as_bytes().get(DIGITS) == Some(&b'\'') && part.as_bytes()[..DIGITS].iter().all(u8::is_ascii_hexdigit);
        all.push_str(if is_key { "'" } else { "X'" });
        all.push_str(part);
    }
    all
}

async fn maintenance(server: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = sea_orm::ConnectOptions::new(format!("{server}/postgres"));
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}

/// The database of which each test gets a copy. The first test makes it, and the others wait.
async fn template(admin: &DatabaseConnection, server: &str) -> Result<String, DbErr> {
    let name = format!("template_{}", Migrator::migrations().len());
    let exists = async || {
        let found = Statement::from_string(DbBackend::Postgres, format!("SELECT 1 AS one FROM pg_database WHERE datname = '{name}'"));
        Ok::<bool, DbErr>(admin.query_one_raw(found).await?.is_some())
    };
    if exists().await? {
        return Ok(name);
    }
    admin.execute_unprepared("SELECT pg_advisory_lock(1)").await?;
    if !exists().await? {
        let unfinished = format!("{name}_unfinished");
        admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {unfinished}")).await?;
        admin.execute_unprepared(&format!("CREATE DATABASE {unfinished}")).await?;
        let db = Db::connect(&format!("{server}/{unfinished}")).await.map_err(|error| DbErr::Custom(error.to_string()))?;
        db.migrate().await?;
        db.close().await?;
        admin.execute_unprepared(&format!("ALTER DATABASE {unfinished} RENAME TO {name}")).await?;
    }
    admin.execute_unprepared("SELECT pg_advisory_unlock(1)").await?;
    Ok(name)
}
