//! Changes of inspections (检查): recorded, amended, signed, voided.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{InspectionKind, InspectionMode, InspectionScope, ids::Noun};
use redline_ledger::inspection::{self, Amendment, NewFinding, NewInspection};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    inspection::Inspection,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_optional},
    },
};

/// What came of a change of an inspection (办理结果).
#[derive(SimpleObject)]
pub struct InspectionPayload {
    /// The inspection as it now is (检查).
    inspection: Option<Inspection>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl InspectionPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let inspection = match id {
            Some(id) => Inspection::find(ctx, id).await?,
            None => None,
        };
        Ok(Self { inspection, user_errors })
    }
}

/// Something wrong that was found (检查发现).
#[derive(InputObject)]
pub struct FindingInput {
    /// What is wrong (问题描述).
    description: String,
    /// Where (位置).
    location: Option<String>,
}

impl From<FindingInput> for NewFinding {
    fn from(input: FindingInput) -> Self {
        Self { description: input.description, location: input.location }
    }
}

/// An inspection to be recorded (登记检查).
#[derive(InputObject)]
pub struct RecordInspectionInput {
    /// Who was inspected (被检查单位).
    organization_id: ID,
    /// Which organization inspected; the inspected one itself if not given (检查单位).
    inspector_id: Option<ID>,
    /// Its kind (检查类别).
    kind: InspectionKind,
    /// Who led it (带队人).
    leader_id: ID,
    /// The day on which it took place; today if not given (检查日期).
    occurred_on: Option<Date>,
    /// How it was carried out (检查方式).
    #[graphql(default)]
    modes: Vec<InspectionMode>,
    /// What it looked at; general if not given (检查范围).
    #[graphql(default)]
    scopes: Vec<InspectionScope>,
    /// What was seen (检查情况).
    summary: String,
    /// What was wrong; each becomes a hazard when the inspection is signed (检查发现).
    #[graphql(default)]
    findings: Vec<FindingInput>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// What changes in a draft; what is not given stays (修改检查).
#[derive(InputObject)]
pub struct AmendInspectionInput {
    /// The inspection (检查).
    inspection_id: ID,
    /// Its kind (检查类别).
    kind: Option<InspectionKind>,
    /// Who led it (带队人).
    leader_id: Option<ID>,
    /// The day on which it took place (检查日期).
    occurred_on: Option<Date>,
    /// How it was carried out (检查方式).
    modes: Option<Vec<InspectionMode>>,
    /// What it looked at (检查范围).
    scopes: Option<Vec<InspectionScope>>,
    /// What was seen (检查情况).
    summary: Option<String>,
    /// All that was wrong, in place of what was given before (检查发现).
    findings: Option<Vec<FindingInput>>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A signature (签名封存).
#[derive(InputObject)]
pub struct SignInspectionInput {
    /// The inspection (检查).
    inspection_id: ID,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A voiding (作废检查).
#[derive(InputObject)]
pub struct VoidInspectionInput {
    /// The inspection (检查).
    inspection_id: ID,
    /// Why; a draft needs no reason (原因).
    reason: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of inspections.
#[derive(Default)]
pub struct InspectionMutation;

#[Object]
impl InspectionMutation {
    /// Records an inspection as a draft (登记检查). It counts once it is signed.
    async fn record_inspection(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The inspection (检查).")] input: RecordInspectionInput,
    ) -> Answer<InspectionPayload> {
        let outcome = carry_out!(ctx, "recordInspection", input.request_id.clone(), |db, by| {
            let organization = given(Noun::Organization, &input.organization_id, "organizationId")?;
            let new = NewInspection {
                organization,
                inspector: given_optional(Noun::Organization, input.inspector_id.as_ref(), "inspectorId")?.unwrap_or(organization),
                kind: input.kind,
                leader: given(Noun::Person, &input.leader_id, "leaderId")?,
                occurred_on: input.occurred_on.map_or_else(|| ctx.today(), Into::into),
                modes: input.modes,
                scopes: input.scopes,
                summary: input.summary,
                findings: input.findings.into_iter().map(NewFinding::from).collect(),
            };
            Ok(inspection::record(db, by, new).await?.id)
        });
        InspectionPayload::of(ctx, outcome).await
    }

    /// Changes a draft (修改检查). What is signed is sealed and cannot be changed.
    async fn amend_inspection(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What changes (修改内容).")] input: AmendInspectionInput,
    ) -> Answer<InspectionPayload> {
        let outcome = carry_out!(ctx, "amendInspection", input.request_id.clone(), |db, by| {
            let id = given(Noun::Inspection, &input.inspection_id, "inspectionId")?;
            let amendment = Amendment {
                kind: input.kind,
                leader: given_optional(Noun::Person, input.leader_id.as_ref(), "leaderId")?,
                occurred_on: input.occurred_on.map(Into::into),
                modes: input.modes,
                scopes: input.scopes,
                summary: input.summary,
                findings: input.findings.map(|findings| findings.into_iter().map(NewFinding::from).collect()),
            };
            Ok(inspection::amend(db, by, id, amendment).await?.id)
        });
        InspectionPayload::of(ctx, outcome).await
    }

    /// Signs an inspection, clause 2.2.5 (谁检查、谁签名、谁负责): it is sealed, its findings become hazards, and it counts.
    async fn sign_inspection(&self, ctx: &Context<'_>, #[graphql(desc = "The inspection (检查).")] input: SignInspectionInput) -> Answer<InspectionPayload> {
        let outcome = carry_out!(ctx, "signInspection", input.request_id.clone(), |db, by| {
            let id = given(Noun::Inspection, &input.inspection_id, "inspectionId")?;
            Ok(inspection::sign(db, by, id).await?.id)
        });
        InspectionPayload::of(ctx, outcome).await
    }

    /// Voids an inspection (作废检查): it stays visible and counts no longer. Hazards that it found stay until they are closed.
    async fn void_inspection(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The inspection and why (检查、原因).")] input: VoidInspectionInput,
    ) -> Answer<InspectionPayload> {
        let outcome = carry_out!(ctx, "voidInspection", input.request_id.clone(), |db, by| {
            let id = given(Noun::Inspection, &input.inspection_id, "inspectionId")?;
            Ok(inspection::void(db, by, id, input.reason.as_deref().unwrap_or_default()).await?.id)
        });
        InspectionPayload::of(ctx, outcome).await
    }
}
