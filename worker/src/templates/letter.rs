//! The letters (文稿): what each kind of mail says, one file for each kind and language under `templates/`. The first line of a
//! file is the subject, each line after it a paragraph.

use askama::Template;
use redline_domain::{Language, NoticeKind};

/// What a letter may speak of; each letter uses what it needs.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Whose matter it is.
    pub organization: String,
    /// What it is about.
    pub title: String,
    /// The same, short enough for a subject.
    pub short: String,
    /// The due date.
    pub due: String,
    /// The due date, short enough for a subject.
    pub due_short: String,
    /// How long is left, or how late it is.
    pub standing: String,
    /// The grade of a hazard.
    pub grade: String,
    /// Whether it is a major one.
    pub major: bool,
    /// How a hazard was found.
    pub found: String,
    /// What is due of a hazard: rectification or acceptance.
    pub task: String,
    /// Whether it is acceptance.
    pub acceptance: bool,
    /// How often acceptance was refused, as an aside.
    pub times: String,
    /// Who could not be told, as an aside.
    pub missing: String,
    /// The name to log in with.
    pub login: String,
    /// The day, in a digest.
    pub date: String,
    /// The day, short enough for a subject.
    pub date_short: String,
    /// How many things a digest tells.
    pub total: usize,
    /// How many of each sort.
    pub summary: String,
    /// What kind of thing is told, where it is told in its own words.
    pub heading: String,
    /// These words, a paragraph each.
    pub told: Vec<String>,
}

/// A letter: subject and paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

impl Letter {
    fn read(text: &str) -> Self {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
        Self { subject: lines.next().unwrap_or_default(), paragraphs: lines.collect() }
    }
}

macro_rules! letters {
    ($($module:ident: $zh:tt, $en:tt;)+) => {$(
        mod $module {
            use super::{Language, Letter, Template, Words};

            #[derive(Template)]
            #[template(path = $zh, escape = "none")]
            struct Zh<'a>(&'a Words);

            #[derive(Template)]
            #[template(path = $en, escape = "none")]
            struct En<'a>(&'a Words);

            impl std::ops::Deref for Zh<'_> {
                type Target = Words;
                fn deref(&self) -> &Words {
                    self.0
                }
            }

            impl std::ops::Deref for En<'_> {
                type Target = Words;
                fn deref(&self) -> &Words {
                    self.0
                }
            }

            pub(super) fn write(language: Language, words: &Words) -> askama::Result<Letter> {
                Ok(Letter::read(&match language {
                    Language::Zh => Zh(words).render()?,
                    Language::En => En(words).render()?,
                }))
            }
        }
    )+};
}

letters! {
    due_soon: "zh/due_soon.txt", "en/due_soon.txt";
    overdue: "zh/overdue.txt", "en/overdue.txt";
    escalated_supervisors: "zh/escalated_supervisors.txt", "en/escalated_supervisors.txt";
    escalated_office: "zh/escalated_office.txt", "en/escalated_office.txt";
    escalated_discipline: "zh/escalated_discipline.txt", "en/escalated_discipline.txt";
    hazard_reported: "zh/hazard_reported.txt", "en/hazard_reported.txt";
    hazard_graded: "zh/hazard_graded.txt", "en/hazard_graded.txt";
    hazard_plan_missing: "zh/hazard_plan_missing.txt", "en/hazard_plan_missing.txt";
    hazard_deadline_near: "zh/hazard_deadline_near.txt", "en/hazard_deadline_near.txt";
    hazard_overdue: "zh/hazard_overdue.txt", "en/hazard_overdue.txt";
    hazard_applied: "zh/hazard_applied.txt", "en/hazard_applied.txt";
    hazard_accepted: "zh/hazard_accepted.txt", "en/hazard_accepted.txt";
    hazard_rejected: "zh/hazard_rejected.txt", "en/hazard_rejected.txt";
    audience_missing: "zh/audience_missing.txt", "en/audience_missing.txt";
    welcome: "zh/welcome.txt", "en/welcome.txt";
    invitation: "zh/invitation.txt", "en/invitation.txt";
    password_reset: "zh/password_reset.txt", "en/password_reset.txt";
    told: "zh/told.txt", "en/told.txt";
    digest: "zh/digest.txt", "en/digest.txt";
}

/// Writes the letter of a mail that tells one thing.
///
/// # Errors
/// Only if the template is at fault.
pub fn letter(kind: NoticeKind, language: Language, words: &Words) -> askama::Result<Letter> {
    let write = match kind {
        NoticeKind::DueSoon => due_soon::write,
        NoticeKind::Overdue => overdue::write,
        NoticeKind::EscalatedSupervisors => escalated_supervisors::write,
        NoticeKind::EscalatedOffice => escalated_office::write,
        NoticeKind::EscalatedDiscipline => escalated_discipline::write,
        NoticeKind::HazardReported => hazard_reported::write,
        NoticeKind::HazardGraded => hazard_graded::write,
        NoticeKind::HazardPlanMissing => hazard_plan_missing::write,
        NoticeKind::HazardDeadlineNear => hazard_deadline_near::write,
        NoticeKind::HazardOverdue => hazard_overdue::write,
        NoticeKind::HazardApplied => hazard_applied::write,
        NoticeKind::HazardAccepted => hazard_accepted::write,
        NoticeKind::HazardRejected => hazard_rejected::write,
        NoticeKind::AudienceMissing => audience_missing::write,
        NoticeKind::Welcome => welcome::write,
        NoticeKind::Invitation => invitation::write,
        NoticeKind::PasswordReset => password_reset::write,
        NoticeKind::AccountChanged
        | NoticeKind::PlanConsentAsked
        | NoticeKind::PlanConsentDecided
        | NoticeKind::ExtensionRequested
        | NoticeKind::ExtensionDecided
        | NoticeKind::ProductionSuspended
        | NoticeKind::ProductionResumed
        | NoticeKind::SupervisionListed
        | NoticeKind::EnforcementTaken
        | NoticeKind::TipReceived
        | NoticeKind::CertificateExpiring
        | NoticeKind::AlertIssued
        | NoticeKind::KeyPeriodDeclared
        | NoticeKind::CheckpointSealed => told::write,
    };
    write(language, words)
}

/// Writes the letter of a digest.
///
/// # Errors
/// Only if the template is at fault.
pub fn digest_letter(language: Language, words: &Words) -> askama::Result<Letter> {
    digest::write(language, words)
}
