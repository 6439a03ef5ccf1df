//! The outsourcing contracts (发包合同) that an inspection looked at.

use sea_orm::entity::prelude::*;

/// The outsourcing contracts (发包合同) that an inspection looked at.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inspection_contract")]
pub struct Model {
    /// Which inspection.
    #[sea_orm(primary_key, auto_increment = false)]
    pub inspection_id: Uuid,
    /// Which contract.
    #[sea_orm(primary_key, auto_increment = false)]
    pub contract_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
