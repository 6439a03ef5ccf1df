//! `redline` (红线): the ledger and the clock of a campaign against major accident hazards. One command: the demonstration, and
//! the tools of whoever runs a site.

mod cli;
mod demo;
mod replay;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("redline: {error:#}");
            ExitCode::FAILURE
        }
    }
}
