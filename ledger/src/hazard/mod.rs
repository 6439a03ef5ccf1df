//! Hazards (隐患) in their closed loop: the use cases on top of [`redline_domain::hazard::life`]. Each step writes the state, an
//! event and the notices in the transaction that it is given. Only an acceptance closes.

mod accept;
mod advance;
mod consent;
mod extension;
pub mod figures;
mod grade;
mod notify;
mod plan;
mod rectify;
mod report;
pub mod seal;
pub mod similar;
mod supervision;
mod suspension;
mod windows;

pub use accept::{accept, reject};
pub use advance::{advance, deadline};
pub use consent::decide_plan;
pub use extension::{decide_extension, request_extension};
pub use grade::{GradeInput, grade};
pub use notify::{ladder_notices, window_notice_kind};
pub use plan::{PlanElements, grant_extension, set_deadline, submit_plan};
pub use rectify::{Application, Photographs, Progress, Rectified, apply_for_acceptance, fix_on_spot, record_progress, tell_regulator};
pub use redline_domain::hazard::measures::ExtensionRequest;
pub use report::{NewHazard, report, report_anonymously, report_finding, report_unchecked};
pub use supervision::{NewSupervision, letter, lift_supervision, list_for_supervision};
pub(crate) use suspension::is_suspended_in_whole;
pub use suspension::{NewSuspension, resume_production, suspend_production};
pub use windows::excuse_all as excuse_windows;

use chrono::NaiveDate;
use redline_domain::{
    Refusal,
    ids::Noun,
    permission::{Action, decide},
};
use redline_entity::{hazard, organization};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Context, Error, Result, actor,
    checks::{Checks, TEXT},
    event::{self, NewEvent},
};

/// The clause of the notice that asks for the closed loop.
const CLAUSE: &str = "2.1.1";

/// A hazard to which the actor may do something, held until the transaction ends, with the organization where it is.
async fn held(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, action: Action) -> Result<(hazard::Model, organization::Model)> {
    let hazard = hazard::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = actor::organization(db, hazard.organization_id).await?;
    ctx.allow(action, &actor::subject(&organization))?;
    Ok((hazard, organization))
}

/// Writes a hazard back as it now is.
async fn keep(db: &impl ConnectionTrait, hazard: hazard::Model) -> Result<hazard::Model> {
    Ok(hazard.into_active_model().reset_all().update(db).await?)
}

/// Writes what happened to a hazard.
async fn note(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model, action: &'static str, data: Value) -> Result<()> {
    event::append(db, ctx, NewEvent::new(Some(hazard.organization_id), Noun::Hazard, hazard.id, action, data)).await
}

/// Writes what happened to a hazard on a day: true from that day on, though it may be recorded later.
async fn note_of(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model, day: NaiveDate, action: &'static str, data: Value) -> Result<()> {
    let event = NewEvent::new(Some(hazard.organization_id), Noun::Hazard, hazard.id, action, data);
    let event = if day < ctx.today() { event.true_at(ctx.site.zone.start_of(day)) } else { event };
    event::append(db, ctx, event).await
}

/// Whether the actor is a supervisor of the organization: a regulator of it or the safety office, and not one of its own people.
fn is_supervisor(ctx: &Context, organization: &organization::Model) -> bool {
    decide(&ctx.actor, Action::AcceptMajor, &actor::subject(organization)).is_allowed()
}

/// What was written, without blanks around it.
fn written(text: &str, field: &str) -> Result<String> {
    let mut checks = Checks::default();
    let text = checks.text(field, text, TEXT);
    checks.finish().map(|()| text)
}

/// A day on which something happened to a hazard: not before it was found, and not in the future.
fn check_day(checks: &mut Checks, ctx: &Context, hazard: &hazard::Model, day: NaiveDate, field: &str) {
    let (first, today) = (hazard.found_on, ctx.today());
    if !(first..=today).contains(&day) {
        let zh = format!("日期应在发现隐患之日（{first}）至今天（{today}）之间。");
        let en = format!("The day must lie between {first}, when the hazard was found, and today ({today}).");
        checks.refuse(Refusal::new("BAD_DATE", zh, en).field(field));
    }
}
