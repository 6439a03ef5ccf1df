//! Requests for an extension (延期申请) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{ExtensionState, ids::Noun};
use redline_entity::extension;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        hazard::Hazard,
        id,
        organization::Organization,
        participant::Participant,
        signature::Signature,
    },
    loaders::{
        OrganizationKey,
        measures::ExtensionKey,
        records::{HazardKey, SignaturesOf, WhoKey},
    },
};

/// A request for an extension of a hazard's deadline, and what became of it (延期申请).
#[derive(Clone)]
pub struct Extension(pub Arc<extension::Model>);

impl From<extension::Model> for Extension {
    fn from(row: extension::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Extension {
    /// A request for an extension, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(ExtensionKey(id)).await?.map(Self))
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
        if rows_select(ctx, "hazard") {
            loaders.ahead(list.rows().map(|row| HazardKey(row.0.hazard_id))).await?;
        }
        if rows_select(ctx, "signature") {
            loaders.ahead(list.rows().map(|row| SignaturesOf(row.0.id))).await?;
        }
        if rows_select(ctx, "requestedBy") || rows_select(ctx, "decidedBy") {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [row.0.requested_by, row.0.decided_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        Ok(())
    }
}

/// A request for an extension of a hazard's deadline, and what became of it (延期申请). The head of the enterprise signs it.
#[Object]
impl Extension {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Extension, self.0.id)
    }

    /// Of which hazard (隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        Hazard::find(ctx, self.0.hazard_id).await
    }

    /// Whose hazard (所在单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// The deadline when it was requested (原期限).
    async fn from_on(&self) -> Date {
        self.0.from_on.into()
    }

    /// The deadline that is asked for (申请延至).
    async fn until_on(&self) -> Date {
        self.0.until_on.into()
    }

    /// Why (延期理由).
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// What keeps it safe meanwhile (临时管控措施).
    async fn interim_measures(&self) -> &str {
        &self.0.interim_measures
    }

    /// What became of it (状态).
    async fn state(&self) -> ExtensionState {
        self.0.state
    }

    /// What became of it, in words (状态说明).
    async fn state_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.state)
    }

    /// The head who requested it (申请人).
    async fn requested_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        Participant::who_recorded(ctx, self.0.requested_by, self.0.requested_at, self.0.organization_id)
    }

    /// When it was requested (申请时间).
    async fn requested_at(&self) -> DateTime<Utc> {
        self.0.requested_at
    }

    /// The head's signature (主要负责人签名).
    async fn signature(&self, ctx: &Context<'_>) -> Answer<Option<Signature>> {
        Ok(Signature::all_of(ctx, self.0.id).await?.into_iter().next())
    }

    /// Who decided on it (答复人).
    async fn decided_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        let on = ctx.ledger().site.zone.date(self.0.decided_at.unwrap_or(self.0.requested_at));
        self.0.decided_by.map(|person| Participant::new(person, on))
    }

    /// When it was decided on, or lapsed (答复时间).
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// Why it was decided so (答复理由).
    async fn decision_reason(&self) -> Option<&str> {
        self.0.decision_reason.as_deref()
    }
}
