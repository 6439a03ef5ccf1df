//! Inspections (检查): recorded as drafts, signed by who made them, sealed from then on (clause 2.2.5: 谁检查、谁签名、谁负责).

mod check;
mod cites;
mod correct;
mod draft;
pub mod seal;
mod sign;

use chrono::NaiveDate;
use redline_domain::{InspectionKind, InspectionMode, InspectionScope, Position, RecordState, Refusal, permission::Action};
use redline_entity::{inspection, organization};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use uuid::Uuid;

use crate::{Context, Error, Result, actor};

pub use correct::correct;
pub use draft::{amend, record};
pub use sign::{sign, void};

/// An inspection before being recorded.
#[derive(Clone, Debug)]
pub struct NewInspection {
    /// Who was inspected.
    pub organization: Uuid,
    /// Which organization inspected; for its own inspections the same.
    pub inspector: Uuid,
    /// Its kind.
    pub kind: InspectionKind,
    /// The person who led it.
    pub leader: Uuid,
    /// Who took part besides, people of the inspecting organization.
    pub members: Vec<Uuid>,
    /// The day on which it took place.
    pub occurred_on: NaiveDate,
    /// How it was carried out.
    pub modes: Vec<InspectionMode>,
    /// What it looked at; nothing given: general.
    pub scopes: Vec<InspectionScope>,
    /// What was seen.
    pub summary: String,
    /// What was wrong. Each becomes a hazard when the inspection is signed.
    pub findings: Vec<NewFinding>,
    /// The accident alert (事故警示) that it cites.
    pub alert: Option<Uuid>,
    /// The contracts (发包合同) of the inspected organization that it looked at.
    pub contracts: Vec<Uuid>,
    /// Its photographs, uploaded before.
    pub photos: Vec<Uuid>,
}

/// A finding before being recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFinding {
    /// What is wrong.
    pub description: String,
    /// Where.
    pub location: Option<String>,
}

/// What changes in a draft; what is not given stays.
#[derive(Clone, Debug, Default)]
pub struct Amendment {
    /// Its kind.
    pub kind: Option<InspectionKind>,
    /// The person who led it.
    pub leader: Option<Uuid>,
    /// All who took part besides, in place of those before.
    pub members: Option<Vec<Uuid>>,
    /// The day on which it took place.
    pub occurred_on: Option<NaiveDate>,
    /// How it was carried out.
    pub modes: Option<Vec<InspectionMode>>,
    /// What it looked at.
    pub scopes: Option<Vec<InspectionScope>>,
    /// What was seen.
    pub summary: Option<String>,
    /// All findings, in place of those before.
    pub findings: Option<Vec<NewFinding>>,
    /// The accident alert that it cites.
    pub alert: Option<Uuid>,
    /// All contracts that it looked at, in place of those before.
    pub contracts: Option<Vec<Uuid>>,
    /// All its photographs, in place of those before.
    pub photos: Option<Vec<Uuid>>,
}

/// Whether a kind is an organization's own, and not one of a supervisor.
pub fn is_own(kind: InspectionKind) -> bool {
    matches!(kind, InspectionKind::SelfCheck | InspectionKind::HeadLed)
}

/// How the actor stands to an inspection.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Part {
    /// Head, deputy or safety officer of the inspecting organization.
    officer: bool,
    /// The person who led it, still in the inspecting organization.
    leader: bool,
    /// Who recorded it, likewise.
    recorder: bool,
}

impl Part {
    fn of(ctx: &Context, inspection: &inspection::Model) -> Self {
        let mut seats = ctx.actor.seats.iter().filter(|seat| seat.organization == inspection.inspector_id).peekable();
        let sits_there = seats.peek().is_some();
        let is = |person: Option<Uuid>| sits_there && person.is_some() && ctx.actor.person == person;
        Self {
            officer: ctx.actor.operator || seats.any(|seat| seat.position != Position::Staff),
            leader: is(Some(inspection.leader_id)),
            recorder: is(inspection.recorded_by),
        }
    }

    fn made_it(self) -> bool {
        self.officer || self.leader || self.recorder
    }
}

/// An inspection, held until the transaction ends, with who was inspected and how the actor stands to it, if the actor may see it.
async fn load(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<(inspection::Model, organization::Model, Part)> {
    let inspection = inspection::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = actor::organization(db, inspection.organization_id).await?;
    let part = Part::of(ctx, &inspection);
    if !part.made_it() {
        ctx.allow(Action::SeeRecords, &actor::subject(&organization))?;
    }
    Ok((inspection, organization, part))
}

/// Only a draft can still change.
fn still_draft(inspection: &inspection::Model) -> Result<()> {
    match inspection.state {
        RecordState::Draft => Ok(()),
        RecordState::Signed => Err(Refusal::new(
            "SEALED",
            "该检查记录已签名封存，不能修改（谁检查、谁签名、谁负责）。如有错误，请说明原因办理更正，原记录予以保留。",
            "This inspection is signed and sealed and cannot be changed: who inspects, signs and answers for it. If it is wrong, correct it with the reason: the correction is a new version, and this one stays.",
        )
        .clause("2.2.5")
        .into()),
        RecordState::Voided => Err(crate::checks::already_voided().into()),
    }
}

fn took_no_part() -> Refusal {
    let zh = "谁检查、谁签名、谁负责：只有检查带队人、检查单位的负责人或安全管理人员可以办理。";
    let en = "Who inspects, signs and answers for it: only who led the inspection, or the head, a deputy or safety officer of the inspecting organization may do this.";
    Refusal::new("TOOK_NO_PART", zh, en).clause("2.2.5")
}
