//! A hazard from its report to its closing, by the API alone, and what is refused on the way.

use crate::support::{PASSWORD, Server, Town, moment, type_id};
use chrono::Duration;
use redline_domain::ids::Noun;
use serde_json::{Value, json};

const ERRORS: &str = "userErrors { code field message clause }";

/// A township, and its people by their tokens.
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

    fn enterprise(&self) -> String {
        type_id(Noun::Organization, self.town.enterprises[0])
    }

    /// Carries out a mutation that answers a hazard; what it answers.
    async fn change(&self, who: &str, name: &str, input: Value) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let fields = "id state stateLabel grade dueOn daysLeft overdue nextSteps whoMayAccept rejections criterion { code standard article item text } \
             plan { version fundingYuan deadlineOn } timeline { action label text actor { name role } } windows { ruleCode status }";
        let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ hazard {{ {fields} }} {ERRORS} }} }}");
        self.server.clock.advance(Duration::seconds(1));
        let token = self.server.login(who).await;
        self.server.ask(Some(&token), &query, json!({ "input": input })).await.data()[name].clone()
    }

    /// What came of a mutation that is carried out.
    async fn done(&self, who: &str, name: &str, input: Value) -> Value {
        let answer = self.change(who, name, input).await;
        assert_eq!(answer["userErrors"], json!([]), "{name}: {answer:#}");
        answer["hazard"].clone()
    }

    /// The first refusal of a mutation that is not.
    async fn refused(&self, who: &str, name: &str, input: Value) -> Value {
        let answer = self.change(who, name, input).await;
        assert_eq!(answer["hazard"], Value::Null, "{name}: {answer:#}");
        answer["userErrors"][0].clone()
    }

    async fn report(&self) -> String {
        let input = json!({ "organizationId": self.enterprise(), "description": "储罐区可燃气体报警器失效", "location": "二号罐区", "foundBy": "SELF_CHECK", "foundOn": "2023-07-04" });
        let hazard = self.done("head0", "reportHazard", input).await;
        assert_eq!((hazard["state"].as_str(), hazard["grade"].as_str()), (Some("REPORTED"), None));
        hazard["id"].as_str().expect("an identifier").to_owned()
    }
}

fn plan() -> Value {
    json!({ "responsible": "王某", "measures": "更换报警器并联调", "fundingYuan": 3_000_000_000_i64, "deadline": "2023-07-20", "emergencyPlan": "停用罐区，专人巡检" })
}

