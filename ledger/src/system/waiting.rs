//! What waits for a worker, and what was set aside (积压). Each is found by an index: whoever watches may ask often.

use chrono::{DateTime, Duration, Utc};
use redline_domain::{MailState, NoticeState, ids::Noun};
use redline_entity::{certificate, hazard, mail, notice, window};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
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
        let queued = || mail::Entity::find().filter(mail::Column::State.is_in([MailState::Queued, MailState::Sending]));
        let failed = || mail::Entity::find().filter(mail::Column::State.eq(MailState::Failed));
        let pending = || notice::Entity::find().filter(notice::Column::State.eq(NoticeState::Pending));
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
            failed_lately: failed().filter(mail::Column::NextAttemptAt.gt(now - Duration::days(1))).count(db).await?,
            set_aside: set_aside::<window::Entity>(db, window::Column::CheckAfter).await?
                + set_aside::<hazard::Entity>(db, hazard::Column::CheckAfter).await?
                + set_aside::<certificate::Entity>(db, certificate::Column::CheckAfter).await?,
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

async fn set_aside<E: EntityTrait<Model: Send + Sync>>(db: &impl ConnectionTrait, check_after: E::Column) -> Result<u64> {
    // In the very words of the index's condition: SQLite takes it for no other.
    let failed = Expr::cust("failures > 0").and(Expr::cust(format!("failures >= {PATIENCE}")));
    Ok(E::find().filter(failed).filter(check_after.is_null()).count(db).await?)
}
