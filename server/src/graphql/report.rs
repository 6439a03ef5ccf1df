//! Reports (报告) in the API: tables, summaries, statistics and bulletins about a period.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{RecordState, ReportKind, ids::Noun};
use redline_entity::report;
use sea_orm::{ColumnTrait, QueryFilter};
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
        visible,
        window::Window,
    },
    loaders::{
        OrganizationKey,
        records::{CountsFor, WhoKey},
    },
};

/// A report of an organization about a period (报告).
#[derive(Clone)]
pub struct Report(pub Arc<report::Model>);

impl From<report::Model> for Report {
    fn from(row: report::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Report {
    /// A report, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(visible::reports(ctx.ledger(), None).filter(report::Column::Id.eq(id)).one(ctx.db()).await?.map(Self::from))
    }

    /// Reads ahead what the rows of a list of reports refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "recordedBy") {
            loaders.ahead(list.rows().filter_map(|row| row.0.recorded_by).map(WhoKey)).await?;
        }
        if rows_select(ctx, "countsFor") {
            loaders.ahead(list.rows().map(|row| CountsFor(row.0.id))).await?;
        }
        Ok(())
    }
}

/// A report of an organization about a period (报告).
#[Object]
impl Report {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Report, self.0.id)
    }

    /// Whose it is (报送单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// Its kind (报告类别).
    async fn kind(&self) -> ReportKind {
        self.0.kind
    }

    /// Its kind in words (报告类别说明).
    async fn kind_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.kind)
    }

    /// A day of the period that it is about (所报期间).
    async fn period_on(&self) -> Date {
        self.0.period_on.into()
    }

    /// What it says (内容).
    async fn content(&self) -> &str {
        &self.0.content
    }

    /// The day on which it was submitted (报送日期).
    async fn submitted_on(&self) -> Date {
        self.0.submitted_on.into()
    }

    /// Signed by who submitted it, or voided (签署状态).
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

    /// Who submitted it (报送人).
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        Participant::who_recorded(ctx, self.0.recorded_by, self.0.recorded_at, self.0.organization_id)
    }
}
