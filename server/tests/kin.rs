//! Criteria as data, similar and recurring hazards, and their counts, by the API.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Server, Town, type_id};
use chrono::Duration;
use redline_domain::{criteria, ids::Noun};
use redline_ledger::{Context, criterion};
use serde_json::{Value, json};

const TSV: &str = "standard_code\tstandard_title\tdocument_number\teffective_from\tarticle\titem\tsector\ttext\tnote\tsuperseded_by\teffective_to\n\
    XF-2023\t消防判定标准\t测字〔2023〕1号\t2023-07-01\t2\t1\t消防\t疏散通道被占用。\t限于人员密集场所。\tXF-2024\t2023-12-31\n";

async fn import(server: &Server) {
    let ctx: Context = server.operator();
    let txn = server.app.db.begin().await.unwrap();
    criterion::import(&txn, &ctx, &criteria::parse(TSV).unwrap()).await.unwrap();
    txn.commit().await.unwrap();
}

async fn report(server: &Server, town: &Town, who: &str, found_by: &str, description: &str) -> Value {
    let query = "mutation($i: ReportHazardInput!) { reportHazard(input: $i) { hazard { id foundBy foundByOrganization { name organization { name } } recurrenceOf { id } } \
         similar { score why hazard { id description } } userErrors { code } } }";
    let input = json!({ "organizationId": type_id(Noun::Organization, town.enterprises[0]), "description": description, "location": "一号厂房", "foundBy": found_by, "foundOn": "2023-07-04" });
    server.clock.advance(Duration::seconds(1));
    let token = server.login(who).await;
    let answer = server.ask(Some(&token), query, json!({ "i": input })).await.data()["reportHazard"].clone();
    assert_eq!(answer["userErrors"], json!([]), "{answer}");
    answer
}

#[tokio::test]
async fn imported_criteria_are_searched_cited_and_shown() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    import(&server).await;
    let search = "query($t: String) { criteria(filter: {text: $t}) { totalCount nodes { code effectiveTo supersededBy note sector } } }";
    let found = server.ask(None, search, json!({ "t": "通道 占用" })).await.data()["criteria"].clone();
    let shown = json!({ "code": "XF-2023/2/1", "effectiveTo": "2023-12-31", "supersededBy": "XF-2024", "note": "限于人员密集场所。", "sector": "FIRE_SAFETY" });
    assert_eq!(found, json!({ "totalCount": 1, "nodes": [shown] }));
    let id = report(&server, &town, "head0", "SELF_CHECK", "疏散通道堆放杂物").await["hazard"]["id"].clone();
    let grade =
        "mutation($i: GradeHazardInput!) { gradeHazard(input: $i) { hazard { grade noCriterionFound criterion { code note } } userErrors { code field } } }";
    let head = server.login("head0").await;
    let both = json!({ "hazardId": id, "grade": "MAJOR", "criterion": "XF-2023/2/1", "noCriterionFound": true });
    let refused = server.ask(Some(&head), grade, json!({ "i": both })).await.data()["gradeHazard"]["userErrors"].clone();
    assert_eq!(refused, json!([{ "code": "CRITERION_FOUND", "field": "criterion" }]));
    let general = json!({ "hazardId": id, "grade": "GENERAL", "noCriterionFound": true });
    let graded = server.ask(Some(&head), grade, json!({ "i": general })).await.data()["gradeHazard"]["hazard"].clone();
    assert_eq!(graded, json!({ "grade": "GENERAL", "noCriterionFound": true, "criterion": null }));
    let major = json!({ "hazardId": id, "grade": "MAJOR", "criterion": "XF-2023/2/1" });
    let graded = server.ask(Some(&head), grade, json!({ "i": major })).await.data()["gradeHazard"]["hazard"].clone();
    assert_eq!(graded, json!({ "grade": "MAJOR", "noCriterionFound": false, "criterion": { "code": "XF-2023/2/1", "note": "限于人员密集场所。" } }));
}

#[tokio::test]
async fn a_grading_says_general_or_major_and_never_that_there_is_no_hazard() {
    let server = Server::start().await;
    let query = "{ grade: __type(name: \"HazardGrade\") { enumValues { name } } input: __type(name: \"GradeHazardInput\") { inputFields { name } } }";
    let schema = server.ask(None, query, json!({})).await.data();
    let names = |list: &Value| list.as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&schema["grade"]["enumValues"]), ["GENERAL", "MAJOR"]);
    assert_eq!(names(&schema["input"]["inputFields"]), ["hazardId", "grade", "criterion", "reason", "noCriterionFound", "requestId"]);
}

