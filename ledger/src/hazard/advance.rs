//! What the engine does with a hazard whose moment has come: everything is derived anew from its facts.

use chrono::NaiveDate;
use redline_domain::{
    HazardState,
    ids::Noun,
    ladder::{self, DatedStep, Done, LadderWindow},
    rulebook::Ladder,
    window::WindowFacts,
};
use redline_entity::hazard;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use serde_json::json;

use super::notify;
use crate::{
    Context, Error, Result,
    event::{self, NewEvent},
};

/// The day by whose end something is due next: the rectification; of a major hazard that awaits acceptance, the acceptance.
/// None: nothing is, or no day was set.
pub fn deadline(hazard: &hazard::Model) -> Option<NaiveDate> {
    match hazard.state {
        HazardState::Reported | HazardState::Graded | HazardState::Planned | HazardState::Rectifying => hazard.deadline_on,
        HazardState::AwaitingAcceptance => hazard.acceptance_due_on,
        HazardState::FixedOnSpot | HazardState::Closed => None,
    }
}

/// Does what is to be done for a hazard by now, and says when to look again: tells that the deadline nears, notes once that it
/// has passed, and climbs the ladder. Doing it twice changes nothing the second time.
pub async fn advance(db: &impl ConnectionTrait, ctx: &Context, mut hazard: hazard::Model) -> Result<()> {
    let today = ctx.today();
    let Some(due_on) = deadline(&hazard) else { return keep_watch(db, hazard).await };
    let ladder = ladder_of(ctx)?;
    let (facts, steps) = derive(ctx, ladder, &hazard, due_on);
    let pending = ladder::pending(&facts, &steps, done(&hazard), today);
    note_overdue(db, ctx, &mut hazard).await?;
    if let Some(reached) = &pending.step {
        let taken = notify::ladder_notices(db, ctx, &hazard, &steps, reached).await?;
        hazard.step_taken = i32::try_from(taken).ok();
    }
    hazard.check_after = ladder::next_check(&facts, &steps, done(&hazard), today).map(|day| ctx.site.zone.start_of(day));
    keep_watch(db, hazard).await
}

/// Notes that the deadline has passed, once; whoever is about to change the deadline does so first, or it would be forgotten.
pub(super) async fn note_overdue(db: &impl ConnectionTrait, ctx: &Context, hazard: &mut hazard::Model) -> Result<()> {
    let Some(due_on) = deadline(hazard).filter(|&due_on| due_on < ctx.today() && !hazard.overdue_noted) else { return Ok(()) };
    let action = if hazard.state == HazardState::AwaitingAcceptance { "HAZARD_ACCEPTANCE_OVERDUE" } else { "HAZARD_OVERDUE" };
    let true_at = ctx.site.zone.start_of(due_on.succ_opt().unwrap_or(due_on));
    let event = NewEvent::new(Some(hazard.organization_id), Noun::Hazard, hazard.id, action, json!({ "deadlineOn": due_on, "grade": hazard.grade }));
    event::append(db, ctx, event.true_at(true_at)).await?;
    hazard.overdue_noted = true;
    Ok(())
}

/// Begins the watch over a deadline that was set today. Reminders that would have come before today are dropped: a deadline in
/// five days has no "7 days left".
pub(super) fn watch(ctx: &Context, hazard: &mut hazard::Model) -> Result<()> {
    (hazard.overdue_noted, hazard.step_taken, hazard.check_after) = (false, None, None);
    let Some(due_on) = deadline(hazard) else { return Ok(()) };
    let ladder = ladder_of(ctx)?;
    let (_, all) = derive(ctx, ladder, hazard, due_on);
    let kept = ladder::steps(ladder, &LadderWindow { starts_on: ctx.today(), due_on }, &ctx.site.workdays);
    let dropped = all.iter().filter(|step| step.reminds && !kept.iter().any(|kept| kept.index == step.index)).map(|step| step.index).max();
    hazard.step_taken = dropped.and_then(|index| i32::try_from(index).ok());
    hazard.check_after = Some(ctx.now);
    Ok(())
}

/// The ladder of the rulebook that hazards climb.
pub(super) fn ladder_of(ctx: &Context) -> Result<&Ladder> {
    let code = &ctx.site.rulebook.settings.hazard.ladder;
    ctx.site.rulebook.ladders.iter().find(|ladder| ladder.code == *code).ok_or_else(|| Error::Inconsistent(format!("the rulebook has no ladder {code}")))
}

fn derive(ctx: &Context, ladder: &Ladder, hazard: &hazard::Model, due_on: NaiveDate) -> (WindowFacts, Vec<DatedStep>) {
    let starts_on = hazard.found_on.min(due_on);
    let facts = WindowFacts { opens_on: starts_on, closes_on: due_on, due_on, fulfilled_on: None, fulfilled_recorded_on: None, ended: None };
    (facts, ladder::steps(ladder, &LadderWindow { starts_on, due_on }, &ctx.site.workdays))
}

fn done(hazard: &hazard::Model) -> Done {
    Done { opened: true, overdue: hazard.overdue_noted, step: hazard.step_taken.and_then(|step| usize::try_from(step).ok()) }
}

async fn keep_watch(db: &impl ConnectionTrait, hazard: hazard::Model) -> Result<()> {
    let (overdue_noted, step_taken) = (hazard.overdue_noted, hazard.step_taken);
    let check_after = hazard.check_after.filter(|_| deadline(&hazard).is_some());
    let mut row = hazard.into_active_model();
    row.overdue_noted = Set(overdue_noted);
    row.step_taken = Set(step_taken);
    row.check_after = Set(check_after);
    row.update(db).await?;
    Ok(())
}
