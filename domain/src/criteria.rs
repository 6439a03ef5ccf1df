//! The determination criteria (判定标准) for major hazards: which standard, article and item says so.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::{Sector, Word};

/// One item of a standard by which a hazard is graded major (重大事故隐患判定标准).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// The code of the standard (标准代码), e.g. `GONGMAO-2023`.
    pub standard: String,
    /// The title of the standard (标准名称).
    pub title: String,
    /// The number of the document that issued it (文号).
    pub document_number: String,
    /// The day from which it is in force (施行日期).
    pub effective_from: NaiveDate,
    /// The article (条), where the standard has articles.
    pub article: Option<String>,
    /// The item (项) of the article, or of the standard.
    pub item: String,
    /// The branch as the standard names it (行业), e.g. `冶金`.
    pub sector_name: String,
    /// The sector (行业领域) of the campaign that it belongs to.
    pub sector: Option<Sector>,
    /// Its words (原文).
    pub text: String,
}

impl Criterion {
    /// A name that stays (编号), e.g. `GONGMAO-2023/3/1`, or `HAZCHEM-2017/1` where the standard has no articles.
    pub fn code(&self) -> String {
        match &self.article {
            Some(article) => format!("{}/{article}/{}", self.standard, self.item),
            None => format!("{}/{}", self.standard, self.item),
        }
    }

    /// Whether it is in force on a date (是否施行).
    pub fn is_effective_on(&self, date: NaiveDate) -> bool {
        self.effective_from <= date
    }
}

/// A line of the catalogue that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the criteria: {message}")]
pub struct BadCriteria {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

const COLUMNS: [&str; 8] = ["standard_code", "standard_title", "document_number", "effective_from", "article", "item", "sector", "text"];

/// The criteria that are part of the program (内置判定标准), in the order of the standards.
pub fn catalogue() -> &'static [Criterion] {
    static CATALOGUE: LazyLock<Vec<Criterion>> =
        LazyLock::new(|| parse(include_str!("../../rulebook/criteria.tsv")).expect("the catalogue in the program is tested"));
    &CATALOGUE
}

/// The criterion of a code (按编号查找), e.g. `GONGMAO-2023/3/1`.
pub fn criterion(code: &str) -> Option<&'static Criterion> {
    catalogue().iter().find(|criterion| criterion.code() == code)
}

/// Reads a catalogue (判定标准目录): tab-separated, the first line naming the columns.
pub fn parse(tsv: &str) -> Result<Vec<Criterion>, BadCriteria> {
    let mut criteria: Vec<Criterion> = Vec::new();
    for (index, row) in tsv.lines().enumerate() {
        let bad = |message: String| BadCriteria { line: index + 1, message };
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let &[standard, title, document_number, effective_from, article, item, sector, text] = cells.as_slice() else {
            return Err(bad(format!("{} columns; {} are needed: {}", cells.len(), COLUMNS.len(), COLUMNS.join(", "))));
        };
        if index == 0 {
            if cells != COLUMNS {
                return Err(bad(format!("the first line must name the columns {}", COLUMNS.join(", "))));
            }
            continue;
        }
        // Only a standard without articles leaves a cell empty.
        if let Some(empty) = COLUMNS.iter().zip(&cells).find(|(name, cell)| cell.is_empty() && **name != "article") {
            return Err(bad(format!("`{}` is empty", empty.0)));
        }
        let effective_from =
            effective_from.parse().map_err(|_| bad(format!("`effective_from` is \"{effective_from}\", which is not a date such as 2023-05-15")))?;
        let criterion = Criterion {
            standard: standard.to_owned(),
            title: title.to_owned(),
            document_number: document_number.to_owned(),
            effective_from,
            article: Some(article).filter(|article| !article.is_empty()).map(str::to_owned),
            item: item.to_owned(),
            sector_name: sector.to_owned(),
            sector: sector_of(standard, sector),
            text: text.to_owned(),
        };
        if criteria.iter().any(|earlier| earlier.code() == criterion.code()) {
            return Err(bad(format!("{} is given twice", criterion.code())));
        }
        criteria.push(criterion);
    }
    Ok(criteria)
}

