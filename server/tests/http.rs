//! The ways in: media types, methods, sizes, documents that are not let through, pages.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Answer, Server};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use redline_entity::worker_beat;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::json;

async fn post(server: &Server, content_type: Option<&str>, accept: Option<&str>, body: &str) -> Answer {
    let mut request = Request::post("/graphql");
    for (name, value) in [(header::CONTENT_TYPE, content_type), (header::ACCEPT, accept)] {
        if let Some(value) = value {
            request = request.header(name, value);
        }
    }
    server.send(request.body(Body::from(body.to_owned())).unwrap()).await
}

const JSON: &str = "application/json";
const GRAPHQL: &str = "application/graphql-response+json";

#[tokio::test]
async fn a_request_error_is_a_400_in_the_graphql_media_type_and_a_200_in_plain_json() {
    let server = Server::start().await;
    for (query, code) in [("{ nowhere }", "GRAPHQL_VALIDATION_FAILED"), ("{ rulebook { ", "GRAPHQL_PARSE_FAILED"), ("{ a } }", "GRAPHQL_PARSE_FAILED")] {
        let body = json!({ "query": query }).to_string();
        for (accept, status) in [(GRAPHQL, StatusCode::BAD_REQUEST), (JSON, StatusCode::OK), ("*/*", StatusCode::OK)] {
            let answer = post(&server, Some(JSON), Some(accept), &body).await;
            assert_eq!((answer.status, answer.code().as_str()), (status, code), "{query} as {accept}");
        }
    }
    let good = json!({ "query": "{ rulebook { code } }" }).to_string();
    for accept in [GRAPHQL, JSON] {
        let answer = post(&server, Some(JSON), Some(accept), &good).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers[header::CONTENT_TYPE], format!("{accept}; charset=utf-8"));
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(answer.data(), json!({ "rulebook": { "code": "wushenzhao-2023" } }));
    }
}

#[tokio::test]
async fn an_error_within_the_data_leaves_the_status_at_200() {
    let server = Server::start().await;
    let answer = post(&server, Some(JSON), Some(GRAPHQL), &json!({ "query": "{ windows { totalCount } }" }).to_string()).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::OK, "UNAUTHENTICATED"));
}

#[tokio::test]
async fn parse_errors_are_told_in_the_words_of_graphql() {
    let server = Server::start().await;
    for (query, message) in [
        ("{ a ) }", "Syntax Error: Unexpected \")\"."),
        ("query { a(x: ) }", "Syntax Error: Unexpected \")\"."),
        ("{ a", "Syntax Error: Unexpected end of line."),
        ("hello { a }", "Syntax Error: Unexpected \"hello\"."),
    ] {
        let answer = post(&server, Some(JSON), None, &json!({ "query": query }).to_string()).await;
        assert_eq!(answer.json()["errors"][0]["message"], message, "{query}");
        assert!(answer.json()["errors"][0]["locations"][0]["line"].is_number());
    }
}

