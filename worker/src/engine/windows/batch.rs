//! One batch of windows, in one transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{
    ids::Noun,
    ladder::{self, DatedStep, Done, LadderWindow},
    rulebook::{Ladder, Rule},
    window::{Ended, WindowFacts},
};
use redline_entity::{duty, organization, window};
use redline_ledger::{
    Context, Error, Result,
    audience::Directory,
    event::{self, NewEvent},
    notice,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType},
};
use serde_json::json;
use uuid::Uuid;

use super::climb::{AUDIENCES, Climb, Matter};
use crate::engine::{Engine, SweepReport, guard};

/// What a row says once it is dealt with. Rows that say the same are written by one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Outcome {
    opened_noted: bool,
    overdue_noted: bool,
    step_taken: Option<i32>,
    check_after: Option<DateTime<Utc>>,
}

/// What came of a batch.
pub(super) struct Dealt {
    /// What was done.
    pub report: SweepReport,
    /// The windows that could not be dealt with, each with the reason. Nothing of them was written.
    pub spoiled: Vec<(Uuid, Error)>,
}

/// Deals with the most urgent windows, or with the due ones among those that are named. None: nothing is due.
pub(super) async fn run(engine: &Engine, ctx: &Context, only: Option<&[Uuid]>) -> Result<Option<Dealt>> {
    let txn = engine.db.begin().await?;
    match within(&txn, engine, ctx, only).await {
        Ok(dealt) => txn.commit().await.map(|()| dealt).map_err(Error::from),
        Err(error) => {
            // Now, and not when the pool comes to it: whoever halves the batch would find its rows locked. What went wrong is told.
            drop(txn.rollback().await);
            Err(error)
        }
    }
}

async fn within(txn: &DatabaseTransaction, engine: &Engine, ctx: &Context, only: Option<&[Uuid]>) -> Result<Option<Dealt>> {
    let mut due = window::Entity::find()
        .filter(window::Column::CheckAfter.lte(ctx.now))
        .order_by_asc(window::Column::CheckAfter)
        // Those of one organization together: they lengthen one chain.
        .order_by_asc(window::Column::OrganizationId)
        .order_by_asc(window::Column::Id)
        .limit(engine.settings.batch);
    if let Some(ids) = only {
        due = due.filter(window::Column::Id.is_in(ids.iter().copied()));
    }
    if engine.db.backend() == DbBackend::Postgres {
        due = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let mut rows = due.all(txn).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    // What somebody is changing at this moment is left for the next batch.
    let free = event::lock_free_chains(txn, rows.iter().map(|row| row.organization_id)).await?;
    rows.retain(|row| free.contains(&row.organization_id));
    let owners = owners(txn, &rows).await?;
    let organizations = organizations(txn, &rows).await?;
    let directory = Directory::of(txn, AUDIENCES, organizations.values(), owners.values().copied().flatten(), ctx.today()).await?;
    let mut climb = Climb::new(ctx, &directory);
    let mut outcomes: BTreeMap<Outcome, Vec<Uuid>> = BTreeMap::new();
    let mut spoiled = Vec::new();
    for row in &rows {
        let before = climb.mark();
        let dealt = guard::catching(|| {
            let organization = organizations.get(&row.organization_id).ok_or_else(|| Error::Inconsistent(format!("window {} is owed by nobody", row.id)))?;
            deal(&Matter::new(ctx, row, organization, owners.get(&row.duty_id).copied().flatten())?, &mut climb)
        });
        match dealt {
            Ok(outcome) => outcomes.entry(outcome).or_default().push(row.id),
            Err(error) => {
                climb.forget(before);
                spoiled.push((row.id, error));
            }
        }
    }
    let done = (rows.len() - spoiled.len()) as u64;
    let notices = notice::plan_all(txn, climb.notices).await?;
    event::append_all(txn, ctx, climb.events).await?;
    for (outcome, ids) in outcomes {
        write(txn, outcome, ids).await?;
    }
    Ok(Some(Dealt { report: SweepReport { done, notices, gaps: climb.gaps, ..SweepReport::default() }, spoiled }))
}

fn deal<'a>(matter: &Matter<'a>, climb: &mut Climb<'a>) -> Result<Outcome> {
    let (ctx, row) = (climb.ctx, matter.window);
    let (today, zone) = (ctx.today(), ctx.site.zone);
    let (facts, steps) = derive(ctx, row, matter.ladder);
    let mut done = Done { opened: row.opened_noted, overdue: row.overdue_noted, step: row.step_taken.and_then(|step| usize::try_from(step).ok()) };
    let pending = ladder::pending(&facts, &steps, done, today);
    let note = |action, on: NaiveDate| {
        NewEvent::new(Some(row.organization_id), Noun::Window, row.id, action, json!({ "rule": row.rule_code, "dueOn": row.due_on })).true_at(zone.start_of(on))
    };
    if pending.opens {
        climb.events.push(note("WINDOW_OPENED", row.starts_on));
    }
    if pending.falls_due {
        climb.events.push(note("WINDOW_OVERDUE", row.due_on.succ_opt().unwrap_or(row.due_on)));
    }
    done = pending.acted_on(done);
    if let Some(reached) = &pending.step {
        done.step = Some(climb.take(matter, &steps, reached));
    }
    let next = ladder::next_check(&facts, &steps, done, today);
    if next.is_some_and(|next| next <= today) {
        return Err(Error::Inconsistent(format!("window {} would be looked at again at once", row.id)));
    }
    Ok(Outcome {
        opened_noted: done.opened,
        overdue_noted: done.overdue,
        step_taken: done.step.and_then(|step| i32::try_from(step).ok()),
        check_after: next.map(|next| zone.start_of(next)),
    })
}

