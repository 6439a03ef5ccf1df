//! The words of a mail leave the row whose state changes with each step of its delivery: a row is written anew whenever it changes, and a
//! digest of a bad morning has many kilobytes.

use sea_orm::DbBackend;
use sea_orm_migration::{
    prelude::*,
    schema::{text, uuid},
};

/// What PostgreSQL packs is packed and unpacked in a fifth of the time by LZ4, where it was built with that.
const LZ4: &str = "DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
        ALTER TABLE mail_body ALTER COLUMN text SET COMPRESSION lz4, ALTER COLUMN html SET COMPRESSION lz4;
    END IF;
END $$";

/// Moves them out, and back.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("mail_body")
                    .col(uuid("mail_id").primary_key())
                    .col(text("text"))
                    .col(text("html"))
                    .foreign_key(ForeignKey::create().name("fk_mail_body_mail_id").from("mail_body", "mail_id").to("mail", "id"))
                    .to_owned(),
            )
            .await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(LZ4).await?;
        }
        for step in [
            "INSERT INTO mail_body (mail_id, text, html) SELECT id, text, html FROM mail",
            "ALTER TABLE mail DROP COLUMN text",
            "ALTER TABLE mail DROP COLUMN html",
        ] {
            manager.get_connection().execute_unprepared(step).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for step in [
            "ALTER TABLE mail ADD COLUMN text text NOT NULL DEFAULT ''",
            "ALTER TABLE mail ADD COLUMN html text NOT NULL DEFAULT ''",
            "UPDATE mail SET text = mail_body.text, html = mail_body.html FROM mail_body WHERE mail_body.mail_id = mail.id",
        ] {
            manager.get_connection().execute_unprepared(step).await?;
        }
        manager.drop_table(Table::drop().table("mail_body").to_owned()).await
    }
}
