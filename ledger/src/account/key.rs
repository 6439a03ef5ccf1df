//! Keys of programs (接口密钥): each asks in its owner's name, may change things or not, and ends by itself.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use redline_domain::{Refusal, Tale};
use redline_entity::api_key;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::{Told, note, own, session::hash, tell};
use crate::{Context, Error, Result, checks::Checks};

/// What the token of a key begins with; one that is found somewhere it does not belong is known by it.
pub const PREFIX: &str = "rlk_";
/// How long a key holds at most.
const LONGEST: Duration = Duration::days(366);
/// How many keys a person has at most.
const MOST: usize = 20;
/// The longest name.
const NAME: usize = 100;

/// A key that was just made.
pub struct Made {
    /// The token; it is not kept anywhere else.
    pub token: String,
    /// The key.
    pub key: api_key::Model,
}

/// Makes a key in the name of who asks; it holds to the end of a day.
///
/// # Errors
/// A missing or overlong name, `BAD_EXPIRY`, `TOO_MANY_KEYS`.
pub async fn make(db: &impl ConnectionTrait, ctx: &Context, name: &str, may_write: bool, until: NaiveDate) -> Result<Made> {
    let account = own(db, ctx).await?;
    let mut checks = Checks::default();
    let name = checks.text("name", name, NAME);
    let last = ctx.today() + LONGEST;
    if until < ctx.today() || until > last {
        let zh = format!("有效期应在今天至 {last} 之间。");
        checks.refuse(Refusal::new("BAD_EXPIRY", zh, format!("A key holds until today at the earliest and {last} at the latest.")).field("until"));
    }
    if of_account(db, ctx, account.id).await?.len() >= MOST {
        let zh = format!("每人最多 {MOST} 个密钥，请先停用不用的。");
        checks.refuse(Refusal::new("TOO_MANY_KEYS", zh, format!("A person has at most {MOST} keys; end one that is not used.")));
    }
    checks.finish()?;
    let token = format!("{PREFIX}{}", hex::encode(ctx.site.ids.bytes::<32>()));
    let row = api_key::ActiveModel {
        id: Set(ctx.id()),
        account_id: Set(account.id),
        name: Set(name.clone()),
        token_hash: Set(hash(&token)),
        may_write: Set(may_write),
        created_at: Set(ctx.now),
        expires_at: Set(end_of(ctx, until)),
        revoked_at: Set(None),
    };
    let key = row.insert(db).await?;
    note(db, ctx, account.id, "KEY_MADE", json!({ "key": key.id, "mayWrite": may_write, "expiresAt": key.expires_at })).await?;
    let (can_zh, can_en) = if may_write { ("查询和修改数据", "reads and changes data") } else { ("查询数据", "reads data") };
    let tale = Tale::new("账号新建了接口密钥", "A key was made for your account").says(
        format!("您的账号刚刚新建了接口密钥“{name}”，持有它的程序可以您的名义{can_zh}，有效期至 {until}。如非本人操作，请立即在“账号”页选择“全部退出”，重设密码，并联系安委办。"),
        format!("The key \"{name}\" was made for your account just now: whatever program has it {can_en} in your name until {until}. If that was not you, log out everywhere on the page \"Account\" at once, set a new password, and tell the safety office."),
    );
    tell(db, ctx, &account, format!("KEY-{}", key.id.simple()), Told::Change(tale)).await?;
    Ok(Made { token, key })
}

fn end_of(ctx: &Context, day: NaiveDate) -> DateTime<Utc> {
    ctx.site.zone.start_of(day + Duration::days(1))
}

/// The keys of an account that hold, the first one first.
///
/// # Errors
/// If the database fails.
pub async fn of_account(db: &impl ConnectionTrait, ctx: &Context, account: Uuid) -> Result<Vec<api_key::Model>> {
    let held = api_key::Entity::find()
        .filter(api_key::Column::AccountId.eq(account))
        .filter(api_key::Column::RevokedAt.is_null())
        .filter(api_key::Column::ExpiresAt.gt(ctx.now))
        .order_by_asc(api_key::Column::CreatedAt)
        .order_by_asc(api_key::Column::Id);
    Ok(held.all(db).await?)
}

/// Ends a key of who asks.
///
/// # Errors
/// `NotFound`.
pub async fn end(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<Uuid> {
    let account = own(db, ctx).await?;
    let ended = api_key::Entity::update_many()
        .col_expr(api_key::Column::RevokedAt, Expr::value(ctx.now))
        .filter(api_key::Column::Id.eq(id))
        .filter(api_key::Column::AccountId.eq(account.id))
        .filter(api_key::Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    if ended.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    note(db, ctx, account.id, "KEY_ENDED", json!({ "key": id })).await?;
    Ok(id)
}

/// Ends all keys of an account.
pub(super) async fn end_all(db: &impl ConnectionTrait, ctx: &Context, account: Uuid) -> Result<()> {
    let ended = api_key::Entity::update_many().col_expr(api_key::Column::RevokedAt, Expr::value(ctx.now));
    ended.filter(api_key::Column::AccountId.eq(account)).filter(api_key::Column::RevokedAt.is_null()).exec(db).await?;
    Ok(())
}
