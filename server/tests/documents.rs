//! Documents: uploaded by HTTP, attached to contracts, drills, activities, reports and supervisions, and for whoever sees those.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Answer, PASSWORD, Server, Town, day, type_id};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use redline_domain::{FoundBy, HazardGrade, ids::Noun};
use redline_ledger::{
    attachment::MOST,
    hazard::{self, GradeInput, NewHazard},
};
use serde_json::{Value, json};
use uuid::Uuid;

const ATTACHMENTS: &str = "attachments { id fileName mediaType purpose url }";

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

    fn organization(&self, id: Uuid) -> String {
        type_id(Noun::Organization, id)
    }

    async fn uploaded(&self, token: &str, organization: Uuid) -> Value {
        let request = Request::post(format!("/attachments?organization={}&name=a.pdf", self.organization(organization)));
        let answer = self.server.send(request.header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::from("%PDF-1.4\n")).unwrap()).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        answer.json()["id"].clone()
    }

    async fn fetch(&self, who: &str, path: &str) -> Answer {
        let token = self.server.login(who).await;
        self.server.send(Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}")).body(Body::empty()).unwrap()).await
    }

    async fn change(&self, token: &str, name: &str, input: &Value, fields: &str) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let query = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ {fields} userErrors {{ code field }} }} }}");
        self.server.ask(Some(token), &query, json!({ "i": input })).await.data()[name].clone()
    }

    fn contract(&self, documents: &[Value]) -> Value {
        json!({
            "organizationId": self.organization(self.town.enterprises[0]), "kind": "CONTRACTOR", "partyName": "平安检修队", "work": "管线检修",
            "qualification": "检修资质", "safetyAgreementOn": "2023-01-05", "duties": "各负其责", "since": "2023-01-06", "documentIds": documents,
        })
    }

    /// A major hazard of the first enterprise.
    async fn major(&self) -> String {
        let ctx = self.server.operator();
        let db = self.server.app.db.begin().await.unwrap();
        let new = NewHazard {
            organization: self.town.enterprises[0],
            description: "储罐区报警装置未投用".to_owned(),
            location: None,
            sector: None,
            found_by: FoundBy::SelfCheck,
            found_on: day("2023-05-22"),
            finding: None,
        };
        let id = hazard::report(&db, &ctx, new).await.unwrap().id;
        let grade = GradeInput { grade: HazardGrade::Major, criterion: Some("HAZCHEM-2017/2".to_owned()), reason: String::new(), no_criterion_found: false };
        hazard::grade(&db, &ctx, id, grade).await.unwrap();
        db.commit().await.unwrap();
        type_id(Noun::Hazard, id)
    }
}