#[tokio::test]
async fn similar_hazards_are_shown_before_and_after_a_new_one_is_entered_to_who_may_see_them() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let first = report(&server, &town, "head0", "SELF_CHECK", "可燃气体报警器失效").await;
    assert_eq!((&first["similar"], &first["hazard"]["foundByOrganization"]), (&json!([]), &Value::Null));
    let second = report(&server, &town, "unit", "INSPECTION", "可燃气体报警器已失效").await;
    assert_eq!(second["hazard"]["foundByOrganization"]["name"], "应急管理办");
    assert_eq!(second["similar"][0]["hazard"]["description"], "可燃气体报警器失效");
    assert!(second["similar"][0]["score"].as_f64().unwrap() > 0.8 && second["similar"][0]["why"].as_str().unwrap().ends_with("the same place"), "{second}");

    let query = "query($o: ID!) { similarHazards(organizationId: $o, description: \"可燃气体报警器失效\", location: \"一号厂房\") { score hazard { id } } }";
    let about = json!({ "o": type_id(Noun::Organization, town.enterprises[0]) });
    for (who, shown) in [("head0", 2), ("office", 2), ("village0", 2), ("head1", 0), ("village1", 0)] {
        let token = server.login(who).await;
        let similar = server.ask(Some(&token), query, about.clone()).await.data()["similarHazards"].clone();
        assert_eq!(similar.as_array().unwrap().len(), shown, "{who}");
    }
    assert_eq!(server.ask(None, query, about).await.code(), "UNAUTHENTICATED");
    let filter = "query($o: ID!) { hazards(filter: {foundByOrganization: $o}) { totalCount } again: hazards(filter: {recurrence: true}) { totalCount } new: hazards(filter: {recurrence: false}) { totalCount } }";
    let office = server.login("office").await;
    let found = server.ask(Some(&office), filter, json!({ "o": type_id(Noun::Organization, town.unit) })).await.data();
    assert_eq!(found, json!({ "hazards": { "totalCount": 1 }, "again": { "totalCount": 0 }, "new": { "totalCount": 2 } }));
}

#[tokio::test]
async fn hazards_are_counted_by_how_they_were_found_and_by_grade() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    report(&server, &town, "head0", "SELF_CHECK", "可燃气体报警器失效").await;
    report(&server, &town, "unit", "INSPECTION", "配电箱敞开").await;
    let query = "query($o: ID, $f: Date) { hazardCounts(organization: $o, from: $f, until: \"2023-07-31\") { foundBy grade found rectified } }";
    let token = server.login("office").await;
    let count = async |organization: usize, from: &str| {
        let variables = json!({ "o": type_id(Noun::Organization, town.enterprises[organization]), "f": from });
        let rows = server.ask(Some(&token), query, variables).await.data()["hazardCounts"].clone();
        assert_eq!(rows.as_array().unwrap().len(), 12);
        rows.as_array().unwrap().iter().filter(|row| row["found"] != 0).map(|row| row["foundBy"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(count(0, "2023-07-04").await, ["SELF_CHECK", "INSPECTION"]);
    assert!(count(0, "2023-07-05").await.is_empty());
    assert!(count(1, "2023-07-04").await.is_empty());
}

#[tokio::test]
async fn criteria_kin_and_finders_of_a_list_cost_the_same_for_few_and_for_many() {
    let mut counts = Vec::new();
    for rows in [5, 40] {
        let server = Server::start().await;
        let town = Town::found(&server).await;
        import(&server).await;
        let mut first = Value::Null;
        for at in 0..rows {
            first = report(&server, &town, "unit", "INSPECTION", &format!("{at} 号可燃气体报警器失效")).await["hazard"]["id"].clone();
        }
        let head = server.login("head0").await;
        let grade = "mutation($i: GradeHazardInput!) { gradeHazard(input: $i) { userErrors { code } } }";
        let input = json!({ "hazardId": first, "grade": "MAJOR", "criterion": "XF-2023/2/1" });
        assert_eq!(server.ask(Some(&head), grade, json!({ "i": input })).await.data()["gradeHazard"]["userErrors"], json!([]));
        let query = "{ hazards(first: 100) { nodes { criterion { code } foundByOrganization { name organization { name } } recurrenceOf { id } recurrences { id } similar { score why } } } }";
        counts.push(server.statements(&server.login("office").await, query, json!({})).await);
    }
    assert_eq!(counts[0], counts[1]);
}
