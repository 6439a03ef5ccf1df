//! What is overdue (逾期): derived from the clock when asked, never from a stored flag.

use chrono::NaiveDate;
use redline_domain::{
    HazardState, WindowStatus,
    permission::{Action, scope},
};
use redline_entity::{hazard, scoped, window, window_status};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{Context, Result};

pub use window_status::status_condition;

/// The windows that are overdue on a day.
pub fn overdue_windows(today: NaiveDate) -> Condition {
    // Whether a window is due soon does not matter to one that is past it.
    status_condition(WindowStatus::Overdue, today, 0)
}

/// The hazards whose next deadline has passed by a day: exactly those of which [`crate::hazard::deadline`] lies before it.
pub fn overdue_hazards(today: NaiveDate) -> Condition {
    let rectification = Condition::all()
        .add(hazard::Column::State.is_in([HazardState::Reported, HazardState::Graded, HazardState::Planned, HazardState::Rectifying]))
        .add(hazard::Column::DeadlineOn.lt(today));
    let acceptance = Condition::all().add(hazard::Column::State.eq(HazardState::AwaitingAcceptance)).add(hazard::Column::AcceptanceDueOn.lt(today));
    Condition::any().add(rectification).add(acceptance)
}

/// How much is overdue within what the actor may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OverdueCounts {
    /// Windows.
    pub windows: u64,
    /// Hazards.
    pub hazards: u64,
}

/// Counts what is overdue today within what the actor may see, and within a further condition on the organization, if one is
/// given. What is counted can be listed by [`overdue_windows`] and [`overdue_hazards`].
pub async fn count(db: &impl ConnectionTrait, ctx: &Context, organizations: Option<Condition>) -> Result<OverdueCounts> {
    let mut windows = window::Entity::find().filter(overdue_windows(ctx.today()));
    if let Some(ids) = scoped::organization_ids(&scope(&ctx.actor, Action::SeeDuties), organizations.clone()) {
        windows = windows.filter(window::Column::OrganizationId.in_subquery(ids));
    }
    let mut hazards = hazard::Entity::find().filter(overdue_hazards(ctx.today()));
    if let Some(ids) = scoped::organization_ids(&scope(&ctx.actor, Action::SeeHazards), organizations) {
        hazards = hazards.filter(hazard::Column::OrganizationId.in_subquery(ids));
    }
    Ok(OverdueCounts { windows: windows.count(db).await?, hazards: hazards.count(db).await? })
}
