//! Closure candidates (提请关闭对象), clause 2.2.3: 重大事故隐患长期存在并多次受到处罚的. 安全生产法 第113条(一) measures it: 存在重大事故隐患，
//! 一百八十日内三次或者一年内四次受到本法规定的行政处罚的.
//!
//! The spans lie between the penalties themselves, not before today: who was penalised thrice within 180 days does not escape by
//! waiting while the hazard is still there. Days are counted as 民法典 第201、202条 count them: the first day is left out, so a penalty
//! on the 180th day after another, or on the same date a year later, is still within the span. A hazard counts if it is still
//! open and was there by the last of the penalties; one that was found later was not penalised.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use uuid::Uuid;

use crate::{Language, Word, words};

words! {
    /// By which number of penalties within which span (提请关闭情形), 安全生产法 第113条(一).
    ClosureGround {
        ThreeWithin180Days = "THREE_WITHIN_180_DAYS", "180日内3次行政处罚", "3 penalties within 180 days";
        FourWithinOneYear = "FOUR_WITHIN_ONE_YEAR", "1年内4次行政处罚", "4 penalties within one year";
    }
}

const DAYS: i64 = 180;

/// A penalty of an enterprise that is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Penalty {
    /// Its key.
    pub id: Uuid,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// The other one of its pair (一案双罚).
    pub pair: Option<Uuid>,
    /// The number of its document (文号). Several penalties by one document are one decision.
    pub number: Option<String>,
}

/// A major hazard that is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenHazard {
    /// Its key.
    pub id: Uuid,
    /// When it was found.
    pub found_on: NaiveDate,
}

/// Why an enterprise is to be referred for closure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidacy {
    /// By which number of penalties.
    pub ground: ClosureGround,
    /// The penalties within the span, each pair and each document once, the earliest first.
    pub penalties: Vec<(Uuid, NaiveDate)>,
    /// The major hazards that are still open and were there by the last of the penalties, in the order in which they were found.
    pub hazards: Vec<Uuid>,
}

impl Candidacy {
    /// The day of the first penalty of the span.
    pub fn from(&self) -> Option<NaiveDate> {
        self.penalties.first().map(|(_, day)| *day)
    }

    /// The day of the last penalty of the span.
    pub fn until(&self) -> Option<NaiveDate> {
        self.penalties.last().map(|(_, day)| *day)
    }

    /// The ground with its facts, in words.
    pub fn in_words(&self, language: Language) -> String {
        let days = |separator: &str| self.penalties.iter().map(|(_, day)| day.to_string()).collect::<Vec<_>>().join(separator);
        let (times, hazards) = (self.penalties.len(), self.hazards.len());
        match language {
            Language::Zh => format!(
                "{}：{}受到行政处罚共{times}次，仍有{hazards}项重大隐患未销号，符合《安全生产法》第113条第（一）项，应依法提请关闭。",
                self.ground.zh(),
                days("、")
            ),
            Language::En => format!(
                "{}: penalised {times} times, on {}, with {hazards} major hazard(s) still open. By article 113(1) of the Work Safety Law it is to be referred for closure.",
                self.ground.en(),
                days(", ")
            ),
        }
    }
}

/// Whether an enterprise is a closure candidate on a day: by the latest span of its penalties that is one.
pub fn closure_candidate(penalties: &[Penalty], hazards: &[OpenHazard], on: NaiveDate) -> Option<Candidacy> {
    let decisions = decisions(penalties, on);
    (0..decisions.len()).rev().find_map(|last| {
        let (until, ground) = (decisions[last].1, ground(&decisions[..=last])?);
        let within = |day: NaiveDate| match ground {
            ClosureGround::ThreeWithin180Days => within_days(day, until),
            ClosureGround::FourWithinOneYear => within_year(day, until),
        };
        let mut there: Vec<_> = hazards.iter().filter(|hazard| hazard.found_on <= until).collect();
        there.sort_by_key(|hazard| (hazard.found_on, hazard.id));
        let hazards: Vec<Uuid> = there.into_iter().map(|hazard| hazard.id).collect();
        let penalties = decisions[..=last].iter().copied().filter(|&(_, day)| within(day)).collect();
        (!hazards.is_empty()).then_some(Candidacy { ground, penalties, hazards })
    })
}

/// The decisions up to a day, in order of time: of a pair one, of a document one.
fn decisions(penalties: &[Penalty], on: NaiveDate) -> Vec<(Uuid, NaiveDate)> {
    let mut sorted: Vec<&Penalty> = penalties.iter().filter(|penalty| penalty.decided_on <= on).collect();
    sorted.sort_by_key(|penalty| (penalty.decided_on, penalty.id));
    let (mut counted, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    sorted.retain(|penalty| {
        let of_pair = penalty.pair.is_some_and(|pair| counted.contains(&pair));
        let number = penalty.number.as_deref().map(str::trim).filter(|number| !number.is_empty());
        let of_document = number.is_some_and(|number| !numbers.insert(number));
        counted.insert(penalty.id);
        !of_pair && !of_document
    });
    sorted.into_iter().map(|penalty| (penalty.id, penalty.decided_on)).collect()
}

/// The ground that ends with the last of these decisions.
fn ground(decisions: &[(Uuid, NaiveDate)]) -> Option<ClosureGround> {
    let back = |steps: usize| decisions.len().checked_sub(steps).and_then(|at| decisions.get(at)).map(|(_, day)| *day);
    let last = back(1)?;
    if back(3).is_some_and(|first| within_days(first, last)) {
        Some(ClosureGround::ThreeWithin180Days)
    } else if back(4).is_some_and(|first| within_year(first, last)) {
        Some(ClosureGround::FourWithinOneYear)
    } else {
        None
    }
}

fn within_days(first: NaiveDate, last: NaiveDate) -> bool {
    (last - first).num_days() <= DAYS
}

/// Where the last month has no such day, its last day ends the year (民法典 第202条).
fn within_year(first: NaiveDate, last: NaiveDate) -> bool {
    first.checked_add_months(Months::new(12)).is_none_or(|end| last <= end)
}

#[cfg(test)]
mod tests;
