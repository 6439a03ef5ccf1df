//! The database: SQLite in a file by default, PostgreSQL where it grows.

use std::{
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
};

use crate::Result;

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
    /// Connects to `sqlite://path`, `sqlite::memory:` or `postgres://…`. A missing SQLite file is created.
    pub async fn connect(url: &str) -> Result<Self, OpenError> {
        let unreachable = |source| OpenError::Unreachable { url: redacted(url), source };
        let statements = Arc::new(AtomicU64::new(0));
        let (mut read, mut write) = if let Some(path) = url.strip_prefix("sqlite://") {
            let write = sqlite(path, 1, false).await.map_err(unreachable)?;
            (sqlite(path, 4, true).await.map_err(unreachable)?, write)
        } else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(8).connect_timeout(Duration::from_secs(10)).acquire_timeout(Duration::from_secs(10)).sqlx_logging(false);
            options.test_before_acquire_if_idle_for(Duration::from_secs(10));
            let pool = Database::connect(options).await.map_err(unreachable)?;
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

async fn sqlite(path: &str, connections: u32, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    if let Some(folder) = Path::new(path).parent() {
        std::fs::create_dir_all(folder).map_err(|e| DbErr::Custom(format!("{}: {e}", folder.display())))?;
    }
    let mut options = ConnectOptions::new(format!("sqlite://{path}?mode=rwc"));
    options.max_connections(connections).acquire_timeout(Duration::from_secs(30)).sqlx_logging(false).test_before_acquire(false);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "NORMAL")
            .pragma("mmap_size", "268435456")
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
