//! Reports and figures by the API: tables that are filled in, declarations, corrections, contacts, bulletins, the list of major hazards.

use crate::support::{PASSWORD, Server, Town, day, type_id};
use redline_domain::{FoundBy, HazardGrade, ids::Noun};
use redline_ledger::hazard::{self, GradeInput, NewHazard};
use serde_json::{Value, json};

async fn change(server: &Server, who: &str, name: &str, input: Value, fields: &str) -> Value {
    let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
    let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field }} }} }}");
    server.ask(Some(&server.login(who).await), &query, json!({ "input": input })).await.data()[name].clone()
}

async fn ask(server: &Server, who: &str, query: &str, variables: Value) -> Value {
    server.ask(Some(&server.login(who).await), query, variables).await.data()
}

/// Major hazards of the first enterprise, by the program.
async fn majors(server: &Server, town: &Town, number: usize) {
    let ctx = server.operator();
    let db = server.app.db.begin().await.expect("a transaction");
    for at in 0..number {
        let new = NewHazard {
            organization: town.enterprises[0],
            description: format!("重大隐患{at}"),
            location: None,
            sector: None,
            found_by: FoundBy::SelfCheck,
            found_on: day("2023-05-22"),
            finding: None,
        };
        let id = hazard::report(&db, &ctx, new).await.expect("reported").id;
        let grade = GradeInput { grade: HazardGrade::Major, criterion: Some("HAZCHEM-2017/2".to_owned()), reason: String::new(), no_criterion_found: false };
        hazard::grade(&db, &ctx, id, grade).await.expect("graded");
    }
    db.commit().await.expect("committed");
}

const COUNTS: &str = "enterprises checked { due done percent } major { selfCheck { found rectified rate } inspection { found } } tips unit { inspected enforcement { finesWanYuan } }";

#[tokio::test]
async fn a_weekly_table_is_filled_in_submitted_reviewed_and_corrected() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    majors(&server, &town, 1).await;
    let village = type_id(Noun::Organization, town.villages[0]);
    let query = format!(
        "query($o: ID!, $d: Date) {{ progressTable(organizationId: $o, periodOn: $d) {{ name kind from until mobilised period {{ {COUNTS} }} cumulative {{ {COUNTS} }} }} }}"
    );
    let variables = json!({ "o": village, "d": "2023-05-23" });
    let draft = ask(&server, "village0", &query, variables.clone()).await["progressTable"].clone();
    assert_eq!((&draft["from"], &draft["until"], &draft["mobilised"]), (&json!("2023-05-22"), &json!("2023-05-28"), &json!(false)));
    let expected = json!({
        "enterprises": 1, "checked": { "due": 1, "done": 0, "percent": "0.0%" }, "tips": 0, "unit": null,
        "major": { "selfCheck": { "found": 1, "rectified": 0, "rate": 0.0 }, "inspection": { "found": 0 } },
    });
    assert_eq!((&draft["period"], &draft["cumulative"]), (&expected, &expected));
    let hidden = server.ask(Some(&server.login("head0").await), &query, variables).await;
    assert_eq!(hidden.code(), "NOT_FOUND");

    let fields = "report { id state content sealIntact reviewedBy { name } corrects { id } correctedBy { id } firstSubmittedAt signatures { act signerName signedAs } \
        figures { __typename ... on ProgressTable { name cumulative { major { selfCheck { found } } } } } countsFor { ruleCode status } }";
    let input = json!({ "organizationId": village, "kind": "PROGRESS_TABLE", "periodOn": "2023-05-23", "password": "wrong" });
    let wrong = change(&server, "village0", "submitReport", input.clone(), fields).await;
    assert_eq!(wrong, json!({ "report": null, "userErrors": [{ "code": "WRONG_PASSWORD", "field": "password" }] }));
    let mut input = input;
    input["password"] = json!(PASSWORD);
    let report = change(&server, "village0", "submitReport", input, fields).await["report"].clone();
    assert_eq!(report["figures"], json!({ "__typename": "ProgressTable", "name": "嘎查0", "cumulative": { "major": { "selfCheck": { "found": 1 } } } }));
    assert_eq!((&report["content"], &report["sealIntact"], &report["signatures"][0]["act"]), (&json!(""), &json!(true), &json!("REPORT_SUBMITTED")));
    assert_eq!(report["countsFor"], json!([{ "ruleCode": "V04", "status": "FULFILLED_LATE" }]));
    let own = change(&server, "village0", "reviewReport", json!({ "reportId": report["id"], "password": PASSWORD }), fields).await;
    assert_eq!(own["userErrors"][0]["code"], "REVIEWER_SUBMITTED");

    let input = json!({ "reportId": report["id"], "content": "请协调消防车道", "reason": "补充协调事项", "password": PASSWORD, "requestId": "once" });
    let newer = change(&server, "village0", "correctReport", input.clone(), fields).await["report"].clone();
    assert_eq!(change(&server, "village0", "correctReport", input, fields).await["report"], newer, "once");
    assert_eq!((&newer["corrects"]["id"], &newer["content"], &newer["sealIntact"]), (&report["id"], &json!("请协调消防车道"), &json!(true)));
    let query = "query($i: [ID!]!) { nodes(ids: $i) { ... on Report { state voidedReason correctedBy { id } } } }";
    let old = ask(&server, "office", query, json!({ "i": [report["id"]] })).await["nodes"][0].clone();
    assert_eq!(old, json!({ "state": "VOIDED", "voidedReason": "补充协调事项", "correctedBy": { "id": newer["id"] } }));
    for (name, input) in [
        ("correctReport", json!({ "reportId": newer["id"], "reason": "x", "password": PASSWORD })),
        ("reviewReport", json!({ "reportId": newer["id"], "password": PASSWORD })),
    ] {
        assert_eq!(change(&server, "village1", name, input, "").await["userErrors"][0]["code"], "NOT_FOUND");
    }
}

