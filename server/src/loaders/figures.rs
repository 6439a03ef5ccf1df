//! Loaders of reports and of the list of major hazards.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use redline_entity::{hazard, report};
use redline_ledger::figures::hazard_list::{self, Line};
use sea_orm::{ColumnTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    by_id,
    graphql::{
        error::{Answer, Fault},
        visible,
    },
    loaders::Batches,
};

by_id! {
    /// A report.
    ReportKey => report, |ctx| visible::reports(ctx, None);
}

/// What annex 3 says of a hazard that one may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LineOf(pub Uuid);

impl Loader<LineOf> for Batches {
    type Value = Arc<Line>;
    type Error = Fault;

    async fn load(&self, keys: &[LineOf]) -> Answer<HashMap<LineOf, Self::Value>> {
        let db = self.db.read();
        let rows = visible::hazards(&self.ctx, None).filter(hazard::Column::Id.is_in(keys.iter().map(|key| key.0))).all(db).await?;
        let lines = hazard_list::lines(db, &self.ctx, &rows).await?;
        Ok(lines.into_iter().map(|(hazard, line)| (LineOf(hazard), Arc::new(line))).collect())
    }
}