#[tokio::test]
async fn a_major_hazard_goes_from_its_report_to_its_closing_by_the_api_alone() {
    let story = Story::begin().await;
    let id = story.report().await;

    let graded = story.done("head0", "gradeHazard", json!({ "hazardId": id, "grade": "MAJOR", "criterion": "GONGMAO-2023/3/1" })).await;
    assert_eq!(graded["state"], "GRADED");
    assert_eq!(graded["criterion"]["code"], "GONGMAO-2023/3/1");
    assert_eq!((&graded["criterion"]["article"], &graded["criterion"]["item"]), (&json!("3"), &json!("1")));
    let windows: Vec<&str> = graded["windows"].as_array().unwrap().iter().filter_map(|window| window["ruleCode"].as_str()).collect();
    assert_eq!(windows, ["E04", "E03"], "the report is due after a day, the plan after a week");

    let told = story.done("head0", "tellRegulator", json!({ "hazardId": id })).await;
    assert_eq!(told["windows"][0], json!({ "ruleCode": "E04", "status": "FULFILLED" }));

    let planned = story.done("head0", "submitPlan", json!({ "hazardId": id, "plan": plan() })).await;
    assert_eq!(planned["state"], "PLANNED");
    assert_eq!(planned["plan"], json!({ "version": 1, "fundingYuan": 3_000_000_000_i64, "deadlineOn": "2023-07-20" }));
    assert_eq!((&planned["dueOn"], &planned["daysLeft"], &planned["overdue"]), (&json!("2023-07-20"), &json!(15), &json!(false)));
    assert_eq!(planned["windows"][1], json!({ "ruleCode": "E03", "status": "FULFILLED" }));

    story.done("head0", "recordProgress", json!({ "hazardId": id, "text": "新报警器已到货" })).await;
    let staff = type_id(Noun::Person, story.town.person("staff0"));
    let applied = story.done("head0", "applyForAcceptance", json!({ "hazardId": id, "rectification": "报警器已更换", "rectifiedBy": staff })).await;
    assert_eq!(applied["state"], "AWAITING_ACCEPTANCE");
    assert_eq!(applied["dueOn"], "2023-07-15", "ten days for the acceptance");
    let who = applied["whoMayAccept"].as_str().unwrap();
    assert!(who.contains("A regulator of the enterprise's sectors") && who.contains("not staff0") && !who.contains("The village"), "{who}");

    let rejected = story.done("unit", "rejectHazard", json!({ "hazardId": id, "reason": "未联调" })).await;
    assert_eq!((&rejected["state"], &rejected["rejections"]), (&json!("RECTIFYING"), &json!(1)));
    story.done("head0", "applyForAcceptance", json!({ "hazardId": id, "rectification": "已联调" })).await;
    let closed = story.done("unit", "acceptHazard", json!({ "hazardId": id, "password": PASSWORD })).await;
    assert_eq!((&closed["state"], &closed["dueOn"], &closed["nextSteps"]), (&json!("CLOSED"), &Value::Null, &json!([])));

    let timeline: Vec<&str> = closed["timeline"].as_array().unwrap().iter().filter_map(|entry| entry["action"].as_str()).collect();
    let expected = ["REPORTED", "GRADED", "TOLD_REGULATOR", "PLANNED", "PROGRESS", "APPLIED", "REJECTED", "APPLIED", "ACCEPTED"];
    assert_eq!(timeline, expected.map(|action| format!("HAZARD_{action}")));
    assert_eq!(
        closed["timeline"][6],
        json!({ "action": "HAZARD_REJECTED", "label": "Acceptance refused", "text": "未联调", "actor": { "name": "unit", "role": "应急管理办 · Safety officer or liaison" } })
    );
}

#[tokio::test]
async fn what_may_not_be_done_to_a_hazard_is_refused_by_name() {
    let story = Story::begin().await;
    let id = story.report().await;
    let step = |name: &'static str, input: Value| story.refused("head0", name, input);

    assert_eq!(step("submitPlan", json!({ "hazardId": id, "plan": plan() })).await["code"], "BAD_HAZARD_STEP");
    let unknown = step("gradeHazard", json!({ "hazardId": id, "grade": "MAJOR", "criterion": "GONGMAO-2023/99/9" })).await;
    assert_eq!((&unknown["code"], &unknown["field"], &unknown["clause"]), (&json!("UNKNOWN_CRITERION"), &json!("criterion"), &json!("2.1.1")));
    let bad = step("gradeHazard", json!({ "hazardId": "hazard_nonsense", "grade": "GENERAL" })).await;
    assert_eq!((&bad["code"], &bad["field"]), (&json!("BAD_USER_INPUT"), &json!("hazardId")));

    story.done("head0", "gradeHazard", json!({ "hazardId": id, "grade": "MAJOR", "criterion": "GONGMAO-2023/3/1" })).await;
    let mut holes = plan();
    holes["measures"] = Value::Null;
    holes["fundingYuan"] = json!(-1);
    let answer = story.change("head0", "submitPlan", json!({ "hazardId": id, "plan": holes })).await;
    let codes: Vec<_> =
        answer["userErrors"].as_array().unwrap().iter().map(|error| (error["code"].as_str().unwrap(), error["field"].as_str().unwrap())).collect();
    assert_eq!(codes, [("PLAN_ELEMENT_MISSING", "plan.measures"), ("PLAN_FUNDING_NEGATIVE", "plan.fundingYuan")], "all that is wrong at once");

    story.done("head0", "submitPlan", json!({ "hazardId": id, "plan": plan() })).await;
    assert_eq!(step("grantExtension", json!({ "hazardId": id, "deadline": "2023-08-01", "reason": "设备未到" })).await["code"], "FORBIDDEN");
    let extended = story.done("office", "grantExtension", json!({ "hazardId": id, "deadline": "2023-08-01", "reason": "设备未到" })).await;
    assert_eq!(extended["dueOn"], "2023-08-01");
    story.done("head0", "recordProgress", json!({ "hazardId": id, "text": "开始" })).await;
    story.done("head0", "applyForAcceptance", json!({ "hazardId": id, "rectification": "完成" })).await;
    let own = step("acceptHazard", json!({ "hazardId": id, "password": PASSWORD })).await;
    assert_eq!((&own["code"], &own["clause"]), (&json!("ACCEPTER_RECTIFIED"), &json!("2.1.1")));
    assert_eq!(story.refused("village0", "acceptHazard", json!({ "hazardId": id, "password": PASSWORD })).await["code"], "ACCEPTER_NOT_SUPERVISOR");
    assert_eq!(
        story.refused("village1", "acceptHazard", json!({ "hazardId": id, "password": PASSWORD })).await["code"],
        "NOT_FOUND",
        "another's is as if it did not exist"
    );
}

