use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{Language, OrganizationKind, Period, Sector};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn share(part: u64, whole: u64) -> Share {
    Share::new(part, whole).expect("possible")
}

fn row(name: &str, part: u64, whole: u64) -> Progress {
    let span = Span { from: day("2023-06-01"), until: day("2023-06-30") };
    let counts = Counts { checked: share(part, whole), ..Counts::default() };
    Progress {
        organization: Uuid::nil(),
        name: name.to_owned(),
        kind: OrganizationKind::Village,
        sectors: Vec::new(),
        span,
        since: day("2023-05-22"),
        mobilised_on: None,
        period: counts.clone(),
        cumulative: counts,
        coordination: None,
    }
}

#[test]
fn not_more_is_checked_than_is_to_be_checked() {
    assert_eq!(Share::new(3, 3).map(Share::rate), Ok(Some(1.0)));
    assert_eq!(Share::new(4, 3), Err(Impossible { part: 4, whole: 3 }));
    assert_eq!(Share::new(0, 0).map(Share::rate), Ok(None), "nothing to do has no rate");
    assert!(serde_json::from_str::<Share>(r#"{"part":4,"whole":3}"#).is_err(), "nor in a snapshot");
    assert!(serde_json::from_str::<Handled>(r#"{"found":1,"rectified":1,"foundAndRectified":2}"#).is_err());
}

#[test]
fn percents_are_rounded_but_never_up_to_all_nor_down_to_nothing() {
    let said: Vec<_> = [(0, 0), (0, 3), (1, 3), (2, 3), (3, 3), (1, 8), (9_999, 10_000), (1, 10_000)].map(|(part, whole)| share(part, whole).percent()).into();
    let expected = [None, Some("0.0%"), Some("33.3%"), Some("66.7%"), Some("100.0%"), Some("12.5%"), Some("99.9%"), Some("0.1%")];
    assert_eq!(said, expected.map(|it| it.map(str::to_owned)));
}

#[test]
fn equals_share_a_place_and_stand_by_name() {
    let rows = [row("丙", 1, 2), row("甲", 0, 0), row("乙", 2, 4), row("丁", 3, 3), row("戊", 0, 5)];
    let places: Vec<_> = ranking(&rows, |row| row.cumulative.checked).into_iter().map(|rank| (rank.name, rank.place)).collect();
    let expected = [("丁", Some(1)), ("丙", Some(2)), ("乙", Some(2)), ("戊", Some(4)), ("甲", None)];
    assert_eq!(places, expected.map(|(name, place)| (name.to_owned(), place)));
}

#[test]
fn sectors_are_ranked_as_organs_are() {
    let sector = |sector, part, whole| {
        let counts = Counts { checked: share(part, whole), ..Counts::default() };
        SectorProgress { sector, period: counts.clone(), cumulative: counts }
    };
    let rows = [sector(Sector::Gas, 0, 0), sector(Sector::Transport, 1, 2), sector(Sector::Fireworks, 2, 4), sector(Sector::Construction, 3, 3)];
    let places: Vec<_> = Bulletin::sectors_by_coverage(&rows).into_iter().map(|rank| (rank.sector, rank.place)).collect();
    let expected = [(Sector::Construction, Some(1)), (Sector::Fireworks, Some(2)), (Sector::Transport, Some(2)), (Sector::Gas, None)];
    assert_eq!(places, expected);
}

#[test]
fn without_tips_there_are_none_and_nothing_else_changes() {
    let mut with = row("巴音嘎查", 1, 3);
    (with.period.tips, with.cumulative.tips) = (Some(2), Some(3));
    assert_eq!(with.clone().without_tips(), row("巴音嘎查", 1, 3));
    let snapshot = Snapshot::Progress(Box::new(with));
    assert_eq!(snapshot.without_tips(), Snapshot::Progress(Box::new(row("巴音嘎查", 1, 3))));
}

#[test]
fn a_span_begins_with_the_action_and_is_none_before_it() {
    let begins_on = day("2023-05-24");
    assert_eq!(Span::of(Period::Week, day("2023-05-21"), begins_on), None, "the week that ended before");
    assert_eq!(Span::of(Period::Week, day("2023-05-22"), begins_on), Some(Span { from: begins_on, until: day("2023-05-28") }));
    assert_eq!(Span::of(Period::Week, day("2023-05-29"), begins_on), Some(Span { from: day("2023-05-29"), until: day("2023-06-04") }));
    assert_eq!(Span::of(Period::Month, day("2023-06-30"), begins_on), Some(Span { from: day("2023-06-01"), until: day("2023-06-30") }));
}

#[test]
fn a_snapshot_is_read_as_it_was_written() {
    let snapshot = Snapshot::Progress(Box::new(row("巴音嘎查", 1, 2)));
    let written = serde_json::to_string(&snapshot).expect("written");
    assert_eq!(serde_json::from_str::<Snapshot>(&written).expect("read"), snapshot);
}

#[test]
fn a_text_has_both_languages_and_says_what_is_not_there() {
    let it = Bulletin {
        span: Span { from: day("2023-06-01"), until: day("2023-06-30") },
        since: day("2023-05-22"),
        period: Counts::default(),
        cumulative: Counts::default(),
        before: Some(Counts { checked: share(2, 2), ..Counts::default() }),
        villages: vec![row("巴音嘎查", 1, 3)],
        units: Vec::new(),
        sectors: Vec::new(),
        overdue_windows: Listed::default(),
        overdue_hazards: Listed::default(),
        listed: Listed::default(),
        closed: Listed::default(),
        extended: Listed::default(),
        namings: Listed::default(),
    };
    let (zh, en) = (it.text(Language::Zh), it.text(Language::En));
    assert!(zh.contains("与上月相比：已自查企业数减少 2，"), "{zh}");
    assert!(zh.contains("嘎查村社区自查覆盖率：1. 巴音嘎查 33.3%。"), "{zh}");
    assert!(zh.contains("逾期职责：无。") && en.contains("Duties overdue: none."), "{en}");
    assert!(en.contains("enterprises that checked themselves down 2;"), "{en}");
}

proptest! {
    #[test]
    fn a_rate_is_between_nothing_and_all_and_orders_as_the_shares_do(a in 0u64..5_000, b in 0u64..5_000, c in 0u64..5_000, d in 0u64..5_000) {
        let (one, other) = (share(a.min(b), a.max(b)), share(c.min(d), c.max(d)));
        for it in [one, other] {
            prop_assert_eq!(it.rate().is_some(), it.whole() > 0);
            prop_assert!(it.rate().is_none_or(|rate| (0.0..=1.0).contains(&rate)));
            prop_assert!(it.part() <= it.whole());
        }
        prop_assert_eq!(one.compare(other), other.compare(one).reverse());
        if let (Some(x), Some(y)) = (one.rate(), other.rate()) && (x - y).abs() > 1e-9 {
            prop_assert_eq!(one.compare(other).is_lt(), x < y);
        }
    }

    #[test]
    fn what_is_impossible_is_refused_however_it_comes(part in 0u64..100, whole in 0u64..100, found in 0u64..20, rectified in 0u64..20, both in 0u64..20) {
        prop_assert_eq!(Share::new(part, whole).is_ok(), part <= whole);
        prop_assert_eq!(Handled::new(found, rectified, both).is_ok(), both <= found && both <= rectified);
        let json = format!(r#"{{"part":{part},"whole":{whole}}}"#);
        prop_assert_eq!(serde_json::from_str::<Share>(&json).is_ok(), part <= whole);
    }

    #[test]
    fn sums_keep_what_always_holds(found in 0u64..20, rectified in 0u64..20, again in 0u64..20) {
        let one = Handled::new(found, rectified, found.min(rectified)).expect("possible");
        let sum = one.plus(Handled::new(again, again, again).expect("possible"));
        prop_assert_eq!((sum.found(), sum.rectified()), (found + again, rectified + again));
        prop_assert!(sum.rate().part() <= sum.rate().whole());
    }
}
