//! Evidence (履职记录): records are linked to the windows that they count for, by the rulebook's matching, whenever a record
//! is made, changed or voided.

mod candidates;
pub(crate) mod contracts;
pub(crate) mod deputies;
pub(crate) mod judge;
pub(crate) mod publicity;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use redline_domain::{
    NoticeState, RecordKind,
    evidence::{Assignment, WindowSpan, assign},
    ids::Noun,
    rulebook::Rule,
};
use redline_entity::{evidence, notice as notice_row, organization, window};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set, sea_query::LockType,
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Result,
    event::{self, NewEvent},
    notice::{self, About},
};
pub(crate) use candidates::record_kind;
use candidates::{Found, Records};
pub use publicity::regulated;

/// Links the records of an organization to its windows anew, for the rules that ask for a kind of record (all rules: `None`).
pub async fn rematch(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, kind: Option<RecordKind>) -> Result<()> {
    // Of two who record at the same time the later sees the record of the earlier. SQLite has one writer.
    if db.get_database_backend() == DbBackend::Postgres {
        organization::Entity::find_by_id(organization.id).lock(LockType::NoKeyUpdate).one(db).await?;
    }
    let rules: Vec<&Rule> = ctx
        .site
        .rulebook
        .rules
        .iter()
        .filter(|rule| {
            rule.applies.kind == organization.kind && rule.evidence.iter().any(|evidence| kind.is_none_or(|kind| record_kind(evidence) == Some(kind)))
        })
        .collect();
    let mut windows: HashMap<String, Vec<window::Model>> = HashMap::new();
    let rows = window::Entity::find()
        .filter(window::Column::OrganizationId.eq(organization.id))
        .filter(window::Column::HazardId.is_null())
        .filter(window::Column::RuleCode.is_in(rules.iter().map(|rule| rule.code.as_str())))
        .order_by_asc(window::Column::DueOn)
        .order_by_asc(window::Column::Id)
        .all(db)
        .await?;
    // What an alert or a key period set off is matched apart: only what speaks of it counts for it.
    let (set_off, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.cause_id.is_some());
    for row in rows {
        windows.entry(row.rule_code.clone()).or_default().push(row);
    }
    let mut records = Records::of(organization, ctx);
    for row in set_off {
        if let Some(rule) = rules.iter().find(|rule| rule.code == row.rule_code) {
            let found = records.set_off(db, rule, &row).await?;
            apply(db, ctx, rule, vec![row], &found).await?;
        }
    }
    for rule in rules {
        if let Some(windows) = windows.remove(&rule.code) {
            let found = records.candidates(db, rule).await?;
            apply(db, ctx, rule, windows, &found).await?;
        }
    }
    Ok(())
}

async fn apply(db: &impl ConnectionTrait, ctx: &Context, rule: &Rule, windows: Vec<window::Model>, found: &[Found]) -> Result<()> {
    let spans: Vec<WindowSpan> = windows
        .iter()
        .map(|row| WindowSpan {
            id: row.id,
            opens_on: row.opens_on,
            closes_on: row.closes_on,
            due_on: row.due_on,
            required: u32::try_from(row.required).unwrap_or(1),
            ended_on: row.ended_on,
            requirements: rule.evidence.len(),
        })
        .collect();
    let candidates: Vec<_> = found.iter().map(|found| found.candidate).collect();
    let mut linked: HashMap<Uuid, Vec<evidence::Model>> = HashMap::new();
    for row in
        evidence::Entity::find().filter(evidence::Column::WindowId.is_in(windows.iter().map(|row| row.id))).order_by_asc(evidence::Column::Id).all(db).await?
    {
        linked.entry(row.window_id).or_default().push(row);
    }
    let mut rows: HashMap<Uuid, window::Model> = windows.into_iter().map(|row| (row.id, row)).collect();
    for assignment in assign(&spans, &candidates) {
        let Some(row) = rows.remove(&assignment.window) else { continue };
        link(db, ctx, &assignment, linked.remove(&row.id).unwrap_or_default(), found).await?;
        let recorded_at = assignment.fulfilled_recorded_on.and_then(|day| recorded_at(ctx, &assignment, found, day));
        settle(db, ctx, row, assignment.fulfilled_on, recorded_at).await?;
    }
    Ok(())
}

/// The moment at which what fulfilled a window was recorded: the last record of that day.
fn recorded_at(ctx: &Context, assignment: &Assignment, found: &[Found], day: chrono::NaiveDate) -> Option<DateTime<Utc>> {
    found
        .iter()
        .filter(|found| assignment.links.iter().any(|link| link.record == found.candidate.record) && ctx.site.zone.date(found.recorded_at) == day)
        .map(|found| found.recorded_at)
        .max()
}

