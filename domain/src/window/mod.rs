//! Windows (期次): which of them a rulebook gives an organization, and in which state each of them is.

pub mod plan;
pub mod profile;
pub mod status;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod reclassification_tests;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize, Serializer};

pub use plan::{InForce, PlannedDuty, PlannedWindow, plan, windows};
pub use profile::{Change, Profile};
pub use status::{WindowFacts, WindowStatus, recorded_late, status, status_as_of};

use crate::words;

words! {
    /// Why a window or a duty ended before its time (终止方式).
    EndedAs {
        Superseded = "SUPERSEDED", "取代", "Superseded by another classification";
        Excused = "EXCUSED", "免除", "Excused";
    }
}

/// The end of a window or a duty before its time (提前终止).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// The first day on which it is no longer owed.
    #[serde(serialize_with = "iso_date")]
    pub on: NaiveDate,
    /// Why.
    #[serde(rename = "as")]
    pub how: EndedAs,
}

/// Writes a date as `2023-05-22`. Planning a whole province is mostly the writing of dates, and chrono's general formatter
/// is several times slower than these ten bytes.
fn iso_date<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    let Ok(year @ 0..=9999) = u32::try_from(date.year()) else { return date.serialize(serializer) };
    let digit = |value: u32| char::from_digit(value % 10, 10).unwrap_or('0') as u8;
    let (month, day) = (date.month(), date.day());
    let text = [digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), b'-', digit(month / 10), digit(month), b'-', digit(day / 10), digit(day)];
    match std::str::from_utf8(&text) {
        Ok(text) => serializer.serialize_str(text),
        Err(_) => date.serialize(serializer),
    }
}
