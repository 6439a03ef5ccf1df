//! Faults at size: programs are killed, mail servers and databases go away, workers work beside each other. What must hold stands
//! in `docs/reliability.md`. Each test has a short size, and a full one for `tests/soak/run`.
#![expect(dead_code, reason = "the township and the mail server of other tests are used in part")]

#[path = "../../worker/tests/common/smtp.rs"]
mod smtp;
#[path = "../../ledger/tests/common/mod.rs"]
mod township;

mod books;
mod client;
mod program;
mod size;
mod town;

mod absence;
mod answers;
mod claims;
mod farewell;
mod killed;
mod outage;
mod poison;
mod restarts;
mod schemas;
mod several;
mod stale;
mod together;
