//! Who is told of what happens to a hazard.

use chrono::NaiveDate;
use redline_domain::{
    Audience, FoundBy, HazardEventKind, HazardGrade, HazardState, NoticeKind, Word,
    ladder::{DatedStep, Reached},
    rulebook::{Evidence, Ladder, Rule, Step, StepKind},
};
use redline_entity::{hazard, notice as notice_row, organization};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{advance, note};
use crate::{
    Context, Result, actor,
    audience::resolve,
    notice::{self, About, NewNotice, When},
};

/// What a notice about a hazard's ladder or deadline tells.
const LADDER_KINDS: [NoticeKind; 6] = [
    NoticeKind::HazardDeadlineNear,
    NoticeKind::HazardOverdue,
    NoticeKind::EscalatedSupervisors,
    NoticeKind::EscalatedOffice,
    NoticeKind::EscalatedDiscipline,
    NoticeKind::AudienceMissing,
];

/// Tells those whom an event of a hazard concerns, in their next morning. `time` counts an event that can recur.
pub(super) async fn tell(
    db: &impl ConnectionTrait,
    ctx: &Context,
    hazard: &hazard::Model,
    organization: &organization::Model,
    event: HazardEventKind,
    time: Option<i32>,
) -> Result<()> {
    let step = time.map_or_else(|| event.code().to_owned(), |time| format!("{event}#{time}"));
    for &audience in concerned(hazard, event) {
        for list in resolve(db, audience, organization, None, ctx.today()).await? {
            if let Some(person) = list.first() {
                let notice = NewNotice {
                    kind: kind(event),
                    about: About::Hazard(hazard.id),
                    step: step.clone(),
                    organization: organization.id,
                    audience: Some(audience),
                    proposes: None,
                    alone: false,
                    true_at: ctx.now,
                    when: When::NextMorning,
                    tale: None,
                };
                notice::plan(db, ctx, &notice, person).await?;
            }
        }
    }
    Ok(())
}

fn concerned(hazard: &hazard::Model, event: HazardEventKind) -> &'static [Audience] {
    use Audience::{Head, Regulator, Responsible, SafetyOffice, Village};
    let major = hazard.grade == Some(HazardGrade::Major);
    match event {
        // Who was reported by others does not pass it on to the regulator by himself.
        HazardEventKind::Reported if hazard.found_by == FoundBy::PublicReport => &[Responsible, Head, Regulator],
        HazardEventKind::Reported | HazardEventKind::Accepted | HazardEventKind::Rejected => &[Responsible, Head],
        HazardEventKind::Graded if major => &[Head, Village, Regulator, SafetyOffice],
        HazardEventKind::Applied if major => &[Regulator, SafetyOffice],
        HazardEventKind::Applied => &[Head],
        // A general grading is nobody's news; the rest is told by a ladder.
        HazardEventKind::Graded | HazardEventKind::PlanMissing | HazardEventKind::DeadlineNear | HazardEventKind::Overdue => &[],
    }
}

fn kind(event: HazardEventKind) -> NoticeKind {
    match event {
        HazardEventKind::Reported => NoticeKind::HazardReported,
        HazardEventKind::Graded => NoticeKind::HazardGraded,
        HazardEventKind::PlanMissing => NoticeKind::HazardPlanMissing,
        HazardEventKind::DeadlineNear => NoticeKind::HazardDeadlineNear,
        HazardEventKind::Overdue => NoticeKind::HazardOverdue,
        HazardEventKind::Applied => NoticeKind::HazardApplied,
        HazardEventKind::Accepted => NoticeKind::HazardAccepted,
        HazardEventKind::Rejected => NoticeKind::HazardRejected,
    }
}

