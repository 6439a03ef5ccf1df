//! The field of Redline, pure: clock, calendar, cadence, windows, ladders, the hazard's life, permissions and the
//! rulebook. It knows neither a database nor a network, and it never waits.

pub mod calendar;
pub mod canonical;
pub mod clock;
pub mod compliance;
pub mod criteria;
pub mod email;
pub mod evidence;
pub mod hazard;
pub mod ids;
pub mod ladder;
pub mod language;
pub mod notice;
pub mod organization;
pub mod permission;
pub mod records;
pub mod refusal;
pub mod rulebook;
pub mod uscc;
pub mod vocabulary;
pub mod window;
pub mod workday;
pub mod workdays;

pub use calendar::Period;
pub use clock::{Clock, SharedClock, Zone};
pub use criteria::Criterion;
pub use email::EmailAddress;
pub use hazard::{FoundBy, HazardEventKind, HazardGrade, HazardState};
pub use language::Language;
pub use notice::{AddressState, Audience, MailState, NoticeKind, NoticeState, Tale};
pub use organization::{JurisdictionKind, OrganizationKind, OrganizationState, Position, Sector, Trait};
pub use records::{
    ActivityKind, AttachmentPurpose, InspectionKind, InspectionMode, InspectionScope, PostKind, RecordKind, RecordState, ReportKind, ResponsibilityListKind,
    SigningMethod,
};
pub use refusal::Refusal;
pub use rulebook::{Proposal, Rulebook};
pub use uscc::UnifiedSocialCreditCode;
pub use vocabulary::{UnknownWord, Word};
pub use window::{EndedAs, WindowStatus};
pub use workday::WorkCalendar;
pub use workdays::Workdays;
