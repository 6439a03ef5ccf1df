//! Criteria as data: imported, in force, superseded, cited.

use crate::common::{Township, refused};
use crate::hazards::found;
use redline_domain::{HazardGrade, criteria};
use redline_entity::{hazard as row, ledger_event};
use redline_ledger::{
    Result,
    criterion::{self, CriterionFilter, Imported, catalogue, search},
    hazard::{self, GradeInput},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

const HEAD: &str = "standard_code\tstandard_title\tdocument_number\teffective_from\tarticle\titem\tsector\ttext\teffective_to\tsuperseded_by\tnote";

/// A standard of one item, as a file has it.
fn standard(code: &str, from: &str, to: &str, by: &str, text: &str) -> String {
    format!("{HEAD}\n{code}\t测试标准\t测字〔2023〕1号\t{from}\t2\t1\t消防\t{text}\t{to}\t{by}\t\n")
}

async fn import(town: &Township, tsv: &str) -> Imported {
    let ctx = town.operator("2023-06-05");
    let criteria = criteria::parse(tsv).expect("a good table");
    town.change(async |tx| criterion::import(tx, &ctx, &criteria).await).await.expect("imported")
}

async fn imports(town: &Township) -> Vec<ledger_event::Model> {
    ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("CRITERIA_IMPORTED")).all(town.db.read()).await.expect("events")
}

/// Grades a hazard that was found on a day as major by a criterion.
async fn graded(town: &Township, found_on: &str, code: &str) -> Result<row::Model> {
    let officer = town.person(town.plant.officer, "2023-12-30").await;
    let id = town.change(async |tx| Ok(hazard::report(tx, &officer, found(town.plant.id, found_on)).await?.id)).await.expect("reported");
    let input = GradeInput { grade: HazardGrade::Major, criterion: Some(code.to_owned()), reason: String::new(), no_criterion_found: false };
    town.change(async |tx| hazard::grade(tx, &officer, id, input).await).await
}

#[tokio::test]
async fn a_standard_is_imported_once_and_the_same_file_again_changes_nothing() {
    let town = Township::new().await;
    let first = import(&town, &standard("XF-2023", "2023-07-01", "", "", "疏散通道被占用。")).await;
    assert_eq!((first.added.as_slice(), first.changed.len(), first.unchanged.len()), (["XF-2023/2/1".to_owned()].as_slice(), 0, 0));
    let events = imports(&town).await;
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].subject_kind.as_str(), events[0].actor_id, &events[0].data["added"][0]), ("CRITERION", None, &"XF-2023/2/1".into()));

    let again = import(&town, &standard("XF-2023", "2023-07-01", "", "", "疏散通道被占用。")).await;
    assert_eq!(again.unchanged, ["XF-2023/2/1"]);
    assert_eq!(imports(&town).await.len(), 1, "nothing changed, so nothing is noted");

    let changed = import(&town, &standard("XF-2023", "2023-07-01", "", "", "疏散通道被占用、堵塞、封闭。")).await;
    assert_eq!(changed.changed, ["XF-2023/2/1"]);
    let found = catalogue(town.db.read()).await.expect("criteria");
    assert_eq!(found.find("XF-2023/2/1").map(|criterion| criterion.text.clone()).as_deref(), Some("疏散通道被占用、堵塞、封闭。"));
    assert_eq!(found.all().len(), 128);
}

#[tokio::test]
async fn the_catalogue_of_the_program_imported_changes_nothing() {
    let town = Township::new().await;
    let imported = import(&town, include_str!("../../rulebook/criteria.tsv")).await;
    assert_eq!((imported.added.len(), imported.changed.len(), imported.unchanged.len()), (0, 0, 127));
}

#[tokio::test]
async fn what_is_imported_wins_over_the_program_by_its_code_and_keeps_its_place() {
    let town = Township::new().await;
    let built_in = criteria::criterion("GAS-2023/8/1").expect("known");
    let line = |note: &str| {
        let c = built_in;
        format!("{HEAD}\n{}\t{}\t{}\t{}\t8\t1\t{}\t{}\t\t\t{note}\n", c.standard, c.title, c.document_number, c.effective_from, c.sector_name, c.text)
    };
    assert_eq!(import(&town, &line("以抽检为准。")).await.changed, ["GAS-2023/8/1"]);
    let merged = catalogue(town.db.read()).await.expect("criteria");
    assert_eq!(merged.all().len(), 127);
    let at = |all: Vec<String>| all.iter().position(|code| code == "GAS-2023/8/1");
    assert_eq!(at(merged.all().iter().map(|c| c.code()).collect()), at(criteria::catalogue().iter().map(criteria::Criterion::code).collect()));
    let by_note = search(&merged, &CriterionFilter { text: Some("抽检".to_owned()), ..CriterionFilter::default() });
    assert_eq!(by_note.iter().map(|c| c.code()).collect::<Vec<_>>(), ["GAS-2023/8/1"]);
    let one = criterion::of_codes(town.db.read(), &["GAS-2023/8/1", "GAS-2023/8/2"]).await.expect("asked");
    assert_eq!(one.values().map(|c| c.note.as_deref()).collect::<Vec<_>>(), [Some("以抽检为准。")]);
    assert_eq!(import(&town, &line("")).await.changed, ["GAS-2023/8/1"], "and back");
}

