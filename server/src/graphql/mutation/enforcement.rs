//! Changes of enforcement actions (执法措施): recorded, withdrawn.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{EnforcementBasis, EnforcementKind, ids::Noun};
use redline_ledger::enforcement::{self, HeadPenalty, NewEnforcement};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    enforcement::{Enforcement, amount::YuanAmount},
    error::Answer,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_optional},
    },
};

/// What came of a change of an enforcement action (办理结果).
#[derive(SimpleObject)]
pub struct EnforcementPayload {
    /// The action as it now is; of a pair the enterprise's half, which leads to the head's (执法措施).
    enforcement: Option<Enforcement>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl EnforcementPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let enforcement = match id {
            Some(id) => Enforcement::find(ctx, id).await?,
            None => None,
        };
        Ok(Self { enforcement, user_errors })
    }
}

/// The head's half of a paired penalty (一案双罚中对主要负责人的处罚).
#[derive(InputObject)]
pub struct HeadPenaltyInput {
    /// The head, who was it on the day of the decision or of the violation; or `name` (主要负责人).
    person_id: Option<ID>,
    /// The head's name, where the person is not recorded (主要负责人姓名).
    name: Option<String>,
    /// A warning, a fine or the loss of a licence; a fine if not given (处罚类别).
    kind: Option<EnforcementKind>,
    /// The amount of a fine (罚款金额，元).
    amount_yuan: Option<YuanAmount>,
    /// The number of its document, if it has one of its own (文号).
    number: Option<String>,
}

/// An enforcement action to be recorded (登记执法措施).
#[derive(InputObject)]
pub struct RecordEnforcementInput {
    /// Against whom (被执法单位).
    organization_id: ID,
    /// What it is (措施类别).
    kind: EnforcementKind,
    /// The organization that acts; the one of yours that may, if not given (作出单位).
    authority_id: Option<ID>,
    /// For which hazard; where rectification failed it must be given (相关隐患).
    hazard_id: Option<ID>,
    /// That it is for no hazard at all; a penalty names its hazard or says this (与隐患无关).
    #[graphql(default)]
    apart_from_hazards: bool,
    /// The signed inspection on which it rests (依据的检查).
    inspection_id: Option<ID>,
    /// What it is taken for (事由).
    basis: EnforcementBasis,
    /// The law on which it rests (法律依据).
    legal_basis: String,
    /// Why, in words (理由).
    reason: String,
    /// The number of its document; a fine has one (文号).
    number: Option<String>,
    /// The amount of a fine; nothing else has one (罚款金额，元).
    amount_yuan: Option<YuanAmount>,
    /// The day of the decision; today if not given (决定日期).
    decided_on: Option<Date>,
    /// The head's penalty: needed where rectification failed or an accident happened (对主要负责人的处罚).
    head_penalty: Option<HeadPenaltyInput>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A withdrawal of an enforcement action (撤销执法措施).
#[derive(InputObject)]
pub struct WithdrawEnforcementInput {
    /// The action (执法措施).
    enforcement_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of enforcement actions.
#[derive(Default)]
pub struct EnforcementMutation;

#[Object]
impl EnforcementMutation {
    /// Records an enforcement action (登记执法措施). No penalty is recorded for a major hazard that the enterprise found itself, reported and
    /// is effectively removing; where rectification failed or an accident happened, the head is penalised as well (一案双罚), clause 2.2.3.
    async fn record_enforcement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The action (执法措施).")] input: RecordEnforcementInput,
    ) -> Answer<EnforcementPayload> {
        let outcome = carry_out!(ctx, "recordEnforcement", input.request_id.clone(), |db, by| {
            let head = match input.head_penalty {
                None => None,
                Some(head) => Some(HeadPenalty {
                    person: given_optional(Noun::Person, head.person_id.as_ref(), "headPenalty.personId")?,
                    name: head.name,
                    kind: head.kind,
                    amount: head.amount_yuan.map(|amount| amount.0),
                    number: head.number,
                }),
            };
            let new = NewEnforcement {
                kind: input.kind,
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                authority: given_optional(Noun::Organization, input.authority_id.as_ref(), "authorityId")?,
                hazard: given_optional(Noun::Hazard, input.hazard_id.as_ref(), "hazardId")?,
                apart_from_hazards: input.apart_from_hazards,
                inspection: given_optional(Noun::Inspection, input.inspection_id.as_ref(), "inspectionId")?,
                basis: input.basis,
                legal_basis: input.legal_basis,
                reason: input.reason,
                number: input.number,
                amount: input.amount_yuan.map(|amount| amount.0),
                decided_on: input.decided_on.map_or_else(|| ctx.today(), Into::into),
                head,
            };
            Ok(enforcement::record(db, by, new).await?.id)
        });
        EnforcementPayload::of(ctx, outcome).await
    }

    /// Withdraws an enforcement action: it stays visible and counts no longer (撤销执法措施). A pair is withdrawn together.
    async fn withdraw_enforcement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The action and why (执法措施、原因).")] input: WithdrawEnforcementInput,
    ) -> Answer<EnforcementPayload> {
        let outcome = carry_out!(ctx, "withdrawEnforcement", input.request_id.clone(), |db, by| {
            let id = given(Noun::Enforcement, &input.enforcement_id, "enforcementId")?;
            Ok(enforcement::withdraw(db, by, id, &input.reason).await?.id)
        });
        EnforcementPayload::of(ctx, outcome).await
    }
}
