//! Reports by the public, as visitors make them by HTTP and the office handles them: and nobody else learns who reported.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::net::SocketAddr;

use crate::support::{Answer, Server, Town, type_id};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use redline_domain::{Language, Position, ids::Noun, tip::proves};
use redline_entity::{informant, ledger_event, mail, notice, tip};
use redline_ledger::{
    account,
    person::{NewPerson, appoint, create},
};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};
use uuid::Uuid;

const NAME: &str = "吹哨人赵铁柱";
const CONTACT: &str = "13900005678";
const ERRORS: &str = "userErrors { code field message clause }";
const TIP: &str = "tip { id state stateLabel place text employee hazard { id foundBy reportedBy { name } } answer informant { name contact } \
     reward { amountYuan note decidedOn paidOn decidedBy { name } } additions { fromReporter text } decidedBy { name } }";

/// Asks from an address, as somebody or as a visitor.
async fn ask_from(server: &Server, address: &str, token: Option<&str>, query: &str, variables: Value) -> Answer {
    let mut request = Request::post("/graphql")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT_LANGUAGE, "en")
        .extension(ConnectInfo(format!("{address}:40000").parse::<SocketAddr>().unwrap()));
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    server.send(request.body(Body::from(json!({ "query": query, "variables": variables }).to_string())).unwrap()).await
}

async fn solved(server: &Server) -> (Value, u32) {
    let challenge = server.ask(None, "{ tipChallenge { challenge difficulty expiresAt } }", json!({})).await.data()["tipChallenge"].clone();
    let (text, difficulty) = (challenge["challenge"].as_str().unwrap(), challenge["difficulty"].as_u64().unwrap() as u32);
    assert_eq!(challenge["expiresAt"], "2023-07-05T04:30:00+00:00");
    let nonce = (0..).map(|nonce: u32| nonce.to_string()).find(|nonce| proves(text, nonce, difficulty)).unwrap();
    (json!({ "challenge": text, "nonce": nonce, "text": "夜班违规动火，无人监护。", "place": "检修车间" }), difficulty)
}

async fn submit(server: &Server, address: &str, input: &Value) -> Value {
    let query = format!("mutation($i: SubmitTipInput!) {{ submitTip(input: $i) {{ receipt {ERRORS} }} }}");
    ask_from(server, address, None, &query, json!({ "i": input })).await.data()["submitTip"].clone()
}

/// A report with a name; its receipt.
async fn named(server: &Server, town: &Town) -> String {
    let mut input = solved(server).await.0;
    input["name"] = NAME.into();
    input["contact"] = CONTACT.into();
    input["employee"] = true.into();
    input["organizationId"] = type_id(Noun::Organization, town.enterprises[0]).into();
    let answer = submit(server, "198.51.100.7", &input).await;
    assert_eq!(answer["userErrors"], json!([]), "{answer}");
    answer["receipt"].as_str().unwrap().to_owned()
}

async fn handle(server: &Server, who: &str, name: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
    let token = server.login(who).await;
    let query = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ {TIP} {ERRORS} }} }}");
    server.ask(Some(&token), &query, json!({ "i": input })).await.data()[name].clone()
}

