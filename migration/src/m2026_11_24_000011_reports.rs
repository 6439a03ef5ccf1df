//! Reports that are signed, snapshotted, reviewed and corrected by new versions.

use sea_orm_migration::{prelude::*, schema::*};

/// Adds and drops what they have besides.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            json_binary_null("snapshot"),
            json_binary_null("contacts"),
            boolean_null("none_found"),
            uuid_null("corrects_id"),
            uuid_null("corrected_by_id"),
            uuid_null("signature_id"),
            uuid_null("reviewed_by_id"),
            timestamp_with_time_zone_null("first_submitted_at"),
        ];
        for column in columns {
            manager.alter_table(Table::alter().table("report").add_column(column).to_owned()).await?;
        }
        manager.create_index(Index::create().name("ix_report_kind_state_period_on").table("report").col("kind").col("state").col("period_on").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_report_kind_state_period_on").table("report").to_owned()).await?;
        for column in ["first_submitted_at", "reviewed_by_id", "signature_id", "corrected_by_id", "corrects_id", "none_found", "contacts", "snapshot"] {
            manager.alter_table(Table::alter().table("report").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
