//! Reports by the public: made by anybody, limited, followed by a receipt, handled by the office, and silent about who made them.

use std::net::IpAddr;

use crate::common::{Township, day, refused};
use crate::hazards::look;
use chrono::Duration;
use redline_domain::{FoundBy, HazardState, TipState, ids::Noun, tip::proves};
use redline_entity::{attempt, informant, ledger_event, notice};
use redline_ledger::{
    Context, Result,
    tip::{self, Acceptance, NewReward, NewTip, Submitted},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

const NAME: &str = "举报人王大海";
const CONTACT: &str = "13800001234";

fn home() -> Option<IpAddr> {
    "198.51.100.7".parse().ok()
}

/// A visitor at a moment of a day.
fn at(town: &Township, minutes: i64) -> Context {
    let mut ctx = town.nobody("2023-06-05");
    ctx.now += Duration::minutes(minutes);
    ctx
}

/// A challenge with the nonce that solves it.
async fn solved(town: &Township, ctx: &Context) -> (String, String) {
    let challenge = tip::challenge(&town.db, ctx).await.expect("a challenge");
    let nonce = (0..).map(|nonce: u32| nonce.to_string()).find(|nonce| proves(&challenge.challenge, nonce, challenge.difficulty)).expect("a nonce");
    (challenge.challenge, nonce)
}

async fn new(town: &Township, ctx: &Context) -> NewTip {
    let (challenge, nonce) = solved(town, ctx).await;
    NewTip {
        challenge, nonce, place: Some("红柳化工厂北门".to_owned()), text: "夜里排放有毒气体，没有报警器。".to_owned(), ..NewTip::default()
    }
}

async fn submit(town: &Township, ctx: &Context, address: Option<IpAddr>, new: NewTip) -> Result<Submitted> {
    town.change(async |tx| tip::submit(tx, ctx, address, new).await).await
}

/// A report with its reporter's name.
async fn named(town: &Township) -> Submitted {
    let ctx = at(town, 0);
    let new =
        NewTip { organization: Some(town.plant.id), employee: true, name: Some(NAME.to_owned()), contact: Some(CONTACT.to_owned()), ..new(town, &ctx).await };
    submit(town, &ctx, home(), new).await.expect("submitted")
}

async fn events(town: &Township, id: Uuid) -> Vec<ledger_event::Model> {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).order_by_asc(ledger_event::Column::RecordedAt);
    rows.order_by_asc(ledger_event::Column::Id).all(town.db.read()).await.expect("events")
}

fn acceptance(town: &Township) -> Acceptance {
    Acceptance { organization: town.plant.id, description: "北门装置无有毒气体报警器".to_owned(), location: None, sector: None, answer: None }
}

#[tokio::test]
async fn a_report_is_kept_apart_from_who_made_it_and_names_nobody_in_the_ledger() {
    let town = Township::new().await;
    // Somebody who is logged in is not recorded either.
    let staff = town.person(town.plant.staff, "2023-06-05").await;
    let tip = submit(&town, &staff, home(), new(&town, &staff).await).await.expect("submitted").tip;
    let received = &events(&town, tip.id).await[0];
    assert_eq!((received.action.as_str(), received.subject_kind.as_str(), received.actor_id, received.organization_id), ("TIP_RECEIVED", "TIP", None, None));
    assert!(informant::Entity::find().all(town.db.read()).await.expect("asked").is_empty(), "who says nothing of himself leaves nothing");

    let tip = named(&town).await.tip;
    let informants = informant::Entity::find().all(town.db.read()).await.expect("asked");
    assert_eq!(
        informants.iter().map(|row| (row.tip_id, row.name.as_deref(), row.contact.as_deref())).collect::<Vec<_>>(),
        [(tip.id, Some(NAME), Some(CONTACT))]
    );
    let told = notice::Entity::find().filter(notice::Column::SubjectId.eq(tip.id)).all(town.db.read()).await.expect("notices");
    assert_eq!(told.iter().map(|notice| (notice.person_id, notice.organization_id)).collect::<Vec<_>>(), [(town.safety_office.officer, town.safety_office.id)]);
    let everything = format!("{:?}{told:?}{tip:?}", ledger_event::Entity::find().all(town.db.read()).await.expect("events"));
    for secret in [NAME, CONTACT, "198.51.100.7"] {
        assert!(!everything.contains(secret), "{secret}");
    }
    assert!(!format!("{told:?}").contains("报警器"), "the notice says where, and not what");
    let attempts = attempt::Entity::find().all(town.db.read()).await.expect("asked");
    assert!(attempts.iter().all(|attempt| attempt.who_hash.len() == 64));
}

