//! The weekly statistics (周统计) in the API.

use async_graphql::{Context, Object};
use redline_domain::figures;

use super::{counts::FiguresCounts, progress::ProgressTable};
use crate::graphql::{ask::Ask, date::Date};

/// The weekly statistics of the township, clause 4.3 (周统计).
pub struct Statistics(pub figures::Statistics);

/// The weekly statistics of the township, clause 4.3 (周统计).
#[Object(name = "WeeklyStatistics")]
impl Statistics {
    /// The first day of the week, not before the action began (统计周期起).
    async fn from(&self) -> Date {
        self.0.span.from.into()
    }

    /// The last day of the week (统计周期止).
    async fn until(&self) -> Date {
        self.0.span.until.into()
    }

    /// The first day of the cumulative figures (累计起始日).
    async fn since(&self) -> Date {
        self.0.since.into()
    }

    /// The week's figures of all that is in view (全镇本周).
    async fn period(&self) -> FiguresCounts {
        FiguresCounts(self.0.period.clone())
    }

    /// The figures since the action began (全镇累计).
    async fn cumulative(&self) -> FiguresCounts {
        FiguresCounts(self.0.cumulative.clone())
    }

    /// The villages, annex 1 (嘎查村社区).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn villages(&self) -> Vec<ProgressTable> {
        self.0.villages.iter().cloned().map(ProgressTable).collect()
    }

    /// The regulators, annex 2 (二级单位).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn units(&self) -> Vec<ProgressTable> {
        self.0.units.iter().cloned().map(ProgressTable).collect()
    }

    /// The statistics as a text that can be sent as it is, in the language of the answer (文字稿).
    async fn text(&self, ctx: &Context<'_>) -> String {
        self.0.text(ctx.language())
    }
}
