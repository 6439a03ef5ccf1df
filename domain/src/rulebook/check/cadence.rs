//! How often a rule is owed.

use chrono::NaiveDate;

use super::{
    fields::{Fields, all},
    reader::{Node, Read, Reader},
};
use crate::{
    Period,
    rulebook::{Cadence, OnceDate, Trigger},
};

impl Read for Cadence {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| match f.tag("type", &["every", "once", "each_phase", "event", "standing"])? {
            "every" => every(f),
            "once" => once(f),
            "each_phase" => Some(Self::EachPhase),
            "event" => event(f),
            _ => Some(Self::Standing),
        })
    }
}

fn every(f: &mut Fields<'_, '_, '_>) -> Option<Cadence> {
    let period = f.required::<Period>("period");
    let high_hazard = f.optional::<Period>("high_hazard");
    let due_day_of_next_month = f.optional_number("due_day_of_next_month", 1..=28);
    if let (Some(period), Some(Some(high_hazard))) = (period, high_hazard)
        && period == high_hazard
    {
        f.fault("high_hazard", format!("`high_hazard` is {period}, as `period` is; leave it out"));
    }
    let weekly = period == Some(Period::Week) || high_hazard.flatten() == Some(Period::Week);
    if weekly && matches!(due_day_of_next_month, Some(Some(_))) {
        f.fault("due_day_of_next_month", "a week is due on its last day; leave `due_day_of_next_month` out");
    }
    Some(Cadence::Every { period: period?, high_hazard: high_hazard?, due_day_of_next_month: due_day_of_next_month? })
}

fn event(f: &mut Fields<'_, '_, '_>) -> Option<Cadence> {
    let on = f.required::<Trigger>("on");
    let days = f.optional_number("days", 1..=366);
    match (on, f.has("days")) {
        (Some(Trigger::KeyPeriod), true) => f.fault("days", "a key period names its own days; leave `days` out"),
        (Some(trigger @ (Trigger::MajorHazardGraded | Trigger::AccidentAlert)), false) => {
            f.missing("days", &format!(": within how many days of {trigger}"));
        }
        _ => {}
    }
    Some(Cadence::Event { on: on?, days: days? })
}

fn once(f: &mut Fields<'_, '_, '_>) -> Option<Cadence> {
    let dates = f.elements::<OnceDate>("dates")?;
    let mut before: Option<NaiveDate> = None;
    for (node, date) in &dates {
        let Some(date) = date else { continue };
        if let Some(before) = before {
            match date.opens_on {
                // Two windows of one duty that open on the same day could not be told apart.
                None => f.reader.fault(node, "missing key `opens_on`: only the first date may open with the duty"),
                Some(opens_on) if opens_on <= before => {
                    f.reader.fault(node, format!("the date opens on {opens_on}, but the one before is due on {before}; dates go in order and may not overlap"));
                }
                Some(_) => {}
            }
        }
        before = before.max(Some(date.by));
    }
    Some(Cadence::Once { dates: all(dates)? })
}

impl Read for OnceDate {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let opens_on = f.optional::<NaiveDate>("opens_on");
            let by = f.required::<NaiveDate>("by");
            if let Some(opens_on) = opens_on.flatten() {
                f.within_action("opens_on", opens_on);
                if let Some(by) = by.filter(|by| *by < opens_on) {
                    f.fault("by", format!("the date is due on {by}, before it opens on {opens_on}"));
                }
            }
            if let Some(by) = by {
                f.within_action("by", by);
            }
            Some(Self { opens_on: opens_on?, by: by? })
        })
    }
}
