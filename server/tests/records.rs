//! Inspections, responsibility lists and the other records, by the API alone.

use crate::support::{PASSWORD, Server, Town, type_id};
use redline_domain::ids::Noun;
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

    fn organization(&self, id: uuid::Uuid) -> String {
        type_id(Noun::Organization, id)
    }

    fn person(&self, login: &str) -> String {
        type_id(Noun::Person, self.town.person(login))
    }

    async fn change(&self, who: &str, name: &str, input: Value, fields: &str) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field message clause }} }} }}");
        let token = self.server.login(who).await;
        self.server.ask(Some(&token), &query, json!({ "input": input })).await.data()[name].clone()
    }

    async fn inspection(&self, who: &str, name: &str, input: Value) -> Value {
        let fields = "inspection { id kind state seal sealIntact leader { name position role } inspector { name organization { id } } signedBy { name } \
             headLed { counts reason } findings { ordinal description hazard { id state foundBy inspection { id } } } countsFor { ruleCode opensOn status } }";
        self.change(who, name, input, fields).await
    }

    async fn head_led(&self, leader: &str) -> Value {
        let input = json!({
            "organizationId": self.organization(self.town.enterprises[0]), "kind": "HEAD_LED", "leaderId": self.person(leader), "occurredOn": "2023-07-03",
            "modes": ["OPEN"], "summary": "检查二号罐区", "findings": [{ "description": "消防通道堵塞", "location": "东门" }, { "description": "灭火器过期" }],
        });
        let answer = self.inspection("head0", "recordInspection", input).await;
        assert_eq!(answer["userErrors"], json!([]), "{answer:#}");
        answer["inspection"].clone()
    }

    async fn list(&self) -> Value {
        let posts = json!([
            { "kind": "HEAD", "title": "总经理", "duties": "全面负责", "assigneeId": self.person("head0") },
            { "kind": "FRONT_LINE", "title": "操作工", "duties": "按规程操作", "assigneeName": "张某" },
        ]);
        let input =
            json!({ "organizationId": self.organization(self.town.enterprises[0]), "kind": "ALL_STAFF", "title": "全员安全生产岗位责任制", "posts": posts });
        let answer = self.change("head0", "drawUpResponsibilityList", input, LIST).await;
        assert_eq!(answer["userErrors"], json!([]), "{answer:#}");
        answer["responsibilityList"].clone()
    }
}

const LIST: &str = "responsibilityList { id complete completeOn coverage { posts assigned acknowledged } posts { id assignee { name } assigneeName acknowledgedOn } countsFor { ruleCode } }";

