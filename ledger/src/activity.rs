//! Meetings, studies, trainings and other activities (活动).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use redline_domain::{
    ActivityKind, AttachmentPurpose, OrganizationKind, RecordKind, RecordState, Refusal, Rulebook, Word,
    attendance::{self as rules, fewer_than_named, more_than_expected},
    ids::Noun,
    permission::{Action, scope},
    rulebook::Evidence,
};
use redline_entity::{activity, activity_enterprise, organization, scoped};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, attachment,
    attendance::{self, Attendee, Of},
    checks::{self, Checks},
    event::{self, NewEvent},
    evidence,
    organization::allowed,
};

/// An activity before being recorded.
#[derive(Clone, Debug)]
pub struct NewActivity {
    /// Whose.
    pub organization: Uuid,
    /// Its kind.
    pub kind: ActivityKind,
    /// What it was.
    pub title: String,
    /// The day on which it was held.
    pub occurred_on: NaiveDate,
    /// How many took part.
    pub participants: u32,
    /// Who led it.
    pub led_by: Option<Uuid>,
    /// What was done.
    pub summary: String,
    /// The enterprises that it names, e.g. those told of the criteria.
    pub enterprises: Vec<Uuid>,
    /// Who took part, was appointed or is a member, as far as they are named.
    pub attendees: Vec<Attendee>,
    /// How many were expected (应到人数).
    pub expected: Option<u32>,
    /// Photographs of it, uploaded before.
    pub photos: Vec<Uuid>,
    /// Its documents, uploaded before: minutes, a paper of appointment.
    pub documents: Vec<Uuid>,
}

/// The kinds of activity that the rulebook asks of a kind of organization.
pub fn kinds(rulebook: &Rulebook, organization: OrganizationKind) -> Vec<ActivityKind> {
    let asked = rulebook.rules.iter().filter(|rule| rule.applies.kind == organization).flat_map(|rule| &rule.evidence);
    let kinds: BTreeSet<ActivityKind> = asked.filter_map(|evidence| if let Evidence::Activity { kind, .. } = evidence { Some(*kind) } else { None }).collect();
    kinds.into_iter().collect()
}

/// Records an activity.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, new: NewActivity) -> Result<activity::Model> {
    let organization = allowed(db, ctx, new.organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    let mut checks = Checks::default();
    let asked = kinds(&ctx.site.rulebook, organization.kind);
    if !asked.contains(&new.kind) {
        checks.refuse(wrong_kind(organization.kind, new.kind, &asked));
    }
    let title = checks.text("title", &new.title, checks::TITLE);
    let summary = checks.text("summary", &new.summary, checks::TEXT);
    checks.day(ctx, "occurredOn", new.occurred_on);
    let participants = checks.participants(new.participants);
    if let Some(leader) = new.led_by {
        checks.held_position(db, "ledById", leader, &organization, new.occurred_on).await?;
    }
    let attendees = attendance::check(db, &organization, new.occurred_on, new.attendees, &mut checks).await?;
    let named: Vec<_> = attendees.iter().map(Attendee::named).collect();
    let at_odds = [
        // Of a kind that is not asked for nothing more is asked.
        rules::check(new.kind, &named).filter(|_| asked.contains(&new.kind)),
        fewer_than_named(new.participants, attendees.len()),
        new.expected.and_then(|expected| more_than_expected(new.participants, expected)),
    ];
    at_odds.into_iter().flatten().for_each(|refusal| checks.refuse(refusal));
    let enterprises: BTreeSet<Uuid> = new.enterprises.into_iter().collect();
    if !all_known(db, ctx, &enterprises).await? {
        checks.refuse(Refusal::new("UNKNOWN_ENTERPRISE", "所列企业中有的不存在。", "Some of the enterprises named do not exist.").field("enterpriseIds"));
    }
    checks.finish()?;
    let row = activity::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        kind: Set(new.kind),
        title: Set(title),
        occurred_on: Set(new.occurred_on),
        participants: Set(participants),
        expected: Set(new.expected.and_then(|expected| i32::try_from(expected).ok())),
        led_by: Set(new.led_by),
        summary: Set(summary),
        // Who records it answers for it: nothing of it can change afterwards.
        state: Set(RecordState::Signed),
        voided_reason: Set(None),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    let activity = row.insert(db).await?;
    let named: Vec<_> =
        enterprises.iter().map(|&enterprise| activity_enterprise::ActiveModel { activity_id: Set(activity.id), organization_id: Set(enterprise) }).collect();
    for chunk in named.chunks(500) {
        activity_enterprise::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
    }
    attendance::write(db, ctx, Of::Activity(activity.id), &attendees).await?;
    let photos = attachment::attach(db, ctx, &new.photos, (Noun::Activity, activity.id), AttachmentPurpose::Photo, "photoIds").await?;
    let documents = attachment::attach(db, ctx, &new.documents, (Noun::Activity, activity.id), AttachmentPurpose::Document, "documentIds").await?;
    let data = json!({
        "kind": activity.kind, "title": activity.title, "on": activity.occurred_on, "participants": activity.participants,
        "enterprises": enterprises.len(), "attendees": attendees.len(), "photos": attachment::facts(&photos),
        "documents": attachment::facts(&documents),
    });
    changed(db, ctx, &organization, activity.id, "ACTIVITY_RECORDED", data, Some(activity.occurred_on)).await?;
    Ok(activity)
}

