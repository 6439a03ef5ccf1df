//! The windows of a major hazard's event duties (重大隐患的期次): its plan and its report to the regulator.

use chrono::{Days, NaiveDate};
use redline_domain::{
    HazardGrade, HazardState, NoticeState, PlanConsent, Word,
    ids::Noun,
    rulebook::{Cadence, Evidence, Rule, Trigger},
    window::EndedAs,
};
use redline_entity::{duty, hazard, hazard_plan, notice as notice_row, organization, window};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Result,
    event::{self, NewEvent},
    evidence::{self, HazardEvidence},
    notice::{self, About},
};

/// Why the window of a plan ends that is not needed: the hazard was fixed on the spot.
const FIXED: &str = "当场整改 Fixed on the spot";

/// The rules that a grading as major sets off.
fn rules(ctx: &Context) -> impl Iterator<Item = (&Rule, u32)> {
    ctx.site.rulebook.rules.iter().filter_map(|rule| match rule.cadence {
        Cadence::Event { on: Trigger::MajorHazardGraded, days } => Some((rule, days.unwrap_or(0))),
        _ => None,
    })
}

fn asks_for_plan(rule: &Rule) -> bool {
    rule.evidence.iter().any(|evidence| matches!(evidence, Evidence::HazardPlan {}))
}

/// Opens what a major hazard's organization owes for it, counted from a day. What is open or done already stays as it is; what
/// ended is owed anew. A plan is owed only while it is not rectified.
pub(super) async fn open(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model, on: NaiveDate) -> Result<()> {
    if hazard.grade != Some(HazardGrade::Major) {
        return Ok(());
    }
    let to_rectify = matches!(hazard.state, HazardState::Graded | HazardState::Planned | HazardState::Rectifying);
    let existing = window::Entity::find().filter(window::Column::HazardId.eq(hazard.id)).order_by_asc(window::Column::Id).all(db).await?;
    let duties = duty::Entity::find()
        .filter(duty::Column::OrganizationId.eq(hazard.organization_id))
        .filter(duty::Column::RuleCode.is_in(rules(ctx).map(|(rule, _)| rule.code.as_str())))
        .order_by_asc(duty::Column::Id)
        .all(db)
        .await?;
    for (rule, days) in rules(ctx).filter(|(rule, _)| to_rectify || !asks_for_plan(rule)) {
        let in_force = |duty: &&duty::Model| duty.rule_code == rule.code && duty.begins_on <= on && duty.ended_on.is_none_or(|ended| on < ended);
        let Some(duty) = duties.iter().find(in_force) else { continue };
        let due_on = on.checked_add_days(Days::new(days.into())).unwrap_or(on);
        match existing.iter().find(|row| row.rule_code == rule.code) {
            // What the safety office excused stays excused.
            Some(row) if row.fulfilled_on.is_none() && (row.ended_as == Some(EndedAs::Superseded) || row.ended_reason.as_deref() == Some(FIXED)) => {
                reopen(db, ctx, row.clone(), on, due_on).await?;
            }
            Some(_) => {}
            None => {
                window::Entity::insert(row(ctx, hazard, duty, on, due_on)).exec_without_returning(db).await?;
            }
        }
    }
    // What was done before it was graded major counts.
    let in_force = hazard_plan::Entity::find()
        .filter(hazard_plan::Column::HazardId.eq(hazard.id))
        .filter(hazard_plan::Column::Consent.is_in(PlanConsent::IN_FORCE))
        .order_by_asc(hazard_plan::Column::Version);
    if let Some(plan) = in_force.one(db).await? {
        evidence::fulfil_hazard(db, ctx, hazard.id, HazardEvidence::Plan, plan.submitted_on).await?;
    }
    if let Some(told_on) = hazard.told_regulator_on {
        evidence::fulfil_hazard(db, ctx, hazard.id, HazardEvidence::Report, told_on).await?;
    }
    Ok(())
}