#[tokio::test]
async fn a_signed_inspection_is_sealed_and_its_findings_become_hazards() {
    let story = Story::begin().await;
    let draft = story.head_led("head0").await;
    assert_eq!((&draft["state"], &draft["sealIntact"]), (&json!("DRAFT"), &Value::Null));
    assert_eq!(draft["headLed"], json!({ "counts": false, "reason": "It is not signed yet; it counts once it is signed and sealed." }));
    assert_eq!(draft["leader"], json!({ "name": "head0", "position": "HEAD", "role": "企业0 · Head" }));
    assert_eq!(draft["findings"][0]["hazard"], Value::Null);

    let id = draft["id"].clone();
    let amended = story.inspection("head0", "amendInspection", json!({ "inspectionId": id, "summary": "检查一号罐区" })).await;
    assert_eq!(amended["inspection"]["findings"].as_array().unwrap().len(), 2, "what is not given stays");

    let signed = story.inspection("head0", "signInspection", json!({ "inspectionId": id, "password": PASSWORD, "requestId": "sign" })).await;
    let again = story.inspection("head0", "signInspection", json!({ "inspectionId": id, "password": PASSWORD, "requestId": "sign" })).await;
    assert_eq!(signed, again);
    let signed = &signed["inspection"];
    assert_eq!((&signed["state"], &signed["sealIntact"], &signed["signedBy"]), (&json!("SIGNED"), &json!(true), &json!({ "name": "head0" })));
    assert_eq!(signed["seal"].as_str().map(str::len), Some(64));
    assert_eq!(signed["headLed"]["counts"], true);
    let expected = json!([{ "ruleCode": "E05", "opensOn": "2023-06-01", "status": "FULFILLED_LATE" }, { "ruleCode": "E05", "opensOn": "2023-07-01", "status": "FULFILLED" }]);
    assert_eq!(signed["countsFor"], expected, "it counts for its month, and makes good the one that was missed");
    let hazard = &signed["findings"][1]["hazard"];
    assert_eq!((&hazard["state"], &hazard["foundBy"], &hazard["inspection"]["id"]), (&json!("REPORTED"), &json!("SELF_CHECK"), &id));

    for (name, input) in
        [("amendInspection", json!({ "inspectionId": id, "summary": "别的" })), ("signInspection", json!({ "inspectionId": id, "password": PASSWORD }))]
    {
        let sealed = story.inspection("head0", name, input).await;
        assert_eq!(
            (&sealed["inspection"], &sealed["userErrors"][0]["code"], &sealed["userErrors"][0]["clause"]),
            (&Value::Null, &json!("SEALED"), &json!("2.2.5"))
        );
    }
    let unexplained = story.inspection("head0", "voidInspection", json!({ "inspectionId": id })).await;
    assert_eq!((&unexplained["userErrors"][0]["code"], &unexplained["userErrors"][0]["field"]), (&json!("REASON_MISSING"), &json!("reason")));
    let voided = story.inspection("head0", "voidInspection", json!({ "inspectionId": id, "reason": "日期有误" })).await;
    assert_eq!((&voided["inspection"]["state"], &voided["inspection"]["countsFor"]), (&json!("VOIDED"), &json!([])));
    assert_eq!(voided["inspection"]["sealIntact"], true, "it stays as it was signed");
}

#[tokio::test]
async fn an_inspection_that_the_head_did_not_lead_does_not_count_and_says_why() {
    let story = Story::begin().await;
    let draft = story.head_led("staff0").await;
    let signed = story.inspection("head0", "signInspection", json!({ "inspectionId": draft["id"], "password": PASSWORD })).await;
    let told = &signed["inspection"]["headLed"];
    assert_eq!((&told["counts"], &signed["inspection"]["countsFor"]), (&json!(false), &json!([])));
    assert_eq!(
        told["reason"],
        "staff0, who led it, held another position that day (Staff) and was not the head on 2023-07-03; it counts only if the head in office on that day leads it."
    );
}

#[tokio::test]
async fn the_inspected_enterprise_sees_who_inspected_it_and_no_more_of_them() {
    let story = Story::begin().await;
    let unit = story.organization(story.town.unit);
    let input = json!({
        "organizationId": story.organization(story.town.enterprises[0]), "inspectorId": unit, "kind": "SPOT_CHECK", "leaderId": story.person("unit"),
        "modes": ["FOUR_NO_TWO_DIRECT", "UNDERCOVER"], "summary": "抽查", "findings": [{ "description": "未戴安全帽" }],
    });
    let recorded = story.inspection("unit", "recordInspection", input).await;
    let id = recorded["inspection"]["id"].clone();
    let signed = story.inspection("unit", "signInspection", json!({ "inspectionId": id, "password": PASSWORD })).await;
    assert_eq!(signed["inspection"]["headLed"], Value::Null, "the question does not arise");
    assert_eq!(signed["inspection"]["findings"][0]["hazard"]["foundBy"], "INSPECTION");

    let query =
        "query($id: ID!) { inspection(id: $id) { inspector { name organization { id } } leader { name role person { phone } } findings { hazard { id } } } }";
    let seen = story.server.ask(Some(&story.server.login("head0").await), query, json!({ "id": id })).await.data()["inspection"].clone();
    assert_eq!(seen["inspector"], json!({ "name": "应急管理办", "organization": null }));
    assert_eq!(seen["leader"], json!({ "name": "unit", "role": "应急管理办 · Safety officer or liaison", "person": null }));
    assert!(seen["findings"][0]["hazard"]["id"].is_string());
    let filter = "query($f: InspectionFilter) { inspections(filter: $f) { totalCount } }";
    for (f, expected) in [
        (json!({ "kind": ["SPOT_CHECK"] }), 1),
        (json!({ "kind": ["ENFORCEMENT", "HEAD_LED"] }), 0),
        (json!({ "mode": ["UNDERCOVER"] }), 1),
        (json!({ "mode": ["OPEN"] }), 0),
        (json!({ "inspector": unit }), 1),
        (json!({ "leader": story.person("unit") }), 1),
        (json!({ "state": ["DRAFT"] }), 0),
        (json!({ "withFindings": true }), 1),
        (json!({ "withFindings": false }), 0),
        (json!({ "sector": ["HAZARDOUS_CHEMICALS"], "village": story.organization(story.town.villages[0]) }), 1),
        (json!({ "occurred": { "until": "2023-07-04" } }), 0),
        (json!({ "text": "抽查" }), 1),
    ] {
        let data = story.server.ask(Some(&story.server.login("office").await), filter, json!({ "f": f })).await.data();
        assert_eq!(data["inspections"]["totalCount"], expected, "{f}");
    }
}

