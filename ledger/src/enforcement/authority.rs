//! Which organization acts (执法单位), and whether the actor may act for it.

use redline_domain::{
    EnforcementKind, Position, Refusal, Trait, Word,
    permission::{Actor, Decision, Reason, Seat, Subject, decide_enforcement},
};
use redline_entity::organization;
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use crate::{Context, Error, Result, actor};

/// The clause that says who enforces.
const POWER: &str = "3.3";

/// The organization that acts: the one that is named, or the first of the actor's that may.
pub(super) async fn authority(
    db: &impl ConnectionTrait,
    ctx: &Context,
    kind: EnforcementKind,
    named: Option<Uuid>,
    target: &organization::Model,
) -> Result<organization::Model> {
    let subject = actor::subject(target);
    let Some(named) = named else {
        allowed(&ctx.actor, kind, &subject)?;
        // Who sits in the target may do nothing from outside, so each seat that may is one of a body that acts.
        let may = |seat: &&Seat| {
            decide_enforcement(&Actor { person: ctx.actor.person, seats: vec![(*seat).clone()], operator: false }, kind, &subject) == Decision::Allow
        };
        let Some(seat) = ctx.actor.seats.iter().find(may) else {
            return Err(Refusal::new("AUTHORITY_MISSING", "请写明作出单位。", "Name the organization that acts.").field("authorityId").into());
        };
        return actor::organization(db, seat.organization).await;
    };
    if !ctx.actor.operator {
        // Where the actor may not act at all, that is what is said, and not which seats there are.
        allowed(&ctx.actor, kind, &subject)?;
        if !ctx.actor.seats.iter().any(|seat| seat.organization == named) {
            let zh = "您在该单位没有任职，不能以其名义采取执法措施。";
            let en = "You hold no position in that organization, so you cannot act in its name.";
            return Err(Refusal::new("NOT_YOUR_SEAT", zh, en).field("authorityId").clause(POWER).into());
        }
    }
    let authority = organization::Entity::find_by_id(named).one(db).await?.ok_or(Error::NotFound)?;
    match decide_enforcement(&seated_in(ctx, &authority), kind, &subject) {
        Decision::Allow => Ok(authority),
        Decision::Deny(Reason::Forbidden(refusal)) => Err(refusal.field("authorityId").into()),
        Decision::Deny(Reason::Invisible) => {
            let zh = format!("“{}”不在“{}”的管辖范围内，不能对其采取“{}”。", target.name, authority.name, kind.zh());
            let en =
                format!("\"{}\" is not within the reach of \"{}\", which cannot take this action ({}) against it.", target.name, authority.name, kind.en());
            Err(Refusal::new("OUT_OF_REACH", zh, en).field("authorityId").clause(POWER).into())
        }
    }
}

/// Whether the actor acts for the organization as one of its officers.
pub(super) fn is_officer_of(ctx: &Context, authority: Uuid) -> bool {
    ctx.actor.operator || ctx.actor.seats.iter().any(|seat| seat.organization == authority && seat.position != Position::Staff)
}

fn allowed(actor: &Actor, kind: EnforcementKind, subject: &Subject<'_>) -> Result<()> {
    match decide_enforcement(actor, kind, subject) {
        Decision::Allow => Ok(()),
        Decision::Deny(Reason::Invisible) => Err(Error::NotFound),
        Decision::Deny(Reason::Forbidden(refusal)) => Err(refusal.field("kind").into()),
    }
}

/// The actor with the seats in one organization only; the operator takes the head's.
fn seated_in(ctx: &Context, organization: &organization::Model) -> Actor {
    let head = Seat {
        organization: organization.id,
        kind: organization.kind,
        position: Position::Head,
        jurisdiction: organization.jurisdiction_path.clone(),
        sectors: organization.sectors.0.clone(),
        enforcement_power: organization.traits.0.contains(&Trait::EnforcementPower),
    };
    let seats = if ctx.actor.operator { vec![head] } else { ctx.actor.seats.iter().filter(|seat| seat.organization == organization.id).cloned().collect() };
    Actor { person: ctx.actor.person, seats, operator: false }
}
