//! Production suspended because of a hazard, and resumed after its acceptance.

use crate::common::{Township, day};
use crate::hazards::{close, codes, each, event, planned_major, told};
use redline_domain::{OrganizationState, Sector, SuspensionExtent};
use redline_entity::suspension;
use redline_ledger::{
    Error, Result,
    hazard::{self, NewSuspension},
    organization::{self, classify},
};
use sea_orm::EntityTrait;
use uuid::Uuid;

fn part() -> NewSuspension {
    NewSuspension { extent: SuspensionExtent::Part, scope: Some(" 甲类储罐区 ".to_owned()), reason: "检测报警未投用".to_owned(), number: None }
}

fn whole() -> NewSuspension {
    NewSuspension { extent: SuspensionExtent::Whole, scope: None, number: Some("乌召停〔2023〕1号".to_owned()), ..part() }
}

async fn suspend(town: &Township, who: Uuid, on: &str, hazard: Uuid, new: NewSuspension) -> Result<suspension::Model> {
    let who = town.person(who, on).await;
    town.change(async |tx| hazard::suspend_production(tx, &who, hazard, new).await).await
}

async fn resume(town: &Township, who: Uuid, on: &str, id: Uuid, note: &str) -> Result<suspension::Model> {
    let who = town.person(who, on).await;
    town.change(async |tx| hazard::resume_production(tx, &who, id, note).await).await
}

#[tokio::test]
async fn a_regulator_suspends_in_part_and_resumes_after_the_acceptance_alone() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let row = suspend(&town, town.regulator.officer, "2023-06-07", id, part()).await.expect("suspended");
    assert_eq!((row.extent, row.scope.as_deref(), row.by_supervisor), (SuspensionExtent::Part, Some("甲类储罐区"), true));
    assert_eq!((row.ordered_by_organization, row.ordered_by, row.ordered_on), (Some(town.regulator.id), Some(town.regulator.officer), day("2023-06-07")));
    let suspended = event(&town, id, "PRODUCTION_SUSPENDED").await;
    assert_eq!((suspended.actor_id, suspended.data["extent"].as_str()), (Some(town.regulator.officer), Some("PART")));
    let everybody = [town.plant.head, town.village.officer, town.regulator.officer, town.safety_office.officer];
    let about_it = async |kind: &str| told(&town, id).await.into_iter().filter(|(step, _)| step.starts_with(kind)).collect::<Vec<_>>();
    assert_eq!(about_it("PRODUCTION_SUSPENDED").await, each(&format!("PRODUCTION_SUSPENDED@{}", row.id), &everybody));
    assert_eq!(town.organization(town.plant.id).await.state, OrganizationState::Active, "the organization still takes part in the action");

    assert_eq!(codes(resume(&town, town.regulator.officer, "2023-06-18", row.id, "已复查").await), ["RESUMPTION_BEFORE_ACCEPTANCE"]);
    close(&town, id, "2023-06-18").await;
    assert_eq!(codes(resume(&town, town.plant.head, "2023-06-18", row.id, "已复查").await), ["SUPERVISOR_RESUMES"]);
    assert_eq!(codes(resume(&town, town.regulator.officer, "2023-06-18", row.id, " ").await), ["TEXT_MISSING"]);
    let resumed = resume(&town, town.safety_office.officer, "2023-06-18", row.id, "复查合格").await.expect("resumed");
    assert_eq!((resumed.resumed_on, resumed.resumed_by), (Some(day("2023-06-18")), Some(town.safety_office.officer)));
    assert_eq!(event(&town, id, "PRODUCTION_RESUMED").await.actor_id, Some(town.safety_office.officer));
    assert_eq!(about_it("PRODUCTION_RESUMED").await, each(&format!("PRODUCTION_RESUMED@{}", row.id), &everybody));
    assert_eq!(codes(resume(&town, town.safety_office.officer, "2023-06-18", row.id, "复查合格").await), ["ALREADY_RESUMED"]);
}

#[tokio::test]
async fn the_enterprise_resumes_what_it_stopped_itself() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let row = suspend(&town, town.plant.officer, "2023-06-07", id, whole()).await.expect("suspended");
    assert_eq!((row.by_supervisor, row.ordered_by_organization), (false, Some(town.plant.id)));
    assert_eq!(codes(resume(&town, town.plant.head, "2023-06-17", row.id, "已复查").await), ["RESUMPTION_BEFORE_ACCEPTANCE"]);
    close(&town, id, "2023-06-18").await;
    assert_eq!(codes(resume(&town, town.regulator.officer, "2023-06-18", row.id, "已复查").await), ["ENTERPRISE_RESUMES"]);
    assert!(resume(&town, town.plant.head, "2023-06-18", row.id, "已复查").await.is_ok());
}

