//! Loaders of what is done to a hazard besides the steps of its life: extensions, suspensions of production, listed supervision.

use redline_entity::{extension, supervision, suspension};
use sea_orm::{EntityTrait, QueryOrder};

use crate::{by_id, by_parent, graphql::visible};

by_id! {
    /// A request for an extension.
    ExtensionKey => extension, |ctx| visible::extensions(ctx, None);
    /// A suspension of production.
    SuspensionKey => suspension, |ctx| visible::suspensions(ctx, None);
    /// A listing for supervision.
    SupervisionKey => supervision, |ctx| visible::supervisions(ctx, None);
}

by_parent! {
    /// The extensions of a hazard that were requested. Whoever sees the hazard sees those.
    ExtensionsOf => extension.HazardId / hazard_id, |_| extension::Entity::find().order_by_asc(extension::Column::RequestedAt).order_by_asc(extension::Column::Id);
    /// The suspensions of production because of a hazard. Whoever sees the hazard sees those.
    SuspensionsOf => suspension.HazardId / hazard_id, |_| suspension::Entity::find().order_by_asc(suspension::Column::OrderedOn).order_by_asc(suspension::Column::Id);
    /// The listings of a hazard for supervision. Whoever sees the hazard sees those.
    SupervisionsOf => supervision.HazardId / hazard_id, |_| supervision::Entity::find().order_by_asc(supervision::Column::ListedOn).order_by_asc(supervision::Column::Id);
}
