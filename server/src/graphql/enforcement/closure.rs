//! Closure candidates (提请关闭对象) and the check before a penalty (处罚预检) in the API.

use async_graphql::{Context, Object, SimpleObject};
use redline_domain::enforcement::{
    closure::ClosureGround,
    exemption::{ExemptionGap, in_words},
};
use redline_ledger::enforcement::{ClosureCandidate as Row, PenaltyCheck as Checked};

use crate::graphql::{ask::Ask, date::Date, enforcement::Enforcement, hazard::Hazard, mutation::UserError, organization::Organization};

/// An enterprise that is to be referred for closure, with why (提请关闭对象): by article 113(1) of the Work Safety Law, since it was
/// penalised 3 times within 180 days or 4 times within a year, and a major hazard is still open.
pub struct ClosureCandidate(pub Row);

/// An enterprise that is to be referred for closure, with why (提请关闭对象): by article 113(1) of the Work Safety Law, since it was
/// penalised 3 times within 180 days or 4 times within a year, and a major hazard is still open.
#[Object]
impl ClosureCandidate {
    /// Which (单位).
    async fn organization(&self) -> Organization {
        self.0.organization.clone().into()
    }

    /// By how many penalties within which span (提请关闭情形).
    async fn ground(&self) -> ClosureGround {
        self.0.candidacy.ground
    }

    /// The ground with its facts, in words (说明).
    async fn explanation(&self, ctx: &Context<'_>) -> String {
        self.0.candidacy.in_words(ctx.language())
    }

    /// The day of the first penalty of the span (首次处罚日期).
    async fn from(&self) -> Option<Date> {
        self.0.candidacy.from().map(Date)
    }

    /// The day of the last penalty of the span (末次处罚日期).
    async fn until(&self) -> Option<Date> {
        self.0.candidacy.until().map(Date)
    }

    /// The penalties of the span, the earliest first: of a pair the enterprise's, of a document one (处罚).
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn penalties(&self) -> Vec<Enforcement> {
        self.0.penalties.iter().cloned().map(Enforcement::from).collect()
    }

    /// The major hazards that are still open and were there by the last of these penalties, the earliest found first (未销号重大隐患).
    #[graphql(complexity = "4 * child_complexity + 1")]
    async fn open_hazards(&self) -> Vec<Hazard> {
        self.0.hazards.iter().cloned().map(Hazard::from).collect()
    }
}

/// Whether a penalty may be imposed for a hazard today, before anybody tries (处罚预检), clause 2.2.3.
#[derive(SimpleObject)]
pub struct PenaltyCheck {
    /// Whether it may (是否可以处罚).
    allowed: bool,
    /// By which gaps of the exemption it may; none if it may not (不符合不予处罚条件的情形).
    gaps: Vec<ExemptionGap>,
    /// The answer in words (说明).
    explanation: String,
    /// The refusal that a penalty would meet, with its clause (拒绝原因).
    refusal: Option<UserError>,
}

impl PenaltyCheck {
    /// The answer in the language of who asks.
    pub fn of(ctx: &Context<'_>, checked: Checked) -> Self {
        let language = ctx.language();
        let refusal = checked.refusal.as_ref().map(|refusal| UserError::new(refusal, language));
        let explanation = refusal.as_ref().map_or_else(|| in_words(&checked.gaps, language), |refusal| refusal.message.clone());
        Self { allowed: refusal.is_none(), gaps: checked.gaps, explanation, refusal }
    }
}
