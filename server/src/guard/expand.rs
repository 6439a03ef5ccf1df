//! How large a document becomes when every fragment is put where it is spread (片段展开), without doing so.

use std::collections::HashMap;

use super::{Refused, scan::Token};

/// A definition: how many tokens it has itself, and which fragments it spreads.
#[derive(Default)]
struct Definition<'a> {
    name: Option<&'a str>,
    size: u64,
    spreads: Vec<&'a str>,
}

/// The size of the document with all fragments put in, each definition counted once; it saturates.
///
/// # Errors
/// For fragments that spread themselves.
pub fn expanded(tokens: &[(Token<'_>, usize)]) -> Result<u64, Refused> {
    let definitions = definitions(tokens);
    let mut fragments: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, definition) in definitions.iter().enumerate() {
        if let Some(name) = definition.name {
            fragments.entry(name).or_default().push(index);
        }
    }
    let mut known: Vec<Size> = vec![Size::Unknown; definitions.len()];
    let mut total = 0_u64;
    for root in 0..definitions.len() {
        total = total.saturating_add(size(root, &definitions, &fragments, &mut known)?);
    }
    Ok(total)
}

#[derive(Clone, Copy)]
enum Size {
    Unknown,
    UnderWay,
    Known(u64),
}

/// The size of one definition. Its own stack, so that a long chain of fragments does not use up the program's.
fn size(root: usize, definitions: &[Definition<'_>], fragments: &HashMap<&str, Vec<usize>>, known: &mut [Size]) -> Result<u64, Refused> {
    let mut stack = vec![root];
    while let Some(&at) = stack.last() {
        if let Size::Known(_) = known[at] {
            stack.pop();
            continue;
        }
        known[at] = Size::UnderWay;
        let mut sum = definitions[at].size;
        let mut waits = false;
        for &part in definitions[at].spreads.iter().filter_map(|name| fragments.get(name)).flatten() {
            match known[part] {
                Size::Known(size) => sum = sum.saturating_add(size),
                Size::UnderWay => return Err(Refused::Cycle),
                Size::Unknown => {
                    stack.push(part);
                    waits = true;
                    break;
                }
            }
        }
        if !waits {
            known[at] = Size::Known(sum);
            stack.pop();
        }
    }
    match known[root] {
        Size::Known(size) => Ok(size),
        Size::Unknown | Size::UnderWay => Err(Refused::Cycle),
    }
}

fn definitions<'a>(tokens: &[(Token<'a>, usize)]) -> Vec<Definition<'a>> {
    let mut definitions = vec![Definition::default()];
    let mut begins = true;
    for (index, &(token, depth)) in tokens.iter().enumerate() {
        let Some(definition) = definitions.last_mut() else { break };
        definition.size += 1;
        if let Token::Name(name) = token
            && begins
        {
            // The parser takes "fragmentA" for "fragment A".
            definition.name = match name.strip_prefix("fragment") {
                Some("") => tokens.get(index + 1).and_then(|next| if let Token::Name(name) = next.0 { Some(name) } else { None }),
                other => other,
            };
        }
        if token == Token::Spread
            && let Some(&(Token::Name(name), _)) = tokens.get(index + 1)
        {
            // "on" as well: the parser lets a fragment have that name.
            definition.spreads.push(name);
        }
        begins = token == Token::CloseBrace && depth == 0;
        if begins {
            definitions.push(Definition::default());
        }
    }
    definitions
}
