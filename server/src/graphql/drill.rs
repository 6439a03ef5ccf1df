//! Emergency drills (应急演练) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{DrillForm, DrillScope, RecordState, ids::Noun};
use redline_entity::drill;
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
        task::Task,
        window::Window,
    },
    loaders::{
        OrganizationKey,
        events::{DrilledIn, TasksOf},
        records::{AttachmentsOf, CountsFor, DrillKey, WhoKey},
    },
};

/// An emergency drill (应急演练).
#[derive(Clone)]
pub struct Drill(pub Arc<drill::Model>);

impl From<drill::Model> for Drill {
    fn from(row: drill::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Drill {
    /// A drill, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(DrillKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of drills refer to.
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
        if rows_select(ctx, "attendees") {
            loaders.ahead(list.rows().map(|row| DrilledIn(row.0.id))).await?;
        }
        if rows_select(ctx, "improvements") {
            loaders.ahead(list.rows().map(|row| TasksOf(row.0.id))).await?;
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

/// An emergency drill (应急演练). It counts once its review is there.
#[Object]
impl Drill {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Drill, self.0.id)
    }

    /// Whose it was (演练单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// What was drilled (演练名称).
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The scenario (演练科目).
    async fn scenario(&self) -> &str {
        &self.0.scenario
    }

    /// The emergency plan that it tried out (演练方案).
    async fn plan(&self) -> Option<&str> {
        self.0.plan.as_deref()
    }

    /// What kind of plan that is (演练内容).
    async fn scope(&self) -> Option<DrillScope> {
        self.0.scope
    }

    /// How it was held: at the table or in the field (演练形式).
    async fn form(&self) -> Option<DrillForm> {
        self.0.form
    }

    /// Who took part, as far as they are named, 500 at most (参加人员).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn attendees(&self, ctx: &Context<'_>) -> Answer<Vec<Attendee>> {
        let rows = ctx.loaders().one(DrilledIn(self.0.id)).await?.unwrap_or_default();
        Ok(Attendee::all(&rows, self.0.occurred_on, self.0.organization_id))
    }

    /// What it showed to be improved: the tasks that it left, with their state (改进事项).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn improvements(&self, ctx: &Context<'_>) -> Answer<Vec<Task>> {
        let rows = ctx.loaders().one(TasksOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Task::from).collect())
    }

    /// Photographs of it (演练照片).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn photos(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::photos_of(ctx, self.0.id).await
    }

    /// Its photographs and documents: the plan, the script (附件：照片、演练方案等文件).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn attachments(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// The day on which it was held (演练日期).
    async fn occurred_on(&self) -> Date {
        self.0.occurred_on.into()
    }

    /// How many took part (参加人数).
    async fn participants(&self) -> i32 {
        self.0.participants
    }

    /// Who led it (带队人).
    async fn led_by(&self) -> Option<Participant> {
        self.0.led_by.map(|person| Participant::of(person, self.0.occurred_on, self.0.organization_id))
    }

    /// What was learnt; without it the drill does not count (演练评估).
    async fn review(&self) -> Option<&str> {
        self.0.review.as_deref()
    }

    /// When the review was recorded (评估时间).
    async fn reviewed_at(&self) -> Option<DateTime<Utc>> {
        self.0.reviewed_at
    }

    /// Draft while the review is missing, then signed; or voided (签署状态).
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
