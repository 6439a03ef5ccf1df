//! The sentences about records: what counts, what is missing, what was seen and does not count.

use redline_domain::{
    Language, RecordKind, WindowStatus,
    rulebook::{Cadence, Evidence, Rule},
};
use redline_entity::{evidence, window};

use super::{
    Explanation, causes,
    facts::{Facts, in_period},
    reach, reasons, say,
    seen::{Seen, asked_for, lower, seen},
};
use crate::{Context, evidence::judge::Why};

/// How many records are told of one sort; of more only the number.
const TOLD: usize = 5;

/// Adds the sentences about records to an explanation.
pub(super) fn add(ctx: &Context, facts: &Facts, window: &window::Model, rule: &Rule, language: Language, explanation: &mut Explanation) {
    let clause = rule.clauses.first().map_or("", String::as_str);
    let links: &[evidence::Model] = facts.links.get(&window.id).map_or(&[], Vec::as_slice);
    explanation.records = links.iter().map(|link| (link.record_kind, link.record_id)).collect();
    explanation.records.dedup();
    let lacking = matches!(explanation.status, WindowStatus::Open | WindowStatus::DueSoon | WindowStatus::Overdue);
    explanation.text.extend(causes::about(facts, window, language));
    for (requirement, asked) in rule.evidence.iter().enumerate() {
        let linked: Vec<&evidence::Model> = links.iter().filter(|link| usize::try_from(link.requirement) == Ok(requirement)).collect();
        let all = seen(facts, window, asked);
        hazard(facts, window, asked, &linked, language, &mut explanation.text);
        counted(facts, window, &all, &linked, language, &mut explanation.text);
        if lacking && linked.is_empty() && rule.evidence.len() > 1 {
            let missing = asked_for(asked, language);
            explanation.text.push(say!(language, "尚缺：{missing}。", "Missing: {missing}."));
        }
        if let Some((reach, sentence)) = reach::reach(facts, window, asked, ctx.today(), language) {
            explanation.coverage = Some(reach);
            explanation.text.push(sentence);
        }
        let rest: Vec<&Seen> = all.iter().filter(|seen| !linked.iter().any(|link| link.record_id == seen.id)).collect();
        if lacking || explanation.status == WindowStatus::FulfilledLate {
            other_kinds(window, asked, &rest, clause, language, explanation);
            not_meeting(facts, window, &rest, clause, language, explanation);
        }
        if lacking {
            explanation.text.extend(causes::missing(facts, window, asked, language));
            if matches!(asked, Evidence::ResponsibilityList { per_deputy: true, .. }) {
                explanation.text.push(reach::deputies(facts, window, asked, ctx.today(), language));
            }
            meeting_elsewhere(facts, window, rule, asked, &rest, language, explanation);
        }
    }
}

/// The records that count.
fn counted(facts: &Facts, window: &window::Model, all: &[Seen], linked: &[&evidence::Model], language: Language, text: &mut Vec<String>) {
    let counted: Vec<&Seen> = linked.iter().filter_map(|link| all.iter().find(|seen| seen.id == link.record_id)).collect();
    for seen in counted.iter().take(TOLD) {
        let the = reasons::the(facts, window, seen, language);
        let (the, on) = (if language == Language::En { lower(&the) } else { the }, seen.done_on);
        text.push(match (seen.kind, seen.leader) {
            (RecordKind::ResponsibilityList, _) => say!(language, "计入：{the}，{on} 全部确认。", "Counted: {the}, complete on {on}."),
            (RecordKind::Inspection, Some(leader)) => {
                let name = facts.name(leader);
                say!(language, "计入：{the}，带队人{name}。", "Counted: {the}, led by {name}.")
            }
            (RecordKind::OnDuty, Some(person)) => {
                let name = facts.name(person);
                say!(language, "计入：{the}，{name}在岗。", "Counted: {the}, {name} on duty.")
            }
            (_, Some(leader)) => {
                let name = facts.name(leader);
                say!(language, "计入：{the}，主持人{name}。", "Counted: {the}, led by {name}.")
            }
            (_, None) => say!(language, "计入：{the}。", "Counted: {the}."),
        });
    }
    more(counted.len(), language, text);
}

/// The hazard that an event duty is about.
fn hazard(facts: &Facts, window: &window::Model, asked: &Evidence, linked: &[&evidence::Model], language: Language, text: &mut Vec<String>) {
    let Some(hazard) = window.hazard_id.and_then(|id| facts.hazards.get(&id)) else { return };
    let mut what: String = hazard.description.chars().take(60).collect();
    if what != hazard.description {
        what.push('…');
    }
    let asked = asked_for(asked, language);
    text.push(match linked.first() {
        Some(link) => {
            let on = link.done_on;
            say!(language, "计入：隐患“{what}”的{asked}，{on} 完成。", "Counted: the {asked} for the hazard \"{what}\", done on {on}.")
        }
        None => {
            let graded = hazard.graded_on.map(|on| say!(language, "，{on} 判定为重大", ", graded major on {on}")).unwrap_or_default();
            say!(language, "所涉隐患：“{what}”{graded}。", "The hazard concerned: \"{what}\"{graded}.")
        }
    });
}

