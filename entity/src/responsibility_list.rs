//! A responsibility list (责任清单): posts, each with a person, duties and an acknowledgement.

use redline_domain::{RecordState, ResponsibilityListKind};
use sea_orm::entity::prelude::*;

/// A responsibility list (责任清单): posts, each with a person, duties and an acknowledgement.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "responsibility_list")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub organization_id: Uuid,
    /// Its kind.
    pub kind: ResponsibilityListKind,
    /// Its title.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// The deputy head whose list it is.
    pub deputy_id: Option<Uuid>,
    /// The day on which it was drawn up.
    pub drawn_up_on: Date,
    /// The day on which its last post was acknowledged; none while any is open.
    pub complete_on: Option<Date>,
    /// When that was recorded.
    pub complete_recorded_at: Option<DateTimeUtc>,
    /// Draft (in use) or voided.
    pub state: RecordState,
    /// Why it was voided.
    #[sea_orm(column_type = "Text", nullable)]
    pub voided_reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// Who recorded it.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
