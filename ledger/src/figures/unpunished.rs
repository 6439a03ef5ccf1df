//! Major hazards that enterprises found themselves, reported as required, are removing, and are not penalised for (自查已报不予处罚),
//! clause 2.2.3.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use redline_domain::{
    EnforcementBasis, EnforcementKind, EnforcementState, FoundBy, HazardGrade, Word,
    enforcement::exemption::{Considered, gaps},
    figures::Span,
    rulebook::Evidence,
};
use redline_entity::{enforcement, hazard, window};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::SelectStatement};
use uuid::Uuid;

use crate::{Context, Result, enforcement::hazard_facts};

/// Where each of them is that was reported in a span, by three statements. Whether the exemption holds is asked as of the last day.
pub(super) async fn organizations(db: &impl ConnectionTrait, ctx: &Context, enterprises: &SelectStatement, span: Span) -> Result<Vec<Uuid>> {
    let hazards = hazard::Entity::find()
        .filter(hazard::Column::OrganizationId.in_subquery(enterprises.clone()))
        .filter(hazard::Column::Grade.eq(HazardGrade::Major))
        .filter(hazard::Column::FoundBy.eq(FoundBy::SelfCheck))
        .filter(hazard::Column::ToldRegulatorOn.between(span.from, span.until))
        .all(db)
        .await?;
    if hazards.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = hazards.iter().map(|row| row.id).collect();
    let asks = |rule: &&redline_domain::rulebook::Rule| rule.evidence.iter().any(|evidence| matches!(evidence, Evidence::HazardReport {}));
    let rules = ctx.site.rulebook.rules.iter().filter(asks).map(|rule| rule.code.as_str());
    let due: Vec<(Option<Uuid>, NaiveDate)> = window::Entity::find()
        .select_only()
        .columns([window::Column::HazardId, window::Column::DueOn])
        .filter(window::Column::HazardId.is_in(ids.iter().copied()))
        .filter(window::Column::RuleCode.is_in(rules))
        .into_tuple()
        .all(db)
        .await?;
    let mut due_on: BTreeMap<Uuid, NaiveDate> = BTreeMap::new();
    for (hazard, on) in due {
        if let Some(hazard) = hazard {
            due_on.entry(hazard).and_modify(|last| *last = on.max(*last)).or_insert(on);
        }
    }
    let penalties = EnforcementKind::ALL.iter().copied().filter(|kind| kind.is_penalty());
    let punished: Vec<Option<Uuid>> = enforcement::Entity::find()
        .select_only()
        .column(enforcement::Column::HazardId)
        .filter(enforcement::Column::HazardId.is_in(ids.iter().copied()))
        .filter(enforcement::Column::Kind.is_in(penalties))
        .filter(enforcement::Column::State.eq(EnforcementState::InForce))
        .filter(enforcement::Column::DecidedOn.lte(span.until))
        .into_tuple()
        .all(db)
        .await?;
    let punished: BTreeSet<Uuid> = punished.into_iter().flatten().collect();
    let considered = Considered { basis: EnforcementBasis::Violation, decided_on: span.until.min(ctx.today()), inspected_on: None };
    let exempt = |row: &&hazard::Model| !punished.contains(&row.id) && gaps(&hazard_facts(ctx, row, due_on.get(&row.id).copied()), &considered).is_empty();
    Ok(hazards.iter().filter(exempt).map(|row| row.organization_id).collect())
}
