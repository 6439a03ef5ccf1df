//! A special-operation certificate (特种作业证) of somebody who works for an enterprise.

use redline_domain::{CertificateKind, CertificateState};
use sea_orm::entity::prelude::*;

/// A special-operation certificate (特种作业证) of somebody who works for an enterprise.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The enterprise for which the holder works.
    pub organization_id: Uuid,
    /// The contract under which the holder works for it, if he is a contractor's.
    pub contract_id: Option<Uuid>,
    /// The holder's name.
    #[sea_orm(column_type = "Text")]
    pub holder_name: String,
    /// The holder, if he is on record.
    pub person_id: Option<Uuid>,
    /// What it is for.
    pub kind: CertificateKind,
    /// What it is for in words, for other special operations.
    #[sea_orm(column_type = "Text", nullable)]
    pub kind_text: Option<String>,
    /// Its number. A renewed certificate keeps it.
    #[sea_orm(column_type = "Text")]
    pub number: String,
    /// Its first day.
    pub issued_on: Date,
    /// Its last day.
    pub expires_on: Date,
    /// The day by which it is to be reviewed (复审).
    pub review_due_on: Option<Date>,
    /// The last day on which it lets its holder work: the earlier of the two.
    pub last_valid_on: Date,
    /// Valid or revoked. Whether it has expired, the dates say.
    pub state: CertificateState,
    /// Why it was revoked.
    #[sea_orm(column_type = "Text", nullable)]
    pub revoked_reason: Option<String>,
    /// The renewed certificate that takes its place.
    pub replaced_by: Option<Uuid>,
    /// The days that the last step told of left; 0: it was told that it has expired.
    pub step_taken: Option<i32>,
    /// When something is next to be done; a cache, derived anew before acting.
    pub check_after: Option<DateTimeUtc>,
    /// How often in a row the sweep failed on it.
    pub failures: i32,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// Who recorded it.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
