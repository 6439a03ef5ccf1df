//! The door: what every answer carries, how much one asker may have, what a server in production keeps to itself, TLS, slow clients.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{sync::Arc, time::Duration};

use crate::support::{PASSWORD, Server, Town, door};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use redline_ledger::settings::Documents;
use redline_server::{App, door::Door, http::router, serve_by, tls};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::{Instant, timeout},
};
use tower::ServiceExt;

const GOOD: &str = "{ rulebook { code } }";

/// An answer of a server with another door.
async fn through(server: &Server, door: &Arc<Door>, token: Option<&str>, query: &str) -> (StatusCode, Value, axum::http::HeaderMap) {
    let mut request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT_LANGUAGE, "en");
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let routes = router(App { door: Arc::clone(door), ..server.app.clone() });
    let response = routes.oneshot(request.body(Body::from(json!({ "query": query }).to_string())).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    (parts.status, serde_json::from_slice(&body).unwrap(), parts.headers)
}

#[tokio::test]
async fn every_answer_tells_the_browser_what_it_may_do_and_has_a_name_for_the_log() {
    let server = Server::start().await;
    for uri in ["/", "/graphiql", "/nowhere", "/livez", "/readyz", "/graphql", "/attachments/attachment_x"] {
        let answer = server.send(Request::get(uri).body(Body::empty()).unwrap()).await;
        let said = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap());
        assert_eq!(said("x-content-type-options"), "nosniff", "{uri}");
        assert_eq!(said("x-frame-options"), "DENY", "{uri}");
        assert_eq!(said("cross-origin-resource-policy"), "same-origin", "{uri}");
        assert!(said("content-security-policy").contains("frame-ancestors 'none'"), "{uri}");
        assert_eq!(said("x-request-id").len(), 32, "{uri}");
        assert_eq!(said("strict-transport-security"), "", "without TLS it would be a lie");
    }
    let mine = Request::get("/livez").header("x-request-id", "proxy-1").body(Body::empty()).unwrap();
    assert_ne!(server.send(mine).await.headers["x-request-id"], "proxy-1", "only a proxy that is trusted names requests");
    let (_, _, headers) = through(&server, &door(|server| server.base_url = "https://redline.example.cn".to_owned()), None, GOOD).await;
    assert_eq!(headers["strict-transport-security"], "max-age=31536000");
}

