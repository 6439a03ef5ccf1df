//! Inspections (检查) and what they found in the API.

mod finding;
mod head_led;

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{InspectionKind, InspectionMode, InspectionScope, RecordState, ids::Noun};
use redline_entity::inspection;
use redline_ledger::inspection::{is_own, seal};
use uuid::Uuid;

use crate::{
    graphql::{
        alert::Alert,
        ask::Ask,
        attachment::Attachment,
        connection::{Connection, rows_select},
        contract::Contract,
        date::Date,
        error::Answer,
        id,
        organization::Organization,
        participant::{Body, Participant},
        signature::Signature,
        window::Window,
    },
    loaders::{
        OrganizationKey,
        events::AlertKey,
        records::{AttachmentsOf, CountsFor, FindingsOf, HazardKey, InspectionKey, NameOf, PartsOf, SignaturesOf, WhoKey},
        work::ContractKey,
    },
};

pub use finding::Finding;
pub use head_led::HeadLed;

/// An inspection (检查).
#[derive(Clone)]
pub struct Inspection(pub Arc<inspection::Model>);

impl From<inspection::Model> for Inspection {
    fn from(row: inspection::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Inspection {
    /// An inspection, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(InspectionKey(id)).await?.map(Self))
    }

    async fn find_optional(ctx: &Context<'_>, id: Option<Uuid>) -> Answer<Option<Self>> {
        match id {
            Some(id) => Self::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Reads ahead what the rows of a list of inspections refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "organization") {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "inspector") {
            loaders.ahead(list.rows().map(|row| NameOf(row.0.inspector_id))).await?;
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.inspector_id))).await?;
        }
        if rows_select(ctx, "members") {
            loaders.ahead(list.rows().flat_map(|row| row.0.members.0.iter().copied()).map(WhoKey)).await?;
        }
        if ["leader", "headLed", "signedBy", "recordedBy"].iter().any(|field| rows_select(ctx, field)) {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [Some(row.0.leader_id), row.0.signed_by, row.0.recorded_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        if rows_select(ctx, "countsFor") {
            loaders.ahead(list.rows().map(|row| CountsFor(row.0.id))).await?;
        }
        if rows_select(ctx, "findings") {
            loaders.ahead(list.rows().map(|row| FindingsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "sealIntact") || rows_select(ctx, "contracts") {
            loaders.ahead(list.rows().map(|row| PartsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "contracts") {
            let mut contracts = Vec::new();
            for row in list.rows() {
                let parts = loaders.one(PartsOf(row.0.id)).await?.unwrap_or_default();
                contracts.extend(parts.contracts.iter().copied().map(ContractKey));
            }
            loaders.ahead(contracts).await?;
        }
        if rows_select(ctx, "alert") {
            loaders.ahead(list.rows().filter_map(|row| row.0.alert_id).map(AlertKey)).await?;
        }
        if rows_select(ctx, "signatures") {
            loaders.ahead(list.rows().map(|row| SignaturesOf(row.0.id))).await?;
        }
        if rows_select(ctx, "attachments") {
            loaders.ahead(list.rows().map(|row| AttachmentsOf(row.0.id))).await?;
        }
        if rows_select(ctx, "corrects") || rows_select(ctx, "correctedBy") {
            let versions: Vec<InspectionKey> = list.rows().flat_map(|row| [row.0.corrects_id, row.0.corrected_by_id]).flatten().map(InspectionKey).collect();
            loaders.ahead(versions).await?;
        }
        if rows_select(ctx, "findings.hazard") {
            let mut hazards = Vec::new();
            for row in list.rows() {
                let findings = loaders.one(FindingsOf(row.0.id)).await?.unwrap_or_default();
                hazards.extend(findings.iter().filter_map(|finding| finding.hazard_id).map(HazardKey));
            }
            loaders.ahead(hazards).await?;
        }
        Ok(())
    }
}

/// An inspection (检查), by the organization itself or from outside. Who inspects, signs and answers for it (谁检查、谁签名、谁负责).
#[Object]
impl Inspection {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Inspection, self.0.id)
    }

    /// Its kind (检查类别).
    async fn kind(&self) -> InspectionKind {
        self.0.kind
    }

    /// Its kind in words (检查类别说明).
    async fn kind_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.kind)
    }

    /// Who was inspected (被检查单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// Which organization inspected; for its own inspections the same (检查单位).
    async fn inspector(&self) -> Body {
        Body(self.0.inspector_id)
    }

    /// Who led it, with the position held that day in the inspecting organization (带队人).
    async fn leader(&self) -> Participant {
        Participant::of(self.0.leader_id, self.0.occurred_on, self.0.inspector_id)
    }

    /// Who took part besides, with the position held that day in the inspecting organization, 50 at most (检查组成员).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn members(&self) -> Vec<Participant> {
        self.0.members.0.iter().map(|&person| Participant::of(person, self.0.occurred_on, self.0.inspector_id)).collect()
    }

    /// Whether it counts as led by the head, and why not; none for inspections from outside (主要负责人带队认定).
    async fn head_led(&self, ctx: &Context<'_>) -> Answer<Option<HeadLed>> {
        if !is_own(self.0.kind) {
            return Ok(None);
        }
        let leader = ctx.loaders().one(WhoKey(self.0.leader_id)).await?;
        let held = leader.as_deref().map(|who| who.held_on(self.0.occurred_on)).unwrap_or_default();
        let positions: Vec<_> = held.iter().filter(|(row, _)| row.organization_id == self.0.inspector_id).map(|(row, _)| row.position).collect();
        Ok(Some(HeadLed::of(&self.0, leader.as_deref().map_or("", |who| &who.name), &positions, ctx.language())))
    }

    /// The day on which it took place (检查日期).
    async fn occurred_on(&self) -> Date {
        self.0.occurred_on.into()
    }

    /// How it was carried out (检查方式).
    async fn modes(&self) -> &[InspectionMode] {
        &self.0.modes.0
    }

    /// What it looked at (检查范围).
    async fn scopes(&self) -> &[InspectionScope] {
        &self.0.scopes.0
    }

    /// What was seen (检查情况).
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// What was wrong, in order; each becomes a hazard when the inspection is signed (检查发现).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn findings(&self, ctx: &Context<'_>) -> Answer<Vec<Finding>> {
        let rows = ctx.loaders().one(FindingsOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Finding).collect())
    }

    /// Draft, signed and sealed, or voided (签署状态).
    async fn state(&self) -> RecordState {
        self.0.state
    }

    /// Who signed it, with the position held in the inspecting organization (签名人).
    async fn signed_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        let on = self.0.signed_at.map_or(self.0.occurred_on, |at| ctx.ledger().site.zone.date(at));
        self.0.signed_by.map(|person| Participant::of(person, on, self.0.inspector_id))
    }

    /// When it was signed (签名时间).
    async fn signed_at(&self) -> Option<DateTime<Utc>> {
        self.0.signed_at
    }

    /// SHA-256 of what was signed (封存校验值).
    async fn seal(&self) -> Option<&str> {
        self.0.seal.as_deref()
    }

    /// Whether it still is as it was signed; none for what was never signed (封存完好).
    async fn seal_intact(&self, ctx: &Context<'_>) -> Answer<Option<bool>> {
        let parts = ctx.loaders().one(PartsOf(self.0.id)).await?.unwrap_or_default();
        Ok(seal::is_intact(&self.0, &parts))
    }

    /// Who signed it as what, with what was signed (签名记录).
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn signatures(&self, ctx: &Context<'_>) -> Answer<Vec<Signature>> {
        Signature::all_of(ctx, self.0.id).await
    }

    /// Its photographs, in the order of their upload (现场照片).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn attachments(&self, ctx: &Context<'_>) -> Answer<Vec<Attachment>> {
        Attachment::all_of(ctx, self.0.id).await
    }

    /// The sealed inspection that it corrects, the older version (更正的检查).
    async fn corrects(&self, ctx: &Context<'_>) -> Answer<Option<Self>> {
        Self::find_optional(ctx, self.0.corrects_id).await
    }

    /// Why it corrects the older version (更正原因).
    async fn correction_reason(&self) -> Option<&str> {
        self.0.correction_reason.as_deref()
    }

    /// The signed inspection that corrects it, the newer version (更正后的检查).
    async fn corrected_by(&self, ctx: &Context<'_>) -> Answer<Option<Self>> {
        Self::find_optional(ctx, self.0.corrected_by_id).await
    }

    /// The accident alert that it cites (引用的事故警示).
    async fn alert(&self, ctx: &Context<'_>) -> Answer<Option<Alert>> {
        match self.0.alert_id {
            Some(alert) => Alert::find(ctx, alert).await,
            None => Ok(None),
        }
    }

    /// The contracts that it looked at, as far as one may see them (检查的合同).
    #[graphql(complexity = "2 * child_complexity + 1")]
    async fn contracts(&self, ctx: &Context<'_>) -> Answer<Vec<Contract>> {
        let parts = ctx.loaders().one(PartsOf(self.0.id)).await?.unwrap_or_default();
        let mut seen = Vec::with_capacity(parts.contracts.len());
        for &contract in &parts.contracts {
            seen.extend(Contract::find(ctx, contract).await?);
        }
        Ok(seen)
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
        Participant::who_recorded(ctx, self.0.recorded_by, self.0.recorded_at, self.0.inspector_id)
    }
}
