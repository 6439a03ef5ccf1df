//! Imported criteria, by whom a hazard was found, and which one it is again.

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
                    .table("criterion")
                    .col(uuid("id").primary_key())
                    .col(text("code"))
                    .col(text("standard"))
                    .col(text("title"))
                    .col(text("document_number"))
                    .col(date("effective_from"))
                    .col(date_null("effective_to"))
                    .col(text_null("superseded_by"))
                    .col(text_null("article"))
                    .col(text("item"))
                    .col(text("sector_name"))
                    .col(text_null("sector"))
                    .col(text("text"))
                    .col(text_null("note"))
                    .col(integer("ordinal"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("uq_criterion_code").table("criterion").col("code").unique().to_owned()).await?;
        // SQLite adds no constraint to a table that is there: that these name rows is seen to by the use cases.
        for column in [uuid_null("found_by_organization_id"), uuid_null("recurrence_of_id"), boolean("no_criterion_found").default(false).take()] {
            manager.alter_table(Table::alter().table("hazard").add_column(column).to_owned()).await?;
        }
        for column in ["found_by_organization_id", "recurrence_of_id"] {
            manager.create_index(Index::create().name(format!("ix_hazard_{column}")).table("hazard").col(column).to_owned()).await?;
        }
        manager
            .create_index(Index::create().name("ix_hazard_organization_id_closed_on").table("hazard").col("organization_id").col("closed_on").to_owned())
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in ["ix_hazard_organization_id_closed_on", "ix_hazard_recurrence_of_id", "ix_hazard_found_by_organization_id"] {
            manager.drop_index(Index::drop().name(index).table("hazard").to_owned()).await?;
        }
        for column in ["no_criterion_found", "recurrence_of_id", "found_by_organization_id"] {
            manager.alter_table(Table::alter().table("hazard").drop_column(column).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table("criterion").to_owned()).await?;
        Ok(())
    }
}
