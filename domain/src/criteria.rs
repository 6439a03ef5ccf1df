//! The determination criteria (判定标准) for major hazards: which standard, article and item says so.

mod read;

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::Sector;

pub use read::{BadCriteria, parse};

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
    /// The last day on which it is in force (有效期至); none: until further notice.
    pub effective_to: Option<NaiveDate>,
    /// The code of the standard, or of the criterion, in whose place it no longer counts once that is in force (被替代).
    pub superseded_by: Option<String>,
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
    /// To whom or when it applies, where the head of its article limits it (适用说明). Not the standard's own words.
    pub note: Option<String>,
}

impl Criterion {
    /// A name that stays (编号), e.g. `GONGMAO-2023/3/1`, or `HAZCHEM-2017/1` where the standard has no articles.
    pub fn code(&self) -> String {
        match &self.article {
            Some(article) => format!("{}/{article}/{}", self.standard, self.item),
            None => format!("{}/{}", self.standard, self.item),
        }
    }

    /// Whether it is in force on a date by its own days (是否施行). Whether another one has taken its place by then, the
    /// catalogue knows.
    pub fn is_effective_on(&self, date: NaiveDate) -> bool {
        self.effective_from <= date && self.effective_to.is_none_or(|last| date <= last)
    }
}

/// The criteria that are part of the program (内置判定标准), in the order of the standards.
pub fn catalogue() -> &'static [Criterion] {
    static CATALOGUE: LazyLock<Vec<Criterion>> =
        LazyLock::new(|| parse(include_str!("../../rulebook/criteria.tsv")).expect("the catalogue in the program is tested"));
    &CATALOGUE
}

/// The criterion of the program that has a code (按编号查找), e.g. `GONGMAO-2023/3/1`.
pub fn criterion(code: &str) -> Option<&'static Criterion> {
    catalogue().iter().find(|criterion| criterion.code() == code)
}

#[cfg(test)]
mod tests;
