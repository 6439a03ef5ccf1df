//! Hot-work permits (动火作业票), clause 2.1.3: an approver, a named guardian on site, an operator whose certificate is valid on that
//! day, equipment that was checked; closed once the site is safe.
//!
//! An enterprise whose classification does not say that it does hot work may apply all the same: to refuse the permit would only
//! bring about hot work without one. The permit shows that the trait is missing, so that the office classifies anew.

mod apply;
mod decide;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use redline_domain::{
    CertificateKind, CertificateState, Refusal,
    certificate::first_invalid_day,
    ids::Noun,
    permission::Action,
    permit::{self as rules, PermitLevel, PermitState, Somebody},
};
use redline_entity::{certificate, contract, organization, permit, person};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Context, Error, Result, actor,
    event::{self, NewEvent},
};

pub use apply::{apply, check_equipment};
pub use decide::{approve, cancel, close, refuse};

/// A permit before being applied for.
#[derive(Clone, Debug)]
pub struct NewPermit {
    /// Where the work is done.
    pub organization: Uuid,
    /// How dangerous the place is.
    pub level: PermitLevel,
    /// Where.
    pub place: String,
    /// What is done.
    pub work: String,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when.
    pub until: DateTime<Utc>,
    /// The certificate of who does it.
    pub operator_certificate: Uuid,
    /// Who watches over it on site, if on record; then the name is known.
    pub guardian: Option<Uuid>,
    /// The guardian's name.
    pub guardian_name: Option<String>,
    /// Photographs of the place.
    pub photos: Vec<Uuid>,
}

/// The days of the plan, the first and the last: what ends at midnight ends on the day before.
fn days(ctx: &Context, from: DateTime<Utc>, until: DateTime<Utc>) -> (NaiveDate, NaiveDate) {
    let zone = ctx.site.zone;
    (zone.date(from), zone.date((until - TimeDelta::seconds(1)).max(from)))
}

/// Why a certificate does not let its holder do the work from one day to another; none: it does.
async fn unfit(
    db: &impl ConnectionTrait,
    organization: Uuid,
    certificate: Option<&certificate::Model>,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Option<Refusal>> {
    let Some(certificate) = certificate.filter(|row| row.organization_id == organization) else {
        let en = "The enterprise has no such certificate on record. Record the operator's certificate first.";
        let refusal = Refusal::new("UNKNOWN_CERTIFICATE", "该企业没有登记这份证书。请先登记作业人员的特种作业证。", en);
        return Ok(Some(refusal.field("operatorCertificateId").clause("2.1.3")));
    };
    let holder = certificate.holder_name.as_str();
    if certificate.kind != CertificateKind::Welding {
        let kind = certificate.kind;
        let zh = format!("“{holder}”所持的是{}证，动火作业须持焊接与热切割作业证。", redline_domain::Word::zh(kind));
        let en = format!(
            "The certificate of \"{holder}\" is for another kind of work ({}); hot work needs one for welding and thermal cutting.",
            redline_domain::Word::en(kind)
        );
        return Ok(Some(Refusal::new("CERTIFICATE_WRONG_KIND", zh, en).field("operatorCertificateId").clause("2.1.3")));
    }
    let invalid = match certificate.state {
        CertificateState::Revoked => Some(first),
        CertificateState::Valid => first_invalid_day(certificate.issued_on, certificate.last_valid_on, first, last),
    };
    if let Some(day) = invalid {
        return Ok(Some(rules::certificate_not_valid(holder, day)));
    }
    let Some(id) = certificate.contract_id else { return Ok(None) };
    let contract =
        contract::Entity::find_by_id(id).one(db).await?.ok_or_else(|| Error::Inconsistent(format!("certificate {} of no contract", certificate.id)))?;
    let day = [first, last].into_iter().find(|&day| !contract.span().in_force(day));
    Ok(day.map(|day| {
        let party = &contract.party_name;
        let zh = format!("“{holder}”所属的“{party}”在 {day} 没有在履行的外包合同，不能安排其作业。");
        let en = format!("\"{holder}\" works for \"{party}\", whose contract is not in force on {day}, so he may not be given this work.");
        Refusal::new("CONTRACT_NOT_IN_FORCE", zh, en).field("operatorCertificateId").clause("2.1.4")
    }))
}

/// A permit, held until the transaction ends, with whose it is, if the actor may see it.
async fn load(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<(permit::Model, organization::Model)> {
    let permit = permit::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = actor::organization(db, permit.organization_id).await?;
    ctx.allow(Action::SeeRecords, &actor::subject(&organization))?;
    Ok((permit, organization))
}

/// The certificate of a permit.
async fn certificate_of(db: &impl ConnectionTrait, permit: &permit::Model) -> Result<certificate::Model> {
    let found = certificate::Entity::find_by_id(permit.operator_certificate_id).one(db).await?;
    found.ok_or_else(|| Error::Inconsistent(format!("permit {} without a certificate", permit.id)))
}

/// Goes on only if the actor holds a position in the enterprise.
fn sits_in(ctx: &Context, organization: &organization::Model) -> Result<()> {
    if ctx.actor.operator || ctx.actor.seats.iter().any(|seat| seat.organization == organization.id) {
        return Ok(());
    }
    let zh = format!("只有“{}”的任职人员可以办理本企业的动火作业票。", organization.name);
    let en = format!("Only people who hold a position in \"{}\" may do this for its permits.", organization.name);
    Err(Refusal::new("FORBIDDEN", zh, en).into())
}

/// Who asks, with the name; nobody: the program itself.
async fn asker(db: &impl ConnectionTrait, ctx: &Context) -> Result<Option<(Uuid, String)>> {
    let Some(id) = ctx.actor.person else { return Ok(None) };
    Ok(person::Entity::find_by_id(id).one(db).await?.map(|person| (id, person.name)))
}

/// The operator as somebody.
fn operator(certificate: &certificate::Model) -> Somebody<'_, Uuid> {
    Somebody { id: certificate.person_id, name: &certificate.holder_name }
}

/// Only a permit in that state goes on.
fn must_be(permit: &permit::Model, states: &[PermitState]) -> Result<()> {
    if states.contains(&permit.state) {
        return Ok(());
    }
    let (zh, en) = (redline_domain::Word::zh(permit.state), redline_domain::Word::en(permit.state));
    let zh = format!("该作业票的状态是“{zh}”，不能这样办理。");
    Err(Refusal::new("WRONG_STATE", zh, format!("This permit cannot take that step; its state is: {en}.")).into())
}

async fn note(db: &impl ConnectionTrait, ctx: &Context, permit: &permit::Model, action: &'static str, data: Value) -> Result<()> {
    event::append(db, ctx, NewEvent::new(Some(permit.organization_id), Noun::Permit, permit.id, action, data)).await
}
