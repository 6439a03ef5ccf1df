//! Changes of responsibility lists (责任清单): drawn up, assigned, acknowledged, voided.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{PostKind, Refusal, ResponsibilityListKind, ids::Noun};
use redline_entity::post;
use redline_ledger::{
    self as ledger,
    responsibility::{self, Assignee, NewList, NewPost},
};
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_optional},
    },
    responsibility::{Post, ResponsibilityList},
};

/// What came of a change of a responsibility list (办理结果).
#[derive(SimpleObject)]
pub struct ResponsibilityListPayload {
    /// The list as it now is (责任清单).
    responsibility_list: Option<ResponsibilityList>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl ResponsibilityListPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let responsibility_list = match id {
            Some(id) => ResponsibilityList::find(ctx, id).await?,
            None => None,
        };
        Ok(Self { responsibility_list, user_errors })
    }
}

/// What came of a change of a post (办理结果).
#[derive(SimpleObject)]
pub struct PostPayload {
    /// The post as it now is (岗位).
    post: Option<Post>,
    /// Its list as it now is (责任清单).
    responsibility_list: Option<ResponsibilityList>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl PostPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let nothing = Self { post: None, responsibility_list: None, user_errors };
        let Some(id) = id else { return Ok(nothing) };
        let Some(row) = post::Entity::find_by_id(id).one(ctx.db()).await? else { return Ok(nothing) };
        // Whoever sees the list sees its posts.
        let Some(list) = ResponsibilityList::find(ctx, row.list_id).await? else { return Ok(nothing) };
        Ok(Self { post: Some(Post { row, organization: list.0.organization_id }), responsibility_list: Some(list), ..nothing })
    }
}

/// A post to be put into a list (岗位).
#[derive(InputObject)]
pub struct PostInput {
    /// Who fills it: from the head to the front line, dispatched workers and interns included (岗位类别).
    kind: PostKind,
    /// The post in words (岗位名称).
    title: String,
    /// What it answers for (岗位职责).
    duties: String,
    /// To whom it is assigned from today on, somebody known to the ledger (责任人).
    assignee_id: Option<ID>,
    /// The name of the person, where only that is known (责任人姓名).
    assignee_name: Option<String>,
}

impl PostInput {
    fn read(self, path: &str) -> ledger::Result<NewPost> {
        let assignee = assignee(self.assignee_id.as_ref(), self.assignee_name, path)?;
        Ok(NewPost { kind: self.kind, title: self.title, duties: self.duties, assignee })
    }
}

fn assignee(id: Option<&ID>, name: Option<String>, path: &str) -> ledger::Result<Option<Assignee>> {
    let name = name.filter(|name| !name.trim().is_empty());
    match (given_optional(Noun::Person, id, &format!("{path}assigneeId"))?, name) {
        (Some(_), Some(_)) => {
            let refusal = Refusal::new("TWO_ASSIGNEES", "责任人与责任人姓名只填一项。", "Give either the person or the name, not both.");
            Err(refusal.field(format!("{path}assigneeName")).into())
        }
        (Some(person), None) => Ok(Some(Assignee::Person(person))),
        (None, name) => Ok(name.map(Assignee::Name)),
    }
}

