//! Rankings (排名).

use uuid::Uuid;

use super::{Progress, Share};

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

/// Ranks organs by a rate, the highest first. Equals share a place and stand in the order of their names, so that the same
/// figures always give the same list; those without a rate come last.
pub fn ranking(rows: &[Progress], by: impl Fn(&Progress) -> Share) -> Vec<Rank> {
    let mut rows: Vec<(Share, &Progress)> = rows.iter().map(|row| (by(row), row)).collect();
    rows.sort_by(|(a, x), (b, y)| b.compare(*a).then_with(|| (&x.name, x.organization).cmp(&(&y.name, y.organization))));
    let mut ranks: Vec<Rank> = Vec::with_capacity(rows.len());
    for (at, (share, row)) in (1..).zip(rows) {
        let place = match ranks.last() {
            _ if share.whole() == 0 => None,
            Some(above) if above.share.compare(share).is_eq() => above.place,
            _ => Some(at),
        };
        ranks.push(Rank { place, organization: row.organization, name: row.name.clone(), share });
    }
    ranks
}
