//! Accounts (账号) and sessions (会话): passwords by argon2id, opaque tokens that the database knows by their hash only.

use std::sync::LazyLock;

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use chrono::{DateTime, Duration, Utc};
use redline_domain::{Refusal, ids::Noun};
use redline_entity::{account, session};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set, sea_query::Expr};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    event::{self, NewEvent},
};

/// How long a session lasts.
const SESSION: Duration = Duration::hours(12);

/// A hash that no password matches: an unknown login costs as much time as a wrong password.
static DECOY: LazyLock<String> = LazyLock::new(|| hash_password("nobody's password").unwrap_or_default());

/// The argon2id hash of a password.
pub fn hash_password(password: &str) -> Result<String> {
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|e| Error::Inconsistent(format!("password hash: {e}")))
}

fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Opens an account for a person.
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
    let id = ctx.id();
    let row = account::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        login: Set(login.to_owned()),
        password_hash: Set(password_hash),
        disabled_at: Set(None),
        created_at: Set(ctx.now),
    };
    row.insert(db).await?;
    event::append(db, ctx, NewEvent::new(None, Noun::Account, id, "ACCOUNT_OPENED", json!({}))).await?;
    Ok(id)
}

/// A token that was just given out, and whose it is.
pub struct Login {
    /// The token; it is not kept anywhere else.
    pub token: String,
    /// Who logged in.
    pub person: Uuid,
    /// Until when it holds.
    pub expires_at: DateTime<Utc>,
}

/// The account that goes with a login and password. Unknown logins and wrong passwords are answered alike.
///
/// The password is checked on a thread for such work, outside any transaction: it is meant to be slow.
pub async fn check(db: &impl ConnectionTrait, login: &str, password: &str) -> Result<account::Model> {
    let found = account::Entity::find().filter(account::Column::Login.eq(login.trim())).filter(account::Column::DisabledAt.is_null()).one(db).await?;
    let hash = found.as_ref().map(|account| account.password_hash.clone());
    let password = password.to_owned();
    let good = tokio::task::spawn_blocking(move || matches(&password, hash.as_deref().unwrap_or(&DECOY)))
        .await
        .map_err(|e| Error::Inconsistent(format!("password check: {e}")))?;
    found
        .filter(|_| good)
        .ok_or_else(|| Refusal::new("WRONG_CREDENTIALS", "登录名或密码不正确。", "The login or the password is wrong.").field("password").into())
}

/// Begins a session for an account.
pub async fn begin_session(db: &impl ConnectionTrait, ctx: &Context, account: &account::Model) -> Result<Login> {
    let token = format!("rl_{}", hex::encode(ctx.site.ids.bytes::<32>()));
    let expires_at = ctx.now + SESSION;
    let row = session::ActiveModel {
        id: Set(ctx.id()),
        account_id: Set(account.id),
        token_hash: Set(hex::encode(Sha256::digest(&token))),
        created_at: Set(ctx.now),
        expires_at: Set(expires_at),
        revoked_at: Set(None),
    };
    row.insert(db).await?;
    Ok(Login { token, person: account.person_id, expires_at })
}

/// The person whose session a token is, while it holds.
pub async fn person_of(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<Uuid>> {
    let found = session::Entity::find()
        .filter(session::Column::TokenHash.eq(hex::encode(Sha256::digest(token))))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    let Some(session) = found else { return Ok(None) };
    let account = account::Entity::find_by_id(session.account_id).filter(account::Column::DisabledAt.is_null()).one(db).await?;
    Ok(account.map(|account| account.person_id))
}

/// Ends the session of a token.
pub async fn end_session(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::TokenHash.eq(hex::encode(Sha256::digest(token))))
        .filter(session::Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
