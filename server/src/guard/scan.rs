//! Reading a document's tokens in one pass (词法扫描), without recursion and without keeping more than the limit.

use super::{LONGEST_NAME, Refused};

/// A token, as far as the guard needs to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A name or keyword.
    Name(&'a str),
    /// `...`
    Spread,
    /// One of `( [ {`.
    Open,
    /// One of `) ]`.
    Close,
    /// `}`
    CloseBrace,
    /// Anything else.
    Other,
}

/// Reads the tokens of a document, with the depth of brackets after each. Strings count as one token, comments as none.
///
/// # Errors
/// For a document that nests deeper or has more tokens than allowed, and for a string that does not end.
pub fn tokens(document: &str, deepest: usize, most: usize) -> Result<Vec<(Token<'_>, usize)>, Refused> {
    let bytes = document.as_bytes();
    let mut tokens = Vec::new();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        let begin = at;
        let token = match byte {
            b' ' | b',' | b'\t' | b'\n' | b'\r' => {
                at += 1;
                continue;
            }
            // The parser takes a byte order mark for a blank, wherever it stands.
            0xEF if bytes[at..].starts_with("\u{feff}".as_bytes()) => {
                at += 3;
                continue;
            }
            b'#' => {
                at += bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len() - at);
                continue;
            }
            b'"' => {
                at = string_end(bytes, at).ok_or(Refused::UnterminatedString)?;
                Token::Other
            }
            b'.' if bytes[at..].starts_with(b"...") => {
                at += 3;
                Token::Spread
            }
            b'(' | b'[' | b'{' => {
                at += 1;
                depth += 1;
                Token::Open
            }
            b')' | b']' | b'}' => {
                at += 1;
                depth = depth.saturating_sub(1);
                if byte == b'}' { Token::CloseBrace } else { Token::Close }
            }
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => {
                at += bytes[at..].iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'_')).unwrap_or(bytes.len() - at);
                if at - begin > LONGEST_NAME {
                    return Err(Refused::LongName);
                }
                Token::Name(&document[begin..at])
            }
            b'0'..=b'9' => {
                at += bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len() - at);
                Token::Other
            }
            // A character of several bytes is several tokens; no right document has one outside strings and comments.
            _ => {
                at += 1;
                Token::Other
            }
        };
        if depth > deepest {
            return Err(Refused::TooDeep);
        }
        if tokens.len() == most {
            return Err(Refused::TooLong);
        }
        tokens.push((token, depth));
    }
    Ok(tokens)
}

/// Where a string that begins here ends; none if it does not.
fn string_end(bytes: &[u8], begin: usize) -> Option<usize> {
    if bytes[begin..].starts_with(b"\"\"\"") {
        let mut at = begin + 3;
        while at < bytes.len() {
            if bytes[at..].starts_with(b"\\\"\"\"") {
                at += 4;
            } else if bytes[at..].starts_with(b"\"\"\"") {
                return Some(at + 3);
            } else {
                at += 1;
            }
        }
        return None;
    }
    let mut at = begin + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\n' | b'\r' => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}
