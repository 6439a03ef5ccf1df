//! The ledger: what can be done and asked, one module for each noun. Every change takes a transaction and a [`Context`]
//! (who asks, when, where) and writes state, event and notices together.

pub mod account;
pub mod activity;
pub mod actor;
pub mod attachment;
pub mod audience;
mod checks;
pub mod compliance;
pub mod context;
pub mod criterion;
pub mod db;
pub mod drill;
pub mod duty;
pub mod error;
pub mod event;
pub mod evidence;
pub mod explain;
pub mod hazard;
pub mod ids;
pub mod inspection;
pub mod jurisdiction;
pub mod notice;
pub mod organization;
pub mod overdue;
pub mod person;
pub mod report;
pub mod request;
pub mod responsibility;
pub mod rulebook;
pub mod settings;
pub mod signature;
pub mod site;
pub mod system;
pub mod window;

pub use context::Context;
pub use db::Db;
pub use error::{Error, Result};
pub use site::Site;
