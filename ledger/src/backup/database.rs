//! The database file of a backup (备份数据库): an SQLite file with nothing beside it, which reading does not change.

use std::path::Path;

use redline_entity::{ledger_event, mail};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

use super::{BackupError, Result, manifest::Audit, tables};
use crate::{
    audit::{self, Trust},
    db,
};

/// Its name in the folder of the backup.
pub(super) const FILE: &str = "redline.db";

/// What there is to tell of a ledger.
pub(super) struct Told {
    pub audit: Audit,
    pub events: u64,
    pub last_event_at: Option<chrono::DateTime<chrono::Utc>>,
    pub queued_mails: u64,
}

/// Opens it for reading only; nothing is made beside it.
pub(super) async fn reading(file: &Path) -> Result<DatabaseConnection> {
    open(file, "ro&immutable=1").await
}

/// Opens one that belongs to nobody else yet.
pub(super) async fn writing(file: &Path) -> Result<DatabaseConnection> {
    open(file, "rw").await
}

async fn open(file: &Path, mode: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode={mode}", text(file)?));
    options.max_connections(1).sqlx_logging(false).test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|sqlite| sqlite.pragma("journal_mode", "DELETE").foreign_keys(true));
    Ok(Database::connect(options).await?)
}

/// A path as SQLite takes it.
pub(super) fn text(file: &Path) -> Result<&str> {
    let plain = |text: &&str| !text.contains(['?', '#', '%']);
    file.to_str().filter(plain).ok_or_else(|| BackupError::Refused(format!("{}: right would be a path without ?, # and %", file.display())))
}

/// Begins to write, with references between rows looked at in the end: rows come table by table.
pub(super) async fn begin(connection: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options = TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
    let tx = connection.begin_with_options(options).await?;
    tx.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
    Ok(tx)
}

/// Refuses a file that SQLite finds to be damaged, or in which a row refers to one that is not there.
pub(super) async fn check(connection: &impl ConnectionTrait) -> Result<()> {
    let rows = connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check")).await?;
    let said: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?;
    if said != ["ok"] {
        return Err(BackupError::Refused(format!("the database of the backup is damaged: {}", said.join("; "))));
    }
    let dangling = connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA foreign_key_check")).await?;
    match dangling.first().map(|row| row.try_get_by_index::<String>(0)) {
        None => Ok(()),
        Some(table) => Err(BackupError::Refused(format!("the database of the backup is damaged: a row of {} refers to one that is not there", table?))),
    }
}

/// Refuses a schema that is not this program's.
pub(super) async fn check_schema(connection: &DatabaseConnection) -> Result<()> {
    Ok(db::check(&redline_migration::applied(connection).await?)?)
}

/// Walks the ledger, and tells of it.
pub(super) async fn tell(connection: &impl ConnectionTrait, trust: Trust) -> Result<Told> {
    let intact = audit::verify(connection, trust).await?.is_intact();
    let last = ledger_event::Entity::find().select_only().column(ledger_event::Column::RecordedAt).order_by_desc(ledger_event::Column::RecordedAt);
    Ok(Told {
        audit: if intact { Audit::Intact } else { Audit::Broken },
        events: ledger_event::Entity::find().count(connection).await?,
        // One that cannot be read is the audit's to tell of.
        last_event_at: last.limit(1).into_tuple().one(connection).await.unwrap_or_default(),
        queued_mails: mail::Entity::find().filter(mail::is_unsent()).count(connection).await?,
    })
}

/// Refuses a database that holds anything. `what` names it.
pub(super) async fn expect_empty(connection: &impl ConnectionTrait, what: &str) -> Result<()> {
    let question = match connection.get_database_backend() {
        DbBackend::Postgres => "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()",
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    };
    for row in connection.query_all_raw(Statement::from_string(connection.get_database_backend(), question)).await? {
        let table: String = row.try_get("", "name")?;
        if table != "seaql_migrations" && tables::has_rows(connection, &table).await? {
            let sentence =
                format!("{what} holds something already (table {table}); a backup is restored into a new or empty database only: name one with --database");
            return Err(BackupError::Refused(sentence));
        }
    }
    Ok(())
}
