//! What is done to a hazard besides the steps of its loop, by the API: photographs, consent, extensions, suspensions, supervision.

use crate::measures::{Story, listing, plan, request};
use crate::support::{moment, type_id};
use redline_domain::{AttachmentPurpose, ids::Noun};
use serde_json::{Value, json};

#[tokio::test]
async fn a_fix_on_the_spot_comes_with_its_photographs() {
    let story = Story::begin().await;
    story.done("head0", "gradeHazard", json!({ "hazardId": story.hazard, "grade": "GENERAL" }), "hazard { id }").await;
    let without = story.change("head0", "fixHazardOnSpot", json!({ "hazardId": story.hazard, "rectification": "已更换" }), "").await;
    let named: Vec<_> = without["userErrors"].as_array().unwrap().iter().map(|error| (error["code"].clone(), error["field"].clone())).collect();
    assert_eq!(named, [(json!("PHOTO_MISSING"), json!("beforePhotoIds")), (json!("PHOTO_MISSING"), json!("afterPhotoIds"))]);
    let (before, after) = (story.photograph("head0").await, story.photograph("head0").await);
    let input = json!({ "hazardId": story.hazard, "rectification": "已更换", "beforePhotoIds": [before], "afterPhotoIds": [after] });
    let fixed = story.done("head0", "fixHazardOnSpot", input, "hazard { state attachments { id purpose } }").await;
    let expected = json!([{ "id": before, "purpose": AttachmentPurpose::Before }, { "id": after, "purpose": AttachmentPurpose::After }]);
    assert_eq!((&fixed["state"], &fixed["attachments"]), (&json!("FIXED_ON_SPOT"), &expected));
    let more = json!({ "hazardId": story.hazard, "photoIds": [story.photograph("head0").await] });
    let applied = story.done("head0", "applyForAcceptance", more, "hazard { attachments { purpose } }").await;
    assert_eq!(applied["attachments"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_plan_beyond_the_bound_is_in_force_once_a_supervisor_consents() {
    let story = Story::graded().await;
    let fields =
        "hazard { state deadlineOn plan { id } plans { id consent consentLabel consentBy { name } consentOn consentReason } timeline { action label text } }";
    let input = json!({ "hazardId": story.hazard, "plan": plan("2023-10-04") });
    let asked = story.done("head0", "submitPlan", input, fields).await;
    assert_eq!((&asked["state"], &asked["deadlineOn"], &asked["plan"]), (&json!("GRADED"), &Value::Null, &Value::Null), "90 days from 07-05 end on 10-03");
    assert_eq!((&asked["plans"][0]["consent"], &asked["plans"][0]["consentLabel"]), (&json!("ASKED"), &json!("Asked")));
    let id = &asked["plans"][0]["id"];
    assert_eq!(story.refused("unit", "decidePlan", json!({ "planId": id, "consent": false })).await, ["REASON_MISSING"]);
    assert_eq!(story.refused("village0", "decidePlan", json!({ "planId": id, "consent": true })).await, ["FORBIDDEN"]);
    let given = story.done("unit", "decidePlan", json!({ "planId": id, "consent": true, "reason": "可以" }), fields).await;
    assert_eq!((&given["state"], &given["deadlineOn"], &given["plan"]["id"]), (&json!("PLANNED"), &json!("2023-10-04"), id));
    let answer =
        json!({ "id": id, "consent": "GIVEN", "consentLabel": "Given", "consentBy": { "name": "unit" }, "consentOn": "2023-07-05", "consentReason": "可以" });
    assert_eq!(given["plans"][0], answer);
    let last = given["timeline"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last, json!({ "action": "HAZARD_PLAN_CONSENTED", "label": "Plan's deadline consented to", "text": "2023-10-04; 可以" }));
}

#[tokio::test]
async fn the_head_requests_an_extension_with_the_password_and_the_office_decides() {
    let story = Story::planned("2023-07-20").await;
    let wrong = story.change("head0", "requestExtension", request(&story.hazard, "2023-08-01", "wrong"), "extension { id }").await;
    assert_eq!((&wrong["extension"], &wrong["userErrors"][0]["code"]), (&Value::Null, &json!("WRONG_PASSWORD")));
    let row = story.request_extension("2023-08-01").await;
    assert_eq!((&row["state"], &row["fromOn"], &row["untilOn"]), (&json!("REQUESTED"), &json!("2023-07-20"), &json!("2023-08-01")));
    assert_eq!(row["signature"], json!({ "signerName": "head0", "method": "PASSWORD", "act": "EXTENSION_REQUESTED", "intact": true }));
    let requested = "query($s: [ExtensionState!]) { hazards(filter: {extensionRequested: true}) { totalCount } others: hazards(filter: {extensionRequested: false}) { totalCount }
        extensions(filter: {state: $s}) { totalCount nodes { id hazard { id } organization { name } } } }";
    let seen = story.ask("office", requested, json!({ "s": ["REQUESTED"] })).await;
    assert_eq!((&seen["hazards"]["totalCount"], &seen["others"]["totalCount"], &seen["extensions"]["totalCount"]), (&json!(1), &json!(0), &json!(1)));
    assert_eq!(seen["extensions"]["nodes"][0]["hazard"]["id"], story.hazard);
    let grant = json!({ "hazardId": story.hazard, "deadline": "2023-08-01", "reason": "x" });
    assert_eq!(story.refused("office", "grantExtension", grant).await, ["DECIDE_THE_REQUEST"]);
    let decision = json!({ "extensionId": row["id"], "granted": true });
    let granted = story
        .done("office", "decideExtension", decision.clone(), "extension { state stateLabel decidedBy { name } hazard { deadlineOn extensions { state } } }")
        .await;
    let expected = json!({ "state": "GRANTED", "stateLabel": "Granted", "decidedBy": { "name": "office" }, "hazard": { "deadlineOn": "2023-08-01", "extensions": [{ "state": "GRANTED" }] } });
    assert_eq!(granted, expected);
    assert_eq!(story.refused("office", "decideExtension", decision).await, ["EXTENSION_DECIDED"]);
    let node = story.ask("unit", "query($i: ID!) { node(id: $i) { __typename id } }", json!({ "i": row["id"] })).await;
    assert_eq!(node["node"], json!({ "__typename": "Extension", "id": row["id"] }));
}

#[tokio::test]
async fn production_is_suspended_in_part_and_resumed_after_the_acceptance() {
    let story = Story::planned("2023-07-20").await;
    let part = |scope: Value| json!({ "hazardId": story.hazard, "extent": "PART", "scope": scope, "reason": "无法保证安全", "number": "停〔2023〕1号" });
    assert_eq!(story.refused("unit", "suspendProduction", part(Value::Null)).await, ["SCOPE_MISSING"]);
    let fields = "suspension { id extent extentLabel scope number inForce bySupervisor orderedByOrganization { name } orderedBy { name } resumedOn resumedBy { name } resumedNote }";
    let ordered = story.done("unit", "suspendProduction", part(json!("二号罐区")), fields).await;
    assert_eq!((&ordered["extentLabel"], &ordered["inForce"], &ordered["bySupervisor"]), (&json!("In part"), &json!(true), &json!(true)));
    assert_eq!(ordered["orderedByOrganization"], json!({ "name": "应急管理办" }));
    let suspended =
        "{ yes: hazards(filter: {suspended: true}) { totalCount nodes { suspensions { extent } } } no: hazards(filter: {suspended: false}) { totalCount } }";
    let seen = story.ask("office", suspended, json!({})).await;
    assert_eq!(seen, json!({ "yes": { "totalCount": 1, "nodes": [{ "suspensions": [{ "extent": "PART" }] }] }, "no": { "totalCount": 0 } }));
    let note = json!({ "suspensionId": ordered["id"], "note": "复查合格" });
    assert_eq!(story.refused("unit", "resumeProduction", note.clone()).await, ["RESUMPTION_BEFORE_ACCEPTANCE"]);
    story.close().await;
    assert_eq!(story.refused("head0", "resumeProduction", note.clone()).await, ["SUPERVISOR_RESUMES"]);
    let resumed = story.done("unit", "resumeProduction", note, fields).await;
    assert_eq!((&resumed["inForce"], &resumed["resumedOn"], &resumed["resumedNote"]), (&json!(false), &json!("2023-07-05"), &json!("复查合格")));
    let after = story.ask("office", suspended, json!({})).await;
    assert_eq!((&after["yes"]["totalCount"], &after["no"]["totalCount"]), (&json!(0), &json!(1)));
}

#[tokio::test]
async fn a_listed_supervision_has_its_letter_in_both_languages_and_shows_when_it_is_overdue() {
    let story = Story::planned("2023-07-20").await;
    let listed = story.list("2023-07-06").await;
    assert_eq!((&listed["levelLabel"], &listed["open"], &listed["overdue"]), (&json!("Town"), &json!(true), &json!(false)));
    assert_eq!(story.refused("office", "listForSupervision", listing(&story.hazard, "2023-07-06")).await, ["ALREADY_LISTED", "NUMBER_TAKEN"]);
    let query =
        "query($h: ID!) { hazard(id: $h) { supervisions { zh: letter(language: ZH) en: letter(language: EN) letter } timeline { action label text } } }";
    let letters = story.ask("head0", query, json!({ "h": story.hazard })).await["hazard"].clone();
    let zh = letters["supervisions"][0]["zh"].as_str().unwrap();
    assert!(zh.starts_with("重大事故隐患挂牌督办通知书\n安督〔2023〕1号\n企业0：\n") && zh.ends_with("镇安委办\n2023年7月5日"), "{zh}");
    assert_eq!(letters["supervisions"][0]["en"], letters["supervisions"][0]["letter"], "the language of who asks");
    let last = letters["timeline"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        last,
        json!({ "action": "SUPERVISION_LISTED", "label": "Listed for supervision", "text": "Town; 镇安委办; 安督〔2023〕1号; 2023-07-06; 立即停用" })
    );
    let count = async |filter: Value| {
        let query = "query($f: SupervisionFilter) { supervisions(filter: $f) { totalCount } }";
        story.ask("office", query, json!({ "f": filter })).await["supervisions"]["totalCount"].as_i64().unwrap()
    };
    let (enterprise, other) = (type_id(Noun::Organization, story.town.enterprises[0]), type_id(Noun::Organization, story.town.enterprises[1]));
    for (filter, expected) in [
        (json!({ "open": true }), 1),
        (json!({ "open": false }), 0),
        (json!({ "overdue": true }), 0),
        (json!({ "level": ["TOWN"] }), 1),
        (json!({ "level": ["COUNTY"] }), 0),
        (json!({ "text": "安督" }), 1),
        (json!({ "organization": enterprise }), 1),
        (json!({ "organization": other }), 0),
        (json!({ "hazard": story.hazard, "sector": ["HAZARDOUS_CHEMICALS"] }), 1),
        (json!({ "deadline": { "until": "2023-07-05" } }), 0),
    ] {
        assert_eq!(count(filter.clone()).await, expected, "{filter}");
    }
    // The end of the deadline's day at the site, and a second later.
    story.server.clock.set(moment("2023-07-06T15:59:58Z"));
    assert_eq!(count(json!({ "overdue": true })).await, 0);
    story.server.clock.set(moment("2023-07-06T16:00:00Z"));
    assert_eq!((count(json!({ "overdue": true })).await, count(json!({ "overdue": false })).await), (1, 0));
    let lift = json!({ "supervisionId": listed["id"], "reason": "改由旗里督办" });
    let lifted = story.done("office", "liftSupervision", lift, "supervision { open overdue liftedOn liftedBy { name } liftedReason }").await;
    let expected = json!({ "open": false, "overdue": false, "liftedOn": "2023-07-07", "liftedBy": { "name": "office" }, "liftedReason": "改由旗里督办" });
    assert_eq!(lifted, expected);
    let under = story
        .ask(
            "office",
            "{ yes: hazards(filter: {underSupervision: true}) { totalCount } no: hazards(filter: {underSupervision: false}) { totalCount } }",
            json!({}),
        )
        .await;
    assert_eq!(under, json!({ "yes": { "totalCount": 0 }, "no": { "totalCount": 1 } }));
}
