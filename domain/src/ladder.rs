//! The ladder (催办阶梯): on which days a window is to be spoken of, to whom, and when it is to be looked at next.
//!
//! A window has one agenda: it opens, its steps come, it falls due. What was done of it is remembered in [`Done`]; what is
//! still to be done on a day follows from the two, so asking again after acting yields nothing.

use chrono::{Days, NaiveDate};

use crate::{
    Audience,
    rulebook::{Ladder, StepKind},
    window::WindowFacts,
    workdays::Workdays,
};

/// What the ladder needs to know of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LadderWindow {
    /// The first day on which it is owed: its own first day, or the duty's where that came later.
    pub starts_on: NaiveDate,
    /// The day by the end of which it is owed.
    pub due_on: NaiveDate,
}

/// A step of the ladder with its day (催办步骤).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedStep {
    /// Its place in the ladder.
    pub index: usize,
    /// Its kind.
    pub kind: StepKind,
    /// Whether it comes before the due date, and so makes no sense after it.
    pub reminds: bool,
    /// Its day, a working day.
    pub on: NaiveDate,
}

/// The days of a window's steps, in strict order. Reminders that would come before the window starts are dropped; of two
/// steps on one day the later one remains.
pub fn steps(ladder: &Ladder, window: &LadderWindow, days: &dyn Workdays) -> Vec<DatedStep> {
    let dated = ladder.steps.iter().enumerate().filter_map(|(index, step)| {
        let on = match (step.before, step.after) {
            (Some(before), _) => reminder_day(before, window, days)?,
            (None, Some(after)) => days.nth_after(window.due_on, after),
            (None, None) => return None,
        };
        Some(DatedStep { index, kind: step.kind, reminds: step.before.is_some(), on })
    });
    let mut steps: Vec<DatedStep> = dated.collect();
    steps.sort_by_key(|step| (step.on, step.index));
    steps.dedup_by(|later, earlier| {
        let same_day = later.on == earlier.on;
        if same_day {
            *earlier = *later;
        }
        same_day
    });
    steps
}

// The nominal day is held against the start first: a step longer than the window is dropped, not moved into it.
fn reminder_day(before: u32, window: &LadderWindow, days: &dyn Workdays) -> Option<NaiveDate> {
    let in_window = |day: &NaiveDate| *day >= window.starts_on;
    let nominal = window.due_on.checked_sub_days(Days::new(u64::from(before))).filter(in_window)?;
    Some(days.on_or_before(nominal)).filter(in_window)
}

/// The step that is to be taken (应采取的步骤).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Its place in the ladder.
    pub step: usize,
    /// The steps whose days passed unused: they are not taken any more.
    pub skipped: Vec<usize>,
}

/// The highest step whose day has come and that lies above the one taken last; lower ones that were missed collapse into
/// it. A reminder is never the result once the due date has passed: no stale "7 days left".
pub fn reached(steps: &[DatedStep], taken: Option<usize>, today: NaiveDate, due_on: NaiveDate) -> Option<Reached> {
    let mut come: Vec<&DatedStep> = steps.iter().filter(|step| step.on <= today && is_above(step, taken)).collect();
    come.sort_unstable_by_key(|step| step.index);
    let highest = come.iter().rposition(|step| !is_stale(step, today, due_on))?;
    Some(Reached { step: come[highest].index, skipped: come[..highest].iter().map(|step| step.index).collect() })
}

fn is_above(step: &DatedStep, taken: Option<usize>) -> bool {
    taken.is_none_or(|taken| step.index > taken)
}

fn is_stale(step: &DatedStep, today: NaiveDate, due_on: NaiveDate) -> bool {
    step.reminds && today > due_on
}

/// Who is told (通知对象) when a step is taken: those of the step and of the skipped steps after the due date, so that
/// nobody is passed over; in the order of the ladder, each once. Skipped reminders are forgotten.
pub fn audiences(ladder: &Ladder, reached: &Reached) -> Vec<Audience> {
    let mut told = Vec::new();
    for (index, step) in ladder.steps.iter().enumerate() {
        if index == reached.step || (step.after.is_some() && reached.skipped.contains(&index)) {
            for &audience in &step.to {
                if !told.contains(&audience) {
                    told.push(audience);
                }
            }
        }
    }
    told
}

/// A thing that happens to a window on a day (议程事项). On one day they happen in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// It opens.
    Opens,
    /// It becomes overdue: the day after the due date, working day or not.
    FallsDue,
    /// That step of the ladder comes.
    Step(usize),
}

/// All that happens to a window and when (议程), in order. Nothing happens once it is fulfilled, or from its end on.
pub fn agenda(facts: &WindowFacts, steps: &[DatedStep]) -> Vec<(NaiveDate, Item)> {
    if facts.fulfilled_on.is_some() {
        return Vec::new();
    }
    let mut items = vec![(facts.opens_on, Item::Opens)];
    items.extend(facts.due_on.succ_opt().map(|overdue| (overdue, Item::FallsDue)));
    items.extend(steps.iter().map(|step| (step.on, Item::Step(step.index))));
    items.retain(|&(on, _)| facts.ended.is_none_or(|ended| on < ended.on));
    items.sort_unstable();
    items
}

/// What was done of a window's agenda so far (已办事项).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// That it opened was noted.
    pub opened: bool,
    /// That it became overdue was noted.
    pub overdue: bool,
    /// The step that was taken last.
    pub step: Option<usize>,
}

impl Done {
    /// After an extension or a change of owner the ladder is climbed anew.
    #[must_use]
    pub fn replanned(self) -> Self {
        Self { opened: self.opened, ..Self::default() }
    }
}

/// What is to be done for a window now (待办事项).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// Note that it opened.
    pub opens: bool,
    /// Note that it became overdue.
    pub falls_due: bool,
    /// Take that step.
    pub step: Option<Reached>,
}

impl Pending {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What has been done, once this is.
    #[must_use]
    pub fn acted_on(&self, done: Done) -> Done {
        Done { opened: done.opened || self.opens, overdue: done.overdue || self.falls_due, step: self.step.as_ref().map(|step| step.step).or(done.step) }
    }
}

/// What is to be done for a window on a day: whatever of its agenda has come and was not done.
pub fn pending(facts: &WindowFacts, steps: &[DatedStep], done: Done, today: NaiveDate) -> Pending {
    if facts.fulfilled_on.is_some() || facts.ended_by(today).is_some() {
        return Pending::default();
    }
    let agenda = agenda(facts, steps);
    let has_come = |item| agenda.iter().any(|&(on, it)| it == item && on <= today);
    Pending {
        opens: !done.opened && has_come(Item::Opens),
        falls_due: !done.overdue && has_come(Item::FallsDue),
        step: reached(steps, done.step, today, facts.due_on),
    }
}

/// The next day on which something is to be done for a window; today or earlier means at once. None when it is fulfilled
/// or ended, and after the last step.
pub fn next_check(facts: &WindowFacts, steps: &[DatedStep], done: Done, today: NaiveDate) -> Option<NaiveDate> {
    if facts.ended_by(today).is_some() {
        return None;
    }
    let is_open = |item: Item| match item {
        Item::Opens => !done.opened,
        Item::FallsDue => !done.overdue,
        Item::Step(index) => steps.iter().any(|step| step.index == index && is_above(step, done.step) && !is_stale(step, today, facts.due_on)),
    };
    agenda(facts, steps).into_iter().find(|&(_, item)| is_open(item)).map(|(on, _)| on)
}
