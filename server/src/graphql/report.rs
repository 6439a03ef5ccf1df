//! Reports (报告) in the API: tables, summaries, statistics and bulletins about a period.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use redline_domain::{
    RecordState, ReportKind, contacts,
    figures::Snapshot,
    ids::Noun,
    permission::{Action, sees_tip_counts},
};
use redline_entity::report;
use redline_ledger::{self as ledger, actor};
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        figures::ReportFigures,
        id,
        organization::Organization,
        participant::Participant,
        signature::Signature,
        window::Window,
    },
    loaders::{
        OrganizationKey,
        figures::ReportKey,
        records::{AttachmentsOf, CountsFor, SignaturesOf, WhoKey},
    },
};

/// The contacts of an organ in the action, annex 4 (联系人回执).
#[derive(SimpleObject)]
pub struct Contacts {
    /// The deputy head in charge (分管负责人姓名).
    deputy_name: String,
    /// The deputy's title (分管负责人职务).
    deputy_title: String,
    /// The deputy's telephone (分管负责人电话).
    deputy_phone: String,
    /// The contact person (联系人姓名).
    contact_name: String,
    /// The contact's title (联系人职务).
    contact_title: String,
    /// The contact's mobile telephone (联系人手机).
    contact_mobile: String,
    /// The contact's mail address (联系人邮箱).
    contact_email: String,
}

impl From<contacts::Contacts> for Contacts {
    fn from(it: contacts::Contacts) -> Self {
        Self {
            deputy_name: it.deputy_name,
            deputy_title: it.deputy_title,
            deputy_phone: it.deputy_phone,
            contact_name: it.contact_name,
            contact_title: it.contact_title,
            contact_mobile: it.contact_mobile,
            contact_email: it.contact_email,
        }
    }
}

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
        Ok(ctx.loaders().one(ReportKey(id)).await?.map(Self))
    }

    /// The figures that it had when it was submitted, as far as the person may see them.
    fn snapshot(&self, ctx: &Context<'_>) -> Answer<Option<Snapshot>> {
        let snapshot = ledger::report::snapshot(&self.0)?;
        Ok(if sees_tip_counts(&ctx.ledger().actor) { snapshot } else { snapshot.map(Snapshot::without_tips) })
    }

    async fn find_optional(ctx: &Context<'_>, id: Option<Uuid>) -> Answer<Option<Self>> {
        match id {
            Some(id) => Self::find(ctx, id).await,
            None => Ok(None),
        }
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
        for (field, others) in [
            ("corrects", list.rows().map(|row| row.0.corrects_id).collect()),
            ("correctedBy", list.rows().map(|row| row.0.corrected_by_id).collect::<Vec<_>>()),
        ] {
            if rows_select(ctx, field) {
                loaders.ahead(others.into_iter().flatten().map(ReportKey)).await?;
            }
        }
        if rows_select(ctx, "reviewedBy") {
            loaders.ahead(list.rows().filter_map(|row| row.0.reviewed_by_id).map(WhoKey)).await?;
        }
        if rows_select(ctx, "signatures") || rows_select(ctx, "sealIntact") {
            loaders.ahead(list.rows().map(|row| SignaturesOf(row.0.id))).await?;
        }
        if rows_select(ctx, "attachments") || rows_select(ctx, "sealIntact") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "contacts") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
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

    /// What it says; where the ledger has the figures, a remark (内容).
    async fn content(&self) -> &str {
        &self.0.content
    }

    /// The figures as they were when it was submitted; none: its kind has none (数据快照).
    #[graphql(complexity = "child_complexity + 1")]
    async fn figures(&self, ctx: &Context<'_>) -> Answer<Option<ReportFigures>> {
        Ok(self.snapshot(ctx)?.map(ReportFigures::from))
    }

    /// Of a bulletin or of weekly statistics: the text that is circulated, in the language of the answer (文字稿).
    async fn bulletin_text(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(match self.snapshot(ctx)? {
            Some(Snapshot::Bulletin(bulletin)) => Some(bulletin.text(ctx.language())),
            Some(Snapshot::Statistics(statistics)) => Some(statistics.text(ctx.language())),
            _ => None,
        })
    }

    /// The contacts of annex 4, for the organ itself and for those who watch over it (联系人回执).
    async fn contacts(&self, ctx: &Context<'_>) -> Answer<Option<Contacts>> {
        let Some(sheet) = &self.0.contacts else { return Ok(None) };
        let organization = ctx.loaders().one(OrganizationKey(self.0.organization_id)).await?;
        let scope = ctx.scope(Action::SeePeople);
        let may = organization.is_some_and(|row| scope.includes(&actor::subject(&row)));
        Ok(may.then(|| Contacts::from(sheet.0.clone())))
    }

    /// Of a declaration: whether it says that no major hazard was found (是否零申报).
    async fn none_found(&self) -> Option<bool> {
        self.0.none_found
    }

    /// The older version that it corrects (更正的报告).
    async fn corrects(&self, ctx: &Context<'_>) -> Answer<Option<Self>> {
        Self::find_optional(ctx, self.0.corrects_id).await
    }

    /// The newer version that corrects it (更正后的报告).
    async fn corrected_by(&self, ctx: &Context<'_>) -> Answer<Option<Self>> {
        Self::find_optional(ctx, self.0.corrected_by_id).await
    }

    /// Who signed it, for what, when: who submitted it, and who reviewed it (签名).
    async fn signatures(&self, ctx: &Context<'_>) -> Answer<Vec<Signature>> {
        Signature::all_of(ctx, self.0.id).await
    }

    /// Whether it is still as it was signed; none: it was submitted before reports were signed (封存完好).
    async fn seal_intact(&self, ctx: &Context<'_>) -> Answer<Option<bool>> {
        let Some(signature) = self.0.signature_id else { return Ok(None) };
        let rows = ctx.loaders().one(SignaturesOf(self.0.id)).await?.unwrap_or_default();
        let documents = ctx.loaders().one(AttachmentsOf(self.0.id)).await?.unwrap_or_default();
        Ok(Some(rows.iter().any(|row| row.id == signature && ledger::report::is_intact(&self.0, &documents, row))))
    }

    /// Its documents (附件).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn attachments(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// Who reviewed it and signed so (审核人).
    async fn reviewed_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        Participant::who_recorded(ctx, self.0.reviewed_by_id, self.0.recorded_at, self.0.organization_id)
    }

    /// Of a correction: when the first version was submitted, which decides whether it is in time (首次报送时间).
    async fn first_submitted_at(&self) -> Option<DateTime<Utc>> {
        self.0.first_submitted_at
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