#[tokio::test]
async fn an_imported_criterion_counts_from_its_first_day_to_its_last() {
    let town = Township::new().await;
    import(&town, &standard("XF-2023", "2023-07-01", "2023-08-31", "", "疏散通道被占用。")).await;
    for (found_on, good) in [("2023-06-30", false), ("2023-07-01", true), ("2023-08-31", true), ("2023-09-01", false)] {
        let outcome = graded(&town, found_on, "XF-2023/2/1").await;
        match good {
            true => assert_eq!(outcome.expect("graded").criterion.as_deref(), Some("XF-2023/2/1"), "{found_on}"),
            false => assert_eq!(refused(outcome), ["CRITERION_NOT_IN_FORCE"], "{found_on}"),
        }
    }
}

#[tokio::test]
async fn a_superseded_criterion_counts_until_its_successor_is_in_force() {
    let town = Township::new().await;
    import(&town, &standard("XF-2023", "2023-01-01", "", "XF-2024", "疏散通道被占用。")).await;
    graded(&town, "2023-09-30", "XF-2023/2/1").await.expect("its successor is not there yet");
    import(&town, &standard("XF-2024", "2023-10-01", "", "", "疏散通道被占用、堵塞。")).await;
    graded(&town, "2023-09-30", "XF-2023/2/1").await.expect("its successor is not in force yet");
    assert_eq!(refused(graded(&town, "2023-10-01", "XF-2023/2/1").await), ["CRITERION_NOT_IN_FORCE"]);
    graded(&town, "2023-10-01", "XF-2024/2/1").await.expect("the successor counts");
    let merged = catalogue(town.db.read()).await.expect("criteria");
    let on = |day: &str| {
        let filter = CriterionFilter { standard: Some("XF-2023".to_owned()), on: day.parse().ok(), ..CriterionFilter::default() };
        search(&merged, &filter).len()
    };
    assert_eq!((on("2023-09-30"), on("2023-10-01")), (1, 0));
}

#[tokio::test]
async fn that_no_criterion_was_found_is_recorded_and_never_says_that_there_is_no_hazard() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    let office = town.person(town.safety_office.officer, "2023-06-05").await;
    let report = async || town.change(async |tx| Ok(hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id)).await.expect("reported");
    let with = |grade, criterion: Option<&str>, reason: &str, no_criterion_found| GradeInput {
        grade,
        criterion: criterion.map(str::to_owned),
        reason: reason.to_owned(),
        no_criterion_found,
    };
    let grade = async |id: Uuid, who, input| town.change(async |tx| hazard::grade(tx, who, id, input).await).await;
    for (asked, noted) in [(false, false), (true, true)] {
        let general = grade(report().await, &officer, with(HazardGrade::General, None, "", asked)).await.expect("graded");
        assert_eq!(general.no_criterion_found, noted);
    }
    let id = report().await;
    assert_eq!(refused(grade(id, &officer, with(HazardGrade::Major, Some("HAZCHEM-2017/2"), "", true)).await), ["CRITERION_FOUND"]);
    assert!(!grade(id, &officer, with(HazardGrade::Major, Some("HAZCHEM-2017/2"), "", false)).await.expect("graded").no_criterion_found);
    let id = report().await;
    assert_eq!(refused(grade(id, &officer, with(HazardGrade::Major, None, "可能群死群伤", true)).await), ["GRADING_NEEDS_CRITERION"], "for a supervisor");
    assert_eq!(refused(grade(id, &office, with(HazardGrade::Major, None, " ", false)).await), ["GRADING_NEEDS_REASON"]);
    let major = grade(id, &office, with(HazardGrade::Major, None, "可能群死群伤", false)).await.expect("graded");
    assert!(major.no_criterion_found, "it goes without saying");
    let events = crate::hazards::events(&town, id).await;
    assert_eq!(events, ["HAZARD_REPORTED", "HAZARD_GRADED"]);
}
