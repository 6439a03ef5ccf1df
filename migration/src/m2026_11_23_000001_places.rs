//! The first tables of: places.

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
                    .table("jurisdiction")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("parent_id"))
                    .col(text("kind"))
                    .col(text("name"))
                    .col(text("path").unique_key())
                    .foreign_key(ForeignKey::create().name("fk_jurisdiction_parent_id").from("jurisdiction", "parent_id").to("jurisdiction", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("organization")
                    .col(uuid("id").primary_key())
                    .col(text("kind"))
                    .col(text("name"))
                    .col(text_null("credit_code").unique_key())
                    .col(text("jurisdiction_path"))
                    .col(uuid_null("village_id"))
                    .col(text_null("address"))
                    .col(json_binary("sectors"))
                    .col(json_binary("traits"))
                    .col(text("state"))
                    .col(date("joined_on"))
                    .col(date_null("left_on"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().name("fk_organization_village_id").from("organization", "village_id").to("organization", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_organization_kind").table("organization").col("kind").to_owned()).await?;
        manager.create_index(Index::create().name("ix_organization_jurisdiction_path").table("organization").col("jurisdiction_path").to_owned()).await?;
        manager.create_index(Index::create().name("ix_organization_village_id").table("organization").col("village_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("organization_sector")
                    .col(uuid("organization_id"))
                    .col(text("sector"))
                    .primary_key(Index::create().col("organization_id").col("sector"))
                    .foreign_key(
                        ForeignKey::create()
                            .name("fk_organization_sector_organization_id")
                            .from("organization_sector", "organization_id")
                            .to("organization", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_organization_sector_sector_organization_id")
                    .table("organization_sector")
                    .col("sector")
                    .col("organization_id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("classification")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(date("effective_on"))
                    .col(json_binary("sectors"))
                    .col(json_binary("traits"))
                    .col(text_null("reason"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(
                        ForeignKey::create().name("fk_classification_organization_id").from("classification", "organization_id").to("organization", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_classification_organization_id_effective_on")
                    .table("classification")
                    .col("organization_id")
                    .col("effective_on")
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("classification").to_owned()).await?;
        manager.drop_table(Table::drop().table("organization_sector").to_owned()).await?;
        manager.drop_table(Table::drop().table("organization").to_owned()).await?;
        manager.drop_table(Table::drop().table("jurisdiction").to_owned()).await?;
        Ok(())
    }
}
