//! What is sent by itself: to whom, over which server, and what else a client may do on its connection.

mod cells;
mod changes;
mod leaving;
mod protocol;
mod servers;
mod slow;

use redline_tests::Town;
use serde_json::json;

const HAZARDS: &str = "subscription($of: ID) { hazardChanged(organization: $of) { description state organization { name } } }";

/// Reports a hazard as the safety officer of an enterprise.
async fn report(town: &mut Town, enterprise: &str, description: &str) -> String {
    let query = "mutation($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id } userErrors { code field message } } }";
    let input = json!({ "organizationId": town.bodies.organization(enterprise), "description": description, "foundBy": "SELF_CHECK", "foundOn": "2023-06-09" });
    let data = town.change(&format!("{enterprise}.officer"), query, json!({ "input": input })).await;
    data["reportHazard"]["hazard"]["id"].as_str().expect("an id").to_owned()
}
