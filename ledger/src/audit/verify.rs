//! Walking the chains in the database (在库核验).

use redline_domain::chain::{Head, Link};
use redline_entity::organization;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{
    Auditor, Report, Trust,
    rows::{self, Pages, Place, Row},
};
use crate::Result;

/// Walks all chains of a database that stands still meanwhile ([`crate::Db::snapshot`]). Rows that cannot be read are findings.
pub async fn verify(db: &impl ConnectionTrait, trust: Trust) -> Result<Report> {
    let mut auditor = Auditor::new(trust);
    for row in rows::heads(db).await? {
        match row {
            Row::Whole(row) => auditor.head(row.chain_id, Head { sequence: row.sequence, hash: row.hash }),
            // The chain of a head that cannot be read is found to have none.
            Row::Unreadable(Place { chain: Some(_), .. }) => {}
            Row::Unreadable(_) => auditor.unreadable("chain_head"),
        }
    }
    let mut pages = Pages::default();
    while let Some(rows) = pages.checkpoints(db).await? {
        for row in rows {
            match row {
                Row::Whole(row) => auditor.checkpoint(&row),
                Row::Unreadable(place) => auditor.unreadable_checkpoint(place.day),
            }
        }
    }
    while let Some(rows) = pages.signatures(db).await? {
        for row in rows {
            match row {
                Row::Whole(row) => auditor.signature(&row),
                Row::Unreadable(Place { id: Some(id), organization, .. }) => auditor.unreadable_signature(id, organization.unwrap_or_default()),
                Row::Unreadable(_) => auditor.unreadable("signature"),
            }
        }
    }
    (0..rows::keyless(db).await?).for_each(|_| auditor.unreadable("signature"));
    while let Some(rows) = pages.events(db).await? {
        for row in rows {
            match row {
                Row::Whole(row) => auditor.event(&Link::from(row)),
                Row::Unreadable(place) => auditor.unreadable_event(place.chain.or(place.organization), place.sequence),
            }
        }
    }
    for place in rows::unplaced(db).await? {
        auditor.unreadable_event(place.organization.or(place.chain), None);
    }
    let mut report = auditor.finish();
    let broken: Vec<_> = report.broken().map(|broken| broken.chain).collect();
    for chains in broken.chunks(1_000) {
        let rows = organization::Entity::find().filter(organization::Column::Id.is_in(chains.iter().copied())).all(db).await?;
        report.names.extend(rows.into_iter().map(|row| (row.id, row.name)));
    }
    Ok(report)
}
