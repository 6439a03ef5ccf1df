//! Enforcement actions (执法措施): their words, and the rules of the notice that no calendar shows. That a penalty closes no hazard
//! (严禁以罚代管) needs no rule here: only an acceptance closes, and nothing of this module changes a hazard.

pub mod closure;
pub mod exemption;
mod money;
mod pairing;

use crate::{Refusal, words};

pub use money::{BadAmount, Fen};
pub use pairing::{HeadPenaltyTerms, PenaltyTerms, check_head_penalty, check_pair, needs_pair};

/// The clause on penalties: none for the self-found, the paired penalty, closure, and no penalty in place of rectification.
pub const CLAUSE: &str = "2.2.3";

words! {
    /// A measure that is taken against an organization (执法措施).
    EnforcementKind {
        Warning = "WARNING", "警告", "Warning";
        CorrectionOrder = "CORRECTION_ORDER", "责令限期改正", "Order to correct within a time limit";
        Suspension = "SUSPENSION", "责令停产停业", "Order to suspend production";
        Fine = "FINE", "罚款", "Fine";
        Licence = "LICENCE", "暂扣或吊销许可证", "Licence withheld or revoked";
        ClosureReferral = "CLOSURE_REFERRAL", "提请关闭", "Referral for closure";
        JudicialReferral = "JUDICIAL_REFERRAL", "移送司法机关", "Referral to the judicial organs";
        Interview = "INTERVIEW", "约谈", "Interview";
        BulletinNaming = "BULLETIN_NAMING", "通报", "Naming in a bulletin";
        Accountability = "ACCOUNTABILITY", "问责", "Holding to account";
    }
}

impl EnforcementKind {
    /// Whether it is an administrative penalty (行政处罚). An order to correct is none: it puts right and does not punish.
    pub fn is_penalty(self) -> bool {
        matches!(self, Self::Warning | Self::Fine | Self::Suspension | Self::Licence)
    }

    /// Whether only a unit with enforcement power (执法权) takes it, clause 3.3. Interviews, bulletins and holding to account are
    /// the offices' as well, clause 2.2.5.
    pub fn needs_power(self) -> bool {
        !matches!(self, Self::Interview | Self::BulletinNaming | Self::Accountability)
    }
}

words! {
    /// What a measure is taken for (执法事由).
    EnforcementBasis {
        Violation = "VIOLATION", "违法违规行为", "A violation";
        RectificationFailed = "RECTIFICATION_FAILED", "整治不力致重大隐患依然存在", "Rectification failed and the major hazard is still there";
        Accident = "ACCIDENT", "发生事故", "An accident happened";
        Other = "OTHER", "其他", "Another reason";
    }
}

words! {
    /// Whether a measure holds (执法措施状态).
    EnforcementState {
        InForce = "IN_FORCE", "有效", "In force";
        Withdrawn = "WITHDRAWN", "已撤销", "Withdrawn";
    }
}

/// Whether amount and document number (文号) go with the measure: a fine has both, no other measure has an amount. `prefix` stands
/// before the names of the fields, e.g. `headPenalty.`.
///
/// # Errors
/// All that is wrong: `FINE_AMOUNT_MISSING`, `BAD_AMOUNT`, `NUMBER_MISSING`, `AMOUNT_NOT_TAKEN`.
pub fn check_amount(kind: EnforcementKind, amount: Option<Fen>, number: Option<&str>, prefix: &str) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    let mut refuse = |code, field: &str, zh: &str, en: &str| wrong.push(Refusal::new(code, zh, en).field(format!("{prefix}{field}")));
    match (kind, amount) {
        (EnforcementKind::Fine, None) => refuse("FINE_AMOUNT_MISSING", "amountYuan", "罚款应写明金额（元）。", "A fine needs its amount, in yuan."),
        (EnforcementKind::Fine, Some(Fen(..=0))) => {
            refuse("BAD_AMOUNT", "amountYuan", "罚款金额应大于0元。", "The amount of a fine must be more than 0 yuan.");
        }
        (EnforcementKind::Fine, Some(_)) | (_, None) => {}
        (_, Some(_)) => {
            refuse(
                "AMOUNT_NOT_TAKEN",
                "amountYuan",
                "只有罚款写金额；并处罚款的，另行登记罚款。",
                "Only a fine has an amount; a fine besides is recorded as one.",
            );
        }
    }
    if kind == EnforcementKind::Fine && number.is_none_or(|number| number.trim().is_empty()) {
        refuse("NUMBER_MISSING", "number", "罚款应写明处罚决定书文号。", "A fine needs the number of its penalty decision.");
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Word;

    #[test]
    fn four_measures_are_penalties_and_seven_need_power() {
        use EnforcementKind as K;
        let penalties: Vec<_> = K::ALL.iter().copied().filter(|kind| kind.is_penalty()).collect();
        assert_eq!(penalties, [K::Warning, K::Suspension, K::Fine, K::Licence]);
        let without: Vec<_> = K::ALL.iter().copied().filter(|kind| !kind.needs_power()).collect();
        assert_eq!(without, [K::Interview, K::BulletinNaming, K::Accountability]);
        assert!(penalties.iter().all(|kind| kind.needs_power()));
    }

    #[test]
    fn a_fine_has_an_amount_and_a_number_and_nothing_else_has_an_amount() {
        let codes = |kind, amount, number| check_amount(kind, amount, number, "").iter().map(|refusal| refusal.code).collect::<Vec<_>>();
        assert!(codes(EnforcementKind::Fine, Some(Fen(1)), Some("青安监罚〔2023〕1号")).is_empty());
        assert_eq!(codes(EnforcementKind::Fine, Some(Fen(0)), Some("1")), ["BAD_AMOUNT"]);
        assert_eq!(codes(EnforcementKind::Fine, Some(Fen(-1)), Some("1")), ["BAD_AMOUNT"]);
        assert_eq!(codes(EnforcementKind::Fine, None, Some(" ")), ["FINE_AMOUNT_MISSING", "NUMBER_MISSING"]);
        for &kind in EnforcementKind::ALL.iter().filter(|&&kind| kind != EnforcementKind::Fine) {
            assert!(codes(kind, None, None).is_empty(), "{kind}");
            assert_eq!(codes(kind, Some(Fen(100)), None), ["AMOUNT_NOT_TAKEN"], "{kind}");
        }
        assert_eq!(check_amount(EnforcementKind::Fine, None, Some("1"), "headPenalty.")[0].field.as_deref(), Some("headPenalty.amountYuan"));
    }
}
