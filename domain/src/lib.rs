//! The field of Redline, pure: clock, calendar, cadence, windows, ladders, the hazard's life, permissions and the
//! rulebook. It knows neither a database nor a network, and it never waits.

pub mod account;
pub mod attendance;
pub mod calendar;
pub mod canonical;
pub mod certificate;
pub mod chain;
pub mod clock;
pub mod compliance;
pub mod contacts;
pub mod contract;
pub mod correction;
pub mod criteria;
pub mod email;
pub mod enforcement;
pub mod evidence;
pub mod figures;
pub mod hazard;
pub mod ids;
pub mod key_period;
pub mod ladder;
pub mod language;
pub mod notice;
pub mod organization;
pub mod pace;
pub mod permission;
pub mod permit;
pub mod records;
pub mod refusal;
pub mod rulebook;
pub mod task;
pub mod tip;
pub mod uscc;
pub mod vocabulary;
pub mod window;
pub mod workday;
pub mod workdays;

pub use account::LinkPurpose;
pub use calendar::Period;
pub use certificate::{CertificateKind, CertificateState};
pub use clock::{Clock, SharedClock, Zone};
pub use contract::ContractKind;
pub use criteria::Criterion;
pub use email::EmailAddress;
pub use enforcement::{EnforcementBasis, EnforcementKind, EnforcementState};
pub use hazard::{
    FoundBy, HazardEventKind, HazardGrade, HazardState,
    measures::{ExtensionState, PlanConsent, SupervisionLevel, SuspensionExtent},
};
pub use language::Language;
pub use notice::{AddressState, Audience, MailState, NoticeKind, NoticeState, Tale};
pub use organization::{JurisdictionKind, OrganizationKind, OrganizationState, Position, Sector, Trait};
pub use permit::{PermitKind, PermitLevel, PermitState};
pub use records::{
    ActivityKind, AttachmentPurpose, DrillForm, DrillScope, InspectionKind, InspectionMode, InspectionScope, OnDutyState, PostKind, RecordKind, RecordState,
    ReportKind, ResponsibilityListKind, SigningMethod,
};
pub use refusal::Refusal;
pub use rulebook::{Proposal, Rulebook};
pub use task::TaskState;
pub use tip::TipState;
pub use uscc::UnifiedSocialCreditCode;
pub use vocabulary::{UnknownWord, Word};
pub use window::{EndedAs, WindowStatus};
pub use workday::WorkCalendar;
pub use workdays::Workdays;
