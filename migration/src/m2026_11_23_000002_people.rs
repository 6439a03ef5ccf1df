//! The first tables of: people.

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
                    .table("person")
                    .col(uuid("id").primary_key())
                    .col(text("name"))
                    .col(text_null("phone"))
                    .col(text_null("email"))
                    .col(text("email_state"))
                    .col(text("language"))
                    .col(integer_null("morning_hour"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("membership")
                    .col(uuid("id").primary_key())
                    .col(uuid("person_id"))
                    .col(uuid("organization_id"))
                    .col(text("position"))
                    .col(text_null("title"))
                    .col(date("since"))
                    .col(date_null("until"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().name("fk_membership_person_id").from("membership", "person_id").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_membership_organization_id").from("membership", "organization_id").to("organization", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_membership_person_id").table("membership").col("person_id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_membership_organization_id").table("membership").col("organization_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("account")
                    .col(uuid("id").primary_key())
                    .col(uuid("person_id").unique_key())
                    .col(text("login").unique_key())
                    .col(text("password_hash"))
                    .col(timestamp_with_time_zone_null("disabled_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().name("fk_account_person_id").from("account", "person_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("session")
                    .col(uuid("id").primary_key())
                    .col(uuid("account_id"))
                    .col(text("token_hash").unique_key())
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("revoked_at"))
                    .foreign_key(ForeignKey::create().name("fk_session_account_id").from("session", "account_id").to("account", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_session_account_id").table("session").col("account_id").to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("session").to_owned()).await?;
        manager.drop_table(Table::drop().table("account").to_owned()).await?;
        manager.drop_table(Table::drop().table("membership").to_owned()).await?;
        manager.drop_table(Table::drop().table("person").to_owned()).await?;
        Ok(())
    }
}
