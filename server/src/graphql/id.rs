//! Identifiers (编号) as the API gives and takes them: TypeIDs such as `hazard_01h…`.

use async_graphql::ID;
use redline_domain::ids::{self, Noun};
use uuid::Uuid;

use crate::graphql::error::{Answer, Fault};

/// Gives an identifier.
pub fn give(noun: Noun, id: Uuid) -> ID {
    ID(ids::encode(noun, id))
}

/// Takes an identifier of one kind; `field` names the argument in the refusal.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn take(noun: Noun, id: &ID, field: &str) -> Answer<Uuid> {
    ids::decode_as(noun, id).map_err(|bad| bad_id(&bad, field))
}

/// Takes an identifier that may not be given.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn take_optional(noun: Noun, id: Option<&ID>, field: &str) -> Answer<Option<Uuid>> {
    id.map(|id| take(noun, id, field)).transpose()
}

/// Takes an identifier of any kind.
///
/// # Errors
/// `BAD_USER_INPUT`.
pub fn take_any(id: &ID, field: &str) -> Answer<(Noun, Uuid)> {
    ids::decode(id).map_err(|bad| bad_id(&bad, field))
}

fn bad_id(bad: &ids::BadId, field: &str) -> Fault {
    let form = bad.expected.map_or_else(|| "…_…".to_owned(), |noun| format!("{}_…", noun.prefix()));
    Fault::bad_argument(field, format!("“{}”不是有效的编号，应形如 {form}。", bad.given), format!("\"{}\" is not an identifier of the form {form}.", bad.given))
}
