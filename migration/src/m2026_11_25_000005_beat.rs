//! What a worker is doing, for whoever finds it stuck; and what was set aside, found without looking through all rows.

use sea_orm_migration::{prelude::*, schema::*};

/// Adds and drops both.
#[derive(DeriveMigrationName)]
pub struct Migration;

const SET_ASIDE: [&str; 3] = ["window", "hazard", "certificate"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("worker_beat").add_column(text_null("sweep")).to_owned()).await?;
        for table in SET_ASIDE {
            // Hardly any row fails, so the index is as good as empty.
            manager.get_connection().execute_unprepared(&format!("CREATE INDEX ix_{table}_failures ON \"{table}\" (failures) WHERE failures > 0")).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in SET_ASIDE {
            manager.drop_index(Index::drop().name(format!("ix_{table}_failures")).table(table).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("worker_beat").drop_column("sweep").to_owned()).await
    }
}
