//! A major hazard from its report to its closing, and the mails on the way.

use redline_tests::{PASSWORD, Town, day};
use serde_json::{Value, json};

async fn step(town: &mut Town, who: &str, mutation: &str, input: Value) -> String {
    let (name, kind) = (mutation, format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]));
    let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ hazard {{ id state }} userErrors {{ code field message clause }} }} }}");
    let data = town.change(who, &query, json!({ "input": input })).await;
    data[name]["hazard"]["state"].as_str().expect("a state").to_owned()
}

async fn reported(town: &mut Town) -> String {
    let query = "mutation($input: ReportHazardInput!) { reportHazard(input: $input) { hazard { id } userErrors { code field message } } }";
    let input = json!({ "organizationId": town.bodies.organization("plant"), "description": "罐区可燃气体报警器失效", "location": "一号罐区", "foundBy": "SELF_CHECK", "foundOn": "2023-06-12" });
    town.change("plant.officer", query, json!({ "input": input })).await["reportHazard"]["hazard"]["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_major_hazard_is_driven_from_report_to_closing() {
    let mut town = Town::on("2023-06-12").await;
    let id = reported(&mut town).await;
    let grading = json!({ "hazardId": id, "grade": "MAJOR", "reason": "罐区报警系统整体失效，可能导致群死群伤" });
    assert_eq!(step(&mut town, "regulator.head", "gradeHazard", grading).await, "GRADED");
    assert_eq!(step(&mut town, "plant.officer", "tellRegulator", json!({ "hazardId": id })).await, "GRADED");

    // A plan lacks an element: refused by its name.
    let plan = |emergency: &str| json!({ "hazardId": id, "plan": { "responsible": "孙建国", "measures": "更换全部报警器并联锁", "fundingYuan": 120_000, "deadline": "2023-07-05", "emergencyPlan": emergency } });
    let submit = "mutation($input: SubmitPlanInput!) { submitPlan(input: $input) { hazard { state } userErrors { code field message clause } } }";
    let refused = town.refused("plant.officer", submit, json!({ "input": plan("") })).await;
    assert_eq!(refused.as_array().map(Vec::len), Some(1));
    assert!(refused[0]["field"].as_str().is_some_and(|field| field.ends_with("emergencyPlan")), "{refused:#}");
    assert_eq!(refused[0]["clause"], "2.1.1");
    assert_eq!(step(&mut town, "plant.officer", "submitPlan", plan("罐区停用，专人值守，配便携报警器")).await, "PLANNED");
    assert_eq!(step(&mut town, "plant.officer", "recordProgress", json!({ "hazardId": id, "text": "已采购，开始安装" })).await, "RECTIFYING");

    // The deadline passes: the newly overdue major hazard is told in a mail of its own.
    town.pass_to("2023-07-06").await;
    let alone: Vec<_> = town
        .mails
        .iter()
        .filter(|received| received.on == day("2023-07-06") && received.mail.to == "plant.head@example.cn" && received.mail.text.contains("报警器"))
        .collect();
    assert_eq!(alone.len(), 1, "{alone:#?}");
    insta::assert_snapshot!("hazard_overdue_mail", format!("Subject: {}\n\n{}", alone[0].mail.subject, alone[0].mail.text));

    assert_eq!(
        step(&mut town, "plant.officer", "applyForAcceptance", json!({ "hazardId": id, "rectification": "全部更换并调试合格", "rectifiedOn": "2023-07-06" }))
            .await,
        "AWAITING_ACCEPTANCE"
    );
    // The enterprise itself may not accept a major hazard.
    let accept = "mutation($input: AcceptHazardInput!) { acceptHazard(input: $input) { hazard { state } userErrors { code field message clause } } }";
    assert_ne!(town.refused("plant.head", accept, json!({ "input": { "hazardId": id, "password": PASSWORD } })).await, json!([]));
    assert_eq!(step(&mut town, "regulator.head", "rejectHazard", json!({ "hazardId": id, "reason": "二号探头未联锁" })).await, "RECTIFYING");
    assert_eq!(
        step(&mut town, "plant.officer", "applyForAcceptance", json!({ "hazardId": id, "rectification": "二号探头已联锁", "rectifiedOn": "2023-07-06" })).await,
        "AWAITING_ACCEPTANCE"
    );
    assert_eq!(step(&mut town, "regulator.head", "acceptHazard", json!({ "hazardId": id, "password": PASSWORD })).await, "CLOSED");

    let query = "query($id: ID!) { hazard(id: $id) { state grade foundBy closedOn timeline { action } } }";
    let told = town.data("office.head", query, json!({ "id": id })).await;
    assert_eq!((told["hazard"]["state"].as_str(), told["hazard"]["closedOn"].as_str()), (Some("CLOSED"), Some("2023-07-06")));
    town.pass_to("2023-07-31").await;
    let after: Vec<_> = town
        .mails
        .iter()
        .filter(|received| received.on > day("2023-07-07") && received.mail.text.contains("报警器"))
        .map(|received| (received.on, &received.mail.subject))
        .collect();
    assert_eq!(after, [], "nothing is told of a closed hazard but its closing");
    town.end().await;
}
