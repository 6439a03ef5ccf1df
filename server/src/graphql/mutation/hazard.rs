//! Changes of hazards: the steps of the closed loop (隐患闭环).

mod inputs;

use async_graphql::{Context, ID, Object, SimpleObject};
use redline_domain::ids::Noun;
use redline_ledger::{
    self as ledger,
    hazard::{self, Application, GradeInput, NewHazard, Photographs, PlanElements, Progress, Rectified},
};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    hazard::{Hazard, similar::SimilarHazard},
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_all, given_optional},
        change::confirm,
    },
};

pub use inputs::{
    AcceptHazardInput, ApplyForAcceptanceInput, FixHazardOnSpotInput, GradeHazardInput, GrantExtensionInput, PlanInput, RecordProgressInput, RejectHazardInput,
    ReportHazardInput, SetHazardDeadlineInput, SubmitPlanInput, TellRegulatorInput,
};

/// What came of a step in the life of a hazard (办理结果).
#[derive(SimpleObject)]
pub struct HazardPayload {
    /// The hazard as it now is (隐患).
    pub(super) hazard: Option<Hazard>,
    /// Why it was refused (拒绝原因).
    pub(super) user_errors: Vec<UserError>,
}

/// What came of reporting a hazard (上报结果).
#[derive(SimpleObject)]
pub struct ReportHazardPayload {
    /// The hazard (隐患).
    hazard: Option<Hazard>,
    /// Those that are similar to it, the most alike first (相似隐患).
    similar: Vec<SimilarHazard>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl ReportHazardPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let similar = match id {
            Some(id) if ctx.selects("similar") => SimilarHazard::all_of(ctx, id).await?,
            _ => Vec::new(),
        };
        Ok(Self { hazard: Hazard::find_optional(ctx, id).await?, similar, user_errors })
    }
}

impl HazardPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        Ok(Self { hazard: Hazard::find_optional(ctx, id).await?, user_errors })
    }
}

/// What was done, when and by whom.
fn rectified(ctx: &ledger::Context, rectification: &str, on: Option<Date>, by: Option<&ID>) -> ledger::Result<Rectified> {
    let by = given_optional(Noun::Person, by, "rectifiedBy")?;
    Ok(Rectified { rectification: rectification.to_owned(), on: on.map_or_else(|| ctx.today(), Into::into), by })
}

/// Changes of hazards.
#[derive(Default)]
pub struct HazardMutation;

#[Object]
impl HazardMutation {
    /// Reports a hazard (上报隐患). Only the organization itself reports a self-check, only who inspects it an inspection.
    async fn report_hazard(&self, ctx: &Context<'_>, #[graphql(desc = "The hazard (隐患).")] input: ReportHazardInput) -> Answer<ReportHazardPayload> {
        let outcome = carry_out!(ctx, "reportHazard", input.request_id.clone(), |db, by| {
            let new = NewHazard {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                description: input.description,
                location: input.location,
                sector: input.sector,
                found_by: input.found_by,
                found_on: input.found_on.map_or_else(|| ctx.today(), Into::into),
                finding: None,
            };
            Ok(hazard::report(db, by, new).await?.id)
        });
        ReportHazardPayload::of(ctx, outcome).await
    }

