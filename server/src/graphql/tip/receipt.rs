//! A report as who made it sees it (举报回执): the challenge before, the receipt after.

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use redline_domain::TipState;
use redline_entity::tip_addition;
use redline_ledger::tip::{Challenge, Followed};

use crate::graphql::{ask::Ask, date::Date, hazard::money::Yuan};

/// What a report costs: find a nonce so that the SHA-256 of challenge and nonce, one after the other, begins with `difficulty` zero
/// bits, and give both to `submitTip` (验证题). A challenge is used once.
#[derive(Clone, Debug, SimpleObject)]
pub struct TipChallenge {
    /// Its text, to be given back as it is (题面).
    challenge: String,
    /// How many zero bits (难度).
    difficulty: u32,
    /// Until when it holds (有效期至).
    expires_at: DateTime<Utc>,
}

impl From<Challenge> for TipChallenge {
    fn from(Challenge { challenge, difficulty, expires_at }: Challenge) -> Self {
        Self { challenge, difficulty, expires_at }
    }
}

/// Something that was said about a report after it was made (补充、答复).
pub struct TipAddition(pub tip_addition::Model);

/// Something that was said about a report after it was made (补充、答复).
#[Object]
impl TipAddition {
    /// Whether who reported said it; else the safety office (是否举报人补充).
    async fn from_reporter(&self) -> bool {
        self.0.from_reporter
    }

    /// What was said (内容).
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// When (时间).
    async fn added_at(&self) -> DateTime<Utc> {
        self.0.added_at
    }
}

/// A report as its receipt code shows it, to anybody who has the code; it names nobody (举报进展).
pub struct TipReceipt(pub Followed);

/// A report as its receipt code shows it, to anybody who has the code; it names nobody (举报进展).
#[Object]
impl TipReceipt {
    /// When it was received (收到时间).
    async fn received_at(&self) -> DateTime<Utc> {
        self.0.tip.received_at
    }

    /// Its state (状态).
    async fn state(&self) -> TipState {
        self.0.state
    }

    /// Its state in words (状态说明).
    async fn state_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.state)
    }

    /// The office's latest answer (答复).
    async fn answer(&self) -> Option<&str> {
        self.0.tip.answer.as_deref()
    }

    /// What was said since, in order (补充和答复).
    async fn additions(&self) -> Vec<TipAddition> {
        self.0.additions.iter().cloned().map(TipAddition).collect()
    }

    /// What it is rewarded with; show the code to be paid (奖励金额).
    async fn reward_yuan(&self) -> Option<Yuan> {
        self.0.reward.as_ref().map(|reward| Yuan(reward.amount_yuan))
    }

    /// When the reward was paid (奖励发放日期).
    async fn reward_paid_on(&self) -> Option<Date> {
        self.0.reward.as_ref()?.paid_on.map(Date)
    }
}
