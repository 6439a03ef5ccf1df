//! Changes (操作). Each takes one input object and answers a payload with `userErrors`: what cannot be done is data.
//! Each wraps its use case of the ledger in [`carry_out`], which sees to transaction, `requestId` and refusals.

pub mod carry_out;
pub mod change;
pub mod hazard;
pub mod inspection;
pub mod jurisdiction;
pub mod organization;
pub mod person;
pub mod record;
pub mod responsibility;
pub mod session;
pub mod window;

use async_graphql::MergedObject;

pub use change::{Change, UserError};

/// Changes (操作).
#[derive(MergedObject, Default)]
pub struct Mutation(
    session::SessionMutation,
    organization::OrganizationMutation,
    jurisdiction::JurisdictionMutation,
    person::PersonMutation,
    inspection::InspectionMutation,
    record::RecordMutation,
    responsibility::ResponsibilityMutation,
    hazard::HazardMutation,
    window::WindowMutation,
);
