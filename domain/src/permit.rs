//! Hot-work permits (动火作业票): applied for, checked, approved by somebody else, closed once the site is safe.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::{Refusal, words};

words! {
    /// What a permit is for (作业类别). Others of GB 30871 may follow.
    PermitKind {
        HotWork = "HOT_WORK", "动火作业", "Hot work";
    }
}

words! {
    /// How dangerous the place is (作业级别), as GB 30871-2022 grades hot work.
    PermitLevel {
        Special = "SPECIAL", "特级", "Special";
        First = "FIRST", "一级", "First";
        Second = "SECOND", "二级", "Second";
    }
}

impl PermitLevel {
    /// The longest span for which a permit is good, in hours: GB 30871-2022, 8 for special and first level, 72 for second.
    pub fn longest_hours(self) -> i64 {
        match self {
            Self::Special | Self::First => 8,
            Self::Second => 72,
        }
    }
}

words! {
    /// Where a permit is in its life (作业票状态).
    PermitState {
        Applied = "APPLIED", "待审批", "Applied for";
        Approved = "APPROVED", "已批准", "Approved";
        Refused = "REFUSED", "不予批准", "Refused";
        Closed = "CLOSED", "已关闭", "Closed";
        Cancelled = "CANCELLED", "已取消", "Cancelled";
    }
}

/// A person of a permit, who may be known by name only.
#[derive(Clone, Copy, Debug)]
pub struct Somebody<'a, K> {
    /// The person on record.
    pub id: Option<K>,
    /// The name.
    pub name: &'a str,
}

impl<K: PartialEq> Somebody<'_, K> {
    /// Whether both are the same person. Where one is known by name only, the same name is taken for the same person.
    pub fn is(&self, other: &Somebody<'_, K>) -> bool {
        match (&self.id, &other.id) {
            (Some(one), Some(other)) => one == other,
            _ => self.name.trim() == other.name.trim(),
        }
    }
}

/// How long before an application the work may have been meant to begin: filling in a form takes a while.
const GRACE_MINUTES: i64 = 60;

/// What is wrong with the span for which a permit is applied for; none: nothing is.
pub fn span(level: PermitLevel, from: DateTime<Utc>, until: DateTime<Utc>, now: DateTime<Utc>) -> Option<Refusal> {
    if until <= from {
        let zh = "结束时间应晚于开始时间。";
        return Some(Refusal::new("BAD_SPAN", zh, "The end has to come after the beginning.").field("plannedUntil"));
    }
    if from < now - Duration::minutes(GRACE_MINUTES) {
        let zh = "开始时间已过。动火作业必须先审批、后作业，不得补办作业票。";
        let en = "The beginning is past. Hot work is approved first and done afterwards; a permit is never made out later.";
        return Some(Refusal::new("PERMIT_BACKDATED", zh, en).field("plannedFrom").clause("2.1.3"));
    }
    if until <= now {
        return Some(past_its_end().field("plannedUntil"));
    }
    let longest = level.longest_hours();
    (until - from > Duration::hours(longest)).then(|| {
        let zh = format!("{}动火作业票的有效期最长 {longest} 小时（GB 30871-2022）。请缩短时间，或分次申请。", crate::Word::zh(level));
        let en = format!(
            "A hot-work permit of this level ({}) is good for {longest} hours at most (GB 30871-2022). Shorten it, or apply again for the rest.",
            crate::Word::en(level)
        );
        Refusal::new("SPAN_TOO_LONG", zh, en).field("plannedUntil")
    })
}

/// The refusal of what comes after the planned end.
pub fn past_its_end() -> Refusal {
    let zh = "计划作业时间已过，作业票不再有效。请重新申请。";
    Refusal::new("PERMIT_PAST_END", zh, "The planned time is over and the permit is good for nothing any more. Apply anew.").clause("2.1.3")
}

/// The refusal of work by somebody without a valid certificate on a day: 谁招请无证人员，谁负责任.
pub fn certificate_not_valid(holder: &str, day: NaiveDate) -> Refusal {
    let zh = format!("作业人员“{holder}”在 {day} 没有有效的焊接与热切割作业证。严禁无证人员上岗，谁招请无证人员，谁负责任。请更换持证人员，或先办理复审换证。");
    let en = format!(
        "The operator \"{holder}\" has no valid certificate for welding and thermal cutting on {day}. Nobody may work without one, and who employs such a person answers for it. Choose another operator, or have the certificate renewed first."
    );
    Refusal::new("CERTIFICATE_NOT_VALID", zh, en).field("operatorCertificateId").clause("2.1.3")
}

/// Who may approve a permit, apart from being an officer: nobody who has a part in the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Part {
    /// Who applied for it.
    pub applicant: bool,
    /// Who does the work.
    pub operator: bool,
    /// Who watches over it.
    pub guardian: bool,
}

