//! Indexes hold only the rows that are looked for by them. A window that no hazard set off, a notice that went out and an event of the
//! engine cost nothing in an index that nobody asks about them; a morning on which a hundred thousand windows fall overdue writes
//! half as much.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

/// Swaps the indexes.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Indexes on a column that is empty in most rows: name, table, columns.
const MOSTLY_EMPTY: [(&str, &str, &[&str]); 6] = [
    ("ix_window_hazard_id", "window", &["hazard_id"]),
    ("ix_window_cause_id", "window", &["cause_id"]),
    ("ix_notice_window_id", "notice", &["window_id"]),
    ("ix_notice_hazard_id", "notice", &["hazard_id"]),
    ("ix_notice_mail_id", "notice", &["mail_id"]),
    ("ix_ledger_event_actor_id_recorded_at", "ledger_event", &["actor_id", "recorded_at"]),
];

/// Rows that change their state leave dead entries in the indexes, through which each later look has to go. PostgreSQL clears them
/// away once a fifth of a table is dead, which is late in a table of millions.
const BUSY: [&str; 3] = ["window", "notice", "mail"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, columns) in MOSTLY_EMPTY {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
            manager.create_index(index(name, table, columns).and_where(Expr::col(columns[0]).is_not_null()).to_owned()).await?;
        }
        manager.drop_index(Index::drop().name("ix_notice_state_send_after_person_id").table("notice").to_owned()).await?;
        let waiting = index("ix_notice_waiting", "notice", &["send_after", "person_id", "id"]).and_where(Expr::cust("state = 'PENDING'")).to_owned();
        manager.create_index(waiting).await?;
        manager.drop_index(Index::drop().name("ix_mail_state_next_attempt_at").table("mail").to_owned()).await?;
        let unsent = index("ix_mail_unsent", "mail", &["next_attempt_at", "id"]).and_where(Expr::cust("state IN ('QUEUED', 'SENDING')")).to_owned();
        manager.create_index(unsent).await?;
        let queued = index("ix_mail_queued_person_id", "mail", &["person_id"]).and_where(Expr::cust("state = 'QUEUED'")).to_owned();
        manager.create_index(queued).await?;
        autovacuum(manager, "SET (autovacuum_vacuum_scale_factor = 0.002, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_limit = 1000)").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        autovacuum(manager, "RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, autovacuum_vacuum_cost_limit)").await?;
        manager.drop_index(Index::drop().name("ix_mail_queued_person_id").table("mail").to_owned()).await?;
        manager.drop_index(Index::drop().name("ix_mail_unsent").table("mail").to_owned()).await?;
        manager.create_index(index("ix_mail_state_next_attempt_at", "mail", &["state", "next_attempt_at"])).await?;
        manager.drop_index(Index::drop().name("ix_notice_waiting").table("notice").to_owned()).await?;
        manager.create_index(index("ix_notice_state_send_after_person_id", "notice", &["state", "send_after", "person_id"])).await?;
        for (name, table, columns) in MOSTLY_EMPTY {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
            manager.create_index(index(name, table, columns)).await?;
        }
        Ok(())
    }
}

fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for &column in columns {
        index.col(column);
    }
    index
}

async fn autovacuum(manager: &SchemaManager<'_>, change: &str) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        for table in BUSY {
            manager.get_connection().execute_unprepared(&format!("ALTER TABLE \"{table}\" {change}")).await?;
        }
    }
    Ok(())
}
