//! Signatures, attachments, and notices that tell in their own words.

use sea_orm_migration::{prelude::*, schema::*};

use crate::append_only;

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("signature")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text("subject_kind"))
                    .col(uuid("subject_id"))
                    .col(text("act"))
                    .col(uuid_null("signer_id"))
                    .col(text_null("signer_name"))
                    .col(text_null("signed_as"))
                    .col(text("method"))
                    .col(text("content"))
                    .col(text("hash"))
                    .col(timestamp_with_time_zone("signed_at"))
                    .foreign_key(ForeignKey::create().name("fk_signature_organization_id").from("signature", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_signature_signer_id").from("signature", "signer_id").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ix_signature_subject_id_signed_at").table("signature").col("subject_id").col("signed_at").to_owned())
            .await?;
        append_only::run(manager, &append_only::closed(manager.get_database_backend(), "signature", &[&["id"]])).await?;
        manager
            .create_table(
                Table::create()
                    .table("attachment")
                    .col(uuid("id").primary_key())
                    .col(uuid("organization_id"))
                    .col(text_null("subject_kind"))
                    .col(uuid_null("subject_id"))
                    .col(text_null("purpose"))
                    .col(text("file_name"))
                    .col(text("media_type"))
                    .col(big_integer("bytes"))
                    .col(text("sha256"))
                    .col(integer_null("width"))
                    .col(integer_null("height"))
                    .col(uuid_null("uploaded_by"))
                    .col(timestamp_with_time_zone("uploaded_at"))
                    .foreign_key(ForeignKey::create().name("fk_attachment_organization_id").from("attachment", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_attachment_uploaded_by").from("attachment", "uploaded_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(Index::create().name("ix_attachment_subject_id").table("attachment").col("subject_id").to_owned()).await?;
        manager
            .create_index(
                Index::create().name("ix_attachment_organization_id_uploaded_at").table("attachment").col("organization_id").col("uploaded_at").to_owned(),
            )
            .await?;
        for column in [text_null("subject_kind"), json_binary_null("tale")] {
            manager.alter_table(Table::alter().table("notice").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["tale", "subject_kind"] {
            manager.alter_table(Table::alter().table("notice").drop_column(column).to_owned()).await?;
        }
        manager.drop_table(Table::drop().table("attachment").to_owned()).await?;
        manager.drop_table(Table::drop().table("signature").to_owned()).await?;
        Ok(())
    }
}
