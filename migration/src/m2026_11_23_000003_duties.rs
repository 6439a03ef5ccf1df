//! The first tables of: duties.

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
                    .table("rulebook")
                    .col(uuid("id").primary_key())
                    .col(text("code").unique_key())
                    .col(text("source"))
                    .col(text("hash"))
                    .col(boolean("active"))
                    .col(timestamp_with_time_zone("loaded_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("duty")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text("rule_code"))
                    .col(text("cadence"))
                    .col(date("begins_on"))
                    .col(date_null("ended_on"))
                    .col(text_null("ended_as"))
                    .col(uuid_null("owner_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().name("fk_duty_organization_id").from("duty", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_duty_owner_id").from("duty", "owner_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("uq_duty_organization_id_rule_code_begins_on_cadence")
                    .table("duty")
                    .col("organization_id")
                    .col("rule_code")
                    .col("begins_on")
                    .col("cadence")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("window")
                    .col(uuid("id").primary_key())
                    .col(uuid("duty_id"))
                    .col(uuid("organization_id"))
                    .col(text("rule_code"))
                    .col(uuid_null("hazard_id"))
                    .col(date("starts_on"))
                    .col(date("opens_on"))
                    .col(date("closes_on"))
                    .col(date("due_on"))
                    .col(integer("required"))
                    .col(date_null("fulfilled_on"))
                    .col(timestamp_with_time_zone_null("fulfilled_recorded_at"))
                    .col(date_null("ended_on"))
                    .col(text_null("ended_as"))
                    .col(text_null("ended_reason"))
                    .col(boolean("opened_noted"))
                    .col(boolean("overdue_noted"))
                    .col(integer_null("step_taken"))
                    .col(timestamp_with_time_zone_null("check_after"))
                    .col(integer("failures"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().name("fk_window_duty_id").from("window", "duty_id").to("duty", "id"))
                    .foreign_key(ForeignKey::create().name("fk_window_organization_id").from("window", "organization_id").to("organization", "id"))
                    .to_owned(),
            )
            .await?;
        // A recurring window is one for its days, an event's window one for its hazard.
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("uq_window_period")
                    .table("window")
                    .col("duty_id")
                    .col("opens_on")
                    .col("closes_on")
                    .and_where(Expr::col("hazard_id").is_null())
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("uq_window_hazard")
                    .table("window")
                    .col("duty_id")
                    .col("hazard_id")
                    .and_where(Expr::col("hazard_id").is_not_null())
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_window_check_after_id").table("window").col("check_after").col("id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_window_organization_id_due_on").table("window").col("organization_id").col("due_on").to_owned()).await?;
        manager.create_index(Index::create().name("ix_window_due_on_id").table("window").col("due_on").col("id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_window_rule_code_due_on").table("window").col("rule_code").col("due_on").to_owned()).await?;
        manager.create_index(Index::create().name("ix_window_hazard_id").table("window").col("hazard_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("evidence")
                    .col(uuid("id").primary_key())
                    .col(uuid("window_id"))
                    .col(text("record_kind"))
                    .col(uuid("record_id"))
                    .col(integer("requirement"))
                    .col(date("done_on"))
                    .col(boolean("late"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .foreign_key(ForeignKey::create().name("fk_evidence_window_id").from("evidence", "window_id").to("window", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("uq_evidence_window_id_record_id_requirement")
                    .table("evidence")
                    .col("window_id")
                    .col("record_id")
                    .col("requirement")
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_evidence_record_id").table("evidence").col("record_id").to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("evidence").to_owned()).await?;
        manager.drop_table(Table::drop().table("window").to_owned()).await?;
        manager.drop_table(Table::drop().table("duty").to_owned()).await?;
        manager.drop_table(Table::drop().table("rulebook").to_owned()).await?;
        Ok(())
    }
}
