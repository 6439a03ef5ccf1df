//! What the fuzzing begins with (`tests/fuzz`), and whatever it has found: each holds. `tests/fuzz/run` goes on from here.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{fs, path::Path};

use crate::support::Server;
use axum::{
    body::Body,
    http::{Request, header},
};

/// The files of a target: their names, to be told of, and what is in them.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 10, "{target} has {} files", files.len());
    files.into_iter().map(|file| (file.file_name().unwrap().display().to_string(), fs::read(&file).unwrap())).collect()
}

#[test]
fn any_document_is_judged_at_once_and_what_passes_harms_nobody() {
    for (name, bytes) in corpus("guard") {
        println!("{name}");
        crate::document::holds(&bytes);
    }
}

#[test]
fn what_is_read_written_and_read_again_is_the_same() {
    for (name, bytes) in corpus("inputs") {
        println!("{name}");
        crate::inputs::hold(&bytes);
    }
}

#[tokio::test]
async fn any_body_is_answered_in_json_and_not_by_a_failure() {
    let server = Server::start().await;
    for (name, bytes) in corpus("request") {
        let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json");
        let answer = server.send(request.body(Body::from(bytes)).unwrap()).await;
        assert!(!answer.status.is_server_error(), "{name}: {}", answer.text());
        let json = answer.json();
        assert!(json.get("data").is_some() || json.get("errors").is_some(), "{name}: {json}");
    }
}
