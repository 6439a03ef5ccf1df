//! Questions about hazards together: which are similar, and how many were found and rectified.

use async_graphql::{Context, ID, Object, SimpleObject};
use redline_domain::{FoundBy, HazardGrade, Sector, hazard::similar::Described, ids::Noun, permission::Action};
use redline_entity::{hazard, organization};
use redline_ledger::hazard::{
    figures::{self, Period},
    similar::{COMPARED, most_similar},
};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use crate::graphql::{
    ask::Ask, date::Date, error::Answer, hazard::similar::SimilarHazard, id, organization::Organization, query::organizations::whereabouts, visible,
};

/// How many hazards of a grade were found in one way, and rectified (发现数、整改数).
#[derive(Clone, Debug, SimpleObject)]
pub struct HazardCount {
    /// How they were found; self-found and inspection-found are counted apart (发现来源).
    found_by: FoundBy,
    /// Their grade; none: not graded yet (级别).
    grade: Option<HazardGrade>,
    /// How many were found in the span (发现数).
    found: i64,
    /// How many were rectified, accepted and closed in the span, whenever they were found (整改数).
    rectified: i64,
}

/// Questions about hazards together.
#[derive(Default)]
pub struct KinQuery;

#[Object]
impl KinQuery {
    /// The hazards that are similar to one that is about to be entered, the most alike first, five at most (相似隐患): of the same
    /// enterprise or, by the same criterion, of its village; as far as one may see them.
    #[graphql(complexity = "5 * child_complexity + 20")]
    async fn similar_hazards(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where it is (所在单位).")] organization_id: ID,
        #[graphql(desc = "What is wrong (隐患内容).")] description: String,
        #[graphql(desc = "Where exactly (位置).")] location: Option<String>,
        #[graphql(desc = "The code of its criterion, if it is known (判定标准).")] criterion: Option<String>,
    ) -> Answer<Vec<SimilarHazard>> {
        ctx.member()?;
        let Some(organization) = Organization::find(ctx, id::take(Noun::Organization, &organization_id, "organizationId")?).await? else {
            return Ok(Vec::new());
        };
        let criterion = criterion.as_deref().map(str::trim).filter(|code| !code.is_empty());
        let newest = visible::hazards(ctx.ledger(), None)
            .filter(visible::comparable(organization.0.id, organization.0.village_id, criterion))
            .order_by_desc(hazard::Column::FoundOn)
            .order_by_desc(hazard::Column::Id)
            .limit(COMPARED);
        let candidates = newest.all(ctx.db()).await?;
        let similar = most_similar(candidates, &Described { description: &description, location: location.as_deref(), criterion });
        Ok(similar.into_iter().map(SimilarHazard).collect())
    }

    /// How many hazards were found and rectified in a span, apart by how they were found and by grade (隐患统计), of those that one
    /// may see. Every row is there, those of nothing too.
    #[graphql(complexity = "12 * child_complexity + 20")]
    #[expect(clippy::too_many_arguments, reason = "the span and the places")]
    async fn hazard_counts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first day; without it, from the beginning (起).")] from: Option<Date>,
        #[graphql(desc = "The last day; without it, until today (止).")] until: Option<Date>,
        #[graphql(desc = "In this organization only (单位).")] organization: Option<ID>,
        #[graphql(desc = "In enterprises of this village organization only (属地嘎查村社区).")] village: Option<ID>,
        #[graphql(desc = "In organizations with one of these sectors only (行业领域).")] sector: Option<Vec<Sector>>,
        #[graphql(desc = "In enterprises that this regulator watches over only (监管单位).")] unit: Option<ID>,
    ) -> Answer<Vec<HazardCount>> {
        ctx.member()?;
        let places = whereabouts(ctx, village.as_ref(), sector.as_deref(), unit.as_ref()).await?;
        let only = id::take_optional(Noun::Organization, organization.as_ref(), "organization")?;
        let only = only.map(|id| Condition::all().add(organization::Column::Id.eq(id)));
        let places = [places, only].into_iter().flatten().reduce(Condition::add);
        let period = Period { from: from.map(Into::into), until: until.map(Into::into) };
        let counts = figures::counts(ctx.db(), &ctx.scope(Action::SeeHazards), places, period).await?;
        Ok(counts.into_iter().map(|row| HazardCount { found_by: row.found_by, grade: row.grade, found: row.found, rectified: row.rectified }).collect())
    }
}
