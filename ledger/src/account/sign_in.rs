//! Signing in (登录), and what keeps others from guessing. Wrong tries are counted by network and by login; whoever brings the sign of
//! a browser from which that account signed in before is counted apart, so that nobody is locked out by what others try elsewhere.

use chrono::{DateTime, Utc};
use redline_domain::Refusal;
use redline_entity::account;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    note, password, second_factor,
    session::{self, Login},
};
use crate::{
    Context, Db, Error, Result,
    attempt::{self, Address},
    secret::Secret,
};

/// How many wrong tries come from a network in an hour.
const BY_NETWORK: u64 = 50;
/// How many a login takes in an hour: from all strange browsers together, and from each known one.
const BY_LOGIN: u64 = 10;

const NETWORK: &str = "SIGN_IN_NETWORK";
const LOGIN: &str = "SIGN_IN_LOGIN";

/// What somebody signs in with.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The login.
    pub login: &'a str,
    /// The password.
    pub password: &'a str,
    /// The code of the second factor.
    pub code: Option<&'a str>,
    /// The sign by which a browser is known again.
    pub device: Option<&'a str>,
    /// From where.
    pub address: Address,
}

/// Somebody who has signed in.
pub struct SignedIn {
    /// The session.
    pub login: Login,
    /// The sign by which the browser is known the next time.
    pub device: String,
}

/// Signs somebody in. Unknown logins and wrong passwords are answered alike, in words and in time.
///
/// # Errors
/// `WRONG_CREDENTIALS`, `SECOND_FACTOR_NEEDED`, `WRONG_CODE`, `TOO_MANY_TRIES`.
pub async fn sign_in(db: &Db, ctx: &Context, given: Given<'_>) -> Result<SignedIn> {
    let login = given.login.trim();
    let secret = Secret::ready(db, ctx).await?;
    let from = attempt::hidden(ctx, &secret, given.address)?;
    let found = account::Entity::find().filter(account::Column::Login.eq(login)).filter(account::Column::DisabledAt.is_null()).one(db.read()).await?;
    let tries = Tries::of(&secret, found.as_ref(), login, given.device, from)?;
    if let Some(again) = tries.again(db, ctx).await? {
        return Err(password::too_many(ctx, "password", again).into());
    }
    // Counted before the password is looked at, or a hundred that come together would all be.
    let counted = tries.count(db, ctx).await?;
    let good = password::matches(given.password, found.as_ref().map(|account| account.password_hash.as_str())).await?;
    let Some(account) = found.as_ref().filter(|_| good) else {
        refused(db, ctx, found.as_ref(), "PASSWORD").await?;
        return Err(wrong_credentials());
    };
    let step = match (account.totp_since, given.code.filter(|code| !code.trim().is_empty())) {
        (None, _) => None,
        (Some(_), None) => {
            release(db, counted).await?;
            let zh = "请输入手机上显示的 6 位验证码。";
            let en = "Enter the six digits that your telephone shows.";
            return Err(Refusal::new("SECOND_FACTOR_NEEDED", zh, en).field("code").into());
        }
        (Some(_), Some(code)) => match second_factor::check(account, ctx.now, code)? {
            Some(step) => Some(step),
            None => {
                refused(db, ctx, found.as_ref(), "CODE").await?;
                return Err(second_factor::wrong_code());
            }
        },
    };
    let txn = db.begin().await?;
    if let Some(step) = step
        && !second_factor::spend(&txn, account, step).await?
    {
        return Err(second_factor::wrong_code());
    }
    attempt::forget(&txn, counted).await?;
    let login = session::begin(&txn, ctx, account).await?;
    note(&txn, ctx, account.id, "SIGNED_IN", json!({ "secondFactor": step.is_some() })).await?;
    txn.commit().await?;
    Ok(SignedIn { login, device: device_of(ctx, &secret, account.id)? })
}

fn wrong_credentials() -> Error {
    Refusal::new("WRONG_CREDENTIALS", "登录名或密码不正确。", "The login or the password is wrong.").field("password").into()
}

/// Writes down that somebody was refused; of a login that there is not, as much.
async fn refused(db: &Db, ctx: &Context, account: Option<&account::Model>, by: &str) -> Result<()> {
    let txn = db.begin().await?;
    note(&txn, ctx, account.map_or(Uuid::nil(), |account| account.id), "SIGN_IN_REFUSED", json!({ "by": by })).await?;
    txn.commit().await?;
    Ok(())
}

async fn release(db: &Db, counted: Vec<Uuid>) -> Result<()> {
    let txn = db.begin().await?;
    attempt::forget(&txn, counted).await?;
    txn.commit().await?;
    Ok(())
}

/// The sign by which a browser is known again from which an account signed in: the account, some noise, and a keyed hash of both.
fn device_of(ctx: &Context, secret: &Secret, account: Uuid) -> Result<String> {
    let body = format!("{}.{}", account.simple(), hex::encode(ctx.site.ids.bytes::<16>()));
    Ok(format!("{body}.{}", secret.hash("device", &body)?))
}

/// The sign of a browser for somebody who has just shown by a link that an account is his.
///
/// # Errors
/// If the database fails.
pub async fn device(db: &impl ConnectionTrait, ctx: &Context, account: Uuid) -> Result<String> {
    device_of(ctx, &Secret::of(db, ctx).await?, account)
}

/// Against what a try counts.
struct Tries(Vec<(&'static str, u64, Vec<String>)>);

impl Tries {
    fn of(secret: &Secret, account: Option<&account::Model>, login: &str, device: Option<&str>, from: [String; 2]) -> Result<Self> {
        if let (Some(account), Some(device)) = (account, device)
            && let Some((body, mac)) = device.rsplit_once('.')
            && body.split_once('.').is_some_and(|(owner, _)| owner == account.id.simple().to_string())
            && secret.is_hash("device", body, mac)?
        {
            return Ok(Self(vec![(LOGIN, BY_LOGIN, vec![secret.hash("device tries", body)?])]));
        }
        Ok(Self(vec![(NETWORK, BY_NETWORK, from.to_vec()), (LOGIN, BY_LOGIN, vec![secret.hash("login tries", login)?])]))
    }

    async fn again(&self, db: &Db, ctx: &Context) -> Result<Option<DateTime<Utc>>> {
        let mut latest = None;
        for (kind, most, who) in &self.0 {
            latest = latest.max(attempt::again(db.read(), ctx, kind, *most, Some(who)).await?);
        }
        Ok(latest)
    }

    async fn count(&self, db: &Db, ctx: &Context) -> Result<Vec<Uuid>> {
        let txn = db.begin().await?;
        let mut rows = Vec::new();
        for (kind, _, who) in &self.0 {
            rows.extend(match who.first() {
                Some(who) => Some(attempt::note(&txn, ctx, kind, who.clone()).await?),
                None => None,
            });
        }
        txn.commit().await?;
        Ok(rows)
    }
}
