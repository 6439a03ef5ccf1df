//! Patience (等候) where what is due is just being dealt with, or changed, by others.

use std::time::Duration;

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// How often it is looked again: what others find out belongs into the same mails, so it is waited for; but not for long, since it may
/// be that nobody can deal with it just now.
const LOOKS: u32 = 250;

/// How much longer a sweep waits for others.
pub(super) struct Patience(u32);

impl Patience {
    /// All of it.
    pub const fn new() -> Self {
        Self(LOOKS)
    }

    /// Waits a little; `false`: it has waited enough.
    pub async fn wait(&mut self) -> bool {
        let Some(left) = self.0.checked_sub(1) else { return false };
        self.0 = left;
        tokio::time::sleep(PAUSE).await;
        true
    }
}
