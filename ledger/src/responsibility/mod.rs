//! Responsibility lists (责任清单): who answers for what, from the head to the front line, each confirmed by the person.

mod acknowledge;
mod coverage;
mod draw_up;
mod post;

use chrono::NaiveDate;
use redline_domain::{PostKind, RecordKind, RecordState, ResponsibilityListKind, ids::Noun, permission::Action};
use redline_entity::{organization, post as post_row, responsibility_list};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result, checks,
    event::{self, NewEvent},
    evidence,
};

pub use acknowledge::acknowledge;
pub use coverage::{Coverage, coverage};
pub use draw_up::draw_up;
pub use post::{add_post, assign};

/// A responsibility list before being drawn up.
#[derive(Clone, Debug)]
pub struct NewList {
    /// Whose.
    pub organization: Uuid,
    /// Its kind.
    pub kind: ResponsibilityListKind,
    /// Its title.
    pub title: String,
    /// The deputy head whose list it is; for that kind only.
    pub deputy: Option<Uuid>,
    /// Its posts, in order.
    pub posts: Vec<NewPost>,
}

/// A post before being recorded.
#[derive(Clone, Debug)]
pub struct NewPost {
    /// Who fills it.
    pub kind: PostKind,
    /// The post in words.
    pub title: String,
    /// What it answers for.
    pub duties: String,
    /// To whom it is assigned from today on, if that is known. In a deputy's list always to the deputy.
    pub assignee: Option<Assignee>,
}

/// To whom a post is assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// A person known to the ledger, who acknowledges by himself or herself.
    Person(Uuid),
    /// Somebody known by name only, e.g. a dispatched worker. An officer acknowledges on the person's behalf.
    Name(String),
}

/// Voids a list: it stays visible and counts no longer.
pub async fn void(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, reason: &str) -> Result<responsibility_list::Model> {
    let (list, organization) = load(db, ctx, id, Action::Record).await?;
    let reason = checks::reason(reason)?;
    let mut row = list.into_active_model();
    row.state = Set(RecordState::Voided);
    row.voided_reason = Set(Some(reason.clone()));
    let list = row.update(db).await?;
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::ResponsibilityList, id, "LIST_VOIDED", json!({ "reason": reason }))).await?;
    evidence::rematch(db, ctx, &organization, Some(RecordKind::ResponsibilityList)).await?;
    Ok(list)
}

/// A post with its list, held until the transaction ends, so that of the last two acknowledgements one sees the other.
async fn load_post(
    db: &impl ConnectionTrait,
    ctx: &Context,
    id: Uuid,
    action: Action,
) -> Result<(post_row::Model, responsibility_list::Model, organization::Model)> {
    let found = post_row::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    let (list, organization) = load(db, ctx, found.list_id, action).await?;
    let post = post_row::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    Ok((post, list, organization))
}

/// A list that the actor may do something to and that is not voided, held until the transaction ends.
async fn load(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, action: Action) -> Result<(responsibility_list::Model, organization::Model)> {
    let list = responsibility_list::Entity::find_by_id(id).lock_exclusive().one(db).await?.ok_or(Error::NotFound)?;
    let organization = crate::organization::allowed(db, ctx, list.organization_id, action).await?;
    if list.state == RecordState::Voided {
        return Err(checks::already_voided().into());
    }
    Ok((list, organization))
}

/// Writes down whether every post of a list is acknowledged, and lets it count or no longer.
async fn settle(
    db: &impl ConnectionTrait,
    ctx: &Context,
    organization: &organization::Model,
    list: responsibility_list::Model,
) -> Result<responsibility_list::Model> {
    let complete_on = coverage::completed_on(db, list.id).await?;
    if list.complete_on == complete_on {
        return Ok(list);
    }
    let id = list.id;
    let mut row = list.into_active_model();
    row.complete_on = Set(complete_on);
    row.complete_recorded_at = Set(complete_on.map(|_| ctx.now));
    let list = row.update(db).await?;
    let (action, on): (_, Option<NaiveDate>) = if complete_on.is_some() { ("LIST_COMPLETED", complete_on) } else { ("LIST_REOPENED", None) };
    let mut event = NewEvent::new(Some(organization.id), Noun::ResponsibilityList, id, action, json!({ "on": on }));
    event.true_at = on.map(|on| ctx.site.zone.start_of(on));
    event::append(db, ctx, event).await?;
    evidence::rematch(db, ctx, organization, Some(RecordKind::ResponsibilityList)).await?;
    Ok(list)
}
