//! How much a test does, and what it tells of what it saw.

use std::{fmt::Display, io::Write};

/// The short size, or the full one where the environment asks for it (`REDLINE_SOAK=full`).
pub fn size<T>(short: T, full: T) -> T {
    if std::env::var("REDLINE_SOAK").is_ok_and(|size| size == "full") { full } else { short }
}

/// Adds a line to the summary, if somebody wants one: the file that `REDLINE_SOAK_SUMMARY` names.
pub fn seen(rule: &str, what: impl Display) {
    println!("{rule}: {what}");
    let Some(file) = std::env::var_os("REDLINE_SOAK_SUMMARY") else { return };
    let mut file = std::fs::OpenOptions::new().append(true).create(true).open(file).expect("the summary");
    let database = if std::env::var_os("REDLINE_TEST_POSTGRES").is_some() { "PostgreSQL" } else { "SQLite" };
    // One write, since tests run beside each other.
    file.write_all(format!("{rule:<4} {database:<10} {what}\n").as_bytes()).expect("written");
}
