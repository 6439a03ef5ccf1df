//! What fulfils each rule, by the API.

use chrono::NaiveDate;
use redline_tests::PASSWORD;
use serde_json::{Value, json};

use super::{Owed, Year};

/// Does what a window asks for, on its last day.
pub async fn fulfil(year: &mut Year, owed: &Owed, today: NaiveDate) {
    let whose = owed.organization.clone();
    let whose = whose.as_str();
    match owed.rule.as_str() {
        "E01" => activity(year, whose, "STUDY", "学习判定标准、部署自查", json!({})).await,
        "E02" => declare(year, whose).await,
        "E03" => super::events::plan(year, owed.hazard.as_deref().expect("a hazard")).await,
        "E04" => {
            year.act(&format!("{whose}.officer"), "tellRegulator", "hazard { id }", json!({ "hazardId": owed.hazard })).await;
        }
        "E05" => inspect(year, whose, whose, "HEAD_LED", json!({})).await,
        "E06" => {
            let alert = year.events.alert.clone();
            inspect(year, whose, whose, "SELF_CHECK", json!({ "alertId": alert })).await;
        }
        // Recorded day by day; what is missing on the last day, nobody did.
        "E07" => panic!("{whose} was not on duty on each day of the key period"),
        "E08" => list(year, whose, "ALL_STAFF", None, &[("HEAD", "head"), ("DEPUTY", "deputy"), ("SAFETY_OFFICER", "officer"), ("FRONT_LINE", "staff")]).await,
        "E09" => list(year, whose, "GUARANTORS", None, &[("GUARANTOR", "head"), ("GUARANTOR", "deputy"), ("GUARANTOR", "officer")]).await,
        "E10" => list(year, whose, "DEPUTY", Some("deputy"), &[("DEPUTY", "deputy")]).await,
        "E11" => activity(year, whose, "APPOINTMENT", "任命专职安全管理人员", attendees(year, whose, "安全管理人员")).await,
        "E12" => activity(year, whose, "WARNING_EDUCATION", "全员观看事故警示片", attendees(year, whose, "员工")).await,
        "E13" => inspect(year, whose, whose, "SELF_CHECK", json!({ "scopes": ["WELDING_EQUIPMENT"] })).await,
        "E14" => inspect(year, whose, whose, "SELF_CHECK", json!({ "scopes": ["KEY_POST_STAFF"] })).await,
        "E15" => contractors(year, whose, today).await,
        "E16" => drill(year, whose).await,
        "E17" => report(year, whose, "ACTION_REPORT", owed, json!({})).await,
        "V01" => activity(year, whose, "MOBILISATION_MEETING", "专项行动动员部署会", json!({})).await,
        "V02" => activity(year, whose, "LEADERSHIP_GROUP", "成立专项行动领导小组", attendees(year, whose, "组长")).await,
        "V03" | "R03" => {
            let contacts = json!({ "contacts": {
                "deputyName": "王强", "deputyTitle": "副主任", "deputyPhone": "13900000001",
                "contactName": "赵敏", "contactTitle": "安全员", "contactMobile": "13900000002", "contactEmail": "contact@example.cn",
            } });
            report(year, whose, "CONTACTS", owed, contacts).await;
        }
        "V04" | "R04" => report(year, whose, "PROGRESS_TABLE", owed, json!({})).await,
        "V05" | "R08" => report(year, whose, "IMPLEMENTATION", owed, json!({})).await,
        "V06" => activity(year, whose, "SAFETY_MONTH", "安全生产月集中宣传", json!({})).await,
        "V07" => activity(year, whose, "TOPICAL_STUDY", "专题学习安全生产措施", json!({})).await,
        "V08" => inspect(year, whose, if whose == "village" { "trader" } else { "stranger" }, "ASSISTANCE", json!({})).await,
        "V09" | "R09" => report(year, whose, "SUMMARY", owed, json!({})).await,
        "R01" => {
            activity(year, whose, "MOBILISATION_MEETING", "行业动员部署会", json!({})).await;
            activity(year, whose, "DIVISION_OF_LABOUR", "重点事项和人员分工", json!({})).await;
        }
        "R02" => {
            let named: Vec<String> = told_by(whose).iter().map(|name| year.town.bodies.organization(name)).collect();
            activity(year, whose, "PUBLICITY", "判定标准送达企业", json!({ "enterpriseIds": named })).await;
        }
        "R05" => activity(year, whose, "TRAINING", "执法人员专题培训", attendees(year, whose, "执法人员")).await,
        "R06" => inspect(year, whose, told_by(whose)[0], "SPOT_CHECK", json!({ "modes": ["FOUR_NO_TWO_DIRECT"] })).await,
        "R07" => inspect(year, whose, told_by(whose)[0], "ENFORCEMENT", json!({})).await,
        "O01" => report(year, whose, "STATISTICS", owed, json!({})).await,
        "O02" => report(year, whose, "BULLETIN", owed, json!({})).await,
        "O03" => inspect(year, whose, "village", "SUPERVISION", json!({})).await,
        "P01" => activity(year, whose, "ASSESSMENT", "专项行动纳入年度考核", json!({})).await,
        other => panic!("a rule of which the story does not know how it is fulfilled: {other}"),
    }
}

