//! The database: SQLite in a file by default, PostgreSQL where it grows.

use std::{
    net::IpAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
    sqlx::postgres::{PgConnectOptions, PgSslMode},
};

use crate::{Result, settings};

mod schema;

pub use schema::CannotGoBack;
pub(crate) use schema::{alone, check, migrate_up};

/// The connections to the database. On SQLite one writer and several readers, so that no reader waits and no writer is refused.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    statements: Arc<AtomicU64>,
}

/// For what a program uses the database. By that PostgreSQL limits its statements; SQLite has no such limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To answer requests: nobody waits longer than the settings say.
    Requests,
    /// To sweep over all that is due: as long as the engine lets a sweep take.
    Sweeps,
    /// To change the schema, to verify, to export: as long as it takes.
    Upkeep,
}

/// No sweep of the engine takes longer than this; what it did not come to, the next cycle does.
pub const LONGEST_SWEEP: Duration = Duration::from_secs(300);

/// Why a database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder or file is not to be had.
    #[error("the database {url} cannot be opened: {source}")]
    Unreachable {
        /// Which.
        url: String,
        /// Why.
        source: DbErr,
    },
    /// The schema is older than the program.
    #[error("the database has an older schema ({pending} changes behind): run `redline migrate` first")]
    Older {
        /// How many changes it lacks.
        pending: usize,
    },
    /// The schema is newer than the program.
    #[error("the database was written by a newer version of Redline ({unknown}): use that version, or restore a backup made before it")]
    Newer {
        /// A change that this program does not know.
        unknown: String,
    },
}

impl Db {
    /// Connects to `sqlite://path` or `postgres://…`, without a limit for statements. A missing SQLite file is created.
    ///
    /// # Errors
    /// If it cannot be reached.
    pub async fn connect(url: &str) -> Result<Self, OpenError> {
        Self::open(&settings::Database { url: url.to_owned(), ..settings::Settings::defaults().database }, Use::Upkeep).await
    }

    /// Connects as the settings say, for that use.
    ///
    /// # Errors
    /// If it cannot be reached.
    pub async fn open(settings: &settings::Database, by: Use) -> Result<Self, OpenError> {
        let url = &settings.url;
        let unreachable = |source| OpenError::Unreachable { url: redacted(url), source };
        let statements = Arc::new(AtomicU64::new(0));
        let (mut read, mut write) = if let Some(path) = url.strip_prefix("sqlite://") {
            let write = sqlite(path, 1, false).await.map_err(unreachable)?;
            (sqlite(path, 4, true).await.map_err(unreachable)?, write)
        } else {
            let pool = postgres(settings, by).await.map_err(unreachable)?;
            (pool.clone(), pool)
        };
        for connection in [&mut read, &mut write] {
            let statements = Arc::clone(&statements);
            connection.set_metric_callback(move |_| {
                statements.fetch_add(1, Ordering::Relaxed);
            });
        }
        Ok(Self { read, write, statements })
    }

    /// The connection for questions.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Begins a change. On SQLite it takes the write lock at once, so that it cannot fail half-way for want of it.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite_transaction_mode = (self.backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
        self.write.begin_with_options(TransactionOptions { sqlite_transaction_mode, ..TransactionOptions::default() }).await
    }

    /// A view of the database that stands still, for whoever reads all of it.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, DbErr> {
        // On SQLite every transaction that only reads is one.
        let postgres = self.backend() == DbBackend::Postgres;
        let isolation_level = postgres.then_some(IsolationLevel::RepeatableRead);
        let access_mode = postgres.then_some(AccessMode::ReadOnly);
        self.read.begin_with_options(TransactionOptions { isolation_level, access_mode, sqlite_transaction_mode: None }).await
    }

    /// Which database it is.
    pub fn backend(&self) -> DbBackend {
        self.read.get_database_backend()
    }

    /// How many statements were sent so far; tests count with it.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Writes a copy of an SQLite database as it stands now into a file that is empty or not there. Writers go on meanwhile.
    pub(crate) async fn vacuum_into(&self, file: &str) -> Result<(), DbErr> {
        self.write.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [file.into()])).await.map(drop)
    }

    /// Closes all connections.
    pub async fn close(self) -> Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}

