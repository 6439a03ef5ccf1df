//! Accounts (账号): by what somebody proves who he is. Passwords are kept by argon2id, tokens by their hash, and the codes of links that
//! are mailed nowhere at all.

pub mod key;
pub mod link;
pub mod password;
pub mod second_factor;
pub mod session;
pub mod sign_in;

use redline_domain::{NoticeKind, Refusal, Tale, ids::Noun, permission::Action};
use redline_entity::{account, membership, organization, person};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    actor::{self, held_on},
    event::{self, NewEvent},
    notice::{self, About, NewNotice, When},
};

pub use password::hash_password;

/// Opens an account for a person. Without a password (an empty hash) nobody can sign in to it until a link is used.
///
/// # Errors
/// `BAD_LOGIN`, `LOGIN_TAKEN`, `HAS_ACCOUNT`.
pub async fn open(db: &impl ConnectionTrait, ctx: &Context, person: Uuid, login: &str, password_hash: String) -> Result<Uuid> {
    let login = login.trim();
    if login.is_empty() || login.len() > 100 || login.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(Refusal::new("BAD_LOGIN", "登录名应为 1 至 100 个字符，不含空格。", "A login has 1 to 100 characters and no spaces.")
            .field("login")
            .into());
    }
    if account::Entity::find().filter(account::Column::Login.eq(login)).one(db).await?.is_some() {
        return Err(Refusal::new("LOGIN_TAKEN", "此登录名已被使用，请换一个。", "This login is taken; choose another.").field("login").into());
    }
    if of_person(db, person).await?.is_some() {
        return Err(Refusal::new("HAS_ACCOUNT", "此人已有账号。", "This person has an account already.").field("personId").into());
    }
    let row = account::ActiveModel {
        id: Set(ctx.id()),
        person_id: Set(person),
        login: Set(login.to_owned()),
        password_hash: Set(password_hash),
        disabled_at: Set(None),
        created_at: Set(ctx.now),
        totp_secret: Set(None),
        totp_since: Set(None),
        totp_step: Set(None),
    };
    let account = row.insert(db).await?;
    note(db, ctx, account.id, "ACCOUNT_OPENED", json!({})).await?;
    Ok(account.id)
}

/// The account of a person, closed ones included.
///
/// # Errors
/// If the database fails.
pub async fn of_person(db: &impl ConnectionTrait, person: Uuid) -> Result<Option<account::Model>> {
    Ok(account::Entity::find().filter(account::Column::PersonId.eq(person)).one(db).await?)
}

/// The account of who asks, held until the transaction ends.
pub(super) async fn own(db: &impl ConnectionTrait, ctx: &Context) -> Result<account::Model> {
    let person = ctx.actor.person.ok_or(Error::NotFound)?;
    let found = account::Entity::find().filter(account::Column::PersonId.eq(person)).filter(account::Column::DisabledAt.is_null());
    found.lock_exclusive().one(db).await?.ok_or(Error::NotFound)
}

/// Opens an account without a password and mails its person a link by which to set one (邀请开通账号).
///
/// # Errors
/// Who does not manage the person everywhere where he or she holds a position; `NO_ADDRESS`, and as [`open`].
pub async fn invite(db: &impl ConnectionTrait, ctx: &Context, person: Uuid, login: &str) -> Result<Uuid> {
    let person = managed(db, ctx, person).await?;
    if person.email.is_none() {
        let zh = "此人没有邮箱，无法发送邀请；请先登记邮箱。";
        let en = "This person has no mail address to which an invitation could go; record one first.";
        return Err(Refusal::new("NO_ADDRESS", zh, en).field("personId").into());
    }
    let account = open(db, ctx, person.id, login, String::new()).await?;
    let account = account::Entity::find_by_id(account).one(db).await?.ok_or(Error::NotFound)?;
    link::send(db, ctx, &account, redline_domain::LinkPurpose::Invitation).await?;
    Ok(person.id)
}

/// Closes the account of a person (关闭账号): its sessions and keys end at once.
///
/// # Errors
/// Who does not manage the person everywhere where he or she holds a position; `NO_ACCOUNT`.
pub async fn close(db: &impl ConnectionTrait, ctx: &Context, person: Uuid) -> Result<Uuid> {
    let person = managed(db, ctx, person).await?;
    let account = of_person(db, person.id).await?.filter(|account| account.disabled_at.is_none()).ok_or_else(no_account)?;
    let id = account.id;
    let mut row = account.into_active_model();
    row.disabled_at = Set(Some(ctx.now));
    row.update(db).await?;
    session::end_all(db, ctx, id, None).await?;
    key::end_all(db, ctx, id).await?;
    note(db, ctx, id, "ACCOUNT_CLOSED", json!({})).await?;
    Ok(person.id)
}

