//! What one subscription watches (关注范围), as its field says, and the changes that are put to it.

use std::{collections::BTreeSet, sync::OnceLock};

use redline_ledger::change::{Change, Kind};
use uuid::Uuid;

/// What a subscription watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// What kind of change.
    pub kind: Kind,
    /// Only that organization's things, or only what went to that person.
    pub whose: Option<Uuid>,
}

impl Watched {
    /// Whether a change is one of those. Who may see it is not decided here.
    pub fn includes(&self, change: &Change) -> bool {
        change.kind == self.kind && self.whose.is_none_or(|whose| whose == change.whose)
    }
}

/// Some changes as they are put to a subscription. It says what it watches, and answers for those of them that are meant.
#[derive(Default)]
pub struct Watch {
    changes: BTreeSet<Change>,
    watched: OnceLock<Watched>,
}

impl Watch {
    /// Puts changes to a subscription; none, to ask it what it watches.
    pub fn of(changes: BTreeSet<Change>) -> Self {
        Self { changes, watched: OnceLock::new() }
    }

    /// Says what is watched, and learns which things of those have changed.
    pub fn on(&self, watched: Watched) -> Vec<Uuid> {
        let watched = self.watched.get_or_init(|| watched);
        self.changes.iter().filter(|change| watched.includes(change)).map(|change| change.id).collect()
    }

    /// What the subscription said that it watches; none: it has no field that watches anything.
    pub fn watched(&self) -> Option<Watched> {
        self.watched.get().copied()
    }
}
