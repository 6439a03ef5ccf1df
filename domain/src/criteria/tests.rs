use std::collections::{BTreeMap, BTreeSet};

use super::*;

const HEAD: &str = "standard_code\tstandard_title\tdocument_number\teffective_from\tarticle\titem\tsector\ttext\n";
const FULL: &str = "standard_code\tstandard_title\tdocument_number\teffective_from\tarticle\titem\tsector\ttext\tsuperseded_by\teffective_to\tnote\n";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn the_catalogue_has_127_items_of_four_standards() {
    let mut counts = BTreeMap::new();
    for criterion in catalogue() {
        *counts.entry((criterion.standard.as_str(), criterion.effective_from.to_string())).or_insert(0) += 1;
    }
    let counts: Vec<_> = counts.iter().map(|((standard, from), count)| (*standard, from.as_str(), *count)).collect();
    assert_eq!(
        counts,
        [("FIREWORKS-2017", "2017-11-13", 20), ("GAS-2023", "2023-09-21", 22), ("GONGMAO-2023", "2023-05-15", 65), ("HAZCHEM-2017", "2017-11-13", 20)]
    );
    assert_eq!(catalogue().len(), 127);
}

#[test]
fn every_criterion_has_a_code_of_its_own_and_a_sector() {
    let codes: BTreeSet<_> = catalogue().iter().map(Criterion::code).collect();
    assert_eq!(codes.len(), catalogue().len());
    for criterion in catalogue() {
        assert!(criterion.sector.is_some(), "{}", criterion.code());
    }
}

#[test]
fn a_criterion_is_found_by_its_code() {
    let first = criterion("GONGMAO-2023/3/1").expect("known");
    assert_eq!(first.text, "未对承包单位、承租单位的安全生产工作统一协调、管理，或者未定期进行安全检查的；");
    assert_eq!((first.sector_name.as_str(), first.sector), ("通用", Some(Sector::IndustryAndTrade)));
    let hazchem = criterion("HAZCHEM-2017/2").expect("known");
    assert_eq!((hazchem.article.as_deref(), hazchem.sector), (None, Some(Sector::HazardousChemicals)));
    assert_eq!(criterion("GAS-2023/5/1").and_then(|criterion| criterion.sector), Some(Sector::Gas));
    assert_eq!(criterion("GONGMAO-2023/99/1"), None);
}

#[test]
fn where_the_head_of_an_article_limits_it_a_note_says_so() {
    let noted: BTreeSet<_> =
        catalogue().iter().filter(|criterion| criterion.note.is_some()).map(|criterion| (criterion.standard.as_str(), criterion.article.as_deref())).collect();
    let expected = [("GAS-2023", Some("9")), ("GONGMAO-2023", Some("11")), ("GONGMAO-2023", Some("12")), ("GONGMAO-2023", Some("13"))];
    assert_eq!(noted, BTreeSet::from(expected));
    let note = |code| criterion(code).and_then(|criterion| criterion.note.clone()).unwrap_or_default();
    assert!(note("GAS-2023/9/4").contains("书面告知用户整改"));
    assert!(note("GONGMAO-2023/13/2").contains("中毒风险"));
}

#[test]
fn a_standard_is_in_force_from_its_first_day_to_its_last() {
    let gas = criterion("GAS-2023/5/1").expect("known");
    assert!(!gas.is_effective_on(day("2023-09-20")));
    assert!(gas.is_effective_on(day("2023-09-21")));
    let ended = Criterion { effective_to: Some(day("2024-04-30")), ..gas.clone() };
    assert!(ended.is_effective_on(day("2024-04-30")));
    assert!(!ended.is_effective_on(day("2024-05-01")));
}

#[test]
fn both_sets_of_columns_are_read_and_blank_lines_passed_over() {
    let row = "S-1\tT\tD\t2023-05-15\t\t1\t消防\ttext";
    let plain = parse(&format!("\u{feff}{HEAD}{row}\r\n\r\n")).expect("good");
    assert_eq!(plain.iter().map(Criterion::code).collect::<Vec<_>>(), ["S-1/1"]);
    assert_eq!((plain[0].effective_to, &plain[0].note), (None, &None));
    let full = parse(&format!("{FULL}{row}\tS-2\t2023-12-31\t限于本地。\n{}\t\t\t\n", row.replace("\t1\t", "\t2\t"))).expect("good");
    assert_eq!((full[0].effective_to, full[0].superseded_by.as_deref()), (Some(day("2023-12-31")), Some("S-2")));
    assert_eq!(full[0].note.as_deref(), Some("限于本地。"));
    assert_eq!((full[1].effective_to, &full[1].superseded_by, &full[1].note), (None, &None, &None));
    assert_eq!(full[1].sector, Some(Sector::FireSafety));
}

#[test]
fn every_mistake_is_named_by_line_and_column() {
    let row = "S-1\tT\tD\t2023-05-15\t\t1\t消防\ttext\n";
    let full = |cells: &str| format!("{FULL}{}\t{cells}\n", row.trim_end());
    let columns = "standard_code, standard_title, document_number, effective_from, article, item, sector, text";
    for (tsv, mistakes) in [
        (String::new(), vec![format!("line 1, column 1 (standard_code): the first line has \"\" here; it must name the columns {columns}")]),
        (HEAD.replace("item", "clause"), vec![format!("line 1, column 6 (item): the first line has \"clause\" here; it must name the columns {columns}")]),
        (
            HEAD.replace("text", "text\tcolour"),
            vec!["line 1: there is no column \"colour\"; after the first 8 may stand effective_to, superseded_by, note".to_owned()],
        ),
        (HEAD.replace("text", "text\tnote\tnote"), vec!["line 1: the column note is named twice".to_owned()]),
        (format!("{HEAD}{row}S-1\tT\n"), vec!["line 3: 2 columns; as many as the first line names, 8, are needed".to_owned()]),
        (
            format!("{HEAD}{}", row.replace("2023-05-15", "2023-02-30").replace("text", " ")),
            vec![
                "line 2, column 8 (text): this is empty".to_owned(),
                "line 2, column 4 (effective_from): \"2023-02-30\" is not a date such as 2023-05-15".to_owned(),
            ],
        ),
        (format!("{HEAD}{row}{row}"), vec!["line 3, column 6 (item): S-1/1 is given twice; it stands in line 2 already".to_owned()]),
        (
            format!("{HEAD}{}", row.replace("S-1", "S/1")),
            vec!["line 2, column 1 (standard_code): \"S/1\" has a slash or a blank, which its code cannot have".to_owned()],
        ),
        (full("\t2023-05-14\t"), vec!["line 2, column 10 (effective_to): 2023-05-14 is before 2023-05-15, from which it is in force".to_owned()]),
        (full("S-1\t\t"), vec!["line 2, column 9 (superseded_by): it cannot take its own place; right would be the code of the standard that does".to_owned()]),
    ] {
        let found: Vec<String> = parse(&tsv).expect_err("mistakes").iter().map(ToString::to_string).collect();
        assert_eq!(found, mistakes);
    }
    assert_eq!(parse(&full("\t2023-05-15\t")).map(|criteria| criteria.len()), Ok(1), "in force on one day");
}
