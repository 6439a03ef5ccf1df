//! The demonstration's database: whose it is, how far it is, and how it is removed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use redline_entity::organization;
use redline_ledger::{Db, settings::Settings, site};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};

/// The fact by whose name a database says that it is a demonstration's.
pub const DEMO: &str = "demo";
/// Its township is being founded.
pub const SEEDING: &str = "seeding";
/// It is complete.
pub const READY: &str = "ready";

/// How far a demonstration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Missing,
    /// It is complete.
    Ready,
}

/// The file of the demonstration's database.
pub fn path(url: &str) -> Result<PathBuf> {
    match url.strip_prefix("sqlite://") {
        Some(path) => Ok(PathBuf::from(path)),
        None => bail!(
            "the demonstration keeps its data in an SQLite file, and database.url names another database; give it one with --database sqlite://var/redline.db"
        ),
    }
}

/// How far the demonstration in that file is.
pub async fn state(path: &Path, url: &str) -> Result<State> {
    if !path.exists() {
        probe(path)?;
        return Ok(State::Missing);
    }
    let db = Db::connect(url).await?;
    let result = inspect(&db, path).await;
    db.close().await?;
    result
}

async fn inspect(db: &Db, path: &Path) -> Result<State> {
    match db.check_schema().await {
        Ok(()) => {}
        Err(redline_ledger::db::OpenError::Older { .. }) => {
            let demo = site::fact(db.read(), DEMO).await.ok().flatten().is_some();
            let fresh = if demo { ", or `redline --fresh` to begin the demonstration anew" } else { "" };
            bail!("{} has an older schema than this program: run `redline migrate` to bring it up to date{fresh}", path.display());
        }
        Err(error) => return Err(error.into()),
    }
    match site::fact(db.read(), DEMO).await?.as_deref() {
        Some(READY) => Ok(State::Ready),
        Some(_) => bail!("the demonstration in {} was begun and not finished; `redline --fresh` begins anew", path.display()),
        None if organization::Entity::find().count(db.read()).await? == 0 => Ok(State::Missing),
        None => bail!(
            "{} holds a site of its own and no demonstration; run redline-server and redline-worker on it, or name another file with --database sqlite://var/demo.db",
            path.display()
        ),
    }
}

/// Whether the folder takes files, said before anything is begun.
fn probe(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let sentence = || format!("{} cannot be written to; make it writable, or name another file with --database sqlite://…", folder.display());
    fs::create_dir_all(folder).with_context(sentence)?;
    let probe = folder.join(".redline-probe");
    fs::write(&probe, b"").with_context(sentence)?;
    fs::remove_file(&probe).with_context(sentence)
}

/// Removes a demonstration: its database and its mail, and nothing else.
pub async fn remove(path: &Path, settings: &Settings) -> Result<()> {
    if path.exists() {
        let db = Db::connect(&settings.database.url).await?;
        let demo = site::fact(db.read(), DEMO).await;
        let empty = organization::Entity::find().count(db.read()).await;
        db.close().await?;
        match (demo, empty) {
            (Ok(Some(_)), _) | (Ok(None), Ok(0)) => {}
            // Nothing of the program's is in it, as when the very first start was cut short.
            (Err(_), Err(_)) if fs::metadata(path).is_ok_and(|file| file.len() == 0) => {}
            _ => bail!("{} holds no demonstration, so --fresh does not remove it; name another file with --database sqlite://var/demo.db", path.display()),
        }
        for suffix in ["", "-wal", "-shm"] {
            let mut file = path.as_os_str().to_owned();
            file.push(suffix);
            let file = PathBuf::from(file);
            if file.exists() {
                fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
            }
        }
    }
    let folder = &settings.mail.folder;
    if folder.is_dir() {
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let file = entry?.path();
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if name.ends_with(".eml") || name.ends_with(".eml.part") {
                fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
            }
        }
        // What else somebody keeps there stays.
        let _ = fs::remove_dir(folder);
    }
    Ok(())
}

/// Writes down a fact in a transaction of its own.
pub async fn note(db: &Db, name: &str, value: &str) -> Result<()> {
    let txn = db.begin().await?;
    site::set_fact(&txn, name, value).await?;
    txn.commit().await?;
    Ok(())
}
