//! The counts of one span (一个统计期的数字) in the API.

use async_graphql::Object;
use redline_domain::figures::{self, Handled, Share};

use super::unit::UnitCounts;

/// A part of a whole, with its rate, which is computed and never entered (占比).
pub struct FiguresShare(pub Share);

/// A part of a whole, with its rate, which is computed and never entered (占比).
#[Object]
impl FiguresShare {
    /// What was to be done: the enterprises to be checked (应排查企业数). It is never less than what was.
    async fn due(&self) -> u64 {
        self.0.whole()
    }

    /// What was done: the enterprises that checked themselves (已自查企业数).
    async fn done(&self) -> u64 {
        self.0.part()
    }

    /// The rate, 0 to 1; none: there was nothing to do (覆盖率).
    async fn rate(&self) -> Option<f64> {
        self.0.rate()
    }

    /// The rate as people write it, e.g. `66.7%` (覆盖率).
    async fn percent(&self) -> Option<String> {
        self.0.percent()
    }
}

/// Hazards found and rectified in a span (发现、整改、整改率).
pub struct HazardsHandled(pub Handled);

/// Hazards found and rectified in a span (发现、整改、整改率).
#[Object]
impl HazardsHandled {
    /// Found in the span (发现).
    async fn found(&self) -> u64 {
        self.0.found()
    }

    /// Accepted and closed in the span, whenever they were found (整改).
    async fn rectified(&self) -> u64 {
        self.0.rectified()
    }

    /// Of those found in the span, the share that was closed by its end, 0 to 1; none: none was found (整改率).
    async fn rate(&self) -> Option<f64> {
        self.0.rate().rate()
    }

    /// That share as people write it (整改率).
    async fn percent(&self) -> Option<String> {
        self.0.rate().percent()
    }
}

/// Hazards by how they were found: self-found and inspection-found are counted apart (按发现来源).
pub struct HazardsBySource(pub figures::BySource);

/// Hazards by how they were found: self-found and inspection-found are counted apart (按发现来源).
#[Object]
impl HazardsBySource {
    /// Found by the enterprise itself (企业自查发现).
    async fn self_check(&self) -> HazardsHandled {
        HazardsHandled(self.0.self_check)
    }

    /// Found by an inspection (检查发现).
    async fn inspection(&self) -> HazardsHandled {
        HazardsHandled(self.0.inspection)
    }

    /// Reported by the public or an employee (群众举报).
    async fn public_report(&self) -> HazardsHandled {
        HazardsHandled(self.0.public_report)
    }

    /// Found by the review of an accident (事故调查).
    async fn accident_review(&self) -> HazardsHandled {
        HazardsHandled(self.0.accident_review)
    }

    /// However they were found (合计).
    async fn total(&self) -> HazardsHandled {
        HazardsHandled(self.0.total())
    }
}

/// The counts of one span, the columns of annex 1 (附件1各栏).
pub struct FiguresCounts(pub figures::Counts);

/// The counts of one span, the columns of annex 1 (附件1各栏).
#[Object]
impl FiguresCounts {
    /// Supervising inspections that the organ's head led, by the position held on that day (主要负责人带队督导次数).
    async fn led_by_head(&self) -> u64 {
        self.0.led_by_head
    }

    /// Supervising inspections that a deputy led, by the position held on that day (分管负责人带队督导次数).
    async fn led_by_deputy(&self) -> u64 {
        self.0.led_by_deputy
    }

    /// Enterprises on the rolls at the end of the span, suspended ones included (辖区企业数).
    async fn enterprises(&self) -> u64 {
        self.0.enterprises
    }

    /// Enterprises to be checked, and those that checked themselves by a signed self-check or head-led inspection (应排查企业数、已自查企业数、覆盖率).
    async fn checked(&self) -> FiguresShare {
        FiguresShare(self.0.checked)
    }

    /// Inspections of enterprises led by their head in office (企业主要负责人带队检查次数).
    async fn head_led(&self) -> u64 {
        self.0.head_led
    }

    /// Enterprises that checked welding equipment or hot-work and key-post staff (动火排查家数).
    async fn hot_work(&self) -> u64 {
        self.0.hot_work
    }

    /// Enterprises that checked their contractors and tenants (外包外租排查家数).
    async fn contractors(&self) -> u64 {
        self.0.contractors
    }

    /// Enterprises that held a reviewed drill (应急演练家数).
    async fn drilled(&self) -> u64 {
        self.0.drilled
    }

    /// Sessions of warning education (警示教育场次).
    async fn warning_sessions(&self) -> u64 {
        self.0.warning_sessions
    }

    /// General hazards (一般隐患).
    async fn general(&self) -> HazardsBySource {
        HazardsBySource(self.0.general)
    }

    /// Major hazards (重大隐患).
    async fn major(&self) -> HazardsBySource {
        HazardsBySource(self.0.major)
    }

    /// Hazards found that are not graded yet (待判定).
    async fn ungraded(&self) -> u64 {
        self.0.ungraded
    }

    /// Major hazards whose first plan with the five elements came into force in the span (达到“五落实”数).
    async fn five_elements(&self) -> u64 {
        self.0.five_elements
    }

    /// Reports by the public; none for who sits in an enterprise, which must not learn that it was reported, clause 2.3.3 (举报线索数).
    async fn tips(&self) -> Option<u64> {
        self.0.tips
    }

    /// What annex 2 has besides; none in annex 1 (附件2各栏).
    async fn unit(&self) -> Option<UnitCounts> {
        self.0.unit.clone().map(UnitCounts)
    }
}
