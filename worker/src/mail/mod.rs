//! Mail on its way out (发信): how a message is built, and by which transport it leaves.

pub mod folder;
pub mod memory;
pub mod message;
pub mod smtp;

use std::time::Duration;

use chrono::{DateTime, Utc};
use redline_ledger::settings;

pub use folder::Folder;
pub use memory::{Delivered, Memory};
pub use message::{Message, Sender};
pub use smtp::Smtp;

/// The way by which mail leaves (发信方式).
#[derive(Clone, Debug)]
pub enum Transport {
    /// To a mail server.
    Smtp(Smtp),
    /// Into a folder, one `.eml` file for each mail.
    Folder(Folder),
    /// Into memory, for tests and replays.
    Memory(Memory),
}

/// What is to be done with a mail that was not accepted. Decided by whoever spoke with the mail server, and by type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may go through later: the server is away, busy, or declines for now.
    Later,
    /// Nothing goes through until the operator changes something, e.g. the password.
    Halted,
    /// The server will never take mail for that address.
    Refused,
}

/// Why a mail was not accepted.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{answer}")]
pub struct NotSent {
    /// What is to be done.
    pub verdict: Verdict,
    /// What the server answered, or what happened instead.
    pub answer: String,
}

impl NotSent {
    /// A failure that may pass.
    pub fn later(answer: impl ToString) -> Self {
        Self { verdict: Verdict::Later, answer: answer.to_string() }
    }
}

impl Transport {
    /// The transport that the settings ask for.
    ///
    /// # Errors
    /// A sentence that names what cannot be used.
    pub fn new(mail: &settings::Mail) -> anyhow::Result<Self> {
        Ok(match mail.transport {
            settings::Transport::Smtp => Self::Smtp(Smtp::new(&mail.smtp)?),
            settings::Transport::Folder => Self::Folder(Folder::new(&mail.folder)?),
        })
    }

    /// Hands a message over. The answer is the server's, or says where the message lies.
    ///
    /// # Errors
    /// What happened, and what is to be done.
    pub async fn send(&self, message: &Message, now: DateTime<Utc>) -> Result<String, NotSent> {
        match self {
            Self::Smtp(smtp) => smtp.send(message).await,
            Self::Folder(folder) => folder.write(message).await,
            Self::Memory(memory) => Ok(memory.push(message, now)),
        }
    }

    /// How many messages may be under way at the same time.
    pub fn concurrency(&self) -> usize {
        match self {
            Self::Smtp(smtp) => smtp.connections(),
            Self::Folder(_) | Self::Memory(_) => 64,
        }
    }

    /// How many messages may be handed over and not yet written down, those included that are under way: they leave once more if the worker
    /// is killed. Half of them can be written down at once, while the other half is handed over: of what a commit costs, each then bears a part.
    pub fn room(&self) -> usize {
        match self {
            Self::Smtp(smtp) => smtp.connections() * 6,
            // Left once more, a mail replaces its own file; what is in memory dies with the worker.
            Self::Folder(_) | Self::Memory(_) => 512,
        }
    }

    /// Whether messages that were handed over one after the other are answered in that order: so a replay is the same each time.
    pub fn keeps_order(&self) -> bool {
        match self {
            Self::Smtp(_) => false,
            Self::Folder(_) | Self::Memory(_) => true,
        }
    }

    /// No single hand-over takes longer than this. A claim's lease is longer, and so is what a worker has that is told to end: a
    /// mail that was handed over is written down by who handed it over.
    pub const LONGEST_SEND: Duration = Duration::from_secs(20);

    /// Says goodbye to the mail server.
    pub async fn close(&self) {
        if let Self::Smtp(smtp) = self {
            smtp.close().await;
        }
    }
}
