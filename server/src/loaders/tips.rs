//! Loaders of reports by the public, and of what belongs to them.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use redline_domain::HazardState;
use redline_entity::{hazard, informant, reward, tip, tip_addition};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{
    by_id, by_parent,
    graphql::{
        error::{Answer, Fault},
        visible,
    },
    loaders::Batches,
};

by_id! {
    /// A report by the public.
    TipKey => tip, visible::tips;
}

by_parent! {
    /// What was said about a report. Whoever sees the report sees that.
    AdditionsOf => tip_addition.TipId / tip_id, |_| tip_addition::Entity::find().order_by_asc(tip_addition::Column::AddedAt).order_by_asc(tip_addition::Column::Id);
    /// The reward of a report. Whoever sees the report sees that.
    RewardOf => reward.TipId / tip_id, |_| reward::Entity::find();
    /// Who made a report.
    InformantOf => informant.TipId / tip_id, visible::informants;
}

/// Whether a hazard is closed. Whoever sees the report that it comes from sees that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IsClosed(pub Uuid);

impl Loader<IsClosed> for Batches {
    type Value = bool;
    type Error = Fault;

    async fn load(&self, keys: &[IsClosed]) -> Answer<HashMap<IsClosed, Self::Value>> {
        let states = hazard::Entity::find().select_only().column(hazard::Column::Id).column(hazard::Column::State);
        let rows: Vec<(Uuid, HazardState)> = states.filter(hazard::Column::Id.is_in(keys.iter().map(|key| key.0))).into_tuple().all(self.db.read()).await?;
        Ok(rows.into_iter().map(|(id, state)| (IsClosed(id), state == HazardState::Closed)).collect())
    }
}
