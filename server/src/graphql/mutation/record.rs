//! Changes of drills and activities (演练、活动).

use async_graphql::{Context, ID, InputObject, Object};
use redline_domain::{ActivityKind, DrillForm, DrillScope, ids::Noun};
use redline_ledger::{
    activity::{self, NewActivity},
    drill::{self, NewDrill},
};

use crate::graphql::{
    activity::Activity,
    ask::Ask,
    attendance::{AttendeeInput, attendees},
    date::Date,
    drill::Drill,
    error::Answer,
    mutation::carry_out::{carry_out, given, given_all, given_optional, payload},
    task::{ImprovementInput, improvements},
};

payload! {
    /// What came of a change of a drill (办理结果).
    DrillPayload {
        /// The drill as it now is (演练).
        drill: Drill
    }
}
payload! {
    /// What came of a change of an activity (办理结果).
    ActivityPayload {
        /// The activity as it now is (活动).
        activity: Activity
    }
}
/// A drill to be recorded (登记演练).
#[derive(InputObject)]
pub struct RecordDrillInput {
    /// Whose (演练单位).
    organization_id: ID,
    /// What was drilled (演练名称).
    title: String,
    /// The scenario (演练科目).
    scenario: String,
    /// The day on which it was held; today if not given (演练日期).
    occurred_on: Option<Date>,
    /// How many took part (参加人数).
    participants: i32,
    /// Who led it (带队人).
    led_by_id: Option<ID>,
    /// What was learnt; it may be added later, and the drill counts from then on (演练评估).
    review: Option<String>,
    /// The emergency plan that it tried out (演练方案).
    plan: Option<String>,
    /// What kind of plan that is (演练内容).
    scope: Option<DrillScope>,
    /// How it was held (演练形式).
    form: Option<DrillForm>,
    /// Who took part, as far as they are named (参加人员).
    #[graphql(default)]
    attendees: Vec<AttendeeInput>,
    /// What is to be improved; each becomes a task (改进事项).
    #[graphql(default)]
    improvements: Vec<ImprovementInput>,
    /// Photographs of it, uploaded before (演练照片).
    #[graphql(default)]
    photo_ids: Vec<ID>,
    /// Documents, uploaded before: the plan, the script (演练方案等文件).
    #[graphql(default)]
    document_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// The review of a drill (演练评估).
#[derive(InputObject)]
pub struct ReviewDrillInput {
    /// The drill (演练).
    drill_id: ID,
    /// What was learnt (演练评估).
    review: String,
    /// What is to be improved; each becomes a task (改进事项).
    #[graphql(default)]
    improvements: Vec<ImprovementInput>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A voiding of a drill (作废演练).
#[derive(InputObject)]
pub struct VoidDrillInput {
    /// The drill (演练).
    drill_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// An activity to be recorded (登记活动).
#[derive(InputObject)]
pub struct RecordActivityInput {
    /// Whose (活动单位).
    organization_id: ID,
    /// Its kind (活动类别).
    kind: ActivityKind,
    /// What it was (活动名称).
    title: String,
    /// The day on which it was held; today if not given (活动日期).
    occurred_on: Option<Date>,
    /// How many took part (参加人数).
    participants: i32,
    /// Who led it (主持人).
    led_by_id: Option<ID>,
    /// What was done (活动内容).
    summary: String,
    /// The enterprises that it names, e.g. those told of the criteria (涉及企业).
    #[graphql(default)]
    enterprise_ids: Vec<ID>,
    /// Who took part, was appointed or is a member: needed for warning education, training, appointments and leadership groups (参加人员).
    #[graphql(default)]
    attendees: Vec<AttendeeInput>,
    /// How many were expected (应到人数).
    expected: Option<i32>,
    /// Photographs of it, uploaded before (活动照片).
    #[graphql(default)]
    photo_ids: Vec<ID>,
    /// Documents, uploaded before: minutes, a paper of appointment (纪要、任命文件等).
    #[graphql(default)]
    document_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A voiding of an activity (作废活动).
#[derive(InputObject)]
pub struct VoidActivityInput {
    /// The activity (活动).
    activity_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A number of people; fewer than none is none, which is refused.
fn people(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// Changes of drills and activities.
#[derive(Default)]
pub struct RecordMutation;

#[Object]
impl RecordMutation {
    /// Records a drill (登记演练). It counts once its review is there.
    async fn record_drill(&self, ctx: &Context<'_>, #[graphql(desc = "The drill (演练).")] input: RecordDrillInput) -> Answer<DrillPayload> {
        let outcome = carry_out!(ctx, "recordDrill", input.request_id.clone(), |db, by| {
            let new = NewDrill {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                title: input.title,
                scenario: input.scenario,
                occurred_on: input.occurred_on.map_or_else(|| ctx.today(), Into::into),
                participants: people(input.participants),
                led_by: given_optional(Noun::Person, input.led_by_id.as_ref(), "ledById")?,
                review: input.review,
                plan: input.plan,
                scope: input.scope,
                form: input.form,
                attendees: attendees(input.attendees)?,
                improvements: improvements(input.improvements)?,
                photos: given_all(Noun::Attachment, &input.photo_ids, "photoIds")?,
                documents: given_all(Noun::Attachment, &input.document_ids, "documentIds")?,
            };
            Ok(drill::record(db, by, new).await?.id)
        });
        DrillPayload::of(ctx, outcome).await
    }

    /// Adds the review that a drill lacks (补充演练评估).
    async fn review_drill(&self, ctx: &Context<'_>, #[graphql(desc = "The review (评估).")] input: ReviewDrillInput) -> Answer<DrillPayload> {
        let outcome = carry_out!(ctx, "reviewDrill", input.request_id.clone(), |db, by| {
            let id = given(Noun::Drill, &input.drill_id, "drillId")?;
            Ok(drill::add_review(db, by, id, &input.review, improvements(input.improvements)?).await?.id)
        });
        DrillPayload::of(ctx, outcome).await
    }

    /// Voids a drill: it stays visible and counts no longer (作废演练).
    async fn void_drill(&self, ctx: &Context<'_>, #[graphql(desc = "The drill and why (演练、原因).")] input: VoidDrillInput) -> Answer<DrillPayload> {
        let outcome = carry_out!(ctx, "voidDrill", input.request_id.clone(), |db, by| {
            let id = given(Noun::Drill, &input.drill_id, "drillId")?;
            Ok(drill::void(db, by, id, &input.reason).await?.id)
        });
        DrillPayload::of(ctx, outcome).await
    }

    /// Records an activity of a kind that the rulebook asks of the organization (登记活动).
    async fn record_activity(&self, ctx: &Context<'_>, #[graphql(desc = "The activity (活动).")] input: RecordActivityInput) -> Answer<ActivityPayload> {
        let outcome = carry_out!(ctx, "recordActivity", input.request_id.clone(), |db, by| {
            let mut enterprises = Vec::with_capacity(input.enterprise_ids.len());
            for id in &input.enterprise_ids {
                enterprises.push(given(Noun::Organization, id, "enterpriseIds")?);
            }
            let new = NewActivity {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                kind: input.kind,
                title: input.title,
                occurred_on: input.occurred_on.map_or_else(|| ctx.today(), Into::into),
                participants: people(input.participants),
                led_by: given_optional(Noun::Person, input.led_by_id.as_ref(), "ledById")?,
                summary: input.summary,
                enterprises,
                attendees: attendees(input.attendees)?,
                expected: input.expected.map(people),
                photos: given_all(Noun::Attachment, &input.photo_ids, "photoIds")?,
                documents: given_all(Noun::Attachment, &input.document_ids, "documentIds")?,
            };
            Ok(activity::record(db, by, new).await?.id)
        });
        ActivityPayload::of(ctx, outcome).await
    }

    /// Voids an activity: it stays visible and counts no longer (作废活动).
    async fn void_activity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The activity and why (活动、原因).")] input: VoidActivityInput,
    ) -> Answer<ActivityPayload> {
        let outcome = carry_out!(ctx, "voidActivity", input.request_id.clone(), |db, by| {
            let id = given(Noun::Activity, &input.activity_id, "activityId")?;
            Ok(activity::void(db, by, id, &input.reason).await?.id)
        });
        ActivityPayload::of(ctx, outcome).await
    }
}
