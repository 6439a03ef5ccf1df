//! Changes of contracts, certificates and permits (外包外租合同、特种作业证、动火作业票).

mod inputs;

use async_graphql::{Context, MaybeUndefined, Object, SimpleObject};
use chrono::NaiveDate;
use redline_domain::ids::Noun;
use redline_ledger::{
    certificate::{self, NewCertificate, Term},
    contract::{self, NewContract, Terms},
    permit::{self, NewPermit},
};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    certificate::Certificate,
    contract::Contract,
    date::Date,
    error::Answer,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_all, given_optional},
    },
    permit::Permit,
};
use inputs::{
    AmendContractInput, ApplyForPermitInput, ApprovePermitInput, EndContractInput, PermitNoteInput, PermitReasonInput, RecordCertificateInput,
    RecordContractInput, RenewCertificateInput, RevokeCertificateInput,
};

/// What came of a change of a contract (办理结果).
#[derive(SimpleObject)]
pub struct ContractPayload {
    /// The contract as it now is (合同).
    contract: Option<Contract>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// What came of a change of a certificate (办理结果).
#[derive(SimpleObject)]
pub struct CertificatePayload {
    /// The certificate as it now is; of a renewal the new one (特种作业证).
    certificate: Option<Certificate>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// What came of a change of a permit (办理结果).
#[derive(SimpleObject)]
pub struct PermitPayload {
    /// The permit as it now is (作业票).
    permit: Option<Permit>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

type Outcome = (Option<Uuid>, Vec<UserError>);

async fn of_contract(ctx: &Context<'_>, (id, user_errors): Outcome) -> Answer<ContractPayload> {
    let contract = match id {
        Some(id) => Contract::find(ctx, id).await?,
        None => None,
    };
    Ok(ContractPayload { contract, user_errors })
}

async fn of_certificate(ctx: &Context<'_>, (id, user_errors): Outcome) -> Answer<CertificatePayload> {
    let certificate = match id {
        Some(id) => Certificate::find(ctx, id).await?,
        None => None,
    };
    Ok(CertificatePayload { certificate, user_errors })
}

async fn of_permit(ctx: &Context<'_>, (id, user_errors): Outcome) -> Answer<PermitPayload> {
    let permit = match id {
        Some(id) => Permit::find(ctx, id).await?,
        None => None,
    };
    Ok(PermitPayload { permit, user_errors })
}

/// A day of which something may have been said, or that it has gone.
fn day(said: MaybeUndefined<Date>) -> Option<Option<NaiveDate>> {
    Option::<Option<Date>>::from(said).map(|day| day.map(Into::into))
}

/// Changes of contracts, certificates and permits.
#[derive(Default)]
pub struct WorkMutation;

#[Object]
impl WorkMutation {
    /// Records a contract with a contractor or tenant (登记外包外租合同). What clause 2.1.4 asks for must be there: qualification,
    /// safety agreement, duties.
    async fn record_contract(&self, ctx: &Context<'_>, #[graphql(desc = "The contract (合同).")] input: RecordContractInput) -> Answer<ContractPayload> {
        let outcome = carry_out!(ctx, "recordContract", input.request_id.clone(), |db, by| {
            let organization = given(Noun::Organization, &input.organization_id, "organizationId")?;
            let terms = Terms {
                party_name: input.party_name,
                party_credit_code: input.party_credit_code,
                work: input.work,
                qualification: input.qualification,
                qualification_until: input.qualification_until.map(Into::into),
                safety_agreement_on: input.safety_agreement_on.map(Into::into),
                duties: input.duties,
                since: input.since.into(),
                until: input.until.map(Into::into),
            };
            let documents = given_all(Noun::Attachment, &input.document_ids, "documentIds")?;
            Ok(contract::record(db, by, NewContract { organization, kind: input.kind, terms, documents }).await?.id)
        });
        of_contract(ctx, outcome).await
    }

