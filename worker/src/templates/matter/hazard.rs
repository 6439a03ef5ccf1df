//! What a notice about a hazard (隐患) says.

use redline_domain::{
    HazardGrade, HazardState, Language, NoticeKind, ReportKind, Word,
    ids::Noun,
    rulebook::{Evidence, Rule},
};
use redline_entity::{hazard, notice};

use super::{Matter, basis, link};
use crate::{
    mail::message::one_line,
    templates::{
        Occasion, Words,
        page::{Fact, Row},
        phrases,
    },
};

/// A notice about a hazard, ready to be worded.
pub(super) fn matter(occasion: &Occasion<'_>, notice: &notice::Model, hazard: &hazard::Model) -> Matter {
    let (site, language) = (occasion.site, occasion.language);
    let description = one_line(&hazard.description);
    let acceptance = hazard.state == HazardState::AwaitingAcceptance;
    let due_on = if acceptance { hazard.acceptance_due_on } else { hazard.deadline_on };
    let standing = due_on.map(|due_on| phrases::standing(language, occasion.today, due_on, &site.workdays));
    let task = match (language, acceptance) {
        (Language::Zh, false) => "整改",
        (Language::Zh, true) => "验收",
        (Language::En, false) => "rectification",
        (Language::En, true) => "acceptance",
    };
    let escalated =
        matches!(notice.kind, NoticeKind::EscalatedSupervisors | NoticeKind::EscalatedOffice | NoticeKind::EscalatedDiscipline | NoticeKind::AudienceMissing);
    let title = match (escalated, language) {
        (false, _) => description.clone(),
        (true, Language::Zh) => format!("隐患{task}：{description}"),
        (true, Language::En) => format!("{task} of a hazard: {description}"),
    };
    let grade = hazard.grade.map_or_else(|| if language == Language::Zh { "隐患" } else { "not graded" }.to_owned(), |grade| graded(grade, language));
    let labels = match language {
        Language::Zh => ["隐患", "地点", "级别", "状态", "期限", "时限"],
        Language::En => ["Hazard", "Place", "Grade", "State", "Deadline", "Time"],
    };
    let late = due_on.is_some_and(|due_on| due_on < occasion.today) && hazard.state != HazardState::Closed;
    let open_due = due_on.filter(|_| hazard.state != HazardState::Closed);
    let values = [
        Some(description),
        hazard.location.as_deref().map(one_line),
        hazard.grade.map(|grade| graded(grade, language)),
        Some(hazard.state.label(language).to_owned()),
        open_due.map(|due_on| phrases::long_date(language, due_on)),
        open_due.and(standing.clone()),
    ];
    let mut facts: Vec<Fact> = labels.into_iter().zip(values).map(|(label, value)| Fact { label: label.into(), value, bad: false }).collect();
    facts[5].bad = late;
    Matter {
        kind: notice.kind,
        audience: notice.audience,
        words: Words {
            short: phrases::shortened(&title, 30),
            title,
            due: due_on.map(|due_on| phrases::long_date(language, due_on)).unwrap_or_default(),
            due_short: due_on.map(|due_on| phrases::short_date(language, due_on)).unwrap_or_default(),
            standing: standing.unwrap_or_default(),
            grade,
            major: hazard.grade == Some(HazardGrade::Major),
            found: hazard.found_by.label(language).to_lowercase(),
            task: task.to_owned(),
            acceptance,
            times: times(language, hazard.rejections),
            ..Words::default()
        },
        group: (notice.kind, task.to_owned()),
        due_on,
        heading: heading(notice.kind, language, acceptance),
        action: hazard_action(notice.kind, language, acceptance).map(str::to_owned),
        row: Row { facts, link: link(occasion, Noun::Hazard, hazard.id) },
        ..basis(language, hazard_rule(occasion, notice.kind, acceptance), notice)
    }
}

/// The rule of the rulebook that a hazard's notice rests on: that of its report, of its plan, or of the ledger in which it is
/// to be brought to its end.
fn hazard_rule<'a>(occasion: &Occasion<'a>, kind: NoticeKind, acceptance: bool) -> Option<&'a Rule> {
    let asks_for = |wanted: &dyn Fn(&Evidence) -> bool| occasion.site.rulebook.rules.iter().find(|rule| rule.evidence.iter().any(wanted));
    match kind {
        _ if acceptance => asks_for(&|evidence| matches!(evidence, Evidence::Report { kind: ReportKind::HazardLedger })),
        NoticeKind::HazardReported | NoticeKind::HazardGraded => asks_for(&|evidence| matches!(evidence, Evidence::HazardReport {})),
        NoticeKind::HazardApplied | NoticeKind::HazardAccepted | NoticeKind::HazardRejected => {
            asks_for(&|evidence| matches!(evidence, Evidence::Report { kind: ReportKind::HazardLedger }))
        }
        _ => asks_for(&|evidence| matches!(evidence, Evidence::HazardPlan {})),
    }
}

fn heading(kind: NoticeKind, language: Language, acceptance: bool) -> String {
    let heading = match (kind, acceptance, language) {
        (NoticeKind::HazardDeadlineNear, true, Language::Zh) => "验收期限临近",
        (NoticeKind::HazardDeadlineNear, true, Language::En) => "Acceptance due soon",
        (NoticeKind::HazardOverdue, true, Language::Zh) => "验收逾期",
        (NoticeKind::HazardOverdue, true, Language::En) => "Acceptance overdue",
        _ => kind.label(language),
    };
    heading.to_owned()
}

/// What is to be done about a hazard, in a sentence. The notice leaves it to the closed loop, so it is the program's.
fn hazard_action(kind: NoticeKind, language: Language, acceptance: bool) -> Option<&'static str> {
    let (zh, en) = match kind {
        NoticeKind::HazardReported => {
            ("对照判定标准判定级别；能够立即整改的，当场整改。", "Grade it by the criteria; what can be put right at once is put right on the spot.")
        }
        NoticeKind::HazardGraded => (
            "按分级属地原则报告，制定治理方案并按期整改，完成后申请验收。",
            "Report it to the regulator, plan the rectification, rectify in time, then apply for acceptance.",
        ),
        NoticeKind::HazardApplied => {
            ("按期组织验收；参与整改的人员不得验收。", "Check it for acceptance in time; who took part in the rectification may not accept it.")
        }
        NoticeKind::HazardRejected => ("对照验收意见继续整改，完成后重新申请验收。", "Rectify what the check found wanting, then apply for acceptance again."),
        NoticeKind::HazardAccepted => return None,
        _ if acceptance => ("立即组织验收；参与整改的人员不得验收。", "Check it for acceptance; who took part in the rectification may not accept it."),
        _ => ("抓紧整改，落实整改期间的防范措施，完成后申请验收。", "Rectify it, keep the safeguards in place meanwhile, then apply for acceptance."),
    };
    Some(if language == Language::Zh { zh } else { en })
}

fn graded(grade: HazardGrade, language: Language) -> String {
    match language {
        Language::Zh => grade.zh().to_owned(),
        Language::En => grade.en().to_lowercase(),
    }
}

fn times(language: Language, rejections: i32) -> String {
    match (rejections, language) {
        (..=1, _) => String::new(),
        (times, Language::Zh) => format!("（第{times}次）"),
        (times, Language::En) => format!(" (refused {times} times)"),
    }
}
