//! Similar hazards (相似隐患), and the one that a hazard is again (复发).

use std::cmp::Reverse;

use chrono::Days;
use redline_domain::{
    FoundBy, HazardState,
    hazard::similar::{Described, RECURS_WITHIN_DAYS, Similarity, within_a_year},
};
use redline_entity::hazard;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::Result;

/// How many hazards are compared at most, the newest first.
pub const COMPARED: u64 = 200;
/// How many similar ones are shown at most.
pub const SHOWN: usize = 5;

/// A hazard that is similar to another, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    /// The hazard.
    pub hazard: hazard::Model,
    /// How alike they are.
    pub similarity: Similarity,
}

/// A hazard as it is compared.
pub fn described(hazard: &hazard::Model) -> Described<'_> {
    Described { description: &hazard.description, location: hazard.location.as_deref(), criterion: hazard.criterion.as_deref() }
}

/// Those of the candidates that are similar to what is described: the most alike first, then the latest found. The candidates are
/// those that the viewer may see, of the enterprise or its village.
pub fn most_similar(candidates: impl IntoIterator<Item = hazard::Model>, to: &Described<'_>) -> Vec<Similar> {
    let compared = candidates.into_iter().map(|hazard| Similar { similarity: Similarity::of(to, &described(&hazard)), hazard });
    let mut similar: Vec<_> = compared.filter(|similar| similar.similarity.is_similar()).collect();
    similar.sort_by_key(|similar| Reverse(key(similar)));
    similar.truncate(SHOWN);
    similar
}

/// The closest first: by likeness, by day of finding, by key.
fn key(similar: &Similar) -> (bool, u32, chrono::NaiveDate, Uuid) {
    let Similarity { score, same_criterion, same_location, .. } = similar.similarity;
    (same_criterion && same_location, score, similar.hazard.found_on, similar.hazard.id)
}

/// The hazard of the same organization that a hazard is again: the closest of those that were closed within the year before it
/// was found.
pub(super) async fn forerunner(db: &impl ConnectionTrait, hazard: &hazard::Model) -> Result<Option<Uuid>> {
    let first = hazard.found_on.checked_sub_days(Days::new(RECURS_WITHIN_DAYS.unsigned_abs())).unwrap_or(hazard.found_on);
    let closed = hazard::Entity::find()
        .filter(hazard::Column::OrganizationId.eq(hazard.organization_id))
        .filter(hazard::Column::State.eq(HazardState::Closed))
        .filter(hazard::Column::ClosedOn.between(first, hazard.found_on))
        .filter(hazard::Column::Id.ne(hazard.id))
        .order_by_desc(hazard::Column::ClosedOn)
        .order_by_desc(hazard::Column::Id)
        .limit(COMPARED)
        .all(db)
        .await?;
    let to = described(hazard);
    let compared = closed
        .into_iter()
        .filter(|other| other.closed_on.is_some_and(|closed_on| within_a_year(closed_on, hazard.found_on)))
        .map(|other| Similar { similarity: Similarity::of(&to, &described(&other)), hazard: other });
    Ok(compared.filter(|other| other.similarity.is_recurring()).max_by_key(key).map(|other| other.hazard.id))
}

/// The hazards of the same organization that it had found itself before, that are still open, and that a hazard is once more.
pub(crate) async fn self_found_before(db: &impl ConnectionTrait, hazard: &hazard::Model) -> Result<Vec<hazard::Model>> {
    let open = hazard::Entity::find()
        .filter(hazard::Column::OrganizationId.eq(hazard.organization_id))
        .filter(hazard::Column::FoundBy.eq(FoundBy::SelfCheck))
        .filter(hazard::Column::State.ne(HazardState::Closed))
        .filter(hazard::Column::ReportedAt.lt(hazard.reported_at))
        .filter(hazard::Column::Id.ne(hazard.id))
        .order_by_desc(hazard::Column::ReportedAt)
        .order_by_desc(hazard::Column::Id)
        .limit(COMPARED)
        .all(db)
        .await?;
    let to = described(hazard);
    Ok(open.into_iter().filter(|other| Similarity::of(&to, &described(other)).is_recurring()).collect())
}