#[tokio::test]
async fn the_work_is_proved_once_for_a_challenge_of_this_site_that_holds() {
    let town = Township::new().await;
    let ctx = at(&town, 0);
    let good = new(&town, &ctx).await;
    let wrong = (0..).map(|nonce: u32| nonce.to_string()).find(|nonce| !proves(&good.challenge, nonce, 4)).expect("a nonce");
    let code = async |ctx: &Context, new: NewTip| refused(submit(&town, ctx, home(), new).await);
    assert_eq!(code(&ctx, NewTip { nonce: wrong, ..good.clone() }).await, ["WORK_NOT_PROVED"]);
    assert_eq!(code(&ctx, NewTip { challenge: "v".to_owned(), ..good.clone() }).await, ["BAD_CHALLENGE"]);
    let easier = good.challenge.replacen(".4.", ".0.", 1);
    assert_ne!(easier, good.challenge);
    assert_eq!(code(&ctx, NewTip { challenge: easier, ..good.clone() }).await, ["BAD_CHALLENGE"], "what it asks for is signed");
    assert_eq!(code(&ctx, NewTip { text: " ".to_owned(), place: None, ..good.clone() }).await, ["TEXT_MISSING", "PLACE_MISSING"]);
    assert_eq!(code(&at(&town, 30), good.clone()).await, ["CHALLENGE_EXPIRED"]);
    submit(&town, &at(&town, 29), home(), good.clone()).await.expect("what was refused has not used it up");
    assert_eq!(code(&at(&town, 29), good).await, ["CHALLENGE_USED"]);
}

#[tokio::test]
async fn an_address_makes_five_reports_in_an_hour_and_a_site_takes_twelve() {
    let town = Township::new().await;
    let send = async |minutes, address: &str| {
        let ctx = at(&town, minutes);
        let new = new(&town, &ctx).await;
        submit(&town, &ctx, address.parse().ok(), new).await
    };
    for minute in 0..5 {
        send(minute, "198.51.100.7").await.expect("within the limit");
    }
    let sixth = send(5, "198.51.100.7").await;
    let Err(redline_ledger::Error::Refused(refusals)) = &sixth else { panic!("{sixth:?}") };
    assert_eq!(refusals[0].code, "TOO_MANY_TIPS");
    assert!(refusals[0].message(redline_domain::Language::En).contains("10:00"), "{}", refusals[0]);
    assert_eq!(refused(send(59, "198.51.100.7").await), ["TOO_MANY_TIPS"]);
    send(60, "198.51.100.7").await.expect("the first one is an hour ago");
    for minute in 60..71 {
        send(minute, &format!("203.0.113.{minute}")).await.expect("others are others");
    }
    assert_eq!(refused(send(71, "192.0.2.1").await), ["TOO_MANY_TIPS"], "twelve in all within the hour");
}

#[tokio::test]
async fn the_limit_holds_across_midnight() {
    let town = Township::new().await;
    // Nine in the morning and fifteen hours: the day ends.
    let send = async |minutes| {
        let ctx = at(&town, minutes);
        let new = new(&town, &ctx).await;
        submit(&town, &ctx, home(), new).await
    };
    for minute in 895..900 {
        send(minute).await.expect("before midnight");
    }
    assert_eq!(refused(send(901).await), ["TOO_MANY_TIPS"]);
}

