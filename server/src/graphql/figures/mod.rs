//! The figures (统计数据) of the annexes, the weekly statistics and the monthly bulletin in the API. All are computed from the ledger.

pub mod bulletin;
pub mod counts;
pub mod hazard_list;
pub mod progress;
pub mod ranking;
pub mod statistics;
pub mod unit;

use async_graphql::Union;
use redline_domain::figures::Snapshot;

use bulletin::Bulletin;
use progress::{Declaration, ProgressTable};
use statistics::Statistics;

/// The figures of a report as they were when it was submitted (报送时的数据快照).
#[derive(Union)]
pub enum ReportFigures {
    /// Of a progress table (进展情况调度表).
    Progress(ProgressTable),
    /// Of the weekly statistics (周统计).
    Statistics(Statistics),
    /// Of the monthly bulletin (月通报).
    Bulletin(Box<Bulletin>),
    /// Of a declaration of the ledger (台账申报).
    Declaration(Declaration),
}

impl From<Snapshot> for ReportFigures {
    fn from(snapshot: Snapshot) -> Self {
        match snapshot {
            Snapshot::Progress(progress) => Self::Progress(ProgressTable(*progress)),
            Snapshot::Statistics(statistics) => Self::Statistics(Statistics(*statistics)),
            Snapshot::Bulletin(bulletin) => Self::Bulletin(Box::new(Bulletin(*bulletin))),
            Snapshot::Declaration(declaration) => Self::Declaration(Declaration(declaration)),
        }
    }
}
