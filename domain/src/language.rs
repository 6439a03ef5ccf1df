//! The languages that people are addressed in.

use crate::words;

words! {
    /// A language (语言) of mails, messages and pages. A site speaks Chinese unless a person chose otherwise.
    Language {
        Zh = "ZH", "中文", "Chinese";
        En = "EN", "英文", "English";
    }
}
