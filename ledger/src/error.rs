//! What can come of a use case besides its outcome.

use std::borrow::Cow;

use redline_domain::Refusal;
use sea_orm::{DbErr, RuntimeErr};

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person asked for something that cannot be done; it is told in words.
    #[error("refused: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Refused(Vec<Refusal>),
    /// There is no such thing, or the person may not know of it.
    #[error("not found")]
    NotFound,
    /// The database failed. Nothing of it is shown to people.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// The ledger holds something that it should not.
    #[error("inconsistent: {0}")]
    Inconsistent(String),
}

impl Error {
    /// Whether the same could succeed if it were tried again from its beginning: two changes stood in each other's way, and the
    /// database took one of them back (PostgreSQL's deadlock and serialization failure, SQLite's busy).
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Database(error) if is_transient(error))
    }

    /// Whether the database was away: it could not be reached, or it hung up. Nothing is wrong with what was asked of it.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Database(error) if is_away(error))
    }
}

/// Whether a failure of the database is one of those that [`Error::is_away`] speaks of.
pub fn is_away(error: &DbErr) -> bool {
    use sea_orm::SqlxError::{Io, PoolClosed, PoolTimedOut, Protocol, Tls, WorkerCrashed};
    match error {
        DbErr::ConnectionAcquire(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) | DbErr::Conn(RuntimeErr::SqlxError(error)) => {
            matches!(**error, Io(_) | Tls(_) | Protocol(_) | PoolTimedOut | PoolClosed | WorkerCrashed)
                // PostgreSQL shuts down, starts up, or lost the connection.
                || error.as_database_error().and_then(|error| error.code()).is_some_and(|code| code.starts_with("57P") || code.starts_with("08"))
        }
        _ => false,
    }
}

/// Whether a failure of the database is one of those that [`Error::is_transient`] speaks of.
pub fn is_transient(error: &DbErr) -> bool {
    code(error).is_some_and(|code| matches!(&*code, "40001" | "40P01" | "5" | "517"))
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

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

impl From<Vec<Refusal>> for Error {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Refused(refusals)
    }
}

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;
