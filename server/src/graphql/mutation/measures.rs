//! Changes besides the steps of the closed loop: consent to a plan, extensions, suspended production, listed supervision.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{SupervisionLevel, SuspensionExtent, ids::Noun};
use redline_ledger::hazard::{self, ExtensionRequest, NewSupervision, NewSuspension};

use crate::graphql::{
    date::Date,
    error::Answer,
    hazard::{Hazard, extension::Extension, supervision::Supervision, suspension::Suspension},
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_all},
        change::confirm,
        hazard::HazardPayload,
    },
};

/// An answer to a plan with a long deadline (答复治理方案期限).
#[derive(InputObject)]
pub struct DecidePlanInput {
    /// The plan whose consent is asked for (治理方案).
    pub plan_id: ID,
    /// Whether one consents (是否同意).
    pub consent: bool,
    /// Why; needed if one does not (理由).
    pub reason: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A request for an extension, signed by the head of the enterprise (申请延期).
#[derive(InputObject)]
pub struct RequestExtensionInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// The new deadline (申请延至).
    pub until: Date,
    /// Why (延期理由).
    #[graphql(default)]
    pub reason: String,
    /// What keeps it safe meanwhile (临时管控措施).
    #[graphql(default)]
    pub interim_measures: String,
    /// The head's password, given again for the signature (密码).
    pub password: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A decision on a request for an extension (答复延期申请).
#[derive(InputObject)]
pub struct DecideExtensionInput {
    /// The request (延期申请).
    pub extension_id: ID,
    /// Whether it is granted (是否批准).
    pub granted: bool,
    /// Why; needed if it is not (理由).
    pub reason: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A suspension of production because of a hazard (停产停业).
#[derive(InputObject)]
pub struct SuspendProductionInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// In part or in whole (停产范围).
    pub extent: SuspensionExtent,
    /// Which part; needed for a suspension in part (停产部位).
    pub scope: Option<String>,
    /// Why (原因).
    pub reason: String,
    /// The number of the order, if it has one (文号).
    pub number: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A resumption of production (恢复生产).
#[derive(InputObject)]
pub struct ResumeProductionInput {
    /// The suspension (停产停业).
    pub suspension_id: ID,
    /// What was found before it was resumed (复产情况).
    pub note: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A listing of a major hazard for supervision (挂牌督办).
#[derive(InputObject)]
pub struct ListForSupervisionInput {
    /// The hazard (隐患).
    pub hazard_id: ID,
    /// At which level (督办级别).
    pub level: SupervisionLevel,
    /// The body that supervises (督办单位).
    pub body: String,
    /// The number of its letter, unique for each body (文号).
    pub number: String,
    /// By when it is to be rectified (督办期限).
    pub deadline: Date,
    /// What is asked for (督办要求).
    pub requirements: String,
    /// Documents, uploaded before: the letter as it was sent (督办文件).
    #[graphql(default)]
    pub document_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// The lifting of a supervision before its hazard is closed (解除挂牌督办).
#[derive(InputObject)]
pub struct LiftSupervisionInput {
    /// The supervision (挂牌督办).
    pub supervision_id: ID,
    /// Why (解除原因).
    pub reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// What came of a request for an extension (办理结果).
#[derive(Default, SimpleObject)]
pub struct ExtensionPayload {
    /// The request as it now is (延期申请).
    extension: Option<Extension>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// What came of a suspension or resumption of production (办理结果).
#[derive(SimpleObject)]
pub struct SuspensionPayload {
    /// The suspension as it now is (停产停业).
    suspension: Option<Suspension>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// What came of a listing for supervision, or of its lifting (办理结果).
#[derive(SimpleObject)]
pub struct SupervisionPayload {
    /// The listing as it now is (挂牌督办).
    supervision: Option<Supervision>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// The thing that came of a change, if it was done.
macro_rules! payload {
    ($ctx:expr, $outcome:expr, $payload:ident { $field:ident: $noun:ident }) => {{
        let (id, user_errors) = $outcome;
        let $field = match id {
            Some(id) => $noun::find($ctx, id).await?,
            None => None,
        };
        Ok($payload { $field, user_errors })
    }};
}

/// Changes besides the steps of the closed loop.
#[derive(Default)]
pub struct MeasureMutation;

#[Object]
impl MeasureMutation {
    /// Consents to a plan whose deadline lies beyond the rulebook's bound, or does not (答复治理方案期限); for a regulator of the
    /// enterprise or the safety office. With the consent the plan is in force.
    async fn decide_plan(&self, ctx: &Context<'_>, #[graphql(desc = "The answer (答复).")] input: DecidePlanInput) -> Answer<HazardPayload> {
        let (id, user_errors) = carry_out!(ctx, "decidePlan", input.request_id.clone(), |db, by| {
            let id = given(Noun::HazardPlan, &input.plan_id, "planId")?;
            Ok(hazard::decide_plan(db, by, id, input.consent, input.reason.as_deref()).await?.hazard_id)
        });
        Ok(HazardPayload { hazard: Hazard::find_optional(ctx, id).await?, user_errors })
    }

