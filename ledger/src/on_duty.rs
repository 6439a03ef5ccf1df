//! Who is on duty in a key period (在岗值守): the roster beforehand, and a record of each day.

use chrono::NaiveDate;
use redline_domain::{AttachmentPurpose, OnDutyState, RecordKind, Refusal, ids::Noun, permission::Action};
use redline_entity::{key_period, membership, on_duty, organization};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, attachment,
    checks::{self, Checks},
    event::{self, NewEvent},
    evidence,
    organization::allowed,
};

/// How many entries a roster has at most.
const MOST: usize = 310;

/// A person on a day of the roster (值守表).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The day.
    pub day: NaiveDate,
    /// Who.
    pub person: Uuid,
}

/// That somebody was on duty, before being recorded.
#[derive(Clone, Debug)]
pub struct NewOnDuty {
    /// Whose.
    pub organization: Uuid,
    /// In which key period.
    pub key_period: Uuid,
    /// On which day.
    pub day: NaiveDate,
    /// Who.
    pub person: Uuid,
    /// What was done and dealt with.
    pub note: Option<String>,
    /// Photographs of the site, uploaded before.
    pub photos: Vec<Uuid>,
}

/// Plans the roster (排班) of an organization for a key period, in place of the one before. What is recorded already stays.
///
/// # Errors
/// `OUT_OF_PERIOD`, `NO_POSITION`, `KEY_PERIOD_WITHDRAWN`, `ROSTER_TOO_LONG`.
pub async fn plan(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid, key_period: Uuid, mut entries: Vec<Entry>) -> Result<Vec<on_duty::Model>> {
    let (organization, period) = begin(db, ctx, organization, key_period).await?;
    entries.sort_unstable();
    entries.dedup();
    let mut checks = Checks::default();
    if entries.len() > MOST {
        let zh = format!("值守表最多 {MOST} 条。");
        return Err(Refusal::new("ROSTER_TOO_LONG", zh, format!("A roster has {MOST} entries at most.")).field("entries").into());
    }
    let seats = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization.id))
        .filter(membership::Column::PersonId.is_in(entries.iter().map(|entry| entry.person)))
        .all(db)
        .await?;
    for (at, entry) in entries.iter().enumerate() {
        within(&period, &format!("entries.{at}.day"), entry.day, &mut checks);
        let held = |row: &membership::Model| row.person_id == entry.person && row.since <= entry.day && row.until.is_none_or(|until| entry.day < until);
        if !seats.iter().any(held) {
            checks.refuse(checks::no_position(&format!("entries.{at}.personId"), &organization, entry.day));
        }
    }
    checks.finish()?;
    let rows = standing(db, organization.id, key_period).await?;
    for row in rows {
        let planned = entries.contains(&Entry { day: row.day, person: row.person_id });
        if planned != row.planned {
            // What is recorded stays; what was only planned goes.
            if row.state == OnDutyState::Planned {
                on_duty::Entity::delete_by_id(row.id).exec(db).await?;
                continue;
            }
            let mut changed = row.into_active_model();
            changed.planned = Set(planned);
            changed.update(db).await?;
        }
    }
    let recorded = standing(db, organization.id, key_period).await?;
    let fresh: Vec<_> = entries
        .iter()
        .filter(|entry| !recorded.iter().any(|row| (row.day, row.person_id) == (entry.day, entry.person)))
        .map(|entry| row(ctx, &organization, key_period, *entry))
        .collect();
    for chunk in fresh.chunks(100) {
        on_duty::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
    }
    let rows = standing(db, organization.id, key_period).await?;
    let roster: Vec<_> = rows.iter().filter(|row| row.planned).map(|row| json!({ "day": row.day, "person": row.person_id })).collect();
    let data = json!({ "period": period.name, "roster": roster });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::KeyPeriod, key_period, "ON_DUTY_PLANNED", data)).await?;
    Ok(rows)
}

