//! Hazards by whom they were found, which are similar, which come again, and how many there are.

use crate::common::{
    Township, day,
    telling::{inspected, signed},
};
use crate::hazards::{found, look, major};
use redline_domain::{
    FoundBy, HazardGrade, HazardState, InspectionKind,
    permission::{Action, scope},
};
use redline_entity::{hazard as row, ledger_event};
use redline_ledger::{
    Context,
    hazard::{
        self, NewHazard,
        figures::{Count, Period, counts},
        similar::{COMPARED, SHOWN, described, most_similar},
    },
    inspection::{NewFinding, NewInspection},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use uuid::Uuid;

async fn report(town: &Township, who: &Context, new: NewHazard) -> row::Model {
    town.change(async |tx| hazard::report(tx, who, new).await).await.expect("reported")
}

/// Closes a hazard on a day, whatever its life was.
async fn close(town: &Township, id: Uuid, on: &str) {
    let hazard = look(town, id).await;
    let closed = town.change(async |tx| {
        let mut row = hazard.into_active_model();
        row.state = Set(HazardState::Closed);
        row.closed_on = Set(Some(day(on)));
        Ok(row.update(tx).await?)
    });
    closed.await.expect("closed");
}

async fn data(town: &Township, id: Uuid, action: &str) -> serde_json::Value {
    let events = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).filter(ledger_event::Column::Action.eq(action));
    events.one(town.db.read()).await.expect("asked").expect("an event").data
}

#[tokio::test]
async fn a_hazard_that_an_inspection_found_names_who_inspected() {
    let town = Township::new().await;
    let by = |found_by| NewHazard { found_by, ..found(town.plant.id, "2023-06-05") };
    let own = town.person(town.plant.officer, "2023-06-05").await;
    assert_eq!(report(&town, &own, by(FoundBy::SelfCheck)).await.found_by_organization_id, None);
    for (who, body) in [(town.village.staff, town.village.id), (town.regulator.officer, town.regulator.id), (town.safety_office.head, town.safety_office.id)] {
        let who = town.person(who, "2023-06-05").await;
        assert_eq!(report(&town, &who, by(FoundBy::Inspection)).await.found_by_organization_id, Some(body));
        assert_eq!(report(&town, &who, by(FoundBy::PublicReport)).await.found_by_organization_id, None);
    }
    for (kind, inspector, leader, found_by) in [
        (InspectionKind::SpotCheck, town.regulator, town.regulator.officer, FoundBy::Inspection),
        (InspectionKind::SelfCheck, town.plant, town.plant.officer, FoundBy::SelfCheck),
    ] {
        let who = town.person(leader, "2023-06-06").await;
        let findings = vec![NewFinding { description: format!("{kind}：泵房漏油"), location: None }];
        let new = NewInspection { inspector: inspector.id, findings, ..inspected(town.plant.id, leader, kind, "2023-06-06") };
        signed(&town, &who, new).await;
        let hazard =
            row::Entity::find().filter(row::Column::Description.contains(kind.to_string())).one(town.db.read()).await.expect("asked").expect("a hazard");
        assert_eq!((hazard.found_by, hazard.found_by_organization_id), (found_by, (found_by == FoundBy::Inspection).then_some(inspector.id)));
    }
}

#[tokio::test]
async fn a_hazard_comes_again_within_365_days_of_its_closing_and_not_a_day_later() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2024-06-30").await;
    let new = |on| found(town.plant.id, on);
    let first = report(&town, &officer, new("2023-05-22")).await;
    assert_eq!(first.recurrence_of_id, None);
    close(&town, first.id, "2023-06-10").await;
    for (on, again) in [("2023-06-09", false), ("2023-06-10", true), ("2024-06-09", true), ("2024-06-10", false)] {
        let next = report(&town, &officer, new(on)).await;
        assert_eq!(next.recurrence_of_id, again.then_some(first.id), "{on}");
        assert_eq!(data(&town, next.id, "HAZARD_REPORTED").await["recurrenceOf"], serde_json::json!(again.then_some(first.id)));
    }
    let elsewhere = NewHazard { organization: town.trader.id, ..new("2023-06-20") };
    let trader = town.person(town.trader.head, "2024-06-30").await;
    assert_eq!(report(&town, &trader, elsewhere).await.recurrence_of_id, None, "in another enterprise it is another one");
    let other = NewHazard { description: "职工宿舍疏散通道堵塞".to_owned(), location: Some("宿舍楼".to_owned()), ..new("2023-06-20") };
    assert_eq!(report(&town, &officer, other).await.recurrence_of_id, None);
}

