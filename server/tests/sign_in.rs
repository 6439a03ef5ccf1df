//! Signing in: what keeps others from guessing, without locking its owner out; by cookie for the page; with a second factor.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use crate::support::{Answer, PASSWORD, Server, Town};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::Duration;
use redline_entity::ledger_event;
use redline_ledger::{Site, settings::SecondFactor};
use redline_server::{App, http::router};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};
use tower::ServiceExt;

const LOGIN: &str = "mutation($l: String!, $p: String!, $c: String, $k: Boolean! = false) { login(input: {login: $l, password: $p, code: $c, cookie: $k}) { token viewer { person { name } } userErrors { code field } } }";
const WHO: &str = "{ viewer { person { name } seats { role } secondFactor owesSecondFactor } }";

/// Sends a request with those headers besides.
async fn ask_with(server: &Server, headers: &[(&str, &str)], query: &str, variables: Value) -> Answer {
    let mut request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::HOST, "localhost");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    server.send(request.body(Body::from(json!({ "query": query, "variables": variables }).to_string())).unwrap()).await
}

async fn try_login(server: &Server, headers: &[(&str, &str)], login: &str, password: &str) -> String {
    let data = ask_with(server, headers, LOGIN, json!({ "l": login, "p": password })).await.data()["login"].clone();
    data["userErrors"][0]["code"].as_str().unwrap_or("IN").to_owned()
}

/// The cookies that an answer sets, as a browser would send them back.
fn cookies(answer: &Answer) -> String {
    let set: Vec<&str> = answer.headers.get_all(header::SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap()).collect();
    set.iter().map(|cookie| cookie.split(';').next().unwrap()).collect::<Vec<_>>().join("; ")
}

async fn actions(server: &Server) -> Vec<(String, Value)> {
    let rows = ledger_event::Entity::find().order_by_asc(ledger_event::Column::Id).all(server.app.db.read()).await.unwrap();
    rows.into_iter().filter(|row| row.subject_kind == "ACCOUNT" && row.action != "ACCOUNT_OPENED").map(|row| (row.action, row.data)).collect()
}

#[tokio::test]
async fn ten_wrong_passwords_close_a_login_for_an_hour_and_an_unknown_one_just_so() {
    let server = Server::start().await;
    Town::found(&server).await;
    for login in ["head0", "nobody"] {
        for _ in 0..10 {
            assert_eq!(try_login(&server, &[], login, "wrong").await, "WRONG_CREDENTIALS");
        }
        assert_eq!(try_login(&server, &[], login, PASSWORD).await, "TOO_MANY_TRIES", "not even the right one");
    }
    assert_eq!(try_login(&server, &[], "head1", PASSWORD).await, "IN", "others are not concerned");
    server.clock.advance(Duration::hours(1) - Duration::seconds(1));
    assert_eq!(try_login(&server, &[], "head0", PASSWORD).await, "TOO_MANY_TRIES");
    server.clock.advance(Duration::seconds(1));
    assert_eq!(try_login(&server, &[], "head0", PASSWORD).await, "IN");
    let told = actions(&server).await;
    assert_eq!(told.iter().filter(|(action, _)| action == "SIGN_IN_REFUSED").count(), 20, "{told:?}");
    assert_eq!(told.last().unwrap().0, "SIGNED_IN");
}

#[tokio::test]
async fn aliases_are_tries_like_any_others() {
    let server = Server::start().await;
    Town::found(&server).await;
    let one = |at: usize| format!("a{at}: login(input: {{login: \"head0\", password: \"{at}\"}}) {{ token userErrors {{ code }} }} ");
    let query = format!("mutation {{ {} }}", (0..30).map(one).collect::<String>());
    let data = server.ask(None, &query, json!({})).await.data();
    let codes: Vec<&str> = (0..30).map(|at| data[format!("a{at}")]["userErrors"][0]["code"].as_str().unwrap()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "WRONG_CREDENTIALS").count(), 10);
    assert_eq!(codes.iter().filter(|code| **code == "TOO_MANY_TRIES").count(), 20);
}

#[tokio::test]
async fn a_browser_from_which_somebody_signed_in_before_is_not_locked_out_by_others() {
    let server = Server::start().await;
    Town::found(&server).await;
    let first = ask_with(&server, &[], LOGIN, json!({ "l": "head0", "p": PASSWORD, "k": true })).await;
    let known = cookies(&first);
    for _ in 0..11 {
        try_login(&server, &[], "head0", "wrong").await;
    }
    assert_eq!(try_login(&server, &[], "head0", PASSWORD).await, "TOO_MANY_TRIES");
    assert_eq!(try_login(&server, &[("cookie", &known)], "head0", PASSWORD).await, "IN");
    for (sign, why) in [(known.replace("redline-device=", "redline-device=0"), "it is not of this site"), (known.replace("device", "other"), "there is none")] {
        assert_eq!(try_login(&server, &[("cookie", &sign)], "head0", PASSWORD).await, "TOO_MANY_TRIES", "{why}");
    }
    // It opens no other account, and it has tries of its own.
    for _ in 0..10 {
        assert_eq!(try_login(&server, &[("cookie", &known)], "head0", "wrong").await, "WRONG_CREDENTIALS");
    }
    assert_eq!(try_login(&server, &[("cookie", &known)], "head0", PASSWORD).await, "TOO_MANY_TRIES");
    for _ in 0..11 {
        try_login(&server, &[], "head1", "wrong").await;
    }
    assert_eq!(try_login(&server, &[("cookie", &known)], "head1", PASSWORD).await, "TOO_MANY_TRIES");
}

