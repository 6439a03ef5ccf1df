//! Erasing a person (删除个人信息): what tells who somebody was goes, what was done stays, and the chain stays whole.

use redline_domain::{AddressState, Refusal, ids::Noun};
use redline_entity::{account, account_link, api_key, attendance, mail, mail_body, membership, notice as notice_row, person, session};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait, Set, sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use super::seal::ERASED;
use crate::{
    Context, Error, Result,
    event::{self, NewEvent},
    notice,
};

/// What stands where a name was.
pub const NOBODY: &str = "（已删除）";

/// Erases a person who holds no position any more: name, telephone, address, account with its sessions and keys, and what was mailed.
/// Positions, signatures and records stay, of somebody without a name. What people wrote in texts of their own, and mails to others, are not
/// searched.
///
/// # Errors
/// Anybody but the operator finds nobody; `HOLDS_POSITION`, `ERASED_ALREADY`, `MAIL_UNDER_WAY`.
pub async fn erase(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<()> {
    if !ctx.actor.operator {
        return Err(Error::NotFound);
    }
    let row = person::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    if row.erased_at.is_some() {
        return Err(Refusal::new("ERASED_ALREADY", "此人的个人信息已经删除。", "This person is erased already.").field("personId").into());
    }
    let held = Condition::any().add(membership::Column::Until.is_null()).add(membership::Column::Until.gt(ctx.today()));
    if membership::Entity::find().filter(membership::Column::PersonId.eq(id)).filter(held).one(db).await?.is_some() {
        let zh = "此人仍有任职，须先离任才能删除个人信息。";
        let en = "This person still holds a position; only who has left can be erased.";
        return Err(Refusal::new("HOLDS_POSITION", zh, en).field("personId").into());
    }
    forget_mail(db, id).await?;
    close(db, ctx, id).await?;
    attendance::Entity::update_many().col_expr(attendance::Column::Name, Expr::value(NOBODY)).filter(attendance::Column::PersonId.eq(id)).exec(db).await?;
    let mut row = row.into_active_model();
    row.name = Set(NOBODY.to_owned());
    row.name_salt = Set(None);
    row.phone = Set(None);
    row.email = Set(None);
    row.email_state = Set(AddressState::Good);
    row.morning_hour = Set(None);
    row.erased_at = Set(Some(ctx.now));
    row.update(db).await?;
    event::append(db, ctx, NewEvent::new(None, Noun::Person, id, ERASED, json!({}))).await
}

/// Takes back what was not sent yet, and takes address and text from what was.
async fn forget_mail(db: &impl ConnectionTrait, id: Uuid) -> Result<()> {
    notice::cancel_where(db, Condition::all().add(notice_row::Column::PersonId.eq(id)), "PERSON_ERASED").await?;
    let mails = || mail::Entity::find().filter(mail::Column::PersonId.eq(id));
    if mails().filter(mail::is_unsent()).one(db).await?.is_some() {
        let zh = "有一封发给此人的邮件正在发送，请稍候再试。";
        return Err(Refusal::new("MAIL_UNDER_WAY", zh, "A mail to this person is just being sent; try again in a moment.").field("personId").into());
    }
    let ids = mails().select_only().column(mail::Column::Id).into_query();
    mail_body::Entity::delete_many().filter(mail_body::Column::MailId.in_subquery(ids)).exec(db).await?;
    mail::Entity::update_many()
        .col_expr(mail::Column::Address, Expr::value(""))
        .col_expr(mail::Column::Subject, Expr::value(NOBODY))
        .col_expr(mail::Column::Answer, Expr::value(None::<String>))
        .filter(mail::Column::PersonId.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Leaves of an account only that there was one.
async fn close(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<()> {
    let Some(account) = account::Entity::find().filter(account::Column::PersonId.eq(id)).one(db).await? else { return Ok(()) };
    session::Entity::delete_many().filter(session::Column::AccountId.eq(account.id)).exec(db).await?;
    api_key::Entity::delete_many().filter(api_key::Column::AccountId.eq(account.id)).exec(db).await?;
    account_link::Entity::delete_many().filter(account_link::Column::AccountId.eq(account.id)).exec(db).await?;
    // No name by which somebody logs in has a blank in it.
    let login = format!("erased {}", account.id.simple());
    let disabled = account.disabled_at.unwrap_or(ctx.now);
    let mut row = account.into_active_model();
    row.login = Set(login);
    row.password_hash = Set(String::new());
    row.disabled_at = Set(Some(disabled));
    row.totp_secret = Set(None);
    row.totp_since = Set(None);
    row.totp_step = Set(None);
    row.update(db).await?;
    Ok(())
}