#[tokio::test]
async fn a_visitor_reports_without_an_account_and_follows_the_report_by_its_receipt() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let (good, difficulty) = solved(&server).await;
    let wrong = (0..).map(|nonce: u32| nonce.to_string()).find(|nonce| !proves(good["challenge"].as_str().unwrap(), nonce, difficulty)).unwrap();
    let mut unproved = good.clone();
    unproved["nonce"] = wrong.into();
    let refused = submit(&server, "198.51.100.7", &unproved).await;
    assert_eq!((&refused["receipt"], &refused["userErrors"][0]["code"]), (&Value::Null, &json!("WORK_NOT_PROVED")));
    let receipt = submit(&server, "198.51.100.7", &good).await["receipt"].as_str().unwrap().to_owned();
    assert_eq!((receipt.len(), &receipt[..3]), (17, "RL-"));
    assert_eq!(submit(&server, "198.51.100.7", &good).await["userErrors"][0]["code"], "CHALLENGE_USED", "a proof of work counts once");

    let follow =
        "query($r: String!) { tip(receipt: $r) { state stateLabel answer additions { fromReporter text addedAt } rewardYuan rewardPaidOn receivedAt } }";
    let add = format!("mutation($i: AddToTipInput!) {{ addToTip(input: $i) {{ added {ERRORS} }} }}");
    let added = server.ask(None, &add, json!({ "i": { "receipt": receipt, "text": "昨夜又一次。" } })).await.data();
    assert_eq!(added["addToTip"], json!({ "added": true, "userErrors": [] }));
    let unknown = server.ask(None, &add, json!({ "i": { "receipt": "RL-0000-0000-0000", "text": "…" } })).await.data();
    assert_eq!((&unknown["addToTip"]["added"], &unknown["addToTip"]["userErrors"][0]["code"]), (&json!(false), &json!("UNKNOWN_RECEIPT")));
    assert_eq!(server.ask(None, follow, json!({ "r": "RL-0000-0000-0000" })).await.data()["tip"], Value::Null);
    let seen = server.ask(None, follow, json!({ "r": receipt.to_lowercase() })).await.data()["tip"].clone();
    assert_eq!((&seen["state"], &seen["stateLabel"], &seen["additions"][0]["text"]), (&json!("RECEIVED"), &json!("Received"), &json!("昨夜又一次。")));

    let head = server.login("head0").await;
    assert_eq!(server.ask(Some(&head), "{ tips { nodes { id } } }", json!({})).await.code(), "FORBIDDEN");
    assert_eq!(server.ask(None, "{ tips { nodes { id } } }", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(town.people.len(), 7);
}

#[tokio::test]
async fn an_address_reports_five_times_an_hour_and_a_wrong_receipt_is_limited_alike() {
    let server = Server::start().await;
    for _ in 0..5 {
        assert_eq!(submit(&server, "198.51.100.7", &solved(&server).await.0).await["userErrors"], json!([]));
    }
    let sixth = submit(&server, "198.51.100.7", &solved(&server).await.0).await;
    assert_eq!((&sixth["userErrors"][0]["code"], &sixth["userErrors"][0]["clause"]), (&json!("TOO_MANY_TIPS"), &json!("2.3.3")));
    assert!(sixth["userErrors"][0]["message"].as_str().unwrap().contains("13:00"), "{sixth}");
    let receipt = submit(&server, "198.51.100.8", &solved(&server).await.0).await["receipt"].as_str().unwrap().to_owned();
    let follow = "query($r: String!) { tip(receipt: $r) { state } }";
    for _ in 0..5 {
        assert_eq!(ask_from(&server, "203.0.113.1", None, follow, json!({ "r": "RL-0000-0000-0000" })).await.data()["tip"], Value::Null);
    }
    let answer = ask_from(&server, "203.0.113.1", None, follow, json!({ "r": receipt })).await.json();
    assert_eq!(answer["errors"][0]["extensions"]["reason"], "TOO_MANY_TIPS", "{answer}");
    assert_eq!(ask_from(&server, "203.0.113.2", None, follow, json!({ "r": receipt })).await.data()["tip"]["state"], "RECEIVED");
}

#[tokio::test]
async fn the_office_handles_a_report_and_only_it_learns_who_reported() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let receipt = named(&server, &town).await;
    let office = server.login("office").await;
    let list = format!("{{ tips(filter: {{state: [RECEIVED], employee: true, text: \"动火\"}}) {{ totalCount nodes {{ {} }} }} }}", &TIP[6..TIP.len() - 2]);
    let listed = server.ask(Some(&office), &list, json!({})).await.data()["tips"].clone();
    assert_eq!(listed["totalCount"], 1, "{listed}");
    let id = listed["nodes"][0]["id"].clone();
    assert_eq!(listed["nodes"][0]["informant"], json!({ "name": NAME, "contact": CONTACT }));

    let hazard = json!({ "tipId": id, "organizationId": type_id(Noun::Organization, town.enterprises[0]), "description": "检修车间动火作业无人监护" });
    for who in ["head0", "unit", "village0"] {
        assert_eq!(handle(&server, who, "acceptTip", hazard.clone()).await["userErrors"][0]["code"], "FORBIDDEN", "{who}");
    }
    let accepted = handle(&server, "office", "acceptTip", hazard).await;
    assert_eq!(accepted["userErrors"], json!([]));
    assert_eq!((&accepted["tip"]["state"], &accepted["tip"]["hazard"]["foundBy"]), (&json!("ACCEPTED"), &json!("PUBLIC_REPORT")));
    assert_eq!(accepted["tip"]["hazard"]["reportedBy"], Value::Null);
    let again = handle(&server, "office", "dismissTip", json!({ "tipId": id, "reason": "…" })).await;
    assert_eq!(again["userErrors"][0]["code"], "TIP_DECIDED");
    let answered = handle(&server, "office", "answerTip", json!({ "tipId": id, "text": "已责令整改。" })).await;
    assert_eq!(answered["tip"]["answer"], "已责令整改。");
    let rewarded = handle(&server, "office", "rewardTip", json!({ "tipId": id, "amountYuan": 2000, "note": "举报奖励办法" })).await;
    assert_eq!((&rewarded["tip"]["reward"]["amountYuan"], &rewarded["tip"]["reward"]["paidOn"]), (&json!(2000), &Value::Null));
    let paid = handle(&server, "office", "payTipReward", json!({ "tipId": id })).await;
    assert_eq!(paid["tip"]["reward"]["paidOn"], "2023-07-05");
    let follow = "query($r: String!) { tip(receipt: $r) { state answer rewardYuan rewardPaidOn additions { text } } }";
    let seen = server.ask(None, follow, json!({ "r": receipt })).await.data()["tip"].clone();
    assert_eq!(
        (&seen["state"], &seen["answer"], &seen["rewardYuan"], &seen["rewardPaidOn"]),
        (&json!("ACCEPTED"), &json!("已责令整改。"), &json!(2000), &json!("2023-07-05"))
    );

    // The canary: the name is in no answer to anybody but the office, in no event, notice or mail.
    let everything = format!(
        "{{ node(id: {id}) {{ id ... on Tip {{ informant {{ name contact }} }} }} ledgerEvents(first: 100) {{ nodes {{ action data }} }} \
         notices(first: 100) {{ nodes {{ about reason }} }} hazards {{ nodes {{ description similar {{ why }} timeline {{ action text actor {{ name }} }} }} }} }}"
    );
    for who in ["village0", "village1", "unit", "head0", "head1", "staff0"] {
        let token = server.login(who).await;
        let answer = server.ask(Some(&token), &everything, json!({})).await.text();
        for secret in [NAME, CONTACT, "TIP_RECEIVED", "tip_0"] {
            assert!(!answer.contains(secret), "{who}: {secret}: {answer}");
        }
    }
    assert!(!server.ask(None, follow, json!({ "r": receipt })).await.text().contains(NAME));
    assert!(server.ask(Some(&office), &everything, json!({})).await.text().contains(NAME));
    let db = server.app.db.read();
    let rows = format!(
        "{:?}{:?}{:?}{:?}",
        ledger_event::Entity::find().all(db).await.unwrap(),
        notice::Entity::find().all(db).await.unwrap(),
        mail::Entity::find().all(db).await.unwrap(),
        tip::Entity::find().all(db).await.unwrap()
    );
    assert!(rows.contains("TIP_ACCEPTED"));
    for secret in [NAME, CONTACT, receipt.as_str(), "198.51.100.7"] {
        assert!(!rows.contains(secret), "{secret}");
    }
}

