//! Listed supervision of a major hazard, with its letter.

use crate::common::{Township, day};
use crate::hazards::{close, codes, each, event, found, general, graded_major, planned_major, told};
use redline_domain::{Language, SupervisionLevel};
use redline_entity::{notice, supervision};
use redline_ledger::{
    Result,
    hazard::{self, NewSupervision},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

fn listing(number: &str, deadline: &str) -> NewSupervision {
    NewSupervision {
        level: SupervisionLevel::Town,
        body: "乌审召镇安委办".to_owned(),
        number: number.to_owned(),
        deadline: day(deadline),
        requirements: "停用储罐区，更换检测器".to_owned(),
        documents: Vec::new(),
    }
}

async fn list(town: &Township, who: Uuid, on: &str, hazard: Uuid, new: NewSupervision) -> Result<supervision::Model> {
    let who = town.person(who, on).await;
    town.change(async |tx| hazard::list_for_supervision(tx, &who, hazard, new).await).await
}

async fn lift(town: &Township, who: Uuid, on: &str, id: Uuid, reason: &str) -> Result<supervision::Model> {
    let who = town.person(who, on).await;
    town.change(async |tx| hazard::lift_supervision(tx, &who, id, reason).await).await
}

async fn row(town: &Township, id: Uuid) -> supervision::Model {
    supervision::Entity::find_by_id(id).one(town.db.read()).await.expect("asked").expect("a supervision")
}

#[tokio::test]
async fn the_office_lists_a_major_hazard_and_its_letter_is_told_and_the_acceptance_lifts_it() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let listed = list(&town, town.safety_office.officer, "2023-06-08", id, listing("乌召安督〔2023〕1号", "2023-06-20")).await.expect("listed");
    assert_eq!((listed.level, listed.listed_by, listed.lifted_on), (SupervisionLevel::Town, Some(town.safety_office.officer), None));
    let event_of = event(&town, id, "SUPERVISION_LISTED").await;
    assert_eq!((event_of.actor_id, event_of.data["number"].as_str()), (Some(town.safety_office.officer), Some("乌召安督〔2023〕1号")));
    let step = format!("SUPERVISION_LISTED@{}", listed.id);
    let about_it: Vec<_> = told(&town, id).await.into_iter().filter(|(told, _)| told.starts_with("SUPERVISION")).collect();
    assert_eq!(about_it, each(&step, &[town.plant.head, town.village.officer, town.regulator.officer]));
    let notice = notice::Entity::find().filter(notice::Column::Step.eq(step)).one(town.db.read()).await.expect("asked").expect("a notice");
    let tale = notice.tale.expect("a tale").0;
    assert_eq!((tale.title.zh.as_str(), tale.clause.as_deref()), ("重大事故隐患挂牌督办通知书", Some("2.3.5")));
    let hazard = crate::hazards::look(&town, id).await;
    let letter = hazard::letter(&town.site.rulebook, &listed, &hazard, "红柳化工有限公司").text(Language::Zh);
    let told: Vec<&str> = std::iter::once(&tale.title).chain(&tale.paragraphs).map(|text| text.zh.as_str()).collect();
    assert_eq!(told.join("\n"), letter, "the notice tells the letter");
    for part in ["乌召安督〔2023〕1号", "红柳化工有限公司：", "镇级挂牌督办", "HAZCHEM-2017/2", "2023年6月20日前（含当日）", "乌审召镇安委办\n2023年6月8日"]
    {
        assert!(letter.contains(part), "{part}: {letter}");
    }

    close(&town, id, "2023-06-18").await;
    let lifted = row(&town, listed.id).await;
    assert_eq!((lifted.lifted_on, lifted.lifted_by), (Some(day("2023-06-18")), Some(town.regulator.officer)));
    assert_eq!(event(&town, id, "SUPERVISION_LIFTED").await.data["supervision"], listed.id.to_string());
    assert_eq!(codes(lift(&town, town.safety_office.officer, "2023-06-19", listed.id, "…").await), ["ALREADY_LIFTED"]);
    let again = listing("乌召安督〔2023〕2号", "2023-06-19");
    assert_eq!(codes(list(&town, town.safety_office.officer, "2023-06-19", id, again).await), ["HAZARD_CLOSED"]);
}

#[tokio::test]
async fn only_a_major_hazard_is_listed_and_only_by_the_office() {
    let town = Township::new().await;
    let on = "2023-06-08";
    let officer = town.person(town.plant.officer, on).await;
    let general = town
        .change(async |tx| {
            let id = hazard::report(tx, &officer, found(town.plant.id, on)).await?.id;
            hazard::grade(tx, &officer, id, general()).await?;
            Ok(id)
        })
        .await
        .expect("graded");
    assert_eq!(codes(list(&town, town.safety_office.officer, on, general, listing("1", on)).await), ["ONLY_MAJOR"]);
    let id = graded_major(&town).await;
    assert_eq!(codes(list(&town, town.plant.head, on, id, listing("1", on)).await), ["FORBIDDEN"]);
    assert_eq!(codes(list(&town, town.regulator.head, on, id, listing("1", on)).await), ["FORBIDDEN"]);
    assert_eq!(codes(list(&town, town.trader.head, on, id, listing("1", on)).await), ["NOT_FOUND"]);
    assert!(list(&town, town.safety_office.officer, on, id, listing("1", on)).await.is_ok());
}