#[tokio::test]
async fn what_is_no_request_is_refused_with_a_sentence() {
    let server = Server::start().await;
    let good = json!({ "query": "{ rulebook { code } }" }).to_string();
    for (content_type, accept, body, status) in [
        (None, None, good.clone(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (Some("text/plain"), None, good.clone(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (Some("application/x-www-form-urlencoded"), None, "query=%7Ba%7D".to_owned(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (Some(JSON), Some("text/html"), good.clone(), StatusCode::NOT_ACCEPTABLE),
        (Some(JSON), None, format!("[{good},{good}]"), StatusCode::BAD_REQUEST),
        (Some(JSON), None, "{".to_owned(), StatusCode::BAD_REQUEST),
        (Some(JSON), None, "{}".to_owned(), StatusCode::BAD_REQUEST),
        (Some(JSON), None, json!({ "query": " " }).to_string(), StatusCode::BAD_REQUEST),
        (Some(JSON), None, json!({ "query": "{a}", "variables": [1] }).to_string(), StatusCode::BAD_REQUEST),
        (Some(JSON), None, json!({ "query": " ".repeat(65 * 1024) }).to_string(), StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let answer = post(&server, content_type, accept, &body).await;
        assert_eq!(answer.status, status, "{body:.60}");
        assert!(answer.json()["errors"][0]["message"].as_str().unwrap().ends_with('.'), "{}", answer.text());
    }
    for method in ["GET", "PUT", "DELETE"] {
        let answer = server.send(Request::builder().method(method).uri("/graphql?query={rulebook{code}}").body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status, answer.headers[header::ALLOW].to_str().unwrap()), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
        assert!(answer.text().contains("POST only"));
    }
}

#[tokio::test]
async fn documents_that_would_bring_the_parser_down_are_answered_400() {
    let server = Server::start().await;
    let bomb = {
        let mut document = "{...f0}".to_owned();
        for level in 0..40 {
            document += &format!("fragment f{level} on Query{{...f{next} ...f{next}}}", next = level + 1);
        }
        document + "fragment f40 on Query{__typename}"
    };
    for query in [
        format!("{{a(x:{}", "{x:".repeat(2_000)),
        "[".repeat(60_000),
        "{a".repeat(10_000),
        bomb,
        "{...a}fragment a on Query{...a}".to_owned(),
        "a ".repeat(20_000),
    ] {
        let answer = post(&server, Some(JSON), Some(JSON), &json!({ "query": query }).to_string()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query:.40}");
    }
    assert!(post(&server, Some(JSON), None, &json!({ "query": "{ rulebook { code } }" }).to_string()).await.data().is_object(), "and it still answers");
}

#[tokio::test]
async fn queries_that_are_too_deep_or_ask_for_too_much_are_refused() {
    let server = Server::start().await;
    let deep = format!("{{ jurisdictions {} {{ id }} {} }}", "{ parent ".repeat(16), "}".repeat(16));
    let wide = "{ windows(first: 100) { nodes { organization { windows { duty { windows { id status dueOn } } } } } } }";
    for query in [deep.as_str(), wide] {
        let answer = post(&server, Some(JSON), Some(GRAPHQL), &json!({ "query": query }).to_string()).await;
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::BAD_REQUEST, "GRAPHQL_VALIDATION_FAILED"), "{query}");
    }
}

#[tokio::test]
async fn the_workbench_can_read_the_schema() {
    let server = Server::start().await;
    let answer = post(
        &server,
        Some(JSON),
        Some(GRAPHQL),
        &json!({ "query": include_str!("support/introspection.graphql"), "operationName": "IntrospectionQuery" }).to_string(),
    )
    .await;
    assert!(answer.data()["__schema"]["types"].as_array().unwrap().len() > 50);
}

#[tokio::test]
async fn pages_come_from_the_program_with_a_policy_and_an_etag() {
    let server = Server::start().await;
    for path in ["/", "/graphiql", "/graphiql/"] {
        let answer = server.send(Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!((answer.status, answer.headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, "text/html; charset=utf-8"), "{path}");
        assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"));
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        let again = server.send(Request::get(path).header(header::IF_NONE_MATCH, answer.headers[header::ETAG].clone()).body(Body::empty()).unwrap()).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
        for part in answer.text().split('"').filter(|part| part.starts_with("/assets/")) {
            let answer = server.send(Request::get(part).body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::OK, "{part}");
        }
    }
    for path in ["/nowhere", "/../Cargo.toml", "/assets/../index.html/x"] {
        assert_eq!(server.send(Request::get(path).body(Body::empty()).unwrap()).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_process_is_up_at_once_and_the_installation_only_with_a_worker() {
    let server = Server::start().await;
    let get = async |path: &str| {
        let answer = server.send(Request::get(path).body(Body::empty()).unwrap()).await;
        (answer.status, answer.text())
    };
    let dead = "CRITICAL NO_WORKER: Nothing falls due and nothing is sent, since no worker is alive: start redline-worker.\n";
    assert_eq!(get("/livez").await, (StatusCode::OK, "ok\n".to_owned()));
    assert_eq!(get("/readyz").await, (StatusCode::SERVICE_UNAVAILABLE, dead.to_owned()));
    assert_eq!(get("/healthz").await, (StatusCode::SERVICE_UNAVAILABLE, dead.to_owned()));
    let beat = async |ended: &str| {
        let db = server.app.db.begin().await.unwrap();
        let row = worker_beat::ActiveModel {
            name: Set("worker-1".to_owned()),
            version: Set("0.1.0".to_owned()),
            interval_seconds: Set(30),
            started_at: Set(crate::support::moment("2023-07-05T03:00:00Z")),
            cycle_started_at: Set(None),
            cycle_ended_at: Set(Some(crate::support::moment(ended))),
            sweep: Set(None),
            summary: Set(json!({ "alarms": ["the sweep of windows failed: database: secret things"] })),
            stopped_at: Set(None),
        };
        worker_beat::Entity::delete_many().exec(&db).await.unwrap();
        row.insert(&db).await.unwrap();
        db.commit().await.unwrap();
    };
    // It is noon, 04:00 UTC: two intervals of thirty seconds ago, and a moment before.
    beat("2023-07-05T03:59:00Z").await;
    let warned = "WARNING ALARMS: The last cycle of worker-1 raised 1 alarms.\n";
    assert_eq!(get("/readyz").await, (StatusCode::OK, format!("ready, with warnings\n{warned}")));
    assert_eq!(get("/healthz").await, (StatusCode::OK, format!("ok, with warnings\n{warned}")));
    beat("2023-07-05T03:58:59.999Z").await;
    for path in ["/readyz", "/healthz"] {
        let (status, text) = get(path).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(text.starts_with("CRITICAL NO_WORKER: ") && !text.contains("secret"), "{text}");
    }
}

#[tokio::test]
async fn of_several_operations_the_one_that_is_named_is_carried_out_without_the_variables_of_the_others() {
    let server = Server::start().await;
    let several = "query A { rulebook { ...R } } query B($first: Int!, $id: ID!) { windows(first: $first) { totalCount } node(id: $id) { id } } fragment R on Rulebook { code }";
    let named = |name: Option<&str>| json!({ "query": several, "operationName": name }).to_string();
    let answer = post(&server, Some(JSON), Some(GRAPHQL), &named(Some("A"))).await;
    assert_eq!(answer.data(), json!({ "rulebook": { "code": "wushenzhao-2023" } }));
    for name in [None, Some("C"), Some("B")] {
        assert_eq!(post(&server, Some(JSON), Some(GRAPHQL), &named(name)).await.status, StatusCode::BAD_REQUEST, "{name:?}");
    }
}

#[tokio::test]
async fn where_nothing_was_carried_out_there_are_no_data_and_where_something_was_there_may_be_none() {
    let server = Server::start().await;
    for query in ["{ nowhere }", "{", "query A { rulebook { code } } query B { rulebook { code } }", "subscription { windowChanged { window { id } } }"] {
        let answer = post(&server, Some(JSON), Some(JSON), &json!({ "query": query }).to_string()).await.json();
        assert!(answer.get("data").is_none() && answer["errors"][0]["message"].is_string(), "{query}: {answer}");
    }
    let answer = post(&server, Some(JSON), Some(JSON), &json!({ "query": "{ windows { totalCount } }" }).to_string()).await.json();
    assert_eq!(answer.get("data"), Some(&serde_json::Value::Null), "{answer}");
}

#[tokio::test]
async fn what_a_client_sends_besides_is_a_map() {
    let server = Server::start().await;
    for (extensions, status) in
        [(json!({ "trace": 1 }), StatusCode::OK), (json!(null), StatusCode::OK), (json!([]), StatusCode::BAD_REQUEST), (json!("a"), StatusCode::BAD_REQUEST)]
    {
        let body = json!({ "query": "{ rulebook { code } }", "extensions": extensions }).to_string();
        assert_eq!(post(&server, Some(JSON), Some(GRAPHQL), &body).await.status, status, "{extensions}");
    }
}

#[tokio::test]
async fn a_list_that_is_used_in_a_hundred_places_is_refused() {
    let server = Server::start().await;
    let used = |times: usize| format!("query($v: [ID!]!) {{ {} }}", (0..times).map(|at| format!("a{at}: nodes(ids: $v) {{ id }} ")).collect::<String>());
    let long = vec![1; 29_000];
    let answer = post(&server, Some(JSON), Some(GRAPHQL), &json!({ "query": used(100), "variables": { "v": long } }).to_string()).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::BAD_REQUEST, "DOCUMENT_TOO_LARGE"), "{}", answer.text());
    // Nor may the list stand in the document, without any variables beside it.
    let uses: String = (0..20).map(|at| format!("a{at}: nodes(ids: $v) {{ id }} ")).collect();
    let within = format!("query($v: [ID!]! = [{}]) {{ {} }} fragment F on Query {{ {uses} }}", "1 ".repeat(400), "...F ".repeat(26));
    let answer = post(&server, Some(JSON), Some(GRAPHQL), &json!({ "query": within }).to_string()).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::BAD_REQUEST, "DOCUMENT_TOO_LARGE"), "{}", answer.text());
    let few = post(&server, Some(JSON), Some(GRAPHQL), &json!({ "query": used(2), "variables": { "v": long } }).to_string()).await;
    assert_ne!(few.code(), "DOCUMENT_TOO_LARGE");
}
