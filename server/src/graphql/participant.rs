//! Who did something, and which organization, as a record names them (经办人、经办单位): whoever may see the record may know that, even
//! where the person or the organization is otherwise out of sight.

use async_graphql::{Context, Object};
use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{Position, Word};
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, organization::Organization, person::Person},
    loaders::records::{NameOf, Who, WhoKey},
};

/// A person as a record names him or her, with the position held that day (经办人).
#[derive(Clone, Copy, Debug)]
pub struct Participant {
    person: Uuid,
    on: NaiveDate,
    within: Option<Uuid>,
}

impl Participant {
    /// Who did something on a day.
    pub fn new(person: Uuid, on: NaiveDate) -> Self {
        Self { person, on, within: None }
    }

    /// Who did something on a day for an organization.
    pub fn of(person: Uuid, on: NaiveDate, within: Uuid) -> Self {
        Self { person, on, within: Some(within) }
    }

    /// Who recorded something for an organization, if the record says so; as what he or she was on that day.
    pub fn who_recorded(ctx: &Context<'_>, person: Option<Uuid>, at: DateTime<Utc>, within: Uuid) -> Option<Self> {
        person.map(|person| Self::of(person, ctx.ledger().site.zone.date(at), within))
    }

    async fn who(&self, ctx: &Context<'_>) -> Answer<Option<std::sync::Arc<Who>>> {
        ctx.loaders().one(WhoKey(self.person)).await
    }
}

/// A person as a record names him or her, with the position held that day (经办人).
#[Object]
impl Participant {
    /// Full name (姓名).
    async fn name(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.who(ctx).await?.map(|who| who.name.clone()).unwrap_or_default())
    }

    /// The position held on that day, in the organization for which it was done if the record names one (当日职务).
    async fn position(&self, ctx: &Context<'_>) -> Answer<Option<Position>> {
        Ok(self.who(ctx).await?.and_then(|who| who.held_on(self.on).iter().find(|(row, _)| self.concerns(row.organization_id)).map(|(row, _)| row.position)))
    }

    /// The title in words on that day (当日职务名称).
    async fn title(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self
            .who(ctx)
            .await?
            .and_then(|who| who.held_on(self.on).iter().find(|(row, _)| self.concerns(row.organization_id)).and_then(|(row, _)| row.title.clone())))
    }

    /// Organization and position on that day, in words (当日身份).
    async fn role(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        let Some(who) = self.who(ctx).await? else { return Ok(None) };
        let roles: Vec<String> = who
            .held_on(self.on)
            .iter()
            .filter(|(row, _)| self.concerns(row.organization_id))
            .map(|(row, organization)| format!("{organization} · {}", row.position.label(ctx.language())))
            .collect();
        Ok(if roles.is_empty() { None } else { Some(roles.join(" / ")) })
    }

    /// The person, if one may see him or her (人员).
    async fn person(&self, ctx: &Context<'_>) -> Answer<Option<Person>> {
        Person::find(ctx, self.person).await
    }
}

impl Participant {
    fn concerns(&self, organization: Uuid) -> bool {
        self.within.is_none_or(|within| within == organization)
    }
}

/// An organization as a record names it (经办单位).
#[derive(Clone, Copy, Debug)]
pub struct Body(pub Uuid);

/// An organization as a record names it (经办单位).
#[Object]
impl Body {
    /// Its name (名称).
    async fn name(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(ctx.loaders().one(NameOf(self.0)).await?.map(|name| name.to_string()).unwrap_or_default())
    }

    /// The organization, if one may see it (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0).await
    }
}
