//! Attachments (附件): uploaded first, to an organization, and then attached to a record by whoever uploaded them. An attachment is
//! as visible as its record; one that is not attached yet, only to who uploaded it.

use redline_domain::{AttachmentPurpose, Refusal, ids::Noun};
use redline_entity::attachment;
use sea_orm::{ActiveEnum, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Context, Result};

/// The largest number of attachments of one purpose that a record takes.
pub const MOST: usize = 20;

/// Attaches what the actor uploaded to a record. `field` is the input field that named it.
///
/// # Errors
/// `UNKNOWN_ATTACHMENT` for what is not there, was uploaded by somebody else or is attached already; `TOO_MANY_ATTACHMENTS`;
/// `NOT_A_PICTURE` for a document where a photograph is asked for.
pub async fn attach(
    db: &impl ConnectionTrait,
    ctx: &Context,
    ids: &[Uuid],
    (noun, subject): (Noun, Uuid),
    purpose: AttachmentPurpose,
    field: &'static str,
) -> Result<Vec<attachment::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() > MOST {
        let zh = format!("每条记录最多 {MOST} 个附件。");
        return Err(Refusal::new("TOO_MANY_ATTACHMENTS", zh, format!("A record takes at most {MOST} attachments.")).field(field).into());
    }
    let rows = attachment::Entity::find().filter(attachment::Column::Id.is_in(ids.iter().copied())).order_by_asc(attachment::Column::Id).all(db).await?;
    let own = |row: &attachment::Model| row.subject_id.is_none() && (ctx.actor.operator || row.uploaded_by == ctx.actor.person);
    if rows.len() != ids.len() || !rows.iter().all(own) {
        let zh = "所列附件中有的不存在、不是您上传的，或已用于其他记录。请重新上传。";
        let en = "Some of these attachments do not exist, are not yours, or belong to another record already. Upload them anew.";
        return Err(Refusal::new("UNKNOWN_ATTACHMENT", zh, en).field(field).into());
    }
    if purpose != AttachmentPurpose::Document && !rows.iter().all(|row| row.media_type.starts_with("image/")) {
        return Err(Refusal::new("NOT_A_PICTURE", "此处应为照片。", "Photographs are asked for here.").field(field).into());
    }
    attachment::Entity::update_many()
        .col_expr(attachment::Column::SubjectKind, Expr::value(noun.to_string()))
        .col_expr(attachment::Column::SubjectId, Expr::value(subject))
        .col_expr(attachment::Column::Purpose, Expr::value(purpose.to_value()))
        .filter(attachment::Column::Id.is_in(ids))
        .exec(db)
        .await?;
    Ok(rows)
}

/// The attachments of a record, in the order of their upload.
pub async fn of(db: &impl ConnectionTrait, subject: Uuid) -> Result<Vec<attachment::Model>> {
    let rows = attachment::Entity::find().filter(attachment::Column::SubjectId.eq(subject));
    Ok(rows.order_by_asc(attachment::Column::UploadedAt).order_by_asc(attachment::Column::Id).all(db).await?)
}

/// What of the attachments is signed with their record: which they are, and the hashes of their bytes.
pub fn facts(rows: &[attachment::Model]) -> Value {
    rows.iter().map(|row| json!({ "id": row.id, "sha256": row.sha256 })).collect()
}
