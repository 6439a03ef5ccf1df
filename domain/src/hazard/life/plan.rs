//! The remediation plan (治理方案) and its five elements (责任人、措施、资金、期限、应急预案), clause 2.1.1.

use chrono::{Days, NaiveDate};

use crate::{Refusal, hazard::measures::PlanConsent};

const CLAUSE: &str = "2.1.1";

/// A plan as it is handed in; any element may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanElements {
    /// The person responsible (责任人), by name.
    pub responsible: String,
    /// The measures (措施).
    pub measures: String,
    /// The funds (资金), in yuan. 0 is an answer, none is not.
    pub funding_yuan: Option<i64>,
    /// The deadline (期限).
    pub deadline: Option<NaiveDate>,
    /// The emergency plan (应急预案) until it is rectified.
    pub emergency_plan: String,
}

/// A plan that has all five elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletePlan {
    /// The person responsible (责任人).
    pub responsible: String,
    /// The measures (措施).
    pub measures: String,
    /// The funds (资金), in yuan.
    pub funding_yuan: i64,
    /// The deadline (期限).
    pub deadline: NaiveDate,
    /// The emergency plan (应急预案).
    pub emergency_plan: String,
}

impl PlanElements {
    /// The complete plan, made on a day. Of a revised plan the day is that of the first one, so that an overdue plan can be revised.
    ///
    /// # Errors
    /// All that is wrong at once: `PLAN_ELEMENT_MISSING` for each missing element, `PLAN_FUNDING_NEGATIVE`, `PLAN_DEADLINE_PAST`.
    pub fn check(&self, planned_on: NaiveDate) -> Result<CompletePlan, Vec<Refusal>> {
        let responsible = written(&self.responsible, "responsible", "责任人", "the person responsible");
        let measures = written(&self.measures, "measures", "措施", "the measures");
        let funding_yuan = given(self.funding_yuan, "fundingYuan", "资金（不需要资金的填0）", "the funds (0 if none are needed)").and_then(|yuan| {
            let zh = format!("治理方案的资金不能为负（{yuan}元），应为0或以上。");
            let en = format!("The plan's funds cannot be negative ({yuan} yuan); right would be 0 or more.");
            if yuan >= 0 { Ok(yuan) } else { Err(Refusal::new("PLAN_FUNDING_NEGATIVE", zh, en).field("plan.fundingYuan").clause(CLAUSE)) }
        });
        let deadline = given(self.deadline, "deadline", "期限", "the deadline").and_then(|deadline| {
            let zh = format!("治理方案的期限（{deadline}）早于制定日，应为{planned_on}或以后。");
            let en = format!("The plan's deadline ({deadline}) lies before the day of planning; right would be {planned_on} or later.");
            if deadline >= planned_on { Ok(deadline) } else { Err(Refusal::new("PLAN_DEADLINE_PAST", zh, en).field("plan.deadline").clause(CLAUSE)) }
        });
        let emergency_plan = written(&self.emergency_plan, "emergencyPlan", "应急预案", "the emergency plan");
        match (responsible, measures, funding_yuan, deadline, emergency_plan) {
            (Ok(responsible), Ok(measures), Ok(funding_yuan), Ok(deadline), Ok(emergency_plan)) => {
                Ok(CompletePlan { responsible, measures, funding_yuan, deadline, emergency_plan })
            }
            (responsible, measures, funding_yuan, deadline, emergency_plan) => {
                Err([responsible.err(), measures.err(), funding_yuan.err(), deadline.err(), emergency_plan.err()].into_iter().flatten().collect())
            }
        }
    }
}

/// Whether a revised plan keeps the deadline that is in force: earlier is welcome, later is an extension (延期), which the safety
/// office grants and nobody gives himself by a new plan.
///
/// # Errors
/// `PLAN_DEADLINE_LATER`.
pub fn check_revised_deadline(in_force: NaiveDate, revised: NaiveDate) -> Result<(), Refusal> {
    if revised <= in_force {
        return Ok(());
    }
    let zh = format!("修订方案不能推迟期限（现为{in_force}），需要推迟的应申请延期。");
    let en = format!("A revised plan cannot move the deadline of {in_force} to a later day; right would be to request an extension.");
    Err(Refusal::new("PLAN_DEADLINE_LATER", zh, en).field("plan.deadline").clause(CLAUSE))
}

/// The last day that a plan may name as its deadline without a supervisor's consent.
pub fn latest_deadline(graded_on: NaiveDate, plan_days: u32) -> NaiveDate {
    graded_on.checked_add_days(Days::new(plan_days.into())).unwrap_or(NaiveDate::MAX)
}

/// Whether a plan needs a supervisor's consent (同意) to be in force. Of a revised plan none is asked for: its deadline is not
/// later than that in force, which was consented to or granted.
pub fn consent_needed(deadline: NaiveDate, latest: NaiveDate, revised: bool) -> PlanConsent {
    if revised || deadline <= latest { PlanConsent::NotNeeded } else { PlanConsent::Asked }
}

fn written(text: &str, field: &str, zh: &str, en: &str) -> Result<String, Refusal> {
    let text = text.trim();
    given((!text.is_empty()).then(|| text.to_owned()), field, zh, en)
}

fn given<T>(element: Option<T>, field: &str, zh: &str, en: &str) -> Result<T, Refusal> {
    element.ok_or_else(|| {
        Refusal::new("PLAN_ELEMENT_MISSING", format!("治理方案缺少{zh}。"), format!("The plan lacks {en}.")).field(format!("plan.{field}")).clause(CLAUSE)
    })
}
