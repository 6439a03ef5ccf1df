//! Work that needs leave: contracts with contractors and tenants, special-operation certificates, hot-work permits.

use sea_orm_migration::{prelude::*, schema::*};

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        contracts(manager).await?;
        certificates(manager).await?;
        permits(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["permit", "certificate", "contract"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn contracts(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("contract")
                .col(uuid("id").primary_key())
                .col(uuid("organization_id"))
                .col(text("kind"))
                .col(text("party_name"))
                .col(text_null("party_credit_code"))
                .col(text("work"))
                .col(text_null("qualification"))
                .col(date_null("qualification_until"))
                .col(date("safety_agreement_on"))
                .col(text("duties"))
                .col(date("since"))
                .col(date_null("until"))
                .col(date_null("ended_on"))
                .col(text_null("ended_reason"))
                .col(timestamp_with_time_zone("recorded_at"))
                .col(uuid_null("recorded_by"))
                .foreign_key(ForeignKey::create().name("fk_contract_organization_id").from("contract", "organization_id").to("organization", "id"))
                .foreign_key(ForeignKey::create().name("fk_contract_recorded_by").from("contract", "recorded_by").to("person", "id"))
                .to_owned(),
        )
        .await?;
    manager.create_index(Index::create().name("ix_contract_organization_id_since").table("contract").col("organization_id").col("since").to_owned()).await
}

async fn certificates(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("certificate")
                .col(uuid("id").primary_key())
                .col(uuid("organization_id"))
                .col(uuid_null("contract_id"))
                .col(text("holder_name"))
                .col(uuid_null("person_id"))
                .col(text("kind"))
                .col(text_null("kind_text"))
                .col(text("number"))
                .col(date("issued_on"))
                .col(date("expires_on"))
                .col(date_null("review_due_on"))
                .col(date("last_valid_on"))
                .col(text("state"))
                .col(text_null("revoked_reason"))
                .col(uuid_null("replaced_by"))
                .col(integer_null("step_taken"))
                .col(timestamp_with_time_zone_null("check_after"))
                .col(integer("failures"))
                .col(timestamp_with_time_zone("recorded_at"))
                .col(uuid_null("recorded_by"))
                .foreign_key(ForeignKey::create().name("fk_certificate_organization_id").from("certificate", "organization_id").to("organization", "id"))
                .foreign_key(ForeignKey::create().name("fk_certificate_contract_id").from("certificate", "contract_id").to("contract", "id"))
                .foreign_key(ForeignKey::create().name("fk_certificate_person_id").from("certificate", "person_id").to("person", "id"))
                .foreign_key(ForeignKey::create().name("fk_certificate_recorded_by").from("certificate", "recorded_by").to("person", "id"))
                .to_owned(),
        )
        .await?;
    // A certificate keeps its number when it is renewed: of each there is one that stands.
    manager
        .create_index(
            Index::create()
                .name("uq_certificate_organization_id_kind_number")
                .table("certificate")
                .col("organization_id")
                .col("kind")
                .col("number")
                .unique()
                .and_where(Expr::col("replaced_by").is_null())
                .and_where(Expr::col("state").eq("VALID"))
                .to_owned(),
        )
        .await?;
    manager.create_index(Index::create().name("ix_certificate_check_after").table("certificate").col("check_after").to_owned()).await?;
    manager.create_index(Index::create().name("ix_certificate_last_valid_on").table("certificate").col("last_valid_on").to_owned()).await?;
    manager.create_index(Index::create().name("ix_certificate_contract_id").table("certificate").col("contract_id").to_owned()).await?;
    manager.create_index(Index::create().name("ix_certificate_replaced_by").table("certificate").col("replaced_by").to_owned()).await
}

async fn permits(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("permit")
                .col(uuid("id").primary_key())
                .col(uuid("organization_id"))
                .col(text("kind"))
                .col(text("level"))
                .col(text("place"))
                .col(text("work"))
                .col(timestamp_with_time_zone("planned_from"))
                .col(timestamp_with_time_zone("planned_until"))
                .col(uuid("operator_certificate_id"))
                .col(text("guardian_name"))
                .col(uuid_null("guardian_id"))
                .col(text("state"))
                .col(uuid_null("applied_by"))
                .col(timestamp_with_time_zone("applied_at"))
                .col(uuid_null("equipment_checked_by"))
                .col(timestamp_with_time_zone_null("equipment_checked_at"))
                .col(text_null("equipment_note"))
                .col(uuid_null("decided_by"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(text_null("refused_reason"))
                .col(uuid_null("closed_by"))
                .col(timestamp_with_time_zone_null("closed_at"))
                .col(text_null("closing_note"))
                .foreign_key(ForeignKey::create().name("fk_permit_organization_id").from("permit", "organization_id").to("organization", "id"))
                .foreign_key(ForeignKey::create().name("fk_permit_operator_certificate_id").from("permit", "operator_certificate_id").to("certificate", "id"))
                .foreign_key(ForeignKey::create().name("fk_permit_guardian_id").from("permit", "guardian_id").to("person", "id"))
                .foreign_key(ForeignKey::create().name("fk_permit_applied_by").from("permit", "applied_by").to("person", "id"))
                .foreign_key(ForeignKey::create().name("fk_permit_equipment_checked_by").from("permit", "equipment_checked_by").to("person", "id"))
                .foreign_key(ForeignKey::create().name("fk_permit_decided_by").from("permit", "decided_by").to("person", "id"))
                .foreign_key(ForeignKey::create().name("fk_permit_closed_by").from("permit", "closed_by").to("person", "id"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(Index::create().name("ix_permit_organization_id_planned_from").table("permit").col("organization_id").col("planned_from").to_owned())
        .await?;
    manager.create_index(Index::create().name("ix_permit_operator_certificate_id").table("permit").col("operator_certificate_id").to_owned()).await
}
