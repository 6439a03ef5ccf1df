//! What happened to a hazard (办理过程), from the ledger.

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{FoundBy, HazardGrade, Language, SupervisionLevel, SuspensionExtent, Word, ids::Noun};
use redline_entity::ledger_event;
use serde_json::Value;

use crate::graphql::{ask::Ask, id, participant::Participant};

/// Something that happened to a hazard (办理记录).
pub struct TimelineEntry(pub ledger_event::Model);

/// Something that happened to a hazard (办理记录).
#[Object]
impl TimelineEntry {
    /// The identifier of the ledger event (留痕编号).
    async fn id(&self) -> ID {
        id::give(Noun::LedgerEvent, self.0.id)
    }

    /// What happened, as a stable code (事项代码), e.g. `HAZARD_GRADED`.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// What happened, in a few words (事项).
    async fn label(&self, ctx: &Context<'_>) -> String {
        let (zh, en) = named(&self.0.action).unwrap_or((&self.0.action, &self.0.action));
        in_language(ctx.language(), zh, en).to_owned()
    }

    /// The particulars in words, e.g. the grade and why, what was done, why acceptance was refused (说明).
    async fn text(&self, ctx: &Context<'_>) -> Option<String> {
        particulars(&self.0.action, &self.0.data, ctx.language())
    }

    /// Who did it; none: the program by itself (经办人).
    async fn actor(&self, ctx: &Context<'_>) -> Option<Participant> {
        self.0.actor_id.map(|person| Participant::new(person, ctx.ledger().site.zone.date(self.0.recorded_at)))
    }

    /// When it became true (发生时间).
    async fn true_at(&self) -> DateTime<Utc> {
        self.0.true_at
    }

    /// When it was recorded (登记时间).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }
}

fn named(action: &str) -> Option<(&'static str, &'static str)> {
    Some(match action {
        "HAZARD_REPORTED" => ("上报", "Reported"),
        "HAZARD_GRADED" => ("判定级别", "Graded"),
        "HAZARD_TOLD_REGULATOR" => ("向监管部门报告", "Regulator told"),
        "HAZARD_PLANNED" => ("提交治理方案", "Plan submitted"),
        "HAZARD_PLAN_SUBMITTED" => ("提交治理方案（期限待同意）", "Plan submitted, consent to its deadline asked for"),
        "HAZARD_PLAN_CONSENTED" => ("同意治理方案期限", "Plan's deadline consented to"),
        "HAZARD_PLAN_REFUSED" => ("不同意治理方案期限", "Plan's deadline not consented to"),
        "HAZARD_EXTENSION_REQUESTED" => ("申请延期", "Extension requested"),
        "HAZARD_EXTENSION_REFUSED" => ("不批准延期", "Extension refused"),
        "HAZARD_EXTENSION_LAPSED" => ("延期申请失效", "Request for an extension lapsed"),
        "PRODUCTION_SUSPENDED" => ("停产停业", "Production suspended"),
        "PRODUCTION_RESUMED" => ("恢复生产", "Production resumed"),
        "SUPERVISION_LISTED" => ("挂牌督办", "Listed for supervision"),
        "SUPERVISION_LIFTED" => ("解除挂牌督办", "Supervision lifted"),
        "HAZARD_DEADLINE_SET" => ("确定整改期限", "Deadline set"),
        "HAZARD_EXTENDED" => ("批准延期", "Extension granted"),
        "HAZARD_FIXED_ON_SPOT" => ("当场整改", "Fixed on the spot"),
        "HAZARD_PROGRESS" => ("整改进展", "Progress"),
        "HAZARD_APPLIED" => ("申请验收", "Acceptance applied for"),
        "HAZARD_REJECTED" => ("验收不通过", "Acceptance refused"),
        "HAZARD_ACCEPTED" => ("验收销号", "Accepted and closed"),
        "HAZARD_OVERDUE" => ("整改逾期", "Rectification overdue"),
        "HAZARD_ACCEPTANCE_OVERDUE" => ("验收逾期", "Acceptance overdue"),
        "HAZARD_AUDIENCE_MISSING" => ("催办无人接收", "Nobody to be told"),
        _ => return None,
    })
}

