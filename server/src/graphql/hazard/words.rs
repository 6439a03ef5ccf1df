//! What the API says of hazards in sentences.

use redline_domain::{
    HazardGrade, HazardState, Language, Word,
    permission::{Action, Relation, Who, who},
};
use redline_entity::hazard;

/// Who may accept a hazard, read from the table of rights, so that the sentence is never at odds with it.
pub fn who_may_accept(hazard: &hazard::Model, rectifier: Option<&str>, language: Language) -> String {
    if hazard.state == HazardState::Closed {
        return say(language, "已验收销号。", "It has been accepted and is closed.");
    }
    let action = match hazard.grade {
        Some(HazardGrade::General) => Action::AcceptGeneral,
        Some(HazardGrade::Major) => Action::AcceptMajor,
        None => return say(language, "尚未判定级别；判定后确定由谁验收。", "It is not graded yet; the grade decides who may accept it."),
    };
    let bodies: Vec<&str> = Relation::ALL.iter().filter(|&&relation| who(action, relation) != Who::Nobody).map(|relation| relation.label(language)).collect();
    let major = action == Action::AcceptMajor;
    match language {
        Language::Zh => {
            let grade = if major { "重大隐患" } else { "一般隐患" };
            let due = hazard.acceptance_due_on.map(|due| format!("应在 {due} 前验收。")).unwrap_or_default();
            let except = rectifier.map_or_else(|| "参与整改的人员不能验收。".to_owned(), |name| format!("{name}等参与整改的人员不能验收。"));
            format!("{grade}可由以下单位的负责人或安全管理人员验收：{}。{except}{due}", bodies.join("、"))
        }
        Language::En => {
            let grade = if major { "A major hazard" } else { "A general hazard" };
            let due = hazard.acceptance_due_on.map(|due| format!(" It is due by {due}.")).unwrap_or_default();
            let except = rectifier.map_or_else(
                || "Nobody who took part in the rectification may do so.".to_owned(),
                |name| format!("Nobody who took part in the rectification may do so: not {name}."),
            );
            format!("{grade} is accepted by the head, a deputy or safety officer of one of these: {}. {except}{due}", bodies.join("; "))
        }
    }
}

fn say(language: Language, zh: &str, en: &str) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
    }
}
