//! Extensions: requested by the head, decided on by the safety office.

use crate::common::{Township, day};
use crate::hazards::{apply, close, codes, each, event, graded_major, look, planned_major, told};
use redline_domain::{ExtensionState, Language, SigningMethod};
use redline_entity::extension;
use redline_ledger::{
    Error, Result,
    hazard::{self, ExtensionRequest},
    signature::{self, Confirmed},
};
use sea_orm::EntityTrait;
use uuid::Uuid;

fn until(until: &str) -> ExtensionRequest {
    ExtensionRequest { until: day(until), reason: "设备未到货".to_owned(), interim_measures: "停用该罐，专人值守".to_owned() }
}

async fn request(town: &Township, who: Uuid, on: &str, hazard: Uuid, request: ExtensionRequest) -> Result<extension::Model> {
    let who = town.person(who, on).await;
    town.change(async |tx| hazard::request_extension(tx, &who, &Confirmed::by_program(&who), hazard, request).await).await
}

async fn decide(town: &Township, who: Uuid, on: &str, id: Uuid, granted: bool, reason: Option<&str>) -> Result<extension::Model> {
    let who = town.person(who, on).await;
    town.change(async |tx| hazard::decide_extension(tx, &who, id, granted, reason).await).await
}

/// The notices about the extension.
async fn about_it(town: &Township, id: Uuid, kind: &str) -> Vec<(String, Uuid)> {
    told(town, id).await.into_iter().filter(|(step, _)| step.starts_with(kind)).collect()
}

#[tokio::test]
async fn the_head_requests_and_signs_an_extension_and_the_office_grants_it() {
    let town = Township::new().await;
    let plant = town.plant;
    let id = planned_major(&town, "2023-06-20").await;
    let row = request(&town, plant.head, "2023-06-15", id, until("2023-07-10")).await.expect("requested");
    assert_eq!((row.state, row.from_on, row.until_on), (ExtensionState::Requested, day("2023-06-20"), day("2023-07-10")));
    assert_eq!(look(&town, id).await.deadline_on, Some(day("2023-06-20")), "a request moves nothing");
    let signed = signature::of(town.db.read(), row.id).await.expect("signatures");
    assert_eq!(
        (signed.len(), signed[0].signer_id, signed[0].method, signed[0].id),
        (1, Some(plant.head), SigningMethod::Program, row.signature_id.expect("signed"))
    );
    assert!(signed[0].content.contains("停用该罐，专人值守") && signature::is_intact(&signed[0]), "all that the head answers for");
    let event_of = event(&town, id, "HAZARD_EXTENSION_REQUESTED").await;
    assert_eq!((event_of.actor_id, event_of.data["until"].as_str()), (Some(plant.head), Some("2023-07-10")));
    let asked = format!("EXTENSION_REQUESTED@{}", row.id);
    assert_eq!(about_it(&town, id, "EXTENSION").await, each(&asked, &[town.safety_office.officer, town.regulator.officer]));

    let office = town.person(town.safety_office.officer, "2023-06-16").await;
    let own_motion = town.change(async |tx| hazard::grant_extension(tx, &office, id, day("2023-06-30"), "采购").await).await;
    assert_eq!(codes(own_motion), ["DECIDE_THE_REQUEST"]);
    let granted = decide(&town, town.safety_office.officer, "2023-06-16", row.id, true, None).await.expect("granted");
    assert_eq!((granted.state, granted.decided_by, granted.decided_at), (ExtensionState::Granted, Some(town.safety_office.officer), Some(office.now)));
    let extended = look(&town, id).await;
    assert_eq!((extended.deadline_on, extended.check_after), (Some(day("2023-07-10")), Some(office.now)), "who is told when is planned anew");
    let data = event(&town, id, "HAZARD_EXTENDED").await.data;
    assert_eq!((data["from"].as_str(), data["deadlineOn"].as_str(), data["reason"].as_str()), (Some("2023-06-20"), Some("2023-07-10"), Some("设备未到货")));
    let answer = format!("EXTENSION_DECIDED@{}", row.id);
    assert_eq!(about_it(&town, id, "EXTENSION").await, each(&answer, &[plant.officer, plant.head]), "the question is not sent any more");
    assert_eq!(codes(decide(&town, town.safety_office.head, "2023-06-16", row.id, false, Some("…")).await), ["EXTENSION_DECIDED"]);
    assert!(town.change(async |tx| hazard::grant_extension(tx, &office, id, day("2023-07-11"), "采购").await).await.is_ok(), "nothing is open any more");
}

#[tokio::test]
async fn only_the_head_signs_a_request_and_the_refusal_names_who_that_is() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    for who in [town.plant.deputy, town.plant.officer] {
        let Err(Error::Refused(refusals)) = request(&town, who, "2023-06-15", id, until("2023-07-10")).await else { panic!("it was not refused") };
        assert_eq!(refusals[0].code, "HEAD_SIGNS");
        assert_eq!(refusals[0].message(Language::Zh), "延期申请须由本单位主要负责人签名；应由李建国签名申请。");
        assert!(refusals[0].message(Language::En).ends_with("right would be 李建国."));
    }
    assert_eq!(codes(request(&town, town.plant.staff, "2023-06-15", id, until("2023-07-10")).await), ["FORBIDDEN"]);
    assert_eq!(codes(request(&town, town.regulator.head, "2023-06-15", id, until("2023-07-10")).await), ["FORBIDDEN"]);
    assert_eq!(codes(request(&town, town.trader.head, "2023-06-15", id, until("2023-07-10")).await), ["NOT_FOUND"]);
    assert!(request(&town, town.plant.head, "2023-06-15", id, until("2023-07-10")).await.is_ok());
}

