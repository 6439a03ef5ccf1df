//! Mail into a folder: one `.eml` file for each message, which any mail program opens. The default where no mail server is set.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;

use super::{Message, NotSent};

/// A folder of `.eml` files.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder, which is made if it is not there.
    ///
    /// # Errors
    /// If it cannot be made or written to.
    pub fn new(path: &Path) -> anyhow::Result<Self> {
        let sentence = || format!("the mail folder {} cannot be written to; set mail.folder to one that can", path.display());
        std::fs::create_dir_all(path).with_context(sentence)?;
        let probe = path.join(".redline-probe");
        std::fs::write(&probe, b"").with_context(sentence)?;
        std::fs::remove_file(&probe).with_context(sentence)?;
        Ok(Self(path.to_owned()))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    pub(super) async fn write(&self, message: &Message) -> Result<String, NotSent> {
        // The name follows from the mail alone, so that a second attempt after a crash replaces the first.
        let name = format!("{}-{}.eml", message.composed_at.format("%Y%m%dT%H%M%SZ"), message.id);
        let (folder, file, raw) = (self.0.clone(), name.clone(), message.raw.clone());
        let written = tokio::task::spawn_blocking(move || write(&folder, &file, &raw)).await;
        match written {
            Ok(Ok(())) => Ok(format!("written to {name}")),
            Ok(Err(error)) => Err(NotSent::later(format!("the mail folder cannot be written to: {error}"))),
            Err(error) => Err(NotSent::later(error)),
        }
    }
}

/// Writes beside and renames, so that nobody ever reads half a mail.
fn write(folder: &Path, name: &str, raw: &[u8]) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".{name}.part"));
    let mut file = std::fs::File::create(&draft)?;
    file.write_all(raw)?;
    file.sync_data()?;
    std::fs::rename(&draft, folder.join(name))
}
