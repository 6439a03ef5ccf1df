//! Signing by the API: the password again, corrections, acceptances, and what the signature tells afterwards.

use crate::support::{PASSWORD, Server, Town, type_id};
use redline_domain::ids::Noun;
use redline_entity::{hazard, inspection};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

struct Story {
    server: Server,
    town: Town,
}

impl Story {
    async fn begin() -> Self {
        let server = Server::start().await;
        let town = Town::found(&server).await;
        Self { server, town }
    }

    async fn change(&self, who: &str, name: &str, input: Value, fields: &str) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field clause }} }} }}");
        self.server.ask(Some(&self.server.login(who).await), &query, json!({ "input": input })).await.data()[name].clone()
    }

    async fn inspection(&self, name: &str, input: Value) -> Value {
        let fields = "inspection { id state summary seal sealIntact voidedReason correctionReason corrects { id state } correctedBy { id state } \
             countsFor { ruleCode } findings { description hazard { id } } signatures { act signerName signedAs method hash intact signer { name } } }";
        self.change("head0", name, input, fields).await
    }

    /// A signed inspection.
    async fn signed(&self) -> Value {
        let head = type_id(Noun::Person, self.town.person("head0"));
        let organization = type_id(Noun::Organization, self.town.enterprises[0]);
        let findings = json!([{ "description": "灭火器过期" }]);
        let input = json!({ "organizationId": organization, "kind": "HEAD_LED", "leaderId": head, "summary": "检查一号罐区", "findings": findings });
        let draft = self.inspection("recordInspection", input).await;
        let signed = self.inspection("signInspection", json!({ "inspectionId": draft["inspection"]["id"], "password": PASSWORD })).await;
        assert_eq!(signed["userErrors"], json!([]), "{signed:#}");
        signed["inspection"].clone()
    }

    async fn see(&self, who: &str, query: &str, id: &Value) -> Value {
        self.server.ask(Some(&self.server.login(who).await), query, json!({ "id": id })).await.data()
    }
}

#[tokio::test]
async fn a_wrong_password_is_told_and_nothing_is_signed() {
    let story = Story::begin().await;
    let head = type_id(Noun::Person, story.town.person("head0"));
    let organization = type_id(Noun::Organization, story.town.enterprises[0]);
    let input = json!({ "organizationId": organization, "kind": "HEAD_LED", "leaderId": head, "summary": "检查罐区" });
    let id = story.inspection("recordInspection", input).await["inspection"]["id"].clone();
    let wrong = story.inspection("signInspection", json!({ "inspectionId": id, "password": "wrong" })).await;
    assert_eq!(wrong, json!({ "inspection": null, "userErrors": [{ "code": "WRONG_PASSWORD", "field": "password", "clause": "2.2.5" }] }));
    let seen = story.see("head0", "query($id: ID!) { inspection(id: $id) { state sealIntact signatures { id } } }", &id).await;
    assert_eq!(seen["inspection"], json!({ "state": "DRAFT", "sealIntact": null, "signatures": [] }));
    let right = story.inspection("signInspection", json!({ "inspectionId": id, "password": PASSWORD })).await["inspection"].clone();
    let signature = &right["signatures"][0];
    assert_eq!((&signature["act"], &signature["method"], &signature["hash"]), (&json!("INSPECTION_SIGNED"), &json!("PASSWORD"), &right["seal"]));
    assert_eq!((&signature["signedAs"], &signature["intact"]), (&json!("企业0 主要负责人"), &json!(true)));
    let outsider = story.change("head1", "signInspection", json!({ "inspectionId": id, "password": PASSWORD }), "").await;
    assert_eq!(outsider["userErrors"][0]["code"], "NOT_FOUND");
}

