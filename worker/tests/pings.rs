//! The dead-man's switch: a service is asked after each good cycle, and no cycle waits for it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use crate::common::{Story, Township, engine};
use redline_worker::{
    engine::Engine,
    mail::{Memory, Transport},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// A service on loopback that counts who asks, and answers with that status, or never.
async fn service(status: Option<u16>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://127.0.0.1:{}/ping/topsecret", listener.local_addr().expect("an address").port());
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((mut client, _)) = listener.accept().await {
            let mut request = [0; 1024];
            let read = client.read(&mut request).await.unwrap_or_default();
            assert!(request[..read].starts_with(b"GET /ping/topsecret HTTP/1.1\r\n"));
            counted.fetch_add(1, Ordering::SeqCst);
            match status {
                Some(status) => {
                    let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                    client.write_all(answer.as_bytes()).await.expect("answered");
                }
                None => held.push(client),
            }
        }
    });
    (url, asked)
}

async fn pinging(url: &str) -> (Story, Engine) {
    let township = Township::new().await;
    let memory = Memory::new();
    let start = township.site.zone.at(crate::common::day("2023-05-22"), 8);
    let engine = engine(&township, Transport::Memory(memory.clone()), start).pinging(url).expect("a client");
    (Story::with(township, Transport::Memory(memory.clone()), memory), engine)
}

#[tokio::test]
async fn after_each_good_cycle_the_service_is_asked_once_and_after_a_refused_one_not_at_all() {
    let (url, asked) = service(Some(200)).await;
    let (story, engine) = pinging(&url).await;
    let start = story.at("2023-06-10", 8);
    for minutes in 0..5 {
        let report = engine.cycle(start + chrono::Duration::minutes(minutes)).await.expect("a cycle");
        assert_eq!((report.alarms.len(), report.ping_failed), (0, None));
        // The worker's own end waits for what is under way.
        engine.stop(start).await.expect("ended");
        assert_eq!(asked.load(Ordering::SeqCst), usize::try_from(minutes).expect("a number") + 1);
    }
    let refused = engine.cycle(start - chrono::Duration::hours(2)).await.expect("an answer");
    assert_eq!(refused.alarms.len(), 1);
    engine.stop(start).await.expect("ended");
    assert_eq!(asked.load(Ordering::SeqCst), 5);
}

#[tokio::test]
async fn a_service_that_never_answers_holds_up_no_cycle_and_is_not_asked_again_meanwhile() {
    let (url, asked) = service(None).await;
    let (story, engine) = pinging(&url).await;
    let start = story.at("2023-06-10", 8);
    engine.cycle(start).await.expect("a cycle");
    while asked.load(Ordering::SeqCst) == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let begun = Instant::now();
    let mut cycles = 0;
    // The answer is waited for five seconds: many cycles fit in before that.
    while begun.elapsed() < Duration::from_secs(1) {
        cycles += 1;
        engine.cycle(start + chrono::Duration::minutes(cycles)).await.expect("a cycle");
    }
    assert!(cycles > 1, "the cycles went on");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    engine.stop(start).await.expect("ended");
    let report = engine.cycle(start + chrono::Duration::minutes(cycles + 1)).await.expect("a cycle");
    assert_eq!(report.ping_failed.as_deref(), Some("no answer within 5 s"));
    assert_eq!(report.alarms, [""; 0], "the service is no part of the campaign");
}

#[tokio::test]
async fn a_service_that_refuses_is_told_of_without_its_address() {
    let (url, _) = service(Some(404)).await;
    let (story, engine) = pinging(&url).await;
    let start = story.at("2023-06-10", 8);
    engine.cycle(start).await.expect("a cycle");
    engine.stop(start).await.expect("ended");
    let report = engine.cycle(start + chrono::Duration::minutes(1)).await.expect("a cycle");
    let failed = report.ping_failed.expect("told");
    assert!(failed.contains("404") && !failed.contains("topsecret"), "{failed}");
}
