//! Another's inspections, lists and hazards are as if they did not exist, by every door.

use crate::support::{PASSWORD, Server, Town, type_id};
use redline_domain::ids::Noun;
use serde_json::{Value, json};

async fn change(server: &Server, who: &str, name: &str, input: Value, fields: &str) -> Value {
    let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
    let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code }} }} }}");
    let token = server.login(who).await;
    server.ask(Some(&token), &query, json!({ "input": input })).await.data()[name].clone()
}

/// What an enterprise has: a signed inspection that found a hazard, a responsibility list, a drill, an activity, a report.
struct Things {
    enterprise: String,
    head: String,
    inspection: Value,
    hazard: Value,
    list: Value,
    post: Value,
    drill: Value,
    activity: Value,
    report: Value,
}

impl Things {
    async fn of(server: &Server, town: &Town, at: usize) -> Self {
        let login = ["head0", "head1"][at];
        let enterprise = type_id(Noun::Organization, town.enterprises[at]);
        let head = type_id(Noun::Person, town.person(login));
        let post = |kind: &str| json!({ "kind": kind, "title": "岗", "duties": "责", "assigneeId": head });
        // None is found yet: what nobody has graded may be major.
        let report = json!({ "organizationId": enterprise, "kind": "HAZARD_LEDGER", "content": "机密台账", "noneFound": true, "password": PASSWORD });
        let report = change(server, login, "submitReport", report, "report { id }").await["report"]["id"].clone();
        let input =
            json!({ "organizationId": enterprise, "kind": "HEAD_LED", "leaderId": head, "summary": "机密检查", "findings": [{ "description": "机密隐患" }] });
        let inspection = change(server, login, "recordInspection", input, "inspection { id }").await["inspection"]["id"].clone();
        let signed =
            change(server, login, "signInspection", json!({ "inspectionId": inspection, "password": PASSWORD }), "inspection { findings { hazard { id } } }")
                .await;
        let list = json!({ "organizationId": enterprise, "kind": "ALL_STAFF", "title": "机密清单", "posts": [post("HEAD"), post("FRONT_LINE")] });
        let list = change(server, login, "drawUpResponsibilityList", list, "responsibilityList { id posts { id } }").await["responsibilityList"].clone();
        let drill = json!({ "organizationId": enterprise, "title": "机密演练", "scenario": "x", "participants": 3 });
        let activity = json!({ "organizationId": enterprise, "kind": "STUDY", "title": "机密学习", "participants": 3, "summary": "x" });
        Self {
            hazard: signed["inspection"]["findings"][0]["hazard"]["id"].clone(),
            list: list["id"].clone(),
            post: list["posts"][0]["id"].clone(),
            drill: change(server, login, "recordDrill", drill, "drill { id }").await["drill"]["id"].clone(),
            activity: change(server, login, "recordActivity", activity, "activity { id }").await["activity"]["id"].clone(),
            report,
            enterprise,
            head,
            inspection,
        }
    }
}

#[tokio::test]
async fn anothers_records_cannot_be_seen_by_any_door() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let theirs = Things::of(&server, &town, 1).await;
    let own = Things::of(&server, &town, 0).await;
    for login in ["village0", "head0", "staff0", "unit"] {
        let token = server.login(login).await;
        let ask = async |query: &str, variables: Value| server.ask(Some(&token), query, variables).await.data();
        for (hidden, seen) in [
            (&theirs.inspection, &own.inspection),
            (&theirs.hazard, &own.hazard),
            (&theirs.list, &own.list),
            (&theirs.drill, &own.drill),
            (&theirs.activity, &own.activity),
            (&theirs.report, &own.report),
        ] {
            let nodes = ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", json!({ "i": [hidden, seen] })).await;
            assert_eq!(nodes["nodes"], json!([null, { "id": seen }]), "{login}");
        }
        let one = ask(
            "query($i: ID!, $h: ID!, $l: ID!) { inspection(id: $i) { id } hazard(id: $h) { id } responsibilityList(id: $l) { id } }",
            json!({ "i": theirs.inspection, "h": theirs.hazard, "l": theirs.list }),
        )
        .await;
        assert_eq!(one, json!({ "inspection": null, "hazard": null, "responsibilityList": null }), "{login}");
        let lists = "query($o: ID, $t: String, $p: ID, $i: ID) {
            inspections(filter: {organization: $o, text: $t, leader: $p}) { totalCount nodes { summary } } hazards(filter: {organization: $o, text: $t, inspection: $i}) { totalCount nodes { description } }
            responsibilityLists(filter: {organization: $o, text: $t, assignee: $p}) { totalCount nodes { title } } drills(filter: {organization: $o, text: $t}) { totalCount nodes { title } }
            activities(filter: {organization: $o, text: $t}) { totalCount nodes { title } } reports(filter: {organization: $o, text: $t}) { totalCount nodes { content } } }";
        for (variables, expected) in [
            (json!({ "o": theirs.enterprise }), 0),
            (json!({ "p": theirs.head, "i": theirs.inspection, "o": theirs.enterprise, "t": "机密" }), 0),
            (json!({ "t": "机密" }), 1),
            (json!({}), 1),
        ] {
            for (list, answer) in ask(lists, variables.clone()).await.as_object().unwrap() {
                assert_eq!((&answer["totalCount"], answer["nodes"].as_array().unwrap().len()), (&json!(expected), expected), "{login} {list} {variables}");
            }
        }
    }
    // By an edge: a regulator of one sector sees of an enterprise only what it may see.
    let edges = "{ organizations { nodes { name hazards { description } inspections { summary } responsibilityLists { title } } } }";
    let unit = server.ask(Some(&server.login("unit").await), edges, json!({})).await.data();
    let told: Vec<_> =
        unit["organizations"]["nodes"].as_array().unwrap().iter().filter(|node| node["hazards"] != json!([])).map(|node| node["name"].clone()).collect();
    assert_eq!(told, [json!("企业0")]);
    let office = server
        .ask(Some(&server.login("office").await), "{ hazards { totalCount } inspections { totalCount } responsibilityLists { totalCount } }", json!({}))
        .await
        .data();
    assert_eq!(office, json!({ "hazards": { "totalCount": 2 }, "inspections": { "totalCount": 2 }, "responsibilityLists": { "totalCount": 2 } }));
}

