//! Drawing up a list.

use redline_domain::{OrganizationKind, Position, PostKind, RecordState, Refusal, ResponsibilityListKind, Word, ids::Noun, permission::Action};
use redline_entity::{membership, organization, responsibility_list};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use super::{Assignee, NewList, post};
use crate::{
    Context, Result,
    actor::held_on,
    checks::{self, Checks},
    event::{self, NewEvent},
    organization::allowed,
};

/// Draws up a list with its posts. It counts once every post is assigned and acknowledged.
pub async fn draw_up(db: &impl ConnectionTrait, ctx: &Context, new: NewList) -> Result<responsibility_list::Model> {
    let organization = allowed(db, ctx, new.organization, Action::Record).await?;
    checks::not_closed(&organization)?;
    let mut checks = Checks::default();
    let title = checks.text("title", &new.title, checks::TITLE);
    if organization.kind != OrganizationKind::Enterprise {
        checks.refuse(
            Refusal::new("NOT_AN_ENTERPRISE", "责任清单由企业编制。", "Responsibility lists are drawn up by enterprises.")
                .field("organizationId")
                .clause("2.1.2"),
        );
    }
    deputy(db, ctx, &new, &organization, &mut checks).await?;
    reaches_the_front_line(&new, &mut checks);
    let mut posts = new.posts;
    for (at, post) in posts.iter_mut().enumerate() {
        post::check(db, ctx, &organization, (new.kind, new.deputy), &format!("posts.{at}."), post, &mut checks).await?;
    }
    checks.finish()?;
    let row = responsibility_list::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization.id),
        kind: Set(new.kind),
        title: Set(title),
        deputy_id: Set(new.deputy),
        drawn_up_on: Set(ctx.today()),
        complete_on: Set(None),
        complete_recorded_at: Set(None),
        state: Set(RecordState::Draft),
        voided_reason: Set(None),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    let list = row.insert(db).await?;
    let data = json!({ "kind": list.kind.code(), "title": list.title, "posts": posts.len() });
    event::append(db, ctx, NewEvent::new(Some(organization.id), Noun::ResponsibilityList, list.id, "LIST_DRAWN_UP", data)).await?;
    post::insert(db, ctx, list.id, 1, posts).await?;
    Ok(list)
}

/// A deputy's list is of somebody who is deputy head today; no other list has a deputy.
async fn deputy(db: &impl ConnectionTrait, ctx: &Context, new: &NewList, organization: &organization::Model, checks: &mut Checks) -> Result<()> {
    match (new.kind, new.deputy) {
        (ResponsibilityListKind::Deputy, None) => {
            checks.refuse(
                Refusal::new("DEPUTY_MISSING", "请选择该清单所属的分管负责人。", "Choose the deputy head whose list it is.").field("deputyId").clause("2.1.2"),
            );
        }
        (ResponsibilityListKind::Deputy, Some(deputy)) => {
            let is_deputy = membership::Entity::find()
                .filter(membership::Column::OrganizationId.eq(organization.id))
                .filter(membership::Column::PersonId.eq(deputy))
                .filter(membership::Column::Position.eq(Position::Deputy))
                .filter(held_on(ctx.today()))
                .one(db)
                .await?;
            if is_deputy.is_none() {
                let refusal = Refusal::new("NOT_A_DEPUTY", "此人今天不是该单位的分管负责人。", "This person is not a deputy head of the organization today.");
                checks.refuse(refusal.field("deputyId").clause("2.1.2"));
            }
        }
        (_, Some(_)) => checks.refuse(
            Refusal::new("NO_DEPUTY_ASKED", "只有分管负责人清单才填写分管负责人。", "Only the list of a deputy head names a deputy.").field("deputyId"),
        ),
        (_, None) => {}
    }
    Ok(())
}

/// The all-staff system reaches from the head to the front line (从主要负责人到一线从业人员). Whether there are dispatched workers
/// and interns only the enterprise knows.
fn reaches_the_front_line(new: &NewList, checks: &mut Checks) {
    if new.posts.is_empty() {
        checks.refuse(Refusal::new("POSTS_MISSING", "请至少填写一个岗位。", "Give at least one post.").field("posts").clause("2.1.2"));
        return;
    }
    if new.kind != ResponsibilityListKind::AllStaff {
        return;
    }
    let missing: Vec<PostKind> = [PostKind::Head, PostKind::FrontLine].into_iter().filter(|&kind| !new.posts.iter().any(|post| post.kind == kind)).collect();
    if !missing.is_empty() {
        let zh = missing.iter().map(|kind| kind.zh()).collect::<Vec<_>>().join("、");
        let en = missing.iter().map(|kind| kind.en()).collect::<Vec<_>>().join("; ");
        let refusal = Refusal::new(
            "POSTS_MISSING",
            format!("全员责任制应从主要负责人到一线从业人员（有劳务派遣人员、实习生的也要列入），还缺：{zh}。"),
            format!(
                "The all-staff system reaches from the head to the front line, dispatched workers and interns included where there are any. Missing: {en}."
            ),
        );
        checks.refuse(refusal.field("posts").clause("2.1.2"));
    }
}

/// Whether an assignee is the deputy whose list it is.
pub(super) fn is_the_deputy(assignee: &Assignee, deputy: Option<uuid::Uuid>) -> bool {
    matches!(assignee, Assignee::Person(person) if Some(*person) == deputy)
}
