//! A suspension of production (停产停业) because of a hazard.

use redline_domain::SuspensionExtent;
use sea_orm::entity::prelude::*;

/// A suspension of production (停产停业) because of a hazard.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "suspension")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Because of which hazard.
    pub hazard_id: Uuid,
    /// Whose production.
    pub organization_id: Uuid,
    /// In part or in whole.
    pub extent: SuspensionExtent,
    /// Which part (停产部位).
    #[sea_orm(column_type = "Text", nullable)]
    pub scope: Option<String>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// The number of the order (文号).
    #[sea_orm(column_type = "Text", nullable)]
    pub number: Option<String>,
    /// Whether a supervisor ordered it, or what it replaces: then a supervisor resumes.
    pub by_supervisor: bool,
    /// For which organization it was ordered; none: by the program itself.
    pub ordered_by_organization: Option<Uuid>,
    /// Who ordered it.
    pub ordered_by: Option<Uuid>,
    /// When.
    pub ordered_on: Date,
    /// The suspension in whole that took its place.
    pub replaced_by: Option<Uuid>,
    /// When production was resumed.
    pub resumed_on: Option<Date>,
    /// Who decided that.
    pub resumed_by: Option<Uuid>,
    /// What was found before it was (复产情况).
    #[sea_orm(column_type = "Text", nullable)]
    pub resumed_note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
