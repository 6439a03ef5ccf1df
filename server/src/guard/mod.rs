//! What stands before the parser (文档检查): a document that is too large, too deep or grows too much is refused by a look at
//! its tokens, at a cost that is linear in its length.

mod expand;
mod introspection;
mod scan;
mod variables;

pub use introspection::goes_too_far;
pub use variables::{MOST_VALUES, come_to_too_much};

/// How many bytes a request may have.
pub const LARGEST_BODY: usize = 64 * 1024;
/// How deep the brackets of a document may nest.
pub const DEEPEST: usize = 32;
/// How many tokens a document may have.
pub const MOST_TOKENS: usize = 1_000;
/// How many bytes a name in a document may have: what is not known is held against all that are.
pub const LONGEST_NAME: usize = 200;
/// How many tokens it may come to with its fragments put in.
pub const MOST_EXPANDED: u64 = 20_000;

/// Why a document is not even parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Brackets nest too deep.
    #[error("The document nests deeper than {DEEPEST} levels.")]
    TooDeep,
    /// Too many tokens.
    #[error("The document has more than {MOST_TOKENS} tokens.")]
    TooLong,
    /// A name is too long.
    #[error("A name in the document has more than {LONGEST_NAME} bytes.")]
    LongName,
    /// Fragments make it too large.
    #[error("The document grows to more than {MOST_EXPANDED} tokens by its fragments.")]
    TooLarge,
    /// Fragments spread themselves.
    #[error("Syntax Error: A fragment cannot spread itself, directly or by way of others.")]
    Cycle,
    /// A string does not end.
    #[error("Syntax Error: Unterminated string.")]
    UnterminatedString,
}

impl Refused {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooDeep | Self::TooLong | Self::LongName | Self::TooLarge => "DOCUMENT_TOO_LARGE",
            Self::Cycle => "GRAPHQL_VALIDATION_FAILED",
            Self::UnterminatedString => "GRAPHQL_PARSE_FAILED",
        }
    }
}

/// Lets a document through to the parser, or says why not.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check(document: &str) -> Result<(), Refused> {
    let tokens = scan::tokens(document, DEEPEST, MOST_TOKENS)?;
    if expand::expanded(&tokens)? > MOST_EXPANDED { Err(Refused::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
