//! The API as its clients meet it. One program, since each more takes as long to link as this one.

mod accounts;
mod attachments;
mod backup;
mod contacts;
mod corpus;
#[path = "../../tests/fuzz/src/document.rs"]
mod document;
mod documents;
mod door;
mod enforcement;
mod events;
mod hazard_measures;
mod hazard_measures_scoping;
mod hazards;
mod http;
#[path = "../../tests/fuzz/src/inputs.rs"]
mod inputs;
mod kin;
mod ledger_chain;
mod lists;
mod malformed;
mod measures;
mod offices;
mod outage;
mod policy;
mod records;
mod records_scoping;
mod records_statements;
mod reports;
mod schema;
mod scoping;
mod session;
mod sign_in;
mod signing;
mod statements;
mod support;
mod tips;
mod work;
mod work_statements;
