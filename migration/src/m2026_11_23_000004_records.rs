//! The first tables of: records.

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
                    .table("inspection")
                    .col(uuid("id").primary_key())
                    .col(text("kind"))
                    .col(uuid("organization_id"))
                    .col(uuid("inspector_id"))
                    .col(uuid("leader_id"))
                    .col(date("occurred_on"))
                    .col(json_binary("modes"))
                    .col(json_binary("scopes"))
                    .col(text("summary"))
                    .col(text("state"))
                    .col(uuid_null("signed_by"))
                    .col(timestamp_with_time_zone_null("signed_at"))
                    .col(text_null("seal"))
                    .col(text_null("voided_reason"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(ForeignKey::create().name("fk_inspection_organization_id").from("inspection", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_inspection_inspector_id").from("inspection", "inspector_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_inspection_leader_id").from("inspection", "leader_id").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_inspection_signed_by").from("inspection", "signed_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("ix_inspection_organization_id_occurred_on").table("inspection").col("organization_id").col("occurred_on").to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ix_inspection_inspector_id_occurred_on").table("inspection").col("inspector_id").col("occurred_on").to_owned())
            .await?;
        manager.create_index(Index::create().name("ix_inspection_occurred_on_id").table("inspection").col("occurred_on").col("id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("finding")
                    .col(uuid("id").primary_key())
                    .col(uuid("inspection_id"))
                    .col(integer("ordinal"))
                    .col(text("description"))
                    .col(text_null("location"))
                    .col(uuid_null("hazard_id"))
                    .foreign_key(ForeignKey::create().name("fk_finding_inspection_id").from("finding", "inspection_id").to("inspection", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_finding_inspection_id").table("finding").col("inspection_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("drill")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text("title"))
                    .col(text("scenario"))
                    .col(date("occurred_on"))
                    .col(integer("participants"))
                    .col(uuid_null("led_by"))
                    .col(text_null("review"))
                    .col(timestamp_with_time_zone_null("reviewed_at"))
                    .col(text("state"))
                    .col(text_null("voided_reason"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(ForeignKey::create().name("fk_drill_organization_id").from("drill", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_drill_led_by").from("drill", "led_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ix_drill_organization_id_occurred_on").table("drill").col("organization_id").col("occurred_on").to_owned())
            .await?;
        manager.create_index(Index::create().name("ix_drill_occurred_on_id").table("drill").col("occurred_on").col("id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("activity")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text("kind"))
                    .col(text("title"))
                    .col(date("occurred_on"))
                    .col(integer("participants"))
                    .col(uuid_null("led_by"))
                    .col(text("summary"))
                    .col(text("state"))
                    .col(text_null("voided_reason"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(ForeignKey::create().name("fk_activity_organization_id").from("activity", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_activity_led_by").from("activity", "led_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("ix_activity_organization_id_occurred_on").table("activity").col("organization_id").col("occurred_on").to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_activity_occurred_on_id").table("activity").col("occurred_on").col("id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("activity_enterprise")
                    .col(uuid("activity_id"))
                    .col(uuid("organization_id"))
                    .primary_key(Index::create().col("activity_id").col("organization_id"))
                    .foreign_key(
                        ForeignKey::create().name("fk_activity_enterprise_activity_id").from("activity_enterprise", "activity_id").to("activity", "id"),
                    )
                    .foreign_key(
                        ForeignKey::create()
                            .name("fk_activity_enterprise_organization_id")
                            .from("activity_enterprise", "organization_id")
                            .to("organization", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("report")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text("kind"))
                    .col(date("period_on"))
                    .col(text("content"))
                    .col(date("submitted_on"))
                    .col(text("state"))
                    .col(text_null("voided_reason"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(ForeignKey::create().name("fk_report_organization_id").from("report", "organization_id").to("organization", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ix_report_organization_id_period_on").table("report").col("organization_id").col("period_on").to_owned())
            .await?;
        manager.create_index(Index::create().name("ix_report_submitted_on_id").table("report").col("submitted_on").col("id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("responsibility_list")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text("kind"))
                    .col(text("title"))
                    .col(uuid_null("deputy_id"))
                    .col(date("drawn_up_on"))
                    .col(date_null("complete_on"))
                    .col(timestamp_with_time_zone_null("complete_recorded_at"))
                    .col(text("state"))
                    .col(text_null("voided_reason"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(
                        ForeignKey::create()
                            .name("fk_responsibility_list_organization_id")
                            .from("responsibility_list", "organization_id")
                            .to("organization", "id"),
                    )
                    .foreign_key(ForeignKey::create().name("fk_responsibility_list_deputy_id").from("responsibility_list", "deputy_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ix_responsibility_list_organization_id").table("responsibility_list").col("organization_id").to_owned())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("post")
                    .col(uuid("id").primary_key())
                    .col(uuid("list_id"))
                    .col(integer("ordinal"))
                    .col(text("kind"))
                    .col(text("title"))
                    .col(text("duties"))
                    .col(uuid_null("assignee_id"))
                    .col(text_null("assignee_name"))
                    .col(date_null("assigned_on"))
                    .col(date_null("acknowledged_on"))
                    .col(timestamp_with_time_zone_null("acknowledged_at"))
                    .foreign_key(ForeignKey::create().name("fk_post_list_id").from("post", "list_id").to("responsibility_list", "id"))
                    .foreign_key(ForeignKey::create().name("fk_post_assignee_id").from("post", "assignee_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_post_list_id").table("post").col("list_id").to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("post").to_owned()).await?;
        manager.drop_table(Table::drop().table("responsibility_list").to_owned()).await?;
        manager.drop_table(Table::drop().table("report").to_owned()).await?;
        manager.drop_table(Table::drop().table("activity_enterprise").to_owned()).await?;
        manager.drop_table(Table::drop().table("activity").to_owned()).await?;
        manager.drop_table(Table::drop().table("drill").to_owned()).await?;
        manager.drop_table(Table::drop().table("finding").to_owned()).await?;
        manager.drop_table(Table::drop().table("inspection").to_owned()).await?;
        Ok(())
    }
}
