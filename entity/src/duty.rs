//! One rule applied to one organization (职责), over the days on which it is in force with one cadence.

use redline_domain::EndedAs;
use sea_orm::entity::prelude::*;

/// One rule applied to one organization (职责), over the days on which it is in force with one cadence.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who owes it.
    pub organization_id: Uuid,
    /// Which rule.
    #[sea_orm(column_type = "Text")]
    pub rule_code: String,
    /// How often, as a word: a period's code, or ONCE, EACH_PHASE, EVENT.
    #[sea_orm(column_type = "Text")]
    pub cadence: String,
    /// The first day in force.
    pub begins_on: Date,
    /// The first day out of force.
    pub ended_on: Option<Date>,
    /// Whether it was superseded or excused.
    pub ended_as: Option<EndedAs>,
    /// Who answers for it instead of the organization's safety officer.
    pub owner_id: Option<Uuid>,
    /// When it was planned.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
