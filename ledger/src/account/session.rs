//! Sessions (会话): opaque tokens that the database knows by their hash only.

use chrono::{DateTime, Duration, Utc};
use redline_entity::{account, api_key, session};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set, sea_query::Expr};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{key, note, own};
use crate::{Context, Result};

/// How long a session lasts.
pub const SESSION: Duration = Duration::hours(12);

/// A token that was just given out, and whose it is.
pub struct Login {
    /// The token; it is not kept anywhere else.
    pub token: String,
    /// Who logged in.
    pub person: Uuid,
    /// Until when it holds.
    pub expires_at: DateTime<Utc>,
}

/// Who a token is known to be.
#[derive(Clone, Debug)]
pub struct Known {
    /// The account.
    pub account: account::Model,
    /// By what.
    pub by: By,
}

/// By what somebody is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A session, which he began himself.
    Session,
    /// A key, which a program uses in his name.
    Key {
        /// Whether it may change anything.
        may_write: bool,
    },
}

/// What the database knows a token by.
pub(super) fn hash(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

/// Begins a session for an account.
///
/// # Errors
/// If the database fails.
pub async fn begin(db: &impl ConnectionTrait, ctx: &Context, account: &account::Model) -> Result<Login> {
    let token = format!("rl_{}", hex::encode(ctx.site.ids.bytes::<32>()));
    let expires_at = ctx.now + SESSION;
    let row = session::ActiveModel {
        id: Set(ctx.id()),
        account_id: Set(account.id),
        token_hash: Set(hash(&token)),
        created_at: Set(ctx.now),
        expires_at: Set(expires_at),
        revoked_at: Set(None),
    };
    row.insert(db).await?;
    Ok(Login { token, person: account.person_id, expires_at })
}

/// Who that token is, while it holds: of a session or of a key.
///
/// # Errors
/// If the database fails.
pub async fn known(db: &impl ConnectionTrait, now: DateTime<Utc>, token: &str) -> Result<Option<Known>> {
    let (owner, by) = if token.starts_with(key::PREFIX) {
        let found = api_key::Entity::find()
            .filter(api_key::Column::TokenHash.eq(hash(token)))
            .filter(api_key::Column::RevokedAt.is_null())
            .filter(api_key::Column::ExpiresAt.gt(now))
            .one(db)
            .await?;
        let Some(key) = found else { return Ok(None) };
        (key.account_id, By::Key { may_write: key.may_write })
    } else {
        let found = session::Entity::find()
            .filter(session::Column::TokenHash.eq(hash(token)))
            .filter(session::Column::RevokedAt.is_null())
            .filter(session::Column::ExpiresAt.gt(now))
            .one(db)
            .await?;
        let Some(session) = found else { return Ok(None) };
        (session.account_id, By::Session)
    };
    let account = account::Entity::find_by_id(owner).filter(account::Column::DisabledAt.is_null()).one(db).await?;
    Ok(account.map(|account| Known { account, by }))
}

/// Ends the session of a token (退出).
///
/// # Errors
/// If the database fails.
pub async fn end(db: &impl ConnectionTrait, ctx: &Context, token: &str) -> Result<()> {
    let found = session::Entity::find().filter(session::Column::TokenHash.eq(hash(token))).filter(session::Column::RevokedAt.is_null()).one(db).await?;
    let Some(session) = found else { return Ok(()) };
    revoke(db, ctx, session::Column::Id.eq(session.id).into()).await?;
    note(db, ctx, session.account_id, "SIGNED_OUT", json!({})).await
}

/// Ends all sessions and keys of who asks (全部退出), that of the request included.
///
/// # Errors
/// If the database fails.
pub async fn end_everywhere(db: &impl ConnectionTrait, ctx: &Context) -> Result<()> {
    let account = own(db, ctx).await?;
    end_all(db, ctx, account.id, None).await?;
    key::end_all(db, ctx, account.id).await?;
    note(db, ctx, account.id, "SIGNED_OUT_EVERYWHERE", json!({})).await
}

/// Ends all sessions of an account, but that of a token.
pub(super) async fn end_all(db: &impl ConnectionTrait, ctx: &Context, account: Uuid, but: Option<&str>) -> Result<()> {
    let mut which = sea_orm::Condition::all().add(session::Column::AccountId.eq(account));
    if let Some(token) = but {
        which = which.add(session::Column::TokenHash.ne(hash(token)));
    }
    revoke(db, ctx, which).await
}

async fn revoke(db: &impl ConnectionTrait, ctx: &Context, which: sea_orm::Condition) -> Result<()> {
    let ended = session::Entity::update_many().col_expr(session::Column::RevokedAt, Expr::value(ctx.now));
    ended.filter(which).filter(session::Column::RevokedAt.is_null()).exec(db).await?;
    Ok(())
}
