//! Whoever watches the installation asks often, and waits for no look through all that was ever sent or closed: mails that were given
//! up have an index, and those of what is looked at next hold only what is looked at again.

use sea_orm_migration::prelude::*;

/// Adds and swaps the indexes.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Indexes of what falls due next: name, table, columns.
const DUE: [(&str, &str, &[&str]); 2] =
    [("ix_hazard_check_after_id", "hazard", &["check_after", "id"]), ("ix_certificate_check_after", "certificate", &["check_after"])];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("CREATE INDEX ix_mail_failed ON mail (next_attempt_at) WHERE state = 'FAILED'").await?;
        for (name, table, columns) in DUE {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
            manager.create_index(index(name, table, columns).and_where(Expr::col("check_after").is_not_null()).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, columns) in DUE {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
            manager.create_index(index(name, table, columns)).await?;
        }
        manager.drop_index(Index::drop().name("ix_mail_failed").table("mail").to_owned()).await
    }
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}
