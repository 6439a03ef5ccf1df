//! The rest of the hazard's closed loop: consent to a plan, requested extensions, suspended production, listed supervision.

use sea_orm_migration::{prelude::*, schema::*};

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // What was planned before there was a bound is in force.
        for column in [text("consent").default("NOT_NEEDED").to_owned(), uuid_null("consent_by"), date_null("consent_on"), text_null("consent_reason")] {
            manager.alter_table(Table::alter().table("hazard_plan").add_column(column).to_owned()).await?;
        }
        manager.alter_table(Table::alter().table("hazard").add_column(timestamp_with_time_zone_null("told_regulator_at")).to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("extension")
                    .col(uuid("id").primary_key())
                    .col(uuid("hazard_id"))
                    .col(uuid("organization_id"))
                    .col(date("from_on"))
                    .col(date("until_on"))
                    .col(text("reason"))
                    .col(text("interim_measures"))
                    .col(text("state"))
                    .col(uuid_null("requested_by"))
                    .col(timestamp_with_time_zone("requested_at"))
                    .col(uuid_null("signature_id"))
                    .col(uuid_null("decided_by"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(text_null("decision_reason"))
                    .foreign_key(ForeignKey::create().name("fk_extension_hazard_id").from("extension", "hazard_id").to("hazard", "id"))
                    .foreign_key(ForeignKey::create().name("fk_extension_organization_id").from("extension", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_extension_requested_by").from("extension", "requested_by").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_extension_signature_id").from("extension", "signature_id").to("signature", "id"))
                    .foreign_key(ForeignKey::create().name("fk_extension_decided_by").from("extension", "decided_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("suspension")
                    .col(uuid("id").primary_key())
                    .col(uuid("hazard_id"))
                    .col(uuid("organization_id"))
                    .col(text("extent"))
                    .col(text_null("scope"))
                    .col(text("reason"))
                    .col(text_null("number"))
                    .col(boolean("by_supervisor"))
                    .col(uuid_null("ordered_by_organization"))
                    .col(uuid_null("ordered_by"))
                    .col(date("ordered_on"))
                    .col(uuid_null("replaced_by"))
                    .col(date_null("resumed_on"))
                    .col(uuid_null("resumed_by"))
                    .col(text_null("resumed_note"))
                    .foreign_key(ForeignKey::create().name("fk_suspension_hazard_id").from("suspension", "hazard_id").to("hazard", "id"))
                    .foreign_key(ForeignKey::create().name("fk_suspension_organization_id").from("suspension", "organization_id").to("organization", "id"))
                    .foreign_key(
                        ForeignKey::create()
                            .name("fk_suspension_ordered_by_organization")
                            .from("suspension", "ordered_by_organization")
                            .to("organization", "id"),
                    )
                    .foreign_key(ForeignKey::create().name("fk_suspension_ordered_by").from("suspension", "ordered_by").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_suspension_resumed_by").from("suspension", "resumed_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("supervision")
                    .col(uuid("id").primary_key())
                    .col(uuid("hazard_id"))
                    .col(uuid("organization_id"))
                    .col(text("level"))
                    .col(text("body"))
                    .col(text("number"))
                    .col(date("deadline_on"))
                    .col(text("requirements"))
                    .col(text_null("basis"))
                    .col(uuid_null("listed_by"))
                    .col(date("listed_on"))
                    .col(date_null("lifted_on"))
                    .col(uuid_null("lifted_by"))
                    .col(text_null("lifted_reason"))
                    .foreign_key(ForeignKey::create().name("fk_supervision_hazard_id").from("supervision", "hazard_id").to("hazard", "id"))
                    .foreign_key(ForeignKey::create().name("fk_supervision_organization_id").from("supervision", "organization_id").to("organization", "id"))
                    .foreign_key(ForeignKey::create().name("fk_supervision_listed_by").from("supervision", "listed_by").to("person", "id"))
                    .foreign_key(ForeignKey::create().name("fk_supervision_lifted_by").from("supervision", "lifted_by").to("person", "id"))
                    .to_owned(),
            )
            .await?;
        for table in TABLES {
            let name = format!("ix_{table}_hazard_id");
            manager.create_index(Index::create().name(name).table(table).col("hazard_id").to_owned()).await?;
        }
        for (table, column) in [("extension", "requested_at"), ("supervision", "listed_on"), ("supervision", "deadline_on")] {
            let name = format!("ix_{table}_{column}_id");
            manager.create_index(Index::create().name(name).table(table).col(column).col("id").to_owned()).await?;
        }
        manager.create_index(Index::create().unique().name("uq_supervision_body_number").table("supervision").col("body").col("number").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ["consent_reason", "consent_on", "consent_by", "consent"] {
            manager.alter_table(Table::alter().table("hazard_plan").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

/// The new tables.
const TABLES: [&str; 3] = ["extension", "suspension", "supervision"];
