//! Emergency drills (应急演练). A drill counts once its review (评估) is there.

use chrono::NaiveDate;
use redline_domain::{AttachmentPurpose, DrillForm, DrillScope, RecordKind, RecordState, Refusal, attendance::fewer_than_named, ids::Noun, permission::Action};
use redline_entity::{drill, organization};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, attachment,
    attendance::{self, Attendee, Of},
    checks::{self, Checks},
    event::{self, NewEvent},
    evidence,
    organization::allowed,
    task::{self, NewTask},
};

/// A drill before being recorded.
#[derive(Clone, Debug)]
pub struct NewDrill {
    /// Whose.
    pub organization: Uuid,
    /// What was drilled.
    pub title: String,
    /// The scenario.
    pub scenario: String,
    /// The day on which it was held.
    pub occurred_on: NaiveDate,
    /// How many took part.
    pub participants: u32,
    /// Who led it.
    pub led_by: Option<Uuid>,
    /// What was learnt. It may be added later; the drill counts from then on.
    pub review: Option<String>,
    /// The emergency plan that it tried out (演练方案).
    pub plan: Option<String>,
    /// What kind of plan that is.
    pub scope: Option<DrillScope>,
    /// How it was held.
    pub form: Option<DrillForm>,
    /// Who took part, as far as they are named.
    pub attendees: Vec<Attendee>,
    /// What is to be improved; each becomes a task.
    pub improvements: Vec<NewTask>,
    /// Photographs of it, uploaded before.
    pub photos: Vec<Uuid>,
    /// Its documents, uploaded before: the plan, the script.
    pub documents: Vec<Uuid>,
}

/// Records a drill. With its review it is complete (`SIGNED`), without it a draft.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, new: NewDrill) -> Result<drill::Model> {
    let organization = allowed(db, ctx, new.organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    let mut checks = Checks::default();
    let title = checks.text("title", &new.title, checks::TITLE);
    let scenario = checks.text("scenario", &new.scenario, checks::TEXT);
    checks.day(ctx, "occurredOn", new.occurred_on);
    let participants = checks.participants(new.participants);
    let review = checks.optional("review", new.review.as_deref(), checks::TEXT);
    let plan = checks.optional("plan", new.plan.as_deref(), checks::TEXT);
    let attendees = attendance::check(db, &organization, new.occurred_on, new.attendees, &mut checks).await?;
    fewer_than_named(new.participants, attendees.len()).into_iter().for_each(|refusal| checks.refuse(refusal));
    let improvements = task::check(db, &organization, (new.occurred_on, ctx.today()), new.improvements, &mut checks).await?;
    if let Some(leader) = new.led_by {
        checks.held_position(db, "ledById", leader, &organization, new.occurred_on).await?;
    }
    checks.finish()?;
    let row = drill::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        title: Set(title),
        scenario: Set(scenario),
        plan: Set(plan),
        scope: Set(new.scope),
        form: Set(new.form),
        occurred_on: Set(new.occurred_on),
        participants: Set(participants),
        led_by: Set(new.led_by),
        state: Set(if review.is_some() { RecordState::Signed } else { RecordState::Draft }),
        reviewed_at: Set(review.is_some().then_some(ctx.now)),
        review: Set(review),
        voided_reason: Set(None),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    let drill = row.insert(db).await?;
    attendance::write(db, ctx, Of::Drill(drill.id), &attendees).await?;
    attachment::attach(db, ctx, &new.photos, (Noun::Drill, drill.id), AttachmentPurpose::Photo, "photoIds").await?;
    let documents = attachment::attach(db, ctx, &new.documents, (Noun::Drill, drill.id), AttachmentPurpose::Document, "documentIds").await?;
    let data = json!({
        "title": drill.title, "on": drill.occurred_on, "participants": drill.participants, "reviewed": drill.review.is_some(),
        "attendees": attendees.len(), "improvements": improvements.len(), "photos": new.photos.len(),
        "documents": attachment::facts(&documents),
    });
    task::write(db, ctx, &drill, improvements).await?;
    changed(db, ctx, &organization, drill.id, "DRILL_RECORDED", data, Some(drill.occurred_on)).await?;
    Ok(drill)
}

/// Adds the review (评估) that was missing, with what is to be improved. A review that is there stays as it is.
pub async fn add_review(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, review: &str, improvements: Vec<NewTask>) -> Result<drill::Model> {
    let (drill, organization) = own(db, ctx, id).await?;
    if drill.review.is_some() {
        let zh = "该演练已有评估，不能修改。如有错误，请作废后重新登记。";
        return Err(Refusal::new(
            "ALREADY_REVIEWED",
            zh,
            "This drill has its review, which cannot be changed. If it is wrong, void the drill and record it anew.",
        )
        .field("review")
        .into());
    }
    let mut checks = Checks::default();
    let review = checks.text("review", review, checks::TEXT);
    let improvements = task::check(db, &organization, (drill.occurred_on, ctx.today()), improvements, &mut checks).await?;
    checks.finish()?;
    let mut row = drill.into_active_model();
    row.review = Set(Some(review));
    row.reviewed_at = Set(Some(ctx.now));
    row.state = Set(RecordState::Signed);
    let drill = row.update(db).await?;
    let data = json!({ "improvements": improvements.len() });
    task::write(db, ctx, &drill, improvements).await?;
    changed(db, ctx, &organization, id, "DRILL_REVIEWED", data, None).await?;
    Ok(drill)
}

/// Voids a drill: it stays visible and counts no longer, and its open tasks are dropped.
pub async fn void(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<drill::Model> {
    let (drill, organization) = own(db, ctx, id).await?;
    let reason = checks::reason(reason)?;
    let mut row = drill.into_active_model();
    row.state = Set(RecordState::Voided);
    row.voided_reason = Set(Some(reason.clone()));
    let drill = row.update(db).await?;
    task::drop_open(db, ctx, &drill).await?;
    changed(db, ctx, &organization, id, "DRILL_VOIDED", json!({ "reason": reason }), None).await?;
    Ok(drill)
}

/// A drill that the actor may change, which is not voided.
async fn own(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<(drill::Model, organization::Model)> {
    let drill = drill::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = allowed(db, ctx, drill.organization_id, Action::Record).await?;
    if drill.state == RecordState::Voided {
        return Err(checks::already_voided().into());
    }
    Ok((drill, organization))
}

async fn changed(
    db: &impl ConnectionTrait,
    ctx: &Context,
    organization: &organization::Model,
    id: Uuid,
    action: &'static str,
    data: serde_json::Value,
    on: Option<NaiveDate>,
) -> Result<()> {
    let mut event = NewEvent::new(Some(organization.id), Noun::Drill, id, action, data);
    event.true_at = on.map(|on| ctx.site.zone.start_of(on));
    event::append(db, ctx, event).await?;
    evidence::rematch(db, ctx, organization, Some(RecordKind::Drill)).await
}
