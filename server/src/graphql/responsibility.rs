//! Responsibility lists (责任清单) and their posts in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use redline_domain::{PostKind, RecordState, ResponsibilityListKind, ids::Noun};
use redline_entity::{post, responsibility_list};
use redline_ledger::responsibility;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        id,
        organization::Organization,
        participant::Participant,
        window::Window,
    },
    loaders::{
        OrganizationKey,
        records::{CountsFor, CoverageOf, ListKey, PostsOf, WhoKey},
    },
};

/// A responsibility list (责任清单).
#[derive(Clone)]
pub struct ResponsibilityList(pub Arc<responsibility_list::Model>);

impl From<responsibility_list::Model> for ResponsibilityList {
    fn from(row: responsibility_list::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl ResponsibilityList {
    /// A list, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(ListKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of such lists refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "coverage") {
            loaders.ahead(list.rows().map(|row| CoverageOf(row.0.id))).await?;
        }
        if rows_select(ctx, "deputy") || rows_select(ctx, "recordedBy") {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [row.0.deputy_id, row.0.recorded_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        if rows_select(ctx, "countsFor") {
            loaders.ahead(list.rows().map(|row| CountsFor(row.0.id))).await?;
        }
        if rows_select(ctx, "posts") {
            loaders.ahead(list.rows().map(|row| PostsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "posts.assignee") {
            let mut people = Vec::new();
            for row in list.rows() {
                let posts = loaders.one(PostsOf(row.0.id)).await?.unwrap_or_default();
                people.extend(posts.iter().filter_map(|post| post.assignee_id).map(WhoKey));
            }
            loaders.ahead(people).await?;
        }
        Ok(())
    }
}

/// A responsibility list (责任清单): posts from the head to the front line, each with a person, duties and an acknowledgement.
#[Object]
impl ResponsibilityList {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::ResponsibilityList, self.0.id)
    }

    /// Whose it is (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// Its kind (清单类别).
    async fn kind(&self) -> ResponsibilityListKind {
        self.0.kind
    }

    /// Its kind in words (清单类别说明).
    async fn kind_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.kind)
    }

    /// Its title (名称).
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The deputy head whose list it is (所属分管负责人).
    async fn deputy(&self) -> Option<Participant> {
        self.0.deputy_id.map(|person| Participant::of(person, self.0.drawn_up_on, self.0.organization_id))
    }

    /// The day on which it was drawn up (编制日期).
    async fn drawn_up_on(&self) -> Date {
        self.0.drawn_up_on.into()
    }

    /// Its posts, in order (岗位).
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn posts(&self, ctx: &Context<'_>) -> Answer<Vec<Post>> {
        let rows = ctx.loaders().one(PostsOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().map(|row| Post { row: row.clone(), organization: self.0.organization_id }).collect())
    }

    /// How many of the posts are assigned and acknowledged (落实进度).
    async fn coverage(&self, ctx: &Context<'_>) -> Answer<PostCoverage> {
        Ok(ctx.loaders().one(CoverageOf(self.0.id)).await?.unwrap_or_default().into())
    }

    /// Whether every post is assigned and acknowledged; only then does it count (是否落实完毕).
    async fn complete(&self) -> bool {
        self.0.complete_on.is_some()
    }

    /// The day on which the last post was acknowledged (落实完毕日期).
    async fn complete_on(&self) -> Option<Date> {
        self.0.complete_on.map(Date)
    }

    /// Draft while in use, or voided (状态).
    async fn state(&self) -> RecordState {
        self.0.state
    }

    /// Why it was voided (作废原因).
    async fn voided_reason(&self) -> Option<&str> {
        self.0.voided_reason.as_deref()
    }

    /// The windows for which it counts, as far as one may see them (计入的期次).
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn counts_for(&self, ctx: &Context<'_>) -> Answer<Vec<Window>> {
        Window::counted_with(ctx, self.0.id).await
    }

    /// When it was recorded (登记时间).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }

    /// Who drew it up (编制人).
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        Participant::who_recorded(ctx, self.0.recorded_by, self.0.recorded_at, self.0.organization_id)
    }
}

/// How far a responsibility list is assigned and acknowledged (落实进度).
#[derive(Clone, Copy, Debug, SimpleObject)]
pub struct PostCoverage {
    /// How many posts it has (岗位数).
    pub posts: u32,
    /// How many of them are assigned to somebody (已落实到人).
    pub assigned: u32,
    /// How many of them are acknowledged (已确认).
    pub acknowledged: u32,
}

impl From<responsibility::Coverage> for PostCoverage {
    fn from(coverage: responsibility::Coverage) -> Self {
        Self { posts: coverage.posts, assigned: coverage.assigned, acknowledged: coverage.acknowledged }
    }
}

/// A post of a responsibility list (岗位).
#[derive(Clone)]
pub struct Post {
    /// The row.
    pub row: post::Model,
    /// Whose list it is in.
    pub organization: Uuid,
}

/// A post of a responsibility list (岗位).
#[Object]
impl Post {
    /// The identifier (编号).
    async fn id(&self) -> ID {
        id::give(Noun::Post, self.row.id)
    }

    /// Its place in the list, from 1 (序号).
    async fn ordinal(&self) -> i32 {
        self.row.ordinal
    }

    /// Who fills it: from the head to the front line, dispatched workers and interns included (岗位类别).
    async fn kind(&self) -> PostKind {
        self.row.kind
    }

    /// The post in words (岗位名称).
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// What the post answers for (岗位职责).
    async fn duties(&self) -> &str {
        &self.row.duties
    }

    /// The person, where known to the ledger (责任人).
    async fn assignee(&self) -> Option<Participant> {
        self.row.assignee_id.map(|person| Participant::of(person, self.row.assigned_on.unwrap_or_default(), self.organization))
    }

    /// The person's name, where only that is known (责任人姓名).
    async fn assignee_name(&self) -> Option<&str> {
        self.row.assignee_name.as_deref()
    }

    /// Since when it is assigned (落实日期).
    async fn assigned_on(&self) -> Option<Date> {
        self.row.assigned_on.map(Date)
    }

    /// The day on which the person acknowledged it (确认日期).
    async fn acknowledged_on(&self) -> Option<Date> {
        self.row.acknowledged_on.map(Date)
    }

    /// When that was recorded (确认登记时间).
    async fn acknowledged_at(&self) -> Option<DateTime<Utc>> {
        self.row.acknowledged_at
    }

    /// The list that it is in, if one may see it (所属清单).
    async fn list(&self, ctx: &Context<'_>) -> Answer<Option<ResponsibilityList>> {
        ResponsibilityList::find(ctx, self.row.list_id).await
    }
}
