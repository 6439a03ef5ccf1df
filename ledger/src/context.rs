//! In what a use case runs: who asks, when, and where.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::permission::{Action, Actor, Decision, Reason, Subject, decide};
use uuid::Uuid;

use crate::{Error, Result, Site};

/// In what a use case runs. `now` is read once and holds for all of it.
#[derive(Clone)]
pub struct Context {
    /// The moment at which the request or the cycle began.
    pub now: DateTime<Utc>,
    /// Who asks.
    pub actor: Arc<Actor>,
    /// The installation.
    pub site: Arc<Site>,
}

impl Context {
    /// A context for an actor at a moment.
    pub fn new(site: Arc<Site>, actor: Arc<Actor>, now: DateTime<Utc>) -> Self {
        Self { now, actor, site }
    }

    /// A context in which the program itself acts: the engine and the command line.
    pub fn operator(site: Arc<Site>, now: DateTime<Utc>) -> Self {
        Self::new(site, Arc::new(Actor::operator()), now)
    }

    /// The date at the site.
    pub fn today(&self) -> NaiveDate {
        self.site.zone.date(self.now)
    }

    /// A new identifier.
    pub fn id(&self) -> Uuid {
        self.site.ids.next(self.now)
    }

    /// Goes on only if the actor may do that to whom it concerns. What the actor may not see is as if it did not exist.
    pub fn allow(&self, action: Action, subject: &Subject<'_>) -> Result<()> {
        match decide(&self.actor, action, subject) {
            Decision::Allow => Ok(()),
            Decision::Deny(Reason::Invisible) => Err(Error::NotFound),
            Decision::Deny(Reason::Forbidden(refusal)) => Err(refusal.into()),
        }
    }
}
