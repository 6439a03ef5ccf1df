//! Remediation plans (治理方案) in the API.

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{PlanConsent, ids::Noun};
use redline_entity::hazard_plan;

use crate::graphql::{ask::Ask, date::Date, hazard::money::Yuan, id, participant::Participant};

/// A remediation plan with its five elements: person responsible, measures, funds, deadline, emergency plan (治理方案).
pub struct HazardPlan(pub hazard_plan::Model);

impl HazardPlan {
    /// Of the versions of a plan, the one in force.
    pub fn in_force(plans: &[hazard_plan::Model]) -> Option<&hazard_plan::Model> {
        plans.iter().rfind(|plan| plan.consent.is_in_force())
    }
}

/// A remediation plan with its five elements: person responsible, measures, funds, deadline, emergency plan (治理方案).
#[Object]
impl HazardPlan {
    /// The identifier (编号).
    async fn id(&self) -> ID {
        id::give(Noun::HazardPlan, self.0.id)
    }

    /// From 1; of those in force the last one counts (版本).
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Who answers for it (责任人).
    async fn responsible(&self) -> &str {
        &self.0.responsible
    }

    /// What is to be done (措施).
    async fn measures(&self) -> &str {
        &self.0.measures
    }

    /// The money that is set aside for it (资金).
    async fn funding_yuan(&self) -> Yuan {
        Yuan(self.0.funding_yuan)
    }

    /// By when (期限). An extension granted since then is in the hazard's `deadlineOn`.
    async fn deadline_on(&self) -> Date {
        self.0.deadline_on.into()
    }

    /// What if it goes wrong meanwhile (应急预案).
    async fn emergency_plan(&self) -> &str {
        &self.0.emergency_plan
    }

    /// When it was submitted (提交日期).
    async fn submitted_on(&self) -> Date {
        self.0.submitted_on.into()
    }

    /// Who submitted it (提交人).
    async fn submitted_by(&self) -> Option<Participant> {
        self.0.submitted_by.map(|person| Participant::new(person, self.0.submitted_on))
    }

    /// When it was recorded (登记时间).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }

    /// Whether its deadline needs a supervisor's consent, and has it; only then is it in force (期限同意情况).
    async fn consent(&self) -> PlanConsent {
        self.0.consent
    }

    /// The same in words (期限同意情况说明).
    async fn consent_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.consent)
    }

    /// Who consented, or did not (答复人).
    async fn consent_by(&self) -> Option<Participant> {
        self.0.consent_by.map(|person| Participant::new(person, self.0.consent_on.unwrap_or(self.0.submitted_on)))
    }

    /// When that was decided, or lapsed (答复日期).
    async fn consent_on(&self) -> Option<Date> {
        self.0.consent_on.map(Date)
    }

    /// Why (答复理由).
    async fn consent_reason(&self) -> Option<&str> {
        self.0.consent_reason.as_deref()
    }
}
