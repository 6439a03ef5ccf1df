//! The same table read the other way round: all that somebody may do something to, for finders.

use uuid::Uuid;

use super::{Action, Actor, Decision, Relation, Subject, decide_sitewide, is_within, share_one, who};
use crate::{OrganizationKind, Sector};

/// All whose things somebody may do something to: what is in any of the parts, save what is in `except`.
///
/// A path is matched by its beginning; a finder that does so with `LIKE` has to escape `%` and `_`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Everything, without looking at the rest.
    pub everything: bool,
    /// These organizations.
    pub organizations: Vec<Uuid>,
    /// The enterprises of these villages.
    pub villages: Vec<Uuid>,
    /// The enterprises below each path with at least one of its sectors.
    pub sectors: Vec<(String, Vec<Sector>)>,
    /// Every organization below each path.
    pub subtrees: Vec<String>,
    /// None of these, unless `organizations` has them: one's own organizations, on which one does not act from outside.
    /// Empty for every action that only sees.
    pub except: Vec<Uuid>,
}

impl Scope {
    /// Whether it is surely empty, so that a finder need not ask.
    pub fn is_nothing(&self) -> bool {
        !self.everything && self.organizations.is_empty() && self.villages.is_empty() && self.sectors.is_empty() && self.subtrees.is_empty()
    }

    /// Whether the subject is in it. It is exactly when [`decide`](super::decide) allows.
    pub fn includes(&self, subject: &Subject<'_>) -> bool {
        if self.everything || self.organizations.contains(&subject.organization) {
            return true;
        }
        let enterprise = subject.kind == OrganizationKind::Enterprise;
        !self.except.contains(&subject.organization)
            && (self.subtrees.iter().any(|root| is_within(subject.jurisdiction, root))
                || enterprise && subject.village.is_some_and(|village| self.villages.contains(&village))
                || enterprise && self.sectors.iter().any(|(root, sectors)| is_within(subject.jurisdiction, root) && share_one(sectors, subject.sectors)))
    }
}

/// All that somebody may do something to.
pub fn scope(actor: &Actor, action: Action) -> Scope {
    if actor.operator || action.is_sitewide() {
        let everything = actor.operator || decide_sitewide(actor, action) == Decision::Allow;
        return Scope { everything, ..Scope::default() };
    }
    let mut scope = Scope::default();
    for seat in &actor.seats {
        let may = |relation: Relation| who(action, relation).includes(seat.position);
        if may(Relation::Own) {
            add(&mut scope.organizations, seat.organization);
        } else if !action.only_sees() {
            add(&mut scope.except, seat.organization);
        }
        match seat.kind {
            OrganizationKind::Village if may(Relation::VillageOf) => add(&mut scope.villages, seat.organization),
            // A regulator without a path or without sectors reaches nothing; the query need not carry it.
            OrganizationKind::Unit if may(Relation::Regulates) && seat.jurisdiction.ends_with('/') && !seat.sectors.is_empty() => {
                add(&mut scope.sectors, (seat.jurisdiction.clone(), seat.sectors.clone()));
            }
            OrganizationKind::SafetyOffice | OrganizationKind::DisciplineOffice | OrganizationKind::PartyOffice
                if may(Relation::to_site(seat.kind)) && seat.jurisdiction.ends_with('/') =>
            {
                add(&mut scope.subtrees, seat.jurisdiction.clone());
            }
            _ => {}
        }
    }
    scope
}

fn add<T: PartialEq>(list: &mut Vec<T>, entry: T) {
    if !list.contains(&entry) {
        list.push(entry);
    }
}
