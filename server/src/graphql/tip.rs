//! Reports by the public and by employees (举报) in the API: as their receipt shows them, and as the safety office sees them.

mod receipt;

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{TipState, ids::Noun};
use redline_entity::{informant, reward, tip};
use uuid::Uuid;

pub use receipt::{TipAddition, TipChallenge, TipReceipt};

use crate::{
    graphql::{
        ask::Ask,
        connection::{Connection, rows_select},
        date::Date,
        error::Answer,
        hazard::{Hazard, money::Yuan},
        id,
        organization::Organization,
        participant::Participant,
    },
    loaders::{
        OrganizationKey,
        records::{HazardKey, WhoKey},
        tips::{AdditionsOf, InformantOf, IsClosed, RewardOf, TipKey},
    },
};

/// Who made a report, for the safety office only (举报人).
pub struct Informant(informant::Model);

/// Who made a report, for the safety office only (举报人). Whistle-blowers are protected, clause 2.3.3.
#[Object]
impl Informant {
    /// The name, if it was given (姓名).
    async fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// How to be reached, if that was said (联系方式).
    async fn contact(&self) -> Option<&str> {
        self.0.contact.as_deref()
    }
}

/// A reward for a report (举报奖励).
pub struct Reward(reward::Model);

/// A reward for a report (举报奖励).
#[Object]
impl Reward {
    /// How much (金额).
    async fn amount_yuan(&self) -> Yuan {
        Yuan(self.0.amount_yuan)
    }

    /// By which rule, or why (依据).
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Who decided on it (决定人).
    async fn decided_by(&self) -> Option<Participant> {
        self.0.decided_by.map(|person| Participant::new(person, self.0.decided_on))
    }

    /// When (决定日期).
    async fn decided_on(&self) -> Date {
        self.0.decided_on.into()
    }

    /// When it was paid (发放日期).
    async fn paid_on(&self) -> Option<Date> {
        self.0.paid_on.map(Date)
    }
}

/// A report by the public or an employee, for the safety office and the discipline office (举报).
#[derive(Clone)]
pub struct Tip(pub Arc<tip::Model>);

impl From<tip::Model> for Tip {
    fn from(row: tip::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Tip {
    /// A report, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(TipKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of reports refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        let selects = |fields: &[&str]| fields.iter().any(|field| rows_select(ctx, field));
        if selects(&["state", "stateLabel"]) {
            loaders.ahead(list.rows().filter_map(|row| row.0.hazard_id).map(IsClosed)).await?;
        }
        if selects(&["hazard"]) {
            loaders.ahead(list.rows().filter_map(|row| row.0.hazard_id).map(HazardKey)).await?;
        }
        if selects(&["organization"]) {
            loaders.ahead(list.rows().filter_map(|row| row.0.organization_id).map(OrganizationKey)).await?;
        }
        if selects(&["additions"]) {
            loaders.ahead(list.rows().map(|row| AdditionsOf(row.0.id))).await?;
        }
        if selects(&["informant"]) {
            loaders.ahead(list.rows().map(|row| InformantOf(row.0.id))).await?;
        }
        if selects(&["reward"]) {
            loaders.ahead(list.rows().map(|row| RewardOf(row.0.id))).await?;
        }
        if selects(&["decidedBy"]) {
            loaders.ahead(list.rows().filter_map(|row| row.0.decided_by).map(WhoKey)).await?;
        }
        Ok(())
    }

    async fn current(&self, ctx: &Context<'_>) -> Answer<TipState> {
        let closed = match self.0.hazard_id {
            Some(id) => ctx.loaders().one(IsClosed(id)).await?.unwrap_or(false),
            None => false,
        };
        Ok(if closed && self.0.state == TipState::Accepted { TipState::Done } else { self.0.state })
    }
}

/// A report by the public or an employee, for the safety office and the discipline office (举报).
#[Object]
impl Tip {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Tip, self.0.id)
    }

    /// About which organization, if who reported knew it (被举报单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        match self.0.organization_id {
            Some(id) => Organization::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Where, in words (地点).
    async fn place(&self) -> Option<&str> {
        self.0.place.as_deref()
    }

    /// What is reported (举报内容).
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// When it happened (发生日期).
    async fn happened_on(&self) -> Option<Date> {
        self.0.happened_on.map(Date)
    }

    /// Whether who reported works there (是否内部吹哨人).
    async fn employee(&self) -> bool {
        self.0.employee
    }

    /// Its state; done when its hazard is closed (状态).
    async fn state(&self, ctx: &Context<'_>) -> Answer<TipState> {
        self.current(ctx).await
    }

    /// Its state in words (状态说明).
    async fn state_label(&self, ctx: &Context<'_>) -> Answer<&'static str> {
        Ok(ctx.label(self.current(ctx).await?))
    }

    /// The hazard that it became, if one may see it (形成的隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        Hazard::find_optional(ctx, self.0.hazard_id).await
    }

    /// The latest answer to who reported (答复).
    async fn answer(&self) -> Option<&str> {
        self.0.answer.as_deref()
    }

    /// What was said since, in order; a hundred entries at most (补充和答复).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn additions(&self, ctx: &Context<'_>) -> Answer<Vec<TipAddition>> {
        let rows = ctx.loaders().one(AdditionsOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(TipAddition).collect())
    }

    /// Who reported, if that was said; none for everybody but the safety office (举报人).
    async fn informant(&self, ctx: &Context<'_>) -> Answer<Option<Informant>> {
        let rows = ctx.loaders().one(InformantOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.first().cloned().map(Informant))
    }

    /// Its reward (奖励).
    async fn reward(&self, ctx: &Context<'_>) -> Answer<Option<Reward>> {
        let rows = ctx.loaders().one(RewardOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.first().cloned().map(Reward))
    }

    /// When it was received (收到时间).
    async fn received_at(&self) -> DateTime<Utc> {
        self.0.received_at
    }

    /// Who accepted or dismissed it (办理人).
    async fn decided_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        let on = ctx.ledger().site.zone.date(self.0.decided_at.unwrap_or(self.0.received_at));
        self.0.decided_by.map(|person| Participant::new(person, on))
    }

    /// When it was accepted or dismissed (办理时间).
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }
}