#[tokio::test]
async fn a_responsibility_list_is_complete_when_every_post_is_acknowledged() {
    let story = Story::begin().await;
    let list = story.list().await;
    assert_eq!(list["coverage"], json!({ "posts": 2, "assigned": 2, "acknowledged": 0 }));
    let (head, worker) = (&list["posts"][0]["id"], &list["posts"][1]["id"]);
    let fields = format!("post {{ id acknowledgedOn }} {LIST}");
    let stranger = story.change("staff0", "acknowledgePost", json!({ "postId": head }), &fields).await;
    assert_eq!((&stranger["post"], &stranger["userErrors"][0]["code"]), (&Value::Null, &json!("NOT_THE_ASSIGNEE")));
    let half = story.change("head0", "acknowledgePost", json!({ "postId": head }), &fields).await;
    assert_eq!((&half["post"]["acknowledgedOn"], &half["responsibilityList"]["complete"]), (&json!("2023-07-05"), &json!(false)));
    let whole = story.change("head0", "acknowledgePost", json!({ "postId": worker }), &fields).await["responsibilityList"].clone();
    assert_eq!((&whole["complete"], &whole["coverage"]["acknowledged"], &whole["countsFor"]), (&json!(true), &json!(2), &json!([{ "ruleCode": "E08" }])));

    let post = json!({ "listId": list["id"], "post": { "kind": "INTERN", "title": "实习生", "duties": "在指导下操作" } });
    let added = story.change("head0", "addPost", post, &fields).await;
    assert_eq!(added["responsibilityList"]["coverage"], json!({ "posts": 3, "assigned": 2, "acknowledged": 2 }));
    let nobody = story.change("head0", "assignPost", json!({ "postId": added["post"]["id"] }), &fields).await;
    assert_eq!((&nobody["userErrors"][0]["code"], &nobody["userErrors"][0]["field"]), (&json!("ASSIGNEE_MISSING"), &json!("assigneeId")));
    let two = json!({ "postId": added["post"]["id"], "assigneeId": story.person("staff0"), "assigneeName": "李某" });
    assert_eq!(story.change("head0", "assignPost", two, &fields).await["userErrors"][0]["code"], "TWO_ASSIGNEES");
    let assigned = story.change("head0", "assignPost", json!({ "postId": added["post"]["id"], "assigneeId": story.person("staff0") }), &fields).await;
    assert_eq!(assigned["responsibilityList"]["posts"][2]["assignee"]["name"], "staff0");

    let query = "query($f: ResponsibilityListFilter) { responsibilityLists(filter: $f) { totalCount } }";
    for (f, expected) in [
        (json!({ "complete": false }), 1),
        (json!({ "complete": true }), 0),
        (json!({ "kind": ["ALL_STAFF"] }), 1),
        (json!({ "assignee": story.person("staff0") }), 1),
        (json!({ "assignee": story.person("head1") }), 0),
        (json!({ "unit": story.organization(story.town.unit) }), 1),
    ] {
        let data = story.server.ask(Some(&story.server.login("office").await), query, json!({ "f": f })).await.data();
        assert_eq!(data["responsibilityLists"]["totalCount"], expected, "{f}");
    }
    let voided = story
        .change("head0", "voidResponsibilityList", json!({ "listId": list["id"], "reason": "重新编制" }), "responsibilityList { state voidedReason }")
        .await;
    assert_eq!(voided["responsibilityList"], json!({ "state": "VOIDED", "voidedReason": "重新编制" }));
}

