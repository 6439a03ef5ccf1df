//! What an organization would owe (试算).

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::NaiveDate;
use redline_domain::{
    OrganizationKind, Refusal, Sector, Trait,
    window::{self, Change, Profile},
};

use crate::graphql::{ask::Ask, date::Date, mutation::UserError, rule::Rule, window::Ended};

/// How many changes a profile may have.
const MOST_CHANGES: usize = 50;

/// What an organization is, over its time in the campaign (单位概况).
#[derive(Clone, Debug, InputObject)]
pub struct ProfileInput {
    /// What it is (单位类别).
    kind: OrganizationKind,
    /// Its sectors at first (行业领域).
    #[graphql(default)]
    sectors: Vec<Sector>,
    /// Its traits at first (特征).
    #[graphql(default)]
    traits: Vec<Trait>,
    /// The first day on which it takes part (起始日期).
    from: Date,
    /// The first day on which it no longer does (退出日期).
    until: Option<Date>,
    /// What changes (变更).
    #[graphql(default)]
    changes: Vec<ProfileChangeInput>,
}

/// A change of sectors or traits (变更).
#[derive(Clone, Debug, InputObject)]
pub struct ProfileChangeInput {
    /// The first day on which it is so (生效日期).
    on: Date,
    /// The sectors from then on; none: as before (行业领域).
    sectors: Option<Vec<Sector>>,
    /// The traits from then on; none: as before (特征).
    traits: Option<Vec<Trait>>,
}

/// What an organization would owe, or why that cannot be told (试算结果).
#[derive(SimpleObject)]
pub struct PreviewWindowsPayload {
    /// The windows, by rule and by their days; none if something is wrong with the profile (期次).
    windows: Option<Vec<PreviewWindow>>,
    /// What is wrong with the profile (拒绝原因).
    user_errors: Vec<UserError>,
}

/// A window that would be owed (试算期次).
pub struct PreviewWindow {
    rule: String,
    opens_on: NaiveDate,
    closes_on: NaiveDate,
    due_on: NaiveDate,
    ended: Option<window::Ended>,
}

/// A window that would be owed (试算期次).
#[Object]
impl PreviewWindow {
    /// The code of the rule (条款代码).
    async fn rule_code(&self) -> &str {
        &self.rule
    }

    /// The rule (条款).
    async fn rule(&self, ctx: &Context<'_>) -> Option<Rule> {
        Rule::of(ctx, &self.rule)
    }

    /// The first day of its period (期次首日).
    async fn opens_on(&self) -> Date {
        self.opens_on.into()
    }

    /// The last day of its period (期次末日).
    async fn closes_on(&self) -> Date {
        self.closes_on.into()
    }

    /// The day by whose end it would be due (到期日期).
    async fn due_on(&self) -> Date {
        self.due_on.into()
    }

    /// Its end before its time (提前终止).
    async fn ended(&self) -> Option<Ended> {
        self.ended.map(|ended| Ended { on: ended.on.into(), how: ended.how, reason: None })
    }
}

/// Plans what a profile would owe by the rulebook.
pub fn preview(ctx: &Context<'_>, input: ProfileInput) -> PreviewWindowsPayload {
    let rulebook = &ctx.ledger().site.rulebook;
    let refusals = refusals(rulebook, &input);
    if !refusals.is_empty() {
        let user_errors = refusals.iter().map(|refusal| UserError::new(refusal, ctx.language())).collect();
        return PreviewWindowsPayload { windows: None, user_errors };
    }
    let changes = input.changes.into_iter().map(|change| Change { on: change.on.0, sectors: change.sectors, traits: change.traits }).collect();
    let profile = Profile { kind: input.kind, sectors: input.sectors, traits: input.traits, from: input.from.0, until: input.until.map(|day| day.0), changes };
    let planned = window::windows(rulebook, &profile).into_iter();
    let windows = planned
        .map(|it| PreviewWindow { rule: it.rule.to_owned(), opens_on: it.opens_on, closes_on: it.closes_on, due_on: it.due_on, ended: it.ended })
        .collect();
    PreviewWindowsPayload { windows: Some(windows), user_errors: Vec::new() }
}

fn refusals(rulebook: &redline_domain::Rulebook, input: &ProfileInput) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if !rulebook.rules.iter().any(|rule| rule.applies.kind == input.kind) {
        refusals.push(Refusal::new("NO_RULES", "方案对此类单位没有要求。", "The rulebook asks nothing of this kind of organization.").field("profile.kind"));
    }
    let has_sectors = matches!(input.kind, OrganizationKind::Enterprise | OrganizationKind::Unit);
    let sectors_missing = || Refusal::new("SECTOR_MISSING", "请至少选择一个行业领域。", "Choose at least one sector.");
    if has_sectors && input.sectors.is_empty() {
        refusals.push(sectors_missing().field("profile.sectors"));
    }
    if input.from.0 > rulebook.ends_on {
        refusals.push(
            Refusal::new("AFTER_ACTION", format!("行动已于 {} 结束。", rulebook.ends_on), format!("The action ends on {}.", rulebook.ends_on))
                .field("profile.from"),
        );
    }
    if input.until.is_some_and(|until| until <= input.from) {
        refusals.push(Refusal::new("BAD_UNTIL", "退出日期应晚于起始日期。", "It can only leave after it joined.").field("profile.until"));
    }
    if input.changes.len() > MOST_CHANGES {
        refusals.push(
            Refusal::new("TOO_MANY_CHANGES", format!("变更最多 {MOST_CHANGES} 次。"), format!("At most {MOST_CHANGES} changes.")).field("profile.changes"),
        );
    }
    for (at, change) in input.changes.iter().enumerate().take(MOST_CHANGES) {
        if has_sectors && change.sectors.as_ref().is_some_and(Vec::is_empty) {
            refusals.push(sectors_missing().field(format!("profile.changes.{at}.sectors")));
        }
    }
    refusals
}
