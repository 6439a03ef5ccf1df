//! Meetings, studies, trainings and other activities (活动) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{ActivityKind, RecordState, ids::Noun};
use redline_entity::activity;
use sea_orm::{ColumnTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        attendance::Attendee,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        id,
        organization::Organization,
        participant::Participant,
        visible,
        window::Window,
    },
    loaders::{
        OrganizationKey,
        events::AttendeesOf,
        records::{AttachmentsOf, CountsFor, NamedBy, WhoKey},
    },
};

/// A meeting, study, training or other activity (活动).
#[derive(Clone)]
pub struct Activity(pub Arc<activity::Model>);

impl From<activity::Model> for Activity {
    fn from(row: activity::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Activity {
    /// An activity, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(visible::activities(ctx.ledger(), None).filter(activity::Column::Id.eq(id)).one(ctx.db()).await?.map(Self::from))
    }

    /// Reads ahead what the rows of a list of activities refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "ledBy") || rows_select(ctx, "recordedBy") {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [row.0.led_by, row.0.recorded_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        if rows_select(ctx, "enterprises") || rows_select(ctx, "enterpriseCount") {
            loaders.ahead(list.rows().map(|row| NamedBy(row.0.id))).await?;
        }
        if rows_select(ctx, "attendees") {
            loaders.ahead(list.rows().map(|row| AttendeesOf(row.0.id))).await?;
        }
        if rows_select(ctx, "photos") || rows_select(ctx, "attachments") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "countsFor") {
            loaders.ahead(list.rows().map(|row| CountsFor(row.0.id))).await?;
        }
        Ok(())
    }
}

/// A meeting, study, training or other activity (活动).
#[Object]
impl Activity {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Activity, self.0.id)
    }

    /// Whose it was (活动单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// Its kind (活动类别).
    async fn kind(&self) -> ActivityKind {
        self.0.kind
    }

    /// Its kind in words (活动类别说明).
    async fn kind_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.kind)
    }

    /// What it was (活动名称).
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The day on which it was held (活动日期).
    async fn occurred_on(&self) -> Date {
        self.0.occurred_on.into()
    }

    /// How many took part (参加人数).
    async fn participants(&self) -> i32 {
        self.0.participants
    }

    /// How many were expected (应到人数).
    async fn expected(&self) -> Option<i32> {
        self.0.expected
    }

    /// Who took part, was appointed or is a member, as far as they are named, 500 at most (参加人员).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn attendees(&self, ctx: &Context<'_>) -> Answer<Vec<Attendee>> {
        let rows = ctx.loaders().one(AttendeesOf(self.0.id)).await?.unwrap_or_default();
        Ok(Attendee::all(&rows, self.0.occurred_on, self.0.organization_id))
    }

    /// Photographs of it (活动照片).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn photos(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::photos_of(ctx, self.0.id).await
    }

    /// Its photographs and documents: minutes, a paper of appointment (附件：照片、纪要、任命文件等).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn attachments(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// Who led it (主持人).
    async fn led_by(&self) -> Option<Participant> {
        self.0.led_by.map(|person| Participant::of(person, self.0.occurred_on, self.0.organization_id))
    }

    /// What was done (活动内容).
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// The enterprises that it names, e.g. those told of the criteria, as far as one may see them (涉及企业).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn enterprises(&self, ctx: &Context<'_>) -> Answer<Vec<Organization>> {
        let named = ctx.loaders().one(NamedBy(self.0.id)).await?;
        Ok(named.map(|(_, seen)| seen.into_iter().map(Organization).collect()).unwrap_or_default())
    }

    /// How many enterprises it names (涉及企业数).
    async fn enterprise_count(&self, ctx: &Context<'_>) -> Answer<usize> {
        Ok(ctx.loaders().one(NamedBy(self.0.id)).await?.map_or(0, |(all, _)| all))
    }

    /// Signed by who recorded it, or voided (签署状态).
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

    /// Who recorded it (登记人).
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        Participant::who_recorded(ctx, self.0.recorded_by, self.0.recorded_at, self.0.organization_id)
    }
}