/// How long PostgreSQL is waited for: whoever sends a request is to be told within a few seconds that it is away.
const PATIENCE: Duration = Duration::from_secs(3);

/// A transaction in which nothing is asked for so long belongs to a program that hangs or is gone; its locks are taken from it.
const LONGEST_IDLE: &str = "60s";

async fn postgres(settings: &settings::Database, by: Use) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(&settings.url);
    options.max_connections(settings.connections).connect_timeout(PATIENCE).acquire_timeout(PATIENCE).sqlx_logging(false);
    options.test_before_acquire_if_idle_for(Duration::from_secs(1));
    let limit = match by {
        Use::Requests => Some(settings.statement_timeout_seconds),
        Use::Sweeps => Some(LONGEST_SWEEP.as_secs()),
        Use::Upkeep => None,
    };
    if let Some(seconds) = limit {
        let limits = [
            ("statement_timeout", format!("{seconds}s")),
            ("lock_timeout", format!("{}s", settings.lock_timeout_seconds)),
            ("idle_in_transaction_session_timeout", LONGEST_IDLE.to_owned()),
        ];
        options.map_sqlx_postgres_opts(move |postgres| postgres.options(limits.clone()));
    }
    Database::connect(options).await
}

/// Whether everything on its way to a PostgreSQL on another machine could be read and changed there: the address does not ask for TLS, or
/// would do without (`sslmode=prefer`, as it is where it does not say).
pub fn is_unprotected(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("postgres://").or_else(|| url.strip_prefix("postgresql://")) else { return false };
    let Ok(options) = format!("postgres://{rest}").parse::<PgConnectOptions>() else { return false };
    let host = options.get_host().trim_matches(['[', ']']);
    let here = options.get_socket().is_some() || host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    !here && !matches!(options.get_ssl_mode(), PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull)
}

/// How many bytes of the file each program maps at most: a worker stays under 300 MB with it.
const MAPPED: &str = "184549376";

/// How many KiB of pages the one connection that writes keeps of what it changes, as SQLite wants it: below nought. With its own 2 MB it
/// writes a large change's pages out and reads them again before the change is made.
const KEPT: &str = "-24576";

async fn sqlite(path: &str, connections: u32, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    if let Some(folder) = Path::new(path).parent() {
        std::fs::create_dir_all(folder).map_err(|e| DbErr::Custom(format!("{}: {e}", folder.display())))?;
    }
    let mut options = ConnectOptions::new(format!("sqlite://{path}?mode=rwc"));
    options.max_connections(connections).acquire_timeout(Duration::from_secs(30)).sqlx_logging(false).test_before_acquire(false);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        let sqlite = if read_only { sqlite } else { sqlite.pragma("cache_size", KEPT) };
        sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "NORMAL")
            .pragma("mmap_size", MAPPED)
            .pragma("query_only", if read_only { "ON" } else { "OFF" })
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
    });
    Database::connect(options).await
}

/// The address without its password.
pub(crate) fn redacted(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) if at > scheme => format!("{}***{}", &url[..scheme + 3], &url[at..]),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_unprotected;

    #[test]
    fn a_postgresql_on_another_machine_needs_an_address_that_insists_on_tls() {
        for (url, expected) in [
            ("sqlite://var/redline.db", false),
            ("postgres://redline@127.0.0.1/redline", false),
            ("postgres://redline@[::1]:5433/redline", false),
            ("postgres://redline@localhost/redline", false),
            ("postgres://redline@%2Fvar%2Frun%2Fpostgresql/redline", false),
            ("postgres://redline:secret@db.example.cn/redline", true),
            ("postgresql://redline:secret@10.0.0.7/redline", true),
            ("postgres://redline@db.example.cn/redline?sslmode=prefer", true),
            ("postgres://redline@db.example.cn/redline?sslmode=require", false),
            ("postgres://redline@db.example.cn/redline?sslmode=verify-full&sslrootcert=/etc/ca.pem", false),
        ] {
            assert_eq!(is_unprotected(url), expected, "{url}");
        }
    }
}