/// The enterprises of a regulator's sectors.
fn told_by(unit: &str) -> &'static [&'static str] {
    if unit == "regulator" { &["plant"] } else { &["trader", "stranger"] }
}

fn merged(mut input: Value, more: Value) -> Value {
    let (Value::Object(fields), Value::Object(more)) = (&mut input, more) else { panic!("two objects") };
    fields.extend(more);
    input
}

fn attendees(year: &Year, whose: &str, role: &str) -> Value {
    let person = |word: &str| json!({ "name": word, "personId": year.town.bodies.person(&format!("{whose}.{word}")), "role": role });
    json!({ "attendees": [person("head"), person("officer")] })
}

async fn activity(year: &mut Year, whose: &str, kind: &str, title: &str, more: Value) {
    let input = json!({
        "organizationId": year.town.bodies.organization(whose),
        "kind": kind,
        "title": title,
        "participants": 20,
        "ledById": year.town.bodies.person(&format!("{whose}.head")),
        "summary": "按方案要求逐项落实，并留存签到和照片。",
    });
    year.act(&format!("{whose}.officer"), "recordActivity", "activity { id }", merged(input, more)).await;
}

async fn drill(year: &mut Year, whose: &str) {
    let input = json!({
        "organizationId": year.town.bodies.organization(whose),
        "title": "应急救援演练",
        "scenario": "火灾初起，报警、疏散、扑救。",
        "participants": 20,
        "review": "疏散有序，灭火器材取用需更熟练。",
    });
    year.act(&format!("{whose}.officer"), "recordDrill", "drill { id }", input).await;
}

/// An inspection, recorded by the officer and signed by the head who led it.
async fn inspect(year: &mut Year, by: &str, whom: &str, kind: &str, more: Value) {
    let head = format!("{by}.head");
    let input = json!({
        "organizationId": year.town.bodies.organization(whom),
        "inspectorId": year.town.bodies.organization(by),
        "kind": kind,
        "leaderId": year.town.bodies.person(&head),
        "summary": "逐项对照判定标准检查，未发现问题。",
    });
    let recorded = year.act(&format!("{by}.officer"), "recordInspection", "inspection { id }", merged(input, more)).await;
    year.act(&head, "signInspection", "inspection { state }", json!({ "inspectionId": recorded["inspection"]["id"], "password": PASSWORD })).await;
}

async fn contractors(year: &mut Year, whose: &str, today: NaiveDate) {
    let contract = json!({
        "organizationId": year.town.bodies.organization(whose),
        "kind": "CONTRACTOR",
        "partyName": "恒通检修工程有限公司",
        "work": "装置检修",
        "qualification": "石油化工工程施工总承包三级",
        "safetyAgreementOn": today,
        "duties": "作业前安全交底，现场专人监护。",
        "since": today,
    });
    let contract = year.act(&format!("{whose}.officer"), "recordContract", "contract { id }", contract).await;
    inspect(year, whose, whose, "SELF_CHECK", json!({ "scopes": ["CONTRACTORS"], "contractIds": [contract["contract"]["id"]] })).await;
}

async fn declare(year: &mut Year, whose: &str) {
    let none_found = whose != "plant";
    let input = json!({ "organizationId": year.town.bodies.organization(whose), "kind": "HAZARD_LEDGER", "noneFound": none_found, "password": PASSWORD });
    year.act(&format!("{whose}.head"), "submitReport", "report { id }", input).await;
}

/// A report about the period of a window, submitted by the head.
async fn report(year: &mut Year, whose: &str, kind: &str, owed: &Owed, more: Value) {
    let input = json!({
        "organizationId": year.town.bodies.organization(whose),
        "kind": kind,
        "periodOn": owed.closes_on,
        "content": "按要求报送，有关情况属实。",
        "password": PASSWORD,
    });
    year.act(&format!("{whose}.head"), "submitReport", "report { id }", merged(input, more)).await;
}

/// A responsibility list whose posts are acknowledged by whoever fills them.
async fn list(year: &mut Year, whose: &str, kind: &str, deputy: Option<&str>, posts: &[(&str, &str)]) {
    let person = |year: &Year, word: &str| year.town.bodies.person(&format!("{whose}.{word}"));
    let rows: Vec<Value> = posts
        .iter()
        .enumerate()
        .map(|(at, (kind, word))| json!({ "kind": kind, "title": format!("岗位{}", at + 1), "duties": "落实本岗位安全职责", "assigneeId": person(year, word) }))
        .collect();
    let input = json!({
        "organizationId": year.town.bodies.organization(whose),
        "kind": kind,
        "title": "安全生产责任清单",
        "deputyId": deputy.map(|word| person(year, word)),
        "posts": rows,
    });
    let drawn = year.act(&format!("{whose}.officer"), "drawUpResponsibilityList", "responsibilityList { posts { id } }", input).await;
    let ids: Vec<Value> = drawn["responsibilityList"]["posts"].as_array().expect("posts").iter().map(|post| post["id"].clone()).collect();
    for (id, (_, word)) in ids.iter().zip(posts) {
        year.act(&format!("{whose}.{word}"), "acknowledgePost", "post { id }", json!({ "postId": id })).await;
    }
}
