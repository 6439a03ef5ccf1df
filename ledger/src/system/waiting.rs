//! What waits for a worker, and what was set aside (积压). Each is found by an index: whoever watches may ask often.

use chrono::{DateTime, Duration, Utc};
use redline_domain::ids::Noun;
use redline_entity::{certificate, hazard, mail, notice, window};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Expr, ExprTrait, Query, SelectStatement},
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
        let found = Found::find_by_statement(db.get_database_backend().build(&question(now))).one(db).await?.unwrap_or_default();
        let due = [(Noun::Window, found.window), (Noun::Hazard, found.hazard), (Noun::Certificate, found.certificate)];
        Ok(Self {
            due: due.into_iter().filter_map(|(noun, first)| Some((noun, since(first)?))).collect(),
            pending_notices: found.pending.cast_unsigned(),
            oldest_notice: since(found.notice),
            queued_mails: found.queued.cast_unsigned(),
            oldest_mail: since(found.mail),
            failed_mails: found.failed.cast_unsigned(),
            failed_lately: found.failed_lately.cast_unsigned(),
            set_aside: found.set_aside.cast_unsigned(),
        })
    }

    /// How long the oldest row that is due has been waiting.
    pub fn oldest_due(&self) -> Option<Duration> {
        self.due.iter().map(|&(_, waited)| waited).max()
    }
}

/// The answer to [`question`]: the earliest moments of each kind, and how many there are.
#[derive(Default, FromQueryResult)]
struct Found {
    window: Option<DateTime<Utc>>,
    hazard: Option<DateTime<Utc>>,
    certificate: Option<DateTime<Utc>>,
    notice: Option<DateTime<Utc>>,
    mail: Option<DateTime<Utc>>,
    pending: i64,
    queued: i64,
    failed: i64,
    failed_lately: i64,
    set_aside: i64,
}

/// All in one statement: the way to the database and back costs more than the answer.
fn question(now: DateTime<Utc>) -> SelectStatement {
    let pending = || notice::Entity::find().filter(notice::is_waiting());
    let queued = || mail::Entity::find().filter(mail::is_unsent());
    let failed = || mail::Entity::find().filter(mail::is_failed());
    let failed_since = failed().filter(mail::Column::NextAttemptAt.gt(now - Duration::days(1)));
    let set_aside = [
        count(set_aside::<window::Entity>(window::Column::CheckAfter)),
        count(set_aside::<hazard::Entity>(hazard::Column::CheckAfter)),
        count(set_aside::<certificate::Entity>(certificate::Column::CheckAfter)),
    ];
    Query::select()
        .expr_as(first(window::Entity::find(), window::Column::CheckAfter, now), "window")
        .expr_as(first(hazard::Entity::find(), hazard::Column::CheckAfter, now), "hazard")
        .expr_as(first(certificate::Entity::find(), certificate::Column::CheckAfter, now), "certificate")
        .expr_as(first(pending(), notice::Column::SendAfter, now), "notice")
        .expr_as(queued().select_only().expr(mail::Column::CreatedAt.min()).into_query(), "mail")
        .expr_as(count(pending()), "pending")
        .expr_as(count(queued()), "queued")
        .expr_as(count(failed()), "failed")
        .expr_as(count(failed_since), "failed_lately")
        .expr_as(set_aside.into_iter().reduce(Expr::add).unwrap_or_else(|| 0.into()), "set_aside")
        .to_owned()
}

/// The earliest moment that has come, by the index on it.
fn first<E: EntityTrait>(select: Select<E>, column: E::Column, now: DateTime<Utc>) -> Expr {
    select.select_only().column(column).filter(column.lte(now)).order_by_asc(column).limit(1).into_query().into()
}

fn count<E: EntityTrait>(select: Select<E>) -> Expr {
    select.select_only().expr(Expr::col(Asterisk).count()).into_query().into()
}

// In the very words of the index's condition: SQLite takes it for no other.
fn set_aside<E: EntityTrait>(check_after: E::Column) -> Select<E> {
    E::find().filter(Expr::cust("failures > 0").and(Expr::cust(format!("failures >= {PATIENCE}")))).filter(check_after.is_null())
}

#[cfg(test)]
mod tests {
    use super::question;
    use crate::Db;
    use chrono::DateTime;
    use sea_orm::{ConnectionTrait, DbBackend, Statement};

    /// However many mails were sent, and however much was closed, nobody who watches waits for a look through all of it.
    #[tokio::test]
    async fn what_waits_is_found_by_its_index() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::connect(&format!("sqlite://{}", folder.path().join("redline.db").display())).await.unwrap();
        db.migrate().await.unwrap();
        let statement = DbBackend::Sqlite.build(&question(DateTime::UNIX_EPOCH));
        let statement = Statement { sql: format!("EXPLAIN QUERY PLAN {}", statement.sql), ..statement };
        let plan: Vec<String> = db.read().query_all_raw(statement).await.unwrap().iter().map(|row| row.try_get("", "detail").unwrap()).collect();
        let looks: Vec<&String> = plan.iter().filter(|step| !step.contains("SUBQUERY") && !step.contains("CONSTANT ROW")).collect();
        assert_eq!(looks.len(), 12, "{plan:#?}");
        for index in [
            "ix_window_due (",
            "ix_hazard_check_after_id (",
            "ix_certificate_check_after (",
            "ix_notice_waiting (",
            "ix_notice_waiting",
            "ix_mail_unsent",
            "ix_mail_failed",
            "ix_mail_failed (",
            "ix_window_failures (",
            "ix_hazard_failures (",
            "ix_certificate_failures (",
        ] {
            assert!(looks.iter().any(|look| look.contains(index)), "{index}: {plan:#?}");
        }
        assert!(looks.iter().all(|look| look.contains("USING")), "{plan:#?}");
    }
}