    /// Changes what a contract says (变更外包外租合同).
    async fn amend_contract(&self, ctx: &Context<'_>, #[graphql(desc = "What changes (变更内容).")] input: AmendContractInput) -> Answer<ContractPayload> {
        let outcome = carry_out!(ctx, "amendContract", input.request_id.clone(), |db, by| {
            let id = given(Noun::Contract, &input.contract_id, "contractId")?;
            let amendment = contract::Amendment {
                party_name: input.party_name,
                party_credit_code: input.party_credit_code.into(),
                work: input.work,
                qualification: input.qualification.into(),
                qualification_until: day(input.qualification_until),
                safety_agreement_on: input.safety_agreement_on.map(Into::into),
                duties: input.duties,
                since: input.since.map(Into::into),
                until: day(input.until),
                documents: input.document_ids.map(|ids| given_all(Noun::Attachment, &ids, "documentIds")).transpose()?,
            };
            Ok(contract::amend(db, by, id, amendment).await?.id)
        });
        of_contract(ctx, outcome).await
    }

    /// Ends a contract (终止外包外租合同).
    async fn end_contract(&self, ctx: &Context<'_>, #[graphql(desc = "Which, and why (合同、原因).")] input: EndContractInput) -> Answer<ContractPayload> {
        let outcome = carry_out!(ctx, "endContract", input.request_id.clone(), |db, by| {
            let id = given(Noun::Contract, &input.contract_id, "contractId")?;
            let on = input.ended_on.map_or_else(|| ctx.today(), Into::into);
            Ok(contract::end(db, by, id, on, &input.reason).await?.id)
        });
        of_contract(ctx, outcome).await
    }

    /// Records a special-operation certificate (登记特种作业证).
    async fn record_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The certificate (特种作业证).")] input: RecordCertificateInput,
    ) -> Answer<CertificatePayload> {
        let outcome = carry_out!(ctx, "recordCertificate", input.request_id.clone(), |db, by| {
            let new = NewCertificate {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                contract: given_optional(Noun::Contract, input.contract_id.as_ref(), "contractId")?,
                person: given_optional(Noun::Person, input.person_id.as_ref(), "personId")?,
                holder_name: input.holder_name,
                kind: input.kind,
                kind_text: input.kind_text,
                number: input.number,
                term: Term { issued_on: input.issued_on.into(), expires_on: input.expires_on.into(), review_due_on: input.review_due_on.map(Into::into) },
                photos: given_all(Noun::Attachment, &input.photo_ids, "photoIds")?,
            };
            Ok(certificate::record(db, by, new).await?.id)
        });
        of_certificate(ctx, outcome).await
    }

    /// Records the renewed certificate that takes the place of another (换证、复审). Of the old one nobody is told any more.
    async fn renew_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new certificate (新证).")] input: RenewCertificateInput,
    ) -> Answer<CertificatePayload> {
        let outcome = carry_out!(ctx, "renewCertificate", input.request_id.clone(), |db, by| {
            let id = given(Noun::Certificate, &input.certificate_id, "certificateId")?;
            let photos = given_all(Noun::Attachment, &input.photo_ids, "photoIds")?;
            let term = Term { issued_on: input.issued_on.into(), expires_on: input.expires_on.into(), review_due_on: input.review_due_on.map(Into::into) };
            Ok(certificate::renew(db, by, id, input.number.as_deref(), term, &photos).await?.id)
        });
        of_certificate(ctx, outcome).await
    }

    /// Revokes a certificate (注销特种作业证).
    async fn revoke_certificate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why (特种作业证、原因).")] input: RevokeCertificateInput,
    ) -> Answer<CertificatePayload> {
        let outcome = carry_out!(ctx, "revokeCertificate", input.request_id.clone(), |db, by| {
            let id = given(Noun::Certificate, &input.certificate_id, "certificateId")?;
            Ok(certificate::revoke(db, by, id, &input.reason).await?.id)
        });
        of_certificate(ctx, outcome).await
    }

