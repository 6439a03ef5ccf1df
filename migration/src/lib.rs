//! The schema of the database, one small change a file. It imports no entity: an old migration must not change when an entity does.

use sea_orm::{EntityTrait, QueryOrder};
pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::{prelude::*, seaql_migrations};

mod append_only;
mod m2026_11_23_000001_places;
mod m2026_11_23_000002_people;
mod m2026_11_23_000003_duties;
mod m2026_11_23_000004_records;
mod m2026_11_23_000005_hazards;
mod m2026_11_23_000006_mail;
mod m2026_11_23_000007_ledger;
mod m2026_11_24_000001_chain;
mod m2026_11_24_000002_signatures;
mod m2026_11_24_000003_inspections;
mod m2026_11_24_000004_hazard_loop;
mod m2026_11_24_000005_criteria;
mod m2026_11_24_000006_tips;
mod m2026_11_24_000007_enforcement;
mod m2026_11_24_000008_work;
mod m2026_11_24_000009_drills;
mod m2026_11_24_000010_events;
mod m2026_11_24_000011_reports;
mod m2026_11_25_000001_due;
mod m2026_11_25_000002_indexes;
mod m2026_11_25_000005_beat;
mod m2026_11_25_000006_sending;
mod m2026_11_28_000001_mail_body;
mod m2026_11_28_000002_sign_in;
mod m2026_11_29_000001_person_erasure;
mod m2026_11_29_000002_watched;

/// The earliest schema to which one can go back: what is older knows no signatures, and the chains could not be proved again afterwards.
/// (Nor does the way back from this change take `hazard.told_regulator_at` away, so that it could not be gone forth again.)
pub const EARLIEST: &str = "m2026_11_24_000004_hazard_loop";

/// The changes that were made to a database, in order. Unlike [`MigratorTrait::get_migration_models`] it only reads.
///
/// # Errors
/// What the database says.
pub async fn applied<'c>(db: impl IntoSchemaManagerConnection<'c>) -> Result<Vec<String>, DbErr> {
    let manager = SchemaManager::new(db);
    if !manager.has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let rows = seaql_migrations::Entity::find().order_by_asc(seaql_migrations::Column::Version).all(manager.get_connection()).await?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

/// All changes, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m2026_11_23_000001_places::Migration),
            Box::new(m2026_11_23_000002_people::Migration),
            Box::new(m2026_11_23_000003_duties::Migration),
            Box::new(m2026_11_23_000004_records::Migration),
            Box::new(m2026_11_23_000005_hazards::Migration),
            Box::new(m2026_11_23_000006_mail::Migration),
            Box::new(m2026_11_23_000007_ledger::Migration),
            Box::new(m2026_11_24_000001_chain::Migration),
            Box::new(m2026_11_24_000002_signatures::Migration),
            Box::new(m2026_11_24_000003_inspections::Migration),
            Box::new(m2026_11_24_000004_hazard_loop::Migration),
            Box::new(m2026_11_24_000005_criteria::Migration),
            Box::new(m2026_11_24_000006_tips::Migration),
            Box::new(m2026_11_24_000007_enforcement::Migration),
            Box::new(m2026_11_24_000008_work::Migration),
            Box::new(m2026_11_24_000009_drills::Migration),
            Box::new(m2026_11_24_000010_events::Migration),
            Box::new(m2026_11_24_000011_reports::Migration),
            Box::new(m2026_11_25_000001_due::Migration),
            Box::new(m2026_11_25_000002_indexes::Migration),
            Box::new(m2026_11_25_000005_beat::Migration),
            Box::new(m2026_11_25_000006_sending::Migration),
            Box::new(m2026_11_28_000001_mail_body::Migration),
            Box::new(m2026_11_28_000002_sign_in::Migration),
            Box::new(m2026_11_29_000001_person_erasure::Migration),
            Box::new(m2026_11_29_000002_watched::Migration),
        ]
    }
}
