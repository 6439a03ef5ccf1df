//! Passwords (密码): by argon2id, and by the rules of NIST SP 800-63B: long, not guessable, and nothing else is asked of them; no mixture
//! of characters, and no change each quarter.

use std::sync::LazyLock;

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use chrono::{DateTime, Utc};
use redline_domain::{Refusal, Tale};
use redline_entity::{account, person};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use super::{Told, key, note, own, session, tell};
use crate::{Context, Db, Error, Result, attempt, checks::Checks};

/// How many characters a password has at least, where it is all that is asked for.
pub const SHORTEST: usize = 15;
/// How many it has at most.
pub const LONGEST: usize = 128;
/// How many hashes are worked out at a time; each wants 19 MiB and a core.
const AT_ONCE: usize = 4;
/// How often somebody who is signed in may give a wrong password in an hour.
const WRONG: u64 = 10;

/// A hash that no password matches: an unknown login costs as much time as a wrong password.
static DECOY: LazyLock<String> = LazyLock::new(|| hash_password("nobody's password").unwrap_or_default());
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// A password as it is hashed: keyboards write the same sign in several ways.
fn normal(password: &str) -> String {
    password.nfkc().collect()
}

/// The argon2id hash of a password.
///
/// # Errors
/// If it cannot be worked out.
pub fn hash_password(password: &str) -> Result<String> {
    Argon2::default().hash_password(normal(password).as_bytes()).map(|hash| hash.to_string()).map_err(|e| Error::Inconsistent(format!("password hash: {e}")))
}

/// Whether a password may be set. What is known of its owner must not be all of it.
///
/// # Errors
/// `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`, `PASSWORD_GUESSABLE`, naming `field`.
pub fn check_new(field: &str, password: &str, about: &[&str]) -> Result<()> {
    let mut checks = Checks::default();
    let password = normal(password);
    let length = password.chars().count();
    if length < SHORTEST {
        let zh = format!("密码至少 {SHORTEST} 个字符，现有 {length} 个；可以用一句只有自己知道的话。");
        let en = format!("A password has at least {SHORTEST} characters, this one has {length}; right would be a sentence that only you know.");
        checks.refuse(Refusal::new("PASSWORD_TOO_SHORT", zh, en).field(field));
    } else if length > LONGEST {
        let zh = format!("密码最多 {LONGEST} 个字符，现有 {length} 个。");
        let en = format!("A password has at most {LONGEST} characters, this one has {length}.");
        checks.refuse(Refusal::new("PASSWORD_TOO_LONG", zh, en).field(field));
    } else {
        // The words of everybody's lists of common passwords are known to it, and what people make of them.
        let known: Vec<&str> = about.iter().copied().chain(["redline", "红线", "hongxian", "anquan"]).collect();
        if zxcvbn(&password, &known).score() < Score::Three {
            let zh = "此密码容易被猜到（常见密码、重复、顺序或含本人信息）；可以用一句只有自己知道的话。";
            let en =
                "This password is easy to guess (common, repeated, in a row, or made of what is known of you); right would be a sentence that only you know.";
            checks.refuse(Refusal::new("PASSWORD_GUESSABLE", zh, en).field(field));
        }
    }
    checks.finish()
}

/// The hash of a new password, worked out on a thread for such work.
///
/// # Errors
/// If it cannot be worked out.
pub async fn hash(password: &str) -> Result<String> {
    let password = password.to_owned();
    apart(move || hash_password(&password)).await?
}

/// Whether a password is that of a hash; none, or an empty one: of nobody's, which takes as long.
pub(super) async fn matches(password: &str, hash: Option<&str>) -> Result<bool> {
    let (password, hash) = (normal(password), hash.filter(|hash| !hash.is_empty()).map(str::to_owned));
    apart(move || {
        let of_somebody = hash.is_some();
        let hash = hash.unwrap_or_else(|| DECOY.clone());
        let good = PasswordHash::new(&hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        good && of_somebody
    })
    .await
}

async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _turn = TURNS.acquire().await.map_err(|e| Error::Inconsistent(format!("password: {e}")))?;
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Inconsistent(format!("password: {e}")))
}

/// That a password is wrong that was given again, in a field of that name.
pub fn wrong(field: &str) -> Refusal {
    Refusal::new("WRONG_PASSWORD", "密码不正确，操作未生效。", "The password is wrong; nothing was done.").field(field)
}

/// Goes on only if who asks gives the right password again, and answers his account. It is slow by intent, so it is asked for before the
/// transaction; wrong ones are counted.
///
/// # Errors
/// `wrong`, if the password is; `TOO_MANY_TRIES`, naming the same field.
pub async fn confirm(db: &Db, ctx: &Context, password: &str, wrong: Refusal) -> Result<account::Model> {
    const KIND: &str = "CONFIRM";
    let owner = ctx.actor.person.ok_or(Error::NotFound)?;
    let account = super::of_person(db.read(), owner).await?.filter(|account| account.disabled_at.is_none()).ok_or(Error::NotFound)?;
    let who = account.id.simple().to_string();
    if let Some(again) = attempt::again(db.read(), ctx, KIND, WRONG, Some(std::slice::from_ref(&who))).await? {
        return Err(too_many(ctx, wrong.field.as_deref().unwrap_or("password"), again).into());
    }
    // Counted before it is looked at: of a hundred that come together no more are looked at than one after the other.
    let txn = db.begin().await?;
    let tried = attempt::note(&txn, ctx, KIND, who).await?;
    txn.commit().await?;
    if !matches(password, Some(&account.password_hash)).await? {
        return Err(wrong.into());
    }
    let txn = db.begin().await?;
    attempt::forget(&txn, [tried]).await?;
    txn.commit().await?;
    Ok(account)
}