/// What a step of a window's ladder tells. The window of a major hazard's plan tells its enterprise that the plan is missing, so
/// that nobody is told so twice.
pub fn window_notice_kind(rule: &Rule, step: StepKind) -> NoticeKind {
    let plan = rule.evidence.iter().any(|evidence| matches!(evidence, Evidence::HazardPlan {}));
    match step {
        StepKind::Remind | StepKind::Overdue if plan => NoticeKind::HazardPlanMissing,
        StepKind::Remind => NoticeKind::DueSoon,
        StepKind::Overdue => NoticeKind::Overdue,
        StepKind::EscalateSupervisors => NoticeKind::EscalatedSupervisors,
        StepKind::EscalateOffice => NoticeKind::EscalatedOffice,
        StepKind::EscalateDiscipline => NoticeKind::EscalatedDiscipline,
    }
}

/// Tells of a step of the ladder that a hazard has reached, and answers which step was taken. Of the missed steps after the
/// deadline nobody is passed over, but each person is told once, by the highest step that names him. Where a step finds nobody,
/// the next one is taken at once and the safety office is told of the gap.
pub async fn ladder_notices(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model, steps: &[DatedStep], reached: &Reached) -> Result<usize> {
    let Some(due_on) = advance::deadline(hazard) else { return Ok(reached.step) };
    let ladder = advance::ladder_of(ctx)?;
    let organization = actor::organization(db, hazard.organization_id).await?;
    let today = ctx.today();
    let is_after = |index: usize| ladder.steps.get(index).is_some_and(|step| step.after.is_some());
    let on_its_day = steps.iter().any(|step| step.index == reached.step && step.on == today);
    let mut climb = Climb {
        ctx,
        hazard,
        organization: &organization,
        due_on,
        // A step that was missed goes out in the next morning, which is a working day again.
        when: if on_its_day { When::Morning(today) } else { When::NextMorning },
        alone: hazard.grade == Some(HazardGrade::Major)
            && hazard.state != HazardState::AwaitingAcceptance
            && is_after(reached.step)
            && !hazard.step_taken.and_then(|step| usize::try_from(step).ok()).is_some_and(is_after),
        told: Vec::new(),
    };
    let taken = climb.take(db, ladder, reached.step).await?;
    for &index in reached.skipped.iter().rev().filter(|&&index| is_after(index)) {
        climb.tell(db, &ladder.steps[index], &ladder.steps[index]).await?;
    }
    Ok(taken)
}

struct Climb<'a> {
    ctx: &'a Context,
    hazard: &'a hazard::Model,
    organization: &'a organization::Model,
    due_on: NaiveDate,
    when: When,
    alone: bool,
    told: Vec<Uuid>,
}

