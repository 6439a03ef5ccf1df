//! Remediation plans (治理方案) in the API.

use async_graphql::{ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::ids::Noun;
use redline_entity::hazard_plan;

use crate::graphql::{date::Date, hazard::money::Yuan, id, participant::Participant};

/// A remediation plan with its five elements: person responsible, measures, funds, deadline, emergency plan (治理方案).
pub struct HazardPlan(pub hazard_plan::Model);

/// A remediation plan with its five elements: person responsible, measures, funds, deadline, emergency plan (治理方案).
#[Object]
impl HazardPlan {
    /// The identifier (编号).
    async fn id(&self) -> ID {
        id::give(Noun::HazardPlan, self.0.id)
    }

    /// From 1; the last one is in force (版本).
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
}
