//! Listed supervision (挂牌督办) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use redline_domain::{Language, SupervisionLevel, ids::Noun};
use redline_entity::supervision;
use redline_ledger::hazard::letter;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        hazard::Hazard,
        id,
        organization::Organization,
        participant::Participant,
    },
    loaders::{
        OrganizationKey,
        measures::SupervisionKey,
        records::{AttachmentsOf, HazardKey, NameOf, WhoKey},
    },
};

/// A listing of a major hazard for supervision (挂牌督办).
#[derive(Clone)]
pub struct Supervision(pub Arc<supervision::Model>);

impl From<supervision::Model> for Supervision {
    fn from(row: supervision::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Supervision {
    /// A listing for supervision, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(SupervisionKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "hazard") || rows_select(ctx, "letter") {
            loaders.ahead(list.rows().map(|row| HazardKey(row.0.hazard_id))).await?;
        }
        if rows_select(ctx, "attachments") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "letter") {
            loaders.ahead(list.rows().map(|row| NameOf(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "listedBy") || rows_select(ctx, "liftedBy") {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [row.0.listed_by, row.0.lifted_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.0.lifted_on.is_none()
    }
}

/// A listing of a major hazard for supervision (挂牌督办). It ends with the hazard's acceptance, or when the office lifts it.
#[Object]
impl Supervision {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Supervision, self.0.id)
    }

    /// Which hazard (隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        Hazard::find(ctx, self.0.hazard_id).await
    }

    /// Whose hazard (所在单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// At which level (督办级别).
    async fn level(&self) -> SupervisionLevel {
        self.0.level
    }

    /// At which level, in words (督办级别说明).
    async fn level_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.level)
    }

    /// The body that supervises (督办单位).
    async fn body(&self) -> &str {
        &self.0.body
    }

    /// The number of its letter (文号).
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// By when it is to be rectified (督办期限).
    async fn deadline_on(&self) -> Date {
        self.0.deadline_on.into()
    }

    /// What is asked for (督办要求).
    async fn requirements(&self) -> &str {
        &self.0.requirements
    }

    /// Its documents (附件：督办文件).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn attachments(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// Who listed it (挂牌人).
    async fn listed_by(&self) -> Option<Participant> {
        self.0.listed_by.map(|person| Participant::new(person, self.0.listed_on))
    }

    /// When it was listed (挂牌日期).
    async fn listed_on(&self) -> Date {
        self.0.listed_on.into()
    }

    /// Whether it is not lifted yet (是否督办中).
    async fn open(&self) -> bool {
        self.is_open()
    }

    /// Whether it is open and its deadline has passed (是否逾期).
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        self.is_open() && self.0.deadline_on < ctx.today()
    }

    /// When it was lifted (解除日期).
    async fn lifted_on(&self) -> Option<Date> {
        self.0.lifted_on.map(Date)
    }

    /// Who lifted it (解除人).
    async fn lifted_by(&self) -> Option<Participant> {
        self.0.lifted_by.map(|person| Participant::new(person, self.0.lifted_on.unwrap_or(self.0.listed_on)))
    }

    /// Why it was lifted (解除原因).
    async fn lifted_reason(&self) -> Option<&str> {
        self.0.lifted_reason.as_deref()
    }

    /// Its letter, one line each (挂牌督办通知书).
    async fn letter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In which language; the answer's if not given (语言).")] language: Option<Language>,
    ) -> Answer<Option<String>> {
        let Some(hazard) = ctx.loaders().one(HazardKey(self.0.hazard_id)).await? else { return Ok(None) };
        let name = ctx.loaders().one(NameOf(self.0.organization_id)).await?.unwrap_or_default();
        let letter = letter(&ctx.ledger().site.rulebook, &self.0, &hazard, &name);
        Ok(Some(letter.text(language.unwrap_or_else(|| ctx.language()))))
    }
}
