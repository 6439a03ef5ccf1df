//! Hazards (隐患) in the API.

mod ahead;
pub mod criterion;
pub mod extension;
pub mod money;
pub mod plan;
pub mod similar;
pub mod supervision;
pub mod suspension;
pub mod timeline;
mod words;

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{
    FoundBy, HazardGrade, HazardState, Sector, Word,
    hazard::life::{self, HazardStep},
    ids::Noun,
};
use redline_entity::hazard;
use redline_ledger::hazard::{deadline, seal};
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        date::Date,
        enforcement::Enforcement,
        error::Answer,
        hazard::{
            criterion::Criterion, extension::Extension, plan::HazardPlan, similar::SimilarHazard, supervision::Supervision, suspension::Suspension,
            timeline::TimelineEntry,
        },
        id,
        inspection::{Finding, Inspection},
        organization::Organization,
        participant::{Body, Participant},
        signature::Signature,
        window::Window,
    },
    loaders::{
        enforcement::EnforcementsForHazard,
        kin::{CriterionKey, RecurrencesOf},
        measures::{ExtensionsOf, SupervisionsOf, SuspensionsOf},
        records::{AttachmentsOf, EventsOf, FindingKey, HazardKey, PlansOf, SignaturesOf, WhoKey, WindowsAbout},
    },
};

/// A hazard in its closed loop (隐患).
#[derive(Clone)]
pub struct Hazard(pub Arc<hazard::Model>);

impl From<hazard::Model> for Hazard {
    fn from(row: hazard::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Hazard {
    /// A hazard, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(HazardKey(id)).await?.map(Self))
    }

    /// A hazard that may not be known, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find_optional(ctx: &Context<'_>, id: Option<Uuid>) -> Answer<Option<Self>> {
        match id {
            Some(id) => Self::find(ctx, id).await,
            None => Ok(None),
        }
    }

    fn next_deadline(&self) -> Option<NaiveDate> {
        deadline(&self.0)
    }

    async fn finding_row(&self, ctx: &Context<'_>) -> Answer<Option<Arc<redline_entity::finding::Model>>> {
        match self.0.finding_id {
            Some(id) => ctx.loaders().one(FindingKey(id)).await,
            None => Ok(None),
        }
    }
}

