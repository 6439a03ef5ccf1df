//! Loaders of enforcement actions.

use redline_entity::enforcement;
use redline_ledger::Context;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, Select};

use crate::{by_id, by_parent, graphql::visible};

by_id! {
    /// An enforcement action.
    EnforcementKey => enforcement, |ctx| visible::enforcements(ctx, None);
}

by_parent! {
    /// What was taken for a hazard, the latest first.
    EnforcementsForHazard => enforcement.HazardId / hazard_id, latest_first;
    /// What was taken against an organization, the latest first; of a pair the enterprise's half, which leads to the head's.
    EnforcementsAgainst => enforcement.OrganizationId / organization_id, |ctx| latest_first(ctx)
        .filter(enforcement::Column::PersonId.is_null()).filter(enforcement::Column::PersonName.is_null());
}

fn latest_first(ctx: &Context) -> Select<enforcement::Entity> {
    visible::enforcements(ctx, None).order_by_desc(enforcement::Column::DecidedOn).order_by_desc(enforcement::Column::Id)
}