#[tokio::test]
async fn refusals_come_in_the_language_of_who_asks() {
    let story = Story::begin().await;
    let id = story.report().await;
    let english = story.refused("head0", "recordProgress", json!({ "hazardId": id, "text": "x" })).await;
    assert!(english["message"].as_str().unwrap().starts_with("The hazard is in the state \"Reported\""), "{english}");
    let query = "mutation { updateMyPreferences(input: {language: ZH, morningHour: 6, email: \"head@example.com\"}) { person { language morningHour email } userErrors { code } } }";
    let token = story.server.login("head0").await;
    let data = story.server.ask(Some(&token), query, json!({})).await.data();
    assert_eq!(data["updateMyPreferences"]["person"], json!({ "language": "ZH", "morningHour": 6, "email": "head@example.com" }));
    let chinese = story.refused("head0", "recordProgress", json!({ "hazardId": id, "text": "x" })).await;
    assert!(chinese["message"].as_str().unwrap().starts_with("隐患处于“已上报”状态"), "{chinese}");
    assert_eq!(english["code"], chinese["code"]);
    let clear = "mutation { updateMyPreferences(input: {morningHour: null, email: \"nonsense\"}) { person { id } userErrors { code field } } }";
    let data = story.server.ask(Some(&token), clear, json!({})).await.data();
    assert_eq!(data["updateMyPreferences"]["userErrors"][0]["field"], "email");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_sent_several_times_at_once_is_carried_out_once() {
    let story = Story::begin().await;
    let input = json!({ "organizationId": story.enterprise(), "description": "通道堵塞", "foundBy": "SELF_CHECK", "requestId": "at-once" });
    let sent = futures::future::join_all((0..6).map(|_| story.done("head0", "reportHazard", input.clone()))).await;
    assert!(sent.iter().all(|hazard| hazard["id"] == sent[0]["id"]), "{sent:#?}");
    let token = story.server.login("head0").await;
    let count = story.server.ask(Some(&token), "{ hazards { totalCount } }", json!({})).await.data();
    assert_eq!(count["hazards"]["totalCount"], 1);
}

#[tokio::test]
async fn a_request_that_is_sent_twice_is_carried_out_once() {
    let story = Story::begin().await;
    let input = json!({ "organizationId": story.enterprise(), "description": "通道堵塞", "foundBy": "SELF_CHECK", "requestId": "r-1" });
    let first = story.done("head0", "reportHazard", input.clone()).await;
    let again = story.done("head0", "reportHazard", input.clone()).await;
    assert_eq!(first["id"], again["id"]);
    let token = story.server.login("head0").await;
    let count = story.server.ask(Some(&token), "{ hazards { totalCount } }", json!({})).await.data();
    assert_eq!(count["hazards"]["totalCount"], 1);

    let other = story.refused("head0", "gradeHazard", json!({ "hazardId": first["id"], "grade": "GENERAL", "requestId": "r-1" })).await;
    assert_eq!((&other["code"], &other["field"]), (&json!("REQUEST_ID_REUSED"), &json!("requestId")));
    let theirs = story.done("staff0", "reportHazard", input).await;
    assert_ne!(first["id"], theirs["id"], "another's request of the same name is another request");
    let failed = json!({ "hazardId": first["id"], "text": "x", "requestId": "r-2" });
    story.refused("head0", "recordProgress", failed.clone()).await;
    assert_eq!(story.refused("head0", "recordProgress", failed).await["code"], "BAD_HAZARD_STEP", "what was refused is not remembered");
}

#[tokio::test]
async fn hazards_are_found_by_what_one_knows_of_them() {
    let story = Story::begin().await;
    let id = story.report().await;
    let other = json!({ "organizationId": type_id(Noun::Organization, story.town.enterprises[1]), "description": "电线老化 50%", "foundBy": "INSPECTION", "foundOn": "2023-06-30" });
    story.done("office", "reportHazard", other).await;
    story.done("head0", "gradeHazard", json!({ "hazardId": id, "grade": "GENERAL" })).await;
    story.done("head0", "setHazardDeadline", json!({ "hazardId": id, "deadline": "2023-07-06" })).await;
    let token = story.server.login("office").await;
    let unit = type_id(Noun::Organization, story.town.unit);
    let village = type_id(Noun::Organization, story.town.villages[1]);
    let count = async |filter: Value| {
        let data = story.server.ask(Some(&token), "query($f: HazardFilter) { hazards(filter: $f) { totalCount } }", json!({ "f": filter })).await.data();
        data["hazards"]["totalCount"].as_i64().unwrap()
    };
    for (filter, expected) in [
        (json!({}), 2),
        (json!({ "text": "报警器" }), 1),
        (json!({ "text": "50%" }), 1),
        (json!({ "text": "_" }), 0),
        (json!({ "state": ["REPORTED"] }), 1),
        (json!({ "state": ["REPORTED", "PLANNED"] }), 2),
        (json!({ "grade": "GENERAL" }), 1),
        (json!({ "foundBy": ["SELF_CHECK"] }), 1),
        (json!({ "sector": ["INDUSTRY_AND_TRADE"] }), 1),
        (json!({ "unit": unit }), 1),
        (json!({ "village": village }), 1),
        (json!({ "village": village, "unit": unit }), 0),
        (json!({ "organization": story.enterprise() }), 1),
        (json!({ "found": { "from": "2023-07-01" } }), 1),
        (json!({ "found": { "from": "2023-06-30", "until": "2023-07-04" } }), 2),
        (json!({ "deadline": { "until": "2023-07-06" } }), 1),
        (json!({ "overdue": true }), 0),
        (json!({ "overdue": false }), 2),
        (json!({ "closed": true }), 0),
    ] {
        assert_eq!(count(filter.clone()).await, expected, "{filter}");
    }
    // The end of the deadline's day at the site, and a second later.
    story.server.clock.set(moment("2023-07-06T15:59:59Z"));
    let token_of = async || story.server.login("office").await;
    let overdue = "{ overdue: hazards(filter: {overdue: true}) { totalCount } not: hazards(filter: {overdue: false}) { totalCount } }";
    let late = async |token: &str| story.server.ask(Some(token), overdue, json!({})).await.data();
    assert_eq!(late(&token_of().await).await, json!({ "overdue": { "totalCount": 0 }, "not": { "totalCount": 2 } }));
    story.server.clock.set(moment("2023-07-06T16:00:00Z"));
    assert_eq!(late(&token_of().await).await, json!({ "overdue": { "totalCount": 1 }, "not": { "totalCount": 1 } }));
    let row = story.server.ask(Some(&token_of().await), "{ hazards(filter: {overdue: true}) { nodes { overdue daysLeft daysLate } } }", json!({})).await.data();
    assert_eq!(row["hazards"]["nodes"][0], json!({ "overdue": true, "daysLeft": null, "daysLate": 1 }));
}
