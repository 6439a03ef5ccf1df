use std::{fs, path::Path};

use super::{redline, text};

fn shipped(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("rulebook").join(name)).expect("it is in the repository")
}

#[test]
fn the_shipped_rulebook_is_good_and_its_quotations_stand_in_the_notice() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("campaign.toml"), shipped("wushenzhao-2023.toml")).expect("written");
    fs::write(folder.path().join("notice.txt"), shipped("notice-2023.zh.txt")).expect("written");
    let output = redline(folder.path(), &["rulebook", "check", "campaign.toml", "--notice", "notice.txt"], "");
    assert_eq!(text(&output.stdout), "campaign.toml: good. wushenzhao-2023: 4 phases, 11 sectors, 4 ladders, 40 rules.\n");
    assert!(output.status.success());
}

#[test]
fn every_mistake_is_told_with_its_file_and_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = shipped("wushenzhao-2023.toml").replacen("code = \"GAS\"", "code = \"STEAM\"", 1).replacen("ends_on = 2023-12-31", "ends_on = 2023-12-32", 1);
    let line = |what: &str| broken.lines().position(|line| line.contains(what)).expect("it is there") + 1;
    fs::write(folder.path().join("campaign.toml"), &broken).expect("written");
    let output = redline(folder.path(), &["rulebook", "check", "campaign.toml"], "");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    assert!(told.contains(&format!("campaign.toml:{}: ", line("2023-12-32"))), "{told}");
    assert!(told.contains(&format!("campaign.toml:{}: ", line("STEAM"))), "{told}");
    assert!(told.trim_end().ends_with("mistakes"), "{told}");
}

#[test]
fn a_quotation_that_is_not_in_the_notice_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("campaign.toml"), shipped("wushenzhao-2023.toml")).expect("written");
    fs::write(folder.path().join("notice.txt"), shipped("notice-2023.zh.txt").replace("不得使用淘汰或危及安全的电气焊设备", "")).expect("written");
    let output = redline(folder.path(), &["rulebook", "check", "campaign.toml", "--notice", "notice.txt"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("rule E13: this quotation does not stand in notice.txt"), "{}", text(&output.stdout));
}

#[test]
fn a_rulebook_is_shown_as_a_table_and_as_json() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = redline(folder.path(), &["rulebook", "show"], "");
    assert!(text(&table.stdout).lines().any(|line| line.contains("E05") && line.contains("每季度（高危每月）")), "{}", text(&table.stdout));
    let json = redline(folder.path(), &["rulebook", "show", "wushenzhao-2023", "--json"], "");
    let rulebook: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(rulebook["code"], "wushenzhao-2023");
}
