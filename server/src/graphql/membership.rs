//! Positions (任职) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use redline_domain::{Position, ids::Noun};
use redline_entity::membership;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, date::Date, error::Answer, id, organization::Organization, person::Person},
    loaders::MembershipKey,
};

/// A person's position in an organization over a span of time (任职).
#[derive(Clone)]
pub struct Membership(pub Arc<membership::Model>);

impl From<membership::Model> for Membership {
    fn from(row: membership::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Membership {
    /// A position by its key, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(MembershipKey(id)).await?.map(Self))
    }
}

/// A person's position in an organization over a span of time (任职).
#[Object]
impl Membership {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Membership, self.0.id)
    }

    /// Who (人员).
    async fn person(&self, ctx: &Context<'_>) -> Answer<Option<Person>> {
        Person::find(ctx, self.0.person_id).await
    }

    /// Where (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// As what (职务).
    async fn position(&self) -> Position {
        self.0.position
    }

    /// The title in words (职务名称), e.g. 总经理.
    async fn title(&self) -> Option<&str> {
        self.0.title.as_deref()
    }

    /// The first day (任职日期).
    async fn since(&self) -> Date {
        self.0.since.into()
    }

    /// The first day on which it is no longer held (离任日期).
    async fn until(&self) -> Option<Date> {
        self.0.until.map(Date)
    }
}
