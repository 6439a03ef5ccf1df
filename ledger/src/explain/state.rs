//! The first sentences: how a window stands today.

use chrono::NaiveDate;
use redline_domain::{Language, WindowStatus, rulebook::Rule, window::recorded_late};
use redline_entity::window;

use super::say;
use crate::{Context, window as windows};

/// How a window stands, and what is to be done about it.
pub(super) fn sentences(ctx: &Context, window: &window::Model, status: WindowStatus, rule: &Rule, language: Language) -> Vec<String> {
    let (opens, closes, due, today) = (window.opens_on, window.closes_on, window.due_on, ctx.today());
    let mut text = vec![match status {
        WindowStatus::Upcoming => {
            say!(language, "本期自 {opens} 起，{due} 到期，尚未开始。", "This period begins on {opens} and is due on {due}; it has not begun.")
        }
        WindowStatus::Open => {
            let left = days(due - today, language);
            say!(language, "进行中，{due} 到期，还有{left}。", "Open, due on {due}, in {left}.")
        }
        WindowStatus::DueSoon if today == due => say!(language, "今天（{due}）到期。", "Due today ({due})."),
        WindowStatus::DueSoon => {
            let left = days(due - today, language);
            say!(language, "即将到期：{due} 到期，还有{left}。", "Due soon: on {due}, in {left}.")
        }
        WindowStatus::Overdue => {
            let late = days(today - due, language);
            say!(language, "已逾期：截止日为 {due}，至今逾期{late}。", "Overdue: it was due on {due}, {late} ago.")
        }
        WindowStatus::Fulfilled => {
            let on = window.fulfilled_on.unwrap_or(due);
            say!(language, "已于 {on} 完成，未超过截止日 {due}。", "Fulfilled on {on}; it was due on {due}.")
        }
        WindowStatus::FulfilledLate => {
            let on = window.fulfilled_on.unwrap_or(due);
            let late = days(on - due, language);
            say!(language, "逾期完成：截止日为 {due}，{on} 才完成，晚了{late}。", "Fulfilled late: it was due on {due} and was done on {on}, {late} late.")
        }
        WindowStatus::Excused => {
            let (on, reason) = ended(window, language);
            say!(language, "自 {on} 起免除{reason}。", "Excused from {on} on{reason}.")
        }
        WindowStatus::Superseded if window.cause_id.is_some() => {
            let (on, reason) = ended(window, language);
            say!(language, "事由已撤销，自 {on} 起不再要求{reason}。", "What it was about was withdrawn; it is no longer owed from {on} on{reason}.")
        }
        WindowStatus::Superseded => {
            let (on, reason) = ended(window, language);
            say!(
                language,
                "单位分类变更后，本期自 {on} 起不再适用，按新的周期履职{reason}。",
                "The organization was classified anew, so this period no longer applies from {on} on; the new cadence takes its place{reason}."
            )
        }
    }];
    if matches!(status, WindowStatus::Upcoming | WindowStatus::Open | WindowStatus::DueSoon | WindowStatus::Overdue) {
        if opens != closes && status != WindowStatus::Upcoming {
            text.push(say!(language, "计入期间为 {opens} 至 {closes}。", "What is done from {opens} to {closes} counts."));
        }
        text.push(match language {
            Language::Zh => format!("应办：{}", rule.action.zh),
            Language::En => format!("To do: {}", rule.action.en),
        });
    }
    let facts = windows::facts(ctx.site.zone, window);
    if recorded_late(&facts)
        && let Some(recorded) = facts.fulfilled_recorded_on
    {
        text.push(say!(
            language,
            "补录：该履职记录于 {recorded} 才登记，晚于截止日 {due}；此标记长期保留。",
            "Recorded late: it was recorded only on {recorded}, after it was due on {due}. That stays visible."
        ));
    }
    text
}

fn ended(window: &window::Model, language: Language) -> (NaiveDate, String) {
    let reason = window.ended_reason.as_deref().map(|reason| reason.trim().trim_end_matches(['。', '.'])).filter(|reason| !reason.is_empty());
    let reason = reason.map(|reason| say!(language, "，原因：{reason}", "; reason: {reason}")).unwrap_or_default();
    (window.ended_on.unwrap_or(window.due_on), reason)
}

/// A number of days in words.
fn days(span: chrono::TimeDelta, language: Language) -> String {
    match (language, span.num_days()) {
        (Language::Zh, days) => format!(" {days} 天"),
        (Language::En, 1) => "1 day".to_owned(),
        (Language::En, days) => format!("{days} days"),
    }
}
