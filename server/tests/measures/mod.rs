//! A township with a major hazard, to which something is done by the API.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use chrono::Duration;
use redline_domain::ids::Noun;
use redline_ledger::{
    Context, actor,
    attachment::{self, NewAttachment},
};
use serde_json::{Value, json};

use crate::support::{PASSWORD, Server, Town, day, moment, type_id};

const ERRORS: &str = "userErrors { code field message clause }";

/// A township with a major hazard in its first enterprise.
pub struct Story {
    pub server: Server,
    pub town: Town,
    pub hazard: String,
}

impl Story {
    pub async fn begin() -> Self {
        let server = Server::start().await;
        let town = Town::found(&server).await;
        town.empower(&server).await;
        let mut story = Self { server, town, hazard: String::new() };
        let organization = type_id(Noun::Organization, story.town.enterprises[0]);
        let input =
            json!({ "organizationId": organization, "description": "报警器失效", "location": "二号罐区", "foundBy": "SELF_CHECK", "foundOn": "2023-07-04" });
        let found = story.done("head0", "reportHazard", input, "hazard { id }").await;
        story.hazard = found["id"].as_str().unwrap().to_owned();
        story
    }

    pub async fn graded() -> Self {
        let story = Self::begin().await;
        let input = json!({ "hazardId": story.hazard, "grade": "MAJOR", "criterion": "GONGMAO-2023/3/1" });
        story.done("head0", "gradeHazard", input, "hazard { id }").await;
        story
    }

    pub async fn planned(deadline: &str) -> Self {
        let story = Self::graded().await;
        story.done("head0", "submitPlan", json!({ "hazardId": story.hazard, "plan": plan(deadline) }), "hazard { id }").await;
        story
    }

    /// Carries out a mutation; what it answers.
    pub async fn change(&self, who: &str, name: &str, input: Value, fields: &str) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} {ERRORS} }} }}");
        self.server.clock.advance(Duration::seconds(1));
        let token = self.server.login(who).await;
        self.server.ask(Some(&token), &query, json!({ "input": input })).await.data()[name].clone()
    }

    /// The thing that came of a mutation that is carried out.
    pub async fn done(&self, who: &str, name: &str, input: Value, fields: &str) -> Value {
        let answer = self.change(who, name, input, fields).await;
        assert_eq!(answer["userErrors"], json!([]), "{name}: {answer:#}");
        answer[fields.split_whitespace().next().unwrap()].clone()
    }

    /// The codes of the refusals of a mutation that is not.
    pub async fn refused(&self, who: &str, name: &str, input: Value) -> Vec<String> {
        let answer = self.change(who, name, input, "").await;
        answer["userErrors"].as_array().unwrap().iter().map(|error| error["code"].as_str().unwrap().to_owned()).collect()
    }

    pub async fn ask(&self, who: &str, query: &str, variables: Value) -> Value {
        let token = self.server.login(who).await;
        self.server.ask(Some(&token), query, variables).await.data()
    }

    /// A photograph that somebody has uploaded.
    pub async fn photograph(&self, who: &str) -> String {
        let on = day("2023-07-05");
        let asks = actor::load(self.server.app.db.read(), self.town.person(who), on).await.unwrap();
        let ctx = Context::new(self.server.app.site.clone(), asks.into(), moment("2023-07-05T04:00:00Z"));
        let db = self.server.app.db.begin().await.unwrap();
        let new = NewAttachment {
            organization: self.town.enterprises[0],
            file_name: "现场.jpg".to_owned(),
            media_type: "image/jpeg",
            bytes: 3,
            sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned(),
            pixels: Some((1, 1)),
        };
        let id = attachment::upload(&db, &ctx, new).await.unwrap().id;
        db.commit().await.unwrap();
        type_id(Noun::Attachment, id)
    }

    pub async fn close(&self) {
        self.done("head0", "recordProgress", json!({ "hazardId": self.hazard, "text": "开始" }), "hazard { id }").await;
        self.done("head0", "applyForAcceptance", json!({ "hazardId": self.hazard, "rectification": "完成" }), "hazard { id }").await;
        self.done("unit", "acceptHazard", json!({ "hazardId": self.hazard, "password": PASSWORD }), "hazard { id }").await;
    }

    pub async fn request_extension(&self, until: &str) -> Value {
        let fields = "extension { id state stateLabel fromOn untilOn reason interimMeasures requestedBy { name } signature { signerName method act intact } hazard { deadlineOn } }";
        self.done("head0", "requestExtension", request(&self.hazard, until, PASSWORD), fields).await
    }

    pub async fn list(&self, deadline: &str) -> Value {
        let fields = "supervision { id level levelLabel body number deadlineOn open overdue listedBy { name } }";
        self.done("office", "listForSupervision", listing(&self.hazard, deadline), fields).await
    }
}

pub fn plan(deadline: &str) -> Value {
    json!({ "responsible": "王某", "measures": "更换报警器", "fundingYuan": 20000, "deadline": deadline, "emergencyPlan": "停用罐区" })
}

pub fn request(hazard: &str, until: &str, password: &str) -> Value {
    json!({ "hazardId": hazard, "until": until, "reason": "设备未到", "interimMeasures": "专人值守", "password": password })
}

pub fn listing(hazard: &str, deadline: &str) -> Value {
    json!({ "hazardId": hazard, "level": "TOWN", "body": "镇安委办", "number": "安督〔2023〕1号", "deadline": deadline, "requirements": "立即停用" })
}
