//! Windows (期次): excused by the safety office; and who answers for a duty.

use redline_domain::{EndedAs, Refusal, Zone, ids::Noun, permission::Action, window::WindowFacts};
use redline_entity::{duty, window, window_status};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    checks::{self, Checks},
    event::{self, NewEvent},
    notice::{self, About},
    organization::{allowed, replan},
};

/// What decides on the state of a window (期次事实), the same as what lists are filtered by.
pub fn facts(zone: Zone, window: &window::Model) -> WindowFacts {
    window_status::facts(window, zone)
}

/// Excuses (豁免) an organization from a window, from today on. What was not yet sent about it is cancelled.
pub async fn excuse(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<window::Model> {
    let window = window::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    allowed(db, ctx, window.organization_id, Action::ExcuseWindow).await?;
    if let Some(on) = window.fulfilled_on {
        return Err(Refusal::new(
            "ALREADY_FULFILLED",
            format!("该期次已于 {on} 完成，无需豁免。"),
            format!("This window was fulfilled on {on}; there is nothing to excuse."),
        )
        .into());
    }
    if let Some(on) = window.ended_on {
        return Err(Refusal::new("ALREADY_ENDED", format!("该期次已自 {on} 起终止。"), format!("This window ended on {on}.")).into());
    }
    let reason = checks::reason(reason)?;
    let today = ctx.today();
    let (organization, rule) = (window.organization_id, window.rule_code.clone());
    let mut row = window.into_active_model();
    row.ended_on = Set(Some(today));
    row.ended_as = Set(Some(EndedAs::Excused));
    row.ended_reason = Set(Some(reason.clone()));
    row.check_after = Set(None);
    let window = row.update(db).await?;
    notice::cancel(db, About::Window(id), redline_domain::Word::code(EndedAs::Excused)).await?;
    let data = json!({ "rule": rule, "on": today, "as": EndedAs::Excused, "reason": reason });
    event::append(db, ctx, NewEvent::new(Some(organization), Noun::Window, id, "WINDOW_ENDED", data)).await?;
    Ok(window)
}

/// Says who answers for a duty (职责承办人) and is told first; `None`: the organization's safety officer again. Who is told is
/// planned anew at once.
pub async fn assign_owner(db: &impl ConnectionTrait, ctx: &Context, duty: Uuid, person: Option<Uuid>) -> Result<duty::Model> {
    let duty = duty::Entity::find_by_id(duty).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = allowed(db, ctx, duty.organization_id, Action::ManagePeople).await?;
    if let Some(person) = person {
        let mut checks = Checks::default();
        checks.held_position(db, "personId", person, &organization, ctx.today()).await?;
        checks.finish()?;
    }
    if duty.owner_id == person {
        return Ok(duty);
    }
    let (id, rule) = (duty.id, duty.rule_code.clone());
    let mut row = duty.into_active_model();
    row.owner_id = Set(person);
    let duty = row.update(db).await?;
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Duty, id, "DUTY_ASSIGNED", json!({ "rule": rule, "person": person }))).await?;
    replan(db, ctx, organization.id).await?;
    Ok(duty)
}
