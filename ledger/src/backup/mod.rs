//! Backups (备份): the whole of a site at one moment, in one folder that is of the same form whichever database it came from. So it is
//! restored into either, which is also how a site moves from SQLite to PostgreSQL.
//!
//! ```text
//! redline-backup-2026-11-25T093000Z/
//!   redline.db       all tables, as an SQLite database of this program's schema
//!   attachments/     the files that its rows name, each under the SHA-256 of its bytes
//!   SHA256SUMS       the SHA-256 of each file above, as `sha256sum -c` reads it
//!   MANIFEST.json    what the backup is of; written last
//! ```
//!
//! The folder has another name until it is whole. The key that signs the checkpoints is not in it: who had both could forge.

mod contents;
mod database;
mod files;
mod keep;
mod make;
mod manifest;
mod restore;
mod tables;

use std::{
    io,
    path::{Path, PathBuf},
};

use sea_orm::DbErr;

use crate::{Error, db::OpenError};

pub use contents::Contents;
pub use keep::keep;
pub use make::{Made, make};
pub use manifest::{Audit, Manifest};
pub use restore::{Restored, restore};
pub use tables::{TABLES, read};

/// Why a backup is not made or not restored, in a sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file cannot be read or written.
    #[error("{}: {cause}", file.display())]
    File {
        /// Which.
        file: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// It cannot be done as things are.
    #[error("{0}")]
    Refused(String),
    /// The database cannot be used.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The ledger cannot be walked.
    #[error(transparent)]
    Ledger(#[from] Error),
}

impl From<DbErr> for BackupError {
    fn from(error: DbErr) -> Self {
        Self::Ledger(error.into())
    }
}

/// What a backup or its restoring comes to.
pub type Result<T> = std::result::Result<T, BackupError>;

/// Says which file it was.
fn at(file: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let file = file.to_owned();
    move |cause| BackupError::File { file, cause }
}
