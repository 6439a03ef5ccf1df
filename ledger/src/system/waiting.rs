//! What waits for a worker, and what was set aside (积压). Each is found by an index: whoever watches may ask often.

use chrono::{DateTime, Duration, Utc};
use redline_domain::ids::Noun;
use redline_entity::{certificate, hazard, mail, notice, window};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::Result;

/// After so many failures in a row the engine sets a row aside until somebody changes something about it.
pub const PATIENCE: i32 = 3;

/// What waits (积压).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How long the oldest of each kind of row that is due has been waiting for a worker; what is not due is not there.
    pub due: Vec<(Noun, Duration)>,
    /// Notices that wait for their morning.
    pub pending_notices: u64,
    /// How long the oldest notice has been waiting whose morning has come.
    pub oldest_notice: Option<Duration>,
    /// Mails that wait in the outbox or are on their way.
    pub queued_mails: u64,
    /// How long the oldest of them has been there.
    pub oldest_mail: Option<Duration>,
    /// Mails that were given up.
    pub failed_mails: u64,
    /// Those of them that were given up within a day.
    pub failed_lately: u64,
    /// Rows that were set aside, since nothing could be done with them.
    pub set_aside: u64,
}

impl Waiting {
    /// What waits at a moment.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn of(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Self> {
        let since = |first: Option<DateTime<Utc>>| first.map(|first| now - first);
        let due = [
            (Noun::Window, first::<window::Entity>(db, window::Column::CheckAfter, now).await?),
            (Noun::Hazard, first::<hazard::Entity>(db, hazard::Column::CheckAfter, now).await?),
            (Noun::Certificate, first::<certificate::Entity>(db, certificate::Column::CheckAfter, now).await?),
        ];
        let notice = pending().select_only().column(notice::Column::SendAfter).filter(notice::Column::SendAfter.lte(now));
        let mail: Option<Option<DateTime<Utc>>> = queued().select_only().column_as(mail::Column::CreatedAt.min(), "first").into_tuple().one(db).await?;
        Ok(Self {
            due: due.into_iter().filter_map(|(noun, first)| Some((noun, since(first)?))).collect(),
            pending_notices: pending().count(db).await?,
            oldest_notice: since(notice.order_by_asc(notice::Column::SendAfter).limit(1).into_tuple().one(db).await?),
            queued_mails: queued().count(db).await?,
            oldest_mail: since(mail.flatten()),
            failed_mails: failed().count(db).await?,
            failed_lately: failed_since(now - Duration::days(1)).count(db).await?,
            set_aside: set_aside::<window::Entity>(window::Column::CheckAfter).count(db).await?
                + set_aside::<hazard::Entity>(hazard::Column::CheckAfter).count(db).await?
                + set_aside::<certificate::Entity>(certificate::Column::CheckAfter).count(db).await?,
        })
    }

    /// How long the oldest row that is due has been waiting.
    pub fn oldest_due(&self) -> Option<Duration> {
        self.due.iter().map(|&(_, waited)| waited).max()
    }
}

/// The earliest moment that has come, by the index on it.
async fn first<E: EntityTrait>(db: &impl ConnectionTrait, column: E::Column, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let select = E::find().select_only().column(column);
    let first: Option<Option<DateTime<Utc>>> = select.filter(column.lte(now)).order_by_asc(column).limit(1).into_tuple().one(db).await?;
    Ok(first.flatten())
}

// The states below are said in the very words of the indexes' conditions: SQLite takes them for no other.

fn pending() -> Select<notice::Entity> {
    notice::Entity::find().filter(Expr::cust("state = 'PENDING'"))
}

fn queued() -> Select<mail::Entity> {
    mail::Entity::find().filter(Expr::cust("state IN ('QUEUED', 'SENDING')"))
}

fn failed() -> Select<mail::Entity> {
    mail::Entity::find().filter(Expr::cust("state = 'FAILED'"))
}

fn failed_since(moment: DateTime<Utc>) -> Select<mail::Entity> {
    failed().filter(mail::Column::NextAttemptAt.gt(moment))
}

fn set_aside<E: EntityTrait>(check_after: E::Column) -> Select<E> {
    E::find().filter(Expr::cust("failures > 0").and(Expr::cust(format!("failures >= {PATIENCE}")))).filter(check_after.is_null())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;
    use crate::Db;
    use sea_orm::{DbBackend, QueryTrait, Statement};

    /// However many mails were sent, nobody who watches waits for a look through all of them.
    #[tokio::test]
    async fn what_waits_is_found_by_its_index() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::connect(&format!("sqlite://{}", folder.path().join("redline.db").display())).await.unwrap();
        db.migrate().await.unwrap();
        let tx = db.begin().await.unwrap();
        let asked = [
            ("ix_notice_waiting", pending().build(DbBackend::Sqlite)),
            ("ix_mail_unsent", queued().build(DbBackend::Sqlite)),
            ("ix_mail_failed", failed().build(DbBackend::Sqlite)),
            ("ix_mail_failed (next_attempt_at>?)", failed_since(DateTime::UNIX_EPOCH).build(DbBackend::Sqlite)),
            ("ix_window_failures", set_aside::<window::Entity>(window::Column::CheckAfter).build(DbBackend::Sqlite)),
            ("ix_hazard_failures", set_aside::<hazard::Entity>(hazard::Column::CheckAfter).build(DbBackend::Sqlite)),
            ("ix_certificate_failures", set_aside::<certificate::Entity>(certificate::Column::CheckAfter).build(DbBackend::Sqlite)),
        ];
        for (index, statement) in asked {
            let plan = Statement { sql: format!("EXPLAIN QUERY PLAN {}", statement.sql), ..statement };
            let plan: String = tx.query_one_raw(plan).await.unwrap().unwrap().try_get("", "detail").unwrap();
            assert!(plan.contains(&format!("INDEX {index}")), "{index}: {plan}");
        }
    }
}
