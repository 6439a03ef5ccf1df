//! The monthly bulletin (月通报) and the weekly statistics (周统计), clauses 2.3.5 and 4.3.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Counts, Progress, Rank, SectorProgress, SectorRank, Share, Span, ranking, sector_ranking, text};
use crate::{HazardGrade, Language, rulebook::Text};

/// A list of which not more is kept than people read, and how long it is in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed<T> {
    /// How many there are.
    pub total: u64,
    /// The first of them.
    pub rows: Vec<T>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { total: 0, rows: Vec::new() }
    }
}

/// A duty that was overdue at the end of the month (逾期职责).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OverdueWindow {
    /// The window.
    pub window: Uuid,
    /// Who owed it.
    pub organization: Uuid,
    /// The name.
    pub name: String,
    /// The rule's code.
    pub rule: String,
    /// What was asked.
    pub title: Text,
    /// By when.
    pub due_on: NaiveDate,
}

/// A hazard that is named (点名隐患).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedHazard {
    /// The hazard.
    pub hazard: Uuid,
    /// Where it is.
    pub organization: Uuid,
    /// The name.
    pub name: String,
    /// What is wrong.
    pub description: String,
    /// Its grade.
    pub grade: Option<HazardGrade>,
    /// The day that matters: when it was due, listed, closed or extended.
    pub on: NaiveDate,
}

/// An organization that was named in public (通报单位).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedOrganization {
    /// Which.
    pub organization: Uuid,
    /// The name.
    pub name: String,
    /// For what.
    pub reason: String,
    /// When.
    pub on: NaiveDate,
}

/// The weekly statistics of the township (周统计), clause 4.3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Statistics {
    /// The week.
    pub span: Span,
    /// The first day of what is cumulative.
    pub since: NaiveDate,
    /// The week's figures of all (全镇本周).
    pub period: Counts,
    /// All since the action began (全镇累计).
    pub cumulative: Counts,
    /// The villages (嘎查村社区), annex 1.
    pub villages: Vec<Progress>,
    /// The regulators (二级单位), annex 2.
    pub units: Vec<Progress>,
}

impl Statistics {
    /// The statistics as a text that can be sent as it is.
    pub fn text(&self, language: Language) -> String {
        text::statistics(self, language)
    }
}

/// The monthly bulletin on rectification (月通报), clauses 2.3.5 and 4.3.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bulletin {
    /// The month.
    pub span: Span,
    /// The first day of what is cumulative.
    pub since: NaiveDate,
    /// The month's figures of all (全镇本月).
    pub period: Counts,
    /// All since the action began (全镇累计).
    pub cumulative: Counts,
    /// The figures of the month before (上月); none: the action had not begun.
    pub before: Option<Counts>,
    /// The villages (嘎查村社区).
    pub villages: Vec<Progress>,
    /// The regulators (二级单位).
    pub units: Vec<Progress>,
    /// The sectors (行业领域).
    pub sectors: Vec<SectorProgress>,
    /// Duties overdue at the end of the month, by name (逾期职责).
    pub overdue_windows: Listed<OverdueWindow>,
    /// Hazards overdue at the end of the month, by name (逾期隐患).
    pub overdue_hazards: Listed<NamedHazard>,
    /// Hazards newly listed for supervision (新增挂牌督办).
    pub listed: Listed<NamedHazard>,
    /// Major hazards closed (销号的重大隐患).
    pub closed: Listed<NamedHazard>,
    /// Hazards extended (延期).
    pub extended: Listed<NamedHazard>,
    /// Organizations named in public (通报单位).
    pub namings: Listed<NamedOrganization>,
}

impl Bulletin {
    /// Villages or regulators by the coverage of self-checks since the action began (覆盖率排名).
    pub fn by_coverage(rows: &[Progress]) -> Vec<Rank> {
        ranking(rows, |row| row.cumulative.checked)
    }

    /// Villages or regulators by the share of all hazards found since the action began that are rectified (整改率排名).
    pub fn by_rectification(rows: &[Progress]) -> Vec<Rank> {
        ranking(rows, |row| rectified(&row.cumulative))
    }

    /// Sectors by the coverage of self-checks since the action began (行业领域覆盖率排名).
    pub fn sectors_by_coverage(rows: &[SectorProgress]) -> Vec<SectorRank> {
        sector_ranking(rows, |row| row.cumulative.checked)
    }

    /// Sectors by the share of all hazards found since the action began that are rectified (行业领域整改率排名).
    pub fn sectors_by_rectification(rows: &[SectorProgress]) -> Vec<SectorRank> {
        sector_ranking(rows, |row| rectified(&row.cumulative))
    }

    /// The bulletin as a text that can be circulated as it is.
    pub fn text(&self, language: Language) -> String {
        text::bulletin(self, language)
    }
}

fn rectified(counts: &Counts) -> Share {
    counts.general.total().plus(counts.major.total()).rate()
}
