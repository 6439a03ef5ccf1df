//! The rulebook (方案) in the API.

use async_graphql::{Context, Object, SimpleObject};
use redline_domain::{Language, Sector};

use crate::graphql::{ask::Ask, date::Date, ladder::Ladder, rule::Rule, words::pick};

/// The rulebook (方案) by which the campaign runs: a campaign as data.
#[derive(Clone, Copy)]
pub struct Rulebook;

/// The rulebook (方案) by which the campaign runs: a campaign as data.
#[Object]
impl Rulebook {
    /// Its name (代码), e.g. `wushenzhao-2023`.
    async fn code<'a>(&self, ctx: &Context<'a>) -> &'a str {
        &book(ctx).code
    }

    /// The title of the campaign (名称).
    async fn title<'a>(
        &self, ctx: &Context<'a>, #[graphql(desc = "In this language instead of the reader's (语言).")] language: Option<Language>
    ) -> &'a str {
        pick(&book(ctx).title, language.unwrap_or_else(|| ctx.language()))
    }

    /// The first day of the action (开始日期).
    async fn begins_on(&self, ctx: &Context<'_>) -> Date {
        book(ctx).begins_on.into()
    }

    /// The last day of the action (结束日期).
    async fn ends_on(&self, ctx: &Context<'_>) -> Date {
        book(ctx).ends_on.into()
    }

    /// The phases, in order (阶段).
    async fn phases(&self, ctx: &Context<'_>) -> Vec<Phase> {
        let (book, today) = (book(ctx), ctx.today());
        let current = book.phase_at(today).map(|phase| phase.code.as_str());
        book.phases
            .iter()
            .enumerate()
            .map(|(at, phase)| Phase {
                code: phase.code.clone(),
                title: pick(&phase.title, ctx.language()).to_owned(),
                begins_on: at.checked_sub(1).and_then(|before| book.phases[before].until.succ_opt()).unwrap_or(book.begins_on).into(),
                until: phase.until.into(),
                current: current == Some(&phase.code),
            })
            .collect()
    }

    /// The sectors that it covers (行业领域).
    async fn sectors(&self, ctx: &Context<'_>) -> Vec<CoveredSector> {
        let entry = |entry: &redline_domain::rulebook::SectorEntry| CoveredSector {
            code: entry.code,
            name: ctx.label(entry.code).to_owned(),
            high_hazard: entry.high_hazard,
        };
        book(ctx).sectors.iter().map(entry).collect()
    }

    /// The escalation ladders (催办阶梯).
    async fn ladders(&self, ctx: &Context<'_>) -> Vec<Ladder> {
        book(ctx).ladders.iter().map(Ladder::from).collect()
    }

    /// The rules, in the order of the rulebook (条款).
    async fn rules(&self, ctx: &Context<'_>) -> Vec<Rule> {
        Rule::all(ctx)
    }

    /// The numbers that the notice leaves to the office (参数).
    async fn settings(&self, ctx: &Context<'_>) -> RulebookSettings {
        let settings = &book(ctx).settings;
        RulebookSettings {
            min_days_of_begun_period: settings.min_days_of_begun_period,
            min_days_for_late_joiner: settings.min_days_for_late_joiner,
            due_soon_days: settings.due_soon_days,
            morning_hour: settings.morning_hour,
            certificate_days: settings.certificate_days.clone(),
            acceptance_days: settings.hazard.acceptance_days,
            plan_days: settings.hazard.plan_days,
        }
    }
}

fn book<'a>(ctx: &Context<'a>) -> &'a redline_domain::Rulebook {
    &ctx.data_unchecked::<crate::graphql::ask::Asker>().ctx.site.rulebook
}

/// A phase (阶段) of the action.
#[derive(Clone, SimpleObject)]
pub struct Phase {
    /// Its code (代码).
    code: String,
    /// Its title (名称).
    title: String,
    /// Its first day (开始日期).
    begins_on: Date,
    /// Its last day (结束日期).
    until: Date,
    /// Whether it is the one of today (当前阶段).
    current: bool,
}

/// A sector that the rulebook covers (行业领域).
#[derive(Clone, SimpleObject)]
pub struct CoveredSector {
    /// Which (代码).
    code: Sector,
    /// Its name (名称).
    name: String,
    /// Whether the notice counts it as high-hazard (高危行业领域).
    high_hazard: bool,
}

/// The numbers that the notice leaves to the office (参数).
#[derive(Clone, SimpleObject)]
pub struct RulebookSettings {
    /// A period already under way when a duty begins counts if this many of its days remain (首期最少剩余天数).
    min_days_of_begun_period: u32,
    /// Who joins late has this many days at least for what is owed once (后纳入单位最少天数).
    min_days_for_late_joiner: u32,
    /// A window is due soon from this many days before it is due (即将到期天数).
    due_soon_days: u32,
    /// The hour of the morning at which mail goes out (发信时间).
    morning_hour: u32,
    /// A certificate that nears its end is told of this many days before its last valid day (证书到期提醒天数).
    certificate_days: Vec<u32>,
    /// A major hazard is checked for acceptance within this many days of the application (验收期限天数).
    acceptance_days: u32,
    /// A plan whose deadline lies more than this many days after the grading needs a supervisor's consent (治理方案最长天数).
    plan_days: u32,
}
