//! One's own account, and those of the people whom one manages: passwords, keys, invitations, closing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{PASSWORD, Server, Town, day, type_id};
use axum::http::StatusCode;
use chrono::Duration;
use redline_domain::{Position, ids::Noun};
use redline_entity::{account_link, ledger_event, notice};
use redline_ledger::{
    account::link,
    person::{NewPerson, appoint, create},
    secret::Secret,
};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;

const NEW: &str = "a cold kettle sings at six";
const WHO: &str = "{ viewer { person { name } } }";

async fn code(server: &Server, token: Option<&str>, query: &str, variables: Value) -> Value {
    let data = server.ask(token, query, variables).await.data();
    data.as_object().unwrap().values().next().unwrap()["userErrors"][0]["code"].clone()
}

async fn can_log_in(server: &Server, login: &str, password: &str) -> Value {
    code(
        server,
        None,
        "mutation($l: String!, $p: String!) { login(input: {login: $l, password: $p}) { userErrors { code } } }",
        json!({ "l": login, "p": password }),
    )
    .await
}

/// What the ledger says that happened to accounts, in order, without who signed in.
async fn told(server: &Server) -> Vec<String> {
    let rows = ledger_event::Entity::find().order_by_asc(ledger_event::Column::Id).all(server.app.db.read()).await.unwrap();
    let of_accounts = rows.into_iter().filter(|row| row.subject_kind == "ACCOUNT").map(|row| row.action);
    of_accounts.filter(|action| action != "ACCOUNT_OPENED" && !action.starts_with("SIGN")).collect()
}

