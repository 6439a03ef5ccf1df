//! Special-operation certificates (特种作业证): recorded, renewed, revoked; and told of before they end.

mod advance;

use chrono::NaiveDate;
use redline_domain::{
    AttachmentPurpose, CertificateKind, CertificateState, OrganizationState, Refusal, Word, certificate::last_valid_day, ids::Noun, permission::Action,
};
use redline_entity::{certificate, contract, notice as notice_row, organization, person};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait, Set, sea_query::Expr,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Context, Error, Result, attachment,
    checks::{self, Checks},
    event::{self, NewEvent},
    notice::{self, About},
    organization::allowed,
};

pub use advance::advance;

/// The longest number of a certificate.
const NUMBER: usize = 100;

/// A certificate before being recorded.
#[derive(Clone, Debug)]
pub struct NewCertificate {
    /// The enterprise for which the holder works.
    pub organization: Uuid,
    /// The contract under which the holder works for it, if he is a contractor's.
    pub contract: Option<Uuid>,
    /// The holder, if on record; then the name is known.
    pub person: Option<Uuid>,
    /// The holder's name.
    pub holder_name: Option<String>,
    /// What it is for.
    pub kind: CertificateKind,
    /// What it is for in words, for other special operations.
    pub kind_text: Option<String>,
    /// Its number.
    pub number: String,
    /// Its days.
    pub term: Term,
    /// Photographs of it.
    pub photos: Vec<Uuid>,
}

/// The days of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its first day.
    pub issued_on: NaiveDate,
    /// Its last day.
    pub expires_on: NaiveDate,
    /// The day by which it is to be reviewed (复审).
    pub review_due_on: Option<NaiveDate>,
}

/// Records a certificate. That it nears its end is told of from then on.
///
/// # Errors
/// `NUMBER_TAKEN`, `BAD_TERM`, `KIND_TEXT_MISSING`, `UNKNOWN_CONTRACT`, `NO_POSITION`, and what is wrong with texts.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, new: NewCertificate) -> Result<certificate::Model> {
    let organization = allowed(db, ctx, new.organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    checks::is_enterprise(&organization)?;
    let mut checks = Checks::default();
    let holder_name = match new.person {
        Some(id) => {
            checks.held_position(db, "personId", id, &organization, ctx.today()).await?;
            person::Entity::find_by_id(id).one(db).await?.map(|person| person.name).unwrap_or_default()
        }
        None => checks.text("holderName", new.holder_name.as_deref().unwrap_or_default(), checks::TITLE),
    };
    let kind_text = checks.optional("kindText", new.kind_text.as_deref(), checks::TITLE);
    if new.kind == CertificateKind::OtherSpecial && kind_text.is_none() {
        let zh = "请写明是哪一种特种作业。";
        checks.refuse(Refusal::new("KIND_TEXT_MISSING", zh, "Say which special operation it is for.").field("kindText"));
    }
    let number = checks.text("number", &new.number, NUMBER);
    check_term(ctx, &mut checks, new.term);
    if let Some(id) = new.contract
        && contract::Entity::find_by_id(id).filter(contract::Column::OrganizationId.eq(organization.id)).one(db).await?.is_none()
    {
        let en = "The enterprise has no such contract on record.";
        checks.refuse(Refusal::new("UNKNOWN_CONTRACT", "该企业没有登记这份合同。", en).field("contractId"));
    }
    check_number(db, &mut checks, organization.id, (new.kind, &number), None).await?;
    checks.finish()?;
    let who = Holder { organization: organization.id, contract: new.contract, person: new.person, name: holder_name };
    let kind_text = kind_text.filter(|_| new.kind == CertificateKind::OtherSpecial);
    let certificate = row(ctx, who, (new.kind, kind_text), number, new.term).insert(db).await?;
    attachment::attach(db, ctx, &new.photos, (Noun::Certificate, certificate.id), AttachmentPurpose::Photo, "photoIds").await?;
    note(db, ctx, &certificate, "CERTIFICATE_RECORDED", facts(&certificate)).await?;
    Ok(certificate)
}