/// A hazard in its closed loop (隐患). Only an acceptance closes it; no penalty does (严禁以罚代管).
#[Object]
impl Hazard {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Hazard, self.0.id)
    }

    /// Where it is (所在单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// What is wrong (隐患内容).
    async fn description(&self) -> &str {
        &self.0.description
    }

    /// Where exactly (位置).
    async fn location(&self) -> Option<&str> {
        self.0.location.as_deref()
    }

    /// The sector that it belongs to (行业领域).
    async fn sector(&self) -> Option<Sector> {
        self.0.sector
    }

    /// Where it is in the closed loop (状态).
    async fn state(&self) -> HazardState {
        self.0.state
    }

    /// The state in words (状态说明).
    async fn state_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.state)
    }

    /// General or major; none until graded (级别).
    async fn grade(&self) -> Option<HazardGrade> {
        self.0.grade
    }

    /// The criterion that it was graded major by (判定标准).
    async fn criterion(&self, ctx: &Context<'_>) -> Answer<Option<Criterion>> {
        match &self.0.criterion {
            Some(code) => Ok(ctx.loaders().one(CriterionKey(code.clone())).await?.map(Criterion)),
            None => Ok(None),
        }
    }

    /// Whether the criteria were searched and none was found to fit (未找到对应标准). That there is no hazard, no grading says.
    async fn no_criterion_found(&self) -> bool {
        self.0.no_criterion_found
    }

    /// Why it was graded so (判定理由).
    async fn grade_reason(&self) -> Option<&str> {
        self.0.grade_reason.as_deref()
    }

    /// When it was graded (判定日期).
    async fn graded_on(&self) -> Option<Date> {
        self.0.graded_on.map(Date)
    }

    /// How it was found; self-found and inspection-found are counted apart (发现来源).
    async fn found_by(&self) -> FoundBy {
        self.0.found_by
    }

    /// The organization whose inspection found it; none if it was found otherwise (检查发现单位).
    async fn found_by_organization(&self) -> Option<Body> {
        self.0.found_by_organization_id.map(Body)
    }

    /// The hazard that it is again, which was closed within the year before (复发的前一隐患).
    async fn recurrence_of(&self, ctx: &Context<'_>) -> Answer<Option<Self>> {
        Self::find_optional(ctx, self.0.recurrence_of_id).await
    }

    /// The hazards that are it again, the latest found first (复发隐患).
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn recurrences(&self, ctx: &Context<'_>) -> Answer<Vec<Self>> {
        let rows = ctx.loaders().one(RecurrencesOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Self::from).collect())
    }

    /// Similar hazards of the same enterprise or, by the same criterion, of its village, the most alike first; five at most (相似隐患).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn similar(&self, ctx: &Context<'_>) -> Answer<Vec<SimilarHazard>> {
        SimilarHazard::all_of(ctx, self.0.id).await
    }

    /// When it was found (发现日期).
    async fn found_on(&self) -> Date {
        self.0.found_on.into()
    }

    /// Who reported it, if known (上报人).
    async fn reported_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        let on = ctx.ledger().site.zone.date(self.0.reported_at);
        self.0.reported_by.map(|person| Participant::new(person, on))
    }

    /// When it was recorded (上报时间).
    async fn reported_at(&self) -> DateTime<Utc> {
        self.0.reported_at
    }

    /// When its regulator was told of it, clause 2.1.1 (向监管部门报告日期).
    async fn told_regulator_on(&self) -> Option<Date> {
        self.0.told_regulator_on.map(Date)
    }

    /// The plan in force, of a hazard that was not fixed on the spot (现行治理方案).
    async fn plan(&self, ctx: &Context<'_>) -> Answer<Option<HazardPlan>> {
        let plans = ctx.loaders().one(PlansOf(self.0.id)).await?.unwrap_or_default();
        Ok(HazardPlan::in_force(&plans).cloned().map(HazardPlan))
    }

    /// Every version of the plan, those that are not in force included (治理方案各版本).
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn plans(&self, ctx: &Context<'_>) -> Answer<Vec<HazardPlan>> {
        let plans = ctx.loaders().one(PlansOf(self.0.id)).await?.unwrap_or_default();
        Ok(plans.iter().cloned().map(HazardPlan).collect())
    }

    /// The extensions that were requested of it, the latest last (延期申请).
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn extensions(&self, ctx: &Context<'_>) -> Answer<Vec<Extension>> {
        Ok(ctx.loaders().one(ExtensionsOf(self.0.id)).await?.unwrap_or_default().iter().cloned().map(Extension::from).collect())
    }

    /// The suspensions of production because of it, the latest last (停产停业).
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn suspensions(&self, ctx: &Context<'_>) -> Answer<Vec<Suspension>> {
        Ok(ctx.loaders().one(SuspensionsOf(self.0.id)).await?.unwrap_or_default().iter().cloned().map(Suspension::from).collect())
    }

    /// Its listings for supervision, the latest last (挂牌督办).
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn supervisions(&self, ctx: &Context<'_>) -> Answer<Vec<Supervision>> {
        Ok(ctx.loaders().one(SupervisionsOf(self.0.id)).await?.unwrap_or_default().iter().cloned().map(Supervision::from).collect())
    }

    /// The day by whose end it is to be rectified (整改期限).
    async fn deadline_on(&self) -> Option<Date> {
        self.0.deadline_on.map(Date)
    }

    /// The day by whose end a major one that awaits acceptance is to be accepted or not (验收期限).
    async fn acceptance_due_on(&self) -> Option<Date> {
        self.0.acceptance_due_on.map(Date)
    }

    /// What is due next, of the two; none if nothing is (当前期限).
    async fn due_on(&self) -> Option<Date> {
        self.next_deadline().map(Date)
    }

    /// How many days are left until `dueOn`, 0 on that day; none if it has passed (剩余天数).
    async fn days_left(&self, ctx: &Context<'_>) -> Option<i64> {
        self.next_deadline().map(|due| (due - ctx.today()).num_days()).filter(|days| *days >= 0)
    }

    /// How many days ago `dueOn` passed; none if it has not (逾期天数).
    async fn days_late(&self, ctx: &Context<'_>) -> Option<i64> {
        self.next_deadline().map(|due| (ctx.today() - due).num_days()).filter(|days| *days > 0)
    }

    /// Whether `dueOn` has passed (是否逾期).
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        self.next_deadline().is_some_and(|due| due < ctx.today())
    }

    /// What was done to remove it (整改情况).
    async fn rectification(&self) -> Option<&str> {
        self.0.rectification.as_deref()
    }

    /// Who removed it; that person may not accept it (整改人).
    async fn rectified_by(&self) -> Option<Participant> {
        self.0.rectified_by.map(|person| Participant::new(person, self.0.rectified_on.unwrap_or(self.0.found_on)))
    }

    /// When it was removed (整改日期).
    async fn rectified_on(&self) -> Option<Date> {
        self.0.rectified_on.map(Date)
    }

    /// When acceptance was applied for (申请验收日期).
    async fn applied_on(&self) -> Option<Date> {
        self.0.applied_on.map(Date)
    }

    /// Who may accept it, in words (谁可以验收).
    async fn who_may_accept(&self, ctx: &Context<'_>) -> Answer<String> {
        let rectifier = match self.0.rectified_by {
            Some(person) => ctx.loaders().one(WhoKey(person)).await?,
            None => None,
        };
        Ok(words::who_may_accept(&self.0, rectifier.as_deref().map(|who| who.name.as_str()), ctx.language()))
    }

    /// What can be done with it in its state; whether the person who asks may do it is another matter (当前可办理步骤).
    async fn next_steps(&self) -> Vec<HazardStep> {
        HazardStep::ALL.iter().copied().filter(|&step| life::after(self.0.state, step).is_ok()).collect()
    }

    /// Who accepted it (验收人).
    async fn accepted_by(&self) -> Option<Participant> {
        self.0.accepted_by.map(|person| Participant::new(person, self.0.closed_on.unwrap_or(self.0.found_on)))
    }

    /// When it was closed (销号日期).
    async fn closed_on(&self) -> Option<Date> {
        self.0.closed_on.map(Date)
    }

    /// What the accepter concluded, as it was signed (验收结论).
    async fn conclusion(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(seal::conclusion(&ctx.loaders().one(SignaturesOf(self.0.id)).await?.unwrap_or_default()))
    }

    /// Who signed what of it, e.g. its acceptance (签名记录).
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn signatures(&self, ctx: &Context<'_>) -> Answer<Vec<Signature>> {
        Signature::all_of(ctx, self.0.id).await
    }

    /// Whether it still is as it was accepted; none for what was not accepted (验收封存完好).
    async fn acceptance_intact(&self, ctx: &Context<'_>) -> Answer<Option<bool>> {
        let loaders = ctx.loaders();
        let plans = loaders.one(PlansOf(self.0.id)).await?.unwrap_or_default();
        let attached = loaders.one(AttachmentsOf(self.0.id)).await?.unwrap_or_default();
        let signed = loaders.one(SignaturesOf(self.0.id)).await?.unwrap_or_default();
        Ok(seal::acceptance_is_intact(&self.0, HazardPlan::in_force(&plans), &attached, &signed))
    }

    /// Its photographs and documents, in the order of their upload (附件).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn attachments(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// The enforcement actions for it, the latest first; none of them closes it (执法措施).
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn enforcements(&self, ctx: &Context<'_>) -> Answer<Vec<Enforcement>> {
        let rows = ctx.loaders().one(EnforcementsForHazard(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Enforcement::from).collect())
    }

    /// How often acceptance was refused (验收不通过次数).
    async fn rejections(&self) -> i32 {
        self.0.rejections
    }

    /// What happened to it, the latest last (办理过程).
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn timeline(&self, ctx: &Context<'_>) -> Answer<Vec<TimelineEntry>> {
        let events = ctx.loaders().one(EventsOf(self.0.id)).await?.unwrap_or_default();
        Ok(events.iter().cloned().map(TimelineEntry).collect())
    }

    /// What is owed for it: the plan and the report to the regulator of a major one (相关期次).
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn windows(&self, ctx: &Context<'_>) -> Answer<Vec<Window>> {
        let rows = ctx.loaders().one(WindowsAbout(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Window::from).collect())
    }

    /// The finding of an inspection that it comes from (来源检查发现).
    async fn finding(&self, ctx: &Context<'_>) -> Answer<Option<Finding>> {
        Ok(self.finding_row(ctx).await?.map(|row| Finding(row.as_ref().clone())))
    }

    /// The inspection that found it, if one may see it (来源检查).
    async fn inspection(&self, ctx: &Context<'_>) -> Answer<Option<Inspection>> {
        match self.finding_row(ctx).await? {
            Some(row) => Inspection::find(ctx, row.inspection_id).await,
            None => Ok(None),
        }
    }
}
