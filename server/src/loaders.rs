//! Loaders (批量读取): what the rows of a list refer to is read in one go for all of them, within what the person may see.

pub mod enforcement;
pub mod events;
pub mod figures;
pub mod kin;
pub mod measures;
pub mod records;
pub mod rounds;
pub mod tips;
pub mod windows;
pub mod work;

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use redline_entity::{
    checkpoint, classification, duty, evidence, jurisdiction, ledger_event, mail, mail_body, membership, notice, organization, person, window,
};
use redline_ledger::{Context, Db};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use uuid::Uuid;

use crate::graphql::{
    error::{Answer, Fault},
    visible,
};

pub use rounds::Loaders;

/// Reads a batch of one kind of thing. One `impl Loader` for each key type below.
#[derive(Clone)]
pub struct Batches {
    /// The database.
    pub db: Db,
    /// Who asks and when.
    pub ctx: Context,
}

/// Declares keys for things by their identifier: `/// doc` `Name => entity, select, id column;`.
#[macro_export]
macro_rules! by_id {
    ($($(#[$doc:meta])* $key:ident => $module:ident, $select:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub ::uuid::Uuid);

        impl ::async_graphql::dataloader::Loader<$key> for $crate::loaders::Batches {
            type Value = ::std::sync::Arc<$module::Model>;
            type Error = $crate::graphql::error::Fault;

            async fn load(&self, keys: &[$key]) -> Result<::std::collections::HashMap<$key, Self::Value>, Self::Error> {
                let select: fn(&::redline_ledger::Context) -> ::sea_orm::Select<$module::Entity> = $select;
                let rows = ::sea_orm::QueryFilter::filter(select(&self.ctx), ::sea_orm::ColumnTrait::is_in(&$module::Column::Id, keys.iter().map(|key| key.0))).all(self.db.read()).await?;
                Ok(rows.into_iter().map(|row| ($key(row.id), ::std::sync::Arc::new(row))).collect())
            }
        }
    )+};
}

by_id! {
    /// An organization.
    OrganizationKey => organization, visible::organizations;
    /// A person.
    PersonKey => person, visible::people;
    /// A duty.
    DutyKey => duty, |ctx| visible::duties(ctx, None);
    /// A window.
    WindowKey => window, |ctx| visible::windows(ctx, None);
    /// A mail.
    MailKey => mail, visible::mails;
    /// A notice.
    NoticeKey => notice, visible::notices;
    /// An event of the ledger.
    LedgerEventKey => ledger_event, visible::ledger_events;
    /// A checkpoint of the ledger.
    CheckpointKey => checkpoint, visible::checkpoints;
    /// A position.
    MembershipKey => membership, visible::memberships;
    /// A jurisdiction.
    JurisdictionKey => jurisdiction, |_| visible::jurisdictions();
}

/// Declares keys for the things of a parent, in order: `/// doc` `Name => entity, parent column field, select;`.
#[macro_export]
macro_rules! by_parent {
    ($($(#[$doc:meta])* $key:ident => $module:ident . $column:ident / $field:ident, $select:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub ::uuid::Uuid);

        impl ::async_graphql::dataloader::Loader<$key> for $crate::loaders::Batches {
            type Value = ::std::sync::Arc<Vec<$module::Model>>;
            type Error = $crate::graphql::error::Fault;

            async fn load(&self, keys: &[$key]) -> Result<::std::collections::HashMap<$key, Self::Value>, Self::Error> {
                let select: fn(&::redline_ledger::Context) -> ::sea_orm::Select<$module::Entity> = $select;
                let rows = ::sea_orm::QueryFilter::filter(select(&self.ctx), ::sea_orm::ColumnTrait::is_in(&$module::Column::$column, keys.iter().map(|key| key.0))).all(self.db.read()).await?;
                let mut lists: ::std::collections::HashMap<$key, Vec<$module::Model>> = keys.iter().map(|&key| (key, Vec::new())).collect();
                for row in rows {
                    if let Some(list) = $crate::loaders::Parent::from(row.$field).0.and_then(|parent| lists.get_mut(&$key(parent))) {
                        list.push(row);
                    }
                }
                Ok(lists.into_iter().map(|(key, list)| (key, ::std::sync::Arc::new(list))).collect())
            }
        }
    )+};
}

/// The parent of a row, which may have none.
pub struct Parent(pub Option<Uuid>);

impl From<Uuid> for Parent {
    fn from(id: Uuid) -> Self {
        Self(Some(id))
    }
}

impl From<Option<Uuid>> for Parent {
    fn from(id: Option<Uuid>) -> Self {
        Self(id)
    }
}

by_parent! {
    /// What counts for a window. Whoever sees the window sees that.
    EvidenceOf => evidence.WindowId / window_id, |_| evidence::Entity::find().order_by_asc(evidence::Column::DoneOn).order_by_asc(evidence::Column::Id);
    /// The notices about a window.
    NoticesOf => notice.WindowId / window_id, |ctx| visible::notices(ctx).order_by_asc(notice::Column::NoticedAt).order_by_asc(notice::Column::Id);
    /// The notices that a mail carries.
    CarriedBy => notice.MailId / mail_id, |ctx| visible::notices(ctx).order_by_asc(notice::Column::Id);
    /// The duties of an organization.
    DutiesOf => duty.OrganizationId / organization_id, |ctx| visible::duties(ctx, None).order_by_asc(duty::Column::RuleCode).order_by_asc(duty::Column::BeginsOn).order_by_asc(duty::Column::Id);
    /// The positions in an organization, with history.
    MembershipsIn => membership.OrganizationId / organization_id, |ctx| visible::memberships(ctx).order_by_asc(membership::Column::Since).order_by_asc(membership::Column::Id);
    /// The positions of a person, with history.
    MembershipsOf => membership.PersonId / person_id, |ctx| visible::memberships(ctx).order_by_asc(membership::Column::Since).order_by_asc(membership::Column::Id);
    /// How an organization was classified over time. Whoever sees the organization sees that.
    ClassificationsOf => classification.OrganizationId / organization_id, |_| in_time();
}

fn in_time() -> Select<classification::Entity> {
    classification::Entity::find().order_by_asc(classification::Column::EffectiveOn).order_by_asc(classification::Column::Id)
}

/// The words of a mail. Whoever sees the mail sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BodyOf(pub Uuid);

impl Loader<BodyOf> for Batches {
    type Value = Arc<mail_body::Model>;
    type Error = Fault;

    async fn load(&self, keys: &[BodyOf]) -> Answer<HashMap<BodyOf, Self::Value>> {
        let rows = mail_body::Entity::find().filter(mail_body::Column::MailId.is_in(keys.iter().map(|key| key.0))).all(self.db.read()).await?;
        Ok(rows.into_iter().map(|row| (BodyOf(row.mail_id), Arc::new(row))).collect())
    }
}

/// A jurisdiction by its path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct JurisdictionAt(pub String);

impl Loader<JurisdictionAt> for Batches {
    type Value = Arc<jurisdiction::Model>;
    type Error = Fault;

    async fn load(&self, keys: &[JurisdictionAt]) -> Answer<HashMap<JurisdictionAt, Self::Value>> {
        let rows = visible::jurisdictions().filter(jurisdiction::Column::Path.is_in(keys.iter().map(|key| key.0.as_str()))).all(self.db.read()).await?;
        Ok(rows.into_iter().map(|row| (JurisdictionAt(row.path.clone()), Arc::new(row))).collect())
    }
}
