//! What the ledger knows of a hazard that decides on a penalty for it, clause 2.2.3.

use chrono::NaiveDate;
use redline_domain::{
    EnforcementBasis, FoundBy, Refusal,
    enforcement::exemption::{Considered, ExemptionGap, HazardFacts, penalty_on_hazard},
    permission::Action,
    rulebook::Evidence,
};
use redline_entity::{hazard, inspection, window};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{Context, Error, Result, hazard::similar, inspection::is_own, organization::allowed};

/// Whether a penalty may be imposed for a hazard (处罚预检).
#[derive(Clone, Debug)]
pub struct PenaltyCheck {
    /// By which gaps of the exemption it may; none if it may not.
    pub gaps: Vec<ExemptionGap>,
    /// Why it may not.
    pub refusal: Option<Refusal>,
}

/// Says before anybody acts whether a penalty may be imposed for a hazard today.
///
/// # Errors
/// [`Error::NotFound`] for a hazard or an inspection of it that the actor may not see.
pub async fn penalty_check(db: &impl ConnectionTrait, ctx: &Context, hazard: Uuid, inspection: Option<Uuid>, basis: EnforcementBasis) -> Result<PenaltyCheck> {
    let hazard = hazard::Entity::find_by_id(hazard).one(db).await?.ok_or(Error::NotFound)?;
    allowed(db, ctx, hazard.organization_id, Action::SeeHazards).await?;
    let inspection = match inspection {
        Some(id) => {
            let row = inspection::Entity::find_by_id(id).filter(inspection::Column::OrganizationId.eq(hazard.organization_id)).one(db).await?;
            Some(row.ok_or(Error::NotFound)?)
        }
        None => None,
    };
    let considered = considered(basis, ctx.today(), inspection.as_ref());
    let found_again = self_found_before(db, ctx, &hazard, &considered).await?;
    Ok(match (penalty_on_hazard(&facts(db, ctx, &hazard).await?, &considered), found_again) {
        (Ok(gaps), None) => PenaltyCheck { gaps, refusal: None },
        (Err(refusal), _) | (_, Some(refusal)) => PenaltyCheck { gaps: Vec::new(), refusal: Some(refusal) },
    })
}

/// A penalty that rests on an inspection from outside; an enterprise's own forces nobody to report.
pub(super) fn considered(basis: EnforcementBasis, decided_on: NaiveDate, inspection: Option<&inspection::Model>) -> Considered {
    Considered { basis, decided_on, inspected_on: inspection.filter(|row| !is_own(row.kind)).map(|row| row.occurred_on) }
}

/// Why there is no penalty for a hazard that others found, where it is one that the enterprise had found itself before and that is
/// still exempt: to find it once more takes the exemption from nobody.
pub(super) async fn self_found_before(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model, penalty: &Considered) -> Result<Option<Refusal>> {
    if hazard.found_by == FoundBy::SelfCheck {
        return Ok(None);
    }
    for twin in similar::self_found_before(db, hazard).await? {
        // It rests on an inspection at the latest on the day on which the hazard was found by others.
        let considered = Considered { inspected_on: penalty.inspected_on.or(Some(hazard.found_on)), ..*penalty };
        if let Err(refusal) = penalty_on_hazard(&facts(db, ctx, &twin).await?, &considered) {
            return Ok(Some(refusal));
        }
    }
    Ok(None)
}

/// The facts of a hazard, with the day on which its report to the regulator is due.
pub(super) async fn facts(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model) -> Result<HazardFacts> {
    let asks_for_report = |rule: &&redline_domain::rulebook::Rule| rule.evidence.iter().any(|evidence| matches!(evidence, Evidence::HazardReport {}));
    let rules: Vec<&str> = ctx.site.rulebook.rules.iter().filter(asks_for_report).map(|rule| rule.code.as_str()).collect();
    let owed = window::Entity::find()
        .filter(window::Column::HazardId.eq(hazard.id))
        .filter(window::Column::RuleCode.is_in(rules))
        .order_by_desc(window::Column::DueOn)
        .order_by_desc(window::Column::Id)
        .one(db)
        .await?;
    Ok(hazard_facts(ctx, hazard, owed.map(|window| window.due_on)))
}

/// The facts of a hazard whose report to the regulator is due on a day.
pub(crate) fn hazard_facts(ctx: &Context, hazard: &hazard::Model, report_due_on: Option<NaiveDate>) -> HazardFacts {
    HazardFacts {
        grade: hazard.grade,
        found_by: hazard.found_by,
        state: hazard.state,
        told_on: hazard.told_regulator_on,
        told_recorded_on: hazard.told_regulator_at.map(|at| ctx.site.zone.date(at)),
        report_due_on,
        deadline_on: hazard.deadline_on,
        applied_on: hazard.applied_on,
        rejections: hazard.rejections,
    }
}
