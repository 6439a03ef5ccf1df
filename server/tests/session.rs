//! Logging in and out, and in which language one is answered.

use crate::support::{PASSWORD, Server, Town};
use axum::http::StatusCode;
use chrono::Duration;
use serde_json::json;

const LOGIN: &str = "mutation($l: String!, $p: String!) { login(input: {login: $l, password: $p}) { token expiresAt viewer { person { name } organization { name } seats { role position } permissions { action } } userErrors { code field message } } }";

#[tokio::test]
async fn who_logs_in_gets_a_token_and_sees_who_it_is() {
    let server = Server::start().await;
    Town::found(&server).await;
    let login = server.ask(None, LOGIN, json!({ "l": "head0", "p": PASSWORD })).await.data()["login"].clone();
    assert_eq!(login["viewer"]["person"]["name"], "head0");
    assert_eq!(login["viewer"]["organization"]["name"], "企业0");
    assert_eq!(login["viewer"]["seats"][0]["role"], "企业0 · Head");
    assert_eq!(login["expiresAt"], "2023-07-05T16:00:00+00:00");
    let token = login["token"].as_str().unwrap();
    let viewer = server.ask(Some(token), "{ viewer { person { name } seats { role } permissions { action label } } }", json!({})).await.data();
    assert_eq!(viewer["viewer"]["seats"][0]["role"], "企业0 · Head");
    let actions: Vec<&str> = viewer["viewer"]["permissions"].as_array().unwrap().iter().map(|it| it["action"].as_str().unwrap()).collect();
    assert!(actions.contains(&"RECORD") && !actions.contains(&"ACCEPT_MAJOR"), "{actions:?}");
}

#[tokio::test]
async fn an_unknown_login_and_a_wrong_password_are_answered_alike() {
    let server = Server::start().await;
    Town::found(&server).await;
    let unknown = server.ask(None, LOGIN, json!({ "l": "nobody", "p": PASSWORD })).await.data();
    let wrong = server.ask(None, LOGIN, json!({ "l": "head0", "p": "wrong" })).await.data();
    assert_eq!(unknown, wrong);
    assert_eq!(wrong["login"]["userErrors"][0]["code"], "WRONG_CREDENTIALS");
    assert_eq!((&wrong["login"]["token"], &wrong["login"]["viewer"]), (&json!(null), &json!(null)));
}

#[tokio::test]
async fn a_token_holds_until_it_expires_or_is_ended() {
    let server = Server::start().await;
    Town::found(&server).await;
    let query = "{ viewer { person { name } } }";
    let (token, other) = (server.login("head0").await, server.login("head1").await);
    server.clock.advance(Duration::hours(12) - Duration::seconds(1));
    assert_eq!(server.ask(Some(&token), query, json!({})).await.status, StatusCode::OK);
    server.ask(Some(&token), "mutation { logout { userErrors { code } } }", json!({})).await.data();
    server.clock.advance(Duration::seconds(1));
    for (token, why) in [(token.as_str(), "it was ended"), (other.as_str(), "it has expired"), ("rl_unknown", "it is unknown"), ("", "there is none")] {
        let answer = server.ask(Some(token), query, json!({})).await;
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::UNAUTHORIZED, "UNAUTHENTICATED"), "{why}");
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
    }
}

#[tokio::test]
async fn a_visitor_sees_the_rulebook_and_is_asked_to_log_in_for_the_rest() {
    let server = Server::start().await;
    let data = server.ask(None, "{ viewer { person { name } } systemStatus { today healthy details { queuedMails } } rules { code } criteria(filter: {text: \"动火\"}) { totalCount } }", json!({})).await.data();
    assert_eq!(data["viewer"], json!(null));
    assert_eq!(data["systemStatus"], json!({ "today": "2023-07-05", "healthy": false, "details": null }));
    assert!(data["rules"].as_array().unwrap().len() > 30);
    for query in [
        "{ windows { totalCount } }",
        "{ enterprises { totalCount } }",
        "{ notices { totalCount } }",
        "{ ledgerEvents { totalCount } }",
        "mutation { logout { userErrors { code } } }",
    ] {
        assert_eq!(server.ask(None, query, json!({})).await.code(), "UNAUTHENTICATED", "{query}");
    }
}

#[tokio::test]
async fn what_an_enterprise_would_owe_is_told_without_recording_anything() {
    let server = Server::start().await;
    let query = "query($p: ProfileInput!) { previewWindows(profile: $p) { windows { ruleCode opensOn dueOn ended { on as } rule { title(language: EN) } } userErrors { code field } } }";
    let profile = json!({ "kind": "ENTERPRISE", "sectors": ["HAZARDOUS_CHEMICALS"], "from": "2023-05-22", "changes": [{ "on": "2023-09-10", "sectors": ["INDUSTRY_AND_TRADE"] }] });
    let preview = server.ask(None, query, json!({ "p": profile })).await.data()["previewWindows"].clone();
    assert_eq!(preview["userErrors"], json!([]));
    let windows = preview["windows"].as_array().unwrap();
    assert!(windows.iter().any(|window| window["opensOn"] == "2023-06-01" && window["dueOn"] == "2023-06-30"));
    assert!(windows.iter().any(|window| window["ended"] == json!({ "on": "2023-09-10", "as": "SUPERSEDED" })));
    let bad = json!({ "kind": "ENTERPRISE", "sectors": [], "from": "2024-01-01", "until": "2023-12-01" });
    let preview = server.ask(None, query, json!({ "p": bad })).await.data()["previewWindows"].clone();
    assert_eq!(preview["windows"], json!(null));
    let fields: Vec<&str> = preview["userErrors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["profile.sectors", "profile.from", "profile.until"]);
    let codes = async |profile: serde_json::Value| -> Vec<String> {
        let preview = server.ask(None, query, json!({ "p": profile })).await.data()["previewWindows"].clone();
        preview["userErrors"].as_array().unwrap().iter().map(|error| error["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(json!({ "kind": "DISCIPLINE_OFFICE", "from": "2023-05-22" })).await, ["NO_RULES"]);
    let from = |day: &str| json!({ "kind": "VILLAGE", "from": day });
    assert_eq!(codes(from("2024-01-01")).await, ["AFTER_ACTION"]);
    assert_eq!(codes(from("2023-12-31")).await, Vec::<String>::new());
    let changed = |times: usize| json!({ "kind": "VILLAGE", "from": "2023-05-22", "changes": vec![json!({ "on": "2023-06-01" }); times] });
    assert_eq!(codes(changed(51)).await, ["TOO_MANY_CHANGES"]);
    assert_eq!(codes(changed(50)).await, Vec::<String>::new());
    let answer = server.ask(None, query, json!({ "p": { "kind": "ENTERPRISE", "from": "2023-02-30" } })).await;
    assert!(answer.json()["errors"][0]["message"].as_str().unwrap().contains("2023-02-30"), "{}", answer.text());
}
