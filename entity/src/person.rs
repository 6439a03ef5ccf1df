//! A person (人员) who holds positions and gets mail.

use redline_domain::{AddressState, Language};
use sea_orm::entity::prelude::*;

/// A person (人员) who holds positions and gets mail.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Full name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Telephone.
    #[sea_orm(column_type = "Text", nullable)]
    pub phone: Option<String>,
    /// Mail address.
    #[sea_orm(column_type = "Text", nullable)]
    pub email: Option<String>,
    /// Whether the address takes mail.
    pub email_state: AddressState,
    /// The language of the mails to this person.
    pub language: Language,
    /// The hour at which this person's mail goes out; none: the rulebook's.
    pub morning_hour: Option<i32>,
    /// When the person was recorded.
    pub created_at: DateTimeUtc,
    /// With what the ledger sealed the name; none: it was recorded before names were sealed, or erased.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_salt: Option<String>,
    /// When the person was erased, on demand.
    pub erased_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
