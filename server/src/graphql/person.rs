//! People (人员) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use redline_domain::{
    AddressState, EmailAddress, Language, contacts,
    ids::Noun,
    permission::{Action, Decision, decide},
};
use redline_entity::person;
use redline_ledger::actor;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, id, membership::Membership},
    loaders::{MembershipsOf, OrganizationKey, PersonKey},
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

impl Person {
    /// Whether who asks needs to reach this person: himself, or by a position of today.
    async fn may_contact(&self, ctx: &Context<'_>) -> Answer<bool> {
        let by = ctx.ledger();
        if by.actor.person == Some(self.0.id) {
            return Ok(true);
        }
        let today = ctx.today();
        let held = ctx.loaders().one(MembershipsOf(self.0.id)).await?.unwrap_or_default();
        for row in held.iter().filter(|row| row.since <= today && row.until.is_none_or(|until| until > today)) {
            let organization = ctx.loaders().one(OrganizationKey(row.organization_id)).await?;
            if organization.is_some_and(|organization| decide(&by.actor, Action::SeeContacts, &actor::subject(&organization)) == Decision::Allow) {
                return Ok(true);
            }
        }
        Ok(false)
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

    /// Telephone (电话); masked (`138****78`) for who may not see the contacts of the organizations in which the person holds a position.
    async fn phone(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        let Some(phone) = &self.0.phone else { return Ok(None) };
        Ok(Some(if self.may_contact(ctx).await? { phone.clone() } else { contacts::masked_phone(phone) }))
    }

    /// Mail address (邮箱); masked (`w***@example.cn`) for who may not see the contacts of the organizations in which the person holds a
    /// position.
    async fn email(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        let Some(email) = &self.0.email else { return Ok(None) };
        if self.may_contact(ctx).await? {
            return Ok(Some(email.clone()));
        }
        Ok(Some(EmailAddress::parse(email).map_or_else(|_| "***".to_owned(), |address| address.masked())))
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
