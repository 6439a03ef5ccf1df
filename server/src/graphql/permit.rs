//! Hot-work permits (动火作业票) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{PermitKind, PermitLevel, PermitState, Trait, ids::Noun};
use redline_entity::permit;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        attachment::Attachment,
        certificate::Certificate,
        connection::{Connection, rows_select},
        error::Answer,
        id,
        organization::Organization,
        participant::Participant,
    },
    loaders::{
        OrganizationKey,
        records::{AttachmentsOf, WhoKey},
        work::{CertificateKey, PermitKey},
    },
};

/// A hot-work permit (动火作业票).
#[derive(Clone)]
pub struct Permit(pub Arc<permit::Model>);

impl From<permit::Model> for Permit {
    fn from(row: permit::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Permit {
    /// A permit, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(PermitKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of permits refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") || rows_select(ctx, "traitOnRecord") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "operatorCertificate") {
            loaders.ahead(list.rows().map(|row| CertificateKey(row.0.operator_certificate_id))).await?;
        }
        if ["guardian", "appliedBy", "equipmentCheckedBy", "decidedBy", "closedBy"].iter().any(|field| rows_select(ctx, field)) {
            let of = |row: &Self| [row.0.guardian_id, row.0.applied_by, row.0.equipment_checked_by, row.0.decided_by, row.0.closed_by];
            let people: Vec<WhoKey> = list.rows().flat_map(of).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        if rows_select(ctx, "photos") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        Ok(())
    }

    fn who(&self, ctx: &Context<'_>, person: Option<Uuid>, at: Option<DateTime<Utc>>) -> Option<Participant> {
        Participant::who_recorded(ctx, person, at?, self.0.organization_id)
    }
}

/// A hot-work permit (动火作业票), clause 2.1.3: an approver, a guardian on site, an operator with a certificate valid on that day.
#[Object]
impl Permit {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Permit, self.0.id)
    }

    /// Where the work is done (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// What it is for (作业类别).
    async fn kind(&self) -> PermitKind {
        self.0.kind
    }

    /// How dangerous the place is, as GB 30871 grades it (作业级别).
    async fn level(&self) -> PermitLevel {
        self.0.level
    }

    /// Its level in words (作业级别说明).
    async fn level_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.level)
    }

    /// Where (动火地点).
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// What is done (作业内容).
    async fn work(&self) -> &str {
        &self.0.work
    }

    /// From when (计划开始时间).
    async fn planned_from(&self) -> DateTime<Utc> {
        self.0.planned_from
    }

    /// Until when (计划结束时间).
    async fn planned_until(&self) -> DateTime<Utc> {
        self.0.planned_until
    }

    /// The certificate of who does the work (作业人员证书).
    async fn operator_certificate(&self, ctx: &Context<'_>) -> Answer<Option<Certificate>> {
        Certificate::find(ctx, self.0.operator_certificate_id).await
    }

    /// Who watches over it on site, by name (监护人姓名).
    async fn guardian_name(&self) -> &str {
        &self.0.guardian_name
    }

    /// The same, if on record (监护人).
    async fn guardian(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.who(ctx, self.0.guardian_id, Some(self.0.applied_at))
    }

    /// Where it is in its life (作业票状态).
    async fn state(&self) -> PermitState {
        self.0.state
    }

    /// Its state in words (作业票状态说明).
    async fn state_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.state)
    }

    /// Whether the planned end has passed while it is neither refused, closed nor cancelled (是否超过计划时间未了结).
    async fn past_end(&self, ctx: &Context<'_>) -> bool {
        matches!(self.0.state, PermitState::Applied | PermitState::Approved) && self.0.planned_until < ctx.ledger().now
    }

    /// Whether the enterprise is classified as doing hot work; if not, its classification is to be looked at (是否登记有动火作业).
    async fn trait_on_record(&self, ctx: &Context<'_>) -> Answer<Option<bool>> {
        Ok(Organization::find(ctx, self.0.organization_id).await?.map(|organization| organization.0.traits.0.contains(&Trait::HotWork)))
    }

    /// Who applied for it (申请人).
    async fn applied_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.who(ctx, self.0.applied_by, Some(self.0.applied_at))
    }

    /// When (申请时间).
    async fn applied_at(&self) -> DateTime<Utc> {
        self.0.applied_at
    }

    /// Who checked equipment and fire precautions (设备检查人).
    async fn equipment_checked_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.who(ctx, self.0.equipment_checked_by, self.0.equipment_checked_at)
    }

    /// When; none: they are not checked yet (设备检查时间).
    async fn equipment_checked_at(&self) -> Option<DateTime<Utc>> {
        self.0.equipment_checked_at
    }

    /// What the check found (设备检查情况).
    async fn equipment_note(&self) -> Option<&str> {
        self.0.equipment_note.as_deref()
    }

    /// Who approved or refused it (审批人).
    async fn decided_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.who(ctx, self.0.decided_by, self.0.decided_at)
    }

    /// When (审批时间).
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// Why it was refused (不予批准原因).
    async fn refused_reason(&self) -> Option<&str> {
        self.0.refused_reason.as_deref()
    }

    /// Who closed or cancelled it (关闭人).
    async fn closed_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.who(ctx, self.0.closed_by, self.0.closed_at)
    }

    /// When (关闭时间).
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.closed_at
    }

    /// What the check of the site found after the work; why it was cancelled (关闭说明).
    async fn closing_note(&self) -> Option<&str> {
        self.0.closing_note.as_deref()
    }

    /// Photographs of place, equipment and site (照片).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn photos(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }
}
