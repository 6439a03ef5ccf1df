//! Attachments (附件) in the API: what they are. Their bytes are fetched from `url`, with the same token.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{
    AttachmentPurpose,
    ids::{self, Noun},
};
use redline_entity::attachment;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, id, participant::Participant},
    http::attachments::address,
    loaders::records::{AttachmentKey, AttachmentsOf},
};

/// An attachment (附件): a picture or document, uploaded first and then attached to a record.
#[derive(Clone)]
pub struct Attachment(pub Arc<attachment::Model>);

impl Attachment {
    /// An attachment, if the person may see what it is attached to, or has uploaded it and not yet attached it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(AttachmentKey(id)).await?.map(Self))
    }

    /// The attachments of a record that the person may see, in the order of their upload.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn all_of(ctx: &Context<'_>, subject: Uuid) -> Answer<Vec<Self>> {
        let rows = ctx.loaders().one(AttachmentsOf(subject)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(|row| Self(Arc::new(row))).collect())
    }

    /// The photographs of a record, its documents left out.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn photos_of(ctx: &Context<'_>, subject: Uuid) -> Answer<Vec<Self>> {
        let all = Self::all_of(ctx, subject).await?;
        Ok(all.into_iter().filter(|it| it.0.purpose != Some(AttachmentPurpose::Document)).collect())
    }

    fn address(&self) -> String {
        address(&ids::encode(Noun::Attachment, self.0.id))
    }
}

/// An attachment (附件): a picture or document, uploaded by `POST /attachments` and then attached to a record.
#[Object]
impl Attachment {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Attachment, self.0.id)
    }

    /// The name under which it was uploaded (文件名).
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }

    /// Its type, found out from its bytes (文件类型).
    async fn media_type(&self) -> &str {
        &self.0.media_type
    }

    /// Its size in bytes (大小).
    async fn bytes(&self) -> i64 {
        self.0.bytes
    }

    /// The SHA-256 of its bytes, in hexadecimal digits (校验值).
    async fn sha256(&self) -> &str {
        &self.0.sha256
    }

    /// The width of a picture in pixels (宽度).
    async fn width(&self) -> Option<i32> {
        self.0.width
    }

    /// The height of a picture in pixels (高度).
    async fn height(&self) -> Option<i32> {
        self.0.height
    }

    /// What it shows of the record; none while it is attached to none (用途).
    async fn purpose(&self) -> Option<AttachmentPurpose> {
        self.0.purpose
    }

    /// Where on this server its bytes are, for whoever sends a token (下载地址).
    async fn url(&self) -> String {
        self.address()
    }

    /// Where on this server a picture's thumbnail is, a JPEG of at most 320 pixels a side; none for documents (缩略图地址).
    async fn thumbnail_url(&self) -> Option<String> {
        self.0.width.map(|_| format!("{}/thumbnail", self.address()))
    }

    /// Who uploaded it (上传人).
    async fn uploaded_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        let on = ctx.ledger().site.zone.date(self.0.uploaded_at);
        self.0.uploaded_by.map(|person| Participant::new(person, on))
    }

    /// When it was uploaded (上传时间).
    async fn uploaded_at(&self) -> DateTime<Utc> {
        self.0.uploaded_at
    }
}