/// That something was tried too often, and from when on it may be tried again.
pub(super) fn too_many(ctx: &Context, field: &str, again: DateTime<Utc>) -> Refusal {
    let again = attempt::worded(ctx, again);
    let zh = format!("尝试次数过多，请于 {again} 以后再试，或通过“忘记密码”重设。");
    let en = format!("There were too many tries; try again from {again} on, or have a link sent by which to set a new password.");
    Refusal::new("TOO_MANY_TRIES", zh, en).field(field)
}

/// Sets a new password of who asks, who has just given the old one ([`confirm`]). All sessions but that of a token end, and he is told by mail.
///
/// # Errors
/// If the database fails.
pub async fn change(db: &impl ConnectionTrait, ctx: &Context, hash: String, but: Option<&str>) -> Result<()> {
    let account = own(db, ctx).await?;
    set(db, ctx, account, hash, but).await
}

/// Sets a new password of an account, by the command line; all sessions and keys end.
///
/// # Errors
/// If the database fails.
pub async fn reset(db: &impl ConnectionTrait, ctx: &Context, account: account::Model, hash: String) -> Result<()> {
    key::end_all(db, ctx, account.id).await?;
    set(db, ctx, account, hash, None).await
}

/// Writes a new password down and tells its owner. All sessions but that of a token end.
pub(super) async fn set(db: &impl ConnectionTrait, ctx: &Context, account: account::Model, hash: String, but: Option<&str>) -> Result<()> {
    let first = account.password_hash.is_empty();
    let mut row = account.clone().into_active_model();
    row.password_hash = Set(hash);
    row.update(db).await?;
    session::end_all(db, ctx, account.id, but).await?;
    note(db, ctx, account.id, "PASSWORD_SET", json!({ "first": first })).await?;
    if first {
        return Ok(());
    }
    let tale = Tale::new("登录密码已更改", "Your password was changed").says(
        "您的登录密码刚刚更改，其他已登录的会话已退出。如非本人操作，请立即通过登录页的“忘记密码”重设，并联系安委办。",
        "Your password was changed just now, and all other sessions have ended. If that was not you, set a new one at once by \"Forgotten your password?\" on the login page, and tell the safety office.",
    );
    tell(db, ctx, &account, format!("PASSWORD-{}", ctx.id().simple()), Told::Change(tale)).await
}

/// Whether a password may be set for an account: as [`check_new`], by all that is known of its owner.
///
/// # Errors
/// As [`check_new`].
pub async fn check_for(db: &impl ConnectionTrait, account: &account::Model, field: &str, password: &str) -> Result<()> {
    let person = person::Entity::find_by_id(account.person_id).one(db).await?;
    let mut known = vec![account.login.clone()];
    if let Some(person) = person {
        known.push(person.name);
        known.extend(person.phone);
        known.extend(person.email.map(|email| email.split('@').next().unwrap_or_default().to_owned()));
    }
    check_new(field, password, &known.iter().map(String::as_str).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(password: &str) -> Option<&'static str> {
        match check_new("password", password, &["wangjianguo", "王建国"]) {
            Ok(()) => None,
            Err(Error::Refused(refusals)) => Some(refusals[0].code),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn the_same_password_from_another_keyboard_is_the_same() {
        let hash = hash_password("café 一把旧铜壶 ＡＢＣ").expect("a hash");
        let parsed = PasswordHash::new(&hash).expect("a hash");
        let same = |password: &str| Argon2::default().verify_password(normal(password).as_bytes(), &parsed).is_ok();
        assert!(same("cafe\u{301} 一把旧铜壶 ABC") && !same("cafe 一把旧铜壶 ABC"));
    }

    #[test]
    fn a_password_is_long_and_not_guessable_and_nothing_else() {
        for (password, expected) in [
            ("qwertyuiopasdfg", Some("PASSWORD_GUESSABLE")),
            ("a cold kettle sings", None),
            ("我家的水壶早上六点就开始唱歌", Some("PASSWORD_TOO_SHORT")),
            ("我家的水壶早上六点就开始唱歌了吗", None),
            ("passwordpassword", Some("PASSWORD_GUESSABLE")),
            ("123456789012345", Some("PASSWORD_GUESSABLE")),
            ("wangjianguo1234", Some("PASSWORD_GUESSABLE")),
            ("redlineredline1", Some("PASSWORD_GUESSABLE")),
            ("aaaaaaaaaaaaaaaaaaaa", Some("PASSWORD_GUESSABLE")),
            ("Xk7#pQ", Some("PASSWORD_TOO_SHORT")),
        ] {
            assert_eq!(refused(password), expected, "{password}");
        }
        let long = |length: usize| "a cold kettle sings at six ".chars().cycle().take(length).collect::<String>();
        assert_eq!((refused(&long(LONGEST)), refused(&long(LONGEST + 1))), (None, Some("PASSWORD_TOO_LONG")));
    }
}
