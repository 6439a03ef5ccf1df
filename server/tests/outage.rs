//! A PostgreSQL that is slow or away: everybody is told so within a few seconds, in words, and served again when it is back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::time::{Duration, Instant};

use crate::support::{Answer, Server, Town};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use redline_test_database::{OwnPostgres, TestDatabase};
use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::json;

const QUERY: &str = "{ organizations(first: 1) { nodes { name } } }";

async fn get(server: &Server, path: &str, token: Option<&str>) -> Answer {
    let mut request = Request::get(path);
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    server.send(request.body(Body::empty()).unwrap()).await
}

/// Told that it is away, in both languages, without a word about what is within.
async fn is_unavailable(server: &Server, token: &str) {
    for (asks, token) in
        [(QUERY, Some(token)), ("{ rulebook { code } systemStatus { healthy } }", None), ("mutation { logout { userErrors { code } } }", Some(token))]
    {
        for (language, message) in [("en", "The service is interrupted for a moment; try again soon."), ("zh", "服务暂时中断，请稍后重试。")] {
            let begun = Instant::now();
            let mut request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT_LANGUAGE, language);
            if let Some(token) = token {
                request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
            }
            let answer = server.send(request.body(Body::from(json!({ "query": asks }).to_string())).unwrap()).await;
            assert!(begun.elapsed() < Duration::from_secs(8), "{asks}: nobody is left waiting: {:?}", begun.elapsed());
            assert_eq!((answer.status, answer.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE"), "{asks}: {}", answer.text());
            assert_eq!(answer.headers[header::RETRY_AFTER], "5");
            assert_eq!(answer.json()["errors"][0]["message"], message);
            assert!(!answer.text().contains("127.0.0.1") && !answer.text().to_lowercase().contains("sql"), "{}", answer.text());
        }
    }
    let upload = Request::post("/attachments?organization=x").header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::from("x")).unwrap();
    for answer in [server.send(upload).await, get(server, "/attachments/attachment_x", Some(token)).await] {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.text());
        assert_eq!((answer.json()["errors"][0]["code"].as_str(), &answer.headers[header::RETRY_AFTER]), (Some("UNAVAILABLE"), &"5".parse().unwrap()));
    }
    for path in ["/readyz", "/healthz"] {
        let answer = get(server, path, None).await;
        assert_eq!((answer.status, answer.text().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "CRITICAL DATABASE_AWAY: The database does not answer.\n"));
    }
    assert_eq!(get(server, "/livez", None).await.status, StatusCode::OK, "the process itself lives");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn a_database_that_is_away_is_answered_503_in_words_and_all_goes_on_when_it_is_back() {
    let postgres = OwnPostgres::start();
    let server = Server::on(TestDatabase::of(&postgres).await).await;
    Town::found(&server).await;
    let token = server.login("office").await;
    assert_eq!(server.ask(Some(&token), QUERY, json!({})).await.status, StatusCode::OK);
    for times in 0..2 {
        if times == 0 {
            postgres.stop()
        } else {
            postgres.kill()
        }
        is_unavailable(&server, &token).await;
        postgres.start_again();
        let back = Instant::now();
        while server.ask(Some(&token), QUERY, json!({})).await.status != StatusCode::OK {
            assert!(back.elapsed() < Duration::from_secs(10), "it serves again");
        }
        server.ask(Some(&token), QUERY, json!({})).await.data();
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn what_was_answered_as_done_is_there_after_a_crash_of_the_database() {
    let postgres = OwnPostgres::start();
    let server = Server::on(TestDatabase::of(&postgres).await).await;
    Town::found(&server).await;
    let mut tokens = Vec::new();
    for _ in 0..3 {
        tokens.push(server.login("office").await);
        postgres.kill();
        postgres.start_again();
        // Connections of before are found dead once each, at most.
        while get(&server, "/readyz", None).await.text().contains("DATABASE_AWAY") {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    for token in tokens {
        let mut answer = server.ask(Some(&token), "{ viewer { person { name } } }", json!({})).await;
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            answer = server.ask(Some(&token), "{ viewer { person { name } } }", json!({})).await;
        }
        assert_eq!(answer.data()["viewer"]["person"]["name"], "office");
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL"]
async fn who_waits_for_a_lock_too_long_is_told_to_try_again() {
    let postgres = OwnPostgres::start();
    let server = Server::on(TestDatabase::of(&postgres).await).await;
    Town::found(&server).await;
    let token = server.login("office").await;
    let holds = server.app.db.begin().await.unwrap();
    holds.execute_unprepared("LOCK TABLE session IN SHARE ROW EXCLUSIVE MODE").await.unwrap();
    let begun = Instant::now();
    let answer = server.ask(Some(&token), "mutation { logout { userErrors { code } } }", json!({})).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "BUSY"), "{}", answer.text());
    assert_eq!(answer.headers[header::RETRY_AFTER], "1");
    assert!(answer.json()["errors"][0]["message"].as_str().unwrap().contains("too much to do"), "{}", answer.text());
    assert!(begun.elapsed() < Duration::from_secs(8), "it waited once, and not again and again");
    holds.rollback().await.unwrap();
    server.ask(Some(&token), "mutation { logout { userErrors { code } } }", json!({})).await.data();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_takes_too_long_is_given_up_in_words() {
    // A database without limits, on which somebody writes and does not end.
    let server = Server::start().await;
    Town::found(&server).await;
    let token = server.login("office").await;
    let holds = server.app.db.begin().await.unwrap();
    if server.app.db.backend() == DbBackend::Postgres {
        holds.execute_unprepared("LOCK TABLE session IN SHARE ROW EXCLUSIVE MODE").await.unwrap();
    }
    let answer = server.ask(Some(&token), "mutation { logout { userErrors { code } } }", json!({})).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::GATEWAY_TIMEOUT, "TIMEOUT"), "{}", answer.text());
    assert_eq!(answer.json()["errors"][0]["message"], "The request took longer than 10 seconds and was given up.");
    holds.rollback().await.unwrap();
    server.ask(Some(&token), "mutation { logout { userErrors { code } } }", json!({})).await.data();
}
