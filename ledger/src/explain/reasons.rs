//! Why a record that was seen does not count, in a sentence.

use redline_domain::{Language, Position, RecordKind, Word};
use redline_entity::window;
use uuid::Uuid;

use super::{facts::Facts, say, seen::Seen};
use crate::evidence::judge::Why;

/// One record that does not count, and why.
pub(super) fn sentence(facts: &Facts, window: &window::Model, seen: &Seen, why: &Why, clause: &str, language: Language) -> String {
    let the = the(facts, window, seen, language);
    match why {
        Why::Voided(reason) => {
            let reason = reason.as_deref().map(|reason| say!(language, "（原因：{reason}）", " (reason: {reason})")).unwrap_or_default();
            say!(language, "{the}已作废{reason}，不计入。", "{the} was voided{reason}; it does not count.")
        }
        Why::NotSigned => say!(language, "{the}尚未签名，签名后才计入（2.2.5）。", "{the} is not signed yet; it counts once it is signed (2.2.5)."),
        Why::NotInScope(scope) => {
            let (zh, en) = (scope.zh(), super::seen::lower(scope.en()));
            say!(language, "{the}没有检查“{zh}”，不计入（{clause}）。", "{the} did not cover {en}; it does not count ({clause}).")
        }
        Why::CitesNoAlert => say!(language, "{the}没有引用事故警示，不计入（{clause}）。", "{the} cites no accident alert; it does not count ({clause})."),
        Why::CitesOtherAlert => {
            say!(language, "{the}引用的是另一条事故警示，不计入（{clause}）。", "{the} cites another accident alert; it does not count ({clause}).")
        }
        Why::BeforeAccident(on) => say!(
            language,
            "{the}在事故发生（{on}）之前，不能吸取其教训，不计入（{clause}）。",
            "{the} was before the accident of {on} and cannot have learnt from it; it does not count ({clause})."
        ),
        Why::NotHead(person) => {
            let (name, was) = (facts.name(*person), position(facts, window.organization_id, *person, seen, language));
            say!(
                language,
                "{the}登记的是{name}，{was}；由他人代班的不计为主要负责人在岗（{clause}）。",
                "{the} names {name}, {was}; a day on which somebody stands in for the head does not count ({clause})."
            )
        }
        Why::NoLeader => {
            say!(
                language,
                "{the}没有登记主持人，应由主要负责人主持，不计入（{clause}）。",
                "{the} has no leader on record; the head must lead it, so it does not count ({clause})."
            )
        }
        Why::NotLedByHead(leader) => {
            let (name, was) = (facts.name(*leader), position(facts, window.organization_id, *leader, seen, language));
            let kind = seen.what.say(language);
            if seen.kind == RecordKind::Inspection {
                let on = seen.done_on;
                say!(
                    language,
                    "{on} 的带队检查由{name}带队，{was}，不计入{kind}（{clause}）。",
                    "{the} was led by {name}, {was}; it does not count ({clause})."
                )
            } else {
                say!(language, "{the}由{name}主持，{was}，不计入（{clause}）。", "{the} was led by {name}, {was}; it does not count ({clause}).")
            }
        }
        Why::NoReview => {
            say!(language, "{the}还没有评估，补充评估后即计入（{clause}）。", "{the} has no review yet; it counts once the review is added ({clause}).")
        }
        Why::Incomplete(coverage) => {
            let (posts, assigned, acknowledged) = (coverage.posts, coverage.assigned, coverage.acknowledged);
            say!(
                language,
                "{the}共 {posts} 个岗位，已落实到人 {assigned} 个，已确认 {acknowledged} 个；全部确认后才计入（{clause}）。",
                "{the} is not complete: {acknowledged} of {posts} posts acknowledged, {assigned} assigned. It counts once all are acknowledged ({clause})."
            )
        }
        Why::TooFewPosts(least) => {
            say!(language, "{the}的岗位不足 {least} 个，不计入（{clause}）。", "{the} has fewer than {least} posts; it does not count ({clause}).")
        }
        Why::TooFewGuarantors(least, there) => say!(
            language,
            "{the}应有 {least} 名不同的包保责任人（主要、技术、操作负责人），现只有 {there} 名；一人不能兼任（{clause}）。",
            "{the} must name {least} different guarantors (principal, technical, operating) and names {there}; nobody can be two of them ({clause})."
        ),
        Why::OtherKind => {
            let kind = seen.what.say(language);
            say!(language, "{the}属于{kind}，不计入（{clause}）。", "{the} is of another kind ({kind}); it does not count ({clause}).")
        }
    }
}

/// A record at the beginning of a sentence.
pub(super) fn the(facts: &Facts, window: &window::Model, seen: &Seen, language: Language) -> String {
    let (on, about, kind) = (seen.done_on, seen.counts_on, seen.what.say(language));
    match seen.kind {
        RecordKind::Report => say!(language, "{on} 报送的{kind}（所报日期 {about}）", "The {kind} submitted on {on} about {about}"),
        RecordKind::ResponsibilityList => {
            let title = facts.lists.get(&window.organization_id).into_iter().flatten().find(|list| list.id == seen.id).map_or("", |list| list.title.as_str());
            say!(language, "责任清单“{title}”", "The responsibility list \"{title}\"")
        }
        _ => say!(language, "{on} 的{kind}", "The {kind} of {on}"),
    }
}

/// What a person was on the day of a record, if not head.
fn position(facts: &Facts, organization: Uuid, person: Uuid, seen: &Seen, language: Language) -> String {
    let on = seen.done_on;
    let held = facts.positions().held(organization, person, on).min();
    if let Some(position @ (Position::Deputy | Position::SafetyOfficer)) = held {
        return as_other(position, language);
    }
    // Who is or was head at another time is told so: that is what was mistaken.
    let as_head: Vec<_> = facts.positions().of(organization, person).filter(|row| row.position == Position::Head).collect();
    if let Some(until) = as_head.iter().filter_map(|row| row.until).filter(|until| *until <= on).max() {
        return say!(language, "其自 {until} 起已不再担任主要负责人", "who was no longer head from {until} on");
    }
    if let Some(since) = as_head.iter().map(|row| row.since).filter(|since| *since > on).min() {
        return say!(language, "其自 {since} 起才担任主要负责人", "who became head only on {since}");
    }
    match held {
        Some(position) => as_other(position, language),
        None => say!(language, "其当日在本单位没有任职", "who held no position in the organization on that day"),
    }
}

fn as_other(position: Position, language: Language) -> String {
    let (zh, en) = (position.zh(), named(position));
    say!(language, "其当日任{zh}，不是主要负责人", "who was {en} on that day, not head")
}

fn named(position: Position) -> &'static str {
    match position {
        Position::Head => "head",
        Position::Deputy => "deputy head",
        Position::SafetyOfficer => "safety officer",
        Position::Staff => "a member of staff",
    }
}