#[tokio::test]
async fn a_page_signs_in_by_a_cookie_that_no_script_and_no_foreign_page_uses() {
    let server = Server::start().await;
    Town::found(&server).await;
    let answer = ask_with(&server, &[], LOGIN, json!({ "l": "head0", "p": PASSWORD, "k": true })).await;
    assert_eq!(answer.data()["login"]["token"], json!(null), "a script learns nothing");
    let set: Vec<&str> = answer.headers.get_all(header::SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap()).collect();
    assert_eq!(set.len(), 2);
    assert!(set.iter().all(|cookie| cookie.contains("; HttpOnly; SameSite=Strict; ")), "{set:?}");
    let cookie = cookies(&answer);
    let name = async |headers: &[(&str, &str)]| ask_with(&server, headers, WHO, json!({})).await.data()["viewer"]["person"]["name"].clone();
    assert_eq!(name(&[("cookie", &cookie)]).await, "head0");
    assert_eq!(name(&[("cookie", &cookie), ("origin", "http://localhost"), ("sec-fetch-site", "same-origin")]).await, "head0");
    for foreign in [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
        assert_eq!(name(&[("cookie", &cookie), foreign]).await, json!(null), "{foreign:?}");
    }
    // Out: the browser forgets it, and the server does not take it any more.
    let out = ask_with(&server, &[("cookie", &cookie)], "mutation { logout { userErrors { code } } }", json!({})).await;
    assert!(out.headers[header::SET_COOKIE].to_str().unwrap().starts_with("redline-session=; "));
    assert_eq!(name(&[("cookie", &cookie)]).await, json!(null), "as if there were none: the page has to be able to log in again");
    assert_eq!(actions(&server).await.iter().map(|(action, _)| action.as_str()).collect::<Vec<_>>(), ["SIGNED_IN", "SIGNED_OUT"]);
}

