//! What a drill tried out and how, the tasks that it left, and who attended drills and activities.

use sea_orm_migration::{prelude::*, schema::*};

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["plan", "scope", "form"] {
            manager.alter_table(Table::alter().table("drill").add_column(text_null(column)).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("activity").add_column(integer_null("expected")).to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("task")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(uuid("drill_id"))
                    .col(text("description"))
                    .col(uuid_null("responsible_id"))
                    .col(text_null("responsible_name"))
                    .col(date("due_on"))
                    .col(date_null("done_on"))
                    .col(text_null("done_note"))
                    .col(uuid_null("done_by"))
                    .col(timestamp_with_time_zone_null("done_at"))
                    .col(date_null("dropped_on"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(ForeignKey::create().name("fk_task_organization_id").from("task", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_task_drill_id").from("task", "drill_id").to("drill", "id"))
                    .foreign_key(ForeignKey::create().name("fk_task_responsible_id").from("task", "responsible_id").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_task_done_by").from("task", "done_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_task_organization_id_due_on").table("task").col("organization_id").col("due_on").to_owned()).await?;
        manager.create_index(Index::create().name("ix_task_due_on_id").table("task").col("due_on").col("id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_task_drill_id").table("task").col("drill_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("attendance")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("activity_id"))
                    .col(uuid_null("drill_id"))
                    .col(integer("ordinal"))
                    .col(text("name"))
                    .col(uuid_null("person_id"))
                    .col(text_null("role"))
                    .foreign_key(ForeignKey::create().name("fk_attendance_activity_id").from("attendance", "activity_id").to("activity", "id"))
                    .foreign_key(ForeignKey::create().name("fk_attendance_drill_id").from("attendance", "drill_id").to("drill", "id"))
                    .foreign_key(ForeignKey::create().name("fk_attendance_person_id").from("attendance", "person_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_attendance_activity_id").table("attendance").col("activity_id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_attendance_drill_id").table("attendance").col("drill_id").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("attendance").to_owned()).await?;
        manager.drop_table(Table::drop().table("task").to_owned()).await?;
        manager.alter_table(Table::alter().table("activity").drop_column("expected").to_owned()).await?;
        for column in ["form", "scope", "plan"] {
            manager.alter_table(Table::alter().table("drill").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
