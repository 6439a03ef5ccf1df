//! The rulebook (方案) as it is read from its TOML file: a campaign as data. The file is read by
//! [`Rulebook::parse`], which checks it; serde is for keeping and sending a checked rulebook as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{ActivityKind, Audience, InspectionKind, InspectionScope, OrganizationKind, Period, ReportKind, ResponsibilityListKind, Sector, Trait, words};

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in a language.
    pub fn in_language(&self, language: crate::Language) -> &str {
        match language {
            crate::Language::Zh => &self.zh,
            crate::Language::En => &self.en,
        }
    }
}

/// A campaign as data: phases, sectors, rules, ladders and settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// The name by which it is referred to, e.g. `wushenzhao-2023`.
    pub code: String,
    /// The title of the campaign.
    pub title: Text,
    /// The first day of the action (included).
    pub begins_on: NaiveDate,
    /// The last day of the action (included).
    pub ends_on: NaiveDate,
    /// The numbers that the notice leaves to the office.
    pub settings: Settings,
    /// The phases (阶段), in order; each begins on the day after the one before ends.
    #[serde(rename = "phase")]
    pub phases: Vec<Phase>,
    /// The sectors (行业领域).
    #[serde(rename = "sector")]
    pub sectors: Vec<SectorEntry>,
    /// The escalation ladders.
    #[serde(rename = "ladder")]
    pub ladders: Vec<Ladder>,
    /// The rules (条款).
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

/// The numbers that the notice leaves to the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A period already under way when a duty begins counts if at least this many of its days remain, the first day included. Weeks always count.
    pub min_days_of_begun_period: u32,
    /// Who joins late has at least this many days for each once-duty, the first day included.
    pub min_days_for_late_joiner: u32,
    /// A window is DUE_SOON from this many days before it is due.
    pub due_soon_days: u32,
    /// The hour of the morning at which mail goes out, unless the person chose another.
    pub morning_hour: u32,
    /// A certificate that nears its end is told of this many days before its last valid day, falling.
    pub certificate_days: Vec<u32>,
    /// The deadlines of the hazard's closed loop.
    pub hazard: HazardSettings,
}

/// The deadlines of the hazard's closed loop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HazardSettings {
    /// A major hazard is checked for acceptance within this many days of the application.
    pub acceptance_days: u32,
    /// The ladder that an overdue hazard climbs.
    pub ladder: String,
    /// A plan whose deadline lies more than this many days after the grading needs a supervisor's consent.
    pub plan_days: u32,
}

/// A phase (阶段) of the action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its code, e.g. `mobilise`.
    pub code: String,
    /// Its title.
    pub title: Text,
    /// Its last day (included).
    pub until: NaiveDate,
}

/// A sector that the rulebook covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorEntry {
    /// Which sector.
    pub code: Sector,
    /// Whether the notice counts it as high-hazard (高危行业领域).
    #[serde(default)]
    pub high_hazard: bool,
}

/// An escalation ladder: who is told when, before and after the due date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// The name by which rules refer to it.
    pub code: String,
    /// The steps, from the earliest to the last.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

words! {
    /// What kind of step of the ladder (催办步骤) it is, and so which mail it sends.
    StepKind {
        Remind = "REMIND", "到期提醒", "Reminder";
        Overdue = "OVERDUE", "逾期通知", "Overdue";
        EscalateSupervisors = "ESCALATE_SUPERVISORS", "上报属地和行业监管", "Escalation to village and regulator";
        EscalateOffice = "ESCALATE_OFFICE", "上报镇安委办", "Escalation to the safety office";
        EscalateDiscipline = "ESCALATE_DISCIPLINE", "上报纪委监察办", "Escalation to the discipline office";
    }
}

words! {
    /// What a step of the ladder proposes to the body that it tells (建议措施).
    Proposal {
        Supervision = "SUPERVISION", "挂牌督办", "Supervised rectification";
        Interview = "INTERVIEW", "约谈", "Interview";
    }
}

/// One step of a ladder. Exactly one of `before` and `after` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its kind.
    pub kind: StepKind,
    /// Calendar days before the due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<u32>,
    /// Working days after the due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u32>,
    /// Who is told.
    pub to: Vec<Audience>,
    /// What is proposed to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposes: Option<Proposal>,
}