/// Inspections of a kind that was not asked for, one sentence for each kind.
fn other_kinds(window: &window::Model, asked: &Evidence, rest: &[&Seen], clause: &str, language: Language, explanation: &mut Explanation) {
    let mut kinds: Vec<(&Seen, usize)> = Vec::new();
    for seen in rest.iter().filter(|seen| seen.why == Some(Why::OtherKind) && in_period(window, seen.counts_on)) {
        explanation.not_counted.push((seen.kind, seen.id));
        match kinds.iter_mut().find(|(known, _)| known.what == seen.what) {
            Some((latest, count)) => (*latest, *count) = (seen, *count + 1),
            None => kinds.push((seen, 1)),
        }
    }
    let wanted = asked_for(asked, language);
    for (latest, count) in kinds {
        let (kind, on) = (latest.what.say(language), latest.done_on);
        explanation.text.push(say!(
            language,
            "本期另有{kind} {count} 次（最近一次 {on}），不属于{wanted}，不计入（{clause}）。",
            "Also seen in this period: {kind}, {count} in all, the latest on {on}. That is not what is asked for ({wanted}); it does not count ({clause})."
        ));
    }
}

/// Records of the kind asked for that do not meet the requirement.
fn not_meeting(facts: &Facts, window: &window::Model, rest: &[&Seen], clause: &str, language: Language, explanation: &mut Explanation) {
    let late = explanation.status == WindowStatus::Overdue;
    let concerns =
        |seen: &Seen| in_period(window, seen.counts_on) || (late && seen.done_on > window.due_on) || (late && seen.kind == RecordKind::ResponsibilityList);
    let short: Vec<(&Seen, &Why)> =
        rest.iter().filter(|seen| concerns(seen)).filter_map(|&seen| seen.why.as_ref().filter(|why| **why != Why::OtherKind).map(|why| (seen, why))).collect();
    explanation.not_counted.extend(short.iter().map(|(seen, _)| (seen.kind, seen.id)));
    for (seen, why) in &short[short.len().saturating_sub(TOLD)..] {
        explanation.text.push(reasons::sentence(facts, window, seen, why, clause, language));
    }
    more(short.len(), language, &mut explanation.text);
}

/// Records that meet the requirement and count elsewhere: of another period, or making good an earlier one.
fn meeting_elsewhere(facts: &Facts, window: &window::Model, rule: &Rule, asked: &Evidence, rest: &[&Seen], language: Language, explanation: &mut Explanation) {
    // These count only together with others, of which another sentence tells.
    let together = matches!(
        asked,
        Evidence::Activity { names_every_enterprise: true, .. }
            | Evidence::Inspection { covers_every_contract: true, .. }
            | Evidence::ResponsibilityList { per_deputy: true, .. }
    );
    if window.cause_id.is_some() {
        // What speaks of another alert or key period says so itself.
        return;
    }
    let good: Vec<&Seen> = rest.iter().copied().filter(|seen| seen.why.is_none()).collect();
    if together {
        explanation.not_counted.extend(good.iter().map(|seen| (seen.kind, seen.id)));
        return;
    }
    let (opens, closes) = (window.opens_on, window.closes_on);
    if matches!(asked, Evidence::Report { .. }) {
        let recurs = matches!(rule.cadence, Cadence::Every { .. });
        let misdated = good.iter().filter(|seen| seen.done_on >= opens && !in_period(window, seen.counts_on) && (!recurs || seen.done_on <= closes));
        if let Some(seen) = misdated.max_by_key(|seen| seen.done_on) {
            let the = reasons::the(facts, window, seen, language);
            explanation.not_counted.push((seen.kind, seen.id));
            explanation.text.push(say!(
                language,
                "{the}不在本期（{opens} 至 {closes}）内，不计入；请按本期内的日期报送。",
                "{the} is outside this period ({opens} to {closes}) and does not count; submit one about a day within it."
            ));
        }
        return;
    }
    if let Some(seen) = good.iter().rev().find(|seen| seen.done_on > window.due_on) {
        let the = reasons::the(facts, window, seen, language);
        explanation.not_counted.push((seen.kind, seen.id));
        explanation.text.push(say!(
            language,
            "{the}已用于补办更早逾期的一期，一条记录只补办一期，不再计入本期。",
            "{the} makes good an earlier overdue period. A record makes good one only, so it does not count for this one."
        ));
    }
    if let Some(seen) = good.iter().rev().find(|seen| seen.done_on < opens) {
        let the = reasons::the(facts, window, seen, language);
        explanation.not_counted.push((seen.kind, seen.id));
        explanation.text.push(say!(
            language,
            "{the}早于本期首日 {opens}，不计入本期。",
            "{the} was before this period began on {opens}; it does not count for it."
        ));
    }
}

/// That there are more than were told.
fn more(all: usize, language: Language, text: &mut Vec<String>) {
    if let Some(more @ 1..) = all.checked_sub(TOLD) {
        text.push(say!(language, "同类记录另有 {more} 条，详见记录列表。", "Of this sort there are more ({more}); see the list of records."));
    }
}
