//! Rules (条款) in the API.

use std::{ops::Deref, sync::Arc};

use async_graphql::{Context, Enum, Object, SimpleObject};
use redline_domain::{
    ActivityKind, InspectionKind, InspectionScope, Language, OrganizationKind, Period, RecordKind, ReportKind, ResponsibilityListKind, Trait,
    rulebook::{self, Cadence, Evidence, Trigger},
};
use redline_ledger::Site;

use crate::graphql::{
    ask::Ask,
    date::Date,
    ladder::Ladder,
    words::{cadence_in_words, pick},
};

/// A rule (条款) of the rulebook by which the campaign runs.
#[derive(Clone)]
pub struct Rule {
    site: Arc<Site>,
    at: usize,
}

impl Rule {
    /// All rules, in the order of the rulebook.
    pub fn all(ctx: &Context<'_>) -> Vec<Self> {
        let site = &ctx.ledger().site;
        (0..site.rulebook.rules.len()).map(|at| Self { site: Arc::clone(site), at }).collect()
    }

    /// The rule of a code; none for one of an earlier rulebook.
    pub fn of(ctx: &Context<'_>, code: &str) -> Option<Self> {
        let site = &ctx.ledger().site;
        site.rulebook.rules.iter().position(|rule| rule.code == code).map(|at| Self { site: Arc::clone(site), at })
    }
}

impl Deref for Rule {
    type Target = rulebook::Rule;

    fn deref(&self) -> &rulebook::Rule {
        &self.site.rulebook.rules[self.at]
    }
}

/// A rule (条款): what is asked of whom, how often, by when.
#[Object]
impl Rule {
    /// Its code (代码), e.g. `E05`.
    async fn code(&self) -> &str {
        &self.deref().code
    }

    /// What is asked, in a few words (名称).
    async fn title(&self, ctx: &Context<'_>, #[graphql(desc = "In this language instead of the reader's (语言).")] language: Option<Language>) -> &str {
        pick(&self.deref().title, language.unwrap_or_else(|| ctx.language()))
    }

    /// What to do to fulfil it, in a sentence (怎么做).
    async fn action(&self, ctx: &Context<'_>, #[graphql(desc = "In this language instead of the reader's (语言).")] language: Option<Language>) -> &str {
        pick(&self.deref().action, language.unwrap_or_else(|| ctx.language()))
    }

    /// The paths of its clauses in the notice (条款), e.g. `2.1.1` for 二(一)1.
    async fn clauses(&self) -> &[String] {
        &self.deref().clauses
    }

    /// The notice's own words, verbatim (原文).
    async fn quote(&self) -> &str {
        &self.deref().quote
    }

    /// The kind of organization that it applies to (适用单位).
    async fn applies_to(&self) -> OrganizationKind {
        self.applies.kind
    }

    /// Only organizations with one of these traits; empty: all (适用特征).
    async fn any_trait(&self) -> &[Trait] {
        &self.applies.any_trait
    }

    /// How often and by when (周期).
    async fn cadence(&self, ctx: &Context<'_>) -> RuleCadence {
        RuleCadence::new(&self.deref().cadence, ctx.language())
    }

    /// What fulfils it: a record for each of these. Empty for a standing rule (履职凭证).
    async fn evidence(&self) -> Vec<RequiredEvidence> {
        self.deref().evidence.iter().map(RequiredEvidence::from).collect()
    }

    /// The ladder that an open window of it climbs (催办阶梯).
    async fn ladder(&self) -> Option<Ladder> {
        self.deref().ladder.as_deref().and_then(|code| self.site.rulebook.ladder(code)).map(Ladder::from)
    }
}

/// How a rule recurs (周期类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum CadenceKind {
    /// Every calendar period (每周期).
    Every,
    /// Once for each of its dates (一次).
    Once,
    /// Once in each phase (每阶段).
    EachPhase,
    /// When something happens (触发).
    Event,
    /// Always, without a window (长期).
    Standing,
}

impl CadenceKind {
    /// How a rule recurs.
    pub fn of(cadence: &Cadence) -> Self {
        match cadence {
            Cadence::Every { .. } => Self::Every,
            Cadence::Once { .. } => Self::Once,
            Cadence::EachPhase => Self::EachPhase,
            Cadence::Event { .. } => Self::Event,
            Cadence::Standing => Self::Standing,
        }
    }
}

