//! What is known of an organization for planning (单位概况): what it is, since when, and what changed.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{OrganizationKind, Rulebook, Sector, Trait};

/// What an organization is, over its time in the campaign (单位概况).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its kind.
    pub kind: OrganizationKind,
    /// Its sectors at first.
    #[serde(default)]
    pub sectors: Vec<Sector>,
    /// Its traits at first.
    #[serde(default)]
    pub traits: Vec<Trait>,
    /// The first day on which it takes part.
    pub from: NaiveDate,
    /// The first day on which it takes part no longer; none: it stays.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// What changed, in any order. Of two changes on one day the one given later wins. A change on or before `from` is
    /// taken as being so from the beginning; one on or after `until` is ignored.
    #[serde(default)]
    pub changes: Vec<Change>,
}

/// A change of sectors or traits (变更).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The first day on which it is so.
    pub on: NaiveDate,
    /// The sectors from then on; none: as before.
    #[serde(default)]
    pub sectors: Option<Vec<Sector>>,
    /// The traits from then on; none: as before.
    #[serde(default)]
    pub traits: Option<Vec<Trait>>,
}

/// A span of days in which nothing about the organization changed.
#[derive(Clone, Debug)]
pub(super) struct Segment<'p> {
    /// Its first day.
    pub begins_on: NaiveDate,
    /// The day after its last.
    pub until: NaiveDate,
    /// Whether the organization is a high-hazard enterprise.
    pub high_hazard: bool,
    /// Its traits.
    pub traits: &'p [Trait],
}

impl Profile {
    /// The organization's days within the action, cut where it changed.
    pub(super) fn segments(&self, rulebook: &Rulebook) -> Vec<Segment<'_>> {
        let mut begins_on = self.from.max(rulebook.begins_on);
        let after_action = rulebook.ends_on.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        let until = self.until.map_or(after_action, |until| until.min(after_action));
        if begins_on >= until {
            return Vec::new();
        }
        let mut changes: Vec<&Change> = self.changes.iter().filter(|change| change.on < until).collect();
        // Stable: of two changes on one day the one given later is applied later.
        changes.sort_by_key(|change| change.on);

        let (mut sectors, mut traits) = (self.sectors.as_slice(), self.traits.as_slice());
        let segment = |begins_on, until, sectors: &[Sector], traits| Segment { begins_on, until, high_hazard: self.is_high_hazard(rulebook, sectors), traits };
        let mut segments = Vec::with_capacity(changes.len() + 1);
        for change in changes {
            if change.on > begins_on {
                segments.push(segment(begins_on, change.on, sectors, traits));
                begins_on = change.on;
            }
            sectors = change.sectors.as_deref().unwrap_or(sectors);
            traits = change.traits.as_deref().unwrap_or(traits);
        }
        segments.push(segment(begins_on, until, sectors, traits));
        segments
    }

    // The sectors of a regulator are those that it watches over; they make no high-hazard enterprise of it.
    fn is_high_hazard(&self, rulebook: &Rulebook, sectors: &[Sector]) -> bool {
        self.kind == OrganizationKind::Enterprise && rulebook.is_high_hazard(sectors)
    }
}
