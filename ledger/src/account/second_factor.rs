//! The second factor (二次验证): a code of six digits that changes every half minute (TOTP, RFC 6238), from a telephone that shares a
//! secret with the account.

use chrono::{DateTime, Utc};
use qrcode::{QrCode, render::svg};
use redline_domain::{OrganizationKind, Refusal, Tale, permission::Actor};
use redline_entity::account;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

use super::{Told, note, own, tell};
use crate::{Context, Error, Result, settings::SecondFactor};

/// What the telephone's program calls the account.
const ISSUER: &str = "Redline";

/// What a telephone needs to know.
pub struct Shared {
    /// The secret, in Base32, to be typed in.
    pub secret: String,
    /// The same as an address (`otpauth://…`).
    pub uri: String,
    /// The same as a picture to be photographed (SVG).
    pub qr: String,
}

fn totp(secret: &str, login: &str) -> Result<Totp> {
    let broken = |error: String| Error::Inconsistent(format!("second factor: {error}"));
    let secret = Secret::try_from_base32(secret).map_err(|error| broken(error.to_string()))?;
    // The colon separates the issuer from the account.
    let builder = Builder::new().with_secret(secret).with_issuer(Some(ISSUER)).with_account_name(login.replace(':', " "));
    builder.build().map_err(|error| broken(error.to_string()))
}

/// Makes a secret for the account of who asks. It counts once a code of it was given.
///
/// # Errors
/// `SECOND_FACTOR_SET`.
pub async fn begin(db: &impl ConnectionTrait, ctx: &Context) -> Result<Shared> {
    let account = own(db, ctx).await?;
    if account.totp_since.is_some() {
        let zh = "二次验证已启用；更换手机请先解除。";
        let en = "Your second factor is on already; take it off before you set up another one.";
        return Err(Refusal::new("SECOND_FACTOR_SET", zh, en).into());
    }
    let secret = Secret::from(ctx.site.ids.bytes::<20>().as_slice()).to_base32();
    let login = account.login.clone();
    let mut row = account.into_active_model();
    row.totp_secret = Set(Some(secret.clone()));
    row.update(db).await?;
    let broken = |error: String| Error::Inconsistent(format!("second factor: {error}"));
    let uri = totp(&secret, &login)?.to_url().map_err(|error| broken(error.to_string()))?;
    let qr = QrCode::new(&uri).map_err(|error| broken(error.to_string()))?.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
    Ok(Shared { secret, uri, qr })
}

/// Turns the second factor on, once a code shows that the telephone has the secret.
///
/// # Errors
/// `SECOND_FACTOR_SET`, `WRONG_CODE`.
pub async fn turn_on(db: &impl ConnectionTrait, ctx: &Context, code: &str) -> Result<()> {
    let account = own(db, ctx).await?;
    if account.totp_since.is_some() {
        return Err(Refusal::new("SECOND_FACTOR_SET", "二次验证已启用。", "Your second factor is on already.").into());
    }
    let Some(step) = check(&account, ctx.now, code)? else { return Err(wrong_code()) };
    let mut row = account.clone().into_active_model();
    row.totp_since = Set(Some(ctx.now));
    row.totp_step = Set(Some(step));
    row.update(db).await?;
    note(db, ctx, account.id, "SECOND_FACTOR_SET", json!({})).await?;
    let tale = Tale::new("二次验证已启用", "Your second factor is on").says(
        "您的账号刚刚启用了二次验证，此后登录还需输入手机上显示的验证码。如非本人操作，请立即重设密码，并请单位管理员解除二次验证。",
        "A second factor was turned on for your account just now; from now on signing in also takes the code that a telephone shows. If that was not you, set a new password at once, and have whoever manages your account take the second factor off.",
    );
    tell(db, ctx, &account, format!("FACTOR-{}", ctx.id().simple()), Told::Change(tale)).await
}

/// Takes the second factor off an account, and tells its owner.
///
/// # Errors
/// `NO_SECOND_FACTOR`.
pub async fn remove(db: &impl ConnectionTrait, ctx: &Context, account: account::Model) -> Result<()> {
    if account.totp_since.is_none() {
        return Err(Refusal::new("NO_SECOND_FACTOR", "该账号没有启用二次验证。", "This account has no second factor.").into());
    }
    let mut row = account.clone().into_active_model();
    row.totp_secret = Set(None);
    row.totp_since = Set(None);
    row.totp_step = Set(None);
    row.update(db).await?;
    note(db, ctx, account.id, "SECOND_FACTOR_REMOVED", json!({})).await?;
    let tale = Tale::new("二次验证已解除", "Your second factor was taken off").says(
        "您账号的二次验证刚刚解除，此后只凭密码登录。如非本人或单位管理员操作，请立即重设密码，并联系安委办。",
        "The second factor of your account was taken off just now; from now on the password is enough to sign in. If neither you nor who manages your account did so, set a new password at once and tell the safety office.",
    );
    tell(db, ctx, &account, format!("FACTOR-{}", ctx.id().simple()), Told::Change(tale)).await
}

/// Takes the second factor off the account of who asks, who has just given the password again.
///
/// # Errors
/// `NO_SECOND_FACTOR`.
pub async fn remove_own(db: &impl ConnectionTrait, ctx: &Context) -> Result<()> {
    let account = own(db, ctx).await?;
    remove(db, ctx, account).await
}

/// The time step of a code that is right at that moment and was not used yet.
pub(super) fn check(account: &account::Model, now: DateTime<Utc>, code: &str) -> Result<Option<i64>> {
    let Some(secret) = &account.totp_secret else { return Ok(None) };
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let now = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = totp(secret, &account.login)?.check(&code, now).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| account.totp_step.is_none_or(|last| last < *step)))
}

/// Remembers the code that was taken, so that it is not taken again. `false`: it was, meanwhile.
pub(super) async fn spend(db: &impl ConnectionTrait, account: &account::Model, step: i64) -> Result<bool> {
    use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, sea_query::Expr};
    let unused = Condition::any().add(account::Column::TotpStep.is_null()).add(account::Column::TotpStep.lt(step));
    let spent = account::Entity::update_many().col_expr(account::Column::TotpStep, Expr::value(step));
    Ok(spent.filter(account::Column::Id.eq(account.id)).filter(unused).exec(db).await?.rows_affected == 1)
}

/// That a code is wrong.
pub(super) fn wrong_code() -> Error {
    let zh = "验证码不正确或已使用，请输入手机上当前显示的 6 位数字。";
    let en = "The code is wrong or was used; right would be the six digits that the telephone shows now.";
    Refusal::new("WRONG_CODE", zh, en).field("code").into()
}

/// Whether somebody has to set a second factor up before he may do anything as what he is: a supervisor, where the site asks them to.
pub fn is_owed(rule: SecondFactor, account: &account::Model, actor: &Actor) -> bool {
    let supervises = actor.seats.iter().any(|seat| seat.kind != OrganizationKind::Enterprise);
    rule == SecondFactor::Supervisors && account.totp_since.is_none() && supervises
}
