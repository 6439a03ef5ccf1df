//! Changes of reports by the public: made and added to by anybody, handled by the safety office (举报).

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{Refusal, Sector, ids::Noun};
use redline_ledger::{
    self as ledger,
    tip::{self, Acceptance, NewReward, NewTip},
};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    hazard::money::Yuan,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_optional},
    },
    tip::Tip,
};

/// A report, by anybody. What is said of oneself goes to the safety office only; nothing else is known of who reports (举报).
#[derive(InputObject)]
pub struct SubmitTipInput {
    /// The challenge, as `tipChallenge` gave it (验证题).
    pub challenge: String,
    /// What proves the work for it (验证结果).
    pub nonce: String,
    /// About which organization, if that is known (被举报单位).
    pub organization_id: Option<ID>,
    /// Where, in words; needed if the organization is not known (地点).
    pub place: Option<String>,
    /// What is wrong (举报内容).
    pub text: String,
    /// When it happened (发生日期).
    pub happened_on: Option<Date>,
    /// Whether one works there (是否本单位员工).
    #[graphql(default)]
    pub employee: bool,
    /// One's name, if one wants to give it (姓名).
    pub name: Option<String>,
    /// How one can be reached, if one wants to be (联系方式).
    pub contact: Option<String>,
}

/// What came of a report (举报结果).
#[derive(SimpleObject)]
pub struct SubmitTipPayload {
    /// The receipt code, by which the report is followed and added to. It is shown this once; write it down (查询码).
    receipt: Option<String>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// An addition to a report (补充举报).
#[derive(InputObject)]
pub struct AddToTipInput {
    /// The receipt code (查询码).
    pub receipt: String,
    /// What is to be added (补充内容).
    pub text: String,
}

/// Whether an addition was taken (补充结果).
#[derive(SimpleObject)]
pub struct AddToTipPayload {
    /// Whether it was taken (是否已收到).
    added: bool,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

/// A report that becomes a hazard, in the office's own words: nothing in them should betray who reported (受理举报).
#[derive(InputObject)]
pub struct AcceptTipInput {
    /// The report (举报).
    pub tip_id: ID,
    /// Where the hazard is (所在单位).
    pub organization_id: ID,
    /// What is wrong (隐患内容).
    pub description: String,
    /// Where exactly (位置).
    pub location: Option<String>,
    /// The sector that it belongs to; the organization's if it has one only (行业领域).
    pub sector: Option<Sector>,
    /// What is said to who reported; that it was accepted, if not given (答复).
    pub answer: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A report that is dismissed (不予受理).
#[derive(InputObject)]
pub struct DismissTipInput {
    /// The report (举报).
    pub tip_id: ID,
    /// Why, which who reported reads (原因).
    pub reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// An answer to who reported (答复举报人).
#[derive(InputObject)]
pub struct AnswerTipInput {
    /// The report (举报).
    pub tip_id: ID,
    /// The answer (答复).
    pub text: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// A reward for a report that was accepted (举报奖励).
#[derive(InputObject)]
pub struct RewardTipInput {
    /// The report (举报).
    pub tip_id: ID,
    /// How much (金额).
    pub amount_yuan: Yuan,
    /// By which rule, or why (依据).
    pub note: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// That the reward of a report was paid (奖励发放).
#[derive(InputObject)]
pub struct PayTipRewardInput {
    /// The report (举报).
    pub tip_id: ID,
    /// When; today if not given (发放日期).
    pub paid_on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    pub request_id: Option<String>,
}

/// What came of handling a report (办理结果).
#[derive(SimpleObject)]
pub struct TipPayload {
    /// The report as it now is (举报).
    tip: Option<Tip>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl TipPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let tip = match id {
            Some(id) => Tip::find(ctx, id).await?,
            None => None,
        };
        Ok(Self { tip, user_errors })
    }
}

/// Carries out a use case that asks for no account, in one transaction. Evaluates to what came of it, if it was done, and the
/// refusals.
macro_rules! carry_out_for_anybody {
    ($ctx:expr, |$db:ident| $body:block) => {{
        let change = $ctx.asker().app.db.begin().await?;
        let outcome: ledger::Result<_> = {
            let $db = &change;
            async { $body }.await
        };
        match outcome {
            Ok(done) => {
                change.commit().await?;
                $ctx.loaders().forget();
                (Some(done), Vec::new())
            }
            Err(error) => {
                change.rollback().await?;
                (None, UserError::all($ctx, error)?)
            }
        }
    }};
}

/// Changes of reports by the public.
#[derive(Default)]
pub struct TipMutation;

#[Object]
impl TipMutation {
    /// Reports something to the safety office, without an account and, if one likes, without a name (提交举报). Who is logged in is not
    /// recorded either. Limited by address and by a proof of work.
    async fn submit_tip(&self, ctx: &Context<'_>, #[graphql(desc = "The report (举报).")] input: SubmitTipInput) -> Answer<SubmitTipPayload> {
        let (submitted, user_errors) = carry_out_for_anybody!(ctx, |db| {
            let new = NewTip {
                organization: given_optional(Noun::Organization, input.organization_id.as_ref(), "organizationId")?,
                challenge: input.challenge,
                nonce: input.nonce,
                place: input.place,
                text: input.text,
                happened_on: input.happened_on.map(Into::into),
                employee: input.employee,
                name: input.name,
                contact: input.contact,
            };
            tip::submit(db, ctx.ledger(), ctx.asker().address, new).await
        });
        Ok(SubmitTipPayload { receipt: submitted.map(|submitted| submitted.receipt.to_string()), user_errors })
    }

