//! Whether an inspection counts as led by the head (主要负责人带队检查).

use async_graphql::SimpleObject;
use redline_domain::{InspectionKind, Language, Position, RecordState, Word};
use redline_entity::inspection;

/// Whether an inspection counts as led by the head, clause 2.1.1 (主要负责人带队认定).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct HeadLed {
    /// Whether it does (是否认定).
    pub counts: bool,
    /// Why, or why not (理由).
    pub reason: String,
}

impl HeadLed {
    /// What is to be said of an inspection whose leader held these positions that day in the inspecting organization.
    pub fn of(inspection: &inspection::Model, leader: &str, held: &[Position], language: Language) -> Self {
        let on = inspection.occurred_on;
        let no = |zh: String, en: String| Self { counts: false, reason: say(language, zh, en) };
        if inspection.kind != InspectionKind::HeadLed {
            return no(
                format!("登记为“{}”，不是主要负责人带队检查。", inspection.kind.zh()),
                format!("It was recorded as another kind ({}), not as a head-led inspection.", inspection.kind.en()),
            );
        }
        if !held.contains(&Position::Head) {
            let (zh, en) = match held.first() {
                Some(position) => (format!("当日任{}", position.zh()), format!("held another position that day ({})", position.en())),
                None => ("当日在本单位没有任职".to_owned(), "held no position there that day".to_owned()),
            };
            return no(
                format!("带队人{leader}{zh}，{on} 当日不是主要负责人；应由当日在任的主要负责人带队。"),
                format!("{leader}, who led it, {en} and was not the head on {on}; it counts only if the head in office on that day leads it."),
            );
        }
        match inspection.state {
            RecordState::Draft => no("尚未签名；签名封存后计入。".to_owned(), "It is not signed yet; it counts once it is signed and sealed.".to_owned()),
            RecordState::Voided => no("已作废，不计入。".to_owned(), "It is voided and does not count.".to_owned()),
            RecordState::Signed => Self {
                counts: true,
                reason: say(
                    language,
                    format!("带队人{leader} {on} 当日任主要负责人，已签名封存。"),
                    format!("{leader}, who led it, was the head on {on}, and it is signed and sealed."),
                ),
            },
        }
    }
}

fn say(language: Language, zh: String, en: String) -> String {
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
