//! Duties (职责) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use redline_domain::{EndedAs, WindowStatus, ids::Noun};
use redline_entity::duty;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, date::Date, error::Answer, id, organization::Organization, person::Person, rule::Rule, window::Window},
    loaders::{DutyKey, windows::WindowsOf},
};

/// One rule applied to one organization (职责).
#[derive(Clone)]
pub struct Duty(pub Arc<duty::Model>);

impl From<duty::Model> for Duty {
    fn from(row: duty::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Duty {
    /// The duty, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(DutyKey(id)).await?.map(Self))
    }
}

/// One rule applied to one organization (职责), over the days on which it is in force with one cadence.
#[Object]
impl Duty {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Duty, self.0.id)
    }

    /// The code of the rule (条款代码).
    async fn rule_code(&self) -> &str {
        &self.0.rule_code
    }

    /// The rule; none where it is of an earlier rulebook (条款).
    async fn rule(&self, ctx: &Context<'_>) -> Option<Rule> {
        Rule::of(ctx, &self.0.rule_code)
    }

    /// Who owes it (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// How often it is owed, as a word: a period, or ONCE, EACH_PHASE, EVENT (周期).
    async fn cadence(&self) -> &str {
        &self.0.cadence
    }

    /// The first day in force (开始日期).
    async fn begins_on(&self) -> Date {
        self.0.begins_on.into()
    }

    /// The first day out of force (终止日期).
    async fn ended_on(&self) -> Option<Date> {
        self.0.ended_on.map(Date)
    }

    /// Whether it was superseded or excused (终止方式).
    async fn ended_as(&self) -> Option<EndedAs> {
        self.0.ended_as
    }

    /// Who answers for it instead of the organization's safety officer (承办人).
    async fn owner(&self, ctx: &Context<'_>) -> Answer<Option<Person>> {
        Person::find_optional(ctx, self.0.owner_id).await
    }

    /// Its windows, by due date (期次).
    #[graphql(complexity = "12 * child_complexity + 1")]
    async fn windows(&self, ctx: &Context<'_>, #[graphql(desc = "Only in these states (状态).")] status: Option<Vec<WindowStatus>>) -> Answer<Vec<Window>> {
        let rows = ctx.loaders().one(WindowsOf::duty(self.0.id, status)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Window::from).collect())
    }
}
