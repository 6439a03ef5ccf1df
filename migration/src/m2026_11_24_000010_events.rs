//! Accident alerts and key periods, the windows that they set off, and who was on duty.

use sea_orm_migration::{prelude::*, schema::*};

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        causes(manager).await?;
        on_duty(manager).await?;
        manager.alter_table(Table::alter().table("window").add_column(uuid_null("cause_id")).to_owned()).await?;
        manager.drop_index(Index::drop().name("uq_window_period").table("window").to_owned()).await?;
        // A recurring window is one for its days; two accidents on a day set off two windows of the same days.
        manager.create_index(by_period().and_where(Expr::col("hazard_id").is_null()).and_where(Expr::col("cause_id").is_null()).to_owned()).await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("uq_window_cause")
                    .table("window")
                    .col("duty_id")
                    .col("cause_id")
                    .and_where(Expr::col("cause_id").is_not_null())
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_window_cause_id").table("window").col("cause_id").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Before, nothing could set off a window but a hazard.
        let set_off = Query::select().column("id").from("window").and_where(Expr::col("cause_id").is_not_null()).to_owned();
        for (table, column) in [("evidence", "window_id"), ("notice", "window_id"), ("window", "id")] {
            let delete = Query::delete().from_table(table).and_where(Expr::col(column).in_subquery(set_off.clone())).to_owned();
            manager.execute(delete).await?;
        }
        for index in ["ix_window_cause_id", "uq_window_cause", "uq_window_period"] {
            manager.drop_index(Index::drop().name(index).table("window").to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("window").drop_column("cause_id").to_owned()).await?;
        manager.create_index(by_period().and_where(Expr::col("hazard_id").is_null()).to_owned()).await?;
        for table in ["on_duty", "key_period", "alert"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn by_period() -> IndexCreateStatement {
    Index::create().unique().name("uq_window_period").table("window").col("duty_id").col("opens_on").col("closes_on").to_owned()
}

async fn causes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("alert")
                .col(uuid("id").primary_key())
                .col(text("title"))
                .col(date("happened_on"))
                .col(text("place"))
                .col(text("summary"))
                .col(text("lessons"))
                .col(json_binary("sectors"))
                .col(text_null("number"))
                .col(uuid_null("issued_by_organization"))
                .col(uuid_null("issued_by"))
                .col(date("issued_on"))
                .col(timestamp_with_time_zone("issued_at"))
                .col(date_null("due_on"))
                .col(date_null("withdrawn_on"))
                .col(text_null("withdrawn_reason"))
                .foreign_key(ForeignKey::create().name("fk_alert_issued_by_organization").from("alert", "issued_by_organization").to("organization", "id"))
                .foreign_key(ForeignKey::create().name("fk_alert_issued_by").from("alert", "issued_by").to("person", "id"))
                .to_owned(),
        )
        .await?;
    manager.create_index(Index::create().name("ix_alert_issued_on_id").table("alert").col("issued_on").col("id").to_owned()).await?;
    manager
        .create_table(
            Table::create()
                .table("key_period")
                .col(uuid("id").primary_key())
                .col(text("name"))
                .col(date("from_on"))
                .col(date("until_on"))
                .col(text("reason"))
                .col(uuid_null("declared_by_organization"))
                .col(uuid_null("declared_by"))
                .col(date("declared_on"))
                .col(timestamp_with_time_zone("declared_at"))
                .col(date_null("withdrawn_on"))
                .col(text_null("withdrawn_reason"))
                .foreign_key(
                    ForeignKey::create().name("fk_key_period_declared_by_organization").from("key_period", "declared_by_organization").to("organization", "id"),
                )
                .foreign_key(ForeignKey::create().name("fk_key_period_declared_by").from("key_period", "declared_by").to("person", "id"))
                .to_owned(),
        )
        .await?;
    manager.create_index(Index::create().name("ix_key_period_from_on_id").table("key_period").col("from_on").col("id").to_owned()).await
}

async fn on_duty(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("on_duty")
                .col(uuid("id").primary_key())
                .col(uuid("organization_id"))
                .col(uuid("key_period_id"))
                .col(date("day"))
                .col(uuid("person_id"))
                .col(boolean("planned"))
                .col(text("state"))
                .col(text_null("note"))
                .col(timestamp_with_time_zone("entered_at"))
                .col(uuid_null("entered_by"))
                .col(timestamp_with_time_zone_null("recorded_at"))
                .col(uuid_null("recorded_by"))
                .col(text_null("voided_reason"))
                .foreign_key(ForeignKey::create().name("fk_on_duty_organization_id").from("on_duty", "organization_id").to("organization", "id"))
                .foreign_key(ForeignKey::create().name("fk_on_duty_key_period_id").from("on_duty", "key_period_id").to("key_period", "id"))
                .foreign_key(ForeignKey::create().name("fk_on_duty_person_id").from("on_duty", "person_id").to("person", "id"))
                .foreign_key(ForeignKey::create().name("fk_on_duty_recorded_by").from("on_duty", "recorded_by").to("person", "id"))
                .to_owned(),
        )
        .await?;
    // A person stands once on a day's roster; what is voided stays beside it.
    manager
        .create_index(
            Index::create()
                .unique()
                .name("uq_on_duty_organization_id_key_period_id_day_person_id")
                .table("on_duty")
                .col("organization_id")
                .col("key_period_id")
                .col("day")
                .col("person_id")
                .and_where(Expr::col("state").ne("VOIDED"))
                .to_owned(),
        )
        .await?;
    manager.create_index(Index::create().name("ix_on_duty_organization_id_day").table("on_duty").col("organization_id").col("day").to_owned()).await?;
    manager.create_index(Index::create().name("ix_on_duty_key_period_id").table("on_duty").col("key_period_id").to_owned()).await?;
    manager.create_index(Index::create().name("ix_on_duty_day_id").table("on_duty").col("day").col("id").to_owned()).await
}
