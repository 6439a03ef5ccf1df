//! A contract with a contractor or tenant (外包外租合同), clause 2.1.4.

use redline_domain::{ContractKind, contract::Span};
use sea_orm::entity::prelude::*;

/// A contract with a contractor or tenant (外包外租合同), clause 2.1.4.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contract")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The enterprise that gives work or premises away.
    pub organization_id: Uuid,
    /// To a contractor, or to a tenant.
    pub kind: ContractKind,
    /// The other party.
    #[sea_orm(column_type = "Text")]
    pub party_name: String,
    /// Its unified social credit code, if it has one.
    #[sea_orm(column_type = "Text", nullable)]
    pub party_credit_code: Option<String>,
    /// What work is done or what is rented.
    #[sea_orm(column_type = "Text")]
    pub work: String,
    /// The party's qualification (资质).
    #[sea_orm(column_type = "Text", nullable)]
    pub qualification: Option<String>,
    /// The last day of it.
    pub qualification_until: Option<Date>,
    /// When the safety agreement (安全生产管理协议) was signed.
    pub safety_agreement_on: Date,
    /// Who answers for what (安全生产管理职责).
    #[sea_orm(column_type = "Text")]
    pub duties: String,
    /// Its first day.
    pub since: Date,
    /// Its last day.
    pub until: Option<Date>,
    /// The first day on which it no longer bound, if it was ended.
    pub ended_on: Option<Date>,
    /// Why it was ended.
    #[sea_orm(column_type = "Text", nullable)]
    pub ended_reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// Who recorded it.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The span over which it binds.
    pub fn span(&self) -> Span {
        Span { since: self.since, until: self.until, ended_on: self.ended_on }
    }
}

/// The contracts that are in force on a day: what [`Span::in_force`] says, as a condition.
pub fn in_force(day: Date) -> sea_orm::Condition {
    let none_or = |none: sea_orm::sea_query::Expr, or: sea_orm::sea_query::Expr| sea_orm::Condition::any().add(none).add(or);
    sea_orm::Condition::all()
        .add(Column::Since.lte(day))
        .add(none_or(Column::Until.is_null(), Column::Until.gte(day)))
        .add(none_or(Column::EndedOn.is_null(), Column::EndedOn.gt(day)))
}
