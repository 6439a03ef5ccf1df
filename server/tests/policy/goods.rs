//! What a tenant has (租户数据): one thing of each kind that the table names, each text with the tenant's canary.

use redline_domain::{
    ActivityKind, ExtensionState, FoundBy, HazardGrade, HazardState, OnDutyState, PlanConsent, Position, PostKind, RecordKind, RecordState, ReportKind,
    ResponsibilityListKind, SigningMethod, SupervisionLevel, SuspensionExtent, ids::Noun,
};
use redline_entity::{
    activity, drill, duty, enforcement, evidence, extension, finding, hazard, hazard_plan, ledger_event, membership, on_duty, post, responsibility_list,
    signature, supervision, suspension, task, window,
};
use redline_ledger::Context;
use sea_orm::{ActiveValue, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::{
    founding::somebody,
    outwork,
    seed::{self, put},
    support::day,
    world::Tenant,
};

/// The tenant whose things are made.
pub struct Seed<'a> {
    pub db: &'a DatabaseTransaction,
    pub ctx: &'a Context,
    pub organization: Uuid,
    pub head: Uuid,
    canary: String,
}

impl Seed<'_> {
    /// A text with the canary.
    pub fn text(&self, what: &str) -> String {
        format!("{} {what}", self.canary)
    }

    pub fn maybe(&self, what: &str) -> ActiveValue<Option<String>> {
        Set(Some(self.text(what)))
    }
}

/// Gives a tenant one thing of each kind.
pub async fn tenant(db: &DatabaseTransaction, ctx: &Context, tenant: &mut Tenant, key_period: Uuid) {
    let at = Seed { db, ctx, organization: tenant.organization, head: tenant.head, canary: tenant.canary.clone() };
    tenant.keep("Organization", Noun::Organization, tenant.organization);
    tenant.keep("Village", Noun::Organization, tenant.village);
    let worker = somebody(db, ctx, &at.text("工人"), &[(at.organization, Position::Staff)]).await;
    tenant.keep("Person", Noun::Person, worker);
    let seat = membership::Entity::find().filter(membership::Column::PersonId.eq(worker)).one(db).await.unwrap().unwrap();
    tenant.keep("Membership", Noun::Membership, seat.id);
    let window = window::Entity::find().filter(window::Column::OrganizationId.eq(at.organization)).one(db).await.unwrap().unwrap();
    tenant.keep("Window", Noun::Window, window.id);
    let duty = duty::Entity::find_by_id(window.duty_id).one(db).await.unwrap().unwrap();
    tenant.keep("Duty", Noun::Duty, duty.id);
    let event = ledger_event::Entity::find().filter(ledger_event::Column::OrganizationId.eq(at.organization)).one(db).await.unwrap().unwrap();
    tenant.keep("LedgerEvent", Noun::LedgerEvent, event.id);
    hazards(&at, tenant).await;
    records(&at, tenant, window.id, key_period).await;
    lists(&at, tenant).await;
    outwork::work(&at, tenant).await;
    outwork::told(&at, tenant, window.id).await;
}

