//! The sweep of certificates (特种作业证): those that expire soon or have expired.

use redline_domain::ids::Noun;
use redline_entity::certificate;
use redline_ledger::{Context, Result, certificate::advance};
use sea_orm::DatabaseTransaction;

use super::{poison::Table, rows::Timed};

impl Timed for certificate::Entity {
    const TABLE: Table<certificate::Column> = Table {
        noun: Noun::Certificate,
        set_aside: "CERTIFICATE_SET_ASIDE",
        columns: [certificate::Column::Id, certificate::Column::OrganizationId, certificate::Column::Failures, certificate::Column::CheckAfter],
    };

    async fn advance(txn: &DatabaseTransaction, ctx: &Context, row: certificate::Model) -> Result<()> {
        advance(txn, ctx, row).await
    }
}
