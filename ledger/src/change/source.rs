//! Where news of changes come from (变动来源), on either database.

use sea_orm::{DbBackend, DbErr, FromQueryResult};
use serde_json::Value;
use uuid::Uuid;

use super::{Change, postgres::Listening, sqlite::Polling};
use crate::Db;

/// More changes than this are not caught up with: who watches reads anew sooner than they could be told.
pub(super) const MOST: u64 = 10_000;

/// What is heard (消息).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Things changed, in the order in which they did.
    Changed(Vec<Change>),
    /// Some changes were missed, too many to be looked up: what is shown is to be read anew.
    Missed,
}

/// Where news of changes come from. Each process that has watchers has one.
pub enum Source {
    /// PostgreSQL tells them.
    Postgres(Box<Listening>),
    /// An SQLite file is looked into.
    Sqlite(Polling),
}

impl Source {
    /// Begins to listen: what is committed from here on is heard.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn open(db: Db) -> Result<Self, DbErr> {
        Ok(match db.backend() {
            DbBackend::Postgres => Self::Postgres(Box::new(Listening::begin(db).await?)),
            _ => Self::Sqlite(Polling::begin(db).await?),
        })
    }

    /// The next news. What could not be heard while the database was away is caught up with: nothing is left out, but something may come
    /// twice.
    ///
    /// # Errors
    /// If the database fails. Asked again, it tries again.
    pub async fn next(&mut self) -> Result<News, DbErr> {
        match self {
            Self::Postgres(listening) => listening.next().await,
            Self::Sqlite(polling) => polling.next().await,
        }
    }
}

/// An event of the ledger, as far as it tells of a change.
#[derive(FromQueryResult)]
pub(super) struct Told {
    subject_kind: String,
    subject_id: Uuid,
    organization_id: Option<Uuid>,
    action: String,
    data: Value,
}

/// The changes of which events speak.
pub(super) fn changes(events: impl IntoIterator<Item = Told>) -> Vec<Change> {
    events.into_iter().filter_map(|told| Change::of(&told.subject_kind, told.subject_id, told.organization_id, &told.action, &told.data)).collect()
}