async fn reopen(db: &impl ConnectionTrait, ctx: &Context, row: window::Model, on: NaiveDate, due_on: NaiveDate) -> Result<()> {
    let event = NewEvent::new(Some(row.organization_id), Noun::Window, row.id, "WINDOW_REOPENED", json!({ "rule": row.rule_code, "dueOn": due_on }));
    let mut row = row.into_active_model();
    row.starts_on = Set(on);
    row.opens_on = Set(on);
    row.closes_on = Set(due_on);
    row.due_on = Set(due_on);
    row.ended_on = Set(None);
    row.ended_as = Set(None);
    row.ended_reason = Set(None);
    row.overdue_noted = Set(false);
    row.step_taken = Set(None);
    row.check_after = Set(Some(ctx.now));
    let row = row.update(db).await?;
    // What was cancelled when it ended may have to be told now.
    notice_row::Entity::delete_many()
        .filter(notice_row::Column::WindowId.eq(row.id))
        .filter(notice_row::Column::State.eq(NoticeState::Cancelled))
        .exec(db)
        .await?;
    event::append(db, ctx, event).await
}

fn row(ctx: &Context, hazard: &hazard::Model, duty: &duty::Model, on: NaiveDate, due_on: NaiveDate) -> window::ActiveModel {
    window::ActiveModel {
        id: Set(ctx.id()),
        duty_id: Set(duty.id),
        organization_id: Set(hazard.organization_id),
        rule_code: Set(duty.rule_code.clone()),
        hazard_id: Set(Some(hazard.id)),
        cause_id: Set(None),
        starts_on: Set(on),
        opens_on: Set(on),
        closes_on: Set(due_on),
        due_on: Set(due_on),
        required: Set(1),
        fulfilled_on: Set(None),
        fulfilled_recorded_at: Set(None),
        ended_on: Set(None),
        ended_as: Set(None),
        ended_reason: Set(None),
        opened_noted: Set(false),
        overdue_noted: Set(false),
        step_taken: Set(None),
        check_after: Set(Some(ctx.now)),
        failures: Set(0),
        created_at: Set(ctx.now),
    }
}

/// Ends all that is still owed for a hazard, since it is no longer graded major.
pub(super) async fn supersede(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model, reason: &str) -> Result<()> {
    for row in running(db, Condition::all().add(window::Column::HazardId.eq(hazard.id))).await? {
        end(db, ctx, row, ctx.today(), EndedAs::Superseded, reason).await?;
    }
    Ok(())
}

/// Ends the plan's window, since the hazard was fixed at once.
pub(super) async fn excuse_plan(db: &impl ConnectionTrait, ctx: &Context, hazard: &hazard::Model) -> Result<()> {
    let codes: Vec<&str> = rules(ctx).filter(|(rule, _)| asks_for_plan(rule)).map(|(rule, _)| rule.code.as_str()).collect();
    for row in running(db, Condition::all().add(window::Column::HazardId.eq(hazard.id)).add(window::Column::RuleCode.is_in(codes))).await? {
        end(db, ctx, row, ctx.today(), EndedAs::Excused, FIXED).await?;
    }
    Ok(())
}

/// Ends what an organization owes for its hazards, since it is suspended or closed (停产停业、关闭) from a day on.
pub async fn excuse_all(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, on: NaiveDate, reason: &str) -> Result<()> {
    let of_hazards = Condition::all().add(window::Column::OrganizationId.eq(organization.id)).add(window::Column::HazardId.is_not_null());
    for row in running(db, of_hazards).await? {
        // What was over by then is owed as it was.
        if row.closes_on >= on {
            end(db, ctx, row, on, EndedAs::Excused, reason).await?;
        }
    }
    Ok(())
}

async fn running(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<window::Model>> {
    let rows = window::Entity::find().filter(which).filter(window::Column::FulfilledOn.is_null()).filter(window::Column::EndedOn.is_null());
    Ok(rows.order_by_asc(window::Column::Id).all(db).await?)
}

async fn end(db: &impl ConnectionTrait, ctx: &Context, row: window::Model, on: NaiveDate, how: EndedAs, reason: &str) -> Result<()> {
    let id: Uuid = row.id;
    notice::cancel(db, About::Window(id), how.code()).await?;
    let data = json!({ "rule": row.rule_code, "on": on, "as": how, "reason": reason });
    let event = NewEvent::new(Some(row.organization_id), Noun::Window, id, "WINDOW_ENDED", data).true_at(ctx.site.zone.start_of(on));
    let mut row = row.into_active_model();
    row.ended_on = Set(Some(on));
    row.ended_as = Set(Some(how));
    row.ended_reason = Set(Some(reason.to_owned()));
    row.check_after = Set(None);
    row.update(db).await?;
    event::append(db, ctx, event).await
}
