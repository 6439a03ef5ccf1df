//! Contracts with contractors and tenants (外包外租合同), clause 2.1.4: what is not fit to be one is refused by name, and the checks
//! of the enterprise have to cover each that is in force.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use redline_domain::{
    AttachmentPurpose, ContractKind, RecordKind, Refusal, UnifiedSocialCreditCode,
    contract::{self as rules, Elements, Span},
    ids::Noun,
    permission::Action,
};
use redline_entity::{contract, organization};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Context, Error, Result, attachment, certificate,
    checks::{self, Checks},
    event::{self, NewEvent},
    evidence,
    organization::allowed,
};

/// What a contract says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The other party.
    pub party_name: String,
    /// Its unified social credit code.
    pub party_credit_code: Option<String>,
    /// What work is done or what is rented.
    pub work: String,
    /// The party's qualification; a contractor must have one.
    pub qualification: Option<String>,
    /// The last day of it.
    pub qualification_until: Option<NaiveDate>,
    /// When the safety agreement was signed.
    pub safety_agreement_on: Option<NaiveDate>,
    /// Who answers for what.
    pub duties: Option<String>,
    /// The first day of the contract.
    pub since: NaiveDate,
    /// Its last day.
    pub until: Option<NaiveDate>,
}

impl Terms {
    /// What a contract on record says.
    pub fn of(row: &contract::Model) -> Self {
        Self {
            party_name: row.party_name.clone(),
            party_credit_code: row.party_credit_code.clone(),
            work: row.work.clone(),
            qualification: row.qualification.clone(),
            qualification_until: row.qualification_until,
            safety_agreement_on: Some(row.safety_agreement_on),
            duties: Some(row.duties.clone()),
            since: row.since,
            until: row.until,
        }
    }
}

/// A contract before being recorded.
#[derive(Clone, Debug)]
pub struct NewContract {
    /// The enterprise that gives work or premises away.
    pub organization: Uuid,
    /// To a contractor, or to a tenant.
    pub kind: ContractKind,
    /// What it says.
    pub terms: Terms,
    /// Its documents, uploaded before: the safety agreement, the qualification.
    pub documents: Vec<Uuid>,
}

/// What changes in a contract; what is not given stays.
#[derive(Clone, Debug, Default)]
pub struct Amendment {
    /// The other party.
    pub party_name: Option<String>,
    /// Its unified social credit code.
    pub party_credit_code: Option<Option<String>>,
    /// What work is done or what is rented.
    pub work: Option<String>,
    /// The party's qualification.
    pub qualification: Option<Option<String>>,
    /// The last day of it.
    pub qualification_until: Option<Option<NaiveDate>>,
    /// When the safety agreement was signed.
    pub safety_agreement_on: Option<NaiveDate>,
    /// Who answers for what.
    pub duties: Option<String>,
    /// The first day of the contract.
    pub since: Option<NaiveDate>,
    /// Its last day.
    pub until: Option<Option<NaiveDate>>,
    /// All its documents, in place of those before.
    pub documents: Option<Vec<Uuid>>,
}

/// Records a contract. One that lacks what clause 2.1.4 asks for is refused, naming what is missing.
///
/// # Errors
/// `CONTRACT_ELEMENT_MISSING`, `QUALIFICATION_EXPIRED`, `NOT_AN_ENTERPRISE`, what attaching refuses, and what is wrong with texts and days.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, new: NewContract) -> Result<contract::Model> {
    let organization = allowed(db, ctx, new.organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    checks::is_enterprise(&organization)?;
    let row = contract::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        kind: Set(new.kind),
        ended_on: Set(None),
        ended_reason: Set(None),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
        ..checked(ctx, new.kind, new.terms)?
    };
    let contract = row.insert(db).await?;
    let of = (Noun::Contract, contract.id);
    attachment::attach(db, ctx, &new.documents, of, AttachmentPurpose::Document, "documentIds").await?;
    let data = facts(db, &contract).await?;
    changed(db, ctx, &organization, &contract, "CONTRACT_RECORDED", data).await?;
    Ok(contract)
}

