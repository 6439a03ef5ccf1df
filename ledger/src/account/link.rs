//! Links that work once (一次性链接), for an invitation or a forgotten password. A link's code is its row and a keyed hash of it, which is
//! worked out when the mail leaves: neither the database nor what the office sees of mails has it.

use chrono::Duration;
use redline_domain::{LinkPurpose, NoticeKind, Refusal, Word};
use redline_entity::{account, account_link};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::{Told, note, password, tell};
use crate::{
    Context, Db, Error, Result,
    attempt::{self, Address},
    secret::Secret,
};

/// How often an address may ask for links, and try some, in an hour.
const BY_ADDRESS: u64 = 20;
/// How many links an account is sent in an hour.
const BY_ACCOUNT: u64 = 3;
/// What stands in a mail, before the link's identifier, until the mail leaves.
const MARK: &str = "one-time-";

/// How long a link works.
fn holds(purpose: LinkPurpose) -> Duration {
    match purpose {
        LinkPurpose::Invitation => Duration::days(7),
        LinkPurpose::Reset => Duration::minutes(30),
    }
}

fn kind(purpose: LinkPurpose) -> NoticeKind {
    match purpose {
        LinkPurpose::Invitation => NoticeKind::Invitation,
        LinkPurpose::Reset => NoticeKind::PasswordReset,
    }
}

/// Mails a link to the person of an account.
pub(super) async fn send(db: &impl ConnectionTrait, ctx: &Context, account: &account::Model, purpose: LinkPurpose) -> Result<()> {
    // When the mail leaves, the secret is only read.
    Secret::of(db, ctx).await?;
    let row = account_link::ActiveModel {
        id: Set(ctx.id()),
        account_id: Set(account.id),
        purpose: Set(purpose),
        created_at: Set(ctx.now),
        expires_at: Set(ctx.now + holds(purpose)),
        used_at: Set(None),
    };
    let link = row.insert(db).await?;
    note(db, ctx, account.id, "LINK_SENT", json!({ "link": link.id, "purpose": purpose })).await?;
    tell(db, ctx, account, step(link.id), Told::Link(kind(purpose))).await
}

/// The step of the notice that tells of a link.
fn step(link: Uuid) -> String {
    format!("{MARK}{}", link.simple())
}

/// Sends a link to whoever a login belongs to (忘记密码). It is answered alike whether there is such a login or not.
///
/// # Errors
/// `TOO_MANY_TRIES` for an address that asks too often.
pub async fn ask(db: &Db, ctx: &Context, login: &str, address: Address) -> Result<()> {
    const BY: &str = "LINK_ASKED";
    let secret = Secret::ready(db, ctx).await?;
    let from = attempt::hidden(ctx, &secret, address)?;
    if let Some(again) = attempt::again(db.read(), ctx, BY, BY_ADDRESS, Some(&from)).await? {
        return Err(password::too_many(ctx, "login", again).into());
    }
    let login = login.trim();
    let who = secret.hash("link", login)?;
    let often = attempt::again(db.read(), ctx, BY, BY_ACCOUNT, Some(std::slice::from_ref(&who))).await?.is_some();
    let txn = db.begin().await?;
    let [today, _] = from;
    attempt::note(&txn, ctx, BY, today).await?;
    attempt::note(&txn, ctx, BY, who).await?;
    let found = account::Entity::find().filter(account::Column::Login.eq(login)).filter(account::Column::DisabledAt.is_null()).one(&txn).await?;
    if let Some(account) = found.filter(|_| !often) {
        let purpose = if account.password_hash.is_empty() { LinkPurpose::Invitation } else { LinkPurpose::Reset };
        send(&txn, ctx, &account, purpose).await?;
    }
    txn.commit().await?;
    Ok(())
}

