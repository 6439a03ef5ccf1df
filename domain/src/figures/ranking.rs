//! Rankings (排名).

use uuid::Uuid;

use super::{Progress, SectorProgress, Share};
use crate::Sector;

/// A place in a ranking (名次).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The place, from 1; equals share one. None: there was nothing to do, so that there is no rate.
    pub place: Option<u64>,
    /// Who.
    pub organization: Uuid,
    /// The name.
    pub name: String,
    /// By what it is ranked.
    pub share: Share,
}

/// A place in a ranking of sectors (行业领域名次).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectorRank {
    /// The place, from 1; equals share one. None: there was nothing to do, so that there is no rate.
    pub place: Option<u64>,
    /// The sector.
    pub sector: Sector,
    /// By what it is ranked.
    pub share: Share,
}

/// Ranks organs by a rate, the highest first. Equals share a place and stand in the order of their names, so that the same
/// figures always give the same list; those without a rate come last.
pub fn ranking(rows: &[Progress], by: impl Fn(&Progress) -> Share) -> Vec<Rank> {
    let placed = placed(rows, by, |row| (&row.name, row.organization)).into_iter();
    placed.map(|(place, share, row)| Rank { place, organization: row.organization, name: row.name.clone(), share }).collect()
}

/// Ranks sectors as [`ranking`] does organs; equals stand in the order of the rulebook.
pub fn sector_ranking(rows: &[SectorProgress], by: impl Fn(&SectorProgress) -> Share) -> Vec<SectorRank> {
    placed(rows, by, |row| row.sector).into_iter().map(|(place, share, row)| SectorRank { place, sector: row.sector, share }).collect()
}

fn placed<'a, T, K: Ord>(rows: &'a [T], by: impl Fn(&T) -> Share, name: impl Fn(&'a T) -> K) -> Vec<(Option<u64>, Share, &'a T)> {
    let mut rows: Vec<(Share, &T)> = rows.iter().map(|row| (by(row), row)).collect();
    rows.sort_by(|(a, x), (b, y)| b.compare(*a).then_with(|| name(x).cmp(&name(y))));
    let mut ranks: Vec<(Option<u64>, Share, &T)> = Vec::with_capacity(rows.len());
    for (at, (share, row)) in (1..).zip(rows) {
        let place = match ranks.last() {
            _ if share.whole() == 0 => None,
            Some((place, above, _)) if above.compare(share).is_eq() => *place,
            _ => Some(at),
        };
        ranks.push((place, share, row));
    }
    ranks
}
