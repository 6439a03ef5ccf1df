//! The files of a backup (备份文件): copied, hashed, on the disk, and for their owner's eyes only, since they hold personal data.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::{Component, Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{BackupError, Result, at};

/// The name of the list of hashes in the folder of a backup.
pub(super) const SUMS: &str = "SHA256SUMS";

/// Makes a folder for its owner only. It must not be there.
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(at(folder))
}

/// Makes a file for its owner only. It must not be there.
pub(super) fn make_file(file: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map_err(at(file))
}

/// Sees to it that what a file or folder holds is on the disk.
pub(super) fn sync(path: &Path) -> Result<()> {
    File::open(path).and_then(|file| file.sync_all()).map_err(at(path))
}

/// The SHA-256 of a file.
pub(super) fn sha256(file: &Path) -> Result<String> {
    File::open(file).and_then(|mut from| pour(&mut from, &mut io::sink())).map(|(sha256, _)| sha256).map_err(at(file))
}

/// Copies a file, which must not be there yet, onto the disk. Answers its SHA-256 and its size.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(String, u64)> {
    let mut source = File::open(from).map_err(at(from))?;
    let mut target = make_file(to)?;
    let poured = pour(&mut source, &mut target).map_err(at(to))?;
    target.sync_all().map_err(at(to))?;
    Ok(poured)
}

fn pour(from: &mut impl Read, to: &mut impl Write) -> io::Result<(String, u64)> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut bytes = 0;
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return Ok((hex::encode(hasher.finalize()), bytes));
        }
        hasher.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        bytes += read as u64;
    }
}

/// The list of hashes, while it is written.
pub(super) struct Sums {
    file: PathBuf,
    to: BufWriter<File>,
}

impl Sums {
    /// A new one in a folder.
    pub(super) fn new(folder: &Path) -> Result<Self> {
        let file = folder.join(SUMS);
        Ok(Self { to: BufWriter::new(make_file(&file)?), file })
    }

    /// Adds a file by its path in the folder.
    pub(super) fn add(&mut self, sha256: &str, path: &str) -> Result<()> {
        writeln!(self.to, "{sha256}  {path}").map_err(at(&self.file))
    }

    /// Ends it, and answers its own hash.
    pub(super) fn end(self) -> Result<String> {
        let file = self.to.into_inner().map_err(|error| at(&self.file)(error.into_error()))?;
        file.sync_all().map_err(at(&self.file))?;
        sha256(&self.file)
    }
}

/// Refuses a backup of which a file is not as it was written, by its name. `sums` is the hash of the list.
pub(super) fn verify(folder: &Path, sums: &str) -> Result<()> {
    let list = folder.join(SUMS);
    if sha256(&list)? != sums {
        return Err(changed(&list));
    }
    listed(folder, |hash, path| {
        let file = folder.join(path);
        if sha256(&file)? == hash { Ok(()) } else { Err(changed(&file)) }
    })
}

/// Does something with the hash and the path of each file of a backup.
pub(super) fn listed(folder: &Path, mut each: impl FnMut(&str, &Path) -> Result<()>) -> Result<()> {
    let list = folder.join(SUMS);
    for line in BufReader::new(File::open(&list).map_err(at(&list))?).lines() {
        let line = line.map_err(at(&list))?;
        let (hash, path) = line.split_once("  ").ok_or_else(|| changed(&list))?;
        // A list that somebody else wrote must not lead out of the folder.
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(changed(&list));
        }
        each(hash, Path::new(path))?;
    }
    Ok(())
}

/// The refusal of a file that is not as it was written.
pub(super) fn changed(file: &Path) -> BackupError {
    BackupError::Refused(format!("{}: it is not as it was when the backup was made (cut short, or changed)", file.display()))
}

/// A folder or file that is removed again unless it is kept.
pub(super) struct Unfinished(Option<PathBuf>);

impl Unfinished {
    /// Watches over that path.
    pub(super) fn new(path: PathBuf) -> Self {
        Self(Some(path))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        self.0.as_deref().unwrap_or(Path::new(""))
    }

    /// Gives it the name under which it is kept.
    pub(super) fn keep_as(mut self, to: &Path) -> Result<()> {
        fs::rename(self.path(), to).map_err(at(to))?;
        self.0 = None;
        to.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(Ok(()), sync)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let Some(path) = self.0.take() else { return };
        // Nobody takes what is left for whole, by its name.
        drop(if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) });
    }
}
