//! Who is just getting a mail is found without looking through all that wait for theirs.

use sea_orm_migration::prelude::*;

/// Adds and drops the index.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Few mails are on their way at a time.
        manager.get_connection().execute_unprepared("CREATE INDEX ix_mail_sending ON mail (person_id) WHERE state = 'SENDING'").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_mail_sending").table("mail").to_owned()).await
    }
}
