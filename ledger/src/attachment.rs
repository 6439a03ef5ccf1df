//! Attachments (附件): uploaded first, to an organization, and then attached to a record by whoever uploaded them. An attachment is
//! as visible as its record; one that is not attached yet, only to who uploaded it.

use chrono::Duration;
use redline_domain::{AttachmentPurpose, Refusal, ids::Noun, permission::Action};
use redline_entity::{attachment, organization};
use sea_orm::{
    ActiveEnum, ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, Set, sea_query::Expr,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Context, Result, actor,
    event::{self, NewEvent},
};

/// The largest number of attachments of one purpose that a record takes.
pub const MOST: usize = 20;
/// How many attachments that belong to no record yet a person may upload in a day.
pub const MOST_LOOSE: u64 = 200;

/// What was uploaded, once its bytes are in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAttachment {
    /// Whose matter it is.
    pub organization: Uuid,
    /// The name under which it was uploaded, made harmless.
    pub file_name: String,
    /// Its type, found out from its bytes.
    pub media_type: &'static str,
    /// Its size.
    pub bytes: i64,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Width and height of a picture, in pixels.
    pub pixels: Option<(i32, i32)>,
}

/// Goes on only if the actor may upload attachments about an organization now: who may see its records may.
///
/// # Errors
/// `TOO_MANY_UPLOADS`.
pub async fn may_upload(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid) -> Result<organization::Model> {
    let organization = actor::organization(db, organization).await?;
    ctx.allow(Action::SeeRecords, &actor::subject(&organization))?;
    if let Some(person) = ctx.actor.person {
        let loose = attachment::Entity::find()
            .filter(attachment::Column::UploadedBy.eq(person))
            .filter(attachment::Column::SubjectId.is_null())
            .filter(attachment::Column::UploadedAt.gt(ctx.now - Duration::hours(24)));
        if loose.count(db).await? >= MOST_LOOSE {
            let zh = format!("您 24 小时内已上传 {MOST_LOOSE} 个尚未用于任何记录的附件，请先用于记录再上传。");
            let en = format!("You uploaded {MOST_LOOSE} attachments within 24 hours that belong to no record yet; attach them before you upload more.");
            return Err(Refusal::new("TOO_MANY_UPLOADS", zh, en).into());
        }
    }
    Ok(organization)
}

/// Records what was uploaded (上传附件). It belongs to no record yet.
///
/// # Errors
/// As [`may_upload`].
pub async fn upload(db: &impl ConnectionTrait, ctx: &Context, new: NewAttachment) -> Result<attachment::Model> {
    let organization = may_upload(db, ctx, new.organization).await?;
    let row = attachment::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        subject_kind: Set(None),
        subject_id: Set(None),
        purpose: Set(None),
        file_name: Set(new.file_name),
        media_type: Set(new.media_type.to_owned()),
        bytes: Set(new.bytes),
        sha256: Set(new.sha256),
        width: Set(new.pixels.map(|(width, _)| width)),
        height: Set(new.pixels.map(|(_, height)| height)),
        uploaded_by: Set(ctx.actor.person),
        uploaded_at: Set(ctx.now),
    };
    let row = row.insert(db).await?;
    let data = json!({ "sha256": row.sha256, "mediaType": row.media_type, "bytes": row.bytes });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Attachment, row.id, "ATTACHMENT_UPLOADED", data)).await?;
    Ok(row)
}

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
        return Err(too_many(field).into());
    }
    let rows = attachment::Entity::find().filter(attachment::Column::Id.is_in(ids.iter().copied())).order_by_asc(attachment::Column::Id).all(db).await?;
    let own = |row: &attachment::Model| row.subject_id.is_none() && (ctx.actor.operator || row.uploaded_by == ctx.actor.person);
    if rows.len() != ids.len() || !rows.iter().all(own) {
        return Err(unknown(field).into());
    }
    if purpose != AttachmentPurpose::Document && !rows.iter().all(|row| row.media_type.starts_with("image/")) {
        return Err(Refusal::new("NOT_A_PICTURE", "此处应为照片。", "Photographs are asked for here.").field(field).into());
    }
    let attached = attachment::Entity::update_many()
        .col_expr(attachment::Column::SubjectKind, Expr::value(noun.to_string()))
        .col_expr(attachment::Column::SubjectId, Expr::value(subject))
        .col_expr(attachment::Column::Purpose, Expr::value(purpose.to_value()))
        .filter(attachment::Column::Id.is_in(ids))
        .filter(attachment::Column::SubjectId.is_null())
        .exec(db)
        .await?;
    // Of two who attach the same at the same time, the later comes too late.
    if attached.rows_affected != rows.len() as u64 {
        return Err(unknown(field).into());
    }
    let attached = |row| attachment::Model { subject_kind: Some(noun.to_string()), subject_id: Some(subject), purpose: Some(purpose), ..row };
    Ok(rows.into_iter().map(attached).collect())
}

