//! No penalty (不予行政处罚) for what the enterprise found itself, clause 2.2.3: 对企业自查查出的重大事故隐患，已按规定报告并正在采取
//! 有效措施消除的，依法不予行政处罚. The notice names three conditions and measures none of them; measured here they are:
//!
//! 1. **self-found** (自查查出): recorded as found by a self-check, which only the enterprise's own people can record;
//! 2. **reported as required** (已按规定报告): told to the regulator by the end of the day on which rule E04 has it due, and before it was
//!    forced: not on or after the day of the inspection on which the penalty rests, since a report on that very day cannot be told
//!    from one that the visit prompted. A report that was entered here only on that day or later proves nothing, whichever earlier day
//!    it names. Where no inspection is cited, a report that stands by the day of the decision is in time;
//! 3. **being effectively removed** (正在采取有效措施消除): fixed on the spot, or under a plan whose deadline has not passed (the day itself
//!    still counts) or had not when acceptance was applied for, and acceptance was never refused. Where it is removed and accepted
//!    under the same conditions there is even less to punish.
//!
//! Whichever is missing, a penalty may be imposed; it never must. A penalty for an accident punishes the accident and not the
//! hazard, so the exemption does not reach it.

use chrono::NaiveDate;

use super::{CLAUSE, EnforcementBasis};
use crate::{FoundBy, HazardGrade, HazardState, Language, Refusal, Word, words};

words! {
    /// Why a hazard is not exempt from penalties (不符合不予处罚的情形).
    ExemptionGap {
        AccidentHappened = "ACCIDENT_HAPPENED", "已发生事故", "An accident has happened";
        NotMajor = "NOT_MAJOR", "未判定为重大隐患", "It is not graded as a major hazard";
        NotSelfFound = "NOT_SELF_FOUND", "不是企业自查发现", "The enterprise did not find it itself";
        NotReported = "NOT_REPORTED", "未向监管部门报告", "It was not reported to the regulator";
        ReportedLate = "REPORTED_LATE", "超过规定期限才报告", "It was reported after the day on which that was due";
        ReportedAfterInspection = "REPORTED_AFTER_INSPECTION", "执法检查当天或之后才报告", "It was reported on the day of the inspection or later";
        NoMeasures = "NO_MEASURES", "没有当场整改，也没有治理方案", "It was neither fixed on the spot nor is there a plan";
        DeadlinePassed = "DEADLINE_PASSED", "整改期限已过", "The deadline of the rectification has passed";
        AcceptanceRefused = "ACCEPTANCE_REFUSED", "验收不通过", "Its acceptance was refused";
    }
}

/// What decides on a penalty for a hazard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HazardFacts {
    /// Its grade.
    pub grade: Option<HazardGrade>,
    /// How it was found.
    pub found_by: FoundBy,
    /// Where it is in the loop.
    pub state: HazardState,
    /// When its regulator was told.
    pub told_on: Option<NaiveDate>,
    /// When that was recorded.
    pub told_recorded_on: Option<NaiveDate>,
    /// The day by whose end its regulator was to be told; none where the rulebook sets none.
    pub report_due_on: Option<NaiveDate>,
    /// The day by whose end it is to be rectified.
    pub deadline_on: Option<NaiveDate>,
    /// When acceptance was applied for.
    pub applied_on: Option<NaiveDate>,
    /// How often acceptance was refused.
    pub rejections: i32,
}

/// A penalty that is considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Considered {
    /// What it is for.
    pub basis: EnforcementBasis,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// The day of the inspection on which it rests.
    pub inspected_on: Option<NaiveDate>,
}

