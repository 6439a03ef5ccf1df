//! What a notice is about (事项), with all that a mail says of it.

mod hazard;
mod told;

use chrono::NaiveDate;
use redline_domain::{
    Audience, Language, NoticeKind, Tale, Word,
    ids::{self, Noun},
    rulebook::{Rule, Text},
};
use redline_entity::{account, hazard as hazard_row, notice, organization, window};
use redline_ledger::account::link as one_time;

use super::{
    Occasion, Words,
    page::{Fact, Group, Row},
    phrases,
};
use crate::mail::message::one_line;

/// The rows that a notice is about.
#[derive(Clone, Copy, Debug)]
pub enum About<'a> {
    /// A window, and the hazard that its duty is about, if any.
    Window(&'a window::Model, Option<&'a hazard_row::Model>),
    /// A hazard.
    Hazard(&'a hazard_row::Model),
    /// An account.
    Account(&'a account::Model),
    /// What the notice tells in its own words.
    Told(&'a Tale),
}

/// A notice, ready to be worded.
#[derive(Clone, Debug)]
pub struct Matter {
    /// What is told.
    pub kind: NoticeKind,
    /// As what the reader is told.
    pub audience: Option<Audience>,
    /// The words of its letter.
    pub words: Words,
    /// What brings it into one group with others: kind and rule.
    pub group: (NoticeKind, String),
    /// Its due date, by which a group is ordered.
    pub due_on: Option<NaiveDate>,
    heading: String,
    clause: Option<String>,
    quote: Option<String>,
    action: Option<String>,
    row: Row,
}

impl Matter {
    /// What a notice is about, in the reader's language. None: the rulebook no longer has its rule.
    pub fn new(occasion: &Occasion<'_>, notice: &notice::Model, organization: &organization::Model, about: About<'_>) -> Option<Self> {
        let mut matter = match about {
            About::Window(window, hazard) => of_window(occasion, notice, window, hazard)?,
            About::Hazard(hazard) => hazard::matter(occasion, notice, hazard),
            About::Account(account) => of_account(occasion, notice, account),
            About::Told(tale) => told::matter(occasion, notice, tale),
        };
        matter.words.organization = one_line(&organization.name);
        matter.words.missing = missing(occasion.language, &notice.step);
        let label = match occasion.language {
            Language::Zh => "单位",
            Language::En => "Organization",
        };
        matter.row.facts.insert(0, Fact { label: label.into(), value: Some(matter.words.organization.clone()), bad: false });
        if let Some(proposal) = notice.proposes {
            let label = match occasion.language {
                Language::Zh => "建议措施",
                Language::En => "Proposed",
            };
            matter.row.facts.push(Fact { label: label.into(), value: Some(proposal.label(occasion.language).to_owned()), bad: true });
        }
        Some(matter)
    }

    /// Whether the reader is told of what somebody else owes.
    fn is_passed_up(&self) -> bool {
        use NoticeKind::{AudienceMissing, EscalatedDiscipline, EscalatedOffice, EscalatedSupervisors};
        matches!(self.kind, EscalatedSupervisors | EscalatedOffice | EscalatedDiscipline | AudienceMissing)
    }

    /// Without what to do: where the letter itself says it.
    pub(super) fn said_in_letter(mut self, says_it: bool) -> Self {
        if says_it {
            self.action = None;
        }
        self
    }
}

impl Group {
    /// What several matters of one group have in common, and a row for each.
    pub(super) fn of(matters: &[Matter]) -> Self {
        let first = &matters[0];
        Self {
            title: first.heading.clone(),
            clause: first.clause.clone(),
            quote: first.quote.clone(),
            action: first.action.clone(),
            owed: first.is_passed_up(),
            rows: matters.iter().map(|matter| matter.row.clone()).collect(),
        }
    }
}

fn in_language(text: &Text, language: Language) -> String {
    match language {
        Language::Zh => text.zh.clone(),
        Language::En => text.en.clone(),
    }
}

fn of_window(occasion: &Occasion<'_>, notice: &notice::Model, window: &window::Model, hazard: Option<&hazard_row::Model>) -> Option<Matter> {
    let (site, language) = (occasion.site, occasion.language);
    let rule = site.rulebook.rule(&window.rule_code)?;
    let standing = phrases::standing(language, occasion.today, window.due_on, &site.workdays);
    let [period, due, state, about] = match language {
        Language::Zh => ["期次", "截止日期", "时限", "隐患"],
        Language::En => ["Period", "Due", "Time", "Hazard"],
    };
    let rule_title = in_language(&rule.title, language);
    // The plan of a hazard is told as the hazard's matter, everything else as the rule's.
    let title = hazard.filter(|_| notice.kind == NoticeKind::HazardPlanMissing).map_or_else(|| rule_title.clone(), |hazard| one_line(&hazard.description));
    let mut facts = Vec::new();
    facts.extend(hazard.map(|hazard| Fact { label: about.into(), value: Some(one_line(&hazard.description)), bad: false }));
    facts.push(Fact { label: period.into(), value: Some(phrases::span(language, window.opens_on, window.closes_on)), bad: false });
    facts.push(Fact { label: due.into(), value: Some(phrases::long_date(language, window.due_on)), bad: false });
    facts.push(Fact { label: state.into(), value: Some(standing.clone()), bad: occasion.today > window.due_on });
    Some(Matter {
        kind: notice.kind,
        audience: notice.audience,
        words: Words {
            short: phrases::shortened(&title, 30),
            title,
            due: phrases::long_date(language, window.due_on),
            due_short: phrases::short_date(language, window.due_on),
            standing,
            ..Words::default()
        },
        group: (notice.kind, rule.code.clone()),
        due_on: Some(window.due_on),
        heading: rule_title,
        action: Some(in_language(&rule.action, language)),
        row: Row { facts, link: link(occasion, Noun::Window, window.id) },
        ..basis(language, Some(rule), notice)
    })
}

fn of_account(occasion: &Occasion<'_>, notice: &notice::Model, account: &account::Model) -> Matter {
    let base_url = &occasion.site.base_url;
    let link = if one_time::is_in(notice.kind.code()) { one_time::address(base_url, &notice.step) } else { format!("{base_url}/") };
    let (heading, label) = match occasion.language {
        Language::Zh => ("登录账号", "登录名"),
        Language::En => ("Your account", "Login name"),
    };
    Matter {
        words: Words { login: one_line(&account.login), ..Words::default() },
        heading: heading.to_owned(),
        row: Row { facts: vec![Fact { label: label.into(), value: Some(one_line(&account.login)), bad: false }], link },
        ..basis(occasion.language, None, notice)
    }
}

/// A matter of which only the clause is known yet.
fn basis(language: Language, rule: Option<&Rule>, notice: &notice::Model) -> Matter {
    Matter {
        kind: notice.kind,
        audience: notice.audience,
        words: Words::default(),
        group: (notice.kind, String::new()),
        due_on: None,
        heading: String::new(),
        clause: rule.map(|rule| {
            let clauses: Vec<String> = rule.clauses.iter().map(|path| phrases::clause(language, path)).collect();
            clauses.join(if language == Language::Zh { "、" } else { ", " })
        }),
        quote: rule.map(|rule| rule.quote.clone()),
        action: None,
        row: Row { facts: Vec::new(), link: String::new() },
    }
}

/// Whom a step would have told: `MISSING-OVERDUE+1/RESPONSIBLE,HEAD`.
fn missing(language: Language, step: &str) -> String {
    let Some((_, codes)) = step.split_once('/') else { return String::new() };
    let labels: Vec<&str> = codes.split(',').filter_map(|code| code.parse::<Audience>().ok()).map(|audience| audience.label(language)).collect();
    match (labels.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Zh) => format!("（{}）", labels.join("、")),
        (false, Language::En) => format!(" ({})", labels.join(", ").to_lowercase()),
    }
}

fn link(occasion: &Occasion<'_>, noun: Noun, id: uuid::Uuid) -> String {
    format!("{}/#/{}s/{}", occasion.site.base_url, noun.prefix(), ids::encode(noun, id))
}
