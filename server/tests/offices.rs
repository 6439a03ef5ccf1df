//! What the safety office does by the API: organizations, people, windows.

use crate::support::{Server, Town, type_id};
use redline_domain::ids::Noun;
use serde_json::{Value, json};

async fn change(server: &Server, who: &str, name: &str, input: Value, fields: &str) -> Value {
    let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
    let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field }} }} }}");
    let token = server.login(who).await;
    server.ask(Some(&token), &query, json!({ "input": input })).await.data()[name].clone()
}

#[tokio::test]
async fn an_enterprise_is_registered_classified_suspended_resumed_and_closed() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let village = type_id(Noun::Organization, town.villages[0]);
    let fields = "organization { id kind state highHazard joinedOn leftOn classifications { effectiveOn } }";
    let new = |code: &str| json!({ "name": "新厂", "creditCode": code, "villageId": village, "sectors": ["GAS"], "joinedOn": "2023-06-01", "requestId": code });
    let bad = change(&server, "office", "registerEnterprise", new("91350100M000100Y44"), fields).await;
    assert_eq!(bad["userErrors"][0]["field"], "creditCode");
    let code = "91350100M000100Y43";
    assert_eq!(change(&server, "village0", "registerEnterprise", new(code), fields).await["userErrors"][0]["code"], "FORBIDDEN");
    let made = change(&server, "office", "registerEnterprise", new(code), fields).await;
    assert_eq!(made["userErrors"], json!([]));
    assert_eq!(made["organization"]["id"], change(&server, "office", "registerEnterprise", new(code), fields).await["organization"]["id"], "once");
    let id = made["organization"]["id"].clone();

    let classify = json!({ "organizationId": id, "sectors": ["FIREWORKS"], "traits": ["HOT_WORK"], "reason": "变更经营范围" });
    let classified = change(&server, "office", "classifyOrganization", classify, fields).await["organization"].clone();
    assert_eq!((&classified["highHazard"], &classified["classifications"][1]["effectiveOn"]), (&json!(true), &json!("2023-07-05")));
    for (name, on, state) in
        [("suspendOrganization", "2023-07-04", "SUSPENDED"), ("resumeOrganization", "2023-07-05", "ACTIVE"), ("closeOrganization", "2023-07-05", "CLOSED")]
    {
        let mut input = json!({ "organizationId": id, "on": on });
        if name != "resumeOrganization" {
            input["reason"] = json!("停产整顿");
        }
        let answer = change(&server, "office", name, input, fields).await;
        assert_eq!(answer["organization"]["state"], state, "{name}: {answer}");
    }
    let office = json!({ "kind": "PARTY_OFFICE", "name": "基层党建办", "jurisdictionPath": "/county/town/" });
    assert_eq!(change(&server, "office", "registerOrganization", office, fields).await["organization"]["kind"], "PARTY_OFFICE");
}

#[tokio::test]
async fn a_person_is_recorded_with_a_position_which_later_ends() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let enterprise = type_id(Noun::Organization, town.enterprises[0]);
    let new =
        json!({ "name": "赵某", "email": "zhao@example.com", "organizationId": enterprise, "position": "DEPUTY", "title": "副总经理", "since": "2023-06-01" });
    let fields = "person { id name memberships { id position title since until } }";
    let person = change(&server, "head0", "createPerson", new.clone(), fields).await["person"].clone();
    assert_eq!((&person["name"], &person["memberships"][0]["title"]), (&json!("赵某"), &json!("副总经理")));
    for who in ["staff0", "village0"] {
        assert_eq!(change(&server, who, "createPerson", new.clone(), fields).await["userErrors"][0]["code"], "FORBIDDEN", "{who}");
    }
    assert_eq!(change(&server, "head1", "createPerson", new.clone(), fields).await["userErrors"][0]["code"], "NOT_FOUND");
    let mut late = new;
    late["morningHour"] = json!(24);
    assert_eq!(change(&server, "head0", "createPerson", late, fields).await["userErrors"][0], json!({ "code": "BAD_HOUR", "field": "morningHour" }));

    let mut appoint = json!({ "personId": person["id"], "organizationId": enterprise, "position": "SAFETY_OFFICER" });
    let fields = "membership { id position since until person { name } }";
    let second = change(&server, "head0", "appoint", appoint.clone(), fields).await["membership"].clone();
    assert_eq!((&second["since"], &second["person"]["name"]), (&json!("2023-07-05"), &json!("赵某")));
    let ended = change(&server, "head0", "dismiss", json!({ "membershipId": second["id"] }), fields).await["membership"].clone();
    assert_eq!(ended["until"], "2023-07-05");
    appoint["organizationId"] = json!(type_id(Noun::Organization, town.enterprises[1]));
    assert_eq!(
        change(&server, "head1", "appoint", appoint, fields).await["userErrors"][0]["code"],
        "NOT_FOUND",
        "nobody gets to see a stranger by appointing him"
    );
}

#[tokio::test]
async fn the_safety_office_excuses_a_window_and_a_head_says_who_answers_for_a_duty() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let token = server.login("head0").await;
    let query = "{ windows(filter: {rule: [\"E12\"]}) { nodes { id status duty { id } } } }";
    let window = server.ask(Some(&token), query, json!({})).await.data()["windows"]["nodes"][0].clone();
    let excuse = json!({ "windowId": window["id"], "reason": "本年未招工" });
    let own = change(&server, "head0", "excuseWindow", excuse.clone(), "window { status }").await;
    assert_eq!((&own["window"], &own["userErrors"][0]["code"]), (&Value::Null, &json!("FORBIDDEN")));
    assert_eq!(change(&server, "head1", "excuseWindow", excuse.clone(), "window { status }").await["userErrors"][0]["code"], "NOT_FOUND");
    assert_eq!(change(&server, "office", "excuseWindow", excuse, "window { status }").await["window"]["status"], "EXCUSED");

    let owner = |login: &str| json!({ "dutyId": window["duty"]["id"], "personId": type_id(Noun::Person, town.person(login)) });
    assert_eq!(change(&server, "head0", "assignDutyOwner", owner("staff0"), "duty { owner { name } }").await["duty"]["owner"]["name"], "staff0");
    assert_eq!(
        change(&server, "head0", "assignDutyOwner", owner("head1"), "duty { id }").await["userErrors"][0],
        json!({ "code": "NO_POSITION", "field": "personId" })
    );
    let nobody = json!({ "dutyId": window["duty"]["id"], "personId": null });
    assert_eq!(change(&server, "head0", "assignDutyOwner", nobody, "duty { owner { name } }").await["duty"]["owner"], Value::Null);
}