#[tokio::test]
async fn a_receipt_follows_and_adds_and_five_wrong_ones_are_enough() {
    let town = Township::new().await;
    let submitted = named(&town).await;
    let receipt = submitted.receipt.to_string();
    let ctx = at(&town, 1);
    let followed = tip::follow(&town.db, &ctx, home(), &receipt.to_lowercase()).await.expect("asked").expect("a report");
    assert_eq!((followed.state, followed.additions.len(), followed.reward), (TipState::Received, 0, None));
    let add = async |text: &str| town.change(async |tx| tip::add(tx, &ctx, home(), submitted.tip.id, text).await).await;
    add("昨晚又排放了一次。").await.expect("added");
    assert_eq!(refused(add(" ").await), ["TEXT_MISSING"]);
    let last = events(&town, submitted.tip.id).await.pop().expect("an event");
    assert_eq!((last.action.as_str(), last.actor_id), ("TIP_ADDED", None));
    assert!(!last.data.to_string().contains("排放"));
    for _ in 0..5 {
        assert!(tip::follow(&town.db, &ctx, home(), "RL-0000-0000-0000").await.expect("asked").is_none());
    }
    assert_eq!(refused(tip::follow(&town.db, &ctx, home(), &receipt).await.map(drop)), ["TOO_MANY_TIPS"], "the right one too: it may be guessed");
    assert!(tip::follow(&town.db, &ctx, "203.0.113.1".parse().ok(), &receipt).await.expect("asked").is_some(), "from elsewhere");
    assert!(tip::follow(&town.db, &at(&town, 62), home(), &receipt).await.expect("asked").is_some(), "an hour later");
}

#[tokio::test]
async fn the_office_makes_a_hazard_of_a_report_and_who_reported_reads_what_became_of_it() {
    let town = Township::new().await;
    let submitted = named(&town).await;
    let id = submitted.tip.id;
    let office = town.person(town.safety_office.officer, "2023-06-06").await;
    for other in [town.plant.head, town.regulator.officer, town.discipline_office.officer, town.safety_office.staff] {
        let other = town.person(other, "2023-06-06").await;
        assert_eq!(refused(town.change(async |tx| tip::accept(tx, &other, id, acceptance(&town)).await).await), ["FORBIDDEN"]);
    }
    let tip = town.change(async |tx| tip::accept(tx, &office, id, acceptance(&town)).await).await.expect("accepted");
    let hazard = look(&town, tip.hazard_id.expect("a hazard")).await;
    assert_eq!((hazard.found_by, hazard.reported_by, hazard.found_on), (FoundBy::PublicReport, None, day("2023-06-05")));
    let accepted = events(&town, id).await.pop().expect("an event");
    assert_eq!((accepted.action.as_str(), accepted.actor_id, accepted.organization_id), ("TIP_ACCEPTED", Some(town.safety_office.officer), None));
    for event in events(&town, hazard.id).await {
        assert!(!event.data.to_string().contains(&id.to_string()), "the enterprise does not learn that there was a report: {event:?}");
    }
    assert_eq!(refused(town.change(async |tx| tip::dismiss(tx, &office, id, "查无此事").await).await), ["TIP_DECIDED"]);

    let follow = async || tip::follow(&town.db, &at(&town, 2), home(), &submitted.receipt.to_string()).await.expect("asked").expect("a report");
    assert_eq!(follow().await.state, TipState::Accepted);
    town.change(async |tx| tip::answer(tx, &office, id, "报警器正在安装。").await).await.expect("answered");
    let reward = NewReward { amount_yuan: 3_000, note: Some("乌审旗安全生产领域举报奖励办法".to_owned()) };
    town.change(async |tx| tip::reward(tx, &office, id, reward.clone()).await).await.expect("rewarded");
    assert_eq!(refused(town.change(async |tx| tip::reward(tx, &office, id, reward).await).await), ["ALREADY_REWARDED"]);
    assert_eq!(refused(town.change(async |tx| tip::pay(tx, &office, id, day("2023-06-05")).await).await), ["BAD_DATE"]);
    town.change(async |tx| tip::pay(tx, &office, id, day("2023-06-06")).await).await.expect("paid");
    assert_eq!(refused(town.change(async |tx| tip::pay(tx, &office, id, day("2023-06-06")).await).await), ["ALREADY_PAID"]);
    let actions: Vec<String> = events(&town, id).await.into_iter().map(|event| event.action).collect();
    assert_eq!(actions, ["TIP_RECEIVED", "TIP_ACCEPTED", "TIP_ANSWERED", "TIP_REWARDED", "TIP_REWARD_PAID"]);

    let closed = town.change(async |tx| {
        let mut row = hazard.into_active_model();
        row.state = Set(HazardState::Closed);
        Ok(row.update(tx).await?)
    });
    closed.await.expect("closed");
    let done = follow().await;
    assert_eq!((done.state, done.tip.answer.as_deref()), (TipState::Done, Some("报警器正在安装。")));
    assert_eq!(done.additions.iter().map(|said| said.from_reporter).collect::<Vec<_>>(), [false, false]);
    assert_eq!(done.reward.map(|reward| (reward.amount_yuan, reward.paid_on)), Some((3_000, Some(day("2023-06-06")))));
    assert_eq!(Noun::Tip.prefix(), "tip");
}

