//! Whether the machines' clocks agree (时钟偏差). The database's clock is read for this comparison only, and stamps nothing.

use chrono::{DateTime, Duration, Utc};
use redline_domain::Clock;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::{Db, Result};

/// By how much this machine's clock is ahead of the database's. None: there is nothing to compare, since SQLite runs on this machine, or
/// since the clock is one of a test, which stands still.
///
/// # Errors
/// If the database fails.
pub async fn clock_ahead(db: &Db, clock: &dyn Clock) -> Result<Option<Duration>> {
    let Some(shift) = clock.shift() else { return Ok(None) };
    if db.backend() != DbBackend::Postgres {
        return Ok(None);
    }
    let question = Statement::from_string(DbBackend::Postgres, "SELECT clock_timestamp() AS there");
    let before = clock.now();
    let Some(row) = db.read().query_one_raw(question).await? else { return Ok(None) };
    let after = clock.now();
    let there: DateTime<Utc> = row.try_get("", "there")?;
    // It was read at some moment between the two.
    Ok(Some(before + (after - before) / 2 - shift - there))
}
