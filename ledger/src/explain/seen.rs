//! The records of an organization as the explanation of one window sees them.

use chrono::NaiveDate;
use redline_domain::{Language, RecordKind, Word, rulebook::Evidence};
use redline_entity::window;
use uuid::Uuid;

use super::facts::Facts;
use crate::evidence::judge::{self, Why};

/// A record, and whether it meets a requirement.
pub(super) struct Seen {
    pub kind: RecordKind,
    pub id: Uuid,
    /// The day by which it belongs to a period.
    pub counts_on: NaiveDate,
    /// The day on which it was done.
    pub done_on: NaiveDate,
    /// Why it does not meet the requirement; none: it does.
    pub why: Option<Why>,
    /// What it is, in both languages: 企业自查, "self-check".
    pub what: What,
    /// Who led it.
    pub leader: Option<Uuid>,
}

/// What a record is, in words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct What {
    zh: &'static str,
    en: &'static str,
}

impl What {
    pub(super) fn of(word: impl Word) -> Self {
        Self { zh: word.zh(), en: word.en() }
    }

    /// In the middle of a sentence.
    pub(super) fn say(self, language: Language) -> String {
        match language {
            Language::Zh => self.zh.to_owned(),
            Language::En => lower(self.en),
        }
    }
}

/// A name as it stands in the middle of an English sentence.
pub(super) fn lower(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Every record of the window's organization that a requirement might have meant, the earliest first. Of other kinds only
/// inspections are among them: they are what is confused.
pub(super) fn seen(facts: &Facts, window: &window::Model, asked: &Evidence) -> Vec<Seen> {
    let id = &window.organization_id;
    let positions = facts.positions();
    let alert = window.cause_id.and_then(|cause| facts.alerts.get(&cause)).filter(|_| matches!(asked, Evidence::Inspection { cites_alert: true, .. }));
    let mut all: Vec<Seen> = match asked {
        Evidence::Inspection { .. } => facts
            .inspections
            .get(id)
            .into_iter()
            .flatten()
            .map(|row| Seen {
                kind: RecordKind::Inspection,
                id: row.id,
                // One between the accident and the alert answers it too.
                counts_on: if alert.is_some_and(|alert| judge::answers(row, alert).is_none()) { row.occurred_on.max(window.opens_on) } else { row.occurred_on },
                done_on: row.occurred_on,
                why: judge::inspection(asked, row, positions).or_else(|| alert.and_then(|alert| judge::answers(row, alert))),
                what: What::of(row.kind),
                leader: Some(row.leader_id),
            })
            .collect(),
        Evidence::Drill {} => facts
            .drills
            .get(id)
            .into_iter()
            .flatten()
            .map(|row| Seen {
                kind: RecordKind::Drill,
                id: row.id,
                counts_on: row.occurred_on,
                done_on: row.occurred_on,
                why: judge::drill(row),
                what: What::of(RecordKind::Drill),
                leader: row.led_by,
            })
            .collect(),
        Evidence::Activity { .. } => facts
            .activities
            .get(id)
            .into_iter()
            .flatten()
            .map(|row| Seen {
                kind: RecordKind::Activity,
                id: row.id,
                counts_on: row.occurred_on,
                done_on: row.occurred_on,
                why: judge::activity(asked, row, positions),
                what: What::of(row.kind),
                leader: row.led_by,
            })
            .filter(|seen| seen.why != Some(Why::OtherKind))
            .collect(),
        Evidence::Report { .. } => facts
            .reports
            .get(id)
            .into_iter()
            .flatten()
            .map(|row| Seen {
                kind: RecordKind::Report,
                id: row.id,
                counts_on: row.period_on,
                done_on: row.submitted_on,
                why: judge::report(asked, row),
                what: What::of(row.kind),
                leader: None,
            })
            .filter(|seen| seen.why != Some(Why::OtherKind))
            .collect(),
        Evidence::ResponsibilityList { .. } => facts
            .lists
            .get(id)
            .into_iter()
            .flatten()
            .map(|row| Seen {
                kind: RecordKind::ResponsibilityList,
                id: row.id,
                counts_on: row.complete_on.unwrap_or(row.drawn_up_on),
                done_on: row.complete_on.unwrap_or(row.drawn_up_on),
                why: judge::list(asked, row, facts.coverage.get(&row.id).copied().unwrap_or_default()),
                what: What::of(row.kind),
                leader: row.deputy_id,
            })
            .filter(|seen| seen.why != Some(Why::OtherKind))
            .collect(),
        Evidence::OnDuty {} => facts
            .on_duty
            .get(id)
            .into_iter()
            .flatten()
            .filter(|row| Some(row.key_period_id) == window.cause_id)
            .map(|row| Seen {
                kind: RecordKind::OnDuty,
                id: row.id,
                counts_on: row.day,
                done_on: row.day,
                why: judge::on_duty(row, positions),
                what: What::of(RecordKind::OnDuty),
                leader: Some(row.person_id),
            })
            .collect(),
        Evidence::HazardPlan {} | Evidence::HazardReport {} => Vec::new(),
    };
    all.sort_by_key(|seen| (seen.done_on, seen.id));
    all
}

/// What a requirement asks for, in words.
pub(super) fn asked_for(asked: &Evidence, language: Language) -> String {
    let separator = if language == Language::Zh { "或" } else { " or " };
    match asked {
        Evidence::Inspection { kinds, .. } => kinds.iter().map(|&kind| What::of(kind).say(language)).collect::<Vec<_>>().join(separator),
        Evidence::Drill {} => What::of(RecordKind::Drill).say(language),
        Evidence::Activity { kind, .. } => What::of(*kind).say(language),
        Evidence::Report { kind } => What::of(*kind).say(language),
        Evidence::ResponsibilityList { kind, .. } => What::of(*kind).say(language),
        Evidence::HazardPlan {} => if language == Language::Zh { "治理方案" } else { "remediation plan" }.to_owned(),
        Evidence::HazardReport {} => if language == Language::Zh { "向监管部门的报告" } else { "report to the regulator" }.to_owned(),
        Evidence::OnDuty {} => if language == Language::Zh { "在岗记录" } else { "on-duty record" }.to_owned(),
    }
}
