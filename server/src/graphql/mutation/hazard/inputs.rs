//! What is given to the steps of the closed loop (隐患闭环).

use async_graphql::{ID, InputObject};
use redline_domain::{FoundBy, HazardGrade, Sector};

use crate::graphql::{date::Date, hazard::money::Yuan};

/// A hazard to be reported (上报隐患).
#[derive(InputObject)]
pub struct ReportHazardInput {
    /// Where it is (所在单位).
    pub organization_id: ID,
    /// What is wrong (隐患内容).
    pub description: String,
    /// Where exactly (位置).
    pub location: Option<String>,
    /// The sector that it belongs to; the organization's if it has one only (行业领域).
    pub sector: Option<Sector>,
    /// How it was found; self-found and inspection-found are counted apart (发现来源).
    pub found_by: FoundBy,
    /// When it was found; today if not given (发现日期).
    pub found_on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A grading (判定级别).
#[derive(InputObject)]
pub struct GradeHazardInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// General or major (级别).
    pub grade: HazardGrade,
    /// The code of the criterion that it is major by, see `criteria` (判定标准), e.g. `GONGMAO-2023/3/1`.
    pub criterion: Option<String>,
    /// Why; a supervisor who cites no criterion must say so (理由).
    pub reason: Option<String>,
    /// That the criteria were searched and none was found to fit (未找到对应标准); not together with a criterion. Of a major hazard
    /// without one it goes without saying. It does not say that there is no hazard: nothing does.
    #[graphql(default)]
    pub no_criterion_found: bool,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// What was done to a hazard at once (当场整改).
#[derive(InputObject)]
pub struct FixHazardOnSpotInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// What was done (整改情况).
    pub rectification: String,
    /// When; today if not given (整改日期).
    pub rectified_on: Option<Date>,
    /// Who did it, somebody of the organization; who asks if not given. That person may not accept it (整改人).
    pub rectified_by: Option<ID>,
    /// Photographs of how it was, one at least, uploaded before by `POST /attachments` (整改前照片).
    #[graphql(default)]
    pub before_photo_ids: Vec<ID>,
    /// Photographs of how it is now, one at least, uploaded before by `POST /attachments` (整改后照片).
    #[graphql(default)]
    pub after_photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A plan with its five elements; what is missing is refused by name (治理方案).
#[derive(Default, InputObject)]
pub struct PlanInput {
    /// The person responsible, by name (责任人).
    pub responsible: Option<String>,
    /// What is to be done (措施).
    pub measures: Option<String>,
    /// The money set aside for it; 0 if none is needed (资金).
    pub funding_yuan: Option<Yuan>,
    /// By when (期限).
    pub deadline: Option<Date>,
    /// What if it goes wrong meanwhile (应急预案).
    pub emergency_plan: Option<String>,
}

/// A plan for a hazard, the first one or a revised one (提交治理方案).
#[derive(InputObject)]
pub struct SubmitPlanInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// The plan (治理方案).
    pub plan: PlanInput,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// The deadline of a general hazard, which needs no plan (整改期限).
#[derive(InputObject)]
pub struct SetHazardDeadlineInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// By when (期限).
    pub deadline: Date,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// That the regulator was told of a hazard (向监管部门报告).
#[derive(InputObject)]
pub struct TellRegulatorInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// When; today if not given (报告日期).
    pub told_on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// How the rectification goes on (整改进展).
#[derive(InputObject)]
pub struct RecordProgressInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// What was done since (进展).
    pub text: String,
    /// Photographs of it, uploaded before by `POST /attachments` (现场照片).
    #[graphql(default)]
    pub photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// An application for acceptance (申请验收).
#[derive(InputObject)]
pub struct ApplyForAcceptanceInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// What was done; not needed again after a fix on the spot (整改情况).
    pub rectification: Option<String>,
    /// When; today if not given (整改日期).
    pub rectified_on: Option<Date>,
    /// Who did it, somebody of the organization; who asks if not given. That person may not accept it (整改人).
    pub rectified_by: Option<ID>,
    /// Photographs of how it is now, uploaded before by `POST /attachments` (整改后照片).
    #[graphql(default)]
    pub photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// An acceptance (验收销号).
#[derive(InputObject)]
pub struct AcceptHazardInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// The accepter's password, given again: an acceptance is signed (密码).
    pub password: String,
    /// What the accepter concludes (验收结论).
    pub conclusion: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A refusal to accept (验收不通过).
#[derive(InputObject)]
pub struct RejectHazardInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// What is still wrong (不通过原因).
    pub reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// An extension of the deadline (批准延期).
#[derive(InputObject)]
pub struct GrantExtensionInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// The new deadline (新期限).
    pub deadline: Date,
    /// Why (理由).
    pub reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}
