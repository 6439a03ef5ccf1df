//! The counts of one span (一个统计期的数字), as annex 1 has them in its columns.

use serde::{Deserialize, Serialize};

use super::{Handled, Share, unit::UnitCounts};
use crate::FoundBy;

/// Hazards by how they were found: self-found and inspection-found are counted apart in every published figure (2.2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BySource {
    /// By the enterprise itself (企业自查).
    pub self_check: Handled,
    /// By an inspection (检查发现).
    pub inspection: Handled,
    /// By a report of the public or of an employee (群众举报).
    pub public_report: Handled,
    /// By the review of an accident (事故调查).
    pub accident_review: Handled,
}

impl BySource {
    /// Those found in one way.
    pub fn of(&mut self, found_by: FoundBy) -> &mut Handled {
        match found_by {
            FoundBy::SelfCheck => &mut self.self_check,
            FoundBy::Inspection => &mut self.inspection,
            FoundBy::PublicReport => &mut self.public_report,
            FoundBy::AccidentReview => &mut self.accident_review,
        }
    }

    /// However they were found (合计).
    pub fn total(&self) -> Handled {
        self.self_check.plus(self.inspection).plus(self.public_report).plus(self.accident_review)
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            self_check: self.self_check.plus(other.self_check),
            inspection: self.inspection.plus(other.inspection),
            public_report: self.public_report.plus(other.public_report),
            accident_review: self.accident_review.plus(other.accident_review),
        }
    }
}

/// The counts of one span (一个统计期的数字).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Inspections that the organ's head led (主要负责人带队督导次数).
    pub led_by_head: u64,
    /// Inspections that a deputy led (分管负责人带队督导次数).
    pub led_by_deputy: u64,
    /// Enterprises on the rolls at the end of the span, suspended ones included (辖区企业数).
    pub enterprises: u64,
    /// Of those that are to check themselves, how many did in the span (应排查企业数、已自查企业数、覆盖率).
    pub checked: Share,
    /// Head-led inspections of enterprises (企业主要负责人带队检查次数).
    pub head_led: u64,
    /// Enterprises that checked their welding equipment, or their hot-work and key-post staff (动火排查家数).
    pub hot_work: u64,
    /// Enterprises that checked their contractors and tenants (外包外租排查家数).
    pub contractors: u64,
    /// Enterprises that held a drill (应急演练家数).
    pub drilled: u64,
    /// Sessions of warning education (警示教育场次).
    pub warning_sessions: u64,
    /// General hazards (一般隐患).
    pub general: BySource,
    /// Major hazards (重大隐患).
    pub major: BySource,
    /// Hazards found that are not graded yet (待判定).
    pub ungraded: u64,
    /// Major hazards whose first plan with the five elements came in the span (达到“五落实”数).
    pub five_elements: u64,
    /// Reports by the public about the organ's enterprises (举报线索数); none: not for who sits in an enterprise (2.3.3).
    #[serde(default)]
    pub tips: Option<u64>,
    /// What annex 2 has besides; none in annex 1.
    #[serde(default)]
    pub unit: Option<UnitCounts>,
}
