//! People (人员) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use redline_domain::{AddressState, Language, ids::Noun};
use redline_entity::person;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, id, membership::Membership},
    loaders::{MembershipsOf, PersonKey},
};

/// A person who holds positions and gets mail (人员).
#[derive(Clone)]
pub struct Person(pub Arc<person::Model>);

impl From<person::Model> for Person {
    fn from(row: person::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Person {
    /// A person, if one may see him or her.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(PersonKey(id)).await?.map(Self))
    }

    /// A person who may not be known, if one may see him or her.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find_optional(ctx: &Context<'_>, id: Option<Uuid>) -> Answer<Option<Self>> {
        match id {
            Some(id) => Self::find(ctx, id).await,
            None => Ok(None),
        }
    }
}

/// A person who holds positions and gets mail (人员).
#[Object]
impl Person {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Person, self.0.id)
    }

    /// Full name (姓名).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Telephone (电话).
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// Mail address (邮箱).
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// Whether the address takes mail (邮箱状态).
    async fn email_state(&self) -> AddressState {
        self.0.email_state
    }

    /// The language of the mails to this person (语言).
    async fn language(&self) -> Language {
        self.0.language
    }

    /// The hour at which this person's mail goes out; none: the rulebook's (发信时间).
    async fn morning_hour(&self) -> Option<i32> {
        self.0.morning_hour
    }

    /// The positions held, past ones included, as far as one may see them (任职).
    async fn memberships(&self, ctx: &Context<'_>) -> Answer<Vec<Membership>> {
        let rows = ctx.loaders().one(MembershipsOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Membership::from).collect())
    }
}
