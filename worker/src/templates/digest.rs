//! The morning digest (每日汇总): all that one person is to be told, the most urgent first, none left out.

use redline_domain::{Language, NoticeKind};

use super::{
    Matter, Occasion, Worded, Words, finish,
    letter::digest_letter,
    page::{Group, Page, Section},
    phrases,
};

/// A sort of notices, which is a section of the digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Overdue,
    DueSoon,
    Hazards,
    Escalations,
    Others,
}

impl Sort {
    const ALL: [Self; 5] = [Self::Overdue, Self::DueSoon, Self::Hazards, Self::Escalations, Self::Others];

    fn of(kind: NoticeKind) -> Self {
        match kind {
            NoticeKind::Overdue => Self::Overdue,
            NoticeKind::DueSoon | NoticeKind::CertificateExpiring => Self::DueSoon,
            NoticeKind::HazardReported
            | NoticeKind::HazardGraded
            | NoticeKind::HazardPlanMissing
            | NoticeKind::HazardDeadlineNear
            | NoticeKind::HazardOverdue
            | NoticeKind::HazardApplied
            | NoticeKind::HazardAccepted
            | NoticeKind::HazardRejected
            | NoticeKind::PlanConsentAsked
            | NoticeKind::PlanConsentDecided
            | NoticeKind::ExtensionRequested
            | NoticeKind::ExtensionDecided
            | NoticeKind::ProductionSuspended
            | NoticeKind::ProductionResumed
            | NoticeKind::SupervisionListed => Self::Hazards,
            NoticeKind::EscalatedSupervisors | NoticeKind::EscalatedOffice | NoticeKind::EscalatedDiscipline => Self::Escalations,
            NoticeKind::AudienceMissing
            | NoticeKind::Welcome
            | NoticeKind::Invitation
            | NoticeKind::PasswordReset
            | NoticeKind::AccountChanged
            | NoticeKind::EnforcementTaken
            | NoticeKind::TipReceived
            | NoticeKind::AlertIssued
            | NoticeKind::KeyPeriodDeclared
            | NoticeKind::CheckpointSealed => Self::Others,
        }
    }

    fn heading(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Overdue, Language::Zh) => "已逾期",
            (Self::Overdue, Language::En) => "Overdue",
            (Self::DueSoon, Language::Zh) => "即将到期",
            (Self::DueSoon, Language::En) => "Due soon",
            (Self::Hazards, Language::Zh) => "隐患动态",
            (Self::Hazards, Language::En) => "Hazards",
            (Self::Escalations, Language::Zh) => "逾期上报",
            (Self::Escalations, Language::En) => "Escalated",
            (Self::Others, Language::Zh) => "其他",
            (Self::Others, Language::En) => "Other",
        }
    }
}

/// Words a digest. Within a group, what was due first comes first.
///
/// # Errors
/// Only if a template is at fault.
pub fn digest(occasion: &Occasion<'_>, matters: &[Matter]) -> askama::Result<Worded> {
    let language = occasion.language;
    let mut sections = Vec::new();
    let mut summary = Vec::new();
    for sort in Sort::ALL {
        let mut of_sort: Vec<&Matter> = matters.iter().filter(|matter| Sort::of(matter.kind) == sort).collect();
        if of_sort.is_empty() {
            continue;
        }
        of_sort.sort_by_key(|matter| (&matter.group, matter.due_on, &matter.words.organization, &matter.words.title));
        let groups = of_sort.chunk_by(|a, b| a.group == b.group).map(|group| group_of(language, sort, group)).collect();
        let (heading, count) = (sort.heading(language), of_sort.len());
        let (heading, part) = match language {
            Language::Zh => (format!("{heading}（{count}项）"), format!("{heading}{count}项")),
            Language::En => (format!("{heading} ({count})"), format!("{} {count}", heading.to_lowercase())),
        };
        sections.push(Section { heading: Some(heading), groups });
        summary.push(part);
    }
    let words = Words {
        date: phrases::long_date(language, occasion.today),
        date_short: phrases::short_date(language, occasion.today),
        total: matters.len(),
        summary: summary.join(if language == Language::Zh { "，" } else { ", " }),
        ..Words::default()
    };
    let page = Page { sections, ..occasion.page(digest_letter(language, &words)?) };
    finish("DIGEST", &page)
}

/// Where a section holds notices of several kinds, the group says which kind it is.
fn group_of(language: Language, sort: Sort, matters: &[&Matter]) -> Group {
    let owned: Vec<Matter> = matters.iter().map(|&matter| matter.clone()).collect();
    let mut group = Group::of(&owned);
    if matches!(sort, Sort::Escalations | Sort::Others) {
        let kind = redline_domain::Word::label(matters[0].kind, language);
        // What tells in its own words begins with its kind already.
        if !group.title.starts_with(kind) {
            group.title = match language {
                Language::Zh => format!("{kind}：{}", group.title),
                Language::En => format!("{kind}: {}", group.title),
            };
        }
    }
    group
}
