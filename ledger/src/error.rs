//! What can come of a use case besides its outcome.

use redline_domain::Refusal;
use sea_orm::DbErr;

use crate::passing::Passing;

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
    /// Whether it is a failure of the database that passes by itself, and which one.
    pub fn passing(&self) -> Option<Passing> {
        match self {
            Self::Database(error) => Passing::of(error),
            _ => None,
        }
    }
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