#[tokio::test]
async fn a_listing_has_its_own_number_its_own_level_and_a_deadline_within_that_of_the_rectification() {
    let town = Township::new().await;
    let office = town.safety_office.officer;
    let (on, id) = ("2023-06-08", planned_major(&town, "2023-06-20").await);
    for (deadline, expected) in [("2023-06-07", "SUPERVISION_DEADLINE_PAST"), ("2023-06-21", "SUPERVISION_DEADLINE_LATE")] {
        assert_eq!(codes(list(&town, office, on, id, listing("1", deadline)).await), [expected]);
    }
    let blank = NewSupervision { body: " ".to_owned(), requirements: String::new(), ..listing(" ", "2023-06-07") };
    let all = ["TEXT_MISSING", "TEXT_MISSING", "TEXT_MISSING", "SUPERVISION_DEADLINE_PAST"];
    assert_eq!(codes(list(&town, office, on, id, blank).await), all, "all that is wrong at once");
    assert!(list(&town, office, on, id, listing("1", "2023-06-20")).await.is_ok());
    assert_eq!(codes(list(&town, office, on, id, listing("2", "2023-06-20")).await), ["ALREADY_LISTED"]);
    let county = |number: &str, body: &str| NewSupervision { level: SupervisionLevel::County, body: body.to_owned(), ..listing(number, "2023-06-20") };
    assert_eq!(codes(list(&town, office, on, id, county("1", "乌审召镇安委办")).await), ["NUMBER_TAKEN"]);
    assert!(list(&town, office, on, id, county("1", "乌审旗安委会")).await.is_ok(), "another body has numbers of its own");
    // Many a hazard is listed because its deadline has passed.
    let late = planned_major(&town, "2023-06-10").await;
    assert_eq!(codes(list(&town, office, "2023-06-10", late, listing("3", "2023-06-30")).await), ["SUPERVISION_DEADLINE_LATE"]);
    assert!(list(&town, office, "2023-06-11", late, listing("3", "2023-06-30")).await.is_ok());
}

#[tokio::test]
async fn the_office_lifts_a_supervision_with_a_reason_and_may_list_the_hazard_again() {
    let town = Township::new().await;
    let (on, id) = ("2023-06-08", graded_major(&town).await);
    let listed = list(&town, town.safety_office.officer, on, id, listing("1", "2023-06-20")).await.expect("listed");
    assert_eq!(codes(lift(&town, town.plant.head, on, listed.id, "…").await), ["FORBIDDEN"]);
    assert_eq!(codes(lift(&town, town.trader.head, on, listed.id, "…").await), ["NOT_FOUND"]);
    assert_eq!(codes(lift(&town, town.safety_office.head, on, Uuid::from_u128(1), "…").await), ["NOT_FOUND"]);
    assert_eq!(codes(lift(&town, town.safety_office.head, on, listed.id, " ").await), ["REASON_MISSING"]);
    let lifted = lift(&town, town.safety_office.head, on, listed.id, "改由旗里督办").await.expect("lifted");
    assert_eq!((lifted.lifted_on, lifted.lifted_reason.as_deref()), (Some(day(on)), Some("改由旗里督办")));
    assert_eq!(event(&town, id, "SUPERVISION_LIFTED").await.actor_id, Some(town.safety_office.head));
    assert_eq!(codes(lift(&town, town.safety_office.head, on, listed.id, "…").await), ["ALREADY_LIFTED"]);
    assert!(list(&town, town.safety_office.officer, on, id, listing("2", "2023-06-20")).await.is_ok());
}

#[tokio::test]
async fn a_letter_says_for_good_what_it_said_when_it_was_sent() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-20").await;
    let listed = list(&town, town.safety_office.officer, "2023-06-08", id, listing("乌召安督〔2023〕1号", "2023-06-20")).await.expect("listed");
    let letter = async || hazard::letter(&town.site.rulebook, &listed, &crate::hazards::look(&town, id).await, "红柳化工有限公司").text(Language::Zh);
    let sent = letter().await;
    assert!(sent.contains("HAZCHEM-2017/2"), "{sent}");
    let office = town.person(town.safety_office.officer, "2023-06-09").await;
    let other = hazard::GradeInput { criterion: Some("HAZCHEM-2017/8".to_owned()), ..crate::hazards::major() };
    town.change(async |tx| hazard::grade(tx, &office, id, other).await).await.expect("graded anew");
    assert_eq!(letter().await, sent);
}
