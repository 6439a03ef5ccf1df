//! The schema of the database (数据库结构): whether it is this program's, and how it becomes so. All changes of one run are made in one
//! transaction, on SQLite too, so that one that fails leaves what was there; and one program makes them while others wait.

use redline_migration::{EARLIEST, Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr};

use super::{Db, OpenError};
use crate::{Passing, Result};

/// How often the write lock of SQLite, for which each attempt waits 5 seconds, is asked for while another program changes the schema.
const ATTEMPTS: u32 = 60;
/// The advisory lock under which PostgreSQL's schema is changed: any number that nothing else of ours takes.
const LOCK: i64 = 7_305_404_530_114_117;

/// Why the schema was not taken back.
#[derive(Debug, thiserror::Error)]
pub enum CannotGoBack {
    /// There is no such schema, or it is too old.
    #[error("{0}")]
    Refused(String),
    /// The database failed. It is as it was.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The names of all changes that this program knows, in order.
fn known() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

/// Keeps every other program from changing the schema until the transaction ends. On SQLite its write lock does so already.
pub(crate) async fn alone(tx: &DatabaseTransaction) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    Ok(())
}

/// Makes all changes that are missing.
pub(crate) async fn migrate_up(tx: &DatabaseTransaction) -> Result<(), DbErr> {
    Migrator::up(tx, None).await
}

impl Db {
    /// Brings the schema up to date: wholly, or not at all. Tells how many changes it made: none, if another program was quicker.
    ///
    /// # Errors
    /// What the database says; it is as it was.
    pub async fn migrate(&self) -> Result<usize, DbErr> {
        let tx = self.begin_alone().await?;
        let before = redline_migration::applied(&tx).await?.len();
        migrate_up(&tx).await?;
        let made = redline_migration::applied(&tx).await?.len() - before;
        tx.commit().await?;
        Ok(made)
    }

    /// Takes the schema back to what it was after that change, and tells how many changes were taken back. What the tables and columns
    /// that go away held is lost.
    ///
    /// # Errors
    /// If that cannot be done; the database is as it was.
    pub async fn migrate_down_to(&self, name: &str) -> Result<usize, CannotGoBack> {
        let tx = self.begin_alone().await?;
        let applied = redline_migration::applied(&tx).await?;
        let Some(at) = applied.iter().position(|there| there == name) else {
            let sentence = format!("the database has no schema {name}; `redline migrate --status` lists those that it had");
            return Err(CannotGoBack::Refused(sentence));
        };
        if name < EARLIEST {
            let sentence = format!(
                "what people signed would be lost on the way to {name}; the earliest schema to which one can go back is {EARLIEST}. \
                 Restore a backup that was made before"
            );
            return Err(CannotGoBack::Refused(sentence));
        }
        let steps = applied.len() - 1 - at;
        Migrator::down(&tx, Some(u32::try_from(steps).unwrap_or(u32::MAX))).await?;
        tx.commit().await?;
        Ok(steps)
    }

    /// Every change that this program knows, in order, and whether it was made to the database.
    ///
    /// # Errors
    /// What the database says.
    pub async fn schema(&self) -> Result<Vec<(String, bool)>, DbErr> {
        let applied = redline_migration::applied(self.read()).await?;
        Ok(known()
            .into_iter()
            .map(|name| {
                let made = applied.contains(&name);
                (name, made)
            })
            .collect())
    }

    /// Refuses a schema that is not this program's. It changes nothing.
    ///
    /// # Errors
    /// [`OpenError::Older`], [`OpenError::Newer`].
    pub async fn check_schema(&self) -> Result<(), OpenError> {
        let unreachable = |source| OpenError::Unreachable { url: "(connected)".to_owned(), source };
        let applied = redline_migration::applied(self.read()).await.map_err(unreachable)?;
        check(&applied)
    }

    /// Begins a change of the schema, once no other program is at it.
    async fn begin_alone(&self) -> Result<DatabaseTransaction, DbErr> {
        let mut attempt = 1;
        let tx = loop {
            match self.begin().await {
                Err(error) if Passing::of(&error) == Some(Passing::Conflict) && attempt < ATTEMPTS => attempt += 1,
                begun => break begun?,
            }
        };
        alone(&tx).await?;
        Ok(tx)
    }
}

/// Refuses the schema that was made by these changes, if it is not this program's.
pub(crate) fn check(applied: &[String]) -> Result<(), OpenError> {
    let known = known();
    if let Some(unknown) = applied.iter().find(|name| !known.contains(name)) {
        return Err(OpenError::Newer { unknown: unknown.clone() });
    }
    match known.len() - applied.len() {
        0 => Ok(()),
        pending => Err(OpenError::Older { pending }),
    }
}
