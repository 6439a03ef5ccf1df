//! The negligent township: each rule broken once, and all of it found out.

use serde_json::json;

use super::{Broken, Year, overdue};

/// What nobody does: of a rule that recurs, its last window, since a later record would make good an earlier one.
const BROKEN: [Broken; 39] = [
    ("E01", "trader", "2023-07-31"),
    ("E02", "trader", "2023-07-31"),
    ("E03", "plant", "2023-06-12"),
    ("E04", "plant", "2023-06-20"),
    ("E05", "plant", "2023-12-31"),
    ("E06", "plant", "2023-06-22"),
    ("E07", "stranger", "2023-10-06"),
    ("E08", "trader", "2023-07-31"),
    ("E09", "plant", "2023-07-31"),
    ("E10", "plant", "2023-07-31"),
    ("E11", "trader", "2023-07-31"),
    ("E12", "trader", "2023-07-31"),
    ("E13", "plant", "2023-07-31"),
    ("E14", "plant", "2023-07-31"),
    ("E15", "plant", "2023-07-31"),
    ("E16", "trader", "2023-12-31"),
    ("E17", "trader", "2023-07-31"),
    ("V01", "village", "2023-05-30"),
    ("V02", "village", "2023-05-30"),
    ("V03", "village", "2023-05-25"),
    ("V04", "village", "2023-12-31"),
    ("V05", "village", "2023-12-09"),
    ("V06", "village", "2023-06-30"),
    ("V07", "village", "2023-07-31"),
    ("V08", "village", "2023-07-31"),
    ("V09", "village", "2023-12-31"),
    ("R01", "industry", "2023-05-30"),
    ("R02", "industry", "2023-05-30"),
    ("R03", "industry", "2023-05-25"),
    ("R04", "industry", "2023-12-31"),
    ("R05", "industry", "2023-07-31"),
    ("R06", "industry", "2023-07-31"),
    ("R07", "regulator", "2023-10-31"),
    ("R08", "industry", "2023-12-09"),
    ("R09", "industry", "2023-12-31"),
    ("O01", "office", "2023-12-31"),
    ("O02", "office", "2024-01-05"),
    ("O03", "office", "2023-12-31"),
    ("P01", "party", "2023-12-31"),
];

/// What the office sees on the morning after, written by hand from the catalogue of duties.
const OVERDUE: [&str; 39] = [
    "E01 晨光机械加工厂 2023-07-31",
    "E02 晨光机械加工厂 2023-07-31",
    "E03 蓝湖化工有限公司 2023-06-12",
    "E04 蓝湖化工有限公司 2023-06-20",
    "E05 蓝湖化工有限公司 2023-12-31",
    "E06 蓝湖化工有限公司 2023-06-22",
    "E07 远山建材有限公司 2023-10-06",
    "E08 晨光机械加工厂 2023-07-31",
    "E09 蓝湖化工有限公司 2023-07-31",
    "E10 蓝湖化工有限公司 2023-07-31",
    "E11 晨光机械加工厂 2023-07-31",
    "E12 晨光机械加工厂 2023-07-31",
    "E13 蓝湖化工有限公司 2023-07-31",
    "E14 蓝湖化工有限公司 2023-07-31",
    "E15 蓝湖化工有限公司 2023-07-31",
    "E16 晨光机械加工厂 2023-12-31",
    "E17 晨光机械加工厂 2023-07-31",
    "O01 乌审召镇安委会办公室 2023-12-31",
    "O02 乌审召镇安委会办公室 2024-01-05",
    "O03 乌审召镇安委会办公室 2023-12-31",
    "P01 乌审召镇基层党建办 2023-12-31",
    "R01 乌审召镇经济发展办 2023-05-30",
    "R02 乌审召镇经济发展办 2023-05-30",
    "R03 乌审召镇经济发展办 2023-05-25",
    "R04 乌审召镇经济发展办 2023-12-31",
    "R05 乌审召镇经济发展办 2023-07-31",
    "R06 乌审召镇经济发展办 2023-07-31",
    "R07 乌审召镇应急管理站 2023-10-31",
    "R08 乌审召镇经济发展办 2023-12-09",
    "R09 乌审召镇经济发展办 2023-12-31",
    "V01 察汗淖尔嘎查 2023-05-30",
    "V02 察汗淖尔嘎查 2023-05-30",
    "V03 察汗淖尔嘎查 2023-05-25",
    "V04 察汗淖尔嘎查 2023-12-31",
    "V05 察汗淖尔嘎查 2023-12-09",
    "V06 察汗淖尔嘎查 2023-06-30",
    "V07 察汗淖尔嘎查 2023-07-31",
    "V08 察汗淖尔嘎查 2023-07-31",
    "V09 察汗淖尔嘎查 2023-12-31",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_negligent_township_that_breaks_each_rule_once_is_found_out_in_all_of_it() {
    let mut year = Year::lived(&BROKEN).await;
    assert_eq!(overdue(&mut year.town).await, OVERDUE);
    // Whatever was left undone for two weeks has reached the discipline office.
    let query = "query($filter: NoticeFilter!) { notices(filter: $filter, first: 100) { nodes { window { ruleCode } } } }";
    let data = year.town.data("discipline.officer", query, json!({ "filter": { "kind": ["ESCALATED_DISCIPLINE"], "mine": true } })).await;
    let mut told: Vec<&str> = data["notices"]["nodes"].as_array().expect("a list").iter().filter_map(|notice| notice["window"]["ruleCode"].as_str()).collect();
    told.sort_unstable();
    told.dedup();
    let long_overdue: Vec<&str> = OVERDUE.iter().filter(|line| !line.ends_with("2023-12-31") && !line.ends_with("2024-01-05")).map(|line| &line[..3]).collect();
    assert_eq!(told, long_overdue);
    year.town.end().await;
}
