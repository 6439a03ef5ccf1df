//! What is said of contracts, certificates and permits.

use async_graphql::{ID, InputObject, MaybeUndefined};
use chrono::{DateTime, Utc};
use redline_domain::{CertificateKind, ContractKind, PermitLevel};

use crate::graphql::date::Date;

/// A contract to be recorded (登记外包外租合同).
#[derive(InputObject)]
pub struct RecordContractInput {
    /// The enterprise that gives work or premises away (发包出租单位).
    pub organization_id: ID,
    /// To a contractor, or to a tenant (合同类别).
    pub kind: ContractKind,
    /// The other party (承包承租方).
    pub party_name: String,
    /// Its unified social credit code (承包承租方统一社会信用代码).
    pub party_credit_code: Option<String>,
    /// What work is done or what is rented (项目或场所).
    pub work: String,
    /// The party's qualification; a contractor must have one (资质).
    pub qualification: Option<String>,
    /// The last day of the qualification (资质有效期至).
    pub qualification_until: Option<Date>,
    /// When the safety agreement was signed; without it the contract is refused (安全生产管理协议签订日期).
    pub safety_agreement_on: Option<Date>,
    /// Who answers for what; without it the contract is refused (安全生产管理职责).
    pub duties: Option<String>,
    /// Its first day (合同首日).
    pub since: Date,
    /// Its last day (合同末日).
    pub until: Option<Date>,
    /// Documents, uploaded before: the safety agreement, the qualification (安全生产管理协议、资质证明).
    #[graphql(default)]
    pub document_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// What changes in a contract; what is not given stays (变更外包外租合同).
#[derive(InputObject)]
pub struct AmendContractInput {
    /// The contract (合同).
    pub contract_id: ID,
    /// The other party (承包承租方).
    pub party_name: Option<String>,
    /// Its unified social credit code; null: none (承包承租方统一社会信用代码).
    pub party_credit_code: MaybeUndefined<String>,
    /// What work is done or what is rented (项目或场所).
    pub work: Option<String>,
    /// The party's qualification; null: none (资质).
    pub qualification: MaybeUndefined<String>,
    /// The last day of the qualification; null: none (资质有效期至).
    pub qualification_until: MaybeUndefined<Date>,
    /// When the safety agreement was signed (安全生产管理协议签订日期).
    pub safety_agreement_on: Option<Date>,
    /// Who answers for what (安全生产管理职责).
    pub duties: Option<String>,
    /// Its first day (合同首日).
    pub since: Option<Date>,
    /// Its last day; null: none (合同末日).
    pub until: MaybeUndefined<Date>,
    /// All its documents, in place of those before (安全生产管理协议、资质证明).
    pub document_ids: Option<Vec<ID>>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// The end of a contract (终止外包外租合同).
#[derive(InputObject)]
pub struct EndContractInput {
    /// The contract (合同).
    pub contract_id: ID,
    /// The first day on which it no longer binds; today if not given (终止日期).
    pub ended_on: Option<Date>,
    /// Why (原因).
    pub reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A certificate to be recorded (登记特种作业证).
#[derive(InputObject)]
pub struct RecordCertificateInput {
    /// The enterprise for which the holder works (单位).
    pub organization_id: ID,
    /// The contract under which the holder works for it, if he is a contractor's (外包合同).
    pub contract_id: Option<ID>,
    /// The holder, if on record; the name is known then (持证人).
    pub person_id: Option<ID>,
    /// The holder's name, if the holder is not on record (持证人姓名).
    pub holder_name: Option<String>,
    /// What it is for (作业类别).
    pub kind: CertificateKind,
    /// What it is for in words; for other special operations only (其他特种作业名称).
    pub kind_text: Option<String>,
    /// Its number (证号).
    pub number: String,
    /// Its first day (发证日期).
    pub issued_on: Date,
    /// Its last day (有效期截止日).
    pub expires_on: Date,
    /// The day by which it is to be reviewed (复审日期).
    pub review_due_on: Option<Date>,
    /// Photographs of it that were uploaded before (照片).
    #[graphql(default)]
    pub photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// The renewed certificate that takes the place of another (换证、复审).
#[derive(InputObject)]
pub struct RenewCertificateInput {
    /// The certificate whose place it takes (原证).
    pub certificate_id: ID,
    /// Its number; the old one if not given (证号).
    pub number: Option<String>,
    /// Its first day (发证日期).
    pub issued_on: Date,
    /// Its last day (有效期截止日).
    pub expires_on: Date,
    /// The day by which it is to be reviewed (复审日期).
    pub review_due_on: Option<Date>,
    /// Photographs of it that were uploaded before (照片).
    #[graphql(default)]
    pub photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// The revocation of a certificate (注销特种作业证).
#[derive(InputObject)]
pub struct RevokeCertificateInput {
    /// The certificate (特种作业证).
    pub certificate_id: ID,
    /// Why (原因).
    pub reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A hot-work permit to be applied for (申请动火作业票).
#[derive(InputObject)]
pub struct ApplyForPermitInput {
    /// Where the work is done (单位).
    pub organization_id: ID,
    /// How dangerous the place is: special and first level last 8 hours at most, second level 72 (作业级别).
    pub level: PermitLevel,
    /// Where (动火地点).
    pub place: String,
    /// What is done (作业内容).
    pub work: String,
    /// From when (计划开始时间).
    pub planned_from: DateTime<Utc>,
    /// Until when (计划结束时间).
    pub planned_until: DateTime<Utc>,
    /// The certificate of who does it, valid on every day of the plan (作业人员证书).
    pub operator_certificate_id: ID,
    /// Who watches over it on site, if on record; the name is known then (监护人).
    pub guardian_id: Option<ID>,
    /// The guardian's name, if the guardian is not on record (监护人姓名).
    pub guardian_name: Option<String>,
    /// Photographs of the place that were uploaded before (照片).
    #[graphql(default)]
    pub photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// What was seen on site: before the work the check of equipment and fire precautions, after it that the site is safe (现场检查情况).
#[derive(InputObject)]
pub struct PermitNoteInput {
    /// The permit (作业票).
    pub permit_id: ID,
    /// What was found (情况).
    pub note: String,
    /// Photographs that were uploaded before (照片).
    #[graphql(default)]
    pub photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// An approval of a permit (批准作业票).
#[derive(InputObject)]
pub struct ApprovePermitInput {
    /// The permit (作业票).
    pub permit_id: ID,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// Why a permit is refused or cancelled (不予批准、取消作业票).
#[derive(InputObject)]
pub struct PermitReasonInput {
    /// The permit (作业票).
    pub permit_id: ID,
    /// Why (原因).
    pub reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}