/// Records that somebody was on duty on a day (登记在岗). Whether it counts, the requirement says: the head has to be there.
///
/// # Errors
/// `OUT_OF_PERIOD`, `DATE_IN_FUTURE`, `NO_POSITION`, `ALREADY_RECORDED`, `KEY_PERIOD_WITHDRAWN`.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, new: NewOnDuty) -> Result<on_duty::Model> {
    let (organization, period) = begin(db, ctx, new.organization, new.key_period).await?;
    let mut checks = Checks::default();
    within(&period, "day", new.day, &mut checks);
    if new.day > ctx.today() {
        let today = ctx.today();
        let zh = format!("在岗记录应在当日或之后登记，不能早于该日（今天是 {today}）。");
        let en = format!("A day is recorded when it has come, not before (today is {today}).");
        checks.refuse(Refusal::new("DATE_IN_FUTURE", zh, en).field("day"));
    }
    checks.held_position(db, "personId", new.person, &organization, new.day).await?;
    let note = checks.optional("note", new.note.as_deref(), checks::TEXT);
    checks.finish()?;
    let entry = Entry { day: new.day, person: new.person };
    let planned = standing(db, organization.id, new.key_period).await?.into_iter().find(|row| (row.day, row.person_id) == (entry.day, entry.person));
    let mut row = match planned {
        Some(row) if row.state == OnDutyState::Recorded => {
            let zh = "此人当日的在岗记录已登记。如有错误，请作废后重新登记。";
            let en = "This person's being on duty that day is recorded already. If it is wrong, void it and record it anew.";
            return Err(Refusal::new("ALREADY_RECORDED", zh, en).field("day").into());
        }
        Some(row) => row.into_active_model(),
        None => {
            let fresh = on_duty::ActiveModel { planned: Set(false), ..self::row(ctx, &organization, new.key_period, entry) };
            fresh.insert(db).await?.into_active_model()
        }
    };
    row.state = Set(OnDutyState::Recorded);
    row.note = Set(note);
    row.recorded_at = Set(Some(ctx.now));
    row.recorded_by = Set(ctx.actor.person);
    let row = row.update(db).await?;
    let photos = attachment::attach(db, ctx, &new.photos, (Noun::OnDuty, row.id), AttachmentPurpose::Photo, "photoIds").await?;
    let data = json!({ "period": period.name, "day": row.day, "person": row.person_id, "photos": attachment::facts(&photos) });
    let event = NewEvent::new(Some(organization.id), Noun::OnDuty, row.id, "ON_DUTY_RECORDED", data).true_at(ctx.site.zone.start_of(row.day));
    event::append(db, ctx, event).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::OnDuty)).await?;
    Ok(row)
}

/// Voids a record: it stays visible and counts no longer. The roster stays as it was planned.
///
/// # Errors
/// `ALREADY_VOIDED`, `NOT_RECORDED`, `REASON_MISSING`.
pub async fn void(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<on_duty::Model> {
    let found = on_duty::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = allowed(db, ctx, found.organization_id, Action::Record).await?;
    match found.state {
        OnDutyState::Voided => return Err(checks::already_voided().into()),
        OnDutyState::Planned => {
            let zh = "这只是排班，尚无在岗记录；请直接修改值守表。";
            return Err(Refusal::new("NOT_RECORDED", zh, "This is only planned and nothing is recorded; change the roster instead.").into());
        }
        OnDutyState::Recorded => {}
    }
    let reason = checks::reason(reason)?;
    let (entry, planned, period) = (Entry { day: found.day, person: found.person_id }, found.planned, found.key_period_id);
    let mut changed = found.into_active_model();
    changed.state = Set(OnDutyState::Voided);
    changed.voided_reason = Set(Some(reason.clone()));
    let voided = changed.update(db).await?;
    if planned {
        row(ctx, &organization, period, entry).insert(db).await?;
    }
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::OnDuty, id, "ON_DUTY_VOIDED", json!({ "reason": reason }))).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::OnDuty)).await?;
    Ok(voided)
}

async fn begin(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid, key_period: Uuid) -> Result<(organization::Model, key_period::Model)> {
    let organization = allowed(db, ctx, organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    let unknown = || Refusal::new("UNKNOWN_KEY_PERIOD", "没有这个关键时间节点。", "There is no such key period.").field("keyPeriodId");
    // It is not withdrawn while this goes on.
    let period = key_period::Entity::find_by_id(key_period).lock_shared().one(db).await?.ok_or_else(unknown)?;
    if let Some(on) = period.withdrawn_on {
        let zh = format!("该关键时间节点已于 {on} 撤销，无需登记。");
        let en = format!("This key period was withdrawn on {on}; nothing is to be recorded.");
        return Err(Refusal::new("KEY_PERIOD_WITHDRAWN", zh, en).field("keyPeriodId").into());
    }
    Ok((organization, period))
}

fn within(period: &key_period::Model, field: &str, day: NaiveDate, checks: &mut Checks) {
    let (from, until) = (period.from_on, period.until_on);
    if !(from..=until).contains(&day) {
        let zh = format!("日期应在该关键时间节点内（{from} 至 {until}）。");
        let en = format!("The day must lie within the key period ({from} to {until}).");
        checks.refuse(Refusal::new("OUT_OF_PERIOD", zh, en).field(field));
    }
}

/// The roster and the records of an organization in a key period, without what is voided.
async fn standing(db: &impl ConnectionTrait, organization: Uuid, key_period: Uuid) -> Result<Vec<on_duty::Model>> {
    let rows = on_duty::Entity::find()
        .filter(on_duty::Column::OrganizationId.eq(organization))
        .filter(on_duty::Column::KeyPeriodId.eq(key_period))
        .filter(on_duty::Column::State.ne(OnDutyState::Voided));
    Ok(rows.order_by_asc(on_duty::Column::Day).order_by_asc(on_duty::Column::Id).all(db).await?)
}

fn row(ctx: &Context, organization: &organization::Model, key_period: Uuid, entry: Entry) -> on_duty::ActiveModel {
    on_duty::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        key_period_id: Set(key_period),
        day: Set(entry.day),
        person_id: Set(entry.person),
        planned: Set(true),
        state: Set(OnDutyState::Planned),
        note: Set(None),
        entered_at: Set(ctx.now),
        entered_by: Set(ctx.actor.person),
        recorded_at: Set(None),
        recorded_by: Set(None),
        voided_reason: Set(None),
    }
}