async fn hazards(at: &Seed<'_>, tenant: &mut Tenant) {
    for (name, state, grade) in [
        ("Hazard", HazardState::AwaitingAcceptance, Some(HazardGrade::General)),
        ("Hazard:major", HazardState::AwaitingAcceptance, Some(HazardGrade::Major)),
        ("Hazard:reported", HazardState::Reported, None),
    ] {
        let row = hazard::ActiveModel {
            id: Set(tenant.keep(name, Noun::Hazard, at.ctx.id())),
            organization_id: Set(at.organization),
            description: Set(at.text("隐患")),
            location: at.maybe("位置"),
            state: Set(state),
            grade: Set(grade),
            grade_reason: at.maybe("判定理由"),
            no_criterion_found: Set(false),
            found_by: Set(FoundBy::SelfCheck),
            found_on: Set(day("2023-06-20")),
            reported_at: Set(at.ctx.now),
            deadline_on: Set(Some(day("2023-07-20"))),
            rectification: at.maybe("整改"),
            rejections: Set(0),
            overdue_noted: Set(false),
            failures: Set(0),
            ..Default::default()
        };
        put(at.db, row).await;
    }
    let hazard = tenant.things["Hazard:major"].1;
    let row = hazard_plan::ActiveModel {
        id: Set(tenant.keep("HazardPlan", Noun::HazardPlan, at.ctx.id())),
        hazard_id: Set(hazard),
        version: Set(1),
        responsible: Set(at.text("责任人")),
        measures: Set(at.text("措施")),
        funding_yuan: Set(1),
        deadline_on: Set(day("2023-07-20")),
        emergency_plan: Set(at.text("预案")),
        submitted_on: Set(day("2023-06-21")),
        recorded_at: Set(at.ctx.now),
        consent: Set(PlanConsent::Asked),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = extension::ActiveModel {
        id: Set(tenant.keep("Extension", Noun::Extension, at.ctx.id())),
        hazard_id: Set(hazard),
        organization_id: Set(at.organization),
        from_on: Set(day("2023-07-20")),
        until_on: Set(day("2023-08-01")),
        reason: Set(at.text("延期")),
        interim_measures: Set(at.text("临时措施")),
        state: Set(ExtensionState::Requested),
        requested_at: Set(at.ctx.now),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = suspension::ActiveModel {
        id: Set(tenant.keep("Suspension", Noun::Suspension, at.ctx.id())),
        hazard_id: Set(hazard),
        organization_id: Set(at.organization),
        extent: Set(SuspensionExtent::Part),
        scope: at.maybe("部位"),
        reason: Set(at.text("停产")),
        by_supervisor: Set(true),
        ordered_by_organization: Set(Some(tenant.office)),
        ordered_on: Set(day("2023-06-22")),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = supervision::ActiveModel {
        id: Set(tenant.keep("Supervision", Noun::Supervision, at.ctx.id())),
        hazard_id: Set(hazard),
        organization_id: Set(at.organization),
        level: Set(SupervisionLevel::Town),
        body: Set(at.text("督办")),
        number: Set(at.text("文号")),
        deadline_on: Set(day("2023-07-20")),
        requirements: Set(at.text("要求")),
        basis: at.maybe("依据"),
        listed_on: Set(day("2023-06-22")),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = enforcement::ActiveModel { hazard_id: Set(Some(hazard)), ..seed::enforcement(at.ctx, at.organization, tenant.office, at.text("约谈")) };
    tenant.keep("Enforcement", Noun::Enforcement, *row.id.as_ref());
    put(at.db, row).await;
}

async fn records(at: &Seed<'_>, tenant: &mut Tenant, window: Uuid, key_period: Uuid) {
    for (name, state) in [("Inspection", RecordState::Signed), ("Inspection:draft", RecordState::Draft)] {
        let row = seed::inspection(at.ctx, at.organization, (at.organization, at.head), state, at.text("检查"));
        tenant.keep(name, Noun::Inspection, *row.id.as_ref());
        put(at.db, row).await;
    }
    let inspection = tenant.things["Inspection"].1;
    let row = finding::ActiveModel {
        id: Set(at.ctx.id()),
        inspection_id: Set(inspection),
        ordinal: Set(1),
        description: Set(at.text("问题")),
        location: at.maybe("位置"),
        hazard_id: Set(Some(tenant.things["Hazard"].1)),
    };
    put(at.db, row).await;
    let row = signature::ActiveModel {
        id: Set(at.ctx.id()),
        organization_id: Set(at.organization),
        subject_kind: Set(Noun::Inspection.to_string()),
        subject_id: Set(inspection),
        act: Set("INSPECTION_SIGNED".to_owned()),
        signer_id: Set(Some(at.head)),
        signer_name: at.maybe("签名人"),
        signed_as: at.maybe("身份"),
        method: Set(SigningMethod::Password),
        content: Set(at.text("内容")),
        hash: Set("0".to_owned()),
        signed_at: Set(at.ctx.now),
    };
    put(at.db, row).await;
    let drill = tenant.keep("Drill", Noun::Drill, at.ctx.id());
    let row = drill::ActiveModel {
        id: Set(drill),
        organization_id: Set(at.organization),
        title: Set(at.text("演练")),
        scenario: Set(at.text("科目")),
        plan: at.maybe("方案"),
        occurred_on: Set(day("2023-06-15")),
        participants: Set(3),
        led_by: Set(Some(at.head)),
        state: Set(RecordState::Draft),
        recorded_at: Set(at.ctx.now),
        recorded_by: Set(Some(at.head)),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = task::ActiveModel {
        id: Set(tenant.keep("Task", Noun::Task, at.ctx.id())),
        organization_id: Set(at.organization),
        drill_id: Set(drill),
        description: Set(at.text("改进")),
        responsible_name: at.maybe("责任人"),
        due_on: Set(day("2023-07-20")),
        recorded_at: Set(at.ctx.now),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = activity::ActiveModel {
        id: Set(tenant.keep("Activity", Noun::Activity, at.ctx.id())),
        organization_id: Set(at.organization),
        kind: Set(ActivityKind::Study),
        title: Set(at.text("学习")),
        occurred_on: Set(day("2023-06-15")),
        participants: Set(3),
        summary: Set(at.text("情况")),
        state: Set(RecordState::Signed),
        recorded_at: Set(at.ctx.now),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = seed::report(at.ctx, at.organization, ReportKind::ActionReport, &at.text("报告"));
    tenant.keep("Report", Noun::Report, *row.id.as_ref());
    put(at.db, row).await;
    let row = on_duty::ActiveModel {
        id: Set(tenant.keep("OnDuty", Noun::OnDuty, at.ctx.id())),
        organization_id: Set(at.organization),
        key_period_id: Set(key_period),
        day: Set(day("2023-07-02")),
        person_id: Set(at.head),
        planned: Set(false),
        state: Set(OnDutyState::Recorded),
        note: at.maybe("值守"),
        entered_at: Set(at.ctx.now),
        recorded_at: Set(Some(at.ctx.now)),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = evidence::ActiveModel {
        id: Set(at.ctx.id()),
        window_id: Set(window),
        record_kind: Set(RecordKind::Inspection),
        record_id: Set(inspection),
        requirement: Set(0),
        done_on: Set(day("2023-06-20")),
        late: Set(false),
        recorded_at: Set(at.ctx.now),
    };
    put(at.db, row).await;
}

async fn lists(at: &Seed<'_>, tenant: &mut Tenant) {
    let list = tenant.keep("ResponsibilityList", Noun::ResponsibilityList, at.ctx.id());
    let row = responsibility_list::ActiveModel {
        id: Set(list),
        organization_id: Set(at.organization),
        kind: Set(ResponsibilityListKind::AllStaff),
        title: Set(at.text("清单")),
        drawn_up_on: Set(day("2023-06-15")),
        state: Set(RecordState::Draft),
        recorded_at: Set(at.ctx.now),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = post::ActiveModel {
        id: Set(tenant.keep("Post", Noun::Post, at.ctx.id())),
        list_id: Set(list),
        ordinal: Set(1),
        kind: Set(PostKind::Head),
        title: Set(at.text("岗位")),
        duties: Set(at.text("职责")),
        assignee_id: Set(Some(at.head)),
        assigned_on: Set(Some(day("2023-06-15"))),
        ..Default::default()
    };
    put(at.db, row).await;
}
