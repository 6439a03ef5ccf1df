//! Who attended what (签到、参加人员): which activities need their people named, and as what.

use crate::{ActivityKind, Refusal};

/// How many people a record names at most.
pub const MOST: usize = 500;

/// Somebody whom a record names (参加人员).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// The name.
    pub name: &'a str,
    /// As what, e.g. 专职安全管理人员 or 组长.
    pub role: Option<&'a str>,
}

/// How an activity names its leader: the role that says so, in either language.
const LEADS: [&str; 4] = ["组长", "总指挥", "leader", "chair"];

/// What the people that an activity names lack for its kind. Warning education and training need their attendance (E12, R05), an
/// appointment the appointed with their role (E11), a leadership group its members with a leader (V02); others may name people.
pub fn check(kind: ActivityKind, people: &[Named<'_>]) -> Option<Refusal> {
    let refused = match kind {
        ActivityKind::WarningEducation | ActivityKind::Training if people.is_empty() => {
            let clause = if kind == ActivityKind::Training { "2.2.2" } else { "2.1.3" };
            let zh = "请登记签到：至少填写一名参加人员的姓名。";
            Refusal::new("ATTENDANCE_MISSING", zh, "Record the attendance: give the name of at least one person who attended.").clause(clause)
        }
        ActivityKind::Appointment if people.is_empty() || people.iter().any(|person| !has_role(person)) => {
            let zh = "请逐一填写被任命人员的姓名和职务，如“专职安全管理人员”。";
            Refusal::new("APPOINTEE_MISSING", zh, "Give the name and the role of each person appointed, e.g. \"full-time safety officer\".").clause("2.1.2")
        }
        ActivityKind::LeadershipGroup if people.len() < 2 || !people.iter().any(leads) => {
            let zh = "请填写领导小组的成员（至少两名）及其职务，其中一名的职务为“组长”。";
            let en = "Give the members of the leadership group, two at least, with their roles; the role of one of them is \"leader\".";
            Refusal::new("MEMBERS_MISSING", zh, en).clause("2.3.2")
        }
        _ => return None,
    };
    Some(refused.field("attendees"))
}

/// Whether the number that took part is at odds with the people named: it cannot be less.
pub fn fewer_than_named(participants: u32, named: usize) -> Option<Refusal> {
    (usize::try_from(participants).unwrap_or(usize::MAX) < named).then(|| {
        let zh = format!("参加人数（{participants}）不能少于所列人员（{named} 名）。");
        let en = format!("The number of participants ({participants}) cannot be less than the people listed ({named}).");
        Refusal::new("FEWER_THAN_LISTED", zh, en).field("participants")
    })
}

/// Whether more took part than were expected (应到人数).
pub fn more_than_expected(participants: u32, expected: u32) -> Option<Refusal> {
    (participants > expected).then(|| {
        let zh = format!("应到人数（{expected}）不能少于实到人数（{participants}）。");
        let en = format!("The number expected ({expected}) cannot be less than the number that took part ({participants}).");
        Refusal::new("FEWER_EXPECTED", zh, en).field("expected")
    })
}

fn has_role(person: &Named<'_>) -> bool {
    person.role.is_some_and(|role| !role.trim().is_empty())
}

fn leads(person: &Named<'_>) -> bool {
    let role = person.role.map(|role| role.trim().to_lowercase()).unwrap_or_default();
    LEADS.contains(&role.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Word;

    fn named<'a>(name: &'a str, role: &'a str) -> Named<'a> {
        Named { name, role: Some(role).filter(|role| !role.is_empty()) }
    }

    fn code(kind: ActivityKind, people: &[Named<'_>]) -> Option<(&'static str, Option<&'static str>)> {
        check(kind, people).map(|refusal| (refusal.code, refusal.clause))
    }

    #[test]
    fn warning_education_and_training_need_one_name_at_least() {
        for (kind, clause) in [(ActivityKind::WarningEducation, "2.1.3"), (ActivityKind::Training, "2.2.2")] {
            assert_eq!(code(kind, &[]), Some(("ATTENDANCE_MISSING", Some(clause))));
            assert_eq!(code(kind, &[named("张三", "")]), None);
        }
    }

    #[test]
    fn an_appointment_names_each_person_with_a_role() {
        let refused = Some(("APPOINTEE_MISSING", Some("2.1.2")));
        assert_eq!(code(ActivityKind::Appointment, &[]), refused);
        assert_eq!(code(ActivityKind::Appointment, &[named("张三", "专职安全员"), named("李四", " ")]), refused);
        assert_eq!(code(ActivityKind::Appointment, &[named("张三", "专职安全员")]), None);
    }

    #[test]
    fn a_leadership_group_has_two_members_and_a_leader_who_is_not_the_vice_leader() {
        let refused = Some(("MEMBERS_MISSING", Some("2.3.2")));
        assert_eq!(code(ActivityKind::LeadershipGroup, &[named("苏和", "组长")]), refused);
        assert_eq!(code(ActivityKind::LeadershipGroup, &[named("苏和", "副组长"), named("乌兰", "成员")]), refused);
        assert_eq!(code(ActivityKind::LeadershipGroup, &[named("苏和", "组长"), named("乌兰", "")]), None);
        assert_eq!(code(ActivityKind::LeadershipGroup, &[named("Su He", " Leader"), named("Wu Lan", "member")]), None);
    }

    #[test]
    fn no_other_activity_needs_names() {
        let needing = [ActivityKind::WarningEducation, ActivityKind::Training, ActivityKind::Appointment, ActivityKind::LeadershipGroup];
        assert!(ActivityKind::ALL.iter().filter(|kind| !needing.contains(kind)).all(|&kind| check(kind, &[]).is_none()));
    }

    #[test]
    fn the_numbers_are_at_odds_only_on_one_side() {
        assert!(fewer_than_named(2, 2).is_none() && fewer_than_named(1, 2).is_some());
        assert!(more_than_expected(20, 20).is_none() && more_than_expected(21, 20).is_some());
    }
}
