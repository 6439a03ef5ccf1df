//! The paired penalty (一案双罚), clause 2.2.3: where rectification failed and the major hazard is still there, or an accident happened,
//! the enterprise and its head are both penalised. The two are one case: recorded together, linked, and withdrawn together.

use super::{CLAUSE, EnforcementBasis, EnforcementKind, Fen, check_amount};
use crate::{Refusal, Word};

/// What is imposed on the enterprise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PenaltyTerms {
    /// What it is.
    pub kind: EnforcementKind,
    /// What it is for.
    pub basis: EnforcementBasis,
    /// Whether the major hazard for which it is imposed is still there though its deadline has passed.
    pub overdue: bool,
}

/// What is imposed on the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadPenaltyTerms<'a> {
    /// What it is.
    pub kind: EnforcementKind,
    /// How much, of a fine.
    pub amount: Option<Fen>,
    /// The number of its document (文号).
    pub number: Option<&'a str>,
}

/// Whether a measure must come as a pair. Only penalties do: an order to correct or an interview punishes nobody. Another reason
/// than the true one does not spare the head: where the deadline has passed and the major hazard is still there, that is what counts.
pub fn needs_pair(terms: PenaltyTerms) -> bool {
    terms.kind.is_penalty() && (terms.overdue || matches!(terms.basis, EnforcementBasis::RectificationFailed | EnforcementBasis::Accident))
}

/// Whether the head is penalised where he must be, and only along with a penalty. For other reasons he may be and need not.
///
/// # Errors
/// `PAIRED_PENALTY_MISSING`, `PAIR_NEEDS_PENALTY`.
pub fn check_pair(terms: PenaltyTerms, with_head: bool) -> Result<(), Refusal> {
    if needs_pair(terms) && !with_head {
        let basis = if terms.overdue { EnforcementBasis::RectificationFailed } else { terms.basis };
        let zh = format!("因“{}”处罚企业的，应同时处罚企业主要负责人（一案双罚），请在同一次登记中写明对主要负责人的处罚。", basis.zh());
        let en = format!(
            "Reason: {}. The enterprise and its head are then both penalised (paired penalty); give the head's penalty in the same record.",
            basis.en()
        );
        return Err(Refusal::new("PAIRED_PENALTY_MISSING", zh, en).field("headPenalty").clause(CLAUSE));
    }
    if with_head && !terms.kind.is_penalty() {
        let zh = format!("“{}”不是行政处罚，不能附带对主要负责人的处罚；双罚时企业一方应为警告、罚款、责令停产停业、暂扣或吊销许可证之一。", terms.kind.zh());
        let en = format!(
            "This ({}) is not a penalty, so no penalty of the head goes with it; in a pair the enterprise gets a warning, a fine, a suspension or loses its licence.",
            terms.kind.en()
        );
        return Err(Refusal::new("PAIR_NEEDS_PENALTY", zh, en).field("headPenalty").clause(CLAUSE));
    }
    Ok(())
}

/// Whether the head's half is one that a person can get: a warning, a fine, or the loss of a licence.
///
/// # Errors
/// `BAD_HEAD_PENALTY`, and what [`check_amount`] refuses, with fields that begin with `headPenalty.`.
pub fn check_head_penalty(terms: &HeadPenaltyTerms<'_>) -> Vec<Refusal> {
    if !matches!(terms.kind, EnforcementKind::Warning | EnforcementKind::Fine | EnforcementKind::Licence) {
        let zh = format!("对主要负责人的处罚不能是“{}”，应为警告、罚款、暂扣或吊销许可证（资格证）。", terms.kind.zh());
        let en = format!("A head's penalty cannot be this ({}); right would be a warning, a fine, or a licence withheld or revoked.", terms.kind.en());
        return vec![Refusal::new("BAD_HEAD_PENALTY", zh, en).field("headPenalty.kind").clause(CLAUSE)];
    }
    check_amount(terms.kind, terms.amount, terms.number, "headPenalty.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_rectification_and_accidents_pair_every_penalty_and_nothing_else() {
        let each =
            EnforcementKind::ALL.iter().flat_map(|&kind| EnforcementBasis::ALL.iter().flat_map(move |&basis| [(kind, basis, false), (kind, basis, true)]));
        for (kind, basis, overdue) in each {
            let terms = PenaltyTerms { kind, basis, overdue };
            let paired = kind.is_penalty() && (overdue || matches!(basis, EnforcementBasis::RectificationFailed | EnforcementBasis::Accident));
            assert_eq!(needs_pair(terms), paired, "{kind} {basis}");
            assert_eq!(
                check_pair(terms, false).map_err(|refusal| (refusal.code, refusal.clause)),
                if paired { Err(("PAIRED_PENALTY_MISSING", Some("2.2.3"))) } else { Ok(()) }
            );
            assert_eq!(check_pair(terms, true).map_err(|refusal| refusal.code), if kind.is_penalty() { Ok(()) } else { Err("PAIR_NEEDS_PENALTY") });
        }
    }

    #[test]
    fn a_head_is_warned_fined_or_loses_a_licence() {
        let codes =
            |kind, amount, number| check_head_penalty(&HeadPenaltyTerms { kind, amount, number }).iter().map(|refusal| refusal.code).collect::<Vec<_>>();
        for &kind in EnforcementKind::ALL {
            let amount = (kind == EnforcementKind::Fine).then_some(Fen(100));
            let fit = matches!(kind, EnforcementKind::Warning | EnforcementKind::Fine | EnforcementKind::Licence);
            assert_eq!(codes(kind, amount, Some("1")), if fit { vec![] } else { vec!["BAD_HEAD_PENALTY"] }, "{kind}");
        }
        assert_eq!(codes(EnforcementKind::Fine, None, None), ["FINE_AMOUNT_MISSING", "NUMBER_MISSING"]);
        assert_eq!(codes(EnforcementKind::Warning, Some(Fen(100)), None), ["AMOUNT_NOT_TAKEN"]);
    }
}