/// The account to which the code of a link opens the way, while it does.
///
/// # Errors
/// `BAD_LINK`, naming `code`; `TOO_MANY_TRIES`.
pub async fn account_of(db: &Db, ctx: &Context, code: &str, address: Address) -> Result<(account::Model, account_link::Model)> {
    const BY: &str = "LINK_TRIED";
    let secret = Secret::ready(db, ctx).await?;
    let from = attempt::hidden(ctx, &secret, address)?;
    if let Some(again) = attempt::again(db.read(), ctx, BY, BY_ADDRESS, Some(&from)).await? {
        return Err(password::too_many(ctx, "code", again).into());
    }
    if let Some(found) = opened(db.read(), ctx, &secret, code).await? {
        return Ok(found);
    }
    let txn = db.begin().await?;
    let [today, _] = from;
    attempt::note(&txn, ctx, BY, today).await?;
    txn.commit().await?;
    Err(bad_link())
}

fn bad_link() -> Error {
    let zh = "此链接无效、已使用或已过期，请重新申请。";
    let en = "This link is not valid, was used, or has expired; have a new one sent.";
    Refusal::new("BAD_LINK", zh, en).field("code").into()
}

async fn opened(db: &impl ConnectionTrait, ctx: &Context, secret: &Secret, code: &str) -> Result<Option<(account::Model, account_link::Model)>> {
    let Some((id, mac)) = code.trim().split_once('.') else { return Ok(None) };
    let Ok(id) = Uuid::try_parse(id) else { return Ok(None) };
    let Some(link) = account_link::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let found = account::Entity::find_by_id(link.account_id).filter(account::Column::DisabledAt.is_null()).one(db).await?;
    let Some(account) = found else { return Ok(None) };
    let holds = link.used_at.is_none() && link.expires_at > ctx.now;
    Ok((holds && secret.is_hash("link", &signed(id, account.person_id), mac)?).then_some((account, link)))
}

fn signed(link: Uuid, person: Uuid) -> String {
    format!("{} {}", link.simple(), person.simple())
}

/// Sets a password by a link, which with all others of the account works no more; all sessions end.
///
/// # Errors
/// `BAD_LINK`, if it was used meanwhile.
pub async fn set_password(db: &impl ConnectionTrait, ctx: &Context, link: &account_link::Model, hash: String) -> Result<account::Model> {
    let found = account::Entity::find_by_id(link.account_id).filter(account::Column::DisabledAt.is_null());
    let account = found.lock_exclusive().one(db).await?.ok_or_else(bad_link)?;
    let used = account_link::Entity::update_many().col_expr(account_link::Column::UsedAt, Expr::value(ctx.now));
    let unused = |which: sea_orm::Condition| used.clone().filter(which).filter(account_link::Column::UsedAt.is_null());
    if unused(account_link::Column::Id.eq(link.id).into()).exec(db).await?.rows_affected != 1 {
        return Err(bad_link());
    }
    unused(account_link::Column::AccountId.eq(account.id).into()).exec(db).await?;
    password::set(db, ctx, account.clone(), hash, None).await?;
    Ok(account)
}

/// Where a link leads, as it stands in the outbox: its code is still missing.
pub fn address(base_url: &str, step: &str) -> String {
    format!("{base_url}/#/password/{step}")
}

/// Whether mails of that template have a link.
pub fn is_in(template: &str) -> bool {
    LinkPurpose::ALL.iter().any(|&purpose| kind(purpose).code() == template)
}

/// Puts the code of a link into the words of a mail that leaves for its person. To anybody else's link it gives no code that works.
///
/// # Errors
/// If the database fails.
pub fn complete(secret: &Secret, person: Uuid, words: &str) -> Result<String> {
    let mut done = String::with_capacity(words.len() + 64);
    let mut rest = words;
    while let Some((before, after)) = rest.split_once(MARK) {
        done.push_str(before);
        match after.get(..32).and_then(|id| Uuid::try_parse(id).ok()) {
            Some(id) => {
                done.push_str(&format!("{}.{}", id.simple(), secret.hash("link", &signed(id, person))?));
                rest = &after[32..];
            }
            None => {
                done.push_str(MARK);
                rest = after;
            }
        }
    }
    done.push_str(rest);
    Ok(done)
}
