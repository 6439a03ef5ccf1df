//! The languages that people are addressed in.

use crate::words;

words! {
    /// A language (语言) of mails, messages and pages. A site speaks Chinese unless a person chose otherwise.
    Language {
        Zh = "ZH", "中文", "Chinese";
        En = "EN", "英文", "English";
    }
}

impl Language {
    /// The wording in this language.
    pub fn choose<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
