//! Changes that PostgreSQL tells (LISTEN), on a connection of its own. When that was lost, the ledger is read for what was told meanwhile.

use std::time::{Duration, Instant};

use redline_entity::ledger_event;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, RuntimeErr,
    sqlx::{
        self,
        postgres::{PgListener, PgPoolOptions},
    },
};
use tokio::time::timeout;
use uuid::Uuid;

use super::{
    CHANNEL, Change,
    source::{MOST, News, changes},
};
use crate::{Db, db::LONGEST_SWEEP};

/// So often the connection is asked whether it still lives: one that died unnoticed is silent too.
const EVERY: Duration = Duration::from_secs(10);

/// So long it has to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// A connection on which PostgreSQL tells changes.
pub struct Listening {
    db: Db,
    /// None: it was lost.
    listener: Option<PgListener>,
    /// The last event of the ledger when the connection was last known to live.
    latest: Option<Uuid>,
    /// When that was.
    asked: Instant,
}

impl Listening {
    pub(super) async fn begin(db: Db) -> Result<Self, DbErr> {
        let (listener, latest) = within(connect(&db)).await?;
        Ok(Self { db, listener: Some(listener), latest, asked: Instant::now() })
    }

    pub(super) async fn next(&mut self) -> Result<News, DbErr> {
        loop {
            let Some(listener) = &mut self.listener else { return self.resume().await };
            let lost = match EVERY.checked_sub(self.asked.elapsed()) {
                Some(left) => match timeout(left, listener.try_recv()).await {
                    Ok(Ok(Some(told))) => return Ok(News::Changed(told.payload().lines().filter_map(Change::decode).collect())),
                    Ok(Ok(None)) => DbErr::Conn(RuntimeErr::Internal("the connection on which PostgreSQL tells changes was lost".to_owned())),
                    Ok(Err(error)) => of_sqlx(error),
                    Err(_) => continue,
                },
                None => match within(latest(listener)).await {
                    Ok(latest) => {
                        (self.latest, self.asked) = (latest, Instant::now());
                        continue;
                    }
                    Err(error) => error,
                },
            };
            self.listener = None;
            return Err(lost);
        }
    }

    /// Listens again, and then reads what was told to nobody.
    async fn resume(&mut self) -> Result<News, DbErr> {
        let (listener, latest) = within(connect(&self.db)).await?;
        let events = ledger_event::Entity::find()
            .select_only()
            .columns([
                ledger_event::Column::SubjectKind,
                ledger_event::Column::SubjectId,
                ledger_event::Column::OrganizationId,
                ledger_event::Column::Action,
                ledger_event::Column::Data,
            ])
            .filter(ledger_event::Column::Id.gt(self.latest.map_or(Uuid::nil(), earlier)))
            .order_by_asc(ledger_event::Column::Id)
            .limit(MOST + 1);
        let events = events.into_model().all(self.db.read()).await?;
        (self.listener, self.latest, self.asked) = (Some(listener), latest, Instant::now());
        Ok(if events.len() as u64 > MOST { News::Missed } else { News::Changed(changes(events)) })
    }
}

/// A connection that hears, and the last event of the ledger before it did.
async fn connect(db: &Db) -> Result<(PgListener, Option<Uuid>), sqlx::Error> {
    let options = db.read().get_postgres_connection_pool().connect_options();
    // It stays as long as the process, and is not taken from those who answer requests.
    let pool = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None).acquire_timeout(PATIENCE);
    let mut listener = PgListener::connect_with(&pool.connect_lazy_with((*options).clone())).await?;
    listener.eager_reconnect(false);
    let latest = latest(&mut listener).await?;
    listener.listen(CHANNEL).await?;
    Ok((listener, latest))
}

/// The last event of the ledger, asked for on the connection itself, and so also whether that lives.
async fn latest(listener: &mut PgListener) -> Result<Option<Uuid>, sqlx::Error> {
    sqlx::query_scalar("SELECT id FROM ledger_event ORDER BY id DESC LIMIT 1").fetch_optional(listener).await
}

/// Waits for an answer no longer than it may take.
async fn within<T>(answer: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, DbErr> {
    timeout(PATIENCE, answer).await.unwrap_or(Err(sqlx::Error::PoolTimedOut)).map_err(of_sqlx)
}

fn of_sqlx(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

/// The least identifier of events that could have been committed after an event was: identifiers begin with the time at which a change
/// began, which may have taken as long as the longest sweep, and clocks of machines differ a little.
fn earlier(id: Uuid) -> Uuid {
    const DIFFERENCE: u64 = 60;
    let earlier = (LONGEST_SWEEP.as_secs() + DIFFERENCE) * 1_000;
    let (milliseconds, _) = id.as_u64_pair();
    Uuid::from_u64_pair((milliseconds >> 16).saturating_sub(earlier) << 16, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_began_six_minutes_before_an_event_is_read_and_what_began_earlier_is_not() {
        let at = |milliseconds: u64| Uuid::from_u64_pair((milliseconds << 16) | 0x7abc, 0x8000_0000_0000_0001);
        let now = 1_700_000_000_000;
        assert!(at(now - 360_000) > earlier(at(now)) && at(now - 360_001) < earlier(at(now)));
        assert_eq!(earlier(at(5)), Uuid::nil());
    }
}
