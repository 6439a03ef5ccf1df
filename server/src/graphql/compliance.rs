//! Compliance (履职情况) in the API.

use async_graphql::{Context, Enum, Object};
use redline_domain::{Sector, Word};
use redline_ledger::compliance::{self, GroupKey};

use crate::graphql::{ask::Ask, error::Answer, organization::Organization, rule::Rule, words::pick};

/// By what compliance is grouped (汇总方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "redline_ledger::compliance::GroupBy")]
pub enum ComplianceGroup {
    /// By village: the enterprises of each (嘎查村社区).
    Village,
    /// By regulator: the enterprises of its sectors in its jurisdiction (行业监管单位).
    Unit,
    /// By sector: the enterprises of each; one with several counts in each of them (行业领域).
    Sector,
    /// By rule: all organizations that owe it (条款).
    Rule,
}

/// What was due of a group by the end of a day, and what became of it (履职情况).
pub struct ComplianceRow(pub compliance::ComplianceRow);

/// What was due of a group by the end of a day, and what became of it (履职情况).
#[Object]
impl ComplianceRow {
    /// The group: an organization's identifier, a sector or a rule's code (组别代码).
    async fn key(&self) -> String {
        match &self.0.key {
            GroupKey::Organization(id) => redline_domain::ids::encode(redline_domain::ids::Noun::Organization, *id),
            GroupKey::Sector(sector) => sector.code().to_owned(),
            GroupKey::Rule(code) => code.clone(),
        }
    }

    /// Its name (组别).
    async fn label(&self, ctx: &Context<'_>) -> &str {
        pick(&self.0.label, ctx.language())
    }

    /// The village or regulator, if it is one and one may see it (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        match self.0.key {
            GroupKey::Organization(id) => Organization::find(ctx, id).await,
            GroupKey::Sector(_) | GroupKey::Rule(_) => Ok(None),
        }
    }

    /// The sector, if it is one (行业领域).
    async fn sector(&self) -> Option<Sector> {
        if let GroupKey::Sector(sector) = self.0.key { Some(sector) } else { None }
    }

    /// The rule, if it is one (条款).
    async fn rule(&self, ctx: &Context<'_>) -> Option<Rule> {
        if let GroupKey::Rule(code) = &self.0.key { Rule::of(ctx, code) } else { None }
    }

    /// How many organizations of it owed anything by then (单位数).
    async fn organizations(&self) -> i64 {
        self.0.organizations
    }

    /// Windows due by then, without those excused or superseded by then (应完成).
    async fn due(&self) -> i64 {
        self.0.due
    }

    /// Of these, fulfilled in time (按期完成).
    async fn fulfilled(&self) -> i64 {
        self.0.fulfilled
    }

    /// Of these, fulfilled late (逾期完成).
    async fn late(&self) -> i64 {
        self.0.late
    }

    /// Of these, overdue (逾期未完成).
    async fn overdue(&self) -> i64 {
        self.0.overdue
    }

    /// Windows that would have been due by then, but were excused (免除).
    async fn excused(&self) -> i64 {
        self.0.excused
    }

    /// The share of what was due that was fulfilled in time, 0 to 1; none: nothing was due (按期履职率).
    async fn rate(&self) -> Option<f64> {
        self.0.rate()
    }
}