#[tokio::test]
async fn a_request_is_later_than_the_deadline_and_says_why_and_what_keeps_it_safe() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let head = town.plant.head;
    assert_eq!(codes(request(&town, head, "2023-06-15", id, until("2023-06-20")).await), ["EXTENSION_NOT_LATER"]);
    let empty = ExtensionRequest { reason: " ".to_owned(), interim_measures: String::new(), ..until("2023-06-21") };
    let Err(Error::Refused(refusals)) = request(&town, head, "2023-06-15", id, empty).await else { panic!("it was not refused") };
    let named: Vec<_> = refusals.iter().map(|refusal| (refusal.code, refusal.field.as_deref(), refusal.clause)).collect();
    let missing = "EXTENSION_ELEMENT_MISSING";
    assert_eq!(named, [(missing, Some("reason"), Some("2.1.1")), (missing, Some("interimMeasures"), Some("2.1.1"))]);
    let long = ExtensionRequest { reason: "长".repeat(4_001), ..until("2023-06-21") };
    assert_eq!(codes(request(&town, head, "2023-06-15", id, long).await), ["TEXT_TOO_LONG"]);
    assert!(request(&town, head, "2023-06-15", id, until("2023-06-21")).await.is_ok());
    assert_eq!(codes(request(&town, head, "2023-06-15", id, until("2023-07-01")).await), ["EXTENSION_OPEN"], "one at a time");
}

#[tokio::test]
async fn an_extension_is_requested_between_planning_and_application() {
    let town = Township::new().await;
    let graded = graded_major(&town).await;
    assert_eq!(codes(request(&town, town.plant.head, "2023-06-06", graded, until("2023-07-10")).await), ["NOTHING_TO_EXTEND"]);
    let id = planned_major(&town, "2023-06-20").await;
    apply(&town, id, "2023-06-19").await;
    assert_eq!(codes(request(&town, town.plant.head, "2023-06-19", id, until("2023-07-10")).await), ["NOTHING_TO_EXTEND"]);
    let late = planned_major(&town, "2023-06-20").await;
    assert_eq!(codes(request(&town, town.plant.head, "2023-06-25", late, until("2023-06-24")).await), ["EXTENSION_NOT_LATER"], "over already");
    assert!(request(&town, town.plant.head, "2023-06-25", late, until("2023-06-25")).await.is_ok(), "an overdue one can be extended");
}

#[tokio::test]
async fn the_office_alone_decides_and_a_refusal_has_a_reason_and_moves_nothing() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let row = request(&town, town.plant.head, "2023-06-15", id, until("2023-07-10")).await.expect("requested");
    let on = "2023-06-16";
    assert_eq!(codes(decide(&town, town.plant.head, on, row.id, true, None).await), ["FORBIDDEN"]);
    assert_eq!(codes(decide(&town, town.regulator.officer, on, row.id, true, None).await), ["FORBIDDEN"]);
    assert_eq!(codes(decide(&town, town.trader.head, on, row.id, true, None).await), ["NOT_FOUND"]);
    assert_eq!(codes(decide(&town, town.safety_office.officer, on, Uuid::from_u128(1), true, None).await), ["NOT_FOUND"]);
    assert_eq!(codes(decide(&town, town.safety_office.officer, on, row.id, false, None).await), ["REASON_MISSING"]);
    assert_eq!(codes(decide(&town, town.safety_office.officer, "2023-07-11", row.id, true, None).await), ["EXTENSION_NOT_LATER"], "it would be over already");
    let refused = decide(&town, town.safety_office.officer, on, row.id, false, Some("应按期完成")).await.expect("refused");
    assert_eq!((refused.state, refused.decision_reason.as_deref()), (ExtensionState::Refused, Some("应按期完成")));
    assert_eq!(look(&town, id).await.deadline_on, Some(day("2023-06-20")));
    assert_eq!(event(&town, id, "HAZARD_EXTENSION_REFUSED").await.actor_id, Some(town.safety_office.officer));
    assert!(request(&town, town.plant.head, "2023-06-17", id, until("2023-06-30")).await.is_ok(), "it can be requested anew");
}

#[tokio::test]
async fn a_request_that_nobody_answered_lapses_with_the_closing() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let row = request(&town, town.plant.head, "2023-06-15", id, until("2023-07-10")).await.expect("requested");
    apply(&town, id, "2023-06-16").await;
    assert_eq!(codes(decide(&town, town.safety_office.officer, "2023-06-16", row.id, true, None).await), ["NOTHING_TO_EXTEND"], "it is rectified");
    let regulator = town.person(town.regulator.officer, "2023-06-17").await;
    town.change(async |tx| hazard::accept(tx, &regulator, id, None, &Confirmed::by_program(&regulator)).await).await.expect("accepted");
    let lapsed = extension::Entity::find_by_id(row.id).one(town.db.read()).await.expect("asked").expect("an extension");
    assert_eq!(lapsed.state, ExtensionState::Lapsed);
    assert_eq!(event(&town, id, "HAZARD_EXTENSION_LAPSED").await.data["extension"], row.id.to_string());
    assert_eq!(codes(decide(&town, town.safety_office.officer, "2023-06-17", row.id, false, Some("…")).await), ["EXTENSION_DECIDED"]);
    assert!(about_it(&town, id, "EXTENSION_REQUESTED").await.is_empty());
    let other = planned_major(&town, "2023-06-20").await;
    close(&town, other, "2023-06-17").await;
    assert!(!crate::hazards::events(&town, other).await.contains(&"HAZARD_EXTENSION_LAPSED".to_owned()));
}