#[tokio::test]
async fn a_declaration_is_checked_against_the_ledger() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let declare = async |who: &str, at: usize, none_found: bool| {
        let organization = type_id(Noun::Organization, town.enterprises[at]);
        let input = json!({ "organizationId": organization, "kind": "HAZARD_LEDGER", "noneFound": none_found, "password": PASSWORD });
        change(&server, who, "submitReport", input, "report { noneFound figures { ... on LedgerDeclaration { general major majorOpen ungraded } } }").await
    };
    let none = declare("head1", 1, true).await["report"].clone();
    assert_eq!(none, json!({ "noneFound": true, "figures": { "general": 0, "major": 0, "majorOpen": 0, "ungraded": 0 } }));
    majors(&server, &town, 2).await;
    assert_eq!(declare("head0", 0, true).await["userErrors"], json!([{ "code": "LEDGER_HAS_HAZARDS", "field": "noneFound" }]));
    assert_eq!(declare("head0", 0, false).await["report"]["figures"]["major"], 2);
    assert_eq!(declare("head1", 1, false).await["userErrors"], json!([{ "code": "NOTHING_TO_DECLARE", "field": "noneFound" }]));
}

#[tokio::test]
async fn contacts_are_for_the_organ_and_those_who_watch_over_it() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let contacts = json!({
        "deputyName": "王强", "deputyTitle": "副主任", "deputyPhone": "0477-7581234",
        "contactName": "赵敏", "contactTitle": "安全员", "contactMobile": "13900000002", "contactEmail": "contact@example.cn",
    });
    for at in 0..2 {
        let village = type_id(Noun::Organization, town.villages[at]);
        let input = json!({ "organizationId": village, "kind": "CONTACTS", "content": "已动员部署。", "contacts": contacts, "password": PASSWORD });
        let mut lacking = input.clone();
        lacking["contacts"] = json!({ "deputyName": "王强" });
        let who = ["village0", "village1"][at];
        let refused = change(&server, who, "submitReport", lacking, "").await;
        assert_eq!(refused["userErrors"].as_array().unwrap().len(), 6, "each missing one is named");
        assert_eq!(refused["userErrors"][0], json!({ "code": "CONTACT_MISSING", "field": "contacts.deputyTitle" }));
        assert_eq!(change(&server, who, "submitReport", input, "report { id }").await["userErrors"], json!([]));
    }
    let query = "{ contacts(first: 10) { totalCount nodes { organization { name } submittedOn contacts { contactName contactMobile } } } }";
    let seen = ask(&server, "office", query, json!({})).await["contacts"].clone();
    assert_eq!((&seen["totalCount"], &seen["nodes"][0]["contacts"]), (&json!(2), &json!({ "contactName": "赵敏", "contactMobile": "13900000002" })));
    for (who, number) in [("village0", 1), ("unit", 0), ("head0", 0)] {
        assert_eq!(ask(&server, who, query, json!({})).await["contacts"]["totalCount"], number, "{who}");
    }
}

