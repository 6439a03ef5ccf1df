//! Signing in: second factors, keys of programs, and links that work once. What may be done so often
//! in an hour is no longer a matter of reports by the public alone.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, boolean, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid},
};

/// Makes and drops what they need.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One column a statement: SQLite takes no more.
        for column in [text_null("totp_secret"), timestamp_with_time_zone_null("totp_since"), big_integer_null("totp_step")] {
            manager.alter_table(Table::alter().table("account").add_column(column).to_owned()).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("api_key")
                    .col(uuid("id").primary_key())
                    .col(uuid("account_id"))
                    .col(text("name"))
                    .col(text("token_hash").unique_key())
                    .col(boolean("may_write"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("revoked_at"))
                    .foreign_key(ForeignKey::create().name("fk_api_key_account_id").from("api_key", "account_id").to("account", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_api_key_account_id").table("api_key").col("account_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("account_link")
                    .col(uuid("id").primary_key())
                    .col(uuid("account_id"))
                    .col(text("purpose"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .foreign_key(ForeignKey::create().name("fk_account_link_account_id").from("account_link", "account_id").to("account", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_account_link_account_id").table("account_link").col("account_id").to_owned()).await?;
        for step in ["ALTER TABLE tip_attempt RENAME TO attempt", "ALTER TABLE attempt RENAME COLUMN address_hash TO who_hash"] {
            manager.get_connection().execute_unprepared(step).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for step in ["ALTER TABLE attempt RENAME COLUMN who_hash TO address_hash", "ALTER TABLE attempt RENAME TO tip_attempt"] {
            manager.get_connection().execute_unprepared(step).await?;
        }
        for table in ["account_link", "api_key"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ["totp_step", "totp_since", "totp_secret"] {
            manager.alter_table(Table::alter().table("account").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
