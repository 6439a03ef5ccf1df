//! Contracts with contractors and tenants (外包外租): what clause 2.1.4 asks of each.

use chrono::NaiveDate;

use crate::{Refusal, words};

words! {
    /// What is given away by a contract (合同类别), entrustment and cooperation included.
    ContractKind {
        Contractor = "CONTRACTOR", "外包承包", "Contractor";
        Tenant = "TENANT", "外租承租", "Tenant";
    }
}

/// The span over which a contract binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub since: NaiveDate,
    /// Its last day, if it has one.
    pub until: Option<NaiveDate>,
    /// The first day on which it no longer bound, if it was ended.
    pub ended_on: Option<NaiveDate>,
}

impl Span {
    /// Whether it is in force (在履行) on a day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until) && self.ended_on.is_none_or(|ended| day < ended)
    }
}

/// What clause 2.1.4 asks a contract to have (合同要素), as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elements<'a> {
    /// What kind of contract it is.
    pub kind: ContractKind,
    /// The party's qualification (资质).
    pub qualification: Option<&'a str>,
    /// The day on which the safety agreement (安全生产管理协议) was signed.
    pub safety_agreement_on: Option<NaiveDate>,
    /// Who answers for what (安全生产管理职责).
    pub duties: Option<&'a str>,
}

/// What a contract lacks, each by the name of its input field. A tenant needs no qualification to rent; that he meets the
/// conditions of safe production is part of the duties.
pub fn missing(elements: &Elements<'_>) -> Vec<Refusal> {
    let blank = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
    let mut missing = Vec::new();
    let mut lacks = |field: &str, zh: &str, en: &str| missing.push(Refusal::new("CONTRACT_ELEMENT_MISSING", zh, en).field(field).clause("2.1.4"));
    if elements.kind == ContractKind::Contractor && blank(elements.qualification) {
        lacks(
            "qualification",
            "未填写承包方资质。通知要求重点检查承包方是否取得相应资质；请填写资质名称和证书编号。",
            "The contractor's qualification is missing. The notice asks whether contractors hold the qualification for their work; give its name and number.",
        );
    }
    if elements.safety_agreement_on.is_none() {
        lacks(
            "safetyAgreementOn",
            "未填写安全生产管理协议的签订日期。双方须先签订安全生产管理协议。",
            "The day on which the safety agreement was signed is missing. Both parties have to sign one first.",
        );
    }
    if blank(elements.duties) {
        lacks(
            "duties",
            "未填写双方的安全生产管理职责。请写明各自负责什么，避免职责不清。",
            "The safety duties of both parties are missing. Say who answers for what, so that no duty is left unclear.",
        );
    }
    missing
}

/// Whether a party's qualification lapsed while it is needed: from the contract's first day on, today if that is later, and
/// for a contract that is over, to its last day.
pub fn qualification_lapsed(qualification_until: Option<NaiveDate>, span: &Span, today: NaiveDate) -> bool {
    let needed = span.until.map_or(today, |until| today.min(until)).max(span.since);
    qualification_until.is_some_and(|until| until < needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn lacking(elements: &Elements<'_>) -> Vec<String> {
        missing(elements).into_iter().filter_map(|refusal| refusal.field).collect()
    }

    #[test]
    fn a_contract_is_in_force_from_its_first_day_to_its_last() {
        let span = Span { since: day("2023-06-01"), until: Some(day("2023-06-30")), ended_on: None };
        assert_eq!(["2023-05-31", "2023-06-01", "2023-06-30", "2023-07-01"].map(|on| span.in_force(day(on))), [false, true, true, false]);
        let ended = Span { ended_on: Some(day("2023-06-15")), ..span };
        assert_eq!(["2023-06-14", "2023-06-15"].map(|on| ended.in_force(day(on))), [true, false]);
        assert!(Span { until: None, ..span }.in_force(day("2033-06-01")));
    }

    #[test]
    fn a_qualification_is_needed_from_the_first_day_and_still_today() {
        let span = Span { since: day("2023-06-01"), until: Some(day("2023-12-31")), ended_on: None };
        let lapsed = |until: &str, today: &str| qualification_lapsed(Some(day(until)), &span, day(today));
        assert_eq!(["2023-05-31", "2023-06-01"].map(|until| lapsed(until, "2023-05-22")), [true, false]);
        assert_eq!(["2023-07-09", "2023-07-10"].map(|until| lapsed(until, "2023-07-10")), [true, false]);
        assert_eq!(["2023-12-30", "2023-12-31"].map(|until| lapsed(until, "2024-03-01")), [true, false]);
        assert!(!qualification_lapsed(None, &span, day("2023-07-10")), "without a last day");
    }

    #[test]
    fn what_the_notice_asks_for_is_missed_by_name() {
        let whole = Elements {
            kind: ContractKind::Contractor,
            qualification: Some("建筑机电安装工程专业承包三级"),
            safety_agreement_on: Some(day("2023-01-05")),
            duties: Some("承包方负责作业人员教育，发包方负责现场监护。"),
        };
        assert_eq!(lacking(&whole), [""; 0]);
        assert_eq!(lacking(&Elements { qualification: Some(" "), ..whole }), ["qualification"]);
        assert_eq!(lacking(&Elements { safety_agreement_on: None, ..whole }), ["safetyAgreementOn"]);
        assert_eq!(lacking(&Elements { duties: None, ..whole }), ["duties"]);
        let tenant = Elements { kind: ContractKind::Tenant, qualification: None, ..whole };
        assert_eq!(lacking(&tenant), [""; 0], "who rents needs no qualification");
        assert_eq!(lacking(&Elements { safety_agreement_on: None, duties: None, ..tenant }), ["safetyAgreementOn", "duties"]);
        assert!(missing(&Elements { duties: None, ..whole }).iter().all(|refusal| refusal.clause == Some("2.1.4")));
    }
}