#[tokio::test]
async fn a_bulletin_is_drafted_by_the_office_and_circulated_to_everybody_once_it_is_submitted() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    majors(&server, &town, 1).await;
    let draft = "{ bulletin(month: \"2023-06-10\") { from until villages { name } units { name } sectors { label } overdueDuties { total rows { organization rule dueOn } } villagesByCoverage { place name share { rate } } text } statistics(week: \"2023-06-10\") { villages { name } period { enterprises } text } }";
    let office = ask(&server, "office", draft, json!({})).await;
    assert_eq!(office["bulletin"]["villages"], json!([{ "name": "嘎查0" }, { "name": "嘎查1" }]));
    assert_eq!(office["statistics"]["period"]["enterprises"], 2);
    assert!(office["bulletin"]["text"].as_str().unwrap().starts_with("Monthly bulletin on rectification, 2023-06-01 to 2023-06-30\n"));
    let village = ask(&server, "village0", draft, json!({})).await;
    assert_eq!((&village["bulletin"]["villages"], &village["statistics"]["period"]["enterprises"]), (&json!([{ "name": "嘎查0" }]), &json!(1)), "its own row");
    let enterprise = ask(&server, "head1", draft, json!({})).await;
    assert_eq!(enterprise["bulletin"]["villages"], json!([]));

    let reports = "{ reports(filter: {kind: [BULLETIN]}) { totalCount nodes { organization { name } bulletinText figures { ... on MonthlyBulletin { villages { name } } } } } }";
    assert_eq!(ask(&server, "head1", reports, json!({})).await["reports"]["totalCount"], 0);
    let input = json!({ "organizationId": type_id(Noun::Organization, town.office), "kind": "BULLETIN", "periodOn": "2023-06-30", "password": PASSWORD });
    let id = change(&server, "office", "submitReport", input, "report { id }").await["report"]["id"].clone();
    let seen = ask(&server, "head1", reports, json!({})).await["reports"].clone();
    assert_eq!((&seen["totalCount"], &seen["nodes"][0]["organization"]), (&json!(1), &Value::Null), "the bulletin, and no more of the office");
    assert_eq!(seen["nodes"][0]["figures"]["villages"], json!([{ "name": "嘎查0" }, { "name": "嘎查1" }]));
    assert!(seen["nodes"][0]["bulletinText"].as_str().unwrap().contains("嘎查1"));
    change(&server, "office", "voidReport", json!({ "reportId": id, "reason": "有误" }), "").await;
    assert_eq!(ask(&server, "head1", reports, json!({})).await["reports"]["totalCount"], 0, "what is voided is not circulated");
}

#[tokio::test]
async fn the_list_of_major_hazards_has_its_columns_and_costs_the_same_for_ten_and_two_hundred() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    majors(&server, &town, 10).await;
    let query = "query($after: String, $first: Int) { majorHazardList(first: $first, after: $after) { totalCount pageInfo { endCursor } nodes {
        number enterprise village sectors description basis foundBy foundOn inspectors responsible measures fundsWanYuan deadlineOn emergencyPlan toldRegulatorOn
        regulators { unit responsible } suspended supervisionLevel supervisionBody progress accepter conclusion closedOn extensions remark } } }";
    let page = ask(&server, "office", query, json!({ "first": 4 })).await["majorHazardList"].clone();
    assert_eq!(page["totalCount"], 10);
    let row = &page["nodes"][0];
    assert_eq!((&row["number"], &row["enterprise"], &row["village"]), (&json!(1), &json!("企业0"), &json!("嘎查0")));
    assert_eq!(
        (&row["regulators"], &row["progress"], &row["extensions"]),
        (&json!([{ "unit": "应急管理办", "responsible": null }]), &json!("Graded"), &json!(0))
    );
    assert!(row["basis"].as_str().unwrap().contains("HAZCHEM-2017/2"), "{row}");
    let next = ask(&server, "office", query, json!({ "first": 4, "after": page["pageInfo"]["endCursor"] })).await["majorHazardList"].clone();
    assert_eq!(next["nodes"][0]["number"], 5, "the number in the whole list");
    for (who, number) in [("head1", 0), ("village1", 0), ("unit", 10)] {
        assert_eq!(ask(&server, who, query, json!({ "first": 4 })).await["majorHazardList"]["totalCount"], number, "{who}");
    }
    let office = server.login("office").await;
    let few = server.statements(&office, query, json!({ "first": 100 })).await;
    majors(&server, &town, 190).await;
    assert_eq!(server.statements(&office, query, json!({ "first": 100 })).await, few);
}
