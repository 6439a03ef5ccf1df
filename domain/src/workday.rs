//! China's official holidays (法定节假日) and the weekend days worked in exchange (调休), as data: one file for each year that
//! the State Council's General Office has published.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;
use toml::Spanned;

use crate::Refusal;
use crate::workdays::Workdays;

const BUILTIN: [&str; 4] = [
    include_str!("../../rulebook/workdays/2023.toml"),
    include_str!("../../rulebook/workdays/2024.toml"),
    include_str!("../../rulebook/workdays/2025.toml"),
    include_str!("../../rulebook/workdays/2026.toml"),
];

/// The working days (工作日) of the published years. In a year not yet published, Monday to Friday are taken for working days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    years: BTreeMap<i32, Year>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Year {
    source: String,
    holidays: Vec<Holiday>,
    workdays: BTreeSet<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Holiday {
    name: String,
    from: NaiveDate,
    to: NaiveDate,
}

impl Holiday {
    fn contains(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearFile {
    year: Spanned<i32>,
    source: String,
    #[serde(default, rename = "holiday")]
    holidays: Vec<HolidayEntry>,
    #[serde(default)]
    workdays: Vec<Spanned<toml::Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayEntry {
    name: String,
    from: Spanned<toml::Value>,
    to: Spanned<toml::Value>,
}

impl WorkCalendar {
    /// The calendar with the years that are part of the program.
    pub fn builtin() -> Self {
        BUILTIN.iter().try_fold(Self::default(), |calendar, text| calendar.with_year(text)).expect("a test reads the embedded years")
    }

    /// The calendar with one more year, read from the text of its file (`rulebook/workdays/2023.toml` is an example). A year that
    /// is known already is replaced: the General Office has amended its notice before.
    ///
    /// # Errors
    /// `BAD_WORKDAYS`, naming the line of the file and what would be right.
    pub fn with_year(mut self, text: &str) -> Result<Self, Refusal> {
        let file = toml::from_str::<YearFile>(text).map_err(|error| {
            let reason = error.message().to_owned();
            refusal(text, error.span(), &reason, &reason)
        })?;
        let year = *file.year.get_ref();
        if NaiveDate::from_ymd_opt(year, 1, 1).is_none_or(|first| !(1949..=9999).contains(&first.year())) {
            return Err(refusal(text, Some(file.year.span()), &format!("{year}不是年份，应为如2027"), &format!("{year} is no year; right would be e.g. 2027")));
        }
        let holidays = read_holidays(text, year, &file.holidays)?;
        let workdays = read_workdays(text, year, &file.workdays, &holidays)?;
        self.years.insert(year, Year { source: file.source, holidays, workdays });
        Ok(self)
    }

    /// Whether the holidays of a year are known. Where they are not, callers say so beside what they computed.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// The notice from which a known year was taken.
    pub fn source(&self, year: i32) -> Option<&str> {
        self.years.get(&year).map(|year| year.source.as_str())
    }

    /// The name of the official holiday (节假日) that a date lies in.
    pub fn holiday(&self, date: NaiveDate) -> Option<&str> {
        self.years.get(&date.year())?.holidays.iter().find(|holiday| holiday.contains(date)).map(|holiday| holiday.name.as_str())
    }
}

impl Workdays for WorkCalendar {
    fn is_workday(&self, date: NaiveDate) -> bool {
        let worked_weekend = self.years.get(&date.year()).is_some_and(|year| year.workdays.contains(&date));
        worked_weekend || !(is_weekend(date) || self.holiday(date).is_some())
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn read_holidays(text: &str, year: i32, entries: &[HolidayEntry]) -> Result<Vec<Holiday>, Refusal> {
    let mut holidays: Vec<Holiday> = Vec::with_capacity(entries.len());
    for entry in entries {
        let holiday = Holiday { name: entry.name.clone(), from: read_date(text, year, &entry.from)?, to: read_date(text, year, &entry.to)? };
        let Holiday { name, from, to } = &holiday;
        if from > to {
            let zh = format!("{name}的from（{from}）晚于to（{to}），应为首日在前、末日在后");
            let en = format!("{name} is from {from} to {to}; right would be the first day as `from` and the last as `to`");
            return Err(refusal(text, Some(entry.to.span()), &zh, &en));
        }
        if let Some(other) = holidays.iter().find(|other| other.from <= *to && *from <= other.to) {
            let zh = format!("{name}与{}（{}至{}）重叠，应合并为一个或改正日期", other.name, other.from, other.to);
            let en = format!("{name} overlaps {} ({} to {}); right would be one entry for both, or other dates", other.name, other.from, other.to);
            return Err(refusal(text, Some(entry.from.span()), &zh, &en));
        }
        holidays.push(holiday);
    }
    Ok(holidays)
}

fn read_workdays(text: &str, year: i32, entries: &[Spanned<toml::Value>], holidays: &[Holiday]) -> Result<BTreeSet<NaiveDate>, Refusal> {
    let mut workdays = BTreeSet::new();
    for entry in entries {
        let date = read_date(text, year, entry)?;
        let wrong = |zh: &str, en: &str| Err(refusal(text, Some(entry.span()), zh, en));
        if !is_weekend(date) {
            let day = date.format("%A");
            return wrong(
                &format!("{date}不是周末，workdays只列调休上班的周六、周日"),
                &format!("{date} is a {day}; `workdays` lists only Saturdays and Sundays that are worked"),
            );
        }
        if let Some(holiday) = holidays.iter().find(|holiday| holiday.contains(date)) {
            return wrong(
                &format!("{date}在{}假期内（{}至{}），不能同时是工作日，应从其中一处删去", holiday.name, holiday.from, holiday.to),
                &format!("{date} lies in {} ({} to {}) and cannot be worked; take it out of one of them", holiday.name, holiday.from, holiday.to),
            );
        }
        if !workdays.insert(date) {
            return wrong(&format!("{date}重复，应只列一次"), &format!("{date} is listed twice; right would be once"));
        }
    }
    Ok(workdays)
}

/// Reads a date, quoted or not: the other files of a rulebook quote theirs, TOML itself does not.
fn read_date(text: &str, year: i32, value: &Spanned<toml::Value>) -> Result<NaiveDate, Refusal> {
    let given = match value.get_ref() {
        toml::Value::String(string) => string.clone(),
        other => other.to_string(),
    };
    let Ok(date) = given.parse::<NaiveDate>() else {
        let zh = format!("“{given}”不是日期，应为如\"{year}-10-01\"");
        let en = format!("`{given}` is no date; right would be e.g. \"{year}-10-01\"");
        return Err(refusal(text, Some(value.span()), &zh, &en));
    };
    if date.year() != year {
        let zh = format!("{date}不在{year}年内，应写入{}年的文件", date.year());
        let en = format!("{date} is not in {year}; right would be the file of {}", date.year());
        return Err(refusal(text, Some(value.span()), &zh, &en));
    }
    Ok(date)
}

fn refusal(text: &str, span: Option<Range<usize>>, zh: &str, en: &str) -> Refusal {
    let line = span.and_then(|span| text.get(..span.start)).map_or(1, |before| before.matches('\n').count() + 1);
    Refusal::new("BAD_WORKDAYS", format!("第{line}行：{zh}"), format!("line {line}: {en}"))
}

#[cfg(test)]
mod tests;