/// A responsibility list to be drawn up (编制责任清单).
#[derive(InputObject)]
pub struct DrawUpResponsibilityListInput {
    /// Whose (单位).
    organization_id: ID,
    /// Its kind (清单类别).
    kind: ResponsibilityListKind,
    /// Its title (名称).
    title: String,
    /// The deputy head whose list it is; for that kind only (分管负责人).
    deputy_id: Option<ID>,
    /// Its posts, in order (岗位).
    posts: Vec<PostInput>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A post to be added to a list (增加岗位).
#[derive(InputObject)]
pub struct AddPostInput {
    /// The list (责任清单).
    list_id: ID,
    /// The post (岗位).
    post: PostInput,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// To whom a post is assigned (落实到人).
#[derive(InputObject)]
pub struct AssignPostInput {
    /// The post (岗位).
    post_id: ID,
    /// Somebody known to the ledger, who acknowledges by himself or herself (责任人).
    assignee_id: Option<ID>,
    /// Or the name of somebody who is not, e.g. a dispatched worker (责任人姓名).
    assignee_name: Option<String>,
    /// Since when; today if not given (落实日期).
    on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// An acknowledgement (岗位确认).
#[derive(InputObject)]
pub struct AcknowledgePostInput {
    /// The post (岗位).
    post_id: ID,
    /// The day; today if not given (确认日期).
    on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A voiding of a responsibility list (作废责任清单).
#[derive(InputObject)]
pub struct VoidResponsibilityListInput {
    /// The list (责任清单).
    list_id: ID,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of responsibility lists.
#[derive(Default)]
pub struct ResponsibilityMutation;

#[Object]
impl ResponsibilityMutation {
    /// Draws up a responsibility list with its posts (编制责任清单). It counts once every post is assigned and acknowledged.
    async fn draw_up_responsibility_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The list (责任清单).")] input: DrawUpResponsibilityListInput,
    ) -> Answer<ResponsibilityListPayload> {
        let outcome = carry_out!(ctx, "drawUpResponsibilityList", input.request_id.clone(), |db, by| {
            let posts = input.posts.into_iter().enumerate().map(|(at, post)| post.read(&format!("posts.{at}."))).collect::<ledger::Result<_>>()?;
            let new = NewList {
                organization: given(Noun::Organization, &input.organization_id, "organizationId")?,
                kind: input.kind,
                title: input.title,
                deputy: given_optional(Noun::Person, input.deputy_id.as_ref(), "deputyId")?,
                posts,
            };
            Ok(responsibility::draw_up(db, by, new).await?.id)
        });
        ResponsibilityListPayload::of(ctx, outcome).await
    }

    /// Adds a post to a list (增加岗位), which is complete again only when that post is acknowledged too.
    async fn add_post(&self, ctx: &Context<'_>, #[graphql(desc = "The post (岗位).")] input: AddPostInput) -> Answer<PostPayload> {
        let outcome = carry_out!(ctx, "addPost", input.request_id.clone(), |db, by| {
            let list = given(Noun::ResponsibilityList, &input.list_id, "listId")?;
            Ok(responsibility::add_post(db, by, list, input.post.read("post.")?).await?.id)
        });
        PostPayload::of(ctx, outcome).await
    }

    /// Assigns a post to somebody (落实到人). Whoever had it before, it is to be acknowledged anew.
    async fn assign_post(
        &self, ctx: &Context<'_>, #[graphql(desc = "The post and to whom (岗位、责任人).")] input: AssignPostInput
    ) -> Answer<PostPayload> {
        let outcome = carry_out!(ctx, "assignPost", input.request_id.clone(), |db, by| {
            let id = given(Noun::Post, &input.post_id, "postId")?;
            let Some(assignee) = assignee(input.assignee_id.as_ref(), input.assignee_name, "")? else {
                let refusal = Refusal::new("ASSIGNEE_MISSING", "请选择责任人，或填写其姓名。", "Say to whom the post is assigned: a person, or a name.");
                return Err(refusal.field("assigneeId").into());
            };
            let on = input.on.map_or_else(|| ctx.today(), Into::into);
            Ok(responsibility::assign(db, by, id, assignee, on).await?.id)
        });
        PostPayload::of(ctx, outcome).await
    }

    /// Acknowledges a post (岗位确认): by the person; where only a name is known, by an officer on the person's behalf.
    async fn acknowledge_post(&self, ctx: &Context<'_>, #[graphql(desc = "The post (岗位).")] input: AcknowledgePostInput) -> Answer<PostPayload> {
        let outcome = carry_out!(ctx, "acknowledgePost", input.request_id.clone(), |db, by| {
            let id = given(Noun::Post, &input.post_id, "postId")?;
            let on = input.on.map_or_else(|| ctx.today(), Into::into);
            Ok(responsibility::acknowledge(db, by, id, on).await?.id)
        });
        PostPayload::of(ctx, outcome).await
    }

    /// Voids a responsibility list: it stays visible and counts no longer (作废责任清单).
    async fn void_responsibility_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The list and why (责任清单、原因).")] input: VoidResponsibilityListInput,
    ) -> Answer<ResponsibilityListPayload> {
        let outcome = carry_out!(ctx, "voidResponsibilityList", input.request_id.clone(), |db, by| {
            let id = given(Noun::ResponsibilityList, &input.list_id, "listId")?;
            Ok(responsibility::void(db, by, id, &input.reason).await?.id)
        });
        ResponsibilityListPayload::of(ctx, outcome).await
    }
}
