//! Changes of one's own account (账号): password and second factor.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use redline_ledger::{
    self as ledger,
    account::{link, password, second_factor, sign_in},
};
use tokio::time::{Duration, Instant, sleep_until};

use super::session::DEVICE;
use crate::{
    cookie::Cookie,
    graphql::{ask::Ask, error::Answer, mutation::UserError},
};

/// Asking for a link takes at least so long, or the time would tell whether there is such a login.
const LEAST: Duration = Duration::from_millis(300);

/// What came of a change of one's own account (办理结果).
#[derive(SimpleObject)]
pub struct AccountPayload {
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// A new password (更改密码).
#[derive(InputObject)]
pub struct ChangePasswordInput {
    /// The password until now (原密码).
    #[graphql(secret)]
    current: String,
    /// The new one: 15 characters at least, and not easy to guess (新密码).
    #[graphql(secret)]
    new: String,
}

/// Whose password was forgotten (忘记密码).
#[derive(InputObject)]
pub struct RequestPasswordResetInput {
    /// The login (登录名).
    login: String,
}

/// A new password by a link that was mailed (凭链接设置密码).
#[derive(InputObject)]
pub struct SetPasswordInput {
    /// The code of the link: what stands after the last slash (链接中的代码).
    #[graphql(secret)]
    code: String,
    /// The new password: 15 characters at least, and not easy to guess (新密码).
    #[graphql(secret)]
    password: String,
}

/// What came of setting a password by a link (办理结果).
#[derive(SimpleObject)]
pub struct SetPasswordPayload {
    /// The login to which it belongs (登录名).
    login: Option<String>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// The password again, for what needs to be certain (再次输入密码).
#[derive(InputObject)]
pub struct ConfirmedInput {
    /// The password (密码).
    #[graphql(secret)]
    password: String,
}

/// What a telephone needs for the second factor (二次验证设置).
#[derive(SimpleObject)]
pub struct SecondFactorPayload {
    /// The secret, to be typed into the telephone's program (密钥).
    secret: Option<String>,
    /// The same as an address that such a program opens (链接).
    uri: Option<String>,
    /// The same as a picture to be photographed, in SVG (二维码).
    qr: Option<String>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// A code of the second factor (二次验证码).
#[derive(InputObject)]
pub struct ConfirmSecondFactorInput {
    /// The six digits that the telephone shows (验证码).
    #[graphql(secret)]
    code: String,
}

/// Changes of one's own account.
#[derive(Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Sets another password (更改密码). All other sessions end.
    async fn change_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The old password and the new one (原密码、新密码).")] input: ChangePasswordInput,
    ) -> Answer<AccountPayload> {
        ctx.in_person()?;
        let (db, by) = (&ctx.asker().app.db, ctx.ledger());
        let changed = async {
            let account = password::confirm(db, by, &input.current, password::wrong("current")).await?;
            password::check_for(db.read(), &account, "new", &input.new).await?;
            let hash = password::hash(&input.new).await?;
            let txn = db.begin().await?;
            password::change(&txn, by, hash, ctx.asker().token.as_deref()).await?;
            Ok(txn.commit().await?)
        };
        AccountPayload::of(ctx, changed.await)
    }

    /// Has a link mailed by which to set a new password (忘记密码). It is answered alike whether there is such a login or not.
    async fn request_password_reset(
        &self, ctx: &Context<'_>, #[graphql(desc = "Whose (登录名).")] input: RequestPasswordResetInput
    ) -> Answer<AccountPayload> {
        let until = Instant::now() + LEAST;
        let asked = link::ask(&ctx.asker().app.db, ctx.ledger(), &input.login, ctx.asker().address).await;
        sleep_until(until).await;
        AccountPayload::of(ctx, asked)
    }

    /// Sets a password by a link that was mailed, once (凭链接设置密码). All sessions end.
    async fn set_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code of the link and the new password (代码、新密码).")] input: SetPasswordInput,
    ) -> Answer<SetPasswordPayload> {
        let (db, by) = (&ctx.asker().app.db, ctx.ledger());
        let set = async {
            let (account, link) = link::account_of(db, by, &input.code, ctx.asker().address).await?;
            password::check_for(db.read(), &account, "password", &input.password).await?;
            let hash = password::hash(&input.password).await?;
            let txn = db.begin().await?;
            let account = link::set_password(&txn, by, &link, hash).await?;
            let device = sign_in::device(&txn, by, account.id).await?;
            txn.commit().await?;
            Ok::<_, ledger::Error>((account.login, device))
        };
        match set.await {
            Ok((login, device)) => {
                // Who can read the owner's mail is not locked out by what others try.
                ctx.set_cookie(Cookie::Device, &device, DEVICE);
                Ok(SetPasswordPayload { login: Some(login), user_errors: Vec::new() })
            }
            Err(error) => Ok(SetPasswordPayload { login: None, user_errors: UserError::all(ctx, error)? }),
        }
    }

    /// Makes a secret for a second factor (设置二次验证). It counts once `confirmSecondFactor` was given a code of it.
    async fn begin_second_factor(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password again (再次输入密码).")] input: ConfirmedInput,
    ) -> Answer<SecondFactorPayload> {
        ctx.in_person()?;
        let db = &ctx.asker().app.db;
        let begun = async {
            password::confirm(db, ctx.ledger(), &input.password, password::wrong("password")).await?;
            let txn = db.begin().await?;
            let shared = second_factor::begin(&txn, ctx.ledger()).await?;
            txn.commit().await?;
            Ok::<_, ledger::Error>(shared)
        };
        match begun.await {
            Ok(shared) => Ok(SecondFactorPayload { secret: Some(shared.secret), uri: Some(shared.uri), qr: Some(shared.qr), user_errors: Vec::new() }),
            Err(error) => Ok(SecondFactorPayload { secret: None, uri: None, qr: None, user_errors: UserError::all(ctx, error)? }),
        }
    }

    /// Turns the second factor on (启用二次验证): from now on signing in asks for a code.
    async fn confirm_second_factor(
        &self, ctx: &Context<'_>, #[graphql(desc = "A code (验证码).")] input: ConfirmSecondFactorInput
    ) -> Answer<AccountPayload> {
        ctx.in_person()?;
        let turned_on = async {
            let txn = ctx.asker().app.db.begin().await?;
            second_factor::turn_on(&txn, ctx.ledger(), &input.code).await?;
            Ok(txn.commit().await?)
        };
        AccountPayload::of(ctx, turned_on.await)
    }

    /// Takes one's own second factor off (解除本人的二次验证).
    async fn remove_second_factor(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The password again (再次输入密码).")] input: ConfirmedInput,
    ) -> Answer<AccountPayload> {
        ctx.in_person()?;
        let db = &ctx.asker().app.db;
        let removed = async {
            password::confirm(db, ctx.ledger(), &input.password, password::wrong("password")).await?;
            let txn = db.begin().await?;
            second_factor::remove_own(&txn, ctx.ledger()).await?;
            Ok(txn.commit().await?)
        };
        AccountPayload::of(ctx, removed.await)
    }
}

impl AccountPayload {
    /// What came of it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub(super) fn of(ctx: &Context<'_>, outcome: ledger::Result<()>) -> Answer<Self> {
        let user_errors = match outcome {
            Ok(()) => Vec::new(),
            Err(error) => UserError::all(ctx, error)?,
        };
        Ok(Self { user_errors })
    }
}
