//! The escalation ladders and their steps.

use super::{
    fields::all,
    reader::{Node, Read, Reader},
};
use crate::rulebook::{Ladder, Step, StepKind};

impl Read for Ladder {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let code = f.code("ladder");
            let steps = f.elements::<Step>("step");
            let mut before: Option<i64> = None;
            for (node, step) in steps.iter().flatten() {
                let Some(day) = step.as_ref().map(day) else { continue };
                if before == Some(day) {
                    f.reader.fault(node, format!("two steps on the same day ({}); give it all its recipients in one", name(day)));
                } else if let Some(before) = before.filter(|before| day < *before) {
                    f.reader
                        .fault(node, format!("the step of {} stands after the step of {}; steps go from the earliest to the last", name(day), name(before)));
                }
                before = before.max(Some(day));
            }
            let steps = steps.and_then(all);
            Some(Self { code: code?, steps: steps? })
        })
    }
}

impl Read for Step {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let kind = f.required::<StepKind>("kind");
            let before = f.optional_number("before", 0..=366);
            let after = f.optional_number("after", 1..=366);
            let misplaced = match (f.has("before"), f.has("after"), kind) {
                (true, true, _) => Some("the step has both `before` and `after`; keep one of them".to_owned()),
                (false, true, Some(StepKind::Remind)) => Some("a REMIND step stands before the due date; use `before`".to_owned()),
                (true, false, Some(kind)) if kind != StepKind::Remind => Some(format!("a step of kind {kind} stands after the due date; use `after`")),
                _ => None,
            };
            let placed = misplaced.is_none() && (f.has("before") || f.has("after"));
            match misplaced {
                Some(message) => f.fault(if f.has("after") { "after" } else { "before" }, message),
                None if !placed => f.missing("before", " or `after`: the step has no day"),
                None => {}
            }
            let to = f.words("to");
            let proposes = f.optional("proposes");
            // A step without its proper day is left out, so that the order of the others is judged alone.
            placed.then_some(())?;
            Some(Self { kind: kind?, before: before?, after: after?, to: to?, proposes: proposes? })
        })
    }
}

/// Where a step stands, the due date being 0.
fn day(step: &Step) -> i64 {
    step.after.map_or(-i64::from(step.before.unwrap_or_default()), i64::from)
}

fn name(day: i64) -> String {
    format!("{} {} {}", day.abs(), if day.abs() == 1 { "day" } else { "days" }, if day > 0 { "after" } else { "before" })
}