impl Climb<'_> {
    /// Takes a step, and those above it as long as nobody is there to be told.
    async fn take(&mut self, db: &impl ConnectionTrait, ladder: &Ladder, reached: usize) -> Result<usize> {
        let Some(step) = ladder.steps.get(reached) else { return Ok(reached) };
        if self.tell(db, step, step).await? {
            return Ok(reached);
        }
        self.report_gap(db, step).await?;
        for (index, above) in ladder.steps.iter().enumerate().skip(reached + 1) {
            // A reminder stays one, whoever gets it instead: nothing is overdue yet.
            let told = self.tell(db, if step.before.is_some() { step } else { above }, above).await?;
            if told {
                return Ok(if step.before.is_some() { reached } else { index });
            }
        }
        Ok(reached)
    }

    /// Tells the audiences of one step as another step would; `false`: nobody is there.
    async fn tell(&mut self, db: &impl ConnectionTrait, as_step: &Step, to: &Step) -> Result<bool> {
        let mut anybody = false;
        for audience in self.audiences(to) {
            for list in resolve(db, audience, self.organization, None, self.ctx.today()).await? {
                let Some(person) = list.first() else { continue };
                anybody = true;
                if self.told.contains(&person.id) {
                    continue;
                }
                self.told.push(person.id);
                let notice = NewNotice { proposes: as_step.proposes, ..self.notice(step_kind(as_step.kind), as_step, audience) };
                notice::plan(db, self.ctx, &notice, person).await?;
            }
        }
        Ok(anybody)
    }

    /// Who is meant. The acceptance of a major hazard is not its enterprise's to do, but its regulators'.
    fn audiences(&self, step: &Step) -> Vec<Audience> {
        let mut audiences: Vec<Audience> = Vec::new();
        for &audience in &step.to {
            let audience = match audience {
                Audience::Responsible | Audience::Head | Audience::Village if self.of_acceptance() => Audience::Regulator,
                other => other,
            };
            if !audiences.contains(&audience) {
                audiences.push(audience);
            }
        }
        audiences
    }

    async fn report_gap(&self, db: &impl ConnectionTrait, step: &Step) -> Result<()> {
        note(db, self.ctx, self.hazard, "HAZARD_AUDIENCE_MISSING", json!({ "step": self.name(step), "to": self.audiences(step) })).await?;
        for list in resolve(db, Audience::SafetyOffice, self.organization, None, self.ctx.today()).await? {
            if let Some(person) = list.first() {
                let notice = self.notice(NoticeKind::AudienceMissing, step, Audience::SafetyOffice);
                let notice = NewNotice { step: format!("MISSING-{}", notice.step), alone: false, ..notice };
                notice::plan(db, self.ctx, &notice, person).await?;
            }
        }
        Ok(())
    }

    fn notice(&self, kind: NoticeKind, step: &Step, audience: Audience) -> NewNotice {
        let true_on = if step.after.is_some() { self.due_on.succ_opt() } else { None };
        NewNotice {
            kind,
            about: About::Hazard(self.hazard.id),
            step: self.name(step),
            organization: self.organization.id,
            audience: Some(audience),
            proposes: None,
            alone: self.alone,
            true_at: true_on.map_or(self.ctx.now, |day| self.ctx.site.zone.start_of(day)),
            when: self.when,
            tale: None,
        }
    }

    /// The name of a step carries the deadline: after an extension the same step comes anew.
    fn name(&self, step: &Step) -> String {
        let of = if self.of_acceptance() { "ACCEPTANCE_" } else { "" };
        let days = match (step.before, step.after) {
            (Some(before), _) => format!("-{before}"),
            (None, after) => format!("+{}", after.unwrap_or_default()),
        };
        format!("{of}{}{days}@{}", step.kind, self.due_on)
    }

    fn of_acceptance(&self) -> bool {
        self.hazard.state == HazardState::AwaitingAcceptance
    }
}

fn step_kind(step: StepKind) -> NoticeKind {
    match step {
        StepKind::Remind => NoticeKind::HazardDeadlineNear,
        StepKind::Overdue => NoticeKind::HazardOverdue,
        StepKind::EscalateSupervisors => NoticeKind::EscalatedSupervisors,
        StepKind::EscalateOffice => NoticeKind::EscalatedOffice,
        StepKind::EscalateDiscipline => NoticeKind::EscalatedDiscipline,
    }
}

/// Takes back what was planned about a hazard's deadline and not yet sent, since the deadline is another one now. It leaves no
/// trace, so that the same may be planned again.
pub(super) async fn take_back_ladder(db: &impl ConnectionTrait, hazard: Uuid) -> Result<()> {
    const REASON: &str = "REPLANNED";
    let of_ladder = || Condition::all().add(notice_row::Column::HazardId.eq(hazard)).add(notice_row::Column::Kind.is_in(LADDER_KINDS));
    notice::cancel_where(db, of_ladder(), REASON).await?;
    notice_row::Entity::delete_many().filter(of_ladder()).filter(notice_row::Column::CancelledReason.eq(REASON)).exec(db).await?;
    Ok(())
}

/// Cancels what an answer to the application makes stale: the application itself, an earlier answer, and every deadline. That
/// the hazard was reported and graded stays worth telling.
pub(super) async fn cancel_stale(db: &impl ConnectionTrait, hazard: Uuid, reason: &str) -> Result<()> {
    let kinds = LADDER_KINDS.into_iter().chain([NoticeKind::HazardApplied, NoticeKind::HazardRejected]);
    let stale = Condition::all().add(notice_row::Column::HazardId.eq(hazard)).add(notice_row::Column::Kind.is_in(kinds));
    notice::cancel_where(db, stale, reason).await?;
    Ok(())
}
