//! What a notice says that tells in its own words (通知内容).

use redline_domain::{Language, Tale, Word, ids::Noun};
use redline_entity::notice;

use super::{Matter, basis, link};
use crate::{
    mail::message::one_line,
    templates::{
        Occasion, Words,
        page::{Fact, Row},
        phrases,
    },
};

/// A notice that tells in its own words, ready to be worded. Each stands in a group of its own.
pub(super) fn matter(occasion: &Occasion<'_>, notice: &notice::Model, tale: &Tale) -> Matter {
    let language = occasion.language;
    let title = one_line(tale.title.in_language(language));
    let told: Vec<String> = tale.paragraphs.iter().map(|paragraph| one_line(paragraph.in_language(language))).collect();
    let facts = tale.facts.iter().map(|(label, value)| Fact {
        label: label.in_language(language).to_owned().into(),
        value: Some(one_line(value.in_language(language))),
        bad: false,
    });
    Matter {
        words: Words {
            short: phrases::shortened(&title, 30),
            title: title.clone(),
            heading: notice.kind.label(language).to_owned(),
            told: told.clone(),
            ..Words::default()
        },
        group: (notice.kind, notice.id.to_string()),
        heading: heading(notice.kind.label(language), &title, language),
        clause: tale.clause.as_deref().map(|path| phrases::clause(language, path)),
        action: (!told.is_empty()).then(|| told.join(if language == Language::Zh { "" } else { " " })),
        row: Row {
            facts: facts.collect(),
            link: match notice.hazard_id {
                Some(hazard) => link(occasion, Noun::Hazard, hazard),
                None => format!("{}/", occasion.site.base_url),
            },
        },
        ..basis(language, None, notice)
    }
}

/// Its kind and its title, or the title alone where that says the kind.
fn heading(kind: &str, title: &str, language: Language) -> String {
    match language {
        _ if title.starts_with(kind) => title.to_owned(),
        Language::Zh => format!("{kind}：{title}"),
        Language::En => format!("{kind}: {title}"),
    }
}
