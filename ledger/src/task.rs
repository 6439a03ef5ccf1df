//! Tasks (改进事项): what a drill showed to be improved, by whom and by when (clause 2.1.5). A task that is overdue is seen in the
//! list of tasks; it climbs no ladder, since the notice sets no date for it.

use chrono::NaiveDate;
use redline_domain::{
    AttachmentPurpose, Refusal, TaskState,
    ids::Noun,
    permission::Action,
    task::{self as rules, TaskFacts},
};
use redline_entity::{drill, organization, task};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, attachment,
    checks::{self, Checks},
    event::{self, NewEvent},
    organization::allowed,
};

/// How many tasks a drill leaves at a time.
const MOST: usize = 50;

/// A task before being written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTask {
    /// What is to be improved.
    pub description: String,
    /// Who answers for it, where known to the ledger.
    pub responsible: Option<Uuid>,
    /// The name of who answers for it, where not.
    pub responsible_name: Option<String>,
    /// The day by whose end it is due.
    pub due_on: NaiveDate,
}

/// The state of a task on a day.
pub fn state(task: &task::Model, today: NaiveDate) -> TaskState {
    rules::state(TaskFacts { due_on: task.due_on, done_on: task.done_on, dropped_on: task.dropped_on }, today)
}

/// Records that a task is done (完成改进事项), by an officer or by who answers for it.
///
/// # Errors
/// `ALREADY_DONE`, `DROPPED`, `BEFORE_THE_DRILL`, a day in the future, a note missing.
pub async fn complete(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, (note, done_on): (&str, NaiveDate), photos: &[Uuid]) -> Result<task::Model> {
    let task = task::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let is_responsible = ctx.actor.person.is_some() && ctx.actor.person == task.responsible_id;
    let organization = allowed(db, ctx, task.organization_id, if is_responsible { Action::Acknowledge } else { Action::Record }).await?;
    if let Some(on) = task.done_on {
        return Err(Refusal::new("ALREADY_DONE", format!("该事项已于 {on} 完成。"), format!("This task was done on {on}.")).into());
    }
    if let Some(on) = task.dropped_on {
        let zh = format!("该演练记录已于 {on} 作废，其改进事项随之撤销。");
        return Err(Refusal::new("DROPPED", zh, format!("The drill was voided on {on}, and its tasks with it.")).into());
    }
    let held_on = drill::Entity::find_by_id(task.drill_id).one(db).await?.ok_or(Error::NotFound)?.occurred_on;
    let mut checks = Checks::default();
    let note = checks.text("note", note, checks::TEXT);
    checks.day(ctx, "doneOn", done_on);
    if done_on < held_on {
        let zh = format!("完成日期不能早于演练日期（{held_on}）。");
        checks.refuse(Refusal::new("BEFORE_THE_DRILL", zh, format!("It cannot have been done before the drill ({held_on}).")).field("doneOn"));
    }
    checks.finish()?;
    let mut row = task.into_active_model();
    row.done_on = Set(Some(done_on));
    row.done_note = Set(Some(note));
    row.done_by = Set(ctx.actor.person);
    row.done_at = Set(Some(ctx.now));
    let task = row.update(db).await?;
    attachment::attach(db, ctx, photos, (Noun::Task, id), AttachmentPurpose::After, "photoIds").await?;
    let data = json!({ "on": done_on, "dueOn": task.due_on, "late": done_on > task.due_on, "photos": photos.len() });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Task, id, "TASK_COMPLETED", data).true_at(ctx.site.zone.start_of(done_on))).await?;
    Ok(task)
}

/// What is wrong with the improvements that a drill leaves; what is given is put in order. The two days are the drill's and today.
pub(crate) async fn check(
    db: &impl ConnectionTrait,
    organization: &organization::Model,
    (held_on, today): (NaiveDate, NaiveDate),
    given: Vec<NewTask>,
    checks: &mut Checks,
) -> Result<Vec<NewTask>> {
    if given.len() > MOST {
        let zh = format!("一次演练最多登记 {MOST} 项改进事项。");
        checks.refuse(Refusal::new("TOO_MANY_TASKS", zh, format!("A drill leaves {MOST} tasks at most.")).field("improvements"));
        return Ok(Vec::new());
    }
    let mut tasks = Vec::with_capacity(given.len());
    for (at, task) in given.into_iter().enumerate() {
        let field = |name: &str| format!("improvements.{at}.{name}");
        let description = checks.text(&field("description"), &task.description, checks::TEXT);
        // A person known to the ledger is named by it.
        let name = if task.responsible.is_some() { None } else { checks.optional(&field("responsibleName"), task.responsible_name.as_deref(), 100) };
        match task.responsible {
            Some(person) => checks.held_position(db, &field("responsibleId"), person, organization, today).await?,
            None if name.is_none() => {
                let (zh, en) = ("请填写改进事项的责任人。", "Name who answers for the improvement.");
                checks.refuse(Refusal::new("RESPONSIBLE_MISSING", zh, en).field(field("responsibleName")).clause("2.1.5"));
            }
            None => {}
        }
        if task.due_on < held_on {
            let zh = format!("完成期限不能早于演练日期（{held_on}）。");
            checks.refuse(Refusal::new("DUE_BEFORE_THE_DRILL", zh, format!("It cannot be due before the drill ({held_on}).")).field(field("dueOn")));
        }
        tasks.push(NewTask { description, responsible: task.responsible, responsible_name: name, due_on: task.due_on });
    }
    Ok(tasks)
}

/// Writes down the tasks that a drill leaves.
pub(crate) async fn write(db: &impl ConnectionTrait, ctx: &Context, drill: &drill::Model, tasks: Vec<NewTask>) -> Result<()> {
    if tasks.is_empty() {
        return Ok(());
    }
    let (mut rows, mut events) = (Vec::new(), Vec::new());
    for new in tasks {
        let id = ctx.id();
        let data = json!({ "drill": drill.id, "description": new.description, "dueOn": new.due_on });
        events.push(NewEvent::new(Some(drill.organization_id), Noun::Task, id, "TASK_RECORDED", data));
        rows.push(task::ActiveModel {
            id: Set(id),
            organization_id: Set(drill.organization_id),
            drill_id: Set(drill.id),
            description: Set(new.description),
            responsible_id: Set(new.responsible),
            responsible_name: Set(new.responsible_name),
            due_on: Set(new.due_on),
            done_on: Set(None),
            done_note: Set(None),
            done_by: Set(None),
            done_at: Set(None),
            dropped_on: Set(None),
            recorded_at: Set(ctx.now),
            recorded_by: Set(ctx.actor.person),
        });
    }
    task::Entity::insert_many(rows).exec_without_returning(db).await?;
    event::append_all(db, ctx, events).await
}

/// Drops the open tasks of a drill that is voided.
pub(crate) async fn drop_open(db: &impl ConnectionTrait, ctx: &Context, drill: &drill::Model) -> Result<()> {
    task::Entity::update_many()
        .col_expr(task::Column::DroppedOn, Expr::value(ctx.today()))
        .filter(task::Column::DrillId.eq(drill.id))
        .filter(task::Column::DoneOn.is_null())
        .exec(db)
        .await?;
    Ok(())
}
