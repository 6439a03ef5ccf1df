//! A node of the tree county › town › village (辖区).

use redline_domain::JurisdictionKind;
use sea_orm::entity::prelude::*;

/// A node of the tree county › town › village (辖区).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "jurisdiction")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The node above; none for the root.
    pub parent_id: Option<Uuid>,
    /// Its level.
    pub kind: JurisdictionKind,
    /// Its name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The codes from the root down, each ended by a slash, e.g. `/wushen/wushenzhao/`; what lies below begins with it.
    #[sea_orm(unique, column_type = "Text")]
    pub path: String,
}

impl ActiveModelBehavior for ActiveModel {}
