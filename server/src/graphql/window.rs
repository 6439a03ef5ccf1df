//! Windows (期次) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{EndedAs, Language, WindowStatus, ids::Noun, window::recorded_late};
use redline_entity::{window, window_status};
use uuid::Uuid;

use crate::{
    graphql::{
        alert::Alert,
        ask::Ask,
        date::Date,
        duty::Duty,
        error::Answer,
        evidence::{Evidence, WindowExplanation},
        hazard::Hazard,
        id,
        key_period::KeyPeriod,
        notice::Notice,
        organization::Organization,
        rule::Rule,
    },
    loaders::{EvidenceOf, NoticesOf, WindowKey, records::CountsFor, windows::ExplanationOf},
};

/// One period of a duty (期次).
#[derive(Clone)]
pub struct Window(pub Arc<window::Model>);

impl From<window::Model> for Window {
    fn from(row: window::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl From<Arc<window::Model>> for Window {
    fn from(row: Arc<window::Model>) -> Self {
        Self(row)
    }
}

impl Window {
    /// The window, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(WindowKey(id)).await?.map(Self))
    }

    /// The windows for which a record counts, as far as the person may see them.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn counted_with(ctx: &Context<'_>, record: Uuid) -> Answer<Vec<Self>> {
        let rows = ctx.loaders().one(CountsFor(record)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Self::from).collect())
    }

    fn state(&self, ctx: &Context<'_>) -> WindowStatus {
        let site = &ctx.ledger().site;
        window_status::status_of(&self.0, site.zone, ctx.today(), site.rulebook.settings.due_soon_days)
    }
}

/// One period of a duty (期次). Its status is computed from the clock whenever it is asked for.
#[Object]
impl Window {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Window, self.0.id)
    }

    /// The code of the rule (条款代码).
    async fn rule_code(&self) -> &str {
        &self.0.rule_code
    }

    /// The rule; none where it is of an earlier rulebook (条款).
    async fn rule(&self, ctx: &Context<'_>) -> Option<Rule> {
        Rule::of(ctx, &self.0.rule_code)
    }

    /// The duty of which it is a period (职责).
    async fn duty(&self, ctx: &Context<'_>) -> Answer<Option<Duty>> {
        Duty::find(ctx, self.0.duty_id).await
    }

    /// Who owes it (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// The hazard that it is about, for what is owed because of one, if one may see it (隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        match self.0.hazard_id {
            Some(id) => Hazard::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The accident alert that set it off, for what is owed because of one (事故警示).
    async fn alert(&self, ctx: &Context<'_>) -> Answer<Option<Alert>> {
        match self.0.cause_id {
            Some(id) => Alert::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The key period that set it off, for what is owed because of one (关键时间节点).
    async fn key_period(&self, ctx: &Context<'_>) -> Answer<Option<KeyPeriod>> {
        match self.0.cause_id {
            Some(id) => KeyPeriod::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The first day of its period (期次首日).
    async fn opens_on(&self) -> Date {
        self.0.opens_on.into()
    }

    /// The first day on which it is owed, which is later than the period's where the duty began within it (起算日期).
    async fn starts_on(&self) -> Date {
        self.0.starts_on.into()
    }

    /// The last day of its period (期次末日).
    async fn closes_on(&self) -> Date {
        self.0.closes_on.into()
    }

    /// The day by whose end it is due (到期日期).
    async fn due_on(&self) -> Date {
        self.0.due_on.into()
    }

    /// Its state now (状态).
    async fn status(&self, ctx: &Context<'_>) -> WindowStatus {
        self.state(ctx)
    }

    /// Days until it is due, 0 on the day itself; none once it is overdue, fulfilled or ended (剩余天数).
    async fn days_left(&self, ctx: &Context<'_>) -> Option<i64> {
        let running = matches!(self.state(ctx), WindowStatus::Upcoming | WindowStatus::Open | WindowStatus::DueSoon);
        running.then(|| days(ctx.today(), self.0.due_on))
    }

    /// Days since it was due: until today while it is overdue, until it was fulfilled if that was late; else none (逾期天数).
    async fn days_late(&self, ctx: &Context<'_>) -> Option<i64> {
        match self.state(ctx) {
            WindowStatus::Overdue => Some(days(self.0.due_on, ctx.today())),
            WindowStatus::FulfilledLate => self.0.fulfilled_on.map(|on| days(self.0.due_on, on)),
            _ => None,
        }
    }

    /// The day on which what fulfilled it happened (完成日期).
    async fn fulfilled_on(&self) -> Option<Date> {
        self.0.fulfilled_on.map(Date)
    }

    /// When that was recorded (完成登记时间).
    async fn fulfilled_recorded_at(&self) -> Option<DateTime<Utc>> {
        self.0.fulfilled_recorded_at
    }

    /// Whether it was done in time but recorded only after it was due (补录).
    async fn recorded_late(&self, ctx: &Context<'_>) -> bool {
        recorded_late(&window_status::facts(&self.0, ctx.ledger().site.zone))
    }

    /// How many records of each kind fulfil it (所需次数).
    async fn required(&self) -> i32 {
        self.0.required
    }

    /// Its end before its time (提前终止).
    async fn ended(&self) -> Option<Ended> {
        let (on, how) = self.0.ended_on.zip(self.0.ended_as)?;
        Some(Ended { on: on.into(), how, reason: self.0.ended_reason.clone() })
    }

    /// The records that count for it (履职记录).
    async fn evidence(&self, ctx: &Context<'_>) -> Answer<Vec<Evidence>> {
        let rows = ctx.loaders().one(EvidenceOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Evidence).collect())
    }

    /// Why it is as it is, in words (说明).
    #[graphql(complexity = "child_complexity + 5")]
    async fn explain(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In this language instead of the reader's (语言).")] language: Option<Language>,
    ) -> Answer<Option<WindowExplanation>> {
        let key = ExplanationOf { window: self.0.id, language: language.unwrap_or_else(|| ctx.language()) };
        Ok(ctx.loaders().one(key).await?.map(WindowExplanation))
    }

    /// What was told about it to whom, as far as one may see it (通知).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn notices(&self, ctx: &Context<'_>) -> Answer<Vec<Notice>> {
        let rows = ctx.loaders().one(NoticesOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Notice::from).collect())
    }
}

/// The days from one day to another.
pub fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

/// The end of something before its time (提前终止).
#[derive(Clone, SimpleObject)]
pub struct Ended {
    /// The first day on which it was no longer owed (终止日期).
    pub on: Date,
    /// Whether it was superseded or excused (终止方式).
    #[graphql(name = "as")]
    pub how: EndedAs,
    /// Why (原因).
    pub reason: Option<String>,
}
