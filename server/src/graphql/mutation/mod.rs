//! Changes (操作). Each takes one input object and answers a payload with `userErrors`: what cannot be done is data.
//!
//! A mutation reads:
//! ```ignore
//! let mut change = Change::begin(ctx, "gradeHazard", input.request_id).await?;
//! let outcome = match change.earlier() {
//!     Some(earlier) => earlier,
//!     None => hazard::grade(change.db(), change.ctx(), id, …).await.map(|row| row.id),
//! };
//! let (id, user_errors) = change.finish(outcome).await?;
//! Ok(GradeHazardPayload { hazard: found(ctx, id).await?, user_errors })
//! ```

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
