//! Enforcement actions (执法措施): recorded by the body that took them, withdrawn by it, and what follows from several of them. None of
//! them changes a hazard: only an acceptance closes (严禁以罚代管).

mod authority;
mod candidates;
mod facts;
mod head;
mod record;
mod tell;
mod withdraw;

use chrono::NaiveDate;
use redline_domain::{EnforcementBasis, EnforcementKind, enforcement::Fen};
use uuid::Uuid;

pub use candidates::{ClosureCandidate, candidate, candidates};
pub(crate) use facts::hazard_facts;
pub use facts::{PenaltyCheck, penalty_check};
pub use record::record;
pub use withdraw::withdraw;

/// An enforcement action before being recorded.
#[derive(Clone, Debug)]
pub struct NewEnforcement {
    /// What it is.
    pub kind: EnforcementKind,
    /// Against whom.
    pub organization: Uuid,
    /// The organization that acts; none: the one of the actor's that may.
    pub authority: Option<Uuid>,
    /// For which hazard.
    pub hazard: Option<Uuid>,
    /// That it is for no hazard at all; a penalty says the one or the other, so that none goes around the exemption.
    pub apart_from_hazards: bool,
    /// The inspection on which it rests, which is signed.
    pub inspection: Option<Uuid>,
    /// What it is taken for.
    pub basis: EnforcementBasis,
    /// The law on which it rests (法律依据).
    pub legal_basis: String,
    /// Why, in words.
    pub reason: String,
    /// The number of its document (文号); a fine has one.
    pub number: Option<String>,
    /// The amount of a fine.
    pub amount: Option<Fen>,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// The penalty of the head (一案双罚).
    pub head: Option<HeadPenalty>,
}

/// The head's half of a paired penalty before being recorded. Law, reason and day are those of the enterprise's half.
#[derive(Clone, Debug, Default)]
pub struct HeadPenalty {
    /// The head; either this or the name.
    pub person: Option<Uuid>,
    /// The head's name.
    pub name: Option<String>,
    /// What it is; a fine if nothing is said.
    pub kind: Option<EnforcementKind>,
    /// The amount of a fine.
    pub amount: Option<Fen>,
    /// The number of its document, if it has one of its own.
    pub number: Option<String>,
}
