//! Which record counts for which window (履职认定).
//!
//! A record counts for every window in whose period it happened. One that happened after a due date makes good, besides, one
//! window that was missed: the oldest. All of it follows from the records alone, whatever the order in which they came in.

use chrono::NaiveDate;
use uuid::Uuid;

/// A record that may count (候选记录).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// The record.
    pub record: Uuid,
    /// The day by which it belongs to a period: the day on which it happened; for a report any day of the period that it
    /// reports on.
    pub counts_on: NaiveDate,
    /// The day on which it happened or was submitted, which decides whether it is late.
    pub done_on: NaiveDate,
    /// The day on which it was recorded.
    pub recorded_on: NaiveDate,
    /// Which evidence entry of the rule it satisfies.
    pub requirement: usize,
    /// Whether it speaks of one period only, as a report does: it never makes good another.
    pub by_period: bool,
}

/// A window of a duty, as far as evidence goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WindowSpan {
    /// The window.
    pub id: Uuid,
    /// Its first day.
    pub opens_on: NaiveDate,
    /// Its last day.
    pub closes_on: NaiveDate,
    /// The day by the end of which it is owed.
    pub due_on: NaiveDate,
    /// How many records each requirement asks for.
    pub required: u32,
    /// The first day on which it was no longer owed.
    pub ended_on: Option<NaiveDate>,
    /// How many evidence entries the rule has; all of them are to be met.
    pub requirements: usize,
}

/// A record that counts for a window (履职记录).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The record.
    pub record: Uuid,
    /// Which evidence entry it satisfies.
    pub requirement: usize,
    /// Whether it was done only after the window was due.
    pub late: bool,
}

/// What counts for a window, and whether that fulfils it (认定结果).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The window.
    pub window: Uuid,
    /// What counts for it, in the order in which it was done.
    pub links: Vec<Link>,
    /// The day on which the last of what it asks for was done.
    pub fulfilled_on: Option<NaiveDate>,
    /// The day by which enough was recorded to know it fulfilled.
    pub fulfilled_recorded_on: Option<NaiveDate>,
}

/// Assigns the records of a duty to its windows. The result is in the order of the windows' due dates and does not depend on
/// the order of what is given.
pub fn assign(windows: &[WindowSpan], candidates: &[Candidate]) -> Vec<Assignment> {
    let mut tallies: Vec<Tally<'_>> = windows.iter().map(|window| Tally { window, counted: Vec::new() }).collect();
    tallies.sort_by_key(|tally| (tally.window.due_on, tally.window.opens_on, tally.window.closes_on, tally.window.id));

    let mut candidates: Vec<&Candidate> = candidates.iter().collect();
    candidates.sort_by_key(|it| (it.done_on, it.recorded_on, it.record, it.requirement, it.counts_on, it.by_period));
    candidates.dedup();
    for candidate in candidates {
        let asked_for = |tally: &&mut Tally<'_>| candidate.requirement < tally.window.requirements && tally.is_owed_on(candidate.done_on);
        for tally in tallies.iter_mut().filter(asked_for).filter(|tally| tally.contains(candidate)) {
            tally.count(candidate);
        }
        if !candidate.by_period
            && let Some(missed) = tallies.iter_mut().filter(asked_for).find(|tally| tally.was_missed(candidate))
        {
            missed.count(candidate);
        }
    }
    tallies.iter().map(Tally::assignment).collect()
}

/// A window with what counts for it so far.
struct Tally<'a> {
    window: &'a WindowSpan,
    counted: Vec<&'a Candidate>,
}

impl<'a> Tally<'a> {
    // A window that ended afterwards keeps what was done before.
    fn is_owed_on(&self, done_on: NaiveDate) -> bool {
        self.window.ended_on.is_none_or(|ended_on| done_on < ended_on)
    }

    fn contains(&self, candidate: &Candidate) -> bool {
        (self.window.opens_on..=self.window.closes_on).contains(&candidate.counts_on)
    }

    fn was_missed(&self, candidate: &Candidate) -> bool {
        candidate.done_on > self.window.due_on && self.of(candidate.requirement).count() < self.required()
    }

    fn count(&mut self, candidate: &'a Candidate) {
        if !self.of(candidate.requirement).any(|counted| counted.record == candidate.record) {
            self.counted.push(candidate);
        }
    }

    fn of(&self, requirement: usize) -> impl Iterator<Item = &'a Candidate> {
        self.counted.iter().copied().filter(move |counted| counted.requirement == requirement)
    }

    fn required(&self) -> usize {
        self.window.required.max(1) as usize
    }

    /// The day on which every requirement had enough, as `day` tells it.
    fn enough_on(&self, day: impl Fn(&Candidate) -> NaiveDate) -> Option<NaiveDate> {
        let enough = (0..self.window.requirements).map(|requirement| {
            let mut days: Vec<NaiveDate> = self.of(requirement).map(&day).collect();
            days.sort_unstable();
            days.get(self.required() - 1).copied()
        });
        enough.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    fn assignment(&self) -> Assignment {
        let link = |it: &&Candidate| Link { record: it.record, requirement: it.requirement, late: it.done_on > self.window.due_on };
        Assignment {
            window: self.window.id,
            links: self.counted.iter().map(link).collect(),
            fulfilled_on: self.enough_on(|it| it.done_on),
            fulfilled_recorded_on: self.enough_on(|it| it.recorded_on),
        }
    }
}