/// Takes the second factor off the account of a person who has lost it (解除二次验证). His or her sessions end.
///
/// # Errors
/// Who does not manage the person everywhere where he or she holds a position; `NO_ACCOUNT`, `NO_SECOND_FACTOR`.
pub async fn relieve(db: &impl ConnectionTrait, ctx: &Context, person: Uuid) -> Result<Uuid> {
    if ctx.actor.person == Some(person) {
        let zh = "请在个人设置中用密码解除本人的二次验证。";
        let en = "Take your own second factor off with your password.";
        return Err(Refusal::new("OWN_ACCOUNT", zh, en).field("personId").into());
    }
    let person = managed(db, ctx, person).await?;
    let account = of_person(db, person.id).await?.ok_or_else(no_account)?;
    let id = account.id;
    second_factor::remove(db, ctx, account).await?;
    session::end_all(db, ctx, id, None).await?;
    Ok(person.id)
}

fn no_account() -> Error {
    Refusal::new("NO_ACCOUNT", "此人没有可用的账号。", "This person has no open account.").field("personId").into()
}

/// A person whom the actor manages: in every organization in which he or she holds a position today, and there is one. Whoever manages
/// people of an enterprise gets no hold on an officer by appointing him there too.
async fn managed(db: &impl ConnectionTrait, ctx: &Context, person: Uuid) -> Result<person::Model> {
    let held = membership::Entity::find().filter(membership::Column::PersonId.eq(person)).filter(held_on(ctx.today())).all(db).await?;
    if held.is_empty() {
        return Err(Error::NotFound);
    }
    let mut refused = None;
    for row in &held {
        let organization = actor::organization(db, row.organization_id).await?;
        match ctx.allow(Action::ManagePeople, &actor::subject(&organization)) {
            Ok(()) => {}
            Err(Error::NotFound) => refused = refused.or(Some(Error::NotFound)),
            // That he is seen at one of them is enough to be told why not.
            Err(error) => refused = Some(error),
        }
    }
    match refused {
        Some(error) => Err(error),
        None => person::Entity::find_by_id(person).one(db).await?.ok_or(Error::NotFound),
    }
}

/// Writes what happened to an account. It is no organization's event.
pub(super) async fn note(db: &impl ConnectionTrait, ctx: &Context, account: Uuid, action: &'static str, data: Value) -> Result<()> {
    event::append(db, ctx, NewEvent::new(None, Noun::Account, account, action, data)).await
}

/// Tells somebody at once, by a mail of its own, what happened to his account: he may not have done it himself. Whoever belongs to no
/// organization cannot be told.
pub(super) async fn tell(db: &impl ConnectionTrait, ctx: &Context, account: &account::Model, step: String, what: Told) -> Result<()> {
    let Some(person) = person::Entity::find_by_id(account.person_id).one(db).await?.filter(|person| person.email.is_some()) else { return Ok(()) };
    let last = membership::Entity::find().filter(membership::Column::PersonId.eq(person.id));
    let Some(seat) = last.order_by_desc(membership::Column::Since).order_by_desc(membership::Column::Id).one(db).await? else { return Ok(()) };
    let Some(organization) = organization::Entity::find_by_id(seat.organization_id).one(db).await? else { return Ok(()) };
    let (kind, tale) = match what {
        Told::Link(kind) => (kind, None),
        Told::Change(tale) => (NoticeKind::AccountChanged, Some(tale)),
    };
    let about = match &tale {
        None => About::Account(account.id),
        Some(_) => About::Thing(Noun::Account, account.id),
    };
    let notice =
        NewNotice { kind, about, step, organization: organization.id, audience: None, proposes: None, alone: true, true_at: ctx.now, when: When::Now, tale };
    notice::plan(db, ctx, &notice, &person).await?;
    Ok(())
}

/// What somebody is told of his account.
pub(super) enum Told {
    /// A link that works once.
    Link(NoticeKind),
    /// That something was changed.
    Change(Tale),
}
