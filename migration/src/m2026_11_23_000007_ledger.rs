//! The first tables of: ledger.

use sea_orm_migration::{prelude::*, schema::*};

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("ledger_event")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("organization_id"))
                    .col(text("subject_kind"))
                    .col(uuid("subject_id"))
                    .col(text("action"))
                    .col(uuid_null("actor_id"))
                    .col(json_binary("data"))
                    .col(timestamp_with_time_zone("true_at"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_ledger_event_organization_id").table("ledger_event").col("organization_id").to_owned()).await?;
        manager
            .create_index(Index::create().name("ix_ledger_event_subject_id_recorded_at").table("ledger_event").col("subject_id").col("recorded_at").to_owned())
            .await?;
        manager.create_index(Index::create().name("ix_ledger_event_recorded_at_id").table("ledger_event").col("recorded_at").col("id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("worker_beat")
                    .col(text("name").primary_key())
                    .col(text("version"))
                    .col(integer("interval_seconds"))
                    .col(timestamp_with_time_zone("started_at"))
                    .col(timestamp_with_time_zone_null("cycle_started_at"))
                    .col(timestamp_with_time_zone_null("cycle_ended_at"))
                    .col(json_binary("summary"))
                    .col(timestamp_with_time_zone_null("stopped_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("request")
                    .col(uuid("person_id"))
                    .col(text("request_id"))
                    .col(text("operation"))
                    .col(uuid_null("subject_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .primary_key(Index::create().col("person_id").col("request_id"))
                    .to_owned(),
            )
            .await?;
        manager.create_table(Table::create().table("site").col(text("name").primary_key()).col(text("value")).to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("site").to_owned()).await?;
        manager.drop_table(Table::drop().table("request").to_owned()).await?;
        manager.drop_table(Table::drop().table("worker_beat").to_owned()).await?;
        manager.drop_table(Table::drop().table("ledger_event").to_owned()).await?;
        Ok(())
    }
}
