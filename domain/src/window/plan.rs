//! Planning (排期): which windows a rulebook gives an organization over the whole action.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::{Ended, EndedAs, Profile, iso_date, profile::Segment};
use crate::{
    Period, Rulebook,
    rulebook::{Cadence, OnceDate, Rule, Settings},
};

/// How a duty recurs for this organization (适用周期): the cadence of its rule, with the period that is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InForce {
    /// Every such period.
    Every(Period),
    /// Once for each date of the rule.
    Once,
    /// Once in each phase.
    EachPhase,
    /// When something happens: no window is planned.
    Event,
    /// Always: no window is planned.
    Standing,
}

/// A rule that applies to the organization over a span of days (职责).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedDuty<'a> {
    /// The code of the rule.
    pub rule: &'a str,
    /// How it recurs.
    pub in_force: InForce,
    /// The first day on which it is owed.
    pub begins_on: NaiveDate,
    /// Its end, if that comes before the action's.
    pub ended: Option<Ended>,
    /// Its windows, in order.
    pub windows: Vec<PlannedWindow<'a>>,
}

/// One period of a duty (期次), as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedWindow<'a> {
    /// The code of the rule.
    pub rule: &'a str,
    /// Its first day, which may lie before the duty's.
    #[serde(serialize_with = "iso_date")]
    pub opens_on: NaiveDate,
    /// Its last day.
    #[serde(serialize_with = "iso_date")]
    pub closes_on: NaiveDate,
    /// The day by the end of which it is owed.
    #[serde(serialize_with = "iso_date")]
    pub due_on: NaiveDate,
    /// Its end, if that comes before its last day.
    pub ended: Option<Ended>,
}

/// The duties of an organization and their windows, in the order of the rulebook and of time. A rule makes a new duty each
/// time that it begins to apply anew or that its period changes.
pub fn plan<'a>(rulebook: &'a Rulebook, profile: &Profile) -> Vec<PlannedDuty<'a>> {
    let segments = profile.segments(rulebook);
    let mut duties = Vec::new();
    for rule in rulebook.rules.iter().filter(|rule| rule.applies.kind == profile.kind) {
        duties.extend(spans(rule, &segments).into_iter().map(|span| span.duty(rulebook, rule, profile)));
    }
    duties
}

/// All windows of an organization, sorted by rule, then by their days.
pub fn windows<'a>(rulebook: &'a Rulebook, profile: &Profile) -> Vec<PlannedWindow<'a>> {
    let duties = plan(rulebook, profile);
    let mut windows = Vec::with_capacity(duties.iter().map(|duty| duty.windows.len()).sum());
    windows.extend(duties.into_iter().flat_map(|duty| duty.windows));
    // Stable: where a cadence came back within one period, the window that was ended stays before the new one.
    windows.sort_by_key(|window: &PlannedWindow<'_>| (window.rule, window.opens_on, window.closes_on, window.due_on));
    windows
}

/// The days in which a rule applies with one and the same cadence.
struct Span {
    begins_on: NaiveDate,
    /// The day after the last.
    until: NaiveDate,
    in_force: InForce,
}

fn spans(rule: &Rule, segments: &[Segment<'_>]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for segment in segments.iter().filter(|segment| applies(rule, segment)) {
        let in_force = in_force(rule, segment);
        match spans.last_mut() {
            Some(last) if last.until == segment.begins_on && last.in_force == in_force => last.until = segment.until,
            _ => spans.push(Span { begins_on: segment.begins_on, until: segment.until, in_force }),
        }
    }
    spans
}

fn applies(rule: &Rule, segment: &Segment<'_>) -> bool {
    let wanted = &rule.applies.any_trait;
    wanted.is_empty() || wanted.iter().any(|wanted| segment.traits.contains(wanted))
}