    /// Requests an extension of a hazard's deadline (申请延期). Only the head of the enterprise does so, and signs for it.
    async fn request_extension(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The request (延期申请).")] input: RequestExtensionInput,
    ) -> Answer<ExtensionPayload> {
        let confirmed = match confirm(ctx, &input.password).await? {
            Ok(confirmed) => confirmed,
            Err(user_errors) => return Ok(ExtensionPayload { user_errors, ..ExtensionPayload::default() }),
        };
        let outcome = carry_out!(ctx, "requestExtension", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let request = ExtensionRequest { until: input.until.into(), reason: input.reason, interim_measures: input.interim_measures };
            Ok(hazard::request_extension(db, by, &confirmed, id, request).await?.id)
        });
        payload!(ctx, outcome, ExtensionPayload { extension: Extension })
    }

    /// Decides on a request for an extension (答复延期申请); for the safety office.
    async fn decide_extension(&self, ctx: &Context<'_>, #[graphql(desc = "The decision (答复).")] input: DecideExtensionInput) -> Answer<ExtensionPayload> {
        let outcome = carry_out!(ctx, "decideExtension", input.request_id.clone(), |db, by| {
            let id = given(Noun::Extension, &input.extension_id, "extensionId")?;
            Ok(hazard::decide_extension(db, by, id, input.granted, input.reason.as_deref()).await?.id)
        });
        payload!(ctx, outcome, ExtensionPayload { extension: Extension })
    }

    /// Suspends production because of an open hazard, in part or in whole (停产停业): by the enterprise itself, a regulator of it or the
    /// safety office.
    async fn suspend_production(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The suspension (停产停业).")] input: SuspendProductionInput,
    ) -> Answer<SuspensionPayload> {
        let outcome = carry_out!(ctx, "suspendProduction", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let new = NewSuspension { extent: input.extent, scope: input.scope, reason: input.reason, number: input.number };
            Ok(hazard::suspend_production(db, by, id, new).await?.id)
        });
        payload!(ctx, outcome, SuspensionPayload { suspension: Suspension })
    }

    /// Resumes production (恢复生产) after the hazard's acceptance: by a supervisor if one ordered the suspension, by the enterprise if
    /// it stopped by itself.
    async fn resume_production(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The resumption (恢复生产).")] input: ResumeProductionInput,
    ) -> Answer<SuspensionPayload> {
        let outcome = carry_out!(ctx, "resumeProduction", input.request_id.clone(), |db, by| {
            let id = given(Noun::Suspension, &input.suspension_id, "suspensionId")?;
            Ok(hazard::resume_production(db, by, id, &input.note).await?.id)
        });
        payload!(ctx, outcome, SuspensionPayload { suspension: Suspension })
    }

    /// Lists a major hazard for supervision (挂牌督办), and tells those concerned by its letter; for the safety office.
    async fn list_for_supervision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The listing (挂牌督办).")] input: ListForSupervisionInput,
    ) -> Answer<SupervisionPayload> {
        let outcome = carry_out!(ctx, "listForSupervision", input.request_id.clone(), |db, by| {
            let id = given(Noun::Hazard, &input.hazard_id, "hazardId")?;
            let new = NewSupervision {
                level: input.level,
                body: input.body,
                number: input.number,
                deadline: input.deadline.into(),
                requirements: input.requirements,
                documents: given_all(Noun::Attachment, &input.document_ids, "documentIds")?,
            };
            Ok(hazard::list_for_supervision(db, by, id, new).await?.id)
        });
        payload!(ctx, outcome, SupervisionPayload { supervision: Supervision })
    }

    /// Lifts a supervision before its hazard is closed (解除挂牌督办); the acceptance lifts it by itself.
    async fn lift_supervision(&self, ctx: &Context<'_>, #[graphql(desc = "The lifting (解除).")] input: LiftSupervisionInput) -> Answer<SupervisionPayload> {
        let outcome = carry_out!(ctx, "liftSupervision", input.request_id.clone(), |db, by| {
            let id = given(Noun::Supervision, &input.supervision_id, "supervisionId")?;
            Ok(hazard::lift_supervision(db, by, id, &input.reason).await?.id)
        });
        payload!(ctx, outcome, SupervisionPayload { supervision: Supervision })
    }
}
