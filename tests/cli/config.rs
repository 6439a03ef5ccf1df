use std::fs;

use super::{redline_with, text};

#[test]
fn config_show_tells_what_holds_and_where_it_came_from() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("redline.toml"), "[worker]\nbatch = 7\ninterval_seconds = 7\n[mail.smtp]\nhost = \"mail.example.cn\"\n").expect("written");
    let environment = [("REDLINE_WORKER__INTERVAL_SECONDS", "8"), ("REDLINE_MAIL__SMTP__USERNAME", "u"), ("REDLINE_MAIL__SMTP__PASSWORD", "20230522")];
    let output = redline_with(folder.path(), &["config", "show", "--set", "log.level=warn"], "", &environment);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let shown = text(&output.stdout);
    let line = |name: &str| shown.lines().find(|line| line.starts_with(name)).unwrap_or_default().split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
    assert_eq!(line("worker.batch "), "7 file redline.toml");
    assert_eq!(line("worker.interval_seconds "), "8 environment");
    assert_eq!(line("worker.delivery_batch "), "500 default");
    assert_eq!(line("log.level "), "warn flag");
    assert_eq!(line("mail.transport "), "smtp default");
    assert_eq!(line("mail.smtp.password "), "**** environment");
    assert!(!shown.contains("20230522"));
}

#[test]
fn a_setting_that_makes_no_sense_is_refused_by_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline_with(folder.path(), &["migrate"], "", &[("REDLINE_WORKER__BATCH", "0")]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "redline: worker.batch is 0; right would be 1 to 10000\n");
}