    /// Adds to a report by its receipt code (补充举报), for anybody who has it.
    async fn add_to_tip(&self, ctx: &Context<'_>, #[graphql(desc = "The addition (补充).")] input: AddToTipInput) -> Answer<AddToTipPayload> {
        let (asker, refused) = (ctx.asker(), |user_errors| AddToTipPayload { added: false, user_errors });
        // A wrong code is written down whatever comes of the change.
        let found = match tip::of_receipt(&asker.app.db, ctx.ledger(), asker.address, &input.receipt).await {
            Ok(Some(found)) => found,
            Ok(None) => {
                let zh = "没有此查询码对应的举报，请核对后再试。";
                let unknown = Refusal::new("UNKNOWN_RECEIPT", zh, "There is no report with this receipt code; check it and try again.").field("receipt");
                return Ok(refused(UserError::all(ctx, unknown.into())?));
            }
            Err(error) => return Ok(refused(UserError::all(ctx, error)?)),
        };
        let (added, user_errors) = carry_out_for_anybody!(ctx, |db| { tip::add(db, ctx.ledger(), asker.address, found.id, &input.text).await });
        Ok(AddToTipPayload { added: added.is_some(), user_errors })
    }

    /// Accepts a report, which becomes a hazard (受理举报); for the safety office.
    async fn accept_tip(&self, ctx: &Context<'_>, #[graphql(desc = "The hazard that it becomes (受理).")] input: AcceptTipInput) -> Answer<TipPayload> {
        let outcome = carry_out!(ctx, "acceptTip", input.request_id.clone(), |db, by| {
            let acceptance = Acceptance {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                description: input.description,
                location: input.location,
                sector: input.sector,
                answer: input.answer,
            };
            Ok(tip::accept(db, by, given(Noun::Tip, &input.tip_id, "tipId")?, acceptance).await?.id)
        });
        TipPayload::of(ctx, outcome).await
    }

    /// Dismisses a report, with the reason (不予受理); for the safety office.
    async fn dismiss_tip(
        &self, ctx: &Context<'_>, #[graphql(desc = "The report and the reason (不予受理).")] input: DismissTipInput
    ) -> Answer<TipPayload> {
        let outcome = carry_out!(ctx, "dismissTip", input.request_id.clone(), |db, by| {
            Ok(tip::dismiss(db, by, given(Noun::Tip, &input.tip_id, "tipId")?, &input.reason).await?.id)
        });
        TipPayload::of(ctx, outcome).await
    }

    /// Answers who reported, who reads it by the receipt code (答复举报人); for the safety office.
    async fn answer_tip(&self, ctx: &Context<'_>, #[graphql(desc = "The answer (答复).")] input: AnswerTipInput) -> Answer<TipPayload> {
        let outcome = carry_out!(ctx, "answerTip", input.request_id.clone(), |db, by| {
            Ok(tip::answer(db, by, given(Noun::Tip, &input.tip_id, "tipId")?, &input.text).await?.id)
        });
        TipPayload::of(ctx, outcome).await
    }

    /// Decides on the reward of a report (举报奖励); for the safety office.
    async fn reward_tip(&self, ctx: &Context<'_>, #[graphql(desc = "The reward (奖励).")] input: RewardTipInput) -> Answer<TipPayload> {
        let outcome = carry_out!(ctx, "rewardTip", input.request_id.clone(), |db, by| {
            let new = NewReward { amount_yuan: input.amount_yuan.0, note: input.note };
            Ok(tip::reward(db, by, given(Noun::Tip, &input.tip_id, "tipId")?, new).await?.tip_id)
        });
        TipPayload::of(ctx, outcome).await
    }

    /// Records that the reward of a report was paid (奖励发放); for the safety office.
    async fn pay_tip_reward(&self, ctx: &Context<'_>, #[graphql(desc = "When (发放).")] input: PayTipRewardInput) -> Answer<TipPayload> {
        let outcome = carry_out!(ctx, "payTipReward", input.request_id.clone(), |db, by| {
            let on = input.paid_on.map_or_else(|| by.today(), Into::into);
            Ok(tip::pay(db, by, given(Noun::Tip, &input.tip_id, "tipId")?, on).await?.tip_id)
        });
        TipPayload::of(ctx, outcome).await
    }
}
