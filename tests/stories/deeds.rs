//! What people of the stories do and ask, by the API.

use redline_tests::{PASSWORD, Town};
use serde_json::{Value, json};

/// Records an inspection that somebody led, and signs it.
pub async fn inspect(town: &mut Town, who: &str, organization: &str, kind: &str, leader: &str, on: &str) -> String {
    let id = draft_inspection(town, who, organization, kind, leader, on).await;
    let sign = "mutation($input: SignInspectionInput!) { signInspection(input: $input) { inspection { state } userErrors { code field message clause } } }";
    let signed = town.change(who, sign, json!({ "input": { "inspectionId": id, "password": PASSWORD } })).await;
    assert_eq!(signed["signInspection"]["inspection"]["state"], "SIGNED");
    id
}

/// Records an inspection and leaves it unsigned.
pub async fn draft_inspection(town: &mut Town, who: &str, organization: &str, kind: &str, leader: &str, on: &str) -> String {
    let record = "mutation($input: RecordInspectionInput!) { recordInspection(input: $input) { inspection { id } userErrors { code field message clause } } }";
    let input = json!({
        "organizationId": town.bodies.organization(organization),
        "kind": kind,
        "leaderId": town.bodies.person(leader),
        "occurredOn": on,
        "summary": "检查了储罐区、装卸区和消防设施。",
    });
    let recorded = town.change(who, record, json!({ "input": input })).await;
    recorded["recordInspection"]["inspection"]["id"].as_str().expect("an id").to_owned()
}

/// Records a drill with its review.
pub async fn drill(town: &mut Town, who: &str, organization: &str, on: &str) {
    let record = "mutation($input: RecordDrillInput!) { recordDrill(input: $input) { drill { id } userErrors { code field message clause } } }";
    let input = json!({
        "organizationId": town.bodies.organization(organization),
        "title": "储罐泄漏应急演练",
        "scenario": "一号储罐阀门泄漏，人员疏散并堵漏。",
        "occurredOn": on,
        "participants": 36,
        "review": "疏散用时符合预案要求，堵漏器材需补充两套。",
    });
    town.change(who, record, json!({ "input": input })).await;
}

/// The windows of a rule of an organization, as somebody sees them.
pub async fn windows(town: &mut Town, who: &str, organization: &str, rule: &str) -> Vec<Value> {
    let query = "query($filter: WindowFilter!) { windows(filter: $filter, orderBy: DUE_ON_ASC, first: 100) { nodes {
        id opensOn closesOn dueOn status fulfilledOn recordedLate explain { sentences clauses } } } }";
    let filter = json!({ "organization": town.bodies.organization(organization), "rule": [rule] });
    let data = town.data(who, query, json!({ "filter": filter })).await;
    data["windows"]["nodes"].as_array().expect("a list").clone()
}

/// The window of a rule that closes on a day.
pub async fn window(town: &mut Town, who: &str, organization: &str, rule: &str, closes_on: &str) -> Value {
    let windows = windows(town, who, organization, rule).await;
    windows.iter().find(|window| window["closesOn"] == closes_on).unwrap_or_else(|| panic!("no window of {rule} closes on {closes_on}: {windows:#?}")).clone()
}
