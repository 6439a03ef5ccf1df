//! Changes of accident alerts, key periods, who was on duty, and tasks (事故警示、关键时间节点、在岗值守、改进事项).

use async_graphql::{Context, ID, InputObject, Object};
use redline_domain::{Sector, ids::Noun};
use redline_ledger::{
    alert::{self, NewAlert},
    key_period::{self, NewKeyPeriod},
    on_duty::{self, Entry, NewOnDuty},
    task,
};

use crate::graphql::{
    alert::Alert,
    ask::Ask,
    date::Date,
    error::Answer,
    key_period::KeyPeriod,
    mutation::carry_out::{carry_out, given, given_all, payload},
    on_duty::OnDuty,
    task::Task,
};

payload! {
    /// What came of a change of an accident alert (办理结果).
    AlertPayload {
        /// The alert as it now is (事故警示).
        alert: Alert
    }
}
payload! {
    /// What came of a change of a key period or its roster (办理结果).
    KeyPeriodPayload {
        /// The key period as it now is (关键时间节点).
        key_period: KeyPeriod
    }
}
payload! {
    /// What came of a change of an on-duty record (办理结果).
    OnDutyPayload {
        /// The record as it now is (在岗值守).
        on_duty: OnDuty
    }
}
payload! {
    /// What came of a change of a task (办理结果).
    TaskPayload {
        /// The task as it now is (改进事项).
        task: Task
    }
}

/// An accident alert to be issued (发布事故警示).
#[derive(InputObject)]
pub struct IssueAlertInput {
    /// The accident in a few words (标题).
    title: String,
    /// The day of the accident (事故日期).
    happened_on: Date,
    /// Where it happened (事故地点).
    place: String,
    /// What happened (事故经过).
    summary: String,
    /// What is to be learnt from it (事故教训).
    lessons: String,
    /// The sectors whose enterprises are to check themselves (行业领域).
    sectors: Vec<Sector>,
    /// The number of the document (文号).
    number: Option<String>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// The withdrawal of an accident alert (撤销事故警示).
#[derive(InputObject)]
pub struct WithdrawAlertInput {
    /// The alert (事故警示).
    alert_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A key period to be declared (公布关键时间节点).
#[derive(InputObject)]
pub struct DeclareKeyPeriodInput {
    /// Its name, e.g. a holiday (名称).
    name: String,
    /// Its first day, today or later (首日).
    from: Date,
    /// Its last day; 31 days at most (末日).
    until: Date,
    /// Why it is one (说明).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// The withdrawal of a key period (撤销关键时间节点).
#[derive(InputObject)]
pub struct WithdrawKeyPeriodInput {
    /// The key period (关键时间节点).
    key_period_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A person on a day of the roster (值守安排).
#[derive(InputObject)]
pub struct RosterEntryInput {
    /// The day (日期).
    day: Date,
    /// Who (值守人).
    person_id: ID,
}

/// The roster of an organization for a key period (排班), in place of the one before.
#[derive(InputObject)]
pub struct PlanOnDutyInput {
    /// Whose (单位).
    organization_id: ID,
    /// For which key period (关键时间节点).
    key_period_id: ID,
    /// Who is on duty when (值守安排).
    entries: Vec<RosterEntryInput>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// That somebody was on duty on a day (登记在岗).
#[derive(InputObject)]
pub struct RecordOnDutyInput {
    /// Whose (单位).
    organization_id: ID,
    /// In which key period (关键时间节点).
    key_period_id: ID,
    /// On which day; today if not given (日期).
    day: Option<Date>,
    /// Who (值守人).
    person_id: ID,
    /// What was done and dealt with (值守情况).
    note: Option<String>,
    /// Photographs of the site, uploaded before (现场照片).
    #[graphql(default)]
    photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A voiding of an on-duty record (作废在岗记录).
#[derive(InputObject)]
pub struct VoidOnDutyInput {
    /// The record (在岗记录).
    on_duty_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// That a task is done (完成改进事项).
#[derive(InputObject)]
pub struct CompleteTaskInput {
    /// The task (改进事项).
    task_id: ID,
    /// What was done (完成情况).
    note: String,
    /// The day on which it was done; today if not given (完成日期).
    done_on: Option<Date>,
    /// Photographs of what was done, uploaded before (整改后照片).
    #[graphql(default)]
    photo_ids: Vec<ID>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of accident alerts, key periods, who was on duty, and tasks.
#[derive(Default)]
pub struct EventMutation;

#[Object]
impl EventMutation {
    /// Issues an accident alert: the enterprises of its sectors owe a check for the same hazard (发布事故警示).
    async fn issue_alert(&self, ctx: &Context<'_>, #[graphql(desc = "The alert (事故警示).")] input: IssueAlertInput) -> Answer<AlertPayload> {
        let outcome = carry_out!(ctx, "issueAlert", input.request_id.clone(), |db, by| {
            let new = NewAlert {
                title: input.title,
                happened_on: input.happened_on.into(),
                place: input.place,
                summary: input.summary,
                lessons: input.lessons,
                sectors: input.sectors,
                number: input.number,
            };
            Ok(alert::issue(db, by, new).await?.id)
        });
        AlertPayload::of(ctx, outcome).await
    }

