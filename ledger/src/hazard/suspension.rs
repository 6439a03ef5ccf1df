//! Production suspended because of a hazard (停产停业), in part or in whole, and resumed after its acceptance. It does not change
//! whether the organization takes part in the action.

use redline_domain::{
    Audience, NoticeKind, OrganizationKind, Refusal, SuspensionExtent, Tale, Word,
    hazard::measures::{By, check_resumption, check_suspension},
    permission::{Action, Actor, Seat, decide},
};
use redline_entity::{organization, suspension};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use super::{CLAUSE, consent, held, is_supervisor, note};
use crate::{
    Context, Error, Result, actor,
    checks::{Checks, TEXT, TITLE},
    notice::{self, About},
};

/// A suspension of production as it is ordered.
#[derive(Clone, Debug)]
pub struct NewSuspension {
    /// In part or in whole.
    pub extent: SuspensionExtent,
    /// Which part; needed for a suspension in part.
    pub scope: Option<String>,
    /// Why.
    pub reason: String,
    /// The number of the order (文号), if it has one.
    pub number: Option<String>,
}

/// Suspends production because of a hazard (责令停产停业、自行停产). A suspension in whole takes the place of one in part. It is the measure that
/// keeps people safe until the hazard is removed (安全生产法第六十五条), and no penalty; that is an enforcement action. A regulator orders it
/// with enforcement power only (clause 3.3).
///
/// # Errors
/// `NO_ENFORCEMENT_POWER`, `SCOPE_MISSING`, a missing or overlong text, and what [`check_suspension`] refuses.
pub async fn suspend_production(db: &impl ConnectionTrait, ctx: &Context, hazard: Uuid, new: NewSuspension) -> Result<suspension::Model> {
    let (hazard, organization) = held(db, ctx, hazard, Action::SuspendProduction).await?;
    has_power(ctx, &organization)?;
    let running = running(db, hazard.id).await?;
    check_suspension(hazard.state, running.as_ref().map(|row| row.extent), new.extent)?;
    let mut checks = Checks::default();
    let scope = checks.optional("scope", new.scope.as_deref(), TEXT);
    if new.extent == SuspensionExtent::Part && scope.is_none() {
        let zh = "局部停产停业应写明停产的部位、装置或作业。";
        let en = "A suspension in part says which part: the site, the plant or the work that stops.";
        checks.refuse(Refusal::new("SCOPE_MISSING", zh, en).field("scope").clause(CLAUSE));
    }
    let reason = checks.text("reason", &new.reason, TEXT);
    let number = checks.optional("number", new.number.as_deref(), TITLE);
    checks.finish()?;
    let by_supervisor = by(ctx, &organization) == By::Supervisor;
    let row = suspension::ActiveModel {
        id: Set(ctx.id()),
        hazard_id: Set(hazard.id),
        organization_id: Set(organization.id),
        extent: Set(new.extent),
        scope: Set(scope),
        reason: Set(reason),
        number: Set(number),
        // What a supervisor ordered in part, the enterprise does not take over by suspending the rest.
        by_supervisor: Set(by_supervisor || running.as_ref().is_some_and(|row| row.by_supervisor)),
        ordered_by_organization: Set(ordering(ctx, &organization)),
        ordered_by: Set(ctx.actor.person),
        ordered_on: Set(ctx.today()),
        replaced_by: Set(None),
        resumed_on: Set(None),
        resumed_by: Set(None),
        resumed_note: Set(None),
    };
    let row = row.insert(db).await?;
    let replaces = running.as_ref().map(|running| running.id);
    if let Some(running) = running {
        let mut running = running.into_active_model();
        running.replaced_by = Set(Some(row.id));
        running.update(db).await?;
    }
    let data = json!({
        "suspension": row.id, "extent": row.extent, "scope": row.scope, "reason": row.reason, "number": row.number,
        "bySupervisor": by_supervisor, "replaces": replaces,
    });
    note(db, ctx, &hazard, "PRODUCTION_SUSPENDED", data).await?;
    let (zh, en) = match by_supervisor {
        true => (
            "监管部门责令停产停业。隐患验收销号后，由监管部门决定恢复生产。",
            "A supervisor has ordered production to be suspended. It is resumed by a supervisor, once the hazard is accepted and closed.",
        ),
        false => (
            "企业已自行停产停业。隐患验收销号后方可恢复生产。",
            "The enterprise has suspended production by itself. It is resumed once the hazard is accepted and closed.",
        ),
    };
    let title = Tale::new(format!("因隐患{}", row.extent.zh()), format!("Production suspended {}", row.extent.en().to_lowercase()));
    let tale = consent::about(&hazard, title).says(zh, en);
    let tale = row.scope.iter().fold(tale, |tale, scope| tale.fact("停产部位", "Which part", scope.as_str())).fact("原因", "Reason", row.reason.as_str());
    let tale = row.number.iter().fold(tale, |tale, number| tale.fact("文号", "Number", number.as_str()));
    tell(db, ctx, (NoticeKind::ProductionSuspended, &row), &organization, &tale).await?;
    Ok(row)
}