#[tokio::test]
async fn drills_activities_and_reports_are_recorded_and_count() {
    let story = Story::begin().await;
    let enterprise = story.organization(story.town.enterprises[0]);
    let fields = "drill { id state review countsFor { ruleCode } ledBy { name position } }";
    let drill = json!({ "organizationId": enterprise, "title": "泄漏演练", "scenario": "二号罐泄漏", "occurredOn": "2023-03-15", "participants": 0 });
    let nobody = story.change("head0", "recordDrill", drill.clone(), fields).await;
    assert_eq!((&nobody["userErrors"][0]["code"], &nobody["userErrors"][0]["field"]), (&json!("BAD_PARTICIPANTS"), &json!("participants")));
    let mut drill = drill;
    drill["participants"] = json!(30);
    let drill = story.change("head0", "recordDrill", drill, fields).await["drill"].clone();
    assert_eq!((&drill["state"], &drill["countsFor"]), (&json!("DRAFT"), &json!([])));
    let reviewed = story.change("head0", "reviewDrill", json!({ "drillId": drill["id"], "review": "疏散用时偏长" }), fields).await["drill"].clone();
    assert_eq!(reviewed["countsFor"], json!([{ "ruleCode": "E16" }]), "a drill in March fulfils the first half");
    assert_eq!(story.change("head0", "voidDrill", json!({ "drillId": drill["id"], "reason": "重复" }), fields).await["drill"]["countsFor"], json!([]));

    let activity = json!({
        "organizationId": story.organization(story.town.unit), "kind": "PUBLICITY", "title": "宣传判定标准", "participants": 5, "summary": "逐户宣讲", "enterpriseIds": [enterprise],
    });
    let fields = "activity { id kindLabel enterpriseCount enterprises { name } countsFor { ruleCode } }";
    let publicity = story.change("unit", "recordActivity", activity, fields).await["activity"].clone();
    assert_eq!((&publicity["enterpriseCount"], &publicity["enterprises"]), (&json!(1), &json!([{ "name": "企业0" }])));
    assert_eq!(publicity["countsFor"], json!([{ "ruleCode": "R02" }]), "every enterprise of its sectors was told");
    assert_eq!(
        story.change("unit", "voidActivity", json!({ "activityId": publicity["id"], "reason": "重复" }), "activity { state }").await["activity"]["state"],
        "VOIDED"
    );

    let village = story.organization(story.town.villages[0]);
    let fields = "report { id kind periodOn submittedOn state countsFor { ruleCode opensOn } }";
    let table = story
        .change(
            "village0",
            "submitReport",
            json!({ "organizationId": village, "kind": "PROGRESS_TABLE", "periodOn": "2023-06-28", "content": "附件1", "password": PASSWORD }),
            fields,
        )
        .await["report"]
        .clone();
    assert_eq!((&table["submittedOn"], &table["countsFor"]), (&json!("2023-07-05"), &json!([{ "ruleCode": "V04", "opensOn": "2023-06-26" }])));
    let wrong =
        story.change("village0", "submitReport", json!({ "organizationId": village, "kind": "BULLETIN", "content": "x", "password": PASSWORD }), fields).await;
    assert_eq!(wrong["userErrors"][0]["code"], "KIND_NOT_ASKED");
    assert_eq!(story.change("village0", "voidReport", json!({ "reportId": table["id"], "reason": "数据有误" }), fields).await["report"]["state"], "VOIDED");

    let all = "{ drills { totalCount nodes { title } } activities(filter: {kind: [PUBLICITY]}) { totalCount } reports(filter: {state: [VOIDED], on: {from: \"2023-06-28\", until: \"2023-06-28\"}}) { totalCount } }";
    let data = story.server.ask(Some(&story.server.login("office").await), all, json!({})).await.data();
    assert_eq!(
        data,
        json!({ "drills": { "totalCount": 1, "nodes": [{ "title": "泄漏演练" }] }, "activities": { "totalCount": 1 }, "reports": { "totalCount": 1 } })
    );
}
