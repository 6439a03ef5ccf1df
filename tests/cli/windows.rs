use super::{redline, text};

const EXAMPLE: &str = r#"{"kind":"ENTERPRISE","sectors":["HAZARDOUS_CHEMICALS"],"traits":["HOT_WORK"],"from":"2023-05-22","until":null,"changes":[{"on":"2023-09-10","sectors":["INDUSTRY_AND_TRADE"],"traits":[]}]}"#;

#[test]
fn a_plant_that_ceases_to_be_high_hazard_owes_monthly_before_and_quarterly_after() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline(folder.path(), &["windows", "--rulebook", "wushenzhao-2023"], &format!("{EXAMPLE}\n"));
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 1);
    let windows: Vec<serde_json::Value> = serde_json::from_str(lines[0]).expect("an array");
    let e05: Vec<String> = windows.iter().filter(|window| window["rule"] == "E05").map(ToString::to_string).collect();
    assert_eq!(e05[0], r#"{"closes_on":"2023-06-30","due_on":"2023-06-30","ended":null,"opens_on":"2023-06-01","rule":"E05"}"#);
    let september = r#"{"closes_on":"2023-09-30","due_on":"2023-09-30","ended":{"as":"SUPERSEDED","on":"2023-09-10"},"opens_on":"2023-09-01","rule":"E05"}"#;
    assert!(e05.iter().any(|window| window == september), "{e05:?}");
    let third_quarter = r#"{"closes_on":"2023-09-30","due_on":"2023-09-30","ended":null,"opens_on":"2023-07-01","rule":"E05"}"#;
    assert!(e05.iter().any(|window| window == third_quarter), "21 of its days remained: {e05:?}");
    assert!(lines[0].starts_with(r#"[{"rule":"E01","opens_on":"2023-05-22","closes_on":"2023-07-31","due_on":"2023-07-31","ended":null},"#), "{}", lines[0]);
    let key = |window: &serde_json::Value| (window["rule"].to_string(), window["opens_on"].to_string());
    assert!(windows.is_sorted_by_key(key), "sorted by rule and opens_on");
}

#[test]
fn many_profiles_are_answered_in_their_order() {
    let folder = tempfile::tempdir().expect("a folder");
    // Each is told from its neighbours by the day on which it joins.
    let profile = |at: usize| format!("{{\"kind\":\"VILLAGE\",\"from\":\"2023-{:02}-{:02}\"}}\n", at % 6 + 6, at % 28 + 1);
    let input: String = (0..5_000).map(profile).collect();
    let output = redline(folder.path(), &["windows"], &input);
    assert!(output.status.success());
    let alone: Vec<String> = (0..84).map(|at| text(&redline_alone(folder.path(), &profile(at))).to_owned()).collect();
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 5_000);
    for (at, line) in lines.iter().enumerate() {
        assert_eq!(*line, alone[at % 84].trim_end(), "line {}", at + 1);
    }
}

fn redline_alone(folder: &std::path::Path, input: &str) -> Vec<u8> {
    redline(folder, &["windows"], input).stdout
}

#[test]
fn a_bad_line_is_answered_in_its_place_told_and_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    let party = r#"{"kind":"PARTY_OFFICE","from":"2023-05-22"}"#;
    let output = redline(folder.path(), &["windows"], &format!("{party}\n{{\"kind\":\"CASTLE\",\"from\":\"2023-05-22\"}}\n{party}\n"));
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], lines[2]);
    assert!(lines[1].starts_with(r#"{"error":"line 2: unknown variant `CASTLE`, expected one of `ENTERPRISE`"#), "{}", lines[1]);
    assert!(text(&output.stderr).starts_with("redline: line 2: unknown variant `CASTLE`"));
}

#[test]
fn a_rulebook_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline(folder.path(), &["windows", "--rulebook", "no-such"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("redline: the rulebook: no-such: "), "{}", text(&output.stderr));
}
