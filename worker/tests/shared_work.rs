//! Workers that share a database, and people who change what is due at that moment: nobody is told twice, and nothing is left lying.

use crate::common::Story;
use redline_entity::{chain_head, notice, person};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType};
use uuid::Uuid;

/// Holds a person as a worker does who is making a mail for them.
async fn hold(tx: &DatabaseTransaction, person: Uuid) {
    let held = person::Entity::find().filter(person::Column::Id.eq(person)).lock(LockType::NoKeyUpdate);
    assert_eq!(held.all(tx).await.expect("held").len(), 1);
}

#[tokio::test]
#[ignore = "needs PostgreSQL"]
async fn who_is_just_getting_a_mail_from_another_worker_gets_none_from_this_one() {
    let story = Story::new().await;
    let (night, morning) = (story.at("2023-06-21", 0), story.at("2023-06-21", 8));
    story.engine.cycle(night).await.expect("a cycle");
    let waiting = notice::Entity::find().filter(notice::is_waiting()).filter(notice::Column::SendAfter.lte(morning));
    let who = waiting.one(story.township.db.read()).await.expect("asked").expect("somebody is to be told").person_id;
    let tx = story.township.db.begin().await.expect("a transaction");
    hold(&tx, who).await;
    story.engine.cycle(morning).await.expect("a cycle");
    let others = story.mails().await;
    assert!(!others.is_empty() && others.iter().all(|mail| mail.person_id != who), "the others get theirs");
    tx.rollback().await.expect("ended");
    story.engine.cycle(morning).await.expect("a cycle");
    let mails = story.mails().await;
    assert_eq!((mails.len(), mails.iter().filter(|mail| mail.person_id == who).count()), (others.len() + 1, 1), "one mail with all that waited");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn what_somebody_is_changing_is_dealt_with_in_the_same_cycle_once_it_is_free() {
    let story = Story::new().await;
    let organization = story.township.plant.id;
    let tx = story.township.db.begin().await.expect("a transaction");
    let held = chain_head::Entity::find().filter(chain_head::Column::ChainId.eq(organization)).lock_exclusive();
    assert_eq!(held.all(&tx).await.expect("held").len(), 1);
    let (engine, night) = (story.engine.clone(), story.at("2023-06-21", 0));
    let cycle = tokio::spawn(async move { engine.cycle(night).await.expect("a cycle") });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(!cycle.is_finished(), "it waits");
    tx.rollback().await.expect("ended");
    assert_eq!(cycle.await.expect("it ended").alarms, [""; 0]);
    let report = story.engine.cycle(night).await.expect("a cycle");
    assert_eq!((report.windows.done, report.hazards.done, report.certificates.done), (0, 0, 0), "nothing was left lying");
}
