//! The ledger is sealed every day, once, and the safety office gets the seal by mail.

use crate::common::{Story, day, engine};
use redline_entity::checkpoint;
use redline_ledger::audit::{self, Seal, Signer, Trust};
use redline_worker::{engine::Engine, mail::Transport};
use sea_orm::{EntityTrait, QueryOrder};

/// The worker of a story that signs.
fn signing(story: &Story, signer: Signer) -> Engine {
    engine(&story.township, Transport::Memory(story.memory.clone()), story.at("2023-05-22", 8)).signed_by(signer)
}

async fn checkpoints(story: &Story) -> Vec<checkpoint::Model> {
    checkpoint::Entity::find().order_by_asc(checkpoint::Column::Day).all(story.township.db.read()).await.expect("checkpoints")
}

#[tokio::test]
async fn the_first_cycle_after_midnight_seals_the_day_before_and_the_office_gets_the_seal_in_the_morning() {
    let story = Story::new().await;
    let worker = signing(&story, Signer::Simulated(1));
    let evening = worker.cycle(story.at("2023-05-22", 23)).await.expect("a cycle");
    assert_eq!(evening.checkpoints.done, 0, "the day is not over");
    let night = worker.cycle(story.at("2023-05-23", 0)).await.expect("a cycle");
    assert_eq!((night.checkpoints.done, night.alarms.len()), (1, 0));
    let again = worker.cycle(story.at("2023-05-23", 1)).await.expect("a cycle");
    assert_eq!(again.checkpoints.done, 0);
    let rows = checkpoints(&story).await;
    assert_eq!(rows.iter().map(|row| row.day).collect::<Vec<_>>(), [day("2023-05-22")]);

    let morning = story.at("2023-05-23", 8);
    worker.cycle(morning).await.expect("a cycle");
    worker.drain(morning).await.expect("delivered");
    let told = story.memory.sent().into_iter().filter(|mail| mail.text.contains("redline-seal:")).collect::<Vec<_>>();
    let [mail] = &told[..] else { panic!("one mail, not {}", told.len()) };
    for text in [&mail.text, &mail.html] {
        assert_eq!(Seal::find_all(text), [Seal::from(&rows[0])]);
        assert!(text.contains(&rows[0].digest) && text.contains(&rows[0].public_key) && text.contains("2023-05-22"));
    }
    let kept = Trust { seals: Seal::find_all(&mail.text), ..Trust::default() };
    assert!(audit::verify(story.township.db.read(), kept).await.expect("verified").is_intact());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_workers_at_once_one_seals() {
    let story = Story::new().await;
    let (one, other) = (signing(&story, Signer::Simulated(1)), signing(&story, Signer::Simulated(1)));
    let night = story.at("2023-05-23", 0);
    let (one, other) = tokio::join!(one.cycle(night), other.cycle(night));
    assert_eq!(one.expect("a cycle").checkpoints.done + other.expect("a cycle").checkpoints.done, 1);
    assert_eq!(checkpoints(&story).await.len(), 1);
}

#[tokio::test]
async fn after_days_without_a_worker_the_latest_day_is_sealed() {
    let story = Story::new().await;
    let worker = signing(&story, Signer::Simulated(1));
    worker.cycle(story.at("2023-05-23", 0)).await.expect("a cycle");
    worker.cycle(story.at("2023-05-29", 15)).await.expect("a cycle");
    assert_eq!(checkpoints(&story).await.iter().map(|row| row.day).collect::<Vec<_>>(), [day("2023-05-22"), day("2023-05-28")]);
}

#[tokio::test]
async fn after_a_cycle_with_a_clock_a_year_ahead_the_days_are_sealed_on() {
    let story = Story::new().await;
    let worker = signing(&story, Signer::Simulated(1));
    worker.cycle(story.at("2024-05-23", 0)).await.expect("a cycle");
    let back = story.at("2023-05-23", 0);
    worker.accept_clock(back).await.expect("accepted");
    for (on, hour, done) in [("2023-05-23", 0, 1), ("2023-05-23", 1, 0), ("2023-05-24", 0, 1)] {
        let report = worker.cycle(story.at(on, hour)).await.expect("a cycle");
        assert_eq!((report.checkpoints.done, report.alarms.len()), (done, 0), "{on} {hour}");
    }
    assert_eq!(checkpoints(&story).await.iter().map(|row| row.day).collect::<Vec<_>>(), [day("2023-05-22"), day("2023-05-23"), day("2024-05-22")]);
    assert!(audit::verify(story.township.db.read(), Trust::default()).await.expect("verified").is_intact());
}

#[tokio::test]
async fn a_key_that_cannot_be_read_is_an_alarm_and_the_cycle_goes_on_until_it_can() {
    let story = Story::new().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("audit.key");
    std::fs::create_dir(&file).expect("something in its place");
    let worker = signing(&story, Signer::File(file.clone()));
    let night = worker.cycle(story.at("2023-05-23", 0)).await.expect("a cycle");
    assert_eq!(night.checkpoints.done, 0);
    assert!(
        night.alarms[0].starts_with(&format!("the ledger of 2023-05-22 could not be sealed: the audit key {} cannot be used", file.display())),
        "{:?}",
        night.alarms
    );
    assert!(night.windows.done > 0, "the rest is done");
    std::fs::remove_dir(&file).expect("mended");
    let next = worker.cycle(story.at("2023-05-23", 1)).await.expect("a cycle");
    assert_eq!((next.checkpoints.done, next.alarms.len()), (1, 0));
    assert!(file.is_file(), "it was made");
}