fn in_force(rule: &Rule, segment: &Segment<'_>) -> InForce {
    match &rule.cadence {
        Cadence::Every { high_hazard: Some(period), .. } if segment.high_hazard => InForce::Every(*period),
        Cadence::Every { period, .. } => InForce::Every(*period),
        Cadence::Once { .. } => InForce::Once,
        Cadence::EachPhase => InForce::EachPhase,
        Cadence::Event { .. } => InForce::Event,
        Cadence::Standing => InForce::Standing,
    }
}

impl Span {
    fn duty<'a>(&self, rulebook: &'a Rulebook, rule: &'a Rule, profile: &Profile) -> PlannedDuty<'a> {
        let ended = (self.until <= rulebook.ends_on)
            .then(|| Ended { on: self.until, how: if profile.until == Some(self.until) { EndedAs::Excused } else { EndedAs::Superseded } });
        let window = |(opens_on, closes_on, due_on): (NaiveDate, NaiveDate, NaiveDate)| PlannedWindow {
            rule: &rule.code,
            opens_on,
            closes_on,
            due_on,
            // What was over by then is owed as it was; what would open then or later is not planned at all.
            ended: ended.filter(|ended| closes_on >= ended.on),
        };
        let windows = match (&rule.cadence, self.in_force) {
            (Cadence::Every { due_day_of_next_month, .. }, InForce::Every(period)) => {
                self.periods(period, *due_day_of_next_month, &rulebook.settings).map(window).collect()
            }
            (Cadence::Once { dates }, _) => dates.iter().filter_map(|date| self.once(rulebook, date)).map(window).collect(),
            (Cadence::EachPhase, _) => phases(rulebook).filter_map(|phase| self.once(rulebook, &phase)).map(window).collect(),
            _ => Vec::new(),
        };
        PlannedDuty { rule: &rule.code, in_force: self.in_force, begins_on: self.begins_on, ended, windows }
    }

    fn periods(&self, period: Period, due_day: Option<u32>, settings: &Settings) -> impl Iterator<Item = (NaiveDate, NaiveDate, NaiveDate)> {
        let (begins_on, until, min_days) = (self.begins_on, self.until, i64::from(settings.min_days_of_begun_period));
        let mut first = period.first_day(begins_on);
        std::iter::from_fn(move || {
            let opens_on = first;
            first = period.next_first_day(first);
            (opens_on < until).then(|| (opens_on, first - Days::new(1)))
        })
        .filter(move |&(opens_on, closes_on)| opens_on >= begins_on || period == Period::Week || (closes_on - begins_on).num_days() + 1 >= min_days)
        .map(move |(opens_on, closes_on)| (opens_on, closes_on, due_day.map_or(closes_on, |day| day_of_next_month(closes_on, day))))
    }

    fn once(&self, rulebook: &Rulebook, date: &OnceDate) -> Option<(NaiveDate, NaiveDate, NaiveDate)> {
        let opens_on = date.opens_on.unwrap_or(self.begins_on);
        let due_on = if self.begins_on > rulebook.begins_on {
            // The first day counts as one of them.
            let days = u64::from(rulebook.settings.min_days_for_late_joiner.saturating_sub(1));
            let least = self.begins_on.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
            date.by.max(least).min(rulebook.ends_on)
        } else {
            date.by
        };
        (opens_on < self.until).then_some((opens_on, due_on, due_on))
    }
}

/// The phases as dates of a once-duty: each opens on the day after the one before it ends.
fn phases(rulebook: &Rulebook) -> impl Iterator<Item = OnceDate> {
    rulebook.phases.iter().scan(rulebook.begins_on, |opens_on, phase| {
        let date = OnceDate { opens_on: Some(*opens_on), by: phase.until };
        *opens_on = phase.until + Days::new(1);
        Some(date)
    })
}

/// That day of the month after the one of `date`, or the month's last day where it has no such day.
fn day_of_next_month(date: NaiveDate, day: u32) -> NaiveDate {
    let first = Period::Month.next_first_day(Period::Month.first_day(date));
    (first + Days::new(u64::from(day.clamp(1, 31) - 1))).min(Period::Month.last_day(first))
}
