//! Climbing the ladder (逐级催办): who is told at a step, and what happens when nobody is there.

use chrono::NaiveDate;
use redline_domain::{
    Audience, NoticeKind, Word, Workdays,
    ids::Noun,
    ladder::{DatedStep, Reached},
    rulebook::{Ladder, Rule, Step},
};
use redline_entity::{notice as row, organization, person, window};
use redline_ledger::{
    Context,
    audience::Directory,
    event::NewEvent,
    hazard::window_notice_kind,
    notice::{self, About, NewNotice, When},
};
use serde_json::json;
use uuid::Uuid;

/// A window with all that the ladder needs to know of it.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Matter<'a> {
    /// The window.
    pub window: &'a window::Model,
    /// Who owes it.
    pub organization: &'a organization::Model,
    /// Who answers for it instead of the organization's safety officer.
    pub owner: Option<Uuid>,
    /// Its rule.
    pub rule: &'a Rule,
    /// The ladder that it climbs.
    pub ladder: Option<&'a Ladder>,
}

/// The climbing of one batch. It writes nothing: what is to be told and noted is gathered here, and written by few statements.
pub(in crate::engine) struct Climb<'a> {
    /// In what it runs.
    pub ctx: &'a Context,
    /// Who may be told.
    pub directory: &'a Directory,
    /// The notices that are to be planned.
    pub notices: Vec<row::ActiveModel>,
    /// How many steps found nobody.
    pub gaps: u64,
    /// What is to stand in the ledger.
    pub events: Vec<NewEvent>,
}

impl<'a> Climb<'a> {
    pub(in crate::engine) fn new(ctx: &'a Context, directory: &'a Directory) -> Self {
        Self { ctx, directory, notices: Vec::new(), gaps: 0, events: Vec::new() }
    }

    /// How much was gathered so far.
    pub(super) fn mark(&self) -> (usize, u64, usize) {
        (self.notices.len(), self.gaps, self.events.len())
    }

    /// Forgets what was gathered since.
    pub(super) fn forget(&mut self, (notices, gaps, events): (usize, u64, usize)) {
        self.notices.truncate(notices);
        self.gaps = gaps;
        self.events.truncate(events);
    }

    /// Takes the step that was reached, and answers which one was taken. Of the missed steps after the due date nobody is passed
    /// over, but each person is told once, by the highest step that names him.
    pub(super) fn take(&mut self, matter: &Matter<'_>, steps: &[DatedStep], reached: &Reached) -> usize {
        let Some(ladder) = matter.ladder else { return reached.step };
        let on = steps.iter().find(|step| step.index == reached.step).map_or(self.ctx.today(), |step| step.on);
        let mut told = Vec::new();
        let step = &ladder.steps[reached.step];
        let taken = if self.tell(matter, step, step, on, &mut told) {
            reached.step
        } else {
            self.report_gap(matter, step);
            self.take_next(matter, ladder, reached.step, on, &mut told)
        };
        for &index in reached.skipped.iter().rev() {
            let step = &ladder.steps[index];
            if step.after.is_some() && !self.tell(matter, step, step, on, &mut told) {
                self.report_gap(matter, step);
            }
        }
        taken
    }

    /// Nobody was there at a step: the next one where somebody is, is taken at once. A reminder stays a reminder, whoever gets
    /// it instead, for nothing is overdue yet; and the later steps still come on their days.
    pub(in crate::engine) fn take_next(&mut self, matter: &Matter<'_>, ladder: &Ladder, from: usize, on: NaiveDate, told: &mut Vec<Uuid>) -> usize {
        let step = &ladder.steps[from];
        let mut taken = from;
        for (index, above) in ladder.steps.iter().enumerate().skip(from + 1) {
            let told_now = self.tell(matter, if step.before.is_some() { step } else { above }, above, on, told);
            if step.before.is_none() {
                taken = index;
            }
            if told_now {
                break;
            }
            if step.before.is_none() {
                self.report_gap(matter, above);
            }
        }
        taken
    }

    /// Tells the audiences of one step as another step would; `false`: nobody is there.
    fn tell(&mut self, matter: &Matter<'_>, as_step: &Step, to: &Step, on: NaiveDate, told: &mut Vec<Uuid>) -> bool {
        let mut anybody = false;
        for &audience in &to.to {
            for list in self.meant(matter, audience) {
                let Some(&person) = list.first() else { continue };
                anybody = true;
                if told.contains(&person.id) {
                    continue;
                }
                told.push(person.id);
                let notice = self.notice(matter, window_notice_kind(matter.rule, as_step.kind), as_step, audience, on);
                self.notices.push(notice::row(self.ctx, &notice, person));
            }
        }
        anybody
    }

    /// Tells the ledger and the safety office that a step found nobody.
    pub(in crate::engine) fn report_gap(&mut self, matter: &Matter<'_>, step: &Step) {
        self.gaps += 1;
        let data = json!({ "rule": matter.rule.code, "step": name(step), "to": step.to });
        self.events.push(NewEvent::new(Some(matter.organization.id), Noun::Window, matter.window.id, "AUDIENCE_MISSING", data));
        tracing::warn!(organization = %matter.organization.id, rule = matter.rule.code, step = name(step), "nobody to tell at a step");
        let missing: Vec<&str> = step.to.iter().map(|audience| audience.code()).collect();
        for list in self.meant(matter, Audience::SafetyOffice) {
            if let Some(&person) = list.first() {
                let notice = self.notice(matter, NoticeKind::AudienceMissing, step, Audience::SafetyOffice, self.ctx.today());
                let notice = NewNotice { step: format!("MISSING-{}/{}", notice.step, missing.join(",")), proposes: None, true_at: self.ctx.now, ..notice };
                self.notices.push(notice::row(self.ctx, &notice, person));
            }
        }
    }

    fn notice(&self, matter: &Matter<'_>, kind: NoticeKind, step: &Step, audience: Audience, on: NaiveDate) -> NewNotice {
        let site = &self.ctx.site;
        let true_on = if step.after.is_some() { matter.window.due_on.succ_opt().unwrap_or(on) } else { on };
        NewNotice {
            kind,
            about: About::Window(matter.window.id),
            step: name(step),
            organization: matter.organization.id,
            audience: Some(audience),
            proposes: step.proposes,
            alone: false,
            true_at: site.zone.start_of(true_on),
            when: When::Morning(site.workdays.on_or_after(on.max(self.ctx.today()))),
            tale: None,
        }
    }

    fn meant(&self, matter: &Matter<'a>, audience: Audience) -> Vec<Vec<&'a person::Model>> {
        self.directory.meant(audience, matter.organization, matter.owner)
    }
}

/// Whom the ladders of a rulebook and a gap in one can name.
pub(in crate::engine) const AUDIENCES: &[Audience] =
    &[Audience::Responsible, Audience::Head, Audience::Village, Audience::Regulator, Audience::SafetyOffice, Audience::DisciplineOffice];

/// The name of a step, by which a person is told of it once: `REMIND-7`, `OVERDUE+1`.
pub(in crate::engine) fn name(step: &Step) -> String {
    match (step.before, step.after) {
        (Some(before), _) => format!("{}-{before}", step.kind),
        (None, after) => format!("{}+{}", step.kind, after.unwrap_or_default()),
    }
}