/// Attaches to a draft what is given in place of what of that purpose it has. What it has and keeps may be somebody else's; what
/// is taken off is again as if it had only been uploaded.
///
/// # Errors
/// As [`attach`].
pub async fn replace(
    db: &impl ConnectionTrait,
    ctx: &Context,
    ids: &[Uuid],
    (noun, subject): (Noun, Uuid),
    purpose: AttachmentPurpose,
    field: &'static str,
) -> Result<()> {
    let had: Vec<Uuid> = of(db, subject).await?.into_iter().filter(|row| row.purpose == Some(purpose)).map(|row| row.id).collect();
    let kept = had.iter().filter(|id| ids.contains(id)).count();
    let added: Vec<Uuid> = ids.iter().copied().filter(|id| !had.contains(id)).collect();
    if kept + added.len() > MOST {
        return Err(too_many(field).into());
    }
    attachment::Entity::update_many()
        .col_expr(attachment::Column::SubjectKind, Expr::value(None::<String>))
        .col_expr(attachment::Column::SubjectId, Expr::value(None::<Uuid>))
        .col_expr(attachment::Column::Purpose, Expr::value(None::<String>))
        .filter(attachment::Column::Id.is_in(had.into_iter().filter(|id| !ids.contains(id))))
        .exec(db)
        .await?;
    attach(db, ctx, &added, (noun, subject), purpose, field).await.map(drop)
}

/// Gives a new version of a record the attachments of the old one, which keeps its own: the bytes are the same and kept once.
pub async fn copy(db: &impl ConnectionTrait, ctx: &Context, from: Uuid, (noun, subject): (Noun, Uuid)) -> Result<()> {
    let rows = of(db, from).await?.into_iter().map(|row| attachment::ActiveModel {
        id: Set(ctx.id()),
        subject_kind: Set(Some(noun.to_string())),
        subject_id: Set(Some(subject)),
        ..row.into_active_model().reset_all()
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        attachment::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The attachments of a record, in the order of their upload.
pub async fn of(db: &impl ConnectionTrait, subject: Uuid) -> Result<Vec<attachment::Model>> {
    of_all(db, &[subject]).await
}

/// The attachments of many records, each one's in the order of their upload.
pub async fn of_all(db: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<Vec<attachment::Model>> {
    let rows = attachment::Entity::find().filter(attachment::Column::SubjectId.is_in(subjects.iter().copied()));
    Ok(rows.order_by_asc(attachment::Column::UploadedAt).order_by_asc(attachment::Column::Id).all(db).await?)
}

fn unknown(field: &'static str) -> Refusal {
    let zh = "所列附件中有的不存在、不是您上传的，或已用于其他记录。请重新上传。";
    let en = "Some of these attachments do not exist, are not yours, or belong to another record already. Upload them anew.";
    Refusal::new("UNKNOWN_ATTACHMENT", zh, en).field(field)
}

fn too_many(field: &'static str) -> Refusal {
    let zh = format!("每条记录最多 {MOST} 个附件。");
    Refusal::new("TOO_MANY_ATTACHMENTS", zh, format!("A record takes at most {MOST} attachments.")).field(field)
}

/// What of the attachments is signed with their record: which they are, what they show of it, and the hashes of their bytes.
pub fn facts(rows: &[attachment::Model]) -> Value {
    rows.iter().map(|row| json!({ "id": row.id, "purpose": row.purpose, "sha256": row.sha256 })).collect()
}
