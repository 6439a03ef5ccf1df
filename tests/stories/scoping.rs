//! What one may not see is as if it did not exist, by whichever door.

use redline_tests::{PASSWORD, Town};
use serde_json::{Value, json};

use crate::deeds::inspect;

#[tokio::test]
async fn a_village_cannot_see_another_villages_enterprise_by_any_door() {
    let mut town = Town::on("2023-06-12").await;
    let inspection = inspect(&mut town, "stranger.head", "stranger", "HEAD_LED", "stranger.head", "2023-06-09").await;
    let report = "mutation($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id } userErrors { code message } } }";
    let input =
        json!({ "organizationId": town.bodies.organization("stranger"), "description": "配电箱无防护", "foundBy": "SELF_CHECK", "foundOn": "2023-06-09" });
    let hazard = town.change("stranger.head", report, json!({ "input": input })).await["reportHazard"]["hazard"]["id"].clone();
    let stranger = town.bodies.organization("stranger");

    // By node, by root field, by filter.
    let nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    let data = town.data("village.head", nodes, json!({ "ids": [stranger, inspection, hazard, town.bodies.person("stranger.head")] })).await;
    assert_eq!(data["nodes"], json!([null, null, null, null]));
    let roots = "query($id: ID!) { organization(id: $id) { name }
        windows(filter: { organization: $id }) { totalCount nodes { id } }
        inspections(filter: { organization: $id }) { totalCount nodes { id } }
        hazards(filter: { organization: $id }) { totalCount nodes { id } }
        enterprises(filter: { text: \"远山\" }) { totalCount nodes { id } } }";
    let data = town.data("village.head", roots, json!({ "id": stranger })).await;
    assert_eq!(data["organization"], Value::Null);
    for list in ["windows", "inspections", "hazards", "enterprises"] {
        assert_eq!(data[list], json!({ "totalCount": 0, "nodes": [] }), "{list}");
    }

    // By its own lists, and by what it is mailed.
    let own = "{ enterprises(first: 100) { totalCount nodes { name } } compliance(groupBy: VILLAGE) { label } hazards(first: 100) { nodes { id } } overdue { windows(first: 100) { nodes { organization { name } } } } }";
    let told = town.data("village.head", own, json!({})).await.to_string();
    assert!(told.contains("蓝湖化工") && !told.contains("远山建材") && !told.contains("乌兰图"), "{told}");

    // By changing it.
    let grade = "mutation($input: GradeHazardInput!) { gradeHazard(input: $input) { hazard { id } userErrors { code } } }";
    let refused = town.refused("village.head", grade, json!({ "input": { "hazardId": hazard, "grade": "GENERAL" } })).await;
    assert_eq!(refused, json!([{ "code": "NOT_FOUND" }]));
    let sign = "mutation($input: SignInspectionInput!) { signInspection(input: $input) { inspection { id } userErrors { code } } }";
    assert_eq!(
        town.refused("village.head", sign, json!({ "input": { "inspectionId": inspection, "password": PASSWORD } })).await,
        json!([{ "code": "NOT_FOUND" }])
    );

    // Its own village sees it all.
    let data = town.data("neighbour.head", roots, json!({ "id": stranger })).await;
    assert_eq!(
        (data["organization"]["name"].as_str(), data["hazards"]["totalCount"].as_i64(), data["inspections"]["totalCount"].as_i64()),
        (Some("远山建材有限公司"), Some(1), Some(1))
    );

    town.pass_to("2023-07-14").await;
    let mails: Vec<&str> = town.mails.iter().filter(|received| received.mail.to.starts_with("village.")).map(|received| received.mail.text.as_str()).collect();
    assert!(!mails.is_empty() && mails.iter().all(|text| !text.contains("远山建材")), "a mail to the village speaks of another's enterprise");
    town.end().await;
}

#[tokio::test]
async fn a_visitor_sees_the_rules_and_nothing_of_anybody() {
    let mut town = Town::on("2023-06-12").await;
    let answer = town.ask(None, "{ rules { code title } viewer { person { name } } }", json!({})).await;
    assert_eq!(answer["data"]["viewer"], Value::Null);
    assert_eq!(answer["data"]["rules"].as_array().map(Vec::len), Some(40));
    for list in ["windows", "hazards", "inspections", "organizations", "notices", "ledgerEvents"] {
        let answer = town.ask(None, &format!("{{ {list}(first: 5) {{ nodes {{ id }} }} }}"), json!({})).await;
        let nodes = &answer["data"][list]["nodes"];
        assert!(answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED" || *nodes == json!([]), "{list}: {answer:#}");
    }
    town.end().await;
}