#[tokio::test]
async fn a_dismissed_report_has_its_reason_and_no_reward() {
    let town = Township::new().await;
    let submitted = named(&town).await;
    let id = submitted.tip.id;
    let office = town.person(town.safety_office.head, "2023-06-06").await;
    let reward = async |amount_yuan| refused(town.change(async |tx| tip::reward(tx, &office, id, NewReward { amount_yuan, note: None }).await).await);
    assert_eq!(reward(100).await, ["TIP_NOT_ACCEPTED"]);
    assert_eq!(refused(town.change(async |tx| tip::pay(tx, &office, id, day("2023-06-06")).await).await), ["NOT_REWARDED"]);
    assert_eq!(refused(town.change(async |tx| tip::dismiss(tx, &office, id, " ").await).await), ["REASON_MISSING"]);
    let tip = town.change(async |tx| tip::dismiss(tx, &office, id, "现场核查，该处已于五月停用。").await).await.expect("dismissed");
    assert_eq!((tip.state, tip.answer.as_deref(), tip.hazard_id), (TipState::Dismissed, Some("现场核查，该处已于五月停用。"), None));
    assert_eq!(reward(100).await, ["TIP_NOT_ACCEPTED"]);
    assert_eq!(refused(town.change(async |tx| tip::accept(tx, &office, id, acceptance(&town)).await).await), ["TIP_DECIDED"]);
    let last = events(&town, id).await.pop().expect("an event");
    assert_eq!((last.action.as_str(), last.actor_id), ("TIP_DISMISSED", Some(town.safety_office.head)));
}

#[tokio::test]
async fn a_reward_is_between_one_yuan_and_a_million() {
    let town = Township::new().await;
    let office = town.person(town.safety_office.head, "2023-06-06").await;
    for (amount_yuan, good) in [(0, false), (1, true), (1_000_000, true), (1_000_001, false)] {
        let ctx = at(&town, 0);
        let id = submit(&town, &ctx, home(), new(&town, &ctx).await).await.expect("submitted").tip.id;
        town.change(async |tx| tip::accept(tx, &office, id, acceptance(&town)).await).await.expect("accepted");
        let outcome = town.change(async |tx| tip::reward(tx, &office, id, NewReward { amount_yuan, note: None }).await).await;
        match good {
            true => drop(outcome.expect("rewarded")),
            false => assert_eq!(refused(outcome), ["BAD_AMOUNT"]),
        }
    }
}

#[tokio::test]
async fn a_report_takes_a_hundred_additions_and_answers() {
    let town = Township::new().await;
    let id = named(&town).await.tip.id;
    let office = town.person(town.safety_office.head, "2023-06-06").await;
    for _ in 0..99 {
        town.change(async |tx| tip::answer(tx, &office, id, "正在办理。").await).await.expect("answered");
    }
    let ctx = at(&town, 5);
    let add = async || town.change(async |tx| tip::add(tx, &ctx, home(), id, "又排放了一次。").await).await;
    add().await.expect("the hundredth");
    assert_eq!(refused(add().await), ["TOO_MANY_ADDITIONS"]);
}
