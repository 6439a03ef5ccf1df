//! Restoring a backup (恢复) into a new or empty database: wholly, or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use redline_migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement, TransactionTrait};

use super::{
    BackupError, Result, at, database,
    files::{self, Unfinished},
    manifest::{Audit, Manifest},
    tables,
};
use crate::{Db, audit::Trust, db};

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The backup.
    pub manifest: Manifest,
    /// How many changes of the schema were made besides.
    pub migrated: usize,
    /// How many rows there are now.
    pub rows: u64,
    /// How many events.
    pub events: u64,
    /// When the last of them was recorded.
    pub last_event_at: Option<DateTime<Utc>>,
    /// How many mails wait to be sent. They may have left after the backup was made.
    pub queued_mails: u64,
    /// How many files of attachments were put in place; none: they are not in the backup, or no folder was given for them.
    pub attachments: Option<u64>,
    /// Whether the ledger is intact.
    pub audit: Audit,
}

/// Restores the backup in a folder into the database at an address, and its attachments into a folder, if one is given. What the ledger's
/// signatures are checked by is `trust`.
///
/// # Errors
/// If the backup is not as it was made or is of a newer program, if the database holds anything, or if something fails; the database is
/// as it was then.
pub async fn restore(folder: &Path, url: &str, attachments: Option<&Path>, trust: Trust) -> Result<Restored> {
    let manifest = Manifest::of(folder)?;
    if !Migrator::migrations().iter().any(|migration| migration.name() == manifest.schema) {
        let sentence = format!("the backup was made by a newer version of Redline (schema {}): restore it with that version", manifest.schema);
        return Err(BackupError::Refused(sentence));
    }
    files::verify(folder, &manifest.sums)?;
    let sqlite = url.strip_prefix("sqlite://").map(Path::new);
    let target = Target::open(url, sqlite).await?;

    // The backup itself is never changed: an older schema is brought up to date in a copy.
    let nearby = sqlite.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let work = match sqlite {
        Some(_) => tempfile::Builder::new().prefix(".redline-restore-").tempdir_in(nearby.unwrap_or(Path::new("."))),
        None => tempfile::Builder::new().prefix("redline-restore-").tempdir(),
    };
    let work = work.map_err(at(folder))?;
    let file = work.path().join(database::FILE);
    let source = folder.join(database::FILE);
    let mut listed = None;
    files::listed(folder, |hash, path| {
        listed = listed.take().or((path == Path::new(database::FILE)).then(|| hash.to_owned()));
        Ok(())
    })?;
    if Some(files::copy(&source, &file)?.0) != listed {
        return Err(files::changed(&source));
    }
    let copy = database::writing(&file).await?;
    let before = redline_migration::applied(&copy).await?;
    expect_whole(&copy, &manifest, &before).await?;
    let tx = database::begin(&copy).await?;
    db::migrate_up(&tx).await?;
    tx.commit().await?;
    let migrated = Migrator::migrations().len() - before.len();
    if let Some(table) = tables::missing(&copy).await? {
        return Err(BackupError::Refused(format!("the database of the backup is not as it was when the backup was made: it has no table {table}")));
    }
    database::check(&copy).await?;
    let told = database::tell(&copy, trust).await?;
    if told.audit == Audit::Broken && manifest.audit == Audit::Intact {
        return Err(BackupError::Refused("the ledger in the backup is broken (断链), and was not when it was made: the backup was changed".to_owned()));
    }
    let rows = tables::count(&copy).await?;
    let mut placed = Placed(Vec::new());
    let files = match attachments.filter(|_| manifest.attachments.is_some()) {
        Some(to) => Some(place(folder, to, &mut placed)?),
        None => None,
    };
    match target {
        Target::Postgres(db) => {
            let tx = copy.begin().await?;
            into_postgres(&tx, &db).await?;
            tx.rollback().await?;
            copy.close().await?;
            db.close().await?;
        }
        Target::Sqlite(to) => {
            copy.close().await?;
            files::sync(&file)?;
            Unfinished::new(file).keep_as(&to)?;
        }
    }
    placed.0.clear();
    let database::Told { audit, events, last_event_at, queued_mails } = told;
    Ok(Restored { manifest, migrated, rows, events, last_event_at, queued_mails, attachments: files, audit })
}

