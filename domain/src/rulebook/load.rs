//! Loading a rulebook, and asking it.

use chrono::NaiveDate;

use super::{Ladder, Mistake, Phase, Rule, Rulebook, check};
use crate::Sector;

impl Rulebook {
    /// Reads a rulebook (方案) from TOML; `name` is the file's name in the mistakes. Every mistake that can be told is
    /// told at once, in the order of the lines.
    pub fn parse(name: &str, toml: &str) -> Result<Self, Vec<Mistake>> {
        check::read(name, toml)
    }

    /// The text of a rulebook that is part of the program (内置方案).
    pub fn builtin(code: &str) -> Option<&'static str> {
        match code {
            "wushenzhao-2023" => Some(include_str!("../../../rulebook/wushenzhao-2023.toml")),
            _ => None,
        }
    }

    /// The rule (条款) of a code.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.code == code)
    }

    /// The ladder (催办阶梯) of a code.
    pub fn ladder(&self, code: &str) -> Option<&Ladder> {
        self.ladders.iter().find(|ladder| ladder.code == code)
    }

    /// The phase (阶段) of the action that a date falls in; none outside the action.
    pub fn phase_at(&self, date: NaiveDate) -> Option<&Phase> {
        if date < self.begins_on {
            return None;
        }
        self.phases.iter().find(|phase| date <= phase.until)
    }

    /// Whether any of an enterprise's sectors is high-hazard (高危行业领域).
    pub fn is_high_hazard(&self, sectors: &[Sector]) -> bool {
        self.sectors.iter().any(|entry| entry.high_hazard && sectors.contains(&entry.code))
    }

    /// The rules whose quotation (原文) does not stand in the notice. Spaces and line breaks do not count.
    pub fn check_quotations(&self, notice: &str) -> Vec<&Rule> {
        let notice = without_spaces(notice);
        self.rules.iter().filter(|rule| !notice.contains(&without_spaces(&rule.quote))).collect()
    }
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
