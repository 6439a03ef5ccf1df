//! A link (一次性链接) that was mailed to somebody, by which he sets a password, once. Its code follows from this row and the site's
//! secret, and is kept nowhere.

use redline_domain::LinkPurpose;
use sea_orm::entity::prelude::*;

/// A link (一次性链接) that was mailed to somebody, by which he sets a password, once.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_link")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// For which account.
    pub account_id: Uuid,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it ends by itself.
    pub expires_at: DateTimeUtc,
    /// When it was used, or ended because another one was.
    pub used_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
