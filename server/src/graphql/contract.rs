//! Contracts with contractors and tenants (外包外租合同) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{ContractKind, contract::qualification_lapsed, ids::Noun};
use redline_entity::contract;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        id,
        organization::Organization,
        participant::Participant,
    },
    loaders::{
        OrganizationKey,
        records::{AttachmentsOf, WhoKey},
        work::{ContractKey, LastChecked},
    },
};

/// A contract with a contractor or tenant (外包外租合同).
#[derive(Clone)]
pub struct Contract(pub Arc<contract::Model>);

impl From<contract::Model> for Contract {
    fn from(row: contract::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Contract {
    /// A contract, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(ContractKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of contracts refer to.
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
        if rows_select(ctx, "attachments") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "lastCheckedOn") {
            loaders.ahead(list.rows().map(|row| LastChecked(row.0.id))).await?;
        }
        Ok(())
    }
}

/// A contract with a contractor or tenant (外包外租合同), clause 2.1.4. The checks of the enterprise have to cover each one in force.
#[Object]
impl Contract {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Contract, self.0.id)
    }

    /// The enterprise that gives work or premises away (发包出租单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// To a contractor, or to a tenant (合同类别).
    async fn kind(&self) -> ContractKind {
        self.0.kind
    }

    /// Its kind in words (合同类别说明).
    async fn kind_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.kind)
    }

    /// The other party (承包承租方).
    async fn party_name(&self) -> &str {
        &self.0.party_name
    }

    /// Its unified social credit code, if it has one (承包承租方统一社会信用代码).
    async fn party_credit_code(&self) -> Option<&str> {
        self.0.party_credit_code.as_deref()
    }

    /// What work is done or what is rented (项目或场所).
    async fn work(&self) -> &str {
        &self.0.work
    }

    /// The party's qualification (资质).
    async fn qualification(&self) -> Option<&str> {
        self.0.qualification.as_deref()
    }

    /// The last day of the qualification (资质有效期至).
    async fn qualification_until(&self) -> Option<Date> {
        self.0.qualification_until.map(Date)
    }

    /// Whether the qualification has lapsed while the contract needs it (资质是否过期).
    async fn qualification_lapsed(&self, ctx: &Context<'_>) -> bool {
        qualification_lapsed(self.0.qualification_until, &self.0.span(), ctx.today())
    }

    /// When the safety agreement was signed (安全生产管理协议签订日期).
    async fn safety_agreement_on(&self) -> Date {
        self.0.safety_agreement_on.into()
    }

    /// Who answers for what (安全生产管理职责).
    async fn duties(&self) -> &str {
        &self.0.duties
    }

    /// Its first day (合同首日).
    async fn since(&self) -> Date {
        self.0.since.into()
    }

    /// Its last day (合同末日).
    async fn until(&self) -> Option<Date> {
        self.0.until.map(Date)
    }

    /// The first day on which it no longer bound, if it was ended (终止日期).
    async fn ended_on(&self) -> Option<Date> {
        self.0.ended_on.map(Date)
    }

    /// Why it was ended (终止原因).
    async fn ended_reason(&self) -> Option<&str> {
        self.0.ended_reason.as_deref()
    }

    /// Whether it is in force today (是否在履行).
    async fn in_force(&self, ctx: &Context<'_>) -> bool {
        self.0.span().in_force(ctx.today())
    }

    /// The day of the last signed inspection that names it; none: it was never checked (最近检查日期).
    async fn last_checked_on(&self, ctx: &Context<'_>) -> Answer<Option<Date>> {
        Ok(ctx.loaders().one(LastChecked(self.0.id)).await?.map(Date))
    }

    /// Its documents: the safety agreement, the qualification (附件：安全生产管理协议、资质证明).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn attachments(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
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
