//! Suspensions of production (停产停业) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use redline_domain::{SuspensionExtent, ids::Noun};
use redline_entity::suspension;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        date::Date,
        error::Answer,
        hazard::Hazard,
        id,
        organization::Organization,
        participant::{Body, Participant},
    },
    loaders::measures::SuspensionKey,
};

/// A suspension of production because of a hazard (停产停业).
#[derive(Clone)]
pub struct Suspension(pub Arc<suspension::Model>);

impl From<suspension::Model> for Suspension {
    fn from(row: suspension::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Suspension {
    /// A suspension of production, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(SuspensionKey(id)).await?.map(Self))
    }
}

/// A suspension of production because of a hazard (停产停业). It is resumed only after the hazard's acceptance.
#[Object]
impl Suspension {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Suspension, self.0.id)
    }

    /// Because of which hazard (隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        Hazard::find(ctx, self.0.hazard_id).await
    }

    /// Whose production (停产单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// In part or in whole (停产范围).
    async fn extent(&self) -> SuspensionExtent {
        self.0.extent
    }

    /// In part or in whole, in words (停产范围说明).
    async fn extent_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.extent)
    }

    /// Which part (停产部位).
    async fn scope(&self) -> Option<&str> {
        self.0.scope.as_deref()
    }

    /// Why (原因).
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The number of the order (文号).
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// Whether a supervisor ordered it, or the one that it replaces; then a supervisor resumes production (是否由监管部门责令).
    async fn by_supervisor(&self) -> bool {
        self.0.by_supervisor
    }

    /// The organization that ordered it (决定单位).
    async fn ordered_by_organization(&self) -> Option<Body> {
        self.0.ordered_by_organization.map(Body)
    }

    /// Who ordered it (决定人).
    async fn ordered_by(&self) -> Option<Participant> {
        self.0.ordered_by.map(|person| Participant::new(person, self.0.ordered_on))
    }

    /// When it was ordered (决定日期).
    async fn ordered_on(&self) -> Date {
        self.0.ordered_on.into()
    }

    /// Whether it still holds (是否生效中).
    async fn in_force(&self) -> bool {
        self.0.resumed_on.is_none() && self.0.replaced_by.is_none()
    }

    /// The suspension in whole that took its place (被何停产决定替代).
    async fn replaced_by(&self, ctx: &Context<'_>) -> Answer<Option<Self>> {
        match self.0.replaced_by {
            Some(id) => Self::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// When production was resumed (恢复生产日期).
    async fn resumed_on(&self) -> Option<Date> {
        self.0.resumed_on.map(Date)
    }

    /// Who decided that (恢复生产决定人).
    async fn resumed_by(&self) -> Option<Participant> {
        self.0.resumed_by.map(|person| Participant::new(person, self.0.resumed_on.unwrap_or(self.0.ordered_on)))
    }

    /// What was found before it was resumed (复产情况).
    async fn resumed_note(&self) -> Option<&str> {
        self.0.resumed_note.as_deref()
    }
}
