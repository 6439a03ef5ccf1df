//! Small sentences in both languages (文字).

use redline_domain::{
    Language, Period, Word,
    rulebook::{Cadence, Text},
};

/// A text in a language.
pub fn pick(text: &Text, language: Language) -> &str {
    match language {
        Language::Zh => &text.zh,
        Language::En => &text.en,
    }
}

/// How often and by when, in words.
pub fn cadence_in_words(cadence: &Cadence, language: Language) -> String {
    let zh = language == Language::Zh;
    match cadence {
        Cadence::Every { period, high_hazard, due_day_of_next_month } => {
            let mut words = every(*period, zh).to_owned();
            if let Some(high) = high_hazard {
                let high = every(*high, zh);
                words = if zh { format!("{words}，高危行业领域{high}") } else { format!("{words}; high-hazard enterprises {high}") };
            }
            if let Some(day) = due_day_of_next_month {
                words += &if zh { format!("，次月{day}日前") } else { format!(", due on day {day} of the next month") };
            }
            words
        }
        Cadence::Once { dates } => {
            let days: Vec<String> = dates.iter().map(|date| date.by.to_string()).collect();
            if zh { format!("{}前各一次", days.join("、")) } else { format!("once by {}", days.join(", ")) }
        }
        Cadence::EachPhase => (if zh { "每阶段一次" } else { "once in each phase" }).to_owned(),
        Cadence::Event { on, days } => match (days, zh) {
            (Some(days), true) => format!("{}后{days}日内", on.zh()),
            (Some(days), false) => format!("within {days} days after: {}", on.en()),
            (None, true) => format!("{}时", on.zh()),
            (None, false) => format!("when: {}", on.en()),
        },
        Cadence::Standing => (if zh { "长期坚持" } else { "always" }).to_owned(),
    }
}

fn every(period: Period, zh: bool) -> &'static str {
    match (period, zh) {
        (Period::Week, true) => "每周",
        (Period::Month, true) => "每月",
        (Period::Quarter, true) => "每季度",
        (Period::HalfYear, true) => "每半年",
        (Period::Year, true) => "每年",
        (Period::Week, false) => "every week",
        (Period::Month, false) => "every month",
        (Period::Quarter, false) => "every quarter",
        (Period::HalfYear, false) => "every half-year",
        (Period::Year, false) => "every year",
    }
}