async fn link(db: &impl ConnectionTrait, ctx: &Context, assignment: &Assignment, old: Vec<evidence::Model>, found: &[Found]) -> Result<()> {
    let wanted = |row: &evidence::Model| {
        assignment.links.iter().any(|link| (link.record, i32::try_from(link.requirement).unwrap_or(0), link.late) == (row.record_id, row.requirement, row.late))
    };
    let gone: Vec<Uuid> = old.iter().filter(|row| !wanted(row)).map(|row| row.id).collect();
    if !gone.is_empty() {
        evidence::Entity::delete_many().filter(evidence::Column::Id.is_in(gone)).exec(db).await?;
    }
    let new: Vec<_> = assignment
        .links
        .iter()
        .filter(|link| !old.iter().any(|row| wanted(row) && row.record_id == link.record && usize::try_from(row.requirement) == Ok(link.requirement)))
        .filter_map(|link| {
            let found = found.iter().find(|found| found.candidate.record == link.record && found.candidate.requirement == link.requirement)?;
            Some(evidence::ActiveModel {
                id: Set(ctx.id()),
                window_id: Set(assignment.window),
                record_kind: Set(found.kind),
                record_id: Set(link.record),
                requirement: Set(i32::try_from(link.requirement).unwrap_or(0)),
                done_on: Set(found.candidate.done_on),
                late: Set(link.late),
                recorded_at: Set(found.recorded_at),
            })
        })
        .collect();
    if !new.is_empty() {
        evidence::Entity::insert_many(new).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Writes down that a window is fulfilled, or that it is so no longer.
pub(crate) async fn settle(
    db: &impl ConnectionTrait,
    ctx: &Context,
    row: window::Model,
    fulfilled_on: Option<chrono::NaiveDate>,
    recorded_at: Option<DateTime<Utc>>,
) -> Result<()> {
    if (row.fulfilled_on, row.fulfilled_recorded_at) == (fulfilled_on, recorded_at) {
        return Ok(());
    }
    let was = row.fulfilled_on;
    let (organization, id, rule) = (row.organization_id, row.id, row.rule_code.clone());
    let open = fulfilled_on.is_none() && row.ended_on.is_none();
    let mut row = row.into_active_model();
    row.fulfilled_on = Set(fulfilled_on);
    row.fulfilled_recorded_at = Set(recorded_at);
    // What is open is looked at by the next cycle, which finds by itself when to look again.
    row.check_after = Set(open.then_some(ctx.now));
    if was.is_some() && fulfilled_on.is_none() {
        // What was cancelled when it was fulfilled may have to be told now; what was sent is not told again.
        row.step_taken = Set(None);
        notice_row::Entity::delete_many()
            .filter(notice_row::Column::WindowId.eq(id))
            .filter(notice_row::Column::State.eq(NoticeState::Cancelled))
            .exec(db)
            .await?;
    }
    row.update(db).await?;
    match (was, fulfilled_on) {
        (None, Some(on)) => {
            notice::cancel(db, About::Window(id), "FULFILLED").await?;
            event::append(
                db,
                ctx,
                NewEvent::new(Some(organization), Noun::Window, id, "WINDOW_FULFILLED", json!({ "rule": rule, "on": on })).true_at(ctx.site.zone.start_of(on)),
            )
            .await
        }
        (Some(_), None) => event::append(db, ctx, NewEvent::new(Some(organization), Noun::Window, id, "WINDOW_REOPENED", json!({ "rule": rule }))).await,
        _ => Ok(()),
    }
}

/// Fulfils the windows of a hazard's event duties that ask for such a record.
pub async fn fulfil_hazard(db: &impl ConnectionTrait, ctx: &Context, hazard: Uuid, what: HazardEvidence, done_on: chrono::NaiveDate) -> Result<()> {
    fulfil_hazard_recorded(db, ctx, hazard, what, done_on, ctx.now).await
}

/// Fulfils them by what was recorded earlier and counts only now.
pub async fn fulfil_hazard_recorded(
    db: &impl ConnectionTrait,
    ctx: &Context,
    hazard: Uuid,
    what: HazardEvidence,
    done_on: chrono::NaiveDate,
    recorded_at: DateTime<Utc>,
) -> Result<()> {
    let rules: Vec<&str> =
        ctx.site.rulebook.rules.iter().filter(|rule| rule.evidence.iter().any(|evidence| what.is(evidence))).map(|rule| rule.code.as_str()).collect();
    let rows = window::Entity::find()
        .filter(window::Column::HazardId.eq(hazard))
        .filter(window::Column::RuleCode.is_in(rules))
        .filter(window::Column::FulfilledOn.is_null())
        .order_by_asc(window::Column::Id)
        .all(db)
        .await?;
    for row in rows {
        let link = evidence::ActiveModel {
            id: Set(ctx.id()),
            window_id: Set(row.id),
            record_kind: Set(RecordKind::Hazard),
            record_id: Set(hazard),
            requirement: Set(0),
            done_on: Set(done_on),
            late: Set(done_on > row.due_on),
            recorded_at: Set(recorded_at),
        };
        evidence::Entity::insert(link).exec_without_returning(db).await?;
        settle(db, ctx, row, Some(done_on), Some(recorded_at)).await?;
    }
    Ok(())
}

/// What of a hazard's life is evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HazardEvidence {
    /// Its complete plan.
    Plan,
    /// Its report to the regulator.
    Report,
}

impl HazardEvidence {
    fn is(self, evidence: &redline_domain::rulebook::Evidence) -> bool {
        use redline_domain::rulebook::Evidence;
        matches!((self, evidence), (Self::Plan, Evidence::HazardPlan {}) | (Self::Report, Evidence::HazardReport {}))
    }
}
