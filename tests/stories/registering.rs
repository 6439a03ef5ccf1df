//! A safety office builds its township through the API alone.

use redline_tests::Town;
use serde_json::json;

use crate::deeds::windows;

#[tokio::test]
async fn the_safety_office_registers_a_village_and_an_enterprise_that_at_once_knows_what_it_owes() {
    let mut town = Town::on("2023-08-01").await;
    let create =
        "mutation($input: CreateJurisdictionInput!) { createJurisdiction(input: $input) { jurisdiction { path kind } userErrors { code field message } } }";
    let place = json!({ "parentPath": "/wushen/wushenzhao/", "name": "巴音陶勒盖嘎查", "code": "bayintaolegai" });
    let created = town.change("office.head", create, json!({ "input": place })).await;
    assert_eq!(created["createJurisdiction"]["jurisdiction"], json!({ "path": "/wushen/wushenzhao/bayintaolegai/", "kind": "VILLAGE" }));
    // The same code again, and by somebody who may not.
    assert_eq!(town.refused("office.head", create, json!({ "input": place })).await[0]["code"], "CODE_TAKEN");
    assert_eq!(town.refused("village.head", create, json!({ "input": place })).await[0]["code"], "NOT_FOUND");

    let register =
        "mutation($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id } userErrors { code field message } } }";
    let village = json!({ "kind": "VILLAGE", "name": "巴音陶勒盖嘎查", "jurisdictionPath": "/wushen/wushenzhao/bayintaolegai/", "sectors": [], "joinedOn": "2023-08-01" });
    let village = town.change("office.head", register, json!({ "input": village })).await["registerOrganization"]["organization"]["id"].clone();
    let register = "mutation($input: RegisterEnterpriseInput!) { registerEnterprise(input: $input) { organization { id } userErrors { code field message } } }";
    let mut enterprise =
        json!({ "name": "新燃气有限公司", "creditCode": "911506260000000000", "villageId": village, "sectors": ["GAS"], "joinedOn": "2023-08-01" });
    assert_eq!(town.refused("office.head", register, json!({ "input": enterprise })).await[0]["code"], "BAD_CREDIT_CODE");
    enterprise["creditCode"] = redline_domain::UnifiedSocialCreditCode::make("91150626MA0N0077").expect("a code").to_string().into();
    let id = town.change("office.head", register, json!({ "input": enterprise })).await["registerEnterprise"]["organization"]["id"]
        .as_str()
        .expect("an id")
        .to_owned();

    // Who joins late has fourteen days for what the others owed by 07-31, the first day included.
    let query = "query($id: ID!) { windows(filter: { organization: $id, rule: [\"E01\", \"E05\"] }, orderBy: DUE_ON_ASC, first: 10) { nodes { rule { code } opensOn dueOn } } }";
    let owed = town.data("office.head", query, json!({ "id": id })).await;
    assert_eq!(
        owed["windows"]["nodes"],
        json!([
            { "rule": { "code": "E01" }, "opensOn": "2023-08-01", "dueOn": "2023-08-14" },
            { "rule": { "code": "E05" }, "opensOn": "2023-07-01", "dueOn": "2023-09-30" },
            { "rule": { "code": "E05" }, "opensOn": "2023-10-01", "dueOn": "2023-12-31" },
        ])
    );
    assert_eq!(windows(&mut town, "neighbour.head", "stranger", "E05").await.len(), 3);
    town.end().await;
}
