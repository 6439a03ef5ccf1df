//! `redline backup` (备份) and `redline restore` (恢复).

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::Args;
use redline_domain::{Clock as _, clock::SystemClock};
use redline_ledger::{
    audit::{Signer, Trust},
    backup::{self, Audit, Made, Restored},
    settings::{Settings, StoreKind},
};

use super::{Common, block_on, open_existing, tell};

pub const ABOUT: &str = "\
It makes a folder redline-backup-… with the database at one moment (an SQLite file, whichever database the site has), the files of the \
attachments, their hashes and a manifest, and proves that the copy is whole. The key of audit.key_file is not in it: keep a copy of that \
apart. A folder whose name ends in .unfinished is of a backup that was cut short.

It ends with 0 if the backup is good, 1 if there is none, or if the ledger in it is as broken as the site's.

Example, in a crontab:
  30 2 * * *  cd /var/lib/redline && redline backup /mnt/backups --keep 30";

pub const ABOUT_RESTORE: &str = "\
The database that the settings or --database name has to be new or empty; it may be another kind than the one that was backed up, which \
is how a site moves from SQLite to PostgreSQL. Every file is first held against its hash. An older schema is brought up to date.

Example:
  redline restore /mnt/backups/redline-backup-2026-11-25T023000Z --database postgres://redline@db.example.cn/redline";

#[derive(Args)]
pub struct Options {
    /// The folder in which a folder for this backup is made; better on another disk
    #[arg(default_value = "var/backups", value_name = "FOLDER")]
    pub into: PathBuf,
    /// Leave the attachments (附件) out
    #[arg(long)]
    pub without_attachments: bool,
    /// Afterwards keep the N latest backups of that folder, and remove those before them, but never the last one whose ledger was intact
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub keep: Option<u32>,
}

#[derive(Args)]
pub struct From {
    /// The folder redline-backup-… that `redline backup` made
    folder: PathBuf,
}

/// Makes a backup.
pub fn run(common: &Common, options: &Options) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    let made = block_on(make(&settings, options))?;
    let removed = match options.keep {
        Some(keep) => backup::keep(&made, keep as usize)?,
        None => Vec::new(),
    };
    for folder in removed {
        tell(&format!("Removed {}.\n", folder.display()))?;
    }
    Ok(if made.manifest.audit == Audit::Intact { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes one and tells of it.
pub async fn make(settings: &Settings, options: &Options) -> Result<Made> {
    let db = open_existing(settings).await?;
    let in_folder = settings.attachments.store == StoreKind::Folder;
    let attachments = (in_folder && !options.without_attachments).then_some(settings.attachments.folder.as_path());
    let made = backup::make(&db, &options.into, attachments, trust(settings)?, SystemClock.now()).await?;
    db.close().await?;
    let manifest = &made.manifest;
    tell(&format!("{}: {} rows, {}.\n", made.folder.display(), manifest.rows, ledger(manifest.events, manifest.last_event_at)))?;
    match &manifest.attachments {
        Some(attachments) => tell(&format!("{} attachments, {} bytes.\n", attachments.files, attachments.bytes))?,
        None if in_folder => tell("The attachments are not in it.\n")?,
        None => tell("The attachments are not in it: those in a bucket are backed up by its own means.\n")?,
    }
    for missing in manifest.attachments.iter().flat_map(|attachments| &attachments.missing) {
        let folder = settings.attachments.folder.display();
        eprintln!("WARNING 提醒: 附件缺失或已被改。The attachment {missing} is not in {folder}, or is not as it was uploaded; the backup is without it.");
    }
    warn(manifest.audit);
    Ok(made)
}

/// Restores a backup.
pub fn restore(common: &Common, from: &From) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    let attachments = (settings.attachments.store == StoreKind::Folder).then_some(settings.attachments.folder.as_path());
    let restored = block_on(async { Ok(backup::restore(&from.folder, &settings.database.url, attachments, trust(&settings)?).await?) })?;
    let Restored { manifest, migrated, rows, events, last_event_at, queued_mails, attachments: files, audit } = restored;
    tell(&format!("Restored the backup of {}: {rows} rows, {}.\n", manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC"), ledger(events, last_event_at)))?;
    if migrated > 0 {
        tell(&format!("It was of the schema {}; it was brought up to date by {migrated} changes.\n", manifest.schema))?;
    }
    match (files, manifest.attachments) {
        (Some(files), _) => tell(&format!("{files} attachments are in {}.\n", settings.attachments.folder.display()))?,
        (None, Some(_)) => tell(&format!("The attachments are in {}: put them into the bucket.\n", from.folder.join("attachments").display()))?,
        (None, None) => tell("The backup has no attachments: put them in place as they were backed up.\n")?,
    }
    tell(&format!("{queued_mails} mails wait to be sent; one that left after the backup was made leaves once more.\n"))?;
    warn(audit);
    Ok(if audit == Audit::Intact { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn ledger(events: u64, last: Option<chrono::DateTime<chrono::Utc>>) -> String {
    match last {
        Some(last) => format!("{events} events, the last one of {}", last.format("%Y-%m-%d %H:%M:%S UTC")),
        None => "no event".to_owned(),
    }
}

fn warn(audit: Audit) {
    if audit == Audit::Broken {
        eprintln!("WARNING 提醒: 留痕已断链。The ledger is broken, and so it is in the backup: `redline audit verify` tells where.");
    }
}

/// The site's own key is trusted, if it is there.
fn trust(settings: &Settings) -> Result<Trust> {
    let key = Signer::File(settings.audit.key_file.clone()).known_public_key()?;
    Ok(Trust { keys: key.into_iter().collect(), seals: Vec::new() })
}
