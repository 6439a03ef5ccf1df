//! How many backups are kept (保留).

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Result, at,
    make::{PREFIX, remove},
    manifest::Manifest,
};

/// Keeps the latest backups of a folder, as many as `latest`, and removes those before them, which it answers. What has no manifest of a
/// backup is left alone.
///
/// # Errors
/// If one cannot be removed.
pub fn keep(folder: &Path, latest: usize) -> Result<Vec<PathBuf>> {
    let mut backups = Vec::new();
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        let named = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX));
        if let Some(manifest) = Some(&path).filter(|_| named).and_then(|path| Manifest::of(path).ok()) {
            backups.push((manifest.made_at, path));
        }
    }
    backups.sort();
    let older = backups.len().saturating_sub(latest);
    let removed: Vec<PathBuf> = backups.into_iter().take(older).map(|(_, path)| path).collect();
    for path in &removed {
        remove(path)?;
    }
    Ok(removed)
}
