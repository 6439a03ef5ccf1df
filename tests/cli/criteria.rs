use std::{fs, path::Path};

use super::{redline, text};

const HEAD: &str = "standard_code\tstandard_title\tdocument_number\teffective_from\tarticle\titem\tsector\ttext\tnote\n";
const STANDARD: &str = "XF-2023\t消防判定标准\t测字〔2023〕1号\t2023-07-01\t2\t1\t消防\t疏散通道被占用。\t\nXF-2023\t消防判定标准\t测字〔2023〕1号\t2023-07-01\t2\t2\t消防\t消防水源缺失。\t限于人员密集场所。\n";

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = redline(folder, arguments, "");
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    (output.status.code(), text(&output.stdout).to_owned())
}

#[test]
fn a_standard_is_imported_and_listed_and_imported_again_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    run(at, &["migrate"]);
    fs::write(at.join("xf.tsv"), format!("{HEAD}{STANDARD}")).expect("written");
    let told = "added    XF-2023/2/1\nadded    XF-2023/2/2\n2 added, 0 changed, 0 unchanged.";
    assert_eq!(run(at, &["criteria", "import", "xf.tsv", "--dry-run"]), (Some(0), format!("{told} Nothing was written: this was a dry run.\n")));
    assert!(run(at, &["criteria", "list", "--search", "消防水源"]).1.ends_with("0 found.\n"));
    assert_eq!(run(at, &["criteria", "import", "xf.tsv"]), (Some(0), format!("{told}\n")));
    assert_eq!(run(at, &["criteria", "import", "xf.tsv"]), (Some(0), "0 added, 0 changed, 2 unchanged.\n".to_owned()));
    let (_, listed) = run(at, &["criteria", "list", "--search", "消防 水源"]);
    assert!(listed.contains("XF-2023/2/2") && listed.contains("（限于人员密集场所。）") && listed.ends_with("1 found.\n"), "{listed}");
    fs::write(at.join("xf.tsv"), format!("{HEAD}{}", STANDARD.replace("缺失", "不足"))).expect("written");
    assert_eq!(run(at, &["criteria", "import", "xf.tsv"]).1, "changed  XF-2023/2/2\n0 added, 1 changed, 1 unchanged.\n");
    assert!(run(at, &["criteria", "list"]).1.ends_with("129 found.\n"));
}

#[test]
fn every_mistake_in_the_table_is_told_with_its_line_and_nothing_is_imported() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("xf.tsv"), format!("{HEAD}{}", STANDARD.replacen("2023-07-01", "2023-07-32", 1).replace("消防水源缺失。", "")))
        .expect("written");
    let (code, told) = run(folder.path(), &["criteria", "import", "xf.tsv"]);
    assert_eq!(code, Some(1));
    let expected = "xf.tsv: line 2, column 4 (effective_from): \"2023-07-32\" is not a date such as 2023-05-15\nxf.tsv: line 3, column 8 (text): this is empty\n2 mistakes; nothing was imported\n";
    assert_eq!(told, expected);
}