/// A rule (条款): what is asked of whom, how often, by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its code, e.g. `E05`.
    pub code: String,
    /// The paths of the clauses in the notice, e.g. `["2.1.1"]` for 二(一)1.
    pub clauses: Vec<String>,
    /// What is asked, in a few words.
    pub title: Text,
    /// What to do to fulfil it, in a sentence, for mails and pages.
    pub action: Text,
    /// The notice's own words, verbatim.
    pub quote: String,
    /// To whom it applies.
    pub applies: Applies,
    /// How often and by when.
    pub cadence: Cadence,
    /// What fulfils it: a record for each of the entries. Empty for a standing rule.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// The ladder that an open window of it climbs; none for a standing rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ladder: Option<String>,
}

/// To whom a rule applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applies {
    /// The kind of organization.
    pub kind: OrganizationKind,
    /// Only to organizations with at least one of these traits; empty: to all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any_trait: Vec<Trait>,
}

/// How often a rule is owed and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Cadence {
    /// Every calendar period.
    Every {
        /// The period.
        period: Period,
        /// The period for high-hazard enterprises, where it differs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high_hazard: Option<Period>,
        /// The day of the month after the period by which it is due; none: the period's last day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due_day_of_next_month: Option<u32>,
    },
    /// Once for each of the dates.
    Once {
        /// The dates, in order.
        dates: Vec<OnceDate>,
    },
    /// Once in each phase of the action.
    EachPhase,
    /// When something happens.
    Event {
        /// What happens.
        on: Trigger,
        /// Within how many days of it; none: on the days that the event names.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
    },
    /// Always, without a window.
    Standing,
}

/// One date of a once-duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnceDate {
    /// The first day, where the rule names one; none: the first day of the duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_on: Option<NaiveDate>,
    /// The last day.
    pub by: NaiveDate,
}

words! {
    /// What starts an event duty (触发事件).
    Trigger {
        MajorHazardGraded = "MAJOR_HAZARD_GRADED", "判定为重大隐患", "A hazard is graded major";
        AccidentAlert = "ACCIDENT_ALERT", "事故警示", "An accident alert is issued";
        KeyPeriod = "KEY_PERIOD", "关键时间节点", "A key period begins";
    }
}

/// One kind of record that must be there, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case", deny_unknown_fields)]
pub enum Evidence {
    /// A signed inspection (检查).
    Inspection {
        /// Of one of these kinds.
        kinds: Vec<InspectionKind>,
        /// Covering this scope.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scope: Option<InspectionScope>,
        /// Led by the head in office on that day.
        #[serde(default)]
        led_by_head: bool,
        /// The share of the enterprises seen is shown beside it.
        #[serde(default)]
        coverage_shown: bool,
        /// Only an inspection that cites the accident alert.
        #[serde(default)]
        cites_alert: bool,
        /// The inspections must together name every contract that is in force.
        #[serde(default)]
        covers_every_contract: bool,
    },
    /// A drill (演练) with its review.
    Drill {},
    /// An activity (活动).
    Activity {
        /// Of this kind.
        kind: ActivityKind,
        /// Led by the head in office on that day.
        #[serde(default)]
        led_by_head: bool,
        /// The activities must together name every enterprise of the unit's sectors.
        #[serde(default)]
        names_every_enterprise: bool,
    },
    /// A report (报告), submitted for the window's period.
    Report {
        /// Of this kind.
        kind: ReportKind,
    },
    /// A responsibility list (责任清单) whose positions are all assigned and acknowledged.
    ResponsibilityList {
        /// Of this kind.
        kind: ResponsibilityListKind,
        /// At least this many positions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_positions: Option<u32>,
        /// One list for each deputy head.
        #[serde(default)]
        per_deputy: bool,
    },
    /// A remediation plan (治理方案) of the hazard, with its five elements.
    HazardPlan {},
    /// The report of the hazard to its regulator.
    HazardReport {},
    /// An on-duty record (在岗值守) for each day of the key period.
    OnDuty {},
}