/// Records the renewed certificate (换证、复审) that takes the place of another, of which nobody is told any more. The number stays
/// unless another is given.
///
/// # Errors
/// `ALREADY_REPLACED`, `ALREADY_REVOKED`, `NOT_LATER`, and as for [`record`].
pub async fn renew(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, number: Option<&str>, term: Term, photos: &[Uuid]) -> Result<certificate::Model> {
    let old = standing(db, ctx, id).await?;
    let mut checks = Checks::default();
    let number = checks.text("number", number.filter(|number| !number.trim().is_empty()).unwrap_or(&old.number), NUMBER);
    check_term(ctx, &mut checks, term);
    let last = last_valid_day(term.expires_on, term.review_due_on);
    if last <= old.last_valid_on {
        let was = old.last_valid_on;
        let zh = format!("新证的有效期（至 {last}）不晚于原证（至 {was}），请核对日期。");
        let en = format!("The new certificate is valid until {last}, not longer than the old one, until {was}. Check the days.");
        checks.refuse(Refusal::new("NOT_LATER", zh, en).field("expiresOn"));
    }
    check_number(db, &mut checks, old.organization_id, (old.kind, &number), Some(old.id)).await?;
    checks.finish()?;
    let who = Holder { organization: old.organization_id, contract: old.contract_id, person: old.person_id, name: old.holder_name.clone() };
    let new = row(ctx, who, (old.kind, old.kind_text.clone()), number, term);
    let mut replaced = old.into_active_model();
    replaced.replaced_by = new.id.clone().take().map_or(Set(None), |id| Set(Some(id)));
    replaced.check_after = Set(None);
    // The old one first: of a number one stands.
    replaced.update(db).await?;
    notice::cancel(db, About::Thing(Noun::Certificate, id), "RENEWED").await?;
    let certificate = new.insert(db).await?;
    attachment::attach(db, ctx, photos, (Noun::Certificate, certificate.id), AttachmentPurpose::Photo, "photoIds").await?;
    let mut data = facts(&certificate);
    data["replaces"] = json!(id);
    note(db, ctx, &certificate, "CERTIFICATE_RENEWED", data).await?;
    Ok(certificate)
}

/// Revokes a certificate (注销): it lets nobody work from now on.
///
/// # Errors
/// `ALREADY_REPLACED`, `ALREADY_REVOKED`, `REASON_MISSING`.
pub async fn revoke(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<certificate::Model> {
    let certificate = standing(db, ctx, id).await?;
    let reason = checks::reason(reason)?;
    let mut row = certificate.into_active_model();
    row.state = Set(CertificateState::Revoked);
    row.revoked_reason = Set(Some(reason.clone()));
    row.check_after = Set(None);
    let certificate = row.update(db).await?;
    notice::cancel(db, About::Thing(Noun::Certificate, id), "REVOKED").await?;
    note(db, ctx, &certificate, "CERTIFICATE_REVOKED", json!({ "reason": reason })).await?;
    Ok(certificate)
}

/// Lets the certificates of an organization that no longer takes part be silent, and those of one that does again be looked at.
pub async fn follow(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model) -> Result<()> {
    let stand = Condition::all()
        .add(certificate::Column::OrganizationId.eq(organization.id))
        .add(certificate::Column::State.eq(CertificateState::Valid))
        .add(certificate::Column::ReplacedBy.is_null());
    let active = organization.state == OrganizationState::Active;
    if !active {
        silence(db, stand.clone(), organization.state.code()).await?;
    }
    certificate::Entity::update_many().col_expr(certificate::Column::CheckAfter, Expr::value(active.then_some(ctx.now))).filter(stand).exec(db).await?;
    Ok(())
}

/// Lets the certificates of a contractor's people be silent once the contract is over.
pub(crate) async fn hush_contract(db: &impl ConnectionTrait, contract: Uuid) -> Result<()> {
    let its = Condition::all().add(certificate::Column::ContractId.eq(contract));
    silence(db, its.clone(), "CONTRACT_ENDED").await?;
    certificate::Entity::update_many()
        .col_expr(certificate::Column::CheckAfter, Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None))
        .filter(its)
        .exec(db)
        .await?;
    Ok(())
}

/// Takes back what was not yet sent about some certificates.
async fn silence(db: &impl ConnectionTrait, which: Condition, reason: &str) -> Result<()> {
    let ids = certificate::Entity::find().select_only().column(certificate::Column::Id).filter(which).into_query();
    notice::cancel_where(db, Condition::all().add(notice_row::Column::SubjectId.in_subquery(ids)), reason).await?;
    Ok(())
}

