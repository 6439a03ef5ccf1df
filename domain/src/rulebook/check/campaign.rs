//! The rulebook as a whole: its dates, settings, phases and sectors.

use chrono::NaiveDate;

use super::{
    fields::{Fields, all},
    reader::{Node, Read, Reader},
};
use crate::{
    Sector, Word,
    rulebook::{HazardSettings, Phase, Rulebook, SectorEntry, Settings, Text},
};

impl Read for Rulebook {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        // In the order in which one part is checked against another, whatever the order in the file.
        node.fields(reader, |f| {
            let code = f.code("rulebook");
            let title = f.required("title");
            let begins_on = f.required::<NaiveDate>("begins_on");
            let ends_on = f.required::<NaiveDate>("ends_on");
            if let (Some(begins_on), Some(ends_on)) = (begins_on, ends_on) {
                if begins_on <= ends_on {
                    f.reader.action = Some((begins_on, ends_on));
                } else {
                    f.fault("ends_on", format!("`ends_on` is {ends_on}, before `begins_on`, {begins_on}"));
                }
            }
            let phases = phases(f);
            let sectors = f.elements("sector").and_then(all);
            let ladders = f.elements("ladder").and_then(all);
            let settings = f.required("settings");
            let rules = f.elements("rule").and_then(all);
            Some(Self {
                code: code?,
                title: title?,
                begins_on: begins_on?,
                ends_on: ends_on?,
                settings: settings?,
                phases: phases?,
                sectors: sectors?,
                ladders: ladders?,
                rules: rules?,
            })
        })
    }
}

impl Read for Text {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let (zh, en) = (f.required("zh"), f.required("en"));
            Some(Self { zh: zh?, en: en? })
        })
    }
}

impl Read for Settings {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let min_days_of_begun_period = f.number("min_days_of_begun_period", 1..=366);
            let min_days_for_late_joiner = f.number("min_days_for_late_joiner", 1..=366);
            let due_soon_days = f.number("due_soon_days", 0..=366);
            let morning_hour = f.number("morning_hour", 0..=23);
            let certificate_days = f.falling("certificate_days", 1..=365);
            let hazard = f.required("hazard");
            Some(Self {
                min_days_of_begun_period: min_days_of_begun_period?,
                min_days_for_late_joiner: min_days_for_late_joiner?,
                due_soon_days: due_soon_days?,
                morning_hour: morning_hour?,
                certificate_days: certificate_days?,
                hazard: hazard?,
            })
        })
    }
}

impl Read for HazardSettings {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let acceptance_days = f.number("acceptance_days", 1..=366);
            let ladder = f.required::<String>("ladder");
            if let Some(ladder) = &ladder {
                f.known_ladder(ladder);
            }
            let plan_days = f.number("plan_days", 1..=366);
            Some(Self { acceptance_days: acceptance_days?, ladder: ladder?, plan_days: plan_days? })
        })
    }
}

impl Read for SectorEntry {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let code = f.need("code").and_then(|node| {
                let sector = Sector::read(&node, f.reader)?;
                f.reader.claim("sector", sector.code(), &node);
                Some(sector)
            });
            let high_hazard = f.flag("high_hazard");
            Some(Self { code: code?, high_hazard: high_hazard? })
        })
    }
}

impl Read for Phase {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let (code, title, until) = (f.code("phase"), f.required("title"), f.required("until"));
            Some(Self { code: code?, title: title?, until: until? })
        })
    }
}

/// The phases follow each other without a gap, and the last ends with the action.
fn phases(f: &mut Fields<'_, '_, '_>) -> Option<Vec<Phase>> {
    let phases = f.elements::<Phase>("phase")?;
    let action = f.reader.action;
    let last = phases.len() - 1;
    let mut before: Option<NaiveDate> = None;
    for (index, (node, phase)) in phases.iter().enumerate() {
        let Some(until) = phase.as_ref().map(|phase| phase.until) else { continue };
        let wrong = match (before, action) {
            (Some(before), _) if until <= before => Some(format!("`until` is {until}, but the phase before lasts until {before}: phases may not overlap")),
            (_, Some((_, ends_on))) if index == last && until != ends_on => {
                Some(format!("the last phase ends on {until}; it must end with the action, on {ends_on}"))
            }
            (_, Some((begins_on, ends_on))) if !(begins_on..=ends_on).contains(&until) => {
                Some(format!("`until` is {until}, outside the action ({begins_on} to {ends_on})"))
            }
            _ => None,
        };
        match wrong {
            Some(message) => f.reader.fault(&until_of(node), message),
            // Only a right date is what the next is measured against.
            None => before = Some(until),
        }
    }
    all(phases)
}

/// The place of a phase's `until`.
fn until_of<'t>(phase: &Node<'t>) -> Node<'t> {
    let until = phase.value.as_table().and_then(|table| table.get("until"));
    until.map_or_else(|| phase.clone(), |until| Node { value: until.get_ref(), span: until.span(), path: format!("{}.until", phase.path) })
}

impl Fields<'_, '_, '_> {
    /// Tells if the key `ladder` names a ladder that there is not.
    pub fn known_ladder(&mut self, ladder: &str) {
        let known = self.reader.known("ladder");
        // Without any ladder, its absence has been told once.
        if !known.is_empty() && !known.contains(&ladder) {
            let message = format!("unknown ladder \"{ladder}\"; known: {}", known.join(", "));
            self.fault("ladder", message);
        }
    }

    /// Tells if a date at a key is outside the action.
    pub fn within_action(&mut self, key: &str, date: NaiveDate) {
        if let Some((begins_on, ends_on)) = self.reader.action.filter(|(begins_on, ends_on)| !(begins_on..=ends_on).contains(&&date)) {
            self.fault(key, format!("`{key}` is {date}, outside the action ({begins_on} to {ends_on})"));
        }
    }
}