fn in_language<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn particulars(action: &str, data: &Value, language: Language) -> Option<String> {
    let text = |name: &str| data.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let word = |zh: &str, en: &str, value: &str| match language {
        Language::Zh => format!("{zh}：{value}"),
        Language::En => format!("{en}: {value}"),
    };
    let again = text("recurrenceOf").map(|_| in_language(language, "一年内复发", "again within a year").to_owned());
    let none_found = data.get("noCriterionFound").and_then(Value::as_bool).unwrap_or(false);
    match action {
        "HAZARD_REPORTED" => {
            let found_by: FoundBy = text("foundBy")?.parse().ok()?;
            Some(std::iter::once(found_by.label(language).to_owned()).chain(again).collect::<Vec<_>>().join(in_language(language, "；", "; ")))
        }
        "HAZARD_GRADED" => {
            let grade: HazardGrade = text("grade")?.parse().ok()?;
            let because = text("criterion")
                .map(|code| word("判定标准", "criterion", code))
                .into_iter()
                .chain(none_found.then(|| in_language(language, "未找到对应判定标准", "no criterion found").to_owned()))
                .chain(text("reason").map(|reason| word("理由", "reason", reason)))
                .chain(again);
            Some(std::iter::once(grade.label(language).to_owned()).chain(because).collect::<Vec<_>>().join(in_language(language, "；", "; ")))
        }
        "HAZARD_TOLD_REGULATOR" => text("on").map(str::to_owned),
        "HAZARD_PLANNED" | "HAZARD_PLAN_SUBMITTED" | "HAZARD_DEADLINE_SET" | "HAZARD_OVERDUE" | "HAZARD_ACCEPTANCE_OVERDUE" => {
            text("deadlineOn").map(|day| word("期限", "deadline", day))
        }
        "HAZARD_EXTENDED" => {
            let days = format!("{} → {}", text("from").unwrap_or("…"), text("deadlineOn")?);
            Some(text("reason").map_or(days.clone(), |reason| format!("{days}{}{reason}", in_language(language, "；", "; "))))
        }
        "HAZARD_FIXED_ON_SPOT" | "HAZARD_APPLIED" => text("rectification").map(str::to_owned),
        "HAZARD_PROGRESS" => text("text").map(str::to_owned),
        "HAZARD_REJECTED" => text("reasons").map(str::to_owned),
        _ => measures(action, data, language),
    }
}

/// The particulars of what was done besides the steps of the closed loop.
fn measures(action: &str, data: &Value, language: Language) -> Option<String> {
    let text = |name: &str| data.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let parts: Vec<Option<String>> = match action {
        "HAZARD_PLAN_CONSENTED" | "HAZARD_PLAN_REFUSED" => vec![text("deadlineOn").map(str::to_owned), text("reason").map(str::to_owned)],
        "HAZARD_EXTENSION_REQUESTED" => {
            let days = format!("{} → {}", text("from").unwrap_or("…"), text("until")?);
            vec![Some(days), text("reason").map(str::to_owned), text("interimMeasures").map(str::to_owned)]
        }
        "HAZARD_EXTENSION_REFUSED" | "HAZARD_EXTENSION_LAPSED" => vec![text("until").map(str::to_owned), text("reason").map(str::to_owned)],
        "PRODUCTION_SUSPENDED" | "PRODUCTION_RESUMED" => {
            let extent = text("extent")?.parse().ok().map(|extent: SuspensionExtent| extent.label(language).to_owned());
            let said = ["scope", "reason", "number", "note"].into_iter().map(|name| text(name).map(str::to_owned));
            std::iter::once(extent).chain(said).collect()
        }
        "SUPERVISION_LISTED" | "SUPERVISION_LIFTED" => {
            let level = text("level")?.parse().ok().map(|level: SupervisionLevel| level.label(language).to_owned());
            let said = ["body", "number", "deadlineOn", "requirements", "reason"].into_iter().map(|name| text(name).map(str::to_owned));
            std::iter::once(level).chain(said).collect()
        }
        _ => return None,
    };
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(in_language(language, "；", "; ")))
}