/// Refuses a backup whose database is of another schema than its manifest says, or lacks a table, a row, or has one too many. Hashes tell of
/// that already, unless somebody made them right again.
async fn expect_whole(copy: &DatabaseConnection, manifest: &Manifest, applied: &[String]) -> Result<()> {
    let refused = |what: String| Err(BackupError::Refused(format!("the database of the backup is not as it was when the backup was made: {what}")));
    if applied.last() != Some(&manifest.schema) {
        return refused(format!("its schema is {}, and was {}", applied.last().map_or("none", String::as_str), manifest.schema));
    }
    let rows = tables::count(copy).await?;
    if rows != manifest.rows {
        return refused(format!("it has {rows} rows, and had {}", manifest.rows));
    }
    Ok(())
}

/// Where it goes.
enum Target {
    Postgres(Db),
    Sqlite(PathBuf),
}

impl Target {
    /// That at an address, if it holds nothing.
    async fn open(url: &str, sqlite: Option<&Path>) -> Result<Self> {
        let Some(file) = sqlite else {
            let db = Db::connect(url).await?;
            database::expect_empty(db.read(), "the database").await?;
            return Ok(Self::Postgres(db));
        };
        database::text(file)?;
        let what = file.display().to_string();
        if file.exists() {
            let there = Db::connect(url).await?;
            database::expect_empty(there.read(), &what).await?;
            there.close().await?;
        } else if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        for suffix in ["-wal", "-journal"] {
            let beside = PathBuf::from(format!("{what}{suffix}"));
            if beside.exists() {
                let sentence =
                    format!("{} lies there: a program has {what} open, or it is left of another database; end that program, or move it away", beside.display());
                return Err(BackupError::Refused(sentence));
            }
        }
        Ok(Self::Sqlite(file.to_owned()))
    }
}

/// Fills PostgreSQL in one transaction. Its references between rows wait until all rows are there.
async fn into_postgres(from: &DatabaseTransaction, db: &Db) -> Result<()> {
    let tx = db.begin().await?;
    db::alone(&tx).await?;
    database::expect_empty(&tx, "the database").await?;
    db::migrate_up(&tx).await?;
    let question = "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) AS alter \
                    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";
    let rows = tx.query_all_raw(Statement::from_string(DbBackend::Postgres, question)).await?;
    let alters: Vec<String> = rows.iter().map(|row| row.try_get("", "alter")).collect::<std::result::Result<_, _>>()?;
    for alter in &alters {
        tx.execute_unprepared(&format!("{alter} DEFERRABLE INITIALLY DEFERRED")).await?;
    }
    tables::copy(from, &tx).await?;
    tx.execute_unprepared("SET CONSTRAINTS ALL IMMEDIATE").await?;
    for alter in &alters {
        tx.execute_unprepared(&format!("{alter} NOT DEFERRABLE")).await?;
    }
    Ok(tx.commit().await?)
}

/// The files that were put in place, which are taken away again unless all went well.
struct Placed(Vec<PathBuf>);

impl Drop for Placed {
    fn drop(&mut self) {
        for file in &self.0 {
            drop(fs::remove_file(file));
        }
    }
}

/// Puts the attachments of a backup in place, and answers how many. What is there already is left: its name says what it holds.
fn place(backup: &Path, to: &Path, placed: &mut Placed) -> Result<u64> {
    fs::create_dir_all(to).map_err(at(to))?;
    let part = tempfile::Builder::new().prefix(".redline-restore-").tempdir_in(to).map_err(at(to))?;
    let mut files = 0;
    files::listed(backup, |hash, path| {
        let Some(name) = path.strip_prefix("attachments").ok().and_then(Path::file_name) else { return Ok(()) };
        let target = to.join(name);
        if !target.exists() {
            let copy = part.path().join(name);
            if files::copy(&backup.join(path), &copy)?.0 != hash {
                return Err(files::changed(&backup.join(path)));
            }
            fs::rename(&copy, &target).map_err(at(&target))?;
            placed.0.push(target);
        }
        files += u64::from(path.extension().is_none());
        Ok(())
    })?;
    files::sync(to)?;
    Ok(files)
}
