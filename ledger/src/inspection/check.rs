//! Whether an inspection may be recorded as it is said to have been: by whom, of whom, led by whom, when.

use redline_domain::{
    InspectionKind, InspectionScope, OrganizationKind, Position, Refusal, Trait,
    permission::{Action, Actor, Decision, Reason, Seat, decide, decide_inspection},
};
use redline_entity::organization;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{NewInspection, cites, is_own};
use crate::{
    Context, Error, Result, actor,
    checks::{self, Checks},
};

/// Goes on only if the actor may record such an inspection and nothing in it is wrong. What is given is put in order.
pub(super) async fn check(db: &impl ConnectionTrait, ctx: &Context, new: &mut NewInspection) -> Result<(organization::Model, organization::Model)> {
    let inspected = actor::organization(db, new.organization).await?;
    let subject = actor::subject(&inspected);
    if is_own(new.kind) {
        ctx.allow(Action::Record, &subject)?;
        if new.inspector != new.organization {
            let zh = format!("“{}”由本单位自行组织，检查单位应为被检查单位。", redline_domain::Word::zh(new.kind));
            let en =
                format!("This kind ({}) is an organization's own: the inspecting organization must be the inspected one.", redline_domain::Word::en(new.kind));
            return Err(Refusal::new("NOT_ITS_OWN", zh, en).field("inspectorId").into());
        }
        checks::not_closed(&inspected)?;
        let inspector = inspected.clone();
        return content(db, ctx, new, &inspector).await.map(|()| (inspected, inspector));
    }
    ctx.allow(Action::Inspect, &subject)?;
    if !ctx.actor.operator && !ctx.actor.seats.iter().any(|seat| seat.organization == new.inspector) {
        return Err(Refusal::new(
            "NOT_YOUR_SEAT",
            "您在该检查单位没有任职，不能以其名义登记检查。",
            "You hold no position in that inspecting organization, so you cannot record its inspections.",
        )
        .field("inspectorId")
        .into());
    }
    let inspector = organization::Entity::find_by_id(new.inspector).one(db).await?.ok_or(Error::NotFound)?;
    if new.kind == InspectionKind::Enforcement && !(inspector.kind == OrganizationKind::Unit && inspector.traits.0.contains(&Trait::EnforcementPower)) {
        let zh = format!("“{}”没有执法权，不能开展执法检查；可登记为抽查检查或帮扶指导。", inspector.name);
        let en = format!(
            "\"{}\" has no enforcement power, so it cannot carry out enforcement inspections; record a spot check or an assistance visit instead.",
            inspector.name
        );
        return Err(Refusal::new("NO_ENFORCEMENT_POWER", zh, en).field("kind").clause("3.3").into());
    }
    // What the organization may do, whatever other seats the actor has.
    match decide_inspection(&seated_in(ctx, &inspector), new.kind, &subject) {
        Decision::Allow => {}
        Decision::Deny(Reason::Forbidden(refusal)) => return Err(refusal.field("kind").into()),
        Decision::Deny(Reason::Invisible) => {
            let zh = format!("“{}”不在“{}”的检查范围内。", inspected.name, inspector.name);
            let en = format!("\"{}\" is not among those whom \"{}\" inspects.", inspected.name, inspector.name);
            return Err(Refusal::new("OUT_OF_REACH", zh, en).field("inspectorId").into());
        }
    }
    content(db, ctx, new, &inspector).await.map(|()| (inspected, inspector))
}

/// The actor with the seats in one organization only; the operator takes the head's.
fn seated_in(ctx: &Context, inspector: &organization::Model) -> Actor {
    let head = Seat {
        organization: inspector.id,
        kind: inspector.kind,
        position: Position::Head,
        jurisdiction: inspector.jurisdiction_path.clone(),
        sectors: inspector.sectors.0.clone(),
        enforcement_power: inspector.traits.0.contains(&Trait::EnforcementPower),
    };
    let seats = if ctx.actor.operator { vec![head] } else { ctx.actor.seats.iter().filter(|seat| seat.organization == inspector.id).cloned().collect() };
    Actor { person: ctx.actor.person, seats, operator: false }
}

async fn content(db: &impl ConnectionTrait, ctx: &Context, new: &mut NewInspection, inspector: &organization::Model) -> Result<()> {
    let mut checks = Checks::default();
    checks.day(ctx, "occurredOn", new.occurred_on);
    checks.held_position(db, "leaderId", new.leader, inspector, new.occurred_on).await?;
    team(db, &mut checks, new, inspector).await?;
    new.summary = checks.text("summary", &new.summary, checks::TEXT);
    if new.findings.len() > 200 {
        checks.refuse(
            Refusal::new(
                "TOO_MANY_FINDINGS",
                "一次检查最多登记 200 项问题，请分次登记。",
                "An inspection takes at most 200 findings; record the rest as another.",
            )
            .field("findings"),
        );
    }
    for (at, finding) in new.findings.iter_mut().enumerate() {
        finding.description = checks.text(&format!("findings.{at}.description"), &finding.description, checks::TEXT);
        finding.location = checks.optional(&format!("findings.{at}.location"), finding.location.as_deref(), checks::TITLE);
    }
    new.modes.sort_unstable();
    new.modes.dedup();
    new.scopes.sort_unstable();
    new.scopes.dedup();
    if new.scopes.is_empty() {
        new.scopes.push(InspectionScope::General);
    }
    cites::check(db, &mut checks, new).await?;
    checks.finish()
}

/// The largest team of an inspection, its leader left out.
const MOST_MEMBERS: usize = 50;

/// The team besides its leader: people who held a position in the inspecting organization on that day.
async fn team(db: &impl ConnectionTrait, checks: &mut Checks, new: &mut NewInspection, inspector: &organization::Model) -> Result<()> {
    let leader = new.leader;
    new.members.retain(|&member| member != leader);
    new.members.sort_unstable();
    new.members.dedup();
    if new.members.len() > MOST_MEMBERS {
        let zh = format!("检查组成员最多 {MOST_MEMBERS} 人。");
        checks
            .refuse(Refusal::new("TOO_MANY_MEMBERS", zh, format!("An inspection names at most {MOST_MEMBERS} people besides its leader.")).field("memberIds"));
        return Ok(());
    }
    checks.held_positions(db, "memberIds", &new.members, inspector, new.occurred_on).await
}

/// Whether the actor is an officer of the safety office above an organization, and does not sit in it.
pub(super) fn is_safety_office(ctx: &Context, inspected: &organization::Model) -> bool {
    // Of all actions, this one is for exactly those.
    decide(&ctx.actor, Action::ExcuseWindow, &actor::subject(inspected)).is_allowed()
}
