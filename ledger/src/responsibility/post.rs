//! The posts (岗位) of a list: added, and assigned to people.

use chrono::NaiveDate;
use redline_domain::{Refusal, ResponsibilityListKind, Word, ids::Noun, permission::Action};
use redline_entity::{organization, post};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use super::{Assignee, NewPost, draw_up::is_the_deputy, load, load_post, settle};
use crate::{
    Context, Error, Result,
    checks::{self, Checks},
    event::{self, NewEvent},
};

/// Adds a post to a list, which is complete again only when that post is acknowledged too.
pub async fn add_post(db: &impl ConnectionTrait, ctx: &Context, list: Uuid, mut new: NewPost) -> Result<post::Model> {
    let (list, organization) = load(db, ctx, list, Action::Record).await?;
    let mut checks = Checks::default();
    check(db, ctx, &organization, (list.kind, list.deputy_id), "", &mut new, &mut checks).await?;
    checks.finish()?;
    let last: Option<i32> = post::Entity::find()
        .select_only()
        .column_as(post::Column::Ordinal.max(), "last")
        .filter(post::Column::ListId.eq(list.id))
        .into_tuple::<Option<i32>>()
        .one(db)
        .await?
        .flatten();
    let id = list.id;
    insert(db, ctx, id, last.unwrap_or(0) + 1, vec![new]).await?;
    settle(db, ctx, &organization, list).await?;
    let added = post::Entity::find()
        .filter(post::Column::ListId.eq(id))
        .filter(post::Column::Ordinal.eq(last.unwrap_or(0) + 1))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    let data = json!({ "post": added.id, "kind": added.kind.code(), "title": added.title });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::ResponsibilityList, id, "POST_ADDED", data)).await?;
    Ok(added)
}

/// Assigns a post to somebody from a day on. Whoever had it before, it is to be acknowledged anew.
pub async fn assign(db: &impl ConnectionTrait, ctx: &Context, id: Uuid, assignee: Assignee, on: NaiveDate) -> Result<post::Model> {
    let (post, list, organization) = load_post(db, ctx, id, Action::Record).await?;
    let mut checks = Checks::default();
    checks.day(ctx, "on", on);
    let assignee = check_assignee(db, &organization, (list.kind, list.deputy_id), "", assignee, on, &mut checks).await?;
    checks.finish()?;
    let mut row = post.into_active_model();
    assign_row(&mut row, Some((assignee, on)));
    let post = row.update(db).await?;
    let data = json!({ "person": post.assignee_id, "name": post.assignee_name, "on": on });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::Post, id, "POST_ASSIGNED", data).true_at(ctx.site.zone.start_of(on))).await?;
    settle(db, ctx, &organization, list).await?;
    Ok(post)
}

/// What is wrong with a post before it is written; what is given is put in order. The kind of list and its deputy decide on
/// the assignee.
pub(super) async fn check(
    db: &impl ConnectionTrait,
    ctx: &Context,
    organization: &organization::Model,
    list: (ResponsibilityListKind, Option<Uuid>),
    field: &str,
    new: &mut NewPost,
    checks: &mut Checks,
) -> Result<()> {
    new.title = checks.text(&format!("{field}title"), &new.title, checks::TITLE);
    new.duties = checks.text(&format!("{field}duties"), &new.duties, checks::TEXT);
    let given = new.assignee.take().or_else(|| list.1.map(Assignee::Person));
    if let Some(assignee) = given {
        new.assignee = Some(check_assignee(db, organization, list, field, assignee, ctx.today(), checks).await?);
    }
    Ok(())
}

async fn check_assignee(
    db: &impl ConnectionTrait,
    organization: &organization::Model,
    (kind, deputy): (ResponsibilityListKind, Option<Uuid>),
    field: &str,
    assignee: Assignee,
    on: NaiveDate,
    checks: &mut Checks,
) -> Result<Assignee> {
    if kind == ResponsibilityListKind::Deputy && deputy.is_some() && !is_the_deputy(&assignee, deputy) {
        let refusal =
            Refusal::new("NOT_THE_DEPUTY", "分管负责人清单的各项由该分管负责人本人承担。", "Everything in the list of a deputy head is that deputy's own.");
        checks.refuse(refusal.field(format!("{field}assigneeId")).clause("2.1.2"));
    }
    Ok(match assignee {
        Assignee::Person(person) => {
            checks.held_position(db, &format!("{field}assigneeId"), person, organization, on).await?;
            Assignee::Person(person)
        }
        Assignee::Name(name) => Assignee::Name(checks.text(&format!("{field}assigneeName"), &name, 100)),
    })
}

/// Writes posts into a list from a place on.
pub(super) async fn insert(db: &impl ConnectionTrait, ctx: &Context, list: Uuid, first: i32, posts: Vec<NewPost>) -> Result<()> {
    let rows: Vec<_> = (first..)
        .zip(posts)
        .map(|(ordinal, new)| {
            let mut row = post::ActiveModel {
                id: Set(ctx.id()),
                list_id: Set(list),
                ordinal: Set(ordinal),
                kind: Set(new.kind),
                title: Set(new.title),
                duties: Set(new.duties),
                ..Default::default()
            };
            assign_row(&mut row, new.assignee.map(|assignee| (assignee, ctx.today())));
            row
        })
        .collect();
    for chunk in rows.chunks(200) {
        post::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
    }
    Ok(())
}

fn assign_row(row: &mut post::ActiveModel, to: Option<(Assignee, NaiveDate)>) {
    let (person, name, on) = match to {
        Some((Assignee::Person(person), on)) => (Some(person), None, Some(on)),
        Some((Assignee::Name(name), on)) => (None, Some(name), Some(on)),
        None => (None, None, None),
    };
    row.assignee_id = Set(person);
    row.assignee_name = Set(name);
    row.assigned_on = Set(on);
    row.acknowledged_on = Set(None);
    row.acknowledged_at = Set(None);
}
