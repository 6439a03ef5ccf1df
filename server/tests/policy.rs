//! Who may see and do what, for every field, every role and every tenant, from one table (`policy/table.txt`): a field that the table does not
//! name fails.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support;

mod canary;
mod changes;
mod crafted;
mod edges;
mod founding;
mod goods;
mod lists;
mod log;
mod nobody;
mod nodes;
mod outwork;
mod schema;
mod seed;
mod strange;
mod table;
mod things;
mod told;
mod world;
