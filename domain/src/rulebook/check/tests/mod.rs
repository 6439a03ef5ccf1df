//! The shipped rulebook is right; broken ones are told of line by line.

mod broken;
mod shipped;

use crate::Rulebook;

const GOOD: &str = include_str!("../good.toml");

/// The mistakes of the good rulebook with some of its text replaced, each as `LINE: message`.
fn mistakes(replacements: &[(&str, &str)]) -> Vec<String> {
    let broken = replacements.iter().fold(GOOD.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "not in the good rulebook: {from}");
        text.replacen(from, to, 1)
    });
    let told = Rulebook::parse("f", &broken).err().unwrap_or_default();
    told.iter().map(|mistake| mistake.to_string()).map(|told| told.strip_prefix("f:").map(str::to_owned).unwrap_or(told)).collect()
}
