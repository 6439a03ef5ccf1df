//! Windows that something sets off for many enterprises at once (触发的期次): an accident alert or a key period.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use redline_domain::{
    EndedAs, NoticeState, OrganizationKind, OrganizationState, Word,
    ids::Noun,
    permission::{Action, scope},
    rulebook::{Cadence, Rule, Trigger},
};
use redline_entity::{duty, notice as notice_row, organization, scoped, window};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Result, actor,
    event::{self, NewEvent},
    notice,
};

/// How many organizations one statement asks about.
const CHUNK: usize = 500;

/// What sets windows off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cause {
    /// An alert or a key period.
    pub noun: Noun,
    /// Which.
    pub id: Uuid,
    /// What it is to the rulebook.
    pub trigger: Trigger,
}

/// The days of a window that is set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// Its first day.
    pub opens_on: NaiveDate,
    /// Its last day, by whose end it is due.
    pub due_on: NaiveDate,
    /// How many records fulfil it.
    pub required: i32,
}

/// The rules that something sets off, each with its days, if it names some.
pub(crate) fn rules(ctx: &Context, trigger: Trigger) -> impl Iterator<Item = (&Rule, Option<u32>)> {
    ctx.site.rulebook.rules.iter().filter_map(move |rule| match rule.cadence {
        Cadence::Event { on, days } if on == trigger => Some((rule, days)),
        _ => None,
    })
}

/// The last of some days after a day.
pub(crate) fn days_after(on: NaiveDate, days: u32) -> NaiveDate {
    on.checked_add_days(Days::new(days.into())).unwrap_or(on)
}

/// The enterprises that take part and that the office of who asks watches over, in the order of their registration.
pub(crate) async fn enterprises(db: &impl ConnectionTrait, ctx: &Context) -> Result<Vec<organization::Model>> {
    let watched = scope(&ctx.actor, Action::ExcuseWindow);
    let mut rows = organization::Entity::find()
        .filter(scoped::organizations(&watched))
        .filter(organization::Column::Kind.eq(OrganizationKind::Enterprise))
        .filter(organization::Column::State.eq(OrganizationState::Active))
        .order_by_asc(organization::Column::Id)
        .all(db)
        .await?;
    // `LIKE` takes `_` and `%` of a path for any character.
    rows.retain(|row| watched.includes(&actor::subject(row)));
    Ok(rows)
}