#[tokio::test]
async fn a_correction_takes_the_place_of_the_old_version_which_stays_visible() {
    let story = Story::begin().await;
    let old = story.signed().await;
    let input = json!({ "inspectionId": old["id"], "reason": "罐区写错", "summary": "检查二号罐区", "requestId": "once" });
    let draft = story.inspection("correctInspection", input.clone()).await["inspection"].clone();
    assert_eq!((&draft["state"], &draft["corrects"]["id"], &draft["correctionReason"]), (&json!("DRAFT"), &old["id"], &json!("罐区写错")));
    assert_eq!(story.inspection("correctInspection", input).await["inspection"]["id"], draft["id"], "once");
    let new = story.inspection("signInspection", json!({ "inspectionId": draft["id"], "password": PASSWORD })).await["inspection"].clone();
    assert_eq!((&new["state"], &new["sealIntact"], &new["summary"]), (&json!("SIGNED"), &json!(true), &json!("检查二号罐区")));
    assert_eq!(new["findings"], old["findings"], "the hazard is the same");
    assert_eq!(new["countsFor"], old["countsFor"]);

    let query = "query($id: ID!) { inspection(id: $id) { state summary seal sealIntact correctedBy { id } countsFor { ruleCode } } }";
    let stays = story.see("office", query, &old["id"]).await["inspection"].clone();
    assert_eq!((&stays["state"], &stays["summary"], &stays["seal"]), (&json!("VOIDED"), &json!("检查一号罐区"), &old["seal"]));
    assert_eq!((&stays["sealIntact"], &stays["correctedBy"]["id"], &stays["countsFor"]), (&json!(true), &new["id"], &json!([])));
    let amended = story.inspection("amendInspection", json!({ "inspectionId": new["id"], "summary": "别的" })).await;
    assert_eq!(amended["userErrors"][0]["code"], "SEALED");
}

#[tokio::test]
async fn a_record_changed_in_the_database_says_so() {
    let story = Story::begin().await;
    let made = story.signed().await;
    let db = story.server.app.db.begin().await.unwrap();
    let row = inspection::Entity::find().one(&db).await.unwrap().unwrap();
    let mut row = row.into_active_model();
    row.summary = Set("一切正常".to_owned());
    row.update(&db).await.unwrap();
    db.commit().await.unwrap();
    let seen = story.see("head0", "query($id: ID!) { inspection(id: $id) { sealIntact signatures { intact } } }", &made["id"]).await;
    assert_eq!(seen["inspection"], json!({ "sealIntact": false, "signatures": [{ "intact": true }] }), "the signature is whole, and the record is not");
}

#[tokio::test]
async fn an_acceptance_is_signed_with_its_conclusion() {
    let story = Story::begin().await;
    let id = story.signed().await["findings"][0]["hazard"]["id"].clone();
    let plan = json!({ "responsible": "王某", "measures": "更换灭火器", "fundingYuan": 200, "deadline": "2023-07-12", "emergencyPlan": "先借用备用灭火器" });
    for (name, input) in [
        ("gradeHazard", json!({ "hazardId": id, "grade": "GENERAL" })),
        ("submitPlan", json!({ "hazardId": id, "plan": plan })),
        ("recordProgress", json!({ "hazardId": id, "text": "已采购" })),
        ("applyForAcceptance", json!({ "hazardId": id, "rectification": "已更换" })),
    ] {
        let done = story.change("head0", name, input, "hazard { state }").await;
        assert_eq!(done["userErrors"], json!([]), "{name}: {done}");
    }
    let fields = "hazard { state conclusion acceptanceIntact signatures { act signerName signedAs intact } }";
    let wrong = story.change("village0", "acceptHazard", json!({ "hazardId": id, "password": "wrong" }), fields).await;
    assert_eq!(wrong, json!({ "hazard": null, "userErrors": [{ "code": "WRONG_PASSWORD", "field": "password", "clause": "2.2.5" }] }));
    let query = "query($id: ID!) { hazard(id: $id) { state acceptanceIntact conclusion signatures { id } } }";
    let seen = story.see("village0", query, &id).await["hazard"].clone();
    assert_eq!(seen, json!({ "state": "AWAITING_ACCEPTANCE", "acceptanceIntact": null, "conclusion": null, "signatures": [] }));

    let accepted = story.change("village0", "acceptHazard", json!({ "hazardId": id, "password": PASSWORD, "conclusion": "现场复查合格" }), fields).await;
    let signature = json!([{ "act": "HAZARD_ACCEPTED", "signerName": "village0", "signedAs": "嘎查0 主要负责人", "intact": true }]);
    assert_eq!(accepted["hazard"], json!({ "state": "CLOSED", "conclusion": "现场复查合格", "acceptanceIntact": true, "signatures": signature }));
    let db = story.server.app.db.begin().await.unwrap();
    let mut row = hazard::Entity::find().one(&db).await.unwrap().unwrap().into_active_model();
    row.rectification = Set(Some("未更换".to_owned()));
    row.update(&db).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(story.see("head0", query, &id).await["hazard"]["acceptanceIntact"], false);
}
