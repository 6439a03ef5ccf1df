//! Questions (查询), by noun.

pub mod dates;
pub mod enforcement;
pub mod events;
pub mod figures;
pub mod hazards;
pub mod inspections;
pub mod kin;
pub mod ledger;
pub mod measures;
pub mod notices;
pub mod organizations;
pub mod records;
pub mod responsibility;
pub mod rulebook;
pub mod tips;
pub mod viewer;
pub mod windows;
pub mod work;

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
    enforcement::EnforcementQuery,
    measures::MeasureQuery,
    inspections::InspectionQuery,
    figures::FiguresQuery,
    responsibility::ResponsibilityQuery,
    records::RecordQuery,
    events::EventQuery,
    kin::KinQuery,
    tips::TipQuery,
    work::WorkQuery,
);
