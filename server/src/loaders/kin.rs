//! Loaders of what hazards have in common: their criteria, the ones that they are again, and those that are similar.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use async_graphql::dataloader::Loader;
use redline_domain::criteria::Criterion;
use redline_entity::{hazard, organization};
use redline_ledger::{
    criterion,
    hazard::similar::{COMPARED, Similar, described, most_similar},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use crate::{
    by_parent,
    graphql::{
        error::{Answer, Fault},
        visible,
    },
    loaders::Batches,
};

by_parent! {
    /// The hazards that are a hazard again, the latest found first.
    RecurrencesOf => hazard.RecurrenceOfId / recurrence_of_id, |ctx| visible::hazards(ctx, None).order_by_desc(hazard::Column::FoundOn).order_by_desc(hazard::Column::Id);
}

/// A criterion by its code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CriterionKey(pub String);

impl Loader<CriterionKey> for Batches {
    type Value = Arc<Criterion>;
    type Error = Fault;

    async fn load(&self, keys: &[CriterionKey]) -> Answer<HashMap<CriterionKey, Self::Value>> {
        let codes: Vec<&str> = keys.iter().map(|key| key.0.as_str()).collect();
        let found = criterion::of_codes(self.db.read(), &codes).await?;
        Ok(found.into_iter().map(|(code, criterion)| (CriterionKey(code), criterion)).collect())
    }
}

/// The hazards that are similar to one, as far as one may see them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SimilarTo(pub Uuid);

/// How many hazards are compared with all of a batch at most.
const COMPARED_IN_ALL: u64 = 5_000;

impl Loader<SimilarTo> for Batches {
    type Value = Arc<Vec<Similar>>;
    type Error = Fault;

    async fn load(&self, keys: &[SimilarTo]) -> Answer<HashMap<SimilarTo, Self::Value>> {
        let db = self.db.read();
        let asked: Vec<hazard::Model> = visible::hazards(&self.ctx, None).filter(hazard::Column::Id.is_in(keys.iter().map(|key| key.0))).all(db).await?;
        let own = organization::Entity::find()
            .select_only()
            .column(organization::Column::VillageId)
            .filter(organization::Column::Id.is_in(asked.iter().map(|hazard| hazard.organization_id).collect::<HashSet<_>>()))
            .filter(organization::Column::VillageId.is_not_null())
            .into_query();
        // Those of the hazards, and their neighbours.
        let villages: HashMap<Uuid, Option<Uuid>> = organization::Entity::find()
            .select_only()
            .column(organization::Column::Id)
            .column(organization::Column::VillageId)
            .filter(organization::Column::VillageId.in_subquery(own))
            .into_tuple::<(Uuid, Option<Uuid>)>()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let village_of = |organization: Uuid| villages.get(&organization).copied().flatten();
        let near = asked.iter().fold(Condition::any(), |any, hazard| {
            let village = village_of(hazard.organization_id);
            any.add(visible::comparable(hazard.organization_id, village, hazard.criterion.as_deref()))
        });
        let bound = COMPARED.saturating_mul(asked.len() as u64).min(COMPARED_IN_ALL);
        let newest = visible::hazards(&self.ctx, None).filter(near).order_by_desc(hazard::Column::FoundOn).order_by_desc(hazard::Column::Id);
        let candidates = newest.limit(bound).all(db).await?;
        let similar_to = |one: &hazard::Model| {
            let village = village_of(one.organization_id);
            let comparable = candidates.iter().filter(|other| {
                let neighbour = village.is_some() && village_of(other.organization_id) == village;
                other.id != one.id && (other.organization_id == one.organization_id || neighbour && one.criterion.is_some() && other.criterion == one.criterion)
            });
            let nearest = comparable.take(usize::try_from(COMPARED).unwrap_or(usize::MAX)).cloned();
            most_similar(nearest, &described(one))
        };
        Ok(asked.iter().map(|hazard| (SimilarTo(hazard.id), Arc::new(similar_to(hazard)))).collect())
    }
}
