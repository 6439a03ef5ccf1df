//! The rulebook, its rules, the criteria, and what an organization would owe.

use async_graphql::{Context, InputObject, Object};
use redline_domain::{OrganizationKind, Sector};
use redline_ledger::criterion;

use crate::graphql::{
    ask::Ask,
    connection::{self, Connection, Page, cost},
    date::Date,
    error::Answer,
    hazard::criterion::Criterion,
    preview::{self, PreviewWindowsPayload, ProfileInput},
    rule::{CadenceKind, Rule},
    rulebook::Rulebook,
};

/// Which rules (条款筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct RuleFilter {
    /// By their codes (代码).
    code: Option<Vec<String>>,
    /// Those that apply to this kind of organization (适用单位).
    applies_to: Option<OrganizationKind>,
    /// Those that recur in this way (周期类型).
    cadence: Option<CadenceKind>,
    /// Whose title, quotation or clause contains this (文字).
    text: Option<String>,
}

impl RuleFilter {
    fn meets(&self, rule: &redline_domain::rulebook::Rule) -> bool {
        let text = self.text.as_deref().map(|text| text.trim().to_lowercase());
        let speaks = |text: &String| {
            [&rule.code, &rule.title.zh, &rule.title.en, &rule.quote].into_iter().chain(&rule.clauses).any(|words| words.to_lowercase().contains(text.as_str()))
        };
        self.code.as_ref().is_none_or(|codes| codes.contains(&rule.code))
            && self.applies_to.is_none_or(|kind| rule.applies.kind == kind)
            && self.cadence.is_none_or(|kind| CadenceKind::of(&rule.cadence) == kind)
            && text.as_ref().is_none_or(speaks)
    }
}

/// Which criteria (判定标准筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct CriterionFilter {
    /// Words, with blanks between them: each must stand in the item's words, its note, branch, title or code (文字).
    text: Option<String>,
    /// Of one of these sectors (行业领域).
    sector: Option<Vec<Sector>>,
    /// Of this standard (标准代码), e.g. `GONGMAO-2023`.
    standard: Option<String>,
    /// In force on this day, and not superseded by then (施行日期).
    effective_on: Option<Date>,
}

impl From<CriterionFilter> for criterion::CriterionFilter {
    fn from(filter: CriterionFilter) -> Self {
        Self { text: filter.text, standard: filter.standard, sectors: filter.sector, on: filter.effective_on.map(Into::into) }
    }
}

/// Questions about the rulebook. They are answered to visitors as well: the notice is public.
#[derive(Default)]
pub struct RulebookQuery;

#[Object]
impl RulebookQuery {
    /// The rulebook by which the campaign runs (方案).
    async fn rulebook(&self) -> Rulebook {
        Rulebook
    }

    /// The rules, in the order of the rulebook (条款列表).
    #[graphql(complexity = "40 * child_complexity + 1")]
    async fn rules(&self, ctx: &Context<'_>, #[graphql(desc = "Which (筛选).", default)] filter: RuleFilter) -> Vec<Rule> {
        Rule::all(ctx).into_iter().filter(|rule| filter.meets(rule)).collect()
    }

    /// The criteria by which hazards are graded major, those that the site imported among them (判定标准检索): the best matches of the
    /// words first, else in the order of the standards.
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    async fn criteria(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: CriterionFilter,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Criterion>> {
        let page = Page::new(first, after, last, before)?;
        let catalogue = criterion::catalogue(ctx.db()).await?;
        let rows = criterion::search(&catalogue, &filter.into()).into_iter().map(Criterion).collect();
        connection::within(rows, |row| row.0.code(), &page)
    }

    /// What an organization would owe by the rulebook (试算): nothing is recorded.
    #[graphql(complexity = "150 * child_complexity + 10")]
    async fn preview_windows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it is, over its time in the campaign (单位概况).")] profile: ProfileInput,
    ) -> PreviewWindowsPayload {
        preview::preview(ctx, profile)
    }
}
