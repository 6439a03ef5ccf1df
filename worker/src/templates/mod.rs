//! Mails in words (邮件模板): what a notice tells, put into Chinese or English, as subject, plain text and HTML.

pub mod digest;
pub mod letter;
pub mod matter;
pub mod page;
pub mod phrases;

use chrono::NaiveDate;
use redline_domain::{Language, NoticeKind, Word};
use redline_ledger::Site;

pub use digest::digest;
pub use letter::Words;
pub use matter::{About, Matter};

use page::{Group, Page, Section};

/// To whom, on which day, and where a mail is written.
#[derive(Clone, Copy)]
pub struct Occasion<'a> {
    /// The installation.
    pub site: &'a Site,
    /// The day.
    pub today: NaiveDate,
    /// The language of the reader.
    pub language: Language,
    /// The name of the reader.
    pub name: &'a str,
}

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The template that it was made by.
    pub template: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// Its HTML.
    pub html: String,
}

/// Words the mail that tells one thing.
///
/// # Errors
/// Only if a template is at fault.
pub fn single(occasion: &Occasion<'_>, matter: &Matter) -> askama::Result<Worded> {
    let letter = letter::letter(matter.kind, occasion.language, &matter.words)?;
    let page = Page {
        sections: vec![Section { heading: None, groups: vec![Group::of(&[matter.clone().said_in_letter(says_what_to_do(matter.kind))])] }],
        because: matter.audience.map(|audience| match occasion.language {
            Language::Zh => format!("您作为“{}”收到本邮件。", audience.zh()),
            Language::En => format!("You get this mail as: {}.", audience.en().trim_start_matches("The ")),
        }),
        ..occasion.page(letter)
    };
    finish(matter.kind.code(), &page)
}

/// Whether its letter says what to do.
fn says_what_to_do(kind: NoticeKind) -> bool {
    use NoticeKind as K;
    !matches!(
        kind,
        K::DueSoon
            | K::Overdue
            | K::EscalatedSupervisors
            | K::EscalatedOffice
            | K::EscalatedDiscipline
            | K::HazardPlanMissing
            | K::AudienceMissing
            | K::Welcome
            | K::Invitation
            | K::PasswordReset
    )
}

impl Occasion<'_> {
    fn page(&self, letter: letter::Letter) -> Page {
        let campaign = &self.site.rulebook.title;
        Page {
            language: self.language,
            campaign: match self.language {
                Language::Zh => campaign.zh.clone(),
                Language::En => campaign.en.clone(),
            },
            subject: letter.subject,
            greeting: match self.language {
                Language::Zh => format!("{}，您好：", self.name),
                Language::En => format!("Dear {},", self.name),
            },
            paragraphs: letter.paragraphs,
            sections: Vec::new(),
            home: format!("{}/", self.site.base_url),
            because: None,
        }
    }
}

fn finish(template: &str, page: &Page) -> askama::Result<Worded> {
    Ok(Worded { template: template.to_owned(), subject: page.subject.clone(), text: page.text()?, html: page.html()? })
}

#[cfg(test)]
mod tests;
