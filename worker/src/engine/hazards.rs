//! The sweep of hazards (隐患): deadlines that near or pass, and acceptances that nobody makes.

use redline_domain::ids::Noun;
use redline_entity::hazard;
use redline_ledger::{Context, Result, hazard::advance};
use sea_orm::DatabaseTransaction;

use super::{poison::Table, rows::Timed};

impl Timed for hazard::Entity {
    const TABLE: Table<hazard::Column> = Table {
        noun: Noun::Hazard,
        set_aside: "HAZARD_SET_ASIDE",
        columns: [hazard::Column::Id, hazard::Column::OrganizationId, hazard::Column::Failures, hazard::Column::CheckAfter],
    };

    async fn advance(txn: &DatabaseTransaction, ctx: &Context, row: hazard::Model) -> Result<()> {
        advance(txn, ctx, row).await
    }
}
