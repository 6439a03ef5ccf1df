//! Turns of phrase in both languages: dates, how long is left, how late it is, and the names of clauses.

use chrono::{Datelike, NaiveDate, Weekday};
use redline_domain::{Language, Workdays};

/// A date as people write it: `2023年6月30日（星期五）`, `Friday, 30 June 2023`.
pub fn long_date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Zh => format!("{}年{}月{}日（{}）", date.year(), date.month(), date.day(), weekday(date.weekday())),
        Language::En => date.format("%A, %-d %B %Y").to_string(),
    }
}

/// A date without its year, for subjects: `6月30日`, `30 June`.
pub fn short_date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Zh => format!("{}月{}日", date.month(), date.day()),
        Language::En => date.format("%-d %B").to_string(),
    }
}

/// A span of days, both included.
pub fn span(language: Language, from: NaiveDate, to: NaiveDate) -> String {
    match language {
        Language::Zh => format!("{from} 至 {to}"),
        Language::En => format!("{from} to {to}"),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "星期一",
        Weekday::Tue => "星期二",
        Weekday::Wed => "星期三",
        Weekday::Thu => "星期四",
        Weekday::Fri => "星期五",
        Weekday::Sat => "星期六",
        Weekday::Sun => "星期日",
    }
}

/// How long is left, or how late it is.
pub fn standing(language: Language, today: NaiveDate, due_on: NaiveDate, workdays: &dyn Workdays) -> String {
    if today <= due_on { left(language, today, due_on) } else { late(language, today, due_on, workdays) }
}

fn left(language: Language, today: NaiveDate, due_on: NaiveDate) -> String {
    match ((due_on - today).num_days(), language) {
        (0, Language::Zh) => "今天到期".to_owned(),
        (0, Language::En) => "due today".to_owned(),
        (1, Language::Zh) => "明天到期".to_owned(),
        (1, Language::En) => "due tomorrow".to_owned(),
        (days, Language::Zh) => format!("还有{days}天"),
        (days, Language::En) => format!("{days} days left"),
    }
}

/// Calendar days for everybody, working days for who counts in them, as the ladder does.
fn late(language: Language, today: NaiveDate, due_on: NaiveDate, workdays: &dyn Workdays) -> String {
    let days = usize::try_from((today - due_on).num_days()).unwrap_or(0);
    let working = due_on.iter_days().skip(1).take_while(|day| *day <= today).filter(|&day| workdays.is_workday(day)).count();
    match (language, working) {
        (Language::Zh, 0) => format!("已逾期{days}天"),
        (Language::Zh, working) => format!("已逾期{days}天（{working}个工作日）"),
        (Language::En, 0) => format!("{} late", count(days, "day")),
        (Language::En, working) => format!("{} late ({})", count(days, "day"), count(working, "working day")),
    }
}

/// `1 day`, `2 days`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// A clause as the notice numbers it, with its path: `通知二（一）1（2.1.1）`, `clause 2.1.1 of the notice (二（一）1)`.
pub fn clause(language: Language, path: &str) -> String {
    let numbered: Vec<String> = path
        .split('.')
        .enumerate()
        .map(|(level, number)| match (level, number.parse::<usize>().ok().and_then(|number| NUMERALS.get(number.checked_sub(1)?))) {
            (0, Some(numeral)) => (*numeral).to_owned(),
            (1, Some(numeral)) => format!("（{numeral}）"),
            _ => number.to_owned(),
        })
        .collect();
    match language {
        Language::Zh => format!("通知{}（{path}）", numbered.concat()),
        Language::En => format!("clause {path} of the notice ({})", numbered.concat()),
    }
}

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The first characters of a text, for subjects.
pub fn shortened(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters { text.to_owned() } else { text.chars().take(characters - 1).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use redline_domain::WorkCalendar;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn how_late_it_is_is_said_in_days_and_in_working_days_where_there_were_any() {
        let calendar = WorkCalendar::builtin();
        let said = |today: &str| [Language::Zh, Language::En].map(|language| standing(language, day(today), day("2023-06-30"), &calendar));
        assert_eq!(said("2023-06-28"), ["还有2天", "2 days left"]);
        assert_eq!(said("2023-06-29"), ["明天到期", "due tomorrow"]);
        assert_eq!(said("2023-06-30"), ["今天到期", "due today"]);
        assert_eq!(said("2023-07-01"), ["已逾期1天", "1 day late"]);
        assert_eq!(said("2023-07-03"), ["已逾期3天（1个工作日）", "3 days late (1 working day)"]);
        assert_eq!(said("2023-07-20"), ["已逾期20天（14个工作日）", "20 days late (14 working days)"]);
    }

    #[test]
    fn a_clause_is_named_as_in_the_notice_and_by_its_path() {
        assert_eq!(clause(Language::Zh, "2.1.5"), "通知二（一）5（2.1.5）");
        assert_eq!(clause(Language::Zh, "3"), "通知三（3）");
        assert_eq!(clause(Language::En, "4.3"), "clause 4.3 of the notice (四（三）)");
    }

    #[test]
    fn a_long_text_is_cut_at_a_character_and_says_so() {
        assert_eq!(shortened("储罐区可燃气体", 7), "储罐区可燃气体");
        assert_eq!(shortened("储罐区可燃气体", 6), "储罐区可燃…");
    }
}
