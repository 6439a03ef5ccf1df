//! Whether there is room on the disk (磁盘空间) for the database, the attachments and the mails of this machine.

use std::path::{Path, PathBuf};

use redline_ledger::{
    settings::{Settings, StoreKind, Transport},
    system::{Finding, Level},
};

const MEGABYTE: u64 = 1 << 20;

/// Less room than this is told, and with less than that writing will soon fail.
const LITTLE: u64 = 1024 * MEGABYTE;
const NEXT_TO_NONE: u64 = 100 * MEGABYTE;

/// What the folders of the settings lack.
pub fn findings(settings: &Settings) -> Vec<Finding> {
    let database = settings.database.url.strip_prefix("sqlite://").and_then(|file| Path::new(file).parent().map(Path::to_owned));
    let attachments = (settings.attachments.store == StoreKind::Folder).then(|| settings.attachments.folder.clone());
    let mails = (settings.mail.transport == Transport::Folder).then(|| settings.mail.folder.clone());
    let named = [("database.url", database), ("attachments.folder", attachments), ("mail.folder", mails)];
    named.into_iter().filter_map(|(setting, folder)| of(setting, free(folder?)?)).collect()
}

fn of(setting: &str, free: u64) -> Option<Finding> {
    let level = match free {
        ..NEXT_TO_NONE => Level::Critical,
        NEXT_TO_NONE..LITTLE => Level::Warning,
        LITTLE.. => return None,
    };
    let free = free / MEGABYTE;
    Some(Finding::new(level, "DISK", format!("{setting} 所在磁盘仅剩 {free} MB。"), format!("Only {free} MB are free on the disk of {setting}.")))
}

/// How many bytes are free for the folder, or for the one in which it will be made.
#[cfg(unix)]
fn free(folder: PathBuf) -> Option<u64> {
    let folder = if folder.is_absolute() { folder } else { Path::new(".").join(folder) };
    let there = folder.ancestors().find(|folder| folder.is_dir())?;
    let disk = rustix::fs::statvfs(there).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Other systems are not asked.
#[cfg(not(unix))]
fn free(_folder: PathBuf) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_is_a_warning_and_next_to_none_is_critical() {
        let level = |megabytes: u64| of("database.url", megabytes * MEGABYTE).map(|finding| finding.level);
        assert_eq!([99, 100, 1023, 1024].map(level), [Some(Level::Critical), Some(Level::Warning), Some(Level::Warning), None]);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_is_not_there_yet_has_the_room_of_the_one_above_it() {
        assert!(free("nowhere/at/all".into()).is_some_and(|bytes| bytes > 0));
    }
}
