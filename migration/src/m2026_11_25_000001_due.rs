//! What is due is found by an index of those windows alone that have a next moment, those of one organization side by side: windows
//! that are over cost nothing in it, and a batch lengthens few chains.

use sea_orm_migration::prelude::*;

/// Swaps the index.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_window_check_after_id").table("window").to_owned()).await?;
        let due = Index::create()
            .name("ix_window_due")
            .table("window")
            .col("check_after")
            .col("organization_id")
            .col("id")
            .and_where(Expr::col("check_after").is_not_null())
            .to_owned();
        manager.create_index(due).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_window_due").table("window").to_owned()).await?;
        manager.create_index(Index::create().name("ix_window_check_after_id").table("window").col("check_after").col("id").to_owned()).await
    }
}
