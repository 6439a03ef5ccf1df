use chrono::NaiveDate;

use crate::{
    Period, Rulebook, Sector, Word,
    rulebook::{Cadence, Evidence, OnceDate, Trigger},
};

const NOTICE: &str = include_str!("../../../../../rulebook/notice-2023.zh.txt");

fn shipped() -> Rulebook {
    let toml = Rulebook::builtin("wushenzhao-2023").expect("built in");
    match Rulebook::parse("wushenzhao-2023.toml", toml) {
        Ok(rulebook) => rulebook,
        Err(mistakes) => panic!("{}", mistakes.iter().map(|mistake| format!("{mistake}\n")).collect::<String>()),
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn cadence(code: &str) -> Cadence {
    shipped().rule(code).expect("a rule").cadence.clone()
}

#[test]
fn the_shipped_rulebook_has_the_forty_rules_of_the_catalogue() {
    let rulebook = shipped();
    let codes: Vec<_> = rulebook.rules.iter().map(|rule| rule.code.clone()).collect();
    let expected: Vec<_> = [('E', 17), ('V', 9), ('R', 9), ('O', 4), ('P', 1)]
        .into_iter()
        .flat_map(|(letter, count)| (1..=count).map(move |number| format!("{letter}{number:02}")))
        .collect();
    assert_eq!(codes, expected);
    assert_eq!((rulebook.phases.len(), rulebook.sectors.len(), rulebook.ladders.len()), (4, Sector::ALL.len(), 4));
}

#[test]
fn every_quotation_stands_in_the_notice() {
    let rulebook = shipped();
    let invented: Vec<_> = rulebook.check_quotations(NOTICE).into_iter().map(|rule| (&rule.code, &rule.quote)).collect();
    assert_eq!(invented, []);
}

#[test]
fn an_invented_quotation_is_found() {
    let mut rulebook = shipped();
    rulebook.rules[4].quote.push_str("每天");
    let invented: Vec<_> = rulebook.check_quotations(NOTICE).into_iter().map(|rule| rule.code.as_str()).collect();
    assert_eq!(invented, ["E05"]);
}

#[test]
fn the_cadences_are_those_of_the_catalogue() {
    let every = |period, high_hazard, due_day_of_next_month| Cadence::Every { period, high_hazard, due_day_of_next_month };
    assert_eq!(cadence("E05"), every(Period::Quarter, Some(Period::Month), None));
    assert_eq!(cadence("E16"), every(Period::Year, Some(Period::HalfYear), None));
    for weekly in ["V04", "R04", "O01"] {
        assert_eq!(cadence(weekly), every(Period::Week, None, None));
    }
    assert_eq!(cadence("O02"), every(Period::Month, None, Some(5)));
    assert_eq!(cadence("O03"), Cadence::EachPhase);
    assert_eq!(cadence("O04"), Cadence::Standing);
    for (code, on, days) in [
        ("E03", Trigger::MajorHazardGraded, Some(7)),
        ("E04", Trigger::MajorHazardGraded, Some(1)),
        ("E06", Trigger::AccidentAlert, Some(10)),
        ("E07", Trigger::KeyPeriod, None),
    ] {
        assert_eq!(cadence(code), Cadence::Event { on, days });
    }
    let may_25 = OnceDate { opens_on: None, by: day(2023, 5, 25) };
    assert_eq!(cadence("V03"), Cadence::Once { dates: vec![may_25] });
    let twice = [OnceDate { opens_on: None, by: day(2023, 8, 9) }, OnceDate { opens_on: Some(day(2023, 8, 10)), by: day(2023, 12, 9) }];
    assert_eq!(cadence("V05"), Cadence::Once { dates: twice.to_vec() });
    assert_eq!(cadence("R08"), cadence("V05"));
    let enforcement = OnceDate { opens_on: Some(day(2023, 8, 1)), by: day(2023, 10, 31) };
    assert_eq!(cadence("R07"), Cadence::Once { dates: vec![enforcement] });
}

#[test]
fn only_a_standing_rule_has_neither_evidence_nor_ladder() {
    for rule in &shipped().rules {
        let standing = rule.cadence == Cadence::Standing;
        assert_eq!((rule.evidence.is_empty(), rule.ladder.is_none()), (standing, standing), "{}", rule.code);
    }
    assert_eq!(shipped().rule("R01").map(|rule| rule.evidence.len()), Some(2));
    assert!(matches!(shipped().rule("E03").map(|rule| rule.evidence.as_slice()), Some([Evidence::HazardPlan {}])));
}

#[test]
fn a_phase_lasts_until_the_end_of_its_day_and_the_next_begins_on_the_morrow() {
    let rulebook = shipped();
    let at = |date| rulebook.phase_at(date).map(|phase| phase.code.as_str());
    assert_eq!(at(day(2023, 5, 21)), None);
    assert_eq!(at(day(2023, 5, 22)), Some("mobilise"));
    assert_eq!(at(day(2023, 5, 30)), Some("mobilise"));
    assert_eq!(at(day(2023, 5, 31)), Some("self-check"));
    assert_eq!(at(day(2023, 12, 31)), Some("conclude"));
    assert_eq!(at(day(2024, 1, 1)), None);
}

#[test]
fn an_enterprise_is_high_hazard_if_any_of_its_sectors_is() {
    let rulebook = shipped();
    let high: Vec<_> = Sector::ALL.iter().copied().filter(|sector| rulebook.is_high_hazard(&[*sector])).collect();
    assert_eq!(high, [Sector::HazardousChemicals, Sector::Fireworks, Sector::Transport, Sector::Construction]);
    assert!(rulebook.is_high_hazard(&[Sector::Gas, Sector::Transport]));
    assert!(!rulebook.is_high_hazard(&[Sector::Gas, Sector::FireSafety]));
    assert!(!rulebook.is_high_hazard(&[]));
}

#[test]
fn rules_and_ladders_are_found_by_their_codes_and_nothing_else_is() {
    let rulebook = shipped();
    assert_eq!(rulebook.ladder("enterprise").map(|ladder| ladder.steps.len()), Some(7));
    assert_eq!(rulebook.ladder("office").map(|ladder| ladder.steps.len()), Some(5));
    assert!(rulebook.rule("E18").is_none() && rulebook.ladder("none").is_none() && Rulebook::builtin("none").is_none());
}

#[test]
fn a_rulebook_is_kept_as_json_without_loss() {
    let rulebook = shipped();
    let json = serde_json::to_string(&rulebook).expect("JSON");
    assert_eq!(serde_json::from_str::<Rulebook>(&json).expect("the same"), rulebook);
}
