//! The words of a mail (邮件正文), apart from the row that changes while it is delivered.

use sea_orm::entity::prelude::*;

/// The words of a mail (邮件正文), apart from the row that changes while it is delivered. Every mail has them.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_body")]
pub struct Model {
    /// Of which mail.
    #[sea_orm(primary_key, auto_increment = false)]
    pub mail_id: Uuid,
    /// Its plain text.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Its HTML.
    #[sea_orm(column_type = "Text")]
    pub html: String,
}

impl ActiveModelBehavior for ActiveModel {}
