//! The figures (统计数据) of annexes 1 and 2, the weekly statistics and the monthly bulletin: what they hold, what always holds of
//! them, and how they read. They are computed from the ledger; nobody types a count.

mod bulletin;
mod counts;
mod progress;
mod ranking;
mod share;
mod text;
mod unit;
mod without_tips;

pub use bulletin::{Bulletin, Listed, NamedHazard, NamedOrganization, OverdueWindow, Statistics};
pub use counts::{BySource, Counts};
pub use progress::{Declaration, Progress, SectorProgress, Snapshot, Span};
pub use ranking::{Rank, SectorRank, ranking, sector_ranking};
pub use share::{Handled, Impossible, Share};
pub use unit::{EnforcementCounts, UnitCounts};

#[cfg(test)]
mod tests;
