//! A listing of a hazard for supervision (挂牌督办).

use redline_domain::SupervisionLevel;
use sea_orm::entity::prelude::*;

/// A listing of a hazard for supervision (挂牌督办).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which hazard.
    pub hazard_id: Uuid,
    /// Whose hazard.
    pub organization_id: Uuid,
    /// At which level.
    pub level: SupervisionLevel,
    /// The body that supervises (督办单位).
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// The number of its letter (文号), unique for each body.
    #[sea_orm(column_type = "Text")]
    pub number: String,
    /// By when it is to be rectified (督办期限).
    pub deadline_on: Date,
    /// What is asked for (督办要求).
    #[sea_orm(column_type = "Text")]
    pub requirements: String,
    /// Why the hazard was major when it was listed: the criterion, or the reason of who graded it. The letter says it for good.
    #[sea_orm(column_type = "Text", nullable)]
    pub basis: Option<String>,
    /// Who listed it.
    pub listed_by: Option<Uuid>,
    /// When.
    pub listed_on: Date,
    /// When it was lifted.
    pub lifted_on: Option<Date>,
    /// Who lifted it.
    pub lifted_by: Option<Uuid>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub lifted_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