#[tokio::test]
async fn one_by_the_same_criterion_at_the_same_place_is_one_again_when_it_is_graded() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-08-01").await;
    let first = report(&town, &officer, found(town.plant.id, "2023-06-01")).await;
    town.change(async |tx| hazard::grade(tx, &officer, first.id, major()).await).await.expect("graded");
    close(&town, first.id, "2023-06-10").await;
    let reworded =
        |place: &str| NewHazard { description: "电工上岗无证".to_owned(), location: Some(place.to_owned()), ..found(town.plant.id, "2023-07-01") };
    for (place, again) in [("甲类储罐区。", true), ("乙类仓库", false)] {
        let next = report(&town, &officer, reworded(place)).await;
        assert_eq!(next.recurrence_of_id, None, "in other words it is not known again");
        let graded = town.change(async |tx| hazard::grade(tx, &officer, next.id, major()).await).await.expect("graded");
        assert_eq!(graded.recurrence_of_id, again.then_some(first.id), "{place}");
        assert_eq!(data(&town, next.id, "HAZARD_GRADED").await["recurrenceOf"], serde_json::json!(again.then_some(first.id)));
    }
}

#[tokio::test]
async fn the_most_similar_come_first_and_five_at_most() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-07-01").await;
    let mut all = Vec::new();
    for number in 1..=8 {
        let description = format!("{}号储罐可燃气体报警器失效", "一".repeat(number));
        all.push(report(&town, &officer, NewHazard { description, location: None, ..found(town.plant.id, "2023-06-01") }).await);
    }
    let strange = NewHazard { description: "食堂灭火器过期".to_owned(), location: None, ..found(town.plant.id, "2023-06-01") };
    all.push(report(&town, &officer, strange).await);
    let first = all.first().cloned().expect("one");
    let similar = most_similar(all.iter().skip(1).cloned(), &described(&first));
    assert_eq!(similar.len(), SHOWN);
    assert!(similar.is_sorted_by_key(|similar| std::cmp::Reverse(similar.similarity.score)), "{similar:#?}");
    assert!(similar.iter().all(|similar| similar.hazard.description.contains("报警器")));
    assert_eq!(COMPARED, 200);
}

#[tokio::test]
async fn self_found_and_inspection_found_are_counted_apart_within_what_one_may_see() {
    let town = Township::new().await;
    let ctx = |who| town.person(who, "2023-07-31");
    let (own, regulator, trader) = (ctx(town.plant.officer).await, ctx(town.regulator.officer).await, ctx(town.trader.head).await);
    for (who, organization, found_by, on, closed) in [
        (&own, town.plant.id, FoundBy::SelfCheck, "2023-06-01", Some("2023-06-30")),
        (&own, town.plant.id, FoundBy::SelfCheck, "2023-06-30", Some("2023-07-01")),
        (&own, town.plant.id, FoundBy::SelfCheck, "2023-07-01", None),
        (&regulator, town.plant.id, FoundBy::Inspection, "2023-06-15", None),
        (&trader, town.trader.id, FoundBy::SelfCheck, "2023-06-15", Some("2023-06-20")),
    ] {
        let id = report(&town, who, NewHazard { found_by, ..found(organization, on) }).await.id;
        if organization == town.plant.id && on < "2023-07-01" {
            town.change(async |tx| hazard::grade(tx, &regulator, id, major()).await).await.expect("graded");
        }
        if let Some(on) = closed {
            close(&town, id, on).await;
        }
    }
    let june = Period { from: Some(day("2023-06-01")), until: Some(day("2023-06-30")) };
    let count = async |ctx: &Context, period| {
        let before = town.db.statements();
        let all = counts(town.db.read(), &scope(&ctx.actor, Action::SeeHazards), None, period).await.expect("counts");
        assert_eq!(town.db.statements() - before, 2);
        assert_eq!(all.len(), 12, "each way of finding with each grade and none");
        all.into_iter().filter(|row| (row.found, row.rectified) != (0, 0)).collect::<Vec<_>>()
    };
    let row = |found_by, grade, found, rectified| Count { found_by, grade, found, rectified };
    let majors = Some(HazardGrade::Major);
    assert_eq!(count(&own, june).await, [row(FoundBy::SelfCheck, majors, 2, 1), row(FoundBy::Inspection, majors, 1, 0)]);
    assert_eq!(
        count(&own, Period::default()).await,
        [row(FoundBy::SelfCheck, majors, 2, 2), row(FoundBy::SelfCheck, None, 1, 0), row(FoundBy::Inspection, majors, 1, 0)]
    );
    assert_eq!(count(&trader, june).await, [row(FoundBy::SelfCheck, None, 1, 1)]);
    let office = ctx(town.safety_office.staff).await;
    assert_eq!(
        count(&office, june).await,
        [row(FoundBy::SelfCheck, majors, 2, 1), row(FoundBy::SelfCheck, None, 1, 1), row(FoundBy::Inspection, majors, 1, 0)]
    );
    assert!(count(&town.nobody("2023-07-31"), june).await.is_empty());
}
