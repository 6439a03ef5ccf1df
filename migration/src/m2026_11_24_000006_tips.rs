//! Reports by the public and by employees, who made them, what they got for it, and what keeps bots away.

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
                    .table("tip")
                    .col(uuid("id").primary_key())
                    .col(text("receipt_hash"))
                    .col(uuid_null("organization_id"))
                    .col(text_null("place"))
                    .col(text("text"))
                    .col(date_null("happened_on"))
                    .col(boolean("employee"))
                    .col(text("state"))
                    .col(uuid_null("hazard_id"))
                    .col(text_null("answer"))
                    .col(timestamp_with_time_zone("received_at"))
                    .col(uuid_null("decided_by"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .foreign_key(ForeignKey::create().name("fk_tip_organization_id").from("tip", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_tip_hazard_id").from("tip", "hazard_id").to("hazard", "id"))
                    .foreign_key(ForeignKey::create().name("fk_tip_decided_by").from("tip", "decided_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("uq_tip_receipt_hash").table("tip").col("receipt_hash").unique().to_owned()).await?;
        manager.create_index(Index::create().name("ix_tip_received_at_id").table("tip").col("received_at").col("id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("tip_addition")
                    .col(uuid("id").primary_key())
                    .col(uuid("tip_id"))
                    .col(boolean("from_reporter"))
                    .col(text("text"))
                    .col(timestamp_with_time_zone("added_at"))
                    .foreign_key(ForeignKey::create().name("fk_tip_addition_tip_id").from("tip_addition", "tip_id").to("tip", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_tip_addition_tip_id").table("tip_addition").col("tip_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("informant")
                    .col(uuid("tip_id").primary_key())
                    .col(text_null("name"))
                    .col(text_null("contact"))
                    .foreign_key(ForeignKey::create().name("fk_informant_tip_id").from("informant", "tip_id").to("tip", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("reward")
                    .col(uuid("id").primary_key())
                    .col(uuid("tip_id"))
                    .col(big_integer("amount_yuan"))
                    .col(text_null("note"))
                    .col(uuid_null("decided_by"))
                    .col(date("decided_on"))
                    .col(date_null("paid_on"))
                    .foreign_key(ForeignKey::create().name("fk_reward_tip_id").from("reward", "tip_id").to("tip", "id"))
                    .foreign_key(ForeignKey::create().name("fk_reward_decided_by").from("reward", "decided_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("uq_reward_tip_id").table("reward").col("tip_id").unique().to_owned()).await?;
        manager
            .create_table(
                Table::create().table("tip_challenge").col(text("challenge_hash").primary_key()).col(timestamp_with_time_zone("expires_at")).to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_tip_challenge_expires_at").table("tip_challenge").col("expires_at").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("tip_attempt")
                    .col(uuid("id").primary_key())
                    .col(text("kind"))
                    .col(text("address_hash"))
                    .col(timestamp_with_time_zone("at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ix_tip_attempt_kind_address_hash_at").table("tip_attempt").col("kind").col("address_hash").col("at").to_owned())
            .await?;
        manager.create_index(Index::create().name("ix_tip_attempt_at").table("tip_attempt").col("at").to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["tip_attempt", "tip_challenge", "reward", "informant", "tip_addition", "tip"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
