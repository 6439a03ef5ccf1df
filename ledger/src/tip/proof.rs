//! What a report costs who makes it: a proof of work for a challenge that this site signed. Nothing of a challenge is kept until it
//! is used; then it is remembered until it expires, so that it is used once.

use chrono::{DateTime, Duration, Utc};
use redline_domain::{Refusal, tip::proves};
use redline_entity::tip_challenge;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use sha2::{Digest, Sha256};

use crate::{Context, Db, Result, secret::Secret};

/// How long a challenge holds: long enough to write a report by hand.
const HOLDS: Duration = Duration::minutes(30);

/// A challenge (验证题): find a nonce with which its SHA-256 begins with `difficulty` zero bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Its text, to be given back as it is.
    pub challenge: String,
    /// How many zero bits.
    pub difficulty: u32,
    /// Until when it holds.
    pub expires_at: DateTime<Utc>,
}

/// A new challenge. Only the very first one of a site writes anything, the secret.
pub async fn challenge(db: &Db, ctx: &Context) -> Result<Challenge> {
    signed_by(&Secret::ready(db, ctx).await?, ctx)
}

/// A new challenge, for whoever is in a transaction already.
pub async fn challenge_within(db: &impl ConnectionTrait, ctx: &Context) -> Result<Challenge> {
    signed_by(&Secret::of(db, ctx).await?, ctx)
}

fn signed_by(secret: &Secret, ctx: &Context) -> Result<Challenge> {
    let (difficulty, expires_at) = (ctx.site.tips.difficulty, ctx.now + HOLDS);
    let body = format!("{}.{}.{difficulty}", hex::encode(ctx.site.ids.bytes::<16>()), expires_at.timestamp());
    let challenge = format!("{body}.{}", secret.hash("challenge", &body)?);
    Ok(Challenge { challenge, difficulty, expires_at })
}

/// Takes a proof of work, once.
///
/// # Errors
/// `BAD_CHALLENGE`, `CHALLENGE_EXPIRED`, `WORK_NOT_PROVED`, `CHALLENGE_USED`.
pub(super) async fn take(db: &impl ConnectionTrait, ctx: &Context, secret: &Secret, challenge: &str, nonce: &str) -> Result<()> {
    let expires_at = check(ctx, secret, challenge, nonce)?;
    tip_challenge::Entity::delete_many().filter(tip_challenge::Column::ExpiresAt.lte(ctx.now)).exec(db).await?;
    let hash = hex::encode(Sha256::digest(challenge));
    if tip_challenge::Entity::find_by_id(&hash).one(db).await?.is_some() {
        let zh = "此验证题已用过一次，请重新获取后再提交。";
        let en = "This challenge was used once already; right would be a new one.";
        return Err(Refusal::new("CHALLENGE_USED", zh, en).field("challenge").into());
    }
    tip_challenge::ActiveModel { challenge_hash: Set(hash), expires_at: Set(expires_at) }.insert(db).await?;
    Ok(())
}

fn check(ctx: &Context, secret: &Secret, challenge: &str, nonce: &str) -> Result<DateTime<Utc>> {
    let refuse = |code, field: &str, zh: &str, en: &str| Err(Refusal::new(code, zh, en).field(field).into());
    let Some((expires_at, difficulty)) = signed(secret, challenge)? else {
        return refuse("BAD_CHALLENGE", "challenge", "此验证题不是本站发出的，请重新获取。", "This challenge is not of this site; right would be a new one.");
    };
    if expires_at <= ctx.now {
        return refuse("CHALLENGE_EXPIRED", "challenge", "此验证题已过期，请重新获取。", "This challenge has expired; right would be a new one.");
    }
    if nonce.len() > 100 || !proves(challenge, nonce, difficulty) {
        let zh = "未完成浏览器验证，请刷新页面后重新提交。";
        let en = "The nonce does not prove the work that the challenge asks for; right would be one with which the hash begins with enough zero bits.";
        return refuse("WORK_NOT_PROVED", "nonce", zh, en);
    }
    Ok(expires_at)
}

/// Until when a challenge of this site holds, and what it asks for; none: it is not of this site.
fn signed(secret: &Secret, challenge: &str) -> Result<Option<(DateTime<Utc>, u32)>> {
    let parts = || {
        let (body, mac) = challenge.rsplit_once('.')?;
        let mut fields = body.split('.').skip(1);
        let expires_at = DateTime::from_timestamp(fields.next()?.parse().ok()?, 0)?;
        Some((body, mac, expires_at, fields.next()?.parse().ok()?))
    };
    let Some((body, mac, expires_at, difficulty)) = parts() else { return Ok(None) };
    Ok(secret.is_hash("challenge", body, mac)?.then_some((expires_at, difficulty)))
}