/// The facts of a row, and its steps with their days. It opens for its organization on the first day on which it is owed.
fn derive(ctx: &Context, row: &window::Model, ladder: Option<&Ladder>) -> (WindowFacts, Vec<DatedStep>) {
    let facts = WindowFacts {
        opens_on: row.starts_on,
        closes_on: row.closes_on,
        due_on: row.due_on,
        fulfilled_on: row.fulfilled_on,
        fulfilled_recorded_on: row.fulfilled_recorded_at.map(|at| ctx.site.zone.date(at)),
        ended: row.ended_on.zip(row.ended_as).map(|(on, how)| Ended { on, how }),
    };
    let window = LadderWindow { starts_on: row.starts_on, due_on: row.due_on };
    (facts, ladder.map(|ladder| ladder::steps(ladder, &window, &ctx.site.workdays)).unwrap_or_default())
}

async fn owners(db: &impl ConnectionTrait, rows: &[window::Model]) -> Result<BTreeMap<Uuid, Option<Uuid>>> {
    let owners: Vec<(Uuid, Option<Uuid>)> = duty::Entity::find()
        .select_only()
        .columns([duty::Column::Id, duty::Column::OwnerId])
        .filter(duty::Column::Id.is_in(rows.iter().map(|row| row.duty_id)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(owners.into_iter().collect())
}

async fn organizations(db: &impl ConnectionTrait, rows: &[window::Model]) -> Result<BTreeMap<Uuid, organization::Model>> {
    let mut ids: Vec<Uuid> = rows.iter().map(|row| row.organization_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let organizations = organization::Entity::find().filter(organization::Column::Id.is_in(ids)).all(db).await?;
    Ok(organizations.into_iter().map(|organization| (organization.id, organization)).collect())
}

async fn write(db: &impl ConnectionTrait, outcome: Outcome, ids: Vec<Uuid>) -> Result<()> {
    window::Entity::update_many()
        .col_expr(window::Column::OpenedNoted, Expr::value(outcome.opened_noted))
        .col_expr(window::Column::OverdueNoted, Expr::value(outcome.overdue_noted))
        .col_expr(window::Column::StepTaken, Expr::value(outcome.step_taken))
        .col_expr(window::Column::CheckAfter, Expr::value(outcome.check_after))
        .col_expr(window::Column::Failures, Expr::value(0))
        .filter(window::Column::Id.is_in(ids))
        .exec(db)
        .await?;
    Ok(())
}

impl<'a> Matter<'a> {
    /// A window with its rule and ladder.
    pub(in crate::engine) fn new(ctx: &'a Context, window: &'a window::Model, organization: &'a organization::Model, owner: Option<Uuid>) -> Result<Self> {
        let rulebook = &ctx.site.rulebook;
        let rule: &Rule = rulebook.rule(&window.rule_code).ok_or_else(|| Error::Inconsistent(format!("the rulebook has no rule {}", window.rule_code)))?;
        let ladder = rule
            .ladder
            .as_deref()
            .map(|code| rulebook.ladder(code).ok_or_else(|| Error::Inconsistent(format!("the rulebook has no ladder {code}"))))
            .transpose()?;
        Ok(Self { window, organization, owner, rule, ladder })
    }
}
