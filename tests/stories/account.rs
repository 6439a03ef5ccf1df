//! A forgotten password and an invitation, from the page to the mail and back.

use redline_domain::{Position, ids::Noun};
use redline_ledger::{
    Context,
    person::{NewPerson, appoint, create},
};
use redline_tests::Town;
use serde_json::json;

const SET: &str = "mutation($code: String!, $password: String!) { setPassword(input: {code: $code, password: $password}) { login userErrors { code } } }";

/// The link of the mail that came last to an address.
fn link(town: &Town, address: &str) -> String {
    let mail = &town.mails.iter().rfind(|received| received.mail.to == address).expect("a mail").mail;
    let at = mail.text.find("http://redline.example/#/password/").expect("a link");
    let link: String = mail.text[at..].chars().take_while(|c| !c.is_whitespace()).collect();
    assert!(mail.html.contains(&link), "the same in both parts");
    link
}

#[tokio::test]
async fn who_has_forgotten_the_password_gets_a_link_that_stands_nowhere_but_in_the_mail() {
    let mut town = Town::on("2023-07-05").await;
    let head = town.data("plant.head", "{ viewer { person { id email } } }", json!({})).await["viewer"]["person"].clone();
    let address = head["email"].as_str().expect("an address").to_owned();
    let ask = "mutation { requestPasswordReset(input: {login: \"plant.head\"}) { userErrors { code } } }";
    assert_eq!(town.ask(None, ask, json!({})).await["data"]["requestPasswordReset"]["userErrors"], json!([]));
    // At once, and not in the morning.
    town.cycle().await;
    let link = link(&town, &address);
    let code = link.rsplit('/').next().expect("a code").to_owned();
    let (id, mac) = code.split_once('.').expect("an identifier and its proof");
    assert_eq!((id.len(), mac.len()), (32, 64));

    // The office sees that mail; its link leads nowhere there.
    let seen = town.data("office.head", "query($text: String!) { mails(filter: {text: $text}) { nodes { text html } } }", json!({ "text": id })).await;
    let shown = seen["mails"]["nodes"].to_string();
    assert!(shown.contains(&format!("one-time-{id}")) && !shown.contains(mac), "{shown}");
    let kept = town.ask(None, SET, json!({ "code": format!("one-time-{id}"), "password": "a cold kettle sings at six" })).await;
    assert_eq!(kept["data"]["setPassword"]["userErrors"][0]["code"], "BAD_LINK");

    let set = town.ask(None, SET, json!({ "code": code, "password": "a cold kettle sings at six" })).await;
    assert_eq!(set["data"]["setPassword"], json!({ "login": "plant.head", "userErrors": [] }));
    // And he is told, in case it was somebody else.
    town.cycle().await;
    town.clock.advance(chrono::Duration::minutes(5));
    town.cycle().await;
    let told = town.mails_to(&address);
    assert!(told.last().expect("a mail").contains("登录密码已更改"), "{told:?}");
    town.end().await;
}

#[tokio::test]
async fn who_is_invited_sets_a_password_and_is_in() {
    let mut town = Town::on("2023-07-05").await;
    let plant =
        town.data("plant.head", "{ viewer { organization { id } } }", json!({})).await["viewer"]["organization"]["id"].as_str().expect("an id").to_owned();
    let plant = redline_domain::ids::decode_as(Noun::Organization, &plant).expect("an organization");
    let ctx = Context::operator(town.site.clone(), redline_domain::Clock::now(&*town.clock));
    let tx = town.db.begin().await.expect("a transaction");
    let new = NewPerson {
        name: "新来的".to_owned(),
        phone: None,
        email: Some("new@redline.example".to_owned()),
        language: redline_domain::Language::En,
        morning_hour: None,
    };
    let person = create(&tx, &ctx, new).await.expect("a person").id;
    appoint(&tx, &ctx, person, plant, Position::Staff, None, ctx.today()).await.expect("appointed");
    tx.commit().await.expect("committed");
    let invite = "mutation($id: ID!) { invitePerson(input: {personId: $id, login: \"new.staff\"}) { person { name } userErrors { code message } } }";
    town.change("plant.head", invite, json!({ "id": redline_domain::ids::encode(Noun::Person, person) })).await;
    town.cycle().await;
    let mails = town.mails_to("new@redline.example");
    assert_eq!(mails, ["2023-07-05: [Invitation] Set your password for Redline"]);
    let code = link(&town, "new@redline.example").rsplit('/').next().expect("a code").to_owned();
    let set = town.ask(None, SET, json!({ "code": code, "password": "a cold kettle sings at six" })).await;
    assert_eq!(set["data"]["setPassword"]["login"], "new.staff", "{set}");
    let login =
        "mutation { login(input: {login: \"new.staff\", password: \"a cold kettle sings at six\"}) { viewer { person { name } } userErrors { code } } }";
    assert_eq!(town.ask(None, login, json!({})).await["data"]["login"]["viewer"]["person"]["name"], "新来的");
    town.end().await;
}

#[tokio::test]
async fn whoever_makes_a_key_is_told_by_mail_in_case_it_was_somebody_else() {
    let mut town = Town::on("2023-07-05").await;
    let head = town.data("plant.head", "{ viewer { person { email } } }", json!({})).await["viewer"]["person"].clone();
    let address = head["email"].as_str().expect("an address").to_owned();
    let make = "mutation($p: String!) { createApiKey(input: { name: \"报表程序\", until: \"2023-08-05\", password: $p }) { token userErrors { code } } }";
    let made = town.data("plant.head", make, json!({ "p": redline_tests::PASSWORD })).await["createApiKey"].clone();
    let token = made["token"].as_str().expect("a token").to_owned();
    town.cycle().await;
    let mail = &town.mails.iter().rfind(|received| received.mail.to == address).expect("a mail").mail;
    assert!(mail.subject.contains("新建了接口密钥"), "{}", mail.subject);
    assert!(mail.text.contains("接口密钥“报表程序”") && mail.text.contains("查询数据") && mail.text.contains("2023-08-05"), "{}", mail.text);
    assert!(!mail.text.contains(&token) && !mail.html.contains(&token), "the key itself is in no mail");
    town.end().await;
}
