//! A signature (签名): who signed what content, as what, when. What is signed is sealed.

use redline_domain::SigningMethod;
use sea_orm::entity::prelude::*;

/// A signature (签名): who signed what content, as what, when. What is signed is sealed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signature")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose matter it is.
    pub organization_id: Uuid,
    /// What kind of thing was signed.
    #[sea_orm(column_type = "Text")]
    pub subject_kind: String,
    /// Which.
    pub subject_id: Uuid,
    /// What was done by it, e.g. `INSPECTION_SIGNED`: a thing may be signed for several acts.
    #[sea_orm(column_type = "Text")]
    pub act: String,
    /// Who signed; none: the program itself.
    pub signer_id: Option<Uuid>,
    /// The signer's name at that time, of what was signed before names were sealed apart; none: the person has it, or the program signed.
    #[sea_orm(column_type = "Text", nullable)]
    pub signer_name: Option<String>,
    /// The positions that the signer held at that time, in words.
    #[sea_orm(column_type = "Text", nullable)]
    pub signed_as: Option<String>,
    /// How the signer proved who he is.
    pub method: SigningMethod,
    /// What was signed, as canonical JSON (RFC 8785).
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// The SHA-256 of it, in hexadecimal digits.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// When.
    pub signed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
