//! Who is and was on duty in a key period (在岗值守) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{OnDutyState, ids::Noun};
use redline_entity::on_duty;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        id,
        key_period::KeyPeriod,
        organization::Organization,
        participant::Participant,
        window::Window,
    },
    loaders::{
        OrganizationKey,
        events::{KeyPeriodKey, OnDutyKey},
        records::{AttachmentsOf, CountsFor, WhoKey},
    },
};

/// Who is to be and who was on duty on a day of a key period (在岗值守).
#[derive(Clone)]
pub struct OnDuty(pub Arc<on_duty::Model>);

impl From<on_duty::Model> for OnDuty {
    fn from(row: on_duty::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl OnDuty {
    /// An entry, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(OnDutyKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of entries refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "keyPeriod") {
            loaders.ahead(list.rows().map(|row| KeyPeriodKey(row.0.key_period_id))).await?;
        }
        if rows_select(ctx, "person") || rows_select(ctx, "recordedBy") {
            let people = list.rows().flat_map(|row| [Some(row.0.person_id), row.0.recorded_by]).flatten().map(WhoKey);
            loaders.ahead(people.collect::<Vec<_>>()).await?;
        }
        if rows_select(ctx, "countsFor") {
            loaders.ahead(list.rows().map(|row| CountsFor(row.0.id))).await?;
        }
        if rows_select(ctx, "photos") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        Ok(())
    }
}

/// Who is to be and who was on duty on a day of a key period (在岗值守): first planned by the roster, then recorded.
#[Object]
impl OnDuty {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::OnDuty, self.0.id)
    }

    /// Whose (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// In which key period (关键时间节点).
    async fn key_period(&self, ctx: &Context<'_>) -> Answer<Option<KeyPeriod>> {
        KeyPeriod::find(ctx, self.0.key_period_id).await
    }

    /// On which day (日期).
    async fn day(&self) -> Date {
        self.0.day.into()
    }

    /// Who, with the position held that day (值守人).
    async fn person(&self) -> Participant {
        Participant::of(self.0.person_id, self.0.day, self.0.organization_id)
    }

    /// Whether the roster has it so (是否已排班).
    async fn planned(&self) -> bool {
        self.0.planned
    }

    /// Planned, recorded or voided (值守状态).
    async fn state(&self) -> OnDutyState {
        self.0.state
    }

    /// What was done and dealt with (值守情况).
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Photographs of the site (现场照片).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn photos(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// The windows for which it counts, as far as one may see them (计入的期次).
    #[graphql(complexity = "3 * child_complexity + 1")]
    async fn counts_for(&self, ctx: &Context<'_>) -> Answer<Vec<Window>> {
        Window::counted_with(ctx, self.0.id).await
    }

    /// When it was recorded that the person was there (登记时间).
    async fn recorded_at(&self) -> Option<DateTime<Utc>> {
        self.0.recorded_at
    }

    /// Who recorded that (登记人).
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        let at = self.0.recorded_at?;
        Participant::who_recorded(ctx, self.0.recorded_by, at, self.0.organization_id)
    }

    /// Why it was voided (作废原因).
    async fn voided_reason(&self) -> Option<&str> {
        self.0.voided_reason.as_deref()
    }
}