/// Resumes production (恢复生产), after the hazard was closed by acceptance, by those who suspended it.
///
/// # Errors
/// `ALREADY_RESUMED`, a missing note, and what [`check_resumption`] refuses.
pub async fn resume_production(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, note_text: &str) -> Result<suspension::Model> {
    let hazard_id = suspension::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?.hazard_id;
    let (hazard, organization) = held(db, ctx, hazard_id, Action::SuspendProduction).await?;
    let row = suspension::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if row.resumed_on.is_some() || row.replaced_by.is_some() {
        let (zh, en) = match row.resumed_on {
            Some(on) => (format!("已于 {on} 恢复生产。"), format!("Production was resumed on {on} already.")),
            None => (
                "该局部停产停业已被全部停产停业替代，应对后者决定恢复生产。".to_owned(),
                "A suspension in whole took the place of this one; right would be to resume that.".to_owned(),
            ),
        };
        return Err(Refusal::new("ALREADY_RESUMED", zh, en).field("suspensionId").clause(CLAUSE).into());
    }
    let suspended_by = if row.by_supervisor { By::Supervisor } else { By::Enterprise };
    // The program itself acts for whoever may.
    let resumed_by = if ctx.actor.operator { suspended_by } else { by(ctx, &organization) };
    check_resumption(hazard.state, suspended_by, resumed_by)?;
    let mut checks = Checks::default();
    let said = checks.text("note", note_text, TEXT);
    checks.finish()?;
    let mut row = row.into_active_model();
    row.resumed_on = Set(Some(ctx.today()));
    row.resumed_by = Set(ctx.actor.person);
    row.resumed_note = Set(Some(said));
    let row = row.update(db).await?;
    note(db, ctx, &hazard, "PRODUCTION_RESUMED", json!({ "suspension": row.id, "extent": row.extent, "scope": row.scope, "note": row.resumed_note })).await?;
    let tale = consent::about(&hazard, Tale::new("恢复生产", "Production resumed"))
        .says("隐患已验收销号，恢复生产。", "The hazard is accepted and closed; production is resumed.")
        .fact("复产情况", "Note", row.resumed_note.as_deref().unwrap_or_default());
    tell(db, ctx, (NoticeKind::ProductionResumed, &row), &organization, &tale).await?;
    Ok(row)
}

/// Whether some seat by which the actor may suspend production is not one of a regulator without enforcement power.
fn has_power(ctx: &Context, organization: &organization::Model) -> Result<()> {
    let subject = actor::subject(organization);
    let may = |seat: &&Seat| {
        let alone = Actor { person: ctx.actor.person, seats: vec![(*seat).clone()], operator: false };
        decide(&alone, Action::SuspendProduction, &subject).is_allowed()
    };
    if ctx.actor.operator || ctx.actor.seats.iter().filter(may).any(|seat| seat.kind != OrganizationKind::Unit || seat.enforcement_power) {
        return Ok(());
    }
    let zh = "贵单位没有执法权，不能责令停产停业；应报请有执法权的行业监管单位或镇安委办作出。实施方案三（三）：“无执法权力的相关部门要积极配合上级有关部门”。";
    let en =
        "Your unit has no enforcement power and cannot order production to be suspended; right would be to ask a regulator that has it, or the safety office.";
    Err(Refusal::new("NO_ENFORCEMENT_POWER", zh, en).clause("3.3").into())
}

/// Whether production of an organization is suspended in whole because of a hazard.
pub(crate) async fn is_suspended_in_whole(db: &impl ConnectionTrait, organization: Uuid) -> Result<bool> {
    let whole = suspension::Entity::find()
        .filter(suspension::Column::OrganizationId.eq(organization))
        .filter(suspension::Column::Extent.eq(SuspensionExtent::Whole))
        .filter(suspension::Column::ResumedOn.is_null())
        .filter(suspension::Column::ReplacedBy.is_null());
    Ok(whole.count(db).await? > 0)
}

/// The suspension of a hazard's production that still holds.
async fn running(db: &impl ConnectionTrait, hazard: Uuid) -> Result<Option<suspension::Model>> {
    let open = suspension::Entity::find()
        .filter(suspension::Column::HazardId.eq(hazard))
        .filter(suspension::Column::ResumedOn.is_null())
        .filter(suspension::Column::ReplacedBy.is_null());
    Ok(open.order_by_asc(suspension::Column::Id).lock_exclusive().one(db).await?)
}

/// As what the actor suspends or resumes.
fn by(ctx: &Context, organization: &organization::Model) -> By {
    if is_supervisor(ctx, organization) { By::Supervisor } else { By::Enterprise }
}

/// The organization for which the actor may do so: the first of his seats that allows it.
fn ordering(ctx: &Context, organization: &organization::Model) -> Option<Uuid> {
    let own = ctx.actor.seats.iter().find(|seat| seat.organization == organization.id);
    let subject = actor::subject(organization);
    let allows = |seat: &&Seat| {
        let alone = Actor { person: ctx.actor.person, seats: vec![(*seat).clone()], operator: false };
        decide(&alone, Action::SuspendProduction, &subject).is_allowed()
    };
    own.or_else(|| ctx.actor.seats.iter().find(allows)).map(|seat| seat.organization)
}

async fn tell(
    db: &impl ConnectionTrait,
    ctx: &Context,
    (kind, row): (NoticeKind, &suspension::Model),
    organization: &organization::Model,
    tale: &Tale,
) -> Result<()> {
    let audiences = [Audience::Head, Audience::Village, Audience::Regulator, Audience::SafetyOffice];
    notice::tell(db, ctx, (kind, About::Hazard(row.hazard_id), &format!("{kind}@{}", row.id)), organization, &audiences, tale).await
}
