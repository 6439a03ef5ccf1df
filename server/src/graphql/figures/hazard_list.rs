//! The list of major hazards (重大事故隐患问题清单), annex 3, in the API.

use std::sync::{Arc, OnceLock};

use async_graphql::{Context, Object, SimpleObject};
use redline_domain::{FoundBy, Sector, SupervisionLevel, SuspensionExtent, Word, enforcement::Fen};
use redline_entity::hazard;
use redline_ledger::figures::hazard_list::Line;

use crate::{
    graphql::{
        ask::Ask,
        date::Date,
        error::{Answer, Fault},
        hazard::Hazard,
    },
    loaders::figures::LineOf,
};

/// A row of annex 3, the list of major hazards (重大隐患清单的一行).
pub struct MajorHazard {
    row: Arc<hazard::Model>,
    number: OnceLock<u64>,
}

impl From<hazard::Model> for MajorHazard {
    fn from(row: hazard::Model) -> Self {
        Self { row: Arc::new(row), number: OnceLock::new() }
    }
}

impl MajorHazard {
    /// The hazard of the row.
    pub fn row(&self) -> &hazard::Model {
        &self.row
    }

    /// Gives the row its number in the list.
    pub fn set_number(&self, number: u64) {
        // A row is numbered once.
        let _ = self.number.set(number);
    }

    async fn line(&self, ctx: &Context<'_>) -> Answer<Arc<Line>> {
        ctx.loaders().one(LineOf(self.row.id)).await?.ok_or_else(|| Fault::internal(&"a hazard without an organization"))
    }
}

/// A regulator and its head (监管单位、监管责任人).
#[derive(SimpleObject)]
pub struct SupervisingUnit {
    /// The regulator (监管单位).
    unit: String,
    /// Its head today (监管责任人).
    responsible: Option<String>,
}

/// A row of annex 3, the list of major hazards (重大隐患清单的一行).
#[Object]
impl MajorHazard {
    /// The number in the list, from 1 (序号).
    async fn number(&self) -> Option<u64> {
        self.number.get().copied()
    }

    /// The hazard with all that belongs to it (隐患).
    async fn hazard(&self) -> Hazard {
        Hazard(Arc::clone(&self.row))
    }

    /// The enterprise (企业).
    async fn enterprise(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.line(ctx).await?.enterprise.clone())
    }

    /// Its village (嘎查村).
    async fn village(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.village.clone())
    }

    /// The hazard's sector, or else those of the enterprise (行业领域).
    async fn sectors(&self, ctx: &Context<'_>) -> Answer<Vec<Sector>> {
        Ok(self.line(ctx).await?.sectors.clone())
    }

    /// What is wrong (隐患描述).
    async fn description(&self) -> &str {
        &self.row.description
    }

    /// The standard, article and item by which it is major, with its words (判定依据).
    async fn basis(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        let line = self.line(ctx).await?;
        let code = self.row.criterion.as_deref();
        Ok(match (&line.criterion, code) {
            (Some(criterion), _) => Some(format!("{} {}：{}", criterion.title, criterion.code(), criterion.text)),
            (None, code) => code.or(self.row.grade_reason.as_deref()).map(str::to_owned),
        })
    }

    /// How it was found (发现来源).
    async fn found_by(&self) -> FoundBy {
        self.row.found_by
    }

    /// When it was found (发现日期).
    async fn found_on(&self) -> Date {
        self.row.found_on.into()
    }

    /// Who led and who signed the inspection that found it (检查人签名).
    async fn inspectors(&self, ctx: &Context<'_>) -> Answer<Vec<String>> {
        Ok(self.line(ctx).await?.inspectors.clone())
    }

    /// Who answers for the rectification (整改责任人).
    async fn responsible(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.plan.as_ref().map(|plan| plan.responsible.clone()))
    }

    /// What is to be done (措施).
    async fn measures(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.plan.as_ref().map(|plan| plan.measures.clone()))
    }

    /// The funds in units of 10,000 yuan with two decimals (资金，万元).
    async fn funds_wan_yuan(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.plan.as_ref().map(|plan| Fen(plan.funding_yuan.saturating_mul(100)).wan()))
    }

    /// By when it is to be rectified (期限).
    async fn deadline_on(&self) -> Option<Date> {
        self.row.deadline_on.map(Date::from)
    }

    /// What if it goes wrong meanwhile (应急预案).
    async fn emergency_plan(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.plan.as_ref().map(|plan| plan.emergency_plan.clone()))
    }

    /// When it was reported to the regulator; none: not yet (是否已报告).
    async fn told_regulator_on(&self) -> Option<Date> {
        self.row.told_regulator_on.map(Date::from)
    }

    /// The regulators of the enterprise, each with its head (监管单位、监管责任人).
    async fn regulators(&self, ctx: &Context<'_>) -> Answer<Vec<SupervisingUnit>> {
        let line = self.line(ctx).await?;
        Ok(line.regulators.iter().map(|(unit, head)| SupervisingUnit { unit: unit.clone(), responsible: head.clone() }).collect())
    }

    /// How much production is suspended because of it; none: none is (是否停产).
    async fn suspended(&self, ctx: &Context<'_>) -> Answer<Option<SuspensionExtent>> {
        Ok(self.line(ctx).await?.suspended)
    }

    /// The level at which it is or was last listed for supervision (督办级别).
    async fn supervision_level(&self, ctx: &Context<'_>) -> Answer<Option<SupervisionLevel>> {
        Ok(self.line(ctx).await?.supervision.as_ref().map(|row| row.level))
    }

    /// The body that supervises or did last (督办单位).
    async fn supervision_body(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.supervision.as_ref().map(|row| row.body.clone()))
    }

    /// When the listing was lifted; none: it is in force, or there was none (解除督办日期).
    async fn supervision_lifted_on(&self, ctx: &Context<'_>) -> Answer<Option<Date>> {
        Ok(self.line(ctx).await?.supervision.as_ref().and_then(|row| row.lifted_on).map(Date::from))
    }

    /// Where it is in the closed loop, and what was last said of the rectification (整改进展).
    async fn progress(&self, ctx: &Context<'_>) -> Answer<String> {
        let line = self.line(ctx).await?;
        let state = self.row.state.label(ctx.language());
        Ok(match self.row.rectification.as_ref().or(line.progress.as_ref()) {
            Some(text) => format!("{state}{}{text}", ctx.language().choose("：", ": ")),
            None => state.to_owned(),
        })
    }

    /// Who accepted it (复查人).
    async fn accepter(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.accepter.clone())
    }

    /// The conclusion of the acceptance (复查结论).
    async fn conclusion(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        Ok(self.line(ctx).await?.conclusion.clone())
    }

    /// When it was accepted and closed (复查日期、销号日期).
    async fn closed_on(&self) -> Option<Date> {
        self.row.closed_on.map(Date::from)
    }

    /// How often its deadline was extended (延期次数).
    async fn extensions(&self, ctx: &Context<'_>) -> Answer<u64> {
        Ok(self.line(ctx).await?.extensions)
    }

    /// Why it was graded so, and how often acceptance was refused (备注).
    async fn remark(&self, ctx: &Context<'_>) -> Option<String> {
        let mut remarks: Vec<String> = self.row.grade_reason.iter().cloned().collect();
        let refused = self.row.rejections;
        if refused > 0 {
            remarks.push(match ctx.language() {
                redline_domain::Language::Zh => format!("验收不通过 {refused} 次"),
                redline_domain::Language::En => format!("acceptance refused {refused} times"),
            });
        }
        (!remarks.is_empty()).then(|| remarks.join(ctx.language().choose("；", "; ")))
    }
}