    /// Grades a hazard, or grades it anew (判定级别): major by a criterion, or by a supervisor with a reason.
    async fn grade_hazard(&self, ctx: &Context<'_>, #[graphql(desc = "The grading (判定).")] input: GradeHazardInput) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "gradeHazard", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let grading = GradeInput {
                grade: input.grade,
                criterion: input.criterion,
                reason: input.reason.unwrap_or_default(),
                no_criterion_found: input.no_criterion_found,
            };
            Ok(hazard::grade(db, by, id, grading).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Records that a graded hazard was fixed on the spot, with photographs of before and after (当场整改). It needs no plan, but an
    /// acceptance like any other.
    async fn fix_hazard_on_spot(
        &self, ctx: &Context<'_>, #[graphql(desc = "What was done (整改情况).")] input: FixHazardOnSpotInput
    ) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "fixHazardOnSpot", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let done = rectified(by, &input.rectification, input.rectified_on, input.rectified_by.as_ref())?;
            let photographs = Photographs {
                before: given_all(Noun::Attachment, &input.before_photo_ids, "beforePhotoIds")?,
                after: given_all(Noun::Attachment, &input.after_photo_ids, "afterPhotoIds")?,
            };
            Ok(hazard::fix_on_spot(db, by, id, done, &photographs).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Submits the plan of a hazard, or a revised one (提交治理方案). All five elements are needed; the deadline binds.
    async fn submit_plan(&self, ctx: &Context<'_>, #[graphql(desc = "The plan (治理方案).")] input: SubmitPlanInput) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "submitPlan", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let elements = PlanElements {
                responsible: input.plan.responsible.unwrap_or_default(),
                measures: input.plan.measures.unwrap_or_default(),
                funding_yuan: input.plan.funding_yuan.map(|yuan| yuan.0),
                deadline: input.plan.deadline.map(Into::into),
                emergency_plan: input.plan.emergency_plan.unwrap_or_default(),
            };
            Ok(hazard::submit_plan(db, by, id, elements).await?.hazard_id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Sets the deadline of a general hazard, which needs no plan (确定整改期限).
    async fn set_hazard_deadline(&self, ctx: &Context<'_>, #[graphql(desc = "The deadline (期限).")] input: SetHazardDeadlineInput) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "setHazardDeadline", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            Ok(hazard::set_deadline(db, by, id, input.deadline.into()).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Records that the regulator was told of a hazard, clause 2.1.1 (向监管部门报告).
    async fn tell_regulator(&self, ctx: &Context<'_>, #[graphql(desc = "When (报告).")] input: TellRegulatorInput) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "tellRegulator", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            Ok(hazard::tell_regulator(db, by, id, input.told_on.map(Into::into)).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Records how the rectification goes on (登记整改进展). Who does so takes part in it, and may not accept it.
    async fn record_progress(&self, ctx: &Context<'_>, #[graphql(desc = "The progress (进展).")] input: RecordProgressInput) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "recordProgress", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let progress = Progress { text: input.text, photographs: given_all(Noun::Attachment, &input.photo_ids, "photoIds")? };
            Ok(hazard::record_progress(db, by, id, progress).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Applies for acceptance (申请验收).
    async fn apply_for_acceptance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application (申请).")] input: ApplyForAcceptanceInput,
    ) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "applyForAcceptance", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let done = input.rectification.as_deref().filter(|text| !text.trim().is_empty());
            let done = done.map(|text| rectified(by, text, input.rectified_on, input.rectified_by.as_ref())).transpose()?;
            let application = Application { done, photographs: given_all(Noun::Attachment, &input.photo_ids, "photoIds")? };
            Ok(hazard::apply_for_acceptance(db, by, id, application).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Accepts a rectification with the password and closes the hazard (验收销号). Only this closes; who rectified may not, and a major one is for a
    /// regulator or the safety office.
    async fn accept_hazard(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The hazard and the password (隐患、密码).")] input: AcceptHazardInput,
    ) -> Answer<HazardPayload> {
        let confirmed = match confirm(ctx, &input.password).await? {
            Ok(confirmed) => confirmed,
            Err(errors) => return HazardPayload::of(ctx, (None, errors)).await,
        };
        let outcome = carry_out!(ctx, "acceptHazard", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            Ok(hazard::accept(db, by, id, input.conclusion.as_deref(), &confirmed).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Refuses to accept a rectification, which goes on (验收不通过).
    async fn reject_hazard(&self, ctx: &Context<'_>, #[graphql(desc = "What is still wrong (原因).")] input: RejectHazardInput) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "rejectHazard", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            Ok(hazard::reject(db, by, id, &input.reason).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }

    /// Grants an extension of the deadline of the office's own motion (批准延期); a request is answered by `decideExtension`.
    async fn grant_extension(&self, ctx: &Context<'_>, #[graphql(desc = "The extension (延期).")] input: GrantExtensionInput) -> Answer<HazardPayload> {
        let outcome = carry_out!(ctx, "grantExtension", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            Ok(hazard::grant_extension(db, by, id, input.deadline.into(), &input.reason).await?.id)
        });
        HazardPayload::of(ctx, outcome).await
    }
}
