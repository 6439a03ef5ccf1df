//! The closed loop (闭环) of a hazard: REPORTED → GRADED → (FIXED_ON_SPOT | PLANNED → RECTIFYING) → AWAITING_ACCEPTANCE → CLOSED,
//! and back to RECTIFYING when acceptance fails. Only an acceptance closes: no penalty does (严禁以罚代管), and no grading says
//! that there was no hazard.

use uuid::Uuid;

use super::{HazardGrade, HazardState};
use crate::{Language, Refusal, Word, words};

mod plan;

pub use plan::{CompletePlan, PlanElements, check_revised_deadline, consent_needed, latest_deadline};

words! {
    /// A step (步骤) in the life of a hazard.
    HazardStep {
        Grade = "GRADE", "判定级别", "Grade";
        FixOnSpot = "FIX_ON_SPOT", "当场整改", "Fix on the spot";
        Plan = "PLAN", "制定治理方案", "Plan the rectification";
        Progress = "PROGRESS", "登记整改进展", "Record progress";
        Apply = "APPLY", "申请验收", "Apply for acceptance";
        Accept = "ACCEPT", "验收通过", "Accept";
        Reject = "REJECT", "验收不通过", "Refuse acceptance";
    }
}

/// The state after a step, or why the step cannot be taken in that state.
///
/// Grading again is possible until a hazard is closed, and leaves it where it is. A plan may be revised, and a hazard whose fix
/// on the spot was not accepted gets the plan that it still lacks. The first progress starts the rectification.
///
/// # Errors
/// `BAD_HAZARD_STEP`, naming the state and what can be done in it.
pub fn after(state: HazardState, step: HazardStep) -> Result<HazardState, Refusal> {
    next(state, step).ok_or_else(|| {
        let possible: Vec<HazardStep> = HazardStep::ALL.iter().copied().filter(|&step| next(state, step).is_some()).collect();
        let listed = |language: Language, separator: &str| possible.iter().map(|step| step.label(language)).collect::<Vec<_>>().join(separator);
        let (can_zh, can_en) = match possible.is_empty() {
            true => ("已办结，如再次发现应另行上报".to_owned(), "its life is over; found again, it is reported as a new one".to_owned()),
            false => (format!("现在可以：{}", listed(Language::Zh, "、")), format!("what can be done now: {}", listed(Language::En, ", "))),
        };
        let zh = format!("隐患处于“{}”状态，不能“{}”；{can_zh}。", state.zh(), step.zh());
        let en = format!("The hazard is in the state \"{}\", in which this cannot be done: {}; {can_en}.", state.en(), step.en());
        Refusal::new("BAD_HAZARD_STEP", zh, en).clause("2.1.1")
    })
}

fn next(state: HazardState, step: HazardStep) -> Option<HazardState> {
    use HazardState as S;
    Some(match (state, step) {
        (S::Closed, _) => return None,
        (S::Reported, HazardStep::Grade) => S::Graded,
        (open, HazardStep::Grade) => open,
        (S::Graded, HazardStep::FixOnSpot) => S::FixedOnSpot,
        (S::Graded | S::Planned, HazardStep::Plan) => S::Planned,
        (S::Rectifying, HazardStep::Plan) | (S::Planned | S::Rectifying, HazardStep::Progress) => S::Rectifying,
        (S::FixedOnSpot | S::Rectifying, HazardStep::Apply) => S::AwaitingAcceptance,
        (S::AwaitingAcceptance, HazardStep::Accept) => S::Closed,
        (S::AwaitingAcceptance, HazardStep::Reject) => S::Rectifying,
        _ => return None,
    })
}

/// A grading (判定) as it is asked for. It says general or major; that there is no hazard at all, it cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grading<'a> {
    /// The grade so far, if there is one.
    pub previous: Option<HazardGrade>,
    /// The grade asked for.
    pub grade: HazardGrade,
    /// Whether a criterion (判定标准) is cited.
    pub by_criterion: bool,
    /// Whether it is made by a supervisor: a regulator of the enterprise or the safety office.
    pub by_supervisor: bool,
    /// The reason given.
    pub reason: &'a str,
}

impl Grading<'_> {
    /// Whether the grading may stand. Major is what a criterion says, or a supervisor with a reason; back from major to general
    /// leads only a supervisor with a reason, or enterprises would grade their duties away.
    ///
    /// # Errors
    /// `GRADING_NEEDS_CRITERION`, `GRADING_NEEDS_SUPERVISOR` or `GRADING_NEEDS_REASON`.
    pub fn check(&self) -> Result<(), Refusal> {
        let reasoned = !self.reason.trim().is_empty();
        let needs_reason = |zh: &str, en: &str| Err(Refusal::new("GRADING_NEEDS_REASON", zh, en).field("reason").clause("2.1.1"));
        match (self.previous, self.grade) {
            (_, HazardGrade::Major) if self.by_criterion || self.by_supervisor && reasoned => Ok(()),
            (_, HazardGrade::Major) if self.by_supervisor => {
                needs_reason("判定为重大隐患应引用判定标准，或写明理由。", "To grade it major, cite a criterion or give the reason.")
            }
            (_, HazardGrade::Major) => {
                let zh = "判定为重大隐患应引用判定标准；没有对应标准的，由行业监管单位或镇安委办写明理由判定。";
                let en = "To grade it major, cite a criterion; where none fits, a regulator or the safety office grades it and gives the reason.";
                Err(Refusal::new("GRADING_NEEDS_CRITERION", zh, en).field("criterion").clause("2.1.1"))
            }
            (Some(HazardGrade::Major), HazardGrade::General) if !self.by_supervisor => {
                let zh = "重大隐患只能由行业监管单位或镇安委办写明理由改判为一般隐患。";
                let en = "Only a regulator or the safety office may grade a major hazard down to general, giving the reason.";
                Err(Refusal::new("GRADING_NEEDS_SUPERVISOR", zh, en).field("grade").clause("2.1.1"))
            }
            (Some(HazardGrade::Major), HazardGrade::General) if !reasoned => {
                needs_reason("将重大隐患改判为一般隐患应写明理由。", "To grade a major hazard down to general, give the reason.")
            }
            (_, HazardGrade::General) => Ok(()),
        }
    }
}

/// Whether somebody may accept (验收) or refuse to accept a hazard. Whether he may accept hazards of that organization at all is
/// for [`crate::permission`]; `is_supervisor` says that he does so as a regulator or for the safety office.
///
/// # Errors
/// `ACCEPTER_RECTIFIED` if he has taken part in the rectification, `ACCEPTER_NOT_SUPERVISOR` for a major hazard.
pub fn check_acceptance(grade: HazardGrade, rectified_by: &[Uuid], accepter: Uuid, is_supervisor: bool) -> Result<(), Refusal> {
    if rectified_by.contains(&accepter) {
        let zh = "整改人不能验收自己整改的隐患，应由未参与整改的人员验收。";
        let en = "Who rectified a hazard may not accept it; right would be somebody who took no part in the rectification.";
        return Err(Refusal::new("ACCEPTER_RECTIFIED", zh, en).clause("2.1.1"));
    }
    if grade == HazardGrade::Major && !is_supervisor {
        let zh = "重大隐患应由行业监管单位或镇安委办验收。";
        let en = "A major hazard is accepted by a regulator of the enterprise or by the safety office.";
        return Err(Refusal::new("ACCEPTER_NOT_SUPERVISOR", zh, en).clause("2.1.1"));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
