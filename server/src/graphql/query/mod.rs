//! Questions (查询), by noun.

pub mod dates;
pub mod hazards;
pub mod inspections;
pub mod ledger;
pub mod notices;
pub mod organizations;
pub mod records;
pub mod responsibility;
pub mod rulebook;
pub mod viewer;
pub mod windows;

use async_graphql::MergedObject;

/// Questions (查询).
#[derive(MergedObject, Default)]
pub struct Query(
    viewer::ViewerQuery,
    organizations::OrganizationQuery,
    windows::WindowQuery,
    rulebook::RulebookQuery,
    notices::NoticeQuery,
    ledger::LedgerQuery,
    hazards::HazardQuery,
    inspections::InspectionQuery,
    responsibility::ResponsibilityQuery,
    records::RecordQuery,
);