/// The code of the link that was made last, as the mail has it.
async fn last_code(server: &Server, person: Uuid) -> String {
    let db = server.app.db.read();
    let link = account_link::Entity::find().order_by_desc(account_link::Column::Id).one(db).await.unwrap().unwrap();
    let secret = Secret::known(db).await.unwrap().unwrap();
    let address = link::address("", &format!("one-time-{}", link.id.simple()));
    link::complete(&secret, person, &address).unwrap().rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn who_changes_the_password_stays_in_and_all_others_are_out() {
    let server = Server::start().await;
    Town::found(&server).await;
    let (mine, other) = (server.login("head0").await, server.login("head0").await);
    let change = "mutation($c: String!, $n: String!) { changePassword(input: {current: $c, new: $n}) { userErrors { code field } } }";
    let refused = server.ask(Some(&mine), change, json!({ "c": "wrong", "n": NEW })).await.data()["changePassword"]["userErrors"][0].clone();
    assert_eq!(refused, json!({ "code": "WRONG_PASSWORD", "field": "current" }));
    for (new, expected) in [("too short", "PASSWORD_TOO_SHORT"), ("passwordpassword", "PASSWORD_GUESSABLE"), (&"ab ".repeat(43), "PASSWORD_TOO_LONG")] {
        assert_eq!(code(&server, Some(&mine), change, json!({ "c": PASSWORD, "n": new })).await, expected);
    }
    assert_eq!(code(&server, Some(&mine), change, json!({ "c": PASSWORD, "n": NEW })).await, json!(null));
    assert_eq!(server.ask(Some(&mine), WHO, json!({})).await.status, StatusCode::OK);
    assert_eq!(server.ask(Some(&other), WHO, json!({})).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!((can_log_in(&server, "head0", PASSWORD).await, can_log_in(&server, "head0", NEW).await), (json!("WRONG_CREDENTIALS"), json!(null)));
    assert_eq!(server.ask(None, change, json!({ "c": PASSWORD, "n": NEW })).await.code(), "UNAUTHENTICATED");
    let told = notice::Entity::find().all(server.app.db.read()).await.unwrap();
    assert!(told.iter().any(|notice| notice.step.starts_with("PASSWORD-")), "who did not do it himself learns of it: {told:?}");
}

#[tokio::test]
async fn a_forgotten_password_is_set_by_a_link_that_works_once_and_for_half_an_hour() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let ask = "mutation($l: String!) { requestPasswordReset(input: {login: $l}) { userErrors { code } } }";
    let set = "mutation($c: String!, $p: String!) { setPassword(input: {code: $c, password: $p}) { login userErrors { code } } }";
    assert_eq!(code(&server, None, ask, json!({ "l": "nobody" })).await, json!(null), "alike");
    assert_eq!(account_link::Entity::find().all(server.app.db.read()).await.unwrap().len(), 0);
    let session = server.login("head0").await;
    assert_eq!(code(&server, None, ask, json!({ "l": "head0" })).await, json!(null));
    let link = last_code(&server, town.person("head0")).await;
    let of_another = last_code(&server, town.person("head1")).await;
    for wrong in [of_another.as_str(), "", "x", &link[..link.len() - 1], &link.replace('.', "")] {
        assert_eq!(code(&server, None, set, json!({ "c": wrong, "p": NEW })).await, "BAD_LINK", "{wrong}");
    }
    assert_eq!(code(&server, None, set, json!({ "c": link, "p": "short" })).await, "PASSWORD_TOO_SHORT", "and the link still works");
    let done = server.ask(None, set, json!({ "c": link, "p": NEW })).await;
    assert_eq!(done.data()["setPassword"], json!({ "login": "head0", "userErrors": [] }));
    assert!(done.headers["set-cookie"].to_str().unwrap().starts_with("redline-device="), "who reads that mail is not locked out");
    assert_eq!(server.ask(Some(&session), WHO, json!({})).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(can_log_in(&server, "head0", NEW).await, json!(null));
    assert_eq!(code(&server, None, set, json!({ "c": link, "p": NEW })).await, "BAD_LINK", "once");

    assert_eq!(told(&server).await, ["LINK_SENT", "PASSWORD_SET"]);

    // Two links: using one ends the other. And none works after half an hour.
    code(&server, None, ask, json!({ "l": "head0" })).await;
    let first = last_code(&server, town.person("head0")).await;
    server.clock.advance(Duration::minutes(1));
    code(&server, None, ask, json!({ "l": "head0" })).await;
    let second = last_code(&server, town.person("head0")).await;
    assert_eq!(code(&server, None, set, json!({ "c": second, "p": NEW })).await, json!(null));
    assert_eq!(code(&server, None, set, json!({ "c": first, "p": NEW })).await, "BAD_LINK");
    server.clock.advance(Duration::hours(1));
    code(&server, None, ask, json!({ "l": "head0" })).await;
    let late = last_code(&server, town.person("head0")).await;
    server.clock.advance(Duration::minutes(30));
    assert_eq!(code(&server, None, set, json!({ "c": late, "p": NEW })).await, "BAD_LINK");
}

#[tokio::test]
async fn nobody_is_flooded_with_links() {
    let server = Server::start().await;
    Town::found(&server).await;
    let ask = "mutation($l: String!) { requestPasswordReset(input: {login: $l}) { userErrors { code } } }";
    for _ in 0..5 {
        assert_eq!(code(&server, None, ask, json!({ "l": "head0" })).await, json!(null));
    }
    assert_eq!(account_link::Entity::find().all(server.app.db.read()).await.unwrap().len(), 3, "three in an hour");
    for _ in 5..20 {
        code(&server, None, ask, json!({ "l": "nobody" })).await;
    }
    assert_eq!(code(&server, None, ask, json!({ "l": "head1" })).await, "TOO_MANY_TRIES", "twenty from one network");
}

#[tokio::test]
async fn a_key_asks_in_its_owners_name_reads_only_unless_told_otherwise_and_ends() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let token = server.login("head0").await;
    let make = "mutation($w: Boolean!, $u: Date!, $n: String!, $p: String!) { createApiKey(input: {name: $n, mayWrite: $w, until: $u, password: $p}) { token apiKey { id name mayWrite expiresAt } userErrors { code field } } }";
    for (until, expected) in [("2023-07-04", json!("BAD_EXPIRY")), ("2024-07-06", json!("BAD_EXPIRY"))] {
        assert_eq!(code(&server, Some(&token), make, json!({ "w": false, "u": until, "n": "报表", "p": PASSWORD })).await, expected);
    }
    assert_eq!(code(&server, Some(&token), make, json!({ "w": false, "u": "2023-07-05", "n": "报表", "p": "wrong" })).await, "WRONG_PASSWORD");
    let made = server.ask(Some(&token), make, json!({ "w": false, "u": "2023-07-05", "n": "报表", "p": PASSWORD })).await.data()["createApiKey"].clone();
    assert_eq!(made["apiKey"]["expiresAt"], "2023-07-05T16:00:00+00:00", "to the end of that day here");
    let key = made["token"].as_str().unwrap();
    assert!(key.starts_with("rlk_"));
    assert_eq!(server.ask(Some(key), WHO, json!({})).await.data()["viewer"]["person"]["name"], "head0");
    let report =
        "mutation($o: ID!) { reportHazard(input: {organizationId: $o, description: \"漏油\", foundBy: SELF_CHECK}) { hazard { id } userErrors { code } } }";
    let about = json!({ "o": type_id(Noun::Organization, town.enterprises[0]) });
    let refused = server.ask(Some(key), report, about.clone()).await;
    assert_eq!(refused.code(), "FORBIDDEN");
    assert_eq!(refused.json()["errors"][0]["extensions"]["reason"], "KEY_READS_ONLY", "{}", refused.text());
    // Nor where the change has a name that the request does not repeat.
    let named = report.replacen("mutation(", "mutation Report(", 1);
    assert_eq!(server.ask(Some(key), &named, about.clone()).await.json()["errors"][0]["extensions"]["reason"], "KEY_READS_ONLY");
    let writes = server.ask(Some(&token), make, json!({ "w": true, "u": "2023-08-05", "n": "上报", "p": PASSWORD })).await.data()["createApiKey"].clone();
    let writer = writes["token"].as_str().unwrap();
    let reported = server.ask(Some(writer), report, about).await.data()["reportHazard"].clone();
    assert!(reported["hazard"]["id"].is_string(), "{reported}");
    // What only a person may do.
    for query in [
        "mutation { logout { userErrors { code } } }",
        "mutation { logoutEverywhere { userErrors { code } } }",
        "mutation { createApiKey(input: {name: \"x\", until: \"2023-07-06\", password: \"x\"}) { token } }",
        "mutation { changePassword(input: {current: \"x\", new: \"x\"}) { userErrors { code } } }",
        "mutation { beginSecondFactor(input: {password: \"x\"}) { secret } }",
    ] {
        let answer = server.ask(Some(writer), query, json!({})).await;
        assert_eq!(answer.json()["errors"][0]["extensions"]["reason"], "SESSION_NEEDED", "{query}: {}", answer.text());
    }
    let keys = server.ask(Some(&token), "{ viewer { apiKeys { id name mayWrite createdAt } } }", json!({})).await.data()["viewer"]["apiKeys"].clone();
    assert_eq!(keys.as_array().unwrap().len(), 2);
    let revoke = "mutation($id: ID!) { revokeApiKey(input: {apiKeyId: $id}) { userErrors { code } } }";
    let stranger = server.login("head1").await;
    assert_eq!(code(&server, Some(&stranger), revoke, json!({ "id": keys[1]["id"] })).await, "NOT_FOUND");
    assert_eq!(code(&server, Some(&token), revoke, json!({ "id": keys[1]["id"] })).await, json!(null));
    assert_eq!(server.ask(Some(writer), WHO, json!({})).await.status, StatusCode::UNAUTHORIZED);
    server.clock.advance(Duration::hours(12) - Duration::seconds(1));
    assert_eq!(server.ask(Some(key), WHO, json!({})).await.status, StatusCode::OK);
    server.clock.advance(Duration::seconds(1));
    assert_eq!(server.ask(Some(key), WHO, json!({})).await.status, StatusCode::UNAUTHORIZED, "its day is over");
    assert_eq!(told(&server).await, ["KEY_MADE", "KEY_MADE", "KEY_ENDED"]);
    let renewed = server.login("head0").await;
    for at in 0..20 {
        assert_eq!(code(&server, Some(&renewed), make, json!({ "w": false, "u": "2023-08-05", "n": format!("{at}"), "p": PASSWORD })).await, json!(null));
    }
    assert_eq!(code(&server, Some(&renewed), make, json!({ "w": false, "u": "2023-08-05", "n": "一个", "p": PASSWORD })).await, "TOO_MANY_KEYS");
}

#[tokio::test]
async fn accounts_are_opened_and_closed_by_who_manages_their_people() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let ctx = server.operator();
    let db = server.app.db.begin().await.unwrap();
    let new = |name: &str, email: Option<&str>| NewPerson {
        name: name.to_owned(),
        phone: None,
        email: email.map(str::to_owned),
        language: redline_domain::Language::En,
        morning_hour: None,
    };
    let (guest, silent) = (create(&db, &ctx, new("新人", Some("new@example.com"))).await.unwrap().id, create(&db, &ctx, new("无邮箱", None)).await.unwrap().id);
    for person in [guest, silent] {
        appoint(&db, &ctx, person, town.enterprises[0], Position::Staff, None, day("2023-05-01")).await.unwrap();
    }
    db.commit().await.unwrap();
    let invite = "mutation($i: ID!, $l: String!) { invitePerson(input: {personId: $i, login: $l}) { person { name } userErrors { code field } } }";
    let (head, stranger, staff) = (server.login("head0").await, server.login("head1").await, server.login("staff0").await);
    let id = |person: Uuid| type_id(Noun::Person, person);
    assert_eq!(code(&server, Some(&stranger), invite, json!({ "i": id(guest), "l": "guest" })).await, "NOT_FOUND");
    assert_eq!(code(&server, Some(&staff), invite, json!({ "i": id(guest), "l": "guest" })).await, "FORBIDDEN");
    for (person, login, expected) in [
        (silent, "silent", json!("NO_ADDRESS")),
        (guest, "a b", json!("BAD_LOGIN")),
        (guest, "head1", json!("LOGIN_TAKEN")),
        (guest, "guest", json!(null)),
        (guest, "again", json!("HAS_ACCOUNT")),
    ] {
        assert_eq!(code(&server, Some(&head), invite, json!({ "i": id(person), "l": login })).await, expected, "{login}");
    }
    assert_eq!(can_log_in(&server, "guest", "").await, "WRONG_CREDENTIALS", "an account without a password is nobody's yet");
    let set = "mutation($c: String!, $p: String!) { setPassword(input: {code: $c, password: $p}) { login userErrors { code } } }";
    server.clock.advance(Duration::days(7) - Duration::seconds(1));
    let link = last_code(&server, guest).await;
    assert_eq!(code(&server, None, set, json!({ "c": link, "p": NEW })).await, json!(null));
    assert_eq!(can_log_in(&server, "guest", NEW).await, json!(null));

    let session = server.ask(None, "mutation($p: String!) { login(input: {login: \"guest\", password: $p}) { token } }", json!({ "p": NEW })).await.data();
    let session = session["login"]["token"].as_str().unwrap().to_owned();
    let close = "mutation($i: ID!) { closeAccount(input: {personId: $i}) { userErrors { code } } }";
    let (head, stranger) = (server.login("head0").await, server.login("head1").await);
    assert_eq!(code(&server, Some(&stranger), close, json!({ "i": id(guest) })).await, "NOT_FOUND");
    assert_eq!(code(&server, Some(&head), close, json!({ "i": id(guest) })).await, json!(null));
    assert_eq!(code(&server, Some(&head), close, json!({ "i": id(guest) })).await, "NO_ACCOUNT");
    assert_eq!(server.ask(Some(&session), WHO, json!({})).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(can_log_in(&server, "guest", NEW).await, "WRONG_CREDENTIALS");
    assert_eq!(told(&server).await, ["LINK_SENT", "PASSWORD_SET", "ACCOUNT_CLOSED"]);
}

#[tokio::test]
async fn who_is_appointed_elsewhere_too_is_not_in_the_hands_of_one_employer() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let db = server.app.db.begin().await.unwrap();
    appoint(&db, &server.operator(), town.person("office"), town.enterprises[0], Position::Staff, None, day("2023-05-01")).await.unwrap();
    db.commit().await.unwrap();
    let head = server.login("head0").await;
    let who = json!({ "i": type_id(Noun::Person, town.person("office")) });
    for query in [
        "mutation($i: ID!) { closeAccount(input: {personId: $i}) { userErrors { code } } }",
        "mutation($i: ID!) { relieveSecondFactor(input: {personId: $i}) { userErrors { code } } }",
    ] {
        assert_eq!(code(&server, Some(&head), query, who.clone()).await, "NOT_FOUND", "{query}");
    }
    let office = server.login("office").await;
    let own = json!({ "i": type_id(Noun::Person, town.person("office")) });
    let relieve = "mutation($i: ID!) { relieveSecondFactor(input: {personId: $i}) { userErrors { code } } }";
    assert_eq!(code(&server, Some(&office), relieve, own).await, "OWN_ACCOUNT");
    let other = json!({ "i": type_id(Noun::Person, town.person("head1")) });
    assert_eq!(code(&server, Some(&office), relieve, other).await, "NO_SECOND_FACTOR");
}
