//! The command line, as its users meet it: the program itself is run.

mod audit;
mod backup;
mod config;
mod criteria;
mod demo;
mod doctor;
mod init;
mod played;
mod replay;
mod rulebook;
mod user;
mod windows;

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

/// Runs `redline` in a folder with nothing in its environment that is ours, and gives it that on its standard input.
fn redline(folder: &Path, arguments: &[&str], input: &str) -> Output {
    redline_with(folder, arguments, input, &[])
}

fn redline_with(folder: &Path, arguments: &[&str], input: &str, environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redline"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("REDLINE_")) {
        command.env_remove(name);
    }
    let mut child = command
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it takes input");
    let input = input.to_owned();
    // Beside, since a long input fills the pipe before the output is read.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("it was written");
    output
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}
