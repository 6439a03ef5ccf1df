//! What the tests of this module share.

use chrono::NaiveDate;

use super::{PlannedWindow, Profile, windows};
use crate::Rulebook;

/// The shipped rulebook.
pub fn rulebook() -> Rulebook {
    let code = "wushenzhao-2023";
    Rulebook::parse(code, Rulebook::builtin(code).expect("it is shipped")).expect("it is valid")
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A profile from its JSON.
pub fn profile(json: &str) -> Profile {
    serde_json::from_str(json).expect("a profile")
}

/// An enterprise of one sector, with traits, from a day on.
pub fn enterprise(sector: &str, traits: &[&str], from: &str) -> Profile {
    profile(&serde_json::json!({"kind": "ENTERPRISE", "sectors": [sector], "traits": traits, "from": from}).to_string())
}

/// An organization without sectors or traits, from a day on.
pub fn organization(kind: &str, from: &str) -> Profile {
    profile(&serde_json::json!({"kind": kind, "from": from}).to_string())
}

/// The windows of one rule, a line each: `opens closes`, then `due …` where it differs, then `… on …` where it ended.
pub fn lines(rulebook: &Rulebook, profile: &Profile, rule: &str) -> Vec<String> {
    windows(rulebook, profile).iter().filter(|window| window.rule == rule).map(line).collect()
}

fn line(window: &PlannedWindow<'_>) -> String {
    let mut line = format!("{} {}", window.opens_on, window.closes_on);
    if window.due_on != window.closes_on {
        line += &format!(" due {}", window.due_on);
    }
    if let Some(ended) = window.ended {
        line += &format!(" {} on {}", ended.how, ended.on);
    }
    line
}
