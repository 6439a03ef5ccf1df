//! A refusal (拒绝): what a person asked for cannot be done, why, and what would be right, in both languages.

use crate::Language;

/// Why something asked for is refused. It is data for the person who asked, not an error of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A stable code in `SCREAMING_SNAKE_CASE`.
    pub code: &'static str,
    /// The path of the input field at fault, e.g. `plan.measures`.
    pub field: Option<String>,
    /// The clause of the notice that forbids it.
    pub clause: Option<&'static str>,
    zh: String,
    en: String,
}

impl Refusal {
    /// A refusal with its sentence in Chinese and in English.
    pub fn new(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, field: None, clause: None, zh: zh.into(), en: en.into() }
    }

    /// Names the input field at fault.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Names the clause of the notice that forbids it.
    #[must_use]
    pub fn clause(mut self, clause: &'static str) -> Self {
        self.clause = Some(clause);
        self
    }

    /// The sentence in a language.
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.en)
    }
}

impl std::error::Error for Refusal {}
