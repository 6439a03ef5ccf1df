//! Key periods (关键时间节点) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{ids::Noun, key_period as rules};
use redline_entity::key_period;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        evidence::Reach,
        id,
        participant::{Body, Participant},
    },
    loaders::{
        events::{KeyPeriodKey, ReachOf},
        records::{NameOf, WhoKey},
    },
};

/// A key period (关键时间节点).
#[derive(Clone)]
pub struct KeyPeriod(pub Arc<key_period::Model>);

impl From<key_period::Model> for KeyPeriod {
    fn from(row: key_period::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl KeyPeriod {
    /// A key period; everybody who is logged in may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(KeyPeriodKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of key periods refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "declaredBy") {
            loaders.ahead(list.rows().filter_map(|row| row.0.declared_by).map(WhoKey)).await?;
        }
        if rows_select(ctx, "declaredByOrganization") {
            loaders.ahead(list.rows().filter_map(|row| row.0.declared_by_organization).map(NameOf)).await?;
        }
        if rows_select(ctx, "coverage") {
            loaders.ahead(list.rows().map(|row| ReachOf(row.0.id))).await?;
        }
        Ok(())
    }
}

/// A key period (关键时间节点): days on which the heads of the enterprises are on duty.
#[Object]
impl KeyPeriod {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::KeyPeriod, self.0.id)
    }

    /// Its name, e.g. a holiday (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its first day (首日).
    async fn from(&self) -> Date {
        self.0.from_on.into()
    }

    /// Its last day (末日).
    async fn until(&self) -> Date {
        self.0.until_on.into()
    }

    /// How many days it has (天数).
    async fn days(&self) -> i64 {
        rules::days(self.0.from_on, self.0.until_on)
    }

    /// Why it is one (说明).
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The day on which it was declared (公布日期).
    async fn declared_on(&self) -> Date {
        self.0.declared_on.into()
    }

    /// The moment at which it was declared (公布时间).
    async fn declared_at(&self) -> DateTime<Utc> {
        self.0.declared_at
    }

    /// Who declared it (公布人).
    async fn declared_by(&self) -> Option<Participant> {
        self.0.declared_by.map(|person| Participant::new(person, self.0.declared_on))
    }

    /// Which office declared it (公布单位).
    async fn declared_by_organization(&self) -> Option<Body> {
        self.0.declared_by_organization.map(Body)
    }

    /// How many enterprises have all their records, of those that owe them and that one may see (值守覆盖).
    async fn coverage(&self, ctx: &Context<'_>) -> Answer<Reach> {
        Ok(ctx.loaders().one(ReachOf(self.0.id)).await?.into())
    }

    /// The day on which it was withdrawn (撤销日期).
    async fn withdrawn_on(&self) -> Option<Date> {
        self.0.withdrawn_on.map(Date)
    }

    /// Why it was withdrawn (撤销原因).
    async fn withdrawn_reason(&self) -> Option<&str> {
        self.0.withdrawn_reason.as_deref()
    }
}
