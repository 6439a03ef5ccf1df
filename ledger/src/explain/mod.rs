//! Why a window is as it is (期次说明), in words: by what records it is fulfilled, and which were seen and do not count.

mod causes;
mod details;
mod facts;
mod reach;
mod reasons;
mod seen;
mod state;

use redline_domain::{
    Language, RecordKind, WindowStatus,
    permission::{Action, decide},
    window::status,
};
use redline_entity::window;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{Context, Error, Result, actor, window as windows};
use facts::Facts;

/// A sentence in one of the languages; both take the variables in scope.
macro_rules! say {
    ($language:expr, $zh:literal, $en:literal $(,)?) => {
        match $language {
            redline_domain::Language::Zh => format!($zh),
            redline_domain::Language::En => format!($en),
        }
    };
}
use say;

/// Why a window is as it is, for a safety officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The window.
    pub window: Uuid,
    /// Its state today.
    pub status: WindowStatus,
    /// Sentences: how it stands, what is to be done, what counts, and what was seen and does not.
    pub text: Vec<String>,
    /// The paths of the clauses of the notice.
    pub clauses: Vec<String>,
    /// The notice's own words.
    pub quote: String,
    /// The records that count.
    pub records: Vec<(RecordKind, Uuid)>,
    /// The records that were seen and do not count; the sentences say why.
    pub not_counted: Vec<(RecordKind, Uuid)>,
    /// How many of those concerned were reached, where the rule asks for it.
    pub coverage: Option<Reach>,
}

/// How many of those concerned were reached (覆盖情况): enterprises told of the criteria, helped or inspected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// How many were.
    pub reached: u32,
    /// Of how many.
    pub all: u32,
}

/// Explains windows that the actor may see, in their order, by a number of statements that does not grow with theirs. Of the
/// records and people only those are told who may see them.
pub async fn explain(db: &impl ConnectionTrait, ctx: &Context, windows: &[window::Model], language: Language) -> Result<Vec<Explanation>> {
    if windows.is_empty() {
        return Ok(Vec::new());
    }
    let facts = Facts::read(db, &ctx.site.rulebook, windows).await?;
    windows.iter().map(|window| one(ctx, &facts, window, language)).collect()
}

fn one(ctx: &Context, facts: &Facts, window: &window::Model, language: Language) -> Result<Explanation> {
    let rule = ctx
        .site
        .rulebook
        .rule(&window.rule_code)
        .ok_or_else(|| Error::Inconsistent(format!("window {} is of the unknown rule {}", window.id, window.rule_code)))?;
    let organization =
        facts.organizations.get(&window.organization_id).ok_or_else(|| Error::Inconsistent(format!("window {} is of no organization", window.id)))?;
    let status = status(&windows::facts(ctx.site.zone, window), ctx.today(), ctx.site.rulebook.settings.due_soon_days);
    let mut explanation = Explanation {
        window: window.id,
        status,
        text: state::sentences(ctx, window, status, rule, language),
        clauses: rule.clauses.clone(),
        quote: rule.quote.clone(),
        records: Vec::new(),
        not_counted: Vec::new(),
        coverage: None,
    };
    if decide(&ctx.actor, Action::SeeRecords, &actor::subject(organization)).is_allowed() {
        details::add(ctx, facts, window, rule, language, &mut explanation);
    }
    Ok(explanation)
}
