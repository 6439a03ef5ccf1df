//! Changes of one's own account (账号): password, second factor, keys of programs; and of those of the people whom one manages.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::ids::Noun;
use redline_ledger::{
    self as ledger,
    account::{self, key, link, password, second_factor, sign_in},
};
use tokio::time::{Duration, Instant, sleep_until};

use super::session::DEVICE;
use crate::{
    cookie::Cookie,
    graphql::{
        api_key::ApiKey,
        ask::Ask,
        date::Date,
        error::Answer,
        mutation::{
            UserError,
            carry_out::{carry_out, given},
            person::PersonPayload,
        },
        person::Person,
    },
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

/// A key for a program (接口密钥).
#[derive(InputObject)]
pub struct CreateApiKeyInput {
    /// What it is for, in words (用途).
    name: String,
    /// Whether it may change things; without, it only reads (是否可写).
    #[graphql(default)]
    may_write: bool,
    /// The last day on which it holds, a year ahead at most (有效期至).
    until: Date,
    /// The password again (密码).
    #[graphql(secret)]
    password: String,
}

/// What came of making a key (办理结果).
#[derive(SimpleObject)]
pub struct CreateApiKeyPayload {
    /// The token, to be sent as `Authorization: Bearer …`; it is shown this once (令牌).
    token: Option<String>,
    /// The key (密钥).
    api_key: Option<ApiKey>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// Which key ends (停用密钥).
#[derive(InputObject)]
pub struct RevokeApiKeyInput {
    /// The key (密钥).
    api_key_id: ID,
}

/// Whom to invite (邀请开通账号).
#[derive(InputObject)]
pub struct InvitePersonInput {
    /// Who (人员).
    person_id: ID,
    /// The name to log in with (登录名).
    login: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Whose account (账号所属人员).
#[derive(InputObject)]
pub struct AccountOfInput {
    /// Who (人员).
    person_id: ID,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of accounts.
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
            password::confirm(db, by, &input.current).await.map_err(|error| renamed(error, "password", "current"))?;
            let account = account::of_person(db.read(), by.actor.person.unwrap_or_default()).await?.ok_or(ledger::Error::NotFound)?;
            let known = password::known_of(db.read(), &account).await?;
            password::check_new("new", &input.new, &known.iter().map(String::as_str).collect::<Vec<_>>())?;
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
            let known = password::known_of(db.read(), &account).await?;
            password::check_new("password", &input.password, &known.iter().map(String::as_str).collect::<Vec<_>>())?;
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
            password::confirm(db, ctx.ledger(), &input.password).await?;
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
            password::confirm(db, ctx.ledger(), &input.password).await?;
            let txn = db.begin().await?;
            second_factor::remove_own(&txn, ctx.ledger()).await?;
            Ok(txn.commit().await?)
        };
        AccountPayload::of(ctx, removed.await)
    }

    /// Makes a key by which a program asks in one's name (新建接口密钥).
    async fn create_api_key(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What for, and until when (用途、有效期).")] input: CreateApiKeyInput,
    ) -> Answer<CreateApiKeyPayload> {
        ctx.in_person()?;
        let db = &ctx.asker().app.db;
        let made = async {
            password::confirm(db, ctx.ledger(), &input.password).await?;
            let txn = db.begin().await?;
            let made = key::make(&txn, ctx.ledger(), &input.name, input.may_write, input.until.into()).await?;
            txn.commit().await?;
            Ok::<_, ledger::Error>(made)
        };
        match made.await {
            Ok(made) => Ok(CreateApiKeyPayload { token: Some(made.token), api_key: Some(ApiKey(made.key)), user_errors: Vec::new() }),
            Err(error) => Ok(CreateApiKeyPayload { token: None, api_key: None, user_errors: UserError::all(ctx, error)? }),
        }
    }

    /// Ends a key at once (停用接口密钥).
    async fn revoke_api_key(&self, ctx: &Context<'_>, #[graphql(desc = "Which key (密钥).")] input: RevokeApiKeyInput) -> Answer<AccountPayload> {
        ctx.in_person()?;
        let ended = async {
            let txn = ctx.asker().app.db.begin().await?;
            key::end(&txn, ctx.ledger(), given(Noun::ApiKey, &input.api_key_id, "apiKeyId")?).await?;
            Ok(txn.commit().await?)
        };
        AccountPayload::of(ctx, ended.await)
    }

    /// Opens an account for a person and mails a link by which to set the password (邀请开通账号); for who manages the people of every
    /// organization in which that person holds a position.
    async fn invite_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and the name to log in with (人员、登录名).")] input: InvitePersonInput,
    ) -> Answer<PersonPayload> {
        ctx.in_person()?;
        let (id, user_errors): (Option<uuid::Uuid>, _) = carry_out!(ctx, "invitePerson", input.request_id.clone(), |db, by| {
            account::invite(db, by, given(Noun::Person, &input.person_id, "personId")?, &input.login).await
        });
        PersonPayload::of(Person::find_optional(ctx, id).await?, user_errors)
    }

    /// Closes the account of a person (关闭账号): sessions and keys end at once; for who manages the people of every organization in which
    /// that person holds a position.
    async fn close_account(&self, ctx: &Context<'_>, #[graphql(desc = "Whose (人员).")] input: AccountOfInput) -> Answer<PersonPayload> {
        ctx.in_person()?;
        let (id, user_errors): (Option<uuid::Uuid>, _) = carry_out!(ctx, "closeAccount", input.request_id.clone(), |db, by| {
            account::close(db, by, given(Noun::Person, &input.person_id, "personId")?).await
        });
        PersonPayload::of(Person::find_optional(ctx, id).await?, user_errors)
    }

    /// Takes the second factor off the account of a person who has lost the telephone (解除他人的二次验证); for who manages the people of
    /// every organization in which that person holds a position. He or she is told by mail.
    async fn relieve_second_factor(&self, ctx: &Context<'_>, #[graphql(desc = "Whose (人员).")] input: AccountOfInput) -> Answer<PersonPayload> {
        ctx.in_person()?;
        let (id, user_errors): (Option<uuid::Uuid>, _) = carry_out!(ctx, "relieveSecondFactor", input.request_id.clone(), |db, by| {
            account::relieve(db, by, given(Noun::Person, &input.person_id, "personId")?).await
        });
        PersonPayload::of(Person::find_optional(ctx, id).await?, user_errors)
    }
}

impl AccountPayload {
    fn of(ctx: &Context<'_>, outcome: ledger::Result<()>) -> Answer<Self> {
        let user_errors = match outcome {
            Ok(()) => Vec::new(),
            Err(error) => UserError::all(ctx, error)?,
        };
        Ok(Self { user_errors })
    }
}

/// A refusal with a field called as this input calls it.
fn renamed(error: ledger::Error, from: &str, to: &str) -> ledger::Error {
    match error {
        ledger::Error::Refused(refusals) => {
            let renamed = refusals.into_iter().map(|refusal| if refusal.field.as_deref() == Some(from) { refusal.field(to) } else { refusal });
            ledger::Error::Refused(renamed.collect())
        }
        error => error,
    }
}