#[tokio::test]
async fn one_asker_has_so_many_questions_in_a_minute_and_aliases_win_nothing() {
    let server = Server::start().await;
    Town::found(&server).await;
    let token = server.login("head0").await;
    let door = door(|server| server.requests_per_minute = 10);
    for _ in 0..9 {
        assert_eq!(through(&server, &door, None, GOOD).await.0, StatusCode::OK);
    }
    let (status, body, headers) = through(&server, &door, None, "{ a: rulebook { code } b: rulebook { code } }").await;
    assert_eq!((status, &body["errors"][0]["extensions"]["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!("TOO_MANY_REQUESTS")));
    assert!(headers.contains_key(header::RETRY_AFTER));
    let named = "query Named { a: rulebook { code } b: rulebook { code } }";
    assert_eq!(through(&server, &door, None, named).await.0, StatusCode::TOO_MANY_REQUESTS, "nor does a name");
    assert_eq!(body["errors"][0]["message"], "You have sent too many requests within a minute; wait a little and try again.");
    assert_eq!(through(&server, &door, Some(&token), GOOD).await.0, StatusCode::OK, "who has signed in is another asker");
    let change = "mutation { updateMyPreferences(input: {language: EN}) { userErrors { code } } }";
    assert_eq!(through(&server, &door, Some(&token), change).await.0, StatusCode::OK, "a change is five");
    assert_eq!(through(&server, &door, Some(&token), change).await.0, StatusCode::TOO_MANY_REQUESTS);
}

#[test]
fn one_asker_has_so_many_requests_at_a_time() {
    use redline_server::door::Guest;
    let door = Door::default();
    let visitor = || Guest::of(None, Some("192.0.2.7".parse().unwrap()));
    let held: Vec<_> = (0..16).map(|_| door.enter(visitor()).unwrap()).collect();
    assert_eq!(door.enter(visitor()).unwrap_err().code, "TOO_MANY_REQUESTS");
    assert!(door.enter(Guest::of(None, Some("192.0.2.8".parse().unwrap()))).is_ok(), "others come in");
    drop(held);
    assert!(door.enter(visitor()).is_ok());
}

#[tokio::test]
async fn in_production_the_schema_is_kept_back_and_nothing_is_suggested() {
    let server = Server::start().await;
    let (open, closed) = (door(|_| {}), door(|server| server.production = true));
    let typo = "{ rulebok { code } }";
    assert!(through(&server, &open, None, typo).await.1["errors"][0]["message"].as_str().unwrap().contains("rulebook"), "elsewhere it helps");
    let message = through(&server, &closed, None, typo).await.1["errors"][0]["message"].clone();
    assert!(!message.as_str().unwrap().contains("rulebook"), "{message}");
    let introspection = "{ __schema { types { name } } }";
    assert!(through(&server, &open, None, introspection).await.1["data"]["__schema"].is_object());
    let kept = through(&server, &closed, None, introspection).await.1;
    assert!(!kept.to_string().contains("Hazard"), "{kept}");
    assert_eq!(through(&server, &closed, None, GOOD).await.1["data"]["rulebook"]["code"], "wushenzhao-2023");
}

#[tokio::test]
async fn where_only_the_pages_documents_are_taken_programs_need_a_key() {
    let server = Server::start().await;
    Town::found(&server).await;
    let trusted = door(|server| server.documents = Documents::Trusted);
    let (status, body, _) = through(&server, &trusted, None, GOOD).await;
    assert_eq!((status, &body["errors"][0]["extensions"]["code"]), (StatusCode::OK, &json!("DOCUMENT_NOT_TRUSTED")), "{body}");
    let pages = include_str!("../../console/src/queries/console/viewer.graphql");
    assert!(through(&server, &trusted, None, pages).await.1.get("errors").is_none());
    let token = server.login("head0").await;
    assert_eq!(through(&server, &trusted, Some(&token), GOOD).await.1["errors"][0]["extensions"]["code"], "DOCUMENT_NOT_TRUSTED");
    let make = "mutation($p: String!) { createApiKey(input: {name: \"报表\", until: \"2023-07-31\", password: $p}) { token } }";
    let key = server.ask(Some(&token), make, json!({ "p": PASSWORD })).await.data()["createApiKey"]["token"].as_str().unwrap().to_owned();
    assert_eq!(through(&server, &trusted, Some(&key), GOOD).await.1["data"]["rulebook"]["code"], "wushenzhao-2023");
}

#[tokio::test]
async fn documents_that_were_sent_before_are_not_kept() {
    let server = Server::start().await;
    let body = json!({ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "00" } } }).to_string();
    let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").body(Body::from(body)).unwrap();
    assert_eq!(server.send(request).await.code(), "PERSISTED_QUERY_NOT_SUPPORTED", "clients know the word, and send the whole document");
}

async fn listening(server: &Server, tls: Option<tokio_rustls::TlsAcceptor>) -> (std::net::SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (end, ended) = oneshot::channel::<()>();
    let app = server.app.clone();
    let served = tokio::spawn(async move {
        serve_by(app, listener, tls, async { drop(ended.await) }).await.unwrap();
    });
    (address, end, served)
}

const ASK: &[u8] = b"GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

#[tokio::test]
async fn the_server_speaks_tls_with_the_certificate_that_the_settings_name() {
    let server = Server::start().await;
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let wrong = tls(&key, &certificate).map(drop).unwrap_err();
    assert!(format!("{wrong:#}").starts_with("server.tls_"), "{wrong:#}");
    let (address, end, served) = listening(&server, Some(tls(&certificate, &key).unwrap())).await;

    let mut roots = tokio_rustls::rustls::RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = tokio_rustls::rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
    let stream = TcpStream::connect(address).await.unwrap();
    let mut stream = connector.connect("localhost".try_into().unwrap(), stream).await.unwrap();
    stream.write_all(ASK).await.unwrap();
    let mut said = Vec::new();
    let _ = stream.read_to_end(&mut said).await;
    assert!(String::from_utf8_lossy(&said).starts_with("HTTP/1.1 200 OK"), "{}", String::from_utf8_lossy(&said));

    // Who does not speak it is told nothing.
    let mut plain = TcpStream::connect(address).await.unwrap();
    plain.write_all(ASK).await.unwrap();
    let mut said = Vec::new();
    let _ = plain.read_to_end(&mut said).await;
    assert!(!String::from_utf8_lossy(&said).contains("HTTP/1.1 200"));
    end.send(()).unwrap();
    served.await.unwrap();
}

#[tokio::test]
async fn who_takes_long_to_say_what_he_wants_is_cut_off_and_others_are_answered_meanwhile() {
    let server = Server::start().await;
    let (address, end, served) = listening(&server, None).await;
    let mut slow = Vec::new();
    for _ in 0..100 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"POST /graphql HTTP/1.1\r\nhost: localhost\r\nx: ").await.unwrap();
        slow.push(stream);
    }
    let begun = Instant::now();
    let mut quick = TcpStream::connect(address).await.unwrap();
    quick.write_all(ASK).await.unwrap();
    let mut said = Vec::new();
    timeout(Duration::from_secs(5), quick.read_to_end(&mut said)).await.unwrap().unwrap();
    assert!(String::from_utf8_lossy(&said).starts_with("HTTP/1.1 200 OK"));
    for mut stream in slow {
        let mut said = Vec::new();
        let _ = timeout(Duration::from_secs(20), stream.read_to_end(&mut said)).await.expect("it is cut off");
    }
    assert!(begun.elapsed() > Duration::from_secs(5), "a poor line has some seconds");
    end.send(()).unwrap();
    served.await.unwrap();
}

#[tokio::test]
async fn who_promises_a_body_and_does_not_send_it_is_cut_off() {
    let server = Server::start().await;
    let (address, end, served) = listening(&server, None).await;
    let mut slow = TcpStream::connect(address).await.unwrap();
    slow.write_all(b"POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{").await.unwrap();
    let mut said = Vec::new();
    let _ = timeout(Duration::from_secs(20), slow.read_to_end(&mut said)).await.expect("it is cut off");
    assert!(String::from_utf8_lossy(&said).starts_with("HTTP/1.1 408"), "{}", String::from_utf8_lossy(&said));
    end.send(()).unwrap();
    served.await.unwrap();
}
