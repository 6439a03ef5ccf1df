//! One row of annex 1 or 2 (进展情况调度表), and what is kept of a report when it is submitted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Bulletin, Counts, Statistics};
use crate::{OrganizationKind, Period, Sector};

/// A span of days (统计周期), both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Span {
    /// The calendar period that has a day, from the first day of the action on; none: it was over before the action began.
    pub fn of(period: Period, day: NaiveDate, begins_on: NaiveDate) -> Option<Self> {
        let until = period.last_day(day);
        (until >= begins_on).then(|| Self { from: period.first_day(day).max(begins_on), until })
    }

    /// All since the action began (累计).
    #[must_use]
    pub fn since(self, begins_on: NaiveDate) -> Self {
        Self { from: begins_on.min(self.until), until: self.until }
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// One row of annex 1 or 2 (进展情况调度表的一行): an organ's figures for a period and since the action began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Whose (单位).
    pub organization: Uuid,
    /// Its name.
    pub name: String,
    /// Its kind: a village for annex 1, a regulator for annex 2.
    pub kind: OrganizationKind,
    /// The sectors that a regulator watches over (行业领域).
    pub sectors: Vec<Sector>,
    /// The period (统计周期).
    pub span: Span,
    /// The first day of what is cumulative.
    pub since: NaiveDate,
    /// The first day by the end of the period on which it held its mobilisation meeting (是否动员部署).
    pub mobilised_on: Option<NaiveDate>,
    /// The figures of the period (本期).
    pub period: Counts,
    /// The figures since the action began (累计).
    pub cumulative: Counts,
    /// What needs coordination from above, as it was reported; none while it is a draft (需上级协调事项).
    #[serde(default)]
    pub coordination: Option<String>,
}

/// The figures of one sector (行业领域). An enterprise of several sectors counts in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SectorProgress {
    /// The sector.
    pub sector: Sector,
    /// The figures of the period (本期).
    pub period: Counts,
    /// The figures since the action began (累计).
    pub cumulative: Counts,
}

/// What an enterprise declares of its ledger of hazards (台账申报): the numbers come from the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Declaration {
    /// General hazards (一般隐患数).
    pub general: u64,
    /// Major hazards (重大隐患数).
    pub major: u64,
    /// Major hazards not closed yet (未销号的重大隐患数).
    pub major_open: u64,
    /// Hazards not graded yet (待判定数).
    pub ungraded: u64,
}

/// The figures of a report as they were when it was submitted (报送时的数据快照).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", content = "figures", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Snapshot {
    /// Of a progress table (进展情况调度表).
    Progress(Box<Progress>),
    /// Of the weekly statistics (周统计).
    Statistics(Box<Statistics>),
    /// Of the monthly bulletin (月通报).
    Bulletin(Box<Bulletin>),
    /// Of a declaration of the ledger (台账申报).
    Declaration(Declaration),
}
