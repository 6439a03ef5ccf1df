//! What may be done to a hazard besides the steps of its life: an extension (延期), a suspension of production (停产停业) and
//! listed supervision (挂牌督办). Who may do so at all is for [`crate::permission`].

use chrono::NaiveDate;

use super::{HazardGrade, HazardState};
use crate::{Refusal, Word, words};

const CLAUSE: &str = "2.1.1";
/// The clause that asks the safety office for supervised rectification.
const SUPERVISED: &str = "2.3.5";

words! {
    /// What a supervisor says to a plan with a long deadline (治理方案期限的同意情况).
    PlanConsent {
        NotNeeded = "NOT_NEEDED", "无需同意", "Not needed";
        Asked = "ASKED", "待同意", "Asked";
        Given = "GIVEN", "已同意", "Given";
        Refused = "REFUSED", "不同意", "Refused";
        Lapsed = "LAPSED", "已失效", "Lapsed: another step was taken meanwhile";
    }
}

impl PlanConsent {
    /// With a plan in force: no consent was needed, or it was given.
    pub const IN_FORCE: [Self; 2] = [Self::NotNeeded, Self::Given];

    /// Whether the plan is in force.
    pub fn is_in_force(self) -> bool {
        Self::IN_FORCE.contains(&self)
    }
}

words! {
    /// What became of a request for an extension (延期申请状态).
    ExtensionState {
        Requested = "REQUESTED", "已申请", "Requested";
        Granted = "GRANTED", "已批准", "Granted";
        Refused = "REFUSED", "未批准", "Refused";
        Lapsed = "LAPSED", "已失效", "Lapsed: the hazard was closed";
    }
}

words! {
    /// How much of the production is suspended (停产范围).
    SuspensionExtent {
        Part = "PART", "局部停产停业", "In part";
        Whole = "WHOLE", "全部停产停业", "In whole";
    }
}

words! {
    /// At which level a hazard is listed for supervision (督办级别).
    SupervisionLevel {
        Town = "TOWN", "镇级", "Town";
        County = "COUNTY", "旗县级", "County";
        City = "CITY", "盟市级", "City";
        Region = "REGION", "自治区级", "Region";
    }
}

/// The first day that is an extension at all: later than the deadline, and not over yet.
pub fn first_day_of_extension(in_force: NaiveDate, today: NaiveDate) -> NaiveDate {
    in_force.succ_opt().unwrap_or(in_force).max(today)
}

/// A request for an extension (延期申请) as it is handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtensionRequest {
    /// The new deadline.
    pub until: NaiveDate,
    /// Why (延期理由).
    pub reason: String,
    /// What keeps it safe meanwhile (临时管控措施).
    pub interim_measures: String,
}

impl ExtensionRequest {
    /// Whether it says all that it must.
    ///
    /// # Errors
    /// All that is wrong at once: `EXTENSION_NOT_LATER`, `EXTENSION_ELEMENT_MISSING` for each missing element.
    pub fn check(&self, in_force: NaiveDate, today: NaiveDate) -> Result<(), Vec<Refusal>> {
        let mut refusals: Vec<Refusal> = check_extension(in_force, self.until, today, "until").err().into_iter().collect();
        for (text, field, zh, en) in [
            (&self.reason, "reason", "延期理由", "the reason"),
            (&self.interim_measures, "interimMeasures", "延期期间的临时管控措施", "the interim measures that keep it safe until then"),
        ] {
            if text.trim().is_empty() {
                let refusal = Refusal::new("EXTENSION_ELEMENT_MISSING", format!("延期申请缺少{zh}。"), format!("The request lacks {en}."));
                refusals.push(refusal.field(field).clause(CLAUSE));
            }
        }
        if refusals.is_empty() { Ok(()) } else { Err(refusals) }
    }
}

/// Whether a new deadline is an extension.
///
/// # Errors
/// `EXTENSION_NOT_LATER`, naming `field`.
pub fn check_extension(in_force: NaiveDate, until: NaiveDate, today: NaiveDate, field: &str) -> Result<(), Refusal> {
    let first = first_day_of_extension(in_force, today);
    if until >= first {
        return Ok(());
    }
    let zh = format!("延期后的期限应为 {first} 或以后（现期限为 {in_force}）。");
    let en = format!("The new deadline must be {first} or later (now it is {in_force}).");
    Err(Refusal::new("EXTENSION_NOT_LATER", zh, en).field(field).clause(CLAUSE))
}

/// Who suspends or resumes production.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The enterprise itself.
    Enterprise,
    /// A regulator of it, or the safety office.
    Supervisor,
}