#[tokio::test]
async fn anothers_records_cannot_be_changed_and_the_refusal_does_not_say_that_they_exist() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let theirs = Things::of(&server, &town, 1).await;
    let (hazard, inspection) = (&theirs.hazard, &theirs.inspection);
    let plan = json!({ "responsible": "x", "measures": "x", "fundingYuan": 1, "deadline": "2023-08-01", "emergencyPlan": "x" });
    for login in ["village0", "head0", "unit"] {
        for (name, input) in [
            ("reportHazard", json!({ "organizationId": theirs.enterprise, "description": "x", "foundBy": "INSPECTION" })),
            ("gradeHazard", json!({ "hazardId": hazard, "grade": "GENERAL" })),
            ("fixHazardOnSpot", json!({ "hazardId": hazard, "rectification": "x" })),
            ("submitPlan", json!({ "hazardId": hazard, "plan": plan })),
            ("setHazardDeadline", json!({ "hazardId": hazard, "deadline": "2023-08-01" })),
            ("tellRegulator", json!({ "hazardId": hazard })),
            ("recordProgress", json!({ "hazardId": hazard, "text": "x" })),
            ("applyForAcceptance", json!({ "hazardId": hazard, "rectification": "x" })),
            ("acceptHazard", json!({ "hazardId": hazard, "password": PASSWORD })),
            ("rejectHazard", json!({ "hazardId": hazard, "reason": "x" })),
            ("grantExtension", json!({ "hazardId": hazard, "deadline": "2023-08-01", "reason": "x" })),
            ("amendInspection", json!({ "inspectionId": inspection, "summary": "x" })),
            ("signInspection", json!({ "inspectionId": inspection, "password": PASSWORD })),
            ("correctInspection", json!({ "inspectionId": inspection, "reason": "x" })),
            ("voidInspection", json!({ "inspectionId": inspection, "reason": "x" })),
            ("recordInspection", json!({ "organizationId": theirs.enterprise, "kind": "SELF_CHECK", "leaderId": theirs.head, "summary": "x" })),
            ("addPost", json!({ "listId": theirs.list, "post": { "kind": "HEAD", "title": "x", "duties": "x" } })),
            ("assignPost", json!({ "postId": theirs.post, "assigneeName": "x" })),
            ("acknowledgePost", json!({ "postId": theirs.post })),
            ("voidResponsibilityList", json!({ "listId": theirs.list, "reason": "x" })),
            ("reviewDrill", json!({ "drillId": theirs.drill, "review": "x" })),
            ("voidDrill", json!({ "drillId": theirs.drill, "reason": "x" })),
            ("voidActivity", json!({ "activityId": theirs.activity, "reason": "x" })),
            ("voidReport", json!({ "reportId": theirs.report, "reason": "x" })),
            ("correctReport", json!({ "reportId": theirs.report, "reason": "x", "noneFound": true, "password": PASSWORD })),
            ("reviewReport", json!({ "reportId": theirs.report, "password": PASSWORD })),
            ("recordDrill", json!({ "organizationId": theirs.enterprise, "title": "x", "scenario": "x", "participants": 1 })),
            ("suspendOrganization", json!({ "organizationId": theirs.enterprise, "reason": "x" })),
            ("createPerson", json!({ "organizationId": theirs.enterprise, "name": "x", "position": "STAFF" })),
        ] {
            let answer = change(&server, login, name, input, "").await;
            assert_eq!(answer["userErrors"], json!([{ "code": "NOT_FOUND" }]), "{login} {name}");
        }
    }
    let visitor =
        server.ask(None, "mutation($h: ID!) { acceptHazard(input: {hazardId: $h, password: \"x\"}) { userErrors { code } } }", json!({ "h": hazard })).await;
    assert_eq!(visitor.code(), "UNAUTHENTICATED");
}
