//! The first tables of: hazards.

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
                    .table("hazard")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text("description"))
                    .col(text_null("location"))
                    .col(text_null("sector"))
                    .col(text("state"))
                    .col(text_null("grade"))
                    .col(text_null("criterion"))
                    .col(text_null("grade_reason"))
                    .col(text("found_by"))
                    .col(date("found_on"))
                    .col(uuid_null("finding_id"))
                    .col(uuid_null("reported_by"))
                    .col(timestamp_with_time_zone("reported_at"))
                    .col(date_null("graded_on"))
                    .col(date_null("told_regulator_on"))
                    .col(date_null("deadline_on"))
                    .col(uuid_null("rectified_by"))
                    .col(date_null("rectified_on"))
                    .col(text_null("rectification"))
                    .col(date_null("applied_on"))
                    .col(date_null("acceptance_due_on"))
                    .col(uuid_null("accepted_by"))
                    .col(date_null("closed_on"))
                    .col(integer("rejections"))
                    .col(boolean("overdue_noted"))
                    .col(integer_null("step_taken"))
                    .col(timestamp_with_time_zone_null("check_after"))
                    .col(integer("failures"))
                    .foreign_key(ForeignKey::create().name("fk_hazard_organization_id").from("hazard", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_hazard_reported_by").from("hazard", "reported_by").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_hazard_rectified_by").from("hazard", "rectified_by").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_hazard_accepted_by").from("hazard", "accepted_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ix_hazard_organization_id_found_on").table("hazard").col("organization_id").col("found_on").to_owned())
            .await?;
        manager.create_index(Index::create().name("ix_hazard_check_after_id").table("hazard").col("check_after").col("id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_hazard_found_on_id").table("hazard").col("found_on").col("id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_hazard_deadline_on_id").table("hazard").col("deadline_on").col("id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("hazard_plan")
                    .col(uuid("id").primary_key())
                    .col(uuid("hazard_id"))
                    .col(integer("version"))
                    .col(text("responsible"))
                    .col(text("measures"))
                    .col(big_integer("funding_yuan"))
                    .col(date("deadline_on"))
                    .col(text("emergency_plan"))
                    .col(date("submitted_on"))
                    .col(uuid_null("submitted_by"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .foreign_key(ForeignKey::create().name("fk_hazard_plan_hazard_id").from("hazard_plan", "hazard_id").to("hazard", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_hazard_plan_hazard_id").table("hazard_plan").col("hazard_id").to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("hazard_plan").to_owned()).await?;
        manager.drop_table(Table::drop().table("hazard").to_owned()).await?;
        Ok(())
    }
}
