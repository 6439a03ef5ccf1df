//! Handing on (转达): what cannot be told to one person is told to the next one at that step.

use redline_domain::{Audience, NoticeState, Workdays, ids::Noun};
use redline_entity::{duty, mail, notice as row, organization, window};
use redline_ledger::{
    Context, Error, Result,
    audience::{Directory, resolve},
    event::{self, NewEvent},
    notice::{self, About, NewNotice, When},
};
use sea_orm::{ActiveEnum, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::windows::climb::{AUDIENCES, Climb, Matter, name};

/// Marks notices as failed, and plans them for the next person at their step.
pub(crate) async fn hand_on(db: &impl ConnectionTrait, ctx: &Context, notices: &[row::Model], reason: &str) -> Result<()> {
    row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(NoticeState::Failed.to_value()))
        .col_expr(row::Column::CancelledReason, Expr::value(reason))
        .filter(row::Column::Id.is_in(notices.iter().map(|notice| notice.id)))
        .exec(db)
        .await?;
    for notice in notices {
        if let Some(audience) = notice.audience {
            next_person(db, ctx, notice, audience).await?;
        }
    }
    Ok(())
}

async fn next_person(db: &impl ConnectionTrait, ctx: &Context, failed: &row::Model, audience: Audience) -> Result<()> {
    let organization = organization::Entity::find_by_id(failed.organization_id).one(db).await?.ok_or(Error::NotFound)?;
    let window = match failed.window_id {
        Some(id) => window::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    if window.as_ref().is_some_and(|window| window.fulfilled_on.is_some() || window.ended_on.is_some_and(|on| on <= ctx.today())) {
        return Ok(());
    }
    let owner = match &window {
        Some(window) => duty::Entity::find_by_id(window.duty_id).one(db).await?.and_then(|duty| duty.owner_id),
        None => None,
    };
    let reached: Vec<Uuid> = row::Entity::find()
        .select_only()
        .column(row::Column::PersonId)
        .filter(row::Column::SubjectId.eq(failed.subject_id))
        .filter(row::Column::Step.eq(&failed.step))
        .filter(row::Column::State.ne(NoticeState::Failed))
        .into_tuple()
        .all(db)
        .await?;
    let mut somebody = !reached.is_empty();
    for list in resolve(db, audience, &organization, owner, ctx.today()).await? {
        // A body of which somebody was told is served.
        if list.iter().any(|person| reached.contains(&person.id)) {
            continue;
        }
        let again = again(ctx, failed, audience);
        for person in &list {
            if notice::plan(db, ctx, &again, person).await? {
                somebody = true;
                break;
            }
        }
    }
    if somebody { Ok(()) } else { nobody_left(db, ctx, failed, window.as_ref(), &organization, owner).await }
}

fn again(ctx: &Context, failed: &row::Model, audience: Audience) -> NewNotice {
    let noun = failed.subject_kind.as_deref().and_then(|code| code.parse().ok());
    let about = match (failed.window_id, failed.hazard_id, noun) {
        (Some(id), _, _) => About::Window(id),
        (None, Some(id), _) => About::Hazard(id),
        (None, None, Some(noun)) => About::Thing(noun, failed.subject_id),
        (None, None, None) => About::Account(failed.subject_id),
    };
    NewNotice {
        kind: failed.kind,
        about,
        step: failed.step.clone(),
        organization: failed.organization_id,
        audience: Some(audience),
        proposes: failed.proposes,
        alone: failed.alone,
        true_at: failed.true_at,
        when: if failed.alone { When::Now } else { When::Morning(ctx.site.workdays.on_or_after(ctx.today())) },
        tale: failed.tale.clone().map(|told| told.0),
    }
}

/// Nobody is left at a window's step: the next step is taken at once. Of anything else the ledger knows.
async fn nobody_left(
    db: &impl ConnectionTrait,
    ctx: &Context,
    failed: &row::Model,
    window: Option<&window::Model>,
    organization: &organization::Model,
    owner: Option<Uuid>,
) -> Result<()> {
    let Some(window) = window else {
        let event = NewEvent::new(Some(organization.id), Noun::Notice, failed.id, "AUDIENCE_MISSING", json!({ "kind": failed.kind, "step": failed.step }));
        return event::append(db, ctx, event).await;
    };
    let matter = Matter::new(ctx, window, organization, owner)?;
    let Some((ladder, index)) = matter.ladder.and_then(|ladder| Some((ladder, ladder.steps.iter().position(|step| name(step) == failed.step)?))) else {
        return Ok(());
    };
    let directory = Directory::of(db, AUDIENCES, [organization], owner, ctx.today()).await?;
    let mut climb = Climb::new(ctx, &directory);
    climb.report_gap(&matter, &ladder.steps[index]);
    let taken = climb.take_next(&matter, ladder, index, ctx.today(), &mut Vec::new());
    notice::plan_all(db, climb.notices).await?;
    event::append_all(db, ctx, climb.events).await?;
    let taken = i32::try_from(taken).ok();
    if window.step_taken < taken {
        window::Entity::update_many().col_expr(window::Column::StepTaken, Expr::value(taken)).filter(window::Column::Id.eq(window.id)).exec(db).await?;
    }
    Ok(())
}

/// The notices that a mail carries and that were not told yet.
pub(crate) async fn carried(db: &impl ConnectionTrait, mail: &mail::Model) -> Result<Vec<row::Model>> {
    Ok(row::Entity::find()
        .filter(row::Column::MailId.eq(mail.id))
        .filter(row::Column::State.eq(NoticeState::Gathered))
        .order_by_asc(row::Column::Id)
        .all(db)
        .await?)
}
