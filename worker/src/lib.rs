//! The worker: the engine that enforces cadences, and mail.

pub mod deliver;
pub mod engine;
pub mod mail;
pub mod templates;

mod beat;
mod ping;
pub mod shell;