/// Changes what a contract says. It must have afterwards what a new one must have.
///
/// # Errors
/// As for [`record`]; `CONTRACT_ENDED`.
pub async fn amend(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, amendment: Amendment) -> Result<contract::Model> {
    let (contract, organization) = running(db, ctx, id).await?;
    let old = Terms::of(&contract);
    let terms = Terms {
        party_name: amendment.party_name.unwrap_or(old.party_name),
        party_credit_code: amendment.party_credit_code.unwrap_or(old.party_credit_code),
        work: amendment.work.unwrap_or(old.work),
        qualification: amendment.qualification.unwrap_or(old.qualification),
        qualification_until: amendment.qualification_until.unwrap_or(old.qualification_until),
        safety_agreement_on: amendment.safety_agreement_on.or(old.safety_agreement_on),
        duties: amendment.duties.or(old.duties),
        since: amendment.since.unwrap_or(old.since),
        until: amendment.until.unwrap_or(old.until),
    };
    let before = facts(db, &contract).await?;
    let row = contract::ActiveModel { id: Set(id), ..checked(ctx, contract.kind, terms)? };
    let contract = row.update(db).await?;
    if let Some(documents) = amendment.documents {
        attachment::replace(db, ctx, &documents, (Noun::Contract, id), AttachmentPurpose::Document, "documentIds").await?;
    }
    let data = json!({ "before": before, "after": facts(db, &contract).await? });
    changed(db, ctx, &organization, &contract, "CONTRACT_AMENDED", data).await?;
    Ok(contract)
}

/// Ends a contract: `on` is the first day on which it binds no longer. The certificates of the party's people are silent from then on.
///
/// # Errors
/// `CONTRACT_ENDED`, `BAD_DATE`, `REASON_MISSING`.
pub async fn end(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, on: NaiveDate, reason: &str) -> Result<contract::Model> {
    let (contract, organization) = running(db, ctx, id).await?;
    let reason = checks::reason(reason)?;
    let (since, today) = (contract.since, ctx.today());
    if on < since || on > today {
        let (zh, en) = (format!("终止日期应在 {since} 至今天（{today}）之间。"), format!("The day must lie between {since} and today ({today})."));
        return Err(Refusal::new("BAD_DATE", zh, en).field("endedOn").into());
    }
    let mut row = contract.into_active_model();
    row.ended_on = Set(Some(on));
    row.ended_reason = Set(Some(reason.clone()));
    let contract = row.update(db).await?;
    certificate::hush_contract(db, id).await?;
    changed(db, ctx, &organization, &contract, "CONTRACT_ENDED", json!({ "on": on, "reason": reason, "party": contract.party_name })).await?;
    Ok(contract)
}

/// Whether all of them are contracts of an organization, whatever became of them since.
pub async fn exists_of(db: &impl ConnectionTrait, organization: Uuid, contracts: &[Uuid]) -> Result<bool> {
    let wanted: BTreeSet<Uuid> = contracts.iter().copied().collect();
    if wanted.is_empty() {
        return Ok(true);
    }
    let found = contract::Entity::find()
        .filter(contract::Column::OrganizationId.eq(organization))
        .filter(contract::Column::Id.is_in(wanted.iter().copied()))
        .count(db)
        .await?;
    Ok(usize::try_from(found) == Ok(wanted.len()))
}

/// A contract that the actor may change and that was not ended.
async fn running(db: &impl ConnectionTrait, ctx: &Context, id: Uuid) -> Result<(contract::Model, organization::Model)> {
    let contract = contract::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = allowed(db, ctx, contract.organization_id, Action::Record).await?;
    if let Some(on) = contract.ended_on {
        let zh = format!("该合同已于 {on} 终止，不能再变更。");
        return Err(Refusal::new("CONTRACT_ENDED", zh, format!("This contract ended on {on} and can no longer be changed.")).into());
    }
    Ok((contract, organization))
}

