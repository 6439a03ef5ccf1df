//! Mail into memory: for tests, and for replays that only want to know what would be sent.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};

use super::Message;

/// A shared list of the mails that were sent.
#[derive(Clone, Debug, Default)]
pub struct Memory(Arc<Mutex<Vec<Delivered>>>);

/// A mail that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// When.
    pub at: DateTime<Utc>,
    /// To which address.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// Its HTML.
    pub html: String,
    /// The message as it would have gone over the wire.
    pub raw: Vec<u8>,
}

impl Memory {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// All that was sent so far, in order.
    pub fn sent(&self) -> Vec<Delivered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// All that was sent so far, which is then forgotten.
    pub fn take(&self) -> Vec<Delivered> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn push(&self, message: &Message, now: DateTime<Utc>) -> String {
        let delivered = Delivered {
            at: now,
            to: message.to.clone(),
            subject: message.subject.clone(),
            text: message.text.clone(),
            html: message.html.clone(),
            raw: message.raw.clone(),
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(delivered);
        "kept in memory".to_owned()
    }
}
