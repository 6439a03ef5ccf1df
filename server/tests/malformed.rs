//! Ten thousand requests that are none, or that were made to do harm: each is answered, none by a failure of the server, and it lives.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Server, door};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use redline_server::{App, http::router};
use serde_json::{Value, json};
use tower::ServiceExt;

const REQUESTS: u64 = 10_000;

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.next(list.len())]
    }
}

/// A document that is wrong in one way or another, or only just right.
fn document(chance: &mut Chance) -> String {
    let many = 1 + chance.next(3_000);
    let few = 1 + chance.next(60);
    match chance.next(16) {
        0 => format!("{{a(x:{}1{})}}", "{x:".repeat(many), "}".repeat(many)),
        1 => format!("{{a(x:{}1{})}}", "[".repeat(many), "]".repeat(many)),
        2 => format!("{}a{}", "{a".repeat(few), "}".repeat(few)),
        3 => "{a".repeat(many),
        4 => (0..few).map(|at| format!("fragment f{at} on Query{{...f{next} ...f{next}}} ", next = at + 1)).collect::<String>() + "{...f0}",
        5 => (0..few).map(|at| format!("fragment f{at} on Query{{...f{}}} ", (at + 1) % few)).collect::<String>() + "{...f0}",
        6 => format!("{{{}}}", (0..many).map(|at| format!("a{at}:rulebook{{code}}")).collect::<String>()),
        7 => format!("{{rulebook {} {{code}}}}", "@include(if:true)".repeat(many)),
        8 => format!("query({}){{rulebook{{code}}}}", (0..few).map(|at| format!("$v{at}:{}Int", "[".repeat(at))).collect::<String>()),
        9 => format!("{{rulebook(x:\"{}", chance.of(&["\\", "\\u", "\\uD800", "\u{0}", "\"\"", "\n", "\u{202e}"])).repeat(few),
        10 => format!("{{criteria(first:{}){{totalCount}}}}", chance.of(&["-1", "0", "101", "2147483648", "1e400", "\"1\"", "null", "9".repeat(400).as_str()])),
        11 => {
            format!("{{node(id:\"{}\"){{id}}}}", chance.of(&["", "hazard_", "hazard_0", "window_zzzzzzzzzzzzzzzzzzzzzzzzzz", "' OR 1=1 --", "\u{0}", "红线"]))
        }
        12 => "#".repeat(many) + chance.of(&["", "\n{", "\r{rulebook{code}}", "\u{2028}{rulebook{code}}"]),
        13 => (0..many.min(400))
            .map(|_| chance.of(&["{", "}", "(", ")", "[", "]", "...", "on", "$", "@", "!", ":", "=", "|", "&", "\"", "a", "1", "-", ".", "é", "query"]))
            .collect(),
        14 => {
            let good = "query Q($a: Int! = 1) @x { rulebook { code ...F } } fragment F on Rulebook { title(language: EN) }";
            good.chars().take(chance.next(good.len())).collect()
        }
        _ => {
            let lists = chance.of(&["fields{type{", "interfaces{possibleTypes{", "fields{type{ofType{"]);
            let ends = "}".repeat(lists.matches('{').count() * few);
            format!("{{__schema{{types{{{}name{ends}}}}}}}", lists.repeat(few))
        }
    }
}

/// A body that carries it, or something else altogether.
fn body(chance: &mut Chance) -> Vec<u8> {
    let document = document(chance);
    match chance.next(10) {
        0 => format!("{{\"query\":\"{{a}}\",\"variables\":{}{}}}", "{\"x\":".repeat(chance.next(5_000)), "1").into_bytes(),
        1 => "[".repeat(1 + chance.next(30_000)).into_bytes(),
        2 => br#"{"query":"{ rulebook { code } }\ud800"}"#.to_vec(),
        3 => document.into_bytes().into_iter().map(|byte| byte ^ 0x80).collect(),
        4 => json!({ "query": document, "operationName": "nowhere", "variables": { "x": null } }).to_string().into_bytes(),
        6 => {
            let uses: String = (0..chance.next(150)).map(|at| format!("a{at}:nodes(ids:$v){{id}}")).collect();
            json!({ "query": format!("query($v:[ID!]!){{{uses}}}"), "variables": { "v": vec![1; chance.next(29_000)] } }).to_string().into_bytes()
        }
        5 => {
            let whole = json!({ "query": document }).to_string();
            whole.as_bytes()[..chance.next(whole.len())].to_vec()
        }
        _ => json!({ "query": document, "variables": {} }).to_string().into_bytes(),
    }
}

async fn send(routes: &Router, body: Vec<u8>) -> (StatusCode, Value) {
    let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT, "application/graphql-response+json");
    let response = routes.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(&body))))
}

/// How much memory this process has, in bytes.
fn memory() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").ok().and_then(|text| text.split(' ').nth(1)?.parse::<usize>().ok());
    pages.unwrap_or_default() * 4_096
}

#[tokio::test]
async fn ten_thousand_malformed_requests_are_answered_and_leave_nothing_behind() {
    let server = Server::start().await;
    let routes = router(App { door: door(|server| server.requests_per_minute = 1_000_000), ..server.app.clone() });
    let mut chance = Chance(2023);
    let mut statuses = std::collections::BTreeMap::new();
    let mut before = 0;
    for number in 0..REQUESTS {
        let sent = body(&mut chance);
        let shown = String::from_utf8_lossy(&sent[..sent.len().min(200)]).into_owned();
        let (status, answer) = send(&routes, sent).await;
        assert!(!status.is_server_error(), "{status}: {shown}\n{answer}");
        assert!(answer.get("errors").is_some() || status == StatusCode::OK, "{status}: {shown}\n{answer}");
        *statuses.entry(status.as_u16()).or_insert(0_u64) += 1;
        if number == REQUESTS / 10 {
            before = memory();
        }
    }
    assert!(statuses[&400] > REQUESTS / 2, "{statuses:?}");
    assert!(memory() < before + (50 << 20), "{} bytes more", memory() - before);
    assert_eq!(send(&routes, br#"{"query":"{ rulebook { code } }"}"#.to_vec()).await.1["data"]["rulebook"]["code"], "wushenzhao-2023");
}
