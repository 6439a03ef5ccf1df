//! The database that is measured: SQLite in a folder, or one of its own on the server that `REDLINE_TEST_POSTGRES` names.

use std::path::Path;

use anyhow::Context;
use redline_ledger::Db;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

/// A database with nothing but its schema.
pub struct Measured {
    /// Redline's own connections.
    pub db: Db,
    /// A connection for whoever lays out rows and counts them.
    pub hand: DatabaseConnection,
    /// Its address, for the workers.
    pub url: String,
}

impl Measured {
    /// A new one in that folder, or on the server.
    pub async fn new(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let url = match std::env::var("REDLINE_TEST_POSTGRES") {
            Ok(server) if !server.is_empty() => {
                let admin = Database::connect(format!("{server}/postgres")).await?;
                admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name}")).await?;
                admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
                admin.close().await?;
                format!("{server}/{name}")
            }
            _ => format!("sqlite://{}", folder.join(format!("{name}.db")).display()),
        };
        let db = Db::connect(&url).await?;
        db.migrate().await?;
        let mut options = sea_orm::ConnectOptions::new(url.clone());
        options.max_connections(1).sqlx_logging(false);
        Ok(Self { db, hand: Database::connect(options).await?, url })
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.hand.get_database_backend() == DbBackend::Postgres
    }

    /// Carries out a statement.
    pub async fn run(&self, sql: &str) -> anyhow::Result<u64> {
        Ok(self.hand.execute_unprepared(sql).await.with_context(|| sql.to_owned())?.rows_affected())
    }

    /// The number that a question answers.
    pub async fn number(&self, sql: &str) -> anyhow::Result<i64> {
        let row = self.hand.query_one_raw(Statement::from_string(self.hand.get_database_backend(), sql)).await.with_context(|| sql.to_owned())?;
        Ok(row.context("a number")?.try_get_by_index(0)?)
    }

    /// Waits until PostgreSQL has cleared away what is dead, as it does by itself within minutes; for no longer than three.
    pub async fn settle(&self) -> anyhow::Result<()> {
        for _ in 0..180 {
            let dead = "SELECT count(*) FROM pg_stat_user_tables WHERE n_dead_tup > 10000 AND relname IN ('window', 'notice')";
            if !self.is_postgres() || self.number(dead).await? == 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        }
        Ok(())
    }

    /// Gives up the database of a server, which would lie there until the server goes.
    pub async fn drop(self) -> anyhow::Result<()> {
        self.db.close().await?;
        self.hand.close().await?;
        if let Some((server, name)) = self.url.rsplit_once('/').filter(|(server, _)| server.starts_with("postgres")) {
            let admin = Database::connect(format!("{server}/postgres")).await?;
            admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await?;
            admin.close().await?;
        }
        Ok(())
    }

    /// Takes the indexes off a table, and answers the statements that put them back: rows go in faster without.
    pub async fn take_indexes(&self, table: &str) -> anyhow::Result<Vec<String>> {
        let found = if self.is_postgres() {
            format!("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}' AND indexname NOT LIKE '%_pkey'")
        } else {
            format!("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL")
        };
        let rows = self.hand.query_all_raw(Statement::from_string(self.hand.get_database_backend(), found)).await?;
        let mut statements = Vec::new();
        for row in rows {
            self.run(&format!("DROP INDEX \"{}\"", row.try_get_by_index::<String>(0)?)).await?;
            statements.push(row.try_get_by_index(1)?);
        }
        Ok(statements)
    }
}
