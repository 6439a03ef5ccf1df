//! An attachment (附件): a picture or document, uploaded first and then attached to a record. Its bytes are in the object store.

use redline_domain::AttachmentPurpose;
use sea_orm::entity::prelude::*;

/// An attachment (附件): a picture or document, uploaded first and then attached to a record. Its bytes are in the object store.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose matter it is.
    pub organization_id: Uuid,
    /// What kind of record it is attached to; none: to none yet.
    #[sea_orm(column_type = "Text", nullable)]
    pub subject_kind: Option<String>,
    /// Which.
    pub subject_id: Option<Uuid>,
    /// What it shows of the record.
    pub purpose: Option<AttachmentPurpose>,
    /// The name under which it was uploaded.
    #[sea_orm(column_type = "Text")]
    pub file_name: String,
    /// Its type, found out from its bytes.
    #[sea_orm(column_type = "Text")]
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
    /// The SHA-256 of its bytes, in hexadecimal digits, and the name of its object: the same bytes are kept once.
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    /// The width of a picture, in pixels.
    pub width: Option<i32>,
    /// The height of a picture, in pixels.
    pub height: Option<i32>,
    /// Who uploaded it.
    pub uploaded_by: Option<Uuid>,
    /// When.
    pub uploaded_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
