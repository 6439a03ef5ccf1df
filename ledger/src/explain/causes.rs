//! The sentences about what set a window off: an accident alert or a key period.

use chrono::NaiveDate;
use redline_domain::{Language, key_period, rulebook::Evidence};
use redline_entity::window;

use super::{facts::Facts, say};
use crate::evidence::judge;

/// How many days without the head are told by their dates.
const TOLD: usize = 10;

/// What a window is about.
pub(super) fn about(facts: &Facts, window: &window::Model, language: Language) -> Option<String> {
    let cause = window.cause_id?;
    if let Some(alert) = facts.alerts.get(&cause) {
        let (title, on, issued) = (&alert.title, alert.happened_on, alert.issued_on);
        return Some(say!(
            language,
            "所涉事故警示：“{title}”（{on} 发生，{issued} 发布）。",
            "The accident alert concerned: \"{title}\" (the accident was on {on}, the alert of {issued})."
        ));
    }
    let period = facts.key_periods.get(&cause)?;
    let (name, from, until) = (&period.name, period.from_on, period.until_on);
    Some(say!(language, "关键时间节点：“{name}”（{from} 至 {until}）。", "The key period: \"{name}\" ({from} to {until})."))
}

/// The days of a key period for which the record that the head was on duty is missing.
pub(super) fn missing(facts: &Facts, window: &window::Model, asked: &Evidence, language: Language) -> Option<String> {
    let period = window.cause_id.and_then(|cause| facts.key_periods.get(&cause)).filter(|_| matches!(asked, Evidence::OnDuty {}))?;
    let rows = facts.on_duty.get(&window.organization_id).map_or(&[][..], Vec::as_slice);
    let was_there =
        |day: NaiveDate| rows.iter().any(|row| row.key_period_id == period.id && row.day == day && judge::on_duty(row, facts.positions()).is_none());
    let missing = key_period::missing(period.from_on, period.until_on, was_there);
    let (all, lacking) = (key_period::days(period.from_on, period.until_on), missing.len());
    let dates: Vec<String> = missing.iter().take(TOLD).map(NaiveDate::to_string).collect();
    let separator = if language == Language::Zh { "、" } else { ", " };
    let (dates, more) = (dates.join(separator), lacking.saturating_sub(TOLD));
    let more = if more > 0 { say!(language, "等", " and {more} more") } else { String::new() };
    (lacking > 0).then(|| {
        say!(
            language,
            "共 {all} 天，尚缺 {lacking} 天的主要负责人在岗记录：{dates}{more}。",
            "Of {all} days, {lacking} lack the record that the head was on duty: {dates}{more}."
        )
    })
}