/// Voids an activity: it stays visible and counts no longer.
pub async fn void(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<activity::Model> {
    let activity = activity::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = allowed(db, ctx, activity.organization_id, Action::Record).await?;
    if activity.state == RecordState::Voided {
        return Err(checks::already_voided().into());
    }
    let reason = checks::reason(reason)?;
    let mut row = activity.into_active_model();
    row.state = Set(RecordState::Voided);
    row.voided_reason = Set(Some(reason.clone()));
    let activity = row.update(db).await?;
    changed(db, ctx, &organization, id, "ACTIVITY_VOIDED", json!({ "reason": reason }), None).await?;
    Ok(activity)
}

/// Whether all of them are enterprises that the actor may know of.
async fn all_known(db: &impl ConnectionTrait, ctx: &Context, enterprises: &BTreeSet<Uuid>) -> Result<bool> {
    if enterprises.is_empty() {
        return Ok(true);
    }
    let known = organization::Entity::find()
        .filter(scoped::organizations(&scope(&ctx.actor, Action::SeeOrganization)))
        .filter(organization::Column::Kind.eq(OrganizationKind::Enterprise))
        .filter(organization::Column::Id.is_in(enterprises.iter().copied()))
        .count(db)
        .await?;
    Ok(usize::try_from(known) == Ok(enterprises.len()))
}

fn wrong_kind(organization: OrganizationKind, kind: ActivityKind, asked: &[ActivityKind]) -> Refusal {
    let zh: Vec<_> = asked.iter().map(|kind| kind.zh()).collect();
    let en: Vec<_> = asked.iter().map(|kind| kind.en()).collect();
    let (zh, en) = if asked.is_empty() { ("无".to_owned(), "none".to_owned()) } else { (zh.join("、"), en.join("; ")) };
    Refusal::new(
        "KIND_NOT_ASKED",
        format!("方案没有要求{}登记“{}”。可登记：{zh}。", organization.zh(), kind.zh()),
        format!("The rulebook asks no such activity ({}) of this kind of organization ({}). It asks for: {en}.", kind.en(), organization.en()),
    )
    .field("kind")
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
    let mut event = NewEvent::new(Some(organization.id), Noun::Activity, id, action, data);
    event.true_at = on.map(|on| ctx.site.zone.start_of(on));
    event::append(db, ctx, event).await?;
    evidence::rematch(db, ctx, organization, Some(RecordKind::Activity)).await
}
