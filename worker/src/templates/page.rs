//! The page (版式) that all mails share: a letter, and what it is about, laid out as plain text and as HTML.

use std::borrow::Cow;

use askama::Template;
use redline_domain::Language;

/// A mail before it is laid out.
#[derive(Clone, Debug)]
pub struct Page {
    /// In which language.
    pub language: Language,
    /// The name of the campaign.
    pub campaign: String,
    /// The subject.
    pub subject: String,
    /// The first line.
    pub greeting: String,
    /// The paragraphs of the letter.
    pub paragraphs: Vec<String>,
    /// What it is about, in sections.
    pub sections: Vec<Section>,
    /// Where to go on.
    pub home: String,
    /// As what the reader gets it.
    pub because: Option<String>,
}

/// A section of a digest; a mail about one thing has one, without a heading.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its heading.
    pub heading: Option<String>,
    /// What stands in it.
    pub groups: Vec<Group>,
}

/// Things of one kind: said once what it is, why it is owed and what to do, then one row for each.
#[derive(Clone, Debug)]
pub struct Group {
    /// What it is.
    pub title: String,
    /// The clause that asks for it.
    pub clause: Option<String>,
    /// The notice's own words.
    pub quote: Option<String>,
    /// What to do.
    pub action: Option<String>,
    /// Whether it is for somebody else to do than the reader.
    pub owed: bool,
    /// Whose, and by when.
    pub rows: Vec<Row>,
}

/// One thing.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its facts, with their labels; all rows of a group have the same labels.
    pub facts: Vec<Fact>,
    /// Where to see it.
    pub link: String,
}

/// A fact with its label.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is.
    pub label: Cow<'static, str>,
    /// The fact, if there is one.
    pub value: Option<String>,
    /// Whether it is bad news.
    pub bad: bool,
}

/// The words of the page itself.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    lang: &'static str,
    basis: &'static str,
    action: &'static str,
    owed: &'static str,
    link: &'static str,
    open: &'static str,
    automatic: &'static str,
    colon: &'static str,
    quotes: (&'static str, &'static str),
    between: &'static str,
}

impl Page {
    fn labels(&self) -> Labels {
        match self.language {
            Language::Zh => Labels {
                lang: "zh-CN",
                basis: "依据",
                action: "怎么办",
                owed: "该单位应做",
                link: "链接",
                open: "查看",
                automatic: "本邮件由红线系统自动发出，请勿直接回复。",
                colon: "：",
                quotes: ("“", "”"),
                between: "；",
            },
            Language::En => Labels {
                lang: "en",
                basis: "Basis",
                action: "What to do",
                owed: "What they are to do",
                link: "Link",
                open: "Open",
                automatic: "This mail was sent by Redline automatically. Please do not reply to it.",
                colon: ": ",
                quotes: ("\"", "\""),
                between: "; ",
            },
        }
    }

    /// Lays it out as plain text.
    ///
    /// # Errors
    /// Only if the template is at fault.
    pub fn text(&self) -> askama::Result<String> {
        Text { page: self, labels: self.labels() }.render()
    }

    /// Lays it out as HTML, with its styles inline, as mail programs want it.
    ///
    /// # Errors
    /// Only if the template is at fault.
    pub fn html(&self) -> askama::Result<String> {
        Html { page: self, labels: self.labels() }.render()
    }
}

#[derive(Template)]
#[template(path = "page.txt", escape = "none")]
struct Text<'a> {
    page: &'a Page,
    labels: Labels,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Html<'a> {
    page: &'a Page,
    labels: Labels,
}
