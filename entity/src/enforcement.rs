//! An enforcement action (执法措施) against an organization or, the other half of a paired penalty, its head.

use redline_domain::{EnforcementBasis, EnforcementKind, EnforcementState};
use sea_orm::entity::prelude::*;

/// An enforcement action (执法措施) against an organization or, the other half of a paired penalty, its head.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enforcement")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is.
    pub kind: EnforcementKind,
    /// Against whom; of a head's penalty, the enterprise.
    pub organization_id: Uuid,
    /// The head, of a head's penalty.
    pub person_id: Option<Uuid>,
    /// The head's name, where the ledger does not know the person.
    #[sea_orm(column_type = "Text", nullable)]
    pub person_name: Option<String>,
    /// For which hazard.
    pub hazard_id: Option<Uuid>,
    /// The inspection on which it rests.
    pub inspection_id: Option<Uuid>,
    /// The organization that acts.
    pub authority_id: Uuid,
    /// What it is taken for.
    pub basis: EnforcementBasis,
    /// The law on which it rests (法律依据).
    #[sea_orm(column_type = "Text")]
    pub legal_basis: String,
    /// Why, in words.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// The number of its document (文号).
    #[sea_orm(column_type = "Text", nullable)]
    pub number: Option<String>,
    /// The amount of a fine, in fen.
    pub amount_fen: Option<i64>,
    /// The day of the decision.
    pub decided_on: Date,
    /// The other half of a paired penalty (一案双罚).
    pub pair_id: Option<Uuid>,
    /// Whether it holds.
    pub state: EnforcementState,
    /// Why it was withdrawn.
    #[sea_orm(column_type = "Text", nullable)]
    pub withdrawn_reason: Option<String>,
    /// When.
    pub withdrawn_on: Option<Date>,
    /// By whom.
    pub withdrawn_by: Option<Uuid>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// By whom.
    pub recorded_by: Option<Uuid>,
}

impl Model {
    /// Whether it is the head's half of a paired penalty.
    pub fn is_of_head(&self) -> bool {
        self.person_id.is_some() || self.person_name.is_some()
    }
}

impl ActiveModelBehavior for ActiveModel {}
