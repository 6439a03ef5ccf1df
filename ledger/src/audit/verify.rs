//! Walking the chains in the database (在库核验).

use redline_domain::chain::{Head, Link};
use redline_entity::{chain_head, checkpoint, ledger_event, organization};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Auditor, Report, Trust};
use crate::Result;

/// How many events are read at once.
pub(super) const EVENTS: u64 = 2_000;
/// How many checkpoints are read at once; each has the heads of all chains.
pub(super) const CHECKPOINTS: u64 = 10;

/// Walks all chains of a database that stands still meanwhile ([`crate::Db::snapshot`]).
pub async fn verify(db: &impl ConnectionTrait, trust: Trust) -> Result<Report> {
    let mut auditor = Auditor::new(trust);
    for row in chain_head::Entity::find().order_by_asc(chain_head::Column::ChainId).all(db).await? {
        auditor.head(row.chain_id, Head { sequence: row.sequence, hash: row.hash });
    }
    let mut pages = Pages::default();
    while let Some(rows) = pages.checkpoints(db).await? {
        rows.iter().for_each(|row| auditor.checkpoint(row));
    }
    while let Some(rows) = pages.events(db).await? {
        rows.into_iter().for_each(|row| auditor.event(&Link::from(row)));
    }
    let mut report = auditor.finish();
    let broken: Vec<_> = report.broken().map(|broken| broken.chain).collect();
    for chains in broken.chunks(1_000) {
        let rows = organization::Entity::find().filter(organization::Column::Id.is_in(chains.iter().copied())).all(db).await?;
        report.names.extend(rows.into_iter().map(|row| (row.id, row.name)));
    }
    Ok(report)
}

/// Everything that is audited, page by page: by day, and chain by chain.
#[derive(Default)]
pub(super) struct Pages {
    checkpoint: Option<checkpoint::Model>,
    event: Option<ledger_event::Model>,
}

impl Pages {
    /// The next checkpoints. None: there are no more.
    pub(super) async fn checkpoints(&mut self, db: &impl ConnectionTrait) -> Result<Option<Vec<checkpoint::Model>>> {
        use checkpoint::Column::{Day, Id};
        let mut select = checkpoint::Entity::find();
        if let Some(last) = &self.checkpoint {
            // Whoever forges has perhaps dropped the unique index as well.
            select = select.filter(Condition::any().add(Day.gt(last.day)).add(Condition::all().add(Day.eq(last.day)).add(Id.gt(last.id))));
        }
        let rows = select.order_by_asc(Day).order_by_asc(Id).limit(CHECKPOINTS).all(db).await?;
        self.checkpoint = rows.last().cloned();
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }

    /// The next events. None: there are no more.
    pub(super) async fn events(&mut self, db: &impl ConnectionTrait) -> Result<Option<Vec<ledger_event::Model>>> {
        use ledger_event::Column::{ChainId, Id, Sequence};
        let mut select = ledger_event::Entity::find();
        if let Some(last) = &self.event {
            let same_number = Condition::all().add(Sequence.eq(last.sequence)).add(Id.gt(last.id));
            let same_chain = Condition::all().add(ChainId.eq(last.chain_id)).add(Condition::any().add(Sequence.gt(last.sequence)).add(same_number));
            select = select.filter(ChainId.gte(last.chain_id)).filter(Condition::any().add(ChainId.gt(last.chain_id)).add(same_chain));
        }
        let rows = select.order_by_asc(ChainId).order_by_asc(Sequence).order_by_asc(Id).limit(EVENTS).all(db).await?;
        self.event = rows.last().cloned();
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }
}
