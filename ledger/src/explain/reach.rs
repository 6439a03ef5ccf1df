//! How many of those concerned were reached, and who is missing (覆盖情况).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use redline_domain::{Language, RecordState, rulebook::Evidence};
use redline_entity::{organization, window};
use uuid::Uuid;

use super::{
    Reach,
    facts::{Facts, in_period},
    say,
};
use crate::evidence::{deputies, judge, judge::Positions};

/// How many names of missing enterprises are told.
const NAMED: usize = 5;

/// How far a requirement reaches, with a sentence about it; none where the rule asks for no such thing.
pub(super) fn reach(facts: &Facts, window: &window::Model, asked: &Evidence, today: NaiveDate, language: Language) -> Option<(Reach, String)> {
    let organization = facts.organizations.get(&window.organization_id)?;
    match asked {
        Evidence::Activity { names_every_enterprise: true, .. } => Some(told(facts, window, organization, asked, language)),
        Evidence::Inspection { covers_every_contract: true, .. } => Some(checked(facts, window, asked, today, language)),
        Evidence::Inspection { coverage_shown: true, .. } => Some(inspected(facts, window, organization, asked, language)),
        _ => None,
    }
}

fn told(facts: &Facts, window: &window::Model, organization: &organization::Model, asked: &Evidence, language: Language) -> (Reach, String) {
    let activities = facts.activities.get(&organization.id).into_iter().flatten().filter(|row| judge::activity(asked, row, facts.positions()).is_none());
    let named: BTreeSet<Uuid> = activities.filter_map(|row| facts.named.get(&row.id)).flatten().copied().collect();
    let concerned = facts.concerned_by(organization);
    let until = window.fulfilled_on;
    let concerned: Vec<_> = concerned.into_iter().filter(|it| until.is_none_or(|until| it.joined_on <= until)).collect();
    let missing: Vec<&str> = concerned.iter().filter(|it| !named.contains(&it.id)).map(|it| it.name.as_str()).collect();
    let reach = of(concerned.len() - missing.len(), concerned.len());
    let Reach { reached, all } = reach;
    let missing = list(&missing, "家", language);
    let sentence = if missing.is_empty() {
        say!(language, "本行业企业 {all} 家，宣传记录已列明全部 {reached} 家。", "The publicity records name all {reached} of the {all} enterprises concerned.")
    } else {
        say!(
            language,
            "本行业企业 {all} 家，宣传记录已列明 {reached} 家，尚未列明：{missing}。",
            "The publicity records name {reached} of {all} enterprises; not yet named: {missing}."
        )
    };
    (reach, sentence)
}

fn inspected(facts: &Facts, window: &window::Model, organization: &organization::Model, asked: &Evidence, language: Language) -> (Reach, String) {
    let Evidence::Inspection { kinds, .. } = asked else { return (of(0, 0), String::new()) };
    let visits = facts.inspections.get(&organization.id).into_iter().flatten();
    let visits = visits.filter(|row| row.state == RecordState::Signed && kinds.contains(&row.kind) && in_period(window, row.occurred_on));
    let visited: BTreeSet<Uuid> = visits.map(|row| row.organization_id).collect();
    let concerned = facts.concerned_by(organization);
    let reach = of(concerned.iter().filter(|it| visited.contains(&it.id)).count(), concerned.len());
    let Reach { reached, all } = reach;
    (reach, say!(language, "覆盖情况：应到 {all} 家，本期已到 {reached} 家。", "Coverage: {reached} of {all} visited in this period."))
}

/// Which contracts were checked and which were not: those in force on the day that fulfilled the window, else today.
fn checked(facts: &Facts, window: &window::Model, asked: &Evidence, today: NaiveDate, language: Language) -> (Reach, String) {
    let on = window.fulfilled_on.unwrap_or(today);
    let organization = window.organization_id;
    let contracts: Vec<_> = facts.contracts.get(&organization).into_iter().flatten().filter(|contract| contract.span().in_force(on)).collect();
    if contracts.is_empty() {
        let sentence = say!(
            language,
            "{on} 没有登记在履行的外包外租合同。请先登记合同，再登记检查并列明所查的每份合同；确无外包外租的，请更正单位特征。",
            "No contract with a contractor or tenant in force on {on} is on record. Record the contracts first, then a check that names each of them; if there are none, have the organization's traits corrected."
        );
        return (of(0, 0), sentence);
    }
    let checks = facts.inspections.get(&organization).into_iter().flatten();
    let checks = checks.filter(|row| row.occurred_on <= on && judge::inspection(asked, row, facts.positions()).is_none());
    let named: BTreeSet<Uuid> = checks.filter_map(|row| facts.checked.get(&row.id)).flatten().copied().collect();
    let missing: Vec<&str> = contracts.iter().filter(|contract| !named.contains(&contract.id)).map(|contract| contract.party_name.as_str()).collect();
    let reach = of(contracts.len() - missing.len(), contracts.len());
    let Reach { reached, all } = reach;
    let missing = list(&missing, "份", language);
    let sentence = if missing.is_empty() {
        say!(language, "在履行的外包外租合同 {all} 份，检查记录已列明全部 {reached} 份。", "The checks name all {reached} of the {all} contracts in force.")
    } else {
        say!(
            language,
            "在履行的外包外租合同 {all} 份，检查记录已列明 {reached} 份，尚未检查：{missing}。",
            "The checks name {reached} of {all} contracts in force; not yet checked: {missing}."
        )
    };
    (reach, sentence)
}

/// Which deputy heads have a complete list of their own and which do not.
pub(super) fn deputies(facts: &Facts, window: &window::Model, asked: &Evidence, today: NaiveDate, language: Language) -> String {
    let rows = facts.positions_in(window.organization_id);
    let in_office = deputies::in_office(Positions(&rows), today);
    let lists: Vec<_> = facts.lists.get(&window.organization_id).into_iter().flatten().collect();
    let has_one = |deputy: &Uuid| {
        lists
            .iter()
            .any(|list| list.deputy_id == Some(*deputy) && judge::list(asked, list, facts.coverage.get(&list.id).copied().unwrap_or_default()).is_none())
    };
    let missing: Vec<&str> = in_office.iter().filter(|deputy| !has_one(deputy)).map(|deputy| facts.name(*deputy)).collect();
    let (all, done) = (in_office.len(), in_office.len() - missing.len());
    if all == 0 {
        return say!(
            language,
            "目前没有登记分管负责人；请登记分管负责人，或更正单位特征。",
            "No deputy head is on record; record them, or correct the organization's traits."
        );
    }
    let missing = list(&missing, "名", language);
    say!(
        language,
        "分管负责人共 {all} 名，清单已全部确认的 {done} 名；尚缺：{missing}。",
        "{done} of {all} deputy heads have a complete list; missing: {missing}."
    )
}

fn of(reached: usize, all: usize) -> Reach {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Reach { reached: number(reached), all: number(all) }
}

/// The first few names, and how many there are.
fn list(names: &[&str], unit: &str, language: Language) -> String {
    let (separator, more) = match language {
        Language::Zh => ("、", format!("等 {} {unit}", names.len())),
        Language::En => (", ", format!(" and {} more", names.len().saturating_sub(NAMED))),
    };
    let first = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(separator);
    if names.len() > NAMED { format!("{first}{more}") } else { first }
}
