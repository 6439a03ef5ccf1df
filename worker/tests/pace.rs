//! Nobody is flooded with mail, and nothing is lost for it.

use crate::common::Story;
use chrono::Duration;
use redline_domain::{Audience, NoticeKind, NoticeState, Tale, pace};
use redline_entity::{notice, person};
use redline_ledger::notice::{About, NewNotice, When, plan};
use redline_worker::mail::Delivered;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

/// Plans a notice in words of its own for a person, to go out at once.
async fn tell(story: &Story, to: Uuid, number: u128, alone: bool, now: chrono::DateTime<chrono::Utc>) {
    let township = &story.township;
    let ctx = redline_ledger::Context::operator(std::sync::Arc::clone(&township.site), now);
    let person = person::Entity::find_by_id(to).one(township.db.read()).await.expect("asked").expect("a person");
    let words = format!("第{number:03}号通知");
    let tale = Tale::new(words.clone(), format!("Notice {number}"));
    let notice = NewNotice {
        kind: NoticeKind::AlertIssued,
        about: About::Thing(redline_domain::ids::Noun::Alert, Uuid::from_u128(number)),
        step: "ISSUED".to_owned(),
        organization: township.plant.id,
        audience: Some(Audience::Responsible),
        proposes: None,
        alone,
        true_at: now,
        when: When::Now,
        tale: Some(tale),
    };
    let planned = township.change(async |tx| plan(tx, &ctx, &notice, &person).await).await;
    assert!(planned.expect("planned"), "{words}");
}

/// The mails that tell of these notices.
fn numbered(story: &Story) -> Vec<Delivered> {
    story.memory.sent().into_iter().filter(|mail| mail.text.contains("号通知")).collect()
}

async fn waiting(story: &Story) -> u64 {
    let waiting = notice::Entity::find().filter(notice::Column::State.is_in([NoticeState::Pending, NoticeState::Gathered]));
    waiting.count(story.township.db.read()).await.expect("counted")
}

#[tokio::test]
async fn who_has_five_hundred_things_overdue_gets_one_digest_with_all_of_them() {
    let story = Story::new().await;
    let now = story.at("2023-06-01", 9);
    for number in 1..=500 {
        tell(&story, story.township.plant.officer, number, number % 50 == 0, now).await;
    }
    story.engine.cycle(now).await.expect("a cycle");
    story.engine.drain(now).await.expect("delivered");
    let mails = numbered(&story);
    assert_eq!(mails.len(), 1, "one digest, though some of it would have been told alone");
    for number in 1..=500 {
        assert!(mails[0].text.contains(&format!("第{number:03}号通知")), "{number}");
    }
    assert_eq!(waiting(&story).await, 0);
}

#[tokio::test]
async fn what_is_told_alone_leaves_first_and_the_rest_three_minutes_later() {
    let story = Story::new().await;
    let now = story.at("2023-06-01", 9);
    tell(&story, story.township.plant.officer, 1, false, now).await;
    tell(&story, story.township.plant.officer, 2, true, now).await;
    tell(&story, story.township.plant.officer, 3, false, now).await;
    story.engine.cycle(now).await.expect("a cycle");
    let delivered = async |at| {
        let before = numbered(&story).len();
        story.engine.deliver(at, 100).await.expect("delivered");
        numbered(&story).len() - before
    };
    assert_eq!(delivered(now).await, 1);
    assert!(numbered(&story)[0].text.contains("第002号通知"));
    assert_eq!(delivered(now + Duration::seconds(179)).await, 0);
    assert_eq!(delivered(now + Duration::seconds(180)).await, 1);
    assert_eq!(waiting(&story).await, 0);
}

#[tokio::test]
async fn however_often_something_happens_a_person_gets_no_more_mails_than_the_limits_say() {
    let story = Story::new().await;
    let start = story.at("2023-06-01", 9);
    for minute in 0..150_i32 {
        let now = start + Duration::minutes(minute.into());
        tell(&story, story.township.plant.officer, minute as u128 + 1, minute % 7 == 0, now).await;
        story.engine.cycle(now).await.expect("a cycle");
        story.engine.deliver(now, 100).await.expect("delivered");
    }
    for minute in 150..300_i32 {
        let now = start + Duration::minutes(minute.into());
        story.engine.cycle(now).await.expect("a cycle");
        story.engine.deliver(now, 100).await.expect("delivered");
    }
    let mails = numbered(&story);
    for (most, within) in pace::LIMITS {
        for from in &mails {
            let held = mails.iter().filter(|mail| from.at <= mail.at && mail.at < from.at + within).count();
            assert!(held <= most, "{held} mails within {within} from {}", from.at);
        }
    }
    for number in 1..=150 {
        let told = mails.iter().filter(|mail| mail.text.contains(&format!("第{number:03}号通知"))).count();
        assert_eq!(told, 1, "notice {number} is told once");
    }
    assert_eq!(waiting(&story).await, 0);
}

#[tokio::test]
async fn mails_that_waited_for_a_server_do_not_come_all_at_once_when_it_is_back() {
    let story = Story::new().await;
    let now = story.at("2023-06-01", 9);
    for number in 1..=3 {
        tell(&story, story.township.plant.officer, number, true, now).await;
    }
    story.engine.cycle(now).await.expect("a cycle");
    // Nobody delivered for an hour: all three are due by now.
    let back = now + Duration::hours(1);
    let mut sent = Vec::new();
    for minute in 0..10 {
        story.engine.deliver(back + Duration::minutes(minute), 100).await.expect("delivered");
        sent.push(numbered(&story).len());
    }
    assert_eq!(sent, [1, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
}