/// Opens what enterprises owe because of something, for those whose duty is in force on its first day; answers who owes it.
pub(crate) async fn open(
    db: &impl ConnectionTrait,
    ctx: &Context,
    cause: Cause,
    enterprises: &[organization::Model],
    days: impl Fn(Option<u32>) -> Span,
) -> Result<Vec<Uuid>> {
    let asked: BTreeMap<&str, Span> = rules(ctx, cause.trigger).map(|(rule, within)| (rule.code.as_str(), days(within))).collect();
    let (mut owing, mut rows, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for some in enterprises.chunks(CHUNK) {
        let duties = duty::Entity::find()
            .filter(duty::Column::OrganizationId.is_in(some.iter().map(|row| row.id)))
            .filter(duty::Column::RuleCode.is_in(asked.keys().copied()))
            .order_by_asc(duty::Column::OrganizationId)
            .order_by_asc(duty::Column::RuleCode)
            .order_by_asc(duty::Column::Id)
            .all(db)
            .await?;
        for duty in duties {
            let Some(days) = asked.get(duty.rule_code.as_str()) else { continue };
            if duty.begins_on > days.opens_on || duty.ended_on.is_some_and(|ended| ended <= days.opens_on) {
                continue;
            }
            let id = ctx.id();
            let data = json!({ "rule": duty.rule_code, "cause": cause.noun.code(), "causeId": cause.id, "opensOn": days.opens_on, "dueOn": days.due_on });
            events.push(NewEvent::new(Some(duty.organization_id), Noun::Window, id, "WINDOW_SET_OFF", data));
            owing.push(duty.organization_id);
            rows.push(row(ctx, id, cause, &duty, *days));
        }
    }
    for chunk in rows.chunks(100) {
        window::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
    }
    event::append_all(db, ctx, events).await?;
    owing.sort_unstable();
    owing.dedup();
    Ok(owing)
}

fn row(ctx: &Context, id: Uuid, cause: Cause, duty: &duty::Model, days: Span) -> window::ActiveModel {
    window::ActiveModel {
        id: Set(id),
        duty_id: Set(duty.id),
        organization_id: Set(duty.organization_id),
        rule_code: Set(duty.rule_code.clone()),
        hazard_id: Set(None),
        cause_id: Set(Some(cause.id)),
        starts_on: Set(days.opens_on),
        opens_on: Set(days.opens_on),
        closes_on: Set(days.due_on),
        due_on: Set(days.due_on),
        required: Set(days.required),
        fulfilled_on: Set(None),
        fulfilled_recorded_at: Set(None),
        ended_on: Set(None),
        ended_as: Set(None),
        ended_reason: Set(None),
        opened_noted: Set(false),
        overdue_noted: Set(false),
        step_taken: Set(None),
        check_after: Set(Some(ctx.site.zone.start_of(days.opens_on).max(ctx.now))),
        failures: Set(0),
        created_at: Set(ctx.now),
    }
}

/// Ends what is still owed because of something, since it was withdrawn; answers whose it was.
pub(crate) async fn supersede(db: &impl ConnectionTrait, ctx: &Context, cause: Uuid, reason: &str) -> Result<Vec<Uuid>> {
    let of_cause = Condition::all().add(window::Column::CauseId.eq(cause));
    end(db, ctx, of_cause, ctx.today(), EndedAs::Superseded, reason).await
}

/// Ends what an organization owes because of alerts and key periods, since it is suspended or closed (停产停业、关闭) from a day on.
/// What was over by then is owed as it was.
pub(crate) async fn excuse_all(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, on: NaiveDate, reason: &str) -> Result<()> {
    let of_organization = Condition::all()
        .add(window::Column::OrganizationId.eq(organization.id))
        .add(window::Column::CauseId.is_not_null())
        .add(window::Column::ClosesOn.gte(on));
    end(db, ctx, of_organization, on, EndedAs::Excused, reason).await.map(drop)
}

async fn end(db: &impl ConnectionTrait, ctx: &Context, which: Condition, on: NaiveDate, how: EndedAs, reason: &str) -> Result<Vec<Uuid>> {
    let running = window::Entity::find().filter(which).filter(window::Column::FulfilledOn.is_null()).filter(window::Column::EndedOn.is_null());
    let rows = running.order_by_asc(window::Column::Id).all(db).await?;
    for some in rows.chunks(CHUNK) {
        let ids = || some.iter().map(|row| row.id);
        // What waits in a mail is taken back too, so each is cancelled by itself where something waits.
        let waiting: Vec<Uuid> = notice_row::Entity::find()
            .filter(notice_row::Column::WindowId.is_in(ids()))
            .filter(notice_row::Column::State.is_in([NoticeState::Pending, NoticeState::Gathered]))
            .all(db)
            .await?
            .into_iter()
            .filter_map(|row| row.window_id)
            .collect();
        if !waiting.is_empty() {
            notice::cancel_where(db, Condition::all().add(notice_row::Column::WindowId.is_in(waiting)), how.code()).await?;
        }
        window::Entity::update_many()
            .col_expr(window::Column::EndedOn, Expr::value(on))
            .col_expr(window::Column::EndedAs, Expr::value(how.code()))
            .col_expr(window::Column::EndedReason, Expr::value(reason))
            .col_expr(window::Column::CheckAfter, Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None))
            .filter(window::Column::Id.is_in(ids()))
            .exec(db)
            .await?;
        let event = |row: &window::Model| {
            let data = json!({ "rule": row.rule_code, "on": on, "as": how, "reason": reason });
            NewEvent::new(Some(row.organization_id), Noun::Window, row.id, "WINDOW_ENDED", data).true_at(ctx.site.zone.start_of(on))
        };
        event::append_all(db, ctx, some.iter().map(event).collect::<Vec<_>>()).await?;
    }
    let mut whose: Vec<Uuid> = rows.into_iter().map(|row| row.organization_id).collect();
    whose.sort_unstable();
    whose.dedup();
    Ok(whose)
}
