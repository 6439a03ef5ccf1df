//! Mutations that carry a `requestId` (请求编号) are carried out once, however often they are sent.

use redline_domain::Refusal;
use redline_entity::request;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, Set};
use uuid::Uuid;

use crate::{Context, Result};

/// What came of an earlier request of the same person with the same id.
pub async fn earlier(db: &impl ConnectionTrait, ctx: &Context, request_id: &str, operation: &str) -> Result<Option<Uuid>> {
    let Some(person) = ctx.actor.person else { return Ok(None) };
    if request_id.is_empty() || request_id.len() > 100 {
        return Err(Refusal::new("BAD_REQUEST_ID", "请求编号应为 1 至 100 个字符。", "A request id has 1 to 100 characters.").field("requestId").into());
    }
    match request::Entity::find_by_id((person, request_id.to_owned())).one(db).await? {
        Some(row) if row.operation == operation => Ok(row.subject_id),
        Some(row) => Err(Refusal::new(
            "REQUEST_ID_REUSED",
            format!("此请求编号已用于另一操作（{}），请换一个。", row.operation),
            format!("This request id was already used for another operation ({}); choose a new one.", row.operation),
        )
        .field("requestId")
        .into()),
        None => Ok(None),
    }
}

/// Remembers what came of a request, in the transaction that did it.
pub async fn remember(db: &impl ConnectionTrait, ctx: &Context, request_id: &str, operation: &str, subject: Uuid) -> Result<()> {
    if let Some(person) = ctx.actor.person {
        let row = request::ActiveModel {
            person_id: Set(person),
            request_id: Set(request_id.to_owned()),
            operation: Set(operation.to_owned()),
            subject_id: Set(Some(subject)),
            created_at: Set(ctx.now),
        };
        row.insert(db).await?;
    }
    Ok(())
}
