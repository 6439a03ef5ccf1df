//! Escalation ladders (催办阶梯) in the API.

use async_graphql::SimpleObject;
use redline_domain::{
    Audience, Proposal,
    rulebook::{self, StepKind},
};

/// Who is told when, before and after the due date (催办阶梯).
#[derive(Clone, SimpleObject)]
pub struct Ladder {
    /// Its name (代码).
    code: String,
    /// Its steps, from the earliest to the last (步骤).
    steps: Vec<LadderStep>,
}

/// A step of a ladder (催办步骤).
#[derive(Clone, SimpleObject)]
pub struct LadderStep {
    /// Its kind (类别).
    kind: StepKind,
    /// Calendar days before the due date (提前天数).
    before: Option<u32>,
    /// Working days after the due date (逾期工作日).
    after: Option<u32>,
    /// Who is told (通知对象).
    to: Vec<Audience>,
    /// What is proposed to them (建议措施).
    proposes: Option<Proposal>,
}

impl From<&rulebook::Ladder> for Ladder {
    fn from(ladder: &rulebook::Ladder) -> Self {
        let step = |step: &rulebook::Step| LadderStep { kind: step.kind, before: step.before, after: step.after, to: step.to.clone(), proposes: step.proposes };
        Self { code: ladder.code.clone(), steps: ladder.steps.iter().map(step).collect() }
    }
}