/// What stands against the approval of a permit that awaits it; nothing: it may be approved.
pub fn approval(part: Part, equipment_checked: bool, until: DateTime<Utc>, now: DateTime<Utc>) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let as_what = [(part.applicant, "申请人", "applied for it"), (part.operator, "作业人员", "do the work"), (part.guardian, "监护人", "watch over it")];
    if let Some((_, zh, en)) = as_what.into_iter().find(|(is, ..)| *is) {
        let zh = format!("您是该作业票的{zh}，不能自己批准。请由本单位其他负责人或安全管理人员审批。");
        let en = format!("You {en}, so you cannot approve this permit. Another head, deputy or safety officer of the enterprise has to.");
        refusals.push(Refusal::new("OWN_PERMIT", zh, en).clause("2.1.3"));
    }
    if !equipment_checked {
        let zh = "动火设备和现场消防措施尚未检查，不能批准。请先由作业人员以外的人检查并登记。";
        let en = "The equipment and the fire precautions are not checked yet. Somebody other than the operator has to check them and say so first.";
        refusals.push(Refusal::new("EQUIPMENT_UNCHECKED", zh, en).clause("2.1.3"));
    }
    if now > until {
        refusals.push(past_its_end());
    }
    refusals
}

/// What stands against the closing of a permit; none: nothing does.
pub fn closing(from: DateTime<Utc>, now: DateTime<Utc>) -> Option<Refusal> {
    (now < from).then(|| {
        let zh = "计划作业时间未到，不能关闭。不再作业的，请取消作业票。";
        Refusal::new("PERMIT_NOT_BEGUN", zh, "The planned time has not come, so there is nothing to close. If the work will not be done, cancel the permit.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32) -> DateTime<Utc> {
        format!("2023-06-20T{hour:02}:{minute:02}:00Z").parse().expect("a moment")
    }

    fn code(refusal: Option<Refusal>) -> &'static str {
        refusal.map_or("", |refusal| refusal.code)
    }

    #[test]
    fn a_permit_lasts_eight_hours_or_three_days_and_not_a_minute_longer() {
        let now = at(0, 0);
        for level in [PermitLevel::Special, PermitLevel::First] {
            assert_eq!(code(span(level, at(1, 0), at(9, 0), now)), "");
            assert_eq!(code(span(level, at(1, 0), at(9, 1), now)), "SPAN_TOO_LONG");
        }
        let end = at(1, 0) + Duration::hours(72);
        assert_eq!(code(span(PermitLevel::Second, at(1, 0), end, now)), "");
        assert_eq!(code(span(PermitLevel::Second, at(1, 0), end + Duration::minutes(1), now)), "SPAN_TOO_LONG");
    }

    #[test]
    fn a_permit_is_never_made_out_for_work_that_was_done() {
        let until = at(12, 0);
        assert_eq!(code(span(PermitLevel::First, at(8, 0), until, at(9, 0))), "", "an hour for filling in the form");
        assert_eq!(code(span(PermitLevel::First, at(8, 0), until, at(9, 1))), "PERMIT_BACKDATED");
        assert_eq!(code(span(PermitLevel::First, at(8, 0), at(8, 30), at(8, 30))), "PERMIT_PAST_END");
        assert_eq!(code(span(PermitLevel::First, at(8, 0), at(8, 30), at(8, 29))), "");
        assert_eq!(code(span(PermitLevel::First, at(8, 0), at(8, 0), at(8, 0))), "BAD_SPAN");
    }

    #[test]
    fn nobody_with_a_part_in_the_work_approves_it() {
        let codes = |part, checked, now| approval(part, checked, at(12, 0), now).iter().map(|refusal| refusal.code).collect::<Vec<_>>();
        assert_eq!(codes(Part::default(), true, at(12, 0)), [""; 0], "its last moment");
        assert_eq!(codes(Part::default(), true, at(12, 1)), ["PERMIT_PAST_END"]);
        assert_eq!(codes(Part::default(), false, at(8, 0)), ["EQUIPMENT_UNCHECKED"]);
        for part in [
            Part { applicant: true, ..Part::default() },
            Part { operator: true, ..Part::default() },
            Part { guardian: true, ..Part::default() },
            Part { applicant: true, operator: true, guardian: true },
        ] {
            assert_eq!(codes(part, true, at(8, 0)), ["OWN_PERMIT"]);
        }
        assert_eq!(codes(Part { guardian: true, ..Part::default() }, false, at(13, 0)), ["OWN_PERMIT", "EQUIPMENT_UNCHECKED", "PERMIT_PAST_END"]);
    }

    #[test]
    fn a_permit_is_closed_from_its_planned_beginning_on() {
        assert_eq!(code(closing(at(8, 0), at(7, 59))), "PERMIT_NOT_BEGUN");
        assert_eq!(code(closing(at(8, 0), at(8, 0))), "");
    }

    #[test]
    fn two_people_of_one_name_are_told_apart_by_their_records_only() {
        let known = |id, name| Somebody { id: Some(id), name };
        let named = |name| Somebody { id: None::<u32>, name };
        assert!(known(1, "王强").is(&known(1, "王强")));
        assert!(!known(1, "王强").is(&known(2, "王强")));
        assert!(known(1, "王强").is(&named(" 王强")));
        assert!(!named("王强").is(&named("李军")));
    }
}