#[tokio::test]
async fn everywhere_means_every_session_and_every_key() {
    let server = Server::start().await;
    Town::found(&server).await;
    let (one, other) = (server.login("head0").await, server.login("head0").await);
    let make = "mutation($p: String!) { createApiKey(input: {name: \"报表\", until: \"2023-07-31\", password: $p}) { token userErrors { code } } }";
    let key = server.ask(Some(&one), make, json!({ "p": PASSWORD })).await.data()["createApiKey"]["token"].as_str().unwrap().to_owned();
    server.ask(Some(&one), "mutation { logoutEverywhere { userErrors { code } } }", json!({})).await.data();
    for token in [&one, &other, &key] {
        assert_eq!(server.ask(Some(token), WHO, json!({})).await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(actions(&server).await.last().unwrap().0, "SIGNED_OUT_EVERYWHERE");
}

fn code(secret: &str, at: chrono::DateTime<chrono::Utc>) -> String {
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).with_account_name("x").build().unwrap();
    totp.generate(u64::try_from(at.timestamp()).unwrap()).to_string()
}

#[tokio::test]
async fn with_a_second_factor_the_password_alone_is_not_enough_and_no_code_works_twice() {
    let server = Server::start().await;
    Town::found(&server).await;
    let token = server.login("head0").await;
    let begin = "mutation($p: String!) { beginSecondFactor(input: {password: $p}) { secret uri qr userErrors { code field } } }";
    let refused = server.ask(Some(&token), begin, json!({ "p": "wrong" })).await.data();
    assert_eq!(refused["beginSecondFactor"]["userErrors"][0], json!({ "code": "WRONG_PASSWORD", "field": "password" }));
    let begun = server.ask(Some(&token), begin, json!({ "p": PASSWORD })).await.data()["beginSecondFactor"].clone();
    let secret = begun["secret"].as_str().unwrap();
    assert_eq!(begun["uri"], format!("otpauth://totp/Redline:head0?secret={secret}&issuer=Redline"));
    assert!(begun["qr"].as_str().unwrap().contains("<svg"));
    assert_eq!(try_login(&server, &[], "head0", PASSWORD).await, "IN", "it does not count yet");
    let confirm = async |given: &str| {
        let query = "mutation($c: String!) { confirmSecondFactor(input: {code: $c}) { userErrors { code } } }";
        server.ask(Some(&token), query, json!({ "c": given })).await.data()["confirmSecondFactor"]["userErrors"].clone()
    };
    let now = || server.app.clock.now();
    assert_eq!(confirm("000000").await[0]["code"], "WRONG_CODE");
    assert_eq!(confirm(&code(secret, now())).await, json!([]));
    assert_eq!(confirm(&code(secret, now())).await[0]["code"], "SECOND_FACTOR_SET");

    let login = async |given: Option<&str>| {
        let data = server.ask(None, LOGIN, json!({ "l": "head0", "p": PASSWORD, "c": given })).await.data();
        data["login"]["userErrors"][0]["code"].as_str().unwrap_or("IN").to_owned()
    };
    assert_eq!(login(None).await, "SECOND_FACTOR_NEEDED");
    assert_eq!(login(Some(&code(secret, now()))).await, "WRONG_CODE", "it was used for turning it on");
    server.clock.advance(Duration::seconds(30));
    assert_eq!(login(Some(&code(secret, now() + Duration::seconds(90)))).await, "WRONG_CODE", "a clock may be off by half a minute, not by more");
    assert_eq!(login(Some(&code(secret, now()))).await, "IN");
    assert_eq!(login(Some(&code(secret, now()))).await, "WRONG_CODE", "twice");
    server.clock.advance(Duration::seconds(30));
    let spaced = code(secret, now());
    assert_eq!(login(Some(&format!(" {} {}", &spaced[..3], &spaced[3..]))).await, "IN", "as telephones show it");
    for _ in 0..7 {
        assert_eq!(login(Some("123456")).await, "WRONG_CODE");
    }
    assert_eq!(login(Some("123456")).await, "TOO_MANY_TRIES", "codes are guessed no longer than passwords");

    let remove = "mutation($p: String!) { removeSecondFactor(input: {password: $p}) { userErrors { code } } }";
    assert_eq!(server.ask(Some(&token), remove, json!({ "p": PASSWORD })).await.data()["removeSecondFactor"]["userErrors"], json!([]));
    assert_eq!(server.ask(Some(&token), remove, json!({ "p": PASSWORD })).await.data()["removeSecondFactor"]["userErrors"][0]["code"], "NO_SECOND_FACTOR");
    server.clock.advance(Duration::hours(1));
    assert_eq!(login(None).await, "IN");
    let told: Vec<String> = actions(&server).await.into_iter().map(|(action, _)| action).collect();
    for action in ["SECOND_FACTOR_SET", "SECOND_FACTOR_REMOVED"] {
        assert!(told.iter().any(|known| known == action), "{action} of {told:?}");
    }
}

#[tokio::test]
async fn where_supervisors_need_a_second_factor_they_see_nothing_before_they_have_one() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let site = Site {
        second_factor: SecondFactor::Supervisors,
        zone: server.app.site.zone,
        rulebook: server.app.site.rulebook.clone(),
        workdays: server.app.site.workdays.clone(),
        base_url: server.app.site.base_url.clone(),
        tips: server.app.site.tips,
        ids: redline_ledger::ids::Ids::seeded(7),
    };
    let strict = router(App { site: Arc::new(site), ..server.app.clone() });
    let ask = async |token: &str, query: &str, variables: Value| -> Value {
        let request = Request::post("/graphql").header(header::CONTENT_TYPE, "application/json").header(header::AUTHORIZATION, format!("Bearer {token}"));
        let request = request.body(Body::from(json!({ "query": query, "variables": variables }).to_string())).unwrap();
        let body = strict.clone().oneshot(request).await.unwrap().into_body();
        serde_json::from_slice(&axum::body::to_bytes(body, usize::MAX).await.unwrap()).unwrap()
    };
    let (office, head) = (server.login("office").await, server.login("head0").await);
    assert_eq!(ask(&head, WHO, json!({})).await["data"]["viewer"]["owesSecondFactor"], false, "who sees his own enterprise only needs none");
    let owes = ask(&office, WHO, json!({})).await["data"]["viewer"].clone();
    assert_eq!((&owes["owesSecondFactor"], &owes["secondFactor"]), (&json!(true), &json!(false)));
    assert_eq!(owes["seats"], json!([]), "nor does he hold a position until then");
    let all = "query($id: ID!) { enterprises { totalCount } node(id: $id) { id } }";
    let id = crate::support::type_id(redline_domain::ids::Noun::Organization, town.enterprises[0]);
    let seen = ask(&office, all, json!({ "id": id })).await;
    assert_eq!(seen["data"], json!({ "enterprises": { "totalCount": 0 }, "node": null }), "{seen}");
    let begun = ask(&office, "mutation($p: String!) { beginSecondFactor(input: {password: $p}) { secret } }", json!({ "p": PASSWORD })).await;
    let secret = begun["data"]["beginSecondFactor"]["secret"].as_str().unwrap().to_owned();
    let given = code(&secret, server.app.clock.now());
    ask(&office, "mutation($c: String!) { confirmSecondFactor(input: {code: $c}) { userErrors { code } } }", json!({ "c": given })).await;
    assert_eq!(ask(&office, all, json!({ "id": id })).await["data"]["enterprises"]["totalCount"], 2);
    assert_eq!(ask(&office, WHO, json!({})).await["data"]["viewer"]["seats"].as_array().unwrap().len(), 1);
}
