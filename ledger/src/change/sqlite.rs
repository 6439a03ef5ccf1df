//! Changes in an SQLite file (轮询). It has one writer at a time, so its rows are numbered in the order in which they were committed,
//! whichever process wrote them.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

use super::source::{MOST, News, Told, changes};
use crate::Db;

/// From one look to the next.
const PAUSE: Duration = Duration::from_millis(250);

/// How many events are read at once.
const EVENTS: i64 = 1_000;

/// A look into the ledger every so often.
pub struct Polling {
    db: Db,
    /// The number of the last row that was read.
    seen: i64,
}

impl Polling {
    pub(super) async fn begin(db: Db) -> Result<Self, DbErr> {
        let seen = last(&db).await?;
        Ok(Self { db, seen })
    }

    pub(super) async fn next(&mut self) -> Result<News, DbErr> {
        loop {
            let last = last(&self.db).await?;
            // Fewer rows than before: the file was restored from a copy. Many more: it was not looked into for long.
            if last < self.seen || last.saturating_sub(self.seen).unsigned_abs() > MOST {
                self.seen = last;
                return Ok(News::Missed);
            }
            if last > self.seen {
                let until = last.min(self.seen + EVENTS);
                let changed = changes(self.between(self.seen, until).await?);
                self.seen = until;
                if !changed.is_empty() {
                    return Ok(News::Changed(changed));
                }
            } else {
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    async fn between(&self, after: i64, until: i64) -> Result<Vec<Told>, DbErr> {
        let sql = "SELECT subject_kind, subject_id, organization_id, action, data FROM ledger_event WHERE rowid > ? AND rowid <= ? ORDER BY rowid";
        Told::find_by_statement(statement(sql, [after.into(), until.into()])).all(self.db.read()).await
    }
}

/// The number of the last row.
async fn last(db: &Db) -> Result<i64, DbErr> {
    let row = db.read().query_one_raw(statement("SELECT coalesce(max(rowid), 0) FROM ledger_event", [])).await?;
    row.map_or(Ok(0), |row| row.try_get_by_index(0))
}

fn statement<const N: usize>(sql: &str, values: [Value; N]) -> Statement {
    Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)
}
