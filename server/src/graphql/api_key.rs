//! Keys of programs (接口密钥) in the API.

use async_graphql::{ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::ids::Noun;
use redline_entity::api_key;

use crate::graphql::id;

/// A key by which a program asks in its owner's name (接口密钥). Its token is shown once, when it is made.
pub struct ApiKey(pub api_key::Model);

/// A key by which a program asks in its owner's name (接口密钥). Its token is shown once, when it is made.
#[Object]
impl ApiKey {
    /// The identifier (编号).
    async fn id(&self) -> ID {
        id::give(Noun::ApiKey, self.0.id)
    }

    /// What it is for, in words (用途).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether it may change things (是否可写).
    async fn may_write(&self) -> bool {
        self.0.may_write
    }

    /// When it was made (创建时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it ends by itself (到期时间).
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }
}
