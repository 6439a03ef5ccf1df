//! Reports by the public and by employees (举报, clause 2.3.3): made without an account, followed by a receipt code, handled by the
//! safety office. Who reported is kept apart, and neither event nor notice nor hazard says it: whistle-blowers are protected.

mod decide;
mod follow;
mod limits;
mod proof;
mod reward;
mod submit;

use std::sync::Arc;

use redline_domain::{
    HazardState, TipState,
    ids::Noun,
    permission::{Action, Actor, decide_sitewide, tip_scope},
};
use redline_entity::{hazard, organization, scoped, tip, tip_addition};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Set, sea_query::Expr};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Context, Error, Result, actor,
    event::{self, NewEvent},
};

pub use decide::{Acceptance, accept, answer, dismiss};
pub use follow::{Followed, add, follow, of_receipt};
pub use proof::{Challenge, challenge, challenge_within};
pub use reward::{NewReward, pay, reward};
pub use submit::{NewTip, Submitted, submit};

/// The clause of the notice that asks for reports, and protects who makes them.
const CLAUSE: &str = "2.3.3";

/// The same moment and site, in which nobody asks: a report says nothing of the person who is logged in.
fn anonymous(ctx: &Context) -> Context {
    Context::new(Arc::clone(&ctx.site), Arc::new(Actor::nobody()), ctx.now)
}

/// The state of a report: it is done when its hazard is closed.
pub fn state(tip: &tip::Model, hazard: Option<&hazard::Model>) -> TipState {
    match (tip.state, hazard) {
        (TipState::Accepted, Some(hazard)) if hazard.state == HazardState::Closed => TipState::Done,
        (state, _) => state,
    }
}

/// The reports that somebody sees or handles: those about organizations below his offices in which he does not sit himself, and those
/// about none.
pub fn of_actor(actor: &Actor, action: Action) -> Condition {
    let scope = tip_scope(actor, action);
    let about = tip::Column::OrganizationId;
    match scoped::organization_ids(&scope, None) {
        None => Condition::all(),
        Some(_) if scope.is_nothing() => Condition::all().add(Expr::value(false)),
        Some(ids) => Condition::any().add(about.is_null()).add(about.in_subquery(ids)),
    }
}

/// A report that the actor may handle, held until the transaction ends. One about an organization in which he sits is not there for
/// him, nor is one about another office's.
async fn held(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<tip::Model> {
    decide_sitewide(&ctx.actor, Action::HandleTips).or_refuse()?;
    let tip = tip::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let Some(about) = tip.organization_id else { return Ok(tip) };
    let about: organization::Model = actor::organization(db, about).await?;
    if tip_scope(&ctx.actor, Action::HandleTips).includes(&actor::subject(&about)) { Ok(tip) } else { Err(Error::NotFound) }
}

async fn keep(db: &impl ConnectionTrait, tip: tip::Model) -> Result<tip::Model> {
    Ok(tip.into_active_model().reset_all().update(db).await?)
}

/// Writes what was said about a report.
async fn say(db: &impl ConnectionTrait, ctx: &Context, tip: Uuid, from_reporter: bool, text: String) -> Result<()> {
    let row = tip_addition::ActiveModel { id: Set(ctx.id()), tip_id: Set(tip), from_reporter: Set(from_reporter), text: Set(text), added_at: Set(ctx.now) };
    row.insert(db).await?;
    Ok(())
}

/// Writes what happened to a report. It is no organization's event, or the enterprise that it is about would see it.
async fn note(db: &impl ConnectionTrait, ctx: &Context, tip: Uuid, action: &'static str, data: Value) -> Result<()> {
    event::append(db, ctx, NewEvent::new(None, Noun::Tip, tip, action, data)).await
}
