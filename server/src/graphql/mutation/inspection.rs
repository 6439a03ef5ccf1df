//! Changes of inspections (检查): recorded, amended, signed, corrected, voided.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{InspectionKind, InspectionMode, InspectionScope, ids::Noun};
use redline_ledger::{
    self as ledger,
    inspection::{self, Amendment, NewFinding, NewInspection},
};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    inspection::Inspection,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_all, given_optional},
        change::confirm,
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
    /// Who took part besides: people who held a position in the inspecting organization that day, 50 at most (检查组成员).
    #[graphql(default)]
    member_ids: Vec<ID>,
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
    /// The accident alert that it cites (引用的事故警示).
    alert_id: Option<ID>,
    /// The contracts of the inspected organization that it looked at (检查的合同).
    #[graphql(default)]
    contract_ids: Vec<ID>,
    /// Its photographs, uploaded before by `POST /attachments` (现场照片).
    #[graphql(default)]
    photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// What changes in an inspection; what is not given stays (修改内容).
#[derive(InputObject)]
pub struct InspectionChanges {
    /// Its kind (检查类别).
    kind: Option<InspectionKind>,
    /// Who led it (带队人).
    leader_id: Option<ID>,
    /// All who took part besides, in place of those given before (检查组成员).
    member_ids: Option<Vec<ID>>,
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
    /// The accident alert that it cites (引用的事故警示).
    alert_id: Option<ID>,
    /// All contracts that it looked at, in place of those given before (检查的合同).
    contract_ids: Option<Vec<ID>>,
    /// All its photographs, in place of those given before (现场照片).
    photo_ids: Option<Vec<ID>>,
}

impl InspectionChanges {
    fn amendment(self) -> ledger::Result<Amendment> {
        Ok(Amendment {
            kind: self.kind,
            leader: given_optional(Noun::Person, self.leader_id.as_ref(), "leaderId")?,
            members: self.member_ids.map(|ids| given_all(Noun::Person, &ids, "memberIds")).transpose()?,
            occurred_on: self.occurred_on.map(Into::into),
            modes: self.modes,
            scopes: self.scopes,
            summary: self.summary,
            findings: self.findings.map(|findings| findings.into_iter().map(NewFinding::from).collect()),
            alert: given_optional(Noun::Alert, self.alert_id.as_ref(), "alertId")?,
            contracts: self.contract_ids.map(|ids| given_all(Noun::Contract, &ids, "contractIds")).transpose()?,
            photos: self.photo_ids.map(|ids| given_all(Noun::Attachment, &ids, "photoIds")).transpose()?,
        })
    }
}

/// A change of a draft; what is not given stays (修改检查).
#[derive(InputObject)]
pub struct AmendInspectionInput {
    /// The inspection (检查).
    inspection_id: ID,
    /// What changes (修改内容).
    #[graphql(flatten)]
    changes: InspectionChanges,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A correction of a signed inspection; what is not given is copied from it (更正检查).
#[derive(InputObject)]
pub struct CorrectInspectionInput {
    /// The signed inspection that is wrong (检查).
    inspection_id: ID,
    /// Why it is corrected (更正原因).
    reason: String,
    /// What is right (更正内容).
    #[graphql(flatten)]
    changes: InspectionChanges,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A signature (签名封存).
#[derive(InputObject)]
pub struct SignInspectionInput {
    /// The inspection (检查).
    inspection_id: ID,
    /// The signer's password, given again (密码).
    password: String,
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
                members: given_all(Noun::Person, &input.member_ids, "memberIds")?,
                occurred_on: input.occurred_on.map_or_else(|| ctx.today(), Into::into),
                modes: input.modes,
                scopes: input.scopes,
                summary: input.summary,
                findings: input.findings.into_iter().map(NewFinding::from).collect(),
                alert: given_optional(Noun::Alert, input.alert_id.as_ref(), "alertId")?,
                contracts: given_all(Noun::Contract, &input.contract_ids, "contractIds")?,
                photos: given_all(Noun::Attachment, &input.photo_ids, "photoIds")?,
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
            Ok(inspection::amend(db, by, id, input.changes.amendment()?).await?.id)
        });
        InspectionPayload::of(ctx, outcome).await
    }

    /// Corrects a signed inspection (更正检查): a draft that names the old one, which takes its place once it is signed. The old one
    /// stays as it was sealed, and visible.
    async fn correct_inspection(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The inspection, why, and what is right (检查、原因、更正内容).")] input: CorrectInspectionInput,
    ) -> Answer<InspectionPayload> {
        let outcome = carry_out!(ctx, "correctInspection", input.request_id.clone(), |db, by| {
            let id = given(Noun::Inspection, &input.inspection_id, "inspectionId")?;
            Ok(inspection::correct(db, by, id, input.changes.amendment()?, &input.reason).await?.id)
        });
        InspectionPayload::of(ctx, outcome).await
    }

    /// Signs an inspection with the password, clause 2.2.5 (谁检查、谁签名、谁负责): it is sealed, its findings become hazards, and it counts.
    async fn sign_inspection(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The inspection and the password (检查、密码).")] input: SignInspectionInput,
    ) -> Answer<InspectionPayload> {
        let confirmed = match confirm(ctx, &input.password).await? {
            Ok(confirmed) => confirmed,
            Err(errors) => return InspectionPayload::of(ctx, (None, errors)).await,
        };
        let outcome = carry_out!(ctx, "signInspection", input.request_id.clone(), |db, by| {
            let id = given(Noun::Inspection, &input.inspection_id, "inspectionId")?;
            Ok(inspection::sign(db, by, id, &confirmed).await?.id)
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