/// The campaign's sector for a standard's branch. All branches of the standard for industry and trade, "general" (通用)
/// included, are within that sector.
fn sector_of(standard: &str, name: &str) -> Option<Sector> {
    match name {
        _ if standard.starts_with("GONGMAO-") => Some(Sector::IndustryAndTrade),
        "城镇燃气" => Some(Sector::Gas),
        _ => Sector::ALL.iter().copied().find(|sector| sector.zh() == name),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    const HEAD: &str = "standard_code\tstandard_title\tdocument_number\teffective_from\tarticle\titem\tsector\ttext\n";

    #[test]
    fn the_catalogue_has_127_items_of_four_standards() {
        let mut counts = BTreeMap::new();
        for criterion in catalogue() {
            *counts.entry((criterion.standard.as_str(), criterion.effective_from.to_string())).or_insert(0) += 1;
        }
        let counts: Vec<_> = counts.iter().map(|((standard, from), count)| (*standard, from.as_str(), *count)).collect();
        assert_eq!(
            counts,
            [("FIREWORKS-2017", "2017-11-13", 20), ("GAS-2023", "2023-09-21", 22), ("GONGMAO-2023", "2023-05-15", 65), ("HAZCHEM-2017", "2017-11-13", 20)]
        );
        assert_eq!(catalogue().len(), 127);
    }

    #[test]
    fn every_criterion_has_a_code_of_its_own_and_a_sector() {
        let codes: BTreeSet<_> = catalogue().iter().map(Criterion::code).collect();
        assert_eq!(codes.len(), catalogue().len());
        for criterion in catalogue() {
            assert!(criterion.sector.is_some(), "{}", criterion.code());
        }
    }

    #[test]
    fn a_criterion_is_found_by_its_code() {
        let first = criterion("GONGMAO-2023/3/1").expect("known");
        assert_eq!(first.text, "未对承包单位、承租单位的安全生产工作统一协调、管理，或者未定期进行安全检查的；");
        assert_eq!((first.sector_name.as_str(), first.sector), ("通用", Some(Sector::IndustryAndTrade)));
        let hazchem = criterion("HAZCHEM-2017/2").expect("known");
        assert_eq!((hazchem.article.as_deref(), hazchem.sector), (None, Some(Sector::HazardousChemicals)));
        assert_eq!(criterion("GAS-2023/5/1").and_then(|criterion| criterion.sector), Some(Sector::Gas));
        assert_eq!(criterion("GONGMAO-2023/99/1"), None);
    }

    #[test]
    fn the_gas_standard_is_not_in_force_before_its_day() {
        let gas = criterion("GAS-2023/5/1").expect("known");
        assert!(!gas.is_effective_on(NaiveDate::from_ymd_opt(2023, 9, 20).unwrap()));
        assert!(gas.is_effective_on(NaiveDate::from_ymd_opt(2023, 9, 21).unwrap()));
    }

    #[test]
    fn a_bad_line_is_named() {
        let row = "S-1\tT\tD\t2023-05-15\t\t1\t消防\ttext\n";
        for (tsv, message) in [
            (
                "a\tb\n".to_owned(),
                "line 1 of the criteria: 2 columns; 8 are needed: standard_code, standard_title, document_number, effective_from, article, item, sector, text",
            ),
            (
                HEAD.replace("item", "clause"),
                "line 1 of the criteria: the first line must name the columns standard_code, standard_title, document_number, effective_from, article, item, sector, text",
            ),
            (
                format!("{HEAD}{row}S-1\tT\n"),
                "line 3 of the criteria: 2 columns; 8 are needed: standard_code, standard_title, document_number, effective_from, article, item, sector, text",
            ),
            (
                format!("{HEAD}{}", row.replace("2023-05-15", "2023-02-30")),
                "line 2 of the criteria: `effective_from` is \"2023-02-30\", which is not a date such as 2023-05-15",
            ),
            (format!("{HEAD}{}", row.replace("text", " ")), "line 2 of the criteria: `text` is empty"),
            (format!("{HEAD}{row}{row}"), "line 3 of the criteria: S-1/1 is given twice"),
        ] {
            assert_eq!(parse(&tsv).map_err(|error| error.to_string()), Err(message.to_owned()));
        }
        assert_eq!(parse(&format!("{HEAD}{row}")).map(|criteria| criteria.len()), Ok(1));
    }
}
