//! Changes of the keys of one's programs (接口密钥).

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::ids::Noun;
use redline_ledger::{
    self as ledger,
    account::{key, password},
};

use super::account::AccountPayload;
use crate::graphql::{
    api_key::ApiKey,
    ask::Ask,
    date::Date,
    error::Answer,
    mutation::{UserError, carry_out::given},
};

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

/// Changes of keys.
#[derive(Default)]
pub struct ApiKeyMutation;

#[Object]
impl ApiKeyMutation {
    /// Makes a key by which a program asks in one's name (新建接口密钥).
    async fn create_api_key(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What for, and until when (用途、有效期).")] input: CreateApiKeyInput,
    ) -> Answer<CreateApiKeyPayload> {
        ctx.in_person()?;
        let db = &ctx.asker().app.db;
        let made = async {
            password::confirm(db, ctx.ledger(), &input.password, password::wrong("password")).await?;
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
}
