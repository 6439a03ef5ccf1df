//! An inspection (检查): by the enterprise itself or by a supervisor.

use redline_domain::{InspectionKind, RecordState};
use sea_orm::entity::prelude::*;

use crate::json::{Modes, People, Scopes};

/// An inspection (检查): by the enterprise itself or by a supervisor.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inspection")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its kind.
    pub kind: InspectionKind,
    /// Who was inspected.
    pub organization_id: Uuid,
    /// Which organization inspected.
    pub inspector_id: Uuid,
    /// Who led it.
    pub leader_id: Uuid,
    /// Who took part besides (检查组成员).
    #[sea_orm(column_type = "JsonBinary")]
    pub members: People,
    /// The day on which it took place.
    pub occurred_on: Date,
    /// How it was carried out.
    #[sea_orm(column_type = "JsonBinary")]
    pub modes: Modes,
    /// What it looked at.
    #[sea_orm(column_type = "JsonBinary")]
    pub scopes: Scopes,
    /// What was seen.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    /// Draft, signed or voided.
    pub state: RecordState,
    /// Who signed it.
    pub signed_by: Option<Uuid>,
    /// When.
    pub signed_at: Option<DateTimeUtc>,
    /// SHA-256 of what was signed.
    #[sea_orm(column_type = "Text", nullable)]
    pub seal: Option<String>,
    /// Why it was voided.
    #[sea_orm(column_type = "Text", nullable)]
    pub voided_reason: Option<String>,
    /// The accident alert (事故警示) that it cites.
    pub alert_id: Option<Uuid>,
    /// The sealed inspection that it corrects (更正), the older version.
    pub corrects_id: Option<Uuid>,
    /// The signed inspection that corrects it, the newer version.
    pub corrected_by_id: Option<Uuid>,
    /// When the first version was signed, if this is a signed correction: from then on it counts as recorded.
    pub first_signed_at: Option<DateTimeUtc>,
    /// Why it corrects the older version.
    #[sea_orm(column_type = "Text", nullable)]
    pub correction_reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// Who recorded it.
    pub recorded_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
