//! Reading a catalogue of criteria from a table: every mistake by its line and column.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Criterion;
use crate::{Sector, Word};

/// A cell of the catalogue that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}{}: {message}", column.map(|(at, name)| format!(", column {at} ({name})")).unwrap_or_default())]
pub struct BadCriteria {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, and its name; none if the whole line is at fault.
    pub column: Option<(usize, &'static str)>,
    /// What is wrong and what would be right.
    pub message: String,
}

/// The columns that every catalogue has, in this order.
const COLUMNS: [&str; 8] = ["standard_code", "standard_title", "document_number", "effective_from", "article", "item", "sector", "text"];
/// The columns that may follow them, in any order.
const OPTIONAL: [&str; 3] = ["effective_to", "superseded_by", "note"];
/// Those of the columns that may be empty: a standard may have no articles.
const MAY_BE_EMPTY: &str = "article";

/// Reads a catalogue (判定标准目录): tab-separated, the first line naming the columns. Blank lines are passed over.
///
/// # Errors
/// Every mistake, in the order of the lines.
pub fn parse(tsv: &str) -> Result<Vec<Criterion>, Vec<BadCriteria>> {
    let mut lines = (1..).zip(tsv.trim_start_matches('\u{feff}').lines());
    let optional = header(lines.next().map(|(_, line)| line).unwrap_or_default()).map_err(|bad| vec![bad])?;
    let (mut criteria, mut lines_of, mut bad) = (Vec::new(), BTreeMap::new(), Vec::new());
    for (line, text) in lines.filter(|(_, text)| !text.trim().is_empty()) {
        let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
        let wanted = COLUMNS.len() + optional.len();
        if cells.len() != wanted {
            let message = format!("{} columns; as many as the first line names, {wanted}, are needed", cells.len());
            bad.push(BadCriteria { line, column: None, message });
            continue;
        }
        let mut row = Row { line, cells: &cells, optional: &optional, bad: Vec::new() };
        let criterion = row.read();
        if row.bad.is_empty()
            && let Some(first) = lines_of.insert(criterion.code(), line)
        {
            row.refuse("item", format!("{} is given twice; it stands in line {first} already", criterion.code()));
        }
        bad.append(&mut row.bad);
        criteria.push(criterion);
    }
    if bad.is_empty() { Ok(criteria) } else { Err(bad) }
}

/// Which optional columns there are, in their order.
fn header(line: &str) -> Result<Vec<&'static str>, BadCriteria> {
    let refuse = |column: Option<(usize, &'static str)>, message: String| Err(BadCriteria { line: 1, column, message });
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    for (at, name) in COLUMNS.into_iter().enumerate() {
        let given = cells.get(at).copied().unwrap_or_default();
        if given != name {
            return refuse(Some((at + 1, name)), format!("the first line has \"{given}\" here; it must name the columns {}", COLUMNS.join(", ")));
        }
    }
    let mut optional = Vec::new();
    for given in cells.into_iter().skip(COLUMNS.len()) {
        match OPTIONAL.into_iter().find(|name| *name == given) {
            Some(name) if optional.contains(&name) => return refuse(None, format!("the column {name} is named twice")),
            Some(name) => optional.push(name),
            None => return refuse(None, format!("there is no column \"{given}\"; after the first {} may stand {}", COLUMNS.len(), OPTIONAL.join(", "))),
        }
    }
    Ok(optional)
}

/// A line of the table with as many cells as there are columns.
struct Row<'a> {
    line: usize,
    cells: &'a [&'a str],
    optional: &'a [&'static str],
    bad: Vec<BadCriteria>,
}

impl Row<'_> {
    fn read(&mut self) -> Criterion {
        for name in COLUMNS {
            if name != MAY_BE_EMPTY && self.cell(name).is_empty() {
                self.refuse(name, "this is empty".to_owned());
            }
        }
        // Standard, article and item make up the code.
        for name in ["standard_code", "article", "item"] {
            let given = self.cell(name);
            if given.contains(|c: char| c == '/' || c.is_whitespace()) {
                self.refuse(name, format!("\"{given}\" has a slash or a blank, which its code cannot have"));
            }
        }
        let (effective_from, effective_to) = (self.day("effective_from"), self.day("effective_to"));
        if let Some((from, to)) = effective_from.zip(effective_to).filter(|(from, to)| to < from) {
            self.refuse("effective_to", format!("{to} is before {from}, from which it is in force"));
        }
        let (standard, sector_name) = (self.cell("standard_code").to_owned(), self.cell("sector").to_owned());
        let criterion = Criterion {
            title: self.cell("standard_title").to_owned(),
            document_number: self.cell("document_number").to_owned(),
            effective_from: effective_from.unwrap_or_default(),
            effective_to,
            superseded_by: self.filled("superseded_by"),
            article: self.filled("article"),
            item: self.cell("item").to_owned(),
            sector: sector_of(&standard, &sector_name),
            text: self.cell("text").to_owned(),
            note: self.filled("note"),
            standard,
            sector_name,
        };
        if criterion.superseded_by.as_ref().is_some_and(|by| *by == criterion.standard || *by == criterion.code()) {
            self.refuse("superseded_by", "it cannot take its own place; right would be the code of the standard that does".to_owned());
        }
        criterion
    }

    /// Where a column is, from 0.
    fn position(&self, name: &str) -> Option<usize> {
        COLUMNS.iter().chain(self.optional).position(|known| *known == name)
    }

    fn cell(&self, name: &str) -> &str {
        self.position(name).and_then(|at| self.cells.get(at)).copied().unwrap_or_default()
    }

    fn filled(&self, name: &str) -> Option<String> {
        Some(self.cell(name)).filter(|cell| !cell.is_empty()).map(str::to_owned)
    }

    fn day(&mut self, name: &'static str) -> Option<NaiveDate> {
        let given = self.cell(name).to_owned();
        let day = given.parse().ok().filter(|day: &NaiveDate| day.to_string() == given);
        if day.is_none() && !given.is_empty() {
            self.refuse(name, format!("\"{given}\" is not a date such as 2023-05-15"));
        }
        day
    }

    fn refuse(&mut self, name: &'static str, message: String) {
        let column = self.position(name).map(|at| (at + 1, name));
        self.bad.push(BadCriteria { line: self.line, column, message });
    }
}

/// The campaign's sector for a standard's branch. All branches of the standard for industry and trade, "general" (通用)
/// included, are within that sector.
fn sector_of(standard: &str, name: &str) -> Option<Sector> {
    match name {
        _ if standard.starts_with("GONGMAO-") => Some(Sector::IndustryAndTrade),
        "城镇燃气" => Some(Sector::Gas),
        _ => Sector::ALL.iter().copied().find(|sector| sector.zh() == name || sector.code() == name),
    }
}
