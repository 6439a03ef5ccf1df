//! Making a backup (备份) while server and worker run.

use std::{
    fs::{self, File, TryLockError},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use redline_entity::attachment;
use redline_migration::{Migrator, MigratorTrait};
use sea_orm::{ColumnTrait, DatabaseConnection, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    BackupError, Result, at, database,
    files::{self, Sums, Unfinished},
    manifest::{Attachments, MANIFEST, Manifest},
    tables,
};
use crate::{Db, audit::Trust, db};

/// How the name of each backup begins.
pub(super) const PREFIX: &str = "redline-backup-";
/// How the name of one that is not whole ends.
const UNFINISHED: &str = ".unfinished";
/// How many names of attachments are asked for at once.
const NAMES: u64 = 1_000;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its folder.
    pub folder: PathBuf,
    /// What it is of.
    pub manifest: Manifest,
}

/// Makes a backup in a folder of its own below `into`, with the attachments that lie in that folder, if one is given. What the ledger's
/// signatures are checked by is `trust`.
///
/// # Errors
/// If it cannot be made; nothing of it is left then.
pub async fn make(db: &Db, into: &Path, attachments: Option<&Path>, trust: Trust, now: DateTime<Utc>) -> Result<Made> {
    fs::create_dir_all(into).map_err(at(into))?;
    let _lock = lock(into)?;
    clear(into)?;
    let name = free_name(into, now);
    let unfinished = into.join(format!("{name}{UNFINISHED}"));
    files::make_folder(&unfinished)?;
    let unfinished = Unfinished::new(unfinished);
    let folder = unfinished.path();

    let file = folder.join(database::FILE);
    drop(files::make_file(&file)?);
    copy_database(db, &file).await?;
    files::sync(&file)?;
    let copy = database::reading(&file).await?;
    database::check(&copy).await?;
    database::check_schema(&copy).await?;
    let told = database::tell(&copy, trust).await?;
    let rows = tables::count(&copy).await?;

    let mut sums = Sums::new(folder)?;
    sums.add(&files::sha256(&file)?, database::FILE)?;
    let attachments = match attachments {
        Some(from) => Some(copy_attachments(&copy, from, folder, &mut sums).await?),
        None => None,
    };
    copy.close().await?;
    let manifest = Manifest {
        redline_backup: Manifest::FORM,
        made_at: now,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        database: if db.backend() == DbBackend::Postgres { "POSTGRESQL" } else { "SQLITE" }.to_owned(),
        schema: Migrator::migrations().last().map(|last| last.name().to_owned()).unwrap_or_default(),
        rows,
        events: told.events,
        last_event_at: told.last_event_at,
        audit: told.audit,
        attachments,
        sums: sums.end()?,
    };
    write_manifest(folder, &manifest)?;
    files::sync(folder)?;
    let folder = into.join(name);
    unfinished.keep_as(&folder)?;
    Ok(Made { folder, manifest })
}

/// Copies all tables as they stand at one moment, and hinders nobody meanwhile.
async fn copy_database(db: &Db, file: &Path) -> Result<()> {
    if db.backend() == DbBackend::Sqlite {
        return Ok(db.vacuum_into(database::text(file)?).await?);
    }
    let copy = database::writing(file).await?;
    let tx = database::begin(&copy).await?;
    db::migrate_up(&tx).await?;
    let snapshot = db.snapshot().await?;
    tables::copy(&snapshot, &tx).await?;
    snapshot.rollback().await?;
    tx.commit().await?;
    Ok(copy.close().await?)
}

/// Copies the files that the rows name, and their thumbnails. What is not there, or is not what was uploaded, is told and left out.
async fn copy_attachments(copy: &DatabaseConnection, from: &Path, folder: &Path, sums: &mut Sums) -> Result<Attachments> {
    use attachment::Column::Sha256;
    let into = folder.join("attachments");
    files::make_folder(&into)?;
    let mut told = Attachments::default();
    let mut last = String::new();
    loop {
        let names = attachment::Entity::find().select_only().column(Sha256).distinct().filter(Sha256.gt(&last)).order_by_asc(Sha256);
        let names: Vec<String> = names.limit(NAMES).into_tuple().all(copy).await?;
        let Some(end) = names.last() else { break };
        last.clone_from(end);
        for name in names {
            let to = into.join(&name);
            match files::copy(&from.join(&name), &to) {
                Ok((sha256, bytes)) if sha256 == name => {
                    sums.add(&sha256, &format!("attachments/{name}"))?;
                    (told.files, told.bytes) = (told.files + 1, told.bytes + bytes);
                }
                Ok(_) => {
                    fs::remove_file(&to).map_err(at(&to))?;
                    told.missing.push(name);
                    continue;
                }
                Err(error) if is_missing(&error) => {
                    told.missing.push(name);
                    continue;
                }
                Err(error) => return Err(error),
            }
            let thumbnail = format!("{name}.thumbnail.jpg");
            match files::copy(&from.join(&thumbnail), &into.join(&thumbnail)) {
                Ok((sha256, _)) => sums.add(&sha256, &format!("attachments/{thumbnail}"))?,
                // What is no picture has none.
                Err(error) if is_missing(&error) => {}
                Err(error) => return Err(error),
            }
        }
    }
    files::sync(&into)?;
    Ok(told)
}

fn is_missing(error: &BackupError) -> bool {
    matches!(error, BackupError::File { cause, .. } if cause.kind() == ErrorKind::NotFound)
}

fn write_manifest(folder: &Path, manifest: &Manifest) -> Result<()> {
    let file = folder.join(MANIFEST);
    let to = files::make_file(&file)?;
    serde_json::to_writer_pretty(&to, manifest).map_err(|error| at(&file)(error.into()))?;
    to.sync_all().map_err(at(&file))
}

/// One backup at a time is made in a folder, so that what is unfinished there is known to be left by one that was cut short.
fn lock(into: &Path) -> Result<File> {
    let file = into.join(".redline-backup.lock");
    let lock = File::options().create(true).truncate(false).write(true).open(&file).map_err(at(&file))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(BackupError::Refused(format!("another backup is being made in {}", into.display()))),
        Err(TryLockError::Error(cause)) => Err(at(&file)(cause)),
    }
}

/// Removes what backups left that were cut short.
fn clear(into: &Path) -> Result<()> {
    for entry in fs::read_dir(into).map_err(at(into))? {
        let path = entry.map_err(at(into))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(PREFIX) && name.ends_with(UNFINISHED) {
            fs::remove_dir_all(&path).map_err(at(&path))?;
        }
    }
    Ok(())
}

/// Takes a backup away. From the first moment it is not taken for a whole one any more.
pub(super) fn remove(folder: &Path) -> Result<()> {
    let mut gone = folder.as_os_str().to_owned();
    gone.push(UNFINISHED);
    let gone = PathBuf::from(gone);
    fs::rename(folder, &gone).map_err(at(folder))?;
    fs::remove_dir_all(&gone).map_err(at(&gone))
}

fn free_name(into: &Path, now: DateTime<Utc>) -> String {
    let first = format!("{PREFIX}{}", now.format("%Y-%m-%dT%H%M%SZ"));
    let further = (2..).map(|number| format!("{first}-{number}"));
    std::iter::once(first.clone()).chain(further).find(|name| !into.join(name).exists()).unwrap_or_default()
}