/// The columns of what a contract says, if nothing is wrong with it.
fn checked(ctx: &Context, kind: ContractKind, terms: Terms) -> Result<contract::ActiveModel> {
    let today = ctx.today();
    let mut checks = Checks::default();
    let party_name = checks.text("partyName", &terms.party_name, checks::TITLE);
    let code = terms.party_credit_code.as_deref().filter(|code| !code.trim().is_empty()).map(UnifiedSocialCreditCode::parse);
    let party_credit_code = code.and_then(|code| code.map_err(|refusal| checks.refuse(refusal.field("partyCreditCode"))).ok()).map(|code| code.to_string());
    let work = checks.text("work", &terms.work, checks::TEXT);
    let qualification = checks.optional("qualification", terms.qualification.as_deref(), checks::TEXT);
    let duties = checks.optional("duties", terms.duties.as_deref(), checks::TEXT);
    let elements = Elements { kind, qualification: qualification.as_deref(), safety_agreement_on: terms.safety_agreement_on, duties: duties.as_deref() };
    rules::missing(&elements).into_iter().for_each(|refusal| checks.refuse(refusal));
    if terms.safety_agreement_on.is_some_and(|on| on > today) {
        let zh = format!("安全生产管理协议的签订日期不能晚于今天（{today}）。");
        let en = format!("The safety agreement cannot have been signed after today ({today}).");
        checks.refuse(Refusal::new("DATE_IN_FUTURE", zh, en).field("safetyAgreementOn").clause("2.1.4"));
    }
    let span = Span { since: terms.since, until: terms.until, ended_on: None };
    if terms.until.is_some_and(|until| until < terms.since) {
        checks.refuse(Refusal::new("BAD_SPAN", "合同末日不能早于首日。", "The last day cannot be before the first.").field("until"));
    } else if rules::qualification_lapsed(terms.qualification_until, &span, today) {
        let zh = "承包承租方的资质已过期，不得发包、出租。请先换证，再登记有效期。";
        let en = "The party's qualification has lapsed, so it may be given no work or premises. Have it renewed, and give the new last day.";
        checks.refuse(Refusal::new("QUALIFICATION_EXPIRED", zh, en).field("qualificationUntil").clause("2.1.4"));
    }
    checks.finish()?;
    let incomplete = || Error::Inconsistent("a contract passed its checks without its elements".to_owned());
    Ok(contract::ActiveModel {
        party_name: Set(party_name),
        party_credit_code: Set(party_credit_code),
        work: Set(work),
        qualification: Set(qualification),
        qualification_until: Set(terms.qualification_until),
        safety_agreement_on: Set(terms.safety_agreement_on.ok_or_else(incomplete)?),
        duties: Set(duties.ok_or_else(incomplete)?),
        since: Set(terms.since),
        until: Set(terms.until),
        ..Default::default()
    })
}

async fn facts(db: &impl ConnectionTrait, contract: &contract::Model) -> Result<Value> {
    let documents = attachment::of(db, contract.id).await?;
    Ok(json!({
        "kind": contract.kind, "party": contract.party_name, "creditCode": contract.party_credit_code, "work": contract.work,
        "qualification": contract.qualification, "qualificationUntil": contract.qualification_until,
        "safetyAgreementOn": contract.safety_agreement_on, "duties": contract.duties, "since": contract.since, "until": contract.until,
        "documents": attachment::facts(&documents),
    }))
}

/// Which contracts are in force decides on whether a check covered them all.
async fn changed(
    db: &impl ConnectionTrait,
    ctx: &Context,
    organization: &organization::Model,
    contract: &contract::Model,
    action: &'static str,
    data: Value,
) -> Result<()> {
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Contract, contract.id, action, data)).await?;
    evidence::rematch(db, ctx, organization, Some(RecordKind::Inspection)).await
}
