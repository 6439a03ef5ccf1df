//! Who may take which enforcement action (执法措施). The table says who enforces at all; here, what exactly.

use super::{Action, Actor, Decision, Reason, Relation, Seat, Subject, decide, from_outside, permits};
use crate::{EnforcementKind, Refusal, Word};

/// Decides on taking an enforcement action of a kind. Penalties, orders and referrals are for a regulator of the enterprise with
/// enforcement power (执法权), clause 3.3: 有执法权力的相关二级单位，要……开展精准执法检查; 无执法权力的相关部门要积极配合上级有关部门. Interviews (约谈) and
/// naming in a bulletin (通报) are also for the safety office and the discipline office, clauses 2.2.5 and 4.1. Holding to account
/// (问责) is done 按规定: by the discipline office, to which the safety office proposes it.
pub fn decide_enforcement(actor: &Actor, kind: EnforcementKind, subject: &Subject<'_>) -> Decision {
    match decide(actor, Action::Enforce, subject) {
        Decision::Allow if permits(actor, Action::Enforce, subject, |(seat, relation)| may_take(kind, seat, relation)) => Decision::Allow,
        Decision::Allow | Decision::Deny(Reason::Forbidden(_)) => Decision::Deny(Reason::Forbidden(forbidden(actor, kind, subject))),
        invisible @ Decision::Deny(Reason::Invisible) => invisible,
    }
}

fn may_take(kind: EnforcementKind, seat: &Seat, relation: Relation) -> bool {
    match (kind, relation) {
        (EnforcementKind::Accountability, relation) => relation == Relation::Audits,
        (_, Relation::Regulates) => seat.enforcement_power,
        (EnforcementKind::Interview | EnforcementKind::BulletinNaming, Relation::Oversees | Relation::Audits) => true,
        _ => false,
    }
}

/// Why not, and who would be right. Who sits in a unit that may, but is none of its officers, does not lack the power.
fn forbidden(actor: &Actor, kind: EnforcementKind, subject: &Subject<'_>) -> Refusal {
    let (what_zh, what_en) = (kind.zh(), kind.en());
    let staff_of_right_one = actor.seats.iter().any(|seat| may_take(kind, seat, from_outside(seat, subject)));
    let code = if kind.needs_power() && !staff_of_right_one { "NO_ENFORCEMENT_POWER" } else { "FORBIDDEN" };
    let (zh, en, clause) = match kind {
        EnforcementKind::Accountability => (
            "应由镇纪委监察办按规定作出。实施方案二（二）5：“情况严重的按规定予以问责处理”。",
            "right would be the discipline office: \"where it is serious, they are held to account by the rules\".",
            "2.2.5",
        ),
        EnforcementKind::Interview | EnforcementKind::BulletinNaming => (
            "应由镇安委办、镇纪委监察办，或对该企业有执法权的行业监管单位进行。实施方案二（二）5：“镇纪委监察办、党政综合办和安委办要配合开展约谈通报工作”。",
            "right would be the safety office, the discipline office, or a regulator of the enterprise with enforcement power.",
            "2.2.5",
        ),
        _ => (
            "应由对该企业有执法权的行业监管单位作出。实施方案三（三）：“有执法权力的相关二级单位……开展精准执法检查”，“无执法权力的相关部门要积极配合上级有关部门”。",
            "right would be a regulator of the enterprise with enforcement power; whoever has none supports the departments above.",
            "3.3",
        ),
    };
    let zh = format!("您不能对该单位采取“{what_zh}”，{zh}由作出单位的负责人、分管负责人或安全管理人员登记。");
    let en = format!("You may not take this action ({what_en}); {en} Its head, a deputy or a safety officer records it.");
    Refusal::new(code, zh, en).clause(clause)
}

#[cfg(test)]
mod tests;
