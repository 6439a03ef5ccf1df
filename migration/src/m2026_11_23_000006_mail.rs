//! The first tables of: mail.

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
                    .table("notice")
                    .col(uuid("id").primary_key())
                    .col(text("kind"))
                    .col(uuid("subject_id"))
                    .col(text("step"))
                    .col(uuid_null("window_id"))
                    .col(uuid_null("hazard_id"))
                    .col(uuid("organization_id"))
                    .col(uuid("person_id"))
                    .col(text_null("audience"))
                    .col(text_null("proposes"))
                    .col(boolean("alone"))
                    .col(text("state"))
                    .col(timestamp_with_time_zone("send_after"))
                    .col(uuid_null("mail_id"))
                    .col(timestamp_with_time_zone("true_at"))
                    .col(timestamp_with_time_zone("noticed_at"))
                    .col(text_null("cancelled_reason"))
                    .foreign_key(ForeignKey::create().name("fk_notice_organization_id").from("notice", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_notice_person_id").from("notice", "person_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().unique().name("uq_notice_subject_id_step_person_id").table("notice").col("subject_id").col("step").col("person_id").to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("ix_notice_state_send_after_person_id").table("notice").col("state").col("send_after").col("person_id").to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_notice_person_id_noticed_at").table("notice").col("person_id").col("noticed_at").to_owned()).await?;
        manager.create_index(Index::create().name("ix_notice_window_id").table("notice").col("window_id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_notice_hazard_id").table("notice").col("hazard_id").to_owned()).await?;
        manager.create_index(Index::create().name("ix_notice_mail_id").table("notice").col("mail_id").to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("mail")
                    .col(uuid("id").primary_key())
                    .col(uuid("person_id"))
                    .col(text("address"))
                    .col(text("template"))
                    .col(text("language"))
                    .col(text("subject"))
                    .col(text("text"))
                    .col(text("html"))
                    .col(text("message_id").unique_key())
                    .col(text("state"))
                    .col(integer("attempts"))
                    .col(timestamp_with_time_zone("next_attempt_at"))
                    .col(timestamp_with_time_zone_null("claimed_until"))
                    .col(uuid_null("claim"))
                    .col(text_null("answer"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(ForeignKey::create().name("fk_mail_person_id").from("mail", "person_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_mail_state_next_attempt_at").table("mail").col("state").col("next_attempt_at").to_owned()).await?;
        manager.create_index(Index::create().name("ix_mail_person_id_created_at").table("mail").col("person_id").col("created_at").to_owned()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("mail").to_owned()).await?;
        manager.drop_table(Table::drop().table("notice").to_owned()).await?;
        Ok(())
    }
}
