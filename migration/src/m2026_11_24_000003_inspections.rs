//! Who took part in an inspection, what it cites, which contracts it looked at, and corrections of what is sealed.

use sea_orm_migration::{prelude::*, schema::*};

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["alert_id", "corrects_id", "corrected_by_id"] {
            manager.alter_table(Table::alter().table("inspection").add_column(uuid_null(column)).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("inspection").add_column(text_null("correction_reason")).to_owned()).await?;
        manager.alter_table(Table::alter().table("inspection").add_column(timestamp_with_time_zone_null("first_signed_at")).to_owned()).await?;
        manager.alter_table(Table::alter().table("inspection").add_column(json_binary("members").default("[]")).to_owned()).await?;
        manager.create_index(Index::create().name("ix_inspection_alert_id").table("inspection").col("alert_id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_inspection_corrects_id").table("inspection").col("corrects_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("inspection_contract")
                    .col(uuid("inspection_id"))
                    .col(uuid("contract_id"))
                    .primary_key(Index::create().col("inspection_id").col("contract_id"))
                    .foreign_key(
                        ForeignKey::create().name("fk_inspection_contract_inspection_id").from("inspection_contract", "inspection_id").to("inspection", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_inspection_contract_contract_id").table("inspection_contract").col("contract_id").to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("inspection_contract").to_owned()).await?;
        manager.drop_index(Index::drop().name("ix_inspection_corrects_id").table("inspection").to_owned()).await?;
        manager.drop_index(Index::drop().name("ix_inspection_alert_id").table("inspection").to_owned()).await?;
        for column in ["members", "first_signed_at", "correction_reason", "corrected_by_id", "corrects_id", "alert_id"] {
            manager.alter_table(Table::alter().table("inspection").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