    /// Withdraws an accident alert: what is still owed for it ends (撤销事故警示).
    async fn withdraw_alert(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The alert and why (事故警示、原因).")] input: WithdrawAlertInput,
    ) -> Answer<AlertPayload> {
        let outcome = carry_out!(ctx, "withdrawAlert", input.request_id.clone(), |db, by| {
            let id = given(Noun::Alert, &input.alert_id, "alertId")?;
            Ok(alert::withdraw(db, by, id, &input.reason).await?.id)
        });
        AlertPayload::of(ctx, outcome).await
    }

    /// Declares a key period: the enterprises owe a record that their head was on duty on each of its days (公布关键时间节点).
    async fn declare_key_period(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The key period (关键时间节点).")] input: DeclareKeyPeriodInput,
    ) -> Answer<KeyPeriodPayload> {
        let outcome = carry_out!(ctx, "declareKeyPeriod", input.request_id.clone(), |db, by| {
            let new = NewKeyPeriod { name: input.name, from: input.from.into(), until: input.until.into(), reason: input.reason };
            Ok(key_period::declare(db, by, new).await?.id)
        });
        KeyPeriodPayload::of(ctx, outcome).await
    }

    /// Withdraws a key period: what is still owed for it ends (撤销关键时间节点).
    async fn withdraw_key_period(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The key period and why (关键时间节点、原因).")] input: WithdrawKeyPeriodInput,
    ) -> Answer<KeyPeriodPayload> {
        let outcome = carry_out!(ctx, "withdrawKeyPeriod", input.request_id.clone(), |db, by| {
            let id = given(Noun::KeyPeriod, &input.key_period_id, "keyPeriodId")?;
            Ok(key_period::withdraw(db, by, id, &input.reason).await?.id)
        });
        KeyPeriodPayload::of(ctx, outcome).await
    }

    /// Plans who is on duty when in a key period, in place of the roster before; what is recorded stays (排班).
    async fn plan_on_duty(&self, ctx: &Context<'_>, #[graphql(desc = "The roster (值守表).")] input: PlanOnDutyInput) -> Answer<KeyPeriodPayload> {
        let outcome = carry_out!(ctx, "planOnDuty", input.request_id.clone(), |db, by| {
            let organization = given(Noun::Organization, &input.organization_id, "organizationId")?;
            let key_period = given(Noun::KeyPeriod, &input.key_period_id, "keyPeriodId")?;
            let mut entries = Vec::with_capacity(input.entries.len());
            for (at, entry) in input.entries.iter().enumerate() {
                entries.push(Entry { day: entry.day.into(), person: given(Noun::Person, &entry.person_id, &format!("entries.{at}.personId"))? });
            }
            on_duty::plan(db, by, organization, key_period, entries).await?;
            Ok(key_period)
        });
        KeyPeriodPayload::of(ctx, outcome).await
    }

    /// Records that somebody was on duty on a day of a key period; it counts if that was the head (登记在岗).
    async fn record_on_duty(&self, ctx: &Context<'_>, #[graphql(desc = "Who was on duty (在岗情况).")] input: RecordOnDutyInput) -> Answer<OnDutyPayload> {
        let outcome = carry_out!(ctx, "recordOnDuty", input.request_id.clone(), |db, by| {
            let new = NewOnDuty {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                key_period: given(Noun::KeyPeriod, &input.key_period_id, "keyPeriodId")?,
                day: input.day.map_or_else(|| ctx.today(), Into::into),
                person: given(Noun::Person, &input.person_id, "personId")?,
                note: input.note,
                photos: given_all(Noun::Attachment, &input.photo_ids, "photoIds")?,
            };
            Ok(on_duty::record(db, by, new).await?.id)
        });
        OnDutyPayload::of(ctx, outcome).await
    }

    /// Voids an on-duty record: it stays visible and counts no longer (作废在岗记录).
    async fn void_on_duty(
        &self, ctx: &Context<'_>, #[graphql(desc = "The record and why (在岗记录、原因).")] input: VoidOnDutyInput
    ) -> Answer<OnDutyPayload> {
        let outcome = carry_out!(ctx, "voidOnDuty", input.request_id.clone(), |db, by| {
            let id = given(Noun::OnDuty, &input.on_duty_id, "onDutyId")?;
            Ok(on_duty::void(db, by, id, &input.reason).await?.id)
        });
        OnDutyPayload::of(ctx, outcome).await
    }

    /// Records that a task which a drill left is done, by an officer or by who answers for it (完成改进事项).
    async fn complete_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task and what was done (改进事项、完成情况).")] input: CompleteTaskInput,
    ) -> Answer<TaskPayload> {
        let outcome = carry_out!(ctx, "completeTask", input.request_id.clone(), |db, by| {
            let id = given(Noun::Task, &input.task_id, "taskId")?;
            let photos = given_all(Noun::Attachment, &input.photo_ids, "photoIds")?;
            let done_on = input.done_on.map_or_else(|| ctx.today(), Into::into);
            Ok(task::complete(db, by, id, (&input.note, done_on), &photos).await?.id)
        });
        TaskPayload::of(ctx, outcome).await
    }
}
