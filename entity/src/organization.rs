//! An organization (单位): an enterprise, a village, a regulator or an office.

use redline_domain::{OrganizationKind, OrganizationState};
use sea_orm::entity::prelude::*;

use crate::json::{Sectors, Traits};

/// An organization (单位): an enterprise, a village, a regulator or an office.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is in the campaign.
    pub kind: OrganizationKind,
    /// Its name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Unified social credit code (统一社会信用代码), GB 32100-2015.
    #[sea_orm(unique, column_type = "Text", nullable)]
    pub credit_code: Option<String>,
    /// The path of the jurisdiction in which it lies.
    #[sea_orm(column_type = "Text")]
    pub jurisdiction_path: String,
    /// The village organization that an enterprise belongs to.
    pub village_id: Option<Uuid>,
    /// Where it is.
    #[sea_orm(column_type = "Text", nullable)]
    pub address: Option<String>,
    /// Its sectors (行业领域) today; `organization_sector` is the same for searching.
    #[sea_orm(column_type = "JsonBinary")]
    pub sectors: Sectors,
    /// Its traits (特征) today.
    #[sea_orm(column_type = "JsonBinary")]
    pub traits: Traits,
    /// Whether it takes part.
    pub state: OrganizationState,
    /// The first day on which the campaign binds it.
    pub joined_on: Date,
    /// The first day on which it no longer does.
    pub left_on: Option<Date>,
    /// When it was registered.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
