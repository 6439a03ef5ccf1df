//! What is measured (性能测量): each figure beside its floor, in one run, on the machine that runs it. `bench/run` calls it.

mod database;
mod floor;
mod mail;
mod report;
mod sink;
mod sweep;
mod township;
mod worker;

use clap::{Parser, Subcommand};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures Redline.
#[derive(Debug, Parser)]
#[command(name = "redline-bench", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The sweep of windows and the digests of the morning, over many windows of which some are newly due.
    Sweep(sweep::Arguments),
    /// Mail: how fast many leave, and how soon a single one.
    Mail(mail::Arguments),
    /// One worker at a fixed moment, as a process of its own; for the use of `sweep`.
    #[command(hide = true)]
    Worker(worker::Arguments),
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Sweep(arguments) => sweep::run(arguments).await,
        Command::Mail(arguments) => mail::run(arguments).await,
        Command::Worker(arguments) => worker::run(arguments).await,
    }
}
