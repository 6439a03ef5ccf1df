//! The engine, the mail that it sends, and what it survives. One program, since each more takes as long to link as this one.

mod certificates;
mod checkpoints;
mod clocks;
mod common;
mod delivery;
mod dispatch;
mod events_story;
mod ladder_story;
mod outage;
mod pace;
mod pings;
mod shared_work;
#[expect(dead_code, reason = "the soak tests use the rest of it")]
#[path = "common/smtp.rs"]
mod smtp;
mod sweeps;
mod tls;
