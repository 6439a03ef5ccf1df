//! Failures of the database that pass by themselves (暂时性故障), and trying again.

use std::{borrow::Cow, future::Future, time::Duration};

use sea_orm::{DbErr, RuntimeErr, sqlx};

use crate::{Error, Result};

/// How long to wait before a change is tried again, each time.
pub const PAUSES: [Duration; 3] = [Duration::from_millis(10), Duration::from_millis(40), Duration::from_millis(160)];

/// A failure that passes by itself (暂时性故障): nothing is wrong with what was asked for, nor with the row that was dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// Two changes stood in each other's way, and the database took one of them back: the same is tried again at once.
    Conflict,
    /// It took longer than it may, or a lock was not to be had: the database has too much to do just now.
    Slow,
    /// The database is away: it is being started, stopped, or cannot be reached.
    Away,
}

impl Passing {
    /// Which one a failure is; none: it does not pass by itself.
    pub fn of(error: &DbErr) -> Option<Self> {
        let error = match error {
            // The pool had no connection to give, or none could be made in time.
            DbErr::ConnectionAcquire(_) => return Some(Self::Away),
            DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) | DbErr::Conn(RuntimeErr::SqlxError(error)) => error,
            _ => return None,
        };
        match &**error {
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => Some(Self::Away),
            sqlx::Error::WorkerCrashed => Some(Self::Away),
            _ => error.as_database_error()?.code().as_deref().and_then(Self::of_code),
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        match code {
            // PostgreSQL's serialization failure and deadlock, SQLite's busy.
            "40001" | "40P01" | "5" | "517" => Some(Self::Conflict),
            // A statement was cancelled, a lock not to be had.
            "57014" | "55P03" => Some(Self::Slow),
            // Shut down, crashed, starting, too many connections, a transaction that was left idle.
            "57P01" | "57P02" | "57P03" | "53300" | "25P03" => Some(Self::Away),
            code if code.starts_with("08") => Some(Self::Away),
            _ => None,
        }
    }
}

/// Whether somebody wrote the same at the same moment, on PostgreSQL: the same request twice, or a number that was free when it was
/// looked up. Tried again, it is found and answered as it should be. On SQLite there is one writer, who finds it at once.
pub fn is_race(error: &DbErr) -> bool {
    code(error).is_some_and(|code| code == "23505")
}

/// The code that the database gives its failure.
fn code(error: &DbErr) -> Option<Cow<'_, str>> {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) | DbErr::Conn(RuntimeErr::SqlxError(error))) = error else {
        return None;
    };
    error.as_database_error()?.code()
}

/// Carries out a change, which begins and commits a transaction of its own, and carries it out again where the database took it back
/// because another one stood in its way. All who write do it through here, except for GraphQL, which tries a whole request again.
///
/// # Errors
/// What the change says, the last time.
pub async fn persist<T, E, F>(mut change: impl FnMut() -> F) -> Result<T, E>
where
    F: Future<Output = Result<T, E>>,
    E: Retry,
{
    let mut pauses = PAUSES.into_iter();
    loop {
        match change().await {
            Err(error) if error.is_worth_trying_again() => match pauses.next() {
                Some(pause) => tokio::time::sleep(pause).await,
                None => return Err(error),
            },
            outcome => return outcome,
        }
    }
}

/// What [`persist`] asks of an error.
pub trait Retry {
    /// Whether the same could succeed if it were tried again at once.
    fn is_worth_trying_again(&self) -> bool;
}

impl Retry for Error {
    fn is_worth_trying_again(&self) -> bool {
        matches!(self, Self::Database(error) if error.is_worth_trying_again())
    }
}

impl Retry for DbErr {
    fn is_worth_trying_again(&self) -> bool {
        Passing::of(self) == Some(Passing::Conflict) || is_race(self)
    }
}