/// Whether production may be suspended because of a hazard: while it is open, and once only; in whole after in part.
///
/// # Errors
/// `HAZARD_CLOSED`, `ALREADY_SUSPENDED`, naming `extent`.
pub fn check_suspension(state: HazardState, running: Option<SuspensionExtent>, extent: SuspensionExtent) -> Result<(), Refusal> {
    check_open(state)?;
    match (running, extent) {
        (None, _) | (Some(SuspensionExtent::Part), SuspensionExtent::Whole) => Ok(()),
        (Some(running), _) => {
            let (zh, en) = (running.zh(), running.en());
            let zh = format!("因该隐患已处于“{zh}”，不能重复作出；局部停产停业可以扩大为全部停产停业。");
            let en = format!("Production is suspended for this hazard already ({en}); what can still be done is to suspend it in whole after in part.");
            Err(Refusal::new("ALREADY_SUSPENDED", zh, en).field("extent").clause(CLAUSE))
        }
    }
}

/// Whether production may be resumed: after its hazard was closed by acceptance, by those who suspended it.
///
/// # Errors
/// `RESUMPTION_BEFORE_ACCEPTANCE`, `SUPERVISOR_RESUMES`, `ENTERPRISE_RESUMES`.
pub fn check_resumption(state: HazardState, suspended_by: By, resumed_by: By) -> Result<(), Refusal> {
    if state != HazardState::Closed {
        let zh =
            format!("隐患处于“{}”状态，尚未验收销号，不能恢复生产；重大事故隐患排除并经审查同意后，方可恢复生产经营（安全生产法第六十五条）。", state.zh());
        let en = format!(
            "The hazard is in the state \"{}\" and not closed by acceptance, so production cannot be resumed; right would be after its acceptance (Work Safety Law, article 65).",
            state.en()
        );
        return Err(Refusal::new("RESUMPTION_BEFORE_ACCEPTANCE", zh, en).clause(CLAUSE));
    }
    let refuse = |code, zh: &str, en: &str| Err(Refusal::new(code, zh, en).clause(CLAUSE));
    match (suspended_by, resumed_by) {
        (By::Supervisor, By::Enterprise) => refuse(
            "SUPERVISOR_RESUMES",
            "停产停业由监管部门责令，应由行业监管单位或镇安委办决定恢复生产。",
            "A supervisor ordered the suspension; production is resumed by a regulator of the enterprise or the safety office.",
        ),
        (By::Enterprise, By::Supervisor) => refuse(
            "ENTERPRISE_RESUMES",
            "停产停业由企业自行决定，应由企业自行恢复生产。",
            "The enterprise suspended production by itself; right would be that it resumes it by itself.",
        ),
        (By::Supervisor, By::Supervisor) | (By::Enterprise, By::Enterprise) => Ok(()),
    }
}

/// Whether a hazard may be listed for supervision (挂牌督办).
///
/// # Errors
/// `HAZARD_CLOSED`, `ONLY_MAJOR`.
pub fn check_listing(state: HazardState, grade: Option<HazardGrade>) -> Result<(), Refusal> {
    check_open(state)?;
    if grade == Some(HazardGrade::Major) {
        return Ok(());
    }
    let zh = format!("只有重大隐患可以挂牌督办，该隐患为“{}”；应先判定级别。", grade.map_or("尚未判定级别", HazardGrade::zh));
    let en = format!(
        "Only a major hazard is listed for supervision; this one is: {}. Right would be to grade it first.",
        grade.map_or("not graded yet", HazardGrade::en)
    );
    Err(Refusal::new("ONLY_MAJOR", zh, en).field("hazardId").clause(SUPERVISED))
}

/// Whether a deadline of listed supervision (督办期限) is one: not past, and not after the deadline of the rectification, unless
/// that has passed already, which is why many a hazard is listed.
///
/// # Errors
/// `SUPERVISION_DEADLINE_PAST`, `SUPERVISION_DEADLINE_LATE`, naming `deadline`.
pub fn check_supervision_deadline(deadline: NaiveDate, rectification: Option<NaiveDate>, today: NaiveDate) -> Result<(), Refusal> {
    let refuse = |code, zh: String, en: String| Err(Refusal::new(code, zh, en).field("deadline").clause(SUPERVISED));
    if deadline < today {
        let zh = format!("督办期限（{deadline}）不能早于今天（{today}）。");
        return refuse("SUPERVISION_DEADLINE_PAST", zh, format!("The deadline of the supervision ({deadline}) cannot lie before today ({today})."));
    }
    match rectification.filter(|&rectification| today <= rectification && rectification < deadline) {
        None => Ok(()),
        Some(latest) => {
            let zh = format!("督办期限（{deadline}）不能晚于整改期限，应在 {today} 至 {latest} 之间。");
            let en = format!("The deadline of the supervision ({deadline}) cannot be after that of the rectification; right would be {today} to {latest}.");
            refuse("SUPERVISION_DEADLINE_LATE", zh, en)
        }
    }
}

fn check_open(state: HazardState) -> Result<(), Refusal> {
    if state != HazardState::Closed {
        return Ok(());
    }
    let zh = "该隐患已验收销号；如再次发现，应另行上报。";
    let en = "This hazard is accepted and closed; found again, it is reported as a new one.";
    Err(Refusal::new("HAZARD_CLOSED", zh, en).field("hazardId").clause(CLAUSE))
}

#[cfg(test)]
mod tests;