/// How often a rule is owed and by when (周期).
#[derive(Clone, SimpleObject)]
pub struct RuleCadence {
    /// How it recurs (类型).
    kind: CadenceKind,
    /// The same in words (说明).
    words: String,
    /// The period (周期).
    period: Option<Period>,
    /// The period for high-hazard enterprises, where it differs (高危行业领域周期).
    high_hazard_period: Option<Period>,
    /// The day of the month after the period by which it is due, where that is not the period's last day (次月截止日).
    due_day_of_next_month: Option<u32>,
    /// The dates, for what is owed once (日期).
    dates: Vec<OnceDate>,
    /// What starts it (触发事件).
    trigger: Option<Trigger>,
    /// Within how many days of it (期限天数).
    days: Option<u32>,
}

/// A date by which something is owed once (日期).
#[derive(Clone, SimpleObject)]
pub struct OnceDate {
    /// The first day; none: the first day of the duty (起始日期).
    opens_on: Option<Date>,
    /// The last day (截止日期).
    by: Date,
}

impl RuleCadence {
    fn new(cadence: &Cadence, language: Language) -> Self {
        let kind = CadenceKind::of(cadence);
        let base = Self {
            kind,
            words: cadence_in_words(cadence, language),
            period: None,
            high_hazard_period: None,
            due_day_of_next_month: None,
            dates: Vec::new(),
            trigger: None,
            days: None,
        };
        match cadence {
            Cadence::Every { period, high_hazard, due_day_of_next_month } => {
                Self { period: Some(*period), high_hazard_period: *high_hazard, due_day_of_next_month: *due_day_of_next_month, ..base }
            }
            Cadence::Once { dates } => {
                Self { dates: dates.iter().map(|date| OnceDate { opens_on: date.opens_on.map(Date), by: date.by.into() }).collect(), ..base }
            }
            Cadence::Event { on, days } => Self { trigger: Some(*on), days: *days, ..base },
            Cadence::EachPhase | Cadence::Standing => base,
        }
    }
}

/// A kind of record that must be there (履职凭证).
#[derive(Clone, Default, SimpleObject)]
pub struct RequiredEvidence {
    /// What kind of record (记录类别).
    record: Option<RecordKind>,
    /// An inspection of one of these kinds (检查类别).
    inspection_kinds: Vec<InspectionKind>,
    /// An inspection that covers this (检查范围).
    scope: Option<InspectionScope>,
    /// Led by the head in office on that day (主要负责人带队).
    led_by_head: bool,
    /// An inspection that cites the accident alert (引用事故警示).
    cites_alert: bool,
    /// The inspections must together name every contract in force (覆盖每份合同).
    covers_every_contract: bool,
    /// An activity of this kind (活动类别).
    activity_kind: Option<ActivityKind>,
    /// The activities must together name every enterprise of the unit's sectors (覆盖全部企业).
    names_every_enterprise: bool,
    /// A report of this kind (报告类别).
    report_kind: Option<ReportKind>,
    /// A list of this kind, all posts assigned and acknowledged (责任清单类别).
    list_kind: Option<ResponsibilityListKind>,
    /// With at least this many posts (最少岗位数).
    min_positions: Option<u32>,
    /// One list for each deputy head (每名分管负责人一份).
    per_deputy: bool,
}

impl From<&Evidence> for RequiredEvidence {
    fn from(evidence: &Evidence) -> Self {
        let of = |record| Self { record: Some(record), ..Self::default() };
        match evidence {
            Evidence::Inspection { kinds, scope, led_by_head, covers_every_contract, cites_alert, .. } => Self {
                inspection_kinds: kinds.clone(),
                scope: *scope,
                led_by_head: *led_by_head,
                covers_every_contract: *covers_every_contract,
                cites_alert: *cites_alert,
                ..of(RecordKind::Inspection)
            },
            Evidence::Drill {} => of(RecordKind::Drill),
            Evidence::Activity { kind, led_by_head, names_every_enterprise } => {
                Self { activity_kind: Some(*kind), led_by_head: *led_by_head, names_every_enterprise: *names_every_enterprise, ..of(RecordKind::Activity) }
            }
            Evidence::Report { kind } => Self { report_kind: Some(*kind), ..of(RecordKind::Report) },
            Evidence::ResponsibilityList { kind, min_positions, per_deputy } => {
                Self { list_kind: Some(*kind), min_positions: *min_positions, per_deputy: *per_deputy, ..of(RecordKind::ResponsibilityList) }
            }
            Evidence::HazardPlan {} | Evidence::HazardReport {} => of(RecordKind::Hazard),
            Evidence::OnDuty {} => of(RecordKind::OnDuty),
        }
    }
}
