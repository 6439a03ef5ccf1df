//! A hazard (隐患) in its closed loop.

use redline_domain::{FoundBy, HazardGrade, HazardState, Sector};
use sea_orm::entity::prelude::*;

/// A hazard (隐患) in its closed loop.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hazard")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Where it is.
    pub organization_id: Uuid,
    /// What is wrong.
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// Where.
    #[sea_orm(column_type = "Text", nullable)]
    pub location: Option<String>,
    /// The sector that it belongs to.
    pub sector: Option<Sector>,
    /// Where it is in the loop.
    pub state: HazardState,
    /// General or major; none until graded.
    pub grade: Option<HazardGrade>,
    /// The criterion (判定标准) that it was graded by: standard/article/item.
    #[sea_orm(column_type = "Text", nullable)]
    pub criterion: Option<String>,
    /// Why it was graded so without a criterion.
    #[sea_orm(column_type = "Text", nullable)]
    pub grade_reason: Option<String>,
    /// Whether the criteria were searched and none was found to fit.
    pub no_criterion_found: bool,
    /// How it was found.
    pub found_by: FoundBy,
    /// When it was found.
    pub found_on: Date,
    /// The organization whose inspection found it.
    pub found_by_organization_id: Option<Uuid>,
    /// The hazard, closed within the year before, that it is again.
    pub recurrence_of_id: Option<Uuid>,
    /// The inspection's finding that it came from.
    pub finding_id: Option<Uuid>,
    /// Who reported it.
    pub reported_by: Option<Uuid>,
    /// When it was recorded.
    pub reported_at: DateTimeUtc,
    /// When it was graded.
    pub graded_on: Option<Date>,
    /// When it was reported to the regulator, clause 2.1.1.
    pub told_regulator_on: Option<Date>,
    /// When it was recorded that the regulator was told.
    pub told_regulator_at: Option<DateTimeUtc>,
    /// The day by whose end it is to be rectified.
    pub deadline_on: Option<Date>,
    /// Who rectified it.
    pub rectified_by: Option<Uuid>,
    /// When.
    pub rectified_on: Option<Date>,
    /// What was done.
    #[sea_orm(column_type = "Text", nullable)]
    pub rectification: Option<String>,
    /// When acceptance was applied for.
    pub applied_on: Option<Date>,
    /// The day by whose end a major one is to be checked for acceptance.
    pub acceptance_due_on: Option<Date>,
    /// Who accepted it.
    pub accepted_by: Option<Uuid>,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// How often acceptance was refused.
    pub rejections: i32,
    /// Whether its falling overdue stands in the ledger.
    pub overdue_noted: bool,
    /// The highest step of the ladder that was taken.
    pub step_taken: Option<i32>,
    /// When something is next to be done; a cache, derived anew before acting.
    pub check_after: Option<DateTimeUtc>,
    /// How often in a row the sweep failed on it.
    pub failures: i32,
}

impl ActiveModelBehavior for ActiveModel {}