    /// Applies for a hot-work permit (申请动火作业票); for everybody who holds a position in the enterprise.
    async fn apply_for_permit(&self, ctx: &Context<'_>, #[graphql(desc = "The permit (作业票).")] input: ApplyForPermitInput) -> Answer<PermitPayload> {
        let outcome = carry_out!(ctx, "applyForPermit", input.request_id.clone(), |db, by| {
            let new = NewPermit {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                level: input.level,
                place: input.place,
                work: input.work,
                from: input.planned_from,
                until: input.planned_until,
                operator_certificate: given(Noun::Certificate, &input.operator_certificate_id, "operatorCertificateId")?,
                guardian: given_optional(Noun::Person, input.guardian_id.as_ref(), "guardianId")?,
                guardian_name: input.guardian_name,
                photos: given_all(Noun::Attachment, &input.photo_ids, "photoIds")?,
            };
            Ok(permit::apply(db, by, new).await?.id)
        });
        of_permit(ctx, outcome).await
    }

    /// Writes down that equipment and fire precautions were checked before the work, by somebody other than the operator (登记设备检查).
    async fn check_permit_equipment(
        &self, ctx: &Context<'_>, #[graphql(desc = "What was found (检查情况).")] input: PermitNoteInput
    ) -> Answer<PermitPayload> {
        let outcome = carry_out!(ctx, "checkPermitEquipment", input.request_id.clone(), |db, by| {
            let id = given(Noun::Permit, &input.permit_id, "permitId")?;
            let photos = given_all(Noun::Attachment, &input.photo_ids, "photoIds")?;
            Ok(permit::check_equipment(db, by, id, &input.note, &photos).await?.id)
        });
        of_permit(ctx, outcome).await
    }

    /// Approves a permit (批准作业票); for an officer of the enterprise who has no other part in the work.
    async fn approve_permit(&self, ctx: &Context<'_>, #[graphql(desc = "Which (作业票).")] input: ApprovePermitInput) -> Answer<PermitPayload> {
        let outcome = carry_out!(ctx, "approvePermit", input.request_id.clone(), |db, by| {
            Ok(permit::approve(db, by, given(Noun::Permit, &input.permit_id, "permitId")?).await?.id)
        });
        of_permit(ctx, outcome).await
    }

    /// Refuses a permit (不予批准作业票).
    async fn refuse_permit(
        &self, ctx: &Context<'_>, #[graphql(desc = "Which, and why (作业票、原因).")] input: PermitReasonInput
    ) -> Answer<PermitPayload> {
        let outcome = carry_out!(ctx, "refusePermit", input.request_id.clone(), |db, by| {
            Ok(permit::refuse(db, by, given(Noun::Permit, &input.permit_id, "permitId")?, &input.reason).await?.id)
        });
        of_permit(ctx, outcome).await
    }

    /// Closes a permit once the work is done and the site was checked (关闭作业票); for the guardian and the officers.
    async fn close_permit(&self, ctx: &Context<'_>, #[graphql(desc = "What was found (现场确认情况).")] input: PermitNoteInput) -> Answer<PermitPayload> {
        let outcome = carry_out!(ctx, "closePermit", input.request_id.clone(), |db, by| {
            let id = given(Noun::Permit, &input.permit_id, "permitId")?;
            let photos = given_all(Noun::Attachment, &input.photo_ids, "photoIds")?;
            Ok(permit::close(db, by, id, &input.note, &photos).await?.id)
        });
        of_permit(ctx, outcome).await
    }

    /// Cancels a permit whose work is not done (取消作业票); for who applied for it and the officers.
    async fn cancel_permit(
        &self, ctx: &Context<'_>, #[graphql(desc = "Which, and why (作业票、原因).")] input: PermitReasonInput
    ) -> Answer<PermitPayload> {
        let outcome = carry_out!(ctx, "cancelPermit", input.request_id.clone(), |db, by| {
            Ok(permit::cancel(db, by, given(Noun::Permit, &input.permit_id, "permitId")?, &input.reason).await?.id)
        });
        of_permit(ctx, outcome).await
    }
}
