//! How many backups are kept (保留).

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Result, at,
    make::{Made, PREFIX, remove},
    manifest::{Audit, Manifest},
};

/// Keeps the latest backups of the folder in which one was just made, as many as `latest`, and removes those before them, which it answers.
/// Kept besides is the one that was just made, though a clock that was wrong let others seem later; and the latest whose ledger was intact,
/// if it is among none of them. What has no manifest of a backup is left alone.
///
/// # Errors
/// If one cannot be removed.
pub fn keep(made: &Made, latest: usize) -> Result<Vec<PathBuf>> {
    let folder = made.folder.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut backups = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        let named = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX));
        if let Some(manifest) = Some(&path).filter(|_| named).and_then(|path| Manifest::of(path).ok()) {
            // The one that was just made is the last, whatever the clock showed when others were.
            backups.push((path.file_name() == made.folder.file_name(), manifest.made_at, path, manifest.audit));
        }
    }
    backups.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
    let older = backups.len().saturating_sub(latest.max(1));
    let last_good = backups.iter().rposition(|(.., audit)| *audit == Audit::Intact);
    let gone = backups.into_iter().enumerate().take(older).filter(|(at, _)| Some(*at) != last_good);
    let removed: Vec<PathBuf> = gone.map(|(_, (_, _, path, _))| path).collect();
    for path in &removed {
        remove(path)?;
    }
    Ok(removed)
}
