//! Accident alerts (事故警示) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{Sector, ids::Noun};
use redline_entity::alert;
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
        events::{AlertKey, ReachOf},
        records::{NameOf, WhoKey},
    },
};

/// An accident alert (事故警示).
#[derive(Clone)]
pub struct Alert(pub Arc<alert::Model>);

impl From<alert::Model> for Alert {
    fn from(row: alert::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Alert {
    /// An alert; everybody who is logged in may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(AlertKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of alerts refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if rows_select(ctx, "issuedBy") {
            loaders.ahead(list.rows().filter_map(|row| row.0.issued_by).map(WhoKey)).await?;
        }
        if rows_select(ctx, "issuedByOrganization") {
            loaders.ahead(list.rows().filter_map(|row| row.0.issued_by_organization).map(NameOf)).await?;
        }
        if rows_select(ctx, "coverage") {
            loaders.ahead(list.rows().map(|row| ReachOf(row.0.id))).await?;
        }
        Ok(())
    }
}

/// An accident alert (事故警示): a typical accident after which the enterprises of some sectors check themselves for the same hazard.
#[Object]
impl Alert {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Alert, self.0.id)
    }

    /// The accident in a few words (标题).
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The day of the accident (事故日期).
    async fn happened_on(&self) -> Date {
        self.0.happened_on.into()
    }

    /// Where it happened (事故地点).
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// What happened (事故经过).
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// What is to be learnt from it (事故教训).
    async fn lessons(&self) -> &str {
        &self.0.lessons
    }

    /// The sectors whose enterprises are to check themselves (行业领域).
    async fn sectors(&self) -> &[Sector] {
        &self.0.sectors.0
    }

    /// The number of the document (文号).
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// The day on which it was issued (发布日期).
    async fn issued_on(&self) -> Date {
        self.0.issued_on.into()
    }

    /// The moment at which it was issued (发布时间).
    async fn issued_at(&self) -> DateTime<Utc> {
        self.0.issued_at
    }

    /// Who issued it (发布人).
    async fn issued_by(&self) -> Option<Participant> {
        self.0.issued_by.map(|person| Participant::new(person, self.0.issued_on))
    }

    /// Which office issued it (发布单位).
    async fn issued_by_organization(&self) -> Option<Body> {
        self.0.issued_by_organization.map(Body)
    }

    /// The day by whose end the checks are due; none where the rulebook asks for none (排查期限).
    async fn due_on(&self) -> Option<Date> {
        self.0.due_on.map(Date)
    }

    /// How many enterprises checked themselves, of those that owe it and that one may see (排查覆盖).
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
