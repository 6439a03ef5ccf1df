//! Signatures (签名): who signs gives the password again; what was signed is kept in its canonical form with its hash, the signer,
//! the positions held at that time, and the time. What is sealed cannot change: a correction is a new version that names the old.

use redline_domain::{Refusal, SigningMethod, Word, canonical, ids::Noun};
use redline_entity::{organization, signature};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Context, Db, Error, Result, account::password};

/// That who asks has just proved again who he is. Only this module makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmed {
    person: Option<Uuid>,
    method: SigningMethod,
}

impl Confirmed {
    /// That who asks gave the password again. It is slow by intent, so it is asked for before the transaction.
    ///
    /// # Errors
    /// `WRONG_PASSWORD`, naming `password`; `TOO_MANY_TRIES`.
    pub async fn by_password(db: &Db, ctx: &Context, password: &str) -> Result<Self> {
        let wrong = Refusal::new("WRONG_PASSWORD", "密码不正确，签名未生效。", "The password is wrong; nothing was signed.");
        password::confirm(db, ctx, password, wrong.field("password").clause("2.2.5")).await?;
        Ok(Self { person: ctx.actor.person, method: SigningMethod::Password })
    }

    /// That the program itself acts for who asks, as in a replayed campaign; the signature says so.
    pub fn by_program(ctx: &Context) -> Self {
        Self { person: ctx.actor.person, method: SigningMethod::Program }
    }
}

/// What is signed.
#[derive(Clone, Debug)]
pub struct Content {
    /// Whose matter it is.
    pub organization: Uuid,
    /// What kind of thing.
    pub noun: Noun,
    /// Which.
    pub subject: Uuid,
    /// What is done by it, e.g. `INSPECTION_SIGNED`.
    pub act: &'static str,
    /// All that the signer answers for.
    pub facts: Value,
}

/// Signs: the content is sealed from then on.
///
/// # Errors
/// `Inconsistent` if the proof is somebody else's.
pub async fn sign(db: &impl ConnectionTrait, ctx: &Context, confirmed: &Confirmed, content: Content) -> Result<signature::Model> {
    if confirmed.person != ctx.actor.person {
        return Err(Error::Inconsistent("a signature with another person's proof".to_owned()));
    }
    let signed_as = positions(db, ctx).await?;
    let facts = json!({
        "act": content.act,
        "facts": content.facts,
        "method": confirmed.method,
        "organization": content.organization,
        "signedAs": signed_as,
        "signedAt": ctx.now.timestamp_millis(),
        // Not the name, which can be erased: that this is the one who was called so, the seal of the name tells.
        "signer": confirmed.person,
        "subject": content.subject,
        "subjectKind": content.noun.code(),
    });
    let row = signature::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(content.organization),
        subject_kind: Set(content.noun.code().to_owned()),
        subject_id: Set(content.subject),
        act: Set(content.act.to_owned()),
        signer_id: Set(confirmed.person),
        signer_name: Set(None),
        signed_as: Set(signed_as),
        method: Set(confirmed.method),
        content: Set(canonical::canonical(&facts)),
        hash: Set(canonical::hash(&facts)),
        signed_at: Set(ctx.now),
    };
    Ok(row.insert(db).await?)
}

/// The positions that the signer holds at that time, in words: `红柳化工有限公司 主要负责人`.
async fn positions(db: &impl ConnectionTrait, ctx: &Context) -> Result<Option<String>> {
    let seats = &ctx.actor.seats;
    if seats.is_empty() {
        return Ok(None);
    }
    let rows = organization::Entity::find().filter(organization::Column::Id.is_in(seats.iter().map(|seat| seat.organization))).all(db).await?;
    let named = seats.iter().filter_map(|seat| {
        let row = rows.iter().find(|row| row.id == seat.organization)?;
        Some(format!("{} {}", row.name, seat.position.zh()))
    });
    Ok(Some(named.collect::<Vec<_>>().join("；")))
}

/// The signatures of a thing, the first one first.
pub async fn of(db: &impl ConnectionTrait, subject: Uuid) -> Result<Vec<signature::Model>> {
    of_all(db, &[subject]).await
}

/// The signatures of many things, each thing's first one first.
pub async fn of_all(db: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<Vec<signature::Model>> {
    let rows = signature::Entity::find().filter(signature::Column::SubjectId.is_in(subjects.iter().copied()));
    Ok(rows.order_by_asc(signature::Column::SignedAt).order_by_asc(signature::Column::Id).all(db).await?)
}

/// Whether what a signature says is as it was signed: its content has its hash, and its row says the same as its content.
pub fn is_intact(signature: &signature::Model) -> bool {
    let Ok(value) = serde_json::from_str::<Value>(&signature.content) else { return false };
    let said = [
        ("act", json!(signature.act)),
        ("method", json!(signature.method)),
        ("organization", json!(signature.organization_id)),
        ("signedAs", json!(signature.signed_as)),
        ("signedAt", json!(signature.signed_at.timestamp_millis())),
        ("signer", json!(signature.signer_id)),
        ("subject", json!(signature.subject_id)),
        ("subjectKind", json!(signature.subject_kind)),
    ];
    let named = value.get("signerName").cloned().unwrap_or_default();
    said.iter().all(|(name, said)| value.get(name) == Some(said))
        && named == json!(signature.signer_name)
        && canonical::canonical(&value) == signature.content
        && canonical::hash(&value) == signature.hash
}

/// The facts that were signed; none if the content can no longer be read.
pub fn facts(signature: &signature::Model) -> Option<Value> {
    serde_json::from_str::<Value>(&signature.content).ok()?.get("facts").cloned()
}
