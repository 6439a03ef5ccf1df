//! What happens in the year besides the calendar: the plant's traits, two major hazards, an accident elsewhere, a key period.

use chrono::NaiveDate;
use redline_tests::{PASSWORD, day};
use serde_json::{Value, json};

use super::Year;

/// The enterprises of the township.
const ENTERPRISES: [&str; 3] = ["plant", "trader", "stranger"];

/// What came up in the year, by its identifiers.
#[derive(Default)]
pub struct Events {
    /// The accident alert.
    pub alert: Value,
    key_period: Value,
    hazards: Vec<Value>,
    planned: Vec<String>,
}

/// What the plant is, from the first day on: so every rule of the rulebook binds somebody.
pub async fn begin(year: &mut Year) {
    let input = json!({
        "organizationId": year.town.bodies.organization("plant"),
        "sectors": ["HAZARDOUS_CHEMICALS"],
        "traits": ["HOT_WORK", "SPECIAL_POSTS", "CONTRACTORS", "MAJOR_INSTALLATION", "DEPUTIES"],
        "reason": "核实企业情况",
    });
    year.act("office.head", "classifyOrganization", "organization { id }", input).await;
}

/// What happens on a day.
pub async fn of_day(year: &mut Year, today: NaiveDate) {
    match today.to_string().as_str() {
        "2023-06-05" => find(year, "一级重大危险源罐区未设紧急切断阀").await,
        "2023-06-19" => find(year, "重大危险源罐区的紧急切断功能被旁路").await,
        "2023-06-12" => {
            let input = json!({
                "title": "某地化工企业储罐爆炸事故",
                "happenedOn": "2023-06-09",
                "place": "邻近旗县",
                "summary": "储罐检维修中违规动火，引发爆炸。",
                "lessons": "严格动火审批，检维修前吹扫置换并检测。",
                "sectors": ["HAZARDOUS_CHEMICALS"],
            });
            year.events.alert = year.act("office.head", "issueAlert", "alert { id }", input).await["alert"]["id"].clone();
        }
        "2023-06-28" => close(year, 0).await,
        "2023-07-10" => close(year, 1).await,
        "2023-09-25" => {
            let input = json!({ "name": "国庆假期", "from": "2023-09-29", "until": "2023-10-06", "reason": "节假日安全值守" });
            year.events.key_period = year.act("office.head", "declareKeyPeriod", "keyPeriod { id }", input).await["keyPeriod"]["id"].clone();
        }
        _ => {}
    }
    if (day("2023-09-29")..=day("2023-10-06")).contains(&today) {
        for enterprise in ENTERPRISES {
            // Who breaks the rule misses one day of the eight.
            if year.breaks("E07", enterprise, "2023-10-06") && today == day("2023-10-02") {
                continue;
            }
            let input = json!({
                "organizationId": year.town.bodies.organization(enterprise),
                "keyPeriodId": year.events.key_period,
                "day": today,
                "personId": year.town.bodies.person(&format!("{enterprise}.head")),
                "note": "全天在岗，巡查厂区两次。",
            });
            year.act(&format!("{enterprise}.officer"), "recordOnDuty", "onDuty { id }", input).await;
        }
    }
}

/// A major hazard that the plant finds itself and grades by the standard of its sector.
async fn find(year: &mut Year, description: &str) {
    let input = json!({ "organizationId": year.town.bodies.organization("plant"), "description": description, "location": "储罐区", "foundBy": "SELF_CHECK" });
    let id = year.act("plant.officer", "reportHazard", "hazard { id }", input).await["hazard"]["id"].clone();
    year.act("plant.head", "gradeHazard", "hazard { grade }", json!({ "hazardId": id, "grade": "MAJOR", "criterion": "HAZCHEM-2017/5" })).await;
    year.events.hazards.push(id);
}

/// The plan of a hazard with its five elements.
pub async fn plan(year: &mut Year, hazard: &str) {
    let plan = json!({
        "responsible": "李建国",
        "measures": "更换仪表并校验联锁",
        "fundingYuan": 38000,
        "deadline": "2023-07-15",
        "emergencyPlan": "整改期间停用该罐，专人监护",
    });
    year.act("plant.officer", "submitPlan", "hazard { state }", json!({ "hazardId": hazard, "plan": plan })).await;
    year.events.planned.push(hazard.to_owned());
}

/// The hazard is rectified and accepted, if it has its plan.
async fn close(year: &mut Year, at: usize) {
    let id = year.events.hazards[at].clone();
    if !year.events.planned.iter().any(|planned| id == planned.as_str()) {
        return;
    }
    year.act("plant.officer", "recordProgress", "hazard { state }", json!({ "hazardId": id, "text": "新仪表已安装" })).await;
    let applied = json!({ "hazardId": id, "rectification": "仪表更换并联动调试合格" });
    year.act("plant.officer", "applyForAcceptance", "hazard { state }", applied).await;
    year.act("regulator.head", "acceptHazard", "hazard { state }", json!({ "hazardId": id, "password": PASSWORD })).await;
}
