//! Loaders of contracts, certificates and permits.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use chrono::NaiveDate;
use redline_domain::RecordState;
use redline_entity::{certificate, contract, inspection, inspection_contract, permit};
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
    /// A contract with a contractor or tenant.
    ContractKey => contract, |ctx| visible::contracts(ctx, None);
    /// A special-operation certificate.
    CertificateKey => certificate, |ctx| visible::certificates(ctx, None);
    /// A hot-work permit.
    PermitKey => permit, |ctx| visible::permits(ctx, None);
}

by_parent! {
    /// The certificate whose place another took.
    ReplacedBy => certificate.ReplacedBy / replaced_by, |ctx| visible::certificates(ctx, None).order_by_asc(certificate::Column::Id);
}

/// The day on which a contract was last named by a signed check of its enterprise. Whoever sees the contract sees that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LastChecked(pub Uuid);

impl Loader<LastChecked> for Batches {
    type Value = NaiveDate;
    type Error = Fault;

    async fn load(&self, keys: &[LastChecked]) -> Answer<HashMap<LastChecked, Self::Value>> {
        let links =
            inspection_contract::Entity::find().filter(inspection_contract::Column::ContractId.is_in(keys.iter().map(|key| key.0))).all(self.db.read()).await?;
        let held: HashMap<Uuid, NaiveDate> = inspection::Entity::find()
            .select_only()
            .columns([inspection::Column::Id, inspection::Column::OccurredOn])
            .filter(inspection::Column::Id.is_in(links.iter().map(|link| link.inspection_id)))
            .filter(inspection::Column::State.eq(RecordState::Signed))
            .into_tuple::<(Uuid, NaiveDate)>()
            .all(self.db.read())
            .await?
            .into_iter()
            .collect();
        let mut last: HashMap<LastChecked, NaiveDate> = HashMap::new();
        for link in links {
            if let Some(&on) = held.get(&link.inspection_id) {
                last.entry(LastChecked(link.contract_id)).and_modify(|last| *last = on.max(*last)).or_insert(on);
            }
        }
        Ok(last)
    }
}
