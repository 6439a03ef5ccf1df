//! Annexes 1 and 2 (进展情况调度表) and the declaration of the ledger (台账申报) in the API.

use async_graphql::{Context, Object};
use redline_domain::{OrganizationKind, Sector, figures};

use super::counts::FiguresCounts;
use crate::graphql::{ask::Ask, date::Date, error::Answer, organization::Organization};

/// The row of an organ in annex 1 or 2, filled in from the ledger (进展情况调度表). Remark, submitter, reviewer and day stand in its report.
pub struct ProgressTable(pub figures::Progress);

/// The row of an organ in annex 1 or 2, filled in from the ledger (进展情况调度表). Remark, submitter, reviewer and day stand in its report.
#[Object]
impl ProgressTable {
    /// Whose, if one may see it (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization).await
    }

    /// Its name (单位名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its kind: a village has annex 1, a regulator annex 2 (单位类别).
    async fn kind(&self) -> OrganizationKind {
        self.0.kind
    }

    /// The sectors that a regulator watches over (行业领域).
    async fn sectors(&self) -> &[Sector] {
        &self.0.sectors
    }

    /// The first day of the period, not before the action began (统计周期起).
    async fn from(&self) -> Date {
        self.0.span.from.into()
    }

    /// The last day of the period (统计周期止).
    async fn until(&self) -> Date {
        self.0.span.until.into()
    }

    /// The first day of the cumulative figures (累计起始日).
    async fn since(&self) -> Date {
        self.0.since.into()
    }

    /// Whether it held its mobilisation meeting by the end of the period (是否动员部署).
    async fn mobilised(&self) -> bool {
        self.0.mobilised_on.is_some()
    }

    /// The day of that meeting (动员部署日期).
    async fn mobilised_on(&self) -> Option<Date> {
        self.0.mobilised_on.map(Date::from)
    }

    /// The figures of the period (本期).
    async fn period(&self) -> FiguresCounts {
        FiguresCounts(self.0.period.clone())
    }

    /// The figures since the action began (累计).
    async fn cumulative(&self) -> FiguresCounts {
        FiguresCounts(self.0.cumulative.clone())
    }

    /// What needs coordination from above, as it was reported; none in a draft (需上级协调事项).
    async fn coordination(&self) -> Option<&str> {
        self.0.coordination.as_deref()
    }
}

/// The figures of a sector; an enterprise of several counts in each (行业领域).
pub struct SectorFigures(pub figures::SectorProgress);

/// The figures of a sector; an enterprise of several counts in each (行业领域).
#[Object]
impl SectorFigures {
    /// The sector (行业领域).
    async fn sector(&self) -> Sector {
        self.0.sector
    }

    /// The sector in words (行业领域名称).
    async fn label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.sector)
    }

    /// The figures of the period (本期).
    async fn period(&self) -> FiguresCounts {
        FiguresCounts(self.0.period.clone())
    }

    /// The figures since the action began (累计).
    async fn cumulative(&self) -> FiguresCounts {
        FiguresCounts(self.0.cumulative.clone())
    }
}

/// What an enterprise declared of its ledger; the numbers are the ledger's (台账申报).
pub struct Declaration(pub figures::Declaration);

/// What an enterprise declared of its ledger; the numbers are the ledger's (台账申报).
#[Object(name = "LedgerDeclaration")]
impl Declaration {
    /// General hazards (一般隐患数).
    async fn general(&self) -> u64 {
        self.0.general
    }

    /// Major hazards (重大隐患数).
    async fn major(&self) -> u64 {
        self.0.major
    }

    /// Major hazards that were not closed yet (未销号的重大隐患数).
    async fn major_open(&self) -> u64 {
        self.0.major_open
    }

    /// Hazards that were not graded yet (待判定数).
    async fn ungraded(&self) -> u64 {
        self.0.ungraded
    }
}