const COUNTS: &str = "period { tips } cumulative { tips }";

/// Every count of reports by the public that an answer has.
fn counted(answer: &Value) -> Vec<Value> {
    match answer {
        Value::Object(fields) => fields.iter().flat_map(|(name, value)| if name == "tips" { vec![value.clone()] } else { counted(value) }).collect(),
        Value::Array(rows) => rows.iter().flat_map(counted).collect(),
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn no_figure_tells_an_enterprise_that_it_was_reported() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    named(&server, &town).await;
    let input = json!({ "organizationId": type_id(Noun::Organization, town.office), "kind": "BULLETIN", "periodOn": "2023-07-05", "password": crate::support::PASSWORD });
    let submit = "mutation($i: SubmitReportInput!) { submitReport(input: $i) { userErrors { code } } }";
    let submitted = server.ask(Some(&server.login("office").await), submit, json!({ "i": input })).await.data();
    assert_eq!(submitted["submitReport"]["userErrors"], json!([]));
    let draft = format!(
        "{{ statistics {{ {COUNTS} villages {{ {COUNTS} }} units {{ {COUNTS} }} text }} bulletin {{ {COUNTS} before {{ tips }} sectors {{ {COUNTS} }} text }} }}"
    );
    let circulated = format!(
        "{{ reports(filter: {{kind: [BULLETIN]}}) {{ nodes {{ bulletinText figures {{ ... on MonthlyBulletin {{ {COUNTS} villages {{ {COUNTS} }} units {{ {COUNTS} }} sectors {{ {COUNTS} }} text }} }} }} }} }}"
    );
    for (who, sees) in [("head0", false), ("staff0", false), ("head1", false), ("village0", true), ("unit", true), ("office", true)] {
        let token = server.login(who).await;
        for query in [&draft, &circulated] {
            let answer = server.ask(Some(&token), query, json!({})).await;
            let counts = counted(&answer.data());
            assert!(counts.len() > 6 && counts.iter().all(|count| count.is_null() != sees), "{who}: {}", answer.text());
            assert_eq!(counts.contains(&json!(1)), sees, "{who}: {}", answer.text());
            assert_eq!(answer.text().contains("reports by the public"), sees, "{who}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn an_officer_of_the_office_who_sits_in_the_enterprise_sees_nothing_of_its_report() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let ctx = server.operator();
    let db = server.app.db.begin().await.unwrap();
    let new = NewPerson { name: "torn".to_owned(), phone: None, email: None, language: Language::En, morning_hour: None };
    let torn = create(&db, &ctx, new).await.unwrap().id;
    for (organization, position) in [(town.office, Position::SafetyOfficer), (town.enterprises[0], Position::Staff)] {
        appoint(&db, &ctx, torn, organization, position, None, crate::support::day("2023-05-01")).await.unwrap();
    }
    account::open(&db, &ctx, torn, "torn", account::hash_password(crate::support::PASSWORD).unwrap()).await.unwrap();
    db.commit().await.unwrap();
    named(&server, &town).await;
    let db = server.app.db.read();
    let tip = type_id(Noun::Tip, tip::Entity::find().one(db).await.unwrap().unwrap().id);
    let everything = format!(
        "{{ tips {{ totalCount nodes {{ id informant {{ name }} }} }} node(id: \"{tip}\") {{ id }} ledgerEvents(first: 100) {{ nodes {{ action }} }} \
         notices(first: 100) {{ nodes {{ about reason }} }} }}"
    );
    let ask = async |who: &str| server.ask(Some(&server.login(who).await), &everything, json!({})).await;
    let seen = ask("torn").await;
    assert_eq!((&seen.data()["tips"]["totalCount"], &seen.data()["node"]), (&json!(0), &Value::Null));
    for secret in [NAME, "TIP_RECEIVED", tip.as_str(), "A report by the public"] {
        assert!(!seen.text().contains(secret), "{secret}: {}", seen.text());
    }
    let seen = ask("office").await;
    assert_eq!(seen.data()["tips"]["totalCount"], 1);
    for known in [NAME, "TIP_RECEIVED", tip.as_str(), "A report by the public"] {
        assert!(seen.text().contains(known), "{known}: {}", seen.text());
    }
    let dismissed = handle(&server, "torn", "dismissTip", json!({ "tipId": tip, "reason": "查无此事" })).await;
    assert_eq!(dismissed["userErrors"][0]["code"], "NOT_FOUND");
}

#[tokio::test]
async fn a_list_of_reports_asks_as_often_for_200_rows_as_for_10() {
    let mut counts = Vec::new();
    for rows in [10_u128, 200] {
        let server = Server::start().await;
        let town = Town::found(&server).await;
        let ctx = server.operator();
        let db = server.app.db.begin().await.unwrap();
        for at in 0..rows {
            let row = tip::ActiveModel {
                id: Set(Uuid::from_u128(at + 1)),
                receipt_hash: Set(at.to_string()),
                organization_id: Set(Some(town.enterprises[0])),
                place: Set(None),
                text: Set("…".to_owned()),
                happened_on: Set(None),
                employee: Set(false),
                state: Set(redline_domain::TipState::Received),
                hazard_id: Set(None),
                answer: Set(None),
                received_at: Set(ctx.now),
                decided_by: Set(Some(town.person("office"))),
                decided_at: Set(Some(ctx.now)),
            };
            tip::Entity::insert(row).exec_without_returning(&db).await.unwrap();
            let who = informant::ActiveModel { tip_id: Set(Uuid::from_u128(at + 1)), name: Set(Some(NAME.to_owned())), contact: Set(None) };
            informant::Entity::insert(who).exec_without_returning(&db).await.unwrap();
        }
        db.commit().await.unwrap();
        let token = server.login("office").await;
        let query = format!("{{ tips(first: 100) {{ totalCount nodes {{ organization {{ name }} {} }} }} }}", &TIP[6..TIP.len() - 2]);
        counts.push(server.statements(&token, &query, json!({})).await);
    }
    assert_eq!(counts[0], counts[1]);
}
