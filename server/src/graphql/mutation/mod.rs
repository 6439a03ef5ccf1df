//! Changes (操作). Each takes one input object and answers a payload with `userErrors`: what cannot be done is data.
//! Each wraps its use case of the ledger in [`carry_out`], which sees to transaction, `requestId` and refusals.

pub mod account;
pub mod api_key;
pub mod carry_out;
pub mod change;
pub mod enforcement;
pub mod events;
pub mod hazard;
pub mod inspection;
pub mod jurisdiction;
pub mod measures;
pub mod organization;
pub mod person;
pub mod record;
pub mod report;
pub mod responsibility;
pub mod session;
pub mod tip;
pub mod window;
pub mod work;

use async_graphql::MergedObject;

pub use change::{Change, UserError};

/// Changes (操作).
#[derive(MergedObject, Default)]
pub struct Mutation(
    session::SessionMutation,
    account::AccountMutation,
    api_key::ApiKeyMutation,
    organization::OrganizationMutation,
    jurisdiction::JurisdictionMutation,
    person::PersonMutation,
    inspection::InspectionMutation,
    record::RecordMutation,
    report::ReportMutation,
    events::EventMutation,
    responsibility::ResponsibilityMutation,
    hazard::HazardMutation,
    enforcement::EnforcementMutation,
    measures::MeasureMutation,
    window::WindowMutation,
    tip::TipMutation,
    work::WorkMutation,
);
