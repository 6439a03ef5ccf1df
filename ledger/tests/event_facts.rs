//! The events say what was recorded, so that the chain proves it and not only that something was.

use crate::common::{Township, day, telling};
use redline_domain::{ActivityKind, EnforcementBasis, InspectionKind};
use redline_entity::ledger_event;
use redline_ledger::{
    activity::{self, NewActivity},
    enforcement::NewEnforcement,
    hazard,
    inspection::{self, Amendment, NewFinding, NewInspection},
    key_period::{self, NewKeyPeriod},
    on_duty::{self, NewOnDuty},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;

async fn said(town: &Township, subject: Uuid, action: &str) -> Value {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(subject)).filter(ledger_event::Column::Action.eq(action));
    rows.order_by_desc(ledger_event::Column::Id).one(town.db.read()).await.expect("asked").expect(action).data
}

async fn photograph(town: &Township) -> Uuid {
    let officer = town.person(town.plant.officer, "2023-06-22").await;
    town.change(async |tx| Ok(crate::hazards::photograph(tx, &officer, town.plant.id).await)).await.expect("uploaded")
}

fn shown(photo: Uuid) -> Value {
    json!([{ "id": photo, "purpose": "PHOTO", "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" }])
}

#[tokio::test]
async fn a_report_of_a_hazard_says_what_is_wrong_and_where_and_a_plan_all_five_elements() {
    let town = Township::new().await;
    let id = crate::hazards::planned_major(&town, "2023-06-30").await;
    let reported = said(&town, id, "HAZARD_REPORTED").await;
    assert_eq!((&reported["description"], &reported["location"]), (&json!("储罐区可燃气体检测报警装置未投用"), &json!("甲类储罐区")));
    let five = |data: Value| ["responsible", "measures", "fundingYuan", "deadlineOn", "emergencyPlan"].map(|element| data[element].clone());
    let elements = |deadline: &str| [json!("赵敏"), json!("更换检测器并联锁"), json!(80_000), json!(deadline), json!("停止装卸，人工巡检")];
    assert_eq!(five(said(&town, id, "HAZARD_PLANNED").await), elements("2023-06-30"));
    let beyond = crate::hazards::graded_major(&town).await;
    let officer = town.person(town.plant.officer, "2023-06-06").await;
    town.change(async |tx| hazard::submit_plan(tx, &officer, beyond, crate::hazards::plan("2024-06-30")).await).await.expect("submitted");
    assert_eq!(five(said(&town, beyond, "HAZARD_PLAN_SUBMITTED").await), elements("2024-06-30"), "before a supervisor consents too");
}

#[tokio::test]
async fn an_inspection_says_what_was_seen_and_what_was_wrong() {
    let town = Township::new().await;
    let head = town.person(town.plant.head, "2023-06-20").await;
    let findings = vec![NewFinding { description: "灭火器过期".to_owned(), location: Some("装卸区".to_owned()) }];
    let new = NewInspection { findings, ..telling::inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-20") };
    let id = telling::draft(&town, &head, new).await;
    let recorded = said(&town, id, "INSPECTION_RECORDED").await;
    assert_eq!(recorded["summary"], "检查储罐区和装卸区。");
    assert_eq!(recorded["findings"], json!([{ "description": "灭火器过期", "location": "装卸区" }]));
    let change = Amendment { summary: Some("检查装卸区。".to_owned()), findings: Some(Vec::new()), ..Amendment::default() };
    town.change(async |tx| inspection::amend(tx, &head, id, change).await).await.expect("amended");
    let amended = said(&town, id, "INSPECTION_AMENDED").await;
    assert_eq!((&amended["summary"], &amended["findings"]), (&json!("检查装卸区。"), &json!([])));
}

#[tokio::test]
async fn an_enforcement_action_says_why_by_which_law_and_against_whom() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-26").await;
    let new = NewEnforcement {
        head: Some(crate::penalties::head(town.plant.head)),
        basis: EnforcementBasis::Violation,
        ..crate::penalties::fine(town.plant.id, "2023-06-26")
    };
    let taken = crate::penalties::recorded(&town, &officer, new).await;
    for (id, person, name) in [(taken.id, Value::Null, Value::Null), (taken.pair_id.expect("a pair"), json!(town.plant.head), Value::Null)] {
        let data = said(&town, id, "ENFORCEMENT_TAKEN").await;
        assert_eq!((&data["reason"], &data["legalBasis"]), (&json!("可燃气体检测报警装置未投用"), &json!("《中华人民共和国安全生产法》第九十九条")));
        // The name of whom the ledger knows is not in the chain, which cannot forget it.
        assert_eq!((&data["person"], &data["personName"]), (&person, &name));
    }
}

#[tokio::test]
async fn photographs_are_named_by_the_hashes_of_their_bytes() {
    let town = Township::new().await;
    let office = town.person(town.safety_office.officer, "2023-06-16").await;
    let new = NewKeyPeriod { name: "端午节假期".to_owned(), from: day("2023-06-22"), until: day("2023-06-24"), reason: "值守".to_owned() };
    let period = town.change(async |tx| key_period::declare(tx, &office, new).await).await.expect("declared").id;
    let officer = town.person(town.plant.officer, "2023-06-22").await;
    let photo = photograph(&town).await;
    let new = NewOnDuty { organization: town.plant.id, key_period: period, day: day("2023-06-22"), person: town.plant.head, note: None, photos: vec![photo] };
    let row = town.change(async |tx| on_duty::record(tx, &officer, new).await).await.expect("recorded");
    assert_eq!(said(&town, row.id, "ON_DUTY_RECORDED").await["photos"], shown(photo));
    let photo = photograph(&town).await;
    let new = NewActivity {
        organization: town.plant.id,
        kind: ActivityKind::Study,
        title: "学习标准".to_owned(),
        occurred_on: day("2023-06-22"),
        participants: 12,
        led_by: None,
        summary: "学习本行业判定标准".to_owned(),
        enterprises: Vec::new(),
        attendees: Vec::new(),
        expected: None,
        photos: vec![photo],
        documents: Vec::new(),
    };
    let row = town.change(async |tx| activity::record(tx, &officer, new).await).await.expect("recorded");
    assert_eq!(said(&town, row.id, "ACTIVITY_RECORDED").await["photos"], shown(photo));
}
