//! Logging in and out (登录、退出).

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Duration, Utc};
use redline_ledger::account::{
    session,
    sign_in::{self, Given, SignedIn},
};

use crate::{
    cookie::Cookie,
    graphql::{
        ask::Ask,
        error::Answer,
        mutation::UserError,
        viewer::{self, Viewer},
    },
};

/// How long a browser is known again from which somebody signed in.
pub(super) const DEVICE: Duration = Duration::days(365);

/// What one logs in with (登录信息).
#[derive(InputObject)]
pub struct LoginInput {
    /// The login (登录名).
    login: String,
    /// The password (密码).
    #[graphql(secret)]
    password: String,
    /// The six digits that the telephone shows, where a second factor is on (二次验证码).
    #[graphql(secret)]
    code: Option<String>,
    /// Whether the session is kept in a cookie that no script can read, for pages; then no token is answered (是否使用 Cookie).
    #[graphql(default)]
    cookie: bool,
}

/// What came of logging in (登录结果).
#[derive(SimpleObject)]
pub struct LoginPayload {
    /// The token, to be sent as `Authorization: Bearer …`; it is shown this once (令牌).
    token: Option<String>,
    /// Until when it holds (有效期至).
    expires_at: Option<DateTime<Utc>>,
    /// Who logged in (当前用户).
    viewer: Option<Viewer>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// What came of logging out (退出结果).
#[derive(SimpleObject)]
pub struct LogoutPayload {
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// Changes of sessions.
#[derive(Default)]
pub struct SessionMutation;

#[Object]
impl SessionMutation {
    /// Begins a session (登录). An unknown login and a wrong password are answered alike. Where a second factor is on, `SECOND_FACTOR_NEEDED`
    /// asks for its code.
    async fn login(&self, ctx: &Context<'_>, #[graphql(desc = "The login and the password (登录信息).")] input: LoginInput) -> Answer<LoginPayload> {
        let asker = ctx.asker();
        let given =
            Given { login: &input.login, password: &input.password, code: input.code.as_deref(), device: asker.device.as_deref(), address: asker.address };
        let SignedIn { login, device } = match sign_in::sign_in(&asker.app.db, ctx.ledger(), given).await {
            Ok(signed_in) => signed_in,
            Err(error) => return Ok(LoginPayload { token: None, expires_at: None, viewer: None, user_errors: UserError::all(ctx, error)? }),
        };
        if input.cookie {
            ctx.set_cookie(Cookie::Session, &login.token, session::SESSION);
            ctx.set_cookie(Cookie::Device, &device, DEVICE);
        }
        let viewer = viewer::load(&asker.app, asker.ctx.now, login.person).await?;
        let token = Some(login.token).filter(|_| !input.cookie);
        Ok(LoginPayload { token, expires_at: Some(login.expires_at), viewer, user_errors: Vec::new() })
    }

    /// Ends the session that the request was sent with (退出).
    async fn logout(&self, ctx: &Context<'_>) -> Answer<LogoutPayload> {
        ctx.in_person()?;
        let asker = ctx.asker();
        if let Some(token) = &asker.token {
            let db = asker.app.db.begin().await?;
            session::end(&db, ctx.ledger(), token).await?;
            db.commit().await?;
        }
        ctx.forget_cookie(Cookie::Session);
        Ok(LogoutPayload { user_errors: Vec::new() })
    }

    /// Ends all sessions and keys of who asks, wherever they are (全部退出).
    async fn logout_everywhere(&self, ctx: &Context<'_>) -> Answer<LogoutPayload> {
        ctx.in_person()?;
        let db = ctx.asker().app.db.begin().await?;
        session::end_everywhere(&db, ctx.ledger()).await?;
        db.commit().await?;
        ctx.forget_cookie(Cookie::Session);
        Ok(LogoutPayload { user_errors: Vec::new() })
    }
}