/// Which conditions of the exemption are missing; none: the hazard is exempt.
pub fn gaps(hazard: &HazardFacts, penalty: &Considered) -> Vec<ExemptionGap> {
    let told = match hazard.told_on {
        None => Some(ExemptionGap::NotReported),
        Some(told) if told > penalty.decided_on => Some(ExemptionGap::NotReported),
        Some(told) if hazard.report_due_on.is_some_and(|due| told > due) => Some(ExemptionGap::ReportedLate),
        Some(told) if penalty.inspected_on.is_some_and(|inspected| hazard.told_recorded_on.unwrap_or(told).max(told) >= inspected) => {
            Some(ExemptionGap::ReportedAfterInspection)
        }
        Some(_) => None,
    };
    let measures = match hazard.state {
        HazardState::Reported | HazardState::Graded => false,
        HazardState::Planned | HazardState::Rectifying => hazard.deadline_on.is_some(),
        HazardState::FixedOnSpot | HazardState::AwaitingAcceptance | HazardState::Closed => true,
    };
    // What was done by the deadline and only waits for others is not late.
    let reached = hazard.applied_on.map_or(penalty.decided_on, |applied| applied.min(penalty.decided_on));
    let late = hazard.deadline_on.is_some_and(|deadline| reached > deadline);
    let missing = |is_missing: bool, gap| is_missing.then_some(gap);
    [
        missing(penalty.basis == EnforcementBasis::Accident, ExemptionGap::AccidentHappened),
        missing(hazard.grade != Some(HazardGrade::Major), ExemptionGap::NotMajor),
        missing(hazard.found_by != FoundBy::SelfCheck, ExemptionGap::NotSelfFound),
        told,
        missing(!measures, ExemptionGap::NoMeasures),
        missing(measures && late, ExemptionGap::DeadlinePassed),
        missing(hazard.rejections > 0, ExemptionGap::AcceptanceRefused),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether the major hazard is still there though its deadline has passed: then each penalty for it is a paired one (一案双罚),
/// whatever reason it names.
pub fn is_overdue(hazard: &HazardFacts, decided_on: NaiveDate) -> bool {
    let open = matches!(hazard.state, HazardState::Planned | HazardState::Rectifying);
    open && hazard.grade == Some(HazardGrade::Major) && hazard.deadline_on.is_some_and(|deadline| decided_on > deadline)
}

/// Whether "rectification failed" (整治不力致重大隐患依然存在) can be the reason of a measure: the hazard is major, it is still there, and there
/// is no plan, or its deadline has passed, or its acceptance was refused.
///
/// # Errors
/// `RECTIFICATION_NOT_FAILED`.
pub fn check_failed(hazard: &HazardFacts, penalty: &Considered) -> Result<(), Refusal> {
    let failed = |gap: &ExemptionGap| matches!(gap, ExemptionGap::NoMeasures | ExemptionGap::DeadlinePassed | ExemptionGap::AcceptanceRefused);
    let there = hazard.grade == Some(HazardGrade::Major) && !matches!(hazard.state, HazardState::Closed | HazardState::AwaitingAcceptance);
    if penalty.basis != EnforcementBasis::RectificationFailed || there && gaps(hazard, penalty).iter().any(failed) {
        return Ok(());
    }
    let zh = "“整治不力致重大隐患依然存在”应针对尚未整改的重大隐患，且没有治理方案、整改期限已过或验收不通过；该隐患不符合，请改选其他事由。";
    let en = "This reason is for a major hazard that is still there without a plan, past its deadline, or after its acceptance was refused. This one is not; choose another reason.";
    Err(Refusal::new("RECTIFICATION_NOT_FAILED", zh, en).field("basis").clause(CLAUSE))
}

/// Whether a penalty may be imposed for a hazard; the answer says by which gaps of the exemption.
///
/// # Errors
/// `NO_PENALTY_FOR_SELF_FOUND`.
pub fn penalty_on_hazard(hazard: &HazardFacts, penalty: &Considered) -> Result<Vec<ExemptionGap>, Refusal> {
    let gaps = gaps(hazard, penalty);
    if !gaps.is_empty() {
        return Ok(gaps);
    }
    let told = hazard.told_on.map(|on| on.to_string()).unwrap_or_default();
    let (removing_zh, removing_en) = match (hazard.state, hazard.deadline_on) {
        (HazardState::Closed, _) => ("已整改销号".to_owned(), "has removed it, which was accepted".to_owned()),
        (HazardState::AwaitingAcceptance, _) => ("已整改、正在等待验收".to_owned(), "has removed it and awaits acceptance".to_owned()),
        (_, Some(deadline)) => {
            (format!("正在按治理方案整改（期限{deadline}，未逾期）"), format!("is removing it by a plan whose deadline, {deadline}, has not passed"))
        }
        (_, None) => ("已当场整改".to_owned(), "has fixed it on the spot".to_owned()),
    };
    let zh = format!(
        "该重大隐患由企业自查发现，已于{told}按规定报告，{removing_zh}，依法不予行政处罚。可以责令限期改正；企业整改逾期、验收不通过或发生事故的，可以处罚。"
    );
    let en = format!(
        "The enterprise found this major hazard itself, reported it as required on {told} and {removing_en}: by the notice no penalty is imposed. \
         An order to correct is possible; so is a penalty if the deadline passes, acceptance is refused or an accident happens."
    );
    Err(Refusal::new("NO_PENALTY_FOR_SELF_FOUND", zh, en).field("hazardId").clause(CLAUSE))
}

/// Why a penalty may be imposed, in words.
pub fn in_words(gaps: &[ExemptionGap], language: Language) -> String {
    let listed = |separator: &str| gaps.iter().map(|gap| gap.label(language)).collect::<Vec<_>>().join(separator);
    match language {
        Language::Zh => format!("可以处罚，不符合“依法不予行政处罚”的条件：{}。", listed("；")),
        Language::En => format!("A penalty may be imposed; the exemption does not hold: {}.", listed("; ")),
    }
}

#[cfg(test)]
mod tests;
