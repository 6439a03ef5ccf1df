//! `redline migrate` (升级数据库).

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context as _, Result};
use clap::Args;
use redline_ledger::{Db, db::OpenError};

use super::{Common, backup, block_on, open_existing, table::table, tell};

#[derive(Args)]
#[command(after_help = "\
All changes are made or none. Of several programs that do it at once, one makes them and the others wait.

After an update that went wrong, --down-to takes the schema back to what the program before it wants, whose `redline migrate --status` \
shows its last change. What the tables and columns hold that go away with it is lost; so a backup is made first.")]
pub struct Options {
    /// Only list the changes, and which of them were made
    #[arg(long, conflicts_with = "down_to")]
    status: bool,
    /// Take the schema back to what it was after this change (回退)
    #[arg(long, value_name = "NAME", requires = "backup")]
    down_to: Option<String>,
    /// The folder in which a backup is made before the schema is taken back
    #[arg(long, value_name = "FOLDER", requires = "down_to")]
    backup: Option<PathBuf>,
}

/// Brings the schema up to date, or takes it back.
pub fn run(common: &Common, options: &Options) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    block_on(async {
        if options.status {
            let db = Db::connect(&settings.database.url).await?;
            return status(db).await;
        }
        if let (Some(name), Some(into)) = (&options.down_to, &options.backup) {
            backup::make(&settings, &backup::Options { into: into.clone(), without_attachments: false, keep: None }).await?;
            let db = open_existing(&settings).await?;
            let steps = db.migrate_down_to(name).await.context("the schema was not taken back; what was there is as it was")?;
            db.close().await?;
            tell(&format!("{steps} changes were taken back; the schema is that of {name}. Start the older program.\n"))?;
            return Ok(ExitCode::SUCCESS);
        }
        let db = Db::connect(&settings.database.url).await?;
        let pending = match db.check_schema().await {
            Ok(()) => 0,
            Err(OpenError::Older { pending }) => pending,
            Err(error) => return Err(error.into()),
        };
        let made = db.migrate().await.context("the schema could not be changed; what was there is as it was")?;
        db.close().await?;
        tell(&match (made, pending) {
            (0, 0) => "The schema is up to date.\n".to_owned(),
            // Another one was at it, for which this one waited.
            (0, _) => "Another program has just made the changes; the schema is up to date.\n".to_owned(),
            (1, _) => "1 change was made; the schema is up to date.\n".to_owned(),
            (changes, _) => format!("{changes} changes were made; the schema is up to date.\n"),
        })?;
        Ok(ExitCode::SUCCESS)
    })
}

/// Lists the changes. A schema of a newer program is refused as everywhere.
async fn status(db: Db) -> Result<ExitCode> {
    match db.check_schema().await {
        Ok(()) | Err(OpenError::Older { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let mut rows = vec![["CHANGE", "STATE"].map(str::to_owned).to_vec()];
    rows.extend(db.schema().await?.into_iter().map(|(name, made)| vec![name, if made { "made" } else { "missing" }.to_owned()]));
    db.close().await?;
    tell(&table(&rows))?;
    Ok(ExitCode::SUCCESS)
}