#[tokio::test]
async fn who_may_suspend_production_and_what_is_missing() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let on = "2023-06-07";
    assert_eq!(codes(suspend(&town, town.plant.staff, on, id, part()).await), ["FORBIDDEN"]);
    assert_eq!(codes(suspend(&town, town.village.head, on, id, part()).await), ["FORBIDDEN"]);
    assert_eq!(codes(suspend(&town, town.discipline_office.head, on, id, part()).await), ["FORBIDDEN"]);
    assert_eq!(codes(suspend(&town, town.trader.head, on, id, part()).await), ["NOT_FOUND"]);
    let blank = NewSuspension { scope: Some(" ".to_owned()), reason: String::new(), ..part() };
    assert_eq!(codes(suspend(&town, town.plant.head, on, id, blank).await), ["SCOPE_MISSING", "TEXT_MISSING"], "all that is wrong at once");
    let row = suspend(&town, town.plant.head, on, id, part()).await.expect("suspended");
    assert_eq!(codes(resume(&town, town.trader.head, on, row.id, "x").await), ["NOT_FOUND"]);
    assert_eq!(codes(resume(&town, town.village.head, on, row.id, "x").await), ["FORBIDDEN"]);
    assert_eq!(codes(resume(&town, town.plant.head, on, Uuid::from_u128(1), "x").await), ["NOT_FOUND"]);
    close(&town, id, "2023-06-18").await;
    assert_eq!(codes(suspend(&town, town.plant.head, "2023-06-18", id, part()).await), ["HAZARD_CLOSED"]);
}

#[tokio::test]
async fn a_suspension_in_whole_takes_the_place_of_one_in_part_and_what_a_supervisor_ordered_stays_his_to_resume() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let first = suspend(&town, town.regulator.officer, "2023-06-07", id, part()).await.expect("suspended");
    assert_eq!(codes(suspend(&town, town.safety_office.officer, "2023-06-08", id, part()).await), ["ALREADY_SUSPENDED"]);
    let second = suspend(&town, town.plant.head, "2023-06-08", id, whole()).await.expect("suspended in whole");
    assert!(second.by_supervisor, "the enterprise does not take the order over");
    let replaced = suspension::Entity::find_by_id(first.id).one(town.db.read()).await.expect("asked").expect("a suspension");
    assert_eq!((replaced.replaced_by, replaced.resumed_on), (Some(second.id), None));
    assert_eq!(event(&town, id, "PRODUCTION_SUSPENDED").await.data["replaces"], first.id.to_string());
    assert_eq!(codes(suspend(&town, town.plant.head, "2023-06-09", id, whole()).await), ["ALREADY_SUSPENDED"]);
    assert_eq!(codes(suspend(&town, town.plant.head, "2023-06-09", id, part()).await), ["ALREADY_SUSPENDED"]);
    close(&town, id, "2023-06-18").await;
    assert_eq!(codes(resume(&town, town.regulator.officer, "2023-06-18", first.id, "已复查").await), ["ALREADY_RESUMED"], "another took its place");
    assert_eq!(codes(resume(&town, town.plant.head, "2023-06-18", second.id, "已复查").await), ["SUPERVISOR_RESUMES"]);
    assert!(resume(&town, town.regulator.officer, "2023-06-18", second.id, "已复查").await.is_ok());
}

#[tokio::test]
async fn a_regulator_without_enforcement_power_orders_no_suspension() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let operator = town.operator("2023-06-01");
    let sectors = [Sector::HazardousChemicals];
    town.change(async |tx| classify(tx, &operator, town.regulator.id, day("2023-06-01"), &sectors, &[], "无执法权").await).await.expect("classified");
    match suspend(&town, town.regulator.officer, "2023-06-07", id, part()).await {
        Err(Error::Refused(refusals)) => assert_eq!((refusals[0].code, refusals[0].clause), ("NO_ENFORCEMENT_POWER", Some("3.3"))),
        other => panic!("{other:?}"),
    }
    suspend(&town, town.safety_office.officer, "2023-06-07", id, part()).await.expect("the safety office sees to it");
}

#[tokio::test]
async fn an_organization_takes_part_again_only_when_production_was_resumed_after_the_acceptance() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let row = suspend(&town, town.regulator.officer, "2023-06-07", id, whole()).await.expect("suspended");
    let office = town.operator("2023-06-08");
    town.change(async |tx| organization::suspend(tx, &office, town.plant.id, day("2023-06-08"), "停产整顿").await).await.expect("left");
    let back = async |on: &str| {
        let office = town.operator(on);
        town.change(async |tx| organization::resume(tx, &office, town.plant.id, day(on)).await).await
    };
    match back("2023-06-17").await {
        Err(Error::Refused(refusals)) => assert_eq!((refusals[0].code, refusals[0].clause), ("RESUMPTION_BEFORE_ACCEPTANCE", Some("2.1.1"))),
        other => panic!("{other:?}"),
    }
    close(&town, id, "2023-06-18").await;
    assert_eq!(codes(back("2023-06-18").await), ["RESUMPTION_BEFORE_ACCEPTANCE"], "accepted, and not resumed yet");
    resume(&town, town.regulator.officer, "2023-06-18", row.id, "复查合格").await.expect("resumed");
    assert_eq!(back("2023-06-18").await.expect("takes part").state, OrganizationState::Active);
}
