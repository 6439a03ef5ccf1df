//! Special-operation certificates (特种作业证) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{CertificateKind, CertificateState, ids::Noun};
use redline_entity::certificate;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        connection::{Connection, rows_select},
        contract::Contract,
        date::Date,
        error::Answer,
        id,
        organization::Organization,
        participant::Participant,
    },
    loaders::{
        OrganizationKey,
        records::{AttachmentsOf, WhoKey},
        work::{CertificateKey, ContractKey, ReplacedBy},
    },
};

/// A special-operation certificate (特种作业证).
#[derive(Clone)]
pub struct Certificate(pub Arc<certificate::Model>);

impl From<certificate::Model> for Certificate {
    fn from(row: certificate::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Certificate {
    /// A certificate, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(CertificateKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of certificates refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "holder") || rows_select(ctx, "recordedBy") {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [row.0.person_id, row.0.recorded_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        if rows_select(ctx, "contract") {
            loaders.ahead(list.rows().filter_map(|row| row.0.contract_id).map(ContractKey)).await?;
        }
        if rows_select(ctx, "replacedBy") {
            loaders.ahead(list.rows().filter_map(|row| row.0.replaced_by).map(CertificateKey)).await?;
        }
        if rows_select(ctx, "replaces") {
            loaders.ahead(list.rows().map(|row| ReplacedBy(row.0.id))).await?;
        }
        if rows_select(ctx, "photos") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        Ok(())
    }
}

/// A special-operation certificate (特种作业证). That it nears its end is told to the enterprise in good time.
#[Object]
impl Certificate {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Certificate, self.0.id)
    }

    /// The enterprise for which the holder works (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// The contract under which the holder works for it, if he is a contractor's (外包合同).
    async fn contract(&self, ctx: &Context<'_>) -> Answer<Option<Contract>> {
        match self.0.contract_id {
            Some(id) => Contract::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The holder's name (持证人姓名).
    async fn holder_name(&self) -> &str {
        &self.0.holder_name
    }

    /// The holder, if on record (持证人).
    async fn holder(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.0.person_id.map(|person| Participant::of(person, ctx.today(), self.0.organization_id))
    }

    /// What it is for (作业类别).
    async fn kind(&self) -> CertificateKind {
        self.0.kind
    }

    /// What it is for, in words (作业类别说明).
    async fn kind_label(&self, ctx: &Context<'_>) -> &str {
        self.0.kind_text.as_deref().unwrap_or_else(|| ctx.label(self.0.kind))
    }

    /// Its number (证号).
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Its first day (发证日期).
    async fn issued_on(&self) -> Date {
        self.0.issued_on.into()
    }

    /// Its last day (有效期截止日).
    async fn expires_on(&self) -> Date {
        self.0.expires_on.into()
    }

    /// The day by which it is to be reviewed (复审日期).
    async fn review_due_on(&self) -> Option<Date> {
        self.0.review_due_on.map(Date)
    }

    /// The last day on which it lets its holder work: the last day, or that of the review if that comes first (最后有效日).
    async fn last_valid_on(&self) -> Date {
        self.0.last_valid_on.into()
    }

    /// Valid or revoked; whether it has expired, `expired` says (证书状态).
    async fn state(&self) -> CertificateState {
        self.0.state
    }

    /// Whether its last valid day is past (是否过期).
    async fn expired(&self, ctx: &Context<'_>) -> bool {
        self.0.last_valid_on < ctx.today()
    }

    /// How many days are left after today: 0 on the last valid day, fewer once it has expired (剩余天数).
    async fn days_left(&self, ctx: &Context<'_>) -> i64 {
        (self.0.last_valid_on - ctx.today()).num_days()
    }

    /// Why it was revoked (注销原因).
    async fn revoked_reason(&self) -> Option<&str> {
        self.0.revoked_reason.as_deref()
    }

    /// The renewed certificate that took its place (新证).
    async fn replaced_by(&self, ctx: &Context<'_>) -> Answer<Option<Certificate>> {
        match self.0.replaced_by {
            Some(id) => Self::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The certificate whose place it took (原证).
    async fn replaces(&self, ctx: &Context<'_>) -> Answer<Option<Certificate>> {
        let old = ctx.loaders().one(ReplacedBy(self.0.id)).await?;
        Ok(old.and_then(|rows| rows.first().cloned()).map(Self::from))
    }

    /// Photographs of it (照片).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn photos(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
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
