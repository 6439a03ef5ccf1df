//! `redline migrate` (升级数据库).

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use redline_ledger::{Db, db::OpenError};

use super::{Common, block_on};

/// Brings the schema up to date.
pub fn run(common: &Common) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    block_on(async {
        let db = Db::connect(&settings.database.url).await?;
        let pending = match db.check_schema().await {
            Ok(()) => 0,
            Err(OpenError::Older { pending }) => pending,
            Err(error) => return Err(error.into()),
        };
        db.migrate().await.context("the schema could not be changed; what was there is as it was")?;
        db.close().await?;
        match pending {
            0 => println!("The schema is up to date."),
            1 => println!("1 change was made; the schema is up to date."),
            changes => println!("{changes} changes were made; the schema is up to date."),
        }
        Ok(ExitCode::SUCCESS)
    })
}
