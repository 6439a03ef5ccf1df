//! Logging in and out (登录、退出).

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use redline_ledger::{self as ledger, account};

use crate::graphql::{
    ask::Ask,
    error::Answer,
    mutation::UserError,
    viewer::{self, Viewer},
};

/// What one logs in with (登录信息).
#[derive(InputObject)]
pub struct LoginInput {
    /// The login (登录名).
    login: String,
    /// The password (密码).
    #[graphql(secret)]
    password: String,
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
    /// Begins a session (登录). An unknown login and a wrong password are answered alike.
    async fn login(&self, ctx: &Context<'_>, #[graphql(desc = "The login and the password (登录信息).")] input: LoginInput) -> Answer<LoginPayload> {
        let asker = ctx.asker();
        // The password is checked before the transaction: it takes long, and meanwhile others could not write.
        let account = match account::check(asker.app.db.read(), &input.login, &input.password).await {
            Ok(account) => account,
            Err(error) => return Ok(LoginPayload { token: None, expires_at: None, viewer: None, user_errors: UserError::all(ctx, error)? }),
        };
        let db = asker.app.db.begin().await?;
        let login = account::begin_session(&db, ctx.ledger(), &account).await?;
        db.commit().await.map_err(ledger::Error::from)?;
        let viewer = viewer::load(&asker.app, asker.ctx.now, login.person).await?;
        Ok(LoginPayload { token: Some(login.token), expires_at: Some(login.expires_at), viewer, user_errors: Vec::new() })
    }

    /// Ends the session of the token that was sent (退出).
    async fn logout(&self, ctx: &Context<'_>) -> Answer<LogoutPayload> {
        ctx.member()?;
        let asker = ctx.asker();
        if let Some(token) = &asker.token {
            let db = asker.app.db.begin().await?;
            account::end_session(&db, asker.ctx.now, token).await?;
            db.commit().await?;
        }
        Ok(LogoutPayload { user_errors: Vec::new() })
    }
}
