//! How many hazards were found and rectified (发现数、整改数). Self-found and inspection-found are counted apart, always.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use redline_domain::{FoundBy, HazardGrade, HazardState, Word, permission::Scope};
use redline_entity::{hazard, scoped};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::Result;

/// A span of days, both ends included; either may be left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

impl Period {
    fn contains(self, day: impl ColumnTrait) -> Condition {
        Condition::all().add_option(self.from.map(|from| day.gte(from))).add_option(self.until.map(|until| day.lte(until)))
    }
}

/// The hazards that were found in one way and have one grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// How they were found.
    pub found_by: FoundBy,
    /// Their grade now; none: not graded yet.
    pub grade: Option<HazardGrade>,
    /// How many were found in the period.
    pub found: i64,
    /// How many were rectified in it: closed by an acceptance, whenever they were found.
    pub rectified: i64,
}

/// Counts the hazards within a scope and a further condition on their organizations: a row for each way of finding and each
/// grade, in that order, those without a hazard too. Two statements.
pub async fn counts(db: &impl ConnectionTrait, scope: &Scope, places: Option<Condition>, period: Period) -> Result<Vec<Count>> {
    let places = scoped::organization_ids(scope, places);
    let count = async |condition: Condition| -> Result<BTreeMap<(FoundBy, Option<HazardGrade>), i64>> {
        let mut select = hazard::Entity::find()
            .select_only()
            .column(hazard::Column::FoundBy)
            .column(hazard::Column::Grade)
            .column_as(hazard::Column::Id.count(), "hazards")
            .filter(condition)
            .group_by(hazard::Column::FoundBy)
            .group_by(hazard::Column::Grade);
        if let Some(places) = &places {
            select = select.filter(hazard::Column::OrganizationId.in_subquery(places.clone()));
        }
        let rows: Vec<(FoundBy, Option<HazardGrade>, i64)> = select.into_tuple().all(db).await?;
        Ok(rows.into_iter().map(|(found_by, grade, hazards)| ((found_by, grade), hazards)).collect())
    };
    let found = count(period.contains(hazard::Column::FoundOn)).await?;
    let rectified = count(period.contains(hazard::Column::ClosedOn).add(hazard::Column::State.eq(HazardState::Closed))).await?;
    let grades = || HazardGrade::ALL.iter().copied().map(Some).chain([None]);
    let rows = FoundBy::ALL.iter().flat_map(|&found_by| grades().map(move |grade| (found_by, grade)));
    let of = |counts: &BTreeMap<_, i64>, key| counts.get(&key).copied().unwrap_or(0);
    Ok(rows.map(|key| Count { found_by: key.0, grade: key.1, found: of(&found, key), rectified: of(&rectified, key) }).collect())
}
