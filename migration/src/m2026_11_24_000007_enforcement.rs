//! Enforcement actions (执法措施).

use sea_orm_migration::{prelude::*, schema::*};

/// Creates and drops them.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let refers = |column: &'static str, table: &'static str| {
            ForeignKey::create().name(format!("fk_enforcement_{column}")).from("enforcement", column).to(table, "id").to_owned()
        };
        manager
            .create_table(
                Table::create()
                    .table("enforcement")
                    .col(uuid("id").primary_key())
                    .col(text("kind"))
                    .col(uuid("organization_id"))
                    .col(uuid_null("person_id"))
                    .col(text_null("person_name"))
                    .col(uuid_null("hazard_id"))
                    .col(uuid_null("inspection_id"))
                    .col(uuid("authority_id"))
                    .col(text("basis"))
                    .col(text("legal_basis"))
                    .col(text("reason"))
                    .col(text_null("number"))
                    .col(big_integer_null("amount_fen"))
                    .col(date("decided_on"))
                    .col(uuid_null("pair_id"))
                    .col(text("state"))
                    .col(text_null("withdrawn_reason"))
                    .col(date_null("withdrawn_on"))
                    .col(uuid_null("withdrawn_by"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(uuid_null("recorded_by"))
                    .foreign_key(&mut refers("organization_id", "organization"))
                    .foreign_key(&mut refers("person_id", "person"))
                    .foreign_key(&mut refers("hazard_id", "hazard"))
                    .foreign_key(&mut refers("inspection_id", "inspection"))
                    .foreign_key(&mut refers("authority_id", "organization"))
                    .to_owned(),
            )
            .await?;
        for (name, columns) in [
            ("ix_enforcement_organization_id_decided_on", &["organization_id", "decided_on"][..]),
            ("ix_enforcement_authority_id", &["authority_id"]),
            ("ix_enforcement_hazard_id", &["hazard_id"]),
            ("ix_enforcement_decided_on_id", &["decided_on", "id"]),
        ] {
            let mut index = Index::create().name(name).table("enforcement").to_owned();
            for &column in columns {
                index.col(column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("enforcement").to_owned()).await
    }
}