#[tokio::test]
async fn a_safety_agreement_is_uploaded_attached_to_its_contract_and_fetched_by_who_may_see_it() {
    let story = Story::begin().await;
    let head = story.server.login("head0").await;
    let plant = story.town.enterprises[0];
    let agreement = story.uploaded(&head, plant).await;
    let fields = format!("contract {{ id {ATTACHMENTS} }}");
    let recorded = story.change(&head, "recordContract", &story.contract(std::slice::from_ref(&agreement)), &fields).await;
    assert_eq!(recorded["userErrors"], json!([]), "{recorded:#}");
    let contract = recorded["contract"]["id"].clone();
    let seen = &recorded["contract"]["attachments"];
    assert_eq!(
        (&seen[0]["id"], &seen[0]["fileName"], &seen[0]["mediaType"], &seen[0]["purpose"]),
        (&agreement, &json!("a.pdf"), &json!("application/pdf"), &json!("DOCUMENT"))
    );
    let url = seen[0]["url"].as_str().unwrap();
    let list = format!("{{ contracts {{ nodes {{ {ATTACHMENTS} }} }} }}");
    for (who, sees) in [("head0", true), ("staff0", true), ("village0", true), ("unit", true), ("office", true), ("head1", false), ("village1", false)] {
        let answer = story.fetch(who, url).await;
        assert_eq!(answer.status, if sees { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{who}");
        let listed = story.server.ask(Some(&story.server.login(who).await), &list, json!({})).await.data();
        assert_eq!(listed["contracts"]["nodes"][0]["attachments"][0]["id"] == agreement, sees, "{who}");
    }
    // The renewed qualification goes beside the agreement.
    let qualification = story.uploaded(&head, plant).await;
    let amended = json!({ "contractId": contract, "documentIds": [agreement, qualification] });
    let amended = story.change(&head, "amendContract", &amended, &fields).await;
    assert_eq!(amended["contract"]["attachments"].as_array().map(Vec::len), Some(2), "{amended:#}");
}

#[tokio::test]
async fn anothers_upload_and_too_many_documents_are_refused_and_nothing_is_recorded() {
    let story = Story::begin().await;
    let head = story.server.login("head0").await;
    let plant = story.town.enterprises[0];
    let of_staff = story.uploaded(&story.server.login("staff0").await, plant).await;
    let recorded = async |documents: &[Value]| story.change(&head, "recordContract", &story.contract(documents), "contract { id }").await;
    let refused = |code: &str| json!({ "contract": null, "userErrors": [{ "code": code, "field": "documentIds" }] });
    assert_eq!(recorded(&[of_staff]).await, refused("UNKNOWN_ATTACHMENT"));
    let mut documents = Vec::new();
    for _ in 0..=MOST {
        documents.push(story.uploaded(&head, plant).await);
    }
    assert_eq!(recorded(&documents).await, refused("TOO_MANY_ATTACHMENTS"));
    let contracts = story.server.ask(Some(&head), "{ contracts { totalCount } }", json!({})).await.data();
    assert_eq!(contracts["contracts"]["totalCount"], 0);
    assert_eq!(recorded(&documents[1..]).await["userErrors"], json!([]), "twenty");
    assert_eq!(recorded(&documents[1..2]).await, refused("UNKNOWN_ATTACHMENT"), "it belongs to a record already");
}

#[tokio::test]
async fn drills_activities_reports_and_supervisions_have_their_documents_beside_their_photographs() {
    let story = Story::begin().await;
    let (plant, village, office) = (story.town.enterprises[0], story.town.villages[0], story.town.office);
    let hazard = story.major().await;
    let cases = [
        (
            "head0",
            plant,
            "recordDrill",
            "drill",
            json!({ "organizationId": story.organization(plant), "title": "演练", "scenario": "泄漏", "participants": 9, "review": "疏散用时 6 分钟。" }),
        ),
        (
            "head0",
            plant,
            "recordActivity",
            "activity",
            json!({ "organizationId": story.organization(plant), "kind": "STUDY", "title": "学习", "participants": 9, "summary": "学习判定标准。" }),
        ),
        (
            "village0",
            village,
            "submitReport",
            "report",
            json!({ "organizationId": story.organization(village), "kind": "PROGRESS_TABLE", "coordination": "请旗里协调气源", "password": PASSWORD }),
        ),
        (
            "office",
            office,
            "listForSupervision",
            "supervision",
            json!({ "hazardId": hazard, "level": "TOWN", "body": "安委办", "number": "1号", "deadline": "2023-07-20", "requirements": "停用储罐区" }),
        ),
    ];
    for (who, about, name, record, input) in cases {
        let token = story.server.login(who).await;
        let document = story.uploaded(&token, about).await;
        let of_another = story.uploaded(&story.server.login("unit").await, story.town.unit).await;
        let fields = format!("{record} {{ id {ATTACHMENTS} }}");
        let with = |documents: Vec<&Value>| {
            let mut input = input.clone();
            input["documentIds"] = json!(documents);
            input
        };
        let wrong = story.change(&token, name, &with(vec![&document, &of_another]), &fields).await;
        assert_eq!(wrong, json!({ record: null, "userErrors": [{ "code": "UNKNOWN_ATTACHMENT", "field": "documentIds" }] }), "{name}");
        let right = story.change(&token, name, &with(vec![&document]), &fields).await;
        assert_eq!((&right["userErrors"], &right[record]["attachments"][0]["id"]), (&json!([]), &document), "{name}: {right:#}");
        let url = right[record]["attachments"][0]["url"].as_str().unwrap();
        assert_eq!(story.fetch("office", url).await.status, StatusCode::OK, "{name}");
        assert_eq!(story.fetch("head1", url).await.status, StatusCode::NOT_FOUND, "{name}");
    }
    let query = "{ drills { nodes { photos { id } attachments { id } } } activities { nodes { photos { id } attachments { id } } } \
         reports { nodes { sealIntact attachments { id } figures { ... on ProgressTable { coordination } } } } }";
    let seen = story.server.ask(Some(&story.server.login("office").await), query, json!({})).await.data();
    for list in ["drills", "activities"] {
        assert_eq!(seen[list]["nodes"][0]["photos"], json!([]), "a document is no photograph");
    }
    let report = &seen["reports"]["nodes"][0];
    assert_eq!((&report["sealIntact"], &report["figures"]["coordination"]), (&json!(true), &json!("请旗里协调气源")));
}

#[tokio::test]
async fn an_inspection_names_its_team() {
    let story = Story::begin().await;
    let (head, staff) = (type_id(Noun::Person, story.town.person("head0")), type_id(Noun::Person, story.town.person("staff0")));
    let token = story.server.login("head0").await;
    let input = |members: Value| json!({ "organizationId": story.organization(story.town.enterprises[0]), "kind": "HEAD_LED", "leaderId": head, "summary": "检查罐区", "memberIds": members });
    let fields = "inspection { id members { name } }";
    let wrong = story.change(&token, "recordInspection", &input(json!([type_id(Noun::Person, story.town.person("unit"))])), fields).await;
    assert_eq!(wrong["userErrors"], json!([{ "code": "NO_POSITION", "field": "memberIds" }]));
    let right = story.change(&token, "recordInspection", &input(json!([staff])), fields).await;
    assert_eq!(right["inspection"]["members"], json!([{ "name": "staff0" }]), "{right}");
    let amend = json!({ "inspectionId": right["inspection"]["id"], "memberIds": [] });
    assert_eq!(story.change(&token, "amendInspection", &amend, fields).await["inspection"]["members"], json!([]));
}
