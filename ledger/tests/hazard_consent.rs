//! Photographs of what is fixed on the spot, and plans whose deadline needs a supervisor's consent.

use crate::common::{Township, day, refused};
use crate::hazards::{codes, each, event, found, general, graded_major, look, photograph, photographs, plan, planned_major, rectified, told};
use redline_domain::{AttachmentPurpose, HazardState, NoticeState, PlanConsent};
use redline_entity::{attachment, hazard_plan, notice};
use redline_ledger::{
    Error,
    hazard::{self, Application, Photographs, Progress},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// The last day that needs no consent: 90 days after the grading on 2023-06-05.
const BOUND: &str = "2023-09-03";
const BEYOND: &str = "2023-09-04";

async fn plans(town: &Township, hazard: Uuid) -> Vec<hazard_plan::Model> {
    let rows = hazard_plan::Entity::find().filter(hazard_plan::Column::HazardId.eq(hazard)).order_by_asc(hazard_plan::Column::Version);
    rows.all(town.db.read()).await.expect("plans")
}

async fn submit(town: &Township, hazard: Uuid, on: &str, deadline: &str) -> hazard_plan::Model {
    let officer = town.person(town.plant.officer, on).await;
    town.change(async |tx| hazard::submit_plan(tx, &officer, hazard, plan(deadline)).await).await.expect("submitted")
}

/// A plan beyond the bound, submitted on 2023-06-06.
async fn asked(town: &Township) -> (Uuid, Uuid) {
    let id = graded_major(town).await;
    (id, submit(town, id, "2023-06-06", BEYOND).await.id)
}

#[tokio::test]
async fn a_fix_on_the_spot_shows_how_it_was_and_how_it_is_and_what_is_missing_is_named() {
    let town = Township::new().await;
    let plant = town.plant;
    let officer = town.person(plant.officer, "2023-06-05").await;
    let id = town
        .change(async |tx| {
            let id = hazard::report(tx, &officer, found(plant.id, "2023-06-05")).await?.id;
            hazard::grade(tx, &officer, id, general()).await?;
            Ok(id)
        })
        .await
        .expect("graded");
    let both = town.change(async |tx| Ok(photographs(tx, &officer, plant.id).await)).await.expect("uploaded");
    let fix = async |photographs: &Photographs| town.change(async |tx| hazard::fix_on_spot(tx, &officer, id, rectified("2023-06-05"), photographs).await).await;
    let before = |photographs: &Photographs| Photographs { after: Vec::new(), ..photographs.clone() };
    let after = |photographs: &Photographs| Photographs { before: Vec::new(), ..photographs.clone() };
    for (given, fields) in
        [(Photographs::default(), vec!["beforePhotoIds", "afterPhotoIds"]), (before(&both), vec!["afterPhotoIds"]), (after(&both), vec!["beforePhotoIds"])]
    {
        let Err(Error::Refused(refusals)) = fix(&given).await else { panic!("it was not refused") };
        let named: Vec<_> = refusals.iter().map(|refusal| (refusal.code, refusal.field.as_deref(), refusal.clause)).collect();
        assert_eq!(named, fields.into_iter().map(|field| ("PHOTO_MISSING", Some(field), Some("2.1.1"))).collect::<Vec<_>>());
    }
    assert_eq!(look(&town, id).await.state, HazardState::Graded);
    let head = town.person(plant.head, "2023-06-05").await;
    let theirs = town.change(async |tx| Ok(photograph(tx, &head, plant.id).await)).await.expect("uploaded");
    assert_eq!(codes(fix(&Photographs { after: vec![theirs], ..both.clone() }).await), ["UNKNOWN_ATTACHMENT"], "another's photograph");
    fix(&both).await.expect("fixed");
    for (photo, purpose) in [(both.before[0], AttachmentPurpose::Before), (both.after[0], AttachmentPurpose::After)] {
        let row = attachment::Entity::find_by_id(photo).one(town.db.read()).await.expect("asked").expect("an attachment");
        assert_eq!((row.subject_kind.as_deref(), row.subject_id, row.purpose), (Some("HAZARD"), Some(id), Some(purpose)));
    }
    let event = event(&town, id, "HAZARD_FIXED_ON_SPOT").await;
    assert_eq!(event.actor_id, Some(plant.officer));
    assert_eq!(event.data["before"][0]["id"], both.before[0].to_string());
    assert!(event.data["after"][0]["sha256"].as_str().is_some_and(|hash| hash.starts_with("ba7816bf")), "the hash stands in the ledger");
}

#[tokio::test]
async fn progress_and_application_may_show_photographs_too() {
    let town = Township::new().await;
    let id = planned_major(&town, "2023-06-30").await;
    let officer = town.person(town.plant.officer, "2023-06-10").await;
    town.change(async |tx| {
        let photographs = vec![photograph(tx, &officer, town.plant.id).await];
        hazard::record_progress(tx, &officer, id, Progress { text: "已到货".to_owned(), photographs }).await?;
        let photographs = vec![photograph(tx, &officer, town.plant.id).await];
        hazard::apply_for_acceptance(tx, &officer, id, Application { done: Some(rectified("2023-06-10")), photographs }).await
    })
    .await
    .expect("applied");
    for action in ["HAZARD_PROGRESS", "HAZARD_APPLIED"] {
        assert_eq!(event(&town, id, action).await.data["photographs"].as_array().map(Vec::len), Some(1), "{action}");
    }
    let mut purposes: Vec<_> = redline_ledger::attachment::of(town.db.read(), id).await.expect("attachments").into_iter().map(|row| row.purpose).collect();
    purposes.sort();
    assert_eq!(purposes, [Some(AttachmentPurpose::After), Some(AttachmentPurpose::Photo)]);
}

#[tokio::test]
async fn a_plan_up_to_the_bound_is_in_force_and_one_beyond_it_waits_for_a_supervisor() {
    let town = Township::new().await;
    let within = graded_major(&town).await;
    let plan = submit(&town, within, "2023-06-06", BOUND).await;
    assert_eq!((plan.consent, look(&town, within).await.state), (PlanConsent::NotNeeded, HazardState::Planned));

    let (id, plan) = asked(&town).await;
    assert_eq!(plans(&town, id).await[0].consent, PlanConsent::Asked);
    let waiting = look(&town, id).await;
    assert_eq!((waiting.state, waiting.deadline_on, waiting.check_after), (HazardState::Graded, None, None), "nothing has changed yet");
    let owed = town.windows(town.plant.id, "E03").await.into_iter().find(|window| window.hazard_id == Some(id)).expect("a window");
    assert_eq!((owed.fulfilled_on, owed.ended_on), (None, None), "the plan is still owed");
    let asked: Vec<_> = told(&town, id).await.into_iter().filter(|(step, _)| step.starts_with("PLAN_CONSENT")).collect();
    assert_eq!(asked, each("PLAN_CONSENT_ASKED#1", &[town.regulator.officer, town.safety_office.officer]));
    let submitted = event(&town, id, "HAZARD_PLAN_SUBMITTED").await;
    assert_eq!((submitted.actor_id, submitted.data["plan"].as_str()), (Some(town.plant.officer), Some(plan.to_string().as_str())));

    let regulator = town.person(town.regulator.officer, "2023-06-15").await;
    let consented = town.change(async |tx| hazard::decide_plan(tx, &regulator, plan, true, Some("设备定制周期长")).await).await.expect("consented");
    assert_eq!((consented.consent, consented.consent_by, consented.consent_on), (PlanConsent::Given, Some(town.regulator.officer), Some(day("2023-06-15"))));
    let planned = look(&town, id).await;
    assert_eq!((planned.state, planned.deadline_on, planned.check_after), (HazardState::Planned, Some(day(BEYOND)), Some(regulator.now)));
    let done = town.windows(town.plant.id, "E03").await.into_iter().find(|window| window.hazard_id == Some(id)).expect("a window");
    assert_eq!((done.fulfilled_on, done.fulfilled_recorded_at), (Some(day("2023-06-06")), Some(consented.recorded_at)), "done when it was submitted");
    let answered: Vec<_> = told(&town, id).await.into_iter().filter(|(step, _)| step.starts_with("PLAN_CONSENT")).collect();
    assert_eq!(answered, each("PLAN_CONSENT_DECIDED#1", &[town.plant.head, town.plant.officer]), "the question is not sent any more");
    assert_eq!(event(&town, id, "HAZARD_PLAN_CONSENTED").await.actor_id, Some(town.regulator.officer));
}

#[tokio::test]
async fn consent_is_for_a_regulator_or_the_safety_office_and_a_refusal_has_a_reason() {
    let town = Township::new().await;
    let (id, plan) = asked(&town).await;
    let decide = async |who: Uuid, consent: bool, reason: Option<&str>| {
        let who = town.person(who, "2023-06-10").await;
        codes(town.change(async |tx| hazard::decide_plan(tx, &who, plan, consent, reason).await).await)
    };
    assert_eq!(decide(town.plant.head, true, None).await, ["FORBIDDEN"]);
    assert_eq!(decide(town.village.head, true, None).await, ["FORBIDDEN"]);
    assert_eq!(decide(town.trader.head, true, None).await, ["NOT_FOUND"], "what one may not see does not exist");
    assert_eq!(decide(town.safety_office.head, false, Some(" ")).await, ["REASON_MISSING"]);
    assert_eq!(decide(town.safety_office.head, false, None).await, ["REASON_MISSING"]);
    assert!(decide(town.safety_office.head, false, Some("期限过长")).await.is_empty());
    assert_eq!(decide(town.safety_office.head, true, None).await, ["PLAN_NOT_ASKED"], "it is decided on");
    let refused = &plans(&town, id).await[0];
    assert_eq!((refused.consent, refused.consent_reason.as_deref()), (PlanConsent::Refused, Some("期限过长")));
    assert_eq!((look(&town, id).await.state, look(&town, id).await.deadline_on), (HazardState::Graded, None));
    assert_eq!(event(&town, id, "HAZARD_PLAN_REFUSED").await.data["reason"], "期限过长");
    let unknown = town.person(town.safety_office.head, "2023-06-10").await;
    assert_eq!(codes(town.change(async |tx| hazard::decide_plan(tx, &unknown, Uuid::from_u128(1), true, None).await).await), ["NOT_FOUND"]);

    // A new plan can be submitted, and its days are counted from its own submission.
    let officer = town.person(town.plant.officer, "2023-06-11").await;
    let early = town.change(async |tx| hazard::submit_plan(tx, &officer, id, crate::hazards::plan("2023-06-10")).await).await;
    assert_eq!(codes(early), ["PLAN_DEADLINE_PAST"]);
    let again = submit(&town, id, "2023-06-11", "2023-06-30").await;
    assert_eq!((again.version, again.consent, look(&town, id).await.state), (2, PlanConsent::NotNeeded, HazardState::Planned));
}

#[tokio::test]
async fn a_new_plan_takes_the_place_of_one_that_waits_and_another_step_ends_the_waiting() {
    let town = Township::new().await;
    let (id, first) = asked(&town).await;
    submit(&town, id, "2023-06-07", "2023-10-01").await;
    let consents = async |id| plans(&town, id).await.into_iter().map(|plan| plan.consent).collect::<Vec<_>>();
    assert_eq!(consents(id).await, [PlanConsent::Lapsed, PlanConsent::Asked]);
    let office = town.person(town.safety_office.officer, "2023-06-08").await;
    assert_eq!(codes(town.change(async |tx| hazard::decide_plan(tx, &office, first, true, None).await).await), ["PLAN_NOT_ASKED"]);
    let cancelled = notice::Entity::find().filter(notice::Column::HazardId.eq(id)).filter(notice::Column::Step.eq("PLAN_CONSENT_ASKED#1"));
    assert!(cancelled.all(town.db.read()).await.expect("notices").iter().all(|notice| notice.state == NoticeState::Cancelled));

    let (fixed, _) = asked(&town).await;
    let officer = town.person(town.plant.officer, "2023-06-08").await;
    town.change(async |tx| hazard::fix_on_spot(tx, &officer, fixed, rectified("2023-06-08"), &photographs(tx, &officer, town.plant.id).await).await)
        .await
        .expect("fixed");
    assert_eq!(consents(fixed).await, [PlanConsent::Lapsed]);
}

#[tokio::test]
async fn a_plan_that_waits_does_not_let_the_rectification_be_accepted() {
    let town = Township::new().await;
    let id = graded_major(&town).await;
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    town.change(async |tx| {
        hazard::fix_on_spot(tx, &officer, id, rectified("2023-06-05"), &photographs(tx, &officer, town.plant.id).await).await?;
        hazard::apply_for_acceptance(tx, &officer, id, None).await
    })
    .await
    .expect("applied");
    let office = town.person(town.safety_office.officer, "2023-06-06").await;
    town.change(async |tx| hazard::reject(tx, &office, id, "只作了临时封堵").await).await.expect("rejected");
    let waiting = submit(&town, id, "2023-06-07", BEYOND).await;
    assert_eq!((waiting.consent, look(&town, id).await.state), (PlanConsent::Asked, HazardState::Rectifying));
    let apply = async |on: &str| {
        let officer = town.person(town.plant.officer, on).await;
        town.change(async |tx| hazard::apply_for_acceptance(tx, &officer, id, Some(rectified(on))).await).await
    };
    assert_eq!(refused(apply("2023-06-08").await), ["PLAN_MISSING"]);
    town.change(async |tx| hazard::decide_plan(tx, &office, waiting.id, true, None).await).await.expect("consented");
    assert_eq!(look(&town, id).await.deadline_on, Some(day(BEYOND)));
    apply("2023-06-08").await.expect("applied");
    assert_eq!(look(&town, id).await.state, HazardState::AwaitingAcceptance);
}

#[tokio::test]
async fn a_revised_plan_needs_no_consent_again_and_a_later_deadline_is_still_an_extension() {
    let town = Township::new().await;
    let (id, plan) = asked(&town).await;
    let office = town.person(town.safety_office.officer, "2023-06-08").await;
    town.change(async |tx| hazard::decide_plan(tx, &office, plan, true, None).await).await.expect("consented");
    let revised = submit(&town, id, "2023-06-20", BEYOND).await;
    assert_eq!((revised.version, revised.consent), (2, PlanConsent::NotNeeded));
    let officer = town.person(town.plant.officer, "2023-06-20").await;
    let later = town.change(async |tx| hazard::submit_plan(tx, &officer, id, crate::hazards::plan("2023-09-05")).await).await;
    assert_eq!(refused(later), ["PLAN_DEADLINE_LATER"]);
}

#[tokio::test]
async fn a_general_hazard_that_was_given_a_far_deadline_needs_the_consent_once_it_is_planned_as_a_major_one() {
    let town = Township::new().await;
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    let id = town
        .change(async |tx| {
            let id = hazard::report(tx, &officer, found(town.plant.id, "2023-06-05")).await?.id;
            hazard::grade(tx, &officer, id, general()).await?;
            hazard::set_deadline(tx, &officer, id, day("2023-12-01")).await?;
            hazard::grade(tx, &officer, id, crate::hazards::major()).await?;
            Ok(id)
        })
        .await
        .expect("graded");
    let plan = submit(&town, id, "2023-06-06", "2023-11-30").await;
    assert_eq!(plan.consent, PlanConsent::Asked);
    let earlier = look(&town, id).await;
    assert_eq!((earlier.state, earlier.deadline_on), (HazardState::Planned, Some(day("2023-12-01"))), "the deadline that it had stays in force");
    let owed = town.windows(town.plant.id, "E03").await.remove(0);
    assert_eq!(owed.fulfilled_on, None);
}
