//! Reading a rulebook's TOML into the model, checking on the way. The walk goes on after each mistake, so that an author
//! sees all of them at once.

mod cadence;
mod campaign;
mod evidence;
mod fields;
mod ladder;
mod reader;
mod rule;
#[cfg(test)]
mod tests;

use toml::de::{DeTable, DeValue};

use self::reader::{Node, Read, Reader};
use super::{Mistake, Rulebook};

/// Reads a rulebook, or tells every mistake in it, in the order of the lines.
pub(super) fn read(file: &str, source: &str) -> Result<Rulebook, Vec<Mistake>> {
    let (table, errors) = DeTable::parse_recoverable(source);
    let span = table.span();
    let root = Node { value: &DeValue::Table(table.into_inner()), span, path: String::new() };
    let mut reader = Reader::new(file, source);

    let mut dates = Vec::new();
    collect_impossible_dates(root.value, &root.span, &mut dates);
    for error in errors {
        let span = error.span().unwrap_or_default();
        // The walk tells of an impossible date itself, with its path.
        if dates.contains(&span) {
            continue;
        }
        let message = error.message().trim();
        if message != "duplicate key" {
            // Broken syntax shifts the meaning of all that follows: what else could be told would be its echo.
            return Err(vec![Mistake::at(file, source, &span, "", format!("not TOML: {message}"))]);
        }
        let key = source.get(span.clone()).unwrap_or_default();
        reader.fault(&Node { span, ..root.clone() }, format!("`{key}` is given twice; keep one of them"));
    }

    let rulebook = Rulebook::read(&root, &mut reader);
    let mistakes = reader.into_mistakes();
    match rulebook {
        Some(rulebook) if mistakes.is_empty() => Ok(rulebook),
        _ => Err(mistakes),
    }
}

/// The spans of the dates that no calendar has: the parser leaves them empty.
fn collect_impossible_dates(value: &DeValue<'_>, span: &std::ops::Range<usize>, found: &mut Vec<std::ops::Range<usize>>) {
    match value {
        DeValue::Datetime(given) if given.date.is_none() => found.push(span.clone()),
        DeValue::Array(items) => items.iter().for_each(|item| collect_impossible_dates(item.get_ref(), &item.span(), found)),
        DeValue::Table(table) => table.values().for_each(|item| collect_impossible_dates(item.get_ref(), &item.span(), found)),
        _ => {}
    }
}
