//! A remediation plan (治理方案) with its five elements.

use redline_domain::PlanConsent;
use sea_orm::entity::prelude::*;

/// A remediation plan (治理方案) with its five elements.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hazard_plan")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of which hazard.
    pub hazard_id: Uuid,
    /// From 1; of those that are in force the last one is.
    pub version: i32,
    /// Who answers for it (责任人).
    #[sea_orm(column_type = "Text")]
    pub responsible: String,
    /// What is to be done (措施).
    #[sea_orm(column_type = "Text")]
    pub measures: String,
    /// Money, in yuan (资金).
    pub funding_yuan: i64,
    /// By when (期限).
    pub deadline_on: Date,
    /// What if it goes wrong meanwhile (应急预案).
    #[sea_orm(column_type = "Text")]
    pub emergency_plan: String,
    /// When it was submitted.
    pub submitted_on: Date,
    /// By whom.
    pub submitted_by: Option<Uuid>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// Whether its deadline needs a supervisor's consent, and has it. Only then is it in force.
    pub consent: PlanConsent,
    /// Who decided on that.
    pub consent_by: Option<Uuid>,
    /// When it was decided on, or lapsed.
    pub consent_on: Option<Date>,
    /// Why it was decided so.
    #[sea_orm(column_type = "Text", nullable)]
    pub consent_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
