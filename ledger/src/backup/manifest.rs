//! What a backup is of (备份清单).

use std::{fs, path::Path};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{BackupError, Result};

/// Its name in the folder of the backup.
pub(super) const MANIFEST: &str = "MANIFEST.json";
/// The version of the form.
const FORM: u32 = 1;

/// What a backup is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manifest {
    /// The version of the form.
    pub redline_backup: u32,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The version of the program that made it.
    pub program: String,
    /// Where the tables came from: `SQLITE` or `POSTGRESQL`.
    pub database: String,
    /// The last change of its schema.
    pub schema: String,
    /// How many rows all tables have.
    pub rows: u64,
    /// How many events.
    pub events: u64,
    /// When the last of them was recorded.
    pub last_event_at: Option<DateTime<Utc>>,
    /// Whether the ledger was intact.
    pub audit: Audit,
    /// The attachments; none: they are not in it.
    pub attachments: Option<Attachments>,
    /// The SHA-256 of the file `SHA256SUMS`, which has that of all other files.
    pub sums: String,
}

/// Whether a ledger is intact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Audit {
    /// Intact (完好).
    Intact,
    /// Broken (断链).
    Broken,
}

/// The attachments of a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attachments {
    /// How many files, without thumbnails.
    pub files: u64,
    /// How many bytes they have.
    pub bytes: u64,
    /// Those that rows name and that were not there, or were not as they had been uploaded.
    pub missing: Vec<String>,
}

impl Manifest {
    /// The version of the form that this program writes.
    pub(super) const FORM: u32 = FORM;

    /// That of the backup in a folder.
    ///
    /// # Errors
    /// If there is none, or none of this program's.
    pub fn of(folder: &Path) -> Result<Self> {
        let file = folder.join(MANIFEST);
        let text = fs::read(&file).map_err(|cause| {
            let hint =
                if cause.kind() == std::io::ErrorKind::NotFound { "; right would be a folder redline-backup-… that `redline backup` made" } else { "" };
            BackupError::Refused(format!("{}: {cause}{hint}", file.display()))
        })?;
        let form = serde_json::from_slice::<serde_json::Value>(&text).ok().and_then(|value| value["redlineBackup"].as_u64());
        match form {
            Some(form) if form > FORM.into() => {
                Err(BackupError::Refused(format!("{}: it was made by a newer version of Redline; restore it with that version", file.display())))
            }
            _ => serde_json::from_slice(&text).map_err(|error| BackupError::Refused(format!("{}: it is no manifest of a backup ({error})", file.display()))),
        }
    }
}