/// Whose a certificate is.
struct Holder {
    organization: Uuid,
    contract: Option<Uuid>,
    person: Option<Uuid>,
    name: String,
}

fn row(ctx: &Context, who: Holder, (kind, kind_text): (CertificateKind, Option<String>), number: String, term: Term) -> certificate::ActiveModel {
    certificate::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(who.organization),
        contract_id: Set(who.contract),
        holder_name: Set(who.name),
        person_id: Set(who.person),
        kind: Set(kind),
        kind_text: Set(kind_text),
        number: Set(number),
        issued_on: Set(term.issued_on),
        expires_on: Set(term.expires_on),
        review_due_on: Set(term.review_due_on),
        last_valid_on: Set(last_valid_day(term.expires_on, term.review_due_on)),
        state: Set(CertificateState::Valid),
        revoked_reason: Set(None),
        replaced_by: Set(None),
        step_taken: Set(None),
        // The next cycle finds by itself what is to be told, and when to look again.
        check_after: Set(Some(ctx.now)),
        failures: Set(0),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    }
}

fn check_term(ctx: &Context, checks: &mut Checks, term: Term) {
    let today = ctx.today();
    let mut bad = |field: &str, zh: &str, en: &str| checks.refuse(Refusal::new("BAD_TERM", zh, en).field(field));
    if term.issued_on > today {
        bad("issuedOn", "发证日期不能晚于今天。", "The day of issue cannot be after today.");
    }
    if term.expires_on <= term.issued_on {
        bad("expiresOn", "有效期截止日应晚于发证日期。", "The last day has to come after the day of issue.");
    }
    if term.review_due_on.is_some_and(|on| on <= term.issued_on || on > term.expires_on) {
        bad(
            "reviewDueOn",
            "复审日期应晚于发证日期，且不晚于有效期截止日。",
            "The review has to come after the day of issue and by the last day of the certificate.",
        );
    }
}

async fn check_number(
    db: &impl ConnectionTrait,
    checks: &mut Checks,
    organization: Uuid,
    (kind, number): (CertificateKind, &str),
    except: Option<Uuid>,
) -> Result<()> {
    let mut find = certificate::Entity::find()
        .filter(certificate::Column::OrganizationId.eq(organization))
        .filter(certificate::Column::Kind.eq(kind))
        .filter(certificate::Column::Number.eq(number))
        .filter(certificate::Column::State.eq(CertificateState::Valid))
        .filter(certificate::Column::ReplacedBy.is_null());
    if let Some(id) = except {
        find = find.filter(certificate::Column::Id.ne(id));
    }
    if let Some(known) = find.one(db).await? {
        let zh = format!("该证号已登记（持证人“{}”，有效期至 {}）。复审或换证的，请办理“换证”。", known.holder_name, known.last_valid_on);
        let en = format!(
            "This number is on record already (holder \"{}\", valid until {}). If it was reviewed or renewed, record that as a renewal.",
            known.holder_name, known.last_valid_on
        );
        checks.refuse(Refusal::new("NUMBER_TAKEN", zh, en).field("number"));
    }
    Ok(())
}

/// A certificate that the actor may change and that still stands.
async fn standing(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<certificate::Model> {
    let certificate = certificate::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    allowed(db, ctx, certificate.organization_id, Action::Record).await?;
    if certificate.state == CertificateState::Revoked {
        return Err(Refusal::new("ALREADY_REVOKED", "该证书已注销。", "This certificate was revoked.").into());
    }
    if certificate.replaced_by.is_some() {
        let zh = "该证书已由新证替代，请对新证办理。";
        return Err(Refusal::new("ALREADY_REPLACED", zh, "Another certificate took the place of this one; choose that one.").into());
    }
    Ok(certificate)
}

fn facts(certificate: &certificate::Model) -> Value {
    json!({
        "holder": certificate.holder_name, "person": certificate.person_id, "contract": certificate.contract_id, "kind": certificate.kind,
        "kindText": certificate.kind_text, "number": certificate.number, "issuedOn": certificate.issued_on, "expiresOn": certificate.expires_on,
        "reviewDueOn": certificate.review_due_on,
    })
}

async fn note(db: &impl ConnectionTrait, ctx: &Context, certificate: &certificate::Model, action: &'static str, data: Value) -> Result<()> {
    event::append(db, ctx, NewEvent::new(Some(certificate.organization_id), Noun::Certificate, certificate.id, action, data)).await
}
