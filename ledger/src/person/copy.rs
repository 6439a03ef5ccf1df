//! A copy of what is held about a person (个人信息副本), for him or her to have.

use std::collections::HashMap;

use redline_domain::ids::{self, Noun};
use redline_entity::{
    account, api_key, attendance, ledger_event, mail, mail_body, membership, notice, on_duty, organization, person, post, session, signature,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Error, Result};

/// Everything that is held about a person, as JSON: who it is, account, positions, what was told and mailed, signed, attended, and what the
/// ledger tells of what he or she did. No secret is among it.
///
/// # Errors
/// `NotFound`.
pub async fn copy(db: &impl ConnectionTrait, id: Uuid) -> Result<Value> {
    let person = person::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    Ok(json!({
        "person": {
            "id": ids::encode(Noun::Person, id), "name": person.name, "phone": person.phone, "email": person.email, "emailState": person.email_state,
            "language": person.language, "morningHour": person.morning_hour, "recordedAt": person.created_at, "erasedAt": person.erased_at,
        },
        "account": account_of(db, id).await?,
        "positions": positions(db, id).await?,
        "notices": notices(db, id).await?,
        "mails": mails(db, id).await?,
        "signatures": signatures(db, id).await?,
        "attended": attended(db, id).await?,
        "onDuty": on_duty_days(db, id).await?,
        "posts": posts(db, id).await?,
        "ledger": ledger(db, id).await?,
    }))
}

async fn account_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Value> {
    let Some(account) = account::Entity::find().filter(account::Column::PersonId.eq(id)).one(db).await? else { return Ok(Value::Null) };
    let sessions = session::Entity::find().filter(session::Column::AccountId.eq(account.id)).order_by_asc(session::Column::CreatedAt).all(db).await?;
    let keys = api_key::Entity::find().filter(api_key::Column::AccountId.eq(account.id)).order_by_asc(api_key::Column::CreatedAt).all(db).await?;
    let told = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectId.eq(account.id))
        .filter(ledger_event::Column::SubjectKind.eq(Noun::Account.to_string()))
        .order_by_asc(ledger_event::Column::RecordedAt)
        .order_by_asc(ledger_event::Column::Id);
    Ok(json!({
        "login": account.login, "openedAt": account.created_at, "closedAt": account.disabled_at, "secondFactorSince": account.totp_since,
        "sessions": sessions.iter().map(|row| json!({ "begunAt": row.created_at, "endsAt": row.revoked_at.unwrap_or(row.expires_at) })).collect::<Vec<_>>(),
        "keys": keys.iter().map(|row| {
            json!({ "name": row.name, "mayWrite": row.may_write, "madeAt": row.created_at, "endsAt": row.revoked_at.unwrap_or(row.expires_at) })
        }).collect::<Vec<_>>(),
        "events": told.all(db).await?.iter().map(|row| json!({ "action": row.action, "at": row.true_at })).collect::<Vec<_>>(),
    }))
}

async fn positions(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let rows = membership::Entity::find().filter(membership::Column::PersonId.eq(id)).order_by_asc(membership::Column::Since);
    let rows = rows.order_by_asc(membership::Column::Id).all(db).await?;
    let places = organization::Entity::find().filter(organization::Column::Id.is_in(rows.iter().map(|row| row.organization_id))).all(db).await?;
    let called: HashMap<Uuid, String> = places.into_iter().map(|place| (place.id, place.name)).collect();
    let of = |row: &membership::Model| {
        let organization = called.get(&row.organization_id);
        json!({ "organization": organization, "position": row.position, "title": row.title, "since": row.since, "until": row.until })
    };
    Ok(rows.iter().map(of).collect())
}

async fn notices(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let rows = notice::Entity::find().filter(notice::Column::PersonId.eq(id)).order_by_asc(notice::Column::NoticedAt).order_by_asc(notice::Column::Id);
    let of = |row: &notice::Model| json!({ "kind": row.kind, "step": row.step, "state": row.state, "trueAt": row.true_at, "noticedAt": row.noticed_at });
    Ok(rows.all(db).await?.iter().map(of).collect())
}

async fn mails(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let rows = || mail::Entity::find().filter(mail::Column::PersonId.eq(id));
    let ids = rows().select_only().column(mail::Column::Id).into_query();
    let bodies = mail_body::Entity::find().filter(mail_body::Column::MailId.in_subquery(ids)).all(db).await?;
    let texts: HashMap<Uuid, String> = bodies.into_iter().map(|body| (body.mail_id, body.text)).collect();
    let of = |row: &mail::Model| {
        let text = texts.get(&row.id);
        json!({ "address": row.address, "subject": row.subject, "state": row.state, "sentAt": row.sent_at, "answer": row.answer, "text": text })
    };
    Ok(rows().order_by_asc(mail::Column::CreatedAt).order_by_asc(mail::Column::Id).all(db).await?.iter().map(of).collect())
}

async fn signatures(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let rows = signature::Entity::find().filter(signature::Column::SignerId.eq(id)).order_by_asc(signature::Column::SignedAt);
    let of =
        |row: &signature::Model| json!({ "act": row.act, "signedAs": row.signed_as, "signedAt": row.signed_at, "method": row.method, "content": row.content });
    Ok(rows.order_by_asc(signature::Column::Id).all(db).await?.iter().map(of).collect())
}

async fn attended(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let rows = attendance::Entity::find().filter(attendance::Column::PersonId.eq(id)).order_by_asc(attendance::Column::Id).all(db).await?;
    let thing = |row: &attendance::Model| {
        let activity = row.activity_id.map(|id| ids::encode(Noun::Activity, id));
        activity.or_else(|| row.drill_id.map(|id| ids::encode(Noun::Drill, id)))
    };
    Ok(rows.iter().map(|row| json!({ "of": thing(row), "name": row.name, "role": row.role })).collect())
}

async fn on_duty_days(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let rows = on_duty::Entity::find().filter(on_duty::Column::PersonId.eq(id)).order_by_asc(on_duty::Column::Day).order_by_asc(on_duty::Column::Id);
    Ok(rows.all(db).await?.iter().map(|row| json!({ "day": row.day, "planned": row.planned, "state": row.state, "note": row.note })).collect())
}

async fn posts(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let rows = post::Entity::find().filter(post::Column::AssigneeId.eq(id)).order_by_asc(post::Column::Id).all(db).await?;
    let of = |row: &post::Model| json!({ "title": row.title, "duties": row.duties, "assignedOn": row.assigned_on, "acknowledgedOn": row.acknowledged_on });
    Ok(rows.iter().map(of).collect())
}

/// What the ledger tells of what the person did, and of him or her.
async fn ledger(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Value>> {
    let of_person = Condition::all().add(ledger_event::Column::SubjectId.eq(id)).add(ledger_event::Column::SubjectKind.eq(Noun::Person.to_string()));
    let rows = ledger_event::Entity::find().filter(Condition::any().add(ledger_event::Column::ActorId.eq(id)).add(of_person));
    let rows = rows.order_by_asc(ledger_event::Column::RecordedAt).order_by_asc(ledger_event::Column::Id).all(db).await?;
    let of = |row: &ledger_event::Model| json!({ "action": row.action, "of": row.subject_kind, "at": row.true_at, "recordedAt": row.recorded_at, "facts": row.data });
    Ok(rows.iter().map(of).collect())
}
